"""The task list of a cycle: which lines it has, when each belongs there and when it was done."""

from collections.abc import Callable
from datetime import date, timedelta

from casework.tasks import Line, TaskList, always, never
from governance import clocks, rules
from governance.models import Appraiser, Point
from governance.policies import TABLE
from governance.position import Position
from governance.rules.ending import appeal_until
from governance.stages import OVER, Stage
from law.calendars import CalendarError

BEFORE_THE_END = timedelta(days=90)  # from then on the review is near


def _adviser_since(p: Position) -> date | None:
    return p.adviser.since if p.adviser else None


def _governors_since(p: Position) -> date | None:
    return _since(p, Appraiser.Capacity.GOVERNOR)


def _authority_since(p: Position) -> date | None:
    return _since(p, Appraiser.Capacity.AUTHORITY)


def _since(p: Position, capacity: Appraiser.Capacity) -> date | None:
    return min((a.since for a in p.appraisers_now if a.capacity == capacity), default=None)


def _place_empty(p: Position) -> bool:
    """Whether fewer governors appraise than there are to be."""
    left = sum(
        a.capacity == Appraiser.Capacity.GOVERNOR and p.may_appraise_on(a, p.on)
        for a in p.appraisers_now
    )
    return p.stage != Stage.RECORDED and left < p.scheme.governors_minimum.value


def _consulted(point: Point) -> Callable[[Position], date | None]:
    def when(p: Position) -> date | None:
        held = p.consulted(point)
        return held.held_on if held else None

    return when


def _advised(point: Point) -> Callable[[Position], date | None]:
    def when(p: Position) -> date | None:
        return max((a.given_on for a in p.advice if a.point == point), default=None)

    return when


def _advised_on_system(p: Position) -> date | None:
    return max((a.given_on for a in p.system_advice), default=None)


def _told_standards(p: Position) -> bool:
    return p.scheme.standards_told is not None or p.case.standards_told_on is not None


def _set(p: Position) -> bool:
    return p.case.objectives_set_on is not None


def half_way(p: Position) -> bool:
    """Return whether the year is half over and nobody has noted how the objectives go."""
    middle = p.case.starts_on + (p.case.ends_on - p.case.starts_on) / 2
    return p.stage == Stage.OBJECTIVES_SET and middle <= p.on and not p.progress


def review_is_near(p: Position) -> bool:
    """Return whether it is time for the review and what goes before it."""
    return p.case.review_to_be_on is not None or p.case.ends_on - BEFORE_THE_END <= p.on


def _reviewed(p: Position) -> date | None:
    return p.review.held_on if p.review else None


def _given(p: Position) -> date | None:
    return p.review.given_on if p.review else None


def _commented(p: Position) -> date | None:
    return p.review.commented_on if p.review else None


def _pay_belongs(p: Position) -> bool:
    return p.case.pay or p.pay is not None


def _recommended(p: Position) -> date | None:
    return p.pay.recommended_on if p.pay else None


def _pay_decided(p: Position) -> date | None:
    return p.pay.decided_on if p.pay else None


def _pay_told(p: Position) -> date | None:
    return p.pay.told_on if p.pay else None


def _pay_appealed(p: Position) -> bool:
    return bool(p.pay and p.pay.is_appealed)


def _can_appeal(p: Position) -> bool:
    """Where the school's terms do not reach the last day, an appeal is taken to be in time."""
    try:
        last = appeal_until(p)
    except CalendarError:
        return True
    return p.appeal is not None or (last is not None and p.on <= last)


def never_pressing(_: Position) -> bool:
    """Return that a step, though it is possible, is asked of nobody."""
    return False


def _appealed(p: Position) -> date | None:
    return p.appeal.made_on if p.appeal else None


def _under_appeal(p: Position) -> bool:
    return p.appeal is not None


def _officers_since(p: Position) -> date | None:
    return max((o.since for o in p.officers_of(p.appeal)), default=None) if p.appeal else None


def _papers_sent(p: Position) -> date | None:
    return p.appeal.papers_sent_on if p.appeal else None


