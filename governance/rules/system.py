"""The yearly advice on the whole system: once, whole, and with nothing of the head's own year."""

from collections.abc import Iterator

from casework.action import Facts
from casework.rules import entry, practice, required
from casework.words import written
from governance.position import Position
from governance.rules.base import Rule, after_opening
from governance.rules.objectives import adviser_engaged
from law.base import Obstacle

TEXTS = (
    ("seen", "The evidence seen"),
    ("not_seen", "The evidence not seen"),
    ("policy", "The policy"),
    ("calendar", "The calendar of the year"),
    ("objectives", "Objectives across the staff"),
    ("evidence", "The use of evidence"),
    ("pay", "The link to decisions on pay"),
    ("appraisers", "Training and support of appraisers"),
    ("development", "Development that follows"),
    ("strengths", "Strengths"),
    ("for_governors", "What is for the governors alone to decide"),
    ("conclusion", "The conclusion"),
)
A_PASSAGE = 20  # letters: shorter words, such as “Met”, stand in any advice


def once_a_year(p: Position, f: Facts) -> Iterator[Obstacle]:
    """The whole system is advised on once in a cycle."""
    rule = p.scheme.system_advice
    if rule and p.system_advice:
        given = written(p.system_advice[-1].given_on)
        yield rule.obstacle(
            "system_advised_already",
            f"Advice on the whole system was given in this cycle on {given}.",
            "Wait for the next cycle, unless something has changed since.",
        )


def nothing_of_the_head(p: Position, f: Facts) -> Iterator[Obstacle]:
    """No passage of the head's own objectives, findings or pay stands in it."""
    said = "\n".join(_all_texts(f)).casefold()
    if any(passage in said for passage in _passages(p)):
        yield p.scheme.assurance_without_detail.obstacle(
            "own_performance_in_system_advice",
            "A passage of the head's own objectives, findings or pay stands in this advice, and "
            "the clerk and others read it.",
            "Take it out; advice on the head's own year is a paper of its own.",
        ).as_fixed()


def _all_texts(f: Facts) -> Iterator[str]:
    for name, _ in TEXTS:
        yield str(f.get(name) or "")
    for each in f.get("recommendations") or ():
        yield each.text
    for each in f.get("became") or ():
        yield each.became


def _passages(p: Position) -> Iterator[str]:
    """Yield each text of the head's own year that is long enough to be known again."""
    rows = (
        ((*p.objectives, *p.earlier), ("text", "success", "judgement_reasons")),
        (p.reviews, ("overall", "on_standards", "needs", "development", "comments")),
        (p.pay_rows, ("recommended", "reasons", "decided", "decided_reasons")),
    )
    for found, names in rows:
        texts = (str(getattr(row, name)).strip(" .\n") for row in found for name in names)
        yield from (text.casefold() for text in texts if len(text) >= A_PASSAGE)


def recommendations_whole(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Each recommendation says what, who would act, and by a day that is still to come."""
    for number, each in enumerate(f.get("recommendations") or (), start=1):
        if not each.text.strip() or not each.who.strip():
            yield entry(
                "recommendation_incomplete",
                f"Recommendation {number} does not say what is to be done and by whom.",
                "Say both, or leave the recommendation out.",
            )
        if "on" in f and each.by <= f["on"]:
            yield entry(
                "recommendation_due_before_it_is_made",
                f"Recommendation {number} is to be carried out by {written(each.by)}, which is "
                "not after the day of the advice.",
                "Give a later day.",
            )


def last_years_followed_up(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What became of last year's recommendations is said of each."""
    if "became" not in f:
        return
    said = {each.number for each in f["became"] if each.became.strip()}
    if missing := [str(n) for n, _ in enumerate(p.carried_in, start=1) if n not in said]:
        yield practice(
            "last_year_not_followed_up",
            f"What became of last year's recommendations is not said of: {', '.join(missing)}.",
            "Ask the chair or the clerk, or say that it could not be learned.",
        )


def of_last_year(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What became of a recommendation is said only of one that was made."""
    for each in f.get("became") or ():
        if not 1 <= each.number <= len(p.carried_in):
            yield entry(
                "no_such_recommendation",
                f"There was no recommendation {each.number} last year.",
                "Leave it out.",
            )


RULES: dict[str, tuple[Rule, ...]] = {
    "advise_on_system": (
        after_opening,
        adviser_engaged,
        once_a_year,
        required(*TEXTS),
        nothing_of_the_head,
        recommendations_whole,
        of_last_year,
        last_years_followed_up,
    ),
}
