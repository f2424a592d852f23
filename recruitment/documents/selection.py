"""Papers of the selection: the notice of shortlisted names, which starts the authority's period."""

from collections.abc import Iterator

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Numbered, Reference
from casework.documents.letter import Facts
from casework.documents.party import copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Candidate, NamesNotice
from recruitment.position import Position
from recruitment.stages import CandidateState

Names = tuple[Candidate, ...]
NOT_LISTED = frozenset({CandidateState.APPLIED, CandidateState.NOT_SHORTLISTED})


def _names(p: Position) -> dict[str, Names]:
    """The names as the notices of this round have them, and those on the shortlist to be sent.

    The first notice is of the round alone; a second one, of an extension, is "R1-2" or "R2-2".
    """
    if not p.names_matter:
        return {}
    given = [tuple(c for c in p.candidates if c.code in n.names) for n in p.notices_now]
    to_send = [p.names_to_send] if p.names_to_send else []
    listed = enumerate([*given, *to_send])
    return {parts.about_notice(p.case.round, place): names for place, names in listed}


def _named(p: Position, about: str) -> set[str]:
    """Whom the notice names or, where none was sent, all who could be on it."""
    if sent := parts.notices(p).get(about):
        return set(sent.names)
    next_one = parts.about_notice(p.case.round, len(p.notices_now))
    off = NOT_LISTED if about == next_one else frozenset()
    return {c.code for c in p.candidates if c.state not in off}


def _notice_of(p: Position, names: Names) -> NamesNotice | None:
    return p.notice_for(names[0])


def _facts(p: Position, names: Names) -> Facts:
    law, notice = p.names_law, _notice_of(p, names)
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "names_provision": legal.provision(law.names_to_authority),
        "period": law.representations.value.describe(),
        "representations_in_full": legal.in_full(law.representations),
        "received_on": words.day(notice.received_on) if notice else None,
        "contested_to": words.day(notice.contested_to) if notice else None,
        "last_day": words.day(p.last_day(notice)) if notice else None,
    }


def _body(draft: Draft, names: Names) -> Iterator[Block]:
    p, law = draft.p, draft.p.names_law
    reader = draft.need(people.authority(p), "authority")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening" if len(names) > 1 else "opening_one")
    yield Numbered(tuple(candidate.name for candidate in names))
    if len(names) > 1:
        yield draft.text("order")
    yield draft.heading("period")
    yield draft.text("period")
    yield from legal.legal_basis(law.names_to_authority, law.representations)
    yield from _receipt(draft, names)
    yield draft.text("reply")
    yield draft.text("confidence")
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(body=draft.line("on_behalf"))
    yield copies(people.panel_chair(p))


def _receipt(draft: Draft, names: Names) -> Iterator[Block]:
    """What is known of the receipt, and what is asked."""
    notice = _notice_of(draft.p, names)
    if notice and notice.received_on:
        yield draft.text("contested" if notice.contested_to else "received")
    yield draft.text("confirmation", strong=True)


NOTICE_OF_NAMES = HeadshipLetter[Names](
    key="notice_of_names",
    number="10",
    name="Notice of shortlisted names",
    phase="selection",
    called="shortlist",
    rows=_names,
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda p, _: [people.authority(p)],
    approvers=("clerk", "panel_chair"),
    seen_with="see_advice",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=_named,
)

SELECTION = (NOTICE_OF_NAMES,)
