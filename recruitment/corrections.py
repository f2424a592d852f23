"""The facts of a vacancy in which a slip can be corrected: where each is kept, and its limits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Model

from recruitment.models import Decision, NamesNotice, Vacancy
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
    `step` is the step that recorded it, where not every law knows it.
    """

    name: str
    row: Find
    field: str
    is_date: bool = True
    is_share: bool = False
    happened: bool = False
    follows: Since = _never
    step: str = ""

    def recorded(self, position: Position, which: str) -> date | str | int | None:
        """Return what is recorded now, or nothing."""
        row = self.row(position, which)
        value: date | str | int | None = getattr(row, self.field) if row else None
        return None if value == "" else value

    def read(self, to: str) -> date | str | int:
        """Return the value written as `to`. Raise ValueError for a date or a share that is none."""
        if self.is_share:
            return int(to)
        return date.fromisoformat(to) if self.is_date else to.strip()


def _vacancy(p: Position, _: str) -> Model:
    return p.case


def _shared(p: Position, _: str) -> Model | None:
    return p.case if p.case.post == Vacancy.Post.CO_HEAD else None


def notice_of(p: Position, which: str) -> NamesNotice | None:
    """Return the notice of this round that named the candidate of that code; else the last."""
    named = (n for n in reversed(p.notices_now) if which in n.names)
    return next(named, None) if which else p.notice


def _advertisement(p: Position, _: str) -> Model | None:
    return p.advertisement


def _candidate(p: Position, which: str) -> Model | None:
    return next((c for c in p.candidates if c.code == which), None)


def _opened(p: Position, _: str) -> date:
    return p.case.opened_on


def _after_publication(p: Position, _: str) -> date | None:
    advert = p.advertisement
    return advert.published_on + timedelta(days=1) if advert else None


def _names_sent(p: Position, which: str) -> date | None:
    notice = notice_of(p, which)
    return notice.sent_on if notice else None


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
    "kept_share": Correction(
        "The share that a co-head who stays keeps, in percent",
        _shared,
        "kept_share",
        is_date=False,
        is_share=True,
    ),
    "authority_told_on": Correction(
        "The day on which the authority was told",
        _vacancy,
        "authority_told_on",
        happened=True,
        follows=_opened,
        step="notify_authority",
    ),
    "closing_on": Correction(
        "The closing date", _advertisement, "closing_on", follows=_after_publication
    ),
    "received_on": Correction(
        "The day on which the authority received the names",
        notice_of,
        "received_on",
        happened=True,
        follows=_names_sent,
        step="record_receipt",
    ),
    "approval_told_on": Correction(
        "The day on which the authority was told of the approval",
        _approval,
        "told_on",
        happened=True,
        follows=_approved,
        step="notify_approval",
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


def correctable(p: Position) -> dict[str, Correction]:
    """Return the slips that there can be under the law of the school, by key."""
    return {
        key: slip
        for key, slip in CORRECTABLE.items()
        if not (slip.step and p.unknown_step(slip.step))
        and not (slip.is_share and slip.row(p, "") is None)
    }
