"""The facts of a vacancy in which a slip can be corrected: where each is kept, and its limits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Model

from recruitment.models import Decision
from recruitment.position import Position

Find = Callable[[Position, str], Model | None]
Since = Callable[[Position, str], date | None]


def _never(_: Position, __: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Correction:
    """One kind of slip: its name, the row and field that hold the fact, what it is read as.

    `row` and `follows` take the position and, where the fact is about a candidate, the code.
    `follows` is the first day that the date can be; `happened` says that it cannot lie ahead.
    """

    name: str
    row: Find
    field: str
    is_date: bool = True
    happened: bool = False
    follows: Since = _never

    def recorded(self, position: Position, which: str) -> date | str | None:
        """Return what is recorded now, or nothing."""
        row = self.row(position, which)
        value: date | str | None = getattr(row, self.field) if row else None
        return value or None

    def read(self, to: str) -> date | str:
        """Return the value written as `to`. Raise ValueError for a date that is none."""
        return date.fromisoformat(to) if self.is_date else to.strip()


def _vacancy(p: Position, _: str) -> Model:
    return p.case


def _notice(p: Position, _: str) -> Model | None:
    return p.notice


def _advertisement(p: Position, _: str) -> Model | None:
    return p.advertisement


def _candidate(p: Position, which: str) -> Model | None:
    return next((c for c in p.candidates if c.code == which), None)


def _opened(p: Position, _: str) -> date:
    return p.case.opened_on


def _after_publication(p: Position, _: str) -> date | None:
    advert = p.advertisement
    return advert.published_on + timedelta(days=1) if advert else None


def _names_sent(p: Position, _: str) -> date | None:
    return p.notice.sent_on if p.notice else None


def _decided(p: Position, which: str) -> date | None:
    return next((c.decided_on for c in p.candidates if c.code == which), None)


def _approval(p: Position, _: str) -> Decision | None:
    return p.decision(Decision.Kind.APPROVE)


def _approved(p: Position, _: str) -> date | None:
    approval = p.decision(Decision.Kind.APPROVE)
    return approval.decided_on if approval else None


CORRECTABLE = {
    "notice_received_on": Correction(
        "The day on which the resignation was received",
        _vacancy,
        "notice_received_on",
        happened=True,
    ),
    "outgoing_last_day": Correction("The outgoing head's last day", _vacancy, "outgoing_last_day"),
    "authority_told_on": Correction(
        "The day on which the authority was told",
        _vacancy,
        "authority_told_on",
        happened=True,
        follows=_opened,
    ),
    "closing_on": Correction(
        "The closing date", _advertisement, "closing_on", follows=_after_publication
    ),
    "received_on": Correction(
        "The day on which the authority received the names",
        _notice,
        "received_on",
        happened=True,
        follows=_names_sent,
    ),
    "approval_told_on": Correction(
        "The day on which the authority was told of the approval",
        _approval,
        "told_on",
        happened=True,
        follows=_approved,
    ),
    "candidate_name": Correction("A candidate's name", _candidate, "name", is_date=False),
    "candidate_told_on": Correction(
        "The day on which a candidate was told",
        _candidate,
        "told_on",
        happened=True,
        follows=_decided,
    ),
}
