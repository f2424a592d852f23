"""The dates of a vacancy, for the timeline and for whoever must keep them."""

from collections.abc import Iterator
from datetime import date

from casework.models import Meeting
from casework.timeline import Entry
from law.base import Strength
from law.periods import in_words
from recruitment.clocks import short_from_the_start, too_short
from recruitment.forms.base import Desk
from recruitment.meanwhile import nobody_from
from recruitment.models import Advice, Decision, Representation, Reservations
from recruitment.position import Position
from recruitment.rules.meetings import notice_kept
from recruitment.stages import ENDED, Stage
from recruitment.tasks import TASKS
from recruitment.visible import advice_for

DONE, PLANNED, WARNING = "done", "planned", "warning"

STEPS = {
    "notify_authority": "Authority told of the vacancy",
    "settle_criteria": "Person specification settled",
    "shortlist": "Shortlist agreed",
    "notify_approval": "Authority told of the approval",
}
DECIDED = {
    Decision.Kind.RECOMMEND: "Panel recommended",
    Decision.Kind.RECOMMEND_NOBODY: "Panel recommended nobody",
    Decision.Kind.APPROVE: "Governing body approved",
    Decision.Kind.DECLINE: "Governing body declined",
    Decision.Kind.APPOINT: "Appointed",
    Decision.Kind.REFUSE: "Appointment refused",
    Decision.Kind.OFFER: "Conditional offer made",
    Decision.Kind.ACCEPT: "Offer accepted",
    Decision.Kind.CONFIRM: "Appointment confirmed",
    Decision.Kind.START: "New head took up the post",
    Decision.Kind.FALL_THROUGH: "The choice fell through",
}


def entries(desk: Desk) -> list[Entry]:
    """Return every date of the vacancy that the person may know of, in order."""
    p = desk.position
    parts = (
        _beginning(p), _meetings(p), _steps(p), _names(p), _papers(desk), _decisions(p),
        _leaving(p), _resigning(p), _meanwhile(p),
    )  # fmt: skip
    once = dict.fromkeys(entry for part in parts for entry in part)
    return sorted(once, key=lambda e: (e.day, e.end))


def coming(desk: Desk) -> list[Entry]:
    """Return the dates that are still to come, the nearest end first."""
    return sorted((e for e in entries(desk) if e.kind == PLANNED), key=lambda e: e.end)


def _beginning(p: Position) -> Iterator[Entry]:
    if p.case.notice_received_on:
        yield Entry(p.case.notice_received_on, "Resignation received")
    yield Entry(p.case.opened_on, "Vacancy recorded")


def _steps(p: Position) -> Iterator[Entry]:
    for number, day in enumerate(sorted({seat.since for seat in p.seats})):
        yield Entry(day, "Panel changed" if number else "Panel appointed")
    for task in TASKS.of(p):
        if task.done_on and task.action in STEPS:
            yield Entry(task.done_on, STEPS[task.action])
    yield from _extended(p)
    yield from _field(p)
    for advert in p.advertisements:
        if advert.closing_on:
            kind = PLANNED if advert.closing_on >= p.on else DONE
            yield Entry(advert.published_on, "Open to applications", kind, advert.closing_on)
        else:
            yield Entry(advert.published_on, "Decided not to advertise")


def _extended(p: Position) -> Iterator[Entry]:
    for extension in p.extensions:
        yield Entry(extension.extended_on, "Closing date extended")


def _field(p: Position) -> Iterator[Entry]:
    """The days on which candidates of this round were put on the shortlist and interviewed."""
    for candidate in p.candidates:
        later = candidate.shortlisted_on != p.case.shortlisted_on
        yield from _known(
            (candidate.shortlisted_on if later else None, "Shortlist extended"),
            (candidate.interviewed_on, "Interviews held"),
        )


def _meetings(p: Position) -> Iterator[Entry]:
    for meeting in p.meetings:
        body = meeting.get_body_display()
        if meeting.held:
            yield Entry(meeting.held_on, f"{body} met")
        elif meeting.held_on >= p.on:
            yield Entry(meeting.held_on, f"{body} meets", PLANNED)
        else:
            yield Entry(meeting.held_on, f"{body} meeting: attendance not recorded", WARNING)


