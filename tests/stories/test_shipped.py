"""The stories that come with Headship: all play, and are the demonstration."""

import re
from collections.abc import Iterator
from datetime import date
from io import StringIO
from itertools import chain
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.utils.html import strip_tags
from pytest_django import Settings
from pytest_django.plugin import DjangoDbBlocker

from accounts.demonstration import BEGIN_WITH
from accounts.models import DEMONSTRATION_DOMAIN, User
from casework import clock
from casework.models import Case, Document, Event
from recruitment.load import position as load_position
from recruitment.models import Vacancy
from recruitment.pages.mine import vacancies_of
from stories.kinds import KindOfStory
from stories.obstacles import of_action
from stories.shipped import shipped
from stories.story import Act, Story, load
from tests.casework.documents.checks import problems
from tests.stories.conftest import EACH_KIND

pytestmark = [pytest.mark.django_db, pytest.mark.long]

SUNDAY = date(2026, 11, 22)

BY_WEEKDAY = [path for path in shipped() if "start: today" not in path.read_text()]


def command(name: str, *arguments: str) -> str:
    out = StringIO()
    call_command(name, *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def demonstration(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """Play the demonstration once for this module, on a Sunday, and undo it.

    Each test's own transaction is inside this one.
    """
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), clock.set_to(SUNDAY), transaction.atomic():
        yield command("play", "--demonstration")
        transaction.set_rollback(True)


def stories() -> list[Story]:
    return [load(path, clock.today()) for path in shipped()]


def test_there_are_the_six_stories_and_more() -> None:
    assert {path.stem for path in shipped()} >= {
        "approval_declined_and_steps_repeated",
        "late_representations",
        "none_then_timely_paper",
        "plain_sailing",
        "receipt_contested",
        "representations_considered_answered_overruled",
        "reservations_before_and_after",
        "vacancy_withdrawn",
    }


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_story_ends_before_today_whatever_the_weekday(path: Path) -> None:
    for day in range(16, 23):
        today = date(2026, 11, day)
        assert load(path, today).last.recorded < today


@pytest.mark.parametrize("path", BY_WEEKDAY, ids=lambda path: path.stem)
def test_nobody_works_on_a_weekend(path: Path) -> None:
    late = [s.at.line for s in load(path, date(2026, 11, 20)).steps if s.recorded.weekday() > 4]
    assert late == []


def test_each_demonstration_story_is_played_and_kept(demonstration: str) -> None:
    assert demonstration.count(", kept.") == len(shipped())
    second_cases = 3  # one story fills two shares, two begin a second cycle
    assert Case.objects.count() == len(shipped()) + second_cases


def test_a_second_demonstration_adds_nothing_and_says_who_can_sign_in(demonstration: str) -> None:
    before = Event.objects.count()
    again = command("play", "--demonstration")
    assert Event.objects.count() == before
    assert again.splitlines()[0] == "Sign in as one of:"
    assert "  clerk: Abel Finch, Ann Rees" in again
    assert "  officer of the authority: Joan Beck" in again


def test_everybody_can_sign_in_as_an_invented_person(demonstration: str) -> None:
    assert set(User.objects.all()) == set(User.objects.demonstration())
    assert all(user.email.endswith(DEMONSTRATION_DOMAIN) for user in User.objects.all())
    assert not User.objects.filter(demonstration_role="").exists()


def test_the_record_of_the_demonstration_is_whole(demonstration: str) -> None:
    events = Event.objects.count()
    assert command("verify_record") == (
        f"The record is whole: {Case.objects.count()} cases, {events} events.\n"
    )


def test_nothing_in_the_demonstration_is_impossible(demonstration: str) -> None:
    assert command("find_impossible") == f"Nothing impossible: {Case.objects.count()} cases.\n"


@EACH_KIND
def test_every_action_is_taken_in_some_story(demonstration: str, kind: KindOfStory) -> None:
    events = Event.objects.filter(case__in=kind.cases())
    assert set(kind.verbs) == set(events.values_list("action", flat=True))


@EACH_KIND
def test_every_kind_of_document_is_issued_in_some_story(
    demonstration: str, kind: KindOfStory
) -> None:
    issued = Document.objects.filter(status=Document.Status.ISSUED, case__in=kind.cases())
    assert set(kind.papers) == set(issued.values_list("kind", flat=True))


def test_every_document_that_was_begun_was_issued(demonstration: str) -> None:
    assert not Document.objects.filter(sha256="").exists()


def test_the_demonstration_stands_at_many_stages(demonstration: str) -> None:
    stages = set(Vacancy.objects.values_list("stage", flat=True))
    assert stages >= {"names_sent", "interviewed", "approved", "offered", "confirmed", "in_post"}


def test_those_to_begin_with_have_a_part_in_an_evening_that_is_ahead(demonstration: str) -> None:
    vacancy = Vacancy.objects.get(school__name="Turnstone Rise Primary School")
    assert vacancy.stage == "advertised"
    people = User.objects.filter(full_name__in=BEGIN_WITH)
    assert len(people) == len(BEGIN_WITH)
    assert all(vacancy in vacancies_of(person) for person in people)
    p = load_position(vacancy, SUNDAY)
    assert [m.held_on for m in p.meetings if not m.held] == [date(2026, 11, 26)]
    assert [i.named for i in p.standing_interests if i.awaits_mapping] == ["Joska Wendlebury"]
    assert len({s.person for s in p.sheets}) == 2
    assert len({s.person for s in p.sheets if s.handed_in_on}) == 1
    assert sum(x.released_on is not None for x in p.papers) == 2


def test_beside_clerks_and_chairs_stands_their_school(
    demonstration: str, client: Client, settings: Settings
) -> None:
    settings.DEMONSTRATION = True
    page = " ".join(strip_tags(client.get("/account/sign-in/").content.decode()).split())
    assert "Rosalind Hexley Turnstone Rise Primary School" in page
    assert "Imke Farraday Turnstone Rise Primary School" in page
    assert re.search(r"Ann Rees \d+ schools", page)


def test_a_period_for_representations_is_running_in_the_demonstration(demonstration: str) -> None:
    vacancy = Vacancy.objects.get(school__name="Ropewalk Infant School")
    notice = vacancy.notices.get()
    assert notice.contested_to == date(2026, 11, 18)
    assert vacancy.stage == "interviewed"


def test_every_word_file_is_sound(demonstration: str) -> None:
    files = Document.objects.exclude(content=None)
    found = {str(file): problems(bytes(file.content or b""))[0] for file in files}
    assert {name: errors for name, errors in found.items() if errors} == {}


def test_stories_name_every_person_as_in_no_other_school() -> None:
    """A governor of two invented schools would see two cases: only staff and clerks do."""
    names = list(chain.from_iterable(story.people.seats() for story in stories()))
    assert len(names) == len(set(names))


def test_an_obstacle_that_a_story_expects_is_one_of_that_action() -> None:
    for story in stories():
        for step in story.steps:
            if isinstance(step, Act) and step.refused != ("stranger",):
                assert set(step.refused) <= set(of_action(step.verb.name, story.kind)), step.at


def test_the_kinds_of_the_shorthand_are_known() -> None:
    for story in stories():
        for line in story.path.read_text().splitlines():
            if line.strip().startswith("paper: ") and not line.endswith(":"):
                assert line.split(": ")[1] in story.kind.papers
