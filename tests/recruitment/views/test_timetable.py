"""The timetable of a vacancy: worked back, kept as a plan, and shown beside what happened."""

from datetime import date, timedelta

import pytest

from casework.action import Actor
from recruitment.actions import planning
from recruitment.models import Appointee, Plan
from recruitment.pages.timetable import in_short
from recruitment.timetable import ask_of, timetable
from schools import terms
from schools.models import TermDates, TermKind
from tests.recruitment.headship import Headship, headship, on_day, refusal
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.words import html, read, words

pytestmark = pytest.mark.django_db
TODAY = date(2027, 2, 1)
SEPTEMBER = date(2027, 9, 1)
YEAR = (
    ((2026, 9, 2), (2026, 10, 23)),
    ((2026, 11, 2), (2026, 12, 18)),
    ((2027, 1, 4), (2027, 2, 12)),
    ((2027, 2, 22), (2027, 3, 25)),
    ((2027, 4, 12), (2027, 5, 28)),
    ((2027, 6, 7), (2027, 7, 21)),
)


def enter_terms(case: Headship) -> None:
    terms.enter(
        case.school,
        [
            TermDates(kind=TermKind.TERM, name="", first=date(*first), last=date(*last))
            for first, last in YEAR
        ],
        by=case.people["clerk"],
        on=case.day,
    )


@pytest.fixture
def case() -> Headship:
    case = headship("recorded", start=TODAY)
    enter_terms(case)
    return case


def keep(case: Headship, start: date = SEPTEMBER, by: Actor | None = None) -> None:
    planning.keep_plan(
        case.vacancy, start=start, appointee=Appointee.HEAD, by=by or case.clerk, on=case.day
    )


def asked(case: Headship, question: str) -> str:
    address = f"/vacancies/{case.vacancy.reference}/timetable/"
    return words(sign_in(case.people["governor"]).get(address, {"about": question}))


def test_without_a_plan_the_next_start_after_the_outgoing_head_is_worked_back(
    case: Headship,
) -> None:
    page = read(case, case.people["governor"], "timetable")
    assert "In post by 7 June 2027, with a head elsewhere: late by 70 days ." in page
    assert "No plan is kept yet." in page
    assert "A start on 1 September 2027 is on time." in page
    assert "An acting head from 3 June 2027, the day after the outgoing head's last" in page


def test_the_page_gives_latest_day_reason_and_source_of_each_step(case: Headship) -> None:
    page = asked(case, "2027-09-01.head")
    assert "In post by 1 September 2027, with a head elsewhere: on time ." in page
    assert (
        "A head elsewhere resigns by Friday 30 April 2027 to leave on Tuesday 31 August 2027. "
        "Conditions of Service for School Teachers" in page
    )
    assert "This figure is recalled, not read: check the regulation." in page
    assert "Keep this timetable as the plan" not in page


def test_the_picture_has_every_step_and_the_table_the_same(case: Headship) -> None:
    page = html(case, case.people["clerk"], "timetable")
    picture = page.partition("<svg")[2].partition("</figure>")[0]
    assert picture.count("headship-ladder__latest") == 16
    assert page.count("headship-plan__name") == 16
    assert "Hatched: school holidays." in page


def test_other_starts_are_offered_with_their_verdicts(case: Headship) -> None:
    page = html(case, case.people["governor"], "timetable")
    assert f'href="/vacancies/{case.vacancy.reference}/timetable/?about=2027-06-07.free"' in page
    text = read(case, case.people["governor"], "timetable")
    assert "7 June 2027 After half-term" in text
    assert "12 April 2027" not in text.partition("Other starts")[2]  # the post is not free yet
    assert "1 September 2027 Autumn term On time" in text


@pytest.mark.parametrize("question", ["", "nonsense", "2027-09-01", "2027-09-01.nobody", ".head"])
def test_a_question_that_is_none_is_answered_with_the_usual_one(
    case: Headship, question: str
) -> None:
    assert "In post by 7 June 2027" in asked(case, question)


def test_a_start_beyond_the_bank_holidays_says_what_to_add(case: Headship) -> None:
    page = asked(case, "2029-09-01.head")
    assert "The bank holidays of 2029 are not known" in page
    assert "The steps, worked back" not in page


# The plan


def test_the_plan_is_kept_and_shown_beside_what_happened(case: Headship) -> None:
    keep(case)
    with on_day(TODAY + timedelta(days=1)):
        case.after(1).notify()
        page = read(case, case.people["governor"], "timetable")
    assert "The plan was kept on 1 February 2027 by Ann Rees" in page
    assert "Planned: 1 March 2027 Done on 2 February 2027. 27 days before the day planned." in page


