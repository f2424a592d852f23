"""What the pages of a cycle say, and to whom."""

import re
from datetime import date

import pytest
from django.urls import reverse

from governance.actions import objectives, opening, pay, people, review
from governance.clocks import last_days
from governance.documents import KINDS
from governance.models import Information, Progress
from governance.stages import Stage
from governance.tasks import TASKS
from schools.models.choices import Nation
from tests.governance.cycle import Year, year
from tests.governance.views.parts import told
from tests.governance.views.rows import appealed, heard, kind, objected, paid
from tests.recruitment.headship import on_day
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db


def html(made: Year, role: str, name: str, on: date | None = None) -> str:
    with on_day(on or made.day):
        client = sign_in(made.people[role])
        return str(client.get(reverse(name, args=[made.cycle.reference])).content.decode())


def read(made: Year, role: str, name: str, on: date | None = None) -> str:
    with on_day(on or made.day):
        answer = sign_in(made.people[role]).get(reverse(name, args=[made.cycle.reference]))
        assert answer.status_code == 200, name
        return words(answer)


# The task list


def test_the_task_list_says_what_is_done_possible_and_not_yet() -> None:
    page = read(year("appointed"), "clerk", "cycle")
    assert "Engage the external adviser Done 2 September 2025" in page
    assert "Tell the head the standards Possible now" in page
    assert "Write an objective Waits for the appraiser Possible now" in page
    assert "Give the head the report or statement Not yet" in page


def test_the_two_consultations_are_two_lines() -> None:
    page = read(year("set"), "first", "cycle")
    assert "Record the consultation of the adviser on the objectives Done" in page
    assert "Record the consultation of the adviser on the review Possible now" in page
    ids = re.findall(r'id="([a-z_-]+-status)"', html(year("set"), "first", "cycle"))
    assert len(ids) == len(set(ids))


def test_the_tasks_of_wales_are_those_of_its_law() -> None:
    england, wales = (
        {task.action for task in TASKS.of(year("set", nation=nation).position())}
        for nation in (Nation.ENGLAND, Nation.WALES)
    )
    assert england - wales >= {"engage_adviser", "consult_adviser", "recommend_pay"}
    assert wales - england >= {"add_appraiser", "hold_planning_meeting", "give_notice_of_review"}


def test_a_closed_cycle_waits_for_nobody() -> None:
    made = paid()
    pay.tell_pay(made.cycle, by=made.actor("clerk"), on=made.day)
    opening.close(made.cycle, by=made.actor("clerk"), on=made.day)
    for role in ("clerk", "chair", "first", "adviser", "head"):
        assert "Nothing waits for you here" in read(made, role, "cycle")
    assert "Close the cycle Done" in read(made, "clerk", "cycle")


