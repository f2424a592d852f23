"""Scores: given alone, handed in whole, seen by nobody early, agreed together, kept as given."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from fractions import Fraction

import pytest

from accounts.models import User
from casework.action import Actor, certain, roles_now
from casework.models import Meeting
from recruitment import scores, tally
from recruitment.actions import interests, meetings, scoring, selection
from recruitment.actions.scoring import Agreed, Mark
from recruitment.models import AgreedScore, PanelSeat, ScoreSheet
from recruitment.tasks import TASKS
from tests.recruitment.evening import (
    all_score,
    codes,
    decide,
    declare_leaving,
    declare_named,
    evening,
    hand_in,
    score,
    specified,
)
from tests.recruitment.headship import Headship, on_day, person, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def given(case: Headship, member: User, code: str) -> dict[str, object]:
    sheet = ScoreSheet.objects.get(vacancy=case.vacancy, person=member, candidate__code=code)
    return {number: mark["points"] for number, mark in sheet.marks.items()}


def sees(case: Headship, user: User, code: str = "C1") -> bool:
    p = case.position()
    return scores.may_see(p, user, case.candidate(code))


def shortlist(case: Headship, *chosen: str, override: str = "") -> None:
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate(code) for code in chosen],
        reasons=dict.fromkeys(codes(case), "Against the person specification"),
        shortlisters=case.panel,
        by=Actor(case.people["clerk"], override=override),
        on=case.day,
    )


def agree(case: Headship, code: str, *agreed: Agreed, override: str = "") -> None:
    scoring.agree_scores(
        case.vacancy, candidate=case.candidate(code), agreed=list(agreed),
        by=Actor(case.people["clerk"], override=override), on=case.day,
    )  # fmt: skip


def test_what_was_given_is_kept_and_changed_until_it_is_handed_in() -> None:
    case = evening()
    member = case.panel[0]
    score(case, member, "C1", 4, 3)
    score(case, member, "C1", 5)
    assert given(case, member, "C1") == {"1": 5, "2": 3}


def test_an_abstention_is_kept_as_one_and_not_as_zero() -> None:
    case = evening()
    score(case, case.panel[0], "C1", None, 0, 3)
    assert given(case, case.panel[0], "C1") == {"1": None, "2": 0, "3": 3}


def test_the_record_says_that_scores_were_kept_and_not_which() -> None:
    case = evening()
    score(case, case.panel[0], "C1", 4, 3, 5)
    event = case.fresh().events.latest("number")
    assert event.action == "score_candidate"
    assert event.data["marks"] == 3
    assert "points" not in str(event.data)


@pytest.mark.parametrize("points", [6, -1, 100])
def test_a_score_outside_the_scale_is_refused(points: int) -> None:
    case = evening()
    assert refusal(case, lambda: score(case, case.panel[0], "C1", points)) == ("off_the_scale",)


def test_only_criteria_that_the_application_tests_are_scored_each_once() -> None:
    case = evening()

    def twice(*numbers: int) -> None:
        scoring.score_candidate(
            case.vacancy, candidate=case.candidate("C1"), by=Actor(case.panel[0]), on=case.day,
            marks=[Mark(n, 3, "Page 2") for n in numbers],
        )  # fmt: skip

    assert refusal(case, lambda: twice(4)) == ("not_a_scored_criterion",)
    assert refusal(case, lambda: twice(1, 1)) == ("scored_twice",)


def test_nobody_scores_before_it_is_settled_how() -> None:
    case = specified().advertise().apply().after(15)
    assert refusal(case, lambda: score(case, case.panel[0], "C1", 3)) == ("scoring_not_decided",)


def test_how_to_score_is_not_changed_once_somebody_has() -> None:
    case = evening()
    score(case, case.panel[0], "C1", 3)
    assert refusal(case, lambda: decide(case, hidden=False)) == ("scoring_begun",)


@pytest.mark.parametrize(
    ("lowest", "highest", "meets", "key"),
    [(5, 5, 5, "scale_out_of_bounds"), (0, 11, 3, "scale_out_of_bounds"),
     (1, 5, 1, "met_off_the_scale"), (0, 4, 5, "met_off_the_scale")],
)  # fmt: skip
def test_a_scale_runs_up_and_is_met_on_it(lowest: int, highest: int, meets: int, key: str) -> None:
    case = specified()

    def choose() -> None:
        scoring.decide_scoring(
            case.vacancy, names_hidden=False, sealed=False, lowest=lowest, highest=highest,
            meets_from=meets, by=case.clerk, on=case.day,
        )  # fmt: skip

    assert refusal(case, choose) == (key,)


def test_scores_are_handed_in_whole() -> None:
    case = evening()
    member = case.panel[0]
    score(case, member, "C1", 4, 3, 5)
    score(case, member, "C2", 4, 3)
    assert refusal(case, lambda: hand_in(case, member)) == ("scores_unfinished",)
    score(case, member, "C2", 4, 3, None)
    score(case, member, "C3", 1, 1, 1)
    hand_in(case, member)
    assert scores.outstanding(case.position(), member) == []


def test_handed_in_scores_stand() -> None:
    case = all_score(evening())
    again = refusal(case, lambda: score(case, case.panel[0], "C1", 5))
    assert again == ("handed_in",)
    assert refusal(case, lambda: hand_in(case, case.panel[0])) == ("nothing_to_hand_in",)
    assert given(case, case.panel[0], "C1") == {"1": 3, "2": 3, "3": 3}


def test_a_member_sees_what_others_gave_once_their_own_are_in() -> None:
    case = evening()
    first, second, _ = case.panel
    for code in codes(case):
        score(case, first, code, 3, 3, 3)
    hand_in(case, first)
    assert (sees(case, first), sees(case, second)) == (True, False)


def test_who_does_not_score_sees_once_all_are_in() -> None:
    case = evening()
    clerk, adviser = case.people["clerk"], case.people["adviser"]
    for member in case.panel:
        assert (sees(case, clerk), sees(case, adviser)) == (False, False)
        for code in codes(case):
            score(case, member, code, 3, 3, 3)
        hand_in(case, member)
    assert (sees(case, clerk), sees(case, adviser)) == (True, True)


def call_panel(case: Headship) -> None:
    meetings.call_meeting(
        case.vacancy, body=Meeting.Body.PANEL, purpose="To shortlist",
        held_on=case.day + timedelta(days=8), at=time(18), place="The hall",
        agenda=["The shortlist"], notice_to_authority=True, by=case.clerk, on=case.day,
    )  # fmt: skip


def open_scores(case: Headship, why: str = "") -> None:
    scoring.open_scores(case.vacancy, why=why, by=case.clerk, on=case.day)


def test_sealed_scores_are_seen_by_nobody_before_the_meeting() -> None:
    case = all_score(evening(sealed=True))
    call_panel(case)
    assert not any(sees(case, u) for u in [*case.panel, *case.people.values()])
    case.after(8)
    open_scores(case)
    assert sees(case, case.panel[0])
    assert not certain(case.position().scoring).scores_opened_early


def test_to_open_them_early_needs_a_reason_which_shows() -> None:
    case = all_score(evening(sealed=True))
    assert refusal(case, lambda: open_scores(case)) == ("opened_early_without_reason",)
    open_scores(case, "The chair is away on the evening")
    scoring_row = case.position().scoring
    assert scoring_row
    assert (scoring_row.scores_opened_early, scoring_row.scores_opened_why) == (
        True,
        "The chair is away on the evening",
    )
    assert refusal(case, lambda: open_scores(case, "Again")) == ("scores_not_sealed",)


def test_nothing_is_agreed_while_the_scores_are_sealed() -> None:
    case = all_score(evening(sealed=True))
    assert refusal(case, lambda: agree(case, "C1", Agreed(1, 4, "Seen again"))) == (
        "scores_still_sealed",
    )


def test_an_agreed_score_needs_a_reason_and_keeps_what_was_given() -> None:
    case = all_score(evening(), {"C1": (1, 3, 3)})
    assert refusal(case, lambda: agree(case, "C1", Agreed(1, 4, " "))) == ("agreed_without_reason",)
    assert refusal(case, lambda: agree(case, "C1")) == ("nothing_agreed",)
    agree(case, "C1", Agreed(1, 4, "The second page shows it"))
    kept = AgreedScore.objects.get(vacancy=case.vacancy)
    assert (kept.points, kept.spread) == (4, [1, 1])
    assert given(case, case.panel[0], "C1") == {"1": 1, "2": 3, "3": 3}
    assert scores.value(case.position(), case.candidate("C1"), kept.criterion) == 4


def test_nothing_is_agreed_before_all_are_in_but_with_a_reason() -> None:
    case = evening()
    for code in codes(case):
        score(case, case.panel[0], code, 3, 3, 3)
    hand_in(case, case.panel[0])
    agreed = Agreed(1, 4, "Seen again")
    assert refusal(case, lambda: agree(case, "C1", agreed)) == ("scores_to_come",)
    agree(case, "C1", agreed, override="Two members are ill")
    assert AgreedScore.objects.filter(vacancy=case.vacancy).count() == 1


def test_with_an_interest_a_member_does_not_score_that_candidate() -> None:
    case = evening()
    member = case.panel[0]
    declare_leaving(case, member, "C2")
    assert refusal(case, lambda: score(case, member, "C2", 3)) == ("scorer_has_an_interest",)
    for code in ("C1", "C3"):
        score(case, member, code, 3, 3, 3)
    hand_in(case, member)
    cell = tally.cell(case.position(), case.candidate("C2"), case.position().criteria[0])
    assert [str(g) for g in cell.given] == ["interest", "to come", "to come"]


def test_an_interest_declared_later_takes_the_scores_out_of_the_count() -> None:
    case = all_score(evening(), {"C1": (5, 5, 5)})
    for member in case.panel[:2]:
        declare_leaving(case, member, "C1")
    p = case.position()
    assert scores.given(p, case.candidate("C1"), p.criteria[0]) == [5]
    assert given(case, case.panel[0], "C1") == {"1": 5, "2": 5, "3": 5}


def test_a_member_who_is_no_longer_one_does_not_score() -> None:
    case = evening()
    gone = case.panel[2]
    PanelSeat.objects.filter(person=gone).update(until=case.day - timedelta(days=1))
    assert "not_on_the_panel" in refusal(
        case, lambda: score(case, gone, "C1", 3, by=case.people["clerk"])
    )


def test_nobody_scores_for_another_but_the_clerk_from_paper() -> None:
    case = evening()
    first, second, _ = case.panel
    assert refusal(case, lambda: score(case, first, "C1", 3, by=second)) == ("not_your_scores",)
    clerk = case.people["clerk"]
    score(case, first, "C1", 3, by=clerk)
    sheet = ScoreSheet.objects.get(vacancy=case.vacancy)
    assert (sheet.person, sheet.keyed_by, sheet.confirmed_on) == (first, clerk, None)


def test_scores_from_paper_say_so_and_are_confirmed_by_the_member() -> None:
    case = evening()
    member, clerk = case.panel[0], case.people["clerk"]
    for code in codes(case):
        score(case, member, code, 3, 3, 3, by=clerk)
    hand_in(case, member, by=clerk)
    assert all(g.keyed_in and not g.confirmed for g in _given_by(case, member))
    scoring.confirm_scores(case.vacancy, by=Actor(member), on=case.day)
    assert all(g.keyed_in and g.confirmed for g in _given_by(case, member))

    def again() -> None:
        scoring.confirm_scores(case.vacancy, by=Actor(member), on=case.day)

    assert refusal(case, again) == ("nothing_to_confirm",)


def test_the_clerk_puts_right_what_was_keyed_in_until_the_member_confirms_it() -> None:
    case = evening()
    member, clerk = case.panel[0], case.people["clerk"]
    for code in codes(case):
        score(case, member, code, 3, 3, 3, by=clerk)
    hand_in(case, member, by=clerk)
    score(case, member, "C1", 4, by=clerk)
    sheet = ScoreSheet.objects.get(person=member, candidate__code="C1")
    assert (given(case, member, "C1")["1"], sheet.handed_in_on) == (4, case.day)
    event = case.fresh().events.latest("number")
    assert event.data["sheets"] == {"C1": scores.digest(sheet)}
    assert refusal(case, lambda: score(case, member, "C1", 5)) == ("handed_in",)

    scoring.confirm_scores(case.vacancy, by=Actor(member), on=case.day)
    assert refusal(case, lambda: score(case, member, "C1", 5, by=clerk)) == ("handed_in",)


def test_a_shortlist_on_scores_from_paper_that_nobody_confirmed_is_warned_of() -> None:
    case = evening()
    for code in codes(case):
        score(case, case.panel[0], code, 3, 3, 3, by=case.people["clerk"])
    hand_in(case, case.panel[0], by=case.people["clerk"])
    for member in case.panel[1:]:
        for code in codes(case):
            score(case, member, code, 3, 3, 3)
        hand_in(case, member)
    shortlist(case, "C1", "C2")
    assert "scores_not_confirmed" in case.fresh().events.latest("number").data["warned_of"]


def test_nobody_is_shortlisted_past_a_member_whose_interest_is_still_to_be_found() -> None:
    case = evening()
    first, *others = case.panel
    interest = declare_named(case, first, case.candidate("C3").name)
    for member in others:
        for code in codes(case):
            score(case, member, code, 3, 3, 3)
        hand_in(case, member)
    assert "interest_not_mapped" in refusal(case, lambda: shortlist(case, "C1"))
    interests.map_interest(
        case.vacancy, interest=interest, candidate=case.candidate("C3"), by=case.clerk,
        on=case.day,
    )  # fmt: skip
    assert "interest_not_mapped" not in refusal(case, lambda: shortlist(case, "C1"))


def test_what_waits_for_a_member_is_to_score_then_to_hand_in_or_to_confirm() -> None:
    case = evening()
    first, second, _ = case.panel
    assert waits(case, first) == waits(case, second) == {"score_candidate"}
    for code in codes(case):
        score(case, first, code, 3, 3, 3)
        score(case, second, code, 3, 3, 3, by=case.people["clerk"])
    assert waits(case, first) == {"hand_in_scores"}
    hand_in(case, first)
    assert waits(case, first) == set()
    hand_in(case, second, by=case.people["clerk"])
    assert waits(case, second) == {"confirm_scores"}
    assert not {"score_candidate", "hand_in_scores"} & waits(case, case.people["clerk"])


def waits(case: Headship, user: User) -> set[str]:
    """What waits for the person on the task list, of the panel's evening."""
    p = case.position()
    waiting = TASKS.waiting(p, roles_now(case.fresh(), p, user), user)
    return {task.action for task in waiting} & {
        "score_candidate", "hand_in_scores", "confirm_scores", "map_interest",
    }  # fmt: skip


