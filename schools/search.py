"""Finding a school by what someone remembers of it: its name, town, postcode or number."""

from django.db.models import Case, Q, QuerySet, Value, When

from schools.models import IN_USE, Nation, School
from schools.words import plain


def search_schools(text: str) -> QuerySet[School]:
    """Return the schools that have every word of the text, open ones first, then by name.

    A word may be the beginning of one in the name, town or postcode, or of the URN; accents, case
    and apostrophes do not matter. Text without a word finds nothing.
    """
    words = plain(text).split()
    if not words:
        return School.objects.none()
    wanted = Q(*[Q(search_text__contains=f" {word}") for word in words])
    open_first = Case(When(status__in=IN_USE, then=Value(0)), default=Value(1))
    found = School.objects.filter(wanted).select_related("authority")
    return found.order_by(open_first, "name", "urn", "number", "pk")


def school_numbered(text: str) -> School:
    """Return the school with this URN or, in Wales, this number. School.DoesNotExist if none."""
    urn = Q(urn=int(text)) if text.isdecimal() else Q()
    return School.objects.get(urn | Q(nation=Nation.WALES, number=text))
