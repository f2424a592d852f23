"""Tags for every page: what is wrong with a form, tables that scroll by themselves,
pages of long lists, timelines.

Dates need no filter: config/formats writes {{ day }} as 3 September 2026 everywhere.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.utils.html import format_html
from django.utils.safestring import SafeString

from casework import ladder as steps
from casework import timeline as line
from casework.forms import problems
from casework.ladder import Rung
from casework.timeline import Entry

register = template.Library()
SOON = 28  # days


@register.filter
def from_today(day: date, today: date) -> str:
    """{{ day|from_today:today }}: today, tomorrow, in 3 days; nothing when it is further off."""
    days = (day - today).days
    if not 0 <= days <= SOON:
        return ""
    return ("today", "tomorrow", f"in {days} days")[min(days, 2)]


@register.inclusion_tag("components/error_summary.html")
def error_summary(*shown: forms.BaseForm) -> dict[str, Any]:
    """{% error_summary form %}: everything wrong with these forms, each linked to its field."""
    return {"problems": [problem for form in shown for problem in problems(form)]}


@register.filter
def page_numbers(page: Page[Any]) -> list[int | str]:
    """The numbers to link to from a page of a long list, with the paginator's ellipsis between."""
    return list(page.paginator.get_elided_page_range(page.number))


@register.simple_block_tag
def table_region(content: SafeString, name: str) -> SafeString:
    """{% table_region "People" %}<table>…{% endtable_region %}: scrolls where it is too wide."""
    return format_html(
        '<div class="headship-table-region" role="region" aria-label="{}" tabindex="0">{}</div>',
        name,
        content,
    )


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[Entry], today: date | None, title: str = "Dates") -> dict[str, Any]:
    """{% timeline entries today %}: a picture of the dates, and the same dates in a table."""
    return {"title": title, **line.draw(list(entries), today)}


@register.inclusion_tag("components/ladder.html")
def ladder(
    rungs: Sequence[Rung], holidays: Sequence[tuple[date, date]], today: date
) -> dict[str, Any]:
    """{% ladder rungs holidays today %}: a picture of steps, each latest day beside what was."""
    return steps.draw(rungs, holidays, today)
