"""The request of somebody signed in, for views to name as their argument's type."""

from django.http import HttpRequest

from accounts.models import User


class SignedInRequest(HttpRequest):
    """What every view gets unless it is marked login_not_required: `user` is a person."""

    user: User
