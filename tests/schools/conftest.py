"""The register, ready to be imported."""

from pathlib import Path

import pytest

from tests.schools.register_file import Register


@pytest.fixture
def register(db: None, tmp_path: Path) -> Register:
    return Register(tmp_path)
