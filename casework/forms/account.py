"""A field for somebody with an account, found by their e-mail address."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User


class AccountField(forms.EmailField):
    """The e-mail address of an account. Its value is the person, or None where nothing was typed.

    Whoever has no account, or a closed one, is said to have none: nothing is made here.
    """

    def clean(self, value: Any) -> User | None:
        """Return the person whose address was typed; ValidationError says that nobody has it."""
        address = super().clean(value).lower()
        if not address:
            return None
        found = User.objects.filter(email=address, is_active=True).first()
        if found is None:
            raise ValidationError(
                f"Nobody has an account with the address {address}. Whoever runs Headship adds "
                "people; then come back to this form.",
                "no_account",
            )
        return found


def account(label: str, **kwargs: Any) -> AccountField:
    """Return the field for somebody outside the governing body."""
    help_text = kwargs.pop("help_text", "The address with which they sign in to Headship.")
    return AccountField(label=label, help_text=help_text, **kwargs)
