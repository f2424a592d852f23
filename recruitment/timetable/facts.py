"""What of a timetable has happened in a vacancy, and what is arranged."""

from collections.abc import Iterator
from datetime import date

from casework.models import Meeting
from recruitment.models import Appointee, Decision, NamesNotice
from recruitment.position import Position
from recruitment.timetable.ask import Ask

Dated = tuple[str, date | None]
DECIDED = {
    "meeting": Decision.Kind.APPROVE,
    "appoint": Decision.Kind.APPOINT,
    "offer": Decision.Kind.OFFER,
    "accept": Decision.Kind.ACCEPT,
    "start": Decision.Kind.START,
}


def ask_of(p: Position, start: date, appointee: Appointee) -> Ask:
    """Return the question whether somebody can be in post at this school on that day."""
    return Ask(
        regime=p.regime,
        calendar=p.calendar,
        today=p.on,
        start=start,
        appointee=appointee,
        done=_given(_done(p)),
        arranged=_given(_arranged(p)),
    )


def _given(days: Iterator[Dated]) -> dict[str, date]:
    return {key: day for key, day in days if day}


def _done(p: Position) -> Iterator[Dated]:
    yield "tell", p.case.authority_told_on
    yield "panel", min((seat.since for seat in p.seats), default=None)
    yield "panel_notice", _notice_of(_meeting_of_panel(p))
    yield "advertise", _published(p)
    yield "close", _closed(p)
    yield "shortlist", p.case.shortlisted_on
    yield "receipt", _last_of([n.received_on for n in _held_notices(p)])
    yield "period_end", _period_over(p)
    yield "notice", _notice_of(_deciding_meeting(p))
    yield "interviews", p.case.interviewed_on
    for key, kind in DECIDED.items():
        decision = p.decision(kind)
        yield key, decision.decided_on if decision else None
    yield "checks", p.checks_complete_on


def _arranged(p: Position) -> Iterator[Dated]:
    advert = p.advertisement
    yield "close", advert.closing_on if advert and _published(p) else None
    yield "period_end", _last_of([p.last_day(n) for n in _held_notices(p)])
    panel, deciding = _meeting_of_panel(p), _deciding_meeting(p)
    yield "panel", panel.held_on if panel else None
    yield "meeting", deciding.held_on if deciding else None
    offer = p.decision(Decision.Kind.OFFER)
    yield "start", date.fromisoformat(offer.detail["starts_on"]) if offer else None


def _published(p: Position) -> date | None:
    return p.advertised.published_on if p.advertised else None


def _closed(p: Position) -> date | None:
    """The closing date, once it has passed; where nothing was advertised, the decision."""
    advert, published = p.advertisement, _published(p)
    if advert is None or published is None:
        return None
    closing: date = advert.closing_on or published
    return closing if closing < p.on or not advert.closing_on else None


def _held_notices(p: Position) -> tuple[NamesNotice, ...]:
    """The notices whose period is waited for; once none is, the last notice."""
    return p.holding_notices or p.notices_now[-1:]


def _period_over(p: Position) -> date | None:
    return _last_of([_over(p, notice) for notice in _held_notices(p)])


def _over(p: Position, notice: NamesNotice) -> date | None:
    last = p.last_day(notice)
    return notice.none_made_on or (last if last and last < p.on else None)


def _last_of(days: list[date | None]) -> date | None:
    """The last of the days, once all of them are known."""
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _meeting_of_panel(p: Position) -> Meeting | None:
    """The first meeting of the governing body: the one that appoints the panel."""
    return next((m for m in p.meetings if m.body == Meeting.Body.GOVERNING_BODY), None)


def _deciding_meeting(p: Position) -> Meeting | None:
    """The meeting that approved, or else the last one called since the panel was appointed."""
    approved = p.decision(Decision.Kind.APPROVE)
    if approved:
        return approved.meeting
    first = _meeting_of_panel(p)
    called = [m for m in p.meetings if m.body == Meeting.Body.GOVERNING_BODY and m != first]
    return called[-1] if called and p.seats and not called[-1].held else None


def _notice_of(meeting: Meeting | None) -> date | None:
    return meeting.notice_on if meeting else None
