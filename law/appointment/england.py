"""England: the maintained schools, under Part 2 or Part 3 of the Staffing Regulations.

Part 2 is for community, voluntary controlled, community special and maintained nursery schools;
Part 3 (in `england_foundation`) for voluntary aided, foundation and foundation special schools.
They say the same in other numbers, save for who appoints and who may attend.

Where the parts of a rule are not equally sure, its confidence is that of the least sure part of
what it says; the number of a paragraph that is only recalled is mentioned in the note.
"""

from datetime import date
from fractions import Fraction

from law.appointment import england_guidance, pay
from law.appointment.contracts import RESIGNATION_DATES
from law.appointment.england_guidance import (
    GUIDANCE,
    MANNER,
    STAFFING_BEGAN,
    editions,
    staffing,
)
from law.appointment.england_names import NAMES
from law.appointment.numbering import numbered
from law.appointment.regime import (
    AdvertisementDuty,
    ByCategory,
    NoticeDuty,
    QualificationGround,
    Regime,
)
from law.base import Confidence, Rule, Strength
from law.making import house, practice, statute
from law.periods import Counting, Period, Unit
from law.sources import ENGLAND_GOVERNANCE_BEGAN, england_governance

READ = Confidence.READ
RECALLED_HIGH = Confidence.RECALLED_HIGH
RECALLED_MEDIUM = Confidence.RECALLED_MEDIUM
INFERRED = Confidence.INFERRED

EARLIEST = GUIDANCE[0]


