"""The only writers. `ACTIONS` is every action of a headship, by its name."""

from recruitment.actions import (
    advertisement,
    advice,
    applications,
    appointment,
    delegation,
    equality,
    interests,
    meetings,
    opening,
    papers,
    planning,
    posts,
    scoring,
    selection,
    specification,
    turns,
)
from recruitment.process import PROCESS

__all__ = [
    "ACTIONS",
    "advertisement",
    "advice",
    "applications",
    "appointment",
    "delegation",
    "equality",
    "interests",
    "meetings",
    "opening",
    "papers",
    "planning",
    "posts",
    "scoring",
    "selection",
    "specification",
    "turns",
]

ACTIONS = PROCESS.actions
