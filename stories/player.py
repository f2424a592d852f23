"""Plays a story: each of its steps on its own day, through the same actions as the pages."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeAlias

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, transaction
from django.db.models import Model

from casework import clock
from casework.action import Actor, NotInThisCase, Refused, Stranger
from casework.documents.missing import MissingFact
from casework.models import Case, Event
from schools.changes import ChangeRefused, change_category
from schools.models import School
from stories import cast
from stories.arguments import read_arguments
from stories.checks import differs
from stories.kinds import Scene
from stories.obstacles import MISSING_FACT, STRANGER
from stories.papers import shorthand
from stories.source import At, text_of
from stories.story import Act, AnyStep, Becomes, Look, Story

Tell = Callable[[str], None]
Refusal: TypeAlias = Refused | Stranger | MissingFact

WENT_WRONG = (DatabaseError, ValidationError, ObjectDoesNotExist, NotInThisCase)


class Surprise(Exception):
    """A step that did not go as the story says: file, line, and what happened instead."""

    def __init__(self, at: At, sentence: str) -> None:
        super().__init__(f"{at.file}:{at.line}: {sentence}")
        self.at, self.sentence = at, sentence


def play(story: Story, tell: Tell) -> Case | None:
    """Play the story in one transaction and return the case that it opened, if it did.

    `tell` is given a line for each step. Raises Surprise at the first step that goes otherwise,
    and BadStory at one that cannot be read; then nothing is left of the story.
    """
    with transaction.atomic():
        people = cast.assemble(story.place, story.people, story.first)
        scene = Scene(story.kind, people, story.calendar, story.path.parent)
        for step in story.steps:
            with clock.set_to(step.recorded):
                tell(f"{step.at.line:>5}  {step.day:%e %b %Y}  {_taken(step, scene)}")
    return scene.fresh() if scene.opened else None


def _taken(step: AnyStep, scene: Scene) -> str:
    if isinstance(step, Look):
        return _look(step, scene)
    if isinstance(step, Becomes):
        return _becomes(step, scene)
    return f"{step.by.name}: {_named(step, scene)}: {_act(step, scene)}"


def _becomes(step: Becomes, scene: Scene) -> str:
    """Change the category of the school from the day of the step on."""
    try:
        change_category(scene.cast.school, step.category, step.day)
    except ChangeRefused as error:
        raise Surprise(step.at, str(error)) from error
    return f"{scene.cast.school} becomes: {step.category.label.lower()}"


def _named(act: Act, scene: Scene) -> str:
    """Say what a step does: the name of its action, and the kind of a paper."""
    is_paper = act.verb is shorthand(scene.kind)
    kind = f" {text_of(act.given.values['kind'])}" if is_paper else ""
    return f"{act.verb.name}{kind}".replace("_", " ")


def _look(look: Look, scene: Scene) -> str:
    """Compare what is so with what the story wants, on the day of the step."""
    position = scene.kind.process.load(_opened(look, scene), look.day)
    for name, wanted in look.wanted.values.items():
        at = look.wanted.places[name]
        if difference := differs(name, wanted, at, position, scene):
            raise Surprise(at, f"On {look.day:%-d %B %Y} {difference}.")
    return f"check: {', '.join(look.wanted.values)}: as it should be"


def _opened(step: AnyStep, scene: Scene) -> Case:
    if scene.opened is None:
        raise step.at.wrong("The story has not opened its case yet.")
    return scene.fresh()


def _act(act: Act, scene: Scene) -> str:
    """Do what the step says and return the outcome in words, or raise Surprise."""
    case = scene.cast.school if act.verb.opens else _opened(act, scene)
    given = read_arguments(act.verb, act.given, scene)
    before = _everything(scene) if act.refused else {}
    try:
        done = _run(act, case, given, scene)
    except (Refused, Stranger, MissingFact) as refusal:
        outcome = _refused(act, refusal)
        if _everything(scene) != before:
            raise Surprise(act.at, f"{act.verb.name} was refused, and changed the case.") from None
        return outcome
    except WENT_WRONG as error:
        raise Surprise(act.at, f"{act.verb.name} could not be done: {error}") from error
    if act.refused:
        raise Surprise(
            act.at,
            f"{act.verb.name} was done. It had to be refused with {', '.join(act.refused)}.",
        )
    return _in_order(act, done, scene)


def _run(act: Act, case: School | Case, given: dict[str, Any], scene: Scene) -> Any:
    actor = Actor(scene.cast.users[act.by.name], override=act.override)
    on = {"on": act.day} if act.verb.dated else {}
    with transaction.atomic():
        done = act.verb.run(case, **given, by=actor, **on)
    if isinstance(done, Case):
        scene.opened = done
    return done


def _in_order(act: Act, done: Any, scene: Scene) -> str:
    """Say what was recorded; raise Surprise if it was recorded before the step above it."""
    events = list(scene.case.events.order_by("-number")[:2])
    if len(events) > 1 and events[0].recorded_at < events[1].recorded_at:
        raise Surprise(act.at, "This step was recorded before the one above it.")
    warned = done.data.get("warned_of", []) if isinstance(done, Event) else []
    return f"done, and warned of {', '.join(warned)}" if warned else "done"


def _refused(act: Act, refusal: Refusal) -> str:
    """Return the refusal in words if it is the one that the story wants; raise Surprise if not."""
    found = _keys(refusal)
    said = "; ".join(f"{sentence} [{key}]" for key, sentence in found.items())
    if not act.refused:
        raise Surprise(act.at, f"{act.verb.name} was refused: {said}") from refusal
    missing = [key for key in act.refused if key not in found]
    if missing:
        raise Surprise(
            act.at, f"{act.verb.name} was refused, but not with {', '.join(missing)}: {said}"
        ) from refusal
    return f"refused, as the story says: {said}"


def _keys(refusal: Refusal) -> dict[str, str]:
    """Return what a refusal says, by key."""
    if isinstance(refusal, Refused):
        return {obstacle.key: obstacle.sentence for obstacle in refusal.obstacles}
    if isinstance(refusal, MissingFact):
        return {MISSING_FACT: refusal.sentence}
    return {STRANGER: "To this person the case does not exist."}


def _everything(scene: Scene) -> dict[Any, Any]:
    """Return all that a step could change, to compare before with after."""
    if scene.opened is None:
        return {"cases": scene.cast.school.cases.count()}
    case: Any = scene.fresh()
    position = scene.kind.process.load(case, clock.today())
    lists = [getattr(position, each.name) for each in fields(position)]
    rows = [case, *(row for rows in lists if isinstance(rows, tuple) for row in rows)]
    grants = set(case.grants.values_list("user", "permission"))
    return {"grants": grants} | {(type(row), row.pk): _values(row) for row in rows}


def _values(row: Model) -> dict[str, Any]:
    return {name: value for name, value in vars(row).items() if not name.startswith("_")}
