"""Forms of meetings, and of the panel that a meeting appoints."""

from typing import Any

from django import forms

from casework.forms import DateField, TimeField
from casework.forms.action import Answer
from casework.forms.fields import count, line, prose
from casework.forms.picks import Pick, PickMany
from casework.forms.when import when
from casework.models import Meeting, MeetingItem
from casework.words import written
from recruitment.forms import offers
from recruitment.forms.base import Desk, VacancyForm

NO_MEETING = "No meeting of the governing body has been held. Record who was at one first."
IN_WHICH_MEETING = "Meeting of the governing body in which it was decided"
IN_NO_MEETING = "In none: it was delegated"
CASTING = [("", "Not used"), *((c.value, c.label) for c in MeetingItem.Casting if c.value)]


class CallMeeting(VacancyForm):
    action = "call_meeting"
    lead = "Everybody entitled to attend is given notice of the meeting, with its agenda."
    done = "The meeting is called."
    body = forms.ChoiceField(
        label="Who is to meet?", choices=Meeting.Body.choices, widget=forms.RadioSelect
    )
    purpose = line("Purpose of the meeting")
    held_on = DateField(label="Date of the meeting")
    at = TimeField(label="Time", help_text="Such as 2.30pm or 18:00")
    place = line("Place")
    agenda = prose("Agenda", help_text="One item on each line.")
    on = when("Date of the notice")
    urgent = prose(
        "Why the chair shortened the notice",
        rows=3,
        required=False,
        help_text="Only where the chair has found the matter urgent.",
    )

    notice_to_authority = forms.BooleanField(
        label="The authority was given the notice, the agenda and the papers too",
        required=False,
    )

    def build(self) -> None:
        """Ask of the authority only where it has notice too."""
        if self.position.regime.meeting_notice_to_authority is None:
            del self.fields["notice_to_authority"]

    def facts(self) -> dict[str, Any]:
        """Return the agenda item by item."""
        lines = self.cleaned_data["agenda"].split("\n")
        return {**self.cleaned_data, "agenda": [item.strip() for item in lines if item.strip()]}

    def notes(self) -> list[str]:
        """Say the earliest day for a notice given today, and who asks for each part of it."""
        p, (law, *own) = self.position, self.position.regime.notices
        first = written((own or [law])[-1].value.earliest(p.on, p.calendar))
        also = [f"; the authority asks for {r.value.describe()}, {r.citation}" for r in own]
        asked = f"{law.value.describe()}{''.join(also)}"
        return [f"With notice today, the governing body can meet from {first}: {asked}."]


class HoldMeeting(VacancyForm):
    action = "hold_meeting"
    lead = "Quorum and votes are counted from those recorded here."
    done = "Attendance at the meeting is recorded."
    about = "meeting"
    settles_about = True
    meeting = Pick(
        label="Meeting",
        offer=offers.meetings_called,
        nothing="No meeting has come at which attendance is still to be recorded.",
    )
    present = PickMany(label="Members present", offer=offers.members)
    chaired_by = Pick(label="Chair of the meeting", offer=offers.members)
    advisers = PickMany(
        label="Advisers present", offer=offers.on_the_day(offers.authority), required=False
    )
    in_attendance = PickMany(
        label="Others in attendance",
        offer=offers.on_the_day(offers.in_attendance),
        required=False,
        help_text="The clerk, associate members and others without a vote.",
    )
    on = when("Date this is recorded", help_text="The day of the meeting, or later.")

    def notes(self) -> list[str]:
        """Say whose names are offered."""
        return ["The names are those of the people in post on the day of the meeting."]

    def shown(self) -> list[Answer]:
        """Return the meeting that the page was opened for."""
        meeting = self.known().get("meeting")
        return [Answer("Meeting", str(meeting))] if meeting else []

    def clean(self) -> dict[str, Any]:
        """Nobody is at a meeting in two capacities."""
        lists = [self.cleaned_data.get(n, []) for n in ("present", "advisers", "in_attendance")]
        people = [person for each in lists for person in each]
        twice = {person.full_name for person in people if people.count(person) > 1}
        if twice:
            self.add_error("in_attendance", f"Tick {' and '.join(sorted(twice))} only once")
        return self.cleaned_data

    def defaults(self) -> dict[str, Any]:
        """Take it that the chair of the body chaired its meeting, and that the clerk was there."""
        meetings = offers.meetings_to_record(self.desk)
        if len(meetings) != 1:
            return {}
        then = offers.at_meeting(self.desk, meetings[0]).position
        panel = meetings[0].body == Meeting.Body.PANEL
        clerk, chair = then.clerk, then.panel_chair if panel else then.chair
        return {
            "in_attendance": [str(clerk.pk)] if clerk else [],
            "chaired_by": str(chair.pk) if chair else "",
        }