MAINTAINED = Regime(
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
        citation=staffing("regulation {appointment}(1)"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="A vacancy includes a prospective one: regulation 3(2). No words are known that put "
        "the notice before every other step, so another step before it is only warned of.",
    ),
    advertisement=statute(
        "advertisement",
        "The governing body must advertise the vacancy in such manner as it thinks appropriate, "
        "unless it has good reason not to.",
        value=AdvertisementDuty(required=True, excuse="good reason not to"),
        citation=staffing("regulation {appointment}(2)"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="The number of the paragraph is recalled. With good reason neither to advertise nor "
        "to select, the governing body names a person whom the authority must appoint if "
        "qualified: regulation {appointment}(7), recalled.",
    ),
    panel_minimum=statute(
        "panel_minimum",
        "The governing body must appoint a selection panel of at least three governors.",
        value=3,
        citation=staffing("regulation {appointment}(3)"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="The number of the paragraph is recalled.",
    ),
    panel_maximum=statute(
        "panel_maximum",
        "The regulations set no maximum for the panel.",
        value=None,
        citation=staffing("regulation {appointment}(3)"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="About five is the usual advice.",
    ),
    panel_acts_with=statute(
        "panel_acts_with",
        "The panel acts with at least three of its members, none of whom has an interest in the "
        "candidate concerned.",
        value=3,
        citation=staffing("regulation {appointment}(3)"),
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="The regulation gives the number that is appointed; that as many must act, and for "
        "each candidate, follows from it (75%).",
    ),
    panel_excludes=statute(
        "panel_excludes",
        "Neither the outgoing head nor any other head of the school, nor an acting one, may sit on "
        "the panel, nor an associate member, who is not a governor.",
        value=frozenset({"outgoing_head", "head", "acting_head", "associate_member"}),
        citation=staffing("regulation {appointment}(3)"),
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="The exclusion of the head is read; that of an acting head and of associate members "
        "is inferred.",
    ),
    panel_deputy_head=Rule(
        key="panel_deputy_head",
        says="A governor who is a deputy head at the school has at least a conflict of interest.",
        value="conflict",
        citation=england_governance("regulation 16"),
        strength=Strength.PRACTICE,
        confidence=INFERRED,
        since=ENGLAND_GOVERNANCE_BEGAN,
        note="Whether regulation {appointment}(3) of the Staffing Regulations bars a deputy head "
        "altogether is as likely as not (50%).",
    ),
    panel_changed_by_governing_body=statute(
        "panel_changed_by_governing_body",
        "Only the governing body can change who sits on the panel.",
        value=True,
        citation=staffing("regulations 4(1) and {appointment}(3)"),
        confidence=INFERRED,
        since=STAFFING_BEGAN,
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
    religion=statute(
        "religion",
        "In an aided school with a religious character, preference may be given to religious "
        "opinion, worship or willingness to teach; in a controlled or foundation school, regard "
        "may be had to a head's fitness to preserve and develop the religious character.",
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
        since=date(2008, 9, 1),
        note="A controlled or foundation school may also make its head a reserved teacher, and "
        "the preference then applies: section 58 as amended, in England only.",
    ),
    # Selection
    shortlisters=england_guidance.shortlisters(EARLIEST),
    references_before_interview=england_guidance.references_before_interview(EARLIEST),
    names=NAMES,
    # Advice
    adviser_attendance=statute(
        "adviser_attendance",
        "A representative of the authority is entitled to attend, and to offer advice at, all "
        "proceedings to select a head.",
        value="right",
        citation=staffing("regulation {advice}"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="The substance is read, the wording recalled. The adviser has no vote.",
    ),
    advice_considered=statute(
        "advice_considered",
        "Whoever is to decide must consider the authority's advice before deciding.",
        value=True,
        citation=staffing("regulation {advice}"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="Reservations put to the governing body before it decides are advice too.",
    ),
    diocese_attendance=practice(
        "diocese_attendance",
        "The diocese of a school with a religious character is invited to attend and to advise.",
        value=ByCategory(
            (
                ("voluntary_aided", "invitation"),
                ("voluntary_controlled", "invitation"),
                ("foundation", "invitation"),
                ("foundation_special", "invitation"),
            )
        ),
        citation="The school's instrument of government and trust deed; for the Church of England "
        "the Diocesan Boards of Education Measure 2021",
        confidence=RECALLED_MEDIUM,
        note="Authorities say that the diocese has a role like theirs; the Staffing Regulations "
        "give it none.",
    ),
    # Appointment
    meeting_notice=statute(
        "meeting_notice",
        "The clerk must give written notice of the meeting, with the agenda and the papers, at "
        "least seven clear days in advance.",
        value=Period(7, Unit.CALENDAR_DAYS, Counting.CLEAR, event="notice"),
        citation=england_governance("regulation 13(4)"),
        confidence=READ,
        since=ENGLAND_GOVERNANCE_BEGAN,
        note="Read on legislation.gov.uk. To each governor, the head and any associate member. The "
        "chair may direct a shorter period for urgent business: regulation 13(5).",
    ),
    quorum=statute(
        "quorum",
        "The quorum, at the meeting and at each vote, is one half of the membership of the "
        "governing body, rounded up, leaving out vacancies.",
        value=Fraction(1, 2),
        citation=england_governance("regulation 14(1)"),
        confidence=READ,
        since=ENGLAND_GOVERNANCE_BEGAN,
        note="Read in a secondary source; the number of the paragraph is recalled.",
    ),
    casting_vote=statute(
        "casting_vote",
        "If the votes are equal, whoever chairs the meeting has a second or casting vote.",
        value=True,
        citation=england_governance("regulation 14"),
        confidence=RECALLED_HIGH,
        since=ENGLAND_GOVERNANCE_BEGAN,
        note="Read for committees. One who acts as chair has it only if a governor.",
    ),
    conflicts_withdraw=statute(
        "conflicts_withdraw",
        "Whoever may have a conflict of interest, has a pecuniary interest, or whose impartiality "
        "is open to reasonable doubt, must disclose it, withdraw and not vote.",
        value=True,
        citation=england_governance("regulation 16 and Schedule 1, as amended by SI 2014/1257"),
        confidence=READ,
        since=date(2014, 9, 1),
        note="It binds governors, associate members, the head and the clerk. The day on which the "
        "amendment began is recalled.",
    ),
    clerk_not_governor=statute(
        "clerk_not_governor",
        "The clerk may not be a governor, an associate member or the head of the school.",
        value=frozenset({"governor", "associate_member", "head"}),
        citation=england_governance("regulation 8"),
        confidence=RECALLED_HIGH,
        since=ENGLAND_GOVERNANCE_BEGAN,
        note="Where the clerk is away, a governor other than the head may clerk that one meeting.",
    ),
    outgoing_head_takes_no_part=statute(
        "outgoing_head_takes_no_part",
        "Neither the outgoing head nor an acting head takes part in choosing a successor.",
        value=True,
        citation="; ".join(
            (staffing("regulation {appointment}(3)"), england_governance("regulation 16"))
        ),
        confidence=INFERRED,
        since=ENGLAND_GOVERNANCE_BEGAN,
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
        since=STAFFING_BEGAN,
        note="That neither votes by e-mail nor the chair's urgent action will do is 85% sure.",
    ),
    appointer=statute(
        "appointer",
        "The authority must appoint the person whom the governing body approves, unless that "
        "person does not meet a staff qualification requirement.",
        value="authority",
        citation=staffing("regulation {appointment}(5)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
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
        citation=staffing("regulations 3(3) and {appointment}(5)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="The grounds are read in the predecessor of these Regulations. One whom nobody may "
        "lawfully employ has failed a check, which is a different ending from a refusal.",
    ),
    repeat_steps=statute(
        "repeat_steps",
        "If the panel recommends nobody, the governing body does not approve, or the authority "
        "declines to appoint, the governing body may require the panel to repeat its steps, with "
        "or without a new advertisement.",
        value=frozenset({"no_recommendation", "not_approved", "refused"}),
        citation=staffing("regulation {appointment}(6)"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="The same applicants may be considered again.",
    ),
    recommend_again=statute(
        "recommend_again",
        "The panel may recommend another of those it interviewed, in the same round: when the "
        "governing body asks it to think again or, unasked, when its choice has fallen through.",
        value=True,
        citation=staffing("regulations {appointment}(3) and {appointment}(6)"),
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="The Regulations have the governing body require all the panel's steps again. That "
        "it may ask for less, and that a choice that fell through leaves the panel's task of "
        "recommending undone, follows from them. All can still be repeated from the shortlisting.",
    ),
    decided_in_meeting=house(
        "decided_in_meeting",
        "What the Regulations leave to the governing body, it decides in a quorate meeting.",
        serving=staffing("regulations {appointment}(2) and {appointment}(6)"),
        confidence=INFERRED,
        note="Not to advertise and to repeat the panel's steps are decisions of the governing "
        "body. They may be delegated under regulation 4(1): then say to whom.",
    ),
    offer_after_appointment=statute(
        "offer_after_appointment",
        "No offer is made before the governing body has approved and the authority has appointed.",
        value=True,
        citation=staffing("regulation {appointment}(5)"),
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="That nothing is offered before the governing body's meeting is read as practice.",
    ),
    offer_conditional=england_guidance.offer_conditional(EARLIEST),
    acting_head=statute(
        "acting_head",
        "The staff of the school include a head, or a person appointed to carry out the functions "
        "of the head until one is appointed or during an absence.",
        value=True,
        citation="Education Act 2002, sections 35(3) and 36(3)",
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="Read by reference. No advertisement and no panel are needed for it; that the "
        "governing body proposes and the employer appoints is recalled.",
    ),
    pay_range=pay.ENGLAND_RANGE,
    pay_limit=pay.ENGLAND_LIMIT,
    resignation_dates=RESIGNATION_DATES,
    start_before_certificate=england_guidance.start_before_certificate(EARLIEST),
    checks=england_guidance.checks(EARLIEST, MANNER),
)

COMMUNITY = numbered(MAINTAINED, appointment="15", advice="14")
COMMUNITY_EDITIONS = editions(COMMUNITY, manner=staffing("regulation 12"))
