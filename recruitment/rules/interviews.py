"""Interviews: who is interviewed, by whom, with which of the panel there."""

from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, practice
from law.base import Obstacle
from recruitment.models import Candidate
from recruitment.position import Position
from recruitment.rules.base import Rule, in_order
from recruitment.rules.selection import panel_still_whole
from recruitment.stages import CandidateState


def names_sent_first(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A field whose names were given to the authority is the field that is interviewed."""
    attended = f.get("candidates") or p.candidates_in(CandidateState.SHORTLISTED)
    unsent = p.names_to_send if p.regime.names else ()
    for candidate in (c for c in attended if c in unsent):
        yield p.names_law.names_to_authority.obstacle(
            "name_not_given",
            f"The authority was not given the name of {candidate.code}.",
            "Send the name and record when.",
        )
    if any(n.received_on is None for n in map(p.notice_for, attended) if n):
        yield practice(
            "receipt_not_recorded",
            "No receipt of the names by the authority is recorded, so its period has not begun.",
            "Record the receipt, with the evidence for it.",
        )


def trained_member_present(p: Position, f: Facts) -> Iterator[Obstacle]:
    """At least one member of the panel at the interviews is trained in safer recruitment."""
    present = f.get("present")
    day = f.get("on") or p.on
    trained = {s.person_id for s in p.panel_on(day) if s.is_trained}
    here = trained if present is None else trained & {u.pk for u in present}
    if len(here) < p.regime.trained_member.value:
        yield p.regime.trained_member.obstacle(
            "trained_member_absent",
            "No member of the panel who is trained in safer recruitment is recorded at the "
            "interviews.",
            "Postpone, or record the training of a member who is there.",
        )


def enough_of_the_panel(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Three members interview, and only members do."""
    present = f.get("present")
    if present is None:
        return
    seated = {s.person_id for s in p.panel_on(f.get("on") or p.on)}
    for person in present:
        if person.pk not in seated:
            yield p.regime.panel_changed_by_governing_body.obstacle(
                "not_on_the_panel",
                f"{person.full_name} is not on the panel, or has withdrawn from it.",
                "Only the governing body can change the panel; a substitute on the day is not a "
                "member.",
            )
    rule = p.regime.panel_acts_with
    if len({u.pk for u in present} & seated) < rule.value:
        yield rule.obstacle(
            "panel_too_small",
            f"Fewer than {rule.value} members of the panel are recorded at the interviews.",
            "Postpone, or have the governing body reconstitute the panel.",
        )


def nobody_conflicted_interviews(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Leaving for one candidate leaves that interview with fewer members."""
    present, attended = f.get("present"), f.get("candidates") or ()
    for candidate in attended if present is not None else ():
        left = [u for u in present or () if not p.is_conflicted(u, candidate)]
        if len(left) < p.regime.panel_acts_with.value:
            yield p.regime.panel_acts_with.obstacle(
                "panel_too_small_for_candidate",
                f"Only {len(left)} members without an interest in {candidate.code} were there.",
                "The governing body reconstitutes the panel, and the steps are repeated.",
            )


def shortlisted_attended(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Those interviewed were shortlisted and named to the authority."""
    attended: list[Candidate] | None = f.get("candidates")
    if attended is None:
        return
    if not attended:
        yield entry(
            "nobody_interviewed",
            "No candidate is recorded as interviewed.",
            "Name those who attended, or record that the panel recommends nobody.",
        )
    for candidate in attended:
        if candidate.state != CandidateState.SHORTLISTED:
            yield entry(
                "not_shortlisted",
                f"{candidate.code} is not on the shortlist.",
                "Record only shortlisted candidates.",
            )


def everybody_shortlisted_interviewed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The panel interviews those on the shortlist who attend: whoever is left out is named."""
    attended = f.get("candidates")
    for candidate in p.candidates_in(CandidateState.SHORTLISTED):
        if attended is not None and candidate not in attended:
            yield practice(
                "shortlisted_not_interviewed",
                f"{candidate.code} is on the shortlist and is not recorded as interviewed.",
                "Add them; or, if they withdrew, record that too.",
            )


RULES: dict[str, tuple[Rule, ...]] = {
    "record_interviews": (
        in_order,
        panel_still_whole,
        names_sent_first,
        trained_member_present,
        shortlisted_attended,
        everybody_shortlisted_interviewed,
        enough_of_the_panel,
        nobody_conflicted_interviews,
    ),
}
