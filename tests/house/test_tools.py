"""How the programs that the tests need are found."""

from pathlib import Path

import pytest

from scripts.tools import Tool


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "needed-program"
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return file


def needed(*, places: tuple[str, ...] = ()) -> Tool:
    return Tool(
        name="Needed",
        variable="HEADSHIP_NEEDED",
        commands=("needed-program",),
        places=places,
        packages=("needed",),
    )


def test_a_program_is_found_on_the_path(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program.parent))
    assert needed().path() == str(program)


def test_a_program_off_the_path_is_found_in_its_usual_place(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert needed(places=("/nowhere/needed-program", str(program))).path() == str(program)


def test_a_program_is_where_its_variable_says(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("HEADSHIP_NEEDED", str(program))
    assert needed().path() == str(program)


def test_a_variable_that_names_nothing_is_not_made_up_for(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv("HEADSHIP_NEEDED", "/nowhere/needed-program")
    assert needed().path() is None


def test_a_program_that_is_nowhere_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert needed().path() is None
