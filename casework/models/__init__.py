"""What every case has, whatever it is about."""

from casework.models.attachment import Attachment
from casework.models.case import Case
from casework.models.document import Document, Sending
from casework.models.event import Event
from casework.models.form_draft import FormDraft
from casework.models.meeting import Attendance, Meeting, MeetingItem

__all__ = [
    "Attachment",
    "Attendance",
    "Case",
    "Document",
    "Event",
    "FormDraft",
    "Meeting",
    "MeetingItem",
    "Sending",
]
