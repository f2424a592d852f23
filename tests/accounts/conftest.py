"""People who sign in."""

import pytest

from accounts.models import User

PASSWORD = "seven-quiet-herons"


@pytest.fixture
def ann(db: None) -> User:
    return User.objects.create_user("ann@example.org", "Ann Rees", PASSWORD)


@pytest.fixture
def uma(db: None) -> User:
    """An invented person of the demonstration."""
    return User.objects.create_user(
        "uma@demo.headship.example", "Uma Shah", demonstration_role="Panel member"
    )
