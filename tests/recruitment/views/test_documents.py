"""A document's page and file: who may read it, what it shows, what can be done with it."""

import hashlib
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from casework.documents.blocks import Paper
from casework.documents.missing import MissingFact
from casework.documents.registry import Kind
from casework.models import Document
from recruitment.actions import advice, appointment, interests, papers, turns
from recruitment.documents import KINDS
from recruitment.models import Interest
from recruitment.position import Position
from recruitment.stages import AgainFrom
from tests.recruitment.documents.steps import settle
from tests.recruitment.headship import Headship, headship, person
from tests.recruitment.views import full_case as cases
from tests.recruitment.views.browser import Visit, sign_in, visit
from tests.recruitment.views.rows import TODAY, approve_draft, draft, issue_draft, the_document
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
# Twelve more: term dates, bank holidays added later, plans; undertakings, consents, schemes;
# former categories, arrangements, authority's rules; acting heads, pay, assessments of risk.
MOST_QUERIES = 25 + 12


def page(case: Headship, by: str) -> Visit:
    return visit(case.people[by], "document", case.vacancy.reference, the_document(case).pk)


def drafted(kind: str, stage: str = "recommended") -> Headship:
    case = headship(stage)
    by = case.actor("adviser") if kind == "adviser_letter" else case.clerk
    papers.draft_document(case.vacancy, kind=kind, by=by, on=case.day)
    return case


READERS = {
    ("test_letter", "draft"): {"clerk", "chair", "panel_chair", "panel"},
    ("test_letter", "issued"): {
        "clerk",
        "chair",
        "panel_chair",
        "panel",
        "governor",
        "adviser",
        "officer",
    },
    ("adviser_letter", "draft"): {"adviser", "officer"},
    ("adviser_letter", "issued"): {"clerk", "panel_chair", "panel", "adviser", "officer"},
}


@pytest.mark.parametrize(("kind", "status"), READERS)
def test_each_document_is_read_by_those_who_may_and_found_by_nobody_else(
    kind: str, status: str
) -> None:
    case = drafted(kind)
    issued = {"sha256": "x", "issued_on": case.day} if status == "issued" else {}
    Document.objects.update(status=status, **issued)
    readers = READERS[kind, status]
    for role in case.people:
        wanted = HTTPStatus.OK if role in readers else HTTPStatus.NOT_FOUND
        assert page(case, role).page.status_code == wanted, role
        where = ("document_file", case.vacancy.reference, the_document(case).pk)
        assert visit(case.people[role], *where).page.status_code == wanted, role


def test_a_draft_that_a_later_one_replaced_can_still_be_read() -> None:
    case = drafted("test_letter")
    first = the_document(case)
    papers.draft_document(case.vacancy, kind="test_letter", by=case.clerk, on=case.day)
    assert Document.objects.get(pk=first.pk).status == Document.Status.SUPERSEDED
    where = ("document_file", case.vacancy.reference, first.pk)
    assert visit(case.people["clerk"], *where).page.status_code == HTTPStatus.OK


def test_how_sure_we_are_of_the_law_is_read_before_a_paper_is_approved() -> None:
    case = headship("advertised")
    by = case.clerk
    papers.draft_document(case.vacancy, kind="advertisement", by=by, on=case.day)
    shown = words(page(case, "clerk").page)
    assert "The law this paper rests on, and how sure we are of it" in shown
    assert "Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975" in shown
    assert "Recalled (high), not read: check the source before you approve." in shown
    papers.draft_document(case.vacancy, kind="privacy_notice", by=by, on=case.day)
    notice = Document.objects.get(case=case.vacancy, kind="privacy_notice")
    where = (case.vacancy.reference, notice.pk)
    assert "read in a secondary source" in words(
        visit(case.people["clerk"], "document", *where).page
    )
    document = Document.objects.get(case=case.vacancy, kind="advertisement")
    papers.approve_document(case.vacancy, document=document, by=by, on=case.day)
    papers.issue_document(case.vacancy, document=document, by=by, on=case.day)
    where = (case.vacancy.reference, document.pk)
    issued = visit(case.people["clerk"], "document", *where).page
    assert "how sure we are" not in words(issued)


def test_a_stranger_finds_no_document() -> None:
    case = drafted("test_letter")
    where = (case.vacancy.reference, the_document(case).pk)

    assert visit(person("No Body"), "document", *where).page.status_code == HTTPStatus.NOT_FOUND
    assert visit(person("No Body"), "document_file", *where).page.status_code == 404


