"""Finding a school, and what Headship knows of it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from law.appointment import Regime
from law.base import NoRegime
from law.review import reviews
from law.shown import shown
from schools.governing_law import law_of
from schools.models import School
from schools.search import search_schools

A_PAGE = 20  # schools on one page of what was found


@require_safe
def schools(request: HttpRequest) -> HttpResponse:
    """Find a school by what is typed: its name, town, postcode or number."""
    text = request.GET.get("q", "").strip()
    page = Paginator(search_schools(text), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "schools/find.html", {"text": text, "page": page})


@require_safe
def school(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a school: its facts, its governing body, and whose rules it appoints a head by."""
    found = get_object_or_404(School.objects.select_related("authority", "governing_body"), pk=pk)
    today = timezone.localdate()
    regime, why_not = _regime(found)
    body = found.governing_body
    return render(
        request,
        "schools/school.html",
        {
            "school": found,
            "body": body,
            "chair": body.chair_on(today) if body else None,
            "clerk": body.clerk_on(today) if body else None,
            "governors": body.governors_on(today).count() if body else 0,
            "arrangement": found.arrangement_on(today),
            "regime": regime,
            "to_check": [r for r in regime.rules() if r.confidence.must_check] if regime else [],
            "why_not": why_not,
            "kept": list(found.term_dates.all()),
        },
    )


def _regime(school: School) -> tuple[Regime | None, str]:
    """Return the rules that apply today, or why Headship holds none for such a school."""
    try:
        return law_of(school).on(timezone.localdate()), ""
    except NoRegime as error:
        return None, str(error)


@require_safe
def school_law(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the law as it stands for a school today, with what rests on recall and what is due."""
    found = get_object_or_404(School.objects.select_related("authority"), pk=pk)
    regime, why_not = _regime(found)
    rules = [shown(rule) for rule in regime.rules()] if regime else []
    today = timezone.localdate()
    context = {
        "school": found,
        "today": today,
        "regime": regime,
        "why_not": why_not,
        "arrangement": law_of(found).arrangement_on(today),
        "former": found.former_categories.all(),
        "rules": rules,
        "to_check": [each for each in rules if each.rule.confidence.must_check],
        "reviews": list(reviews(regime)) if regime else [],
    }
    return render(request, "schools/law.html", context)
