"""How dates read on a page."""

from datetime import UTC, datetime

from django.template import Context, Template


def test_dates_and_times_are_written_as_in_britain() -> None:
    moment = datetime(2026, 9, 1, 13, 30, tzinfo=UTC)
    page = Template("{{ moment|date }} / {{ moment|date:'DATETIME_FORMAT' }}")
    assert page.render(Context({"moment": moment})) == (
        "1 September 2026 / 1 September 2026, 2:30p.m."
    )
