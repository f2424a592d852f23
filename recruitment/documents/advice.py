"""Papers on representations: the authority's, the panel's minute, the panel's reasons."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from casework.models import Meeting
from casework.words import written
from law.base import Rule
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Decision, Representation
from recruitment.position import Position

Papers = Sequence[Representation]


def _last_day(p: Position, paper: Representation) -> date | None:
    notice = p.notice_answered(paper.candidate, paper.received_on)
    return p.last_day(notice) if notice else None


def _common(p: Position, paper: Representation) -> Facts:
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "candidate": paper.candidate.name,
    }


# 19. Representations


def _representations(p: Position) -> dict[str, Representation]:
    """Every representation but those that the authority withdrew."""
    return {about: paper for about, paper in every(p).items() if paper.withdrawn_on is None}


def every(p: Position) -> dict[str, Representation]:
    """Return every representation, in the order of recording, by what its paper is about."""
    in_order = sorted(p.representations, key=lambda paper: paper.pk)
    return parts.numbered((paper.candidate.code, paper) for paper in in_order)


def _representation_facts(p: Position, paper: Representation) -> Facts:
    return {
        **_common(p, paper),
        "text": paper.text,
        "representations_in_full": legal.in_full(p.names_law.representations),
        "representations_provision": legal.provision(p.names_law.representations),
        "reasons_provision": legal.provision(p.names_law.reasons_for_recommending),
        "advice_provision": legal.provision(p.regime.advice_considered),
    }


def _representation(draft: Draft, paper: Representation) -> Iterator[Block]:
    p, late = draft.p, "" if draft.p.is_in_time(paper) else "_late"
    panel_chair = draft.need(people.panel_chair(p), "chair_of_the_selection_panel")
    yield parts.from_authority(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield draft.marking(f"status{late}")
    yield parts.care_of(panel_chair, f"The selection panel, {p.school.name}", p)
    yield panel_chair.greeting
    yield Heading(draft.line(f"subject{late}"))
    yield draft.text(f"opening{late}")
    yield FactsTable(tuple(_particulars(draft, paper)))
    yield from legal.legal_basis(*_law(p, late=bool(late)))
    yield draft.text("scope")
    yield from draft.part("reasons")
    if paper.points:
        yield from draft.part("criteria")
        yield from parts.points(paper.points, p)
    yield draft.heading("asking")
    yield draft.text(f"asking{late}")
    yield draft.text("handling")
    yield Party(paper.made_by, paper.office, p.authority_name).signs()
    yield copies(people.clerk(p))


def _particulars(draft: Draft, paper: Representation) -> Iterator[tuple[str, str]]:
    p, notice = draft.p, draft.p.notice_answered(paper.candidate, paper.received_on)
    received = p.counts_from(notice) if notice else None
    yield "Post", parts.post(p)
    yield "Candidate", paper.candidate.name
    named = written(draft.need(received, "receipt_of_the_names"))
    yield "Names received", f"By the authority, on {named}"
    yield "Last day of the period", written(_last_day(p, paper))
    yield "This letter received", f"By the panel, on {written(paper.received_on)}"


def _law(p: Position, *, late: bool) -> tuple[Rule[Any], ...]:
    law = p.names_law
    if late:
        return (law.representations, p.regime.advice_considered)
    return (law.representations, law.representations_considered, law.reasons_for_recommending)


REPRESENTATIONS = HeadshipLetter[Representation](
    key="representations",
    number="19",
    name="Representations",
    phase="advice",
    called="representation",
    rows=_representations,
    label=lambda paper: f"{paper.candidate.code}, received {written(paper.received_on)}",
    facts=_representation_facts,
    body=_representation,
    to=lambda p, _: [people.panel_chair(p), people.clerk(p)],
    approvers=("officer", "adviser"),
    seen_with="see_advice",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
)

# 20. The minute of the panel's consideration


def _considered(p: Position) -> Mapping[str, Papers]:
    """The representations by candidate and by the day on which the panel considered them."""
    done = sorted((r for r in p.representations if r.considered_on), key=_when)
    groups = [tuple(papers) for _, papers in groupby(done, key=_when)]
    return parts.numbered((papers[0].candidate.code, papers) for papers in groups)


def _when(paper: Representation) -> tuple[str, str]:
    return str(paper.considered_on), paper.candidate.code


def _minute_facts(p: Position, papers: Papers) -> Facts:
    return {
        **_common(p, papers[0]),
        "consideration": papers[0].consideration,
        "reasons_provision": legal.provision(p.names_law.reasons_for_recommending),
    }


def _minute(draft: Draft, papers: Papers) -> Iterator[Block]:
    p, law = draft.p, draft.p.names_law
    meeting = draft.need(_meeting(p, papers), "meeting_of_the_panel_that_day")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable(tuple(parts.sitting(p, meeting)))
    yield draft.text("opening")
    yield _table(draft, papers)
    yield from legal.legal_basis(law.representations_considered, law.reasons_for_recommending)
    yield from draft.part("consideration")
    yield draft.text("effect")
    yield parts.signed_minute(draft.need(meeting.chaired_by, "chair_of_the_meeting"), p)


def _meeting(p: Position, papers: Papers) -> Meeting | None:
    """The meeting of the panel on the day on which it considered them."""
    held = (m for m in p.meetings if m.held and m.body == Meeting.Body.PANEL)
    return next((m for m in held if m.held_on == papers[0].considered_on), None)


def _table(draft: Draft, papers: Papers) -> Table:
    """List the representations: who made them and when they came, against the period."""
    p = draft.p
    rows = (
        (
            ", ".join(filter(None, (paper.made_by, paper.office))),
            written(paper.received_on),
            written(draft.need(_last_day(p, paper), "receipt_of_the_names")),
        )
        for paper in papers
    )
    headers = ("Made by", "Received by the panel", "Last day of the period")
    return Table("The representations", headers, tuple(rows), (5, 3, 3))


MINUTE_OF_CONSIDERATION = HeadshipLetter[Papers](
    key="minute_of_consideration",
    number="20",
    name="Minute of the panel's consideration",
    phase="advice",
    called="consideration_by_the_panel",
    rows=_considered,
    label=lambda papers: (
        f"{papers[0].candidate.code}, considered {written(papers[0].considered_on)}"
    ),
    facts=_minute_facts,
    body=_minute,
    to=lambda p, _: [people.panel_chair(p), people.clerk(p)],
    approvers=("panel_chair",),
    seen_with="see_advice",
    files=frozenset({SELECTION_FILE}),
)

# 21. The panel's reasons for recommending


def _answered(p: Position) -> dict[str, Papers]:
    """The representations that stand on the person recommended in this round."""
    standing = p.representations_on(p.chosen) if p.chosen else ()
    return {parts.this_round(p): standing} if standing else {}


def _reasons_facts(p: Position, papers: Papers) -> Facts:
    minutes = dict.fromkeys(paper.consideration for paper in papers if paper.considered_on)
    days = dict.fromkeys(paper.considered_on for paper in papers if paper.considered_on)
    decision = p.decision(Decision.Kind.RECOMMEND)
    given = next((paper.reasons for paper in papers if paper.reasons), "")
    return {
        **_common(p, papers[0]),
        "considered_on": " and ".join(map(written, days)),
        "consideration": "\n\n".join(minutes),
        "reasons": given or (decision.reasons if decision else None),
        "reasons_in_full": legal.in_full(p.names_law.reasons_for_recommending),
    }


def _reasons(draft: Draft, papers: Papers) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable(tuple(_readers(draft)))
    yield draft.text("opening")
    yield _table(draft, papers)
    yield from legal.legal_basis(p.names_law.reasons_for_recommending, law.approval)
    yield from draft.part("consideration")
    yield from draft.part("reasons")
    yield from draft.part("next")
    panel_chair = draft.need(people.panel_chair(p), "chair_of_the_selection_panel")
    yield panel_chair.signs(closing=draft.line("closing"))
    yield copies(people.clerk(p))


def _readers(draft: Draft) -> Iterator[tuple[str, str]]:
    chair = draft.need(people.chair(draft.p), "chair_of_the_governing_body")
    yield "To the governing body", f"{draft.p.school.name}, care of {chair.name}, {chair.office}"
    yield "To the authority", str(draft.need(people.authority(draft.p), "authority"))


REASONS_FOR_RECOMMENDING = HeadshipLetter[Papers](
    key="reasons_for_recommending",
    number="21",
    name="The panel's reasons for recommending",
    phase="advice",
    called="representation_on_the_person_recommended",
    rows=_answered,
    label=lambda _: "",
    facts=_reasons_facts,
    body=_reasons,
    to=lambda p, _: [people.chair(p), people.authority(p)],
    approvers=("panel_chair",),
    seen_with="see_chosen",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=parts.chosen_in,
)

ADVICE = (REPRESENTATIONS, MINUTE_OF_CONSIDERATION, REASONS_FOR_RECOMMENDING)
