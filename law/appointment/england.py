"""England: community, voluntary controlled, community special and maintained nursery schools.

Where the parts of a rule are not equally sure, its confidence is that of the least sure part of
what it says; the number of a paragraph that is only recalled is mentioned in the note.
"""

from datetime import date
from fractions import Fraction
from typing import TypeVar

from law.appointment import england_guidance
from law.appointment.england_guidance import GUIDANCE, STAFFING_BEGAN, under
from law.appointment.regime import (
    AdvertisementDuty,
    NoticeDuty,
    QualificationGround,
    Regime,
    ResignationDate,
    ResignationDates,
)
from law.base import Confidence, Rule, Strength
from law.periods import Counting, Period, Unit

T = TypeVar("T")

READ = Confidence.READ
RECALLED_HIGH = Confidence.RECALLED_HIGH
INFERRED = Confidence.INFERRED

GOVERNANCE_BEGAN = date(2013, 9, 1)
EARLIEST = GUIDANCE[0]


def staffing(provision: str) -> str:
    """Cite a provision of the Regulations that govern the appointment."""
    return f"School Staffing (England) Regulations 2009 (SI 2009/2680), {provision}"


def governance(provision: str) -> str:
    """Cite a provision of the Regulations that govern the governing body's meetings."""
    return (
        "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013 "
        f"(SI 2013/1624), {provision}"
    )


def statute(
    key: str,
    says: str,
    *,
    value: T,
    citation: str,
    confidence: Confidence,
    since: date = STAFFING_BEGAN,
    note: str = "",
) -> Rule[T]:
    """Make a rule that nobody may override."""
    return Rule(
        key=key,
        says=says,
        value=value,
        citation=citation,
        strength=Strength.LAW,
        confidence=confidence,
        since=since,
        note=note,
    )


def house(
    key: str, says: str, *, serving: str, confidence: Confidence = READ, note: str = ""
) -> Rule[bool]:
    """Make a rule of Headship's own, which serves a provision or a purpose."""
    return Rule(
        key=key,
        says=says,
        value=True,
        citation=f"House rule of Headship, for {serving}",
        strength=Strength.HOUSE,
        confidence=confidence,
        since=EARLIEST.since,
        note=note,
    )


