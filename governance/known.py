"""Which steps the law of a school knows, and what takes the place of one that it does not."""

from collections.abc import Callable
from dataclasses import dataclass

from law.appraisal import Scheme
from law.base import Obstacle, Strength


@dataclass(frozen=True, slots=True)
class Need:
    """What a scheme must have for a step to exist, and what happens where it has not."""

    met: Callable[[Scheme], bool]
    instead: str


def needs(rule: str, instead: str) -> Need:
    """Return the need of a rule of that name."""
    return Need(lambda scheme: getattr(scheme, rule) is not None, instead)


EXTERNAL_ADVISER = needs(
    "external_adviser",
    "The law of this school has no external adviser: the authority's appraisers take that seat.",
)
APPRAISERS_OF_OTHERS = needs(
    "authority_appraisers",
    "The law of this school knows no appraisers but governors: the adviser advises them.",
)
OBJECTION = Need(
    lambda scheme: bool(scheme.objection or scheme.authority_appraiser_changed),
    "Nothing provides for an objection: put it to the chair in writing.",
)
PLANNING_MEETING = needs("planning_meeting", "No planning meeting is asked for: set objectives.")
SUPPORT = needs("support_determined_by", "Support belongs to the report: record it there.")
MONITORING = needs("monitoring_procedures", "How each objective is monitored stands with it.")
INFORMATION = needs("information_from_others", "Nothing is asked of information from others.")
NOTICE = needs("review_notice", "No notice is asked for: agree the day and record the review.")
COMMENTS = needs("comments", "The head's comments belong to the report itself.")
PAY = needs("pay_recommendation", "The appraisers make no recommendation on pay here.")
PAY_APPEAL = needs("appeal_by_policy", "The appeal is against the statement: record that.")
APPEAL = needs("appeal", "No appeal is laid down: it follows the school's own policy.")

NEEDS: dict[str, Need] = {
    **dict.fromkeys(
        (
            "engage_adviser",
            "end_engagement",
            "consult_adviser",
            "answer_advice",
            "give_advice",
            "advise_on_system",
            "see_system_advice",
        ),
        EXTERNAL_ADVISER,
    ),
    "add_appraiser": APPRAISERS_OF_OTHERS,
    **dict.fromkeys(("object_to_appraiser", "decide_objection"), OBJECTION),
    "hold_planning_meeting": PLANNING_MEETING,
    "settle_support": SUPPORT,
    "settle_monitoring": MONITORING,
    "seek_information": INFORMATION,
    "give_notice_of_review": NOTICE,
    "comment": COMMENTS,
    **dict.fromkeys(("recommend_pay", "decide_pay", "tell_pay"), PAY),
    **dict.fromkeys(("appeal_pay", "decide_pay_appeal"), PAY_APPEAL),
    **dict.fromkeys(
        ("appeal", "name_appeals_officers", "send_appeal_papers", "decide_appeal"), APPEAL
    ),
}


def unknown_step(scheme: Scheme, action: str) -> Obstacle | None:
    """Return the obstacle to a step that the scheme does not know, or nothing if it does."""
    need = NEEDS.get(action)
    if need is None or need.met(scheme):
        return None
    return Obstacle(
        "step_not_known",
        "The law of this school knows no such step.",
        Strength.HOUSE,
        scheme.name,
        need.instead,
        fixed=True,
    )
