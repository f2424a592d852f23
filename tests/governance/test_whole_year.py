"""A year of performance management from its first day to its last, in England and in Wales."""

from datetime import date

import pytest

from casework.action import Actor
from casework.record import verify
from governance.actions import appeal, objectives, opening, papers, pay, people, review
from governance.actions.appeal import Hearing
from governance.models import Appeal, AppealsOfficer, Handing, Information, Objection, Pay, Point
from governance.stages import Stage
from schools.models.choices import Category, Nation
from tests.governance.cycle import Year, refusal, warned, year
from tests.recruitment.headship import person

pytestmark = pytest.mark.django_db
Seat = AppealsOfficer.Capacity


def test_a_year_in_england_ends_with_a_report_and_pay_decided_by_others() -> None:
    made = year("given")
    pay.recommend_pay(
        made.cycle, recommended="One point", reasons="Both objectives met",
        by=made.actor("first"), on=made.day,
    )  # fmt: skip
    pay.decide_pay(
        made.cycle, outcome=Pay.Outcome.AS_RECOMMENDED, decided="L21", reasons="The report",
        deciders=[made.people["chair"], made.people["other"]], by=made.actor("chair"), on=made.day,
    )  # fmt: skip
    pay.tell_pay(made.cycle, by=made.actor("clerk"), on=made.day)
    review.assure_governors(made.cycle, by=made.actor("chair"), on=made.day)
    opening.close(made.cycle, by=made.actor("clerk"), on=made.day)
    assert made.fresh().stage == Stage.CLOSED
    assert list(verify(made.fresh(), list(made.fresh().events.order_by("number")))) == []


def test_objectives_need_the_standards_and_the_adviser_first() -> None:
    made = year("appointed").write()
    assert refusal(made.settle) == (
        "standards_not_told",
        "adviser_not_consulted_on_objectives",
    )


def test_a_review_needs_a_second_consultation() -> None:
    made = year("set").on(date(2026, 9, 7)).evidence()
    assert refusal(made.review) == ("adviser_not_consulted_on_review",)
    assert made.consult(Point.REVIEW).review().fresh().stage == Stage.REVIEWED


def test_in_an_academy_everything_only_warns() -> None:
    made = year("recorded", category=Category.ACADEMY).appoint().write().settle()
    assert set(warned(made)) == {"standards_not_told", "adviser_not_consulted_on_objectives"}
    made.on(date(2026, 9, 14)).review()
    assert "adviser_not_consulted_on_review" in warned(made)


def test_a_year_in_wales_runs_on_school_days() -> None:
    made = year("given", nation=Nation.WALES)
    assert made.fresh().stage == Stage.REPORTED
    assert refusal(lambda: opening.close(made.cycle, by=made.actor("clerk"), on=made.day)) == (
        "appeal_still_open",
    )
    made.on(date(2026, 10, 20))
    opening.close(made.cycle, by=made.actor("clerk"), on=made.day)
    assert made.fresh().stage == Stage.CLOSED


def test_notice_of_a_review_is_ten_clear_school_days() -> None:
    made = year("set", nation=Nation.WALES).on(date(2026, 10, 12))
    assert refusal(lambda: made.notice(date(2026, 11, 2))) == ("review_too_soon",)
    made.notice(date(2026, 11, 3))
    assert made.fresh().review_to_be_on == date(2026, 11, 3)


def aided_and_appealed() -> Year:
    """An aided school with a religious character in Wales, whose head appeals."""
    made = year(
        "recorded", category=Category.VOLUNTARY_AIDED, nation=Nation.WALES,
        religious_character="Church in Wales",
    )  # fmt: skip
    made.appoint().join("officer").join("diocesan").write().prepare().settle()
    made.on(date(2026, 9, 7)).notice(date(2026, 9, 28)).evidence()
    made.on(date(2026, 9, 28)).review().after(3).report().after(4)
    appeal.appeal(made.cycle, grounds="Evidence left out", by=made.actor("head"), on=made.day)
    return made


