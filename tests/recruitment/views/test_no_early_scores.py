"""A member asks every page for what others gave, before handing in: none tells."""

import re
from datetime import date

import pytest
from django.urls import reverse

from accounts.models import User
from recruitment.actions import scoring
from recruitment.actions.scoring import Mark
from recruitment.site import PAGES
from tests.recruitment import evening
from tests.recruitment.headship import Headship, on_day
from tests.recruitment.views.browser import sign_in

pytestmark = pytest.mark.django_db
EVIDENCE = "Zqwx said it on page nine"


def pages(case: Headship) -> list[str]:
    """Every page of the case to read, and the form of every action of scoring."""
    of_the_case = [reverse(name, args=[case.vacancy.reference]) for name in PAGES]
    forms = [
        f"{reverse('act', args=[case.vacancy.reference, action])}?about={code}&seen=0"
        for action in ("score_candidate", "hand_in_scores", "agree_scores", "confirm_scores")
        for code in evening.codes(case)
    ]
    deciding = [
        f"{reverse('act', args=[case.vacancy.reference, action])}?seen=0"
        for action in ("longlist", "shortlist")
    ]
    candidates = [
        reverse("candidate", args=[case.vacancy.reference, code]) for code in evening.codes(case)
    ]
    return [*of_the_case, *forms, *deciding, *candidates]


def told(case: Headship, user: User) -> list[str]:
    """The pages on which the evidence of another, or the matrix, stands."""
    client = sign_in(user)
    found = []
    for page in pages(case):
        text = client.get(page, follow=True).content.decode()
        if "Zqwx" in text or re.search(r"The matrix\s*</caption>|Place \d", text):
            found.append(page)
    return found


def test_no_page_tells_what_another_gave_before_ones_own_are_in() -> None:
    with on_day(date(2027, 2, 1)):
        case = evening.evening(hidden=False)
        first, second, _ = case.panel
        for code in evening.codes(case):
            marks = [Mark(n, 5, EVIDENCE) for n in evening.SCORED]
            scoring.score_candidate(
                case.vacancy, candidate=case.candidate(code), marks=marks,
                by=case.actor("panel_chair"), on=case.day,
            )  # fmt: skip
        evening.hand_in(case, first)
        for role in ("panel", "clerk", "chair", "adviser", "officer", "governor"):
            assert told(case, case.people[role]) == [], role
        for code in evening.codes(case):
            evening.score(case, second, code, 1, 1, 1)
        evening.hand_in(case, second)
        seen = {re.sub(r".*/vacancies/[^/]+/", "", page) for page in told(case, second)}
        assert seen == {"scores/", *(f"candidates/{code}/" for code in evening.codes(case))}
