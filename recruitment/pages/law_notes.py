"""What must be said of the law itself on the page of a case: a change in it, or a gap."""

from datetime import date, timedelta

from law.periods import in_words
from recruitment.position import Position
from schools.models import Category


def notes(p: Position) -> list[str]:
    """Return a sentence for each change of category since the case began, and any arrangement."""
    return [*_changes(p), *_arrangement(p)]


def _changes(p: Position) -> list[str]:
    changed = sorted(each.until + timedelta(days=1) for each in p.school.former_categories.all())
    return [_changed(p, day) for day in changed if p.case.opened_on < day <= p.on]


def _changed(p: Position, day: date) -> str:
    before, after = p.law.on(day - timedelta(days=1)), p.law.on(day)
    category = Category(p.school.category_on(day)).label.lower()
    return (
        f"On {in_words(day)} the school became a different kind of school: {category}. Steps up to "
        f"the day before are judged by the law for “{before.name}”, steps from that day on by the "
        f"law for “{after.name}”."
    )


def _arrangement(p: Position) -> list[str]:
    found = p.law.school.arrangement_on(p.on)
    if found is None:
        return []
    rules = ", ".join(sorted(key.replace("_", " ") for key in found.cannot_apply))
    known = " ".join(filter(None, (f"{found.name}.", found.known, found.caution)))
    return [f"{known} These rules cannot be applied as they stand and only warn: {rules}."]
