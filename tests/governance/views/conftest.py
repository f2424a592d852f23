"""Two kinds of letter that need nothing but the case, and some people with accounts."""

import pytest

from governance.documents import KINDS
from tests.governance.views.rows import kind
from tests.recruitment.headship import person


@pytest.fixture(autouse=True)
def _letters(monkeypatch: pytest.MonkeyPatch) -> None:
    for made in (
        kind("test_letter", "clerk", "chair"),
        kind("adviser_letter", "adviser", seen_with="see_advice"),
    ):
        monkeypatch.setitem(KINDS, made.key, made)


@pytest.fixture(autouse=True)
def _officers(db: None) -> None:
    for name in ("Gwen Ash", "Huw Bell"):
        person(name)