def _given_by(case: Headship, member: User) -> list[tally.Given]:
    p = case.position()
    cells = [tally.cell(p, c, criterion) for c in p.candidates for criterion in scores.criteria(p)]
    return [g for cell in cells for g in cell.given if g.member == member]


def test_what_the_member_changes_is_no_longer_from_paper() -> None:
    case = evening()
    member = case.panel[0]
    score(case, member, "C1", 3, 3, 3, by=case.people["clerk"])
    score(case, member, "C1", 4)
    sheet = ScoreSheet.objects.get(vacancy=case.vacancy)
    assert (sheet.keyed_by, given(case, member, "C1")["1"]) == (None, 4)


def test_the_shortlist_waits_for_all_scores() -> None:
    case = evening()
    assert refusal(case, lambda: shortlist(case, "C1")) == ("scores_to_come",)
    shortlist(case, "C1", override="Two members are ill")
    assert [c.code for c in case.position().shortlist] == ["C1"]


def test_the_shortlist_waits_for_the_seal() -> None:
    case = all_score(evening(sealed=True))
    assert refusal(case, lambda: shortlist(case, "C1")) == ("scores_still_sealed",)


def test_no_score_changes_after_the_decision() -> None:
    case = all_score(evening())
    shortlist(case, "C1", "C2")
    assert refusal(case, lambda: score(case, case.panel[0], "C1", 5)) == (
        "already_decided",
        "handed_in",
    )
    assert refusal(case, lambda: agree(case, "C3", Agreed(1, 4, "Seen again"))) == (
        "already_decided",
    )


