"""The recommendation: of whom, when the authority has spoken, what the panel has considered."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts, certain
from casework.models import Meeting
from casework.rules import entry, practice, required
from casework.words import written
from law.base import Obstacle
from law.periods import Period
from recruitment.models import Candidate, Decision
from recruitment.position import Position
from recruitment.rules.base import Rule, in_order
from recruitment.rules.selection import (
    enough_without_interest,
    no_part_for_the_conflicted,
    panel_still_whole,
)
from recruitment.stages import CandidateState


def somebody_interviewed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The panel recommends one of those it interviewed."""
    candidate: Candidate | None = f.get("candidate")
    if not p.candidates_in(CandidateState.INTERVIEWED):
        yield entry(
            "nobody_interviewed",
            "No candidate who was interviewed is still in the field.",
            "Record that the panel recommends nobody.",
        )
    elif candidate and candidate.state != CandidateState.INTERVIEWED:
        yield entry(
            "not_interviewed",
            f"{candidate.code} stands at “{CandidateState(candidate.state).label}”.",
            "Recommend one of those who were interviewed.",
        )


def decided_against_before(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The same person can be recommended again: what changed should be on the record."""
    against = {Decision.Kind.DECLINE, Decision.Kind.REFUSE}
    for decision in p.decisions:
        if f.get("candidate") == decision.candidate and decision.kind in against:
            yield practice(
                "decided_against_before",
                f"{decision}: that was about {f['candidate'].code}.",
                "Say in the reasons what has changed since.",
                p.regime.repeat_steps.citation,
            )


def representations_considered(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A timely representation is considered before anybody is recommended, whoever it is."""
    for paper in p.unconsidered if p.regime.names else ():
        yield p.names_law.representations_considered.obstacle(
            "representations_not_considered",
            f"The authority's representation on {paper.candidate.code}, received on "
            f"{written(paper.received_on)}, has not been considered.",
            "The panel considers it and minutes that it did.",
        )


def representations_period_over(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A recommendation waits for the end of every period: the authority may yet speak.

    What it says of one candidate is considered even if another is recommended.
    """
    for notice in p.holding_notices if p.regime.names else ():
        last, period = p.last_day(notice), p.names_law.representations
        if last is None:
            yield p.names_law.hold_for_representations.obstacle(
                "representations_period_not_begun",
                "The authority's receipt of the names is not recorded, so its period for "
                "representations has not begun.",
                "Record the receipt, with the evidence for it.",
            )
            continue
        if p.is_open(notice):
            yield p.names_law.hold_for_representations.obstacle(
                "representations_period_open",
                f"The authority may make representations until the end of {written(last)} "
                f"({period.value.describe()}, {period.citation}).",
                "Wait until then, or record that the authority makes none.",
            )
        yield from _authoritys_longer_hold(p, certain(p.counts_from(notice)))


def every_name_sent(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The authority was given the names of all who were chosen for interview, late ones too."""
    for candidate in p.names_to_send if p.regime.names else ():
        yield p.names_law.names_to_authority.obstacle(
            "name_not_given",
            f"{candidate.code} is on the shortlist, and the authority was not given the name.",
            "Send the name and record when; or record that the candidate withdrew.",
        )


def late_application_waits(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever applied late is told one way or the other."""
    for candidate in p.candidates_in(CandidateState.APPLIED):
        yield practice(
            "application_undecided",
            f"The late application of {candidate.code} has not been considered.",
            "Extend the shortlist, or say why it was not accepted.",
        )


def everybody_interviewed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever is on the shortlist is interviewed before anybody is recommended."""
    for candidate in p.candidates_in(CandidateState.SHORTLISTED):
        yield practice(
            "shortlisted_not_interviewed",
            f"{candidate.code} is on the shortlist and is not recorded as interviewed.",
            "Interview them; or, if they withdrew, record that.",
        )


def _authoritys_longer_hold(p: Position, start: date) -> Iterator[Obstacle]:
    """An authority's own longer time holds the recommendation, and makes no paper timely."""
    own = p.regime.rule("own_representations")
    if own and isinstance(own.value, Period) and p.on <= own.value.last_day(start, p.calendar):
        yield own.obstacle(
            "own_period_open",
            f"The authority asks panels to wait for {own.value.describe()}: until the end of "
            f"{written(own.value.last_day(start, p.calendar))}.",
            "Wait until then, or record that the authority makes none.",
        )


def advice_considered_by(body: Meeting.Body) -> Rule:
    """Return a rule that advice given to those who decide was considered before they decide."""

    def rule(p: Position, f: Facts) -> Iterator[Obstacle]:
        given = [a for a in p.unconsidered_advice if a.to == body]
        waiting = [*given, *p.unconsidered_reservations]
        if waiting:
            yield p.regime.advice_considered.obstacle(
                "advice_not_considered",
                f"Advice has been given and not yet considered: {'; '.join(map(str, waiting))}.",
                "Consider it and minute that it was considered.",
            )

    return rule


considered_by_panel = advice_considered_by(Meeting.Body.PANEL)
considered_by_governors = advice_considered_by(Meeting.Body.GOVERNING_BODY)


def adviser_thinks_not_suitable(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An adviser's opinion is not a representation, and says so."""
    candidate = f.get("candidate")
    for doubtful in p.advisers_not_suitable:
        if candidate in (None, doubtful):
            yield _doubt(p, doubtful)


def _doubt(p: Position, candidate: Candidate) -> Obstacle:
    said = f"The adviser has recorded “not suitable” on {candidate.code}."
    if p.regime.names is None:
        return practice("adviser_has_doubts", said, "Nothing is required; consider the advice.")
    last = written(p.last_day_for(candidate))
    return practice(
        "opinion_is_no_representation",
        f"{said} This is not a representation; the last day to make one is {last}.",
        "Nothing is required. The authority may still make a representation in time.",
        p.names_law.representations.citation,
    )


def reasons_given(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Reasons for recommending somebody represented against go to both before the meeting."""
    for paper in p.awaiting_reasons if p.regime.names else ():
        yield p.names_law.reasons_before_meeting.obstacle(
            "reasons_not_given",
            f"The panel's written reasons for recommending {paper.candidate.code} have not been "
            "given to the governing body and the authority.",
            "Give the reasons in writing to both, and record when.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "recommend": (
        in_order,
        panel_still_whole,
        somebody_interviewed,
        decided_against_before,
        enough_without_interest,
        no_part_for_the_conflicted,
        representations_considered,
        every_name_sent,
        late_application_waits,
        everybody_interviewed,
        representations_period_over,
        considered_by_panel,
        adviser_thinks_not_suitable,
        required(("reasons", "The panel's reasons")),
    ),
    "recommend_nobody": (
        in_order,
        no_part_for_the_conflicted,
        considered_by_panel,
        required(("why", "The reason")),
    ),
}
