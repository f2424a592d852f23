"""What the measurement of pages over many cycles says of its limits."""

import pytest

from bench.cycles import LIMIT, PAGES, Measured, tell

FEW = dict.fromkeys(PAGES, Measured(lines=3, queries=27, seconds=0.03))
AS_DEAR = Measured(lines=30, queries=27, seconds=0.3)


@pytest.mark.parametrize(
    ("autumn", "code"),
    [
        (AS_DEAR, 0),
        (AS_DEAR._replace(queries=26), 0),
        (AS_DEAR._replace(queries=28), 1),
        (AS_DEAR._replace(seconds=0.3 * LIMIT + 0.01), 1),
    ],
)
def test_a_query_more_or_a_dearer_line_passes_a_limit(
    autumn: Measured, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(FEW, {**dict.fromkeys(PAGES, AS_DEAR), "autumn": autumn}) == code
    assert capsys.readouterr().out.count("PASSED") == code
