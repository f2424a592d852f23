"""Every capability crossed with every role and every stage: the database against the table."""

from datetime import date

import pytest

from accounts.models import User
from casework import access
from casework.action import Actor, Stranger, certain, judge, may, roles_now
from recruitment import load
from recruitment.actions import meetings
from recruitment.models import Interest, PanelSeat, Vacancy
from recruitment.models.vacancy import ROLES
from recruitment.policies import TABLE
from recruitment.position import Position
from recruitment.process import PROCESS
from recruitment.stages import Stage
from schools.models import AuthorityStaff, Membership, Office
from schools.models.choices import MemberKind
from tests.recruitment.headship import Headship, headship, on_day, person

pytestmark = pytest.mark.django_db
TODAY = date(2027, 2, 1)


@pytest.fixture
def case() -> Headship:
    with on_day(TODAY):
        return headship("interviewed")


def holder(role: str, vacancy: Vacancy) -> User:
    """Return somebody with that role on the vacancy and no other, and the office behind it."""
    user = person(f"Only {role.replace('_', ' ').title()}")
    body, authority = certain(vacancy.school.governing_body), certain(vacancy.school.authority)
    since = date(2024, 9, 1)
    if role in ("clerk", "chair"):
        Office.objects.create(governing_body=body, user=user, office=role, since=since)
    elif role in ("officer", "adviser"):
        AuthorityStaff.objects.create(authority=authority, user=user, role=role, since=since)
    else:
        Membership.objects.create(
            governing_body=body,
            user=user,
            kind=MemberKind.CO_OPTED,
            since=since,
        )
    if role in {"panel", "panel_chair"}:
        is_chair = role == "panel_chair"
        PanelSeat.objects.create(vacancy=vacancy, person=user, is_chair=is_chair, since=since)
    access.grant(role, user, vacancy)
    return user


def permitted(vacancy: Vacancy, user: User, key: str) -> bool:
    """Ask the machinery, as an action would, whether the person may do `key` now."""
    return permitted_at(load.position(vacancy, TODAY), vacancy, user, key)


def permitted_at(position: Position, vacancy: Vacancy, user: User, key: str) -> bool:
    """The same for a position that is loaded."""
    if key.startswith("see_"):
        return may(TABLE, position, roles_now(vacancy, position, user), key)
    _, obstacles = judge(PROCESS, vacancy, position, key, by=Actor(user), facts={})
    return not {"not_permitted", "not_at_this_stage", "step_not_known"} & {o.key for o in obstacles}


@pytest.mark.parametrize("role", ROLES)
def test_the_allowed_set_of_each_role_is_exactly_the_table(case: Headship, role: str) -> None:
    user = holder(role, case.vacancy)
    for stage in Stage:
        Vacancy.objects.filter(pk=case.vacancy.pk).update(stage=stage)
        vacancy = case.fresh()
        position = load.position(vacancy, TODAY)
        allowed = {key for key in TABLE if permitted_at(position, vacancy, user, key)}
        known = {key: row for key, row in TABLE.items() if position.unknown_step(key) is None}
        table = {k for k, row in known.items() if role in row.roles and stage in row.stages}
        assert allowed == table, stage


def test_every_action_is_in_the_table_and_every_row_is_an_action_or_a_view() -> None:
    actions = set(PROCESS.actions) - {"open_vacancy"}

    assert {key for key in TABLE if not key.startswith("see_")} == actions


def test_a_stranger_is_not_told_that_the_case_exists(case: Headship) -> None:
    with pytest.raises(Stranger):
        permitted(case.fresh(), person("Nobody Here"), "see_vacancy")


def test_a_closed_account_is_a_stranger(case: Headship) -> None:
    user = case.people["adviser"]
    User.objects.filter(pk=user.pk).update(is_active=False)

    with pytest.raises(Stranger):
        permitted(case.fresh(), User.objects.get(pk=user.pk), "see_vacancy")


def test_the_outgoing_head_is_a_stranger_whatever_was_granted(case: Headship) -> None:
    head = holder("governor", case.vacancy)
    Vacancy.objects.filter(pk=case.vacancy.pk).update(outgoing_head=head)

    with pytest.raises(Stranger):
        permitted(case.fresh(), head, "see_vacancy")


def test_whoever_withdrew_keeps_no_role_that_sees_candidates(case: Headship) -> None:
    member = case.panel[1]
    assert permitted(case.fresh(), member, "see_candidates")

    case.vacancy.interests.create(
        person=member,
        kind=Interest.Kind.FAMILY,
        detail="A cousin applied",
        effect=Interest.Effect.WITHDRAW,
        declared_on=case.day,
    )

    assert not permitted(case.fresh(), member, "see_candidates")


def test_an_interest_in_one_candidate_hides_that_candidate_only(case: Headship) -> None:
    member = case.panel[1]
    case.vacancy.interests.create(
        person=member,
        candidate=case.candidate("C2"),
        kind=Interest.Kind.FRIENDSHIP,
        detail="An old friend",
        effect=Interest.Effect.LEAVE_ITEM,
        declared_on=case.day,
    )

    assert [c.code for c in case.position().candidates_seen_by(member)] == ["C1", "C3"]


def test_a_role_ends_with_the_office_behind_it(case: Headship) -> None:
    clerk = case.people["clerk"]
    assert permitted(case.fresh(), clerk, "see_candidates")

    Office.objects.filter(user=clerk).update(until=date(2026, 9, 2))

    with pytest.raises(Stranger):
        permitted(case.fresh(), clerk, "see_candidates")


def test_someone_who_leaves_the_panel_loses_access_and_keeps_their_name() -> None:
    with on_day(TODAY):
        case = headship("advertised")
    left, stays = case.panel[2], [*case.panel[:2], person("Kit Moss")]
    with on_day(TODAY):
        meeting = case.meet("To change the panel")
        meetings.change_panel(
            case.vacancy,
            meeting=meeting,
            members=stays,
            chair=stays[0],
            trained=[stays[1]],
            votes_for=5,
            votes_against=0,
            abstained=0,
            by=case.clerk,
            on=case.day,
        )

    assert not permitted(case.fresh(), left, "see_candidates")
    assert left in [seat.person for seat in case.position().seats]


def test_another_vacancy_of_the_same_authority_gives_nothing(case: Headship) -> None:
    with on_day(TODAY):
        other = headship("recorded", "Far Away Primary School")

    with pytest.raises(Stranger):
        permitted(other.fresh(), case.people["adviser"], "see_vacancy")
