"""The only writers. `ACTIONS` is every action of a headship, by its name."""

from recruitment.actions import (
    advertisement,
    advice,
    appointment,
    delegation,
    interests,
    meetings,
    opening,
    papers,
    planning,
    posts,
    selection,
    specification,
    turns,
)
from recruitment.process import PROCESS

__all__ = [
    "ACTIONS",
    "advertisement",
    "advice",
    "appointment",
    "delegation",
    "interests",
    "meetings",
    "opening",
    "papers",
    "planning",
    "posts",
    "selection",
    "specification",
    "turns",
]

ACTIONS = PROCESS.actions
