"""What changes in a school from one day on: its category, and its special arrangement."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from law.periods import in_words
from schools.models import Arrangement, Category, School, SchoolArrangement


class ChangeRefused(Exception):
    """The change cannot be; its text says why."""


@transaction.atomic
def change_category(
    school: School, category: Category, since: date, *, by: User | None = None
) -> School:
    """Return the school in another category since a day; the one before is kept with its last day.

    Who entered the change is kept too, where somebody did.

    ChangeRefused, with nothing changed, for the category it has, a day to come, and a day before
    its last change. On the day of its last change, the category replaces the one it took then.
    """
    school = School.objects.select_for_update().get(pk=school.pk)
    if why_not := _cannot_change(school, category, since):
        raise ChangeRefused(why_not)
    keep_former(school, school.category, category, since, by=by)
    school.category = category
    school.save(update_fields=["category"])
    return school


@transaction.atomic
def set_arrangement(
    school: School, kind: Arrangement, since: date, *, by: User | None = None
) -> SchoolArrangement:
    """Return the special arrangement that the school has since a day, which can be none.

    Who entered it is kept too.

    ChangeRefused, with nothing changed, for the one it has, and a day before its last change. On
    the day of its last change, it replaces what was entered then. The day can be to come.
    """
    school = School.objects.select_for_update().get(pk=school.pk)
    latest = school.arrangements.first()
    if kind == (latest.kind if latest else Arrangement.NONE):
        raise ChangeRefused(f"The arrangement of {school} is this already: {kind.label.lower()}.")
    if latest and since < latest.since:
        when = in_words(latest.since)
        raise ChangeRefused(f"{school} changed its arrangement on {when}, which is later.")
    found, _ = school.arrangements.update_or_create(
        since=since, defaults={"kind": kind, "entered_by": by}
    )
    return found


def keep_former(
    school: School, before: str, after: str, since: date, *, by: User | None = None
) -> None:
    """Keep that the school's category was `before` until the day on which it became `after`.

    A category that was held for no day is not kept: changed and changed back is no change.
    """
    last = last_changed(school)
    if last is None or last < since:
        school.former_categories.create(
            category=before, until=since - timedelta(days=1), entered_by=by
        )
    else:
        school.former_categories.filter(until=since - timedelta(days=1), category=after).delete()


def last_changed(school: School) -> date | None:
    """Return the first day of the present category, or None if it has always been that."""
    latest = school.former_categories.first()
    return latest.until + timedelta(days=1) if latest else None


def _cannot_change(school: School, category: Category, since: date) -> str:
    last = last_changed(school)
    if category == school.category:
        return f"{school} is a {school.get_category_display().lower()} already."
    if since > timezone.localdate():
        return f"{in_words(since)} is still to come: enter the change on that day."
    if last and since < last:
        return f"{school} changed its category on {in_words(last)}, which is later."
    return ""
