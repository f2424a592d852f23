"""The parts that every paper of a headship shares: who, from where, under which law, on what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Protocol, TypeVar

from accounts.models import User
from casework.documents.blocks import (
    DATE,
    ON_ISSUE,
    Addressee,
    Block,
    Facts,
    Heading,
    Letterhead,
    Reference,
    Salutation,
    Signature,
    Table,
)
from law.base import Rule
from recruitment.models import Candidate, Decision
from recruitment.points import Point
from recruitment.position import Position
from recruitment.rules.base import written
from schools.models.choices import StaffRole

# The head of an authority's service for schools, where no officer of it is known by name.
DIRECTOR = "Director of Children's Services"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a paper is from or to: name, office, and for whom they hold it."""

    name: str
    office: str
    body: str

    def __str__(self) -> str:
        """Return all three on one line."""
        return ", ".join(filter(None, (self.name, self.office, self.body)))

    @property
    def greeting(self) -> Salutation:
        """How a letter greets them."""
        return Salutation(f"Dear {self.name or self.office}")

    def signs(self, *, closing: str = "Yours sincerely", on_behalf: str = "") -> Signature:
        """Return the block in which they sign."""
        return Signature(self.name, self.office, on_behalf or self.body, closing)


def _governor(user: User | None, office: str, p: Position) -> Party | None:
    return Party(user.full_name, office, p.school.name) if user else None


def clerk(p: Position) -> Party | None:
    """The clerk to the governing body."""
    return _governor(p.clerk, "Clerk to the governing body", p)


def chair(p: Position) -> Party | None:
    """The chair of the governing body."""
    return _governor(p.chair, "Chair of the governing body", p)


def panel_chair(p: Position) -> Party | None:
    """The chair of the selection panel."""
    return _governor(p.panel_chair, "Chair of the selection panel", p)


def officer(p: Position) -> Party | None:
    """The officer who acts for the authority."""
    posts = p.staff_of_authority(StaffRole.OFFICER)
    return next((Party(s.user.full_name, s.title or "Officer", p.authority_name) for s in posts), None)


def authority(p: Position) -> Party | None:
    """Whom to write to at the authority."""
    return officer(p) or (Party("", DIRECTOR, p.authority_name) if p.authority_name else None)


def person(name: str, office: str = "", body: str = "") -> Party | None:
    """Somebody known by a text, or nobody for a blank one."""
    return Party(name, office, body) if name.strip() else None


def from_governors(p: Position) -> Letterhead:
    """The letterhead of the school, for its governing body."""
    name, *address = p.school.letter_address()
    return Letterhead((name, "The governing body", *filter(None, [", ".join(address)])))


def from_authority(p: Position) -> Letterhead:
    """The letterhead of the local authority."""
    return Letterhead((p.authority_name, "Local authority"))


def reference(own: str) -> Reference:
    """Our reference, and the date, which the paper gets when it is issued."""
    return Reference((("Our reference", own), (DATE, ON_ISSUE)))


def at_school(party: Party, p: Position) -> Addressee:
    """The address of somebody at the school."""
    return Addressee((party.name, party.office, *p.school.letter_address()))


def elsewhere(party: Party) -> Addressee:
    """The address of somebody whose street is not known: an officer, a candidate."""
    return Addressee(tuple(filter(None, (party.name, party.office, party.body))))


def day(when: date | None) -> str | None:
    """Write a date as a letter does, or return nothing for none: the wording then says which."""
    return written(when) if when else None


def iso_day(when: object) -> str | None:
    """Write out a date kept in JSON."""
    return day(date.fromisoformat(str(when))) if when else None


def provision(rule: Rule[Any]) -> str:
    """Return the provision alone: "regulation 15(4)"."""
    return _cited(rule)[1]


def _cited(rule: Rule[Any]) -> tuple[str, str]:
    """Part a citation into the instrument, which ends in a year or a number, and the provision."""
    instrument, _, where = rule.citation.partition("), ")
    return f"{instrument})", where


def legal_basis(*rules: Rule[Any]) -> Iterator[Table]:
    """Yield a table for each instrument: the provisions, what they ask, and how sure that is."""
    for instrument, cited in groupby(rules, key=lambda rule: _cited(rule)[0]):
        rows = ((_capital(provision(rule)), f"{rule.says} {rule.caution}".strip()) for rule in cited)
        yield Table(f"Legal basis: {instrument}", ("Provision", "Effect"), tuple(rows), (3, 9))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def points(stored: Iterable[Mapping[str, Any]], p: Position) -> Iterator[Block]:
    """Yield each point against a published criterion: what was seen, apart from what is inferred."""
    for number, data in enumerate(stored, start=1):
        point = Point.from_json(dict(data))
        yield Heading(f"{number}. {criterion_in_words(point.criterion, p)}", 3)
        yield Facts(
            (
                ("What was seen", point.seen),
                ("By whom, and when", f"{point.seen_by}, {written(point.seen_on)}"),
                ("Source", point.source),
                ("The candidate's explanation", point.explanation or "None is recorded."),
                ("Inference", point.inference or "None is drawn."),
            )
        )


def criterion_in_words(number: int, p: Position) -> str:
    """Name a criterion of the person specification."""
    criterion = p.criterion(number)
    if criterion is None:
        return f"Criterion {number}"
    weight = "essential" if criterion.essential else "desirable"
    return f"Criterion {number} ({weight}): {criterion.text}"


class AboutCandidate(Protocol):
    """A row about one candidate."""

    pk: int
    candidate: Candidate


Paper = TypeVar("Paper", bound=AboutCandidate)


def by_code(papers: Iterable[Paper]) -> dict[str, Paper]:
    """Return each paper by its candidate's code; a second about the same one is C2-2.

    Rows are never deleted, so what a key stands for never changes.
    """
    found: dict[str, Paper] = {}
    counts: dict[str, int] = {}
    for paper in sorted(papers, key=lambda paper: paper.pk):
        code = paper.candidate.code
        counts[code] = counts.get(code, 0) + 1
        found[code if counts[code] == 1 else f"{code}-{counts[code]}"] = paper
    return found


def decision_now(p: Position, kind: Decision.Kind) -> dict[str, Decision]:
    """Return the decision of that kind in this round, by the round: nothing for the first."""
    decision = p.decision(kind)
    return {this_round(p): decision} if decision else {}


def this_round(p: Position) -> str:
    """What tells a paper of this round from the same paper of an earlier one."""
    return f"R{p.case.round}" if p.case.round > 1 else ""


def name_of(decision: Decision | None) -> str | None:
    """Return the name of the person whom the decision is about."""
    return decision.candidate.name if decision and decision.candidate else None
