"""Every address crossed with every role: the allowed set is the permission table's, no more."""

import re
from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import governance.urls
from accounts.models import User
from casework import access
from casework.action import Actor
from casework.attachments import check
from recruitment.actions import opening, papers
from recruitment.models import ApplicationPaper, Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.stages import Stage
from schools.models import Authority, AuthorityStaff, Office
from schools.models.choices import OfficeKind, StaffRole
from tests.recruitment.headship import Headship, headship, person, school_with_governors
from tests.recruitment.test_permissions import holder
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.rows import PDF, TODAY

pytestmark = pytest.mark.django_db

# What opens each address of a case: any one of these capabilities of the table.
OF_A_CASE = {
    "vacancy": ("see_vacancy",),
    "timeline": ("see_vacancy",),
    "timetable": ("see_vacancy",),
    "people": ("see_people",),
    "specification": ("see_vacancy",),
    "candidates": ("see_candidates", "see_chosen"),
    "candidate": ("see_candidates", "see_chosen"),
    "roster": ("see_roster",),
    "scores": ("see_scores",),
    "application_paper": ("see_papers",),
    "application_paper_copy": ("see_originals",),
    "advice": ("see_advice", "see_advice_to_governors", "see_chosen"),
    "meetings": ("see_meetings",),
    "meeting": ("see_meetings",),
    "documents": ("see_documents",),
    "document": ("see_documents",),
    "document_file": ("see_documents",),
    "attachment": ("see_advice",),
    "equality": ("see_equality",),
    "checks": ("see_checks",),
    "record": ("see_record",),
}
ACT = "act"  # one address for each action, open to the roles of its row at every stage
FOR_THE_CLERK_OF_THE_SCHOOL = {"open_vacancy", "term_dates"}
OF_A_SCHOOL = {"school", "school_law", *FOR_THE_CLERK_OF_THE_SCHOOL}
FOR_EVERYBODY_SIGNED_IN = {
    "waiting",
    "law",
    "blank_applications",
    "vacancies",
    "schools",
    "school",
    "school_law",
    "account_logout",
    "account_change_password",
    "account_set_password",
}
FOR_EVERYBODY = {
    "account_login",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "demonstration_sign_in",
}
TOKEN = re.compile('name="csrfmiddlewaretoken" value="[^"]*"')
ACTIONS = [key for key in TABLE if not key.startswith("see_")]
STRANGERS = (
    "stranger",
    "clerk of another school",
    "adviser of another authority",
    "outgoing head",
)


def names(resolver: URLResolver) -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            yield str(each.name)
        else:
            yield from names(each)


def test_every_address_is_in_one_of_these_tables() -> None:
    tables = (
        set(OF_A_CASE), {ACT}, FOR_THE_CLERK_OF_THE_SCHOOL, FOR_EVERYBODY_SIGNED_IN, FOR_EVERYBODY,
    )  # fmt: skip
    of_cycles = {str(each.name) for each in governance.urls.urlpatterns}  # tried in their own test
    every = [name for name in names(get_resolver()) if name not in of_cycles]

    assert sorted(every) == sorted(name for table in tables for name in table)


@pytest.fixture
def case() -> Headship:
    """A case with one of everything that has an address, and somebody chosen."""
    case = headship("recommended")
    vacancy, by = case.vacancy, case.clerk
    papers.draft_document(vacancy, kind="test_letter", by=by, on=case.day)
    document = vacancy.documents.get()
    papers.approve_document(vacancy, document=document, by=by, on=case.day)
    papers.issue_document(vacancy, document=document, by=by, on=case.day)
    papers.attach(vacancy, title="A reply", file=check("reply.pdf", PDF), by=by, on=case.day)
    _paper_of_an_application(case)
    return case


def _paper_of_an_application(case: Headship) -> None:
    """A paper of C1's application, and its copy, as they are left once C1 is recommended."""
    for title in ("C1-1", "C1-1-copy"):
        papers.attach(
            case.vacancy, title=title, file=check("c.pdf", PDF), by=case.clerk, on=case.day
        )
    _, original, copy = case.vacancy.attachments.order_by("pk")
    ApplicationPaper.objects.create(
        vacancy=case.vacancy, candidate=case.candidate("C1"), kind="letter", number=1,
        original=original, copy=copy, added_on=case.day,
    )  # fmt: skip


def visitor(case: Headship, who: str) -> Client:
    """Somebody with that role on the case and no other, or with none."""
    if who in ROLES:
        return sign_in(holder(who, case.vacancy))
    user = person(f"The {who}".title())
    if who == "outgoing head":
        user = holder("governor", case.vacancy)
        Vacancy.objects.filter(pk=case.vacancy.pk).update(outgoing_head=user)
    elif who == "clerk of another school":
        _clerk_elsewhere(user)
    elif who == "adviser of another authority":
        _adviser_elsewhere(user)
    return sign_in(user)


def _clerk_elsewhere(user: User) -> Vacancy:
    school, _ = school_with_governors(f"School of {user}")
    Office.objects.filter(governing_body=school.governing_body, office=OfficeKind.CLERK).update(
        user=user
    )
    return opening.open_vacancy(
        school,
        reason=Vacancy.Reason.RETIREMENT,
        outgoing_last_day=TODAY,
        by=Actor(user),
        on=TODAY,
    )


