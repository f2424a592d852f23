"""Equality answers: added up, and shown so that nobody is recognised in a count."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

import pytest

from casework.models import Event
from law.equality import QUESTIONS
from recruitment import equality
from recruitment.actions import equality as actions
from recruitment.equality import FEW, NOT_SHOWN, SMALL, suppressed
from recruitment.models import EqualityCount
from tests.recruitment.headship import Headship, headship, on_day, refusal


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def forms(number: int, **sex: int) -> dict[str, dict[str, int]]:
    """So many forms: what they say of sex, and nothing said of all else."""
    said = {**sex, "not_said": number - sum(sex.values())}
    return {key: said if key == "sex" else {"not_said": number} for key in QUESTIONS}


def count(case: Headship, answers: Mapping[str, Mapping[str, int]]) -> Event:
    return actions.count_equality_answers(case.vacancy, answers=answers, by=case.clerk, on=case.day)


@pytest.mark.django_db
def test_answers_are_added_to_those_counted_before() -> None:
    case = headship("advertised")
    count(case, forms(8, female=3))
    count(case, forms(5, female=4, male=1))
    p = case.position()
    assert equality.counts(p)["sex"] == {"female": 7, "male": 1, "not_said": 5}
    assert equality.forms_counted(p) == 13


@pytest.mark.django_db
def test_the_record_says_how_many_forms_and_nothing_of_what_was_answered() -> None:
    event = count(headship("advertised"), forms(8, female=3))
    assert event.data == {"forms": 8}
    assert event.why == ""


@pytest.mark.django_db
def test_nothing_that_is_kept_ties_an_answer_to_a_person_or_an_hour() -> None:
    count(headship("advertised"), forms(8))
    (kept, *_) = EqualityCount.objects.values()
    assert set(kept) == {"id", "vacancy_id", "round", "question", "answer", "number"}


@pytest.mark.django_db
def test_all_rows_are_made_at_once_so_that_their_order_says_nothing() -> None:
    case = headship("advertised")
    count(case, forms(6))
    made = EqualityCount.objects.count()
    assert made == sum(len(question.answers) for question in QUESTIONS.values())
    count(case, forms(5, male=5))
    assert EqualityCount.objects.count() == made


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("answers", "key"),
    [
        ({}, "nothing_counted"),
        (forms(0), "nothing_counted"),
        ({**forms(6), "sex": {"female": 5}}, "answers_do_not_add_up"),
        ({**forms(6), "shoes": {"large": 6}}, "answer_not_asked"),
        (forms(6, martian=1), "answer_not_asked"),
        (forms(6, female=-1), "answer_not_asked"),
    ],
)
def test_what_was_not_asked_or_does_not_add_up_is_refused(
    answers: dict[str, dict[str, int]], key: str
) -> None:
    case = headship("advertised")
    assert key in refusal(case, lambda: count(case, answers))
    assert not EqualityCount.objects.exists()


@pytest.mark.django_db
def test_a_few_forms_are_not_added_to_counts_that_were_seen() -> None:
    case = headship("advertised")
    count(case, forms(2))
    assert refusal(case, lambda: count(case, forms(1))) == ("few_forms_at_once",)
    count(case, forms(SMALL))


def test_a_small_count_is_not_shown_and_another_hides_it_from_the_total() -> None:
    assert suppressed({"a": 3, "b": 9, "c": 7}) == {"a": FEW, "b": "9", "c": NOT_SHOWN}
    assert suppressed({"a": 3, "b": 2, "c": 7}) == {"a": FEW, "b": FEW, "c": "7"}
    assert suppressed({"a": 0, "b": 0, "c": 7, "d": 8})["c"] == NOT_SHOWN
    assert suppressed({"a": 6, "b": 9}) == {"a": "6", "b": "9"}


def test_no_count_that_is_kept_back_can_be_worked_out() -> None:
    for numbers in product(range(8), repeat=3):
        counts = dict(zip("abc", numbers, strict=True))
        said = suppressed(counts)
        could_be = ways_to_the_total(counts, said)
        for key in hidden(said) if any(numbers) else ():
            assert len({way[key] for way in could_be}) > 1, (key, counts, said)
        assert all(counts[key] >= SMALL for key in counts.keys() - set(hidden(said)))


def hidden(said: Mapping[str, str]) -> list[str]:
    return [key for key, shown in said.items() if not shown.isdecimal()]


def ways_to_the_total(counts: Mapping[str, int], said: Mapping[str, str]) -> list[dict[str, int]]:
    """Every way in which the counts that are not shown could make up the rest of the total."""
    keys = hidden(said)
    rest = sum(counts[key] for key in keys)
    tried = (
        dict(zip(keys, way, strict=True)) for way in product(range(rest + 1), repeat=len(keys))
    )
    few = [key for key in keys if said[key] == FEW]
    return [
        way for way in tried if sum(way.values()) == rest and all(way[key] < SMALL for key in few)
    ]
