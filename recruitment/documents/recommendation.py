"""The selection panel's report to the governing body and its recommendation: no rival is named."""

from collections.abc import Iterator

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.registry import SELECTION_FILE
from casework.models import Meeting
from casework.words import written
from law.appointment.regime import Regime
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Decision, NamesNotice, Representation
from recruitment.position import Position


def _facts(p: Position, decision: Decision) -> Facts:
    advert, notice = p.advertisement, p.notice
    return {
        "school": p.school.name,
        "authority": p.authority_name,
        "candidate": parts.name_of(decision),
        "decided_on": words.day(decision.decided_on),
        "reasons": decision.reasons,
        "published_on": words.day(advert.published_on) if advert else None,
        "where": advert.where if advert else None,
        "closing_on": words.day(advert.closing_on) if advert else None,
        "good_reason": advert.good_reason_not_to if advert else None,
        "settled_on": words.day(p.case.criteria_settled_on),
        "approver": people.body_of_trust(p.regime.approval),
        "appointer": people.body_of_trust(p.regime.appointer),
        "none_made_on": words.day(notice.none_made_on) if notice else None,
        "considered_on": _considered_on(p, decision),
    }


def _on_the_person(p: Position, decision: Decision) -> tuple[Representation, ...]:
    return p.representations_on(decision.candidate) if decision.candidate else ()


def _considered_on(p: Position, decision: Decision) -> str | None:
    """The days on which the panel considered what was represented, once it has considered all."""
    days = [paper.considered_on for paper in _on_the_person(p, decision)]
    return " and ".join(dict.fromkeys(map(written, days))) if all(days) else None


def _body(draft: Draft, decision: Decision) -> Iterator[Block]:
    p, law = draft.p, draft.p.regime
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.heading("recommendation")
    yield draft.text("recommendation", strong=True)
    yield _panel(p, decision)
    yield from _field(draft)
    yield from draft.part("criteria")
    yield _criteria(p)
    yield from draft.part("reasons")
    yield from _authority(draft, decision)
    yield from _advice(draft, decision)
    yield draft.heading("decision")
    yield draft.text("decision_of_the_trust" if law.notice_of_vacancy is None else "decision")
    yield draft.text(_then(law))
    yield from legal.legal_basis(law.approval, law.appointer, law.repeat_steps)
    panel_chair = draft.need(people.panel_chair(p), "chair_of_the_selection_panel")
    yield panel_chair.signs(closing=draft.line("closing"))


def _then(law: Regime) -> str:
    """Name the section that says what follows from the decision."""
    if law.approval_appoints:
        return "then_appointed"
    return "then_the_trust" if law.notice_of_vacancy is None else "then_the_authority"


def _panel(p: Position, decision: Decision) -> Table:
    rows = (
        (
            seat.person.full_name,
            "Chair of the panel" if seat.is_chair else "Member",
            "Yes" if seat.is_trained else "Not recorded",
        )
        for seat in p.panel_on(decision.decided_on)
    )
    headers = ("Governor", "Part", "Trained in safer recruitment")
    return Table("The panel when it decided", headers, tuple(rows), (3, 3, 3))


def _field(draft: Draft) -> Iterator[Block]:
    """How the post was advertised, and the field in numbers."""
    p = draft.p
    advert = draft.need(p.advertisement, "advertisement")
    yield draft.heading("field")
    yield draft.text("not_advertised" if advert.good_reason_not_to else "advertised")
    yield FactsTable(tuple(_numbers(draft)))


def _contested(notice: NamesNotice) -> str:
    if notice.contested_to is None:
        return ""
    return f" (the authority's date; the clerk recorded {written(notice.received_on)})"


def _numbers(draft: Draft) -> Iterator[tuple[str, str]]:
    p = draft.p
    yield "Applications received", str(len(p.candidates))
    if not p.names_matter:
        yield "Chosen for interview", str(sum(c.was_shortlisted for c in p.candidates))
        return
    notice = draft.need(p.notice, "notice_of_names")
    received = draft.need(p.counts_from(notice), "receipt_of_the_names")
    yield "Chosen for interview", str(len(notice.names))
    yield "Names received", f"By the authority, on {written(received)}{_contested(notice)}"
    yield "Representations until", written(p.last_day(notice))


def _criteria(p: Position) -> Table:
    rows = (
        (
            str(criterion.number),
            criterion.text,
            "Essential" if criterion.essential else "Desirable",
            criterion.tested_in_words,
        )
        for criterion in p.criteria
    )
    headers = ("No.", "Criterion", "Weight", "Tested by")
    return Table("Person specification", headers, tuple(rows), (1, 9, 2, 3))


def _authority(draft: Draft, decision: Decision) -> Iterator[Block]:
    """What was represented on the person recommended; on anybody else, only that it was."""
    p, ours = draft.p, _on_the_person(draft.p, decision)
    if not p.names_matter:
        return
    yield draft.heading("representations")
    yield draft.text("representations" if ours else "no_representations")
    if p.notice and p.notice.none_made_on and not ours:
        yield draft.text("none_made")
    if any(p.stands(paper) and paper not in ours for paper in p.representations):
        yield draft.text("others")


def _advice(draft: Draft, decision: Decision) -> Iterator[Block]:
    """Whose advice the panel had, and that there are reservations; what they say goes apart."""
    p = draft.p
    to_panel = [advice for advice in p.advice if advice.to == Meeting.Body.PANEL]
    yield draft.heading("advice")
    if to_panel:
        rows = (
            (
                f"{advice.given_by}, {advice.capacity}",
                written(advice.given_on),
                words.day(advice.considered_on) or "Not yet",
            )
            for advice in to_panel
        )
        headers = ("Given by", "Given on", "Considered on")
        yield Table("Advice to the panel", headers, tuple(rows), (5, 3, 3))
    opinions = [o for o in p.opinions if o.candidate_id == decision.candidate_id]
    if opinions:
        given = tuple(
            (str(o.adviser), written(o.formed_on), o.get_verdict_display()) for o in opinions
        )
        headers = ("Given by", "Given on", "Opinion")
        yield Table("The adviser's opinion of the person recommended", headers, given, (5, 3, 3))
    if not to_panel and not opinions:
        yield draft.text("no_advice")
    if any(
        r.candidate_id == decision.candidate_id and r.before_decision
        for r in p.standing_reservations
    ):
        yield draft.text("reservations")


PANEL_REPORT = HeadshipLetter[Decision](
    key="panel_report",
    number="24",
    name="Report of the selection panel",
    phase="appointment",
    called="recommendation",
    rows=lambda p: parts.decision_now(p, Decision.Kind.RECOMMEND),
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda p, decision: [*people.voters(p, decision.candidate), people.clerk(p)],
    approvers=("panel_chair",),
    seen_with="see_chosen",
    files=frozenset({SELECTION_FILE}),
    names=parts.chosen_in,
)
