"""Papers that were taken back: their document stays in the file, and whoever finds it is told."""

from collections.abc import Callable, Mapping
from datetime import date

from casework.models import Document
from casework.words import written
from recruitment.documents import advice, reservations
from recruitment.models import Representation, Reservations
from recruitment.position import Position

# What the documents of a kind can be about, taken back or not, by their `about`.
PAPERS: Mapping[str, Callable[[Position], Mapping[str, Representation | Reservations]]] = {
    "representations": advice.every,
    "reservations": reservations.every,
}


def withdrawn(p: Position, document: Document, by: date = date.max) -> str:
    """Return when and why the paper that the document sets out was withdrawn `by` a day, if so."""
    papers = PAPERS.get(document.kind)
    paper = papers(p).get(document.about) if papers else None
    if paper is None or paper.withdrawn_on is None or paper.withdrawn_on > by:
        return ""
    return f"Withdrawn on {written(paper.withdrawn_on)}: {paper.withdrawn_why}"
