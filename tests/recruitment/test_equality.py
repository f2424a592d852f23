"""Equality answers: added up, and shown so that nobody is recognised in a count."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from string import ascii_lowercase

import pytest

from casework.models import Event
from law.applicants import FEWEST_FORMS
from law.equality import QUESTIONS
from recruitment import equality
from recruitment.actions import equality as actions
from recruitment.equality import NOT_SHOWN, SMALL, suppressed
from recruitment.models import EqualityCount
from tests.recruitment.headship import Headship, headship, on_day, refusal
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.words import read, words

FEWEST = FEWEST_FORMS.value


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
    case = headship("advertised").apply(*(f"Ada Vrel{n}" for n in "abcdefgh"))
    event = count(case, forms(8, female=3))
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


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((6, 9), ("6", "9")),
        ((3, 9, 7), (NOT_SHOWN, "9", NOT_SHOWN)),
        ((3, 2, 7), (NOT_SHOWN, NOT_SHOWN, "7")),
        ((10, 1, 0, 0, 0), (NOT_SHOWN,) * 5),  # one would be alone in the rest
        ((6, 5, 1, 0), ("6", NOT_SHOWN, NOT_SHOWN, NOT_SHOWN)),
        ((5, 4, 4), (NOT_SHOWN,) * 3),  # two that make 8 are four each
        ((5, 5, 3), (NOT_SHOWN,) * 3),  # which of the fives is shown would tell of the three
        ((0, 0, 7, 8), (NOT_SHOWN, NOT_SHOWN, NOT_SHOWN, "8")),
    ],
)
def test_a_small_count_is_not_shown_and_others_hide_it(
    numbers: Sequence[int], said: Sequence[str]
) -> None:
    assert tuple(suppressed(dict(enumerate_answers(numbers))).values()) == tuple(said)


def enumerate_answers(numbers: Sequence[int]) -> Iterator[tuple[str, int]]:
    return zip(ascii_lowercase, numbers, strict=False)


@pytest.mark.parametrize(("answers", "most"), [(2, 30), (3, 24), (4, 17)])
def test_not_even_who_knows_the_rule_works_out_a_small_count(answers: int, most: int) -> None:
    for total in range(FEWEST, most):
        alike: dict[tuple[str, ...], list[Sequence[int]]] = {}
        for numbers in ways_to(total, answers):
            said = tuple(suppressed(dict(enumerate_answers(numbers))).values())
            alike.setdefault(said, []).append(numbers)
        for said, could_be in alike.items():
            for place in (n for n, each in enumerate(said) if each == NOT_SHOWN):
                values = {numbers[place] for numbers in could_be}
                assert len(values) > 1 or min(values) >= SMALL, (said, could_be)


@pytest.mark.parametrize(("answers", "total"), [(3, 13), (4, 16), (5, 12)])
def test_what_is_kept_back_of_a_question_adds_up_to_more_than_a_few(
    answers: int, total: int
) -> None:
    for numbers in ways_to(total, answers):
        said = suppressed(dict(enumerate_answers(numbers)))
        rest = total - sum(int(each) for each in said.values() if each != NOT_SHOWN)
        assert rest == 0 or rest >= SMALL, (numbers, said)
        assert not any(each.isdecimal() and int(each) < SMALL for each in said.values())


def ways_to(total: int, answers: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many forms could have given so many answers."""
    if answers == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *others) for others in ways_to(total - first, answers - 1))


@pytest.mark.django_db
def test_of_few_forms_no_answer_is_shown_on_the_page_or_on_paper() -> None:
    case = headship("advertised")
    count(case, forms(FEWEST - 1, female=6))
    assert equality.shown(case.position()) == []
    page = read(case, case.people["clerk"], "equality")
    assert f"fewer than {FEWEST} forms were counted" in page
    assert "Female" not in page
    count(case, forms(SMALL, male=5))
    assert "Female 6" in read(case, case.people["clerk"], "equality")


# The form


def counted(case: Headship) -> Visit:
    return visit(case.people["clerk"], "act", case.vacancy.reference, "count_equality_answers")


def as_typed(number: int) -> dict[str, str]:
    return {f"{key}_is_not_said": str(number) for key in QUESTIONS}


@pytest.mark.django_db
def test_a_count_is_read_over_before_it_is_kept() -> None:
    case = headship("advertised").apply(*(f"Ada Vrel{letter}" for letter in ascii_lowercase[:10]))
    page = counted(case)
    told = words(page.send(as_typed(10)))
    assert "Check before you send" in told
    assert "Warnings" not in told
    assert not EqualityCount.objects.exists()
    page.confirm()
    assert equality.forms_counted(case.position()) == 10


@pytest.mark.django_db
def test_more_forms_than_applications_are_warned_of() -> None:
    case = headship("advertised").apply()
    count(case, forms(2))
    told = words(counted(case).send(as_typed(5)))
    assert "7 forms, 2 of them before, are counted in this round, and 3 applications are" in told


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["two", "", "-1", "1000"])
def test_what_is_wrong_in_a_box_is_said_with_its_question_and_answer(typed: str) -> None:
    told = words(counted(headship("advertised")).send({"age_is_under_35": typed}))
    assert "Age, “Under 35”: enter a whole number from 0 to 999" in told
