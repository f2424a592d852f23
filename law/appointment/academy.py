"""England: academies, whose trust appoints by its own articles and scheme of delegation.

The Staffing Regulations do not apply, so that the local authority has no part. What the scheme
lays down is entered for each school (`law.appointment.scheme`); until then the values here stand.
"""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TypeVar

from law.appointment import england_guidance, pay
from law.appointment.contracts import RESIGNATION_DATES
from law.appointment.england_guidance import CHECKS, GUIDANCE, MANNER, Asked, editions
from law.appointment.regime import AdvertisementDuty, Check, Regime
from law.base import Confidence, Rule, Strength
from law.making import FROM_THE_START, house, practice
from law.periods import Counting, Period, Unit

T = TypeVar("T")

READ = Confidence.READ
RECALLED_MEDIUM = Confidence.RECALLED_MEDIUM
INFERRED = Confidence.INFERRED
EARLIEST = GUIDANCE[0]

SCHEME = "The trust's articles and scheme of delegation"
STANDARDS = "Education (Independent School Standards) Regulations 2014 (SI 2014/3283), Schedule"
STANDARDS_BEGAN = date(2015, 1, 5)


def trust(key: str, says: str, *, value: T, confidence: Confidence, note: str = "") -> Rule[T]:
    """Make a rule that a trust's own documents settle: a house rule, until they are entered."""
    return Rule(
        key=key,
        says=says,
        value=value,
        citation=SCHEME,
        strength=Strength.HOUSE,
        confidence=confidence,
        since=FROM_THE_START,
        note=note,
    )