def test_to_shortlist_below_an_essential_criterion_is_warned_of() -> None:
    case = all_score(evening(), {"C1": (2, 4, 4)})
    shortlist(case, "C1")
    event = case.fresh().events.latest("number")
    assert "essential_not_met" in event.data["warned_of"]


def matrix(case: Headship) -> tally.Matrix:
    p = case.position()
    return tally.matrix(p, case.panel[0], p.candidates)


def test_the_matrix_weighs_adds_and_ranks() -> None:
    case = all_score(evening(), {"C1": (3, 3, 0), "C2": (5, 4, 4), "C3": (3, 3, 0)})
    found = matrix(case)
    assert [(x.rank, x.candidate.code, int(x.total), x.possible) for x in found.lines] == [
        (1, "C2", 18, 20),
        (2, "C1", 9, 20),
        (2, "C3", 9, 20),
    ]
    assert [[x.candidate.code for x in tied] for tied in found.ties] == [["C1", "C3"]]


def test_the_mean_is_of_those_who_gave_points() -> None:
    case = evening()
    first, second, third = case.panel
    for member, points in ((first, (4, 3, 3)), (second, (None, 3, 3)), (third, (1, 3, 3))):
        for code in codes(case):
            score(case, member, code, *points)
        hand_in(case, member)
    cell = matrix(case).lines[0].cells[0]
    assert (cell.value, cell.points, cell.spread) == (Fraction(5, 2), [1, 4], 3)
    assert [str(g) for g in cell.given] == ["4", "abstained", "1"]
    assert [c.number for c in matrix(case).lines[0].unmet] == [1]


