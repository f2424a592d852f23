"""Who may appraise, advise and decide; and that nobody else learns of a cycle."""

from datetime import date, timedelta

import pytest

from accounts.models import User
from casework import access, clock
from casework.action import Actor, Stranger
from governance.actions import objectives, opening, pay, people
from governance.models import Appraiser, Consultation, Objection, Pay, Point
from schools.models import Membership, Office
from schools.models.choices import Category, Nation, OfficeKind
from tests.governance.cycle import START, WHOLE, Year, refusal, warned, year

pytestmark = pytest.mark.django_db
Capacity = Appraiser.Capacity


def appoint(made: Year, *roles: str) -> object:
    return people.appoint_appraisers(
        made.cycle, members=[made.people[role] for role in roles], meeting="Minute 7",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip


@pytest.mark.parametrize("nation", Nation)
@pytest.mark.parametrize("role", ["staff", "head"])
def test_nobody_who_works_at_the_school_appraises_its_head(nation: Nation, role: str) -> None:
    made = year("recorded", nation=nation)
    assert refusal(lambda: appoint(made, "first", "second", role)) == ("works_at_the_school",)
    assert made.fresh().event_count == 1


def test_in_an_academy_a_staff_governor_among_them_only_warns() -> None:
    made = year("recorded", category=Category.ACADEMY)
    appoint(made, "first", "second", "staff")
    assert warned(made) == ["works_at_the_school"]


def test_one_governor_is_too_few_in_wales_and_only_unusual_in_england() -> None:
    made = year("recorded", nation=Nation.WALES)
    assert refusal(lambda: appoint(made, "first")) == ("too_few_appraisers",)


def test_in_england_two_or_three_is_practice() -> None:
    made = year("recorded")
    appoint(made, "first")
    assert warned(made) == ["too_few_appraisers"]
    appoint(made, "first", "second", "other", "chair")
    assert warned(made) == ["many_appraisers"]


def test_in_an_aided_school_in_wales_one_is_a_foundation_governor() -> None:
    made = year("recorded", nation=Nation.WALES, category=Category.VOLUNTARY_AIDED)
    assert refusal(lambda: appoint(made, "second", "other")) == ("no_foundation_governor",)
    appoint(made, "first", "second")


def test_the_authority_appoints_two_at_most_and_the_diocese_nobody_here() -> None:
    made = year("appointed", nation=Nation.WALES)
    made.join("officer").join("adviser")
    assert refusal(lambda: made.join("other")) == ("no_more_of_them",)
    assert refusal(lambda: made.join("diocesan")) == ("no_such_appraiser",)


def test_the_external_adviser_is_nobody_of_the_governing_body() -> None:
    made = year("recorded")
    made.people["adviser"] = made.people["other"]
    assert refusal(made.engage) == ("adviser_not_external",)


def test_the_adviser_says_which_interests_there_are() -> None:
    made = year("recorded")

    def engage() -> object:
        return people.engage_adviser(
            made.cycle, person=made.people["adviser"], of="Advice for Schools", skills="Headship",
            interests=" ", by=made.actor("clerk"), on=made.day,
        )  # fmt: skip

    assert refusal(engage) == ("interests_missing",)


def test_wales_has_no_external_adviser() -> None:
    made = year("recorded", nation=Nation.WALES)

    def engage() -> object:
        return people.engage_adviser(
            made.cycle, person=made.people["adviser"], of="Advice for Schools", skills="Headship",
            interests="None", by=made.actor("clerk"), on=made.day,
        )  # fmt: skip

    assert refusal(engage) == ("step_not_known",)


def test_an_objection_is_refused_only_with_reasons() -> None:
    made = year("appointed", nation=Nation.WALES).join("officer")
    appraiser = made.position().appraisers_now[-1]
    people.object_to_appraiser(
        made.cycle, appraiser=appraiser, reason="An old dispute", by=made.actor("head"),
        on=made.day,
    )  # fmt: skip

    def decide(reasons: str) -> object:
        return people.decide_objection(
            made.cycle, objection=made.position().objections[0], reasons=reasons,
            outcome=Objection.Outcome.NOT_UPHELD, evidence="A letter", by=made.actor("chair"),
            on=made.day,
        )  # fmt: skip

    assert refusal(lambda: decide(" ")) == ("refusal_without_reasons",)
    decide("The dispute was settled in 2019")
    assert refusal(lambda: decide("Again")) == ("objection_decided",)


def test_an_open_objection_is_warned_of_before_objectives_are_set() -> None:
    made = year("appointed").write().prepare()
    people.object_to_appraiser(
        made.cycle, appraiser=made.position().appraisers_now[0], reason="An old dispute",
        by=made.actor("head"), on=made.day,
    )  # fmt: skip
    made.settle()
    assert warned(made) == ["objection_open"]


# Objectives


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("success", "success_missing"),
        ("text", "text_missing"),
        ("evidence", "evidence_missing"),
        ("pupils", "pupils_not_served"),
        ("plan", "plan_not_served"),
    ],
)
def test_an_objective_that_is_not_whole_is_refused(field: str, key: str) -> None:
    made = year("appointed")

    def write() -> object:
        return objectives.add_objective(
            made.cycle, **{**WHOLE, field: " "}, by=made.actor("first"), on=made.day
        )

    assert refusal(write) == (key,)


