"""Dates that cannot be are refused with the date that they contradict."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from casework import clock
from casework.action import NotInThisCase, Refused, certain
from casework.attachments import check
from casework.models import Meeting
from recruitment.actions import advice, meetings, opening, papers, selection, specification
from recruitment.models import Candidate, Criterion, Vacancy
from recruitment.stages import Stage
from schools.models import Membership
from schools.models.choices import MemberKind
from tests.recruitment.headship import Headship, headship, on_day, person, refusal
from tests.recruitment.views.rows import LETTER, PDF, POINT

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TODAY = date(2027, 2, 1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(TODAY):
        yield


def warned(case: Headship) -> list[str]:
    """What the last event was warned of."""
    found: list[str] = case.vacancy.events.latest("number").data.get("warned_of", [])
    return found


# Dates that cannot be


def test_nobody_is_shortlisted_or_withdraws_before_they_applied() -> None:
    case = headship("advertised").apply()
    Candidate.objects.filter(vacancy=case.vacancy, code="C1").update(applied_on=case.day + 20 * DAY)
    case.after(15)
    assert refusal(case, case.shortlist) == ("not_yet_applied",)

    def withdraw() -> None:
        selection.withdraw_candidate(
            case.vacancy,
            candidate=case.candidate("C1"),
            why="Took another post",
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, withdraw) == ("not_yet_applied",)


def test_nobody_applies_before_the_post_was_advertised() -> None:
    case = headship("advertised")
    advert = case.position().advertisement
    assert advert
    case.day = advert.published_on - DAY
    assert "date_before_what_it_follows" in refusal(case, case.apply)


def test_the_specification_is_not_settled_before_its_last_criterion_was_added() -> None:
    case = headship("recorded").after(3)
    specification.add_criterion(
        case.vacancy,
        text="Leads teaching",
        tested_by=[Criterion.TestedBy.TASK],
        by=case.clerk,
        on=case.day,
    )

    def settle() -> None:
        specification.settle_criteria(case.vacancy, by=case.clerk, on=case.day - DAY)

    assert refusal(case, settle) == ("date_before_what_it_follows",)


@pytest.mark.parametrize(
    ("fact", "day", "key"),
    [
        ("notice_received_on", date(2035, 1, 1), "date_in_the_future"),
        ("outgoing_last_day", date(1926, 12, 31), "date_unlikely"),
        ("outgoing_last_day", date(2062, 12, 31), "date_unlikely"),
    ],
)
def test_a_vacancy_is_not_opened_on_a_mistyped_year(fact: str, day: date, key: str) -> None:
    case = headship("recorded")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(stage=Stage.WITHDRAWN)
    facts = {"outgoing_last_day": date(2026, 12, 31), fact: day}
    with pytest.raises(Refused) as refused:
        opening.open_vacancy(
            case.school,
            reason=Vacancy.Reason.RETIREMENT,
            outgoing_last_day=facts["outgoing_last_day"],
            notice_received_on=facts.get("notice_received_on"),
            by=case.clerk,
            on=case.day,
        )
    assert refused.value.keys == (key,)


def test_an_advertisement_does_not_close_in_another_century() -> None:
    case = headship("panel_appointed").settle()

    def advertise() -> None:
        opening.advertise(
            case.vacancy, where="Here", closing_on=date(2226, 10, 17), by=case.clerk, on=case.day
        )

    assert refusal(case, advertise) == ("date_unlikely",)


def test_reservations_before_a_decision_are_not_dated_after_it() -> None:
    case = headship("recommended")

    def put() -> None:
        advice.put_reservations(
            case.vacancy,
            candidate=case.candidate("C1"),
            before_decision=True,
            decision_on=case.day - DAY,
            points=[POINT],
            by=case.actor("adviser"),
            on=case.day,
            **LETTER,
        )

    assert refusal(case, put) == ("decision_before_the_letter",)


# Others


def test_a_shortlisted_candidate_who_was_not_interviewed_is_named() -> None:
    case = headship("names_sent").after(8)
    selection.record_interviews(
        case.vacancy,
        candidates=[case.candidate("C1")],
        present=case.panel,
        by=case.clerk,
        on=case.day,
    )
    assert warned(case) == ["shortlisted_not_interviewed"]


@pytest.mark.parametrize("capacity", ["present", "advisers", "in_attendance"])
def test_the_head_is_not_at_a_meeting_on_the_succession_in_any_capacity(capacity: str) -> None:
    case = headship("recorded")
    head = person("Mona Head")
    Membership.objects.create(
        governing_body=certain(case.school.governing_body),
        user=head,
        kind=MemberKind.HEAD,
        since=case.day - 400 * DAY,
    )
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To begin",
        held_on=case.day + 10 * DAY,
        at=clock.now().time(),
        place="The hall",
        agenda=["The panel"],
        by=case.clerk,
        on=case.day,
    )
    case.after(10)
    there = {"present": case.panel, "advisers": [], "in_attendance": []}

    def hold() -> None:
        meetings.hold_meeting(
            case.vacancy,
            meeting=Meeting.objects.get(case=case.vacancy),
            chaired_by=case.panel[0],
            by=case.clerk,
            on=case.day,
            **{**there, capacity: [*there[capacity], head]},
        )

    assert "outgoing_head" in refusal(case, hold)


def test_a_file_of_another_case_is_not_taken_for_one_of_this() -> None:
    other, case = headship("recorded", "Far Away Primary School"), headship("names_sent")
    papers.attach(
        other.vacancy, title="A reply", file=check("a.pdf", PDF), by=other.clerk, on=other.day
    )
    with pytest.raises(NotInThisCase):
        advice.make_representations(
            case.vacancy,
            candidate=case.candidate("C1"),
            made_by="Joan Beck",
            received_on=case.day,
            text="Not suitable",
            attachment=other.vacancy.attachments.get(),
            by=case.actor("officer"),
        )


def test_a_corrected_closing_date_says_anew_which_applications_were_late() -> None:
    case = headship("advertised")
    advert = case.position().advertisement
    assert advert
    assert advert.closing_on
    case.day = advert.closing_on + DAY
    case.apply("Ada Brook")
    assert case.candidate("C1").late
    papers.correct(
        case.vacancy,
        what="closing_on",
        to=case.day.isoformat(),
        why="Mistyped",
        by=case.clerk,
        on=case.day,
    )
    assert not case.candidate("C1").late