def test_an_open_objection_names_nobody_to_those_who_do_not_see_the_people() -> None:
    made = objected()
    people.give_part(
        made.cycle, person=made.people["other"], role="decider", cause="Pay committee",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    made.write().prepare()
    assert "The head's objection to Uma Shah is not decided." in read(made, "clerk", "cycle")
    page = read(made, "other", "cycle")
    assert "Uma Shah" not in page
    assert "Something about who takes part stands in the way." in page


def test_an_appeal_can_be_recorded_after_its_last_day_as_made_in_time() -> None:
    made = year("given", nation=Nation.WALES)
    assert "Appeal against the statement" in read(made, "head", "cycle", date(2026, 11, 20))


# The dates


def test_the_dates_are_a_picture_and_a_table() -> None:
    page = html(told(), "clerk", "cycle_dates")
    assert '<svg class="headship-timeline__picture"' in page
    for said in ("Objectives set", "Review", "Report or statement given", "Pay decided"):
        assert f"{said}</text>" in page
        assert f">{said}</td>" in page


def test_every_clock_of_school_days_is_explained_in_words() -> None:
    made = heard()
    found = last_days(made.position())
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert {each.what for each in found} == {
        "Notice of the review",
        "The head's record",
        "The statement to the head",
        "An appeal by the head",
        "The head's comments",
        "Papers to the appeals officers",
        "Decision on the appeal",
    }
    page = read(made, "clerk", "cycle_dates")
    for each in found:
        assert each.words in page
        assert each.rule.citation in page
    assert "Not counted: Saturday 3 October 2026 to Sunday 4 October 2026 (weekend)" in page


def test_a_statement_that_came_late_is_said_to_be_late() -> None:
    made = year("reviewed", nation=Nation.WALES).on(date(2026, 10, 14)).report()
    assert "Done on 14 October 2026, after the last day" in read(made, "clerk", "cycle_dates")


def test_a_right_that_was_not_used_is_over_and_not_overdue() -> None:
    made = year("given", nation=Nation.WALES)
    page = read(made, "clerk", "cycle_dates", date(2026, 10, 20))
    assert "An appeal by the head: 15 October 2026 Over." in page
    assert "overdue" not in page.lower()


# People


def test_people_say_who_takes_part_and_who_no_longer_does() -> None:
    made = year("set")
    people.end_engagement(made.cycle, why="Moved away", by=made.actor("clerk"), on=made.day)
    page = read(made, "clerk", "cycle_people", date(2025, 9, 10))
    assert "Ada Finch" in page
    assert "Ended because Moved away" in page
    assert "No part any longer No longer: external adviser" in page


def test_objections_are_read_by_those_whom_the_table_lets_read_them() -> None:
    made = objected().write().prepare()
    for role in ("clerk", "chair", "first", "head"):
        assert "A complaint of his" in read(made, role, "cycle_people")
        assert "Head objected to an appraiser" in read(made, role, "cycle_dates")
    assert "A complaint of his" not in read(made, "adviser", "cycle_people")
    assert "objected" not in read(made, "adviser", "cycle_people")
    assert "objected" not in read(made, "adviser", "cycle_dates")
    assert "The head's objection" not in read(made, "adviser", "cycle")


# Objectives


def noted() -> Year:
    made = year("set")
    marks = (Progress.Mark.BEHIND, Progress.Mark.ON_TRACK, Progress.Mark.DONE)
    for month, mark in enumerate(marks, 2):
        objectives.note_progress(
            made.cycle, objective=made.position().objectives_now[0], mark=mark,
            note=f"Seen in month {month}", by=made.actor("first"), on=date(2026, month, 2),
        )  # fmt: skip
    return made.on(date(2026, 5, 4))


def test_progress_is_drawn_and_its_figures_stand_beside_it() -> None:
    made = noted()
    page = html(made, "head", "cycle_objectives")
    heights = [int(y) for y in re.findall(r'<circle[^>]* cy="(\d+)"', page)]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 3
    text = read(made, "head", "cycle_objectives")
    for line in ("2 February 2026 Behind", "2 March 2026 On track", "2 April 2026 Done"):
        assert f"1 {line} Seen in month" in text


def test_before_anything_is_noted_nothing_is_drawn() -> None:
    assert "Progress over the year" not in read(year("set"), "head", "cycle_objectives")


def test_the_head_reads_how_an_objective_ended_once_the_report_is_given() -> None:
    made = year("reviewed")
    assert "The June checks show it" in read(made, "first", "cycle_objectives")
    assert "The June checks show it" not in read(made, "head", "cycle_objectives")
    made.after(3).report()
    assert "The June checks show it" in read(made, "head", "cycle_objectives")


def test_an_upheld_appeal_hides_how_the_objectives_had_ended() -> None:
    made = year("given", nation=Nation.WALES)
    type(made.cycle).objects.filter(pk=made.cycle.pk).update(stage=Stage.OBJECTIVES_SET)
    for role in ("first", "head"):
        assert "The June checks show it" not in read(made, role, "cycle_objectives")


def next_year() -> Year:
    made = year("given")
    before = made.cycle
    opening.close(before, by=made.actor("clerk"), on=made.day)
    made.on(date(2026, 9, 28))
    made.cycle = opening.open_cycle(
        made.school, head=made.people["head"], starts_on=made.day, previous=before,
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    return made.engage().appoint()


def test_the_years_stand_side_by_side() -> None:
    made = next_year()
    for role in ("first", "adviser", "head"):
        page = read(made, role, "cycle_objectives")
        assert "2025-26 How it ended 2026-27" in page
        assert "1. Pupils read more fluently by the end of Year 2 Met. The June checks" in page


def test_the_head_reads_how_last_year_ended_once_the_report_on_it_is_given() -> None:
    made = year("reviewed")
    before = made.cycle
    made.on(date(2026, 9, 28))
    made.cycle = opening.open_cycle(
        made.school, head=made.people["head"], starts_on=made.day, previous=before,
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    made.engage().appoint()
    assert "The June checks" in read(made, "first", "cycle_objectives")
    page = read(made, "head", "cycle_objectives")
    assert "Pupils read more fluently" in page
    assert "The June checks" not in page
    assert "Not judged" not in page
    review.give_report(before, by=made.actor("first"), on=made.day)
    assert "The June checks" in read(made, "head", "cycle_objectives")


def test_a_cycle_without_one_before_has_no_years_side_by_side() -> None:
    assert "side by side" not in read(year("set"), "head", "cycle_objectives")


def test_information_sought_from_others_is_seen_by_the_head() -> None:
    made = year("set", nation=Nation.WALES)
    objectives.seek_information(
        made.cycle, source="The deputy head", ground=Information.Ground.CONSENT,
        by=made.actor("first"), on=made.day,
    )  # fmt: skip
    assert "The deputy head: the head consented" in read(made, "head", "cycle_objectives")


# Advice, review, pay, appeal


def test_the_page_of_advice_shows_what_waits_for_an_answer() -> None:
    page = read(year("set"), "adviser", "cycle_advice")
    assert "Keep to two objectives Not answered" in page
    assert "No advice in writing is given yet." in page


def test_where_the_law_has_no_adviser_the_page_of_advice_says_so() -> None:
    page = read(year("set", nation=Nation.WALES), "first", "cycle_advice")
    assert "The law of this school has no external adviser." in page
    assert "Consultations" not in page


@pytest.mark.parametrize("role", ["clerk", "chair", "head"])
def test_the_advice_on_the_whole_system_is_read_without_any_other_advice(role: str) -> None:
    made = told()
    page = read(made, role, "cycle_advice")
    assert "The policy Nobody has read the lapwing policy" in page
    for hidden in ("Consultations", "Keep to two objectives", "kestrel", "Advice in writing"):
        assert hidden not in page


def test_where_there_is_no_adviser_the_clerk_has_no_page_of_advice() -> None:
    made = year("set", nation=Nation.WALES)
    with on_day(made.day):
        client = sign_in(made.people["clerk"])
        page = client.get(reverse("cycle_advice", args=[made.cycle.reference]))
    assert page.status_code == 403


def test_the_chair_reads_the_report_without_the_words_of_the_objectives() -> None:
    made = year("given")
    page = read(made, "chair", "cycle_review")
    assert "Objective 1 Met The June checks show it" in page
    assert "Pupils read more fluently" not in page
    assert "Pupils read more fluently" in read(made, "head", "cycle_review")


def test_pay_says_by_when_it_is_reviewed_and_who_decided() -> None:
    page = read(paid(), "chair", "cycle_pay")
    assert "For this cycle that is 31 December 2026." in page
    assert "Decided by Kit Moss" in page


def test_the_head_reads_what_was_decided_on_pay_once_told_of_it() -> None:
    made = paid()
    page = read(made, "head", "cycle_pay")
    assert "Recommended One point" in page
    assert "L21" not in page
    assert "Kit Moss" not in page
    pay.tell_pay(made.cycle, by=made.actor("clerk"), on=made.day)
    assert "Decided L21" in read(made, "head", "cycle_pay")


def test_while_the_report_is_written_its_writers_read_of_pay_and_the_head_does_not() -> None:
    made = year("reviewed")
    pay.recommend_pay(
        made.cycle, recommended="One point", reasons="Met", by=made.actor("first"), on=made.day
    )
    for role in ("first", "adviser", "chair"):
        assert "Recommended One point" in read(made, role, "cycle_pay")
    with on_day(made.day):
        page = sign_in(made.people["head"]).get(reverse("cycle_pay", args=[made.cycle.reference]))
    assert page.status_code == 403
    assert "One point" not in words(page)


def test_the_page_of_an_appeal_says_who_hears_it() -> None:
    assert "There is no appeal." in read(year("given"), "head", "cycle_appeal")
    assert "Evidence left out" in read(appealed(), "chair", "cycle_appeal")
    assert "Gwen Ash, Appointed by the authority" in read(heard(), "head", "cycle_appeal")


# Papers and the record


def test_documents_stand_on_their_shelf_and_lead_to_their_page() -> None:
    made = told()
    document = made.cycle.documents.get()
    page = html(made, "clerk", "cycle_documents")
    assert f'href="/cycles/{made.cycle.reference}/documents/{document.pk}/"' in page
    assert "/act/draft_document/?about=test_letter:" in page


def test_a_draft_is_not_read_on_the_other_side(monkeypatch: pytest.MonkeyPatch) -> None:
    made = told()
    monkeypatch.setitem(KINDS, "test_letter", kind("test_letter", "adviser"))
    assert "A letter of the tests" in read(made, "head", "cycle_documents")
    made.cycle.documents.update(status="draft", issued_on=None)
    assert "A letter of the tests" not in read(made, "head", "cycle_documents")


def test_the_record_keeps_back_what_is_on_pages_that_do_not_open() -> None:
    page = read(told(), "chair", "cycle_record")
    assert "Write an objective" in page
    assert "What was recorded is on a page that is not open to you." in page
    assert "Each event is sealed by the one after it" in page
    assert "not open to you" not in read(told(), "first", "cycle_record")


def test_whoever_may_not_read_a_page_is_told_who_may() -> None:
    made = year("set")
    with on_day(made.day):
        answer = sign_in(made.people["clerk"]).get(
            reverse("cycle_objectives", args=[made.cycle.reference])
        )
    assert answer.status_code == 403
    assert "by the appraiser, head, external adviser, appeals officer" in words(answer)