class MinuteItem(VacancyForm):
    action = "minute_item"
    lead = "For business on which nothing was voted. A vote is recorded with the step it decides."
    done = "The item is minuted."
    about = "meeting"
    meeting = Pick(
        label="Meeting", offer=offers.meetings_held, nothing="No meeting has been held yet."
    )
    title = line("Item")
    minute = prose("Minute")
    withdrew = PickMany(label="Members who withdrew", offer=offers.attenders, required=False)
    confidential = forms.BooleanField(
        label="Confidential",
        help_text="Kept in a minute apart from the one that is published.",
        required=False,
    )
    on = when("Date this is recorded")

    def defaults(self) -> dict[str, Any]:
        """Take it that what a panel takes is confidential."""
        meeting = self.known().get("meeting")
        return {"confidential": bool(meeting and meeting.body == Meeting.Body.PANEL)}


class VoteForm(VacancyForm):
    """A decision of the governing body: its meeting, who withdrew, and the vote."""

    final = True
    about = "meeting"
    meeting = Pick(label="Meeting", offer=offers.deciding_meetings, nothing=NO_MEETING)

    def build(self) -> None:
        """Put the vote after what is decided."""
        self.fields |= {
            "withdrew": PickMany(
                label="Members who withdrew for this item",
                offer=offers.attenders,
                required=False,
                help_text="They are not counted in the quorum and do not vote.",
            ),
            "votes_for": count("Votes for"),
            "votes_against": count("Votes against", initial=0),
            "abstained": count("Abstentions", initial=0),
            "casting": forms.ChoiceField(
                label="Casting vote of the chair",
                choices=CASTING,
                required=False,
                widget=forms.RadioSelect,
                help_text="Only where the votes were equal.",
            ),
            "on": when("Date it was decided", help_text="The day of the meeting."),
        }

    def defaults(self) -> dict[str, Any]:
        """Take it that the meeting asked for, or else the last one, decided it."""
        return likely_meeting(self.desk)


def likely_meeting(desk: Desk) -> dict[str, Any]:
    """Return the meeting asked for, or else the last one, and its day: the likely answers."""
    offered = list(offers.deciding_meetings(desk))
    asked = [choice for choice in offered if choice.key == desk.about]
    meeting = next(iter(asked or offered), None)
    return {"meeting": meeting.key, "on": meeting.row.held_on} if meeting else {}


class PanelForm(VoteForm):
    """The whole panel, as the governing body votes it."""

    members = PickMany(
        label="Members of the panel",
        offer=offers.governors,
        help_text="The head and associate members cannot sit on it.",
    )
    chair = Pick(label="Chair of the panel", offer=offers.governors)
    trained = PickMany(
        label="Members trained in safer recruitment", offer=offers.governors, required=False
    )


class AppointPanel(PanelForm):
    action = "appoint_panel"
    done = "The panel is appointed. Its members can now see this vacancy."
    lead = "Record the selection panel that the governing body appointed in a meeting."


class ChangePanel(PanelForm):
    action = "change_panel"
    done = "The panel is changed."
    lead = "Choose the whole panel as it is from now on: those who stay, and those who join."

    def defaults(self) -> dict[str, Any]:
        """Begin with the panel as it sits."""
        p = self.position
        seats, chair = p.panel, p.panel_chair
        return {
            **super().defaults(),
            "members": [str(s.person_id) for s in seats],
            "chair": str(chair.pk) if chair else "",
            "trained": [str(s.person_id) for s in seats if s.is_trained],
        }


class LeavePanel(VacancyForm):
    action = "leave_panel"
    lead = (
        "A member stands down, as when ill. Only the governing body can put another in their "
        "place: until it does, the others go on, if they are enough and one of them is trained."
    )
    done = "It is recorded that the member left the panel."
    final = True
    person = Pick(label="Member who leaves", offer=offers.leavers)
    chair = Pick(label="Who takes the chair?", offer=offers.panel, none="The chair does not leave")
    why = prose("Reason", rows=3, help_text="Of an illness say no more than that there is one.")
    on = when("From what date does the member no longer sit?")
