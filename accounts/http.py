"""The request of somebody signed in, for views to name as their argument's type."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User


class SignedInRequest(HttpRequest):
    """What every view gets unless it is marked login_not_required: `user` is a person."""

    user: User


def person(request: HttpRequest) -> User:
    """Return who is signed in. Every page asks for that before its view is called."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
