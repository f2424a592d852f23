"""What the measurement of tables of people says of its limits."""

import pytest

from bench.spreadsheets import (
    MEMORY_LIMIT_MB,
    Measured,
    our_csv,
    our_workbook,
    plain_csv,
    plain_workbook,
    refused,
    separated,
    tell,
    workbook,
)

WITHIN = Measured(
    plain_workbook=0.2, our_workbook=0.3, plain_csv=0.1, our_csv=0.9, refusal=0.3, memory=20
)


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (WITHIN, 0),
        (WITHIN._replace(our_workbook=0.31), 1),
        (WITHIN._replace(refusal=0.31), 1),
        (WITHIN._replace(memory=MEMORY_LIMIT_MB + 1), 1),
    ],
)
def test_what_is_dearer_passes_a_limit(found: Measured, code: int) -> None:
    assert tell(found) == code


def test_both_ways_read_the_same_rows() -> None:
    assert plain_workbook(workbook(7)) == our_workbook(workbook(7)) == 7
    assert plain_csv(separated(7)) == our_csv(separated(7)) == 7
    assert refused(workbook(501)) == 0
