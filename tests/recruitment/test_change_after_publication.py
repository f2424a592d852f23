"""What can be changed once the post is advertised: the closing date, or all of it, anew."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from casework.models import Event
from recruitment import impossible
from recruitment.actions import advertisement, specification, turns
from recruitment.models import Advertisement, Criterion, ScoreSheet, Vacancy
from recruitment.stages import Stage
from tests.recruitment.headship import Headship, headship, on_day, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def extend(case: Headship, days: int, **changed: str) -> Event:
    """Extend to so many days after the first closing date."""
    advert = Advertisement.objects.get(vacancy=case.vacancy)
    assert advert.closing_on
    facts = {"why": "Few came", "where": "The gazette", **changed}
    return advertisement.extend_closing(
        case.vacancy,
        closing_on=advert.closing_on + timedelta(days=days),
        by=case.clerk,
        on=case.day,
        **facts,
    )


def publish_again(case: Headship, why: str = "A criterion is wanting") -> Event:
    return advertisement.publish_again(case.vacancy, why=why, by=case.clerk, on=case.day)


def warned(event: Event) -> list[str]:
    return list(event.data.get("warned_of", []))


def test_the_extended_date_is_in_force_and_the_first_stays_on_record() -> None:
    case = headship("advertised")
    first = case.day + timedelta(days=14)
    extend(case, 7)
    p = case.position()
    assert p.advertisement is not None
    assert p.advertisement.closing_on == first + timedelta(days=7)
    (extension,) = p.extensions_of(p.advertisement)
    assert (extension.before, extension.why) == (first, "Few came")
    assert p.stage == Stage.ADVERTISED
    assert list(impossible.find(p)) == []


def test_an_application_between_the_two_dates_is_not_late() -> None:
    case = headship("advertised").after(16).apply("Ada Brook")
    assert case.candidate("C1").late
    extend(case, 7)
    assert not case.candidate("C1").late


def test_nobody_is_shortlisted_before_the_extended_date() -> None:
    case = headship("advertised").apply().after(15)
    extend(case, 7)
    assert refusal(case, case.shortlist) == ("still_open_to_applications",)
    case.after(10).shortlist()


def test_those_who_applied_are_to_be_told_of_the_new_date() -> None:
    case = headship("advertised")
    assert warned(extend(case, 1)) == []
    case.apply()
    assert warned(extend(case, 1)) == ["applicants_not_told_of_extension"]


@pytest.mark.parametrize(
    ("days", "key"), [(0, "not_later"), (-3, "not_later"), (400, "date_unlikely")]
)
def test_a_date_that_gives_no_time_or_years_of_it_is_refused(days: int, key: str) -> None:
    case = headship("advertised")
    assert refusal(case, lambda: extend(case, days)) == (key,)


def test_a_date_that_has_passed_is_refused() -> None:
    case = headship("advertised").after(30)
    assert refusal(case, lambda: extend(case, 7)) == ("closing_date_past",)


@pytest.mark.parametrize("empty", ["why", "where"])
def test_an_extension_has_its_reason_and_its_announcement(empty: str) -> None:
    case = headship("advertised")
    assert refusal(case, lambda: extend(case, 7, **{empty: " "})) == (f"{empty}_missing",)


def test_no_closing_date_is_extended_after_the_shortlist() -> None:
    case = headship("shortlisted")
    assert refusal(case, lambda: extend(case, 30)) == ("not_at_this_stage",)


def test_a_paused_headship_is_not_published_again() -> None:
    case = headship("advertised")
    turns.pause(case.vacancy, why="A merger", by=case.clerk, on=case.day)
    assert refusal(case, lambda: publish_again(case)) == ("paused",)


def test_published_again_the_specification_is_open_and_what_was_published_stays() -> None:
    case = headship("advertised").apply()
    publish_again(case)
    assert case.fresh().stage == Stage.PANEL_APPOINTED
    removed = Criterion.objects.get(vacancy=case.vacancy, number=2)
    specification.remove_criterion(case.vacancy, criterion=removed, by=case.clerk, on=case.day)
    specification.add_criterion(
        case.vacancy,
        text="Governance",
        tested_by=[Criterion.TestedBy.APPLICATION],
        by=case.clerk,
        on=case.day,
    )
    specification.settle_criteria(case.vacancy, by=case.clerk, on=case.day)
    case.after(1).advertise()
    p = case.position()
    assert [c.number for c in p.criteria] == [1, 3, 4]
    assert str(p.criterion(2)) == "2. Leads safeguarding"
    assert [a.round for a in p.advertisements] == [1, 1]
    assert [c.code for c in p.candidates] == ["C1", "C2", "C3"]
    assert list(impossible.find(p)) == []
    case.after(15).shortlist()


def test_those_who_applied_are_to_be_told_of_the_change() -> None:
    case = headship("advertised").apply()
    assert warned(publish_again(case)) == ["applicants_not_told_of_change"]


def test_once_scores_are_handed_in_the_round_is_decided_by_them() -> None:
    case = headship("advertised").apply()
    sheet = ScoreSheet.objects.create(
        vacancy=case.vacancy,
        round=1,
        person=case.panel[0],
        candidate=case.candidate("C1"),
        scored_on=case.day,
    )
    sheet.handed_in_on = case.day
    sheet.save()
    assert refusal(case, lambda: publish_again(case)) == ("scores_handed_in",)
    ScoreSheet.objects.update(handed_in_on=None)
    publish_again(case)


def test_what_was_never_advertised_is_not_published_again() -> None:
    case = headship("advertised")
    Advertisement.objects.update(closing_on=None, good_reason_not_to="A merger")
    assert refusal(case, lambda: publish_again(case)) == ("nothing_published",)
    assert Vacancy.objects.get().stage == Stage.ADVERTISED


def test_publishing_again_has_a_reason() -> None:
    case = headship("advertised")
    assert refusal(case, lambda: publish_again(case, " ")) == ("why_missing",)
