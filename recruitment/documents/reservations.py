"""Papers on reservations: the adviser's own, and the governors' acknowledgement."""

from collections.abc import Iterator, Mapping
from datetime import date

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Copies, Heading, Reference
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Decision, Reservations
from recruitment.position import Position

# The parts of a good letter of reservations that are the adviser's own words.
OWN_WORDS = (
    "not_disputed",
    "conclusion",
    "same_yardstick",
    "earlier_advice",
    "why_it_matters",
    "limits",
    "what_would_settle_it",
    "what_governors_must_do",
    "interests",
    "authority_to_sign",
)


def _rows(p: Position) -> Mapping[str, Reservations]:
    """Those that stand: on anybody until the panel recommends, then on the person recommended."""
    return {
        about: paper
        for about, paper in every(p).items()
        if paper in p.standing_reservations and p.chosen in {None, paper.candidate}
    }


def every(p: Position) -> Mapping[str, Reservations]:
    """Return all reservations, in the order of recording, by what their papers are about."""
    in_order = sorted(p.reservations, key=lambda paper: paper.pk)
    return parts.numbered((paper.candidate.code, paper) for paper in in_order)


def _to_panel(p: Position, paper: Reservations) -> bool:
    """Whether they were put before the panel decided whom to recommend: they are then for it."""
    made = (d for d in p.decisions if d.kind == Decision.Kind.RECOMMEND)
    about_them = any(
        d.candidate_id == paper.candidate_id and d.decided_on <= paper.put_on for d in made
    )
    return paper.before_decision and not about_them


def _when(p: Position, paper: Reservations) -> str:
    """Name the sections of the wording that speak of the decision they are about."""
    if _to_panel(p, paper):
        return "panel"
    return "before" if paper.before_decision else "after"


def _body(p: Position, paper: Reservations) -> str:
    return "selection panel" if _to_panel(p, paper) else "governing body"


def _decider(p: Position, paper: Reservations) -> str:
    """Who decides: the governing body, but in an academy where its scheme names another."""
    return "the selection panel" if _to_panel(p, paper) else people.approver_name(p)


def _chair(draft: Draft, paper: Reservations) -> Party:
    """The chair of the body that they are put to."""
    if _to_panel(draft.p, paper):
        return draft.need(people.panel_chair(draft.p), "chair_of_the_selection_panel")
    return draft.need(people.chair(draft.p), "chair_of_the_governing_body")


def _label(paper: Reservations) -> str:
    return f"{paper.candidate.code}, put on {written(paper.put_on)}"


# 22. Reservations


def _reservations_facts(p: Position, paper: Reservations) -> Facts:
    return {
        **{name: getattr(paper, name) for name in OWN_WORDS},
        "school": p.school.name,
        "body": _body(p, paper),
        "decider": _decider(p, paper),
        "decision": _decision(p, paper),
        "put_on": words.day(paper.put_on),
        "candidate": paper.candidate.name,
        "representations_provision": (
            legal.provision(p.names_law.representations) if p.names_matter else None
        ),
        "advice_provision": legal.provision(p.regime.advice_considered),
    }


def _reservations(draft: Draft, paper: Reservations) -> Iterator[Block]:
    p, when, chair = draft.p, _when(draft.p, paper), _chair(draft, paper)
    draft.need(p.authority_name or None, "authority")
    yield parts.from_authority(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    elsewhere = when == "before" and people.approver_name(p) != "the governing body"
    yield draft.marking("status_elsewhere" if elsewhere else f"status_{when}")
    if p.names_matter:
        yield draft.marking("status_no_representation")
    yield parts.care_of(chair, f"The {_body(p, paper)} of {p.school.name}", p)
    yield chair.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield from legal.legal_basis(*([p.regime.advice_considered] if paper.before_decision else []))
    yield from draft.part("not_disputed")
    yield draft.heading("conclusion")
    yield draft.text("conclusion", strong=True)
    yield draft.heading("criteria")
    yield from parts.points(paper.points, p)
    for section in ("same_yardstick", "earlier_advice", "why_it_matters", "limits"):
        yield from draft.part(section)
    yield from draft.part("what_would_settle_it")
    yield draft.heading("governors")
    yield draft.text(f"governors_{when}")
    yield from draft.part("standing")
    yield draft.text("kept" if p.regime.notice_of_vacancy else "kept_alone")
    yield draft.text("handling")
    yield Party(paper.adviser.full_name, paper.capacity, p.authority_name).signs()
    yield Copies(tuple(filter(str.strip, paper.copies.splitlines())))


def _decision(p: Position, paper: Reservations) -> str | None:
    """Say which decision it is about, with its date: one that was taken must have one."""
    if not paper.before_decision:
        taken = _decided_on(p, paper)
        return f"taken by {_decider(p, paper)} on {written(taken)}" if taken else None
    on = f" on {written(paper.decision_on)}" if paper.decision_on else ""
    return f"to be taken by {_decider(p, paper)}{on}"


def _decided_on(p: Position, paper: Reservations) -> date | None:
    approved = (
        d.decided_on
        for d in p.decisions
        if d.kind == Decision.Kind.APPROVE and d.candidate_id == paper.candidate_id
    )
    return paper.decision_on or next(approved, None)


RESERVATIONS = HeadshipLetter[Reservations](
    key="reservations",
    number="22",
    name="Reservations",
    phase="advice",
    called="paper_of_the_adviser",
    rows=_rows,
    label=_label,
    facts=_reservations_facts,
    body=_reservations,
    to=lambda p, paper: [
        people.panel_chair(p) if _to_panel(p, paper) else people.chair(p),
        people.clerk(p),
    ],
    approvers=("adviser",),
    seen_with="see_chosen",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
)

# 23. The acknowledgement


def _acknowledgement_facts(p: Position, paper: Reservations) -> Facts:
    return {
        "school": p.school.name,
        "body": _body(p, paper),
        "put_on": words.day(paper.put_on),
        "considered_on": words.day(paper.considered_on),
        "advice_provision": legal.provision(p.regime.advice_considered),
    }


def _acknowledgement(draft: Draft, paper: Reservations) -> Iterator[Block]:
    p = draft.p
    adviser = Party(paper.adviser.full_name, paper.capacity, p.authority_name)
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield adviser.address
    yield adviser.greeting
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield draft.text(_standing(paper))
    yield draft.text("handling")
    yield _chair(draft, paper).signs()
    yield copies(people.clerk(p))


def _standing(paper: Reservations) -> str:
    """Choose what to say of them: put after the decision, or before, and then considered or not."""
    if not paper.before_decision:
        return "after"
    return "considered" if paper.considered_on else "before"


ACKNOWLEDGEMENT_OF_RESERVATIONS = HeadshipLetter[Reservations](
    key="acknowledgement_of_reservations",
    number="23",
    name="Acknowledgement of reservations",
    phase="advice",
    called="paper_of_the_adviser",
    rows=_rows,
    label=_label,
    facts=_acknowledgement_facts,
    body=_acknowledgement,
    to=lambda _, paper: [Party(paper.adviser.full_name, paper.capacity)],
    approvers=("chair", "panel_chair", "clerk"),
    seen_with="see_chosen",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
)

RESERVED = (RESERVATIONS, ACKNOWLEDGEMENT_OF_RESERVATIONS)
