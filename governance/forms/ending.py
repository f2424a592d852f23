"""Forms of the end of a cycle and of its dates, and the one by which a cycle is recorded."""

from typing import Any, cast

from django import forms

from casework import clock
from casework.forms import DateField, HeadshipForm, YesNoField
from casework.forms.account import account
from casework.forms.fields import prose
from casework.forms.picks import Pick
from casework.forms.when import when
from governance.forms import offers
from governance.forms.base import CycleForm
from governance.models import Cycle
from law.base import NoRegime
from schools.governing_law import law_of
from schools.models import School

NOT_A_GOVERNOR = "A head who is not a governor here"


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
        help_text="Its objectives and outcomes are shown beside the new ones.",
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
        named = [(key, f"{cycle.reference}, {cycle.years}") for key, cycle in by_key.items()]
        previous.choices = [("", "None is kept here"), *named]
        previous.coerce = by_key.__getitem__
        self.initial = {
            "head": next(iter(head.rows), ""),
            "previous": next(iter(by_key), ""),
        }

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
