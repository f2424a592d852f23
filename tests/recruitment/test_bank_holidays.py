"""A bank holiday added later: open clocks move once, and what has ended stays as it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework import record
from casework.action import Actor
from casework.models import Event, Meeting
from law.appointment import regime_for
from recruitment import clocks, impossible
from recruitment.actions import meetings, opening
from recruitment.actions.holidays import add_bank_holiday
from recruitment.models import Vacancy
from recruitment.pages import dates
from schools.models import Authority, BankHoliday
from schools.models.choices import Nation
from schools.rules import set_rule
from tests.recruitment.headship import (
    NAMES,
    Headship,
    headship,
    on_day,
    person,
    refusal,
)
from tests.recruitment.views.words import read

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 9)
HOLIDAY = date(2026, 11, 12)  # the Thursday
MEETING = date(2026, 11, 17)  # five clear working days after Monday 9: Tuesday 10 to Monday 16
SAID = (
    "Notice of the governing body's meeting of 17 November 2026 (meeting 1): the last day moves "
    "from 16 November 2026 to 17 November 2026. The first lawful day for the meeting is now "
    "18 November 2026."
)
FIVE = regime_for("community", "wales", MONDAY).meeting_notice.value  # clear working days


@pytest.fixture
def today() -> Iterator[None]:
    with on_day(MONDAY):
        yield


@pytest.fixture
def case(today: None) -> Headship:
    """A headship whose governing body is called for the first lawful day."""
    case = headship("recorded", start=MONDAY, nation=Nation.WALES)
    call(case, MEETING)
    return case


def call(case: Headship, held_on: date, urgent: str = "", by: Actor | None = None) -> Meeting:
    meetings.call_meeting(
        case.vacancy, body=Meeting.Body.GOVERNING_BODY, purpose="The panel", held_on=held_on,
        at=time(18), place="The hall", agenda=["The panel"], urgent=urgent,
        notice_to_authority=True, by=by or case.clerk, on=MONDAY,
    )  # fmt: skip
    return Meeting.objects.filter(case=case.vacancy).latest("number")


def added(day: date = HOLIDAY, title: str = "A day of thanks") -> str:
    out = StringIO()
    person("Kay Calendar")
    call_command(
        "add_bank_holiday", day.isoformat(), title, "--by", "kay.calendar@example.org", stdout=out
    )
    return out.getvalue()


def refused(day: str, title: str = "A day of thanks", by: str = "kay.calendar@example.org") -> str:
    before = (BankHoliday.objects.count(), Event.objects.count())
    person("Kay Calendar")
    with pytest.raises(CommandError) as refusal:
        call_command("add_bank_holiday", day, title, "--by", by)
    assert (BankHoliday.objects.count(), Event.objects.count()) == before
    return str(refusal.value)


def events(case: Headship) -> list[Event]:
    return list(case.vacancy.events.filter(action="move_clocks"))


def test_a_meeting_whose_clear_working_days_no_longer_suffice_is_recorded_once(
    case: Headship,
) -> None:
    assert "Vacancies with a clock moved: 1." in added()
    (event,) = events(case)
    assert event.by_name == "Kay Calendar"
    assert event.data == {"bank_holiday": "A day of thanks, 12 November 2026", "moved": [SAID]}
    assert list(record.verify(case.fresh())) == []
    assert list(impossible.find(case.position(MONDAY))) == []


def test_a_second_run_is_refused_and_adds_nothing(case: Headship) -> None:
    added()
    message = refused(HOLIDAY.isoformat())
    assert "12 November 2026 is known as a bank holiday: A day of thanks." in message
    assert len(events(case)) == 1


def test_a_meeting_called_with_days_to_spare_is_not_moved(today: None) -> None:
    case = headship("recorded", start=MONDAY, nation=Nation.WALES)
    call(case, MEETING + timedelta(days=1))
    assert "Vacancies with a clock moved: 0." in added()
    assert events(case) == []


def test_a_meeting_at_shorter_notice_has_no_clock_to_move(today: None) -> None:
    case = headship("recorded", start=MONDAY, nation=Nation.WALES)
    call(case, MEETING, urgent="The term ends")
    added()
    assert events(case) == []


def test_a_clock_that_has_ended_stays_as_it_was(case: Headship) -> None:
    with on_day(MEETING):
        added()
    assert events(case) == []
    meeting = Meeting.objects.get(case=case.vacancy)
    p = case.position(MEETING)
    assert p.regime.meeting_notice.value.earliest(meeting.notice_on, p.calendar) == MEETING


def test_a_clock_whose_last_day_it_is_still_moves(case: Headship) -> None:
    with on_day(MEETING - timedelta(days=1)):
        added(MEETING - timedelta(days=1))
    assert len(events(case)) == 1


def test_days_that_are_just_days_do_not_move(today: None) -> None:
    start = MONDAY - timedelta(days=70)
    case = headship("names_sent", start=start, nation=Nation.WALES)
    with on_day(case.day):
        added(case.day + timedelta(days=2))
    assert events(case) == []


def test_a_vacancy_that_has_ended_is_left_alone(case: Headship) -> None:
    opening_ended(case)
    added()
    assert events(case) == []


def opening_ended(case: Headship) -> None:
    Vacancy.objects.filter(pk=case.vacancy.pk).update(stage="withdrawn")


def test_the_page_says_that_the_notice_is_now_too_short_and_what_to_do(case: Headship) -> None:
    before = dates.late(case.position(MONDAY))
    added()
    (sentence,) = [each for each in dates.late(case.position(MONDAY)) if each not in before]
    assert sentence == (
        "The notice of the governing body's meeting on Tuesday 17 November 2026 is too short since "
        "a bank holiday was added: it can meet from Wednesday 18 November 2026. Call another "
        "meeting for a later day, or one at shorter notice that the chair finds urgent."
    )


def test_the_record_tells_it_in_words(case: Headship) -> None:
    added()
    page = read(case, case.people["clerk"], "record")
    assert "Move the clocks for a bank holiday added later" in page
    assert "keeper of the bank holidays" in page
    assert "moves from 16 November 2026 to 17 November 2026" in page


def hold(case: Headship, meeting: Meeting, by: Actor, on: date = MEETING) -> None:
    with on_day(on):
        meetings.hold_meeting(
            case.vacancy, meeting=meeting, present=[person(name) for name in NAMES],
            chaired_by=case.people["chair"], by=by, on=on,
        )  # fmt: skip


@pytest.mark.parametrize("later", [0, 3])
def test_a_meeting_whose_notice_became_too_short_is_held_only_with_a_reason(
    case: Headship, later: int
) -> None:
    added()
    (meeting,) = case.position(MONDAY).meetings
    day = MEETING + timedelta(days=later)
    keys = refusal(case, lambda: hold(case, meeting, case.clerk, day))
    assert keys == ("notice_too_short_since",)
    hold(case, meeting, Actor(case.people["clerk"], override="All had a week's notice"), day)
    aside = case.vacancy.events.latest("number").data["set_aside"]
    assert aside["rules"] == ["notice_too_short_since"]
    assert aside["reason"] == "All had a week's notice"


def test_a_meeting_called_again_as_urgent_is_held_as_ever(case: Headship) -> None:
    added()
    hold(case, call(case, MEETING, urgent="The term ends"), case.clerk)
    assert case.position(MEETING).meetings[-1].held


@pytest.mark.parametrize(("day", "nation"), [(MEETING, Nation.WALES), (HOLIDAY, Nation.ENGLAND)])
def test_a_notice_that_a_holiday_does_not_shorten_holds(
    today: None, day: date, nation: Nation
) -> None:
    case = headship("recorded", start=MONDAY, nation=nation)
    meeting = call(case, MEETING)
    with on_day(day):
        added(day)
    hold(case, meeting, case.clerk)
    assert case.position(MEETING).meetings[-1].held


def test_a_notice_given_after_it_is_known_counts_with_it(case: Headship) -> None:
    added()
    assert FIVE.earliest(MONDAY, case.position(MONDAY).calendar) == date(2026, 11, 18)


def test_a_page_opened_before_says_what_moved(case: Headship) -> None:
    added()
    seen = case.fresh().event_count - 1
    with pytest.raises(Exception, match="Kay Calendar has since recorded “move clocks”"):
        opening.notify_authority(
            case.vacancy,
            how="by e-mail",
            by=replace(case.clerk, seen=seen),
            on=MONDAY,
        )


@pytest.mark.parametrize(
    ("day", "title", "message"),
    [
        ("2026-12-25", "Again", "25 December 2026 is known as a bank holiday: Christmas Day."),
        ("2026-11-31", "None", "“2026-11-31” is not a date written 2026-11-01"),
        ("2036-11-12", "Far", "12 November 2036 is years away. Check the year."),
        ("2026-11-12", " ", "The holiday has no title. Say what it is for."),
    ],
)
def test_what_cannot_be_a_new_holiday_is_refused_with_the_way_out(
    today: None, day: str, title: str, message: str
) -> None:
    assert message in refused(day, title)


def test_somebody_must_answer_for_it(today: None) -> None:
    message = refused("2026-11-12", by="nobody@example.org")
    assert "Nobody with the address nobody@example.org can sign in." in message


def test_a_holiday_in_the_action_returns_its_events(case: Headship) -> None:
    (event,) = add_bank_holiday(HOLIDAY, "A day of thanks", by=person("Kay Calendar"))
    assert event.case_id == case.vacancy.pk


def test_only_the_clocks_that_run_are_listed(case: Headship) -> None:
    last = MEETING - timedelta(days=1)
    assert [clock.last_day for clock in clocks.running(case.position(last))] == [last]
    assert clocks.running(case.position(MEETING)) == []


# An authority's own, longer notice

TEN_DAYS = date(2026, 11, 24)  # ten clear working days after Monday 9


def ten_days(since: date) -> None:
    """Make ten clear working days the notice that the authority asks for."""
    Authority.objects.update(nation=Nation.WALES)
    set_rule(
        Authority.objects.get(), "meeting_notice", 10, "Standing order 3", since,
        by=person("Joan Beck"),
    )  # fmt: skip


@pytest.fixture
def longer(today: None) -> Headship:
    """A headship whose governing body is called for the first day after ten clear days."""
    case = headship("recorded", start=MONDAY, nation=Nation.WALES)
    ten_days(date(2026, 1, 1))
    call(case, TEN_DAYS)
    return case


def test_a_bank_holiday_moves_the_authoritys_own_longer_notice(longer: Headship) -> None:
    assert "Vacancies with a clock moved: 1." in added()
    (event,) = events(longer)
    (moved,) = event.data["moved"]
    assert "from 23 November 2026 to 24 November 2026" in moved
    (meeting,) = longer.position(MONDAY).meetings
    keys = refusal(longer, lambda: hold(longer, meeting, longer.clerk, TEN_DAYS))
    assert keys == ("notice_too_short_since",)


def test_an_own_notice_set_aside_at_the_call_is_not_asked_for_again(longer: Headship) -> None:
    aside = replace(longer.clerk, override="The authority agreed to it")
    meeting = call(longer, MEETING + timedelta(days=1), by=aside)
    added()
    hold(longer, meeting, longer.clerk, MEETING + timedelta(days=1))
    meeting.refresh_from_db()
    assert meeting.held


def test_an_own_notice_made_later_asks_nothing_of_a_meeting_that_is_called(case: Headship) -> None:
    ten_days(MONDAY + timedelta(days=1))
    (meeting,) = case.position(MEETING).meetings
    hold(case, meeting, case.clerk)
    assert case.position(MEETING).meetings[-1].held


BEFORE = MONDAY - timedelta(days=70)


def queries_to_add(day: date) -> int:
    by = person("Kay Calendar")
    with CaptureQueriesContext(connection) as asked:
        assert add_bank_holiday(day, "A day of thanks", by=by) == []
    return len(asked)


def test_three_vacancies_take_no_more_queries_than_one(today: None) -> None:
    headship("panel_appointed", start=BEFORE)
    one = queries_to_add(date(2027, 2, 2))
    for name in ("Hill Lane School", "Brook Lane School"):
        headship("panel_appointed", name=name, start=BEFORE)
    assert Vacancy.objects.count() == 3
    assert queries_to_add(date(2027, 2, 3)) == one
