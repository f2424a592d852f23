"""The task list as one person may read it: to do, held up by what, and what else is open."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from law.base import Obstacle
from recruitment import rules
from recruitment.forms.base import Desk
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.rules.base import written
from recruitment.tasks import State, Task, also_possible, tasks, waiting

PHASES = {
    "opening": "Opening",
    "selection": "Selection",
    "advice": "Advice to consider",
    "appointment": "Appointment",
}
Named = tuple[str, str]  # an action: its key and what it is
ORDER_OF_STEPS = "not_at_this_stage"


@dataclass(frozen=True, slots=True)
class Shown:
    """One task as a person may read it.

    `mine`: they may do it, now or when its time comes. `reached`: its stage has come.
    """

    task: Task
    mine: bool
    obstacles: tuple[Obstacle, ...]
    warnings: tuple[Obstacle, ...]
    reached: bool

    @property
    def possible(self) -> bool:
        """Whether it can be done now, by somebody."""
        return self.task.state == State.NOW

    @property
    def done(self) -> bool:
        """Whether it is done."""
        return self.task.state == State.DONE

    @property
    def who(self) -> str:
        """Who does it."""
        return " or ".join(ROLES[role] for role in self.task.roles)


@dataclass(frozen=True, slots=True)
class Phase:
    """The tasks of one phase."""

    key: str
    title: str
    tasks: tuple[Shown, ...]


def phases(desk: Desk) -> list[Phase]:
    """Return the phases that have tasks, in order."""
    shown = (show(desk, task) for task in tasks(desk.position))
    by_phase = groupby(shown, key=lambda each: each.task.phase)
    return [Phase(key, PHASES[key], tuple(group)) for key, group in by_phase]


def for_me(desk: Desk) -> list[Shown]:
    """Return the tasks that wait for this person."""
    return [show(desk, task) for task in waiting(desk.position, desk.roles)]


def next_step(position: Position) -> str:
    """Return the name of the first step that is possible now, or nothing."""
    now = (task.name for task in tasks(position) if task.state == State.NOW)
    return next(now, "")


def show(desk: Desk, task: Task) -> Shown:
    """Return the task with its obstacles in words that this person may read."""
    found = tuple(discreet(desk, o) for o in task.in_the_way if o.key != ORDER_OF_STEPS)
    warned = tuple(discreet(desk, o) for o in task.warnings)
    capability = TABLE[task.action]
    mine, reached = capability.role_for(desk.roles), desk.position.stage in capability.stages
    return Shown(task, bool(mine), found, warned, reached)


def discreet(desk: Desk, obstacle: Obstacle) -> Obstacle:
    """Return the obstacle without what it says of a candidate whom the person may not see."""
    text = f"{obstacle.sentence} {obstacle.clears_by}"
    hidden = [c for c in desk.position.candidates if c not in desk.candidates]
    if not any(c.name in text or re.search(rf"\b{c.code}\b", text) for c in hidden):
        return obstacle
    return replace(
        obstacle,
        sentence="Something about a candidate whom you do not see stands in the way.",
        clears_by="Those who see the candidates know what is needed.",
    )


def warnings(desk: Desk) -> Iterator[str]:
    """Yield what must not be overlooked about advice, for those who may read it."""
    p = desk.position
    for candidate in p.advisers_not_suitable if desk.may("see_advice") else ():
        if candidate in desk.candidates:
            last = p.last_day_for(candidate)
            until = (
                f"the last day to make one {'is' if last >= p.on else 'was'} {written(last)}"
                if last
                else "no receipt of the names is recorded, so the time to make one has not begun"
            )
            yield (
                f"The adviser has recorded “not suitable” on {candidate.code}. This is not a "
                f"representation; {until}."
            )


# What else is possible

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Meetings", ("call_meeting", "hold_meeting", "minute_item")),
    ("Candidates", ("withdraw_candidate",)),
    (
        "The names and the authority",
        (
            "corroborate_receipt",
            "contest_receipt",
            "make_no_representations",
            "make_representations",
            "withdraw_representations",
        ),
    ),
    (
        "Advice and reservations",
        ("give_advice", "record_opinion", "put_reservations", "withdraw_reservations"),
    ),
    ("Interests", ("declare_interest", "end_interest")),
    ("People", ("name_adviser", "admit", "dismiss", "change_panel")),
    (
        "Person specification and advertisement",
        ("add_criterion", "remove_criterion", "decide_not_to_advertise"),
    ),
    ("Checks", ("undo_check",)),
    ("Papers", ("draft_document", "attach")),
    ("Other ways on", ("recommend_nobody", "decline", "refuse", "withdraw_vacancy")),
    ("The record", ("correct",)),
)
FROM_THE_DOCUMENT = frozenset(
    {"edit_document", "approve_document", "issue_document", "record_sending", "revoke_document"}
)
SOMETHING_THERE: dict[str, Callable[[Position], object]] = {
    "hold_meeting": lambda p: [m for m in p.meetings if not m.held and m.held_on <= p.on],
    "minute_item": lambda p: [m for m in p.meetings if m.held],
    "end_interest": lambda p: p.standing_interests,
    "remove_criterion": lambda p: p.criteria,
    "withdraw_candidate": lambda p: [c for c in p.candidates if c.in_field],
    "withdraw_representations": lambda p: [r for r in p.representations if not r.withdrawn_on],
    "withdraw_reservations": lambda p: p.standing_reservations,
    "record_opinion": lambda p: p.candidates,
    "tell_candidate": lambda p: [c for c in p.candidates if c.decided_on and not c.told_on],
    "undo_check": lambda p: p.checks,
}


@dataclass(frozen=True, slots=True)
class Group:
    """Actions of one sort that are possible now: each its key and its name."""

    title: str
    actions: tuple[Named, ...]


def what_else(desk: Desk) -> list[Group]:
    """Return what the person may do besides the tasks, and is not held up, in groups."""
    open_now = {key for key in also_possible(desk.position, desk.roles) if can_begin(desk, key)}
    groups = (Group(title, _named(keys, open_now)) for title, keys in GROUPS)
    return [group for group in groups if group.actions]


def can_begin(desk: Desk, action: str) -> bool:
    """Return whether the person may do the action and nothing known stands in its way."""
    p = desk.position
    there = SOMETHING_THERE.get(action)
    held_up = any(o.blocks for o in rules.obstacles(p, action, {"by": desk.user}))
    return desk.may(action) and not held_up and (there is None or bool(there(p)))


def _named(keys: Sequence[str], wanted: set[str]) -> tuple[Named, ...]:
    return tuple((key, TABLE[key].sentence) for key in keys if key in wanted)
