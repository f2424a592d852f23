"""What would bring back a step whose latest day has passed, the mildest first."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from law.appointment.practice import USUAL
from recruitment.models import Appointee
from recruitment.timetable.ask import Ask
from recruitment.timetable.steps import work_back


@dataclass(frozen=True, slots=True)
class Measure:
    """A way of winning time: its name, its sentence, and whether this case has it."""

    key: str
    name: str
    sentence: str
    applies: Callable[[Ask], bool] = lambda _: True


def _shorter(key: str, name: str, sentence: str) -> Measure:
    """A step made as short as practice has it."""
    value = USUAL[key].value
    return Measure(key, name, sentence.format(shortest=value.shortest, days=value.days))


MEASURES = (
    _shorter(
        "advertising", "a shorter advertisement", "Advertise for {shortest} days, not {days}."
    ),
    _shorter(
        "sifting",
        "shortlisting at once",
        "Shortlist the day after applications close, not {days} days later.",
    ),
    _shorter(
        "preparation",
        "a shorter preparation",
        "Prepare the advertisement in {shortest} days, not {days}.",
    ),
    _shorter(
        "references",
        "interviewing sooner",
        "Interview {shortest} days after the shortlist, not {days}.",
    ),
    _shorter(
        "formalities",
        "all formalities on one day",
        "Approve, appoint, offer and accept on one day.",
    ),
    _shorter("interviewing", "one day of interviews", "Interview on one day, not {days}."),
    _shorter("checking", "quicker checks", "Complete the checks in {shortest} days, not {days}."),
    Measure(
        "none_made",
        "the authority saying early that it makes none",
        "Ask the authority to say early that it makes none, so that its period need not be waited "
        "for.",
        lambda ask: ask.period is not None,
    ),
    Measure(
        "urgent",
        "the chair shortening the notice",
        "The chair finds the meeting urgent and shortens its notice.",
    ),
    Measure(
        "release",
        "an early release",
        "The new head's employer agrees to a release earlier than the fixed date.",
        lambda ask: ask.appointee is not Appointee.FREE,
    ),
)


def hardest(ask: Ask) -> dict[str, date]:
    """Return the latest day for each step with every measure taken."""
    return _days(ask, _all(ask))


def bring_back(ask: Ask, wanted: Mapping[str, date]) -> tuple[Measure, ...]:
    """Return what would let each of these steps be done on its day: no more of it than is needed.

    The harshest are left out first. Empty where nothing would do.
    """
    taken = _all(ask)
    if not _enough(ask, taken, wanted):
        return ()
    for measure in reversed(taken[:]):
        fewer = [each for each in taken if each is not measure]
        if _enough(ask, fewer, wanted):
            taken = fewer
    return tuple(taken)


def _all(ask: Ask) -> list[Measure]:
    return [measure for measure in MEASURES if measure.applies(ask)]


def _enough(ask: Ask, taken: Sequence[Measure], wanted: Mapping[str, date]) -> bool:
    days = _days(ask, taken)
    return all(day <= days[key] for key, day in wanted.items())


def _days(ask: Ask, measures: Sequence[Measure]) -> dict[str, date]:
    hurried = replace(ask, measures=frozenset(measure.key for measure in measures))
    return {key: latest.day for key, latest in work_back(hurried).items()}
