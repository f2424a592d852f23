"""A timetable worked back: each latest day reckoned by hand, and what brings back what is late."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from law.appointment import regime_for
from law.appointment.local import LocalRule
from law.appointment.practice import USUAL
from law.calendars import CalendarError, EnglandAndWales, Term
from recruitment.models import Appointee
from recruitment.timetable import (
    Ask,
    Row,
    State,
    brought_back_by,
    remedies,
    starts,
    timetable,
    verdict,
)
from recruitment.timetable.recovery import MEASURES

TERMS = (
    Term(date(2026, 9, 2), date(2026, 10, 23)),
    Term(date(2026, 11, 2), date(2026, 12, 18)),
    Term(date(2027, 1, 4), date(2027, 2, 12)),
    Term(date(2027, 2, 22), date(2027, 3, 25)),
    Term(date(2027, 4, 12), date(2027, 5, 28)),
    Term(date(2027, 6, 7), date(2027, 7, 21)),
)
AFTER_EASTER = date(2027, 4, 12)
ENGLAND = regime_for("community", "england", date(2026, 9, 1))


def ask(
    today: date = date(2026, 9, 1),
    start: date = AFTER_EASTER,
    appointee: Appointee = Appointee.HEAD,
    **happened: date,
) -> Ask:
    return Ask(
        regime=ENGLAND,
        calendar=EnglandAndWales(terms=TERMS),
        today=today,
        start=start,
        appointee=appointee,
        done=happened,
    )


def rows(question: Ask) -> dict[str, Row]:
    return {row.key: row for row in timetable(question)}


# In post after Easter 2027, a head elsewhere: worked back by hand on a wall calendar
BY_HAND = {
    "start": (date(2027, 4, 12), "the first day of the summer term"),
    "checks": (date(2027, 4, 11), "the day before"),
    "accept": (date(2027, 1, 31), "a head resigns by 31 January to leave on 30 April"),
    "offer": (date(2027, 1, 29), "a day before is Saturday 30, so Friday 29"),
    "appoint": (date(2027, 1, 28), "the day before the offer"),
    "meeting": (date(2027, 1, 27), "the day before the authority appoints"),
    "interviews": (date(2027, 1, 26), "two days, the second that of the meeting"),
    "notice": (date(2027, 1, 19), "20 to 26 January are seven clear days"),
    "period_end": (date(2027, 1, 26), "the day before the panel recommends"),
    "receipt": (date(2027, 1, 20), "20 to 26 January are seven days with that of receipt"),
    "shortlist": (date(2027, 1, 12), "two weeks before the interviews, sooner than the names need"),
    "close": (date(2027, 1, 5), "a week before the shortlist"),
    "advertise": (date(2026, 12, 15), "three weeks before that"),
    "panel": (date(2026, 12, 1), "two weeks before the advertisement"),
    "tell": (date(2026, 12, 1), "no later than the panel"),
    "panel_notice": (date(2026, 11, 23), "24 to 30 November are seven clear days"),
}


@pytest.mark.parametrize(("key", "expected"), BY_HAND.items(), ids=BY_HAND)
def test_the_latest_day_of_each_step_is_that_worked_out_by_hand(
    key: str, expected: tuple[date, str]
) -> None:
    assert rows(ask())[key].latest == expected[0], expected[1]


def test_no_step_is_left_out_and_they_come_in_order_of_their_days() -> None:
    found = timetable(ask())
    assert {row.key for row in found} == set(BY_HAND)
    assert [row.latest for row in found] == sorted(row.latest for row in found)


def test_each_step_says_what_it_waits_for_and_its_source() -> None:
    for row in timetable(ask()):
        assert row.why.endswith("."), row
        assert row.rules or row.key == "start", row
    assert ENGLAND.meeting_notice in rows(ask())["notice"].rules


@pytest.mark.parametrize(
    ("start", "appointee", "resigns"),
    [
        (date(2027, 1, 1), Appointee.HEAD, date(2026, 9, 30)),
        (date(2027, 1, 1), Appointee.TEACHER, date(2026, 10, 31)),
        (AFTER_EASTER, Appointee.HEAD, date(2027, 1, 31)),
        (AFTER_EASTER, Appointee.TEACHER, date(2027, 2, 28)),
        (date(2027, 2, 22), Appointee.HEAD, date(2026, 9, 30)),
        (date(2027, 6, 7), Appointee.HEAD, date(2027, 1, 31)),
        (date(2027, 9, 1), Appointee.HEAD, date(2027, 4, 30)),
        (date(2027, 9, 1), Appointee.TEACHER, date(2027, 5, 31)),
        (date(2027, 11, 1), Appointee.HEAD, date(2027, 4, 30)),
        (date(2027, 3, 29), Appointee.HEAD, date(2026, 9, 30)),
        (date(2027, 5, 1), Appointee.HEAD, date(2027, 1, 31)),
    ],
)
def test_the_day_to_resign_by_goes_with_the_start(
    start: date, appointee: Appointee, resigns: date
) -> None:
    assert rows(ask(start=start, appointee=appointee))["accept"].latest == resigns


def test_somebody_free_need_not_resign_and_has_six_weeks_for_the_checks() -> None:
    found = rows(ask(appointee=Appointee.FREE))
    assert "accept" not in found
    assert found["offer"].latest == date(2027, 3, 1)


# Holidays


def test_governors_do_not_meet_shortlist_or_interview_in_a_holiday_or_at_a_weekend() -> None:
    calendar = EnglandAndWales(terms=TERMS)
    for month in range(1, 10):
        question = ask(start=date(2027, month, 17), appointee=Appointee.FREE)
        for row in timetable(question):
            if row.key in {"meeting", "interviews", "shortlist", "panel"} and (
                TERMS[0].first <= row.latest <= TERMS[-1].last
            ):
                assert calendar.is_school_day(row.latest), (month, row)


def test_a_step_moved_out_of_a_holiday_says_so() -> None:
    row = rows(ask(start=date(2027, 4, 5), appointee=Appointee.FREE))["meeting"]
    assert row.latest == date(2027, 2, 12)
    assert "out of the school holiday, Saturday 13 February 2027 to Sunday 21" in row.why


def test_an_advertisement_over_a_holiday_says_how_much_of_it_is() -> None:
    assert "16 of its 21 days fall in a school holiday." in rows(ask())["advertise"].why


def test_without_term_dates_working_days_are_kept_and_it_is_said() -> None:
    question = replace(ask(), calendar=EnglandAndWales())
    row = rows(question)["meeting"]
    assert row.latest == date(2027, 1, 27)
    assert "The school's term dates for then are not entered." in row.why


def test_a_start_beyond_the_known_bank_holidays_is_refused_with_the_way_out() -> None:
    with pytest.raises(CalendarError, match="The bank holidays of 2029 are not known"):
        timetable(ask(start=date(2029, 9, 1)))


# How it stands


def test_everything_is_on_time_while_no_latest_day_has_passed() -> None:
    found = timetable(ask(today=date(2026, 11, 23)))
    assert {row.state for row in found} == {State.ON_TIME}
    assert verdict(found).in_words == "on time"


def test_a_step_whose_day_has_passed_is_late_by_so_many_days() -> None:
    found = timetable(ask(today=date(2026, 12, 7)))
    late = {row.key: row.in_words for row in found if row.state is State.LATE}
    assert late == {
        "panel_notice": "Late by 14 days",
        "panel": "Late by 6 days",
        "tell": "Late by 6 days",
    }
    assert verdict(found).in_words == "late by 14 days"


def test_what_is_done_says_when_and_whether_that_was_late() -> None:
    question = ask(
        today=date(2026, 12, 7),
        panel_notice=date(2026, 11, 20),
        panel=date(2026, 12, 3),
        tell=date(2026, 11, 1),
    )
    found = rows(question)
    assert found["panel"].in_words == "Done on 3 December 2026, 2 days after the latest day"
    assert found["tell"].in_words == "Done on 1 November 2026"
    assert verdict(list(found.values())).in_words == "on time"


def test_what_is_arranged_is_judged_by_the_day_for_which_it_is_arranged() -> None:
    question = replace(
        ask(today=date(2026, 12, 14), advertise=date(2026, 12, 14)),
        arranged={"close": date(2027, 1, 8)},
    )
    assert rows(question)["close"].in_words == "Late by 3 days"
    early = replace(question, arranged={"close": date(2027, 1, 4)})
    assert rows(early)["close"].in_words == "On time, arranged for 4 January 2027"


def test_what_was_never_recorded_and_is_overtaken_is_not_called_impossible() -> None:
    found = rows(ask(today=date(2027, 1, 13), shortlist=date(2027, 1, 12)))
    assert found["panel"].state is State.PASSED
    assert found["tell"].state is State.LATE
    assert verdict(list(found.values())).state is State.LATE


def test_what_no_measure_brings_back_is_impossible_and_so_is_all_that_waits_for_it() -> None:
    found = rows(ask(today=date(2027, 3, 15)))
    assert found["panel"].state is State.IMPOSSIBLE
    assert found["meeting"].state is State.IMPOSSIBLE
    assert "It waits for “Notice of the meeting on the panel”" in found["start"].why
    assert verdict(list(found.values())).in_words == "impossible"


# What would bring it back


def test_a_shorter_advertisement_brings_back_a_week() -> None:
    question = ask(today=date(2026, 12, 7))
    row = rows(question)["panel"]
    assert brought_back_by(question, row) == ("a shorter advertisement",)


def test_what_is_on_time_or_done_needs_nothing() -> None:
    question = ask(today=date(2026, 12, 7), panel=date(2026, 12, 3))
    found = rows(question)
    assert brought_back_by(question, found["panel"]) == ()
    assert brought_back_by(question, found["meeting"]) == ()


def test_the_remedies_taken_together_make_everything_on_time_and_none_can_be_spared() -> None:
    for today in (date(2026, 12, 7), date(2026, 12, 18), date(2027, 1, 20), date(2027, 2, 3)):
        question = ask(today=today)
        taken = remedies(question, timetable(question))
        assert taken, today
        keys = frozenset(measure.key for measure in taken)
        late = {r.key for r in timetable(replace(question, measures=keys)) if r.binds} - {"tell"}
        after = rows(replace(question, measures=keys))
        assert all(after[key].latest >= today for key in late), today
        for spared in keys:
            fewer = rows(replace(question, measures=keys - {spared}))
            assert any(fewer[key].latest < today for key in late), (today, spared)


def test_the_harshest_measures_are_left_out_where_milder_ones_do() -> None:
    question = ask(today=date(2026, 12, 7))
    taken = remedies(question, timetable(question))
    assert [measure.key for measure in taken] == ["advertising", "preparation"]


@pytest.mark.parametrize(
    ("today", "key", "measure"),
    [
        (date(2027, 1, 21), "receipt", "all formalities on one day"),
        (date(2027, 1, 25), "receipt", "the authority saying early that it makes none"),
        (date(2027, 1, 25), "notice", "the chair shortening the notice"),
        (date(2027, 2, 1), "accept", "an early release"),
        (date(2027, 1, 6), "close", "shortlisting at once"),
    ],
)
def test_the_one_measure_that_does_is_named(today: date, key: str, measure: str) -> None:
    question = ask(today=today)
    assert brought_back_by(question, rows(question)[key]) == (measure,)


def gains(measure: str, appointee: Appointee) -> bool:
    """Whether the measure alone gives some step a later latest day."""
    plain = ask(appointee=appointee)
    won = rows(replace(plain, measures=frozenset({measure})))
    return any(won[key].latest > row.latest for key, row in rows(plain).items())


@pytest.mark.parametrize("measure", [measure.key for measure in MEASURES])
def test_every_measure_wins_time_for_somebody(measure: str) -> None:
    assert any(gains(measure, appointee) for appointee in Appointee)


def test_telling_the_authority_late_holds_nothing_up() -> None:
    question = ask(
        today=date(2027, 1, 20), panel_notice=date(2026, 11, 2), panel=date(2026, 11, 20)
    )
    row = rows(question)["tell"]
    assert row.state is State.LATE
    assert brought_back_by(question, row) == ("doing it today: nothing else waits for it",)


# Other bodies of rules


def test_five_clear_working_days_and_fourteen_days_are_worked_back_as_their_law_has_them() -> None:
    found = rows(replace(ask(), regime=regime_for("community", "wales", date(2026, 9, 1))))
    assert found["notice"].latest == date(2027, 1, 19)  # 20, 21, 22, 25 and 26 January
    assert found["receipt"].latest == date(2027, 1, 13)  # 13 to 26 January
    assert found["tell"].latest == found["panel_notice"].latest


def test_where_the_governing_body_appoints_there_is_no_step_for_the_authority_to_appoint() -> None:
    regime = regime_for("voluntary_aided", "england", date(2026, 9, 1))
    found = rows(replace(ask(), regime=regime))
    assert "appoint" not in found
    assert found["meeting"].latest == date(2027, 1, 28)


def test_an_academy_has_no_step_of_the_authority_and_no_word_of_its_period() -> None:
    question = replace(ask(), regime=regime_for("academy", "england", date(2026, 9, 1)))
    found = timetable(question)
    assert not {"tell", "receipt", "period_end"} & {row.key for row in found}
    words = " ".join(f"{row.name} {row.why}" for row in found).lower()
    assert "representations" not in words
    assert "authority" not in words
    late = replace(question, today=date(2027, 1, 20))
    assert "none_made" not in {measure.key for measure in remedies(late, timetable(late))}


# Starts to choose from


def test_the_usual_starts_are_offered_with_the_term_dates() -> None:
    found = starts(date(2026, 9, 15), EnglandAndWales(terms=TERMS), TERMS)
    assert [(start.day, start.name) for start in found] == [
        (date(2026, 11, 2), "After half-term"),
        (date(2027, 1, 1), "Spring term"),
        (date(2027, 2, 22), "After half-term"),
        (AFTER_EASTER, "After Easter"),
        (date(2027, 6, 7), "After half-term"),
        (date(2027, 9, 1), "Autumn term"),
    ]


def test_without_term_dates_the_summer_starts_on_the_first_of_may() -> None:
    found = starts(date(2027, 1, 15), EnglandAndWales(), ())
    assert [(start.day, start.name) for start in found][:2] == [
        (date(2027, 5, 1), "Summer term: its first day is not entered"),
        (date(2027, 9, 1), "Autumn term"),
    ]


def test_a_usual_length_is_said_in_words() -> None:
    assert str(USUAL["advertising"].value) == "21 days, 14 at the shortest"


def test_the_authoritys_own_longer_notice_is_worked_back_from_with_both_sources() -> None:
    own = LocalRule("meeting_notice", 10, "Standing order 3", date(2026, 1, 1))
    by_law, longer = (
        rows(replace(ask(), regime=regime))["notice"] for regime in (ENGLAND, own.added_to(ENGLAND))
    )
    assert by_law.latest - longer.latest >= timedelta(days=3)
    assert "10 clear days" in longer.why
    assert [rule.citation for rule in longer.rules][1:] == ["Standing order 3"]


def test_the_authoritys_own_longer_wait_is_worked_back_from_beside_the_lawful_period() -> None:
    own = LocalRule("representations", 14, "Cabinet minute 7", date(2026, 1, 1))
    by_law, longer = (
        rows(replace(ask(), regime=regime))["receipt"]
        for regime in (ENGLAND, own.added_to(ENGLAND))
    )
    assert by_law.latest - longer.latest == timedelta(days=7)
    assert "The authority has 7 days" in longer.why
    assert "It asks panels to wait for 14 days" in longer.why
    assert [rule.citation for rule in longer.rules][1:] == ["Cabinet minute 7"]
