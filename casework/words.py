"""How a date is written, on pages and in letters alike."""

from datetime import date


def written(day: date | None) -> str:
    """Return a date as it is written in a letter, such as 3 September 2026."""
    return f"{day:%-d %B %Y}" if day else "an unknown date"


def day(when: date | None) -> str | None:
    """Write a date as a letter does, or return nothing for none: the wording then says which."""
    return written(when) if when else None


def iso_day(when: object) -> str | None:
    """Write out a date kept in JSON."""
    return day(date.fromisoformat(str(when))) if when else None
