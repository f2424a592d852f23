"""A timetable worked back from the day on which the new head is wanted. Pure: no database."""

from recruitment.timetable.ask import Ask
from recruitment.timetable.facts import ask_of
from recruitment.timetable.rows import (
    Row,
    State,
    Verdict,
    brought_back_by,
    remedies,
    timetable,
    verdict,
)
from recruitment.timetable.starts import Start, starts

__all__ = [
    "Ask",
    "Row",
    "Start",
    "State",
    "Verdict",
    "ask_of",
    "brought_back_by",
    "remedies",
    "starts",
    "timetable",
    "verdict",
]
