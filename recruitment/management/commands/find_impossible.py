"""Find states of vacancies that cannot be."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count

from accounts.models import User
from casework import access, clock
from casework.models import Document
from recruitment import impossible, load
from recruitment.models import Vacancy
from recruitment.stages import RUNNING
from schools.models import School


class Command(BaseCommand):
    """manage.py find_impossible."""

    help = (
        "Look through every vacancy for states that no action could have brought about: a stage "
        "without its decision, two people chosen, a file that is not the one issued. Prints a "
        "sentence for each and exits 1 if there is any."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        found = 0
        for sentence in _sentences():
            found += 1
            self.stdout.write(sentence)
        if found:
            raise CommandError(f"{found} impossible states.")
        self.stdout.write(f"Nothing impossible: {Vacancy.objects.count()} vacancies.")


def _sentences() -> Iterator[str]:
    for vacancy in load.vacancies().order_by("reference").iterator(chunk_size=100):
        yield from _in_case(vacancy)
    for school in _with_more_than_one_running():
        yield from impossible.find_in_school(Vacancy.objects.filter(school=school))


def _in_case(vacancy: Vacancy) -> Iterator[str]:
    position = load.position(vacancy, clock.today())
    yield from impossible.find(position)
    yield from impossible.find_in_record(vacancy, vacancy.events.order_by("number"))
    yield from impossible.find_in_grants(position, _roles(vacancy))
    documents: Iterator[Document] = vacancy.documents.prefetch_related("sendings").iterator(
        chunk_size=20
    )
    for document in documents:
        yield from impossible.find_in_document(document, vacancy.reference)


def _roles(vacancy: Vacancy) -> Iterator[tuple[int, str]]:
    for user in User.objects.filter(pk__in=vacancy.grants.values("user")):
        for role in sorted(access.roles_of(user, vacancy)):
            yield user.pk, role


def _with_more_than_one_running() -> Iterator[School]:
    running = School.objects.filter(cases__vacancy__stage__in=RUNNING)
    yield from running.annotate(at_once=Count("cases")).filter(at_once__gt=1)
