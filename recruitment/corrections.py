"""The facts of a vacancy in which a slip can be corrected, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from casework.action import Refused
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.rules.base import entry


@dataclass(frozen=True, slots=True)
class Correction:
    """One kind of slip: its name, the row that holds the fact, the field, what it is read as."""

    name: str
    row: Callable[[Vacancy, Position, str], Model | None]
    field: str
    is_date: bool = True

    def apply(self, vacancy: Vacancy, position: Position, to: str, which: str) -> Any:
        """Write the right value and return the wrong one. Raise Refused where there is none."""
        row = self.row(vacancy, position, which)
        was = getattr(row, self.field) if row else None
        if row is None or was in (None, ""):
            raise Refused(
                [
                    entry(
                        "nothing_to_correct",
                        f"{self.name}: nothing is recorded.",
                        "Record it first.",
                    )
                ]
            )
        value = self._read(to)
        if value == was:
            raise Refused(
                [
                    entry(
                        "same_value",
                        f"{self.name} is already recorded so.",
                        "Give the right value.",
                    )
                ]
            )
        setattr(row, self.field, value)
        row.save()
        return was

    def _read(self, to: str) -> date | str:
        if not to.strip():
            raise Refused([entry("value_missing", "The right value is missing.", "Give it.")])
        if not self.is_date:
            return to.strip()
        try:
            return date.fromisoformat(to)
        except ValueError:
            raise Refused(
                [
                    entry(
                        "not_a_date",
                        f"“{to}” is not a date.",
                        "Write it as year-month-day, such as 2026-10-12.",
                    )
                ]
            ) from None


def _vacancy(vacancy: Vacancy, _: Position, __: str) -> Vacancy:
    return vacancy


def _notice(_: Vacancy, position: Position, __: str) -> Model | None:
    return position.notice


def _advertisement(_: Vacancy, position: Position, __: str) -> Model | None:
    return position.advertisement


def _candidate(_: Vacancy, position: Position, which: str) -> Model | None:
    return next((c for c in position.candidates if c.code == which), None)


CORRECTABLE = {
    "outgoing_last_day": Correction("The outgoing head's last day", _vacancy, "outgoing_last_day"),
    "authority_told_on": Correction(
        "The day on which the authority was told", _vacancy, "authority_told_on"
    ),
    "closing_on": Correction("The closing date", _advertisement, "closing_on"),
    "received_on": Correction(
        "The day on which the authority received the names", _notice, "received_on"
    ),
    "candidate_name": Correction("A candidate's name", _candidate, "name", is_date=False),
    "candidate_told_on": Correction("The day on which a candidate was told", _candidate, "told_on"),
}