def test_a_document_of_another_case_is_not_found_through_ones_own() -> None:
    other = drafted("test_letter")
    mine = headship("recorded", "Far Away Primary School")
    where = (mine.vacancy.reference, the_document(other).pk)

    assert visit(mine.people["clerk"], "document", *where).page.status_code == 404
    assert visit(mine.people["clerk"], "document_file", *where).page.status_code == 404


@pytest.mark.parametrize("about", ["C2", "C2-2"])
def test_a_paper_about_a_candidate_is_not_for_somebody_with_an_interest_in_them(
    about: str,
) -> None:
    case = drafted("test_letter")
    Document.objects.update(about=about)
    assert page(case, "panel").page.status_code == HTTPStatus.OK
    interests.declare_interest(
        case.vacancy,
        person=case.people["panel"],
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate("C2"),
        by=case.actor("panel"),
        on=TODAY,
    )

    assert page(case, "panel").page.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("stage", ["shortlisted", "names_sent"])
def test_the_notice_of_names_is_not_for_somebody_with_an_interest_in_anybody_on_it(
    stage: str,
) -> None:
    case = drafted("notice_of_names", stage)
    where = (case.vacancy.reference, the_document(case).pk)
    cases.befriend(case, "C2")

    for name in ("document", "document_file"):
        assert visit(case.panel[2], name, *where).page.status_code == HTTPStatus.NOT_FOUND, name
        assert visit(case.panel[1], name, *where).page.status_code == HTTPStatus.OK, name


def test_the_notice_of_names_stays_open_to_somebody_with_an_interest_in_none_of_its_names() -> None:
    case = drafted("notice_of_names", "names_sent")
    where = ("document", case.vacancy.reference, the_document(case).pk)
    cases.befriend(case, "C3")
    case.vacancy.notices.update(names=["C1", "C2"])

    assert visit(case.panel[2], *where).page.status_code == HTTPStatus.OK


def test_a_paper_about_the_person_recommended_hides_from_whoever_has_an_interest() -> None:
    case = drafted("panel_report")
    assert page(case, "panel_chair").page.status_code == HTTPStatus.OK
    interests.declare_interest(
        case.vacancy,
        person=case.people["panel_chair"],
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate("C1"),
        by=case.actor("panel_chair"),
        on=TODAY,
    )

    assert page(case, "panel_chair").page.status_code == HTTPStatus.NOT_FOUND
    assert page(case, "clerk").page.status_code == HTTPStatus.OK


def test_a_paper_on_an_earlier_choice_stays_hidden_in_a_later_round() -> None:
    case = drafted("panel_report")
    cases.befriend(case, "C1")
    meeting = case.meet("To decide on the recommendation")
    appointment.decline(
        case.vacancy,
        meeting=meeting,
        why="Not persuaded",
        withdrew=[case.panel[2]],
        votes_for=1,
        votes_against=3,
        abstained=0,
        by=case.clerk,
        on=case.day,
    )
    turns.repeat_steps(
        case.vacancy,
        meeting=meeting,
        again_from=AgainFrom.SHORTLISTING,
        why="Try again",
        by=case.clerk,
        on=case.day,
    )
    where = ("document", case.vacancy.reference, the_document(case).pk)

    assert visit(case.panel[2], *where).page.status_code == HTTPStatus.NOT_FOUND
    assert visit(case.panel[1], *where).page.status_code == HTTPStatus.OK


def test_a_draft_that_was_replaced_is_read_only_by_those_who_drew_it_up() -> None:
    case = drafted("test_letter")
    first = the_document(case)
    papers.draft_document(case.vacancy, kind="test_letter", by=case.clerk, on=case.day)
    where = ("document", case.vacancy.reference, first.pk)

    assert visit(case.people["clerk"], *where).page.status_code == HTTPStatus.OK
    assert visit(case.people["officer"], *where).page.status_code == HTTPStatus.NOT_FOUND


def test_a_sending_is_to_the_addressee_and_the_copies_that_the_letter_names() -> None:
    case = drafted("notice_of_vacancy", "recorded")
    for step in (papers.approve_document, papers.issue_document):
        step(case.vacancy, document=the_document(case), by=case.clerk, on=case.day)
    where = ("act", case.vacancy.reference, "record_sending")
    form = visit(case.people["clerk"], *where, about=the_document(case).pk)

    assert form.fields["to"][0].split("\n") == [
        "Joan Beck, Officer, Fictional Borough",
        "Joy Dean, Chair of the governing body, Mill Lane Primary School",
    ]


