"""A headship that falls vacant, and its state machine, whole."""

from collections.abc import Callable

from django.conf import settings
from django.db import models
from django_fsm import FSMField, transition
from guardian.models import UserObjectPermissionBase

from casework import access
from casework.action import inside_step
from casework.models import Case
from recruitment.stages import CAME_TO_NOTHING, CHOSEN, REPEATABLE, RUNNING, Stage

ROLES = {
    "clerk": "clerk",
    "chair": "chair of the governing body",
    "panel_chair": "chair of the selection panel",
    "panel": "member of the selection panel",
    "governor": "governor",
    "adviser": "adviser",
    "officer": "officer of the authority",
}

WHOLE = 100  # percent: a whole post

MOVES_ONLY_IN_STEP: list[Callable[[models.Model], bool]] = [inside_step]


class Vacancy(Case):
    """One headship to be filled. Its stage moves only inside `casework.action.step`.

    `share` is the percentage of full time that is to be filled, `kept_share` what a co-head who
    stays keeps, `until` the end of a fixed term.
    """

    class Reason(models.TextChoices):
        RESIGNATION = "resignation", "Resignation"
        RETIREMENT = "retirement", "Retirement"
        END_OF_CONTRACT = "end_of_contract", "End of a fixed-term contract"
        DISMISSAL = "dismissal", "Dismissal"
        DEATH = "death", "Death in service"
        NEW_POST = "new_post", "New post"

    class Ending(models.TextChoices):
        """Why a vacancy is withdrawn."""

        RESIGNATION_WITHDRAWN = "resignation_withdrawn", "The resignation was withdrawn"
        ABANDONED = "abandoned", "The post is no longer to be filled in this way"

    class Post(models.TextChoices):
        """What the post is. Two who share a headship are co-heads, each of them a vacancy."""

        HEAD = "head", "Headteacher"
        EXECUTIVE_HEAD = "executive_head", "Executive headteacher"
        HEAD_OF_SCHOOL = "head_of_school", "Head of school"
        CO_HEAD = "co_head", "Co-headteacher"

    post = models.CharField(max_length=20, choices=Post.choices, default=Post.HEAD)
    share = models.PositiveSmallIntegerField(default=WHOLE)
    kept_share = models.PositiveSmallIntegerField(default=0)
    until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=30, choices=Reason.choices)
    notice_received_on = models.DateField(null=True, blank=True)
    outgoing_last_day = models.DateField()
    outgoing_head = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    round = models.PositiveIntegerField(default=1)
    authority_told_on = models.DateField(null=True, blank=True)
    authority_told_how = models.CharField(max_length=300, blank=True)
    criteria_settled_on = models.DateField(null=True, blank=True)
    shortlisted_on = models.DateField(null=True, blank=True)
    shortlisted_by = models.JSONField(default=list, blank=True)  # keys of members of the panel
    interviewed_on = models.DateField(null=True, blank=True)
    moved_on = models.DateField()
    paused_on = models.DateField(null=True, blank=True)
    paused_until = models.DateField(null=True, blank=True)
    paused_why = models.TextField(blank=True)
    withdrawn_because = models.CharField(max_length=30, choices=Ending.choices, blank=True)
    stage = FSMField(choices=Stage.choices, default=Stage.RECORDED, protected=True, db_index=True)

    class Meta:
        ordering = ["-opened_on", "-pk"]
        verbose_name_plural = "vacancies"
        default_permissions = ()
        permissions = access.permissions(ROLES)

    @property
    def post_name(self) -> str:
        """The post as a sentence has it, such as "executive headteacher"."""
        label = str(self.Post(self.post).label)
        return f"{label[:1].lower()}{label[1:]}"

    @property
    def post_in_full(self) -> str:
        """The post as a heading has it: "Co-headteacher, 60% of full time, until ..."."""
        share = "" if self.share == WHOLE else f"{self.share}% of full time"
        until = f"until {self.until:%-d %B %Y}" if self.until else ""
        return ", ".join(filter(None, (str(self.Post(self.post).label), share, until)))

    @transition(stage, Stage.RECORDED, Stage.PANEL_APPOINTED, conditions=MOVES_ONLY_IN_STEP)
    def appoint_panel(self) -> None: ...

    @transition(stage, Stage.PANEL_APPOINTED, Stage.ADVERTISED, conditions=MOVES_ONLY_IN_STEP)
    def advertise(self) -> None: ...

    @transition(stage, Stage.PANEL_APPOINTED, Stage.ADVERTISED, conditions=MOVES_ONLY_IN_STEP)
    def decide_not_to_advertise(self) -> None: ...

    @transition(stage, Stage.ADVERTISED, Stage.PANEL_APPOINTED, conditions=MOVES_ONLY_IN_STEP)
    def publish_again(self) -> None: ...

    @transition(stage, Stage.ADVERTISED, Stage.SHORTLISTED, conditions=MOVES_ONLY_IN_STEP)
    def shortlist(self) -> None: ...

    @transition(stage, Stage.SHORTLISTED, Stage.NAMES_SENT, conditions=MOVES_ONLY_IN_STEP)
    def send_names(self) -> None: ...

    @transition(
        stage,
        [Stage.SHORTLISTED, Stage.NAMES_SENT],
        Stage.INTERVIEWED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def record_interviews(self) -> None: ...

    @transition(stage, Stage.INTERVIEWED, Stage.RECOMMENDED, conditions=MOVES_ONLY_IN_STEP)
    def recommend(self) -> None: ...

    @transition(
        stage,
        [Stage.ADVERTISED, Stage.SHORTLISTED, Stage.NAMES_SENT, Stage.INTERVIEWED],
        Stage.NO_RECOMMENDATION,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def recommend_nobody(self) -> None: ...

    @transition(stage, Stage.RECOMMENDED, Stage.APPROVED, conditions=MOVES_ONLY_IN_STEP)
    def approve(self) -> None: ...

    @transition(stage, Stage.RECOMMENDED, Stage.NOT_APPROVED, conditions=MOVES_ONLY_IN_STEP)
    def decline(self) -> None: ...

    @transition(stage, Stage.APPROVED, Stage.APPOINTED, conditions=MOVES_ONLY_IN_STEP)
    def appoint(self) -> None: ...

    @transition(stage, Stage.APPROVED, Stage.REFUSED, conditions=MOVES_ONLY_IN_STEP)
    def refuse(self) -> None: ...

    @transition(
        stage,
        sorted(REPEATABLE),
        Stage.ADVERTISED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def repeat_from_shortlisting(self) -> None: ...

    @transition(
        stage,
        sorted(REPEATABLE),
        Stage.PANEL_APPOINTED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def repeat_with_new_advertisement(self) -> None: ...

    @transition(stage, sorted(CAME_TO_NOTHING), Stage.INTERVIEWED, conditions=MOVES_ONLY_IN_STEP)
    def repeat_from_recommendation(self) -> None: ...

    @transition(stage, sorted(CHOSEN), Stage.FELL_THROUGH, conditions=MOVES_ONLY_IN_STEP)
    def fall_through(self) -> None: ...

    @transition(
        stage,
        [Stage.RECOMMENDED, Stage.NO_RECOMMENDATION],
        Stage.INTERVIEWED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def withdraw_recommendation(self) -> None: ...

    @transition(
        stage,
        [Stage.APPROVED, Stage.NOT_APPROVED],
        Stage.RECOMMENDED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def rescind_decision(self) -> None: ...

    @transition(stage, Stage.APPOINTED, Stage.OFFERED, conditions=MOVES_ONLY_IN_STEP)
    def make_offer(self) -> None: ...

    @transition(stage, Stage.OFFERED, Stage.ACCEPTED, conditions=MOVES_ONLY_IN_STEP)
    def accept_offer(self) -> None: ...

    @transition(stage, Stage.ACCEPTED, Stage.CONFIRMED, conditions=MOVES_ONLY_IN_STEP)
    def confirm(self) -> None: ...

    @transition(stage, Stage.CONFIRMED, Stage.IN_POST, conditions=MOVES_ONLY_IN_STEP)
    def take_up_post(self) -> None: ...

    @transition(stage, sorted(RUNNING), Stage.WITHDRAWN, conditions=MOVES_ONLY_IN_STEP)
    def withdraw_vacancy(self) -> None: ...


class VacancyGrant(UserObjectPermissionBase):
    """That a person has a role on a vacancy. Deleted with the vacancy, unlike a generic grant."""

    content_object = models.ForeignKey(Vacancy, on_delete=models.CASCADE, related_name="grants")
