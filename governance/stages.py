"""The stages of a cycle of a head's performance management, in order."""

from django.db.models import TextChoices


class Stage(TextChoices):
    """Where a cycle stands. Consultations, meetings, notices and clocks are facts beside it."""

    RECORDED = "recorded", "Cycle recorded"
    APPRAISERS_APPOINTED = "appraisers_appointed", "Appraisers appointed"
    OBJECTIVES_SET = "objectives_set", "Objectives set"
    REVIEWED = "reviewed", "Appraised"
    REPORTED = "reported", "Report or statement given"
    APPEALED = "appealed", "Under appeal"
    CLOSED = "closed", "Closed"
    ENDED = "ended", "Ended before its time"
    DISPOSED = "disposed", "Papers disposed of"


ANY = frozenset(Stage)
KEPT = ANY - {Stage.DISPOSED}
ENDINGS = frozenset({Stage.CLOSED, Stage.ENDED})
OVER = ENDINGS | {Stage.DISPOSED}
RUNNING = ANY - OVER
BEFORE_OBJECTIVES = frozenset({Stage.RECORDED, Stage.APPRAISERS_APPOINTED})
BEFORE_REVIEW = BEFORE_OBJECTIVES | {Stage.OBJECTIVES_SET}
AFTER_REVIEW = frozenset({Stage.REVIEWED, Stage.REPORTED, Stage.APPEALED})
