"""Entering and ending the rules that an authority has made beside the law."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from law.appointment import REGIMES
from law.appointment.local import LessThanLaw, LocalRule
from law.periods import in_words
from schools.models import Authority, AuthorityRule

ONE_DAY = timedelta(days=1)


class RuleRefused(Exception):
    """The rule cannot be entered or ended; its text says why, and what would do."""


@transaction.atomic
def set_rule(
    authority: Authority,
    key: str,
    length: int | None,
    reference: str,
    since: date,
    *,
    by: User,
) -> AuthorityRule:
    """Enter a rule of the authority's own since a day, and return it; who entered it is kept.

    The one before of the kind ends, and this one ends when a later one begins. One that begins on
    the same day is replaced.

    RuleRefused, with nothing changed, for one that asks for no more than the law of some school
    of the authority, for a length that cannot be meant, and for one without a reference.
    """
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    _check(authority, LocalRule(key, length, reference.strip(), since))
    others = authority.rules.filter(key=key)
    for before in others.filter(since__lt=since).on(since):
        before.until = since - ONE_DAY
        before.save()
    later = others.filter(since__gt=since).last()
    rule: AuthorityRule
    rule, _ = authority.rules.update_or_create(
        key=key,
        since=since,
        defaults={
            "length": length,
            "reference": reference.strip(),
            "until": later.since - ONE_DAY if later else None,
            "entered_by": by,
            "ended_by": None,
        },
    )
    return rule


@transaction.atomic
def end_rule(authority: Authority, key: str, last: date, *, by: User) -> None:
    """End the authority's rule of that kind with its last day; who ended it is kept.

    One that has not begun is taken out by the day before it begins.

    RuleRefused, with nothing changed, if none holds on that day.
    """
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    rules = authority.rules.filter(key=key)
    to_come = rules.filter(since=last + ONE_DAY, since__gt=timezone.localdate()).first()
    rule = rules.on(last).first()
    if to_come and (rule is None or rule.until == last):
        to_come.delete()
    elif rule is None:
        raise RuleRefused(_none_holds(list(rules), last))
    else:
        rule.until, rule.ended_by = last, by
        rule.save()


def _none_holds(rules: list[AuthorityRule], day: date) -> str:
    none = f"No such rule of the authority holds on {in_words(day)}."
    begun = " ".join(f"One begins on {in_words(rule.since)}." for rule in rules)
    return f"{none} {begun}".strip()


def _check(authority: Authority, rule: LocalRule) -> None:
    if not rule.reference:
        raise RuleRefused("No reference is given: say where the authority laid the rule down.")
    if slip := rule.slip():
        raise RuleRefused(slip)
    for regime in REGIMES:
        if regime.nation == authority.nation:
            try:
                rule.check_against(regime)
            except LessThanLaw as error:
                raise RuleRefused(str(error)) from error
