"""What the appointment of a head leaves behind, by phase."""

from recruitment.models.advice import Advice, NamesNotice, Opinion, Representation, Reservations
from recruitment.models.applications import (
    ApplicationPaper,
    EqualityCount,
    GapExplained,
    Handover,
)
from recruitment.models.appointment import Check, Decision
from recruitment.models.candidates import Candidate
from recruitment.models.delegation import Consent, Delegation
from recruitment.models.panel import (
    Advertisement,
    ClosingExtension,
    Criterion,
    Interest,
    PanelSeat,
    Undertaking,
)
from recruitment.models.plan import Appointee, Plan
from recruitment.models.posts import ActingHead, PayDetermination, RiskAssessment
from recruitment.models.scoring import AgreedScore, ScoreSheet, Scoring
from recruitment.models.vacancy import Vacancy, VacancyGrant

__all__ = [
    "ActingHead",
    "Advertisement",
    "Advice",
    "AgreedScore",
    "ApplicationPaper",
    "Appointee",
    "Candidate",
    "Check",
    "ClosingExtension",
    "Consent",
    "Criterion",
    "Decision",
    "Delegation",
    "EqualityCount",
    "GapExplained",
    "Handover",
    "Interest",
    "NamesNotice",
    "Opinion",
    "PanelSeat",
    "PayDetermination",
    "Plan",
    "Representation",
    "Reservations",
    "RiskAssessment",
    "ScoreSheet",
    "Scoring",
    "Undertaking",
    "Vacancy",
    "VacancyGrant",
]
