"""The adviser's yearly advice on how the school's performance management as a whole works."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from casework.action import Actor
from casework.models import Event
from governance.models import Cycle
from governance.process import action, step


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What an adviser recommends for the system: what, who would act, and by when."""

    text: str
    who: str
    by: date


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one of last year's recommendations, by its number."""

    number: int
    became: str


@action
def advise_on_system(
    cycle: Cycle,
    *,
    seen: str,
    not_seen: str,
    policy: str,
    calendar: str,
    objectives: str,
    evidence: str,
    pay: str,
    appraisers: str,
    development: str,
    strengths: str,
    for_governors: str,
    conclusion: str,
    by: Actor,
    on: date,
    recommendations: Sequence[Recommendation] = (),
    became: Sequence[Became] = (),
) -> Event:
    """Advise the governing body in writing on the whole system, without the head's own year.

    The texts are, in order: the evidence seen and not seen, then one on each part of the system.
    """
    parts = {
        "seen": seen, "not_seen": not_seen, "policy": policy, "calendar": calendar,
        "objectives": objectives, "evidence": evidence, "pay": pay, "appraisers": appraisers,
        "development": development, "strengths": strengths, "for_governors": for_governors,
        "conclusion": conclusion,
    }  # fmt: skip
    with step(
        cycle, "advise_on_system", by=by, on=on, **parts, became=list(became),
        recommendations=list(recommendations),
    ) as s:  # fmt: skip
        s.facts["became"] = [asdict(each) for each in became]
        s.facts["recommendations"] = [
            {**asdict(each), "by": each.by.isoformat()} for each in recommendations
        ]
        s.case.system_advice.create(
            **parts, adviser=by.user, given_on=on, became=s["became"],
            recommendations=s["recommendations"],
        )  # fmt: skip
    return s.done