def _names(p: Position) -> Iterator[Entry]:
    for notice in p.notices:
        yield Entry(notice.sent_on, "Names sent to the authority")
        start, last = p.counts_from(notice), p.last_day(notice)
        if start and last:
            kind = PLANNED if p.is_open(notice) else DONE
            yield Entry(start, "Period for representations", kind, last)
        if notice.none_made_on:
            yield Entry(notice.none_made_on, "Authority makes no representations")


def _papers(desk: Desk) -> Iterator[Entry]:
    """Papers about candidates, for those who may read them."""
    p, seen = desk.position, desk.candidates
    represented = [paper for paper in p.representations if paper.candidate in seen]
    for given in advice_for(p, desk.roles, desk.user):
        yield from _advised(given)
    if desk.may("see_advice"):
        for paper in represented:
            yield from _represented(p, paper)
    for paper in represented:
        yield from _answered(paper)
    for put in p.reservations:
        if put.candidate in seen:
            yield from _reserved(put)


def _advised(given: Advice) -> Iterator[Entry]:
    to = given.get_to_display().lower()
    yield from _known(
        (given.given_on, f"Advice to the {to}"),
        (given.considered_on, f"Advice to the {to} considered"),
    )


def _represented(p: Position, paper: Representation) -> Iterator[Entry]:
    code, late = paper.candidate.code, "" if p.is_in_time(paper) else ", late"
    yield from _known(
        (paper.received_on, f"Representation on {code}{late}"),
        (paper.withdrawn_on, f"Representation on {code} withdrawn"),
        (paper.considered_on, f"Representation on {code} considered"),
    )


def _answered(paper: Representation) -> Iterator[Entry]:
    reasons = f"Panel's reasons on {paper.candidate.code}"
    yield from _known(
        (paper.reasons_to_governing_body_on, f"{reasons} to the governing body"),
        (paper.reasons_to_authority_on, f"{reasons} to the authority"),
    )


def _reserved(put: Reservations) -> Iterator[Entry]:
    about = f"Reservations about {put.candidate.code}"
    yield from _known(
        (put.put_on, about),
        (put.acknowledged_on, f"{about} acknowledged"),
        (put.considered_on, f"{about} considered"),
        (put.withdrawn_on, f"{about} withdrawn"),
    )


def _known(*dates: tuple[date | None, str]) -> Iterator[Entry]:
    """Yield those dates that there are."""
    for day, label in dates:
        if day:
            yield Entry(day, label)


def _decisions(p: Position) -> Iterator[Entry]:
    fell = {d.decided_on for d in p.decisions if d.kind == Decision.Kind.FALL_THROUGH}
    ended = [(d.ended_on, d) for d in p.decisions if d.ended_on and d.ended_on not in fell]
    for decision in p.decisions:
        for day, earlier in ended:
            if earlier.pk < decision.pk and day <= decision.decided_on:
                yield _no_longer(day, earlier)
        yield Entry(decision.decided_on, _decided(decision))
    for day, decision in ended:
        yield _no_longer(day, decision)
    starts_on = starting_day(p)
    if starts_on and p.stage not in ENDED:
        yield Entry(starts_on, "New head starts", PLANNED if starts_on >= p.on else WARNING)


def _decided(decision: Decision) -> str:
    """What was decided; by whom, where a scheme of delegation names another than the governors."""
    label, body = DECIDED[Decision.Kind(decision.kind)], decision.detail.get("decided_by")
    return label.replace("Governing body", body) if body else label


def _no_longer(day: date, ended: Decision) -> Entry:
    return Entry(day, f"{_decided(ended)}: no longer stands")


def starting_day(p: Position) -> date | None:
    """Return the day on which the person to whom the post was offered is to start."""
    return p.starts_on


def _leaving(p: Position) -> Iterator[Entry]:
    last = p.case.outgoing_last_day
    yield Entry(last, "Outgoing head's last day", _kind(p, last, met=p.stage in ENDED))


def _resigning(p: Position) -> Iterator[Entry]:
    """By when whoever is to follow on directly must resign elsewhere: missed, it needs care."""
    accepted = p.decision(Decision.Kind.ACCEPT)
    for who, day in resignation_days(p) if p.stage != Stage.WITHDRAWN else ():
        met = p.stage == Stage.IN_POST or bool(accepted and accepted.decided_on <= day)
        yield Entry(day, f"Last day for {who} elsewhere to resign", _kind(p, day, met=met))


