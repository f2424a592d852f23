"""The user: a person with an e-mail address, and no power over anything by being one."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

DEMONSTRATION_DOMAIN = "@demo.headship.example"
NO_SUPERUSER = (
    "Headship has no superusers: one would pass every check on every case. "
    "Use 'manage.py add_person' and give the person a role."
)


class UserManager(BaseUserManager["User"]):
    """Makes people, and lists the invented ones."""

    def create_user(
        self,
        email: str,
        full_name: str,
        password: str | None = None,
        *,
        demonstration_role: str = "",
    ) -> "User":
        """Add a person; without a password they set one by asking for a reset by e-mail.

        ValidationError, in sentences, if the address or the name will not do.
        """
        user = self.model(
            email=email.strip().lower(),
            full_name=" ".join(full_name.split()),
            demonstration_role=demonstration_role,
        )
        user.set_password(password)
        user.full_clean()
        user.save(using=self._db)
        return user

    def create_superuser(self, *_args: object, **_kwargs: object) -> "User":
        """Refuse, with ValidationError: nobody operational passes every check."""
        raise ValidationError(NO_SUPERUSER)

    def demonstration(self) -> models.QuerySet["User"]:
        """The invented people whom the demonstration sign-in offers, by role and name."""
        people = self.filter(email__endswith=DEMONSTRATION_DOMAIN, is_active=True)
        return people.order_by("demonstration_role", "full_name")


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in. What they may do is said case by case, never here."""

    email = models.EmailField("email address", unique=True)
    full_name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    demonstration_role = models.CharField(max_length=100, blank=True, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["full_name", "email"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_superuser=False),
                name="nobody_is_a_superuser",
                violation_error_message=NO_SUPERUSER,
            ),
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="email_in_lower_case",
                violation_error_message="Write the email address in lower case.",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name
