"""What the outgoing head and the candidates are told, and what they are not."""

from dataclasses import replace

import pytest

from casework.documents.blocks import text_of
from recruitment.documents import KINDS
from recruitment.models import Vacancy
from recruitment.position import Position
from recruitment.stages import CandidateState
from schools.models import Membership
from schools.models.choices import MemberKind
from tests.recruitment.documents import golden
from tests.recruitment.documents.steps import Papers
from tests.recruitment.documents.test_missing import of_case

pytestmark = pytest.mark.django_db

TO_CANDIDATES = (
    "invitation_to_interview", "letter_not_shortlisted", "letter_unsuccessful", "offer_declined",
    "offer_withdrawn",
)  # fmt: skip
LETTERS = [name for name in golden.names() if name.startswith(TO_CANDIDATES)]


def said(position: Position, key: str, about: str = "") -> str:
    return "\n".join(text_of(KINDS[key].compose(position, about)))


@pytest.mark.parametrize("name", LETTERS)
def test_a_candidate_reads_of_nobody_else_and_of_no_reason(name: str, papers: Papers) -> None:
    read, text = papers[name], golden.written(papers[name].paper)
    about = read.about.partition("-")[0]
    for candidate in read.position.candidates:
        assert (candidate.name in text) == (candidate.code == about)
        assert not candidate.reason or candidate.reason not in text
    for word in ("reject", "representation", "reservation", "score", "vote against"):
        assert word not in text.lower()


def test_each_candidate_has_a_letter_for_each_meeting_called(papers: Papers) -> None:
    read = papers["invitation_to_interview"]
    assert [s.about for s in KINDS[read.kind].subjects(read.position)] == ["C1-2", "C2-2"]


def test_a_letter_of_a_later_round_is_told_from_that_of_the_first(papers: Papers) -> None:
    position = of_case(round=2)(papers["letter_not_shortlisted"].position)
    kind = KINDS["letter_not_shortlisted"]
    assert [s.about for s in kind.subjects(position)] == ["C3-R2"]
    assert kind.names(position, "C3-R2") == {"C3"}


def test_nobody_still_in_the_field_has_a_letter_of_regret(papers: Papers) -> None:
    position = papers["invitation_to_interview"].position
    assert {c.state for c in position.candidates} == {
        CandidateState.SHORTLISTED,
        CandidateState.NOT_SHORTLISTED,
    }
    assert KINDS["letter_unsuccessful"].subjects(position) == []


def test_the_employer_of_the_outgoing_head_is_the_one_of_this_kind_of_school(
    papers: Papers,
) -> None:
    position = papers["resignation_acknowledgement.early"].position
    rule = replace(position.regime.appointer, value="governing_body")
    other = replace(position, regime=replace(position.regime, appointer=rule))
    key = "resignation_acknowledgement"
    assert "your employer, Fictional Borough, unless" in said(position, key)
    assert "your employer, the governing body of Hill Top" in said(other, key)


def test_an_outgoing_co_head_is_given_no_post_that_they_may_not_hold(papers: Papers) -> None:
    read = papers["resignation_acknowledgement"]
    shared = said(of_case(post=Vacancy.Post.CO_HEAD)(read.position), read.kind)
    assert "Mona Frith\nMill Lane Primary School\n" in shared
    assert "headteacher" not in shared.lower()
    assert "Headteacher" in said(read.position, read.kind)


def test_the_outgoing_head_is_known_by_their_seat_where_the_case_names_nobody(
    papers: Papers,
) -> None:
    read = papers["resignation_acknowledgement"]
    head = read.position.case.outgoing_head
    unnamed = of_case(outgoing_head=None)(read.position)
    seat = Membership(user=head, kind=MemberKind.HEAD, since=read.position.case.opened_on)
    seated = replace(unnamed, memberships=(*unnamed.memberships, seat))
    assert said(seated, read.kind) == said(read.position, read.kind)


def test_a_withdrawn_offer_names_the_condition_that_failed_and_no_other(papers: Papers) -> None:
    failed = golden.written(papers["offer_withdrawn"].paper)
    other = golden.written(papers["offer_withdrawn.other"].paper)
    assert "not met is this check: Prohibition from teaching." in failed
    assert "You had accepted the offer." in failed
    for words in ("condition", "accepted", "Legal basis"):
        assert words not in other
    before = golden.written(papers["offer_withdrawn.before"].paper)
    assert "before an offer was made to you" in before
    assert "employed in this post was not: Separate barred list check." in before
    assert "offered to you on" not in before
    for text in (failed, other, before):
        assert "considered, and answered in writing" in text


@pytest.mark.parametrize(
    ("regime", "letterhead", "employer", "signed"),
    [
        ("", "Fictional Borough", "Fictional Borough", "Joan Beck"),
        (".wales", "Fictional Borough", "Fictional Borough", "Joan Beck"),
        (".aided", "Fictional Saints Primary School", "the governing body of", "Joy Dean"),
        (".academy", "Fictown Academy", "the academy trust", "Joy Dean"),
    ],
)
def test_what_ended_an_offer_is_said_by_whoever_made_it(
    regime: str, letterhead: str, employer: str, signed: str, papers: Papers
) -> None:
    for key in ("offer_declined", "offer_withdrawn"):
        text = golden.written(papers[f"{key}{regime}"].paper)
        assert text.startswith(letterhead)
        assert f"on behalf of {employer}" in text
        assert papers[f"{key}{regime}"].paper.author == signed


def test_only_where_it_was_told_of_the_vacancy_is_the_authority_told_of_its_end(
    papers: Papers,
) -> None:
    def copied(name: str) -> bool:
        text = golden.written(papers[f"resignation_withdrawn{name}"].paper)
        return "Joan Beck" in text.partition("Joy Dean")[2]

    assert {n: copied(n) for n in ("", ".aided", ".wales", ".academy")} == {
        "": True, ".aided": True, ".wales": True, ".academy": False,
    }  # fmt: skip
