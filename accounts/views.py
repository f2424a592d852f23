"""Signing in: by e-mail and password, or as one of the invented people of a demonstration."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.demonstration import to_begin_with
from accounts.forms import DemonstrationForm
from accounts.models import User


class SignInView(LoginView):
    """django-allauth's sign-in, with the demonstration's people beside it when it is on."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = User.objects.demonstration() if settings.DEMONSTRATION else User.objects.none()
        people = people.prefetch_related("offices__governing_body__schools")
        return super().get_context_data(
            demonstration_people=people, begin_with=to_begin_with(people), **kwargs
        )


@login_not_required
@require_POST
def demonstration_sign_in(request: HttpRequest) -> HttpResponse:
    form = DemonstrationForm(request.POST)
    if not (settings.DEMONSTRATION and form.is_valid()):
        raise Http404
    logout(request)
    login(request, form.cleaned_data["person"], backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(settings.LOGIN_REDIRECT_URL)
