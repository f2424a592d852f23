"""The stages of a headship, in order, with what each means to its readers."""

from django.db.models import TextChoices


class Stage(TextChoices):
    """Where a vacancy stands. Clocks, advice and notices are facts beside the stage."""

    RECORDED = "recorded", "Vacancy recorded"
    PANEL_APPOINTED = "panel_appointed", "Panel appointed"
    ADVERTISED = "advertised", "Advertised, or decided not to"
    SHORTLISTED = "shortlisted", "Shortlisted"
    NAMES_SENT = "names_sent", "Names sent to the authority"
    INTERVIEWED = "interviewed", "Interviewed"
    RECOMMENDED = "recommended", "Recommended by the panel"
    NO_RECOMMENDATION = "no_recommendation", "No recommendation"
    APPROVED = "approved", "Recommendation approved"
    NOT_APPROVED = "not_approved", "Recommendation not approved"
    APPOINTED = "appointed", "Appointed"
    REFUSED = "refused", "Appointment refused by the authority"
    OFFERED = "offered", "Conditional offer made"
    ACCEPTED = "accepted", "Offer accepted"
    CONFIRMED = "confirmed", "Appointment confirmed"
    FELL_THROUGH = "fell_through", "The choice fell through"
    IN_POST = "in_post", "In post"
    WITHDRAWN = "withdrawn", "Vacancy withdrawn"


class CandidateState(TextChoices):
    """Where a candidate stands. "Decided" and "told" are separate: being told is a fact beside."""

    APPLIED = "applied", "Applied"
    NOT_SHORTLISTED = "not_shortlisted", "Not shortlisted"
    SHORTLISTED = "shortlisted", "Shortlisted"
    INTERVIEWED = "interviewed", "Interviewed"
    RECOMMENDED = "recommended", "Recommended"
    APPROVED = "approved", "Approved"
    APPOINTED = "appointed", "Appointed"
    OFFERED = "offered", "Offer made"
    ACCEPTED = "accepted", "Offer accepted"
    IN_POST = "in_post", "In post"
    UNSUCCESSFUL = "unsuccessful", "Unsuccessful"
    WITHDRAWN = "withdrawn", "Withdrawn"
    DECLINED = "declined", "Declined the offer"
    OFFER_WITHDRAWN = "offer_withdrawn", "Offer withdrawn"
    APPOINTMENT_WITHDRAWN = "appointment_withdrawn", "Appointment withdrawn"


class AgainFrom(TextChoices):
    """The step from which the panel's steps are repeated."""

    ADVERTISEMENT = "advertisement", "A new advertisement"
    SHORTLISTING = "shortlisting", "The shortlisting"
    RECOMMENDATION = "recommendation", "The recommendation: another of those interviewed"


LEFT = frozenset({CandidateState.WITHDRAWN, CandidateState.DECLINED})
"""Who went of their own accord: there is nothing to tell them."""

TAKEN_AWAY = frozenset({CandidateState.OFFER_WITHDRAWN, CandidateState.APPOINTMENT_WITHDRAWN})
"""From whom the post was taken again by the employer."""

TO_BE_TOLD = TAKEN_AWAY | {CandidateState.NOT_SHORTLISTED, CandidateState.UNSUCCESSFUL}
"""Who is told how it ended for them."""

OUT_OF_THE_FIELD = LEFT | TO_BE_TOLD
FALLEN = LEFT | TAKEN_AWAY
"""How it stands with the person chosen once the choice has fallen through."""

ENDED = frozenset({Stage.IN_POST, Stage.WITHDRAWN})
ANY = frozenset(Stage)
RUNNING = ANY - ENDED

BEFORE_SHORTLIST = frozenset({Stage.RECORDED, Stage.PANEL_APPOINTED, Stage.ADVERTISED})
SELECTION = frozenset({Stage.ADVERTISED, Stage.SHORTLISTED, Stage.NAMES_SENT, Stage.INTERVIEWED})
AFTER_NAMES = frozenset(
    {
        Stage.NAMES_SENT,
        Stage.INTERVIEWED,
        Stage.RECOMMENDED,
        Stage.NO_RECOMMENDATION,
        Stage.APPROVED,
        Stage.NOT_APPROVED,
        Stage.APPOINTED,
        Stage.REFUSED,
        Stage.OFFERED,
        Stage.ACCEPTED,
        Stage.CONFIRMED,
        Stage.FELL_THROUGH,
    }
)
CHOSEN = frozenset(
    {
        Stage.RECOMMENDED,
        Stage.APPROVED,
        Stage.APPOINTED,
        Stage.OFFERED,
        Stage.ACCEPTED,
        Stage.CONFIRMED,
    }
)
STOPPED_SHORT = frozenset({Stage.SHORTLISTED, Stage.NAMES_SENT, Stage.INTERVIEWED})
CAME_TO_NOTHING = frozenset(
    {Stage.NO_RECOMMENDATION, Stage.NOT_APPROVED, Stage.REFUSED, Stage.FELL_THROUGH}
)
REPEATABLE = CAME_TO_NOTHING | STOPPED_SHORT
WHILE_CHECKED = frozenset({Stage.OFFERED, Stage.ACCEPTED, Stage.CONFIRMED, Stage.IN_POST})