def _meanwhile(p: Position) -> Iterator[Entry]:
    """Who acts as head, and when the pay range was determined."""
    for acting in p.acting_heads:
        kind = PLANNED if p.on <= (acting.until or acting.since) else DONE
        yield Entry(acting.since, str(acting), kind, acting.until)
    for pay in p.pay:
        yield Entry(pay.decided_on, "Pay range determined")


def _kind(p: Position, day: date, *, met: bool) -> str:
    """A day that passed before what it was for is a warning."""
    if day >= p.on:
        return PLANNED
    return DONE if met else WARNING


def resignation_days(p: Position) -> list[tuple[str, date]]:
    """Return by when a head, or a deputy, must resign elsewhere to follow on the outgoing head."""
    dates, gone = p.regime.resignation_dates.value, p.case.outgoing_last_day
    years = (gone.year, gone.year + 1)
    found = []
    for who, choices in (("a head", dates.head), ("a deputy", dates.teacher)):
        ways = [(d.leaving_day(y), d.deadline(y)) for y in years for d in choices]
        found.append((who, min(way for way in ways if way[0] >= gone)[1]))
    return found


def late(p: Position) -> list[str]:
    """Return a sentence for each thing whose day has passed and that is not recorded."""
    parts = (
        _late_meetings(p),
        _short_notices(p),
        _late_receipt(p),
        _untold_of_rescission(p),
        _late_head(p),
    )
    return [sentence for part in parts for sentence in part] if p.stage not in ENDED else []


def _untold_of_rescission(p: Position) -> Iterator[str]:
    """An authority that was told of an approval, since rescinded, may appoint on what is over."""
    if p.stage not in (Stage.RECOMMENDED, Stage.NOT_APPROVED):
        return
    approvals = [d for d in p.decisions if d.kind == Decision.Kind.APPROVE]
    last = approvals[-1] if approvals else None
    if last and last.round == p.case.round and last.told_on and last.ended_on:
        yield (
            f"The authority was told on {in_words(last.told_on)} of an approval that was ended on "
            f"{in_words(last.ended_on)}: tell it so in writing."
        )


def _late_meetings(p: Position) -> Iterator[str]:
    for meeting in p.meetings:
        if not meeting.held and meeting.held_on < p.on:
            yield (
                f"The {_body(meeting)} was to meet on {in_words(meeting.held_on)}. "
                "Nobody's attendance is recorded."
            )


def _short_notices(p: Position) -> Iterator[str]:
    for meeting in too_short(p):
        yield (
            f"The notice of the {_body(meeting)}'s meeting on {in_words(meeting.held_on)} is too "
            f"short since a bank holiday was added: it can meet from {_first_day(p, meeting)}. "
            "Call another meeting for a later day, or one at shorter notice that the chair finds "
            "urgent."
        )
    for meeting in short_from_the_start(p):
        notice = p.law.on(meeting.notice_on).meeting_notice
        yield (
            f"The meeting of the {_body(meeting)} on {in_words(meeting.held_on)} was called at "
            f"shorter notice than {notice.value.describe()} ({notice.citation})."
        )


def _first_day(p: Position, meeting: Meeting) -> str:
    rule = notice_kept(p, meeting) or p.regime.meeting_notice
    return in_words(rule.value.earliest(meeting.notice_on, p.calendar))


def _body(meeting: Meeting) -> str:
    return str(meeting.get_body_display()).lower()


def _late_receipt(p: Position) -> Iterator[str]:
    for notice in p.notices_now:
        if notice.received_on or notice.sent_on >= p.on:
            continue
        yield (
            f"The names were sent to the authority on {in_words(notice.sent_on)}. No receipt is "
            "recorded, so the period for representations has not begun."
        )


def _late_head(p: Position) -> Iterator[str]:
    last, day = p.case.outgoing_last_day, nobody_from(p)
    if day is None:
        return
    rule = p.regime.acting_head
    why = "starts by then" if p.starts_on else "who must resign elsewhere could start by then"
    when = (
        f"The outgoing head's last day was {in_words(last)} and nobody is in post"
        if day <= p.on
        else f"From {in_words(day)} nobody holds the post or acts, and nobody {why}"
    )
    said = rule.strength is Strength.PRACTICE and rule.citation.startswith("Practice")
    rests_on = rule.citation if said else f"{rule.citation}; {rule.strength}"
    yield f"{when}: the school needs an acting head ({rests_on})."
