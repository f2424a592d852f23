"""States that cannot be: each is a sentence about a case that no action could have brought there.

A late or unwise step is not impossible, and neither is one for which a house rule was set aside.
"""

from collections.abc import Callable, Iterator

from django.db.models import Count

from accounts.models import User
from casework import access, clock
from recruitment import load
from recruitment.impossible import papers, people, scores, stage
from recruitment.impossible.base import Sentences
from recruitment.impossible.beyond import find_in_grants, find_in_school
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.stages import RUNNING
from schools.models import School

__all__ = ["everywhere", "find", "find_in_school"]

PARTS: tuple[Callable[[Position], Sentences], ...] = (
    stage.decisions_make_the_stage,
    stage.stage_has_its_ground,
    stage.rounds_have_begun,
    stage.decisions_in_order,
    stage.decided_in_a_meeting,
    stage.told_after_decided,
    stage.candidates_keep_step,
    stage.one_is_chosen,
    people.panel_is_lawful,
    people.meetings_add_up,
    papers.names_and_receipt,
    papers.papers_follow_their_cause,
    papers.checks_before_confirmation,
    papers.documents_in_order,
    papers.dates_in_order,
    scores.scores_are_on_the_scale,
    scores.papers_are_opened_in_order,
)


def find(p: Position) -> Sentences:
    """Yield a sentence for each impossible state of one vacancy; none if it is sound."""
    for part in PARTS:
        for sentence in part(p):
            yield f"{p.case.reference}: {sentence}"


def everywhere() -> Sentences:
    """Yield a sentence for each impossible state of any vacancy, its record and papers apart."""
    for vacancy in load.vacancies().order_by("reference").iterator(chunk_size=100):
        position = load.position(vacancy, clock.today())
        yield from find(position)
        yield from find_in_grants(position, _roles(vacancy))
    running = School.objects.filter(cases__vacancy__stage__in=RUNNING)
    for school in running.annotate(at_once=Count("cases")).filter(at_once__gt=1):
        yield from find_in_school(Vacancy.objects.filter(school=school))


def _roles(vacancy: Vacancy) -> Iterator[tuple[int, str]]:
    for user in User.objects.filter(pk__in=vacancy.grants.values("user")):
        for role in sorted(access.roles_of(user, vacancy)):
            yield user.pk, role
