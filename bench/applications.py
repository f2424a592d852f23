"""Time, memory and queries of five hundred applications from a spreadsheet, as ratios.

    DATABASE_URL=sqlite:////tmp/one.sqlite3 python bench/applications.py [--rounds 7]

The plain way is openpyxl reading the same sheet, without a single check. Seconds are those of the
processor, and the best of the rounds, in which the ways take turns. The pages are those of a panel
of six with full scores, at five candidates and at five hundred. The database is to be migrated;
nothing is left in it. Exit code 1 if a limit is passed.
"""

import argparse
import io
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

from django.db import connection, transaction
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from accounts.models import User
from casework import clock
from casework.action import Actor
from recruitment import load as positions
from recruitment.actions.applications import add_candidates
from recruitment.actions.scoring import hand_in_scores
from recruitment.applicants import Applicants
from recruitment.applicants_sheet import COLUMNS, read_applicants
from recruitment.models import ScoreSheet, Vacancy
from stories.player import play
from stories.story import load

MANY, FEW = 500, 5
ENTER_LIMIT, WHOLE_LIMIT = 2, 3  # times the plain way: entering the rows; reading them as well
MEMORY_LIMIT_MB = 200
PAGES = ("candidates", "roster", "scores")
ADVERTISED, ENTERED = date(2026, 9, 25), date(2026, 10, 20)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SYLLABLES = ("vrel", "osk", "quan", "drit", "thar", "vick", "plim", "bron", "zel")
NAMES = [f"Ada {''.join(parts)}".title() for parts in product(SYLLABLES, repeat=3)]
HISTORY = "09/2009 to 08/2015: Teacher, Osk Bridge School\n09/2015 to now: Head, Larrow School"

STORY = """\
story: A panel of six waits for applications
start: 2026-09-07
school: {name: "NAME", category: Community school}
people:
  clerk: Ann Rees
  chair: Tom Hale
  panel: [Tom Hale, Uma Shah, Lee Ward, Kit Moss, Joy Dean, Ray Finch]
steps:
  - date: start
    by: clerk
    do: open_vacancy
    with: {outgoing_last_day: 2026-12-31, reason: retirement}
  - {date: start, by: clerk, do: notify_authority, with: {how: by e-mail}}
  - date: start
    by: clerk
    do: call_meeting
    with: {body: governing_body, purpose: To appoint a panel, held_on: start+14, at: 18:00,
           place: The hall, agenda: [The panel]}
  - date: start+14
    by: clerk
    do: hold_meeting
    with: {meeting: last, chaired_by: chair,
           present: [Tom Hale, Uma Shah, Lee Ward, Kit Moss, Joy Dean, Ray Finch]}
  - date: start+14
    by: clerk
    do: appoint_panel
    with: {meeting: last, chair: chair, trained: [chair], votes_for: 6, votes_against: 0,
           abstained: 0, members: [Tom Hale, Uma Shah, Lee Ward, Kit Moss, Joy Dean, Ray Finch]}
  - date: start+15
    by: clerk
    do: add_criterion
    with: {tested_by: [application]}
    each: [{text: Leads teaching}, {text: Raises attainment}, {text: Leads safeguarding}]
  - {date: start+15, by: clerk, do: settle_criteria}
  - {date: start+15, by: clerk, do: decide_scoring, with: {names_hidden: true, sealed: false}}
  - {date: start+18, by: clerk, do: advertise, with: {where: the page, closing_on: start+42}}
"""


class Import(NamedTuple):
    """The best of the rounds: seconds for the plain way, for reading, and for entering."""

    plain: float
    reading: float
    entering: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page for one reader, at few and at many: its queries and its seconds."""

    name: str
    reader: str
    queries: tuple[int, int]
    seconds: tuple[float, float]


def sheet(count: int) -> bytes:
    """Return a workbook of so many applications, each with two posts in its history."""
    book = Workbook()
    book.worksheets[0].append([column.name for column in COLUMNS])
    for n, name in enumerate(NAMES[:count]):
        received = ADVERTISED + timedelta(days=n % 20)
        book.worksheets[0].append([name, received, f"Deputy, School {n}", "no", HISTORY])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def advertised(school: str) -> Vacancy:
    """Play the story that comes before the applications, at a school of that name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.yaml")
        path.write_text(STORY.replace("NAME", school), encoding="utf-8")
        case = play(load(path, ENTERED), lambda _: None)
    if case is None:
        raise RuntimeError("The story opened no case.")
    return positions.vacancies().get(pk=case.pk)


def plainly(data: bytes) -> None:
    """Read every value with openpyxl."""
    for _ in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True):
        pass


def read(data: bytes) -> Applicants:
    """Read and check the rows as the page does."""
    found, faults = read_applicants("applications.xlsx", data)
    if faults:
        raise RuntimeError(faults[0])
    return found


