"""The task list as one person may read it: to do, held up by what, and what else is open."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Generic, TypeVar

from casework.desk import Desk
from casework.tasks import State, Task, TaskList
from law.base import Obstacle

DeskT = TypeVar("DeskT", bound=Desk[Any])
Named = tuple[str, str]  # an action: its key and what it is
ORDER_OF_STEPS = "not_at_this_stage"


@dataclass(frozen=True, slots=True)
class Shown:
    """One task as a person may read it.

    `mine`: they may do it, now or when its time comes. `reached`: its stage has come. `who` does
    it.
    """

    task: Task
    mine: bool
    obstacles: tuple[Obstacle, ...]
    warnings: tuple[Obstacle, ...]
    reached: bool
    who: str

    @property
    def possible(self) -> bool:
        """Whether it can be done now, by somebody."""
        return self.task.state == State.NOW

    @property
    def done(self) -> bool:
        """Whether it is done."""
        return self.task.state == State.DONE

    @property
    def opens(self) -> bool:
        """Whether the person can open its form: to do it, or to set aside all that holds it up."""
        held_up = self.reached and not self.done and all(o.overridable for o in self.obstacles)
        return self.mine and (self.possible or held_up)


@dataclass(frozen=True, slots=True)
class Phase:
    """The tasks of one phase."""

    key: str
    title: str
    tasks: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Actions of one sort that are possible now: each its key and its name."""

    title: str
    actions: tuple[Named, ...]


@dataclass(frozen=True, kw_only=True)
class TaskPage(Generic[DeskT]):
    """The task list of a kind of case on its pages.

    `phases` are its parts with their titles, `groups` the other actions by sort. An action in
    `something_there` is offered only while that is so. `discreet` takes from an obstacle what the
    person may not read.
    """

    tasks: TaskList[Any]
    role_names: Mapping[str, str]
    phases: Mapping[str, str]
    groups: Sequence[tuple[str, tuple[str, ...]]]
    discreet: Callable[[DeskT, Obstacle], Obstacle]
    something_there: Mapping[str, Callable[[Any], object]] = field(default_factory=dict)

    def by_phase(self, desk: DeskT) -> list[Phase]:
        """Return the phases that have tasks, in order."""
        shown = (self.show(desk, task) for task in self.tasks.of(desk.position))
        grouped = groupby(shown, key=lambda each: each.task.phase)
        return [Phase(key, self.phases[key], tuple(group)) for key, group in grouped]

    def for_me(self, desk: DeskT) -> list[Shown]:
        """Return the tasks that wait for this person."""
        tasks = self.tasks.waiting(desk.position, desk.roles, desk.user)
        return [self.show(desk, task) for task in tasks]

    def next_step(self, position: Any) -> str:
        """Return the name of the first step that is possible now, or nothing."""
        now = (task.name for task in self.tasks.of(position) if task.state == State.NOW)
        return next(now, "")

    def show(self, desk: DeskT, task: Task) -> Shown:
        """Return the task with its obstacles in words that this person may read."""
        row = desk.table[task.action]
        return Shown(
            task,
            bool(row.role_for(desk.roles)),
            tuple(self.discreet(desk, o) for o in task.in_the_way if o.key != ORDER_OF_STEPS),
            tuple(self.discreet(desk, o) for o in task.warnings),
            desk.position.stage in row.stages,
            " or ".join(self.role_names[role] for role in task.roles),
        )

    def what_else(self, desk: DeskT) -> list[Group]:
        """Return what the person may do besides the tasks, and is not held up, in groups."""
        possible = self.tasks.also_possible(desk.position, desk.roles)
        open_now = {key for key in possible if self.can_begin(desk, key)}
        groups = (Group(title, _named(desk, keys, open_now)) for title, keys in self.groups)
        return [group for group in groups if group.actions]

    def can_begin(self, desk: DeskT, action: str) -> bool:
        """Return whether the person may do the action and nothing known stands in its way."""
        p, there = desk.position, self.something_there.get(action)
        held_up = any(o.blocks for o in self.tasks.obstacles(p, action, {"by": desk.user}))
        return desk.may(action) and not held_up and (there is None or bool(there(p)))


def _named(desk: Desk[Any], keys: Sequence[str], wanted: set[str]) -> tuple[Named, ...]:
    return tuple((key, desk.table[key].sentence) for key in keys if key in wanted)