def test_the_plan_stays_as_it_was_when_the_terms_change(case: Headship) -> None:
    keep(case)
    plan = Plan.objects.get(vacancy=case.vacancy)
    TermDates.objects.filter(school=case.school).delete()
    page = read(case, case.people["governor"], "timetable")
    assert Plan.objects.get(vacancy=case.vacancy).rows == plan.rows
    assert "term dates for then are not entered" in page


def test_another_timetable_than_the_plan_says_so(case: Headship) -> None:
    keep(case)
    assert "This timetable is another one. Back to the plan" in asked(case, "2027-09-01.free")


def test_a_later_plan_stands_beside_the_earlier_one(case: Headship) -> None:
    keep(case)
    keep(case, date(2027, 6, 7))
    page = read(case, case.people["governor"], "timetable")
    assert page.count("kept by Ann Rees") == 2
    assert "In post by 7 June 2027" in page


def test_the_overview_leads_to_the_plan_with_how_it_stands(case: Headship) -> None:
    assert "Timetable In post by" not in read(case, case.people["governor"], "vacancy")
    keep(case)
    page = read(case, case.people["governor"], "vacancy")
    assert "Timetable In post by 1 September 2027: on time" in page


def test_the_record_keeps_the_start_and_the_steps(case: Headship) -> None:
    keep(case)
    page = read(case, case.people["clerk"], "record")
    assert "Keep a timetable as the plan" in page
    assert "The new head is in post: 1 September 2027" in page


def test_the_clerk_keeps_the_timetable_from_its_page(case: Headship) -> None:
    address = f"/vacancies/{case.vacancy.reference}/act/keep_plan/?about=2027-09-01.teacher"
    form = sign_in(case.people["clerk"]).get(address, follow=True).content.decode()
    assert 'value="teacher"' in form
    assert 'value="2027"' in form


# What is refused


def test_a_plan_is_for_a_day_to_come(case: Headship) -> None:
    assert refusal(case, lambda: keep(case, case.day)) == ("start_not_ahead",)
    assert not Plan.objects.exists()


def test_a_plan_beyond_the_known_bank_holidays_is_refused(case: Headship) -> None:
    assert refusal(case, lambda: keep(case, date(2029, 9, 1))) == ("holidays_unknown",)


def test_a_governor_keeps_no_plan(case: Headship) -> None:
    keys = refusal(case, lambda: keep(case, by=case.actor("governor")))
    assert keys == ("not_permitted",)


def test_the_chair_keeps_one(case: Headship) -> None:
    keep(case, by=case.actor("chair"))
    assert Plan.objects.get().by == case.people["chair"]


# Beside what happened, from beginning to end


@pytest.mark.parametrize(
    ("stage", "done"),
    [
        ("advertised", {"tell", "panel", "panel_notice", "advertise"}),
        ("shortlisted", {"tell", "panel", "panel_notice", "advertise", "close", "shortlist"}),
    ],
)
def test_what_happened_is_read_from_the_case(stage: str, done: set[str]) -> None:
    assert happened(headship(stage)) == done


def test_a_headship_in_post_has_every_step_done_but_what_was_not_recorded() -> None:
    case = headship("in_post")
    rows = timetable(ask_of(case.position(), date(2027, 1, 1), Appointee.HEAD))
    assert {row.key for row in rows if row.happened} == {row.key for row in rows}


def happened(case: Headship) -> set[str]:
    ask = ask_of(case.position(), date(2027, 9, 1), Appointee.HEAD)
    return set(ask.done)


@pytest.mark.parametrize("about", ["0001-01-01.head", "0002-01-01.teacher", "9999-12-31.head"])
def test_a_day_that_no_calendar_reaches_is_not_worked_back_from(about: str) -> None:
    case = headship("recorded")
    assert asked(case, about) == asked(case, "")


def test_no_plan_is_kept_for_a_day_on_which_the_post_is_held() -> None:
    case = headship("recorded")
    held = case.vacancy.outgoing_last_day
    assert refusal(case, lambda: keep(case, held)) == ("post_still_held",)
    keep(case, held + timedelta(days=1))
    assert Plan.objects.get().start == held + timedelta(days=1)


def test_once_the_post_is_offered_the_timetable_is_that_of_the_start_offered() -> None:
    case = headship("appointed")
    keep(case)
    case.offer()
    assert "In post by 1 January 2027" in asked(case, "")
    assert in_short(case.position()) == (
        "The start offered is 1 January 2027; planned, 1 September 2027"
    )
