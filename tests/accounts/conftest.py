"""People who sign in."""

import pytest
from pytest_django import Settings

from accounts.models import User

PASSWORD = "seven-quiet-herons"


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """The real hasher takes its time on purpose, and these tests try many passwords."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def ann(db: None) -> User:
    return User.objects.create_user("ann@example.org", "Ann Rees", PASSWORD)


@pytest.fixture
def uma(db: None) -> User:
    """An invented person of the demonstration."""
    return User.objects.create_user(
        "uma@demo.headship.example", "Uma Shah", demonstration_role="Panel member"
    )
