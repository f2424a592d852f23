"""Papers of the panel's evening: who reads them when, and that they name nobody who is hidden."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from importlib import import_module

import pytest
from django.apps import apps

from accounts.models import User
from casework.action import Actor, roles_now
from casework.documents.blocks import Facts, Table, digest, text_of, to_json
from casework.hiding import Hidden
from casework.models import Document
from casework.papers.forms import to_draft
from recruitment.actions import appointment, selection, turns
from recruitment.actions import papers as actions
from recruitment.actions import scoring as how
from recruitment.documents import KINDS, matrices
from recruitment.forms.base import Desk
from recruitment.models import Interest, Vacancy
from recruitment.rules.papers import kept_from
from recruitment.stages import AgainFrom
from recruitment.tally import shown
from schools.models import Office
from schools.models.choices import OfficeKind
from tests.recruitment.documents.evening import declare
from tests.recruitment.documents.filed import file_paper
from tests.recruitment.documents.steps import (
    Papers,
    begun,
    decide_scoring,
    give,
    hand_in,
    open_scores,
    settle,
    sort,
)
from tests.recruitment.headship import Headship, headship, on_day, refusal

pytestmark = pytest.mark.django_db

FROM_THE_RECORD = import_module("recruitment.migrations.0013_who_shortlisted").from_the_record
WITH_CODE = "write the code of the candidate as well as the name"
ROLES = ("clerk", "panel_chair", "panel", "adviser", "officer", "chair", "governor")


@pytest.fixture(autouse=True)
def _late() -> Iterator[None]:
    with on_day(date(2027, 2, 1)):
        yield


def scoring(*, sealed: bool) -> Headship:
    """Two have applied, without names; the members may score."""
    case = begun("Mill Lane Primary School").notify().appoint_panel()
    settle(case)
    decide_scoring(case, names_hidden=True, sealed=sealed)
    return case.advertise().apply("Ada Brook", "Ben Carr").after(15)


def score(case: Headship, member: User) -> None:
    for candidate in case.position().candidates_seen_by(member):
        give(case, member, candidate.code, 4, 3)


def readers(case: Headship, document: Document) -> set[str]:
    """Who finds the document among those that they may read: by role, or by name."""
    found = {role for role in ROLES if reads(case, case.people[role], document)}
    return found | ({"Lee Ward"} if reads(case, case.panel[2], document) else set())


def reads(case: Headship, user: User, document: Document) -> bool:
    vacancy, position = case.fresh(), case.position()
    roles = roles_now(vacancy, position, user)
    return document.pk in {d.pk for d in Desk.of(position, user, roles).documents}


def drafted(case: Headship, kind: str, about: str, role: str) -> Document:
    actions.draft_document(case.vacancy, kind=kind, about=about, by=case.actor(role), on=case.day)
    return Document.objects.filter(case=case.vacancy, kind=kind).latest("pk")


# What a member gave


def test_sealed_scores_are_their_members_alone_until_the_seal_is_opened() -> None:
    case = scoring(sealed=True)
    tom, uma, lee = case.panel
    score(case, tom)
    assert readers(case, drafted(case, "scores_given", "M1", "panel_chair")) == {"panel_chair"}
    hand_in(case, tom)
    issued = file_paper(case, "scores_given", "M1", role="panel_chair")
    assert readers(case, issued) == {"panel_chair"}
    for member in (uma, lee):
        score(case, member)
        hand_in(case, member)
    assert readers(case, issued) == {"panel_chair"}
    open_scores(case, "The adviser could come on this day only")
    assert readers(case, issued) == {"clerk", "panel_chair", "panel", "adviser", "Lee Ward"}


def test_what_is_not_sealed_opens_to_a_member_with_their_own_and_to_the_clerk_with_all() -> None:
    case = scoring(sealed=False)
    tom, uma, lee = case.panel
    score(case, tom)
    hand_in(case, tom)
    issued = file_paper(case, "scores_given", "M1", role="panel_chair")
    assert readers(case, issued) == {"panel_chair"}
    score(case, uma)
    hand_in(case, uma)
    assert readers(case, issued) == {"panel_chair", "panel"}
    score(case, lee)
    hand_in(case, lee)
    assert readers(case, issued) == {"clerk", "panel_chair", "panel", "adviser", "Lee Ward"}


def test_nobody_draws_up_what_a_member_gave_before_they_may_see_it() -> None:
    case = scoring(sealed=False)
    _, uma, _ = case.panel
    score(case, uma)
    hand_in(case, uma)
    shut = ("paper_not_open_to_you",)
    assert refusal(case, lambda: drafted(case, "scores_given", "M2", "clerk")) == shut
    assert refusal(case, lambda: drafted(case, "scores_given", "M2", "panel_chair")) == shut
    for role in ("clerk", "panel_chair"):
        assert "scores_given:M2" not in offered(case, role)


def test_no_letter_to_a_hidden_name_is_drawn_up_by_whom_it_is_hidden_from() -> None:
    case = scoring(sealed=False)
    for member in case.panel:
        score(case, member)
        hand_in(case, member)
    selection.longlist(
        case.vacancy, candidates=[case.candidate("C2")], by=case.clerk, on=case.day,
        reasons={"C1": "No evidence on criterion 1"},
    )  # fmt: skip
    letter = "letter_not_shortlisted"
    assert f"{letter}:C1" not in offered(case, "panel_chair")
    assert f"{letter}:C1" in offered(case, "clerk")
    hidden = ("paper_to_hidden_name",)
    assert refusal(case, lambda: drafted(case, letter, "C1", "panel_chair")) == hidden
    assert drafted(case, letter, "C1", "clerk").title

    body = case.school.governing_body
    Office.objects.filter(governing_body=body, office=OfficeKind.CLERK).update(user=case.panel[1])
    assert kept_from(case.position(), case.panel[1], KINDS[letter], "C1")


def offered(case: Headship, role: str) -> set[str]:
    """What the form of drafting offers whoever has the role."""
    user, position = case.people[role], case.position()
    desk = Desk.of(position, user, roles_now(case.fresh(), position, user))
    return {choice.key for choice in to_draft(desk)}


def test_an_interest_keeps_a_member_from_what_another_gave_that_candidate() -> None:
    case = scoring(sealed=False)
    declare(case, "Lee Ward", Interest.Kind.FRIENDSHIP, "A friend", code="C1")
    for member in case.panel:
        score(case, member)
        hand_in(case, member)
    issued = file_paper(case, "scores_given", "M1")
    own = file_paper(case, "scores_given", "M3")
    assert readers(case, issued) == {"clerk", "panel_chair", "panel", "adviser"}
    assert "Lee Ward" in readers(case, own)


def test_what_was_given_in_an_earlier_round_waits_for_ones_own_in_this_one() -> None:
    case = scoring(sealed=False)
    tom, uma, lee = case.panel
    for member in (tom, uma, lee):
        score(case, member)
        hand_in(case, member)
    position = case.position()
    position.case.round = 2
    readers_of = (tom, uma, case.people["clerk"])
    given, record = KINDS["scores_given"], KINDS["shortlisting_record"]
    assert [given.open_to(position, user, "M1") for user in readers_of] == [True, False, True]
    assert [record.open_to(position, user, "") for user in readers_of] == [False, False, True]
    assert [record.open_to(position, user, "R2") for user in readers_of] == [True, True, True]


# The other papers


def test_a_pack_is_for_its_member_and_for_the_clerk_who_hands_it_out() -> None:
    case = scoring(sealed=True)
    assert readers(case, file_paper(case, "evening_pack", "M2")) == {"clerk", "panel"}
    assert refusal(case, lambda: drafted(case, "evening_pack", "M2", "panel_chair")) == (
        "paper_not_open_to_you",
    )


def test_a_blank_sheet_is_for_its_member_and_the_clerk() -> None:
    """Whom it leaves out tells in whom the member has an interest."""
    case = scoring(sealed=True)
    issued = file_paper(case, "score_sheet", "M2")
    assert readers(case, issued) == {"clerk", "panel"}


def test_the_register_of_interests_is_the_clerks() -> None:
    case = scoring(sealed=True)
    declare(case, "Lee Ward", Interest.Kind.FRIENDSHIP, "A friend", code="C1")
    assert readers(case, file_paper(case, "declaration_of_interests")) == {"clerk"}


def test_no_form_asks_for_name_and_code_while_names_are_or_may_be_hidden() -> None:
    case = begun("Mill Lane Primary School").notify().appoint_panel()
    settle(case)
    said = [said_by(case, "declaration_form", "M1")]
    decide_scoring(case, names_hidden=True, sealed=True)
    said += [said_by(case, "declaration_form", "M1")]
    assert [WITH_CODE in each for each in said] == [False, False]
    assert "write the name of the person, and no code" in said[0]
    assert "as it stands on the list that the clerk shows you, and no code" in said[1]
    assert "Names are hidden" in said_by(case, "declaration_of_interests")
    how.open_names(case.vacancy, why="The panel prefers to know", by=case.clerk, on=case.day)
    assert WITH_CODE in said_by(case, "declaration_form", "M1")
    assert "Names are hidden" not in said_by(case, "declaration_of_interests")


def said_by(case: Headship, kind: str, about: str = "") -> str:
    return "\n".join(text_of(KINDS[kind].compose(case.position(), about)))


def test_the_record_is_for_the_panel_without_whoever_has_an_interest() -> None:
    case = scoring(sealed=False)
    declare(case, "Lee Ward", Interest.Kind.FRIENDSHIP, "A friend", code="C1")
    for member in case.panel:
        score(case, member)
        hand_in(case, member)
    by = Actor(case.people["clerk"], override="Two members are enough for C1")
    sort(case, {"C1": "Both are met", "C2": "Both are met"}, "C2", actor=by)
    issued = file_paper(case, "shortlisting_record")
    assert readers(case, issued) == {"clerk", "panel_chair", "panel", "adviser"}


def test_the_record_says_who_shortlisted_and_who_of_the_panel_did_not() -> None:
    case = headship("advertised").apply().after(15)
    reasons = dict.fromkeys(("C1", "C2", "C3"), "Meets the criteria")
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate("C1")],
        reasons=reasons,
        shortlisters=case.panel[:2],
        by=case.clerk,
        on=case.day,
    )
    assert part_taken(case) == ("Tom Hale; Uma Shah", "Lee Ward")
    Vacancy.objects.update(shortlisted_by=[])
    assert part_taken(case) == ("Not recorded", None)
    FROM_THE_RECORD(apps, None)
    assert part_taken(case) == ("Tom Hale; Uma Shah", "Lee Ward")


def part_taken(case: Headship) -> tuple[str | None, str | None]:
    """Who shortlisted, and who did not, as the record of the shortlisting has it."""
    blocks = KINDS["shortlisting_record"].compose(case.position(), "").blocks
    rows = dict(next(b for b in blocks if isinstance(b, Facts)).rows)
    return rows.get("Shortlisted by"), rows.get("Took no part in the shortlisting")


# What they say


def test_no_paper_names_anybody_who_is_hidden(papers: Papers) -> None:
    hidden = {n: r for n, r in papers.items() if r.position.names_hidden}
    assert {"evening_pack", "score_sheet", "scores_given.begun"} < set(hidden)
    for name, read in hidden.items():
        names = Hidden(c.name for c in read.position.nameless)
        assert not names.are_in(to_json(read.paper)), name


def test_a_members_papers_leave_out_whom_they_have_an_interest_in(papers: Papers) -> None:
    for name in ("evening_pack", "score_sheet", "scores_given"):
        assert papers[name].about == "M3"
        assert "C3" not in "\n".join(text_of(papers[name].paper))


def test_the_pack_has_a_page_for_each_candidate_in_the_order_of_codes(papers: Papers) -> None:
    blocks = papers["evening_pack"].paper.blocks
    sheets = [b.caption for b in blocks if isinstance(b, Table) and b.caption.startswith("Scores")]
    assert sheets == [f"Scores of {code}" for code in ("C1", "C2", "C4", "C5")]
    assert sum(block.kind == "pagebreak" for block in blocks) == len(sheets)


def test_each_page_of_a_table_says_of_which_candidate_it_is(papers: Papers) -> None:
    for name, read in papers.items():
        if read.kind not in {"score_sheet", "scores_given", "evening_pack"}:
            continue
        for table in read.paper.blocks:
            if isinstance(table, Table) and table.caption.startswith("Scores of "):
                assert table.headers[0] == table.caption.removeprefix("Scores of "), name
    record = papers["shortlisting_record"].paper.blocks
    heads = [b.headers[0] for b in record if isinstance(b, Table) and b.caption.startswith("C")]
    assert heads == ["Place", *(f"C{n}: member" for n in range(1, 6))]


@pytest.mark.parametrize(
    "name", ["scores_given", "score_sheet", "evening_pack", "shortlisting_record"]
)
def test_candidates_stand_in_the_order_of_their_codes_however_they_came(
    name: str, papers: Papers
) -> None:
    read = papers[name]
    p = read.position
    turned = replace(p, candidates=tuple(reversed(p.candidates)), sheets=tuple(reversed(p.sheets)))
    assert digest(KINDS[read.kind].compose(turned, read.about)) == digest(read.paper)


def test_a_pack_says_how_the_applications_come_and_by_when_and_to_whom_scores_go(
    papers: Papers,
) -> None:
    called, uncalled = (
        "\n".join(text_of(papers[n].paper)) for n in ("evening_pack", "evening_pack.not_called")
    )
    clerk = papers["evening_pack"].position.clerk
    assert clerk is not None
    for said in (called, uncalled):
        assert "on the page of each candidate" in said
        assert f"ask {clerk.full_name}, the clerk" in said
        assert f"to {clerk.full_name}, the clerk" in said
    assert "before the panel meets on 27 September 2026" in called
    assert "before the panel meets: in Headship" in uncalled


def test_whoever_makes_a_pack_or_a_blank_sheet_is_its_author_and_not_its_member(
    papers: Papers,
) -> None:
    for name in ("evening_pack", "score_sheet"):
        clerk = papers[name].position.clerk
        assert clerk is not None
        assert papers[name].paper.author == clerk.full_name
    assert papers["scores_given"].paper.author == "Lee Ward"


def test_a_number_is_written_in_one_way() -> None:
    values = (Fraction(33), Fraction(989, 30), Fraction(63, 2), Fraction(311, 10), None)
    assert [shown(value) for value in values] == ["33", "33", "31.5", "31.1", "\u2013"]


def test_an_abstention_an_interest_and_a_gap_are_not_zero_in_the_record(papers: Papers) -> None:
    tables = [b for b in papers["shortlisting_record"].paper.blocks if isinstance(b, Table)]
    rows = {t.caption: {row[0]: row[1:] for row in t.rows} for t in tables}
    assert rows["C3, Cat Dunn"]["Lee Ward"] == ("I", "I", "I", "I")
    assert rows["C3, Cat Dunn"]["Uma Shah"] == ("3*", "2*", "3*", "0*")
    assert rows["C3, Cat Dunn"]["Value"] == ("1.5", "2", "3", "0.5")
    assert rows["C1, Ada Brook"]["Tom Hale"] == ("4", "5", "A", "3")


def test_the_record_stays_as_the_panel_and_its_interests_were(papers: Papers) -> None:
    read = papers["shortlisting_record"]
    later = replace(read.position, on=read.position.on + timedelta(days=10))
    left = [s for s in later.seats if s.person.full_name == "Uma Shah"]
    for seat in left:
        seat.until = read.position.on + timedelta(days=5)
    try:
        assert digest(KINDS[read.kind].compose(later, "")) == digest(read.paper)
    finally:
        for seat in left:
            seat.until = None


def test_a_line_of_the_matrix_holds_as_many_criteria_as_a_page_does(
    papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matrices, "AT_ONCE", 3)
    read = papers["shortlisting_record"]
    paper = KINDS[read.kind].compose(read.position, "")
    tables = {b.caption: b.headers for b in paper.blocks if isinstance(b, Table)}
    assert tables["Candidates by criteria 1 to 3"] == ("Place", "Candidate", "1", "2 \u00d72", "3")
    assert tables["Candidates by criteria 4 to 4"] == (
        "Place", "Candidate", "4", "Total", "Not met",
    )  # fmt: skip


def test_the_longlist_of_one_round_is_not_that_of_the_next() -> None:
    case = headship("advertised").apply().after(15)
    field = [case.candidate(code) for code in ("C1", "C2", "C3")]
    selection.longlist(
        case.vacancy, candidates=field[:2], reasons={"C3": "No degree"}, by=case.clerk, on=case.day
    )
    appointment.recommend_nobody(case.vacancy, why="Too few", by=case.clerk, on=case.day)
    turns.repeat_steps(
        case.vacancy,
        meeting=case.meet("To consider how to go on"),
        again_from=AgainFrom.SHORTLISTING,
        why="The panel looks at all of them again",
        by=case.clerk,
        on=case.day,
    )
    sort(case, dict.fromkeys(("C1", "C2", "C3"), "Meets the criteria"), "C1", "C2", "C3")
    paper = KINDS["shortlisting_record"].compose(case.position(), "R2")
    assert "longlist" not in "\n".join(text_of(paper))
