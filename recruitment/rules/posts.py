"""The post itself: acting heads and shares, the pay range, the start, the risk assessment."""

from collections.abc import Iterable, Iterator
from datetime import date

from casework import clock
from casework.action import Facts
from casework.rules import entry, not_before, practice, required
from casework.words import written
from law.appointment.pay import GROUPS
from law.appointment.practice import WITHOUT_CERTIFICATE
from law.base import Obstacle
from recruitment.models import ActingHead
from recruitment.models.plan import Appointee
from recruitment.models.vacancy import WHOLE
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening, for_the_employer
from recruitment.rules.votes import IN_A_MEETING

# Acting heads


def share_of_a_post(f: Facts) -> Iterator[Obstacle]:
    """Yield what is wrong with the share of a post: it is a part of full time, or the whole."""
    share = f.get("share")
    if share is not None and not 1 <= share <= WHOLE:
        yield entry(
            "share_unknown",
            f"A share of {share}% is no part of a post.",
            f"Give a percentage of full time from 1 to {WHOLE}.",
        )


def a_known_share(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A share is a part of full time, or the whole."""
    yield from share_of_a_post(f)


def within_the_post(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Those who act at one time have together no more than the post that is vacant."""
    share, since = f.get("share"), f.get("since")
    if share is None or since is None:
        return
    until = f.get("until") or date.max
    others = [a for a in p.acting_heads if a.since <= until and since <= (a.until or date.max)]
    days = [since, *(a.since for a in others if a.since > since)]
    most = max(days, key=lambda day: _taken(others, day))
    taken = _taken(others, most)
    if taken + share > p.case.share:
        yield entry(
            "share_over_whole",
            f"On {written(most)} {taken}% of full time is taken by "
            f"{_names(a for a in others if a.is_in_place(most))}; with {share}% it would be "
            f"{taken + share}%, and the post is {p.case.share}%."
            if taken
            else f"{share}% of full time is more than the post, which is {p.case.share}%.",
            "Record the last day of whoever acts now, or give a smaller share.",
        )


def _taken(acting: Iterable[ActingHead], day: date) -> int:
    return sum(a.share for a in acting if a.is_in_place(day))


def _names(acting: Iterable[ActingHead]) -> str:
    return " and ".join(a.name for a in acting)


def ends_after_it_begins(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody's last day is before their first."""
    since, until = f.get("since"), f.get("until")
    if since and until and until < since:
        yield entry(
            "ends_before_it_begins",
            f"The last day, {written(until)}, is before the first, {written(since)}.",
            "Check both dates.",
        )


def beside_the_head(p: Position, f: Facts) -> Iterator[Obstacle]:
    """While the outgoing head is in post, somebody acts only in an absence."""
    since = f.get("since")
    if since and since <= p.case.outgoing_last_day:
        yield practice(
            "head_still_in_post",
            f"The outgoing head holds the post until {written(p.case.outgoing_last_day)}.",
            "Before that day somebody acts only for an absence: say so under how it was arranged.",
            p.regime.acting_head.citation,
        )


def not_the_outgoing_head(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever leaves the post does not act in it."""
    person = f.get("person")
    if person and person.pk == p.case.outgoing_head_id:
        yield entry(
            "outgoing_head",
            f"{person.full_name} is the outgoing head.",
            "Correct the outgoing head's last day, or name somebody else.",
        )


def acting_head_takes_no_part(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Whoever acts as head takes no part in the choice: a seat or an application is warned of."""
    person, name = f.get("person"), _name_in(f)
    if person and any(seat.person == person for seat in p.panel):
        yield p.regime.panel_excludes.obstacle(
            "acting_head_on_panel",
            f"{person.full_name} sits on the panel, and takes no part in it while acting as head.",
            "The governing body changes the panel, or names somebody else.",
        ).as_practice()
    if person and person == p.chair:
        yield practice(
            "acting_head_is_chair",
            f"{person.full_name} chairs the governing body, and cannot do so for this appointment "
            "while acting as head.",
            "The governing body chooses who chairs it meanwhile, or names somebody else.",
            p.regime.panel_excludes.citation,
        )
    for candidate in p.candidates:
        if name and candidate.in_field and candidate.name.casefold() == name.casefold():
            yield practice(
                "acting_head_is_candidate",
                f"{candidate.code} would be an internal candidate in the post.",
                "Nothing is required: acting gives no claim to the post, and no advantage. "
                "Whoever is appointed ceases to act before taking up the post.",
                p.regime.outgoing_head_takes_no_part.citation,
            )


def _name_in(f: Facts) -> str:
    person = f.get("person")
    return person.full_name if person else str(f.get("name") or "").strip()


def somebody_named(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Somebody acts: a person whom Headship knows, or a name."""
    if ("name" in f or "person" in f) and not _name_in(f):
        yield entry(
            "name_missing",
            "Nobody is named as acting head.",
            "Choose the person, or give the name.",
        )


def still_in_place(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What has ended is not ended again, save for an earlier day."""
    acting, on = f.get("acting"), f.get("on")
    if acting is None and not p.acting_heads:
        yield entry("nobody_acts", "Nobody is named as acting head.", "Nothing is needed.")
    elif acting and on and acting.until and acting.until <= on:
        yield entry(
            "acting_head_ended",
            f"The last day of {acting.name} is {written(acting.until)} already.",
            "Nothing is needed.",
        )


def _acting_since(p: Position, f: Facts) -> date | None:
    """The first day, for whoever began to act: one who is only to act can be let off before."""
    acting: ActingHead | None = f.get("acting")
    return acting.since if acting and acting.since <= clock.today() else None


def nobody_acts(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Two people do not hold one post: whoever acts has ceased to, above all if they start."""
    for acting in p.acting_on(f.get("on") or p.on):
        chosen = p.chosen
        same = chosen and chosen.name.casefold() == acting.name.casefold()
        said = "still stands as its acting head" if same else "still acts as head"
        yield entry(
            "still_acting",
            f"{acting.name} {said}, since {written(acting.since)}: nobody takes up a post that is "
            "held.",
            "Record the last day of the acting head: the day before the post is taken up.",
        )
    for later in p.to_act_after(f.get("on") or p.on):
        yield entry(
            "named_to_act_later",
            f"{later.name} is to act as head from {written(later.since)}: by then the post is "
            "held.",
            "Record that the acting head's last day is today or before: nobody then begins to act.",
        )


# Pay


def a_range(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A range has a lower and an upper end, and a group is one of eight."""
    low, high, group = f.get("minimum"), f.get("maximum"), f.get("group")
    if low is not None and high is not None and not 0 < low <= high:
        yield entry(
            "not_a_range",
            f"From £{low:,} to £{high:,} is not a range.",
            "Give the lower end first, in pounds a year.",
        )
    if group is not None and not 1 <= group <= GROUPS:
        yield entry(
            "group_unknown",
            f"There is no head's group {group}.",
            f"Give a number from 1 to {GROUPS}.",
        )


def maximum_of_the_group(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Where there are groups, the range is judged by the group's maximum."""
    if p.regime.pay_limit and "maximum" in f and not f.get("group_maximum"):
        yield p.regime.pay_range.obstacle(
            "no_group_maximum",
            "The maximum of the head's group is not given, so the range cannot be judged by it.",
            "Give the group and its maximum in pounds a year.",
        )


def above_the_group(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A range above the maximum of the group is not normal, and says why it goes there."""
    high, group, limit = f.get("maximum"), f.get("group_maximum"), p.regime.pay_limit
    if limit and high and group and group < high <= group * (1 + limit.value):
        yield p.regime.pay_range.obstacle(
            "over_group_maximum",
            f"£{high:,} is above the maximum of the group, £{group:,}.",
            "The range does not normally go above it: say in the reasons why it does here.",
        ).as_practice()


def above_the_limit(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Above the limit it takes a business case, independent advice and the full body."""
    high, group, limit = f.get("maximum"), f.get("group_maximum"), p.regime.pay_limit
    if not limit or not high or not group or high <= group * (1 + limit.value):
        return
    above = f"{float(limit.value):.0%} above the maximum of the group"
    over = f"£{high:,} is more than {above}, £{group:,}"
    if not str(f.get("business_case") or "").strip():
        yield limit.obstacle("no_business_case", f"{over}, and there is no business case.", CLEARS)
    if not str(f.get("advised_by") or "").strip():
        yield limit.obstacle(
            "no_independent_advice", f"{over}, and there is no external independent advice.", CLEARS
        )
    if f.get("meeting") is None:
        yield limit.obstacle(
            "no_meeting_for_pay", f"{over}, and no meeting of the governing body is named.", CLEARS
        )


CLEARS = (
    "Record the business case, whose external independent advice it rests on, and the meeting of "
    "the full governing body that decided it; or determine a lower range."
)


def pay_determined(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An offer names a salary; the range that it lies in was determined before."""
    if p.pay_range is None:
        yield p.regime.pay_range.obstacle(
            "pay_not_determined",
            "No pay range is recorded for this post.",
            "Record the range that was determined, and its reasons.",
        ).as_practice()


# The start


def after_own_notice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The appointee's own notice sets the start, unless their employer releases them early."""
    notice, resigns, starts = f.get("notice"), f.get("resigns_on"), f.get("starts_on")
    if notice in BOUND and resigns is None:
        yield practice(
            "resignation_day_missing",
            "The day on which the person resigns is not given, so the start is not worked out.",
            "Give the day on which they have resigned or will.",
            p.regime.resignation_dates.citation,
        )
    leaves = leaving_day(p, notice, resigns)
    if leaves and starts and starts <= leaves and not str(f.get("early_release") or "").strip():
        yield p.regime.resignation_dates.obstacle(
            "within_own_notice",
            f"Whoever resigns on {written(resigns)} is bound until {written(leaves)}, and the "
            f"start is on {written(starts)}.",
            "Give a later start, or say who agreed to the early release, and when.",
        )


BOUND = {Appointee.HEAD: True, Appointee.TEACHER: False}


def leaving_day(p: Position, notice: str | None, resigns_on: date | None) -> date | None:
    """Return the first day on which one so bound, who resigns on that day, can leave."""
    if notice not in BOUND or resigns_on is None:
        return None
    dates = p.regime.resignation_dates.value
    return dates.first_leaving_day(resigns_on, a_head=BOUND[Appointee(notice)])


# The risk assessment


def certificate_awaited(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Once the certificate has come, there is nothing to assess."""
    done = p.check_done(p.regime.start_before_certificate.value.check)
    if done:
        yield entry(
            "certificate_is_in",
            f"The enhanced certificate came on {written(done.done_on)}.",
            "No risk assessment is needed.",
        )


def some_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The assessment holds until a day on which it is looked at again: not for ever."""
    on, until = f.get("on"), f.get("until")
    if on and until and until < on:
        yield entry(
            "ends_before_it_begins",
            f"The assessment would end on {written(until)}, before it was made.",
            "Give a later day.",
        )
    elif on and until and (until - on).days > WITHOUT_CERTIFICATE.value:
        yield WITHOUT_CERTIFICATE.obstacle(
            "supervised_for_long",
            f"Until {written(until)} is long to be without the certificate.",
            "Ask for it again, and look at the assessment sooner.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "name_acting_head": (
        after_opening,
        somebody_named,
        not_the_outgoing_head,
        a_known_share,
        ends_after_it_begins,
        within_the_post,
        beside_the_head,
        acting_head_takes_no_part,
        *IN_A_MEETING,
        required(("arranged", "How it was arranged"), ("evidence", "The evidence")),
    ),
    "end_acting_head": (
        not_before("on", "the first day of the acting head", _acting_since),
        still_in_place,
        required(("why", "The reason")),
    ),
    "determine_pay": (
        after_opening,
        a_range,
        maximum_of_the_group,
        above_the_group,
        above_the_limit,
        *IN_A_MEETING,
        required(("reasons", "The reasons")),
    ),
    "assess_risk": (
        for_the_employer,
        after_opening,
        certificate_awaited,
        some_time,
        required(
            ("supervision", "How the person is supervised"),
            ("supervised_by", "Who supervises"),
            ("reasons", "The reasons"),
        ),
    ),
}
