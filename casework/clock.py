"""What time it is: the machine's clock, which a story may set while it plays."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """Return the present moment, aware of its time zone."""
    return _set_to.get() or timezone.now()


def today() -> date:
    """Return today's date where the schools are: a day ends at local midnight."""
    return timezone.localdate(now())


@contextmanager
def set_to(day: date) -> Iterator[None]:
    """Make it noon on `day`, as a story does for each of its steps."""
    token = _set_to.set(timezone.make_aware(datetime.combine(day, time(12))))
    try:
        yield
    finally:
        _set_to.reset(token)
