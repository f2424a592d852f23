"""England: pupil referral units, whose management committee stands for the governing body."""

from dataclasses import replace
from typing import Any

from law.appointment.england import COMMUNITY
from law.appointment.england_guidance import editions, staffing
from law.base import Confidence, Rule, Strength

MODIFIED = (
    "A pupil referral unit is under the Regulations with modifications that were not read (85%): "
    "its management committee stands for the governing body."
)


def _modified(rule: Rule[Any]) -> Rule[Any]:
    """Mark a rule of law as recalled in its application to a unit, if it was surer than that."""
    if rule.strength is Strength.LAW and rule.confidence is Confidence.READ:
        return replace(rule, confidence=Confidence.RECALLED_HIGH)
    return rule


UNIT = replace(
    COMMUNITY.changed(_modified),
    key="england-unit",
    name="Pupil referral units in England",
    categories=frozenset({"pupil_referral_unit"}),
)

UNIT_EDITIONS = tuple(
    replace(each, note=f"{MODIFIED} {each.note}")
    for each in editions(UNIT, manner=staffing("regulation 12"))
)
