"""What letters from the employer to the person chosen have in common: their head and their foot."""

from collections.abc import Iterator

from casework.documents.blocks import Block, Heading, Reference
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft
from recruitment.models import Candidate


def head(draft: Draft, candidate: Candidate, subject: str = "subject") -> Iterator[Block]:
    """Yield the letterhead, the address, the greeting and the heading in the wording `subject`."""
    reader = people.appointee(candidate)
    yield parts.from_employer(draft.p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line(subject))


def foot(draft: Draft) -> Iterator[Block]:
    """Yield the signature of whoever writes for the employer, and the copies."""
    p = draft.p
    writer = draft.need(people.employer(p), "somebody_who_writes_for_the_employer")
    yield writer.signs()
    yield parts.copies_but(writer, p)
