"""Papers on interests: the register of those declared in this appointment, and a form to sign."""

from collections.abc import Iterator, Mapping
from datetime import date

from accounts.models import User
from casework.documents import legal
from casework.documents.blocks import Block, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.documents.registry import SELECTION_FILE
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.documents.scoring import called, members, named_in, without_names
from recruitment.models import Interest
from recruitment.position import Position

# 4. The register


def _register(p: Position) -> Mapping[str, Position]:
    """The one register of the appointment, once there is a panel whose members declare."""
    return {"": p} if p.seats else {}


def _facts(p: Position, _: Position) -> Facts:
    return {"school": p.school.name}


def _body(draft: Draft, _: Position) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    if p.names_hidden:
        yield draft.text("hidden")
    yield draft.heading("declared")
    if p.interests:
        yield from _declared(p)
    else:
        yield draft.text("none")
    yield from _undertakings(draft)
    law = p.regime
    yield from legal.legal_basis(*filter(None, (law.conflicts_withdraw, law.staff_governors)))
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(closing=draft.line("closing"))


def _declared(p: Position) -> Iterator[Table]:
    """The interests in the order in which they were recorded, and what was said of each."""
    in_order = list(enumerate(p.interests, start=1))
    rows = tuple(
        (str(n), _who(p, i), i.get_kind_display(), _in_whom(p, i), i.get_effect_display(), _when(i))
        for n, i in in_order
    )
    headers = ("No.", "Who, and in what capacity", "Interest", "In whom", "Effect", "Declared")
    yield Table("Interests declared", headers, rows, (2, 7, 5, 6, 5, 7))
    said = tuple(
        (str(n), without_names(p, i.detail), without_names(p, i.ended_why) or "\u2013")
        for n, i in in_order
    )
    yield Table("What was said of them", ("No.", "Detail", "Ended because"), said, (2, 18, 12))


def _who(p: Position, interest: Interest) -> str:
    """Name whoever declared it, with what they were in this appointment that day."""
    person, day = interest.person, interest.declared_on
    return ", ".join(dict.fromkeys(filter(None, (person.full_name, *_capacities(p, person, day)))))


def _capacities(p: Position, person: User, day: date) -> Iterator[str]:
    """Yield what somebody was that day, in the governing body and in this appointment."""
    on = p.judged_on(day)
    yield people.office_on(day, person, p)
    if person == p.handed_over_on(day):
        yield "clerk of this appointment"
    if person in on.members:
        yield "on the selection panel"


def _in_whom(p: Position, interest: Interest) -> str:
    """Say whom an interest is in: no name that is hidden, nor one that stands for no code yet."""
    if interest.candidate:
        return called(p, interest.candidate)
    if not interest.named:
        return "No candidate in particular"
    if p.names_hidden:
        return "A name declared from the roster, kept by the clerk; its code is still to be found"
    return f"{interest.named}, as declared from the roster"


def _when(interest: Interest) -> str:
    lines = [written(interest.declared_on)]
    if interest.pinned:
        lines.append("Set by the clerk")
    lines.append(f"Ended {written(interest.ended_on)}" if interest.ended_on else "Stands")
    return "\n".join(lines)


def _undertakings(draft: Draft) -> Iterator[Block]:
    """What staff governors undertook, under a law that asks for it."""
    p = draft.p
    if p.regime.staff_governors:
        yield draft.heading("undertakings")
        rows = tuple(
            (str(u.person), written(u.given_on), without_names(p, u.text)) for u in p.undertakings
        )
        if rows:
            headers = ("Staff governor", "Given on", "In these words")
            yield Table("Undertakings given in writing", headers, rows, (3, 3, 9))
        else:
            yield draft.text("no_undertakings")


def _named(p: Position, _: str) -> set[str]:
    """Whom an interest is in, and whom what was said of one names."""
    said = [t for i in p.interests for t in (i.detail, i.ended_why, i.named)]
    said += [u.text for u in p.undertakings]
    return {i.candidate.code for i in p.interests if i.candidate} | named_in(p, *said)


DECLARATION_OF_INTERESTS = HeadshipLetter[Position](
    key="declaration_of_interests",
    number="4",
    name="Register of interests declared",
    phase="selection",
    called="selection_panel",
    rows=_register,
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda p, _: [people.clerk(p)],
    approvers=("clerk",),
    seen_with="see_names",
    files=frozenset({SELECTION_FILE}),
    names=_named,
)

# 4a. The form


def _forms(p: Position) -> Mapping[str, Party]:
    """The members of the panel, by number, and the clerk."""
    found = {about: member.party(p) for about, member in members(p).items()}
    clerk = people.clerk(p)
    key = "-".join(filter(None, ("clerk", parts.this_round(p))))
    return {**found, key: clerk} if found and clerk else found


def _form_facts(p: Position, _: Party) -> Facts:
    return {"school": p.school.name}


def _form(draft: Draft, person: Party) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable((("Name", person.name), ("Capacity", person.office)))
    yield draft.text("opening")
    yield _kinds()
    yield draft.text(_in_whom_to_write(p))
    yield from draft.part("effects")
    yield draft.bullets("effects_list")
    yield from legal.legal_basis(p.regime.conflicts_withdraw)
    draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield person.signs(closing=draft.line("closing"))


def _in_whom_to_write(p: Position) -> str:
    """Say what to write of a candidate: no code beside a name while names are, or may be, hidden.

    A form that holds both ties them together, whoever reads it later.
    """
    if p.names_hidden:
        return "hidden"
    return "in_whom" if p.scoring or p.case.shortlisted_on else "undecided"


def _kinds() -> Table:
    """The kinds of interest, each with room to say yes or no, in whom, and how."""
    rows = tuple((str(kind.label), "", "\n") for kind in Interest.Kind)
    headers = ("Kind of interest", "Yes or no", "In whom, and how")
    return Table("My interests in this appointment", headers, rows, (5, 2, 9))


DECLARATION_FORM = HeadshipLetter[Party](
    key="declaration_form",
    number="4a",
    name="Form for declaring interests",
    phase="selection",
    called="member_of_the_panel",
    rows=_forms,
    label=lambda person: person.name,
    facts=_form_facts,
    body=_form,
    to=lambda _, person: [person],
    approvers=("clerk",),
    seen_with="see_people",
    files=frozenset({SELECTION_FILE}),
    names=lambda _, __: (),
)

INTERESTS = (DECLARATION_OF_INTERESTS, DECLARATION_FORM)
