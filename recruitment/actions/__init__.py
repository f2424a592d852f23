"""The only writers. `ACTIONS` is every action of a headship, by its name."""

from recruitment.actions import (
    advice,
    appointment,
    delegation,
    meetings,
    opening,
    papers,
    planning,
    posts,
    selection,
    turns,
)
from recruitment.process import PROCESS

__all__ = [
    "ACTIONS",
    "advice",
    "appointment",
    "delegation",
    "meetings",
    "opening",
    "papers",
    "planning",
    "posts",
    "selection",
    "turns",
]

ACTIONS = PROCESS.actions
