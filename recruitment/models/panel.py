"""What selection rests on: panel, interests, person specification, advertisement."""

from django.conf import settings
from django.db import models

from recruitment.models.vacancy import Vacancy

# The items of a meeting of the governing body on which it votes who sits on the panel.
APPOINTED, CHANGED = "Appointment of the selection panel", "Change of the selection panel"
SEATING = frozenset({APPOINTED, CHANGED})


class PanelSeat(models.Model):
    """That a governor sits on the selection panel, from one date to another."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="seats")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    is_chair = models.BooleanField(default=False)
    is_trained = models.BooleanField(default=False)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy", "person"],
                condition=models.Q(until=None),
                name="panel_member_sits_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


class Interest(models.Model):
    """An interest declared by somebody with a part in the appointment, and its effect.

    `named` is the name that the declarer chose from the roster while names were hidden. Until the
    clerk has said which candidate that is, there is no `candidate`.
    """

    class Kind(models.TextChoices):
        FAMILY = "family", "Family or household"
        FRIENDSHIP = "friendship", "Friendship"
        MANAGED = "managed", "Manages, or is managed by, a candidate"
        REFEREE = "referee", "Referee or mentor of a candidate"
        PECUNIARY = "pecuniary", "Money or contract"
        OTHER = "other", "Other"

    class Effect(models.TextChoices):
        NONE = "none", "Noted: no effect"
        LEAVE_ITEM = "leave_item", "Leaves for that candidate"
        WITHDRAW = "withdraw", "Takes no part in this appointment"
        SUBSTITUTE = "substitute", "Takes no part, and another is to take the seat"

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="interests")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey(
        "recruitment.Candidate",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="interests",
    )
    kind = models.CharField(max_length=20, choices=Kind.choices)
    named = models.CharField(max_length=200, blank=True)
    detail = models.TextField()
    effect = models.CharField(max_length=20, choices=Effect.choices)
    declared_on = models.DateField()
    pinned = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display().lower()}"

    @property
    def awaits_mapping(self) -> bool:
        """Whether the clerk has still to say which candidate the name from the roster is."""
        return bool(self.named) and self.candidate_id is None


class Undertaking(models.Model):
    """A staff governor's written undertaking not to seek what an internal appointment opens."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="undertakings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    text = models.TextField()

    class Meta:
        ordering = ["given_on", "pk"]

    def __str__(self) -> str:
        return f"Undertaking of {self.person}, {self.given_on:%-d %B %Y}"


class Criterion(models.Model):
    """One criterion of the person specification. Its number never stands for another one.

    `tested_by` are all the ways in which it is tested. `anchors` say, for points of the scale by
    their number, what evidence for this criterion stands for them.
    """

    class TestedBy(models.TextChoices):
        APPLICATION = "application", "Application"
        REFERENCES = "references", "References"
        TASK = "task", "Task"
        INTERVIEW = "interview", "Interview"

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="criteria")
    number = models.PositiveIntegerField()
    text = models.TextField()
    essential = models.BooleanField(default=True)
    tested_by = models.JSONField()
    weight = models.PositiveSmallIntegerField(default=1)
    anchors = models.JSONField(default=dict)
    added_on = models.DateField()
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "criteria"
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "number"], name="criterion_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    @property
    def tested_in_words(self) -> str:
        """How it is tested, such as "Application, interview"."""
        names = [str(self.TestedBy(way).label) for way in self.tested_by]
        return ", ".join([*names[:1], *(name.lower() for name in names[1:])])

    @property
    def anchors_in_order(self) -> list[tuple[str, str]]:
        """What points of the scale stand for, from the lowest: each point with its words."""
        return sorted(self.anchors.items(), key=lambda anchor: int(anchor[0]))

    def is_tested_by(self, way: TestedBy) -> bool:
        """Whether it is tested in that way."""
        return way in self.tested_by


class Advertisement(models.Model):
    """That the post was advertised, or why the governing body had good reason not to."""

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="advertisements")
    round = models.PositiveIntegerField()
    published_on = models.DateField()
    where = models.CharField(max_length=300, blank=True)
    closing_on = models.DateField(null=True, blank=True)
    good_reason_not_to = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Advertisement of {self.published_on:%-d %B %Y}"


class ClosingExtension(models.Model):
    """That the closing date of an advertisement was made later: `before` is what it was.

    The advertisement has the date in force.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="extensions")
    advertisement = models.ForeignKey(
        Advertisement, on_delete=models.PROTECT, related_name="extensions"
    )
    before = models.DateField()
    closing_on = models.DateField()
    why = models.TextField()
    where = models.CharField(max_length=300)
    extended_on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Extension to {self.closing_on:%-d %B %Y}"
