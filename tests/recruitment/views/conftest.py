"""Pages are seen on one day, with one kind of letter that needs nothing but the case."""

from collections.abc import Iterator

import pytest

from casework.documents.blocks import Heading, Paper, Paragraph
from casework.documents.letter import code_in
from casework.documents.registry import SELECTION_FILE, Kind, Subject
from recruitment.documents import KINDS
from recruitment.position import Position
from tests.recruitment.headship import on_day
from tests.recruitment.views.rows import TODAY


def letter(position: Position, about: str) -> Paper:
    case = position.case
    return Paper(
        kind="test_letter",
        title="A letter of the tests",
        author="The clerk",
        subject="Headship",
        reference=case.reference,
        blocks=(
            Heading("The vacancy"),
            Paragraph(f"The outgoing head leaves on {case.outgoing_last_day}."),
            Paragraph("Yours in haste"),
        ),
    )


def kind(key: str, *approvers: str, seen_with: str) -> Kind[Position]:
    return Kind(
        key=key,
        number="0",
        name=key.replace("_", " ").capitalize(),
        phase="opening",
        compose=letter,
        subjects=lambda position: [Subject("", key.replace("_", " ").capitalize())],
        names=code_in,
        approvers=approvers,
        signatories=lambda position: approvers,
        seen_with=seen_with,
        to=lambda position, about: ["The director"],
        files=frozenset({SELECTION_FILE}),
    )


@pytest.fixture(autouse=True)
def _letters(monkeypatch: pytest.MonkeyPatch) -> None:
    for made in (
        kind("test_letter", "clerk", "chair", seen_with="see_documents"),
        kind("adviser_letter", "adviser", seen_with="see_advice"),
    ):
        monkeypatch.setitem(KINDS, made.key, made)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(TODAY):
        yield
