"""The stories of a head's performance management: who is in them, what they can name and check."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from casework.models import Document
from governance import actions, impossible, known, load, rules
from governance.documents import KINDS
from governance.models import Appeal, Appraiser, Consultation, Cycle, Objection, Objective
from governance.pages import events
from governance.position import Position
from governance.process import PROCESS
from governance.rules.ending import appeal_until
from governance.stages import RUNNING, Stage
from law.appraisal import SCHEMES
from schools.models.choices import MemberKind, OfficeKind, StaffRole
from stories.kinds import Check, KindOfStory, Scene, Sort, Unknown
from stories.people import Role
from stories.rows import numbered
from stories.source import Value, text_of

FILE = "cycle"
ROLES = (
    Role("clerk", "clerk", needed=True, office=OfficeKind.CLERK),
    Role(
        "chair", "chair of governors", needed=True, seat=MemberKind.CO_OPTED,
        office=OfficeKind.CHAIR,
    ),
    Role("head", "head", needed=True, seat=MemberKind.HEAD),
    Role("staff_governor", "staff governor", seat=MemberKind.STAFF),
    Role("foundation_governor", "foundation governor", seat=MemberKind.FOUNDATION),
    Role("appraisers", "appraiser", several=True, seat=MemberKind.CO_OPTED),
    Role("pay_governors", "governor who decides pay", several=True, seat=MemberKind.CO_OPTED),
    Role("governors", "governor", several=True, seat=MemberKind.CO_OPTED),
    Role("adviser", "external adviser"),
    Role("officer", "officer of the authority", post=StaffRole.OFFICER),
    Role("authority_appraiser", "appraiser of the authority", post=StaffRole.ADVISER),
    Role("diocesan_appraiser", "appraiser of the diocese"),
    Role("appeals_officers", "appeals officer", several=True),
)  # fmt: skip


def _objective(value: Value, scene: Scene) -> Objective:
    """Return the objective with that number."""
    text, cycle = text_of(value), _cycle(scene)
    rows = {str(o.number): o for o in cycle.objectives.all()}
    if text not in rows:
        raise value.at.wrong(f"There is no objective {text}. There are: {', '.join(rows)}.")
    return rows[text]


def _appraiser(value: Value, scene: Scene) -> Appraiser:
    """Return the appointment of the appraiser whose name or role stands there."""
    person = scene.cast.user(value)
    found = _cycle(scene).appraisers.filter(person=person).order_by("-since", "-pk").first()
    if found is None:
        raise value.at.wrong(f"{person} is no appraiser.")
    return found


def _previous(value: Value, scene: Scene) -> Cycle:
    """Return the last cycle of the story's school: the story writes `last`."""
    found = Cycle.objects.filter(school=scene.cast.school).order_by("-starts_on", "-pk").first()
    if found is None:
        raise value.at.wrong("The school of this story has had no cycle yet.")
    return found


def _cycle(scene: Scene) -> Cycle:
    case: Cycle = scene.case
    return case


SORTS: dict[Any, Sort] = {
    Objective: Sort("objective, by number", _objective),
    Appraiser: Sort("appraiser, by role or name", _appraiser),
    Cycle: Sort("the school's last cycle: last", _previous),
    Consultation: numbered("consultation", lambda c: c.consultations.order_by("pk")),
    Objection: numbered("objection", lambda c: c.objections.order_by("pk")),
    Appeal: numbered("appeal", lambda c: c.appeals.order_by("pk")),
}


def _judgement(p: Position, number: str) -> str:
    found = next((o for o in p.objectives if str(o.number) == number), None)
    if found is None:
        raise Unknown(f"There is no objective {number}.")
    return str(found.judgement)


def _last_day(p: Position, name: str) -> date | None:
    """Return the last day of one of the clocks that run from the review or the statement."""
    review, s = p.review, p.scheme
    if name == "appeal":
        return appeal_until(p)
    from_review = {"statement": s.statement}
    from_statement = {"comments": s.comments}
    if name not in from_review | from_statement:
        raise Unknown(f"There is no clock “{name}”.")
    rule = (from_review | from_statement)[name]
    day = review and (review.held_on if name in from_review else review.given_on)
    return rule.value.last_day(day, p.calendar) if rule and day else None


CHECKS = (
    Check("appraisers", "who appraises", lambda p, _: [str(a) for a in p.appraisers_now]),
    Check("objectives", "how many objectives stand", lambda p, _: len(p.objectives_now)),
    Check("judgement.…", "how far an objective was met", _judgement),
    Check("last_day.…", "the last day for the statement, comments or an appeal", _last_day),
    Check("pay", "what was decided on pay", lambda p, _: p.pay.decided if p.pay else None),
)


def _titled(cycle: Cycle) -> str:
    return f"Performance management at {cycle.school.name}, {cycle.years}"


def _facts(cycle: Cycle) -> tuple[tuple[str, str], ...]:
    return (("Cycle", f"{cycle.starts_on:%-d %B %Y} to {cycle.ends_on:%-d %B %Y}"),)


def _held(_: Position, __: str) -> Sequence[Document]:
    """Return nothing: the papers of a cycle are not parted into files to hand over."""
    return ()


def _never_withdrawn(_: Position, __: Document) -> str:
    return ""


PERFORMANCE_MANAGEMENT = KindOfStory(
    name="performance_management",
    process=PROCESS,
    papers=KINDS,
    cases=load.cycles,
    stages=Stage,
    running=RUNNING,
    roles=ROLES,
    sorts=SORTS,
    checks=CHECKS,
    rules=rules.RULES,
    modules=(rules, actions, known),
    laws=SCHEMES,
    law_called=frozenset({"scheme"}),
    events=events.PAGE,
    titled=_titled,
    facts=_facts,
    files={FILE: "The file of the cycle"},
    record_file=FILE,
    held=_held,
    contents=str,
    withdrawn=_never_withdrawn,
    impossible=impossible.everywhere,
)