def _adviser_elsewhere(user: User) -> None:
    """Somebody who advises on the headship of a school of another authority."""
    other = Authority.objects.create(code="998", name="Another Borough")
    AuthorityStaff.objects.create(authority=other, user=user, role=StaffRole.ADVISER, since=TODAY)
    access.grant("adviser", user, _clerk_elsewhere(person("Far Away Clerk")))


def pages(case: Headship) -> dict[str, str]:
    """The address of every page of the case, by its name."""
    last: dict[str, list[object]] = {
        "candidate": ["C1"],
        "meeting": [1],
        "document": [case.vacancy.documents.get().pk],
        "document_file": [case.vacancy.documents.get().pk],
        "attachment": [case.vacancy.attachments.order_by("pk")[0].pk],
        "application_paper": ["C1", 1],
        "application_paper_copy": ["C1", 1],
    }
    reference = case.vacancy.reference
    return {name: reverse(name, args=[reference, *last.get(name, [])]) for name in OF_A_CASE}


def actions(case: Headship) -> dict[str, str]:
    """The address of every action of the case, by the action's name."""
    return {key: reverse(ACT, args=[case.vacancy.reference, key]) for key in ACTIONS}


def answers(client: Client, urls: dict[str, str]) -> dict[str, int]:
    return {name: client.get(url, follow=True).status_code for name, url in urls.items()}


def opened(found: dict[str, int]) -> set[str]:
    return {name for name, status in found.items() if status == HTTPStatus.OK}


def by_the_table(role: str, stage: Stage) -> set[str]:
    """The pages that the permission table opens to the role at the stage."""
    rows = {name: [TABLE[key] for key in keys] for name, keys in OF_A_CASE.items()}
    return {
        name
        for name, opened_by in rows.items()
        if any(role in row.roles and stage in row.stages for row in opened_by)
    }


@pytest.mark.parametrize("stage", [Stage.NAMES_SENT, Stage.RECOMMENDED, Stage.IN_POST])
def test_the_pages_open_to_a_role_are_those_of_the_table(case: Headship, stage: Stage) -> None:
    Vacancy.objects.filter(pk=case.vacancy.pk).update(stage=stage)
    for role in ROLES:
        found = answers(visitor(case, role), pages(case))

        assert opened(found) == by_the_table(role, stage), role
        assert set(found.values()) <= {200, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


def test_the_actions_open_to_a_role_are_those_of_the_table(case: Headship) -> None:
    for role in ROLES:
        found = answers(visitor(case, role), actions(case))

        position = case.position()
        unknown = {key for key in ACTIONS if position.unknown_step(key)}
        open_to = {key for key in ACTIONS if role in TABLE[key].roles}
        assert opened(found) == open_to - unknown, role
        refused = {key: status for key, status in found.items() if key in unknown}
        assert set(refused.values()) == {HTTPStatus.UNPROCESSABLE_ENTITY}
        others = {status for key, status in found.items() if key not in unknown}
        assert others <= {HTTPStatus.OK, HTTPStatus.FORBIDDEN}


def test_to_whoever_has_no_part_in_it_no_address_of_the_case_exists(case: Headship) -> None:
    for who in STRANGERS:
        found = answers(visitor(case, who), pages(case) | actions(case))

        assert set(found.values()) == {HTTPStatus.NOT_FOUND}, who


def test_a_page_that_is_not_there_and_one_that_is_not_yours_look_the_same(
    case: Headship,
) -> None:
    stranger = visitor(case, "stranger")
    there, nowhere = (
        TOKEN.sub("", stranger.get(reverse("vacancy", args=[reference])).content.decode())
        for reference in (case.vacancy.reference, "HT-2026-99999")
    )

    assert there == nowhere


def test_whoever_is_not_signed_in_is_asked_to_sign_in_at_every_address(
    case: Headship,
) -> None:
    client = Client()
    of_a_school = [reverse(name, args=[case.school.pk]) for name in OF_A_SCHOOL]
    others = [reverse(name) for name in FOR_EVERYBODY_SIGNED_IN - OF_A_SCHOOL - {"account_logout"}]
    for url in [*pages(case).values(), *actions(case).values(), *of_a_school, *others]:
        answer = client.get(url)
        assert answer.status_code == HTTPStatus.FOUND, url
        assert answer.headers["Location"].startswith(reverse("account_login")), url


def test_signing_in_asks_nobody_to_sign_in_first() -> None:
    arguments = {"account_reset_password_from_key": ["ab", "1-2"]}
    for name in FOR_EVERYBODY:
        answer = Client().get(reverse(name, args=arguments.get(name, [])))
        assert answer.headers.get("Location") != reverse("account_login"), name


@pytest.mark.parametrize("name", sorted(FOR_THE_CLERK_OF_THE_SCHOOL))
def test_what_is_for_the_clerk_of_the_school_is_open_to_nobody_else(name: str) -> None:
    case = headship("in_post")
    url = reverse(name, args=[case.school.pk])
    elsewhere = visitor(case, "clerk of another school")
    opened = {role: sign_in(user).get(url).status_code for role, user in case.people.items()}

    assert [role for role, status in opened.items() if status == HTTPStatus.OK] == ["clerk"]
    assert elsewhere.get(url).status_code == HTTPStatus.FORBIDDEN
