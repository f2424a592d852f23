"""The task list of a vacancy as one person may read it, and what must not be overlooked."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from casework.task_page import TaskPage
from casework.words import written
from law.base import Obstacle
from recruitment import gaps, scores
from recruitment.forms.base import Desk
from recruitment.models.vacancy import ROLES
from recruitment.position import Position
from recruitment.tasks import TASKS

PHASES = {
    "opening": "Opening",
    "selection": "Selection",
    "advice": "Advice to consider",
    "appointment": "Appointment",
    "post": "The post",
}


def discreet(desk: Desk, obstacle: Obstacle) -> Obstacle:
    """Return the obstacle without what it says of a candidate whom the person may not see."""
    names = desk.position.hidden
    obstacle = replace(
        obstacle,
        sentence=names.out_of(obstacle.sentence),
        clears_by=names.out_of(obstacle.clears_by),
    )
    text = f"{obstacle.sentence} {obstacle.clears_by}"
    seen = set(desk.candidates)
    hidden = [c for c in desk.position.candidates if c not in seen]
    if not any(c.name in text or re.search(rf"\b{c.code}\b", text) for c in hidden):
        return obstacle
    return replace(
        obstacle,
        sentence="Something about a candidate whom you do not see stands in the way.",
        clears_by="Those who see the candidates know what is needed.",
    )


def warnings(desk: Desk) -> Iterator[str]:
    """Yield what must not be overlooked about advice, for those who may read it."""
    p = desk.position
    for candidate in p.advisers_not_suitable if desk.may("see_advice") else ():
        if candidate in desk.candidates and not p.names_matter:
            yield f"The adviser has recorded “not suitable” on {candidate.code}."
        elif candidate in desk.candidates:
            last = p.last_day_for(candidate)
            until = (
                f"the last day to make one {'is' if last >= p.on else 'was'} {written(last)}"
                if last
                else "no receipt of the names is recorded, so the time to make one has not begun"
            )
            yield (
                f"The adviser has recorded “not suitable” on {candidate.code}. This is not a "
                f"representation; {until}."
            )


# What else is possible

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Meetings", ("call_meeting", "hold_meeting", "minute_item")),
    (
        "Applications",
        (
            "add_candidate",
            "add_candidates",
            "add_paper",
            "release_paper",
            "close_paper",
            "record_history",
            "explain_gap",
            "withdraw_candidate",
            "count_equality_answers",
        ),
    ),
    (
        "Scores",
        (
            "decide_scoring",
            "score_candidate",
            "hand_in_scores",
            "confirm_scores",
            "open_scores",
            "open_names",
            "agree_scores",
            "longlist",
            "extend_shortlist",
        ),
    ),
    (
        "The names and the authority",
        (
            "corroborate_receipt",
            "contest_receipt",
            "make_no_representations",
            "make_representations",
            "withdraw_representations",
        ),
    ),
    (
        "Advice and reservations",
        ("give_advice", "record_opinion", "put_reservations", "withdraw_reservations"),
    ),
    (
        "Interests",
        ("declare_interest", "map_interest", "end_interest", "record_undertaking", "hand_over"),
    ),
    ("People", ("name_adviser", "admit", "dismiss", "leave_panel", "change_panel")),
    (
        "Person specification and advertisement",
        (
            "start_specification",
            "add_criterion",
            "remove_criterion",
            "decide_not_to_advertise",
            "extend_closing",
            "publish_again",
        ),
    ),
    ("Dates", ("keep_plan",)),
    ("The post", ("name_acting_head", "end_acting_head", "determine_pay")),
    ("Checks", ("assess_risk", "undo_check")),
    ("Papers", ("draft_document", "attach")),
    (
        "Other ways on",
        (
            "recommend_nobody",
            "withdraw_recommendation",
            "decline",
            "rescind_decision",
            "record_trust_reversal",
            "refuse",
            "decline_offer",
            "withdraw_appointment",
            "withdraw_offer",
            "pause",
            "withdraw_vacancy",
        ),
    ),
    ("The record", ("correct",)),
)
FROM_THE_DOCUMENT = frozenset(
    {"edit_document", "approve_document", "issue_document", "record_sending", "revoke_document"}
)
SOMETHING_THERE: dict[str, Callable[[Position], object]] = {
    "hold_meeting": lambda p: [m for m in p.meetings if not m.held and m.held_on <= p.on],
    "minute_item": lambda p: [m for m in p.meetings if m.held],
    "end_interest": lambda p: p.standing_interests,
    "remove_criterion": lambda p: p.criteria,
    "extend_closing": lambda p: p.advertised and p.advertised.closing_on,
    "publish_again": lambda p: p.advertised and p.advertised.closing_on,
    "withdraw_candidate": lambda p: [c for c in p.candidates if c.in_field],
    "withdraw_representations": lambda p: [r for r in p.representations if not r.withdrawn_on],
    "withdraw_reservations": lambda p: p.standing_reservations,
    "record_opinion": lambda p: p.candidates,
    "map_interest": lambda p: [i for i in p.standing_interests if i.awaits_mapping],
    "add_paper": lambda p: [c for c in p.candidates if c.in_field],
    "record_history": lambda p: [c for c in p.candidates if c.in_field],
    "release_paper": lambda p: (
        p.names_hidden and [x for x in p.papers if not x.released_on and not x.closed_on]
    ),
    "close_paper": lambda p: [x for x in p.papers if not x.closed_on],
    "explain_gap": lambda p: [c for c in p.candidates if gaps.unexplained(p, c)],
    "score_candidate": lambda p: p.scoring and scores.undecided(p),
    "hand_in_scores": lambda p: p.scoring and p.sheets_now,
    "confirm_scores": lambda p: [s for s in p.sheets_now.values() if s.keyed_by_id],
    "open_scores": scores.are_sealed,
    "open_names": lambda p: p.names_hidden,
    "agree_scores": lambda p: p.sheets_now,
    "longlist": scores.undecided,
    "tell_candidate": lambda p: [c for c in p.candidates if c.decided_on and not c.told_on],
    "undo_check": lambda p: p.checks,
    "end_acting_head": lambda p: [a for a in p.acting_heads if not a.until or p.on <= a.until],
}

PAGE = TaskPage(
    tasks=TASKS,
    role_names=ROLES,
    phases=PHASES,
    groups=GROUPS,
    discreet=discreet,
    something_there=SOMETHING_THERE,
)
