"""Names hidden while the panel scores: from whom, for how long, and what the roster tells."""

from collections.abc import Iterator
from datetime import date

import pytest

from accounts.models import User
from casework.action import Actor, roles_now
from casework.attachments import check
from casework.documents.blocks import text_of as text_of_paper
from casework.reading import text_of
from recruitment import blind, gaps
from recruitment.actions import applications, appointment, interests, papers, scoring, turns
from recruitment.applicants import Applicant, Applicants, Post
from recruitment.documents import KINDS
from recruitment.forms.base import Desk
from recruitment.models import ApplicationPaper, Interest
from recruitment.position import Position
from recruitment.rules.applications import name_left_in
from recruitment.stages import AgainFrom
from recruitment.tasks import TASKS
from tests.made_files import pdf
from tests.recruitment import evening as e
from tests.recruitment.headship import Headship, on_day, person, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def read_by(case: Headship, user: User, *roles: str) -> Position:
    return blind.for_reader(case.position(), user, frozenset(roles))


def names(p: Position) -> list[str]:
    return [c.name for c in p.candidates]


def test_only_the_clerk_reads_names_while_they_are_hidden() -> None:
    case = e.evening()
    for role in ("panel", "panel_chair", "adviser", "officer", "chair", "governor"):
        assert set(names(read_by(case, case.people[role], role))) == {"Name hidden"}, role
    assert names(read_by(case, case.people["clerk"], "clerk")) == list(e.NAMES)


def test_a_second_role_never_lifts_the_restriction() -> None:
    case = e.evening()
    for other in ("panel", "adviser", "officer"):
        assert set(names(read_by(case, case.people["clerk"], "clerk", other))) == {"Name hidden"}


def test_names_open_with_the_shortlist() -> None:
    case = e.all_score(e.evening())
    case.shortlist()
    assert names(read_by(case, case.panel[0], "panel")) == list(e.NAMES)


def test_names_open_before_it_with_a_reason() -> None:
    case = e.evening()

    def open_names(why: str) -> None:
        scoring.open_names(case.vacancy, why=why, by=case.clerk, on=case.day)

    assert refusal(case, lambda: open_names("")) == ("why_missing",)
    open_names("The panel prefers to know")
    assert names(read_by(case, case.panel[0], "panel")) == list(e.NAMES)
    assert refusal(case, lambda: open_names("Again")) == ("names_not_hidden",)


def test_the_choice_says_what_may_be_known_all_the_same() -> None:
    case = e.specified().advertise()
    applications.add_candidate(
        case.vacancy, name="Ilse Vrellosk", internal=True, by=case.clerk, on=case.day
    )
    e.decide(case)
    warned = case.fresh().events.latest("number").data["warned_of"]
    assert warned == ["names_seen_already", "internal_may_be_known"]


def test_what_people_wrote_is_read_without_names() -> None:
    case = e.evening()
    case.meet("To hear how Mara Tzelbow applied")
    meeting = read_by(case, case.panel[1], "panel").meetings[-1]
    assert meeting.purpose == "To hear how [name hidden] applied"


def test_the_words_of_an_interest_are_read_by_the_clerk_and_who_declared_it() -> None:
    case = e.evening()
    e.declare_leaving(case, case.panel[0], "C1")
    words = "We taught together in Harrowgate"
    Interest.objects.update(detail=words, ended_why="She moved to Harrowgate")
    said = {}
    tom, uma = case.panel[:2]
    readers = {tom: "panel", uma: "panel", case.people["adviser"]: "adviser"}
    for who, role in {**readers, case.people["clerk"]: "clerk"}.items():
        (said[who],) = read_by(case, who, role).interests
    assert [i.detail == words for i in said.values()] == [True, False, False, True]
    other = said[uma]
    assert "Harrowgate" not in other.ended_why
    assert (other.kind, other.effect) == (said[tom].kind, said[tom].effect)
    assert other.candidate is not None
    assert other.candidate.name == "Name hidden"


