"""The kinds of school, of governor and of office, in the words of the national registers."""

from django.db.models import Q, TextChoices


class Nation(TextChoices):
    """The nation whose law a school is under."""

    ENGLAND = "england", "England"
    WALES = "wales", "Wales"


class Category(TextChoices):
    """The legal category of a state-funded school, which decides who appoints its head."""

    COMMUNITY = "community", "Community school"
    VOLUNTARY_CONTROLLED = "voluntary_controlled", "Voluntary controlled school"
    COMMUNITY_SPECIAL = "community_special", "Community special school"
    NURSERY = "nursery", "Maintained nursery school"
    VOLUNTARY_AIDED = "voluntary_aided", "Voluntary aided school"
    FOUNDATION = "foundation", "Foundation school"
    FOUNDATION_SPECIAL = "foundation_special", "Foundation special school"
    PUPIL_REFERRAL_UNIT = "pupil_referral_unit", "Pupil referral unit"
    ACADEMY = "academy", "Academy"
    FREE_SCHOOL = "free_school", "Free school"
    STUDIO_SCHOOL = "studio_school", "Studio school"
    UNIVERSITY_TECHNICAL_COLLEGE = "university_technical_college", "University technical college"
    CITY_TECHNOLOGY_COLLEGE = "city_technology_college", "City technology college"


class Status(TextChoices):
    """Whether a school is open, as the register has it."""

    OPEN = "open", "Open"
    CLOSING = "closing", "Open, but proposed to close"
    PROPOSED = "proposed", "Proposed to open"
    CLOSED = "closed", "Closed"
    NOT_STATED = "not_stated", "Not stated"


IN_USE = (Status.OPEN, Status.CLOSING)


class Arrangement(TextChoices):
    """A special arrangement, under which others than the school's governing body may decide."""

    NONE = "none", "No special arrangement"
    FEDERATION = "federation", "Federation"
    INTERIM_EXECUTIVE_BOARD = "interim_executive_board", "Interim executive board"
    TEMPORARY_GOVERNING_BODY = "temporary_governing_body", "Temporary governing body"
    SUSPENDED_BUDGET = "suspended_budget", "Delegated budget suspended"
    COLLABORATION = "collaboration", "Collaboration"


class MemberKind(TextChoices):
    """How someone comes to sit on a governing body."""

    PARENT = "parent", "Parent governor"
    STAFF = "staff", "Staff governor"
    LOCAL_AUTHORITY = "local_authority", "Local authority governor"
    CO_OPTED = "co_opted", "Co-opted governor"
    FOUNDATION = "foundation", "Foundation governor"
    PARTNERSHIP = "partnership", "Partnership governor"
    HEAD = "head", "Headteacher (ex officio)"
    ASSOCIATE = "associate", "Associate member"


class OfficeKind(TextChoices):
    """The offices of a governing body."""

    CHAIR = "chair", "Chair of governors"
    VICE_CHAIR = "vice_chair", "Vice-chair of governors"
    CLERK = "clerk", "Clerk to the governing body"


class StaffRole(TextChoices):
    """What someone does for a local authority."""

    OFFICER = "officer", "Officer"
    ADVISER = "adviser", "Adviser"


class TermKind(TextChoices):
    """What a stretch of a school's year is."""

    TERM = "term", "Term, or half of one"
    CLOSED = "closed", "Days within a term on which pupils do not attend"


class TermChange(TextChoices):
    """What was done with a stretch of a school's year."""

    ENTERED = "entered", "Entered"
    TAKEN_OUT = "taken_out", "Taken out"


def one_of(field: str, choices: type[TextChoices]) -> Q:
    """Return the condition, for a database constraint, that a field holds one of the choices."""
    return Q(**{f"{field}__in": choices.values})
