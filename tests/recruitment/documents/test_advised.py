"""Advice and opinions on paper: whom they name, and that they are not representations."""

from dataclasses import replace

import pytest

from casework.documents.blocks import text_of
from recruitment.documents import KINDS
from recruitment.models import Opinion
from recruitment.position import Position
from tests.recruitment.documents import golden
from tests.recruitment.documents.steps import Papers
from tests.recruitment.documents.test_missing import but

pytestmark = pytest.mark.django_db


def said(position: Position, key: str, about: str) -> str:
    return "\n".join(text_of(KINDS[key].compose(position, about)))


def test_a_note_names_whom_the_advice_or_its_minute_names(papers: Papers) -> None:
    read = papers["note_of_advice"]
    named = KINDS[read.kind].names
    assert named(read.position, "1") == set()
    assert named(but("all_advice", text="Ask Ben Carr")(read.position), "1") == {"C2"}
    assert named(but("all_advice", consideration="As to C3")(read.position), "1") == {"C3"}


def test_a_note_of_a_paper_that_came_late_names_whom_that_was_about(papers: Papers) -> None:
    position = papers["panel_report.not_advertised"].position
    late = next(a for a in position.advice if a.late_paper)
    about = str(sorted(a.pk for a in position.all_advice).index(late.pk) + 1)
    assert KINDS["note_of_advice"].names(position, about) == {"C3"}


def test_what_was_said_is_confirmed_by_whoever_said_it_and_what_was_written_is_not(
    papers: Papers,
) -> None:
    confirmed = "I confirm that this is the advice that I gave"
    assert confirmed in golden.written(papers["note_of_advice"].paper)
    assert confirmed not in golden.written(papers["note_of_advice.written"].paper)


def test_only_an_opinion_that_somebody_is_not_suitable_speaks_of_the_last_day(
    papers: Papers,
) -> None:
    read = papers["adviser_opinions"]
    all_suitable = but("opinions", verdict=Opinion.Verdict.SUITABLE)(read.position)
    assert "The last day to make one is 6 October 2026" in said(
        read.position, read.kind, read.about
    )
    assert "last day" not in said(all_suitable, read.kind, read.about)


def test_an_opinion_says_where_the_period_stands(papers: Papers) -> None:
    for name, words in {
        "adviser_opinions.before_names": "the names have not been given to the authority",
        "adviser_opinions.before_receipt": "no receipt of the names is recorded",
        "adviser_opinions.represented": "Made by the authority, and received on 30 September",
    }.items():
        assert words in golden.written(papers[name].paper)


def test_each_adviser_has_a_paper_for_each_stage(papers: Papers) -> None:
    position = papers["adviser_opinions"].position
    kind = KINDS["adviser_opinions"]
    assert [s.about for s in kind.subjects(position)] == ["advertised", "names_sent"]
    *others, last = position.opinions
    other = replace(position, opinions=(*others, _by_another(last)))
    assert [s.about for s in kind.subjects(other)] == ["advertised", "names_sent", "names_sent-2"]
    assert kind.names(other, "names_sent") == {"C1"}
    assert kind.names(other, "names_sent-2") == {"C2"}


def _by_another(opinion: Opinion) -> Opinion:
    return Opinion(
        pk=opinion.pk,
        candidate=opinion.candidate,
        adviser_id=0,
        stage=opinion.stage,
        formed_on=opinion.formed_on,
        verdict=opinion.verdict,
    )


def test_the_authoritys_reply_waits_for_its_word_and_names_no_candidate(papers: Papers) -> None:
    read = papers["adviser_opinions"]
    assert KINDS["receipt_of_names"].subjects(read.position) == []
    assert KINDS["no_representations"].subjects(read.position) == []
    for name in ("receipt_of_names", "receipt_of_names.contested", "no_representations"):
        text = golden.written(papers[name].paper)
        assert [c.name for c in papers[name].position.candidates if c.name in text] == []
