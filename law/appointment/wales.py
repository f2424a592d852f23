"""Wales: the maintained schools, under Part 2 or Part 3 of the Staffing Regulations.

Part 2 is for community, voluntary controlled, community special and maintained nursery schools;
Part 3 (in `wales_foundation`) for voluntary aided, foundation and foundation special schools. Much
of it was read for one Part and is recalled for the other; paragraphs are cited where known.
"""

from datetime import date
from fractions import Fraction

from law.appointment import pay
from law.appointment import wales_checks as guidance
from law.appointment.contracts import RESIGNATION_DATES
from law.appointment.numbering import numbered
from law.appointment.regime import (
    AdvertisementDuty,
    ByCategory,
    NoticeDuty,
    QualificationGround,
    Regime,
)
from law.appointment.wales_names import NAMES
from law.appointment.wales_sources import (
    QUALIFICATIONS,
    REORGANISATION_BEGAN,
    STAFFING_BEGAN,
    staffing,
)
from law.base import Confidence
from law.making import FROM_THE_START, house, statute
from law.periods import Counting, Period, Unit
from law.sources import WALES_GOVERNANCE_BEGAN, wales_governance

READ = Confidence.READ
RECALLED_HIGH = Confidence.RECALLED_HIGH
RECALLED_MEDIUM = Confidence.RECALLED_MEDIUM
INFERRED = Confidence.INFERRED

REGULATION = staffing("regulation {appointment}")

