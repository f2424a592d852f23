"""What a paper of performance management is, besides what every letter is."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeVar

from casework.documents import letter
from casework.documents.blocks import Block
from casework.documents.letter import Facts
from casework.documents.missing import MissingFact
from casework.words import written
from governance.position import Position
from law.appraisal.scheme import Scheme
from law.calendars import CalendarError

Row = TypeVar("Row")
Draft = letter.Draft[Position]
WALES = "wales"


def nobody(_: Position, __: str) -> Collection[str]:
    """A paper of a cycle names no candidate."""
    return ()


@dataclass(frozen=True, kw_only=True)
class CyclePaper(letter.Letter[Position, Row]):
    """One kind of paper of a cycle, about its head."""

    files: frozenset[str] = frozenset()
    names: Callable[[Position, str], Collection[str]] = nobody

    def common_facts(self, p: Position) -> Facts:
        """Return what the wording of any paper may use: the school, the head, the cycle."""
        return of_every_paper(p)

    def case_in_words(self, p: Position) -> str:
        """Return whose performance management it is, without a name."""
        return f"Performance management, {p.school.name}"

    def composed(self, p: Position, about: str) -> tuple[Block, ...]:
        """Return the blocks. Raises MissingFact where a term date is wanting too."""
        try:
            return super().composed(p, about)
        except CalendarError as error:
            raise MissingFact("dates_of_the_school_terms", self.key) from error


def of_every_paper(p: Position) -> Facts:
    """Return what the wording of any paper may use: the school, the head, the cycle."""
    return {
        "school": p.school.name,
        "head": p.head.full_name,
        "years": p.case.years,
        "starts_on": written(p.case.starts_on),
        "ends_on": written(p.case.ends_on),
        "post": p.case.get_post_display().lower(),
    }


def in_wales(scheme: Scheme) -> bool:
    """Return whether the words are those of Wales: statement, appraisers who decide."""
    return scheme.nation == WALES


def by_nation(scheme: Scheme, section: str) -> str:
    """Return the name that a section of the wording has for the nation of a scheme."""
    return f"{section}_{scheme.nation}"
