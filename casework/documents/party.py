"""Somebody whom a paper is from, or to."""

from dataclasses import dataclass

from casework.documents.blocks import Addressee, Copies, Salutation, Signature


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a paper is from or to: name, office, and for whom they hold it."""

    name: str
    office: str = ""
    body: str = ""

    def __str__(self) -> str:
        """Return all that is known on one line."""
        return ", ".join(self.lines)

    @property
    def lines(self) -> tuple[str, ...]:
        """All that is known, line by line."""
        return tuple(filter(None, (self.name, self.office, self.body)))

    @property
    def greeting(self) -> Salutation:
        """How a letter greets them."""
        return Salutation(f"Dear {self.name or self.office}")

    @property
    def address(self) -> Addressee:
        """Their address, where no street of theirs is kept: an officer's, a candidate's."""
        return Addressee(self.lines)

    def signs(self, *, closing: str = "Yours sincerely", body: str = "") -> Signature:
        """Return the block in which they sign, for `body` where it is not their own."""
        return Signature(self.name, self.office, body or self.body, closing)


def copies(*parties: Party | None) -> Copies:
    """Return the copies, to those of `parties` who are known."""
    return Copies(tuple(str(party) for party in parties if party))
