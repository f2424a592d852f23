"""Time and memory of reading a table of people, beside plainly reading the same file.

    python bench/spreadsheets.py

The plain way is openpyxl in its read-only mode (or the csv module), without a single check. Both
are measured in turn in one process. Exit code 1 if a limit is passed.
"""

import argparse
import csv
import io
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook, load_workbook

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from casework.spreadsheets import BadSheet, Column, read

ROWS, WIDTH, MOST = 500, 12, 500
FAR_TOO_MANY = 10_000
LIMIT = 1.5  # times the plain way
MEMORY_LIMIT_MB = 100
HEADINGS = [f"Heading {n}" for n in range(WIDTH)]
COLUMNS = [Column(heading, (heading,), required=True, limit=100) for heading in HEADINGS]

Way = Callable[[bytes], int]


def rows(number: int) -> list[list[str]]:
    """Return headings and so many rows, no two cells alike."""
    people = [[f"Invented text {row}, {n}" for n in range(WIDTH)] for row in range(number)]
    return [HEADINGS, *people]


def workbook(number: int) -> bytes:
    """Return a workbook of so many rows."""
    book, file = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for row in rows(number):
        sheet.append(row)
    book.save(file)
    return file.getvalue()


def separated(number: int) -> bytes:
    """Return a CSV of so many rows."""
    file = io.StringIO()
    csv.writer(file).writerows(rows(number))
    return file.getvalue().encode()


def plain_workbook(data: bytes) -> int:
    """Read every value of a workbook; return the number of rows."""
    sheet: Any = load_workbook(io.BytesIO(data), read_only=True).active
    return len([list(row) for row in sheet.iter_rows(values_only=True)]) - 1


def our_workbook(data: bytes) -> int:
    """Read a workbook as we do; return the number of rows."""
    return len(read("people.xlsx", data, COLUMNS, MOST)[0])


def plain_csv(data: bytes) -> int:
    """Read every value of a CSV; return the number of rows."""
    return len(list(csv.reader(io.StringIO(data.decode())))) - 1


def our_csv(data: bytes) -> int:
    """Read a CSV as we do; return the number of rows."""
    return len(read("people.csv", data, COLUMNS, MOST)[0])


def refused(data: bytes) -> int:
    """Refuse a workbook of far too many rows."""
    try:
        return our_workbook(data)
    except BadSheet:
        return 0


def seconds(way: Way, data: bytes) -> float:
    """Return how long it takes, without what others do on the machine meanwhile."""
    begun = time.process_time()
    way(data)
    return time.process_time() - begun


def side_by_side(ways: Sequence[Way], data: bytes, rounds: int) -> list[float]:
    """Return the best time of each, measured in turn."""
    taken = [[seconds(way, data) for way in ways] for _ in range(rounds)]
    return [min(each) for each in zip(*taken, strict=True)]


def memory(way: Way, data: bytes) -> float:
    """Return the most memory in MB that it needs at once."""
    tracemalloc.start()
    way(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1024 / 1024


class Measured(NamedTuple):
    """Seconds of the plain ways and of ours, of a refusal; memory of ours in MB."""

    plain_workbook: float
    our_workbook: float
    plain_csv: float
    our_csv: float
    refusal: float
    memory: float


def measure(rounds: int) -> Measured:
    """Measure everything."""
    book, text, large = workbook(ROWS), separated(ROWS), workbook(FAR_TOO_MANY)
    plainly, ours = side_by_side((plain_workbook, our_workbook), book, rounds)
    csv_plainly, csv_ours = side_by_side((plain_csv, our_csv), text, rounds)
    (refusal,) = side_by_side((refused,), large, rounds)
    most = max(memory(our_workbook, book), memory(our_csv, text), memory(refused, large))
    return Measured(plainly, ours, csv_plainly, csv_ours, refusal, most)


def tell(found: Measured) -> int:
    """Write the times beside the limits; return 1 if one is passed."""
    times = found.our_workbook / found.plain_workbook
    quick = found.refusal / found.plain_workbook
    sys.stdout.write(f"""\
{ROWS} ROWS OF {WIDTH} CELLS
openpyxl, plainly      {found.plain_workbook:7.3f} s
A workbook, checked    {found.our_workbook:7.3f} s  {times:5.2f} times (limit {LIMIT})
csv, plainly           {found.plain_csv:7.3f} s
A CSV, checked         {found.our_csv:7.3f} s
{FAR_TOO_MANY} ROWS
Refused in             {found.refusal:7.3f} s  {quick:5.2f} times (limit {LIMIT})
Most memory            {found.memory:7.0f} MB             (limit {MEMORY_LIMIT_MB})
""")
    within = times <= LIMIT and quick <= LIMIT and found.memory <= MEMORY_LIMIT_MB
    return 0 if within else 1


def main() -> int:
    """Measure, tell, and return the exit code."""
    parser = argparse.ArgumentParser(description="Time and memory of reading tables of people.")
    parser.add_argument("--rounds", type=int, default=5, help="how often (default: 5)")
    return tell(measure(parser.parse_args().rounds))


if __name__ == "__main__":
    sys.exit(main())
