"""The pages that say where everything is say it of what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"`((?:law|accounts|schools|casework|recruitment|stories|templates|config|docs|"
                   r"frontend|tests|bench|governance)/[\w./-]*)`")  # fmt: skip
LINKED = re.compile(r"\]\(([^)#:]+)\)")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/where.md"])
def test_every_path_and_link_on_the_page_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = [ROOT / path for path in NAMED.findall(text)]
    linked = [(ROOT / page).parent / path for path in LINKED.findall(text)]

    assert named or linked
    assert [str(path) for path in [*named, *linked] if not path.exists()] == []
