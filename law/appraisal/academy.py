"""England: academies, which appraise by choice as the maintained schools do; all only warns."""

from dataclasses import replace
from typing import Any

from law.appraisal.england import MAINTAINED_EDITIONS
from law.base import Rule, Strength

CHOSEN, NOT_BINDING = "By choice, after ", ", which does not bind an academy"


def _by_choice(rule: Rule[Any]) -> Rule[Any]:
    """Return a rule of the maintained schools as practice, saying that it does not bind."""
    if rule.strength is Strength.PRACTICE:
        return rule
    binding = "" if rule.strength is Strength.HOUSE else NOT_BINDING
    return replace(rule, strength=Strength.PRACTICE, citation=f"{CHOSEN}{rule.citation}{binding}")


def is_chosen(rule: Rule[Any]) -> bool:
    """Say whether an academy follows the rule by choice, though it binds maintained schools."""
    return rule.citation.startswith(CHOSEN)


def as_it_binds(rule: Rule[Any]) -> Rule[Any]:
    """Return a rule that an academy has chosen, cited as the maintained schools have it."""
    return replace(rule, citation=rule.citation.removeprefix(CHOSEN).removesuffix(NOT_BINDING))


ACADEMY_EDITIONS = tuple(
    replace(
        edition.changed(_by_choice),
        key="england-academy",
        name="Appraisal of the head: academies in England, by choice",
        categories=frozenset(
            {
                "academy",
                "free_school",
                "studio_school",
                "university_technical_college",
                "city_technology_college",
            }
        ),
        note=f"The trust's own policy decides: neither the Appraisal Regulations nor the pay "
        f"document bind an academy, so nothing here does more than warn. {edition.note}",
    )
    for edition in MAINTAINED_EDITIONS
)
