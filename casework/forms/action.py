"""The form of one action of a case: its parts, its fields, and its answers in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar, cast

from django import forms
from django.forms.boundfield import BoundField
from django.utils import formats
from django.utils.datastructures import MultiValueDict

from casework.desk import Desk
from casework.forms.base import HeadshipForm, first_input
from casework.forms.picks import Pick, PickMany
from law.base import Rule
from law.calendars import CalendarError

NOT_GIVEN = "Not given"

Sent = MultiValueDict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form: its heading, what to write in it, an example, and its fields.

    A folded one is one answer, however many its fields. It is shown closed while nothing is typed
    in it, unless it is the first of its kind.
    """

    fields: tuple[BoundField, ...]
    heading: str = ""
    guidance: str = ""
    example: str = ""
    folded: bool = False
    first: bool = False

    @property
    def opened(self) -> bool:
        """Whether a folded part is shown open: anything typed in it, or wrong with it, is seen."""
        return self.first or any(f.errors or any(_each(f.value())) for f in self.fields)


@dataclass(frozen=True, slots=True)
class Answer:
    """A question and its answer in words; `target` is the id of the field to change it in."""

    key: str
    value: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Something to open while a form is filled in: its words and its address."""

    words: str
    href: str


class ActionForm(HeadshipForm):
    """The form of one action. It judges the shape of what is typed, and nothing else.

    Its fields are named for the arguments of the action. A `final` form is checked on a page of
    its own before anything is done, as is any with a warning. `about` names the field that
    `?about=` answers; with `settles_about` the page is then for that one thing, and the field is
    not shown. `goes_to` names the address that is gone to once it is done, if not the first page.
    """

    action: ClassVar[str]
    done: str
    lead: str = ""
    button: ClassVar[str] = "Record it"
    final: ClassVar[bool] = False
    keeps_draft: ClassVar[bool] = False
    about: ClassVar[str] = ""
    goes_to: ClassVar[str] = ""
    settles_about: ClassVar[bool] = False
    beside_heading: ClassVar[str] = ""

    def __init__(
        self, desk: Desk[Any], data: Sent | None = None, files: Sent | None = None
    ) -> None:
        super().__init__(data, files)
        self.desk = desk
        self.position = desk.position
        self.build()
        for pick in self._picks():
            pick.fill(desk)
        if self.settles_about and self.known():
            self.fields[self.about].widget = forms.HiddenInput()
        self.order_fields([each.name for part in self.sections() for each in part.fields])
        self.initial = {**self._only_choices(), **self.defaults(), **self._asked_for()}

    # What a form may say of itself

    def build(self) -> None:
        """Add or change the fields that depend on the case."""

    def defaults(self) -> dict[str, Any]:
        """Return the answers that are most likely, for this case and this person."""
        return {}

    def facts(self) -> dict[str, Any]:
        """Return the arguments of the action, once the form is valid."""
        return dict(self.cleaned_data)

    def sections(self) -> list[Section]:
        """Return the parts of the form in order: one, without a heading, unless said otherwise."""
        return [Section(tuple(self.visible_fields()))]

    def shown(self) -> list[Answer]:
        """Return what the person should have before their eyes while they answer."""
        return []

    def carried(self) -> list[tuple[str, str]]:
        """Return what a page carries on, by the names of hidden fields, in the place of a file."""
        return []

    def beside(self) -> list[Answer]:
        """Return what stands beside the form, under `beside_heading`, to be looked at while it is
        filled in.
        """
        return []

    def said(self) -> list[str]:
        """Return the notes, or why the days that they speak of cannot be counted."""
        try:
            return self.notes()
        except CalendarError as error:
            return [str(error)]

    def links(self) -> list[Link]:
        """Return what can be opened while the form is filled in, such as papers to read."""
        return []

    def onward(self) -> str:
        """Return the address to go on to once it is done, if it is not that of `goes_to`."""
        return ""

    def notes(self) -> list[str]:
        """Return what must be said above the form, in this case and at this stage."""
        return []

    def law(self) -> list[Rule[Any]]:
        """Return the rules behind the action."""
        rule = self.position.rule(self.desk.table[self.action].provision)
        return [rule] if rule else []

    def answers(self) -> list[Answer]:
        """Return what was answered, in words, once the form is valid."""
        return [answer for section in self.sections() for answer in self._answers_in(section)]

    # What the page asks

    @property
    def heading(self) -> str:
        """What the action is."""
        return self.desk.table[self.action].sentence

    @property
    def nothing(self) -> str:
        """Why there is nothing to choose from where a choice must be made, or an empty string."""
        return next((p.nothing for p in self._picks() if p.required and not p.rows), "")

    def known(self) -> dict[str, Any]:
        """Return the facts known before anybody answers: what the page was opened for."""
        pick = self.fields.get(self.about)
        if isinstance(pick, Pick) and self.desk.about in pick.rows:
            return {self.about: pick.rows[self.desk.about].row}
        return {}

    def known_facts(self) -> dict[str, Any]:
        """Return the arguments of the action that are known before anybody answers."""
        return self.known()

    def retype(self, data: Sent) -> None:
        """Fill the form with what was typed before, without judging it."""
        for name, each in self.fields.items():
            self.initial[name] = each.widget.value_from_datadict(data, MultiValueDict(), name)

    def _answers_in(self, section: Section) -> list[Answer]:
        """A part that can be folded is one answer, without what was left empty in it."""
        fields = section.fields
        given = [(str(f.label), said(f, self.cleaned_data[f.name]), first_input(f)) for f in fields]
        if not section.folded:
            return [Answer(*each) for each in given]
        lines = [f"{label}: {answer}" for label, answer, _ in given if answer != NOT_GIVEN]
        return [Answer(section.heading, "\n".join(lines), given[0][2])] if lines else []

    def _only_choices(self) -> dict[str, str]:
        picks = {name: f for name, f in self.fields.items() if isinstance(f, Pick) and f.required}
        return {name: next(iter(f.rows)) for name, f in picks.items() if len(f.rows) == 1}

    def _asked_for(self) -> dict[str, str]:
        return dict.fromkeys(self.known(), self.desk.about)

    def _picks(self) -> list[Pick | PickMany]:
        return [f for f in self.fields.values() if isinstance(f, Pick | PickMany)]


def said(answered: BoundField, clean: Any) -> str:
    """Return the answer to a field as a person would say it, several on a line each."""
    if isinstance(answered.field, forms.ChoiceField):
        offered = cast(Iterable[tuple[Any, Any]], answered.field.choices)
        names = {str(key): str(label) for key, label in offered}
        keys = [str(key) for key in _each(answered.value())]
        if keys == [""] and isinstance(answered.field.widget, forms.Select):
            return NOT_GIVEN
        return "\n".join(names[key] for key in keys if key in names) or NOT_GIVEN
    return NOT_GIVEN if clean in (None, "") else _in_words(clean)


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return formats.date_format(value)
    if isinstance(value, time):
        return formats.time_format(value)
    return str(value)


def _each(value: Any) -> Iterator[Any]:
    yield from value if isinstance(value, list | tuple) else (value,)