def test_the_words_on_a_gap_are_the_clerks_while_names_are_hidden() -> None:
    case = e.evening()
    words = "Cared for her mother in Harrowgate"
    applications.record_history(
        case.vacancy, candidate=case.candidate("C1"), by=case.clerk, on=case.day,
        history=[Post("Teacher", date(2015, 9, 1), date(2019, 8, 31)),
                 Post("Deputy", date(2021, 9, 1))],
    )  # fmt: skip
    applications.explain_gap(
        case.vacancy, candidate=case.candidate("C1"), since=date(2019, 9, 1), explanation=words,
        by=case.clerk, on=case.day,
    )  # fmt: skip

    def said(who: User, role: str) -> str:
        p = read_by(case, who, role)
        (gap,) = gaps.of_candidate(p, next(c for c in p.candidates if c.code == "C1"))
        return gap.explanation

    pack = "\n".join(text_of_paper(KINDS["evening_pack"].compose(case.position(), "M2")))
    assert "Harrowgate" not in pack
    assert blind.EXPLAINED in pack
    assert said(case.people["clerk"], "clerk") == words
    for role in ("panel", "adviser", "officer", "chair"):
        assert said(case.people[role], role) == blind.EXPLAINED, role
    scoring.open_names(case.vacancy, why="The panel wants to", by=case.clerk, on=case.day)
    assert said(case.panel[1], "panel") == words
    opened = "\n".join(text_of_paper(KINDS["evening_pack"].compose(case.position(), "M2")))
    assert words in opened


def test_the_roster_is_alphabetical_and_opens_after_the_closing_date() -> None:
    case = e.evening(("Ilse Vrellosk", "Owen Quandrit", "Mara Tzelbow"))
    assert blind.roster(case.position()) == ["Owen Quandrit", "Mara Tzelbow", "Ilse Vrellosk"]
    assert blind.roster(case.position(date(2026, 9, 12))) == []


def test_codes_of_many_come_in_no_order_while_names_are_hidden() -> None:
    case = e.decide(e.specified().advertise())
    rows = [Applicant(f"Applicant Xan{n:02}drel", case.day, row=n + 2) for n in range(40)]
    applications.add_candidates(
        case.vacancy, applicants=Applicants(tuple(rows)), by=case.clerk, on=case.day
    )
    by_code = names(case.position())
    assert by_code != sorted(by_code)
    assert sorted(by_code) == sorted(row.name for row in rows)


def test_an_interest_from_the_roster_keeps_from_all_until_the_clerk_has_found_whom() -> None:
    case = e.evening()
    member = case.panel[1]
    interest = e.declare_named(case, member, "Owen Quandrit")
    assert all(case.position().is_conflicted(member, c) for c in case.position().candidates)

    def find(code: str) -> None:
        interests.map_interest(
            case.vacancy, interest=interest, candidate=case.candidate(code), by=case.clerk,
            on=case.day,
        )  # fmt: skip

    assert refusal(case, lambda: find("C1")) == ("another_name",)
    find("C2")
    kept_from = [
        c.code for c in case.position().candidates if case.position().is_conflicted(member, c)
    ]
    assert kept_from == ["C2"]
    assert refusal(case, lambda: find("C2")) == ("mapped_already",)


def test_only_a_name_of_the_roster_is_declared() -> None:
    case = e.evening()
    assert refusal(case, lambda: e.declare_named(case, case.panel[0], "Nobody Here")) == (
        "not_on_the_roster",
    )
    open_case = e.evening(hidden=False)
    assert refusal(
        open_case, lambda: e.declare_named(open_case, open_case.panel[0], "Owen Quandrit")
    ) == ("names_not_hidden",)


def test_a_clerk_managed_by_a_candidate_hands_over_first() -> None:
    case = e.evening()
    clerk, officer = case.people["clerk"], person("Ida Grundle")

    def declare(by: User, effect: Interest.Effect = Interest.Effect.WITHDRAW) -> None:
        interests.declare_interest(
            case.vacancy, person=clerk, kind=Interest.Kind.MANAGED, detail="C1 manages me",
            effect=effect, by=Actor(by), on=case.day,
        )  # fmt: skip

    first = ("clerk_hands_over_first",)
    assert refusal(case, lambda: declare(clerk, Interest.Effect.NONE)) == first
    assert refusal(case, lambda: declare(clerk)) == first
    interests.hand_over(
        case.vacancy, person=officer, why="C1 manages me", by=case.clerk, on=case.day
    )
    p = case.position()
    assert (p.clerk, p.still_holds(clerk, "clerk"), p.still_holds(officer, "clerk")) == (
        officer, False, True,
    )  # fmt: skip
    declare(officer)
    assert case.position().has_withdrawn(clerk)


