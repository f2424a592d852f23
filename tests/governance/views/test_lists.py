"""What waits for a person, their cycles, the adviser's autumn, and the page of an officer."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from casework.models import Case
from governance.actions import appeal, objectives, opening, people
from governance.models import (
    Advice,
    Appeal,
    Appraiser,
    Consultation,
    Cycle,
    CycleGrant,
    Engagement,
    Objection,
    Objective,
    Pay,
    Point,
    Progress,
)
from governance.stages import Stage
from schools.models import Authority, AuthorityStaff, GoverningBody, School, TermDates
from schools.models.choices import Category, Nation, StaffRole, Status
from tests.governance.cycle import START, Year, year
from tests.governance.views.rows import appealed, heard, paid, with_officer, with_papers
from tests.recruitment.headship import headship, on_day, person
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
FEW, MANY = 3, 300
IN_NOVEMBER = date(2026, 11, 20)


def listed(user: User, name: str, on: date = IN_NOVEMBER, **query: int) -> str:
    with on_day(on):
        return words(sign_in(user).get(reverse(name), query))


def bulk(adviser: User, number: int) -> None:
    """Let the person advise in many cycles, each with an objective."""
    authority, _ = Authority.objects.get_or_create(code="997", name="Bulk Borough")
    body = GoverningBody.objects.create(name="Federation")
    schools = School.objects.bulk_create(
        School(
            name=f"School {n}", authority=authority, governing_body=body,
            category=Category.COMMUNITY, status=Status.OPEN,
        )
        for n in range(number)
    )  # fmt: skip
    cases = Case.objects.bulk_create(
        Case(reference=f"PM-{adviser.pk}-{n:05d}", school=school, opened_on=START)
        for n, school in enumerate(schools)
    )
    cycles = [_cycle(case) for case in cases]
    permission = Permission.objects.get(codename="as_adviser", content_type__model="cycle")
    CycleGrant.objects.bulk_create(
        CycleGrant(user=adviser, permission=permission, content_object=c) for c in cycles
    )
    _for_the_authority(adviser, authority, cycles)
    Engagement.objects.bulk_create(
        Engagement(cycle=c, person=adviser, of="Themselves", since=START) for c in cycles
    )
    Objective.objects.bulk_create(Objective(cycle=c, number=1, since=START) for c in cycles)
    _more(cycles, person("Bulk Appraiser"))


def _for_the_authority(user: User, authority: Authority, cycles: list[Cycle]) -> None:
    """Let the person be an officer of the authority with a part in each, too."""
    AuthorityStaff.objects.create(
        authority=authority, user=user, role=StaffRole.OFFICER, since=START
    )
    permission = Permission.objects.get(codename="as_officer", content_type__model="cycle")
    CycleGrant.objects.bulk_create(
        CycleGrant(user=user, permission=permission, content_object=c) for c in cycles
    )


def _more(cycles: list[Cycle], user: User) -> None:
    """Give each an appraiser to whom the head objects, a consultation, advice and progress."""
    appraisers = Appraiser.objects.bulk_create(
        Appraiser(cycle=c, person=user, capacity="governor", since=START) for c in cycles
    )
    Objection.objects.bulk_create(
        Objection(cycle=a.cycle, appraiser=a, reason="A reason", made_on=START) for a in appraisers
    )
    Consultation.objects.bulk_create(
        Consultation(cycle=c, adviser=user, point=Point.OBJECTIVES, held_on=START) for c in cycles
    )
    Advice.objects.bulk_create(
        Advice(cycle=c, adviser=user, point=Point.REVIEW, given_on=START, visited_on=START)
        for c in cycles
    )
    Progress.objects.bulk_create(
        Progress(objective=o, seen_on=START, mark=Progress.Mark.BEHIND)
        for o in Objective.objects.filter(cycle__in=cycles)
    )
    Pay.objects.bulk_create(Pay(cycle=c, recommended_on=START) for c in cycles)


def _cycle(case: Case) -> Cycle:
    """The part of the case that makes it a cycle: a child row cannot be made in bulk."""
    cycle = Cycle(
        case_ptr=case, head=person("Bulk Head"), starts_on=START, moved_on=START, pay=True,
        ends_on=START + timedelta(days=364), stage=Stage.APPRAISERS_APPOINTED,
    )  # fmt: skip
    cycle.__dict__.update(
        reference=case.reference, school_id=case.school_id, opened_on=case.opened_on
    )
    cycle.save_base(raw=True)
    return cycle


def queries(client: Client, name: str) -> int:
    with CaptureQueriesContext(connection) as caught, on_day(IN_NOVEMBER):
        assert client.get(reverse(name)).status_code == 200
    return len(caught)


@pytest.mark.parametrize("name", ["waiting", "cycles", "autumn", "of_authority"])
def test_a_list_runs_the_same_number_of_queries_for_3_and_for_300_cycles(name: str) -> None:
    few, many = person("Few Cases"), person("Many Cases")
    bulk(few, FEW)
    bulk(many, MANY)
    clients = [sign_in(few), sign_in(many)]
    clients[0].get(reverse(name))  # the types of models are kept

    assert queries(clients[0], name) == queries(clients[1], name)
    assert listed(many, name).count("School ") >= 25


def test_the_list_goes_on_to_a_second_page() -> None:
    adviser = person("Many Cases")
    bulk(adviser, 30)

    assert listed(adviser, "cycles").count("PM-") == 25
    assert listed(adviser, "cycles", page=2).count("PM-") == 5


def test_the_list_says_what_the_part_is_and_what_comes_next() -> None:
    made = year("appointed")
    page = listed(made.people["clerk"], "cycles")

    assert "Mill Lane Primary School, 2025-26" in page
    assert "Your part: clerk" in page
    assert "Next: Tell the head the standards" in page


def test_cycles_that_are_over_come_last_and_have_no_next_step() -> None:
    made = year("recorded")
    opening.end_early(
        made.cycle, because=Cycle.Ending.ABSENCE, why="Illness", by=made.actor("clerk"),
        on=made.day,
    )  # fmt: skip
    opening.open_cycle(
        made.school, head=made.people["head"], starts_on=date(2025, 11, 3),
        by=made.actor("clerk"), on=date(2025, 11, 3),
    )  # fmt: skip
    page = listed(made.people["clerk"], "cycles")
    assert page.index("Cycle recorded") < page.index("Ended before its time")
    assert page.count("Next:") == 1


# What waits


def test_what_waits_in_a_cycle_stands_beside_what_waits_in_a_vacancy() -> None:
    case = headship("shortlisted")
    made = year("recorded")
    assert made.people["clerk"] == case.people["clerk"]
    page = listed(case.people["clerk"], "waiting", date(2027, 2, 1))

    assert "Headship, HT-" in page
    assert "Performance management, PM-" in page
    assert "Engage the external adviser" in page


def test_each_task_leads_to_its_form() -> None:
    made = year("recorded")
    with on_day(made.day):
        page = sign_in(made.people["clerk"]).get("/").content.decode()
    assert f'href="/cycles/{made.cycle.reference}/act/engage_adviser/"' in page


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 10, 5), "31 December 2026 The yearly review of the head's pay: last day"),
        (IN_NOVEMBER, "The yearly review of the head's pay is due by 31 December 2026."),
        (date(2027, 1, 4), "The yearly review of the head's pay: overdue since 31 December 2026."),
    ],
)
def test_31_december_is_warned_of_before_and_overdue_after(day: date, said: str) -> None:
    made = year("given")
    page = listed(made.people["first"], "waiting", day)

    assert said in page
    warned = "is due by" in page or "overdue" in page
    assert warned == (day >= IN_NOVEMBER)


def test_once_pay_is_decided_nothing_is_said_of_31_december() -> None:
    made = paid()
    assert "31 December" not in listed(made.people["clerk"], "waiting")


def test_where_the_policy_asks_for_no_recommendation_pay_is_reviewed_by_31_december_too() -> None:
    made = year("given")
    Cycle.objects.filter(pk=made.cycle.pk).update(pay=False)
    assert "is due by 31 December 2026." in listed(made.people["first"], "waiting")
    assert "By 31 December 2026" in autumn(made, IN_NOVEMBER)


def test_the_clocks_of_wales_wait_and_run_out() -> None:
    made = appealed()
    chair = made.people["chair"]
    soon = listed(chair, "waiting", made.day)
    late = listed(chair, "waiting", date(2026, 10, 16))

    assert "Name the appeals officers" in soon
    assert "Papers to the appeals officers: last day" in soon
    assert "Papers to the appeals officers: overdue since" in late


def test_the_head_is_asked_for_nothing_but_can_read_how_it_stands() -> None:
    made = year("appointed")
    page = listed(made.people["head"], "waiting", made.day)
    assert "Nothing is waiting for you. Others have the next step" in page
    assert "Your cases Mill Lane Primary School" in page


def test_a_review_that_is_far_off_waits_for_nobody() -> None:
    made = year("set")
    first = made.people["first"]
    assert "Record the consultation of the adviser on the review" not in listed(
        first, "waiting", made.day
    )
    assert "Record the consultation of the adviser on the review" in listed(
        first, "waiting", date(2026, 7, 1)
    )


# The page of a school


def test_the_page_of_a_school_names_only_the_readers_own_cycles() -> None:
    made = year("recorded")
    school = reverse("school", args=[made.school.pk])
    seen: dict[str, Any] = {}
    with on_day(made.day):
        for role in ("clerk", "head", "staff", "other"):
            seen[role] = words(sign_in(made.people[role]).get(school))
    assert [role for role in seen if made.cycle.reference in seen[role]] == ["clerk", "head"]
    offered = [role for role in seen if "Record a cycle of performance management" in seen[role]]
    assert offered == ["clerk"]
    assert "You have no part in it at this school." in seen["staff"]


# The adviser's autumn


def autumn(made: Year, on: date) -> str:
    return listed(made.people["adviser"], "autumn", on)


def test_the_autumn_says_what_is_due_by_when() -> None:
    made = year("appointed")
    assert "Due now Since 2 September 2025, on the objectives" in autumn(made, date(2025, 9, 15))

    Cycle.objects.filter(pk=made.cycle.pk).update(starts_on=date(2025, 10, 1))
    page = autumn(made, date(2025, 9, 15))
    assert "By 1 October 2025" in page
    assert "By 1 October 2025, on the objectives" in page
    assert page.count("By 31 December 2026") == 2


def test_the_autumn_goes_on_with_the_review_once_objectives_are_set() -> None:
    page = autumn(year("set"), date(2026, 9, 7))
    assert "Done 2 September 2025" in page
    assert "By 31 December 2026, on the review" in page


def test_after_31_december_the_autumn_is_late() -> None:
    page = autumn(year("set"), date(2027, 1, 4))
    assert page.count("Late Was due by 31 December 2026") == 3


def test_nobody_but_the_adviser_has_an_autumn() -> None:
    made = year("set")
    for role in ("clerk", "chair", "first", "head"):
        page = listed(made.people[role], "autumn")
        assert "You advise in no cycle that is running." in page


def test_whoever_advises_is_led_to_the_autumn_and_others_are_not() -> None:
    made = year("set")
    assert "Your autumn as an adviser" in listed(made.people["adviser"], "cycles")
    assert "Your autumn as an adviser" not in listed(made.people["clerk"], "cycles")


def test_advice_that_was_not_given_before_the_review_is_due_no_more() -> None:
    page = autumn(year("reviewed"), date(2026, 10, 5))
    assert "None was given on the review" in page
    assert "Late" not in page


def test_the_autumn_is_drawn_beside_a_table_of_its_numbers() -> None:
    adviser = person("Many Cases")
    bulk(adviser, 3)
    page = listed(adviser, "autumn")
    assert "How the cycles stand" in page
    assert "Stage Cycles Appraisers appointed 3" in page
    # of each cycle the objectives and the advice are due now, the review and pay in the next year
    assert "When Things due Due now 6 December 2026 6" in page


def test_of_a_single_cycle_nothing_is_drawn() -> None:
    assert "How the cycles stand" not in autumn(year("set"), date(2026, 9, 7))


# The page of an officer


def of_authority(made: Year, on: date, role: str = "officer") -> str:
    return listed(made.people[role], "of_authority", on)


def welsh(stage: str) -> Year:
    """A cycle in Wales in which the officer has a part."""
    return with_officer(year(stage, nation=Nation.WALES))


def test_an_officer_without_cause_learns_nothing_and_one_with_cause_does() -> None:
    made = year("set", nation=Nation.WALES)
    page = of_authority(made, made.day)
    assert "You have a part for an authority in no cycle that is running." in page
    assert "Mill Lane" not in page
    assert "Your part for the authority" not in listed(made.people["officer"], "cycles")

    with_officer(made)
    assert "Mill Lane Primary School 2025-26, objectives set" in of_authority(made, made.day)
    assert "Your part for the authority: what is due" in listed(made.people["officer"], "cycles")


def test_an_officer_learns_of_no_cycle_but_those_in_which_there_is_cause() -> None:
    made = welsh("set")
    other = year("set", nation=Nation.WALES)
    page = of_authority(made, made.day)
    assert page.count("2025-26") == 1
    address = f"/cycles/{other.cycle.reference}/"
    html = sign_in(made.people["officer"]).get(reverse("of_authority")).content.decode()
    assert address not in html


def test_the_school_with_the_nearest_day_stands_first() -> None:
    made = welsh("set")
    sooner = year("set", nation=Nation.WALES)
    School.objects.filter(pk=sooner.school.pk).update(name="Zennor School")
    with_officer(sooner).on(date(2026, 6, 1)).notice(date(2026, 7, 1))
    objectives.settle_support(
        sooner.cycle, support="A coach", by_authority=False, by=sooner.actor("first"),
        on=sooner.day,
    )  # fmt: skip
    objectives.settle_support(
        made.cycle, support="A coach", by_authority=False, by=made.actor("first"), on=made.day
    )
    page = of_authority(made, date(2026, 6, 2))
    assert page.index("Zennor School") < page.index("Mill Lane Primary School")


def test_an_appraiser_of_the_authority_has_the_page_and_one_of_the_governors_has_not() -> None:
    made = year("appointed", nation=Nation.WALES).join("officer")
    assert "Done 1 since 2 September 2025" in of_authority(made, made.day)
    for role in ("first", "clerk", "chair", "head"):
        assert "Mill Lane" not in of_authority(made, made.day, role)


def test_an_appraiser_of_the_diocese_acts_for_no_authority() -> None:
    made = year(
        "recorded", category=Category.VOLUNTARY_AIDED, nation=Nation.WALES,
        religious_character="Church in Wales",
    ).appoint().join("diocesan")  # fmt: skip
    assert "Mill Lane" not in of_authority(made, made.day, "diocesan")


def test_an_officer_who_left_the_authority_has_the_page_no_longer() -> None:
    made = welsh("set")
    AuthorityStaff.objects.filter(user=made.people["officer"]).update(until=date(2026, 1, 1))
    assert "Mill Lane" not in of_authority(made, date(2026, 2, 2))


def test_the_page_of_an_officer_leaves_out_what_is_over() -> None:
    made = welsh("set")
    opening.end_early(
        made.cycle, because=Cycle.Ending.LEFT, why="A new post", by=made.actor("clerk"),
        on=made.day,
    )  # fmt: skip
    assert "You have a part for an authority in no cycle" in of_authority(made, made.day)


def test_the_authority_may_appoint_appraisers_and_is_never_late_with_it() -> None:
    made = welsh("set")
    assert "Open None: it may appoint up to 2" in of_authority(made, made.day)
    assert "Open None: it may appoint up to 2" in of_authority(made, date(2026, 8, 3))
    assert "None was appointed" in of_authority(welsh("reviewed"), date(2026, 9, 28))


def test_support_that_is_not_agreed_is_the_authoritys_to_determine() -> None:
    before = of_authority(welsh("appointed"), date(2025, 9, 2))
    assert "To come To be agreed, or determined by the authority" in before

    made = welsh("set")
    assert (
        "Due now Since 2 September 2025: the authority determines it if it is not agreed"
        in of_authority(made, made.day)
    )
    objectives.settle_support(
        made.cycle, support="A coach for Kestrel Class", by_authority=True,
        by=made.actor("officer"), on=made.day,
    )  # fmt: skip
    page = of_authority(made, made.day)
    assert "Done Determined by the authority, 2 September 2025" in page
    assert "Kestrel" not in page


def test_the_day_of_the_review_is_the_day_noticed() -> None:
    made = welsh("set").on(date(2026, 9, 7)).notice(date(2026, 9, 28))
    assert "To come On 28 September 2026: notice is given" in of_authority(made, made.day)
    assert "Late Was due by 28 September 2026" in of_authority(made, date(2026, 9, 29))


def test_a_statement_is_due_ten_school_days_after_the_review_and_late_from_then() -> None:
    made = welsh("reviewed")
    last = date(2026, 10, 12)
    assert "To come By 12 October 2026" in of_authority(made, last)
    page = of_authority(made, last + timedelta(days=1))
    assert "Late Was due by 12 October 2026" in page
    assert "The statement to the head: overdue since 12 October 2026." in page


def test_an_appeal_is_open_then_its_officers_are_due_then_papers_and_decision() -> None:
    given = of_authority(with_officer_late(year("given", nation=Nation.WALES)), date(2026, 10, 5))
    assert "Open The head can appeal until 15 October 2026" in given
    named = "2 of those who hear it are the authority's to appoint"
    steps = (
        (appealed, f"Due now Since 5 October 2026: {named}"),
        (heard, "To come By 12 October 2026: the papers"),
        (with_papers, "To come By 19 October 2026: the decision"),
    )
    for build, said in steps:
        made = with_officer_late(build())
        assert said in of_authority(made, made.day), said
    assert "Late Was due by 19 October 2026: the decision" in of_authority(made, date(2026, 10, 20))
    appeal.decide_appeal(
        made.cycle, outcome=Appeal.Outcome.DISMISSED, reasons="It was weighed",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    page = of_authority(made, made.day)
    assert "Done Decided on 5 October 2026" in page
    assert "weighed" not in page


def with_officer_late(made: Year) -> Year:
    """Give an officer a part, on the day that has come."""
    people.give_part(
        made.cycle, person=made.people["officer"], role="officer", cause="The appeal",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    return made


def test_in_england_an_officer_reads_how_the_cycle_stands_and_what_is_overdue() -> None:
    made = with_officer(year("set"))
    page = of_authority(made, date(2026, 9, 7))
    assert "Objectives Done 2 September 2025" in page
    assert "To come By 31 December 2026" in page
    assert "Its appraisers" not in page
    assert "The yearly review of the head's pay: overdue since 31 December 2026." in of_authority(
        made, date(2027, 1, 4)
    )


def test_the_page_of_an_officer_names_nobody_and_reads_no_paper() -> None:
    made = with_officer_late(year("given", nation=Nation.WALES))
    page = of_authority(made, date(2026, 10, 5))
    for user in (made.people["head"], *made.appraisers):
        assert user.full_name not in page
    assert "A strong year" not in page


@pytest.mark.parametrize(
    ("stage", "what"),
    [("reviewed", "The statement to the head"), ("given", "An appeal by the head")],
)
def test_a_school_whose_terms_are_missing_does_not_take_the_lists_with_it(
    stage: str, what: str
) -> None:
    made = with_officer_late(year(stage, nation=Nation.WALES))
    TermDates.objects.filter(first__gte=date(2026, 10, 24)).delete()
    TermDates.objects.filter(first__gte=date(2026, 9, 1)).update(last=date(2026, 10, 1))
    on = date(2026, 10, 5)
    assert "Due now No last day can be counted: terms are missing" in of_authority(made, on)
    for name in ("waiting", "cycles", "of_authority"):
        page = listed(made.people["officer"], name, on)
        assert f"{what}: the last day cannot be counted. Whether the school meets on" in page, name


def test_a_school_whose_law_is_not_held_does_not_take_the_lists_with_it() -> None:
    made = year("recorded")
    School.objects.filter(pk=made.school.pk).update(nation=Nation.WALES, category="academy")
    for name in ("waiting", "cycles", "autumn", "of_authority"):
        assert made.cycle.reference not in listed(made.people["clerk"], name)


def test_a_head_with_no_vacancy_is_told_of_no_candidates() -> None:
    made = year("recorded")
    with on_day(made.day):
        page = words(sign_in(made.people["head"]).get("/"))
    assert "Others have the next step" in page
    assert "candidate" not in page
