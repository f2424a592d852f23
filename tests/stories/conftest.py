"""A story of a few lines to change, and the command that plays it."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

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
      tested_by: interview
  - date: start+3
    by: clerk
    do: advertise
    with: {where: the page, closing_on: start+20}
    refused: not_at_this_stage
  - date: start+4
    by: chair
    do: withdraw_vacancy
    with: {why: The resignation was withdrawn}
  - date: start+4
    check: {stage: withdrawn, events: 4}
"""

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
