"""The dates of a story: absolute, or counted from the day on which it starts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from stories.source import Value, text_of

_FROM_START = re.compile(r"start(?:\s*([+-])\s*(\d{1,5}))?")
_IN_TEXT = re.compile(r"\{(start[^{}]*)\}")
_FROM_TODAY = re.compile(r"today(?:\s*-\s*(\d{1,5}))?")
FORMS = "Write it as 2026-10-12, or as start+14: fourteen days after the story starts."


@dataclass(frozen=True, slots=True)
class Calendar:
    """The day on which a story starts, which `start+14` counts from."""

    start: date

    def day(self, value: Value) -> date:
        """Return the date written; raise BadStory if it is none."""
        text = text_of(value)
        offset = offset_in(text)
        try:
            return date.fromisoformat(text) if offset is None else self.start + offset
        except (ValueError, OverflowError):
            raise value.at.wrong(f"“{text}” is not a date. {FORMS}") from None

    def within(self, text: str) -> str:
        """Return `text` with {start+14} in it written out as that date, such as 3 September 2026.

        A text that is nothing but start+14 is that date as 2026-09-03.
        """
        offset = offset_in(text)
        if offset is not None:
            return (self.start + offset).isoformat()
        return _IN_TEXT.sub(self._written, text)

    def _written(self, found: re.Match[str]) -> str:
        offset = offset_in(found[1])
        return found[0] if offset is None else f"{self.start + offset:%-d %B %Y}"


def offset_in(text: str) -> timedelta | None:
    """Return how far `text` is from the start, or nothing if it is not counted from there."""
    found = _FROM_START.fullmatch(text.strip())
    if found is None:
        return None
    days = timedelta(days=int(found[2] or 0))
    return -days if found[1] == "-" else days


def calendar(start: Value | None, dates: Iterable[Value], today: date) -> Calendar:
    """Return the calendar of a story from its `start`, if it gives one, and its steps' dates.

    Without one it starts on the last Monday that lets its last step happen before today.
    """
    if start is not None:
        return Calendar(_given(start, today))
    offsets = [offset_in(text_of(value)) for value in dates]
    longest = max((offset for offset in offsets if offset), default=timedelta())
    latest = today - timedelta(days=1) - longest
    return Calendar(latest - timedelta(days=latest.weekday()))


def _given(start: Value, today: date) -> date:
    text = text_of(start)
    back = _FROM_TODAY.fullmatch(text.strip())
    if back:
        return today - timedelta(days=int(back[1] or 0))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise start.at.wrong(
            f"“{text}” is not a day to start on. Write it as 2026-09-01, or as today-200."
        ) from None


def time_of(value: Value) -> time:
    """Return a time of day such as 18:30; raise BadStory if it is none."""
    text = text_of(value)
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise value.at.wrong(f"“{text}” is not a time. Write it as 18:30.") from None
