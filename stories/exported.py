"""One file of an exported case, and how the file of a document is called."""

from dataclasses import dataclass
from hashlib import sha256

from casework.models import Document


@dataclass(frozen=True, slots=True)
class Exported:
    """One file as it was written: its name in the folder, and what the index says of it.

    `recorded` is the SHA-256 that Headship has kept of it since it was issued or handed in.
    """

    name: str
    title: str
    data: bytes
    recorded: str = ""
    about: str = ""
    kept_in: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.data)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes that are written."""
        return sha256(self.data).hexdigest()

    @property
    def is_altered(self) -> bool:
        """Whether these are other bytes than those that were issued or handed in."""
        return bool(self.recorded) and self.recorded != self.sha256


def numbered(number: int, document: Document) -> str:
    """Return the name of a document's file: its number, its kind, what it is about, its version."""
    parts = [f"{number:03d}", document.kind, document.about, f"v{document.version}"]
    return f"{'-'.join(filter(None, parts))}.docx"
