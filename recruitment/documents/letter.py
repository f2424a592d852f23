"""What a letter of a headship is, besides what every letter is."""

from dataclasses import dataclass
from typing import TypeVar

from casework.documents import letter
from casework.documents.letter import Facts
from recruitment import known
from recruitment.position import Position

Row = TypeVar("Row")
Draft = letter.Draft[Position]


@dataclass(frozen=True, kw_only=True)
class HeadshipLetter(letter.Letter[Position, Row]):
    """One kind of paper of a headship.

    A paper `of_employer` is signed by those of its `approvers` who sign for the employer here.
    """

    of_employer: bool = False

    def signatories(self, p: Position) -> tuple[str, ...]:
        """Return the roles that approve and issue the paper at this school."""
        if self.of_employer:
            return known.signs_for_employer(p.regime, self.approvers)
        return self.approvers

    def common_facts(self, p: Position) -> Facts:
        """Return what the wording of any paper may use: the post, without and with its article."""
        return of_every_paper(p)

    def about_in_words(self, about: str) -> str:
        """Return which round the paper is of."""
        return round_in_words(about)

    def case_in_words(self, p: Position) -> str:
        """Return whose headship it is."""
        return f"Headship of {p.school.name}"


def round_in_words(about: str) -> str:
    """Return which round a paper is of, for any but the first: "R2" is "round 2".

    A second notice of names in a round, as "R1-2", is "notice 2".
    """
    number, _, place = (
        about.removeprefix("R").partition("-") if about.startswith("R") else ("",) * 3
    )
    words = (
        f"round {number}" if number not in {"", "1"} else "",
        f"notice {place}" if place else "",
    )
    return ", ".join(filter(None, words))


def of_every_paper(p: Position) -> Facts:
    """Return what the wording of any paper may use: the post, without and with its article."""
    post = p.case.post_name
    return {"post": post, "a_post": f"{'an' if post[0] in 'aeiou' else 'a'} {post}"}
