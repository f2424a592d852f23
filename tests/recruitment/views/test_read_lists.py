"""What waits for a person, and the vacancies in which they have a part."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from casework.models import Case
from recruitment.actions import advice
from recruitment.models import Candidate, NamesNotice, Vacancy, VacancyGrant
from recruitment.stages import Stage
from schools.models import Authority, GoverningBody, Office, School
from schools.models.choices import Category, OfficeKind, Status
from tests.recruitment.headship import Headship, headship, on_day, person
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.rows import TODAY
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 300


def listed(client: Client, name: str, **query: int) -> str:
    return words(client.get(reverse(name), query))


def bulk(clerk: User, number: int) -> None:
    """Give the clerk many vacancies, with names sent on the last two of three candidates."""
    authority, _ = Authority.objects.get_or_create(code="997", name="Bulk Borough")
    body = GoverningBody.objects.create(name="Federation")
    Office.objects.create(governing_body=body, user=clerk, office=OfficeKind.CLERK, since=TODAY)
    cases = Case.objects.bulk_create(
        Case(reference=f"HT-{clerk.pk}-{n:05d}", school=school, opened_on=TODAY)
        for n, school in enumerate(_schools(authority, body, number))
    )
    vacancies = [_vacancy(case) for case in cases]
    permission = Permission.objects.get(codename="as_clerk", content_type__model="vacancy")
    VacancyGrant.objects.bulk_create(
        VacancyGrant(user=clerk, permission=permission, content_object=v) for v in vacancies
    )
    Candidate.objects.bulk_create(
        Candidate(vacancy=v, code=code, name=code, applied_on=TODAY, state="shortlisted")
        for v in vacancies
        for code in ("C1", "C2")
    )
    NamesNotice.objects.bulk_create(
        NamesNotice(vacancy=v, round=1, names=["C1", "C2"], sent_on=TODAY, received_on=TODAY)
        for v in vacancies
    )


def _schools(authority: Authority, body: GoverningBody, number: int) -> list[School]:
    return School.objects.bulk_create(
        School(
            name=f"School {n}",
            authority=authority,
            governing_body=body,
            category=Category.COMMUNITY,
            status=Status.OPEN,
        )
        for n in range(number)
    )


def _vacancy(case: Case) -> Vacancy:
    """The part of the case that makes it a vacancy: a child row cannot be made in bulk."""
    vacancy = Vacancy(
        case_ptr=case,
        reason=Vacancy.Reason.RETIREMENT,
        outgoing_last_day=TODAY + timedelta(days=60),
        moved_on=TODAY,
        stage=Stage.NAMES_SENT,
    )
    vacancy.__dict__.update(
        reference=case.reference, school_id=case.school_id, opened_on=case.opened_on
    )
    vacancy.save_base(raw=True)
    return vacancy


def queries(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(reverse(name)).status_code == 200
    return len(caught)


@pytest.mark.parametrize("name", ["waiting", "vacancies"])
def test_a_list_runs_the_same_number_of_queries_for_3_and_for_300_vacancies(name: str) -> None:
    few, many = person("Few Cases"), person("Many Cases")
    bulk(few, FEW)
    bulk(many, MANY)
    clients = [sign_in(few), sign_in(many)]
    clients[0].get(reverse(name))  # the types of models are kept

    assert queries(clients[0], name) == queries(clients[1], name)
    assert listed(clients[1], name).count("School ") >= 25


# What waits


def test_the_nearest_date_comes_first() -> None:
    late = headship("recorded", "Late Primary School")
    soon = headship("recorded", "Soon Primary School")
    far = headship("recorded", "Far Primary School")
    for case, last in ((far, 40), (soon, 4), (late, -4)):
        day = TODAY + timedelta(days=last)
        Vacancy.objects.filter(pk=case.vacancy.pk).update(outgoing_last_day=day)
    page = listed(sign_in(far.people["clerk"]), "waiting")

    found = [page.index(str(case.school)) for case in (late, soon, far)]
    assert found == sorted(found)
    assert "5 February 2027 Outgoing head's last day, in 4 days" in page
    assert "nobody is in post: the school needs an acting head" in page


def test_each_task_leads_to_its_form() -> None:
    case = headship("shortlisted")
    page = sign_in(case.people["clerk"]).get("/").content.decode()

    assert f'href="/vacancies/{case.vacancy.reference}/act/send_names/"' in page


def test_a_governor_with_nothing_to_do_is_told_so_kindly() -> None:
    case = headship("shortlisted")
    page = listed(sign_in(case.people["governor"]), "waiting")

    assert "Nothing is waiting for you. Others have the next step" in page
    assert "an interest to declare, such as knowing a candidate" in page
    assert "Your cases Mill Lane Primary School" in page


def test_whoever_has_no_part_in_anything_is_told_how_it_begins() -> None:
    page = listed(sign_in(person("No Body")), "waiting")

    assert "you have no part in a case that is running" in page
    assert "You have no part in any vacancy yet." in listed(sign_in(person("No Body")), "vacancies")


def test_while_its_period_runs_the_authority_is_asked_for_its_answer() -> None:
    case = headship("names_sent")
    with on_day(case.day):
        page = listed(sign_in(case.people["officer"]), "waiting")
        assert "2 October 2026 Period for representations ends, in 6 days" in page
        assert "Make representations for the authority" in page
        assert "Make representations" not in listed(sign_in(case.people["clerk"]), "waiting")
    assert "Make representations" not in listed(sign_in(case.people["officer"]), "waiting")


def test_none_said_leaves_only_representations_to_make() -> None:
    case = headship("names_sent")
    advice.make_no_representations(
        case.vacancy, said_by="Joan Beck", by=case.actor("officer"), on=case.day
    )
    with on_day(case.day):
        page = listed(sign_in(case.people["officer"]), "waiting")
    assert "Make representations for the authority" in page
    assert "makes no representations" not in page


def test_a_case_that_ended_waits_only_while_somebody_is_to_be_told() -> None:
    case = headship("in_post")
    clerk = sign_in(case.people["clerk"])
    assert "Record that a candidate was told the outcome" in listed(clerk, "waiting")

    case.vacancy.candidates.update(told_on=TODAY)
    assert "Mill Lane" not in listed(clerk, "waiting")


# The list


def outgoing(case: Headship, user: User) -> None:
    Vacancy.objects.filter(pk=case.vacancy.pk).update(outgoing_head=user)


def test_the_outgoing_head_finds_the_vacancy_in_no_list() -> None:
    case = headship("recorded")
    governor = sign_in(case.people["governor"])
    assert "Mill Lane" in listed(governor, "vacancies")

    outgoing(case, case.people["governor"])
    assert "Mill Lane" not in listed(governor, "vacancies")
    assert "Mill Lane" not in listed(governor, "waiting")


def test_the_list_has_stage_next_step_and_period_and_those_that_run_first() -> None:
    ended = headship("in_post", "Ended Primary School")
    running = headship("names_sent", "Running Primary School")
    Case.objects.filter(pk=ended.vacancy.pk).update(opened_on=date(2027, 1, 1))
    page = listed(sign_in(running.people["clerk"]), "vacancies")

    assert page.index("Running Primary") < page.index("Ended Primary")
    assert "Next: Record the interviews Period for representations: ended on 2 October" in page
    assert "Names sent to the authority Ended" in page


def test_the_list_goes_on_to_a_second_page() -> None:
    clerk = person("Many Cases")
    bulk(clerk, 30)
    client = sign_in(clerk)

    assert listed(client, "vacancies").count("HT-") == 25
    assert listed(client, "vacancies", page=2).count("HT-") == 5
    assert "page 2" in client.get("/vacancies/?page=2").content.decode().partition("</title>")[0]


def test_a_school_whose_law_is_no_longer_held_does_not_take_the_lists_with_it() -> None:
    case, other = headship("recorded"), headship("recorded", "Other Primary School")
    School.objects.filter(pk=other.school.pk).update(category=Category.ACADEMY)
    clerk = sign_in(case.people["clerk"])

    assert "Mill Lane" in listed(clerk, "waiting")
    assert "Other Primary" in listed(clerk, "vacancies")
