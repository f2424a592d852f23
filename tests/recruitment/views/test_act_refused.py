"""What is refused on a form: why, how strongly, what clears it, and nothing typed is lost."""

from datetime import date, timedelta
from http import HTTPStatus

import pytest

from recruitment.models import Vacancy
from tests.recruitment.headship import Headship, headship, on_day
from tests.recruitment.views.all_rows import BY_ACTION
from tests.recruitment.views.browser import Visit, visit
from tests.recruitment.views.rows import TODAY

pytestmark = pytest.mark.django_db
HELD = "representations_period_open"
WORDS = "The strongest evidence, “seen” & <b>heard</b>"


def within_the_period() -> Headship:
    """Interviewed, and the authority may still make representations."""
    case = headship("names_sent")
    return case.after(2).interview()


def at(case: Headship, action: str, by: str = "clerk") -> Visit:
    return visit(case.people[by], "act", case.vacancy.reference, action)


def unchanged(case: Headship, before: Vacancy) -> bool:
    now = case.fresh()
    return (now.stage, now.event_count) == (before.stage, before.event_count)


def test_a_refusal_shows_the_obstacle_and_keeps_what_was_typed() -> None:
    case = within_the_period()
    before = case.fresh()
    with on_day(case.day):
        page = at(case, "recommend")
        answer = page.send({"candidate": "C2", "reasons": WORDS})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert unchanged(case, before)
    assert "<title>Error: " in page.text
    assert page.text.count("The authority may make representations until the end of") == 2
    assert "regulation 15" in page.text
    assert "Wait until then, or record that the authority makes none." in page.text
    assert page.fields["reasons"] == [WORDS]
    assert page.fields["candidate"] == ["C2"]


def test_what_is_too_long_is_told_by_how_much_and_kept() -> None:
    case = within_the_period()
    before = case.fresh()
    with on_day(case.day):
        page = at(case, "recommend")
        long = {"reasons": "r" * 10_001, "override": "o" * 10_020}
        answer = page.send({"candidate": "C2", **long})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert unchanged(case, before)
    limit = "must be 10,000 characters or fewer: it is"
    assert f"The panel&#x27;s reasons {limit} 1 too long" in page.text
    assert f"Reason for setting the rule aside {limit} 20 too long" in page.text
    assert {name: page.fields[name][0] for name in long} == long


def test_a_house_rule_is_set_aside_by_a_named_person_with_a_reason() -> None:
    case = within_the_period()
    with on_day(case.day):
        page = at(case, "recommend")
        assert page.fields["override"] == [""]
        page.send({"candidate": "C2", "reasons": WORDS})
        page.send({"override": "The director said so by telephone"})
        assert "What you set aside" in page.text
        assert "The director said so by telephone" in page.text
        answer = page.confirm()

    assert answer.status_code == HTTPStatus.FOUND
    event = case.fresh().events.latest("number")
    aside = event.data["set_aside"]
    assert (aside["rules"], aside["reason"]) == ([HELD], "The director said so by telephone")
    assert "until the end of 2 October 2026" in aside["obstacles"][0]
    assert event.by == case.people["clerk"]


def test_the_law_offers_no_box_to_set_it_aside_and_cannot_be() -> None:
    case = headship("recorded")
    case.meet("To appoint the panel")
    before = case.fresh()
    page = at(case, "appoint_panel")
    two = {"members": case.panel[:2], "chair": case.panel[0], "votes_for": 5}
    page.send(two)

    assert "it must have at least 3 governors" in page.text
    assert "override" not in page.fields
    answer = page.send({"override": "We are few"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert unchanged(case, before)


def test_a_shortlist_without_a_reason_keeps_every_row() -> None:
    row = BY_ACTION["shortlist"]
    case = row.case()
    page = row.visit(case)
    page.send({**row.answers(case), "why_C3": ""})

    assert "No reason is recorded for C3." in page.text
    assert page.fields["why_C1"] == ["Meets all"]
    assert [page.fields[f"is_C{n}"] for n in (1, 2, 3)] == [["yes"], ["yes"], ["no"]]


def test_what_is_missing_is_said_at_the_top_and_at_the_field() -> None:
    case = headship("recorded")
    page = at(case, "notify_authority")
    answer = page.send({"on": TODAY})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "<title>Error: " in page.text
    assert page.text.count("Enter how it was sent") == 2
    assert '<a href="#id_how">' in page.text


def test_a_day_to_come_is_refused_before_anything_is_checked() -> None:
    case = headship("shortlisted")
    before = case.fresh()
    page = at(case, "send_names")
    answer = page.send({"how": "by hand", "on": TODAY + timedelta(days=1)})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "2 February 2027 has not come yet" in page.text
    assert unchanged(case, before)


@pytest.mark.parametrize("action", ["approve", "record_receipt", "take_up_post", "add_candidate"])
def test_an_action_of_another_stage_shows_no_form_and_does_nothing(action: str) -> None:
    case = headship("panel_appointed")
    before = case.fresh()
    page = at(case, action)

    assert page.page.status_code == HTTPStatus.OK
    assert "This cannot be done while the case stands at “Panel appointed”." in page.text
    assert not [form for form in page.forms if "seen" in form]
    sent = {"seen": str(before.event_count), "confirmed": "yes"}
    answer = page.client.post(page.address, sent)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "This cannot be done while the case stands at" in answer.content.decode()
    assert unchanged(case, before)


def test_where_there_is_nothing_to_choose_from_the_page_says_so() -> None:
    page = at(headship("interviewed"), "consider_advice")

    assert "No advice waits to be considered." in page.text
    assert not [form for form in page.forms if "seen" in form]


def test_what_stands_in_the_way_is_said_before_anything_is_typed() -> None:
    row = BY_ACTION["consider_reservations"]
    page = visit(row.case().people["clerk"], "act", Vacancy.objects.get().reference, "approve")

    assert "Advice has been given and not yet considered" in page.text


HOSTILE = (
    "</textarea><script>alert(1)</script>\n{{ settings.SECRET_KEY }} {% now 'Y' %} \"Zoë\" & 'é'"
)


def test_hostile_text_comes_back_as_it_was_typed_and_is_kept_so() -> None:
    case = headship("interviewed")
    page = at(case, "recommend_nobody")
    page.send({"why": HOSTILE})
    assert "<script>alert" not in page.text
    assert page.fields["why"] == [HOSTILE]
    page.confirm()

    assert case.fresh().events.latest("number").why == HOSTILE


def test_hostile_text_in_a_refused_form_comes_back_as_it_was_typed() -> None:
    case = headship("recorded")
    page = at(case, "call_meeting")
    page.send({"agenda": HOSTILE, "place": '"><img src=x onerror=alert(1)>'})

    assert page.page.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert page.fields["agenda"] == [HOSTILE]
    assert page.fields["place"] == ['"><img src=x onerror=alert(1)>']
    assert "<img" not in page.text


def test_a_day_before_any_law_that_is_held_is_refused_and_not_broken() -> None:
    case = headship("shortlisted")
    before = case.fresh()
    page = at(case, "send_names")
    answer = page.send({"how": "by hand", "on": date(1991, 1, 1)})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Check the date." in page.text
    assert page.fields["how"] == ["by hand"]
    assert unchanged(case, before)