def test_advice_departed_from_without_reasons_is_warned_of() -> None:
    made = year("set")

    def answer(departed: str) -> None:
        made.consult(Point.REVIEW)
        objectives.answer_advice(
            made.cycle, consultation=made.position().unanswered[-1], followed=False,
            departed=departed, by=made.actor("first"), on=made.day,
        )  # fmt: skip

    answer(" ")
    assert warned(made) == ["departed_without_reasons"]
    answer("The governors know the village")
    assert warned(made) == []


def test_advice_by_telephone_is_recorded_with_a_warning() -> None:
    made = year("appointed")
    objectives.consult_adviser(
        made.cycle, point=Point.OBJECTIVES, how=Consultation.How.ORAL, advice="Two are enough",
        by=made.actor("first"), on=made.day,
    )  # fmt: skip
    assert warned(made) == ["advice_oral"]


# Pay


def test_an_appraiser_does_not_decide_on_pay() -> None:
    made = year("given")
    pay.recommend_pay(
        made.cycle, recommended="One point", reasons="Met", by=made.actor("first"), on=made.day
    )

    def decide(*roles: str) -> object:
        return pay.decide_pay(
            made.cycle, outcome=Pay.Outcome.AS_RECOMMENDED, decided="L21", reasons="The report",
            deciders=[made.people[role] for role in roles], by=made.actor("chair"), on=made.day,
        )  # fmt: skip

    assert refusal(lambda: decide("first", "chair")) == ("appraiser_decides_pay",)
    assert refusal(lambda: decide("staff", "chair")) == ("staff_decide_pay",)
    decide("chair", "other")
    assert made.position().pay_rows[-1].decided == "L21"


# Opening, and who learns of it


def test_an_appraiser_of_the_authority_is_replaced_from_outside_the_governing_body() -> None:
    made = year("appointed", nation=Nation.WALES).join("officer")
    of_authority = made.position().appraisers_now[-1]
    people.change_appraiser(
        made.cycle, appraiser=of_authority, person=made.people["adviser"], meeting="A letter",
        why="The head asked for another", by=made.actor("clerk"), on=made.after(1).day,
    )  # fmt: skip
    replaced = made.after(1).position().appraisers_now[-1]
    assert (replaced.person, replaced.capacity) == (made.people["adviser"], Capacity.AUTHORITY)


def open_again(made: Year, by: str, starts_on: date = START) -> object:
    return opening.open_cycle(
        made.school, head=made.people["head"], starts_on=starts_on, by=made.actor(by), on=made.day
    )


def test_a_second_cycle_of_the_same_head_waits_for_the_end_of_the_first() -> None:
    made = year("recorded")
    assert refusal(lambda: open_again(made, "clerk")) == ("cycle_beside",)
    assert open_again(made, "chair", date(2026, 9, 7))


