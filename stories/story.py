"""A story, read from its file: who, where, and the steps, each with its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from schools.models.choices import Category
from stories import obstacles
from stories.checks import check_name
from stories.dates import Calendar, calendar
from stories.kinds import KindOfStory
from stories.language import Verb
from stories.papers import shorthand
from stories.people import People, Person, Place, category_of, people, place
from stories.registry import kind_named
from stories.source import At, Items, Table, Value, items_of, read, table_of, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What every step has: where it stands, when it happened, when it was put on the record."""

    at: At
    day: date
    recorded: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Step):
    """An action by a person: done, or refused with these keys among its obstacles."""

    by: Person
    verb: Verb
    given: Table
    refused: tuple[str, ...] = ()
    override: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look(Step):
    """What must be so when the story comes to this point."""

    wanted: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Becomes(Step):
    """That the school becomes one of another category, as the register would say."""

    category: Category


AnyStep: TypeAlias = Act | Look | Becomes


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A case as a script."""

    path: Path
    title: str
    kind: KindOfStory
    place: Place
    people: People
    calendar: Calendar
    steps: tuple[AnyStep, ...] = field(repr=False)

    @property
    def first(self) -> date:
        """The day of the first step."""
        return min(step.day for step in self.steps)

    @property
    def last(self) -> Step:
        """The step that is recorded last."""
        return max(self.steps, key=lambda step: step.recorded)


STORY = frozenset({"story", "process", "start", "school", "people", "steps"})
STEP = frozenset(
    {"date", "recorded", "by", "do", "paper", "with", "each", "refused", "override", "check",
     "becomes"}
)  # fmt: skip


def load(path: Path, today: date) -> Story:
    """Return the story in the file, its relative dates counted back from `today`.

    Raises BadStory, with file and line, for whatever can be seen to be wrong before it is played.
    """
    table = table_of(read(path), known=STORY, needed=("story", "school", "people", "steps"))
    rows = [_row(item) for item in items_of(table.values["steps"])]
    if not rows:
        raise table.values["steps"].at.wrong("The story has no steps.")
    days = calendar(table.values.get("start"), _dates(rows), today)
    kind = kind_named(table.values.get("process"))
    who = people(table.values["people"], kind.roles)
    return Story(
        path=path,
        title=text_of(table.values["story"]),
        kind=kind,
        place=place(table.values["school"], days),
        people=who,
        calendar=days,
        steps=tuple(_step(each, days, who, kind) for row in rows for each in _spread(row)),
    )


def _row(item: Value) -> Table:
    return table_of(item, known=STEP, needed=("date",))


def _spread(row: Table) -> Iterator[Table]:
    """Yield a step for each of the items under `each`, with what all share under `with`."""
    if "each" not in row:
        yield row
        return
    items = items_of(row.values["each"])
    if not items:
        raise row.places["each"].wrong("Nothing stands under “each”.")
    for item in items:
        yield _one_of(row, table_of(item))


def _one_of(row: Table, own: Table) -> Table:
    shared = _given(row, row.at)
    for key in set(own.places) & set(shared.places):
        raise own.places[key].wrong(f"“{key}” stands under “with”, for each of them.")
    given = Table(own.at, {**shared.values, **own.values}, {**shared.places, **own.places})
    values = {key: value for key, value in row.values.items() if key != "each"}
    places = {key: place for key, place in row.places.items() if key != "each"}
    return Table(own.at, {**values, "with": given}, {**places, "with": own.at})


def _dates(rows: Iterable[Table]) -> Iterator[Value]:
    for row in rows:
        yield row.values["date"]
        if "recorded" in row:
            yield row.values["recorded"]


def _step(row: Table, days: Calendar, who: People, kind: KindOfStory) -> AnyStep:
    day = days.day(row.values["date"])
    recorded = days.day(row.values["recorded"]) if "recorded" in row else day
    if recorded < day:
        raise row.places["recorded"].wrong("This was recorded before it happened.")
    if "check" in row:
        table_of(row, known=frozenset({"date", "check"}))
        wanted = _wanted(row.values["check"], kind)
        return Look(at=row.at, day=day, recorded=recorded, wanted=wanted)
    if "becomes" in row:
        table_of(row, known=frozenset({"date", "becomes"}))
        return Becomes(
            at=row.at, day=day, recorded=recorded, category=category_of(row.values["becomes"])
        )
    return _act(row, day, recorded, who, kind)


def _wanted(value: Value, kind: KindOfStory) -> Table:
    wanted = table_of(value)
    for name, at in wanted.places.items():
        check_name(name, at, kind)
    return wanted


def _act(row: Table, day: date, recorded: date, who: People, kind: KindOfStory) -> Act:
    verb, given = _paper(row, kind) if "paper" in row else _action(row, kind)
    verb.check(given)
    return Act(
        at=row.at,
        day=day,
        recorded=recorded,
        by=who.named(row.values["by"]),
        verb=verb,
        given=given,
        refused=_refused(row.values.get("refused"), kind),
        override=text_of(row.values["override"]) if "override" in row else "",
    )


def _action(row: Table, kind: KindOfStory) -> tuple[Verb, Table]:
    table_of(row, needed=("by", "do"))
    word = row.values["do"]
    return kind.verb_named(word), _given(row, word.at)


def _paper(row: Table, kind: KindOfStory) -> tuple[Verb, Table]:
    """The shorthand `paper: kind`: the kind of paper is the first of its arguments."""
    table_of(row, known=frozenset({"date", "recorded", "by", "paper", "with"}), needed=("by",))
    word, given = row.values["paper"], _given(row, row.values["paper"].at)
    values, places = {"kind": word, **given.values}, {"kind": word.at, **given.places}
    return shorthand(kind), Table(given.at, values, places)


def _given(row: Table, at: At) -> Table:
    return table_of(row.values["with"]) if "with" in row else Table(at, {}, {})


def _refused(value: Value | None, kind: KindOfStory) -> tuple[str, ...]:
    """Return the keys with which a step must be refused; raise BadStory for an unknown one."""
    if value is None:
        return ()
    wanted = value.items if isinstance(value, Items) else (value,)
    for each in wanted:
        if text_of(each) not in obstacles.known(kind):
            raise each.at.wrong(f"No obstacle has the key “{text_of(each)}”.")
    return tuple(text_of(each) for each in wanted)