def _appeal_decided(p: Position) -> date | None:
    return p.appeal.decided_on if p.appeal else None


def _closed(p: Position) -> date | None:
    ended_early = p.case.ended_on is not None
    return p.case.moved_on if p.stage in OVER and not ended_early else None


def _over(p: Position) -> bool:
    return p.stage in OVER


def _kept_long_enough(p: Position) -> bool:
    return clocks.kept_at_least_until(p) < p.on


def _nothing_left(p: Position) -> bool:
    pay_is_asked = p.case.pay and p.scheme.pay_recommendation is not None
    pay_is_done = not pay_is_asked or bool(p.pay and p.pay.told_on)
    return pay_is_done and p.case.assured_on is not None


LINES: tuple[Line[Position], ...] = (
    # People
    Line("engage_adviser", "people", _adviser_since),
    Line("appoint_appraisers", "people", _governors_since),
    Line("appoint_another", "people", never, _place_empty),
    Line("add_appraiser", "people", _authority_since, pressing=lambda p: not _set(p)),
    Line("decide_objection", "people", never, lambda p: bool(p.open_objections)),
    # Objectives
    Line("tell_standards", "objectives", lambda p: p.case.standards_told_on, _told_standards),
    Line("add_objective", "objectives", never, lambda p: not p.objectives_now),
    Line("hold_planning_meeting", "objectives", lambda p: p.case.planning_met_on),
    Line("give_advice", "objectives", _advised(Point.OBJECTIVES), always,
         lambda p: not _set(p), "Give advice in writing on the objectives"),
    Line("consult_adviser", "objectives", _consulted(Point.OBJECTIVES), always,
         lambda p: not _set(p), "Record the consultation of the adviser on the objectives"),
    Line("set_objectives", "objectives", lambda p: p.case.objectives_set_on),
    Line("settle_support", "objectives", lambda p: p.case.support_settled_on),
    Line("settle_monitoring", "objectives", lambda p: p.case.monitoring_settled_on),
    # The year
    Line("answer_advice", "year", never, lambda p: bool(p.unanswered)),
    Line("note_progress", "year", never, half_way),
    Line("advise_on_system", "year", _advised_on_system, always, review_is_near),
    Line("receive_evidence", "year", lambda p: p.case.evidence_in_on, always, review_is_near),
    # The review
    Line("give_notice_of_review", "review", lambda p: p.case.review_notice_on, always,
         review_is_near),
    Line("give_advice", "review", _advised(Point.REVIEW), _set, review_is_near,
         "Give advice in writing on the review"),
    Line("consult_adviser", "review", _consulted(Point.REVIEW), _set, review_is_near,
         "Record the consultation of the adviser on the review"),
    Line("review", "review", _reviewed, always, review_is_near),
    Line("give_report", "review", _given),
    Line("comment", "review", _commented, lambda p: p.review is not None),
    Line("assure_governors", "review", lambda p: p.case.assured_on),
    # Pay
    Line("recommend_pay", "pay", _recommended, _pay_belongs),
    Line("decide_pay", "pay", _pay_decided, _pay_belongs),
    Line("tell_pay", "pay", _pay_told, _pay_belongs),
    Line("decide_pay_appeal", "pay", never, _pay_appealed),
    # The appeal
    Line("appeal", "appeal", _appealed, _can_appeal, never_pressing),
    Line("name_appeals_officers", "appeal", _officers_since, _under_appeal),
    Line("send_appeal_papers", "appeal", _papers_sent, _under_appeal),
    Line("decide_appeal", "appeal", _appeal_decided, _under_appeal),
    # The end
    Line("close", "end", _closed, always, _nothing_left),
    Line("dispose_of_papers", "end", lambda p: p.case.disposed_on, _over, _kept_long_enough),
)  # fmt: skip

TASKS = TaskList(
    table=TABLE,
    lines=LINES,
    obstacles=rules.obstacles,
    ended=OVER,
    after_the_end=frozenset({"dispose_of_papers"}),
)
