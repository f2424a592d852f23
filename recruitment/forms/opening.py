"""Forms of the opening: vacancy, notice, roles, interests, person specification, advertisement."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from casework.forms import DateField, HeadshipForm
from casework.forms.fields import line, prose
from casework.forms.picks import Pick
from casework.forms.when import when
from recruitment.forms import offers
from recruitment.forms.base import LONG_LINE, VacancyForm, share_of_full_time
from recruitment.forms.meetings import IN_NO_MEETING, IN_WHICH_MEETING, likely_meeting
from recruitment.models import Vacancy
from recruitment.models.vacancy import ROLES, WHOLE
from schools.models import School

HOW_SENT = "Such as “by e-mail to governor services” or “by hand”"


class OpenVacancy(HeadshipForm):
    """The one form of an action that has no case yet."""

    reason = forms.ChoiceField(
        label="Reason for the vacancy",
        choices=Vacancy.Reason.choices,
        widget=forms.RadioSelect,
    )
    notice_received_on = DateField(
        label="Date the resignation was received",
        help_text="Leave empty if nobody resigned.",
        required=False,
    )
    outgoing_last_day = DateField(label="Last day of the outgoing head in post")
    outgoing_head = Pick(
        label="Outgoing head",
        offer=offers.heads,
        none="Not entered as a member of the governing body",
        help_text="The outgoing head takes no part in this appointment and cannot see it.",
    )
    post = forms.ChoiceField(
        label="Post", choices=Vacancy.Post.choices, initial=Vacancy.Post.HEAD,
        widget=forms.RadioSelect,
        help_text="Two who share a headship are co-heads: open a vacancy for each share.",
    )  # fmt: skip
    share = share_of_full_time("Share to be filled, in percent of full time")
    kept_share = forms.IntegerField(
        label="Share that a co-head who stays keeps, in percent",
        min_value=0,
        max_value=WHOLE - 1,
        required=False,
    )
    until = DateField(
        label="End of the post",
        help_text="Only where it is filled for a time, as an interim headship is.",
        required=False,
    )
    on = when("Date the vacancy was recorded")

    def clean_kept_share(self) -> int:
        """Return the share that is kept: none where nothing is said."""
        return self.cleaned_data["kept_share"] or 0

    def __init__(self, school: School, data: Any = None) -> None:
        super().__init__(data)
        head = cast(Pick, self.fields["outgoing_head"])
        head.fill(school)
        self.initial["outgoing_head"] = next(iter(head.rows), "")


class NotifyAuthority(VacancyForm):
    action = "notify_authority"
    lead = (
        "Record that the governing body has told the local authority of the vacancy in writing. "
        "From then on the authority's officers can see this vacancy."
    )
    done = "The notice of vacancy to the authority is recorded."
    to = line("Person or office it was sent to", LONG_LINE, required=False)
    how = line("How it was sent", LONG_LINE, help_text=HOW_SENT)
    on = when("Date it was sent")


class NameAdviser(VacancyForm):
    action = "name_adviser"
    lead = (
        "The adviser may attend every meeting at which an applicant is considered, and gives "
        "advice. An adviser has a voice and no vote."
    )
    done = "The adviser is named and can now see this vacancy."
    about = "adviser"
    adviser = Pick(
        label="Adviser",
        offer=offers.advisers,
        nothing="No adviser of this authority is entered in Headship.",
    )
    agreement = line("", LONG_LINE, required=False)
    on = when("Date the adviser was named")

    def build(self) -> None:
        """Ask for the agreement or the invitation, where there is no right to attend."""
        by = self.position.regime.adviser_attendance.value
        if by == "right":
            del self.fields["agreement"]
            return
        self.fields["agreement"].label = f"The {by} by which the adviser attends"
        self.fields["agreement"].required = True
        self.fields["agreement"].help_text = "Between whom, and of what date."


ROLES_GIVEN = ("clerk", "chair", "governor", "officer")


def _named(roles: Sequence[str]) -> list[tuple[str, str]]:
    return [(role, ROLES[role].capitalize()) for role in roles]


class Admit(VacancyForm):
    action = "admit"
    lead = (
        "A role is given to somebody who holds the office that it goes with. The panel and the "
        "adviser are recorded apart."
    )
    done = "The role is given."
    about = "person"
    person = Pick(
        label="Person", offer=offers.everybody, nothing="Nobody is entered who could be given one."
    )
    role = forms.ChoiceField(
        label="Role on this vacancy",
        choices=_named(ROLES_GIVEN),
        widget=forms.RadioSelect,
    )
    on = when("Date it begins")

    def build(self) -> None:
        """Leave out the authority where it has no part."""
        if self.position.regime.notice_of_vacancy is None:
            cast(forms.ChoiceField, self.fields["role"]).choices = _named(ROLES_GIVEN[:-1])
            cast(Pick, self.fields["person"]).offer = offers.of_the_governing_body


class Dismiss(VacancyForm):
    action = "dismiss"
    lead = (
        "The person can no longer see this vacancy in that role. What they did stays in the record "
        "under their name."
    )
    done = "The role is taken away."
    holder = Pick(
        label="Person and role", offer=offers.holders, nothing="Nobody has a role to take away."
    )
    why = prose("Reason", rows=3)
    on = when("Date it ends")

    def facts(self) -> dict[str, Any]:
        """Return the person and the role apart."""
        person, role = self.cleaned_data["holder"]
        return {"person": person, "role": role, **_without(self.cleaned_data, "holder")}


class Advertise(VacancyForm):
    action = "advertise"
    lead = "Record where the post was advertised, and until when applications may come in."
    done = "The advertisement is recorded."
    final = True
    where = line("Where it was advertised", LONG_LINE)
    closing_on = DateField(label="Closing date", help_text="The last day for applications.")
    on = when("Date it was published")


class DecideNotToAdvertise(VacancyForm):
    action = "decide_not_to_advertise"
    lead = "A headship is advertised unless the governing body has good reason not to."
    done = "The reason not to advertise is recorded."
    final = True
    reason = prose("Good reason of the governing body", required=False)
    proposals = line("The proposals to reorganise schools", LONG_LINE, required=False)
    applicant = line("Who applied in writing, at which school, and when", LONG_LINE, required=False)
    meeting = Pick(label=IN_WHICH_MEETING, offer=offers.deciding_meetings, none=IN_NO_MEETING)
    on = when("Date it was decided")

    def build(self) -> None:
        """Ask for a reorganisation only where nothing else excuses."""
        duty = self.position.regime.advertisement.value
        if not duty.only_reorganisation:
            del self.fields["proposals"], self.fields["applicant"]
        if duty.excuse:
            self.lead = f"A headship is advertised, unless there is {duty.excuse}."

    def defaults(self) -> dict[str, Any]:
        """Take it that the last meeting decided it."""
        return likely_meeting(self.desk)


def _without(data: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}
