"""Advice, representations and reservations: what each must be, and what each asks of others."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.models import Meeting
from casework.rules import entry, house, not_before, practice, required
from casework.words import written
from law.base import Obstacle
from recruitment.models import Decision, NamesNotice, Opinion
from recruitment.points import faults
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening
from recruitment.wince import warnings


def not_yet_considered(name: str) -> Rule:
    """Return a rule that the paper called `name` has not been considered before."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        paper = f.get(name)
        if paper and paper.considered_on:
            yield entry(
                "already_considered",
                f"It was considered on {written(paper.considered_on)}.",
                "Nothing is needed.",
            )

    return rule


def criteria_engaged(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An adverse opinion names the published criteria that it engages, and its evidence."""
    verdict = f.get("verdict")
    if verdict in {Opinion.Verdict.WITH_RESERVATIONS, Opinion.Verdict.NOT_SUITABLE}:
        if not f.get("points"):
            yield house(
                "no_criterion_engaged",
                "An opinion other than “suitable” names the published criteria that it engages.",
                "Add a point for each criterion, with what was seen.",
            )
        yield from points_sound(p, f)


def points_sound(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Each point rests on a published criterion, with fact, source and date."""
    for fault in faults(f.get("points") or (), p):
        yield house(fault.key, fault.sentence, fault.clears_by)


def points_flagged(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A representation that came is recorded as it came: its points are flagged, no more."""
    for obstacle in points_sound(p, f):
        yield obstacle.as_practice()


def named_to_authority(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Representations are on a candidate whose name the authority was given."""
    candidate = f.get("candidate")
    if candidate and not any(candidate.code in n.names for n in p.notices):
        yield p.names_law.names_to_authority.obstacle(
            "candidate_not_named",
            f"{candidate.code} is not among the names that were given to the authority.",
            "Representations are made on a shortlisted candidate.",
        )


def late_is_advice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A late paper is kept, marked late, and is advice to be considered."""
    candidate, received = f.get("candidate"), f.get("received_on")
    notice = p.notice_answered(candidate, received) if candidate and received else None
    last = p.last_day(notice) if notice else None
    if candidate and received and last and received > last:
        yield practice(
            "representation_late",
            f"The last day for representations on {candidate.code} was {written(last)}. The paper "
            "is kept, marked late, and is advice to be considered.",
            "Nothing: it cannot become a representation.",
            p.names_law.representations.citation,
        )


def defects_flagged(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A wrong addressee or an unsigned paper is a defect, never a ground to set it aside."""
    addressed, signed = f.get("addressed_to"), f.get("signed")
    if addressed is not None and "panel" not in addressed.lower():
        yield practice(
            "not_addressed_to_panel",
            f"The paper is addressed to “{addressed}”, not to the selection panel. It counts all "
            "the same.",
            "Pass it to the panel.",
            p.names_law.representations.citation,
        )
    if signed is False:
        yield practice(
            "not_signed",
            "The paper is not signed. It counts all the same.",
            "Ask the authority to confirm that it is its own.",
            p.names_law.representations.citation,
        )


def somebody_to_consider(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There is a representation on this candidate to consider."""
    candidate = f.get("candidate")
    if candidate and candidate.pk not in {r.candidate_id for r in p.unconsidered}:
        yield entry(
            "nothing_to_consider",
            f"No representation on {candidate.code} waits to be considered.",
            "Nothing is needed.",
        )
    if candidate is None and not p.unconsidered:
        yield entry(
            "nothing_to_consider",
            "No representation waits to be considered.",
            "Nothing is needed.",
        )


def reasons_due(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Reasons are given for recommending somebody on whom representations stand."""
    chosen = p.chosen
    if chosen is None or not p.representations_on(chosen):
        yield entry(
            "no_reasons_due",
            "No representation stands on the person recommended.",
            "No reasons are owed to the authority.",
        )
    elif not p.awaiting_reasons:
        yield entry(
            "reasons_already_given", "The panel's reasons are recorded.", "Nothing is needed."
        )


def not_withdrawn(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A paper is withdrawn once, and nothing more is done with it then."""
    paper = f.get("representation") or f.get("reservations")
    if paper and paper.withdrawn_on:
        yield entry(
            "already_withdrawn",
            f"It was withdrawn on {written(paper.withdrawn_on)}.",
            "Nothing is needed.",
        )


def none_not_yet_said(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority says "none" once for a notice."""
    notice = f.get("notice") or p.notice
    if notice is None or notice.received_on is None:
        yield p.names_law.representations.obstacle(
            "receipt_not_recorded",
            "No receipt of the names by the authority is recorded.",
            "Record the receipt first.",
        )
    elif notice.none_made_on:
        yield entry(
            "none_already_made",
            f"The authority said on {written(notice.none_made_on)} that it makes none.",
            "Nothing is needed. A paper inside the period still counts.",
        )


def no_part_where_interested(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever has an interest in a candidate does not speak or record about that candidate."""
    person, paper = f.get("by"), f.get("reservations")
    candidate = f.get("candidate") or (paper.candidate if paper else p.chosen)
    if person and candidate and p.speaks_not_of(person, candidate):
        yield p.regime.conflicts_withdraw.obstacle(
            "you_have_an_interest",
            "You have declared an interest in this candidate, so this is not for you to do.",
            "Ask another who may: the clerk, or the chair of the panel.",
        )


def what_makes_a_lawyer_wince(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Words that a reader will hold against the letter: a warning, with what to write instead."""
    texts = [str(v) for v in f.values() if isinstance(v, str)]
    texts += [str(v) for point in f.get("points") or () for v in vars(point).values()]
    for warning in warnings(texts):
        yield practice(warning.key, warning.sentence, warning.instead)


def paper_date(name: str, field: str) -> Rule:
    """Return a rule that what is done with the paper is not done before the day in `field`."""

    def since(_: Position, f: Facts) -> date | None:
        paper = f.get(name)
        return getattr(paper, field) if paper else None

    return not_before("on", "the day of the paper", since)


def _names_received(p: Position, f: Facts) -> date | None:
    notice: NamesNotice | None = f.get("notice") or p.notice
    return notice.received_on if notice else None


def _recommended_on(p: Position, f: Facts) -> date | None:
    decision = p.decision(Decision.Kind.RECOMMEND)
    return decision.decided_on if decision else None


def names_nobody_to_all_governors(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Advice to the governing body is read by every governor: it should name no candidate."""
    text, to_all = str(f.get("text") or ""), f.get("to") == Meeting.Body.GOVERNING_BODY
    if to_all and any(c.is_named_in(text) for c in p.candidates):
        yield practice(
            "advice_names_a_candidate",
            "Every governor will read advice to the governing body, and this names a candidate. "
            "It is kept from those who may not see that candidate.",
            "Leave the name and the code out, or give it to the selection panel.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "give_advice": (
        after_opening,
        required(
            ("text", "The advice"), ("given_by", "Who gave it"), ("capacity", "In what capacity")
        ),
        names_nobody_to_all_governors,
    ),
    "consider_advice": (
        not_yet_considered("advice"),
        paper_date("advice", "given_on"),
        required(("minute", "The minute")),
    ),
    "record_opinion": (
        after_opening,
        no_part_where_interested,
        criteria_engaged,
        what_makes_a_lawyer_wince,
    ),
    "make_no_representations": (
        none_not_yet_said,
        not_before("on", "the receipt of the names", _names_received),
    ),
    "make_representations": (
        named_to_authority,
        late_is_advice,
        defects_flagged,
        no_part_where_interested,
        points_flagged,
        what_makes_a_lawyer_wince,
        required(("text", "Why the candidate is not suitable"), ("made_by", "Who made them")),
    ),
    "withdraw_representations": (
        not_withdrawn,
        paper_date("representation", "received_on"),
        required(("why", "The authority's reason")),
    ),
    "consider_representations": (
        no_part_where_interested,
        somebody_to_consider,
        required(("minute", "The minute")),
    ),
    "give_reasons": (
        no_part_where_interested,
        reasons_due,
        not_before("to_governing_body_on", "the recommendation", _recommended_on),
        not_before("to_authority_on", "the recommendation", _recommended_on),
        required(("reasons", "The panel's reasons")),
    ),
}
