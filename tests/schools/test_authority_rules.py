"""The command that enters and ends an authority's own rules."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from schools.models import Authority, AuthorityRule
from tests.schools.register_file import keeper

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _authority() -> None:
    Authority.objects.create(code="D01", name="Fictional Borough")


def say(*given: str, key: str = "meeting_notice", by: str = "") -> str:
    said = StringIO()
    call_command("set_authority_rule", "D01", key, *given, "--by", by or keeper(), stdout=said)
    return said.getvalue()


ENTERED = ("--length", "10", "--reference", "Order 3", "--since", "2026-09-01")


def test_a_rule_is_entered_and_who_did_it_is_kept() -> None:
    assert say(*ENTERED) == "Fictional Borough: meeting notice since Tuesday 1 September 2026.\n"
    rule = AuthorityRule.objects.get()
    assert (rule.length, rule.since, rule.until) == (10, date(2026, 9, 1), None)
    assert rule.entered_by
    assert rule.entered_by.email == keeper()


def test_a_rule_is_ended_and_who_did_it_is_kept() -> None:
    say(*ENTERED)
    said = say("--end", "2026-12-31")
    assert said == "Fictional Borough: meeting notice until Thursday 31 December 2026.\n"
    rule = AuthorityRule.objects.get()
    assert rule.until == date(2026, 12, 31)
    assert rule.ended_by
    assert rule.ended_by.email == keeper()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--end", "2026-12-31"), "No such rule of the authority holds"),
        (("--end", "2026-12-31", "--length", "8"), "neither --length nor --reference"),
        (("--since", "1.11.2026"), "“1.11.2026” is not a date written 2026-11-01"),
        (("--length", "10"), "--since"),
        ((*ENTERED, "--end", "2026-12-31"), "not allowed with"),
        (("--length", "0", *ENTERED[2:]), "The law asks for 7 already"),
        (("--length", "-3", *ENTERED[2:]), "The law asks for 7 already"),
        (("--length", "99", *ENTERED[2:]), "99 is more than 60"),
        (("--length", "10", "--since", "2026-09-01"), "No reference is given"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(given: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError, match=said):
        say(*given)
    assert not AuthorityRule.objects.exists()


def test_somebody_who_can_sign_in_answers_for_it() -> None:
    with pytest.raises(CommandError, match="Nobody with the address"):
        say(*ENTERED, by="nobody@example.org")
    assert not AuthorityRule.objects.exists()


@pytest.mark.parametrize("key", ["shortlisters", "trained_member", "references_before_interview"])
def test_a_practice_made_a_rule_has_no_length(key: str) -> None:
    with pytest.raises(CommandError, match="This rule has no length"):
        say(*ENTERED, key=key)
    assert not AuthorityRule.objects.exists()
