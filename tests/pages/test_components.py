"""Forms and components as a browser shows them, and as those who do not see them hear them."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Browser, Page, expect

from casework.forms import DateField, HeadshipForm, Option, ProseField, UploadField, YesNoField
from casework.timeline import Entry
from law.base import Confidence, Obstacle, Strength

HOSTILE = "</p><script>document.title = 'taken'</script> O'Brien & “Zoë”"
TEMPLATES = Path("templates")


class Receipt(HeadshipForm):
    received_on = DateField(label="Date received", help_text="For example, 12 10 2026")
    evidence = forms.CharField(label="Evidence", help_text="A reply by e-mail, for example")
    note = ProseField(label="Note", required=False)
    opinion = forms.ChoiceField(
        label="Opinion",
        widget=forms.RadioSelect,
        choices=[("s", "Suitable"), ("n", Option("No opinion", "You were not able to judge"))],
    )
    criteria = forms.MultipleChoiceField(
        label="Criteria", widget=forms.CheckboxSelectMultiple, choices=[("4", "Four")]
    )
    quorate = YesNoField(label="Was it quorate?")
    reason = forms.ChoiceField(label="Reason", choices=[("", "Choose one"), ("r", "Retirement")])
    paper = UploadField(label="Paper", help_text="A Word document")
    read = forms.BooleanField(label="I have read it", help_text="All of it")
    pupils = forms.IntegerField(label="Pupils")
    secret = forms.CharField(widget=forms.HiddenInput, initial="kept", required=False)


class Hostile(HeadshipForm):
    name = forms.CharField(label=HOSTILE, help_text=HOSTILE, initial=HOSTILE)
    prose = ProseField(initial=HOSTILE)
    choice = forms.ChoiceField(choices=[(HOSTILE, HOSTILE)])
    radio = forms.ChoiceField(
        widget=forms.RadioSelect, choices=[(HOSTILE, Option(HOSTILE, HOSTILE))]
    )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as page:
        yield page


def show(page: Page, form: forms.Form) -> None:
    page.set_content(f"<!doctype html><html lang='en'><form>{form}</form>")


def write(template: str, **context: Any) -> str:
    """A template in full, for somebody who is not signed in."""
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return str(engines["django"].from_string(template).render(context, request))


def component(file: str, **context: Any) -> str:
    return render_to_string(f"components/{file}.html", context)


@pytest.mark.parametrize("label", ["Evidence", "Note (optional)", "Reason", "Paper", "Pupils"])
def test_every_field_is_found_by_its_label(page: Page, label: str) -> None:
    show(page, Receipt())
    expect(page.get_by_label(label, exact=True)).to_have_count(1)


def test_a_field_is_described_by_its_hint_and_then_by_what_is_wrong(page: Page) -> None:
    show(page, Receipt({}))
    expect(page.get_by_label("Evidence")).to_have_accessible_description(
        "A reply by e-mail, for example Error: Enter the evidence"
    )
    expect(page.get_by_label("Paper")).to_have_accessible_description(
        "A Word document Error: Choose the paper"
    )
    expect(page.get_by_label("I have read it")).to_have_accessible_description(
        "All of it Error: Tick “I have read it” to go on"
    )


@pytest.mark.parametrize("legend", ["Date received", "Opinion", "Criteria", "Was it quorate?"])
def test_several_inputs_of_one_field_are_a_group_with_a_name(page: Page, legend: str) -> None:
    show(page, Receipt())
    expect(page.get_by_role("group", name=legend, exact=True)).to_have_count(1)


def test_a_group_is_described_by_its_hint_and_by_what_is_wrong(page: Page) -> None:
    show(page, Receipt({}))
    expect(page.get_by_role("group", name="Date received")).to_have_accessible_description(
        "For example, 12 10 2026 Error: Enter the date received, such as 12 10 2026"
    )


def test_only_the_part_of_a_date_that_is_wrong_is_marked(page: Page) -> None:
    show(page, Receipt({"received_on_day": "1", "received_on_month": "sep"}))
    parts = ("Day", "Month", "Year")
    marked = {part: page.get_by_label(part).get_attribute("aria-invalid") for part in parts}
    assert marked == {"Day": None, "Month": None, "Year": "true"}


def test_what_was_typed_stands_in_its_field_again(page: Page) -> None:
    typed = {"received_on_month": "sep", "opinion": "n", "criteria": ["4"], "reason": "r"}
    show(page, Receipt(typed))
    expect(page.get_by_label("Month")).to_have_value("sep")
    expect(page.get_by_label("No opinion")).to_be_checked()
    expect(page.get_by_label("Four")).to_be_checked()
    expect(page.get_by_label("Reason")).to_have_value("r")


def test_an_options_hint_describes_it(page: Page) -> None:
    show(page, Receipt())
    expect(page.get_by_label("No opinion")).to_have_accessible_description(
        "You were not able to judge"
    )


def test_a_hidden_field_is_sent_and_not_shown(page: Page) -> None:
    show(page, Receipt())
    expect(page.locator("input[name=secret]")).to_have_value("kept")
    expect(page.locator("input[name=secret]")).to_be_hidden()


def test_a_form_to_search_by_says_nothing_of_what_is_optional(page: Page) -> None:
    class Search(Receipt):
        marks_optional = False

    show(page, Search())
    expect(page.get_by_text("(optional)")).to_have_count(0)


def test_what_people_type_comes_out_as_typed(page: Page) -> None:
    show(page, Hostile())
    expect(page.get_by_label(HOSTILE).first).to_have_value(HOSTILE)
    expect(page.get_by_label("Prose")).to_have_value(HOSTILE)
    expect(page.get_by_label("Choice")).to_have_value(HOSTILE)
    expect(page.locator("script")).to_have_count(0)


def test_hostile_text_comes_out_as_typed_in_every_component(page: Page) -> None:
    obstacle = Obstacle("k", HOSTILE, Strength.LAW, HOSTILE, HOSTILE)
    row = {"key": HOSTILE, "value": HOSTILE, "href": "/", "title": HOSTILE, "status": HOSTILE}
    entry = Entry(date(2026, 10, 12), HOSTILE)
    page.set_content(
        component("obstacle", obstacle=obstacle)
        + component("summary_list", rows=[row], title=HOSTILE)
        + component("task_list", tasks=[{**row, "hint": HOSTILE, "colour": "green"}])
        + component("table", caption=HOSTILE, columns=[HOSTILE], rows=[[HOSTILE, HOSTILE]])
        + component("details", summary=HOSTILE, text=HOSTILE)
        + component("warning", text=HOSTILE)
        + component("inset", text=HOSTILE)
        + component("button", text=HOSTILE, name="what", value=HOSTILE)
        + component("breadcrumbs", crumbs=[(HOSTILE, "/")])
        + component("case", school=HOSTILE, facts=[HOSTILE], pages=[{"text": HOSTILE, "href": "/"}])
        + write("{% load headship %}{% timeline entries day %}", entries=[entry], day=entry.day)
    )
    expect(page.locator("script")).to_have_count(0)
    assert page.title() == ""
    assert page.get_by_text(HOSTILE).count() > 15


PAGE = "{% extends 'base.html' %}{% block title %}Record the receipt{% endblock %}"


def test_a_page_with_errors_says_so_first_in_its_title_and_links_to_the_fields(page: Page) -> None:
    page.set_content(write(PAGE + "{% block content %}{{ form }}{% endblock %}", form=Receipt({})))
    assert page.title() == "Error: Record the receipt - Headship"
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("There is a problem")
    for link in summary.get_by_role("link").all():
        target = (link.get_attribute("href") or "").removeprefix("#")
        expect(page.locator(f"[id='{target}']")).to_have_count(1)
        expect(page.get_by_text(link.inner_text())).to_have_count(2)
    expect(summary.get_by_role("link")).to_have_count(len(Receipt({}).errors))


def test_a_page_without_errors_has_a_plain_title_and_no_summary(page: Page) -> None:
    page.set_content(write(PAGE, form=Receipt()))
    assert page.title() == "Record the receipt - Headship"
    expect(page.get_by_text("There is a problem")).to_have_count(0)


def test_what_concerns_the_whole_form_is_told_without_a_link(page: Page) -> None:
    form = Receipt({})
    form.add_error(None, "The case has changed")
    page.set_content(write(PAGE, form=form))
    expect(page.get_by_role("alert")).to_contain_text("The case has changed")
    expect(page.get_by_role("link", name="The case has changed")).to_have_count(0)


@pytest.mark.parametrize(
    ("strength", "word"),
    [(Strength.LAW, "Law"), (Strength.HOUSE, "House rule"), (Strength.PRACTICE, "Practice")],
)
def test_an_obstacle_says_how_strong_it_is_where_it_comes_from_and_what_clears_it(
    page: Page, strength: Strength, word: str
) -> None:
    obstacle = Obstacle("k", "The period runs.", strength, "Regulation 15(4)", "It ends.")
    page.set_content(component("obstacle", obstacle=obstacle))
    for words in (word, "The period runs.", "Regulation 15(4)", "It ends."):
        expect(page.get_by_text(words)).to_have_count(1)
    expect(page.get_by_text("check the regulation")).to_have_count(0)


def test_an_obstacle_of_a_rule_that_was_recalled_says_so(page: Page) -> None:
    obstacle = Obstacle("k", "S.", Strength.LAW, "C", "B", Confidence.RECALLED_HIGH)
    page.set_content(component("obstacle", obstacle=obstacle))
    expect(page.get_by_text("recalled, not read: check the regulation")).to_have_count(1)


def test_a_task_that_cannot_be_started_is_no_link(page: Page) -> None:
    tasks = [
        {"title": "Send the names", "href": "/names", "status": "Possible now", "colour": "teal"},
        {"title": "Recommend", "status": "Not yet", "hint": "The period runs"},
    ]
    page.set_content(component("task_list", tasks=tasks))
    expect(page.get_by_role("link")).to_have_count(1)
    expect(page.get_by_role("link", name="Send the names")).to_have_accessible_description(
        "Possible now"
    )


def test_the_pages_of_a_long_list_keep_what_was_searched_for(page: Page) -> None:
    request = RequestFactory().get("/schools/", {"name": "Mill"})
    context = {"page": Paginator(range(200), 10).page(7)}
    page.set_content(render_to_string("components/pagination.html", context, request))
    expect(page.get_by_role("link", name="Page 7")).to_have_attribute("aria-current", "page")
    expect(page.get_by_role("link", name="Page 8")).to_have_attribute("href", "?name=Mill&page=8")


def test_a_list_of_one_page_has_no_pages(page: Page) -> None:
    assert component("pagination", page=Paginator(range(3), 10).page(1)).strip() == ""


def test_the_dates_of_a_timeline_stand_in_words_below_the_picture(page: Page) -> None:
    entries = [
        Entry(date(2026, 10, 12), "Period", "warning", date(2026, 10, 18)),
        Entry(date(2026, 10, 20), "Meeting", "planned"),
    ]
    drawn = "{% load headship %}{% timeline entries today 'Dates' %}"
    page.set_content(write(drawn, entries=entries, today=date(2026, 10, 13)))
    expect(page.get_by_role("img")).to_have_count(1)
    rows = page.get_by_role("table", name="Dates").get_by_role("row")
    expect(rows.nth(1)).to_contain_text("12 October 2026 to 18 October 2026")
    expect(rows.nth(2)).to_contain_text("Meeting (planned)")


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "429", "500"])
def test_a_page_for_when_things_go_wrong_needs_nothing_to_be_shown(page: Page, name: str) -> None:
    page.set_content(render_to_string(f"{name}.html"))
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("link", name="Headship")).to_have_attribute("href", "/")


INLINE = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=\"", re.IGNORECASE)


def test_no_template_has_a_style_or_script_that_the_browser_would_refuse() -> None:
    pages = list(TEMPLATES.rglob("*.html"))
    assert len(pages) > 30
    assert [str(path) for path in pages if INLINE.search(path.read_text())] == []


def test_no_template_calls_what_people_type_safe() -> None:
    assert [str(path) for path in TEMPLATES.rglob("*.html") if "|safe" in path.read_text()] == []


def test_the_style_sheet_fetches_nothing_and_borrows_no_letters_or_crown() -> None:
    style = Path("static/build/headship.css").read_text()
    assert "--govuk-brand-colour" in style
    for borrowed in ("url(", "GDS Transport", "crown", "crest"):
        assert borrowed not in style
