"""The clerk keeps the school's term dates, and a headship there is counted by them."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from law.periods import Counting, Period, Unit
from recruitment import load
from schools import terms
from schools.models import School, TermDates, TermKind
from tests.recruitment.headship import Headship, headship, on_day, person
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Headship:
    return headship("recorded")


def entered(case: Headship, name: str, first: date, last: date, **more: str) -> Any:
    """What comes of the clerk typing the dates of a term."""
    parts = {
        f"{which}_{part}": getattr(day, part)
        for which, day in (("first", first), ("last", last))
        for part in ("day", "month", "year")
    }
    url = reverse("term_dates", args=[case.school.pk])
    typed = {"kind": "term", "name": name, **parts, **more}
    return sign_in(case.people["clerk"]).post(url, typed, follow=True)


def keep(school: School, first: date, last: date, kind: TermKind = TermKind.TERM) -> TermDates:
    dates = [TermDates(kind=kind, name="", first=first, last=last)]
    return terms.enter(school, dates, by=person("Ann Rees"), on=date(2026, 9, 1))[0]


AUTUMN = (date(2026, 9, 2), date(2026, 10, 23))


def test_the_clerk_enters_a_term_and_everybody_reads_it(case: Headship) -> None:
    page = words(entered(case, "Autumn, first half", *AUTUMN))
    assert "The dates are entered." in page
    assert "2 September 2026 23 October 2026 Autumn, first half" in page
    read = words(sign_in(case.people["governor"]).get(f"/schools/{case.school.pk}/"))
    assert "2 September 2026 23 October 2026 Autumn, first half" in read
    assert "Keep the term dates" not in read


def test_terms_that_overlap_are_refused_with_the_sentence_and_what_was_typed(
    case: Headship,
) -> None:
    keep(case.school, *AUTUMN)
    answer = entered(case, "Second half", date(2026, 10, 20), date(2026, 12, 18))
    page = words(answer)
    assert answer.status_code == 422
    assert (
        "2 September 2026 to 23 October 2026 and “Second half” (20 October 2026 to 18 December "
        "2026) overlap. Correct the dates, or take out the one that is wrong first." in page
    )
    assert 'value="Second half"' in answer.content.decode()
    assert case.school.term_dates.count() == 1


def test_a_backward_term_is_refused(case: Headship) -> None:
    page = words(entered(case, "Autumn", AUTUMN[1], AUTUMN[0]))
    assert "“Autumn” ends on 2 September 2026, before it begins on 23 October 2026." in page
    assert not case.school.term_dates.exists()


def test_a_day_that_is_none_is_refused_at_its_field(case: Headship) -> None:
    page = words(entered(case, "Autumn", *AUTUMN, first_day="31", first_month="9"))
    assert "First day must be a real date" in page


def test_the_clerk_takes_a_stretch_out(case: Headship) -> None:
    kept = keep(case.school, *AUTUMN)
    url = reverse("term_dates", args=[case.school.pk])
    page = words(sign_in(case.people["clerk"]).post(url, {"take_out": kept.pk}, follow=True))
    assert "The dates are taken out." in page
    assert not case.school.term_dates.exists()


def test_the_page_says_who_entered_and_took_out_what_and_when(case: Headship) -> None:
    url = reverse("term_dates", args=[case.school.pk])
    clerk = sign_in(case.people["clerk"])
    assert "What was changed" not in words(clerk.get(url))
    with on_day(date(2026, 9, 3)):
        entered(case, "Autumn", *AUTUMN)
    (kept,) = case.school.term_dates.all()
    with on_day(date(2026, 9, 7)):
        page = words(clerk.post(url, {"take_out": kept.pk}, follow=True))
    assert "Taken out: “Autumn” (2 September 2026 to 23 October 2026). Ann Rees, 7" in page
    assert "Entered: “Autumn” (2 September 2026 to 23 October 2026). Ann Rees, 3" in page


def test_a_stretch_of_another_school_is_not_taken_out(case: Headship) -> None:
    other = keep(School.objects.create(name="Elsewhere", category="community"), *AUTUMN)
    url = reverse("term_dates", args=[case.school.pk])
    for which in (str(other.pk), "x"):
        sign_in(case.people["clerk"]).post(url, {"take_out": which})
    assert TermDates.objects.filter(pk=other.pk).exists()


def test_nobody_but_the_clerk_enters_or_takes_out(case: Headship) -> None:
    kept = keep(case.school, *AUTUMN)
    url = reverse("term_dates", args=[case.school.pk])
    answer = sign_in(case.people["chair"]).post(url, {"take_out": kept.pk})
    assert answer.status_code == 403
    assert "kept by the clerk to its governing body" in words(answer)
    assert case.school.term_dates.count() == 1


def test_a_closure_in_no_term_is_marked(case: Headship) -> None:
    keep(case.school, date(2026, 10, 26), date(2026, 10, 26), TermKind.CLOSED)
    page = words(sign_in(case.people["clerk"]).get(f"/schools/{case.school.pk}/terms/"))
    assert "School closed (in no term, so it changes nothing)" in page


def test_school_days_of_a_headship_are_counted_by_the_terms_of_its_own_school(
    case: Headship,
) -> None:
    other = headship("recorded", "Birch Primary School")
    for first, last in (AUTUMN, (date(2026, 11, 2), date(2026, 12, 18))):
        keep(case.school, first, last)
    for first, last in (
        (date(2026, 9, 2), date(2026, 10, 16)),
        (date(2026, 10, 26), date(2026, 12, 18)),
    ):
        keep(other.school, first, last)
    keep(case.school, date(2026, 11, 2), date(2026, 11, 2), TermKind.CLOSED)
    ten = Period(10, Unit.SCHOOL_DAYS, Counting.AFTER)
    found = load.positions([case.fresh(), other.fresh()], case.day)
    assert [ten.last_day(date(2026, 10, 16), p.calendar) for p in found] == [
        date(2026, 11, 9),
        date(2026, 11, 6),
    ]