def test_nobody_of_the_panel_clerks() -> None:
    case = e.evening()

    def hand_to(person: User) -> None:
        interests.hand_over(case.vacancy, person=person, why="Ill", by=case.clerk, on=case.day)

    assert refusal(case, lambda: hand_to(case.panel[0])) == (
        "cannot_clerk", "clerk_is_governor",
    )  # fmt: skip
    assert refusal(case, lambda: hand_to(case.people["clerk"])) == ("clerks_already",)
    assert refusal(case, lambda: hand_to(case.people["officer"])) == ("could_read_no_names",)


def test_a_substitute_is_asked_for_and_the_seat_no_longer_acts() -> None:
    case = e.evening()
    member = case.panel[2]
    interests.declare_interest(
        case.vacancy, person=member, kind=Interest.Kind.FAMILY, detail="My sister applied",
        effect=Interest.Effect.SUBSTITUTE, by=Actor(member), on=case.day,
    )  # fmt: skip
    assert member not in case.position().members


def test_a_paper_is_opened_in_a_copy_that_no_longer_holds_the_name() -> None:
    case = e.evening()
    one = e.add_paper(case, "C1", e.paper("I am Ilse Vrellosk and I teach."))
    held = e.paper("I am Vrellosk.")
    assert refusal(case, lambda: e.release(case, one)) == ("name_left_in",)
    assert refusal(case, lambda: e.release(case, one, held)) == ("name_left_in",)
    written_by = e.paper("I teach.", author="Ilse Vrellosk")
    assert refusal(case, lambda: e.release(case, one, written_by)) == ("name_left_in",)
    e.release(case, one, e.paper("I am a teacher and I teach."))
    one.refresh_from_db()
    assert one.released_on == case.day
    assert one.copy is not None
    assert (one.original.filename, one.copy.filename) == ("C1-1.pdf", "C1-1-copy.pdf")
    assert refusal(case, lambda: e.release(case, one)) == ("released_already",)


def test_a_paper_that_is_closed_is_read_by_the_clerk_alone_and_opened_no_more() -> None:
    case = e.evening(hidden=False)
    one = e.add_paper(case, "C1")
    member = case.people["panel"]
    assert reads(case, member, one)
    applications.close_paper(
        case.vacancy, paper=one, why="It is another's letter", by=case.clerk, on=case.day
    )
    one.refresh_from_db()
    assert not reads(case, member, one)
    assert reads(case, case.people["clerk"], one)
    assert refusal(case, lambda: e.release(case, one)) == ("closed_already",)


def test_a_clerk_from_whom_names_are_hidden_reads_no_paper_before_it_is_opened() -> None:
    case = e.evening()
    one = e.add_paper(case, "C1")
    user = case.people["panel"]
    both = Desk.of(case.position(), user, frozenset({"clerk", "panel"}))
    assert not both.may_read(one)
    assert reads(case, case.people["clerk"], one)


def test_a_paper_that_was_never_opened_can_be_read_once_the_names_are_open() -> None:
    case = e.evening()
    one = e.add_paper(case, "C1")
    assert not reads(case, case.people["panel"], one)
    scoring.open_names(case.vacancy, why="All are known", by=case.clerk, on=case.day)
    assert reads(case, case.people["panel"], one)


def reads(case: Headship, user: User, paper: ApplicationPaper) -> bool:
    p = case.position()
    return Desk.of(p, user, roles_now(case.fresh(), p, user)).may_read(paper)


def test_an_interest_is_in_a_name_or_in_an_application_and_not_in_both() -> None:
    case = e.evening()
    member = case.people["panel"]

    def declare() -> None:
        interests.declare_interest(
            case.vacancy, person=member, kind=Interest.Kind.FRIENDSHIP, detail="A friend",
            effect=Interest.Effect.LEAVE_ITEM, named=case.candidate("C2").name,
            candidate=case.candidate("C1"), by=Actor(member), on=case.day,
        )  # fmt: skip

    assert refusal(case, declare) == ("name_and_code",)
    e.declare_named(case, member, case.candidate("C2").name)
    p, clerk = case.position(), case.people["clerk"]
    tasks = {t.action for t in TASKS.waiting(p, frozenset({"clerk"}), clerk)}
    assert "map_interest" in tasks


