"""What the papers of the panel's evening share: whose they are, the scale, and no hidden name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accounts.models import User
from casework.documents.blocks import Block, Table
from casework.documents.party import Party
from casework.hiding import Hidden
from recruitment import scores
from recruitment.documents import parts
from recruitment.documents.letter import Draft
from recruitment.models import Candidate, Criterion, Scoring
from recruitment.position import Position

_OF_A_MEMBER = re.compile(r"M(\d+)(?:-R(\d+))?")
ESSENTIAL, DESIRABLE = "Essential", "Desirable"

# Whose paper it is


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the panel, and the round that a paper of theirs is of."""

    person: User
    round: int

    @property
    def label(self) -> str:
        """Whose paper it is: no candidate sits on the panel."""
        later = parts.of_round(self.round)
        return f"{self.person.full_name}, round {self.round}" if later else self.person.full_name

    def party(self, p: Position) -> Party:
        """Return the member as whoever signs, or reads, a paper."""
        office = "Chair of the selection panel" if self.person == p.panel_chair else ""
        return Party(
            self.person.full_name, office or "Member of the selection panel", p.school.name
        )


def members(p: Position) -> Mapping[str, Member]:
    """Return the members as they sit now, by what their papers are about: M2, in round 2 M2-R2.

    The number is that of their first seat among all the seats that there were.
    """
    numbers = {person.pk: n for n, person in enumerate(_ever_seated(p), start=1)}
    return {
        "-".join(filter(None, (f"M{numbers[u.pk]}", parts.this_round(p)))): Member(u, p.case.round)
        for u in p.members
    }


def _ever_seated(p: Position) -> list[User]:
    return list({seat.person_id: seat.person for seat in p.seats}.values())


def member_of(p: Position, about: str) -> Member | None:
    """Return whose paper an `about` stands for, of whatever round, if anybody's."""
    found = _OF_A_MEMBER.fullmatch(about)
    seated = _ever_seated(p)
    if found is None or not 1 <= int(found[1]) <= len(seated):
        return None
    return Member(seated[int(found[1]) - 1], int(found[2] or 1))


def scorers(p: Position) -> Mapping[str, Member]:
    """Return the members who have somebody to score now, once it is recorded how."""
    found = members(p) if p.scoring else {}
    return {about: m for about, m in found.items() if scores.to_score(p, m.person)}


def free_for(p: Position, about: str) -> set[str]:
    """Return the codes of the candidates in whom the member has no interest."""
    member = member_of(p, about)
    return {c.code for c in p.candidates_seen_by(member.person)} if member else set()


# No hidden name


def without_names(p: Position, text: str) -> str:
    """Return what somebody typed without the names that are hidden now."""
    return str(Hidden(c.name for c in p.nameless).out_of(text))


def named_in(p: Position, *texts: str) -> set[str]:
    """Return the codes of those whom such texts name: by their codes alone, while names are hidden.

    In the words of whoever may not read names there is none left, and “[name hidden]” is not one.
    """
    if not p.names_hidden:
        return parts.named_in(p, *texts)
    said = set(re.findall(r"(?<!\w)C\d+(?!\w)", " ".join(texts)))
    return {c.code for c in p.candidates if c.code in said}


def called(p: Position, candidate: Candidate) -> str:
    """Return a candidate's code and, unless it is hidden, the name."""
    return candidate.code if candidate in p.nameless else f"{candidate.code}, {candidate.name}"


def by_code(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates in the order of their codes, which were not always given in order."""
    return sorted(candidates, key=lambda c: int(c.code[1:]))


# The scale


def scoring(draft: Draft) -> Scoring:
    """Return how the panel scores, or raise MissingFact."""
    return draft.need(draft.p.scoring, "way_in_which_the_panel_scores")


def scored(draft: Draft) -> tuple[Criterion, ...]:
    """Return the criteria that are scored, or raise MissingFact."""
    return draft.need(scores.criteria(draft.p) or None, "criterion_tested_by_the_application")


def scale_facts(p: Position) -> dict[str, str | int | None]:
    """Return what the wording may say of the scale."""
    chosen = p.scoring
    return {
        "lowest": chosen.lowest if chosen else None,
        "highest": chosen.highest if chosen else None,
        "meets_from": chosen.meets_from if chosen else None,
    }


def scale(chosen: Scoring, criteria: Iterable[Criterion]) -> Iterator[Block]:
    """Yield what each point stands for and, where it was said, what evidence for a criterion."""
    rows = tuple((str(n), chosen.anchor(n) or "\u2013") for n in chosen.points)
    yield Table("The scale", ("Points", "What they stand for"), rows, (1, 8))
    own = tuple(
        (str(c.number), point, str(words))
        for c in criteria
        for point, words in sorted(c.anchors.items(), key=lambda pair: int(pair[0]))
    )
    if own:
        headers = ("No.", "Points", "Evidence that stands for them")
        yield Table("The scale for single criteria", headers, own, (1, 1, 7))


def specification(
    criteria: Iterable[Criterion], caption: str = "The person specification"
) -> Table:
    """Return criteria as a table: how much each weighs, and by what it is tested."""
    rows = tuple(
        (str(c.number), c.text, weight(c), str(c.weight), c.tested_in_words) for c in criteria
    )
    headers = ("No.", "Criterion", "Essential or desirable", "Weight", "Tested by")
    return Table(caption, headers, rows, (1, 7, 3, 2, 4))


def weight(criterion: Criterion) -> str:
    """Return whether a criterion is essential or desirable, in a word."""
    return ESSENTIAL if criterion.essential else DESIRABLE


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with what is counted.

    >>> counted(1, "candidate"), counted(3, "candidate")
    ('1 candidate', '3 candidates')
    """
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def is_for(p: Position, user: User, about: str) -> bool:
    """Whether the paper is the person's own, or the person is the clerk, who hands it out."""
    member = member_of(p, about)
    return user == p.clerk or (member is not None and member.person == user)


def past_is_open(p: Position, user: User) -> bool:
    """Whether somebody may read what was scored in an earlier round: whoever has scored in this."""
    return not (scores.is_member(p, user) and scores.outstanding(p, user))
