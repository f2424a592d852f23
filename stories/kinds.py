"""A kind of case as its stories see it, and what the words of a story are read with."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, TypeAlias

from django.db.models import QuerySet, TextChoices

from casework.action import Process
from casework.documents.registry import Kind
from casework.event_page import EventPage
from casework.models import Case, Document
from casework.rules import Rule
from law import base
from stories.cast import Cast
from stories.dates import Calendar
from stories.language import Verb, verb
from stories.people import Role
from stories.source import Value, one_of, text_of

Reader: TypeAlias = "Callable[[Value, Scene], Any]"


@dataclass(frozen=True, slots=True)
class Sort:
    """A type of argument: how it is described, and how it is read."""

    says: str
    read: Reader


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at: its name, what it says, and how it is read off a position.

    A name that ends in `.…` takes a word more, such as a candidate's code.
    """

    name: str
    says: str
    look: Callable[[Any, str], Any]


def as_written(value: Value, _: "Scene") -> str:
    """Return a text as it stands."""
    return text_of(value)


def as_it_is(key: str, _: "Scene") -> str:
    """Return the key of a mapping as it stands."""
    return key


class Unknown(LookupError):
    """The word after the dot of a check names nothing in this case."""


class Law(Protocol):
    """A body of law: its rules by name."""

    def rule(self, key: str, /) -> base.Rule[Any] | None: ...


@dataclass(frozen=True, kw_only=True, eq=False)
class KindOfStory:
    """All that stories need of one kind of case. Each kind has one, in a module of its own.

    `name` is what a story says after `process:`. Its `roles`, its `sorts` of argument and its
    `checks` are what its stories can name, besides what all can.

    Its obstacles are made by its `rules`, by action, and in its `modules`, a package standing for
    all of its modules; they rest on a rule of one of its `laws`, which its code names by the
    attributes in `law_called`, such as `p.regime.quorum`.

    A case is written out under a title (`titled`), with `facts` at the head of its chronology, into
    its `files`, by key, the record with `record_file`. `held` are the papers of a file, `contents`
    the kind of paper that lists them, `withdrawn` when and why the matter of a paper was withdrawn.

    `impossible` looks through all its cases for states that cannot be.

    `within` fills in what its texts refer to, besides dates; `key` reads the key of a mapping.
    """

    name: str
    process: Process[Any, Any]
    papers: Mapping[str, Kind[Any]]
    cases: Callable[[], QuerySet[Any]]
    stages: type[TextChoices]
    running: frozenset[str]

    roles: tuple[Role, ...]
    sorts: Mapping[Any, Sort]
    checks: tuple[Check, ...]

    rules: Mapping[str, Sequence[Rule[Any]]]
    modules: tuple[ModuleType, ...]
    laws: Sequence[Law]
    law_called: frozenset[str]

    events: EventPage[Any]
    titled: Callable[[Any], str]
    facts: Callable[[Any], tuple[tuple[str, str], ...]]
    files: Mapping[str, str]
    record_file: str
    held: Callable[[Any, str], Sequence[Document]]
    contents: Callable[[str], str]
    withdrawn: Callable[[Any, Document], str]
    impossible: Callable[[], Iterable[str]]

    within: Callable[[Value, "Scene"], str] = as_written
    key: Callable[[str, "Scene"], str] = as_it_is

    @property
    def title(self) -> str:
        """Its name as a heading."""
        return self.name.replace("_", " ").capitalize()

    @cached_property
    def verbs(self) -> dict[str, Verb]:
        """Every action, by its name."""
        return {name: verb(function) for name, function in self.process.actions.items()}

    def verb_named(self, value: Value) -> Verb:
        """Return the action written there; raise BadStory if there is none of that name."""
        word = text_of(value)
        if word not in self.verbs:
            raise value.at.wrong(f"There is no action “{word}”. {one_of(list(self.verbs))}")
        return self.verbs[word]

    def stage_of(self, case: Any) -> str:
        """Return the stage that a case has reached, in words."""
        return str(self.stages(case.stage).label)


@dataclass(slots=True)
class Scene:
    """All that the words of a story can refer to, as it stands when a step is reached."""

    kind: KindOfStory
    cast: Cast
    calendar: Calendar
    folder: Path
    opened: Case | None = None

    @property
    def case(self) -> Any:
        """The case, which the story has opened."""
        if self.opened is None:
            raise RuntimeError("The story has not opened its case.")
        return self.opened

    def fresh(self) -> Case:
        """Return the case as it is in the database now."""
        case: Case = self.kind.cases().get(pk=self.case.pk)
        return case
