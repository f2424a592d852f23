"""A story of a few lines to change, the command that plays it, and a case to look into."""

import shutil
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.test import override_settings
from pytest_django.plugin import DjangoDbBlocker

from recruitment import load
from recruitment.models import Vacancy
from stories.registry import KINDS_OF_STORY
from stories.shipped import FILES

SHORT = """\
story: A vacancy is opened and withdrawn
start: 2026-09-07
school: {name: Mill Lane Primary School, category: Voluntary controlled school, nation: England}
people:
  clerk: Ann Rees
  chair: Tom Hale
  adviser: Ifor Prys
  officer: Joan Beck
  panel: [Tom Hale, Uma Shah, Lee Ward]
steps:
  - date: start
    by: clerk
    do: open_vacancy
    with: {outgoing_last_day: 2026-12-31, reason: retirement}
  - date: start+1
    by: clerk
    do: notify_authority
    with: {how: by e-mail}
  - date: start+2
    by: clerk
    do: add_criterion
    with:
      text: Leads teaching
      tested_by: [interview]
  - date: start+3
    by: clerk
    do: advertise
    with: {where: the page, closing_on: start+20}
    refused: not_at_this_stage
  - date: start+4
    by: chair
    do: withdraw_vacancy
    with: {because: abandoned, why: The post is not to be filled}
  - date: start+4
    check: {stage: withdrawn, events: 4}
"""

EACH_KIND = pytest.mark.parametrize("kind", KINDS_OF_STORY.values(), ids=lambda kind: kind.name)

Write = Callable[..., Path]
Play = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write the short story, with each pair of texts replaced, and return its file."""

    def written(*pairs: tuple[str, str], text: str = SHORT) -> Path:
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / "story.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return written


@pytest.fixture
def play() -> Play:
    """Play stories and return what was printed."""

    def played(*arguments: str | Path) -> str:
        out = StringIO()
        call_command("play", *map(str, arguments), stdout=out)
        return out.getvalue()

    return played


@pytest.fixture(scope="module")
def uploads_of_the_story(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Path]:
    """Play the STORY of the module once, give the folder of its uploads, and undo it at the end.

    Each test's own transaction is inside this one.
    """
    uploads = tmp_path_factory.mktemp("uploads")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=uploads):
            call_command("play", str(FILES / request.module.STORY), "--keep", stdout=StringIO())
        yield uploads
        transaction.set_rollback(True)


@pytest.fixture
def case(uploads_of_the_story: Path, _own_attachments: None) -> Vacancy:
    """The case that the module's STORY has left."""
    shutil.copytree(uploads_of_the_story, django_settings.MEDIA_ROOT, dirs_exist_ok=True)
    return load.vacancies().latest("pk")


@pytest.fixture
def surprise(play: Play) -> Play:
    """Play stories that go wrong and return how the command ends."""

    def ended(*arguments: str | Path) -> str:
        with pytest.raises(CommandError) as error:
            play(*arguments)
        assert error.value.returncode == 1
        return str(error.value)

    return ended


def line_of(path: Path, words: str) -> int:
    """Return the number of the first line that holds these words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)
