"""Impossible papers, checks and dates: what is dated before what it follows."""

from law.appointment import regime_for
from law.base import Strength
from recruitment.impossible.base import Sentences, in_words
from recruitment.models import Decision
from recruitment.position import Position
from recruitment.stages import LEFT, TAKEN_AWAY


def names_and_receipt(p: Position) -> Sentences:
    """The authority receives names that were sent, of candidates of this case, and not before."""
    codes = {c.code for c in p.candidates}
    for notice in p.notices:
        if strange := sorted(set(notice.names) - codes):
            yield f"names were sent of nobody here: {', '.join(strange)}."
        for day in (notice.received_on, notice.contested_to):
            if day and day < notice.sent_on:
                yield f"names sent on {in_words(notice.sent_on)} were received before that."
        if notice.none_made_on and notice.received_on is None:
            yield "the authority makes no representations on names that it has not received."
    for candidate in p.candidates:
        given = [n for n in p.notices_now if candidate.code in n.names]
        if len(given) > 1:
            yield f"the name of {candidate.code} was given to the authority twice in one round."
        left_before = candidate.state in LEFT | TAKEN_AWAY  # perhaps in an earlier round
        if candidate.interviewed_on and p.notices_now and not given and not left_before:
            yield f"{candidate.code} was interviewed and the authority was not given the name."


def papers_follow_their_cause(p: Position) -> Sentences:
    """Nothing is considered, answered or acknowledged before it came."""
    for r in p.representations:
        named = [n for n in p.notices if r.candidate.code in n.names]
        if not named:
            yield f"a representation was made on {r.candidate.code}, who was not named."
        for day in (r.considered_on, r.withdrawn_on, r.reasons_to_authority_on):
            if day and day < r.received_on:
                yield f"a representation on {r.candidate.code} was dealt with before it came."
    for advice in p.advice:
        if advice.considered_on and advice.considered_on < advice.given_on:
            yield f"“{advice}” was considered before it was given."
    for paper in p.reservations:
        for day in (paper.considered_on, paper.acknowledged_on):
            if day and day < paper.put_on:
                yield f"“{paper}” were dealt with before they were put."


def checks_before_confirmation(p: Position) -> Sentences:
    """Nobody is confirmed without the checks that the law asks for first."""
    confirmed = p.decision(Decision.Kind.CONFIRM)
    if confirmed is None or confirmed.candidate_id is None:
        return
    regime = regime_for(p.school.category, p.school.nation, confirmed.decided_on)
    made = {c.key for c in p.checks if c.candidate_id == confirmed.candidate_id}
    made.add(regime.start_before_certificate.value.check)  # which may come later
    for rule in regime.checks:
        first = rule.value.before == "confirmation" and rule.strength is Strength.LAW
        if first and rule.value.key not in made:
            yield f"the appointment was confirmed without the check “{rule.value.name}”."


def documents_in_order(p: Position) -> Sentences:
    """A document is drafted, approved and issued in that order."""
    for d in p.documents:
        days = [day for day in (d.drafted_on, d.approved_on, d.issued_on) if day]
        if days != sorted(days) or (d.issued_on and not d.approved_on):
            yield f"“{d}” was drafted, approved and issued out of order."
        if (d.issued_on is not None) != (d.status in {d.Status.ISSUED, d.Status.REVOKED}):
            status = d.get_status_display().lower()
            yield f"“{d}” is {status}, and its date of issue says otherwise."


def dates_in_order(p: Position) -> Sentences:
    """What ends, ends after it began; and nothing of the case comes before it was opened."""
    pairs = [
        ("the last step", p.case.opened_on, p.case.moved_on),
        ("the notice to the authority", p.case.opened_on, p.case.authority_told_on),
        *(("a closing date", a.published_on, a.closing_on) for a in p.advertisements),
        *((f"the end of the interest of {i.person}", i.declared_on, i.ended_on)
          for i in p.interests),
        *((f"the undoing of the check {c.key}", c.done_on, c.undone_on) for c in p.checks),
        *((f"the application of {c.code}", p.case.opened_on, c.applied_on) for c in p.candidates),
    ]  # fmt: skip
    for name, first, second in pairs:
        if second and second < first:
            yield f"{name} is dated {in_words(second)}, before {in_words(first)}."
