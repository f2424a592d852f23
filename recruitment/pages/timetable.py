"""The timetable as the page shows it: worked back, and kept beside what happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from casework.ladder import Rung
from casework.words import written
from law.calendars import CalendarError, Term
from recruitment.forms.base import Desk
from recruitment.forms.planning import asked
from recruitment.models import Appointee, Plan
from recruitment.position import Position
from recruitment.timetable import (
    Ask,
    Row,
    Start,
    State,
    Verdict,
    ask_of,
    brought_back_by,
    remedies,
    starts,
    timetable,
    verdict,
)

ONE_DAY = timedelta(days=1)
KINDS = {State.LATE: "late", State.IMPOSSIBLE: "impossible", State.ON_TIME: "ahead"}
MARKS = {State.ON_TIME: "green", State.LATE: "yellow", State.IMPOSSIBLE: "red", State.DONE: "green"}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A step with what was planned for it, and what would bring it back."""

    row: Row
    planned: date | None
    brought_back_by: tuple[str, ...]

    @property
    def against_plan(self) -> str:
        """How far what happened was from what was planned, in words."""
        if not self.planned or not self.row.happened:
            return ""
        days = (self.row.happened - self.planned).days
        if not days:
            return "As planned"
        which = "after" if days > 0 else "before"
        return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {which} the day planned"

    @property
    def mark(self) -> str:
        """The colour of how it stands."""
        return MARKS.get(self.row.state, "grey")

    @property
    def sources(self) -> list[str]:
        """What its latest day rests on, each source once with the caution that it needs."""
        cautions: dict[str, str] = {}
        for rule in self.row.rules:
            cautions[rule.citation] = cautions.get(rule.citation) or rule.caution
        return [f"{citation}. {caution}".strip() for citation, caution in cautions.items()]


@dataclass(frozen=True, slots=True)
class Choice:
    """A start that could be wanted, with the verdict for each kind of person who could come."""

    start: Start
    verdicts: list[tuple[str, str, Verdict]]


@dataclass(frozen=True, slots=True)
class Shown:
    """The whole page. `error` is why nothing can be worked out, if nothing can."""

    start: date
    appointee: Appointee
    key: str
    rows: list[ShownRow]
    verdict: Verdict | None
    measures: list[str]
    instead: list[str]
    choices: list[Choice]
    plan: Plan | None
    error: str = ""

    @property
    def rungs(self) -> list[Rung]:
        """The rows as the picture takes them."""
        return [_rung(each) for each in self.rows]


def show(desk: Desk) -> Shown:
    """Return the timetable asked for: that of the address, of the plan, or of the next start."""
    p = desk.position
    start, appointee = _question(desk)
    ask = ask_of(p, start, appointee)
    choices = list(_choices(p, ask))
    plan = p.plan
    made = Shown(
        start, appointee, f"{start.isoformat()}.{appointee}", [], None, [], [], choices, plan
    )
    try:
        rows = timetable(ask)
    except CalendarError as error:
        return replace(made, error=str(error))
    planned = _planned(plan) if plan and plan.key == made.key else {}
    return replace(
        made,
        rows=[ShownRow(r, planned.get(r.key), brought_back_by(ask, r)) for r in rows],
        verdict=verdict(rows),
        measures=[measure.sentence for measure in remedies(ask, rows)],
        instead=list(_instead(p, ask, verdict(rows), choices)),
    )


def in_short(p: Position) -> str:
    """Return in a few words how the plan stands, or nothing where none is kept."""
    if p.plan is None:
        return ""
    if p.starts_on:
        return f"The start offered is {written(p.starts_on)}; planned, {written(p.plan.start)}"
    wanted = f"In post by {written(p.plan.start)}"
    try:
        rows = timetable(ask_of(p, p.plan.start, Appointee(p.plan.appointee)))
    except CalendarError:
        return wanted
    return f"{wanted}: {verdict(rows).in_words}"


def terms_of(p: Position) -> tuple[Term, ...]:
    """Return the terms of the school, in order."""
    return tuple(sorted(p.calendar.terms, key=lambda term: term.first))


def holidays(p: Position) -> list[tuple[date, date]]:
    """Return the school holidays between the terms that are entered."""
    gaps = (p.calendar.school_holiday(one.last + ONE_DAY) for one, _ in pairwise(terms_of(p)))
    return [gap for gap in gaps if gap]


def _question(desk: Desk) -> tuple[date, Appointee]:
    p = desk.position
    if found := asked(desk):
        return found
    if p.starts_on and p.plan:
        return p.starts_on, Appointee(p.plan.appointee)
    if p.starts_on:
        return p.starts_on, Appointee.HEAD
    if p.plan:
        return p.plan.start, Appointee(p.plan.appointee)
    return _starts(p)[0].day, Appointee.HEAD


def _starts(p: Position) -> list[Start]:
    """The usual days to begin once the post is free."""
    return starts(max(p.on, p.case.outgoing_last_day), p.calendar, terms_of(p))


def _choices(p: Position, ask: Ask) -> Iterator[Choice]:
    for start in _starts(p):
        found = []
        for appointee in Appointee:
            try:
                rows = timetable(replace(ask, start=start.day, appointee=appointee))
            except CalendarError:
                break
            found.append((f"{start.day.isoformat()}.{appointee}", appointee.label, verdict(rows)))
        else:
            yield Choice(start, found)


def _instead(p: Position, ask: Ask, found: Verdict, choices: Sequence[Choice]) -> Iterator[str]:
    """What can be done instead where the timetable is late or impossible."""
    if found.state not in (State.LATE, State.IMPOSSIBLE):
        return
    later = (c for c in choices if c.start.day > ask.start)
    for choice in later:
        if any(v.state is State.ON_TIME and key.endswith(ask.appointee)
               for key, _, v in choice.verdicts):  # fmt: skip
            yield f"A start on {written(choice.start.day)} is on time."
            break
    first = p.case.outgoing_last_day + ONE_DAY
    yield (
        f"An acting head from {written(first)}, the day after the outgoing head's last, gives the "
        "time for a later start."
    )


def _planned(plan: Plan) -> dict[str, date]:
    return {row["key"]: date.fromisoformat(row["latest"]) for row in plan.rows}


def _rung(each: ShownRow) -> Rung:
    row = each.row
    kind = KINDS.get(row.state, "done")
    return Rung(row.name, row.in_words, kind, row.latest, each.planned, row.happened)
