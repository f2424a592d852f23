"""The pages of a case as each person reads them."""

import re
from collections.abc import Callable
from datetime import time
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from accounts.models import User
from casework.models import Meeting
from law.appointment import REGIMES
from recruitment.actions import advice, appointment, meetings
from recruitment.models import Interest, Vacancy
from recruitment.pages.contents import PAGES
from recruitment.stages import Stage
from schools.models import School
from tests.recruitment.headship import NAMES, Headship, headship, person
from tests.recruitment.views import full_case as cases
from tests.recruitment.views.browser import sign_in

pytestmark = pytest.mark.django_db
MOST_QUERIES = 25
CANDIDATES = ("Ada Brook", "Ben Carr", "Cat Dunn")
HOSTILE = "</p><script>alert(1)</script> O'Brien & “Zoë” {{ braces }}"

Queries = Callable[[int], object]


@pytest.fixture
def full() -> Headship:
    return cases.full_case()


def ask(case: Headship, user: User, name: str, *which: object) -> HttpResponse:
    return sign_in(user).get(reverse(name, args=[case.vacancy.reference, *which]))


def read(case: Headship, user: User, name: str, *which: object) -> str:
    """The words of a page, as they stand on it."""
    answer = ask(case, user, name, *which)
    assert answer.status_code == 200, name
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", unescape(strip_tags(f"<main{main}")))


def html(case: Headship, user: User, name: str, *which: object) -> str:
    return ask(case, user, name, *which).content.decode()


def every_page(case: Headship) -> dict[str, str]:
    reference = case.vacancy.reference
    found = {name: reverse(name, args=[reference]) for name in PAGES}
    found["candidate"] = reverse("candidate", args=[reference, "C1"])
    found["meeting"] = reverse("meeting", args=[reference, 1])
    return found


# All of them


