"""The authority's reply to the notice of names: received, none made, a representation withdrawn."""

from collections.abc import Iterator, Mapping

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from recruitment.documents import advice, parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import NamesNotice, Representation
from recruitment.position import Position

BOTH = frozenset({SELECTION_FILE, AUTHORITY_FILE})


def _head(draft: Draft) -> Iterator[Block]:
    p = draft.p
    draft.need(p.authority_name or None, "authority")
    panel_chair = draft.need(people.panel_chair(p), "chair_of_the_selection_panel")
    yield parts.from_authority(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield parts.care_of(panel_chair, f"The selection panel, {p.school.name}", p)
    yield panel_chair.greeting
    yield Heading(draft.line("subject"))


def _signed(draft: Draft) -> Iterator[Block]:
    yield draft.need(people.officer(draft.p), "officer_of_the_authority").signs()
    yield copies(people.clerk(draft.p))


def _readers(p: Position) -> list[Party | None]:
    return [people.panel_chair(p), people.clerk(p)]


def _notice_facts(p: Position, notice: NamesNotice) -> Facts:
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "sent_on": words.day(notice.sent_on),
        "last_day": words.day(p.last_day(notice)),
        "representations_provision": legal.provision(p.names_law.representations),
    }


# The receipt


def _received(p: Position) -> Mapping[str, NamesNotice]:
    """The notices of this round whose receipt the authority has confirmed or contested."""
    now = parts.notices_now(p).items()
    return {about: n for about, n in now if n.corroborated_on or n.contested_to}


def _receipt_facts(p: Position, notice: NamesNotice) -> Facts:
    return {
        **_notice_facts(p, notice),
        "received_on": words.day(notice.received_on),
        "contested_to": words.day(notice.contested_to),
        "contested_why": notice.contested_why,
    }


def _receipt(draft: Draft, notice: NamesNotice) -> Iterator[Block]:
    law = draft.p.names_law
    yield from _head(draft)
    yield draft.text("contested" if notice.contested_to else "received")
    yield draft.text("period")
    yield from legal.legal_basis(law.names_to_authority, law.representations)
    yield from _signed(draft)


RECEIPT_OF_NAMES = HeadshipLetter[NamesNotice](
    key="receipt_of_names",
    number="34c1",
    name="Receipt of the names",
    phase="advice",
    called="authoritys_word_on_the_receipt",
    rows=_received,
    label=lambda _: "",
    facts=_receipt_facts,
    body=_receipt,
    to=lambda p, _: _readers(p),
    approvers=("officer",),
    seen_with="see_advice",
    files=BOTH,
    names=lambda *_: (),
)

# None made


def _none_made(p: Position) -> Mapping[str, NamesNotice]:
    """The notices of this round on which the authority makes no representations."""
    return {about: n for about, n in parts.notices_now(p).items() if n.none_made_on}


def _none_facts(p: Position, notice: NamesNotice) -> Facts:
    return {
        **_notice_facts(p, notice),
        "none_made_on": words.day(notice.none_made_on),
        "none_made_by": notice.none_made_by,
    }


def _none(draft: Draft, _: NamesNotice) -> Iterator[Block]:
    p = draft.p
    yield from _head(draft)
    yield draft.text("opening")
    yield draft.text("effect")
    yield draft.text("advice")
    yield from legal.legal_basis(p.names_law.representations)
    yield from _signed(draft)


NO_REPRESENTATIONS = HeadshipLetter[NamesNotice](
    key="no_representations",
    number="34c2",
    name="No representations",
    phase="advice",
    called="authoritys_word_that_it_makes_none",
    rows=_none_made,
    label=lambda _: "",
    facts=_none_facts,
    body=_none,
    to=lambda p, _: _readers(p),
    approvers=("officer",),
    seen_with="see_advice",
    files=BOTH,
    names=lambda *_: (),
)

# A representation withdrawn


def _withdrawn(p: Position) -> Mapping[str, Representation]:
    """The representations that the authority withdrew, by what each one's own paper is about."""
    return {about: paper for about, paper in advice.every(p).items() if paper.withdrawn_on}


def _withdrawal_facts(p: Position, paper: Representation) -> Facts:
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "candidate": paper.candidate.name,
        "received_on": words.day(paper.received_on),
        "withdrawn_on": words.day(paper.withdrawn_on),
        "why": paper.withdrawn_why,
    }


def _withdrawal(draft: Draft, _: Representation) -> Iterator[Block]:
    law = draft.p.names_law
    yield from _head(draft)
    yield draft.text("opening")
    yield from draft.part("why")
    yield draft.text("effect")
    yield from legal.legal_basis(law.representations, law.representations_considered)
    yield from _signed(draft)


WITHDRAWAL_OF_REPRESENTATIONS = HeadshipLetter[Representation](
    key="withdrawal_of_representations",
    number="34c3",
    name="Withdrawal of representations",
    phase="advice",
    called="representation_withdrawn",
    rows=_withdrawn,
    label=lambda paper: paper.candidate.code,
    facts=_withdrawal_facts,
    body=_withdrawal,
    to=lambda p, _: _readers(p),
    approvers=("officer",),
    seen_with="see_advice",
    files=BOTH,
)

REPLIES = (RECEIPT_OF_NAMES, NO_REPRESENTATIONS, WITHDRAWAL_OF_REPRESENTATIONS)
