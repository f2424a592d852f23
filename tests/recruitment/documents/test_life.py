"""A letter from draft to issue: what people typed, the date, and what makes it stale."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest

from casework.action import Refused
from casework.documents.blocks import from_json, text_of
from casework.documents.word import render
from casework.models import Document
from recruitment.actions import appointment, papers, turns
from recruitment.documents import KINDS
from recruitment.models import Candidate, Vacancy
from recruitment.stages import AgainFrom
from schools.models import School
from schools.models.choices import Category
from tests.recruitment.documents import steps
from tests.recruitment.headship import Headship, headship, on_day, person

pytestmark = pytest.mark.django_db

TYPED = "<w:t>Siân & “Zoë” {school} {{ x }} ]]> %(a)s &amp; 👩🏽‍🏫 O'Neill"
LATER = date(2027, 2, 1)


def draft(case: Headship, kind: str, about: str = "") -> Document:
    papers.draft_document(case.vacancy, kind=kind, about=about, by=case.clerk, on=case.day)
    return Document.objects.filter(case=case.vacancy, kind=kind).latest("pk")


def words(word: bytes) -> str:
    """The text of a Word file as a reader sees it."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return "".join(element.text or "" for element in root.iter() if element.tag.endswith("}t"))


def test_what_people_typed_comes_out_as_typed() -> None:
    with on_day(LATER):
        case = headship("names_sent")
        School.objects.filter(pk=case.school.pk).update(name=f"{TYPED} School")
        Vacancy.objects.filter(pk=case.vacancy.pk).update(
            outgoing_head=person("Mona Frith"), notice_received_on=case.day
        )
        Candidate.objects.filter(vacancy=case.vacancy, code="C1").update(name=TYPED)
        steps.represent(case, "C1", case.day)
        case.after(8).interview()
        steps.consider(case, "C1")
        case.recommend()
        steps.give_reasons(case)
        case.approve().appoint().offer()
    position = case.position()
    for kind in KINDS.values():
        for subject in kind.subjects(position):
            if kind.key != "minute_of_consideration":  # the panel's meeting was not recorded
                said = words(render(kind.compose(position, subject.about)))
                assert TYPED in said
                assert "Siân" not in said.replace(TYPED, "")


def test_a_letter_gets_the_date_of_its_issue() -> None:
    with on_day(LATER):
        case = headship("recorded")
        document = draft(case, "notice_of_vacancy")
        papers.approve_document(
            case.vacancy, document=document, by=case.clerk, on=case.after(2).day
        )
        papers.issue_document(case.vacancy, document=document, by=case.clerk, on=case.after(1).day)
    document.refresh_from_db()
    assert "Date: To be dated on issue" not in text_of(from_json(document.paper))
    assert "Date: 4 September 2026" in text_of(from_json(document.paper))
    assert "4 September 2026" in words(bytes(document.content or b""))


def test_a_new_draft_takes_the_place_of_one_that_was_not_issued() -> None:
    with on_day(LATER):
        case = headship("recorded")
        first, second = (draft(case, "notice_of_vacancy") for _ in range(2))
        with pytest.raises(Refused) as refused:
            papers.approve_document(case.vacancy, document=first, by=case.clerk, on=case.day)
        papers.approve_document(case.vacancy, document=second, by=case.clerk, on=case.day)
    assert refused.value.keys == ("document_at_another_point",)
    first.refresh_from_db()
    assert first.status == Document.Status.SUPERSEDED
    assert [d.version for d in case.position().open_documents] == [2]


def test_an_approved_letter_is_not_replaced_while_it_still_says_what_is_so() -> None:
    with on_day(LATER):
        case = headship("recorded")
        document = draft(case, "notice_of_vacancy")
        papers.approve_document(case.vacancy, document=document, by=case.clerk, on=case.day)
        with pytest.raises(Refused) as refused:
            draft(case, "notice_of_vacancy")
    assert refused.value.keys == ("approved_version_waits",)
    document.refresh_from_db()
    assert document.status == Document.Status.APPROVED


def test_what_does_not_touch_a_letter_leaves_it_as_it_is() -> None:
    with on_day(LATER):
        case = headship("recorded")
        document = draft(case, "notice_of_vacancy")
        case.after(3).notify().appoint_panel()
    document.refresh_from_db()
    assert document.stale_since is None


def test_what_is_entered_later_is_held_against_the_law_of_its_own_day() -> None:
    with on_day(LATER):
        start = date(2026, 4, 13)  # another edition of the guidance came on 1 September 2026
        case = headship("offered", start=start, category=Category.VOLUNTARY_AIDED)
        assert case.day < date(2026, 9, 1)
        (subject,) = KINDS["conditional_offer"].subjects(case.position())
        document = draft(case, "conditional_offer", subject.about)
        assert document.stale_since is None
        case.after(90)
        papers.correct(case.vacancy, what="candidate_name", to="Ada Brooke", which="C1",
                       why="Misspelt", by=case.clerk, on=case.day)  # fmt: skip
    document.refresh_from_db()
    assert document.stale_since is not None


def test_a_letter_that_would_now_read_differently_is_stale() -> None:
    with on_day(LATER):
        case = headship("names_sent")
        document = draft(case, "notice_of_names")
        papers.correct(
            case.vacancy,
            what="candidate_name",
            to="Ada Brooke",
            which="C1",
            why="Misspelt",
            by=case.clerk,
            on=case.day,
        )
    document.refresh_from_db()
    assert document.stale_since is not None


def test_a_letter_of_an_earlier_round_is_stale_in_the_next() -> None:
    with on_day(LATER):
        case = headship("interviewed").recommend()
        document = draft(case, "panel_report")
        case.meet("To consider the panel's recommendation")
        decline(case)
        turns.repeat_steps(
            case.vacancy,
            meeting=case.position().meetings[-1],
            again_from=AgainFrom.SHORTLISTING,
            why="Try again",
            by=case.clerk,
            on=case.day,
        )
        case.shortlist().send_names().receive().after(8).interview().recommend("C2")
    document.refresh_from_db()
    position = case.position()
    assert document.stale_since is not None
    assert [s.about for s in KINDS["panel_report"].subjects(position)] == ["R2"]
    assert KINDS["panel_report"].compose(position, "R2").reference.endswith("/24/R2")


def decline(case: Headship) -> None:
    appointment.decline(
        case.vacancy,
        meeting=case.position().meetings[-1],
        why="Not persuaded",
        votes_for=1,
        votes_against=4,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )


def test_a_second_paper_about_one_candidate_has_a_letter_of_its_own() -> None:
    with on_day(LATER):
        case = headship("names_sent")
        steps.represent(case, "C1", case.day)
        steps.represent(case, "C1", case.day)
    about = [s.about for s in KINDS["representations"].subjects(case.position())]
    assert about == ["C1", "C1-2"]
