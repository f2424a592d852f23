"""Meetings, checks, documents, the record and the law, as each person reads them."""

from datetime import time

import pytest
from django.urls import reverse

from casework import triggers
from casework.action import Actor
from casework.models import Meeting
from law.appointment import REGIMES
from recruitment.actions import appointment, meetings, selection
from recruitment.models import Interest, Vacancy
from recruitment.stages import Stage
from tests.recruitment.headship import Headship, headship, person
from tests.recruitment.views import full_case as cases
from tests.recruitment.views.browser import sign_in, visit
from tests.recruitment.views.words import ask, html, read, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def full() -> Headship:
    return cases.full_case()


# Meetings


def test_a_meeting_has_its_notice_attendance_quorum_and_vote() -> None:
    case = headship("approved")
    text = read(case, case.people["officer"], "meeting", 2)

    assert "7 clear days between notice and meeting" in text
    assert "5 governors were in post on that day, so the quorum was 3." in text
    assert "5, where at least 3 are needed Quorate" in text
    assert "4 for, 1 against, 0 abstained. Carried." in text


def test_who_withdrew_for_an_item_is_not_counted() -> None:
    case = headship("approved")
    item = case.vacancy.meetings.get(number=2).items.get()
    item.withdrew.set(case.panel)

    text = read(case, case.people["clerk"], "meeting", 2)
    assert "Withdrew for this item Lee Ward, Tom Hale, Uma Shah" in text
    assert "2, where at least 3 are needed Not quorate" in text


def test_a_confidential_minute_is_for_those_who_may_see_the_person() -> None:
    case = headship("approved")
    case.vacancy.meetings.get(number=2).items.update(minute="Ada Brook is approved")
    hidden = "This item is confidential and not open to you."

    assert "Ada Brook is approved" in read(case, case.people["governor"], "meeting", 2)
    cases.befriend(case, "C1")
    assert hidden in read(case, case.panel[2], "meeting", 2)
    Vacancy.objects.filter(pk=case.vacancy.pk).update(stage=Stage.ADVERTISED)
    assert hidden in read(case, case.people["governor"], "meeting", 2)


def panel_meeting(*, confidential: bool) -> Headship:
    """The panel met to compare the candidates, before it recommended anybody."""
    case = headship("interviewed")
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.PANEL,
        purpose="To compare Cat Dunn and Ben Carr",
        held_on=case.day,
        at=time(12),
        place="The hall",
        agenda=["Representations on Ben Carr"],
        by=case.clerk,
        on=case.day,
    )
    meeting = case.vacancy.meetings.get(body="panel")
    meetings.hold_meeting(
        case.vacancy,
        meeting=meeting,
        present=case.panel,
        chaired_by=case.panel[0],
        by=case.clerk,
        on=case.day,
    )
    meetings.minute_item(
        case.vacancy,
        meeting=meeting,
        title="The lesson of Ben Carr",
        minute="Ben Carr was compared",
        confidential=confidential,
        by=case.clerk,
        on=case.day,
    )
    return case


@pytest.mark.parametrize("confidential", [True, False])
def test_what_the_panel_takes_is_for_the_panel_however_it_was_recorded(confidential: bool) -> None:
    case = panel_meeting(confidential=confidential)
    cases.befriend(case, "C3")

    text = read(case, case.panel[1], "meeting", 2)
    for said in ("To compare Cat Dunn", "The lesson of Ben Carr", "Ben Carr was compared"):
        assert said in text
    text = read(case, case.panel[2], "meeting", 2)
    assert "Item 1 Confidential" in text
    assert "Cat Dunn" not in text
    assert "Ben Carr" not in text


def test_what_the_panel_meets_for_is_told_to_a_member_who_sees_everybody_it_names() -> None:
    case = panel_meeting(confidential=True)
    case.vacancy.meetings.filter(number=2).update(purpose="To compare")
    cases.befriend(case, "C3")

    assert "Representations on Ben Carr" in read(case, case.panel[2], "meeting", 2)


@pytest.mark.parametrize("role", ["governor", "chair"])
def test_governors_outside_the_panel_do_not_read_what_it_meets_for(role: str) -> None:
    case = panel_meeting(confidential=False)

    for page in (("meeting", 2), ("meetings",)):
        text = read(case, case.people[role], *page)
        assert "Selection panel meeting of" in text
        assert "Ben Carr" not in text
        assert "Cat Dunn" not in text
    assert "Item 1 Confidential" in read(case, case.people[role], "meeting", 2)
    assert "To appoint the selection panel" in read(case, case.people[role], "meetings")


def test_the_chair_does_not_read_in_the_record_what_the_panel_meets_for() -> None:
    case = panel_meeting(confidential=False)

    assert "Representations on Ben Carr" in read(case, case.people["clerk"], "record")
    text = read(case, case.people["chair"], "record")
    assert "Ben Carr" not in text
    assert "To appoint the selection panel" in text


def test_an_item_of_the_panel_is_taken_to_be_confidential() -> None:
    case = panel_meeting(confidential=True)
    where = ("act", case.vacancy.reference, "minute_item")
    panel, governors = case.vacancy.meetings.get(number=2), case.vacancy.meetings.get(number=1)

    assert visit(case.people["clerk"], *where, about=panel.pk).fields.get("confidential")
    assert not visit(case.people["clerk"], *where, about=governors.pk).fields.get("confidential")


def test_a_meeting_that_is_not_there_is_not_found(full: Headship) -> None:
    assert ask(full, full.people["clerk"], "meeting", 9).status_code == 404