def test_a_criterion_without_points_is_left_out_of_the_total_and_said_to_be() -> None:
    case = all_score(evening(), {"C1": (None, 5, 5)})
    line = next(x for x in matrix(case).lines if x.candidate.code == "C1")
    assert (int(line.total), line.possible, line.is_whole) == (10, 10, False)


def test_a_tie_says_what_would_break_it() -> None:
    case = all_score(evening(), {"C1": (3, 3, 4), "C2": (3, 4, 3), "C3": (1, 1, 1)})
    (tied,) = matrix(case).ties
    assert tally.what_would_break(tied) == (
        "On the essential criteria alone they differ: C1 9, C2 10."
    )


def test_who_stand_level_in_everything_are_told_apart_by_the_panel() -> None:
    case = all_score(evening())
    (tied,) = matrix(case).ties
    assert tally.what_would_break(tied).startswith("Nothing in the scores tells them apart")


def test_the_longlist_leaves_off_with_a_reason_and_once() -> None:
    case = evening()

    def long(*chosen: str, **reasons: str) -> None:
        selection.longlist(
            case.vacancy, candidates=[case.candidate(c) for c in chosen], reasons=reasons,
            by=case.clerk, on=case.day,
        )  # fmt: skip

    assert refusal(case, lambda: long("C1", "C2")) == ("reason_missing",)
    long("C1", "C2", C3="No evidence on criterion 1")
    states = {c.code: (str(c.state), c.longlisted_on) for c in case.position().candidates}
    assert states == {
        "C1": ("applied", case.day), "C2": ("applied", case.day), "C3": ("not_shortlisted", None),
    }  # fmt: skip
    assert refusal(case, lambda: long("C1", C2="No")) == ("longlisted_already",)
    assert [c.code for c in scores.to_score(case.position(), case.panel[0])] == ["C1", "C2"]


