"""A year of a head's performance management in England, and an appeal in Wales, at browsers."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from accounts.models import User
from casework import record
from governance.models import Cycle
from governance.stages import Stage
from schools.models.choices import Nation
from tests.governance.cycle import Year, year
from tests.governance.views.rows import with_officer
from tests.pages.conftest import Arrive
from tests.pages.visitor import Visitor
from tests.recruitment.headship import person

pytestmark = pytest.mark.usefixtures("width")
Company = dict[str, Visitor]
AUTUMN, SPRING, NEXT = date(2025, 9, 12), date(2026, 2, 2), date(2026, 9, 14)
ROLES = ("clerk", "chair", "first", "adviser", "head")
WORDING: dict[str, Any] = {
    "text": "Pupils in Year 2 read more fluently",
    "success": "80% read at the expected speed in June",
    "evidence": "The school's own reading checks",
    "pupils": "Fluent readers learn more in every subject",
    "plan": "Priority 1 of the improvement plan",
}
ADVICE: dict[str, Any] = {
    "evidence_seen": "The reading checks of June, class by class; two lessons in Year 2.",
    "not_seen": "The attendance figures since Easter, asked for on 3 September.",
    "questions": "What changed in Year 2 after January?\nWhich pupils did not move?",
    "suggested_1": "Pupils in Year 3 write at length",
    "measure_1": "70% at the expected standard in June",
    "for_governors": "Whether a part of the measure is enough. I make no recommendation on pay.",
    "conclusion": "A year of steady gain in reading. Keep to two objectives.",
}
REVIEW: dict[str, Any] = {
    "judgement_1": "Mostly met",
    "reasons_1": "78% in June, checked in two classes",
    "on_standards": "Met",
    "overall": "A strong year",
    "needs": "Leading a larger staff",
    "development": "A mentor until Easter",
}


def company_of(made: Year, signed_in: Arrive, *roles: str) -> Company:
    """Each of these people at a browser of their own."""

    def arriving(user: User) -> Visitor:
        visitor = signed_in(user, made.cycle.reference)
        visitor.cases = "cycles"
        return visitor

    return {role: arriving(made.people[role]) for role in roles}


def appoint(c: Company, made: Year, on: date) -> None:
    c["clerk"].does(
        "engage_adviser", person=made.people["adviser"].email, of="Advice for Schools",
        skills="Headship of two schools", interests="None to declare", on=on,
    )  # fmt: skip
    names = [str(user) for user in made.appraisers]
    c["clerk"].does("appoint_appraisers", members=names, meeting="Minute 7", on=on)


def set_objectives(c: Company) -> None:
    first, adviser = c["first"], c["adviser"]
    c["chair"].does("tell_standards", on=AUTUMN)
    first.does("add_objective", **WORDING, on=AUTUMN)
    adviser.begins("give_advice")
    adviser.answer(evidence_seen="The plan and the draft objectives")
    adviser.press("Save and come back later")
    adviser.does("give_advice", **ADVICE, visited_on=AUTUMN, on=AUTUMN)
    first.does("consult_adviser", how="In writing", on=AUTUMN)
    first.does("answer_advice", followed=True, on=AUTUMN)
    first.does("set_objectives", agreed=True, head_comments="Fair", on=AUTUMN)
    c["clerk"].look_round("Clerk, objectives set")


def through_the_year(c: Company) -> None:
    first = c["first"]
    first.open(first.case("objectives/"))
    for mark, seen_on in (("Behind", date(2025, 12, 1)), ("On track", SPRING)):
        first.follow("Note how it goes Pupils in Year 2 read more fluently")
        first.answer(mark=mark, note="As the checks of that month show", on=seen_on)
        first.send()
        first.open(first.case("objectives/"), mark)
    c["head"].does("receive_evidence", evidence="Reading checks, June", on=date(2026, 9, 7))


def review(c: Company) -> None:
    first = c["first"]
    c["adviser"].does(
        "give_advice", **ADVICE, judgement_1="Mostly met", reasons_1="78% in June",
        on_standards="Met", visited_on=date(2026, 9, 10), on=NEXT,
    )  # fmt: skip
    first.does("consult_adviser", how="In writing", on=NEXT)
    first.does("review", **REVIEW, on=date(2026, 9, 21))
    first.look_round("Appraiser, reviewed")
    first.does("give_report", on=date(2026, 9, 24))
    c["head"].look_round("Head, report given")


def pay_and_end(c: Company) -> None:
    day = date(2026, 10, 5)
    c["first"].does("recommend_pay", recommended="One point", reasons="The report", on=day)
    c["chair"].does(
        "decide_pay", outcome="As recommended", decided="L21", reasons="The report",
        deciders=["Kit Moss"], on=day,
    )  # fmt: skip
    c["clerk"].does("tell_pay", on=day)
    c["chair"].does("assure_governors", on=day)
    c["clerk"].does("close", on=day)
    c["chair"].look_round("Chair, closed")


def begin_the_next(c: Company, made: Year) -> Cycle:
    """The clerk records the next cycle from the page of the school."""
    clerk = c["clerk"]
    clerk.open(f"/schools/{made.school.pk}/", "Clerk")
    clerk.press("Record a cycle of performance management")
    clerk.answer(starts_on=date(2026, 9, 2), on=date(2026, 9, 2))
    clerk.send()
    return Cycle.objects.exclude(pk=made.cycle.pk).get()


@pytest.mark.long
def test_a_year_in_england_and_the_beginning_of_the_next(
    live_server: object, signed_in: Arrive
) -> None:
    made = year("recorded")
    c = company_of(made, signed_in, *ROLES)
    appoint(c, made, date(2025, 9, 3))
    set_objectives(c)
    through_the_year(c)
    c["adviser"].choose("Performance management")
    c["adviser"].follow("Your autumn as an adviser: what is due by when, over all your schools")
    review(c)
    pay_and_end(c)
    assert made.fresh().stage == Stage.CLOSED
    assert list(record.verify(made.fresh())) == []

    following = begin_the_next(c, made)
    assert following.previous == made.cycle
    for visitor in c.values():
        visitor.reference = following.reference
    appoint(c, made, date(2026, 9, 3))
    adviser = c["adviser"]
    adviser.begins("give_advice")
    expect(adviser.page.get_by_text("78% in June, checked in two classes")).to_be_visible()
    adviser.open(adviser.case("objectives/"), "Adviser, next year")
    adviser.open("/", "Adviser")
    c["first"].open("/", "Appraiser")


def test_an_appeal_in_wales_is_heard_and_another_review_follows(
    live_server: object, signed_in: Arrive
) -> None:
    made = year("given", nation=Nation.WALES)
    officers = [person(name).email for name in ("Gwen Ash", "Huw Bell")]
    c = company_of(made, signed_in, "head", "clerk", "chair", "first")
    day = date(2026, 10, 8)
    head = c["head"]
    head.begins("appeal")
    expect(head.page.get_by_role("main")).to_contain_text("the last day is Thursday 15 October")
    head.answer(grounds="The evidence of June was left out", on=day)
    head.send()
    c["clerk"].does(
        "name_appeals_officers", governors=["Kit Moss", "Joy Dean"], authority_1=officers[0],
        authority_2=officers[1], on=day,
    )  # fmt: skip
    c["chair"].does("send_appeal_papers", on=day)
    c["clerk"].look_round("Clerk, appeal")
    c["clerk"].does("decide_appeal", outcome="Upheld: there is to be another review",
                    reasons="The evidence was not weighed", on=date(2026, 10, 14))  # fmt: skip
    assert made.fresh().stage == Stage.OBJECTIVES_SET
    c["first"].look_round("Appraiser, appeal upheld")
    c["first"].begins("give_notice_of_review")


WIDER = "region => region.scrollWidth - region.clientWidth"


def test_the_pages_over_many_schools_can_be_read_at_any_width(
    live_server: object, signed_in: Arrive
) -> None:
    for nation in Nation:
        for stage in ("appointed", "given"):
            made = with_officer(year(stage, nation=nation))
    c = company_of(made, signed_in, "officer", "adviser")
    for role, link in (
        ("officer", "Your part for the authority: what is due of it by when"),
        ("adviser", "Your autumn as an adviser: what is due by when, over all your schools"),
    ):
        c[role].open("/cycles/")
        c[role].follow(link, role)
        page = c[role].page
        for region in page.locator(".headship-table-region").all():
            assert region.evaluate(WIDER) <= 0
        expect(page.get_by_role("img", name="How the cycles stand")).to_be_visible()
        expect(page.get_by_role("img", name="What is due when")).to_be_visible()


def test_a_stranger_finds_nothing_of_it(live_server: object, signed_in: Arrive) -> None:
    made = year("recorded")
    c = company_of(made, signed_in, "staff", "clerk")
    staff = c["staff"]
    staff.open(staff.case())
    expect(staff.page.get_by_role("heading", level=1)).to_have_text("Page not found")
    staff.open("/cycles/")
    staff.open("/cycles/autumn/")
    staff.open("/cycles/authority/")
    staff.open(f"/schools/{made.school.pk}/cycle/new/")
    expect(staff.page.get_by_role("main")).to_contain_text("is recorded by its clerk or its chair")
    clerk = c["clerk"]
    clerk.begins("engage_adviser")
    clerk.answer(person="nobody@example.org", of="Themselves", skills="None", interests="None")
    clerk.page.locator("main form .govuk-button").first.click()
    clerk.see()
    assert clerk.problems()[0].startswith("Nobody has an account with the address")
