"""What a story can do: an action with its arguments, read from the code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, getdoc, signature
from typing import Any, get_type_hints

from schools.models import School
from stories.source import Table, one_of

BY_THE_STEP = ("by", "on")
"""What the step itself gives: whoever it is by, and its date."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of an action: its name, its annotation, and whether it must be given."""

    name: str
    annotation: Any
    required: bool
    default: Any = None

    @property
    def described(self) -> str:
        """Its name, with a question mark if it can be left out."""
        return self.name if self.required else f"{self.name}?"


@dataclass(frozen=True, slots=True)
class Verb:
    """One action. `opens` says that it begins a case; `dated`, that it is told the step's date."""

    name: str
    run: Callable[..., Any]
    arguments: Mapping[str, Argument]
    opens: bool = False
    dated: bool = True

    @property
    def says(self) -> str:
        """What it does: the first paragraph of its docstring, on one line."""
        return " ".join((getdoc(self.run) or "").partition("\n\n")[0].split())

    def check(self, given: Table) -> None:
        """Raise BadStory for an argument that it does not have, or one that is missing."""
        for name, place in given.places.items():
            if name not in self.arguments:
                known = list(self.arguments)
                raise place.wrong(f"“{name}” is no argument of {self.name}. {one_of(known)}")
        for argument in self.arguments.values():
            if argument.required and argument.name not in given:
                raise given.at.wrong(f"{self.name} needs “{argument.name}”.")


def verb(function: Callable[..., Any]) -> Verb:
    """Return an action as a story sees it: the case, the actor and the date left out."""
    hints = get_type_hints(function)
    case, *parameters = signature(function).parameters.values()
    return Verb(
        function.__name__,
        function,
        {
            p.name: Argument(p.name, hints[p.name], p.default is Parameter.empty, p.default)
            for p in parameters
            if p.name not in BY_THE_STEP
        },
        opens=hints[case.name] is School,
        dated=any(p.name == "on" for p in parameters),
    )
