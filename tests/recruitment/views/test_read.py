"""Every page of a case: its cost, its title, who finds it; the task list and the timeline."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from casework.models import Meeting
from recruitment.actions import opening
from recruitment.models import Interest, Vacancy
from recruitment.site import PAGES
from recruitment.stages import Stage
from schools.models import School
from tests.recruitment.headship import NAMES, Headship, headship, person
from tests.recruitment.views import full_case as cases
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.words import ask, html, read

pytestmark = pytest.mark.django_db
# Twelve more: term dates, bank holidays added later, plans; undertakings, consents, schemes;
# former categories, arrangements, authority's rules; acting heads, pay, assessments of risk.
MOST_QUERIES = 25 + 12
CANDIDATES = ("Ada Brook", "Ben Carr", "Cat Dunn")
HOSTILE = "</p><script>alert(1)</script> O'Brien & “Zoë” {{ braces }}"

Queries = Callable[[int], AbstractContextManager[object]]


@pytest.fixture
def full() -> Headship:
    return cases.full_case()


def every_page(case: Headship) -> dict[str, str]:
    reference = case.vacancy.reference
    found = {name: reverse(name, args=[reference]) for name in PAGES}
    found["candidate"] = reverse("candidate", args=[reference, "C1"])
    found["meeting"] = reverse("meeting", args=[reference, 1])
    return found


# All of them


@pytest.mark.parametrize("role", ["clerk", "adviser", "officer"])
def test_no_page_of_a_vacancy_runs_more_queries_than_its_share(
    full: Headship, role: str, django_assert_max_num_queries: Queries
) -> None:
    client = sign_in(full.people[role])
    client.get(reverse("vacancy", args=[full.vacancy.reference]))  # the types of models are kept
    for url in every_page(full).values():
        with django_assert_max_num_queries(MOST_QUERIES):
            client.get(url)


def test_every_page_has_a_title_of_its_own_without_anybodys_name(full: Headship) -> None:
    client = sign_in(full.people["clerk"])
    titles = [_title(client, url) for url in every_page(full).values()]

    assert len(set(titles)) == len(titles)
    assert all(f" - {full.vacancy.reference} - Headship" in title for title in titles)
    everybody = [*CANDIDATES, *NAMES, *(str(user) for user in full.people.values())]
    assert [t for t in titles if any(name in t for name in everybody)] == []


def _title(client: Client, url: str) -> str:
    found = re.search("<title>(.*)</title>", client.get(url).content.decode())
    return found[1] if found else ""


def test_the_list_of_pages_leads_to_those_that_open_and_to_no_others(full: Headship) -> None:
    Vacancy.objects.filter(pk=full.vacancy.pk).update(stage=Stage.NAMES_SENT)
    for role in ("clerk", "governor", "adviser"):
        client = sign_in(full.people[role])
        links = set(re.findall('headship-case__link" href="([^"]*)"', _page(client, full)))
        opened = {url for url in every_page(full).values() if client.get(url).status_code == 200}
        within = {every_page(full)["candidate"], every_page(full)["meeting"]}
        assert links == opened - within, role


def _page(client: Client, case: Headship) -> str:
    return client.get(reverse("vacancy", args=[case.vacancy.reference])).content.decode()


def test_what_people_typed_comes_out_as_typed_on_every_page(full: Headship) -> None:
    full.vacancy.candidates.update(name=HOSTILE)
    full.vacancy.criteria.update(text=HOSTILE)
    full.vacancy.advice.update(text=HOSTILE)
    full.vacancy.representations.update(text=HOSTILE, consideration=HOSTILE)
    full.vacancy.reservations.update(conclusion=HOSTILE)
    Meeting.objects.filter(case=full.vacancy).update(purpose=HOSTILE, agenda=[HOSTILE])
    client = sign_in(full.people["clerk"])
    shown = 0
    for url in every_page(full).values():
        page = client.get(url).content.decode()
        assert "<script>alert" not in page, url
        shown += HOSTILE in unescape(page)
    assert shown >= 5


def test_the_school_whose_law_is_no_longer_held_has_a_page_that_says_so(full: Headship) -> None:
    School.objects.filter(pk=full.school.pk).update(category="pupil_referral_unit", nation="wales")
    answer = ask(full, full.people["clerk"], "vacancy")

    assert answer.status_code == 409
    assert "the local authority, which staffs the unit itself" in answer.content.decode()
    assert ask(full, person("No Body"), "vacancy").status_code == 404


# Task list


def test_a_task_is_done_with_its_date_or_possible_or_waits_with_its_reason() -> None:
    case = headship("panel_appointed")
    page = html(case, case.people["clerk"], "vacancy")
    text = read(case, case.people["clerk"], "vacancy")

    assert "Tell the authority of the vacancy Done 1 September 2026" in text
    assert _link(case, "settle_criteria") not in page
    assert "The person specification has no essential criterion." in text
    assert "Advertise the post House rule The person specification has not been settled." in text
    assert "What clears it: Enter its criteria and settle them." in text


def _link(case: Headship, action: str) -> str:
    return f'href="{reverse("act", args=[case.vacancy.reference, action])}"'


def test_a_post_that_was_not_advertised_is_not_called_advertised() -> None:
    case = headship("panel_appointed").settle()
    assert "Advertise the post" in read(case, case.people["clerk"], "vacancy")
    opening.decide_not_to_advertise(
        case.vacancy,
        meeting=case.meet("To decide"),
        reason="Two schools become one",
        by=case.clerk,
        on=case.day,
    )
    text = read(case, case.people["clerk"], "vacancy")
    assert "Advertise the post" not in text
    assert "Record the good reason not to advertise Done" in text


def test_a_task_that_is_possible_is_a_link_for_whoever_may_do_it_and_for_nobody_else() -> None:
    case = headship("shortlisted")

    assert _link(case, "send_names") in html(case, case.people["clerk"], "vacancy")
    assert _link(case, "send_names") not in html(case, case.people["panel_chair"], "vacancy")
    assert "authority Waits for the clerk" in read(case, case.people["panel_chair"], "vacancy")


def test_a_rule_that_was_recalled_says_so_where_it_stands_in_the_way() -> None:
    case = headship("names_sent")
    cases.advise(case)
    case.after(9).interview()

    text = read(case, case.people["clerk"], "vacancy")
    assert "Advice has been given and not yet considered: Advice of Ifor Prys" in text
    assert "This rule is recalled, not read: check the regulation." in text


def test_an_opinion_that_somebody_is_not_suitable_is_told_to_be_no_representation() -> None:
    case = headship("names_sent")
    cases.advise(case)
    said = "The adviser has recorded “not suitable” on C1. This is not a representation; the last"

    for role in ("clerk", "panel", "officer", "adviser"):
        assert said in read(case, case.people[role], "vacancy"), role
    for role in ("governor", "chair"):
        assert "not suitable" not in read(case, case.people[role], "vacancy"), role


def test_governors_who_see_the_person_chosen_read_no_opinion_of_them() -> None:
    case = headship("interviewed").recommend()
    cases.advise(case)

    assert "“not suitable” on C1" in read(case, case.people["clerk"], "vacancy")
    for role in ("governor", "chair"):
        assert "not suitable" not in read(case, case.people[role], "vacancy"), role


def test_what_else_is_possible_leaves_out_what_there_is_nothing_for() -> None:
    case = headship("panel_appointed")
    page = html(case, case.people["clerk"], "vacancy")

    assert _link(case, "add_criterion") in page
    for action in ("remove_criterion", "end_interest", "withdraw_candidate", "undo_check"):
        assert _link(case, action) not in page


def test_only_those_who_may_read_the_record_are_told_what_changed_last() -> None:
    case = headship("names_sent")
    cases.advise(case)

    assert "Last change Record an opinion" in read(case, case.people["clerk"], "vacancy")
    assert "Record an opinion" not in read(case, case.people["governor"], "vacancy")


def test_an_obstacle_names_no_candidate_to_whoever_does_not_see_them() -> None:
    case = headship("names_sent")
    cases.represent(case, "C2", "Not suitable")
    cases.befriend(case, "C2")
    told = "The authority's representation on C2"

    assert told in read(case, case.people["clerk"], "vacancy")
    for user in (case.people["governor"], case.people["chair"], case.panel[2]):
        text = read(case, user, "vacancy")
        assert "Something about a candidate whom you do not see" in text
        assert "C2" not in text


def test_reservations_that_wait_name_nobody_to_whoever_has_an_interest(full: Headship) -> None:
    Interest.objects.filter(vacancy=full.vacancy).update(candidate=full.candidate("C1"))

    assert "Reservations about Ada Brook" in read(full, full.people["clerk"], "vacancy")
    text = read(full, full.panel[2], "vacancy")
    assert "Ada Brook" not in text
    assert "C1" not in text


# Timeline


def test_the_timeline_has_the_dates_the_period_in_words_and_what_is_late(full: Headship) -> None:
    text = read(full, full.people["governor"], "timeline")

    assert "26 September 2026 to 2 October 2026 Period for representations" in text
    assert "11 September 2026 Governing body met" in text
    assert "31 December 2026 Outgoing head's last day" in text
    assert "30 September 2026 Last day for a head elsewhere to resign" in text
    assert "7 days beginning with the day of receipt, Saturday 26 September 2026" in text
    assert "This figure is recalled, not read: check the regulation." in text
    assert "Nobody's attendance is recorded." in text
    assert "nobody is in post: the school needs an acting head" in text


def test_papers_about_candidates_are_on_the_timeline_of_those_who_read_them(
    full: Headship,
) -> None:
    assert "Representation on C1" in read(full, full.people["panel"], "timeline")
    assert "Representation on C3, late" in read(full, full.people["panel"], "timeline")
    assert "Representation on" not in read(full, full.people["governor"], "timeline")
    assert "C3" not in read(full, full.panel[2], "timeline")


def test_without_a_receipt_the_period_has_not_begun() -> None:
    case = headship("shortlisted").send_names()

    text = read(case, case.people["clerk"], "timeline")
    assert "no receipt is recorded, so it has not begun" in text
    assert "Period for representations" not in text