def test_a_cycle_is_recorded_by_the_clerk_or_the_chair() -> None:
    made = year("recorded")
    later = date(2026, 9, 7)
    assert refusal(lambda: open_again(made, "other", later)) == ("not_clerk_or_chair",)
    assert refusal(lambda: open_again(made, "head", later)) == ("not_clerk_or_chair", "own_cycle")


def test_in_wales_a_cycle_outside_the_season_is_warned_of() -> None:
    made = year("recorded", nation=Nation.WALES)
    begun = opening.open_cycle(
        made.school, head=made.people["other"], starts_on=date(2026, 3, 2),
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    assert begun.events.get().data["warned_of"] == ["begins_out_of_season"]


@pytest.mark.parametrize("role", ["staff", "other", "officer", "diocesan"])
def test_to_those_without_a_part_the_cycle_does_not_exist(role: str) -> None:
    made = year("set")
    with pytest.raises(Stranger):
        opening.close(made.cycle, by=Actor(made.people[role]), on=made.day)


def test_the_adviser_whose_engagement_has_ended_is_a_stranger() -> None:
    made = year("set")
    people.end_engagement(made.cycle, why="Moved away", by=made.actor("clerk"), on=made.day)
    with pytest.raises(Stranger):
        opening.close(made.cycle, by=made.actor("adviser"), on=made.day)


def test_whoever_appraises_no_longer_has_no_part() -> None:
    made = year("appointed")
    people.change_appraiser(
        made.cycle, appraiser=made.position().appraisers_now[0], person=made.people["other"],
        meeting="Minute 9", why="Ill", by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    with clock.set_to(date(2026, 1, 5)), pytest.raises(Stranger):
        opening.close(made.cycle, by=made.actor("first"), on=made.day)


def test_nobody_is_consulted_where_no_adviser_is_engaged_not_even_in_an_academy() -> None:
    made = year("recorded", category=Category.ACADEMY).appoint()
    assert refusal(lambda: made.consult(Point.OBJECTIVES)) == ("no_adviser_engaged",)


def give(made: Year, user: User, role: str) -> object:
    return people.give_part(
        made.cycle, person=user, role=role, cause="New in office", by=made.actor("clerk"),
        on=made.day,
    )  # fmt: skip


def test_a_part_that_goes_with_an_office_is_given_to_whoever_holds_it() -> None:
    made = year("appointed")
    other, stranger = made.people["other"], made.people["diocesan"]
    assert refusal(lambda: give(made, other, "chair")) == ("not_in_office",)
    assert refusal(lambda: give(made, stranger, "officer")) == ("not_of_the_authority",)
    assert refusal(lambda: give(made, other, "appraiser")) == ("part_unknown",)


def test_a_new_chair_takes_part_in_mid_cycle_and_the_old_one_no_longer() -> None:
    made = year("appointed")
    new, old = made.people["other"], made.people["chair"]
    body = made.school.governing_body
    assert body
    Office.objects.filter(user=old).update(until=date(2026, 1, 9))
    Office.objects.create(
        governing_body=body, user=new, office=OfficeKind.CHAIR, since=date(2026, 1, 10)
    )
    give(made.on(date(2026, 1, 12)), new, "chair")
    roles = frozenset({"chair"})
    assert made.position().roles_left(new, roles) == roles
    assert made.position().roles_left(old, roles) == frozenset()


def test_pay_is_recommended_once_at_a_time() -> None:
    made = year("given")

    def recommend() -> object:
        return pay.recommend_pay(
            made.cycle, recommended="One point", reasons="Met", by=made.actor("first"), on=made.day
        )

    recommend()
    assert refusal(recommend) == ("pay_recommended",)


# One place, one person, one part


def object_to(made: Year, appraiser: Appraiser) -> object:
    return people.object_to_appraiser(
        made.cycle, appraiser=appraiser, reason="An old dispute", by=made.actor("head"),
        on=made.day,
    )  # fmt: skip


def uphold(made: Year, evidence: str = "") -> object:
    return people.decide_objection(
        made.cycle, objection=made.position().open_objections[0],
        outcome=Objection.Outcome.UPHELD, reasons="It is open", evidence=evidence,
        by=made.actor("chair"), on=made.day,
    )  # fmt: skip


def change(made: Year, leaves: Appraiser, role: str) -> object:
    return people.change_appraiser(
        made.cycle, appraiser=leaves, person=made.people[role], meeting="Minute 8", why="Ill",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip


def another(made: Year, role: str) -> object:
    return people.appoint_another(
        made.cycle, person=made.people[role], meeting="Minute 9", by=made.actor("clerk"),
        on=made.day,
    )  # fmt: skip


def test_the_place_of_an_appraiser_objected_to_is_filled() -> None:
    made = year("set")
    object_to(made, made.position().appraisers_now[0])
    uphold(made)
    another(made, "other")
    assert {str(a) for a in made.position().appraisers_now} == {"Lee Ward", "Kit Moss"}
    assert refusal(lambda: another(made, "other")) == ("already_appraises",)
    assert refusal(lambda: another(made, "staff")) == ("works_at_the_school",)


@pytest.mark.parametrize("leaves", ["set_objectives", "review"])
def test_in_wales_nothing_goes_on_with_one_governor(leaves: str) -> None:
    made = year("appointed" if leaves == "set_objectives" else "set", nation=Nation.WALES)
    gone = made.position().appraisers_now[0]
    Appraiser.objects.filter(pk=gone.pk).update(until=made.day)
    if leaves == "set_objectives":
        made.people["first"] = made.people["second"]
        made.write().prepare()
        assert refusal(made.settle) == ("too_few_appraisers",)
    else:
        made.people["first"] = made.people["second"]
        made.on(date(2026, 9, 7)).notice(date(2026, 9, 28)).evidence()
        assert refusal(made.on(date(2026, 9, 28)).review) == ("too_few_appraisers",)


def test_a_governor_who_left_the_governing_body_neither_counts_nor_reads() -> None:
    made = year("set", nation=Nation.WALES)
    Membership.objects.filter(user=made.people["first"]).update(until=made.day)
    later = made.after(1).position()
    with clock.set_to(made.day):
        assert later.roles_left(made.people["first"], frozenset({"appraiser"})) == frozenset()
        assert later.roles_left(made.people["second"], frozenset({"appraiser"}))


def test_in_an_aided_school_in_wales_the_foundation_governor_gives_way_to_another() -> None:
    made = year("appointed", nation=Nation.WALES, category=Category.VOLUNTARY_AIDED)
    (foundation,) = (a for a in made.position().appraisers_now if str(a) == "Uma Shah")
    assert refusal(lambda: change(made, foundation, "other")) == ("no_foundation_governor",)


def test_nobody_is_counted_twice() -> None:
    made = year("recorded", nation=Nation.WALES)
    assert refusal(lambda: appoint(made, "first", "first")) == ("named_twice",)


def test_the_governing_body_appoints_anew_only_its_own() -> None:
    made = year("appointed", nation=Nation.WALES).join("officer")
    appoint(made, "second", "other")
    found = {str(a) for a in made.position().appraisers_now}
    assert found == {"Lee Ward", "Kit Moss", made.people["officer"].full_name}


def test_whoever_appointed_an_appraiser_decides_on_the_objection() -> None:
    made = year("appointed", nation=Nation.WALES).join("officer")
    governor, _, theirs = made.position().appraisers_now
    assert refusal(lambda: object_to(made, governor)) == ("no_objection_to_a_governor",)
    object_to(made, theirs)
    assert refusal(lambda: uphold(made)) == ("other_body_has_not_decided",)
    uphold(made, "Letter of 3 September")
    assert theirs not in made.position().appraisers_now


def test_an_objection_to_somebody_who_has_left_changes_nothing_of_when_they_left() -> None:
    made = year("appointed")
    gone = made.position().appraisers_now[0]
    object_to(made, gone)
    change(made, gone, "other")
    left = made.day
    uphold(made.after(5))
    gone.refresh_from_db()
    assert (gone.until, gone.left_because) == (left, "Ill")


def test_nobody_has_two_parts_that_do_not_go_together() -> None:
    made = year("appointed")
    made.people["first"] = made.people["adviser"]
    first = made.position().appraisers_now[0]
    assert "has_another_part" in refusal(lambda: change(made, first, "adviser"))
    people.end_engagement(made.cycle, why="Moved away", by=made.actor("clerk"), on=made.day)
    for role in ("second", "head"):
        made.people["adviser"] = made.people[role]
        assert refusal(made.engage) == ("adviser_not_external",)


def test_the_next_adviser_begins_on_the_day_on_which_the_last_ended() -> None:
    made = year("appointed")
    people.end_engagement(
        made.after(10).cycle, why="Moved away", by=made.actor("clerk"), on=made.day
    )
    made.people["adviser"] = made.people["diocesan"]
    made.engage()
    assert [str(e.person) for e in made.position().engagements_on(made.day)] == ["Fr Ives"]
    assert set(refusal(made.on(START).engage)) == {"adviser_engaged"}


@pytest.mark.parametrize("role", ["staff", "diocesan"])
def test_pay_is_decided_by_governors_who_do_not_work_at_the_school(role: str) -> None:
    made = year("given")
    assert refusal(lambda: give(made, made.people[role], "decider")) == ("decider_not_a_governor",)


def test_in_wales_nobody_is_given_a_part_in_deciding_pay() -> None:
    made = year("appointed", nation=Nation.WALES)
    assert refusal(lambda: give(made, made.people["other"], "decider")) == ("no_pay_here",)


def test_a_part_that_was_given_is_taken_back() -> None:
    made = year("given")
    other = made.people["other"]

    def end(role: str) -> object:
        return people.end_part(
            made.cycle, person=other, role=role, why="Pay is decided", by=made.actor("clerk"),
            on=made.day,
        )  # fmt: skip

    assert refusal(lambda: end("decider")) == ("part_not_held",)
    give(made, other, "decider")
    assert access.roles_of(other, made.cycle) == {"decider"}
    end("decider")
    assert access.roles_of(other, made.cycle) == frozenset()
    assert refusal(lambda: end("chair")) == ("part_not_taken_back",)


def test_at_a_planning_meeting_in_wales_the_head_is_there() -> None:
    made = year("appointed", nation=Nation.WALES)
    present = [a.person for a in made.position().appraisers_now]
    assert refusal(
        lambda: objectives.hold_planning_meeting(
            made.cycle, present=present, by=made.actor("first"), on=made.day
        )
    ) == ("appraiser_away",)


@pytest.mark.parametrize(("nation", "refused"), [(Nation.ENGLAND, True), (Nation.WALES, False)])
def test_an_objective_serves_the_plan_where_the_law_asks_for_it(
    nation: Nation, *, refused: bool
) -> None:
    made = year("appointed", nation=nation)

    def write() -> object:
        return objectives.add_objective(
            made.cycle, **{**WHOLE, "plan": ""}, by=made.actor("first"), on=made.day
        )

    if refused:
        assert refusal(write) == ("plan_not_served",)
    else:
        write()
        assert made.position().objectives_now[0].plan == ""


# Who works alone, and an engagement that had not begun


def test_an_adviser_who_works_alone_works_for_nobody() -> None:
    made = year("recorded")
    people.engage_adviser(
        made.cycle, person=made.people["adviser"], of="", skills="Headship", interests="None",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    assert str(made.position().adviser) == "Ada Finch"


def test_an_engagement_does_not_end_before_it_began() -> None:
    made = year("appointed")

    def end() -> object:
        return people.end_engagement(
            made.cycle, why="Moved", by=made.actor("clerk"), on=START - timedelta(days=1)
        )

    assert refusal(end) == ("not_begun",)
    assert made.position().adviser is not None


def test_in_wales_an_objective_need_not_serve_a_plan() -> None:
    made = year("appointed", nation=Nation.WALES)

    def write(**changed: str) -> object:
        return objectives.add_objective(
            made.cycle, **{**WHOLE, **changed}, by=made.actor("first"), on=made.day
        )

    assert refusal(lambda: write(pupils=" ")) == ("pupils_not_served",)
    write(plan="")
    assert [o.plan for o in made.position().objectives] == [""]