@pytest.mark.parametrize("role", ["clerk", "adviser", "officer"])
def test_no_page_of_a_vacancy_runs_more_than_25_queries(
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
    for rows in (full.vacancy.candidates, full.vacancy.criteria, full.vacancy.advice):
        field = "name" if rows is full.vacancy.candidates else "text"
        rows.update(**{field: HOSTILE})
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
    School.objects.filter(pk=full.school.pk).update(category="academy")
    answer = ask(full, full.people["clerk"], "vacancy")

    assert answer.status_code == 409
    assert "articles, funding agreement" in answer.content.decode()
    assert ask(full, person("No Body"), "vacancy").status_code == 404


# Task list


def test_a_task_is_done_with_its_date_or_possible_or_waits_with_its_reason() -> None:
    case = headship("panel_appointed")
    page = html(case, case.people["clerk"], "vacancy")
    words = read(case, case.people["clerk"], "vacancy")

    assert "Tell the authority of the vacancy Done 1 September 2026" in words
    assert _link(case, "settle_criteria") not in page
    assert "The person specification has no essential criterion." in words
    assert "Advertise the post House rule The person specification has not been settled." in words
    assert "What clears it: Enter its criteria and settle them." in words


def _link(case: Headship, action: str) -> str:
    return f'href="{reverse("act", args=[case.vacancy.reference, action])}"'


def test_a_task_that_is_possible_is_a_link_for_whoever_may_do_it_and_for_nobody_else() -> None:
    case = headship("shortlisted")

    assert _link(case, "send_names") in html(case, case.people["clerk"], "vacancy")
    assert _link(case, "send_names") not in html(case, case.people["panel_chair"], "vacancy")
    assert "authority Waits for the clerk" in read(case, case.people["panel_chair"], "vacancy")


def test_a_rule_that_was_recalled_says_so_where_it_stands_in_the_way() -> None:
    case = headship("names_sent")
    cases.advise(case)
    case.after(9).interview()

    words = read(case, case.people["clerk"], "vacancy")
    assert "Advice has been given and not yet considered: Advice of Ifor Prys" in words
    assert "This rule is recalled, not read: check the regulation." in words


def test_an_opinion_that_somebody_is_not_suitable_is_told_to_be_no_representation() -> None:
    case = headship("names_sent")
    cases.advise(case)
    said = "The adviser has recorded “not suitable” on C1. This is not a representation; the last"

    for role in ("clerk", "panel", "officer", "adviser"):
        assert said in read(case, case.people[role], "vacancy"), role
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
        words = read(case, user, "vacancy")
        assert "Something about a candidate whom you do not see" in words
        assert "C2" not in words


def test_reservations_that_wait_name_nobody_to_whoever_has_an_interest(full: Headship) -> None:
    Interest.objects.filter(vacancy=full.vacancy).update(candidate=full.candidate("C1"))

    assert "Reservations about Ada Brook" in read(full, full.people["clerk"], "vacancy")
    words = read(full, full.panel[2], "vacancy")
    assert "Ada Brook" not in words
    assert "C1" not in words


# Timeline


def test_the_timeline_has_the_dates_the_period_in_words_and_what_is_late(full: Headship) -> None:
    words = read(full, full.people["governor"], "timeline")

    assert "26 September 2026 to 2 October 2026 Period for representations" in words
    assert "11 September 2026 Governing body met" in words
    assert "31 December 2026 Outgoing head's last day" in words
    assert "30 September 2026 Last day for a head elsewhere to resign" in words
    assert "7 days beginning with the day of receipt, Saturday 26 September 2026" in words
    assert "This figure is recalled, not read: check the regulation." in words
    assert "Nobody's attendance is recorded." in words
    assert "nobody is in post: the school needs an acting head" in words


def test_papers_about_candidates_are_on_the_timeline_of_those_who_read_them(
    full: Headship,
) -> None:
    assert "Representation on C1" in read(full, full.people["panel"], "timeline")
    assert "Representation on C3, late" in read(full, full.people["panel"], "timeline")
    assert "Representation on" not in read(full, full.people["governor"], "timeline")
    assert "C3" not in read(full, full.panel[2], "timeline")


def test_without_a_receipt_the_period_has_not_begun() -> None:
    case = headship("shortlisted").send_names()

    words = read(case, case.people["clerk"], "timeline")
    assert "no receipt is recorded, so it has not begun" in words
    assert "Period for representations" not in words


# People


def test_people_are_told_with_their_parts_and_what_takes_away(full: Headship) -> None:
    words = read(full, full.people["governor"], "people")

    assert "Tom Hale Chair of the panel" in words
    assert "Uma Shah Member, trained in safer recruitment" in words
    assert "Joy Dean Co-opted governor, Chair of governors" in words
    assert "Ann Rees Clerk to the governing body, not a member" in words
    assert "Lee Ward Effect Leaves for that candidate Pinned by the clerk" in words


def test_an_interest_tells_whom_it_concerns_only_to_those_who_see_the_candidate(
    full: Headship,
) -> None:
    for user in (full.people["clerk"], full.people["adviser"], full.panel[2]):
        assert "About Cat Dunn Detail A friend from college" in read(full, user, "people")
    for role in ("governor", "chair"):
        words = read(full, full.people[role], "people")
        assert "Open only to those who see the candidate concerned." in words
        assert "Cat Dunn" not in words
        assert "college" not in words


def test_a_pinned_interest_can_be_ended_by_the_clerk_only(full: Headship) -> None:
    end = f"end_interest/?about={full.vacancy.interests.get().pk}"

    assert end in html(full, full.people["clerk"], "people")
    assert end not in html(full, full.panel[2], "people")


def test_whoever_withdrew_is_still_named_and_takes_no_part(full: Headship) -> None:
    Interest.objects.filter(vacancy=full.vacancy).update(effect=Interest.Effect.WITHDRAW)

    words = read(full, full.people["clerk"], "people")
    assert "Lee Ward Member Takes no part" in words
    assert "Has withdrawn because of a declared interest." in words


# Candidates


def test_decided_and_told_are_two_facts() -> None:
    case = headship("appointed")
    appointment_day = case.day

    words = read(case, case.people["clerk"], "candidate", "C2")
    assert "Unsuccessful Not told" in words
    assert f"Last decided on {appointment_day:%-d %B %Y} Told on Not told yet" in words


def test_a_governor_sees_nobody_before_the_choice_and_then_the_person_chosen() -> None:
    case = headship("interviewed")
    governor = case.people["governor"]
    refused = ask(case, governor, "candidates")
    assert refused.status_code == 403
    assert "opens to you at another stage" in refused.content.decode()

    case.recommend()
    words = read(case, governor, "candidates")
    assert "C1 Ada Brook Recommended" in words
    assert "Ben Carr" not in words
    assert ask(case, governor, "candidate", "C2").status_code == 404
    assert "on paper" not in read(case, governor, "candidate", "C1")


def test_an_interest_closes_the_candidates_page_and_leaves_the_others(full: Headship) -> None:
    friend = full.panel[2]

    assert ask(full, friend, "candidate", "C3").status_code == 404
    assert "Cat Dunn" not in read(full, friend, "candidates")
    assert "Ben Carr" in read(full, friend, "candidates")


def test_a_candidates_page_has_what_was_said_of_them_and_of_nobody_else(full: Headship) -> None:
    words = read(full, full.people["panel_chair"], "candidate", "C1")

    for said in ("Criterion 1 is not shown", "Not a suitable person", "Criterion 1 is not yet"):
        assert said in words
    assert "came late" not in words
    assert "Not a suitable person" not in read(full, full.people["governor"], "candidate", "C1")


# Advice


def test_the_three_papers_are_kept_apart_each_with_what_it_is(full: Headship) -> None:
    page = html(full, full.people["panel"], "advice")
    parts = [part.partition("</section>")[0] for part in page.split('<section class="headship-ki')]
    advised, represented, reserved = map(strip_tags, parts[1:])

    assert "Ask every candidate the same" in advised
    assert "it is not a representation" in advised
    assert "Not a suitable person" in represented
    assert "in writing and inside the period" in represented
    assert "Ask every candidate the same" not in represented
    assert "Reading results have fallen" in reserved
    assert "block nothing" in reserved


def test_representations_say_in_time_late_considered_and_their_defects(full: Headship) -> None:
    words = read(full, full.people["panel"], "advice")

    assert "In time Considered It is addressed to “The chair”, not to the selection panel." in words
    assert "It is not signed. It counts all the same." in words
    assert "Late The last day was 2 October 2026." in words
    assert "The panel's reasons The panel saw the lesson itself" in words.replace("’", "'")


def test_a_point_keeps_fact_and_inference_apart(full: Headship) -> None:
    words = read(full, full.people["panel"], "advice")

    assert "Seen by Ifor Prys on 20 September 2026. Source: Application form, section 4." in words
    assert "Inference: Has not yet led teaching" in words


def test_governors_read_the_panels_reasons_and_the_reservations_and_nothing_else(
    full: Headship,
) -> None:
    for role in ("governor", "chair"):
        words = read(full, full.people[role], "advice")
        assert "The panel saw the lesson itself" in words
        assert "Reading results have fallen" in words
        for hidden in ("Not a suitable person", "came late", "Ask every candidate the same"):
            assert hidden not in words


def test_whoever_has_an_interest_reads_nothing_of_that_candidate(full: Headship) -> None:
    words = read(full, full.panel[2], "advice")

    assert "1 more, whom you do not see" in words
    assert "Cat Dunn" not in words
    assert "came late" not in words


def test_a_receipt_that_is_contested_says_from_which_date_the_period_is_held() -> None:
    case = headship("names_sent")
    case.vacancy.notices.update(
        contested_to=case.day.replace(day=28), contested_by="Joan Beck", contested_why="Bounced"
    )

    words = read(case, case.people["clerk"], "advice")
    assert "Joan Beck says that it was received on 28 September 2026. Bounced" in words
    assert "The period is held from the later of the two dates." in words
    assert "the last day is Sunday 4 October 2026" in words


def test_none_opens_the_way_and_waives_nothing() -> None:
    case = headship("names_sent")
    advice.make_no_representations(
        case.vacancy, said_by="Joan Beck", by=case.actor("officer"), on=case.day
    )

    assert "waives nothing" in read(case, case.people["clerk"], "advice")


# Meetings


def test_a_meeting_has_its_notice_attendance_quorum_and_vote() -> None:
    case = headship("approved")
    words = read(case, case.people["officer"], "meeting", 2)

    assert "7 clear days between notice and meeting" in words
    assert "5 governors were in post on that day, so the quorum was 3." in words
    assert "5, where at least 3 are needed Quorate" in words
    assert "4 for, 1 against, 0 abstained. Carried." in words


def test_who_withdrew_for_an_item_is_not_counted() -> None:
    case = headship("approved")
    item = case.vacancy.meetings.get(number=2).items.get()
    item.withdrew.set(case.panel)

    words = read(case, case.people["clerk"], "meeting", 2)
    assert "Withdrew for this item Lee Ward, Tom Hale, Uma Shah" in words
    assert "2, where at least 3 are needed Not quorate" in words


def test_a_confidential_minute_is_for_those_who_may_see_the_person() -> None:
    case = headship("approved")
    case.vacancy.meetings.get(number=2).items.update(minute="Ada Brook is approved")
    hidden = "The minute of this item is confidential and not open to you."

    assert "Ada Brook is approved" in read(case, case.people["governor"], "meeting", 2)
    cases.befriend(case, "C1")
    assert hidden in read(case, case.panel[2], "meeting", 2)
    Vacancy.objects.filter(pk=case.vacancy.pk).update(stage=Stage.ADVERTISED)
    assert hidden in read(case, case.people["governor"], "meeting", 2)


def test_a_confidential_minute_of_the_panel_is_for_the_panel() -> None:
    case = headship("interviewed")
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.PANEL,
        purpose="To compare",
        held_on=case.day,
        at=time(12),
        place="The hall",
        agenda=["Candidates"],
        by=case.clerk,
        on=case.day,
    )
    meeting = case.vacancy.meetings.get(body="panel")
    meetings.hold_meeting(
        case.vacancy,
        meeting=meeting,
        present=case.panel,
        chaired_by=case.panel[0],
        by=case.clerk,
        on=case.day,
    )
    meetings.minute_item(
        case.vacancy,
        meeting=meeting,
        title="Candidates",
        minute="Ben Carr was compared",
        confidential=True,
        by=case.clerk,
        on=case.day,
    )
    cases.befriend(case, "C3")

    assert "Ben Carr was compared" in read(case, case.panel[1], "meeting", 2)
    for user in (case.people["governor"], case.people["chair"], case.panel[2]):
        assert "Ben Carr" not in read(case, user, "meeting", 2)