# Specification, checks, documents


def test_the_specification_says_whether_it_is_settled() -> None:
    case = headship("panel_appointed")
    assert "Not settled yet" in read(case, case.people["governor"], "specification")

    case.settle().advertise()
    text = read(case, case.people["governor"], "specification")
    assert "Settled on 11 September 2026." in text
    assert "1 Leads teaching Essential 1 Interview" in text
    assert "Where the authority's vacancies page" in text


def test_a_check_says_what_came_of_it_and_leads_to_its_record() -> None:
    case = headship("accepted")
    record = f"record_check/?about={case.position().regime.checks[0].value.key}"
    assert record in html(case, case.people["officer"], "checks")
    assert record not in html(case, case.people["chair"], "checks")

    appointment.record_check(
        case.vacancy,
        check="identity",
        done_by="Joan Beck",
        evidence="Passport seen",
        by=case.clerk,
        on=case.day,
    )
    text = read(case, case.people["chair"], "checks")
    assert "Identity Satisfactory" in text
    assert "By Joan Beck Evidence Passport seen" in text
    assert record not in html(case, case.people["clerk"], "checks")


def test_whoever_has_an_interest_in_the_person_reads_no_outcome_of_a_check() -> None:
    case = headship("confirmed")
    case.vacancy.interests.create(
        person=case.people["chair"],
        candidate=case.candidate("C1"),
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        declared_on=case.day,
    )

    text = read(case, case.people["chair"], "checks")
    assert "Ada Brook" not in text
    assert "Satisfactory" not in text


def test_a_check_that_was_undone_stays_with_the_person_whose_check_it_was() -> None:
    case = headship("accepted")
    for code, why in (("C1", "The passport had run out"), ("C2", "The wrong passport")):
        case.vacancy.checks.create(
            candidate=case.candidate(code),
            key="identity",
            done_on=case.day,
            undone_on=case.day,
            undone_why=why,
        )

    text = read(case, case.people["chair"], "checks")
    assert "The passport had run out" in text
    assert "The wrong passport" not in text


def test_documents_stand_by_phase_with_what_can_be_drafted() -> None:
    case = headship("recorded")
    page = html(case, case.people["clerk"], "documents")

    assert "draft_document/?about=test_letter:" in page
    assert "draft_document/?about=adviser_letter:" not in page


# The record


def test_the_record_says_who_did_what_when_why_and_under_which_law(full: Headship) -> None:
    text = read(full, full.people["clerk"], "record")

    assert "Whole Each event is sealed" in text
    assert "1. Record the vacancy Ann Rees, clerk. Happened on 1 September 2026" in text
    assert "Names Ada Brook Ben Carr Cat Dunn" in text
    assert "Provision School Staffing (England) Regulations 2009" in text
    assert "Law applied england-community 2026-09-01" in text


def test_a_rule_that_was_set_aside_stands_in_the_record_with_the_reason() -> None:
    case = headship("advertised")
    case.apply()
    selection.shortlist(
        case.vacancy,
        candidates=list(case.vacancy.candidates.all()),
        reasons={c.code: "Meets every criterion" for c in case.vacancy.candidates.all()},
        shortlisters=case.panel,
        by=Actor(case.people["clerk"], override="All who were asked have replied"),
        on=case.day,
    )

    text = read(case, case.people["clerk"], "record")
    assert "Rule set aside: still open to applications. All who were asked have replied" in text


def test_a_record_that_was_altered_says_so_and_where() -> None:
    case = headship("panel_appointed")
    triggers.lift()
    case.vacancy.events.filter(number=3).update(why="Something else")

    text = read(case, case.people["clerk"], "record")
    assert "event 3 (name_adviser) was changed after it was recorded" in text
    assert "Whole" not in text


def test_the_chair_who_does_not_see_the_field_reads_no_name_of_it_in_the_record(
    full: Headship,
) -> None:
    text = read(full, full.people["chair"], "record")

    assert "12. Enter an application" in text
    for hidden in ("Ben Carr", "Cat Dunn", "Not a suitable person", "college"):
        assert hidden not in text
    assert "What was recorded is about candidates whom you do not all see." in text
    assert "Reasons The strongest evidence" in text


@pytest.mark.parametrize("role", ["chair", "officer"])
def test_an_interest_in_an_earlier_choice_still_hides_what_was_recorded_of_it(role: str) -> None:
    case = cases.choose_again(headship("recommended"), "C2")
    assert "Reasons The strongest evidence" in read(case, case.people[role], "record")

    cases.befriend(case, "C1", case.people[role])
    text = read(case, case.people[role], "record")
    assert "Ada Brook" not in text
    assert "Reasons The strongest evidence" not in text
    assert "Record the panel's recommendation" in text


# The law


def test_the_law_is_told_rule_by_rule_with_what_rests_on_recall() -> None:
    page = words(sign_in(person("No Body")).get(reverse("law")))
    latest = {regime.key: regime for regime in REGIMES}

    for current in latest.values():
        for rule in current.rules():
            assert rule.says in page, rule.key
            assert rule.citation in page, rule.key
        to_check = [rule for rule in current.rules() if rule.confidence.must_check]
        assert f"{len(to_check)} of these {len(list(current.rules()))} rules were not read." in page
    for edition in REGIMES:
        if edition is not latest[edition.key]:
            assert f"How the edition of {edition.since:%-d %B %Y} differs" in page