COMMUNITY = Regime(
    key="england-community",
    name="Community, voluntary controlled, community special and nursery schools in England",
    nation="england",
    categories=frozenset({"community", "voluntary_controlled", "community_special", "nursery"}),
    since=EARLIEST.since,
    # Opening
    notice_of_vacancy=statute(
        "notice_of_vacancy",
        "The governing body must tell the authority in writing of a vacancy in the post of head.",
        value=NoticeDuty("authority", in_writing=True, before_any_step=False),
        citation=staffing("regulation 15(1)"),
        confidence=READ,
        note="A vacancy includes a prospective one: regulation 3(2). No words are known that put "
        "the notice before every other step, so another step before it is only warned of.",
    ),
    advertisement=statute(
        "advertisement",
        "The governing body must advertise the vacancy in such manner as it thinks appropriate, "
        "unless it has good reason not to.",
        value=AdvertisementDuty(required=True, excuse="good reason not to"),
        citation=staffing("regulation 15(2)"),
        confidence=READ,
        note="The number of the paragraph is recalled. With good reason neither to advertise nor "
        "to select, the governing body names a person whom the authority must appoint if "
        "qualified: regulation 15(7), recalled.",
    ),
    panel_minimum=statute(
        "panel_minimum",
        "The governing body must appoint a selection panel of at least three governors.",
        value=3,
        citation=staffing("regulation 15(3)"),
        confidence=READ,
        note="The number of the paragraph is recalled.",
    ),
    panel_maximum=statute(
        "panel_maximum",
        "The regulations set no maximum for the panel.",
        value=None,
        citation=staffing("regulation 15(3)"),
        confidence=READ,
        note="About five is the usual advice.",
    ),
    panel_acts_with=statute(
        "panel_acts_with",
        "The panel acts with at least three of its members, none of whom has an interest in the "
        "candidate concerned.",
        value=3,
        citation=staffing("regulation 15(3)"),
        confidence=INFERRED,
        note="The regulation gives the number that is appointed; that as many must act, and for "
        "each candidate, follows from it (75%).",
    ),
    panel_excludes=statute(
        "panel_excludes",
        "Neither the outgoing head nor any other head of the school may sit on the panel, nor an "
        "associate member, who is not a governor.",
        value=frozenset({"outgoing_head", "head", "associate_member"}),
        citation=staffing("regulation 15(3)"),
        confidence=INFERRED,
        note="The exclusion of the head is read; that of associate members is inferred.",
    ),
    panel_deputy_head=Rule(
        key="panel_deputy_head",
        says="A governor who is a deputy head at the school has at least a conflict of interest.",
        value="conflict",
        citation=governance("regulation 16"),
        strength=Strength.PRACTICE,
        confidence=INFERRED,
        since=GOVERNANCE_BEGAN,
        note="Whether regulation 15(3) of the Staffing Regulations bars a deputy head altogether "
        "is as likely as not (50%).",
    ),
    panel_changed_by_governing_body=statute(
        "panel_changed_by_governing_body",
        "Only the governing body can change who sits on the panel.",
        value=True,
        citation=staffing("regulations 4(1) and 15(3)"),
        confidence=INFERRED,
        note="A substitute brought in on the day has been fatal in court. If a member falls ill, "
        "the others go on while three remain, the trained one among them; otherwise the panel is "
        "constituted anew and repeats its steps from shortlisting (75%).",
    ),
    trained_member=statute(
        "trained_member",
        "At least one member of the panel must have had safer recruitment training, and must be "
        "at the interviews.",
        value=1,
        citation=staffing("regulation 9"),
        confidence=READ,
        since=date(2010, 1, 1),
        note="No law says when such training expires. The print that was read refers to "
        "regulations 15 and 26, where 15 and 27 must be meant.",
    ),
    criteria_frozen=house(
        "criteria_frozen",
        "What was published with the advertisement stands: to change it is to publish again.",
        serving="judging every candidate by criteria they could read",
    ),
    # Selection
    shortlisters=england_guidance.shortlisters(EARLIEST),
    references_before_interview=england_guidance.references_before_interview(EARLIEST),
    names_to_authority=statute(
        "names_to_authority",
        "The panel must give the authority in writing the names of those it has chosen to "
        "interview for the post of head.",
        value=True,
        citation=staffing("regulation 15(3)(a)"),
        confidence=READ,
        note="Read in outline; the letter of the paragraph is recalled.",
    ),
    # Advice
    adviser_attendance=statute(
        "adviser_attendance",
        "A representative of the authority is entitled to attend, and to offer advice at, all "
        "proceedings to select a head.",
        value="right",
        citation=staffing("regulation 14"),
        confidence=READ,
        note="The substance is read, the wording recalled. The adviser has no vote.",
    ),
    advice_considered=statute(
        "advice_considered",
        "Whoever is to decide must consider the authority's advice before deciding.",
        value=True,
        citation=staffing("regulation 14"),
        confidence=RECALLED_HIGH,
        note="Reservations put to the governing body before it decides are advice too.",
    ),
    representations=statute(
        "representations",
        "Within seven days, beginning with the date on which it receives the names, the authority "
        "may make written representations to the panel that an applicant is not a suitable person "
        "for the post of head.",
        value=Period(7, Unit.CALENDAR_DAYS, Counting.BEGINNING_WITH, event="receipt"),
        citation=staffing("regulation 15(4)"),
        confidence=RECALLED_HIGH,
        note="The seven days are what practice uses and are 95% sure. Receipt, not sending, starts "
        "the period. Representations that come late are advice.",
    ),
    representations_considered=statute(
        "representations_considered",
        "The panel must consider representations made in time.",
        value=True,
        citation=staffing("regulation 15(4)(a)"),
        confidence=RECALLED_HIGH,
        note="So it must even if it recommends another person (90%). Only the authority withdraws "
        "them; a wrong addressee or a missing signature is a defect to flag, no more.",
    ),
    hold_for_representations=house(
        "hold_for_representations",
        "No recommendation is made until the period for representations has ended, or the "
        "authority has said that it makes none.",
        serving=f"the period in {staffing('regulation 15(4)')}",
        confidence=RECALLED_HIGH,
        note="An authority that makes none opens the way early and waives nothing: a paper that "
        "comes later, but within the period, is still a representation.",
    ),
    reasons_for_recommending=statute(
        "reasons_for_recommending",
        "If the panel recommends the person concerned, it must give its reasons in writing to the "
        "governing body and to the authority.",
        value=True,
        citation=staffing("regulation 15(4)(b)"),
        confidence=RECALLED_HIGH,
    ),
    reasons_before_meeting=house(
        "reasons_before_meeting",
        "Those reasons are given before the governing body meets to decide.",
        serving=f"the duty in {staffing('regulation 15(4)(b)')}",
        confidence=RECALLED_HIGH,
        note="The duty is law; that it is done before the meeting is the house rule.",
    ),
    # Appointment
    meeting_notice=statute(
        "meeting_notice",
        "The clerk must give written notice of the meeting, with the agenda and the papers, at "
        "least seven clear days in advance.",
        value=Period(7, Unit.CALENDAR_DAYS, Counting.CLEAR, event="notice"),
        citation=governance("regulation 13(4)"),
        confidence=READ,
        since=GOVERNANCE_BEGAN,
        note="Read on legislation.gov.uk. To each governor, the head and any associate member. The "
        "chair may direct a shorter period for urgent business: regulation 13(5).",
    ),
    quorum=statute(
        "quorum",
        "The quorum, at the meeting and at each vote, is one half of the membership of the "
        "governing body, rounded up, leaving out vacancies.",
        value=Fraction(1, 2),
        citation=governance("regulation 14(1)"),
        confidence=READ,
        since=GOVERNANCE_BEGAN,
        note="Read in a secondary source; the number of the paragraph is recalled.",
    ),
    casting_vote=statute(
        "casting_vote",
        "If the votes are equal, whoever chairs the meeting has a second or casting vote.",
        value=True,
        citation=governance("regulation 14"),
        confidence=RECALLED_HIGH,
        since=GOVERNANCE_BEGAN,
        note="Read for committees. One who acts as chair has it only if a governor.",
    ),
    conflicts_withdraw=statute(
        "conflicts_withdraw",
        "Whoever may have a conflict of interest, has a pecuniary interest, or whose impartiality "
        "is open to reasonable doubt, must disclose it, withdraw and not vote.",
        value=True,
        citation=governance("regulation 16 and Schedule 1, as amended by SI 2014/1257"),
        confidence=READ,
        since=date(2014, 9, 1),
        note="It binds governors, associate members, the head and the clerk. The day on which the "
        "amendment began is recalled.",
    ),
    outgoing_head_takes_no_part=statute(
        "outgoing_head_takes_no_part",
        "The outgoing head takes no part in choosing a successor.",
        value=True,
        citation=f"{staffing('regulation 15(3)')}; {governance('regulation 16')}",
        confidence=INFERRED,
        since=GOVERNANCE_BEGAN,
        note="England has had no express rule on successors since 1999. The outgoing head is still "
        "the normal referee of an internal candidate.",
    ),
    approval=statute(
        "approval",
        "Only the full governing body, in a meeting, can approve the recommendation; it cannot "
        "delegate the decision.",
        value="governing_body",
        citation=staffing("regulation 4(1)"),
        confidence=READ,
        note="That neither votes by e-mail nor the chair's urgent action will do is 85% sure.",
    ),
    appointer=statute(
        "appointer",
        "The authority must appoint the person whom the governing body approves, unless that "
        "person does not meet a staff qualification requirement.",
        value="authority",
        citation=staffing("regulation 15(5)"),
        confidence=RECALLED_HIGH,
    ),
    refusal_grounds=statute(
        "refusal_grounds",
        "The authority may refuse only because a staff qualification requirement is not met; "
        "disagreement on merit is no ground.",
        value=(
            QualificationGround(
                "qualifications", "does not hold a qualification the post requires"
            ),
            QualificationGround("bar_on_teaching", "is under a bar on teaching"),
            QualificationGround("health", "lacks the health or physical capacity for teaching"),
            QualificationGround("fitness", "is not fit to teach"),
        ),
        citation=staffing("regulations 3(3) and 15(5)"),
        confidence=RECALLED_HIGH,
        note="The grounds are read in the predecessor of these Regulations. One whom nobody may "
        "lawfully employ has failed a check, which is a different ending from a refusal.",
    ),
    repeat_steps=statute(
        "repeat_steps",
        "If the panel recommends nobody, the governing body does not approve, or the authority "
        "declines to appoint, the governing body may require the panel to repeat its steps, with "
        "or without a new advertisement.",
        value=frozenset({"no_recommendation", "not_approved", "refused"}),
        citation=staffing("regulation 15(6)"),
        confidence=RECALLED_HIGH,
        note="The same applicants may be considered again.",
    ),
    decided_in_meeting=house(
        "decided_in_meeting",
        "What the Regulations leave to the governing body, it decides in a quorate meeting.",
        serving=staffing("regulations 15(2) and 15(6)"),
        confidence=INFERRED,
        note="Not to advertise and to repeat the panel's steps are decisions of the governing "
        "body. They may be delegated under regulation 4(1): then say to whom.",
    ),
    offer_after_appointment=statute(
        "offer_after_appointment",
        "No offer is made before the governing body has approved and the authority has appointed.",
        value=True,
        citation=staffing("regulation 15(5)"),
        confidence=INFERRED,
        note="That nothing is offered before the governing body's meeting is read as practice.",
    ),
    offer_conditional=england_guidance.offer_conditional(EARLIEST),
    resignation_dates=Rule(
        key="resignation_dates",
        says="To leave at the end of a term, a head or a teacher resigns by a fixed date.",
        value=ResignationDates(
            head=(ResignationDate(9, 12), ResignationDate(1, 4), ResignationDate(4, 8)),
            teacher=(ResignationDate(10, 12), ResignationDate(2, 4), ResignationDate(5, 8)),
        ),
        citation="Conditions of Service for School Teachers in England and Wales (Burgundy Book)",
        strength=Strength.PRACTICE,
        confidence=READ,
        since=EARLIEST.since,
        note="Read in an authority's guidance. This is contract, not statute: a person's own "
        "contract prevails, and an employer may release early.",
    ),
    start_before_certificate=england_guidance.start_before_certificate(EARLIEST),
    checks=england_guidance.checks(EARLIEST),
)

COMMUNITY_EDITIONS = tuple(under(guidance, COMMUNITY) for guidance in GUIDANCE)
