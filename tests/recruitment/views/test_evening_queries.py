"""The pages of the evening ask the database as often for many candidates as for few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recruitment.models import ScoreSheet
from tests.recruitment import crowd
from tests.recruitment.headship import Headship
from tests.recruitment.views.browser import sign_in

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 42
PAGES = ("candidates/", "candidates/C1/", "roster/", "scores/", "act/score_candidate/?about=C1")


def queries(client: Client, case: Headship, page: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(f"/vacancies/{case.vacancy.reference}/{page}", follow=True)
        assert answer.status_code == 200
    return len(caught)


@pytest.fixture
def cases() -> list[Headship]:
    return [crowd.crowd(FEW), crowd.crowd(MANY)]


@pytest.mark.parametrize("all_in", [False, True], ids=["nothing scored", "all scored"])
def test_each_page_runs_the_same_number_of_queries_for_3_and_for_42_candidates(
    cases: list[Headship], all_in: bool
) -> None:
    for case in cases:
        if all_in:
            crowd.all_in(case)
    for role in ("clerk", "panel", "adviser"):
        client = sign_in(cases[0].people[role])
        pages = [page for page in PAGES if role != "adviser" or "act" not in page]
        client.get(f"/vacancies/{cases[0].vacancy.reference}/scores/")  # the types are kept
        few, many = ({page: queries(client, case, page) for page in pages} for case in cases)
        assert few == many, role
    assert ScoreSheet.objects.count() == (3 * (FEW + MANY) if all_in else 0)
