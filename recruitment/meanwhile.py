"""Who carries out the functions of the head until somebody is in post, and when nobody would."""

from datetime import date, timedelta

from recruitment.position import Position
from recruitment.stages import RUNNING

ONE_DAY = timedelta(days=1)


def nobody_from(p: Position) -> date | None:
    """Return the day from which the school has nobody as head, or would have nobody in time.

    A co-head who stays is a head. Nothing where the vacancy is over, or somebody acts until a day
    that is open, or on which somebody can follow.
    """
    if p.stage not in RUNNING or p.case.kept_share:
        return None
    day = max(p.case.outgoing_last_day + ONE_DAY, p.on)
    while acting := p.acting_on(day):
        ends = [each.until for each in acting if each.until]
        if len(ends) < len(acting):
            return None
        day = max(ends) + ONE_DAY
    return day if day <= p.on or _cannot_follow_on(p, day) else None


def _cannot_follow_on(p: Position, first: date) -> bool:
    """Whether the post cannot be filled on its first free day: by what was offered, or by notice.

    Until somebody has an offer, it is a teacher elsewhere who resigns today that could be first.
    """
    if p.starts_on:
        return p.starts_on > first
    leaves = p.regime.resignation_dates.value.first_leaving_day(p.on, a_head=False)
    return leaves >= first
