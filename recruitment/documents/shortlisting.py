"""The record of the shortlisting: how it was scored, what came of it, and why, for each candidate.

It is drawn up of the panel and the interests of the day on which the shortlist was recorded, so
that nothing which changed later changes it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from accounts.models import User
from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Paragraph, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.registry import SELECTION_FILE
from casework.models import Meeting
from casework.words import written
from recruitment import scores, tally
from recruitment.documents import matrices, parts, people
from recruitment.documents import scoring as evening
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Advice, Candidate, Opinion, Scoring
from recruitment.position import Position
from recruitment.stages import LEFT, TAKEN_AWAY, CandidateState


def _recorded(p: Position) -> Mapping[str, Position]:
    """The position on the day of the shortlist of this round, once it is recorded."""
    day = p.case.shortlisted_on
    return {parts.this_round(p): p.judged_on(day)} if day else {}


# Who was considered


def considered(p: Position) -> list[Candidate]:
    """Return those considered in this round: who had left an earlier one was not."""
    these = (c for c in p.candidates if c.round == p.case.round or not _left_before(p, c))
    return evening.by_code(these)


def _left_before(p: Position, candidate: Candidate) -> bool:
    here = bool(candidate.shortlisted_on and candidate.shortlisted_on >= p.on)
    return candidate.state in LEFT | TAKEN_AWAY and not here


def _withdrew(candidate: Candidate) -> bool:
    """Whether a candidate withdrew before it was decided who is shortlisted."""
    return candidate.state == CandidateState.WITHDRAWN and candidate.shortlisted_on is None


def _longlisted_on(p: Position) -> date | None:
    """The day of the longlist of this round, if there was one."""
    return max((c.longlisted_on for c in considered(p) if c.longlisted_on), default=None)


def _left_off_the_longlist(p: Position, candidate: Candidate) -> bool:
    left_off = candidate.state == CandidateState.NOT_SHORTLISTED and not candidate.longlisted_on
    return left_off and _longlisted_on(p) is not None


def _compared(p: Position) -> list[Candidate]:
    """Those of whom the matrix can be read: decided on, and not gone before that."""
    undecided = CandidateState.APPLIED
    return [c for c in considered(p) if c.state != undecided and not _withdrew(c)]


# The paper


def _facts(p: Position, then: Position) -> Facts:
    chosen, advert = then.scoring, then.advertisement
    return {
        "school": p.school.name,
        "shortlisted_on": words.day(then.on),
        "longlisted_on": words.day(_longlisted_on(then)),
        "settled_on": words.day(p.case.criteria_settled_on),
        "closing_on": words.day(advert.closing_on) if advert else None,
        "decided_on": words.day(chosen.decided_on) if chosen else None,
        "names_opened_on": words.day(chosen.names_opened_on) if chosen else None,
        "names_opened_why": chosen.names_opened_why if chosen else None,
        "scores_opened_on": words.day(chosen.scores_opened_on) if chosen else None,
        "scores_opened_why": chosen.scores_opened_why if chosen else None,
        **evening.scale_facts(then),
    }


def _body(draft: Draft, then: Position) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield _numbers(then)
    yield from legal.legal_basis(then.regime.shortlisters, then.regime.conflicts_withdraw)
    yield draft.heading("outcome")
    yield from _outcome(draft, then)
    yield draft.heading("criteria")
    yield draft.text("criteria")
    yield evening.specification(draft.need(p.criteria or None, "person_specification"))
    yield draft.heading("scoring")
    yield from _scoring(draft, then)
    yield draft.heading("late")
    yield from _late(draft, then)
    yield draft.heading("advice")
    yield from _advice(draft, then)
    chair = draft.need(people.panel_chair(p), "chair_of_the_selection_panel")
    yield chair.signs(closing=draft.line("closing"))


def _numbers(p: Position) -> FactsTable:
    field = considered(p)
    on_it = sum(c.shortlisted_on is not None for c in field)
    withdrew = sum(map(_withdrew, field))
    return FactsTable(
        (
            ("Post", parts.post(p)),
            ("Panel", _listed(p.members)),
            ("Shortlisted by", _listed(_shortlisters(p)) or "Not recorded"),
            *_took_no_part(p),
            ("Applications", str(len(field))),
            ("Withdrawn before it", str(withdrew)),
            ("Shortlisted", str(on_it)),
        )
    )


def _shortlisters(p: Position) -> list[User]:
    """Return who drew up the shortlist, of those who ever sat on the panel."""
    ever = {seat.person_id: seat.person for seat in p.seats}
    return [ever[key] for key in p.case.shortlisted_by if key in ever]


def _took_no_part(p: Position) -> Iterator[tuple[str, str]]:
    """Yield who sat on the panel and did not shortlist, where it is recorded who did."""
    part = _shortlisters(p)
    if part:
        others = [person for person in p.members if person not in part]
        yield (
            "Took no part in the shortlisting",
            _listed(others) or "Nobody: every member shortlisted",
        )


def _listed(people: Iterable[User]) -> str:
    return "; ".join(person.full_name for person in people)


# The outcome, with a reason for each


def _outcome(draft: Draft, p: Position) -> Iterator[Block]:
    """The longlist where there was one, then the shortlist, each with its reasons."""
    field = considered(p)
    off = [c for c in field if _left_off_the_longlist(p, c)]
    decided = [c for c in field if c not in off]
    if draft.facts["longlisted_on"]:
        yield draft.text("longlist")
        if rows := tuple(_reasoned(p, c) for c in off):
            yield Table("Not on the longlist", OUTCOME, rows, WIDTHS)
    rows = tuple(_reasoned(p, c) for c in decided)
    yield Table("Shortlisted or not", OUTCOME, rows, WIDTHS)


OUTCOME = ("Candidate", "Outcome", "Reason")
WIDTHS = (4, 4, 9)


def _reasoned(p: Position, candidate: Candidate) -> tuple[str, str, str]:
    return evening.called(p, candidate), _how(p, candidate), candidate.reason or "\u2013"


def _how(p: Position, candidate: Candidate) -> str:
    if candidate.shortlisted_on:
        return f"Shortlisted {written(candidate.shortlisted_on)}"
    if candidate.state == CandidateState.APPLIED:
        return "Not considered yet"
    if _withdrew(candidate):
        return f"Withdrew {written(candidate.decided_on)}"
    return "Not on the longlist" if _left_off_the_longlist(p, candidate) else "Not shortlisted"


# The scores


def _scoring(draft: Draft, p: Position) -> Iterator[Block]:
    chosen, compared = p.scoring, _compared(p)
    if chosen is None:
        yield draft.text("not_scored")
        return
    yield draft.text("scale")
    yield from _hidden(draft, chosen)
    yield from evening.scale(chosen, scores.criteria(p))
    yield from matrices.members(p, considered(p))
    if left := matrices.not_counted(p):
        yield Paragraph(f"No longer on the panel, and not counted: {left}.")
    reader = draft.need(next(iter(p.members), None), "selection_panel")
    yield from _matrix(draft, p, tally.matrix(p, reader, compared))


def _hidden(draft: Draft, chosen: Scoring) -> Iterator[Paragraph]:
    """Whether names were hidden and scores sealed, and what opened them before their time."""
    yield draft.text("names_hidden" if chosen.names_hidden else "names_known")
    if chosen.names_opened_why:
        yield draft.text("names_opened")
    if not chosen.sealed:
        yield draft.text("not_sealed")
    elif chosen.scores_opened_early:
        yield draft.text("opened_early")
    else:
        yield draft.text("opened" if chosen.scores_opened_on else "still_sealed")


def _matrix(draft: Draft, p: Position, matrix: tally.Matrix) -> Iterator[Block]:
    yield draft.heading("matrix")
    yield draft.text("matrix")
    yield from matrices.ranked(p, matrix)
    if matrix.waiting:
        codes = ", ".join(c.code for c in matrix.waiting)
        yield Paragraph(f"Nobody gave points that count on: {codes}.")
    yield draft.heading("ties")
    ties = [
        f"Place {tied[0].rank}: {', '.join(line.candidate.code for line in tied)}. "
        f"{tally.what_would_break(tied)}"
        for tied in matrix.ties
    ]
    yield Paragraph("\n\n".join(ties)) if ties else draft.text("no_ties")
    yield draft.heading("agreed")
    agreed = matrices.agreed(matrix)
    yield agreed or draft.text("none_agreed")
    yield draft.heading("each")
    yield draft.text("each")
    yield from matrices.each(p, matrix)


# Late applications, and advice


def _late(draft: Draft, p: Position) -> Iterator[Block]:
    late = [c for c in considered(p) if c.late]
    rows = tuple((c.code, written(c.applied_on), _how(p, c), c.reason or "\u2013") for c in late)
    if not rows:
        yield draft.text("none_late")
        return
    yield draft.text("late_treated" if draft.facts["closing_on"] else "late_unadvertised")
    headers = ("Candidate", "Applied on", "How it was treated", "Reason")
    yield Table("Late applications", headers, rows, (4, 6, 6, 12))


def advice_given(p: Position) -> tuple[list[Advice], list[Opinion]]:
    """Return the advice to the panel, and the opinions of candidates, up to the shortlist."""
    given = [a for a in p.advice if a.to == Meeting.Body.PANEL and a.given_on <= p.on]
    return given, [o for o in p.opinions if o.formed_on <= p.on]


def _advice(draft: Draft, p: Position) -> Iterator[Block]:
    given, opinions = advice_given(p)
    if not given and not opinions:
        yield draft.text("no_advice")
        return
    yield draft.text("advice")
    rows = [(f"{a.given_by}\n{written(a.given_on)}", "The panel", a.text) for a in given]
    rows += [
        (
            f"{o.adviser}\n{written(o.formed_on)}",
            o.candidate.code,
            ". ".join(filter(None, (o.get_verdict_display(), o.summary))),
        )
        for o in opinions
    ]
    yield Table("What was advised", ("By", "About", "Advice"), tuple(rows), (4, 2, 10))


def _round_of(about: str) -> int:
    number = about.removeprefix("R")
    return int(number) if number.isdecimal() else 1


def _may_be_read(p: Position, user: User, about: str) -> bool:
    """Whether somebody may read a record: of an earlier round, whoever has scored in this one."""
    return _round_of(about) == p.case.round or evening.past_is_open(p, user)


def _names(p: Position, about: str) -> set[str]:
    """Everybody who was considered, and whom a reason or a piece of advice names."""
    day = p.case.shortlisted_on
    if day is None or about != parts.this_round(p):
        return {c.code for c in p.candidates if c.round <= _round_of(about)}
    then = p.judged_on(day)
    given, opinions = advice_given(then)
    said = [a.text for a in given] + [o.summary for o in opinions]
    said += [c.reason for c in considered(then)] + [a.reason for a in p.agreed]
    whole = {c.code for c in considered(then)} | {o.candidate.code for o in opinions}
    return whole | parts.named_in(p, *said)


SHORTLISTING_RECORD = HeadshipLetter[Position](
    key="shortlisting_record",
    number="9",
    name="Record of the shortlisting",
    phase="selection",
    called="shortlist",
    rows=_recorded,
    label=lambda _: "",
    facts=_facts,
    body=_body,
    to=lambda p, _: [people.panel_chair(p), people.clerk(p)],
    approvers=("panel_chair", "clerk"),
    seen_with="see_scores",
    files=frozenset({SELECTION_FILE}),
    names=_names,
    open_to=_may_be_read,
)
