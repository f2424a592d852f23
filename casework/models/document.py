"""A formal document of a case, from draft to issue, and where it was sent."""

from django.conf import settings
from django.db import models

from casework.models.case import Case
from casework.models.event import Event


class Document(models.Model):
    """One version of one document. `paper` is its text as typed blocks; `content` the Word file.

    A draft can be edited, an approved document cannot, an issued one is kept byte for byte
    with its SHA-256. A new draft takes the place of one that was not issued. `facts_digest` is
    that of the paper as composed from the case, before any editing by hand: when the same
    composition would now say something else, the draft is stale. `names` are the codes of those
    whom its text names, as it was issued. From `destroyed_on` it has neither text nor file.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        ISSUED = "issued", "Issued"
        REVOKED = "revoked", "Revoked"
        SUPERSEDED = "superseded", "Replaced by a later draft"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=60, blank=True)
    version = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    title = models.CharField(max_length=300)
    paper = models.JSONField()
    facts_digest = models.CharField(max_length=64)
    edited = models.BooleanField(default=False)
    stale_since = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    drafted_on = models.DateField()
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_on = models.DateField(null=True, blank=True)
    content = models.BinaryField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    revoked_why = models.TextField(blank=True)
    destroyed_on = models.DateField(null=True, blank=True)
    names = models.JSONField(default=list)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind", "about", "version"], name="document_version_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(status="issued") | ~models.Q(sha256=""),
                name="issued_document_has_its_digest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} (version {self.version})"

    @property
    def is_open(self) -> bool:
        """True while it can still go stale: a draft, or approved and not yet issued."""
        return self.status in {self.Status.DRAFT, self.Status.APPROVED}


class Sending(models.Model):
    """That an issued document was sent: when, how and to whom."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="sendings")
    sent_on = models.DateField()
    how = models.CharField(max_length=200)
    to = models.CharField(max_length=300)

    class Meta:
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "to"], name="document_sent_once_to_each"),
        ]

    def __str__(self) -> str:
        return f"{self.document} to {self.to}"
