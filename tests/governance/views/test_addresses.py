"""Every address crossed with every role: the allowed set is the permission table's, no more."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from governance.documents import KINDS
from governance.forms import FORMS
from governance.models import Cycle
from governance.models.cycle import ROLES
from governance.pages.events import NO_STEP, OPENED_BY
from governance.pages.task_list import GROUPS, PHASES
from governance.policies import TABLE
from governance.site import PAGES
from governance.stages import Stage
from governance.tasks import LINES
from governance.urls import urlpatterns
from schools.models.choices import Nation
from tests.governance.cycle import Year
from tests.governance.views.parts import STRANGERS, TODAY, WORDS, holder, told
from tests.recruitment.headship import on_day
from tests.recruitment.views.browser import sign_in

pytestmark = pytest.mark.django_db

# What opens each address of a cycle: any one of these capabilities of the table.
OF_A_CYCLE = {
    "cycle": ("see_cycle",),
    "cycle_dates": ("see_cycle",),
    "cycle_people": ("see_people",),
    "cycle_objectives": ("see_objectives",),
    "cycle_advice": ("see_advice", "see_system_advice"),
    "cycle_review": ("see_review", "see_report"),
    "cycle_pay": ("see_pay", "see_pay_while_written"),
    "cycle_appeal": ("see_appeal",),
    "cycle_documents": ("see_documents",),
    "cycle_document": ("see_documents",),
    "cycle_document_file": ("see_documents",),
    "cycle_record": ("see_record",),
}
ACT = "cycle_act"  # one address for each action, open to the roles of its row at every stage
FOR_EVERYBODY_SIGNED_IN = {"cycles", "autumn", "of_authority"}
FOR_THE_KEEPERS_OF_THE_SCHOOL = {"open_cycle"}
ACTIONS = [key for key in TABLE if not key.startswith("see_")]
PAPERS = {key for key in ACTIONS if key.endswith("_document")} | {"record_sending"}


def test_every_address_is_in_one_of_these_tables() -> None:
    tables = (set(OF_A_CYCLE), {ACT}, FOR_EVERYBODY_SIGNED_IN, FOR_THE_KEEPERS_OF_THE_SCHOOL)
    assert sorted(str(each.name) for each in urlpatterns) == sorted(n for t in tables for n in t)
    assert {name: page.seen_with for name, page in PAGES.items()} == {
        name: keys for name, keys in OF_A_CYCLE.items() if name in PAGES
    }


def test_every_action_has_its_place_on_the_pages() -> None:
    listed = {line.action for line in LINES} | {key for _, keys in GROUPS for key in keys}
    assert set(ACTIONS) == listed | (PAPERS - {"draft_document"})
    assert set(OPENED_BY) == {*NO_STEP, *(set(ACTIONS) - PAPERS)}
    assert {line.phase for line in LINES} <= set(PHASES)
    assert {kind.phase for kind in KINDS.values()} <= set(PHASES)


def pages(made: Year) -> dict[str, str]:
    """The address of every page of the cycle, by its name."""
    document = made.cycle.documents.get().pk
    last = {"cycle_document": [document], "cycle_document_file": [document]}
    reference = made.cycle.reference
    return {name: reverse(name, args=[reference, *last.get(name, [])]) for name in OF_A_CYCLE}


def actions(made: Year) -> dict[str, str]:
    """The address of every action of the cycle, by the action's name."""
    return {key: reverse(ACT, args=[made.cycle.reference, key]) for key in ACTIONS}


def answers(client: Client, urls: dict[str, str]) -> dict[str, int]:
    return {name: client.get(url, follow=True).status_code for name, url in urls.items()}


def opened(found: dict[str, int]) -> set[str]:
    return {name for name, status in found.items() if status == HTTPStatus.OK}


def by_the_table(role: str, stage: Stage) -> set[str]:
    """The pages that the permission table opens to the role at the stage."""
    rows = {name: [TABLE[key] for key in keys] for name, keys in OF_A_CYCLE.items()}
    return {
        name
        for name, opened_by in rows.items()
        if any(role in row.roles and stage in row.stages for row in opened_by)
    }