def test_somebody_off_the_panel_cannot_score_at_all() -> None:
    case = evening()
    assert refusal(case, lambda: score(case, person("Kit Moss"), "C1", 3)) == ("not_permitted",)


def test_who_left_or_was_left_off_is_not_seen_before_ones_own_are_in() -> None:
    case = evening()
    first, second, _ = case.panel
    for code in codes(case):
        score(case, first, code, 3, 3, 3)
    hand_in(case, first)
    selection.withdraw_candidate(
        case.vacancy, candidate=case.candidate("C3"), why="Moves abroad", by=case.clerk,
        on=case.day,
    )  # fmt: skip
    assert (sees(case, first, "C3"), sees(case, second, "C3")) == (True, False)


def test_scores_are_not_opened_at_a_meeting_before_they_were_given() -> None:
    case = evening(sealed=True)
    call_panel(case)
    case.after(9)
    all_score(case)

    def at_the_meeting() -> None:
        scoring.open_scores(case.vacancy, by=case.clerk, on=case.day - timedelta(days=1), why="")

    assert refusal(case, at_the_meeting) == ("date_before_what_it_follows",)


def test_the_clerk_neither_changes_nor_hands_in_what_a_member_typed() -> None:
    case = evening()
    member, clerk = case.panel[0], case.people["clerk"]
    for code in codes(case):
        score(case, member, code, 3, 3, 3)
    typed = ("given_by_the_member",)
    assert refusal(case, lambda: score(case, member, "C1", 5, by=clerk)) == typed
    assert refusal(case, lambda: hand_in(case, member, by=clerk)) == typed


def test_to_abstain_on_everything_is_warned_of() -> None:
    case = evening()
    for code in codes(case):
        score(case, case.panel[0], code, None, None, None)
    hand_in(case, case.panel[0])
    event = case.fresh().events.latest("number")
    assert event.data["warned_of"] == ["abstained_on_everything"]
