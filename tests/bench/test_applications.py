"""The measurement of applications from a spreadsheet: what it tells, and that nothing is left."""

import pytest

from bench import applications
from bench.applications import FEW, MANY, Import, Page, pages, read, sheet, tell
from recruitment.models import Candidate, Vacancy

pytestmark = pytest.mark.django_db


def test_the_sheet_has_no_fault_and_no_name_twice() -> None:
    assert len({each.name for each in read(sheet(MANY))}) == MANY


@pytest.mark.long
def test_pages_cost_no_query_more_where_there_are_more_candidates_and_nothing_is_left() -> None:
    opened = pages(FEW, 2 * FEW)
    assert {page.name for page in opened} == set(applications.PAGES)
    assert [page for page in opened if page.queries[0] != page.queries[1]] == []
    assert not Vacancy.objects.exists()
    assert not Candidate.objects.exists()


SAME = Page("scores", "Ann Rees", (20, 20), (0.1, 0.2))


@pytest.mark.parametrize(
    ("best", "peak", "page", "code"),
    [
        (Import(1, 1, 2), 200, SAME, 0),
        (Import(1, 0.5, 2.1), 200, SAME, 1),
        (Import(1, 1.5, 2), 200, SAME, 1),
        (Import(1, 1, 2), 201, SAME, 1),
        (Import(1, 1, 2), 200, Page("scores", "Ann Rees", (20, 21), (0.1, 0.2)), 1),
    ],
)
def test_a_limit_that_is_passed_is_told_by_the_exit_code(
    best: Import, peak: float, page: Page, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(best, peak, [page]) == code
    assert f"{best.entering / best.plain:.1f} times (limit 2)" in capsys.readouterr().out
