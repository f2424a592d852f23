"""One cycle of a head's performance management at one school, and its state machine, whole."""

from collections.abc import Callable

from django.conf import settings
from django.db import models
from django_fsm import FSMField, transition
from guardian.models import UserObjectPermissionBase

from casework import access
from casework.action import inside_step
from casework.models import Case
from governance.stages import ENDINGS, RUNNING, Stage

ROLES = {
    "clerk": "clerk",
    "chair": "chair of the governing body",
    "appraiser": "appraiser",
    "head": "head",
    "adviser": "external adviser",
    "decider": "governor who decides pay",
    "appeals_officer": "appeals officer",
    "officer": "officer of the authority",
}

MOVES_ONLY_IN_STEP: list[Callable[[models.Model], bool]] = [inside_step]


class Cycle(Case):
    """A year of performance management. Its stage moves only inside `casework.action.step`.

    `previous` is the cycle before it, whose objectives and outcomes are carried in. `pay` says
    that the school's pay policy asks for a recommendation on pay. `next_final_on` is the day from
    which the time ran for which the papers were kept, where the next cycle is not recorded.
    """

    class Post(models.TextChoices):
        """In what post the head is appraised."""

        HEAD = "head", "Headteacher"
        EXECUTIVE_HEAD = "executive_head", "Executive headteacher"
        HEAD_OF_SCHOOL = "head_of_school", "Head of school"
        CO_HEAD = "co_head", "Co-headteacher"
        ACTING_HEAD = "acting_head", "Acting headteacher"

    class Ending(models.TextChoices):
        """Why a cycle ends before its time."""

        LEFT = "left", "The head left"
        CAPABILITY = "capability", "The capability procedure takes its place"
        ABSENCE = "absence", "Long absence: a new cycle begins on return"
        REPLACED = "replaced", "A cycle of other dates takes its place"

    head = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(max_length=20, choices=Post.choices, default=Post.HEAD)
    starts_on = models.DateField()
    ends_on = models.DateField()
    pay = models.BooleanField(default=False)
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="next_ones"
    )
    moved_on = models.DateField()
    standards = models.CharField(max_length=300, blank=True)
    standards_told_on = models.DateField(null=True, blank=True)
    planning_met_on = models.DateField(null=True, blank=True)
    objectives_set_on = models.DateField(null=True, blank=True)
    objectives_agreed = models.BooleanField(null=True, blank=True)
    head_on_objectives = models.TextField(blank=True)
    support = models.TextField(blank=True)
    support_settled_on = models.DateField(null=True, blank=True)
    support_by_authority = models.BooleanField(default=False)
    monitoring = models.TextField(blank=True)
    monitoring_settled_on = models.DateField(null=True, blank=True)
    monitoring_agreed = models.BooleanField(null=True, blank=True)
    evidence_in_on = models.DateField(null=True, blank=True)
    evidence = models.TextField(blank=True)
    review_notice_on = models.DateField(null=True, blank=True)
    review_to_be_on = models.DateField(null=True, blank=True)
    assured_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=20, choices=Ending.choices, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    next_final_on = models.DateField(null=True, blank=True)
    disposed_on = models.DateField(null=True, blank=True)
    disposal_decided_by = models.CharField(max_length=200, blank=True)
    stage = FSMField(choices=Stage.choices, default=Stage.RECORDED, protected=True, db_index=True)

    class Meta:
        ordering = ["-starts_on", "-pk"]
        default_permissions = ()
        permissions = access.permissions(ROLES)

    @property
    def years(self) -> str:
        """The years of the cycle, such as 2026-27."""
        first, last = self.starts_on.year, self.ends_on.year
        return f"{first}-{last % 100:02d}" if last > first else str(first)

    @transition(
        stage,
        [Stage.RECORDED, Stage.APPRAISERS_APPOINTED],
        Stage.APPRAISERS_APPOINTED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def appoint_appraisers(self) -> None: ...

    @transition(
        stage,
        [Stage.APPRAISERS_APPOINTED, Stage.OBJECTIVES_SET],
        Stage.OBJECTIVES_SET,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def set_objectives(self) -> None: ...

    @transition(stage, Stage.OBJECTIVES_SET, Stage.REVIEWED, conditions=MOVES_ONLY_IN_STEP)
    def review(self) -> None: ...

    @transition(stage, Stage.REVIEWED, Stage.REPORTED, conditions=MOVES_ONLY_IN_STEP)
    def report(self) -> None: ...

    @transition(stage, Stage.REPORTED, Stage.APPEALED, conditions=MOVES_ONLY_IN_STEP)
    def appeal(self) -> None: ...

    @transition(stage, Stage.APPEALED, Stage.REPORTED, conditions=MOVES_ONLY_IN_STEP)
    def dismiss_appeal(self) -> None: ...

    @transition(stage, Stage.APPEALED, Stage.OBJECTIVES_SET, conditions=MOVES_ONLY_IN_STEP)
    def review_again(self) -> None: ...

    @transition(stage, Stage.REPORTED, Stage.CLOSED, conditions=MOVES_ONLY_IN_STEP)
    def close(self) -> None: ...

    @transition(stage, sorted(RUNNING), Stage.ENDED, conditions=MOVES_ONLY_IN_STEP)
    def end(self) -> None: ...

    @transition(stage, sorted(ENDINGS), Stage.DISPOSED, conditions=MOVES_ONLY_IN_STEP)
    def dispose(self) -> None: ...


class CycleGrant(UserObjectPermissionBase):
    """That a person has a role on a cycle. Deleted with the cycle, unlike a generic grant."""

    content_object = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="grants")