MAINTAINED = Regime(
    key="wales-community",
    name="Community, voluntary controlled, community special and nursery schools in Wales",
    nation="wales",
    categories=frozenset({"community", "voluntary_controlled", "community_special", "nursery"}),
    since=FROM_THE_START,
    note="Governing bodies in Wales were under review in 2026; no new Regulations are known.",
    # Opening
    notice_of_vacancy=statute(
        "notice_of_vacancy",
        "The governing body must tell the authority in writing of a vacancy in the post of head, "
        "before it takes any of the later steps.",
        value=NoticeDuty("authority", in_writing=True, before_any_step=True),
        citation=staffing("regulation {appointment}(1)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="Read for Part 3, in Welsh; the same for Part 2 is recalled.",
    ),
    advertisement=statute(
        "advertisement",
        "The governing body must advertise the vacancy. It may decide not to only where the school "
        "is named in proposals to reorganise schools as one that is to receive pupils, and "
        "somebody at that school or at one that is to close has applied in writing.",
        value=AdvertisementDuty(
            required=True,
            excuse="a reorganisation and a written application from a school in it",
            only_reorganisation=True,
        ),
        citation=staffing("regulation {advertisement}"),
        confidence=READ,
        since=REORGANISATION_BEGAN,
        note="Inserted by SI 2009/3161. Failing an applicant at those schools, one at another "
        "affected school in the area will do. That it must be advertised throughout England and "
        "Wales is recalled.",
    ),
    panel_minimum=statute(
        "panel_minimum",
        "The governing body must set up a selection panel of at least three governors.",
        value=3,
        citation=REGULATION,
        confidence=READ,
        since=STAFFING_BEGAN,
        note="Read in a secondary source (90%).",
    ),
    panel_maximum=statute(
        "panel_maximum",
        "The selection panel has no more than seven governors.",
        value=7,
        citation=REGULATION,
        confidence=RECALLED_MEDIUM,
        since=STAFFING_BEGAN,
        note="Read in one secondary source, and 60% sure.",
    ),
    panel_acts_with=statute(
        "panel_acts_with",
        "The panel acts with at least three of its members, none of whom has an interest in the "
        "candidate concerned.",
        value=3,
        citation=REGULATION,
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="The regulation gives the number that is appointed; that as many must act, and for "
        "each candidate, follows from it (75%).",
    ),
    panel_excludes=statute(
        "panel_excludes",
        "Neither the outgoing head nor an acting head may sit on the panel, nor an associate pupil "
        "governor or other associate member.",
        value=frozenset({"outgoing_head", "head", "acting_head", "associate_member"}),
        citation=wales_governance("Schedule 7 paragraph 4"),
        confidence=READ,
        since=WALES_GOVERNANCE_BEGAN,
        note="Read for a person employed at the school and for acting heads; that associate "
        "members are out is read for federations.",
    ),
    panel_changed_by_governing_body=statute(
        "panel_changed_by_governing_body",
        "Only the governing body can change who sits on the panel.",
        value=True,
        citation=wales_governance("regulations 51 and 54"),
        confidence=INFERRED,
        since=WALES_GOVERNANCE_BEGAN,
        note="If a member falls ill, the others go on while three remain; otherwise the panel is "
        "constituted anew and repeats its steps from shortlisting (75%).",
    ),
    staff_governors=statute(
        "staff_governors",
        "A teacher or staff governor withdraws where an internal candidate's appointment would "
        "open a post that they could seek, unless they undertake in writing not to apply for it "
        "or benefit.",
        value=True,
        citation=wales_governance("regulation 63 and Schedule 7"),
        confidence=READ,
        since=WALES_GOVERNANCE_BEGAN,
        note="Read in a secondary source. They cannot be made to withdraw for the balance of the "
        "panel.",
    ),
    trained_member=guidance.TRAINED_MEMBER,
    criteria_frozen=house(
        "criteria_frozen",
        "What was published with the advertisement stands: to change it is to publish again.",
        serving="judging every candidate by criteria they could read",
    ),
    religion=statute(
        "religion",
        "In a controlled or foundation school with a religious character, regard may be had to a "
        "head's fitness to preserve and develop it; in an aided school preference may be given to "
        "religious opinion, worship or willingness to teach.",
        value=ByCategory(
            (
                ("voluntary_aided", "preference"),
                ("voluntary_controlled", "fitness"),
                ("foundation", "fitness"),
                ("foundation_special", "fitness"),
            )
        ),
        citation="School Standards and Framework Act 1998, section 60(4) and (5)",
        confidence=READ,
        since=date(1999, 9, 1),
        note="In Wales a head cannot be a reserved teacher: the change was begun for England only.",
    ),
    # Selection
    shortlisters=guidance.SHORTLISTERS,
    references_before_interview=guidance.REFERENCES_BEFORE_INTERVIEW,
    names=NAMES,
    # Advice
    adviser_attendance=statute(
        "adviser_attendance",
        "The chief education officer of the authority, or a representative, is entitled to attend "
        "the shortlisting and the interviews, and to offer advice.",
        value="right",
        citation=staffing("regulation {advice}"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="Read in a secondary source. One who is a candidate's referee had better send "
        "another where the reference is personal.",
    ),
    diocese_attendance=statute(
        "diocese_attendance",
        "The diocesan officer of a controlled school with a religious character has the same "
        "advisory rights, where the governing body has agreed to it in writing.",
        value=ByCategory((("voluntary_controlled", "agreement"),)),
        citation=staffing("regulation 19"),
        confidence=RECALLED_MEDIUM,
        since=STAFFING_BEGAN,
    ),
    advice_considered=statute(
        "advice_considered",
        "Whoever is to decide must consider that advice before deciding.",
        value=True,
        citation=staffing("regulation {advice}"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="Reservations put to the governing body before it decides are advice too.",
    ),
    # Appointment
    meeting_notice=statute(
        "meeting_notice",
        "The clerk must give notice of the meeting, with the agenda and the papers, at least five "
        "clear working days in advance.",
        value=Period(5, Unit.WORKING_DAYS, Counting.CLEAR, event="notice"),
        citation=wales_governance("regulation 45"),
        confidence=READ,
        since=WALES_GOVERNANCE_BEGAN,
        note="Read in a secondary source. The chair may direct a shorter period if it is urgent.",
    ),
    meeting_notice_to_authority=statute(
        "meeting_notice_to_authority",
        "Notice of the meeting, with the agenda and the papers, goes to the authority too, as to "
        "each governor and the head.",
        value=True,
        citation=wales_governance("regulation 45"),
        confidence=READ,
        since=WALES_GOVERNANCE_BEGAN,
        note="Read in a secondary source.",
    ),
    quorum=statute(
        "quorum",
        "The quorum, at the meeting and at each vote, is one half of the membership of the "
        "governing body, rounded up, leaving out vacancies.",
        value=Fraction(1, 2),
        citation=wales_governance("provision on the quorum (number not known)"),
        confidence=READ,
        since=WALES_GOVERNANCE_BEGAN,
        note="Read in a secondary source.",
    ),
    casting_vote=statute(
        "casting_vote",
        "If the votes are equal, whoever chairs the meeting has a second or casting vote.",
        value=True,
        citation=wales_governance("provision on voting (number not known)"),
        confidence=RECALLED_HIGH,
        since=WALES_GOVERNANCE_BEGAN,
        note="Read for federations.",
    ),
    conflicts_withdraw=statute(
        "conflicts_withdraw",
        "Whoever may have a conflict of interest, has a pecuniary interest, or whose impartiality "
        "is open to reasonable doubt, must disclose it, withdraw and not vote.",
        value=True,
        citation=wales_governance("regulation 63 and Schedule 7"),
        confidence=READ,
        since=WALES_GOVERNANCE_BEGAN,
        note="Read by reference. An interest no greater than that of the staff in general is not "
        "pecuniary.",
    ),
    clerk_not_governor=statute(
        "clerk_not_governor",
        "The clerk may not be a governor or the head of the school.",
        value=frozenset({"governor", "head"}),
        citation=wales_governance("provision on the clerk (number not known)"),
        confidence=RECALLED_HIGH,
        since=WALES_GOVERNANCE_BEGAN,
        note="Where the clerk is away, a governor other than the head may clerk that one meeting.",
    ),
    outgoing_head_takes_no_part=statute(
        "outgoing_head_takes_no_part",
        "A person employed at the school withdraws and does not vote when the appointment of their "
        "own successor is considered; so does an acting head.",
        value=True,
        citation=wales_governance("Schedule 7 paragraph 4"),
        confidence=READ,
        since=WALES_GOVERNANCE_BEGAN,
        note="The outgoing head is still the normal referee of an internal candidate.",
    ),
    approval=statute(
        "approval",
        "Only the full governing body, in a meeting, can approve the recommendation; it cannot "
        "delegate the decision.",
        value="governing_body",
        citation=REGULATION,
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="That the decision rests with the full governing body is read in outline; that it "
        "cannot be delegated follows from regulation 51 of SI 2005/2914.",
    ),
    appointer=statute(
        "appointer",
        "The authority must appoint the person whom the governing body recommends to it, unless "
        "that person does not meet a staff qualification requirement.",
        value="authority",
        citation=REGULATION,
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="The same words are read for acting heads and for other teachers.",
    ),
    refusal_grounds=statute(
        "refusal_grounds",
        "The authority may refuse only because a staff qualification requirement is not met; "
        "disagreement on merit is no ground.",
        value=(
            QualificationGround(
                "qualifications", "does not hold a qualification the post requires"
            ),
            QualificationGround("registration", "is not registered as a teacher, or cannot be"),
            QualificationGround("bar_on_teaching", "is under a bar on teaching"),
            QualificationGround("health", "lacks the health or physical capacity for teaching"),
        ),
        citation=f"{REGULATION}; {QUALIFICATIONS}",
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="Want of the headship qualification stops a first-time head from serving, not from "
        "being appointed. One whom nobody may lawfully employ has failed a check, which is a "
        "different ending from a refusal.",
    ),
    repeat_steps=statute(
        "repeat_steps",
        "If the panel recommends nobody, the governing body does not approve, or the authority "
        "declines to appoint, the panel's steps may be repeated, with or without a new "
        "advertisement.",
        value=frozenset({"no_recommendation", "not_approved", "refused"}),
        citation=REGULATION,
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
    ),
    recommend_again=statute(
        "recommend_again",
        "The panel may recommend another of those it interviewed, in the same round: when the "
        "governing body asks it to think again or, unasked, when its choice has fallen through.",
        value=True,
        citation=REGULATION,
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="That its steps may be repeated is recalled; that less than all of them may be "
        "follows from it. All can still be repeated from the shortlisting.",
    ),
    decided_in_meeting=house(
        "decided_in_meeting",
        "What the Regulations leave to the governing body, it decides in a quorate meeting.",
        serving=REGULATION,
        confidence=INFERRED,
    ),
    offer_after_appointment=statute(
        "offer_after_appointment",
        "No offer is made before the governing body has approved and the authority has appointed.",
        value=True,
        citation=REGULATION,
        confidence=INFERRED,
        since=STAFFING_BEGAN,
    ),
    offer_conditional=guidance.OFFER_CONDITIONAL,
    acting_head=statute(
        "acting_head",
        "If the post is not, or will not be, filled by the day on which it falls vacant, the "
        "governing body must recommend an acting head, whom the authority must appoint unless a "
        "qualification requirement is not met, or engage one otherwise.",
        value=True,
        citation=REGULATION,
        confidence=READ,
        since=STAFFING_BEGAN,
        note="Read in a secondary source. If the authority declines, the governing body must "
        "recommend another.",
    ),
    pay_range=pay.WALES_RANGE,
    resignation_dates=RESIGNATION_DATES,
    start_before_certificate=guidance.START_BEFORE_CERTIFICATE,
    checks=guidance.CHECKS,
)

COMMUNITY = numbered(MAINTAINED, appointment="10", advice="13", advertisement="10(8) and (8A)")
