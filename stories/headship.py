"""The stories of a headship: who is in them, what they can name and check, how a case is filed."""

from datetime import date
from typing import Any

from casework.documents.registry import FILES, SELECTION_FILE
from law.appointment import REGIMES
from recruitment import actions, impossible, known, load, points, rules, wince
from recruitment.actions import holidays
from recruitment.documents import FILING, KINDS
from recruitment.documents.contents import key_of
from recruitment.documents.withdrawn import withdrawn
from recruitment.models import (
    ActingHead,
    Advice,
    Criterion,
    Interest,
    NamesNotice,
    Representation,
    Reservations,
    Vacancy,
)
from recruitment.pages import events
from recruitment.position import Position
from recruitment.process import PROCESS
from recruitment.stages import RUNNING, Stage
from schools.models.choices import MemberKind, OfficeKind, StaffRole
from stories import applying
from stories.kinds import Check, KindOfStory, Scene, Sort
from stories.people import Role
from stories.rows import numbered
from stories.source import Value, text_of

ROLES = (
    Role("clerk", "clerk", needed=True, office=OfficeKind.CLERK),
    Role(
        "chair", "chair of governors", needed=True, seat=MemberKind.CO_OPTED,
        office=OfficeKind.CHAIR,
    ),
    Role("adviser", "adviser", post=StaffRole.ADVISER),
    Role("officer", "officer of the authority", post=StaffRole.OFFICER),
    Role("outgoing_head", "outgoing head", seat=MemberKind.HEAD),
    Role("next_clerk", "clerk who takes over"),
    Role("panel", "governor on the panel", several=True, seat=MemberKind.CO_OPTED),
    Role("governors", "governor", several=True, seat=MemberKind.CO_OPTED),
)  # fmt: skip


def _criterion(value: Value, scene: Scene) -> Criterion:
    """Return the criterion of the person specification with that number."""
    text = text_of(value)
    rows = {str(c.number): c for c in _vacancy(scene).criteria.all()}
    if text not in rows:
        raise value.at.wrong(f"There is no criterion {text}. There are: {', '.join(rows)}.")
    return rows[text]


def _vacancy(scene: Scene) -> Vacancy:
    case: Vacancy = scene.case
    return case


SORTS: dict[Any, Sort] = {
    **applying.SORTS,
    Criterion: Sort("criterion, by number", _criterion),
    Advice: numbered("advice", lambda v: v.advice.order_by("pk")),
    Representation: numbered("representation", lambda v: v.representations.order_by("pk")),
    Reservations: numbered("reservations", lambda v: v.reservations.order_by("pk")),
    NamesNotice: numbered("notice", lambda v: v.notices.order_by("pk")),
    Interest: numbered("interest", lambda v: v.interests.order_by("pk")),
    ActingHead: numbered("acting head", lambda v: v.acting_heads.order_by("pk")),
}


def _receipt(p: Position) -> date | None:
    return p.counts_from(p.notice) if p.notice else None


CHECKS = (
    Check("round", "which round of the panel's steps it is", lambda p, _: p.case.round),
    Check("panel", "who sits on the panel", lambda p, _: [str(s.person) for s in p.panel]),
    *applying.CHECKS,
    Check(
        "receipt", "the day from which the authority's period is counted", lambda p, _: _receipt(p)
    ),
    Check(
        "last_day.representations.…",
        "the last day for representations on the candidate",
        lambda p, c: p.last_day_for(applying.known(p, c)),
    ),
    Check(
        "representations.…",
        "how many representations on the candidate stand: in time and not withdrawn",
        lambda p, c: len(p.representations_on(applying.known(p, c))),
    ),
    Check(
        "unconsidered.representations",
        "how many representations wait to be considered",
        lambda p, _: len(p.unconsidered),
    ),
    Check(
        "unconsidered.advice",
        "how many papers of advice wait to be considered, late representations among them",
        lambda p, _: len(p.unconsidered_advice),
    ),
    Check(
        "unconsidered.reservations",
        "how many reservations put before the decision wait to be considered",
        lambda p, _: len(p.unconsidered_reservations),
    ),
)


def _titled(vacancy: Vacancy) -> str:
    return f"Headship of {vacancy.school.name}"


def _facts(vacancy: Vacancy) -> tuple[tuple[str, str], ...]:
    return (("Post", f"{vacancy.post_in_full}, {vacancy.school.name}"),)


HEADSHIP = KindOfStory(
    name="headship",
    process=PROCESS,
    papers=KINDS,
    cases=load.vacancies,
    stages=Stage,
    running=RUNNING,
    roles=ROLES,
    sorts=SORTS,
    checks=CHECKS,
    rules=rules.RULES,
    modules=(rules, actions, points, wince, known, holidays),
    laws=REGIMES,
    law_called=frozenset({"regime", "names_law"}),
    events=events.PAGE,
    titled=_titled,
    facts=_facts,
    files=FILES,
    record_file=SELECTION_FILE,
    held=FILING.documents,
    contents=key_of,
    withdrawn=withdrawn,
    impossible=impossible.everywhere,
    within=applying.with_codes,
    key=applying.code_for_name,
)
