"""The documents of a headship: from a Position to typed blocks, one module a phase."""

from typing import Any

from casework.documents.registry import Kind
from recruitment.documents.advice import ADVICE
from recruitment.documents.appointment import EMPLOYER
from recruitment.documents.approval import APPROVAL
from recruitment.documents.letter import Letter
from recruitment.documents.opening import OPENING
from recruitment.documents.recommendation import PANEL_REPORT
from recruitment.documents.reservations import RESERVED
from recruitment.documents.selection import SELECTION
from recruitment.position import Position

LETTERS: dict[str, Letter[Any]] = {
    letter.key: letter
    for letter in (*OPENING, *SELECTION, *ADVICE, *RESERVED, PANEL_REPORT, *APPROVAL, *EMPLOYER)
}
KINDS: dict[str, Kind[Position]] = {key: letter.kind() for key, letter in LETTERS.items()}
