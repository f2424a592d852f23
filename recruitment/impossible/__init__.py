"""States that cannot be: each is a sentence about a case that no action could have brought there.

A late or unwise step is not impossible, and neither is one for which a house rule was set aside.
"""

from collections.abc import Callable

from recruitment.impossible import papers, people, stage
from recruitment.impossible.base import Sentences
from recruitment.impossible.beyond import (
    find_in_document,
    find_in_grants,
    find_in_record,
    find_in_school,
)
from recruitment.position import Position

__all__ = ["find", "find_in_document", "find_in_grants", "find_in_record", "find_in_school"]

PARTS: tuple[Callable[[Position], Sentences], ...] = (
    stage.decisions_make_the_stage,
    stage.stage_has_its_ground,
    stage.rounds_have_begun,
    stage.decisions_in_order,
    stage.decided_in_a_meeting,
    stage.told_after_decided,
    stage.candidates_keep_step,
    stage.one_is_chosen,
    people.panel_is_lawful,
    people.meetings_add_up,
    papers.names_and_receipt,
    papers.papers_follow_their_cause,
    papers.checks_before_confirmation,
    papers.documents_in_order,
    papers.dates_in_order,
)


def find(p: Position) -> Sentences:
    """Yield a sentence for each impossible state of one vacancy; none if it is sound."""
    for part in PARTS:
        for sentence in part(p):
            yield f"{p.case.reference}: {sentence}"
