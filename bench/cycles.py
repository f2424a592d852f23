"""Queries and time of the pages over many cycles, at one size and at ten times that size.

    python bench/cycles.py [--schools 30] [--rounds 5]
    python bench/cycles.py --databases sqlite:////tmp/few.sqlite3 sqlite:////tmp/many.sqlite3

Each size is three years of performance management (`bench/three_years.py`) in a temporary SQLite
database, or a database where that was generated before; each is measured in a process of its own.
Measured are the adviser's autumn, the authority's page, the list of cycles and what is waiting,
each for whoever of the advisers and officers has the most cycles on it, the best of several times.

A page may run no query more at ten times the size, and a line may take no longer than LIMIT times
what it takes at the small size. Exit code 1 if one does.

On 26 November 2026, on two cores that others used too, 30 and 300 schools:

                            cycles     queries            ms  a line, times
    The adviser's autumn     3, 25      33, 33        47, 79   0.20
    The authority's page     4, 30      32, 32       40, 108   0.36
    The list of cycles     12, 101      32, 32       47, 156   0.39
    What is waiting          4, 31      33, 33       85, 143   0.22

To generate the 30 took 49 s of the processor, 26 ms an event, in whose 36 statements of SQL most of
the time goes into writing them; the 300 (900 cycles, 18,731 events) took 531 s of it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from bench.invented import DOMAIN
from bench.three_years import TODAY
from casework import clock
from governance.pages import authority, autumn, mine
from governance.stages import RUNNING

ROOT = Path(__file__).resolve().parent.parent
TIMES = 10
LIMIT = 1.2
PAGES = {
    "autumn": "The adviser's autumn",
    "of_authority": "The authority's page",
    "cycles": "The list of cycles",
    "waiting": "What is waiting",
}


class Measured(NamedTuple):
    """One page of one person: how many cycles it is about, its queries, its best time."""

    lines: int
    queries: int
    seconds: float

    @property
    def per_line(self) -> float:
        """Seconds for each line."""
        return self.seconds / self.lines


def measure(rounds: int) -> dict[str, Measured]:
    """Measure each page, in the database at hand, for whoever has the most lines on it."""
    without_seat = User.objects.filter(email__endswith=DOMAIN, memberships=None, offices=None)
    with clock.set_to(TODAY):
        counted = [(user, _lines(user)) for user in without_seat.order_by("pk")]
        return {name: _page(name, counted, rounds) for name in PAGES}


def _lines(user: User) -> dict[str, int]:
    """Return about how many cycles each page of the person is."""
    every = mine.desks(user, list(mine.cycles_of(user)), TODAY)
    running = [desk for desk in every if desk.position.stage in RUNNING]
    return {
        "autumn": len(autumn.lines(running)),
        "of_authority": sum(map(authority.acts_for_authority, running)),
        "cycles": len(every),
        "waiting": len(running),
    }


def _page(name: str, counted: list[tuple[User, dict[str, int]]], rounds: int) -> Measured:
    user, lines = max(counted, key=lambda each: each[1][name])
    client, address = Client(), reverse(name)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.get(address)  # what is kept of models and templates is kept from now on
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return Measured(lines[name], len(caught), min(_time(client, address) for _ in range(rounds)))


def _time(client: Client, address: str) -> float:
    begun = time.perf_counter()
    answer = client.get(address)
    seconds = time.perf_counter() - begun
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address} answered {answer.status_code}.")
    return seconds


def in_its_own_process(url: str, rounds: int, schools: int = 0) -> dict[str, Measured]:
    """Measure the database at that address, once so many schools are generated there, if any."""
    if schools:
        _run(url, "manage.py", "migrate", "--verbosity=0")
        sys.stdout.write(_run(url, "bench/three_years.py", "--schools", str(schools)))
    found = json.loads(_run(url, "bench/cycles.py", "--here", "--rounds", str(rounds)))
    return {name: Measured(*values) for name, values in found.items()}


def _run(url: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout


def main() -> int:
    """Measure, tell, and return the exit code."""
    parser = argparse.ArgumentParser(description="Queries and time of pages over many cycles.")
    parser.add_argument("--schools", type=int, default=30, help="the small size (default: 30)")
    parser.add_argument("--rounds", type=int, default=5, help="how often (default: 5)")
    parser.add_argument("--databases", nargs=2, metavar="URL", help="the small and the large")
    parser.add_argument("--here", action="store_true", help="only measure DATABASE_URL, as JSON")
    options = parser.parse_args()
    if options.here:
        sys.stdout.write(json.dumps(measure(options.rounds)))
        return 0
    if options.databases:
        return tell(*(in_its_own_process(url, options.rounds) for url in options.databases))
    with tempfile.TemporaryDirectory() as folder:
        sizes = (options.schools, options.schools * TIMES)
        urls = [f"sqlite:///{folder}/{size}.sqlite3" for size in sizes]
        pairs = zip(urls, sizes, strict=True)
        return tell(*(in_its_own_process(url, options.rounds, size) for url, size in pairs))


def tell(few: Mapping[str, Measured], many: Mapping[str, Measured]) -> int:
    """Write each page at both sizes; return 1 if a limit is passed, else 0."""
    sys.stdout.write(f"{'':22}{'cycles':>12}{'queries':>12}{'ms':>14}  a line, times\n")
    passed = 0
    for name, title in PAGES.items():
        a, b = few[name], many[name]
        ratio = b.per_line / a.per_line
        over = ratio > LIMIT or b.queries > a.queries
        passed |= over
        sys.stdout.write(
            f"{title:22}{f'{a.lines}, {b.lines}':>12}{f'{a.queries}, {b.queries}':>12}"
            f"{f'{1000 * a.seconds:.0f}, {1000 * b.seconds:.0f}':>14}"
            f"  {ratio:5.2f} (limit {LIMIT}){'  PASSED' if over else ''}\n"
        )
    return int(passed)


if __name__ == "__main__":
    sys.exit(main())
