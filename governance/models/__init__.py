"""A cycle of a head's performance management, and what hangs on it."""

from governance.models.advice import Advice, Consultation, Point, SystemAdvice
from governance.models.cycle import Cycle, CycleGrant
from governance.models.objectives import Information, Objective, Progress
from governance.models.people import Appraiser, Engagement, Objection
from governance.models.review import Appeal, AppealsOfficer, Handing, Pay, Review

__all__ = [
    "Advice",
    "Appeal",
    "AppealsOfficer",
    "Appraiser",
    "Consultation",
    "Cycle",
    "CycleGrant",
    "Engagement",
    "Handing",
    "Information",
    "Objection",
    "Objective",
    "Pay",
    "Point",
    "Progress",
    "Review",
    "SystemAdvice",
]
