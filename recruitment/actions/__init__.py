"""The only writers. Importing this registers every action of a headship."""

from recruitment.actions import advice, appointment, meetings, opening, papers, selection

__all__ = ["advice", "appointment", "meetings", "opening", "papers", "selection"]
