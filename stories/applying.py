"""What the stories of a headship name of applications: candidates, papers, spreadsheets, scores.

Where names are hidden codes are drawn in no order, so a story names a candidate by name as well.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from casework.spreadsheets import BadSheet
from recruitment import gaps, scores, tally
from recruitment.actions.scoring import Agreed, Mark
from recruitment.applicants import Applicants
from recruitment.applicants_sheet import read_applicants
from recruitment.models import ApplicationPaper, Candidate, Vacancy
from recruitment.position import Position
from stories.kinds import Check, Scene, Sort, Unknown
from stories.source import At, Table, Value, table_of, text_of

T = TypeVar("T")

ABSTAINS = "abstains"
SHEET = frozenset({"sheet", "start"})
_CODE_OF = re.compile(r"\{code of ([^{}]+)\}")
_GIVEN = re.compile(r"(?P<points>-?\d+|abstains)(?:\s+(?P<words>.+))?", re.DOTALL)
_PAPER = re.compile(r"(?P<candidate>.+)-(?P<number>\d+)")


# Candidates


def find(candidates: Sequence[Candidate], word: str) -> Candidate | None:
    """Return the one whose code `word` is or, failing that, whose whole name or surname it is.

    Nobody where there is none, or several have that name.
    """
    by_code = [c for c in candidates if c.code == word]
    named = by_code or [c for c in candidates if word in (c.name, *c.name.split()[-1:])]
    return named[0] if len(named) == 1 else None


def _candidates(scene: Scene) -> list[Candidate]:
    vacancy: Vacancy = scene.case
    return list(vacancy.candidates.all())


def _candidate(word: str, at: At, scene: Scene) -> Candidate:
    candidates = _candidates(scene)
    found = find(candidates, word)
    if found is None:
        codes = ", ".join(f"{c.code} ({c.name})" for c in candidates) or "none yet"
        raise at.wrong(f"There is no one candidate {word}. The candidates are: {codes}.")
    return found


def _by_code_or_name(value: Value, scene: Scene) -> Candidate:
    return _candidate(text_of(value), value.at, scene)


def with_codes(value: Value, scene: Scene) -> str:
    """Return a text in which {code of Ada Brook} stands for the code of that candidate."""
    return _CODE_OF.sub(lambda found: _candidate(found[1], value.at, scene).code, text_of(value))


def code_for_name(key: str, scene: Scene) -> str:
    """Return the code of a candidate whose name is the key of a mapping; any other as it is."""
    found = find(_candidates(scene), key) if scene.opened else None
    return found.code if found else key


def _paper(value: Value, scene: Scene) -> ApplicationPaper:
    text = text_of(value)
    parts = _PAPER.fullmatch(text)
    if parts is None:
        raise value.at.wrong(f"“{text}” is no paper of an application. Write it as C1-2.")
    candidate = _candidate(parts["candidate"], value.at, scene)
    found = ApplicationPaper.objects.filter(candidate=candidate, number=parts["number"]).first()
    if found is None:
        raise value.at.wrong(f"{candidate.code} has no paper {parts['number']}.")
    return found


# Spreadsheets


def _applicants(value: Value, scene: Scene) -> Applicants:
    """Return those who applied; where the sheet has a start, from the start of the story on."""
    if not isinstance(value, Table):
        return _read(text_of(value), value.at, scene)
    table = table_of(value, known=SHEET, needed=("sheet", "start"))
    found = _read(text_of(table.values["sheet"]), table.values["sheet"].at, scene)
    passed = scene.calendar.start - _day(table.values["start"])
    return Applicants(tuple(replace(a, applied_on=a.applied_on + passed) for a in found))


def _day(value: Value) -> date:
    text = text_of(value)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise value.at.wrong(f"“{text}” is not a date. Write it as 2026-10-12.") from None


def _read(name: str, at: At, scene: Scene) -> Applicants:
    try:
        found, faults = read_applicants(name, (scene.folder / name).read_bytes())
    except OSError as error:
        raise at.wrong(f"{name} cannot be read: {error.strerror}.") from error
    except BadSheet as error:
        raise at.wrong(str(error)) from error
    if faults:
        raise at.wrong(f"{name}: {' '.join(faults)}")
    return found


# Scores


def _marks(value: Value, scene: Scene) -> list[Mark]:
    return _each(value, scene, Mark)


def _agreed(value: Value, scene: Scene) -> list[Agreed]:
    return _each(value, scene, Agreed)


def _each(value: Value, scene: Scene, made: Callable[[int, Any, str], T]) -> list[T]:
    """Return what is given on each criterion: {1: 4 Has led two schools, 3: abstains}."""
    table = table_of(value)
    return [
        made(_number(key, table.places[key]), *_given(each, scene))
        for key, each in table.values.items()
    ]


def _number(key: str, at: At) -> int:
    if not key.isdecimal():
        raise at.wrong(f"“{key}” is not the number of a criterion.")
    return int(key)


def _given(value: Value, scene: Scene) -> tuple[int | None, str]:
    text = with_codes(value, scene)
    found = _GIVEN.fullmatch(text)
    if found is None:
        raise value.at.wrong(
            f"“{text}” is no score. Write the points and then, in words, the evidence or the "
            f"reason; or {ABSTAINS}."
        )
    points = None if found["points"] == ABSTAINS else int(found["points"])
    return points, found["words"] or ""


SORTS: dict[Any, Sort] = {
    Candidate: Sort("candidate, by code, name or surname", _by_code_or_name),
    ApplicationPaper: Sort("paper of an application, such as C1-1 or Brook-1", _paper),
    Applicants: Sort(
        "spreadsheet, by its name beside the story; or {sheet: name, start: date}: then the days "
        "of receipt count from the start of the story as they do in the sheet from that date",
        _applicants,
    ),
    Sequence[Mark]: Sort(
        "scores by number of the criterion, each with its evidence: {1: 4 Led two schools, 3: "
        "abstains}",
        _marks,
    ),
    Sequence[Agreed]: Sort(
        "scores by number of the criterion, each with its reason: {1: 4 Seen by all}", _agreed
    ),
}


# What can be checked


def known(p: Position, word: str) -> Candidate:
    """Return the candidate of that code, name or surname; raise Unknown if there is not one."""
    found = find(p.candidates, word)
    if found is None:
        raise Unknown(f"There is no one candidate {word}.")
    return found


def _line(p: Position, word: str) -> tally.Line | None:
    """Return the candidate's line of the matrix, as the clerk may see it."""
    candidate, clerk = known(p, word), p.clerk
    field = [c for c in p.candidates if c.round == candidate.round]
    lines = tally.matrix(p, clerk, field).lines if clerk else ()
    return next((line for line in lines if line.candidate == candidate), None)


def _rank(p: Position, word: str) -> int | None:
    line = _line(p, word)
    return line.rank if line else None


def _total(p: Position, word: str) -> str | None:
    line = _line(p, word)
    return line.total_shown if line else None


CHECKS = (
    Check("candidates", "how many have applied in all", lambda p, _: len(p.candidates)),
    Check("candidate.…", "where the candidate stands", lambda p, c: str(known(p, c).state)),
    Check("told.…", "when the candidate was told", lambda p, c: known(p, c).told_on),
    Check("names_hidden", "whether names are hidden: yes or no",
          lambda p, _: "yes" if p.names_hidden else "no"),
    Check("waiting_for", "who has still to hand in scores",
          lambda p, _: [str(person) for person in scores.waiting_for(p)]),
    Check("rank.…", "the candidate's place in the matrix, once the clerk can see it", _rank),
    Check("total.…", "the candidate's total in the matrix, once the clerk can see it", _total),
    Check("gaps.…", "how many gaps in the candidate's history are not explained",
          lambda p, c: len(gaps.unexplained(p, known(p, c)))),
)  # fmt: skip
