"""Forms of the accounts app."""

from django import forms

from accounts.models import User


class DemonstrationForm(forms.Form):
    """Which of the invented people to sign in as."""

    person = forms.ModelChoiceField(User.objects.demonstration())
