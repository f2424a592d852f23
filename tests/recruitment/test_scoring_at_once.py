"""Six members score at once, each alone: no score is lost, and none is seen early."""

import threading
from datetime import date

import pytest
from django.db import connection

from accounts.models import User
from casework import record
from casework.action import Actor, Refused
from recruitment import load, scores
from recruitment.actions import meetings, scoring
from recruitment.actions.scoring import Mark
from recruitment.models import Candidate, ScoreSheet, Vacancy
from schools.models import GoverningBody, Membership
from schools.models.choices import MemberKind
from tests.recruitment import evening
from tests.recruitment.headship import NAMES, Headship, headship, on_day, person

pytestmark = pytest.mark.django_db(transaction=True)
TODAY = date(2027, 2, 1)
SIXTH = "Ray Ash"


class Six(Headship):
    """A headship with six governors, all of them on the panel."""

    @property
    def panel(self) -> list[User]:
        return [person(name) for name in (*NAMES, SIXTH)]


def with_six() -> Headship:
    """A headship on its evening, with six members of the panel."""
    found = headship("recorded")
    Membership.objects.create(
        governing_body=GoverningBody.objects.get(), user=person(SIXTH), kind=MemberKind.CO_OPTED,
        since=date(2024, 9, 1),
    )  # fmt: skip
    case = Six(found.school, found.people, found.vacancy, found.day)
    case.notify()
    called = case.meet("To appoint the selection panel", [person(n) for n in (*NAMES, SIXTH)])
    meetings.appoint_panel(
        case.vacancy, meeting=called, members=case.panel, chair=case.panel[0],
        trained=[case.panel[1]], votes_for=6, votes_against=0, abstained=0, by=case.clerk,
        on=case.day,
    )  # fmt: skip
    return evening.begin(case)


def points_of(member: int, candidate: int, criterion: int) -> int:
    """A score that nobody else gives to the same candidate on all criteria."""
    return (member + candidate * criterion) % 6


def test_no_score_is_lost_and_none_is_seen_before_ones_own_are_in() -> None:
    with on_day(TODAY):
        case = with_six()
    gate, seen_early, refused = threading.Barrier(6), list[str](), list[Refused]()

    def sees(user: User, candidate: Candidate) -> bool:
        p = load.position(load.vacancies().get(pk=case.vacancy.pk), case.day)
        return scores.may_see(p, user, candidate)

    def score(number: int, member: User) -> None:
        vacancy = Vacancy.objects.get(pk=case.vacancy.pk)
        page = vacancy.event_count  # each opened every form before anybody sent one
        gate.wait()
        for place, candidate in enumerate(vacancy.candidates.order_by("pk")):
            marks = [Mark(n, points_of(number, place, n), "Page 2") for n in evening.SCORED]
            scoring.score_candidate(
                vacancy, candidate=candidate, marks=marks, by=Actor(member, seen=page if place == 0
                else None), on=case.day,
            )  # fmt: skip
            if sees(member, candidate):
                seen_early.append(f"{member} saw {candidate.code}")
        scoring.hand_in_scores(vacancy, by=Actor(member), on=case.day)

    def run(number: int, member: User) -> None:
        try:
            with on_day(TODAY):
                score(number, member)
        except Refused as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=(number, member))
        for number, member in enumerate(case.panel)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (seen_early, refused) == ([], [])
    given = {
        (sheet.person_id, sheet.candidate.code): {n: m["points"] for n, m in sheet.marks.items()}
        for sheet in ScoreSheet.objects.select_related("candidate")
    }
    assert given == {
        (member.pk, f"C{place + 1}"): {str(n): points_of(number, place, n) for n in evening.SCORED}
        for number, member in enumerate(case.panel)
        for place in range(len(evening.NAMES))
    }
    assert all(sheet.handed_in_on == case.day for sheet in ScoreSheet.objects.all())
    assert list(record.verify(case.fresh())) == []
