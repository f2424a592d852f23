"""The kinds of case that have stories. A new kind is added here, from a module of its own."""

from casework.models import Case
from stories.headship import HEADSHIP
from stories.kinds import KindOfStory
from stories.performance_management import PERFORMANCE_MANAGEMENT
from stories.source import Value, one_of, text_of

DEFAULT = HEADSHIP
KINDS_OF_STORY: dict[str, KindOfStory] = {
    kind.name: kind for kind in (HEADSHIP, PERFORMANCE_MANAGEMENT)
}


def kind_named(value: Value | None) -> KindOfStory:
    """Return the kind of case named after `process:`, a headship where nothing is.

    Raises BadStory if there is none of that name.
    """
    if value is None:
        return DEFAULT
    name = text_of(value)
    if name not in KINDS_OF_STORY:
        raise value.at.wrong(f"There is no process “{name}”. {one_of(list(KINDS_OF_STORY))}")
    return KINDS_OF_STORY[name]


def case_of(reference: str) -> tuple[KindOfStory, Case] | None:
    """Return the case of that reference with its kind, whatever it is; nothing if there is none."""
    for kind in KINDS_OF_STORY.values():
        case: Case | None = kind.cases().filter(reference=reference).first()
        if case is not None:
            return kind, case
    return None
