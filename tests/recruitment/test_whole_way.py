"""A whole appointment through the actions, from recorded to in post."""

from datetime import date

import pytest

from casework import record
from recruitment.stages import CandidateState, Stage
from tests.recruitment.headship import headship, on_day

pytestmark = pytest.mark.django_db


def test_a_headship_goes_from_recorded_to_in_post() -> None:
    with on_day(date(2027, 2, 1)):
        case = headship("in_post")

    vacancy = case.fresh()
    assert vacancy.stage == Stage.IN_POST
    assert case.candidate("C1").state == CandidateState.IN_POST
    assert {case.candidate(c).state for c in ("C2", "C3")} == {CandidateState.UNSUCCESSFUL}
    assert vacancy.event_count == vacancy.events.count()
    assert list(record.verify(vacancy)) == []
