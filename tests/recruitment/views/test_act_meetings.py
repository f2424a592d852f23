"""Who is offered as present at a meeting: those in post on its day, whatever the day it is."""

from datetime import date, time, timedelta
from http import HTTPStatus

import pytest

from casework.models import Meeting
from recruitment.actions import meetings
from recruitment.pages import dates
from schools.models import Membership, Office
from schools.models.choices import Category, MemberKind, Nation, OfficeKind
from tests.recruitment.headship import Headship, headship, on_day, person
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.rows import TODAY

pytestmark = pytest.mark.django_db
NOTICE = date(2026, 9, 1)
HELD = date(2026, 9, 12)


def called(case: Headship, body: Meeting.Body) -> Meeting:
    meetings.call_meeting(
        case.vacancy,
        body=body,
        purpose="To appoint a headteacher",
        held_on=HELD,
        at=time(18),
        place="The school hall",
        agenda=["Appointment of a headteacher"],
        by=case.clerk,
        on=NOTICE,
    )
    return Meeting.objects.latest("pk")


def succeed(case: Headship, leaver: str, successor: str) -> None:
    """One who was chair of governors at the meeting leaves after it, and another follows."""
    body = case.school.governing_body
    Membership.objects.filter(user=person(leaver)).update(until=HELD)
    Office.objects.filter(user=person(leaver)).update(until=HELD)
    new = {"governing_body": body, "user": person(successor), "since": HELD + timedelta(days=1)}
    Membership.objects.create(kind=MemberKind.CO_OPTED, **new)
    Office.objects.create(office=OfficeKind.CHAIR, **new)


def page_for(case: Headship, about: object = "") -> Visit:
    return visit(case.people["clerk"], "act", case.vacancy.reference, "hold_meeting", about=about)


def offered(page: Visit, name: str) -> str:
    """The words of the field of that name."""
    return page.text.partition(f'name="{name}"')[2].partition("</fieldset>")[0]


@pytest.mark.parametrize("asked", [True, False])
def test_the_governors_of_the_day_of_the_meeting_are_offered(asked: bool) -> None:
    case = headship("recorded").notify()
    meeting = called(case, Meeting.Body.GOVERNING_BODY)
    chair = case.people["chair"].full_name
    succeed(case, chair, "Nia Late")
    page = page_for(case, meeting.pk if asked else "")

    assert TODAY > HELD
    assert chair in offered(page, "present")
    assert "Nia Late" not in page.text
    assert page.fields["chaired_by"] == [str(case.people["chair"].pk)]


def test_the_panel_of_the_day_is_offered_for_its_own_meeting() -> None:
    case = headship("panel_appointed")
    meeting = called(case, Meeting.Body.PANEL)
    page = page_for(case, meeting.pk)
    names = [user.full_name for user in case.panel]

    assert [name in offered(page, "present") for name in names] == [True] * 3
    assert case.people["governor"].full_name not in page.text
    assert page.fields["chaired_by"] == [str(case.people["panel_chair"].pk)]


def test_with_two_meetings_to_record_the_people_of_both_days_are_offered() -> None:
    case = headship("panel_appointed")
    called(case, Meeting.Body.PANEL)
    called(case, Meeting.Body.GOVERNING_BODY)
    page = page_for(case)

    assert case.people["governor"].full_name in offered(page, "present")
    assert "chaired_by" not in page.fields


def test_a_meeting_that_is_still_to_come_is_not_offered() -> None:
    case = headship("recorded").notify()
    called(case, Meeting.Body.GOVERNING_BODY)
    with on_day(HELD - timedelta(days=1)):
        assert "No meeting has come" in page_for(case).text
    with on_day(HELD):
        assert "No meeting has come" not in page_for(case).text


SHORT = "With notice on 1 September 2026 the meeting can be held from 9 September 2026"


def calling(case: Headship, held_on: date, on: date = NOTICE) -> Visit:
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "call_meeting")
    page.send(
        {
            "body": "governing_body", "purpose": "To appoint the panel", "held_on": held_on,
            "at": "18:00", "place": "The hall", "agenda": "The panel", "on": on,
        }
    )  # fmt: skip
    return page


def test_a_trust_that_meets_at_short_notice_is_warned_before_it_is_recorded() -> None:
    with on_day(NOTICE):
        case = headship("recorded", start=NOTICE, category=Category.ACADEMY)
        page = calling(case, NOTICE + timedelta(days=3))
        assert SHORT in page.text
        assert not Meeting.objects.exists()
        page.confirm()
        assert Meeting.objects.count() == 1
        (said,) = dates.late(case.position())
        assert said == (
            "The meeting of the governing body on Friday 4 September 2026 was called at shorter "
            "notice than 7 clear days between notice and meeting (The trust's articles)."
        )


def test_a_meeting_at_full_notice_is_recorded_at_once() -> None:
    with on_day(NOTICE):
        case = headship("recorded", start=NOTICE, category=Category.ACADEMY)
        calling(case, NOTICE + timedelta(days=8))
        assert Meeting.objects.count() == 1
        assert list(dates.late(case.position())) == []


def test_a_notice_on_a_day_that_no_table_reaches_is_refused_and_not_broken() -> None:
    with on_day(NOTICE):
        case = headship("recorded", start=NOTICE, nation=Nation.WALES)
        page = calling(case, NOTICE, on=date(1991, 1, 1))
        assert page.page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
        assert not Meeting.objects.exists()
