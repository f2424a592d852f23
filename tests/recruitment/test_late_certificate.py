"""A head may start before the enhanced certificate comes: by law only after the barred list."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from casework.action import Actor, Refused
from law.base import Strength
from recruitment import impossible
from recruitment.actions import appointment
from recruitment.stages import Stage
from recruitment.tasks import TASKS
from tests.recruitment.headship import Headship, headship, on_day

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


@pytest.fixture
def case() -> Headship:
    """An offer accepted, with every check made but the certificate and the barred list."""
    case = headship("accepted")
    for rule in case.position().regime.checks:
        if rule.value.key not in {"enhanced_dbs", "barred_list"}:
            record(case, rule.value.key, applies=rule.value.required == "always")
    return case


def record(case: Headship, key: str, *, applies: bool = True) -> None:
    appointment.record_check(
        case.vacancy,
        check=key,
        done_by="Joan Beck",
        evidence="Seen",
        applies=applies,
        by=case.clerk,
        on=case.day,
    )


def refusal(do: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value


def answering(case: Headship) -> Actor:
    return Actor(case.clerk.user, override="Supervised by the deputy; risk assessed today")


def confirm(case: Headship, by: Actor) -> None:
    appointment.confirm(case.vacancy, by=by, on=case.day)


def start(case: Headship, by: Actor) -> None:
    case.day = date(2027, 1, 4)
    appointment.take_up_post(case.vacancy, by=by, on=case.day)


def test_somebody_answers_by_name_for_a_confirmation_without_the_certificate(
    case: Headship,
) -> None:
    refused = refusal(lambda: confirm(case, case.clerk))
    assert refused.keys == ("certificate_not_in",)
    assert refused.obstacles[0].strength is Strength.HOUSE
    confirm(case, answering(case))
    assert case.fresh().stage == Stage.CONFIRMED


@pytest.mark.parametrize("recorded", [False, True], ids=["not made", "said not to apply"])
def test_nobody_starts_without_either_certificate_or_barred_list(
    case: Headship, *, recorded: bool
) -> None:
    confirm(case, answering(case))
    if recorded:
        record(case, "barred_list", applies=False)
    refused = refusal(lambda: start(case, answering(case)))
    assert "barred_list_not_checked" in refused.keys
    assert {o.strength for o in refused.obstacles} == {Strength.LAW}


def test_with_the_barred_list_checked_the_head_starts_and_the_certificate_is_still_awaited(
    case: Headship,
) -> None:
    confirm(case, answering(case))
    record(case, "barred_list")
    start(case, answering(case))
    assert case.fresh().stage == Stage.IN_POST
    assert list(impossible.find(case.position())) == []
    assert [
        t.action
        for t in TASKS.waiting(case.position(), frozenset({"officer"}), case.people["officer"])
    ] == ["record_check"]
    record(case, "enhanced_dbs")
    assert case.position().checks_complete_on == case.day
    assert not TASKS.waiting(case.position(), frozenset({"officer"}), case.people["officer"])


def test_with_the_certificate_in_nobody_has_to_answer_for_anything(case: Headship) -> None:
    record(case, "enhanced_dbs")
    record(case, "barred_list", applies=False)
    confirm(case, case.clerk)
    start(case, case.clerk)
    assert case.fresh().stage == Stage.IN_POST
