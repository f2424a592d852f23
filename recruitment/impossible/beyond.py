"""What a position does not show: impossible grants, and schools with two cases."""

from collections.abc import Iterable

from recruitment.impossible.base import Sentences
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.rules.shares import beside
from recruitment.stages import RUNNING


def find_in_grants(p: Position, roles: Iterable[tuple[int, str]]) -> Sentences:
    """Yield what cannot be among the grants of a case: pairs of a user's key and a role."""
    seated = {s.person_id for s in p.seats if s.until is None}
    for user, role in roles:
        if user == p.case.outgoing_head_id:
            yield f"{p.case.reference}: the outgoing head has the role “{role}”."
        if role in {"panel", "panel_chair"} and user not in seated:
            yield f"{p.case.reference}: somebody who is not on the panel has the role “{role}”."


def find_in_school(cases: Iterable[Vacancy]) -> Sentences:
    """Yield what cannot be at one school: two vacancies for one post, or more than all of it."""
    running = sorted((case for case in cases if case.stage in RUNNING), key=lambda c: c.reference)
    for number, case in enumerate(running):
        if any(beside(case, running[:number])):
            names = ", ".join(each.reference for each in running)
            yield f"{names}: more than one vacancy runs at one school for the same post."
            return
