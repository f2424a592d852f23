"""The parts that papers of a cycle share: from where, on what law, objectives, last days."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from casework.documents.blocks import (
    Addressee,
    Block,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Reference,
    Title,
)
from casework.documents.legal import legal_basis
from casework.documents.party import Party
from casework.words import written
from governance.documents import people
from governance.documents.letter import Draft
from governance.models import Objective
from governance.position import Position
from law.appraisal.academy import as_it_binds, is_chosen
from law.base import Rule
from law.periods import Period

Found = TypeVar("Found")

BY_CHOICE = "As for maintained schools; it does not bind an academy"

# From where and to where


def from_governors(p: Position) -> Letterhead:
    """Return the letterhead of the school, for its governing body."""
    return Letterhead((p.school.name, "The governing body", *_street(p)))


def _street(p: Position) -> tuple[str, ...]:
    address = ", ".join(p.school.letter_address()[1:])
    return (address,) if address else ()


def letter_head(draft: Draft, reader: Party, subject: str = "subject") -> Iterator[Block]:
    """Yield the head of a letter of the governing body to `reader`, down to its subject."""
    yield from_governors(draft.p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    at_school = reader.body == draft.p.school.name
    yield Addressee((*reader.lines, *(_street(draft.p) if at_school else ())))
    yield reader.greeting
    yield Heading(draft.line(subject))


def paper_head(draft: Draft, title: str = "title") -> Iterator[Block]:
    """Yield the head of a paper that is no letter: from where, what it is, its title."""
    yield from_governors(draft.p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line(title))


def signed_for_appraisers(draft: Draft) -> Block:
    """Return the block in which one appraiser signs for all of them."""
    return _first_appraiser(draft).signs(closing="Signed for the appraisers")


def _first_appraiser(draft: Draft) -> Party:
    return draft.need(next(iter(people.appraisers(draft.p)), None), "appraiser")


def received_by_head(p: Position) -> Block:
    """Return the block in which the head signs that the paper was received."""
    return people.head(p).signs(closing="Received by the head, which is not to agree with it")


# What it is about


def whose(p: Position) -> Iterator[tuple[str, str]]:
    """Yield whose appraisal it is, and of which cycle."""
    yield "Head", p.head.full_name
    yield "Post", f"{p.case.get_post_display()}, {p.school.name}"
    yield "Cycle", f"{written(p.case.starts_on)} to {written(p.case.ends_on)}"


def appraisers(draft: Draft) -> tuple[str, str]:
    """Return who appraises, each with on whose behalf."""
    _first_appraiser(draft)
    said = (
        f"{a.person.full_name}, {a.get_capacity_display().lower()}" for a in draft.p.appraisers_now
    )
    return "Appraisers", "\n".join(said)


def serves(p: Position, objective: Objective) -> Iterator[tuple[str, str]]:
    """Yield what an objective serves: first that which the law of the nation asks for."""
    yield f"For the {p.scheme.objectives_contribute.value[0]}", objective.pupils
    if objective.plan:
        yield "For the plan for improving the school", objective.plan


def objective(number: int, text: str, rows: Sequence[tuple[str, str]]) -> Iterator[Block]:
    """Yield an objective under a heading of its own, with a table of what is said of it."""
    yield Heading(f"Objective {number}", 3)
    yield Facts((("Objective", text), *rows))


def several(rows: Sequence[Found]) -> dict[str, Found]:
    """Return rows by what their papers are about: nothing for the first, then 2, and so on."""
    return {str(place) if place > 1 else "": row for place, row in enumerate(rows, start=1)}


# The law


def basis(*rules: Rule[Any] | None) -> Iterator[Paragraph]:
    """Yield the note of the law behind a paper: in an academy, as that of other schools."""
    held = [rule for rule in rules if rule]
    yield from legal_basis(*(rule for rule in held if not is_chosen(rule)))
    chosen = (as_it_binds(rule) for rule in held if is_chosen(rule))
    yield from legal_basis(*chosen, opening=BY_CHOICE)


def of_no_regulations(rule: Rule[Any]) -> Iterator[Paragraph]:
    """Yield the note of what a figure rests on that no Regulations lay down."""
    yield from legal_basis(as_it_binds(rule), opening="No Regulations lay this time down")


def says(*rules: Rule[Any] | None) -> Iterator[Paragraph]:
    """Yield what rules say, in the words that the tables of the law have for them."""
    sentences = [rule.says for rule in rules if rule]
    if sentences:
        yield Paragraph("\n\n".join(sentences))


def length(rule: Rule[Period] | None) -> str | None:
    """Return how many days a period has, as a sentence has it: "7 working days"."""
    return f"{rule.value.length} {rule.value.unit}" if rule else None


def last_day(p: Position, rule: Rule[Period] | None, since: date | None) -> str | None:
    """Return the last day of a period, written out, or nothing where it does not run."""
    return written(rule.value.last_day(since, p.calendar)) if rule and since else None


def counted(p: Position, rule: Rule[Period] | None, since: date | None) -> str | None:
    """Return in words how a period runs from a day, or nothing where it does not run."""
    return rule.value.explain(since, p.calendar) if rule and since else None
