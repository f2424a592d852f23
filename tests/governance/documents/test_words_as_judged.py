"""What a paper of advice, and the page that shows it, say of objectives that change after it."""

from datetime import date

import pytest

from casework.documents.blocks import text_of
from governance.actions import objectives
from governance.models import Advice, Consultation, Point
from schools.models.choices import Category
from tests.governance.cycle import WHOLE, Year, refusal, warned, year
from tests.governance.documents.steps import advise, read, write_two
from tests.recruitment.headship import on_day
from tests.recruitment.views.browser import visit
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
OLD, NEW = WHOLE["success"], "95% read at the expected speed in June"


def changed_since() -> Year:
    """A cycle in which the first objective is harder now than when the adviser judged it."""
    made = year("appointed")
    write_two(made)
    advise(made, Point.OBJECTIVES)
    objectives.change_objective(
        made.after(3).cycle, objective=made.position().objectives_now[0],
        **{**WHOLE, "success": NEW}, by=made.actor("first"), on=made.day,
    )  # fmt: skip
    return made


def paper(made: Year) -> str:
    return "\n".join(text_of(read(made, "advice_on_objectives").paper))


def test_the_paper_says_what_was_judged_and_not_what_is_written_now() -> None:
    text = paper(changed_since())
    assert OLD in text
    assert NEW not in text


def test_the_page_says_so_too() -> None:
    made = changed_since()
    with on_day(made.day):
        page = words(visit(made.people["first"], "cycle_advice", made.cycle.reference).page)
    assert OLD in page
    assert NEW not in page


def test_advice_that_kept_no_words_is_read_with_those_of_today() -> None:
    made = changed_since()
    for advice in Advice.objects.all():
        for judged in advice.on_objectives:
            del judged["text"], judged["success"]
        advice.save()
    assert NEW in paper(made)


def test_an_objective_dropped_before_the_advice_was_not_in_draft() -> None:
    made = year("appointed").write()
    objectives.drop_objective(
        made.after(1).cycle, objective=made.position().objectives_now[0], why="Overtaken",
        by=made.actor("first"), on=made.day,
    )  # fmt: skip
    advise(made.after(1), Point.OBJECTIVES, fully=False)
    assert "No objective was in draft when I advised." in paper(made)


# Before the objectives is before they are set


def consult(made: Year) -> object:
    return objectives.consult_adviser(
        made.cycle, point=Point.OBJECTIVES, how=Consultation.How.WRITTEN, advice="Two are enough",
        by=made.actor("first"), on=made.day,
    )  # fmt: skip


def test_a_consultation_after_they_were_set_is_none_before_them() -> None:
    made = year("set").after(5)
    before = made.fresh().event_count
    assert refusal(lambda: consult(made)) == ("consulted_after_they_were_set",)
    assert refusal(lambda: advise(made, Point.OBJECTIVES)) == ("consulted_after_they_were_set",)
    assert made.fresh().event_count == before


def test_the_statement_names_the_consultation_before_them_in_an_academy_too() -> None:
    made = year("set", category=Category.ACADEMY)
    first = made.day
    consult(made.after(5))
    assert warned(made) == ["consulted_after_they_were_set"]
    statement = "\n".join(text_of(read(made, "statement_of_objectives").paper))
    assert f"Ada Finch, {first:%-d %B %Y}" in statement
    assert first == date(2025, 9, 2)
    assert f"Ada Finch, {made.day:%-d %B %Y}" not in statement