def test_a_meeting_that_is_not_there_is_not_found(full: Headship) -> None:
    assert ask(full, full.people["clerk"], "meeting", 9).status_code == 404


# Specification, checks, documents


def test_the_specification_says_whether_it_is_settled() -> None:
    case = headship("panel_appointed")
    assert "Not settled yet" in read(case, case.people["governor"], "specification")

    case.settle().advertise()
    words = read(case, case.people["governor"], "specification")
    assert "Settled on 11 September 2026." in words
    assert "1 Leads teaching Essential Interview" in words
    assert "Where the authority's vacancies page" in words


def test_a_check_says_what_came_of_it_and_leads_to_its_record() -> None:
    case = headship("accepted")
    record = f"record_check/?about={case.position().regime.checks[0].value.key}"
    assert record in html(case, case.people["officer"], "checks")
    assert record not in html(case, case.people["chair"], "checks")

    appointment.record_check(
        case.vacancy,
        check="identity",
        done_by="Joan Beck",
        evidence="Passport seen",
        by=case.clerk,
        on=case.day,
    )
    words = read(case, case.people["chair"], "checks")
    assert "Identity Satisfactory" in words
    assert "By Joan Beck Evidence Passport seen" in words
    assert record not in html(case, case.people["clerk"], "checks")


