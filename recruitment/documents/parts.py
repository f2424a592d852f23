"""The parts that papers of a headship share: from where and to where, under which law, on what."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from accounts.models import User
from casework.documents.blocks import (
    DATE,
    ON_ISSUE,
    Addressee,
    Block,
    Copies,
    Facts,
    Heading,
    Letterhead,
    Paragraph,
    Reference,
    Signature,
)
from casework.models import Attendance, Meeting
from law.base import Rule
from recruitment.documents import people
from recruitment.documents.people import Party
from recruitment.models import Decision
from recruitment.points import Point
from recruitment.position import Position
from recruitment.rules.base import written

Numbered = TypeVar("Numbered")

PRESENT = {
    Attendance.Capacity.MEMBER: "Members present",
    Attendance.Capacity.ADVISER: "Advising, no vote",
    Attendance.Capacity.IN_ATTENDANCE: "In attendance",
}

# From where and to where


def from_governors(p: Position) -> Letterhead:
    """Return the letterhead of the school, for its governing body."""
    return Letterhead((p.school.name, "The governing body", *_street(p)))


def _street(p: Position) -> tuple[str, ...]:
    """Return the address of the school on one line, or no line where it is not known."""
    address = ", ".join(p.school.letter_address()[1:])
    return (address,) if address else ()


def from_authority(p: Position) -> Letterhead:
    """Return the letterhead of the local authority."""
    return Letterhead((p.authority_name, "Local authority"))


def reference(own: str) -> Reference:
    """Return our reference, and the date, which the paper gets when it is issued."""
    return Reference((("Our reference", own), (DATE, ON_ISSUE)))


def care_of(party: Party, body: str, p: Position) -> Addressee:
    """Return the address of a body, such as the selection panel, care of its chair."""
    return Addressee((body, f"care of {party.name}, {party.office}", *_street(p)))


def elsewhere(party: Party) -> Addressee:
    """Return the address of somebody whose street is not known: an officer, a candidate."""
    return Addressee(party.lines)


def copies(*parties: Party | None) -> Copies:
    """Return the copies, to those of `parties` who are known."""
    return Copies(tuple(str(party) for party in parties if party))


def signed_minute(chaired_by: User, p: Position) -> Signature:
    """Return the block in which whoever chaired a meeting signs its minute."""
    chair = Party(chaired_by.full_name, "Chair of the meeting", p.school.name)
    return chair.signs(closing="Signed as a correct record")


# Facts in words


def day(when: date | None) -> str | None:
    """Write a date as a letter does, or return nothing for none: the wording then says which."""
    return written(when) if when else None


def iso_day(when: object) -> str | None:
    """Write out a date kept in JSON."""
    return day(date.fromisoformat(str(when))) if when else None


def name_of(decision: Decision | None) -> str | None:
    """Return the name of the person whom a decision is about."""
    return decision.candidate.name if decision and decision.candidate else None


def sitting(p: Position, meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield when and where a meeting sat, and who was there."""
    yield "Held on", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"
    yield "Held at", meeting.place
    yield "In the chair", str(meeting.chaired_by or "")
    for capacity, label in PRESENT.items():
        there = [a for a in p.attendance_at(meeting) if a.capacity == capacity]
        if there:
            yield label, "; ".join(_present(p, a) for a in there)


def _present(p: Position, attendance: Attendance) -> str:
    """Name somebody who was there: with their office, unless they are one of the members."""
    if attendance.capacity == Attendance.Capacity.MEMBER:
        return attendance.person.full_name
    office = people.office_on(attendance.meeting.held_on, attendance.person, p)
    return ", ".join(filter(None, (attendance.person.full_name, office)))


# What a paper can be about


def numbered(pairs: Iterable[tuple[str, Numbered]]) -> dict[str, Numbered]:
    """Return each thing by its code; a second one of the code C2 is C2-2, and so on."""
    found: dict[str, Numbered] = {}
    counts: dict[str, int] = {}
    for code, thing in pairs:
        counts[code] = counts.get(code, 0) + 1
        found[code if counts[code] == 1 else f"{code}-{counts[code]}"] = thing
    return found


def this_round(p: Position) -> str:
    """Return what tells a paper of this round from the same of another: nothing for the first."""
    return of_round(p.case.round)


def of_round(number: int) -> str:
    """Return what tells a paper of the round of that number from the same of another."""
    return f"R{number}" if number > 1 else ""


def decision_now(p: Position, kind: Decision.Kind) -> dict[str, Decision]:
    """Return the decision of that kind in this round, if it was made, by its round."""
    decision = p.decision(kind)
    return {this_round(p): decision} if decision else {}


def chosen_in(p: Position, about: str) -> set[str]:
    """Return the code of whoever was recommended in the round that a paper is of."""
    return {d.candidate.code for d in p.decisions if d.candidate and of_round(d.round) == about}


# Law


def provision(rule: Rule[Any]) -> str:
    """Return the provision alone: "regulation 15(4)"."""
    return _cited(rule)[1]


def in_full(rule: Rule[Any]) -> str:
    """Return the citation as a sentence has it: "regulation 15(4) of the ... Regulations"."""
    instrument, where = _cited(rule)
    return f"{where} of the {instrument}"


def _cited(rule: Rule[Any]) -> tuple[str, str]:
    """Part a citation into the instrument, which ends with its number or year, and the rest."""
    instrument, _, where = rule.citation.partition("), ")
    return f"{instrument})", where


def legal_basis(*rules: Rule[Any]) -> Iterator[Paragraph]:
    """Yield a note for each instrument: the provisions, and which of them must be checked."""
    for instrument, cited in groupby(rules, key=lambda rule: _cited(rule)[0]):
        of_it = tuple(cited)
        said = (f"Legal basis: {instrument}, {_where(of_it)}.", *_cautions(of_it))
        yield Paragraph(" ".join(said), note=True)


def _where(rules: Iterable[Rule[Any]]) -> str:
    """Name the provisions, each once: "regulation 15(4); 15(5)"."""
    first, *others = dict.fromkeys(map(provision, rules))
    return "; ".join([first, *(other.removeprefix("regulation ") for other in others)])


def _cautions(rules: tuple[Rule[Any], ...]) -> Iterator[str]:
    """Yield what must be checked, in a sentence; nothing for a rule that was read."""
    for how in dict.fromkeys(rule.confidence.how for rule in rules if rule.confidence.must_check):
        unread = tuple(rule for rule in rules if rule.confidence.how == how)
        which = f"{_where(unread)}: {how}" if len(unread) < len(rules) else how
        yield f"{which[:1].upper()}{which[1:]}, not read; check the regulation."


# Points


def points(stored: Iterable[Mapping[str, Any]], p: Position) -> Iterator[Block]:
    """Yield each point on a criterion: what was seen and, apart from it, what is inferred."""
    for number, data in enumerate(stored, start=1):
        point = Point.from_json(dict(data))
        yield Heading(f"{number}. {_criterion(point.criterion, p)}", 3)
        by = f"By {point.seen_by}, on {written(point.seen_on)}. Source: {point.source}"
        yield Facts(
            (
                ("What was seen", f"{point.seen}\n{by}"),
                ("Candidate's account", point.explanation or "None is recorded."),
                ("Inference", point.inference or "None is drawn."),
            )
        )


def _criterion(number: int, p: Position) -> str:
    criterion = p.criterion(number)
    if criterion is None:
        return f"Criterion {number}"
    weight = "essential" if criterion.essential else "desirable"
    return f"Criterion {number} ({weight}): {criterion.text}"
