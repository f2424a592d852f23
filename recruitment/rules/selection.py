"""Selection: longlist and shortlist, the names to the authority and their receipt."""

import re
from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, house, not_before, practice, required
from casework.words import written
from law.base import Obstacle
from recruitment.models import NamesNotice
from recruitment.position import Position
from recruitment.rules.applications import applied_by_then
from recruitment.rules.base import Rule, after_opening, in_order
from recruitment.rules.together import (
    essential_criteria_met,
    interests_are_found,
    keyed_scores_confirmed,
    sheets_in,
)
from recruitment.stages import LEFT, CandidateState


def somebody_applied(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A shortlist is drawn from the applications."""
    if not p.candidates_in(CandidateState.APPLIED):
        yield entry(
            "no_applications",
            "No application is recorded that could be shortlisted.",
            "Enter the applications, or record that the panel recommends nobody.",
        )


def closing_date_past(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Applications are promised until the closing date."""
    advert, on = p.advertisement, f.get("on") or p.on
    if advert and advert.closing_on and on <= advert.closing_on:
        yield house(
            "still_open_to_applications",
            f"Applications may come in until {written(advert.closing_on)}.",
            "Shortlist after the closing date.",
        )


def panel_still_whole(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Three or more who can act, whatever happened since the panel was appointed."""
    rule, day = p.regime.panel_acts_with, f.get("on") or p.on
    able = len(p.panel_on(day))
    if not p.seats:
        yield rule.obstacle(
            "panel_too_small",
            "No selection panel has been appointed.",
            "The governing body appoints one in a meeting.",
        )
    elif able < rule.value:
        yield rule.obstacle(
            "panel_too_small",
            f"The panel has {able} who can act; at least {rule.value} must.",
            "The governing body reconstitutes the panel in a meeting, and the steps are repeated.",
        )


def applied_and_named(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only somebody who applied can be shortlisted, and somebody must be."""
    chosen = f.get("candidates")
    if chosen is None:
        return
    if not chosen:
        yield entry(
            "nobody_shortlisted",
            "Nobody is on the shortlist.",
            "Choose at least one candidate, or record that the panel recommends nobody.",
        )
    for candidate in chosen:
        if candidate.state != CandidateState.APPLIED:
            yield entry(
                "not_an_applicant",
                f"{candidate.code} stands at “{CandidateState(candidate.state).label}”.",
                "Choose from the applications of this round.",
            )


def reason_for_each(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The record says why, for those shortlisted and those not."""
    if "reasons" not in f:
        return
    for candidate in p.candidates_in(CandidateState.APPLIED):
        if not str(f["reasons"].get(candidate.code, "")).strip():
            yield house(
                "reason_missing",
                f"No reason is recorded for {candidate.code}.",
                "Give a reason for every candidate, against the person specification.",
            )


def reason_for_each_left_off(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The longlist says why of everybody who is not on it."""
    on_it = {c.pk for c in f.get("candidates") or ()}
    for candidate in p.candidates_in(CandidateState.APPLIED) if "reasons" in f else ():
        if candidate.pk not in on_it and not str(f["reasons"].get(candidate.code, "")).strip():
            yield house(
                "reason_missing",
                f"No reason is recorded for {candidate.code}.",
                "Give a reason for everybody who is left off, against the person specification.",
            )


def longlisted_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """One longlist is drawn up in a round, and then a shortlist from it."""
    if any(c.longlisted_on for c in p.candidates if c.in_field):
        yield entry(
            "longlisted_already",
            "The longlist of this round is recorded.",
            "Draw up the shortlist from it.",
        )


def late_accepted(p: Position, f: Facts) -> Iterator[Obstacle]:
    """To shortlist somebody whose application came late is to be fair to others: say why."""
    reasons = f.get("reasons") or {}
    for candidate in f.get("candidates") or ():
        said = SAYS_LATE.search(str(reasons.get(candidate.code, "")))
        if candidate.late and not said:
            yield practice(
                "late_application",
                f"The application of {candidate.code} came late, on "
                f"{written(candidate.applied_on)}, and the reason does not say why it was "
                "accepted.",
                "Say so in the reason, and treat every late application alike.",
            )


SAYS_LATE = re.compile(r"\b(late|closing)\b", re.IGNORECASE)


def two_shortlisters(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Guidance, not law: at least two people shortlist."""
    rule, people = p.regime.shortlisters, f.get("shortlisters")
    if people is not None and len({u.pk for u in people}) < rule.value:
        yield rule.obstacle(
            "too_few_shortlisters",
            f"Fewer than {rule.value} people are recorded as having shortlisted.",
            "Record everybody who took part.",
        ).as_practice()


def enough_without_interest(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Enough of the panel has no interest in each candidate whom it chooses."""
    chosen = [*(f.get("candidates") or ()), *([f["candidate"]] if f.get("candidate") else [])]
    rule, panel = p.regime.panel_acts_with, p.panel_on(f.get("on") or p.on)
    for candidate in chosen:
        free = [s for s in panel if not p.is_conflicted(s.person, candidate)]
        if len(free) < rule.value:
            yield rule.obstacle(
                "panel_too_small_for_candidate",
                f"Only {len(free)} members of the panel have no interest in {candidate.code}; at "
                f"least {rule.value} must decide.",
                "The governing body reconstitutes the panel, and the steps are repeated.",
            )


def no_part_for_the_conflicted(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever has an interest in a candidate does not record the choice among them."""
    person = f.get("by")
    field = [c for c in p.candidates if c.in_field]
    if person and any(p.speaks_not_of(person, candidate) for candidate in field):
        yield p.regime.conflicts_withdraw.obstacle(
            "you_have_an_interest",
            "You have declared an interest in one of the candidates, so this is not for you to "
            "record.",
            "Ask another who may: the clerk, or the chair of the panel.",
        )


def only_members_shortlist(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Only members of the panel shortlist."""
    seated = {s.person_id for s in p.panel_on(f.get("on") or p.on)}
    for person in f.get("shortlisters") or ():
        if person.pk not in seated:
            yield p.regime.panel_changed_by_governing_body.obstacle(
                "not_on_the_panel",
                f"{person.full_name} is not on the panel, or has withdrawn from it.",
                "Name only members of the panel.",
            )


def named_candidates(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Receipt is of the names that were sent."""
    notice = p.notice_naming(f.get("names") or ())
    if notice is None:
        return
    for candidate in f.get("names") or ():
        if candidate.code not in notice.names:
            yield entry(
                "name_not_sent",
                f"{candidate.code} was not among the names sent on {written(notice.sent_on)}.",
                "Record receipt only of names that were sent.",
            )
    missing = set(notice.names) - {c.code for c in f.get("names") or ()}
    if "names" in f and missing:
        yield entry(
            "names_left_out",
            f"The notice also named {', '.join(sorted(missing))}.",
            "One notice is received as a whole: record all of its names.",
        )


def notice_awaiting_receipt(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Receipt is recorded once; a wrong date is corrected."""
    notice = p.notice_naming(f.get("names") or ())
    if notice is None:
        yield p.names_law.names_to_authority.obstacle(
            "names_not_sent",
            "The shortlisted names have not been sent to the authority.",
            "Send the names and record when.",
        )
    elif notice.received_on:
        yield entry(
            "receipt_already_recorded",
            f"Receipt on {written(notice.received_on)} is recorded.",
            "If that is wrong, correct it; the authority can contest it.",
        )


def receipt_recorded(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There must be a date to corroborate or contest."""
    notice = f.get("notice") or p.notice
    if notice is None or notice.received_on is None:
        yield p.names_law.representations.obstacle(
            "receipt_not_recorded",
            "No receipt of the names by the authority is recorded.",
            "Record the receipt, with the evidence for it.",
        )


def later_than_recorded(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Contesting names a later date: an earlier one would only shorten the authority's period."""
    notice, claimed = f.get("notice") or p.notice, f.get("received_on")
    held = p.counts_from(notice) if notice else None
    if claimed and held and claimed <= held:
        yield entry(
            "not_a_later_date",
            f"The period is held from {written(held)}: {written(claimed)} would not lengthen it.",
            "Corroborate the date that is recorded, or give a later one.",
        )


def answered_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority corroborates a receipt once."""
    notice = f.get("notice") or p.notice
    if notice and notice.corroborated_on:
        yield entry(
            "already_corroborated",
            f"The authority corroborated the receipt on {written(notice.corroborated_on)}.",
            "Nothing is needed.",
        )


def still_in_the_field(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Somebody who has left cannot leave again."""
    candidate = f.get("candidate")
    if candidate and not candidate.in_field:
        yield entry(
            "not_in_the_field",
            f"{candidate.code} stands at “{CandidateState(candidate.state).label}”.",
            "Nothing is needed.",
        )


def decided_before_told(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There is something to tell, and it has not been told."""
    candidate, on = f.get("candidate"), f.get("on")
    if candidate is None:
        return
    if candidate.decided_on is None or candidate.state in LEFT:
        yield entry(
            "nothing_to_tell",
            f"No decision about {candidate.code} is recorded that could be told.",
            "Record the decision first.",
        )
    elif candidate.told_on:
        yield entry(
            "already_told",
            f"{candidate.code} was told on {written(candidate.told_on)}.",
            "If the date is wrong, correct it.",
        )
    elif on and on < candidate.decided_on:
        yield entry(
            "told_before_decided",
            f"The decision was made on {written(candidate.decided_on)}.",
            "Check the date.",
        )


def shortlist_in_force(p: Position, f: Facts) -> Iterator[Obstacle]:
    """There are names to send, which were not sent before."""
    if p.names_to_send:
        return
    if p.candidates_in(CandidateState.SHORTLISTED):
        yield entry(
            "names_already_sent",
            "The authority was given every name on the shortlist.",
            "Nothing is needed, unless the shortlist is extended.",
        )
    elif p.case.shortlisted_on:
        yield entry(
            "nobody_shortlisted",
            "Every shortlisted candidate has withdrawn.",
            "Record that the panel recommends nobody, and repeat the steps.",
        )
    else:
        yield entry("nobody_shortlisted", "Nobody is shortlisted yet.", "Record the shortlist.")


def _sent_on(p: Position, f: Facts) -> date | None:
    notice: NamesNotice | None = f.get("notice") or p.notice_naming(f.get("names") or ())
    return notice.sent_on if notice else None


after_sending = not_before("received_on", "the day the names were sent", _sent_on)

RULES: dict[str, tuple[Rule, ...]] = {
    "withdraw_candidate": (
        after_opening,
        still_in_the_field,
        applied_by_then,
        required(("why", "What the candidate said")),
    ),
    "longlist": (
        in_order,
        panel_still_whole,
        somebody_applied,
        closing_date_past,
        longlisted_once,
        applied_and_named,
        applied_by_then,
        reason_for_each_left_off,
        no_part_for_the_conflicted,
    ),
    "shortlist": (
        in_order,
        panel_still_whole,
        somebody_applied,
        closing_date_past,
        applied_and_named,
        applied_by_then,
        reason_for_each,
        late_accepted,
        only_members_shortlist,
        enough_without_interest,
        no_part_for_the_conflicted,
        two_shortlisters,
        sheets_in,
        interests_are_found,
        keyed_scores_confirmed,
        essential_criteria_met,
    ),
    "send_names": (in_order, shortlist_in_force, required(("how", "How they were sent"))),
    "record_receipt": (
        notice_awaiting_receipt,
        named_candidates,
        after_sending,
        required(("evidence", "How the date is known")),
    ),
    "corroborate_receipt": (receipt_recorded, answered_once),
    "contest_receipt": (
        receipt_recorded,
        later_than_recorded,
        after_sending,
        required(("why", "The authority's reason")),
    ),
    "tell_candidate": (decided_before_told, required(("how", "How they were told"))),
}
