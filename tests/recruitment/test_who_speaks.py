"""Who may speak and record for whom: offices, interests, one's own papers."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from accounts.models import User
from casework import access
from casework.action import Actor, certain
from recruitment.actions import advice, interests, opening
from recruitment.models import Interest, Opinion, Reservations
from schools.models import AuthorityStaff, Office
from schools.models.choices import OfficeKind, StaffRole
from tests.recruitment.headship import Headship, headship, on_day, person, refusal
from tests.recruitment.views.rows import overrule, represent, reserve

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def declare(case: Headship, who: User, by: Actor) -> None:
    interests.declare_interest(
        case.vacancy,
        person=who,
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate("C1"),
        by=by,
        on=case.day,
    )


def change_clerk(case: Headship) -> Actor:
    """The clerk leaves a month after the present day of the case, and another comes."""
    left, came = case.day + 30 * DAY, person("Nia Clerk")
    Office.objects.filter(office=OfficeKind.CLERK).update(until=left)
    body = certain(case.school.governing_body)
    Office.objects.create(governing_body=body, user=came, office=OfficeKind.CLERK, since=left + DAY)
    access.grant("clerk", came, case.vacancy)
    return Actor(came)


def test_nobody_but_the_clerk_declares_for_another() -> None:
    case = headship("interviewed")
    other = case.people["governor"]
    assert refusal(case, lambda: declare(case, other, case.actor("panel"))) == (
        "not_your_interest",
    )
    declare(case, other, case.clerk)
    assert Interest.objects.get().person == other


def test_a_new_clerk_enters_what_others_declared_before_the_clerk_came() -> None:
    case = headship("interviewed")
    new = change_clerk(case)
    declare(case, case.people["governor"], new)
    assert Interest.objects.get().declared_on == case.day


def test_nobody_but_the_clerk_ends_what_another_declared() -> None:
    case = headship("interviewed")
    declare(case, case.people["governor"], case.clerk)

    def end(by: Actor) -> None:
        interests.end_interest(
            case.vacancy, interest=Interest.objects.get(), why="Over", by=by, on=case.day
        )

    assert refusal(case, lambda: end(case.actor("panel"))) == ("not_your_interest",)
    end(case.clerk)
    assert Interest.objects.get().ended_on == case.day


def test_the_adviser_acts_for_the_authority() -> None:
    case = headship()

    def name() -> None:
        opening.name_adviser(
            case.vacancy, adviser=case.people["governor"], by=case.clerk, on=case.day
        )

    assert refusal(case, name) == ("not_of_the_authority",)


@pytest.mark.parametrize("role", ["clerk", "chair", "officer", "panel", "nonsense"])
def test_a_role_is_not_given_without_its_office(role: str) -> None:
    case = headship()

    def admit() -> None:
        opening.admit(
            case.vacancy, person=case.people["governor"], role=role, by=case.clerk, on=case.day
        )

    assert refusal(case, admit) == ("not_entitled",)


def test_the_outgoing_head_is_given_no_role() -> None:
    case = headship()
    case.vacancy.outgoing_head = case.people["governor"]
    case.vacancy.save()

    def admit() -> None:
        opening.admit(
            case.vacancy,
            person=case.people["governor"],
            role="governor",
            by=case.clerk,
            on=case.day,
        )

    assert refusal(case, admit) == ("not_entitled",)


def test_the_clerk_dismisses_others_for_a_reason_and_never_themselves() -> None:
    case = headship()

    def dismiss(role: str, why: str) -> None:
        opening.dismiss(
            case.vacancy, person=case.people[role], role=role, why=why, by=case.clerk, on=case.day
        )

    assert refusal(case, lambda: dismiss("clerk", "Left")) == ("last_clerk",)
    assert refusal(case, lambda: dismiss("governor", " ")) == ("why_missing",)
    dismiss("governor", "Left")
    assert access.roles_of(case.people["governor"], case.vacancy) == set()


def test_whoever_has_an_interest_in_the_person_does_not_give_the_panels_reasons() -> None:
    case = headship("names_sent")
    overrule(case)
    declare(case, case.people["panel_chair"], case.clerk)

    def give(by: Actor) -> None:
        advice.give_reasons(
            case.vacancy,
            reasons="The task answered it",
            to_governing_body_on=case.day,
            to_authority_on=case.day,
            by=by,
            on=case.day,
        )

    assert refusal(case, lambda: give(case.actor("panel_chair"))) == ("you_have_an_interest",)
    give(case.clerk)
    assert case.position().reasons_given_on == case.day


def test_whoever_has_an_interest_in_a_candidate_does_not_minute_what_was_represented() -> None:
    case = headship("names_sent")
    represent(case)
    declare(case, case.people["panel_chair"], case.clerk)

    def consider() -> None:
        advice.consider_representations(
            case.vacancy,
            candidate=case.candidate("C1"),
            minute="Considered",
            by=case.actor("panel_chair"),
            on=case.day,
        )

    assert refusal(case, consider) == ("you_have_an_interest",)


def test_an_adviser_with_an_interest_forms_no_opinion_and_puts_no_reservations() -> None:
    case = headship("recommended")
    adviser = case.actor("adviser")
    declare(case, adviser.user, case.clerk)

    def opine() -> None:
        advice.record_opinion(
            case.vacancy,
            candidate=case.candidate("C1"),
            verdict=Opinion.Verdict.SUITABLE,
            by=adviser,
            on=case.day,
        )

    assert refusal(case, opine) == ("you_have_an_interest",)
    assert refusal(case, lambda: reserve(case)) == ("you_have_an_interest",)


def withdraw(case: Headship, by: Actor, on: date) -> None:
    advice.withdraw_reservations(
        case.vacancy, reservations=Reservations.objects.get(), why="A mentor is named", by=by, on=on
    )


def test_reservations_that_are_withdrawn_wait_for_nobody_and_stay_on_the_record() -> None:
    case = headship("recommended")
    reserve(case)
    assert case.position().unconsidered_reservations
    assert case.position().unacknowledged
    withdraw(case, case.actor("adviser"), case.day)
    position = case.position()
    assert (position.unconsidered_reservations, position.unacknowledged) == ((), ())
    assert [r.withdrawn_why for r in position.reservations] == ["A mentor is named"]
    case.approve()


def test_reservations_are_withdrawn_once_by_whoever_put_them_and_not_before() -> None:
    case = headship("recommended")
    reserve(case)
    colleague = Actor(person("Ola Adviser"))
    AuthorityStaff.objects.create(
        authority=certain(case.school.authority),
        user=colleague.user,
        role=StaffRole.ADVISER,
        since=case.day,
    )
    access.grant("adviser", colleague.user, case.vacancy)
    adviser = case.actor("adviser")
    assert refusal(case, lambda: withdraw(case, colleague, case.day)) == ("not_your_reservations",)
    assert refusal(case, lambda: withdraw(case, adviser, case.day - DAY)) == (
        "date_before_what_it_follows",
    )
    withdraw(case, adviser, case.day)
    assert refusal(case, lambda: withdraw(case, adviser, case.day)) == ("already_withdrawn",)


def test_nothing_more_is_done_with_reservations_that_are_withdrawn() -> None:
    case = headship("recommended")
    reserve(case)
    withdraw(case, case.actor("adviser"), case.day)
    paper = Reservations.objects.get()

    def acknowledge() -> None:
        advice.acknowledge_reservations(
            case.vacancy, reservations=paper, by=case.clerk, on=case.day
        )

    def consider() -> None:
        advice.consider_reservations(
            case.vacancy, reservations=paper, minute="Considered", by=case.clerk, on=case.day
        )

    assert refusal(case, acknowledge) == ("already_withdrawn",)
    assert refusal(case, consider) == ("already_withdrawn",)
