"""Forms of the accounts app: signing in and passwords, by django-allauth, in plain words."""

from typing import Any

from allauth.account import forms as allauth_forms
from django import forms

from accounts.models import User

MISSING = {
    "login": "Enter your email address",
    "email": "Enter your email address",
    "password": "Enter your password",
    "oldpassword": "Enter your present password",
    "password1": "Enter a new password",
    "password2": "Enter the new password again",
}


class InPlainWords(forms.Form):
    """A form that says by name what was not given."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in MISSING.keys() & self.fields.keys():
            self.fields[name].error_messages["required"] = MISSING[name]


class SignInForm(InPlainWords, allauth_forms.LoginForm):
    """Address and password."""


class ChangePasswordForm(InPlainWords, allauth_forms.ChangePasswordForm):
    """The password that holds, and the one that is to."""


class ResetPasswordForm(InPlainWords, allauth_forms.ResetPasswordForm):
    """The address to which the link goes."""


class ResetPasswordKeyForm(InPlainWords, allauth_forms.ResetPasswordKeyForm):
    """The new password, by way of the link."""


class DemonstrationForm(forms.Form):
    """Which of the invented people to sign in as."""

    person = forms.ModelChoiceField(User.objects.demonstration())
