"""The way of each kind of school through an appointment: who takes it, by which steps."""

from collections.abc import Callable
from dataclasses import dataclass, field

from recruitment.stages import CandidateState, Stage
from schools.models.choices import Category, Nation
from tests.pages import cast as who
from tests.pages import dissent, journey, particular
from tests.pages.journey import Company
from tests.pages.screen import DESKTOP, PHONE

OF_THE_TRUST = (who.CLERK, who.CHAIR, who.PANEL_CHAIR)
SEATS = (*OF_THE_TRUST, who.OFFICER)
AUTHORITY = "the authority appoints"
Step = Callable[[Company], None]


@dataclass(frozen=True)
class Way:
    """A kind of school, who of it sits at a browser and how wide, its steps, where they end.

    `outcome` is what becomes of candidates, by their codes. `never` are words that no page and
    no paper of it holds.
    """

    category: Category
    nation: Nation
    width: int
    seats: tuple[str, ...]
    steps: tuple[Step, ...]
    ends: Stage = Stage.IN_POST
    outcome: dict[str, str] = field(default_factory=lambda: {"C2": CandidateState.IN_POST})
    never: tuple[str, ...] = ()


ADVERTISED = (particular.specify, journey.advertise, particular.apply, journey.shortlist)
OFFERED = (journey.offer, particular.write_the_offer, journey.accept)
OPENED = (journey.notify_the_authority, journey.name_the_adviser, journey.meet_first)
APPROVED = (journey.recommend, journey.meet_to_decide, journey.approve)

WITH_RESERVATIONS: tuple[Step, ...] = (
    journey.write_the_notice,
    *OPENED,
    journey.advise_the_governors,
    journey.appoint_the_panel,
    particular.note_what_is_no_conflict,
    journey.specify,
    journey.advertise,
    journey.apply,
    journey.shortlist,
    particular.write_the_names,
    journey.give_the_names,
    particular.corroborate,
    dissent.find_unsuitable,
    journey.interview,
    dissent.represent,
    dissent.consider,
    journey.recommend,
    dissent.give_reasons,
    dissent.reserve,
    particular.look_round,
    particular.look_beyond_the_case,
    journey.meet_to_decide,
    dissent.consider_the_reservations,
    journey.approve,
    journey.notify_of_the_approval,
    journey.appoint,
    particular.write_the_appointment,
    journey.offer,
    journey.accept,
    journey.check,
    journey.confirm,
)
"""A community school in England, whose authority is against the choice."""

WAYS = {
    "england-aided": Way(
        Category.VOLUNTARY_AIDED,
        Nation.ENGLAND,
        PHONE,
        (*SEATS, who.ADVISER),
        (
            journey.notify_the_authority,
            particular.agree_on_the_adviser,
            journey.meet_first,
            journey.advise_the_governors,
            journey.appoint_the_panel,
            particular.determine_the_pay,
            *ADVERTISED,
            journey.give_the_names,
            journey.interview,
            *APPROVED,
            particular.look_as_the_clerk,
            journey.notify_of_the_approval,
            *OFFERED,
            particular.check,
            journey.confirm,
        ),
        never=(AUTHORITY,),
    ),
    "england-academy": Way(
        Category.ACADEMY,
        Nation.ENGLAND,
        DESKTOP,
        OF_THE_TRUST,
        (
            particular.enter_the_scheme,
            particular.invite_the_adviser,
            journey.meet_first,
            journey.appoint_the_panel,
            *ADVERTISED,
            journey.interview,
            journey.recommend,
            particular.look_as_the_clerk,
            particular.let_the_trust_decide,
            *OFFERED,
            particular.check,
            journey.confirm,
        ),
        never=("representation", AUTHORITY),
    ),
    "england-unit": Way(
        Category.PUPIL_REFERRAL_UNIT,
        Nation.ENGLAND,
        PHONE,
        SEATS,
        (
            *OPENED,
            journey.appoint_the_panel,
            *ADVERTISED,
            journey.give_the_names,
            journey.interview,
            *APPROVED,
            particular.look_as_the_clerk,
            journey.notify_of_the_approval,
            journey.appoint,
            *OFFERED,
            particular.check,
            journey.confirm,
        ),
    ),
    "wales-community": Way(
        Category.COMMUNITY,
        Nation.WALES,
        PHONE,
        SEATS,
        (
            *OPENED,
            journey.appoint_the_panel,
            particular.determine_the_pay,
            particular.undertake,
            *ADVERTISED,
            journey.give_the_names,
            journey.interview,
            particular.say_none_is_made,
            *APPROVED,
            particular.look_as_the_clerk,
            journey.notify_of_the_approval,
            journey.appoint,
            *OFFERED,
            particular.check,
            journey.confirm,
        ),
    ),
    "wales-aided": Way(
        Category.VOLUNTARY_AIDED,
        Nation.WALES,
        DESKTOP,
        SEATS,
        (
            *OPENED,
            particular.choose_as_a_whole,
            particular.undertake,
            *ADVERTISED,
            journey.give_the_names,
            journey.interview,
            dissent.represent,
            dissent.consider,
            journey.recommend,
            dissent.give_reasons,
            journey.meet_to_decide,
            journey.approve,
            particular.look_as_the_clerk,
            journey.notify_of_the_approval,
            *OFFERED,
            particular.check_all_but_the_certificate,
            journey.confirm,
        ),
        never=(AUTHORITY,),
    ),
    "offer-declined": Way(
        Category.COMMUNITY,
        Nation.ENGLAND,
        DESKTOP,
        SEATS,
        (
            *OPENED,
            journey.appoint_the_panel,
            *ADVERTISED,
            journey.give_the_names,
            journey.interview,
            *APPROVED,
            journey.notify_of_the_approval,
            journey.appoint,
            journey.offer,
            particular.decline_the_offer,
            particular.choose_the_second,
            particular.offer_to_the_second,
            particular.look_as_the_clerk,
        ),
        ends=Stage.OFFERED,
        outcome={"C2": CandidateState.DECLINED, "C3": CandidateState.OFFERED},
    ),
}