@pytest.mark.parametrize(
    "stage", [Stage.RECORDED, Stage.OBJECTIVES_SET, Stage.REVIEWED, Stage.REPORTED, Stage.ENDED]
)
def test_the_pages_open_to_a_role_are_those_of_the_table(stage: Stage) -> None:
    made = told()
    Cycle.objects.filter(pk=made.cycle.pk).update(stage=stage)
    with on_day(TODAY):
        for role in ROLES:
            found = answers(sign_in(holder(role, made.cycle)), pages(made))

            assert opened(found) == by_the_table(role, stage), role
            others = {status for status in found.values() if status != HTTPStatus.OK}
            assert others <= {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


@pytest.mark.parametrize("nation", Nation)
def test_the_actions_open_to_a_role_are_those_of_the_table(nation: Nation) -> None:
    made = told(nation)
    unknown = {key for key in ACTIONS if made.position().unknown_step(key)}
    with on_day(TODAY):
        for role in ROLES:
            found = answers(sign_in(holder(role, made.cycle)), actions(made))

            open_to = {key for key in FORMS if role in TABLE[key].roles}
            assert opened(found) == open_to - unknown, role
            refused = {status for key, status in found.items() if key in unknown}
            assert refused == {HTTPStatus.UNPROCESSABLE_ENTITY}
            others = {status for key, status in found.items() if key not in unknown}
            assert others <= {HTTPStatus.OK, HTTPStatus.FORBIDDEN}


@pytest.mark.parametrize("who", STRANGERS)
def test_to_whoever_has_no_part_in_it_no_address_of_the_cycle_exists(who: str) -> None:
    made = told()
    client = sign_in(STRANGERS[who](made))
    with on_day(TODAY):
        found = answers(client, pages(made) | actions(made))
        assert set(found.values()) == {HTTPStatus.NOT_FOUND}, who
        for name in ("waiting", *sorted(FOR_EVERYBODY_SIGNED_IN)):
            page = client.get(reverse(name)).content.decode()
            assert made.cycle.reference not in page, name
        at_school = client.get(reverse("school", args=[made.school.pk])).content.decode()
        assert made.cycle.reference not in at_school


def test_whoever_is_not_signed_in_is_asked_to_sign_in_at_every_address() -> None:
    made = told()
    others = [reverse(name) for name in FOR_EVERYBODY_SIGNED_IN]
    others.append(reverse("open_cycle", args=[made.school.pk]))
    for url in [*pages(made).values(), *actions(made).values(), *others]:
        answer = Client().get(url)
        assert answer.status_code == HTTPStatus.FOUND, url
        assert answer.headers["Location"].startswith(reverse("account_login")), url


def test_a_page_that_is_not_there_and_one_that_is_not_yours_are_both_missing() -> None:
    made = told()
    stranger = sign_in(made.people["staff"])
    for reference in (made.cycle.reference, "PM-2025-77777"):
        found = stranger.get(reverse("cycle", args=[reference]))
        assert found.status_code == HTTPStatus.NOT_FOUND


def test_only_the_clerk_and_the_chair_of_the_school_come_to_record_a_cycle() -> None:
    made = told()
    url = reverse("open_cycle", args=[made.school.pk])
    with on_day(TODAY):
        found = {role: sign_in(user).get(url).status_code for role, user in made.people.items()}
    assert {role for role, status in found.items() if status == HTTPStatus.OK} == {
        "clerk", "chair",
    }  # fmt: skip
    assert set(found.values()) == {HTTPStatus.OK, HTTPStatus.FORBIDDEN}


@pytest.mark.parametrize("role", ROLES)
def test_what_is_written_is_read_by_those_whom_the_table_lets_read_it(role: str) -> None:
    """The review is read by whoever sees the report, once it is given."""
    made = told()
    may = {key for key, row in TABLE.items() if role in row.roles and Stage.REPORTED in row.stages}
    if "see_report" in may:
        may.add("see_review")
    client = sign_in(holder(role, made.cycle))
    lists = {name: reverse(name) for name in ("waiting", *sorted(FOR_EVERYBODY_SIGNED_IN))}
    with on_day(TODAY):
        urls = pages(made) | actions(made) | lists
        del urls["cycle_document_file"]
        read = "".join(client.get(url, follow=True).content.decode() for url in urls.values())
    for key, words in WORDS.items():
        for each in words:
            assert (each in read) == (key in may), (role, each)
