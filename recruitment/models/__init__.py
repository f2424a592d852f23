"""What the appointment of a head leaves behind, by phase."""

from recruitment.models.advice import Advice, NamesNotice, Opinion, Representation, Reservations
from recruitment.models.appointment import Check, Decision
from recruitment.models.candidates import Candidate
from recruitment.models.draft import AdviserDraft
from recruitment.models.panel import Advertisement, Criterion, Interest, PanelSeat
from recruitment.models.vacancy import Vacancy, VacancyGrant

__all__ = [
    "Advertisement",
    "Advice",
    "AdviserDraft",
    "Candidate",
    "Check",
    "Criterion",
    "Decision",
    "Interest",
    "NamesNotice",
    "Opinion",
    "PanelSeat",
    "Representation",
    "Reservations",
    "Vacancy",
    "VacancyGrant",
]