def hear(made: Year, *names: tuple[str, Seat]) -> None:
    officers = [Hearing(person(name), seat) for name, seat in names]
    appeal.name_appeals_officers(made.cycle, officers=officers, by=made.actor("clerk"), on=made.day)


def decide(made: Year, outcome: Appeal.Outcome) -> None:
    appeal.decide_appeal(
        made.cycle, outcome=outcome, reasons="The evidence was not weighed",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip


HEARD = (
    ("Joy Dean", Seat.GOVERNOR),
    ("Gwen Ash", Seat.AUTHORITY),
    ("Huw Bell", Seat.AUTHORITY),
    ("Fr Noah", Seat.DIOCESE),
)


def test_an_upheld_appeal_leads_to_another_review() -> None:
    made = aided_and_appealed()
    hear(made, *HEARD)
    assert refusal(lambda: decide(made, Appeal.Outcome.UPHELD)) == ("officers_without_papers",)
    appeal.send_appeal_papers(made.cycle, by=made.actor("clerk"), on=made.day)
    decide(made, Appeal.Outcome.UPHELD)
    assert made.fresh().stage == Stage.OBJECTIVES_SET
    assert made.position().review is None
    assert refusal(made.review) == ("no_notice_of_review",)


def test_a_dismissed_appeal_leaves_the_statement() -> None:
    made = aided_and_appealed()
    hear(made, *HEARD)
    appeal.send_appeal_papers(made.cycle, by=made.actor("clerk"), on=made.day)
    decide(made, Appeal.Outcome.DISMISSED)
    opening.close(made.cycle, by=made.actor("clerk"), on=made.day)
    assert made.fresh().stage == Stage.CLOSED


def test_an_appeal_is_heard_by_those_who_took_no_part() -> None:
    made = aided_and_appealed()
    with_appraiser = (("Uma Shah", Seat.GOVERNOR), *HEARD[1:])
    assert refusal(lambda: hear(made, *with_appraiser)) == (
        "chair_does_not_hear_it", "officer_took_part",
    )  # fmt: skip
    with_staff = (("Sid Rowe", Seat.GOVERNOR), *HEARD[1:])
    assert refusal(lambda: hear(made, *with_staff)) == (
        "chair_does_not_hear_it", "officer_works_at_the_school",
    )  # fmt: skip
    assert refusal(lambda: hear(made, *HEARD[:2])) == ("wrong_appeals_officers",)


def test_an_appeal_after_ten_school_days_is_too_late() -> None:
    made = year("given", nation=Nation.WALES).on(date(2026, 10, 16))

    def late() -> object:
        return appeal.appeal(made.cycle, grounds="Unfair", by=made.actor("head"), on=made.day)

    assert refusal(late) == ("appeal_late",)
    made.on(date(2026, 10, 15))
    late()
    assert made.fresh().stage == Stage.APPEALED


def test_the_statement_goes_only_to_those_entitled_to_it() -> None:
    made = year("given", nation=Nation.WALES)

    def give(capacity: str) -> object:
        return review.hand_over(
            made.cycle, what=Handing.What.STATEMENT, to="Somebody", capacity=capacity,
            because="On request", by=made.actor("chair"), on=made.day,
        )  # fmt: skip

    assert refusal(lambda: give("parent")) == ("not_entitled",)
    entitled = made.position().scheme.statement_to
    assert entitled
    give(min(entitled.value))
    assert made.cycle.handings.count() == 1


def test_information_from_others_needs_consent_or_procedures() -> None:
    made = year("set", nation=Nation.WALES)
    from_others = Information.Ground

    def seek(ground: str) -> object:
        return objectives.seek_information(
            made.cycle, source="The deputy head", ground=from_others(ground),
            by=made.actor("first"), on=made.day,
        )  # fmt: skip

    assert refusal(lambda: seek("neither")) == ("information_not_allowed",)
    assert refusal(lambda: seek("procedures")) == ("no_procedures",)
    seek("consent")
    assert made.cycle.information.count() == 1


def test_an_objection_is_upheld_and_somebody_else_appraises() -> None:
    made = year("appointed")
    appraiser = made.position().appraisers_now[0]
    people.object_to_appraiser(
        made.cycle, appraiser=appraiser, reason="A complaint of his is open",
        by=made.actor("head"), on=made.day,
    )  # fmt: skip
    objection = made.position().open_objections[0]
    people.decide_objection(
        made.cycle, objection=objection, outcome=Objection.Outcome.UPHELD,
        by=made.actor("chair"), on=made.day,
    )  # fmt: skip
    later = made.after(1).position()
    assert appraiser not in later.appraisers_now
    assert later.roles_left(appraiser.person, frozenset({"appraiser"})) == frozenset()


def test_each_who_hears_an_appeal_sits_once_for_whom_the_law_says() -> None:
    made = aided_and_appealed()
    twice = (*HEARD[:2], HEARD[1], HEARD[3])
    assert refusal(lambda: hear(made, *twice)) == ("named_twice",)
    outsider = (("Gil Frost", Seat.GOVERNOR), *HEARD[1:])
    assert refusal(lambda: hear(made, *outsider)) == (
        "officer_not_a_governor", "chair_does_not_hear_it",
    )  # fmt: skip


def test_officers_named_anew_do_not_have_the_papers() -> None:
    made = aided_and_appealed()
    hear(made, *HEARD)
    appeal.send_appeal_papers(made.cycle, by=made.actor("clerk"), on=made.day)
    hear(made, HEARD[0], ("Ivy Cole", Seat.AUTHORITY), *HEARD[2:])
    assert refusal(lambda: decide(made, Appeal.Outcome.UPHELD)) == ("officers_without_papers",)


def test_there_is_one_appeal_against_a_statement() -> None:
    made = aided_and_appealed()
    hear(made, *HEARD)
    appeal.send_appeal_papers(made.cycle, by=made.actor("clerk"), on=made.day)
    decide(made, Appeal.Outcome.DISMISSED)
    assert refusal(
        lambda: appeal.appeal(made.cycle, grounds="Once more", by=made.actor("head"), on=made.day)
    ) == ("appealed_already",)


def test_each_paper_goes_to_those_entitled_to_it_and_not_before_the_head_has_it() -> None:
    made = year("set", nation=Nation.WALES)

    def hand(what: Handing.What, capacity: str) -> object:
        return review.hand_over(
            made.cycle, what=what, to="Somebody", capacity=capacity, because="On request",
            by=made.actor("first"), on=made.day,
        )  # fmt: skip

    what = Handing.What
    hand(what.OBJECTIVES, "new_appraiser")
    assert refusal(lambda: hand(what.STATEMENT, "chair")) == ("paper_not_given_yet",)
    given = year("given", nation=Nation.WALES, category=Category.COMMUNITY)
    made.cycle, made.people, made.day = given.cycle, given.people, given.day
    hand(what.ANNEX, "planner_of_training")
    hand(what.STATEMENT, "officer_for_performance")
    assert refusal(lambda: hand(what.ANNEX, "governors_who_decide")) == ("not_entitled",)


def test_whoever_hears_an_appeal_draws_up_the_decision_and_no_letter_of_the_clerks() -> None:
    made = aided_and_appealed()
    hear(made, *HEARD)
    gwen = Actor(person("Gwen Ash"))

    def draft(kind: str) -> object:
        return papers.draft_document(made.cycle, kind=kind, by=gwen, on=made.day)

    assert refusal(lambda: draft("acknowledgement_of_appeal")) == ("not_your_paper",)
    assert refusal(lambda: draft("notice_of_review")) == ("not_your_paper",)
    appeal.send_appeal_papers(made.cycle, by=made.actor("clerk"), on=made.day)
    decide(made, Appeal.Outcome.DISMISSED)
    draft("decision_on_appeal")