def test_whoever_has_an_interest_in_the_person_reads_no_outcome_of_a_check() -> None:
    case = headship("confirmed")
    case.vacancy.interests.create(
        person=case.people["chair"],
        candidate=case.candidate("C1"),
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        declared_on=case.day,
    )

    words = read(case, case.people["chair"], "checks")
    assert "Ada Brook" not in words
    assert "Satisfactory" not in words


def test_documents_stand_by_phase_with_what_can_be_drafted() -> None:
    case = headship("recorded")
    page = html(case, case.people["clerk"], "documents")

    assert "draft_document/?about=test_letter:" in page
    assert "draft_document/?about=adviser_letter:" not in page


# The record


def test_the_record_says_who_did_what_when_why_and_under_which_law(full: Headship) -> None:
    words = read(full, full.people["clerk"], "record")

    assert "Whole Each event is sealed" in words
    assert "1. Record the vacancy Ann Rees, clerk. Happened on 1 September 2026" in words
    assert "Names Ada Brook Ben Carr Cat Dunn" in words
    assert "Provision School Staffing (England) Regulations 2009" in words
    assert "Law applied england-community 2026-09-01" in words


def test_a_rule_that_was_set_aside_stands_in_the_record_with_the_reason() -> None:
    case = headship("advertised")
    case.apply()
    Vacancy.objects.filter(pk=case.vacancy.pk)
    event = case.vacancy.events.latest("number")
    shown = {"set_aside": {"rules": ["closing_date_past"], "reason": "All five have replied"}}
    case.vacancy.events.model(**{**_fields(event), "number": event.number + 1, "data": shown}).save(
        force_insert=True
    )

    words = read(case, case.people["clerk"], "record")
    assert "Rule set aside: closing date past. All five have replied" in words
    assert "was added after the record was sealed" in words


def _fields(event: object) -> dict[str, object]:
    return {f.name: getattr(event, f.name) for f in event._meta.fields if f.name != "id"}


def test_the_chair_who_does_not_see_the_field_reads_no_name_of_it_in_the_record(
    full: Headship,
) -> None:
    words = read(full, full.people["chair"], "record")

    assert "12. Enter an application" in words
    for hidden in ("Ben Carr", "Cat Dunn", "Not a suitable person", "college"):
        assert hidden not in words
    assert "What was recorded is about candidates whom you do not all see." in words
    assert "Reasons The strongest evidence" in words


# The law


def test_the_law_is_told_rule_by_rule_with_what_rests_on_recall() -> None:
    page = sign_in(person("No Body")).get(reverse("law")).content.decode()
    words = re.sub(r"\s+", " ", unescape(strip_tags(page)))
    current = REGIMES[-1]

    for rule in current.rules():
        assert rule.says in words, rule.key
        assert rule.citation in words, rule.key
    to_check = [rule for rule in current.rules() if rule.confidence.must_check]
    assert f"{len(to_check)} of these {len(list(current.rules()))} rules were not read." in words
    for edition in REGIMES[:-1]:
        assert f"How the edition of {edition.since:%-d %B %Y} differs" in words
