"""The documents of a headship: from a Position to typed blocks, one module a phase."""

from casework.documents.registry import Kind
from recruitment.position import Position

KINDS: dict[str, Kind[Position]] = {}
