"""The page of an officer: what is due of the authority, over the cycles in which they have cause.

A grant of the part, or an appointment by the authority to appraise, is the cause. The page says
days and how things stand, and nothing that the part of an officer does not open.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework.words import written
from governance import clocks
from governance.clocks import LastDay
from governance.desk import Desk
from governance.models import Appeal, Appraiser
from governance.pages import due
from governance.pages.due import DONE, NOW, OPEN, TO_COME, Due, Line
from governance.policies import APPRAISER, OFFICER
from governance.position import Position
from governance.stages import BEFORE_REVIEW
from schools.models.choices import Nation

NOT_ASKED = Due("Not asked for")


@dataclass(frozen=True, slots=True)
class Table:
    """The cycles of one nation, whose law says what an authority has to do."""

    nation: str
    lines: list[Line]


def acts_for_authority(desk: Desk) -> bool:
    """Return whether the person has a part in the cycle for the authority."""
    return OFFICER in desk.roles or (
        APPRAISER in desk.roles
        and any(each.person_id == desk.user.pk for each in _appraisers(desk.position))
    )


def tables(desks: Sequence[Desk]) -> list[Table]:
    """Return a table for each nation, with a line for each cycle in which the person has cause."""
    mine = [desk for desk in desks if acts_for_authority(desk)]
    found = (
        Table(
            nation.label,
            due.lines(
                (desk for desk in mine if desk.position.school.nation == nation),
                columns,
                overdue=True,
            ),
        )
        for nation, columns in COLUMNS.items()
    )
    return [table for table in found if table.lines]


def _appraisers(p: Position) -> list[Appraiser]:
    return [a for a in p.appraisers_now if a.capacity == Appraiser.Capacity.AUTHORITY]


def _its_appraisers(p: Position) -> Due:
    """The authority may appoint some, and need not: nothing of this is ever late."""
    rule, found = p.scheme.authority_appraisers, _appraisers(p)
    if rule is None:
        return NOT_ASKED
    if found:
        return Due(f"{len(found)} since {written(min(a.since for a in found))}", DONE)
    if p.stage in BEFORE_REVIEW:
        return Due(f"None: it may appoint up to {rule.value}", OPEN)
    return Due("None was appointed")


def _support(p: Position) -> Due:
    """Agreed by the appraisers and the head, or else determined by the authority."""
    case = p.case
    if p.scheme.support_determined_by is None:
        return NOT_ASKED
    if case.support_settled_on:
        how = "Determined by the authority" if case.support_by_authority else "Agreed"
        return Due(f"{how}, {written(case.support_settled_on)}", DONE)
    if p.stage not in BEFORE_REVIEW:
        return Due("None is recorded")
    if case.objectives_set_on is None:
        return Due("To be agreed, or determined by the authority", TO_COME)
    since = written(case.objectives_set_on)
    return Due(
        f"Since {since}: the authority determines it if it is not agreed",
        NOW,
        case.objectives_set_on,
    )


def _statement(p: Position) -> Due:
    rule, review, found = p.scheme.statement_copy, p.review, clocks.statement(p)
    if found:
        return due.last_day(p, found)
    if review is None:
        return Due(f"{rule.value}" if rule else "After the review")
    if review.given_on:
        return Due(written(review.given_on), DONE)
    return Due(f"Since {written(review.held_on)}", NOW, review.held_on)


def _appeal(p: Position) -> Due:
    if p.scheme.appeal is None:
        return Due("None is laid down")
    if p.review is None or p.review.given_on is None:
        return Due("After the statement")
    if p.appeal:
        return _appeal_made(p, p.appeal)
    found = clocks.appeal(p)
    if isinstance(found, LastDay) and found.is_open(p.on):
        return Due(f"The head can appeal until {written(found.day)}", OPEN)
    return due.last_day(p, found) if isinstance(found, str) else Due("None was made")


def _appeal_made(p: Position, appeal: Appeal) -> Due:
    """First its officers are due, then what these are to have, then what they are to decide."""
    if appeal.decided_on:
        return Due(f"Decided on {written(appeal.decided_on)}", DONE)
    rule = p.scheme.appeals_officers
    if rule and not p.officers_of(appeal):
        since = written(appeal.made_on)
        number = rule.value.of_authority
        return Due(
            f"Since {since}: {number} of those who hear it are the authority's to appoint",
            NOW,
            appeal.made_on,
        )
    papers, decision = clocks.papers_of_appeal(p), clocks.decision_on_appeal(p)
    if papers and appeal.papers_sent_on is None:
        found = due.last_day(p, papers)
        return replace(found, words=f"{found.words}: the papers")
    if decision:
        found = due.last_day(p, decision)
        return replace(found, words=f"{found.words}: the decision")
    return Due(f"Made on {written(appeal.made_on)}", NOW, appeal.made_on)


COLUMNS: dict[Nation, due.Columns] = {
    Nation.WALES: (
        ("Its appraisers", _its_appraisers),
        ("Support", _support),
        ("Review", due.review),
        ("Statement", _statement),
        ("Appeal", _appeal),
    ),
    Nation.ENGLAND: (
        ("Objectives", due.objectives),
        ("Review", due.review),
        ("Report", _statement),
        ("Pay", due.pay),
    ),
}