ACADEMY = Regime(
    key="england-academy",
    name="Academies, free schools, studio schools and technical colleges in England",
    nation="england",
    categories=frozenset(
        {
            "academy",
            "free_school",
            "studio_school",
            "university_technical_college",
            "city_technology_college",
        }
    ),
    since=EARLIEST.since,
    # Opening
    notice_of_vacancy=None,
    advertisement=practice(
        "advertisement",
        "The post is advertised as the trust's policy on recruitment has it.",
        value=AdvertisementDuty(required=False, excuse="the trust's policy"),
        citation=SCHEME,
        confidence=INFERRED,
        note="No law asks an academy to advertise; not to do so wants a reason on the file.",
    ),
    panel_minimum=trust(
        "panel_minimum",
        "The panel has as many members as the scheme of delegation says.",
        value=3,
        confidence=INFERRED,
        note="Three is the number of the maintained schools, taken until the scheme is entered.",
    ),
    panel_maximum=trust(
        "panel_maximum",
        "The panel is no larger than the scheme of delegation allows.",
        value=None,
        confidence=INFERRED,
    ),
    panel_acts_with=trust(
        "panel_acts_with",
        "The panel acts with at least three of its members, none of whom has an interest in the "
        "candidate concerned.",
        value=3,
        confidence=INFERRED,
    ),
    panel_excludes=trust(
        "panel_excludes",
        "Neither the outgoing head nor any other head of the school, nor an acting one, sits on "
        "the panel.",
        value=frozenset({"outgoing_head", "head", "acting_head"}),
        confidence=INFERRED,
    ),
    panel_changed_by_governing_body=trust(
        "panel_changed_by_governing_body",
        "Only the body that appointed the panel changes who sits on it.",
        value=True,
        confidence=INFERRED,
    ),
    trained_member=practice(
        "trained_member",
        "At least one member of the panel has had safer recruitment training, and is at the "
        "interviews.",
        value=1,
        citation="Good practice; in a maintained school it is law",
        confidence=READ,
    ),
    criteria_frozen=house(
        "criteria_frozen",
        "What was published with the advertisement stands: to change it is to publish again.",
        serving="judging every candidate by criteria they could read",
    ),
    # Selection
    shortlisters=england_guidance.shortlisters(EARLIEST),
    references_before_interview=england_guidance.references_before_interview(EARLIEST),
    names=None,
    # Advice
    adviser_attendance=trust(
        "adviser_attendance",
        "Nobody outside the trust has a right to attend; whoever it invites may offer advice.",
        value="invitation",
        confidence=INFERRED,
    ),
    advice_considered=practice(
        "advice_considered",
        "Whoever is to decide considers advice that was invited before deciding.",
        value=True,
        citation="Practice of governing bodies",
        confidence=INFERRED,
        note="Reservations put before the decision are advice too.",
    ),
    # Appointment
    meeting_notice=practice(
        "meeting_notice",
        "Notice of the meeting, with the agenda, is given as the trust's articles say; seven clear "
        "days are usual.",
        value=Period(7, Unit.CALENDAR_DAYS, Counting.CLEAR, event="notice"),
        citation="The trust's articles",
        confidence=RECALLED_MEDIUM,
    ),
    quorum=trust(
        "quorum",
        "The quorum, at the meeting and at each vote, is one half of the members of the body that "
        "decides, rounded up, unless the articles say otherwise.",
        value=Fraction(1, 2),
        confidence=INFERRED,
    ),
    casting_vote=trust(
        "casting_vote",
        "If the votes are equal, whoever chairs the meeting has a second or casting vote, unless "
        "the articles say otherwise.",
        value=True,
        confidence=INFERRED,
    ),
    conflicts_withdraw=trust(
        "conflicts_withdraw",
        "Whoever has an interest in a candidate discloses it, withdraws and does not vote.",
        value=True,
        confidence=INFERRED,
    ),
    clerk_not_governor=trust(
        "clerk_not_governor",
        "The clerk is not a governor or the head of the school.",
        value=frozenset({"governor", "head"}),
        confidence=INFERRED,
    ),
    outgoing_head_takes_no_part=trust(
        "outgoing_head_takes_no_part",
        "Neither the outgoing head nor an acting head takes part in choosing a successor.",
        value=True,
        confidence=INFERRED,
        note="The outgoing head is still the normal referee of an internal candidate.",
    ),
    approval=trust(
        "approval",
        "The recommendation goes for approval to the body that the scheme of delegation names.",
        value="governing_body",
        confidence=INFERRED,
    ),
    appointer=trust(
        "appointer",
        "The trust is the employer, and appoints through the body that the scheme of delegation "
        "names.",
        value="trust_board",
        confidence=INFERRED,
    ),
    repeat_steps=trust(
        "repeat_steps",
        "If the panel recommends nobody, or the recommendation is not approved, the panel's steps "
        "can be repeated, with or without a new advertisement.",
        value=frozenset({"no_recommendation", "not_approved"}),
        confidence=INFERRED,
    ),
    recommend_again=trust(
        "recommend_again",
        "The panel can recommend another of those it interviewed, in the same round: when it is "
        "asked to think again or, unasked, when its choice has fallen through.",
        value=True,
        confidence=INFERRED,
    ),
    decided_in_meeting=house(
        "decided_in_meeting",
        "What the trust leaves to its governing body, that body decides in a quorate meeting.",
        serving="a decision that can be shown",
    ),
    offer_after_appointment=trust(
        "offer_after_appointment",
        "No offer is made before the trust has appointed.",
        value=True,
        confidence=INFERRED,
    ),
    offer_conditional=england_guidance.offer_conditional(EARLIEST),
    acting_head=practice(
        "acting_head",
        "Somebody is named to carry out the functions of the head while there is none.",
        value=True,
        citation="Practice of trusts",
        confidence=INFERRED,
    ),
    pay_range=pay.ACADEMY_RANGE,
    resignation_dates=RESIGNATION_DATES,
    start_before_certificate=england_guidance.start_before_certificate(EARLIEST),
    checks=england_guidance.checks(EARLIEST, MANNER),
)

IN_ACADEMIES = {
    "prohibition": Asked(
        check=Check("prohibition", "Prohibition from teaching", "always", "confirmation"),
        says="It must be checked that the person is not prohibited from teaching, nor under an "
        "interim order or an earlier sanction.",
        statute=f"{STANDARDS} paragraph 18",
    ),
    "section_128": Asked(
        check=Check(
            "section_128", "Prohibition from management (section 128)", "always", "confirmation"
        ),
        says="It must be checked that no direction prohibits the person from the management of "
        "schools.",
        statute=f"Education and Skills Act 2008, section 128; {STANDARDS} paragraph 18",
        note="A head, a deputy head and an assistant head manage, and so does a trustee. The "
        "section of that number in the Education Act 2002 is another.",
    ),
}
"""The checks that the Independent School Standards ask for where another law asks a council."""

ACADEMY_CHECKS = tuple(
    replace(asked, since=max(asked.since, STANDARDS_BEGAN))
    for asked in (IN_ACADEMIES.get(check.check.key, check) for check in CHECKS)
)
ACADEMY_EDITIONS = editions(ACADEMY, manner=f"{STANDARDS} paragraph 18", asked=ACADEMY_CHECKS)
