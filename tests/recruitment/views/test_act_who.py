"""Who gets to a form at all, and whom it names to them."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from casework.attachments import check
from recruitment.actions import interests, papers
from recruitment.forms import FORMS
from recruitment.models import Interest, Vacancy
from schools.models import GoverningBody, Membership, School
from schools.models.choices import Category, MemberKind, Nation
from tests.recruitment.headship import Headship, headship, person
from tests.recruitment.views.all_rows import BY_ACTION, ROWS
from tests.recruitment.views.browser import visit
from tests.recruitment.views.full_case import befriend
from tests.recruitment.views.rows import PDF, TODAY, Row

pytestmark = pytest.mark.django_db
# Twelve more: term dates, bank holidays added later, plans; undertakings, consents, schemes;
# former categories, arrangements, authority's rules; acting heads, pay, assessments of risk.
MOST_QUERIES = 25 + 12
LAW = HTTPStatus.CONFLICT


def address(case: Headship, action: str) -> str:
    return reverse("act", args=[case.vacancy.reference, action])


@pytest.mark.parametrize("action", FORMS)
def test_a_visitor_is_asked_to_sign_in(client: Client, action: str) -> None:
    where = f"/vacancies/HT-2026-00001/act/{action}/"
    for answer in (client.get(where), client.post(where)):
        assert answer.headers["Location"] == f"/account/sign-in/?next={where}"


def test_a_stranger_is_told_that_there_is_nothing_here() -> None:
    case = headship("recorded")
    page = visit(person("Nobody Here"), "act", case.vacancy.reference, "notify_authority")

    assert page.page.status_code == HTTPStatus.NOT_FOUND
    assert page.client.post(page.address, {"how": "x"}).status_code == HTTPStatus.NOT_FOUND


def test_a_stranger_to_a_school_that_left_the_law_we_hold_is_a_stranger_still() -> None:
    case = headship("recorded")
    School.objects.filter(pk=case.school.pk).update(
        category=Category.PUPIL_REFERRAL_UNIT, nation=Nation.WALES
    )
    where = (case.vacancy.reference, "notify_authority")

    assert visit(person("Nobody Here"), "act", *where).page.status_code == HTTPStatus.NOT_FOUND
    assert visit(case.people["clerk"], "act", *where).page.status_code == LAW


def test_the_outgoing_head_is_a_stranger_whatever_was_granted() -> None:
    case = headship("recorded")
    head = case.people["governor"]
    where = ("act", case.vacancy.reference, "declare_interest")
    assert visit(head, *where).page.status_code == HTTPStatus.OK
    Vacancy.objects.update(outgoing_head=head)

    assert visit(head, *where).page.status_code == HTTPStatus.NOT_FOUND


def test_a_member_who_withdrew_from_the_appointment_records_nothing_for_the_panel() -> None:
    case = headship("interviewed")
    interests.declare_interest(
        case.vacancy,
        person=case.people["panel_chair"],
        kind=Interest.Kind.FAMILY,
        detail="A brother applied",
        effect=Interest.Effect.WITHDRAW,
        by=case.actor("panel_chair"),
        on=TODAY,
    )
    page = visit(case.people["panel_chair"], "act", case.vacancy.reference, "recommend")

    assert page.page.status_code == HTTPStatus.FORBIDDEN
    assert "Ada Brook" not in page.text


def test_somebody_with_another_role_is_told_who_can_do_it() -> None:
    case = headship("recommended")
    page = visit(case.people["governor"], "act", case.vacancy.reference, "approve")

    assert page.page.status_code == HTTPStatus.FORBIDDEN
    assert "It can be done by: clerk, chair of the governing body." in page.text
    before = case.fresh().event_count
    answer = page.client.post(page.address, {"seen": str(before), "confirmed": "yes"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert case.fresh().event_count == before


def test_an_action_that_does_not_exist_has_no_page() -> None:
    case = headship("recorded")

    page = visit(case.people["clerk"], "act", case.vacancy.reference, "delete_everything")
    assert page.page.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_no_form_takes_more_than_its_share_of_queries(row: Row) -> None:
    case = row.case()
    page = row.visit(case)
    with CaptureQueriesContext(connection) as queries:
        page.client.get(page.address)

    assert len(queries) <= MOST_QUERIES


def test_a_governor_outside_the_panel_sees_no_candidate_before_one_is_recommended() -> None:
    case = headship("interviewed")
    page = visit(case.people["governor"], "act", case.vacancy.reference, "declare_interest")
    assert "Ada Brook" not in page.text

    case.recommend()
    page = visit(case.people["governor"], "act", case.vacancy.reference, "declare_interest")
    assert "C1, Ada Brook" in page.text
    assert "Ben Carr" not in page.text


def test_whoever_has_an_interest_in_a_candidate_is_not_offered_that_candidate() -> None:
    case = headship("interviewed")
    interests.declare_interest(
        case.vacancy,
        person=case.people["panel_chair"],
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate("C2"),
        by=case.actor("panel_chair"),
        on=TODAY,
    )
    page = visit(case.people["panel_chair"], "act", case.vacancy.reference, "recommend")

    assert "Ben Carr" not in page.text
    assert "Ada Brook" in page.text


def test_a_form_names_no_candidate_to_whoever_has_an_interest_in_them() -> None:
    case = headship("shortlisted")
    befriend(case, "C2", case.people["clerk"])
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "send_names")
    assert "C1, Ada Brook" in page.text
    assert "Ben Carr" not in page.text
    assert "C2, whom you do not see" in page.text


@pytest.mark.parametrize("role", ["clerk", "officer"])
def test_the_receipt_of_the_names_tells_nobody_a_name_that_they_do_not_see(role: str) -> None:
    case = BY_ACTION["record_receipt"].case()
    befriend(case, "C2", case.people[role])
    page = visit(case.people[role], "act", case.vacancy.reference, "record_receipt")
    assert "C1, Ada Brook" in page.text
    assert "Ben Carr" not in page.text
    assert "C2, whom you do not see" in page.text


def test_a_form_lists_no_file_to_somebody_with_an_interest_in_a_candidate() -> None:
    case = headship("names_sent")
    file = check("ben-carr.pdf", PDF)
    papers.attach(case.vacancy, title="On Ben Carr", file=file, by=case.clerk, on=TODAY)
    where = ("act", case.vacancy.reference, "make_representations")
    assert "On Ben Carr" in visit(case.people["adviser"], *where).text
    befriend(case, "C2", case.people["adviser"])
    page = visit(case.people["adviser"], *where)
    assert "On Ben Carr" not in page.text
    assert "ben-carr.pdf" not in page.text
    assert "No file" in page.text


def test_whoever_has_an_interest_in_the_person_is_told_not_to_give_the_panels_reasons() -> None:
    case = BY_ACTION["give_reasons"].case()
    befriend(case, "C1", case.people["panel_chair"])
    page = visit(case.people["panel_chair"], "act", case.vacancy.reference, "give_reasons")
    assert "Ada Brook" not in page.text
    assert "so this is not for you to do" in page.text


def test_only_the_clerk_declares_for_others_and_pins() -> None:
    case = headship("interviewed")
    where = ("act", case.vacancy.reference, "declare_interest")

    assert "Only the clerk may end it" not in visit(case.people["panel"], *where).text
    assert "Lee Ward" not in visit(case.people["panel"], *where).text
    assert "Only the clerk may end it" in visit(case.people["clerk"], *where).text
    assert "Lee Ward" in visit(case.people["clerk"], *where).text


def test_a_person_who_was_not_offered_cannot_be_sent() -> None:
    case = headship("interviewed")
    page = visit(case.people["panel"], "act", case.vacancy.reference, "declare_interest")
    before = case.fresh().event_count
    other = {"person": case.people["chair"], "kind": "family", "effect": "none", "detail": "x"}

    assert page.send(other).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert case.fresh().event_count == before


def test_a_row_of_another_case_cannot_be_sent() -> None:
    case, other = headship("interviewed"), headship("interviewed", "Far Away Primary School")
    meeting = other.position().meetings[0]
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "minute_item")
    answer = page.send({"meeting": meeting, "title": "Dates", "minute": "Agreed"})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("about", ["C2", "C9", "nonsense", "<script>"])
def test_a_page_can_be_opened_for_one_candidate_and_ignores_what_it_does_not_know(
    about: str,
) -> None:
    case = headship("interviewed")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "recommend", about=about)

    assert page.page.status_code == HTTPStatus.OK
    assert page.fields.get("candidate") == (["C2"] if about == "C2" else None)
    assert "<script>" not in page.text.replace('<script type="module"', "")


def test_a_page_opened_for_one_check_shows_its_own_rule_and_asks_for_no_other() -> None:
    case = headship("accepted")
    page = visit(
        case.people["officer"], "act", case.vacancy.reference, "record_check", about="identity"
    )

    assert '<h1 class="govuk-heading-l">Record a check: Identity</h1>' in page.text
    assert "The person&#x27;s identity must be checked" in page.text
    assert page.fields["check"] == ["identity"]
    assert "Right to work" not in page.text


@pytest.mark.parametrize(
    ("about", "asked"),
    [
        ("", {"what", "which", "to_date_day", "to_text"}),
        ("closing_on", {"what", "to_date_day"}),
        ("candidate_told_on", {"what", "which", "to_date_day"}),
        ("candidate_name", {"what", "which", "to_text"}),
    ],
)
def test_a_correction_asks_only_for_what_the_slip_is_about(about: str, asked: set[str]) -> None:
    case = headship("shortlisted")
    where = ("act", case.vacancy.reference, "correct")
    page = visit(case.people["clerk"], *where, about=about)
    every = {"what", "which", "to_date_day", "to_text"}
    there = {name for name in every if f'name="{name}"' in page.text}

    assert there == asked
    page.send({"what": about or "closing_on", "why": "A slip"})
    right = "name" if about == "candidate_name" else "date"
    assert f"Enter the right {right}" in page.text


def test_a_name_is_corrected() -> None:
    case = headship("shortlisted")
    where = ("act", case.vacancy.reference, "correct")
    page = visit(case.people["clerk"], *where, about="candidate_name")
    page.send({"which": "C2", "to_text": "Benjamin Carr", "why": "Misread"})
    page.confirm()

    assert case.candidate("C2").name == "Benjamin Carr"


def test_nobody_is_at_a_meeting_twice() -> None:
    row = BY_ACTION["hold_meeting"]
    case = row.case()
    adviser = case.people["clerk"]
    Membership.objects.create(
        governing_body=GoverningBody.objects.get(),
        user=adviser,
        kind=MemberKind.CO_OPTED,
        since=TODAY.replace(year=2025),
    )
    page = row.visit(case)
    page.send({**row.answers(case), "present": [*case.panel, adviser]})

    assert "Tick Ann Rees only once" in page.text
