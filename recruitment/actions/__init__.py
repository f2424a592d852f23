"""The only writers. `ACTIONS` is every action of a headship, by its name."""

from recruitment.actions import advice, appointment, meetings, opening, papers, selection
from recruitment.process import PROCESS

__all__ = ["ACTIONS", "advice", "appointment", "meetings", "opening", "papers", "selection"]

ACTIONS = PROCESS.actions
