"""The only writers. `ACTIONS` is every action of a cycle, by its name."""

from governance.actions import appeal, objectives, opening, papers, pay, people, review, system
from governance.process import PROCESS

__all__ = [
    "ACTIONS",
    "appeal",
    "objectives",
    "opening",
    "papers",
    "pay",
    "people",
    "review",
    "system",
]

ACTIONS = PROCESS.actions
