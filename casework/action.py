"""The one shape of every action: lock, permission, rules, change, event, in one transaction."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, Self, TypeVar

from django.db import transaction

from accounts.models import User
from casework import access, clock, record
from casework.models import Case, Event
from casework.policy import Capability, PermissionTable
from law.base import Obstacle, Rule, Strength

CaseT = TypeVar("CaseT", bound=Case)
ActionT = TypeVar("ActionT", bound=Callable[..., Any])
Facts = Mapping[str, Any]


class Refused(Exception):
    """An action that may not be done now. Nothing was changed. Carries every obstacle."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        super().__init__(" ".join(obstacle.sentence for obstacle in obstacles))
        self.obstacles = tuple(obstacles)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the obstacles, in order."""
        return tuple(obstacle.key for obstacle in self.obstacles)


class NotInThisCase(LookupError):
    """A row of another case was given to an action."""


class Stranger(Exception):
    """To this person the case does not exist: answer as if it were not there."""


Row = TypeVar("Row")


def certain(row: Row | None) -> Row:
    """Return a row that the rules or the stage have made certain. Raise LookupError if not."""
    if row is None:
        raise LookupError("A rule let something through that it should have held up.")
    return row


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `seen` is the number of the last event on the page acted from, where there is
    one; `override` the reason for setting a house rule aside, if it is to be set aside."""

    user: User
    seen: int | None = None
    override: str = ""


class PositionLike(Protocol):
    """What the machinery asks of a position: a case as it stands on one day."""

    @property
    def stage(self) -> str: ...
    @property
    def stage_name(self) -> str: ...
    @property
    def law_version(self) -> str: ...
    def provision(self, name: str) -> str: ...
    def rule(self, name: str) -> Rule[Any] | None: ...
    def judged_on(self, day: date) -> Self: ...
    def never_known_step(self, action: str) -> Obstacle | None: ...
    def unknown_step(self, action: str) -> Obstacle | None: ...
    def roles_left(self, user: User, granted: frozenset[str]) -> frozenset[str]: ...
    def current(self, value: Any) -> Any: ...


PositionT = TypeVar("PositionT", bound=PositionLike)


@dataclass(frozen=True, kw_only=True)
class Process(Generic[CaseT, PositionT]):
    """A kind of case as the machinery sees it. Each app makes one of these."""

    name: str
    model: type[CaseT]
    table: PermissionTable
    role_names: Mapping[str, str]
    load: Callable[[CaseT, date], PositionT]
    obstacles: Callable[[PositionT, str, Facts], list[Obstacle]]
    after: Callable[[CaseT, Event], None]
    actions: dict[str, Callable[..., Any]] = field(default_factory=dict)

    def lock(self, pk: int) -> CaseT:
        """Return the case, locked until the transaction ends."""
        return self.model.objects.select_for_update().get(pk=pk)

    def action(self, function: ActionT) -> ActionT:
        """Register a function of `actions/` under its name, for stories, forms and the docs."""
        self.actions[function.__name__] = function
        return function

    def step(
        self, case: CaseT, action: str, *, by: Actor, on: date, why: str = "", **facts: Any
    ) -> "AbstractContextManager[Step[CaseT, PositionT]]":
        """Return the step of a case of this kind: see `step`."""
        return step(self, case, action, by=by, on=on, why=why, **facts)


@dataclass(slots=True)
class Step(Generic[CaseT, PositionT]):
    """An action under way: the locked case, its position before, and what will be recorded.

    `provision` is that of the action's row in the permission table, unless the body knows better.

    `step["name"]` is the fact of that name, its rows as they are under the lock.
    """

    case: CaseT
    position: PositionT
    facts: dict[str, Any]
    why: str = ""
    provision: str = ""
    event: Event | None = None

    @property
    def done(self) -> Event:
        """The event that the step left, once it is over."""
        if self.event is None:
            raise RuntimeError("The step is not over.")
        return self.event

    def __getitem__(self, name: str) -> Any:
        return self.facts[name]


_moving: ContextVar[int | None] = ContextVar("moving", default=None)


def inside_step(instance: Any) -> bool:
    """Condition of every transition: true only for the case that `step` is moving now."""
    return bool(_moving.get() == getattr(instance, "case_key", instance.pk))


@contextmanager
def moving(pk: int) -> Iterator[None]:
    """Let the machines of this one case move."""
    token = _moving.set(pk)
    try:
        yield
    finally:
        _moving.reset(token)