def enter(vacancy: Vacancy, applicants: Applicants) -> None:
    """Enter the applications through the action."""
    clerk = User.objects.get(full_name="Ann Rees")
    add_candidates(vacancy, applicants=applicants, by=Actor(clerk), on=ENTERED)


def imports(rounds: int) -> Import:
    """Measure the plain way, the reading and the entering, one after the other in each round."""
    data = sheet(MANY)
    with undone():
        vacancy, found = advertised("Import School"), read(data)
        taken = [
            (seconds(lambda: plainly(data)), seconds(lambda: read(data)),
             seconds(lambda: enter_and_undo(vacancy, found)))
            for _ in range(rounds)
        ]  # fmt: skip
    return Import(*(min(way) for way in zip(*taken, strict=True)))


def enter_and_undo(vacancy: Vacancy, applicants: Applicants) -> None:
    """Enter the applications and take them out again."""
    with undone():
        enter(vacancy, applicants)


@contextmanager
def undone() -> Iterator[None]:
    """Leave nothing of what is done within, on the day of the entry; queries are not logged."""
    with clock.set_to(ENTERED), override_settings(DEBUG=False), transaction.atomic():
        yield
        transaction.set_rollback(True)


def seconds(do: Callable[[], object]) -> float:
    """Return the seconds of the processor that it takes."""
    begun = time.process_time()
    do()
    return time.process_time() - begun


def scored(school: str, count: int) -> Vacancy:
    """Return a vacancy with so many candidates, all members' full scores of them handed in."""
    vacancy = advertised(school)
    enter(vacancy, read(sheet(count)))
    position = positions.position(vacancy, ENTERED)
    marks = {str(c.number): {"points": 3, "evidence": "form 4"} for c in position.criteria}
    for member in position.members:
        ScoreSheet.objects.bulk_create(
            ScoreSheet(
                vacancy=vacancy, round=1, person=member, candidate=c, marks=marks,
                scored_on=ENTERED,
            )
            for c in position.candidates
        )  # fmt: skip
        hand_in_scores(vacancy, by=Actor(member), on=ENTERED)
    return vacancy


def pages(few: int = FEW, many: int = MANY) -> list[Page]:
    """Open each page as the clerk and as a member of the panel, at few candidates and at many."""
    with undone(), override_settings(ALLOWED_HOSTS=["testserver"]):
        cases = scored("Few School", few), scored("Many School", many)
        return [_page(cases, name, reader) for name in PAGES for reader in ("Ann Rees", "Uma Shah")]


def _page(cases: tuple[Vacancy, Vacancy], name: str, reader: str) -> Page:
    client = Client()
    client.force_login(User.objects.get(full_name=reader), backend=BACKEND)
    addresses = [reverse(name, args=[case.reference]) for case in cases]
    _opened(client, addresses[0])  # what is read once in a process is read now
    (fewer, sooner), (more, later) = (_opened(client, address) for address in addresses)
    return Page(name, reader, (fewer, more), (sooner, later))


def _opened(client: Client, address: str) -> tuple[int, float]:
    """Return the queries of a page, and its seconds."""
    answers: list[Any] = []
    with CaptureQueriesContext(connection) as captured:
        taken = seconds(lambda: answers.append(client.get(address)))
    if answers[0].status_code != HTTPStatus.OK:
        raise RuntimeError(f"{address}: {answers[0].status_code}")
    return len(captured), taken


def memory() -> float:
    """Return the peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure, tell, and return the exit code."""
    parser = argparse.ArgumentParser(description="Five hundred applications from a spreadsheet.")
    parser.add_argument("--rounds", type=int, default=7, help="how often (default: 7)")
    options = parser.parse_args()
    best = imports(options.rounds)
    peak = memory()
    return tell(best, peak, pages())


def tell(best: Import, peak: float, opened: list[Page]) -> int:
    """Write what was measured beside the limits; return 1 if one is passed."""
    entering, whole = best.entering / best.plain, (best.reading + best.entering) / best.plain
    sys.stdout.write(f"""\
{MANY} APPLICATIONS
openpyxl alone       {best.plain:7.3f} s
Entered              {best.entering:7.3f} s  {entering:4.1f} times (limit {ENTER_LIMIT})
Read and entered     {best.reading + best.entering:7.3f} s  {whole:4.1f} times (limit {WHOLE_LIMIT})
Peak memory          {peak:7.0f} MB            (limit {MEMORY_LIMIT_MB})

PAGES                            queries at {FEW}, {MANY}   times as long
""")
    for page in opened:
        few, many = page.queries
        longer = page.seconds[1] / page.seconds[0]
        sys.stdout.write(f"{page.name:10}  {page.reader:18} {few:11}, {many:3} {longer:14.1f}\n")
    within = entering <= ENTER_LIMIT and whole <= WHOLE_LIMIT and peak <= MEMORY_LIMIT_MB
    return 0 if within and all(few == many for few, many in (p.queries for p in opened)) else 1


if __name__ == "__main__":
    sys.exit(main())
