"""The parts that papers of a headship share: from where and to where, and what they are about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from accounts.models import User
from casework.documents.blocks import (
    Addressee,
    Block,
    Copies,
    Facts,
    Heading,
    Letterhead,
    Signature,
)
from casework.documents.party import Party, copies
from casework.models import Attendance, Meeting
from casework.words import written
from law.applicants import RETENTION
from recruitment.documents import people
from recruitment.models import Decision, NamesNotice
from recruitment.points import Point
from recruitment.position import Position

Numbered = TypeVar("Numbered")

PRESENT = {
    Attendance.Capacity.MEMBER: "Members present",
    Attendance.Capacity.ADVISER: "Advising, no vote",
    Attendance.Capacity.IN_ATTENDANCE: "In attendance",
}

# From where and to where


def from_governors(p: Position) -> Letterhead:
    """Return the letterhead of the school, for its governing body."""
    return Letterhead((p.school.name, people.governors(p), *_street(p)))


def _street(p: Position) -> tuple[str, ...]:
    """Return the address of the school on one line, or no line where it is not known."""
    address = ", ".join(p.school.letter_address()[1:])
    return (address,) if address else ()


def from_authority(p: Position) -> Letterhead:
    """Return the letterhead of the local authority."""
    return Letterhead((p.authority_name, "Local authority"))


def from_employer(p: Position) -> Letterhead:
    """Return the letterhead of the employer: the authority, the governing body or the trust."""
    if people.trust_employs(p):
        return Letterhead((p.school.name, "For the academy trust", *_street(p)))
    return from_authority(p) if p.regime.authority_employs else from_governors(p)


def care_of(party: Party, body: str, p: Position) -> Addressee:
    """Return the address of a body, such as the selection panel, care of its chair."""
    return Addressee((body, f"care of {party.name}, {party.office}", *_street(p)))


def copies_but(writer: Party, p: Position) -> Copies:
    """Return the copies of what is written for the employer: to the chair and the clerk."""
    others = (people.chair(p), people.clerk(p))
    return copies(*(each for each in others if each and each.name != writer.name))


def signed_minute(chaired_by: User, p: Position) -> Signature:
    """Return the block in which whoever chaired a meeting signs its minute."""
    chair = Party(chaired_by.full_name, "Chair of the meeting", p.school.name)
    return chair.signs(closing="Signed as a correct record")


# Facts in words


def post(p: Position) -> str:
    """Return the post and the school: "Co-headteacher, 60% of full time, Mill Lane School"."""
    return f"{p.case.post_in_full}, {p.school.name}"


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


def chair_of(body: str, p: Position) -> Party | None:
    """Return the chair of the panel or of the governing body."""
    return people.panel_chair(p) if body == Meeting.Body.PANEL else people.chair(p)


def named_in(p: Position, *texts: str) -> set[str]:
    """Return the codes of the candidates whom what people typed names."""
    return {c.code for c in p.candidates for text in texts if c.is_named_in(text)}


def kept_for() -> str:
    """Return how long, and from when, the papers of those who are not appointed are kept."""
    return str(RETENTION.value)


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


def about_notice(round_number: int, place: int) -> str:
    """Return what tells a notice of names: its round alone, or "R1-2" for a second one in it."""
    return f"R{round_number}-{place + 1}" if place else of_round(round_number)


def notices(p: Position) -> dict[str, NamesNotice]:
    """Return the notices of names of every round, each by what tells it."""
    rounds = {n.round: [m for m in p.notices if m.round == n.round] for n in p.notices}
    return {about_notice(r, i): n for r, sent in rounds.items() for i, n in enumerate(sent)}


def notices_now(p: Position) -> dict[str, NamesNotice]:
    """Return the notices of names of this round, each by what tells it."""
    return {about: n for about, n in notices(p).items() if n.round == p.case.round}


def decision_now(p: Position, kind: Decision.Kind) -> dict[str, Decision]:
    """Return the decision of that kind in this round, if it was made, by its round."""
    decision = p.decision(kind)
    return {this_round(p): decision} if decision else {}


def nobody(_: Position, __: str) -> set[str]:
    """Return that a paper names no candidate, whatever it is about."""
    return set()


def chosen_in(p: Position, about: str) -> set[str]:
    """Return the code of whoever was recommended in the round that a paper is of."""
    return {d.candidate.code for d in p.decisions if d.candidate and of_round(d.round) == about}


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
