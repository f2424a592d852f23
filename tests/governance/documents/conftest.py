"""The papers of the cycles, played once for all the tests that read them."""

from datetime import date

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.governance.documents import cases
from tests.governance.documents.steps import Papers
from tests.recruitment.headship import on_day


@pytest.fixture(scope="session")
def papers(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Papers:
    """Every paper by name. What they hold was read before the cycles are taken back."""
    with django_db_blocker.unblock(), on_day(date(2027, 2, 1)), transaction.atomic():
        found = cases.play()
        transaction.set_rollback(True)
    return found
