"""Opening: telling the authority, the person specification, the advertisement, interests."""

from collections.abc import Iterator

from accounts.models import User
from casework.action import Facts
from casework.rules import entry, required
from casework.words import written
from law.base import Obstacle
from recruitment.models.vacancy import ROLES
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening, in_order
from recruitment.rules.votes import IN_A_MEETING
from schools.models.choices import StaffRole


def authority_to_be_told(p: Position, f: Facts) -> Iterator[Obstacle]:
    """England gives no order for the notice, so before approval its absence only warns."""
    rule = p.regime.notice_of_vacancy
    if rule and not p.has_come(p.case.authority_told_on):
        warning = rule.obstacle(
            "authority_not_told",
            "The local authority has not been told of the vacancy in writing.",
            "Send the notice of vacancy and record when it was sent.",
        )
        yield warning if rule.value.before_any_step else warning.as_practice()


def not_told_twice(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The notice is given once; a wrong date is corrected, not given again."""
    if p.case.authority_told_on:
        yield entry(
            "already_told",
            f"The authority was told on {written(p.case.authority_told_on)}.",
            "If the date is wrong, correct it.",
        )


def criteria_settled(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What candidates are judged by is settled before it is published."""
    if p.case.criteria_settled_on is None:
        yield p.regime.criteria_frozen.obstacle(
            "criteria_not_settled",
            "The person specification has not been settled.",
            "Enter its criteria and settle them.",
        )


def closing_after_publishing(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An advertisement closes after it opens."""
    on, closing = f.get("on"), f.get("closing_on")
    if on and closing and closing <= on:
        yield entry(
            "closes_before_it_opens",
            f"The closing date, {written(closing)}, is not after publication, {written(on)}.",
            "Give a later closing date.",
        )
    if on and closing and (closing - on).days > A_YEAR:
        yield entry(
            "date_unlikely",
            f"The closing date, {written(closing)}, is more than a year after publication.",
            "Check the year.",
        )


A_YEAR = 366  # days


def good_reason(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Not to advertise needs a good reason, recorded."""
    if "reason" in f and not f["reason"].strip():
        yield p.regime.advertisement.obstacle(
            "no_good_reason",
            "A headship is advertised unless the governing body has good reason not to.",
            "Record the governing body's reason, or advertise.",
        )


def reorganisation_excuses(p: Position, f: Facts) -> Iterator[Obstacle]:
    """In Wales only a reorganisation, and an application from a school in it, excuse."""
    rule = p.regime.advertisement
    if not rule.value.only_reorganisation or "proposals" not in f:
        return
    way = "Name the proposals, and who at which school applied in writing, and when; or advertise."
    if not str(f.get("proposals") or "").strip():
        yield rule.obstacle(
            "no_proposals",
            "The post must be advertised: no proposals to reorganise schools are recorded.",
            way,
        )
    if not str(f.get("applicant") or "").strip():
        yield rule.obstacle(
            "no_applicant",
            "The post must be advertised: no written application from a school in a "
            "reorganisation is recorded.",
            way,
        )


def of_the_authority(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The adviser is somebody who acts for the authority."""
    adviser = f.get("adviser")
    if adviser and p.post_at_authority(adviser) is None:
        yield entry(
            "not_of_the_authority",
            f"{adviser.full_name} does not act for {p.authority_name}.",
            "Name somebody who does.",
        )


def agreed_or_invited(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Where the adviser has no right to attend, an agreement or an invitation stands for it."""
    rule = p.regime.adviser_attendance
    if rule.value == RIGHT or "agreement" not in f or str(f["agreement"] or "").strip():
        return
    yield rule.obstacle(
        "no_agreement",
        f"No {rule.value} is recorded by which an adviser attends.",
        f"Give the {rule.value}: between whom, and of what date.",
    )


RIGHT = "right"


def entitled(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A role is given to whoever holds the office or the seat that it goes with."""
    person, role = f.get("person"), f.get("role", "")
    if person and person not in _holders(p).get(role, ()):
        yield entry(
            "not_entitled",
            f"{person.full_name} does not hold the office of {ROLES.get(role, role)} on "
            f"{written(p.on)}.",
            "Enter the office or the membership of the governing body first.",
        )


def _holders(p: Position) -> dict[str, list[User | None]]:
    """Return who holds what goes with each role that can be given; the outgoing head nothing."""
    told = p.regime.notice_of_vacancy is not None
    held: dict[str, list[User | None]] = {
        "clerk": [p.clerk],
        "chair": [p.chair],
        "governor": [m.user for m in p.governors_on(p.on)],
        "officer": [s.user for s in p.staff_of_authority(StaffRole.OFFICER) if told],
    }
    return {
        role: [user for user in who if user and not p.takes_no_part(user, p.on)]
        for role, who in held.items()
    }


def not_oneself(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A case is never left without its clerk."""
    if f.get("role") == "clerk" and f.get("person") == f.get("by"):
        yield entry(
            "last_clerk",
            "You cannot dismiss yourself.",
            "Admit the new clerk, who then dismisses you.",
        )


RULES: dict[str, tuple[Rule, ...]] = {
    "notify_authority": (not_told_twice, after_opening, required(("how", "How it was sent"))),
    "name_adviser": (after_opening, of_the_authority, agreed_or_invited),
    "admit": (after_opening, entitled),
    "dismiss": (after_opening, not_oneself, required(("why", "The reason"))),
    "advertise": (
        in_order,
        criteria_settled,
        authority_to_be_told,
        closing_after_publishing,
        required(("where", "Where it was advertised")),
    ),
    "decide_not_to_advertise": (
        in_order,
        criteria_settled,
        authority_to_be_told,
        good_reason,
        reorganisation_excuses,
        *IN_A_MEETING,
    ),
}
