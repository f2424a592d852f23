"""The task list of a case: each step done, possible now, or not yet, and because of what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic

from accounts.models import User
from casework.action import Facts, PositionT, not_at_this_stage
from casework.policy import PermissionTable
from law.base import Obstacle


class State(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "possible now"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True)
class Task:
    """One step: its action, its name, and either when it was done or what stands in the way."""

    action: str
    name: str
    phase: str
    state: State
    done_on: date | None
    obstacles: tuple[Obstacle, ...]
    roles: tuple[str, ...]
    pressing: bool = True

    @property
    def in_the_way(self) -> tuple[Obstacle, ...]:
        """What holds it up, without what only warns."""
        return tuple(o for o in self.obstacles if o.blocks)

    @property
    def warnings(self) -> tuple[Obstacle, ...]:
        """What only warns."""
        return tuple(o for o in self.obstacles if not o.blocks)


def always(_: Any) -> bool:
    """Return that a line belongs in the list whatever the case."""
    return True


def everybodys(_: Any, __: User) -> bool:
    """Return that a line waits for whoever may do it."""
    return True


def never(_: Any) -> date | None:
    """Return that a line, while it belongs, is not done: what waits is done and goes away."""
    return None


@dataclass(frozen=True, slots=True)
class Line(Generic[PositionT]):
    """A line of the list: when it belongs there, and when it was done.

    `name` is what it is called, where the same action comes twice. While it is not `pressing` it
    is possible, and waits for nobody. Of those who may do it, it waits for those whose it is.
    """

    action: str
    phase: str
    done: Callable[[PositionT], date | None] = never
    belongs: Callable[[PositionT], bool] = always
    pressing: Callable[[PositionT], bool] = always
    name: str = ""
    whose: Callable[[PositionT, User], bool] = everybodys


@dataclass(frozen=True, kw_only=True)
class TaskList(Generic[PositionT]):
    """The lines of a kind of case, in the order of the steps.

    `obstacles` asks the rules; those whose key is in `not_ahead` are not said of a step whose
    stage has not come. Of a case that has `ended`, only the tasks in `after_the_end` wait.
    """

    table: PermissionTable
    lines: tuple[Line[PositionT], ...]
    obstacles: Callable[[PositionT, str, Facts], list[Obstacle]]
    ended: frozenset[str]
    after_the_end: frozenset[str] = frozenset()
    not_ahead: frozenset[str] = frozenset()

    def of(self, p: PositionT) -> list[Task]:
        """Return the task list of the case."""
        return [self._task(p, line) for line in self.lines if self._belongs(p, line)]

    def waiting(self, p: PositionT, roles: frozenset[str], user: User) -> list[Task]:
        """Return the tasks that wait for the person, who holds `roles`."""
        lines = (n for n in self.lines if self._role(n.action, roles) and n.whose(p, user))
        tasks = (self._task(p, line) for line in lines if self._belongs(p, line))
        now = [t for t in tasks if t.state == State.NOW and t.pressing]
        return [t for t in now if p.stage not in self.ended or t.action in self.after_the_end]

    def also_possible(self, p: PositionT, roles: frozenset[str]) -> Iterator[str]:
        """Yield the other actions that the holder of `roles` may do at this stage, by name."""
        listed = {line.action for line in self.lines if line.belongs(p)}
        for key, capability in self.table.items():
            may = self._role(key, roles) and p.stage in capability.stages
            other = key not in listed and not key.startswith("see_")
            if may and other and p.unknown_step(key) is None:
                yield key

    def in_the_way(self, p: PositionT, action: str) -> list[Obstacle]:
        """Return all that is in the way of the action, whoever asks: stage first, then rules."""
        found = self.obstacles(p, action, {})
        if p.stage in self.table[action].stages:
            return found
        ahead = (o for o in found if o.blocks and o.key not in self.not_ahead)
        return [not_at_this_stage(p.stage_name), *ahead]

    def _belongs(self, p: PositionT, line: Line[PositionT]) -> bool:
        return p.unknown_step(line.action) is None and line.belongs(p)

    def _task(self, p: PositionT, line: Line[PositionT]) -> Task:
        done_on, row = line.done(p), self.table[line.action]
        found = () if done_on else tuple(self.in_the_way(p, line.action))
        state = _state(done_on, found)
        name, pressing = line.name or row.sentence, line.pressing(p)
        return Task(line.action, name, line.phase, state, done_on, found, row.roles, pressing)

    def _role(self, action: str, roles: frozenset[str]) -> str:
        return self.table[action].role_for(roles)


def _state(done_on: date | None, found: tuple[Obstacle, ...]) -> State:
    if done_on:
        return State.DONE
    return State.NOT_YET if any(o.blocks for o in found) else State.NOW