def test_the_page_shows_the_text_and_where_the_document_stands() -> None:
    case = headship("recorded")
    issue_draft(case)
    papers.record_sending(
        case.vacancy,
        document=the_document(case),
        to=["The director", "The clerk"],
        how="by e-mail",
        by=case.clerk,
        on=TODAY,
    )
    shown = page(case, "clerk").text

    assert "The outgoing head leaves on 2026-12-31." in shown
    assert hashlib.sha256(bytes(the_document(case).content or b"")).hexdigest() in shown
    assert "1 February 2027, by e-mail, to The director\n1 February 2027, by e-mail, to" in shown
    assert "by Ann Rees" in shown


def steps(case: Headship, by: str) -> list[str]:
    found = page(case, by).page.context["steps"]
    return [step["text"] for step in found]


def test_the_page_says_that_the_paper_which_it_sets_out_was_withdrawn() -> None:
    case = headship("recommended")
    cases.reserve(case)
    adviser = case.actor("adviser")
    papers.draft_document(case.vacancy, kind="reservations", about="C1", by=adviser, on=case.day)
    assert "Withdrawn" not in page(case, "adviser").text
    advice.withdraw_reservations(
        case.vacancy,
        reservations=case.vacancy.reservations.get(),
        why="A mentor is named",
        by=adviser,
        on=case.day,
    )

    shown = words(page(case, "adviser").page)
    day = f"{case.day:%-d %B %Y}"
    assert f"What it sets out Withdrawn on {day}: A mentor is named" in shown
    assert "Withdrawn Draft" in shown


@pytest.mark.parametrize("kind", ["panel_report", "reasons_for_recommending", "reservations"])
def test_governors_outside_the_panel_read_a_paper_on_the_choice_once_it_is_issued(
    kind: str,
) -> None:
    case = cases.full_case()
    about, by = ("C1", "adviser") if kind == "reservations" else ("", "panel_chair")
    signs: dict[str, Any] = {"by": case.actor(by), "on": case.day}
    papers.draft_document(case.vacancy, kind=kind, about=about, **signs)
    assert page(case, "governor").page.status_code == HTTPStatus.NOT_FOUND
    papers.approve_document(case.vacancy, document=the_document(case), **signs)
    assert page(case, "governor").page.status_code == HTTPStatus.NOT_FOUND
    where = ("document_file", case.vacancy.reference, the_document(case).pk)
    assert visit(case.people["governor"], *where).page.status_code == HTTPStatus.NOT_FOUND

    papers.issue_document(case.vacancy, document=the_document(case), **signs)
    assert page(case, "governor").page.status_code == HTTPStatus.OK
    assert visit(case.people["governor"], *where).page.status_code == HTTPStatus.OK
    listed = visit(case.people["governor"], "documents", where[1])
    assert f"/documents/{where[2]}/" in listed.text


def test_a_paper_is_not_offered_to_draft_to_somebody_with_an_interest_in_whom_it_names() -> None:
    case = headship("names_sent")
    where = ("act", case.vacancy.reference, "draft_document")
    assert "10. Notice of shortlisted names" in visit(case.people["clerk"], *where).text
    cases.befriend(case, "C2", case.people["clerk"])
    assert "10. Notice of shortlisted names" not in visit(case.people["clerk"], *where).text
    assert "2. Notice of vacancy" in visit(case.people["clerk"], *where).text


def test_each_sees_the_steps_that_are_theirs_to_take() -> None:
    case = headship("recorded")
    draft(case)
    assert steps(case, "clerk") == ["Edit the text", "Approve", "Draft a new version"]
    assert steps(case, "chair") == ["Approve"]
    papers.approve_document(case.vacancy, document=the_document(case), by=case.clerk, on=TODAY)
    assert steps(case, "clerk") == ["Issue", "Draft a new version"]
    papers.issue_document(case.vacancy, document=the_document(case), by=case.clerk, on=TODAY)
    assert steps(case, "clerk") == ["Record that it was sent", "Draft a new version", "Revoke"]
    assert steps(case, "chair") == []


