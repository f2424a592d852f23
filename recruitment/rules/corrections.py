"""Corrections of slips: what there is to correct, and what the right value can be."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.rules import entry, house, required
from casework.words import written
from law.base import Obstacle
from recruitment.corrections import CORRECTABLE, Correction, correctable, notice_of
from recruitment.models.vacancy import WHOLE
from recruitment.position import Position
from recruitment.rules.base import Rule


def something_to_correct(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A slip is in something that was recorded, and the right value is another one."""
    what, slip = f.get("what"), CORRECTABLE.get(f.get("what", ""))
    if what is None:
        return
    if slip is None:
        yield entry(
            "not_correctable",
            f"“{what}” cannot be corrected.",
            f"Choose from: {', '.join(correctable(p))}.",
        )
    elif (was := slip.recorded(p, f.get("which", ""))) is None:
        yield entry("nothing_to_correct", f"{slip.name}: nothing is recorded.", "Record it first.")
    elif _right_value(slip, f) == was:
        yield entry("same_value", f"{slip.name} is already recorded so.", "Give the right value.")


def right_value_readable(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The right value is given, and a date is a date."""
    slip, to = CORRECTABLE.get(f.get("what", "")), str(f.get("to") or "").strip()
    if "to" in f and not to:
        yield entry("value_missing", "The right value is missing.", "Give it.")
    elif slip and slip.is_share and to and _right_value(slip, f) is None:
        yield entry("not_a_share", f"“{to}” is not a percentage.", "Give a whole number.")
    elif slip and to and _right_value(slip, f) is None:
        yield entry(
            "not_a_date",
            f"“{to}” is not a date.",
            "Write it as year-month-day, such as 2026-10-12.",
        )


def right_date_possible(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The right date of what has happened is not before what it followed, nor yet to come."""
    slip = CORRECTABLE.get(f.get("what", ""))
    day = _right_value(slip, f) if slip else None
    if slip is None or not isinstance(day, date):
        return
    first = slip.follows(p, f.get("which", ""))
    if first and day < first:
        yield entry(
            "date_before_what_it_follows",
            f"{written(day)} is before what it followed, {written(first)}.",
            "Check the date.",
        )
    if slip.happened and day > p.on:
        yield entry(
            "date_in_the_future",
            f"{written(day)} had not come by {written(p.on)}.",
            "Check the date.",
        )


def right_share_possible(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What a co-head keeps and what is to be filled are no more than the whole."""
    slip = CORRECTABLE.get(f.get("what", ""))
    kept = _right_value(slip, f) if slip and slip.is_share and slip.row(p, "") else None
    if isinstance(kept, int) and not 0 <= kept <= WHOLE - p.case.share:
        yield entry(
            "share_over_whole",
            f"{kept}% beside the {p.case.share}% that is to be filled is no sharing of a post.",
            f"Give a percentage from 0 to {WHOLE - p.case.share}.",
        )


def no_representation_put_out_of_time(p: Position, f: Facts) -> Iterator[Obstacle]:
    """An earlier receipt ends the period earlier; a paper that was in time is the authority's."""
    slip, notice = CORRECTABLE.get(f.get("what", "")), notice_of(p, f.get("which") or "")
    day = _right_value(slip, f) if slip and f.get("what") == "received_on" else None
    if notice is None or not isinstance(day, date):
        return
    last = p.names_law.representations.value.last_day(day, p.calendar)
    for paper in p.representations:
        answers = p.notice_answered(paper.candidate, paper.received_on) == notice
        if answers and p.stands(paper) and paper.received_on > last and not notice.contested_to:
            yield house(
                "representation_put_out_of_time",
                f"The representation on {paper.candidate.code}, received on "
                f"{written(paper.received_on)}, would no longer be in time.",
                "Have the authority confirm the earlier day in writing, and give that as the "
                "reason for setting this aside.",
                p.names_law.representations.citation,
            )


def _right_value(slip: Correction, f: Facts) -> date | str | int | None:
    try:
        value = slip.read(str(f.get("to") or ""))
    except ValueError:
        return None
    return None if value == "" else value


RULES: dict[str, tuple[Rule, ...]] = {
    "correct": (
        something_to_correct,
        right_value_readable,
        right_date_possible,
        right_share_possible,
        no_representation_put_out_of_time,
        required(("why", "What was wrong")),
    ),
}