@contextmanager
def step(
    process: Process[CaseT, PositionT],
    case: CaseT,
    action: str,
    *,
    by: Actor,
    on: date,
    why: str = "",
    **facts: Any,
) -> Iterator[Step[CaseT, PositionT]]:
    """Do `action` on the case, which happened on `on`, or raise Refused and change nothing.

    The body makes the change on the yielded step's case. Raise Stranger for a person
    without any role on the case. One event is appended for each step.
    """
    with transaction.atomic():
        locked = process.lock(case.pk)
        position = process.load(locked, on)
        facts = {name: position.current(value) for name, value in facts.items()}
        asked = {**facts, "on": on, "why": why, "by": by.user}
        role, found = judge(process, locked, position, action, by=by, facts=asked)
        days = [on, *(facts[f] for f in PAST & set(facts))]
        found = [*_in_time(process, locked, action, by, days), *found]
        _refuse(found, by)
        provision = position.provision(process.table[action].provision)
        taken = Step(locked, position, facts, why, provision)
        with moving(locked.pk):
            yield taken
            locked.save()
        taken.event = record.append(
            locked,
            record.Entry(
                action=action,
                by=by.user,
                role=role,
                happened_on=on,
                data=taken.facts,
                why=taken.why,
                override=by.override,
                obstacles=tuple(found),
                provision=taken.provision,
                law_version=position.law_version,
            ),
        )
        process.after(locked, taken.event)


def judge(
    process: Process[CaseT, PositionT],
    case: CaseT,
    position: PositionT,
    action: str,
    *,
    by: Actor,
    facts: Facts,
) -> tuple[str, list[Obstacle]]:
    """Return the role in which the person would act, and every obstacle in the way.

    The rules are told, besides the facts, every role that the person has: `roles`.
    """
    capability = process.table[action]
    roles = roles_now(case, position, by.user)
    unknown = position.unknown_step(action)
    if unknown:
        return "", [unknown]
    role = capability.role_for(roles)
    if not role:
        return "", [not_permitted(process, capability)]
    if position.stage not in capability.stages:
        return role, [not_at_this_stage(position.stage_name)]
    return role, process.obstacles(position, action, {**facts, "roles": roles})


def roles_now(case: CaseT, position: PositionT, user: User) -> frozenset[str]:
    """Return the roles that the person can use on the case now. Raise Stranger if none."""
    roles = position.roles_left(user, access.roles_of(user, case))
    if not roles:
        raise Stranger
    return roles


def may(table: PermissionTable, position: PositionT, roles: frozenset[str], key: str) -> bool:
    """Return whether a holder of `roles` may do or see `key` at this stage, rules apart."""
    capability = table[key]
    if position.unknown_step(key):
        return False
    return bool(capability.role_for(roles)) and position.stage in capability.stages


def not_permitted(process: Process[CaseT, PositionT], capability: Capability) -> Obstacle:
    """The person has a role on the case, but not one that may do this."""
    who = ", ".join(process.role_names[role] for role in capability.roles) or "nobody"
    return Obstacle(
        "not_permitted",
        f"This is not for you to do: {capability.sentence[:1].lower()}{capability.sentence[1:]}.",
        Strength.HOUSE,
        "Table of permissions",
        f"It can be done by: {who}.",
        fixed=True,
    )


def not_at_this_stage(stage_name: str) -> Obstacle:
    """The step does not belong to the stage that the case has reached."""
    return Obstacle(
        "not_at_this_stage",
        f"This cannot be done while the case stands at “{stage_name}”.",
        Strength.HOUSE,
        "Order of the steps",
        "See the task list for what can be done now.",
        fixed=True,
    )


PAST = frozenset({"received_on", "to_governing_body_on", "to_authority_on"})
"""Facts that are days on which something has happened."""


def _in_time(
    process: Process[Any, Any], case: Case, action: str, by: Actor, days: Sequence[date]
) -> list[Obstacle]:
    found = []
    if by.seen is not None and (since := _since(process.table, case, action, by)):
        found.append(_stale_page(process.table, since[-1], by))
    future = [day for day in days if day > clock.today()]
    if future:
        found.append(
            Obstacle(
                "date_in_the_future",
                f"{future[0]:%-d %B %Y} has not come yet, so nothing can have happened on it.",
                Strength.HOUSE,
                "The record holds what has happened",
                "Give the date on which it happened, today or earlier.",
                fixed=True,
            )
        )
    return found


def _since(table: PermissionTable, case: Case, action: str, by: Actor) -> list[Event]:
    """Return what has happened since the page was opened that bears on what stands on it.

    What others do alone bears on no page but their own; and only such a page bears on that.
    """
    if by.seen == case.event_count:
        return []
    alone = {key for key, row in table.items() if row.alone}
    known = by.seen if by.seen is not None and by.seen < case.event_count else 0
    since = list(case.events.filter(number__gt=known).order_by("number"))
    own = [e for e in since if e.by_id == by.user.pk]
    if action in alone:
        return [e for e in own if e.action in alone]
    return [e for e in since if e.action not in alone or e in own]


def _stale_page(table: PermissionTable, last: Event, by: Actor) -> Obstacle:
    who = "you have" if last.by_id == by.user.pk else f"{last.by_name} has"
    done = table[last.action].sentence if last.action in table else record.name_of(last.action)
    return Obstacle(
        "page_out_of_date",
        f"The case has changed since you opened this page: {who} since recorded “{done}”.",
        Strength.HOUSE,
        "One change at a time",
        "Read what changed, then decide again. What you typed is still here.",
        fixed=True,
    )


def _refuse(found: Sequence[Obstacle], by: Actor) -> None:
    standing = [o for o in found if o.blocks and not (o.overridable and by.override.strip())]
    if standing:
        raise Refused(standing)