def test_whoever_does_not_sign_a_kind_of_paper_is_not_offered_to_approve_it() -> None:
    case = drafted("adviser_letter")
    where = ("act", case.vacancy.reference, "approve_document")
    pk = the_document(case).pk

    assert "There is no draft that you can approve." in visit(case.people["officer"], *where).text
    officer = visit(case.people["officer"], *where, about=pk)
    sent = {"seen": str(case.fresh().event_count), "document": str(pk)}
    assert officer.client.post(officer.address, sent).status_code == 422
    assert visit(case.people["adviser"], *where, about=pk).fields["document"] == [str(pk)]


def test_a_later_decision_is_named_that_makes_the_draft_read_differently() -> None:
    case = headship("recorded")
    draft(case)
    papers.correct(
        case.vacancy, what="outgoing_last_day", to="2027-04-30", why="A slip", by=case.clerk,
        on=TODAY,
    )  # fmt: skip

    assert (
        "Ann Rees recorded “Correct a slip in the record”. The document would now read differently."
        in page(case, "clerk").text
    )


def test_editing_changes_the_words_and_leaves_out_what_was_emptied() -> None:
    case = headship("recorded")
    draft(case)
    where = ("act", case.vacancy.reference, "edit_document")
    edit = visit(case.people["clerk"], *where, about=the_document(case).pk)
    assert "Paragraph 1, under “The vacancy”" in edit.text
    edit.send({"paragraph_1": "The head leaves <soon> & {gladly}", "paragraph_2": ""})

    shown = page(case, "clerk").text
    assert "The head leaves &lt;soon&gt; &amp; {gladly}" in shown
    assert "Yours in haste" not in shown
    assert "edited by hand" in shown
    assert [block["block"] for block in the_document(case).paper["blocks"]] == [
        "heading",
        "paragraph",
    ]


def test_a_new_version_is_drafted_from_the_page_of_the_old_one() -> None:
    case = headship("recorded")
    issue_draft(case)
    shown = page(case, "clerk").page.context["steps"]
    new = next(step["href"] for step in shown if step["text"] == "Draft a new version")
    form = Visit(sign_in(case.people["clerk"]), new)
    answer = form.send()

    assert answer.headers["Location"] == reverse(
        "document", args=[case.vacancy.reference, the_document(case).pk]
    )
    assert the_document(case).version == 2


def test_the_file_is_kept_by_whoever_asks_and_its_name_says_nothing_of_anybody() -> None:
    case = headship("recorded")
    issue_draft(case)
    where = ("document_file", case.vacancy.reference, the_document(case).pk)
    answer = visit(case.people["clerk"], *where).page

    assert hashlib.sha256(answer.content).hexdigest() == the_document(case).sha256
    name = f"HT-2026-{case.vacancy.pk:05d}-test-letter-{the_document(case).pk}-v1.docx"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_draft_can_be_read_in_word_before_it_is_issued() -> None:
    case = headship("recorded")
    approve_draft(case)
    where = ("document_file", case.vacancy.reference, the_document(case).pk)

    assert visit(case.people["clerk"], *where).page.content.startswith(b"PK")


def test_a_fact_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    case = headship("recorded")
    monkeypatch.setitem(KINDS, "test_letter", wanting(KINDS["test_letter"]))
    form = visit(case.people["clerk"], "act", case.vacancy.reference, "draft_document")
    answer = form.send({"document": "test_letter:"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "The test letter cannot be written: the salary is not known yet." in form.text
    assert "Record it with “Record the conditional offer”" in form.text
    assert not Document.objects.exists()


def test_an_advertisement_that_waits_for_its_closing_date_says_how_to_go_on() -> None:
    case = headship("panel_appointed")
    settle(case)
    form = visit(case.people["clerk"], "act", case.vacancy.reference, "draft_document")
    form.send({"document": "advertisement:"})
    assert "The advertisement cannot be written: the closing date is not known yet." in form.text
    assert (
        "Record it with “Keep a timetable as the plan” or “Advertise the post”, then draft the "
        "document again." in form.text
    )


def wanting(kind: Kind[Position]) -> Kind[Position]:
    def compose(position: Position, about: str) -> Paper:
        raise MissingFact("salary", "test_letter")

    return replace(kind, compose=compose)


def test_the_page_takes_no_more_than_its_share_of_queries() -> None:
    case = headship("approved")
    issue_draft(case)
    shown = page(case, "clerk")
    with CaptureQueriesContext(connection) as queries:
        shown.client.get(shown.address)

    assert len(queries) <= MOST_QUERIES
