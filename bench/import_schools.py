"""Time and memory of import_schools, beside plainly reading and inserting the same columns.

    python bench/import_schools.py FILE

The plain way is the csv module and executemany, without a single check. Every measurement runs in
a process of its own, on a temporary SQLite database. Exit code 1 if a limit is passed.
"""

import argparse
import csv
import gzip
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from io import StringIO
from multiprocessing import get_context
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

import django
from django.core.management import call_command

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from schools.register.columns import ENGLAND_HEADINGS

FIRST_LIMIT = 12
AGAIN_LIMIT = 5
MEMORY_LIMIT_MB = 200
GZIP = b"\x1f\x8b"
HEADINGS = [heading for heading in ENGLAND_HEADINGS if heading]
CREATE = f"CREATE TABLE plain ({', '.join(f'c{n}' for n in range(len(HEADINGS)))})"
INSERT = " ".join(["INSERT INTO plain VALUES", f"({', '.join('?' * len(HEADINGS))})"])


class Measured(NamedTuple):
    """One measurement: seconds, the peak memory of its process in MB, what was said."""

    seconds: float
    memory: float
    said: str


def plainly(file: Path, database: Path) -> Measured:
    """Read the file with the csv module and insert our columns of every row."""
    begun = time.perf_counter()
    with sqlite3.connect(database) as connection:
        connection.execute(CREATE)
        connection.executemany(INSERT, plain_rows(file))
    return measured(begun, "")


def plain_rows(file: Path) -> Iterator[tuple[str, ...]]:
    """Yield our columns of every row, as written."""
    with file.open("rb") as raw:
        is_packed = raw.peek(2).startswith(GZIP)
    opener = gzip.open if is_packed else open
    with opener(file, "rt", encoding="cp1252", newline="") as text:
        reader = csv.reader(text)
        header = next(reader)
        yield from map(itemgetter(*map(header.index, HEADINGS)), reader)


def migrated(_file: Path, database: Path) -> Measured:
    """Make the tables."""
    return command(database, "migrate", "--verbosity=0")


def imported(file: Path, database: Path) -> Measured:
    """Run import_schools."""
    return command(database, "import_schools", str(file))


def command(database: Path, *words: str) -> Measured:
    """Run a command of manage.py on the database; the start of Django is not counted."""
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    said = StringIO()
    begun = time.perf_counter()
    call_command(*words, stdout=said, stderr=StringIO())
    return measured(begun, said.getvalue())


def measured(begun: float, said: str) -> Measured:
    """Return what has passed since `begun`, and the memory this process has needed."""
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Measured(time.perf_counter() - begun, peak_kb / 1024, said)


def apart(work: Callable[[Path, Path], Measured], file: Path, database: Path) -> Measured:
    """Do the work in a new process."""
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, file, database).result()


def one_round(file: Path) -> list[Measured]:
    """Measure the plain way, the first import and the second, side by side."""
    with tempfile.TemporaryDirectory() as folder:
        plain, database = Path(folder, "plain.sqlite3"), Path(folder, "schools.sqlite3")
        by_csv = apart(plainly, file, plain)
        apart(migrated, file, database)
        return [by_csv, apart(imported, file, database), apart(imported, file, database)]


def main() -> int:
    """Measure, tell, and return the exit code."""
    parser = argparse.ArgumentParser(description="Time and memory of import_schools.")
    parser.add_argument("file", type=Path, help="the register, plain or gzip")
    parser.add_argument("--rounds", type=int, default=5, help="how often (default: 5)")
    options = parser.parse_args()
    rounds = [one_round(options.file.resolve()) for _ in range(options.rounds)]
    return tell(rounds)


def tell(rounds: list[list[Measured]]) -> int:
    """Write what was said and the best times, beside the limits; return 1 if one is passed."""
    plain, first, again = (min(m.seconds for m in way) for way in zip(*rounds, strict=True))
    memory = max(measure.memory for _, *imports in rounds for measure in imports)
    _, first_said, again_said = (measure.said for measure in rounds[0])
    sys.stdout.write(f"""\
FIRST IMPORT
{first_said}
SECOND IMPORT
{again_said}
BEST OF {len(rounds)}
Plain csv and executemany {plain:7.2f} s
First import              {first:7.2f} s  {first / plain:5.1f} times (limit {FIRST_LIMIT})
Nothing changed           {again:7.2f} s  {again / plain:5.1f} times (limit {AGAIN_LIMIT})
Peak memory               {memory:7.0f} MB             (limit {MEMORY_LIMIT_MB})
""")
    within = first / plain <= FIRST_LIMIT and again / plain <= AGAIN_LIMIT
    return 0 if within and memory <= MEMORY_LIMIT_MB else 1


if __name__ == "__main__":
    sys.exit(main())
