"""What papers say of who is there and what is done: by the facts, and by no more."""

from copy import copy
from dataclasses import replace

import pytest

from casework.documents.blocks import Copies, Letterhead, Signature, text_of
from governance.actions import people
from governance.models import Point
from tests.governance.cycle import year
from tests.governance.documents.steps import Papers, advise, read

pytestmark = pytest.mark.django_db


def test_an_adviser_who_works_alone_writes_in_their_own_name() -> None:
    made = year("recorded")
    people.engage_adviser(
        made.cycle, person=made.people["adviser"], of="", skills="Headship", interests="None",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    made.appoint()
    advise(made, Point.OBJECTIVES, fully=False)
    paper = read(made, "advice_on_objectives").paper
    (head,) = [block for block in paper.blocks if isinstance(block, Letterhead)]

    assert head.lines[0] == "Ada Finch"
    assert "Working for" not in "\n".join(text_of(paper))
    assert "You work for" not in "\n".join(text_of(read(made, "engagement_of_adviser").paper))


def test_whoever_signs_the_decision_on_an_appeal_is_sent_no_copy(papers: Papers) -> None:
    found = papers["decision_on_appeal"]
    p = found.position
    first = copy(p.appeals_officers[0])
    assert p.chair
    first.person = p.chair
    paper = replace(
        found, position=replace(p, appeals_officers=(first, *p.appeals_officers[1:]))
    ).paper
    (signed,) = [block for block in paper.blocks if isinstance(block, Signature)]
    (sent,) = [block for block in paper.blocks if isinstance(block, Copies)]

    assert signed.name == p.chair.full_name
    assert p.chair.full_name not in " ".join(sent.names)
    assert len(sent.names) == 1


def test_the_report_says_of_pay_what_was_so_when_it_was_written(papers: Papers) -> None:
    decided = "\n".join(text_of(papers["appraisal_report.pay_decided"].paper))
    before = "\n".join(text_of(papers["appraisal_report"].paper))
    assert "Others decided on it on" in decided
    assert "Others decide on it, and will write" not in decided
    assert "Others decide on it, and will write" in before


def test_questions_are_asked_for_before_the_objectives_only_while_that_can_be(
    papers: Papers,
) -> None:
    late = "\n".join(text_of(papers["notice_of_standards.late"].paper))
    assert "before your objectives are set" not in late
