"""Forms of the end of a cycle, of its dates and papers, and the one by which it is recorded."""

from typing import Any, cast

from django import forms

from casework import clock
from casework.forms import DateField, HeadshipForm, YesNoField
from casework.forms.account import account
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from casework.words import written
from governance import clocks
from governance.forms import offers
from governance.forms.base import CycleForm
from governance.models import Cycle
from law.base import NoRegime
from schools.governing_law import law_of
from schools.models import School

NOT_A_GOVERNOR = "A head who is not a governor here"
STAYS = (
    "The record of what was done, by whom and when, stays with what was recorded in it: it is "
    "sealed and cannot be changed. No page shows the findings of this cycle any longer."
)
ELSEWHERE = (
    "Copies outside Headship are destroyed by those who keep them: the chair, whoever holds the "
    "head's file, whoever was sent one. To record this is to say that it is done."
)


class OpenCycle(HeadshipForm):
    """The one form of an action that has no case yet."""

    marks_optional = False

    head = Pick(label="Who is appraised", offer=offers.heads, none=NOT_A_GOVERNOR)
    address = account(
        "E-mail address of the head",
        required=False,
        help_text="Only where the head is not entered as a governor of this school: choose “A head "
        "who is not a governor here” above.",
    )
    post = forms.ChoiceField(
        label="Post", choices=Cycle.Post.choices, initial=Cycle.Post.HEAD, widget=forms.RadioSelect
    )
    starts_on = DateField(label="First day of the cycle")
    ends_on = DateField(
        label="Last day of the cycle",
        required=False,
        help_text="Leave it empty for a cycle of the usual length.",
    )
    pay = YesNoField(
        label="Does the school's pay policy ask for a recommendation on pay?", initial=True
    )
    previous = forms.TypedChoiceField(
        label="The cycle before",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        help_text="One of the same head: its objectives and outcomes are shown beside the new.",
    )
    on = when("Date the cycle was recorded")

    def __init__(
        self, school: School, before: list[Cycle], data: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data)
        head = cast(Pick, self.fields["head"])
        previous = cast(forms.TypedChoiceField, self.fields["previous"])
        head.fill(school)
        if not _pay_is_asked(school):
            del self.fields["pay"]
        by_key = {str(cycle.pk): cycle for cycle in before}
        named = [(key, f"{c.head}, {c.years}, {c.reference}") for key, c in by_key.items()]
        previous.choices = [("", "None is kept here"), *named]
        previous.coerce = by_key.__getitem__
        sits = next(iter(head.rows), "")
        before_them = (key for key, cycle in by_key.items() if str(cycle.head_id) == sits)
        self.initial = {"head": sits, "previous": next(before_them, "")}

    def clean(self) -> dict[str, Any]:
        """Ask for the head once, and put the person in the place of the two fields."""
        data = self.cleaned_data
        chosen, typed = data.get("head"), data.pop("address", None)
        if chosen and typed:
            self.add_error("head", f"Choose “{NOT_A_GOVERNOR}”, or leave the address empty")
        elif not (chosen or typed or self.errors.keys() & {"head", "address"}):
            self.add_error("address", "Choose the head or give an address")
        data["head"] = chosen or typed
        return data


def _pay_is_asked(school: School) -> bool:
    """Whether the law of the school knows a recommendation on pay; so taken if none is held."""
    try:
        return law_of(school).scheme_on(clock.today()).pay_recommendation is not None
    except NoRegime:
        return True


class Close(CycleForm):
    action = "close"
    lead = "Its papers are given and nothing of it is open."
    done = "The cycle is closed."
    button = "Close the cycle"
    final = True
    on = when("Date it is closed")


class EndEarly(CycleForm):
    action = "end_early"
    lead = "The cycle ends without its review, or without what follows from it."
    done = "The cycle has ended."
    button = "End the cycle"
    final = True
    because = forms.ChoiceField(
        label="What ends it", choices=Cycle.Ending.choices, widget=forms.RadioSelect
    )
    why = prose("Reason", rows=3)
    on = when("Date it ended")


class DisposeOfPapers(CycleForm):
    action = "dispose_of_papers"
    lead = (
        "The text and the file of every document of this cycle are destroyed, and nobody can bring "
        "them back. First see that nothing is open that would need them: a claim, a grievance, an "
        "appeal."
    )
    done = "The papers are destroyed. The cycle is open to the clerk and the chair alone."
    button = "Destroy the papers"
    final = True
    decided_by = line(
        "Who decided", help_text="Such as the governing body, in its meeting of 3 March 2033."
    )
    why = prose("Reason", rows=3)
    next_final_on = DateField(
        label="Day on which the next statement became final, or would have",
        required=False,
    )
    on = when("Date the papers were destroyed")

    def build(self) -> None:
        """Ask for the day of the next statement only where time runs from it and none is known."""
        p = self.position
        if not clocks.runs_from_the_next(p) or p.next_closed_on:
            del self.fields["next_final_on"]

    def notes(self) -> list[str]:
        """Say what stays, and that papers kept elsewhere are to be destroyed too."""
        known = clocks.kept_until(self.position)
        return [*([f"They are kept until {written(known)}."] if known else ()), STAYS, ELSEWHERE]


class ChangeDates(CycleForm):
    action = "change_dates"
    lead = "A cycle can be shorter or longer than a year, for a reason."
    done = "The dates are changed."
    starts_on = DateField(label="First day of the cycle")
    ends_on = DateField(label="Last day of the cycle")
    why = prose("Reason", rows=3)
    on = when("Date it was decided")

    def defaults(self) -> dict[str, Any]:
        """Start from the dates as they are."""
        case = self.position.case
        return {"starts_on": case.starts_on, "ends_on": case.ends_on}