def test_a_word_that_is_no_name_can_stand_with_a_reason() -> None:
    case = e.evening(("Ilse Reading", "Owen Quandrit"))
    one = e.add_paper(case, "C1", e.paper("I lead reading in the school."))
    assert refusal(case, lambda: e.release(case, one)) == ("name_left_in",)
    applications.release_paper(
        case.vacancy, paper=one, on=case.day,
        by=Actor(case.people["clerk"], override="It is the subject, not the name"),
    )  # fmt: skip
    one.refresh_from_db()
    assert one.released_on == case.day


def test_whoever_opens_a_paper_is_told_of_each_place_that_could_not_be_searched() -> None:
    case = e.evening()
    one = e.add_paper(case, "C1", e.paper("I am a teacher and I teach."))
    copy = check("copy.pdf", pdf("I am a teacher", ""))
    p = case.position()
    facts = {"paper": one, "copy": copy, "read": text_of(copy.media_type, copy.data)}
    (found,) = name_left_in(p, facts)
    assert found.key == "places_not_searched"
    assert "page 2, in which no words are found" in found.sentence
    e.release(case, one, copy)
    assert case.fresh().events.latest("number").data["warned_of"] == ["places_not_searched"]


def test_a_gap_is_explained_where_there_is_one() -> None:
    case = e.evening()

    def tell(since: date) -> None:
        applications.explain_gap(
            case.vacancy, candidate=case.candidate("C1"), since=since,
            explanation="Cared for a parent", by=case.clerk, on=case.day,
        )  # fmt: skip

    applications.record_history(
        case.vacancy, candidate=case.candidate("C1"), by=case.clerk, on=case.day,
        history=[Post("Teacher", date(2015, 9, 1), date(2019, 8, 31)),
                 Post("Deputy", date(2021, 9, 1))],
    )  # fmt: skip
    assert [g.since for g in gaps.unexplained(case.position(), case.candidate("C1"))] == [
        date(2019, 9, 1)
    ]
    assert refusal(case, lambda: tell(date(2019, 9, 2))) == ("no_gap_there",)
    tell(date(2019, 9, 1))
    assert gaps.unexplained(case.position(), case.candidate("C1")) == []


def test_names_that_were_never_opened_stay_hidden_when_the_steps_are_repeated() -> None:
    case = e.evening()
    appointment.recommend_nobody(case.vacancy, why="None met them all", by=case.clerk, on=case.day)
    meeting = case.meet("To repeat the steps")
    turns.repeat_steps(
        case.vacancy, again_from=AgainFrom.SHORTLISTING, why="A wider field", meeting=meeting,
        by=case.clerk, on=case.day,
    )  # fmt: skip
    assert set(names(read_by(case, case.panel[0], "panel"))) == {"Name hidden"}
    scoring.open_names(case.vacancy, why="They applied long ago", by=case.clerk, on=case.day)
    assert names(read_by(case, case.panel[0], "panel")) == list(e.NAMES)


def test_the_roster_is_no_way_in_for_who_may_not_read_it() -> None:
    case = e.evening()
    governor = case.people["governor"]
    assert refusal(case, lambda: e.declare_named(case, governor, "Owen Quandrit")) == (
        "roster_not_for_you",
    )


def test_a_choice_is_not_taken_back_by_the_way_once_applications_are_in() -> None:
    case = e.evening(sealed=True)
    assert refusal(case, lambda: e.decide(case, hidden=False, sealed=True)) == (
        "opened_by_the_way",
    )
    assert refusal(case, lambda: e.decide(case, hidden=True, sealed=False)) == (
        "opened_by_the_way",
    )


def test_an_interest_from_the_roster_is_the_clerks_to_end() -> None:
    case = e.evening()
    member = case.panel[1]
    interest = e.declare_named(case, member, "Owen Quandrit")

    def end() -> None:
        interests.end_interest(
            case.vacancy, interest=interest, why="A mistake", by=Actor(member),
            on=date(2027, 2, 1),
        )  # fmt: skip

    assert refusal(case, end) == ("interest_pinned",)


def test_a_corrected_name_is_corrected_in_the_interest_too() -> None:
    case = e.evening()
    interest = e.declare_named(case, case.panel[1], "Owen Quandrit")
    papers.correct(
        case.vacancy, what="candidate_name", which="C2", to="Owen Quandrith", why="Misspelt",
        by=case.clerk, on=case.day,
    )  # fmt: skip
    interest.refresh_from_db()
    assert interest.named == "Owen Quandrith"
