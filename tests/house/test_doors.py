"""Which addresses a visitor may see before signing in: the doors, and nothing behind them."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

DOORS = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "demonstration_sign_in",
}


def addresses(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns)
        else:
            yield pattern


def test_only_the_doors_are_open_to_a_visitor() -> None:
    everything = list(addresses(get_resolver().url_patterns))
    opened = {one.name for one in everything if not getattr(one.callback, "login_required", True)}
    assert opened == DOORS


@pytest.mark.django_db
def test_every_other_address_sends_a_visitor_to_sign_in(client: Client) -> None:
    everything = {one.name for one in addresses(get_resolver().url_patterns) if one.name}
    for name in everything - DOORS:
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue  # it has arguments: the tests of each app cross those
        response = client.get(address)
        assert response.headers["Location"] == f"/account/sign-in/?next={address}", name
