"""What every test may lean on."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Browser, sync_playwright
from pytest_django import DjangoDbBlocker, Settings

from casework import triggers
from scripts.tools import CHROMIUM
from tests.recruitment import rebuilt

QUIET = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--renderer-process-limit=1",  # all windows share one process: most of what starting them costs
]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """On SQLite the tests use a file, as Headship does: WAL and locks behave as in life.

    On PostgreSQL a commit does not wait for the disk: what a test leaves need not outlive it.
    """
    database = django_settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.postgresql":
        database.setdefault("OPTIONS", {})["options"] = "-c synchronous_commit=off"
    if database["ENGINE"] == "django.db.backends.sqlite3":
        folder = tmp_path_factory.mktemp("database")
        database.setdefault("TEST", {})["NAME"] = str(folder / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """On PostgreSQL no database is dropped that somebody still speaks to.

    A page that a browser left before it was answered can still be at work in the live server.
    """
    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


def pytest_collection_finish() -> None:
    """What is there by now stays: let the collector of garbage not look through it all again."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(autouse=True)
def _own_attachments(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def uses_database(item: pytest.Function) -> bool:
    """Whether a test asks for the database, by a mark or by a fixture."""
    fixtures = {"db", "transactional_db", "live_server"} & set(item.fixturenames)
    return bool(fixtures or item.get_closest_marker("django_db"))


def commits(item: pytest.Function) -> bool:
    """Whether a test's changes are kept as it runs, so that all tables are emptied after it."""
    mark = item.get_closest_marker("django_db")
    fixtures = {"transactional_db", "live_server"} & set(item.fixturenames)
    return bool(fixtures or (mark and mark.kwargs.get("transaction")))


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Begin with what takes longest, so that no worker is left with it at the end.

    Tests that empty the tables come after the others all the same: these rely on what was there.
    """
    items.sort(key=lambda item: (commits(item), item.get_closest_marker("long") is None))


@pytest.fixture(autouse=True)
def _tables_as_new(request: pytest.FixtureRequest) -> Iterator[None]:
    """What emptying the tables does not reach: the shared cache, and a record that resists."""
    if uses_database(request.node):
        request.getfixturevalue("db")
        cache.clear()
    yield
    if commits(request.node):
        triggers.lift()
        rebuilt.KEPT.clear()  # emptying the tables makes the permissions anew, with other keys


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window. Its event loop would make Django refuse the test's own queries."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with playwright.chromium.launch(
            executable_path=CHROMIUM.path(), args=[*QUIET, *sandbox]
        ) as chromium:
            yield chromium
