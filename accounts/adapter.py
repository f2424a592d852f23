"""How Headship's rules on accounts are told to django-allauth."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody signs up: people are added by someone who knows them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No, for every request."""
        return False
