"""Places in the matrix: those who stand level have one place, and the next is further down."""

from collections.abc import Iterator
from datetime import date

import pytest

from recruitment import tally
from recruitment.actions import scoring, specification
from recruitment.actions.scoring import Mark
from recruitment.models import Criterion
from tests.recruitment.headship import Headship, headship, on_day

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2027, 3, 1)):
        yield


@pytest.fixture
def case() -> Headship:
    """Four have applied; each member gave the first and the third 4 points, the others 5 and 2."""
    case = headship("panel_appointed")
    specification.add_criterion(
        case.vacancy, text="Leads teaching", tested_by=[Criterion.TestedBy.APPLICATION],
        by=case.clerk, on=case.day,
    )  # fmt: skip
    case.settle().advertise()
    scoring.decide_scoring(
        case.vacancy, names_hidden=False, sealed=False, by=case.clerk, on=case.day
    )
    case.apply("Ada Vrellosk", "Ben Quandrit", "Cat Brindole", "Dan Tharvick")
    for member in case.panel:
        for code, points in {"C1": 4, "C2": 5, "C3": 4, "C4": 2}.items():
            scoring.score_candidate(
                case.vacancy, candidate=case.candidate(code), marks=[Mark(1, points, "Form")],
                member=member, by=case.clerk, on=case.day,
            )  # fmt: skip
        scoring.hand_in_scores(case.vacancy, member=member, by=case.clerk, on=case.day)
    return case


def test_those_who_stand_level_have_one_place_and_the_next_is_after_both(case: Headship) -> None:
    position = case.position()
    lines = tally.matrix(position, case.clerk.user, position.candidates).lines
    assert [(line.candidate.code, line.rank) for line in lines] == [
        ("C2", 1), ("C1", 2), ("C3", 2), ("C4", 4),
    ]  # fmt: skip
