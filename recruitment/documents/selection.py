"""Papers of the selection: the notice of shortlisted names, which starts the authority's period."""

from collections.abc import Iterator

from casework.documents.blocks import Block, Heading, Numbered
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, Facts, Letter
from recruitment.models import Candidate
from recruitment.position import Position
from recruitment.stages import CandidateState

Names = tuple[Candidate, ...]
NOT_LISTED = frozenset({CandidateState.APPLIED, CandidateState.NOT_SHORTLISTED})


def _names(p: Position) -> dict[str, Names]:
    """The names as the notice of this round has them or, before it is sent, the shortlist."""
    if p.notice:
        names = tuple(c for c in p.candidates if c.code in p.notice.names)
    else:
        names = p.candidates_in(CandidateState.SHORTLISTED)
    return {parts.this_round(p): names} if names else {}


def _named(p: Position, about: str) -> set[str]:
    """Whom the notice of the round names or, where none was sent, all who could be on it."""
    sent = {code for n in p.notices if parts.of_round(n.round) == about for code in n.names}
    off = NOT_LISTED if about == parts.this_round(p) else frozenset()
    return sent or {c.code for c in p.candidates if c.state not in off}


def _facts(p: Position, _: Names) -> Facts:
    law, notice = p.regime, p.notice
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "names_provision": parts.provision(law.names_to_authority),
        "period": law.representations.value.describe(),
        "representations_in_full": parts.in_full(law.representations),
        "received_on": parts.day(notice.received_on) if notice else None,
        "contested_to": parts.day(notice.contested_to) if notice else None,
        "last_day": parts.day(p.last_day(notice)) if notice else None,
    }


def _body(draft: Draft, names: Names) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    reader = draft.need(people.authority(p), "authority")
    yield parts.from_governors(p)
    yield parts.reference(draft.reference)
    yield draft.marking("marking")
    yield parts.elsewhere(reader)
    yield reader.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening" if len(names) > 1 else "opening_one")
    yield Numbered(tuple(candidate.name for candidate in names))
    if len(names) > 1:
        yield draft.text("order")
    yield draft.heading("period")
    yield draft.text("period")
    yield from parts.legal_basis(law.names_to_authority, law.representations)
    yield from _receipt(draft)
    yield draft.text("reply")
    yield draft.text("confidence")
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(body=draft.line("on_behalf"))
    yield parts.copies(people.panel_chair(p))


def _receipt(draft: Draft) -> Iterator[Block]:
    """What is known of the receipt, and what is asked."""
    notice = draft.p.notice
    if notice and notice.received_on:
        yield draft.text("contested" if notice.contested_to else "received")
    yield draft.text("confirmation", strong=True)


NOTICE_OF_NAMES = Letter[Names](
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
