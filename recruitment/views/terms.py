"""The page on which the clerk keeps a school's term dates."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from accounts.http import person
from casework import clock
from recruitment.forms.terms import TermDatesForm
from schools import terms
from schools.models import School


@require_http_methods(["GET", "POST"])
def term_dates(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a school's term dates, with a form for one more; enter it, or take one out."""
    school = get_object_or_404(School.objects.select_related("governing_body"), pk=pk)
    body = school.governing_body
    if body is None or body.clerk_on(clock.today()) != person(request):
        return _page(request, school, None, HTTPStatus.FORBIDDEN)
    if request.method == "GET":
        return _page(request, school, TermDatesForm())
    if "take_out" in request.POST:
        return _take_out(request, school)
    form = TermDatesForm(request.POST)
    return _enter(request, school, form)


def _enter(request: HttpRequest, school: School, form: TermDatesForm) -> HttpResponse:
    if form.is_valid():
        try:
            terms.enter(school, [form.dates()], by=person(request), on=clock.today())
        except terms.TermsRefused as refusal:
            for fault in refusal.faults:
                form.add_error(None, fault)
        else:
            messages.success(request, "The dates are entered.")
            return redirect("term_dates", school.pk)
    return _page(request, school, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _take_out(request: HttpRequest, school: School) -> HttpResponse:
    which = request.POST["take_out"]
    if which.isdecimal():
        terms.take_out(school, int(which), by=person(request), on=clock.today())
    messages.success(request, "The dates are taken out.")
    return redirect("term_dates", school.pk)


def _page(
    request: HttpRequest, school: School, form: TermDatesForm | None, status: int = HTTPStatus.OK
) -> HttpResponse:
    """Return the page; for whoever is not the clerk, without a form."""
    kept = list(school.term_dates.all())
    context = {
        "school": school,
        "form": form,
        "kept": kept,
        "without_a_term": terms.without_a_term(kept),
        "changes": school.term_changes.select_related("by"),
    }
    return render(request, "recruitment/act/term_dates.html", context, status=status)
