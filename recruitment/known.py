"""Which steps the law of a school knows, and what takes the place of one that it does not."""

from collections.abc import Callable
from dataclasses import dataclass

from law.appointment.regime import Regime
from law.base import Obstacle, Strength
from recruitment.policies import TABLE


@dataclass(frozen=True, slots=True)
class Need:
    """What a regime must have for a step to exist, and what happens where it has not."""

    met: Callable[[Regime], bool]
    instead: str


AUTHORITY_TOLD = Need(
    lambda regime: regime.notice_of_vacancy is not None,
    "The local authority has no part in this appointment: go on to the next step.",
)
NAMES_GIVEN = Need(
    lambda regime: regime.names is not None,
    "The local authority is given no names and has no say in the choice: go on to the next step.",
)
APPOINTED_APART = Need(
    lambda regime: not regime.approval_appoints,
    "Whoever approves the recommendation appoints by doing so: record the approval.",
)
AUTHORITY_APPOINTS = Need(
    lambda regime: regime.refusal_grounds is not None,
    "The local authority does not appoint, so it cannot refuse. Whoever approves can decline.",
)

BY_SCHEME = Need(
    lambda regime: regime.notice_of_vacancy is None,
    "No scheme of delegation decides on the headship of such a school: the law says who does.",
)
TRUST_APPROVES = Need(
    lambda regime: regime.approval.value != "governing_body",
    "The governing body approves, in a meeting: record its vote.",
)
GOVERNORS_APPROVE = Need(
    lambda regime: regime.approval.value == "governing_body",
    "The scheme of delegation names another body: record the trust's decision.",
)
CONSENT_ASKED = Need(
    lambda regime: regime.consents is not None,
    "Nobody's consent is asked for: go on to the next step.",
)
STAFF_GOVERNORS = Need(
    lambda regime: regime.staff_governors is not None,
    "The law of this school has no such undertaking: a staff governor declares an interest.",
)

NEEDS: dict[str, Need] = {
    "notify_authority": AUTHORITY_TOLD,
    "notify_approval": AUTHORITY_TOLD,
    **dict.fromkeys(
        (
            "send_names",
            "record_receipt",
            "corroborate_receipt",
            "contest_receipt",
            "make_no_representations",
            "make_representations",
            "withdraw_representations",
            "consider_representations",
            "give_reasons",
        ),
        NAMES_GIVEN,
    ),
    "appoint": APPOINTED_APART,
    "refuse": AUTHORITY_APPOINTS,
    "approve": GOVERNORS_APPROVE,
    "decline": GOVERNORS_APPROVE,
    "rescind_decision": GOVERNORS_APPROVE,
    "enter_scheme": BY_SCHEME,
    "record_consent": CONSENT_ASKED,
    "record_trust_decision": TRUST_APPROVES,
    "record_trust_reversal": TRUST_APPROVES,
    "record_undertaking": STAFF_GOVERNORS,
}

BY_TRUST = frozenset({"record_trust_decision", "record_trust_reversal"})
SCHEME_FIRST = Obstacle(
    "scheme_not_entered",
    "The trust's scheme of delegation is not entered, so it is not known who approves and who "
    "appoints.",
    Strength.HOUSE,
    "What is recorded must be true",
    "Enter what the scheme lays down: the panel, who approves and who appoints.",
    fixed=True,
)
"""What is said of every step that hangs on it until it is known who approves."""


EMPLOYERS_STEPS = frozenset(
    {
        "make_offer",
        "accept_offer",
        "decline_offer",
        "withdraw_offer",
        "withdraw_appointment",
        "confirm",
        "record_check",
        "undo_check",
        "assess_risk",
    }
)
"""What is done by or for the employer: the authority's officer only where that is the authority."""

OFFICER = "officer"
OF_AUTHORITY = frozenset({OFFICER, "adviser"})


def who_acts(regime: Regime, action: str) -> tuple[str, ...]:
    """Return the roles that can take the step under the regime; none if it knows no such step."""
    if unknown_step(regime, action):
        return ()
    roles = TABLE[action].roles
    told = regime.notice_of_vacancy is not None
    others_step = action in EMPLOYERS_STEPS and not regime.authority_employs
    if not told or others_step:
        return tuple(role for role in roles if role != OFFICER)
    return roles


def signs_for_employer(regime: Regime, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of `roles` that sign for the employer: the authority's officer, or the others
    where it is the governing body or the trust that employs."""
    return tuple(role for role in roles if (role == OFFICER) == regime.authority_employs)


def unknown_step(regime: Regime, action: str) -> Obstacle | None:
    """Return the obstacle to a step that the regime does not know, or nothing if it does."""
    need = NEEDS.get(action)
    if need is None or need.met(regime):
        return None
    return Obstacle(
        "step_not_known",
        "The law of this school knows no such step.",
        Strength.HOUSE,
        regime.name,
        need.instead,
        fixed=True,
    )
