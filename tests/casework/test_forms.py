"""What forms accept, and the sentences with which they refuse."""

from datetime import date, time

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from casework import clock
from casework.forms import (
    DateField,
    HeadshipForm,
    LineField,
    Option,
    ProseField,
    TimeField,
    UploadField,
    YesNoField,
    problems,
)
from casework.forms.base import subject

DAY = date(2026, 11, 26)


class Receipt(HeadshipForm):
    received_on = DateField(label="Date the names were received")


class Meeting(HeadshipForm):
    at = TimeField(label="Time of the meeting")


class Everything(HeadshipForm):
    evidence = LineField(limit=10)
    pupils = forms.IntegerField(min_value=1, max_value=5)
    reason = forms.ChoiceField(label="Reason", choices=[("r", "Retirement")])
    criteria = forms.MultipleChoiceField(
        choices=[("1", "One"), ("2", "Two")], widget=forms.CheckboxSelectMultiple
    )
    quorate = YesNoField(label="Was the meeting quorate?")
    paper = UploadField(label="Paper")
    read = forms.BooleanField(label="I have read it")
    number = forms.CharField(label="DBS number", error_messages={"required": "Look it up"})


def receipt(day: str, month: str, year: str) -> Receipt:
    return Receipt({"received_on_day": day, "received_on_month": month, "received_on_year": year})


def sentences(form: forms.Form) -> list[str]:
    return [problem.sentence for problem in problems(form)]


@pytest.mark.parametrize(
    ("day", "month", "year", "meant"),
    [
        ("12", "10", "2026", date(2026, 10, 12)),
        ("03", "09", "2026", date(2026, 9, 3)),
        (" 1 ", " sept ", "2026", date(2026, 9, 1)),
        ("1", "Sep.", "2026", date(2026, 9, 1)),
        ("29", "FEBRUARY", "2028", date(2028, 2, 29)),
        ("1", "1", "1990", date(1990, 1, 1)),
        ("31", "12", "2046", date(2046, 12, 31)),
    ],
)
def test_a_date_is_read_as_people_write_it(day: str, month: str, year: str, meant: date) -> None:
    with clock.set_to(DAY):
        form = receipt(day, month, year)
        assert form.is_valid()
    assert form.cleaned_data["received_on"] == meant


@pytest.mark.parametrize(
    ("day", "month", "year", "sentence"),
    [
        ("", "", "", "Enter the date the names were received, such as 12 10 2026"),
        ("", "10", "2026", "Date the names were received must include a day"),
        ("12", " ", "", "Date the names were received must include a month and a year"),
        ("12", "10", "26", "Date the names were received must have a year of 4 figures"),
        ("31", "2", "2026", "Date the names were received must be a real date"),
        ("32", "1", "2026", "Date the names were received must be a real date"),
        ("12", "13", "2026", "Date the names were received must be a real date"),
        ("12", "ma", "2026", "Date the names were received must be a real date"),
        ("twelve", "10", "2026", "Date the names were received must be a real date"),
        ("12", "10", "0000", "Date the names were received must be a real date"),
        ("31", "12", "1989", "Date the names were received must have a year from 1990 to 2046"),
        ("7", "9", "9999", "Date the names were received must have a year from 1990 to 2046"),
        ("\uff11\uff12", "10", "2026", "Date the names were received must be a real date"),
    ],
)
def test_a_date_that_is_none_is_refused_in_a_sentence(
    day: str, month: str, year: str, sentence: str
) -> None:
    with clock.set_to(DAY):
        assert sentences(receipt(day, month, year)) == [sentence]


def test_a_date_that_nobody_sent_is_missing() -> None:
    assert sentences(Receipt({})) == ["Enter the date the names were received, such as 12 10 2026"]


def test_a_date_that_may_be_left_out_is_none() -> None:
    class Optional(HeadshipForm):
        sent_on = DateField(required=False)

    form = Optional({"sent_on_day": "", "sent_on_month": "", "sent_on_year": ""})
    assert form.is_valid()
    assert form.cleaned_data["sent_on"] is None


def test_a_date_is_changed_only_if_another_day_is_typed() -> None:
    first = {"received_on": date(2026, 10, 12)}
    same = {"received_on_day": "12", "received_on_month": "oct", "received_on_year": "2026"}
    assert Receipt(same, initial=first).changed_data == []
    assert Receipt({**same, "received_on_day": "13"}, initial=first).changed_data == ["received_on"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2pm", time(14)),
        ("2.30 pm", time(14, 30)),
        ("2:30 P.M.", time(14, 30)),
        ("14:30", time(14, 30)),
        ("09.15", time(9, 15)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("midday", time(12)),
        (" 10:00 ", time(10)),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, meant: time) -> None:
    form = Meeting({"at": text})
    assert form.is_valid()
    assert form.cleaned_data["at"] == meant


@pytest.mark.parametrize("text", ["2.30", "14", "25:00", "14pm", "0am", "10:60", "soon", "2 30"])
def test_a_time_that_is_none_or_could_be_two_is_refused(text: str) -> None:
    wanted = "Time of the meeting must be a time, such as 2.30pm or 14:30"
    assert sentences(Meeting({"at": text})) == [wanted]


def test_a_missing_time_is_asked_for() -> None:
    assert sentences(Meeting({})) == ["Enter the time of the meeting, such as 2.30pm or 14:30"]


def test_a_time_shown_can_be_sent_back_as_it_is() -> None:
    shown = Meeting(initial={"at": time(14, 30)})["at"].value()
    assert shown == "2.30pm"
    assert Meeting({"at": shown}).is_valid()


def test_what_is_missing_is_asked_for_by_its_own_name() -> None:
    assert sentences(Everything({})) == [
        "Enter the evidence",
        "Enter the pupils",
        "Choose the reason",
        "Choose the criteria",
        "Answer “Was the meeting quorate?”",
        "Choose the paper",
        "Tick “I have read it” to go on",
        "Look it up",
    ]


def test_what_will_not_do_is_refused_by_its_own_name() -> None:
    form = Everything({"evidence": "x" * 11, "pupils": "9", "reason": "none", "criteria": ["7"]})
    assert sentences(form)[:4] == [
        "Evidence must be 10 characters or fewer: it is 1 too long",
        "Pupils must be 5 or less",
        "Choose the reason from those offered",
        "Choose the criteria from those offered",
    ]


class Minute(HeadshipForm):
    title = LineField(label="Item")
    minute = ProseField()


def test_text_that_is_too_long_is_told_its_limit_and_by_how_much_it_is_over() -> None:
    assert sentences(Minute({"title": "x" * 237, "minute": "x\r\n" * 6000})) == [
        "Item must be 200 characters or fewer: it is 37 too long",
        "Minute must be 10,000 characters or fewer: it is 1,999 too long",
    ]


def test_text_of_just_the_limit_is_taken_its_line_breaks_counted_once() -> None:
    assert Minute({"title": "x" * 200, "minute": "x\r\n" * 4999 + "xx"}).is_valid()


def test_a_browser_is_not_told_to_cut_off_what_is_too_long() -> None:
    assert "maxlength" not in Minute().as_div()


def test_a_label_given_late_is_the_one_in_the_sentence() -> None:
    form = Everything({"evidence": "x" * 11})
    form.fields["evidence"].label = "Evidence of 100% attendance by %(show)s"
    wanted = (
        "Evidence of 100% attendance by %(show)s must be 10 characters or fewer: it is 1 too long"
    )
    assert sentences(form)[0] == wanted


def test_an_empty_file_is_refused() -> None:
    form = Everything({}, MultiValueDict({"paper": [SimpleUploadedFile("paper.txt", b"")]}))
    assert form.errors["paper"] == ["The file you chose is empty"]


@pytest.mark.parametrize(("typed", "meant"), [("yes", True), ("no", False), ("", None)])
def test_yes_no_and_neither_are_three_things(typed: str, meant: bool | None) -> None:
    class Question(HeadshipForm):
        quorate = YesNoField(required=False)

    form = Question({"quorate": typed})
    assert form.is_valid()
    assert form.cleaned_data["quorate"] is meant


def test_prose_keeps_its_lines_whatever_machine_it_was_typed_on() -> None:
    class Reason(HeadshipForm):
        why = ProseField()

    form = Reason({"why": "One\r\ntwo\rthree\n"})
    assert form.is_valid()
    assert form.cleaned_data["why"] == "One\ntwo\nthree"


def test_problems_point_to_the_input_that_is_wrong() -> None:
    form = Everything({})
    form.add_error(None, "The whole will not do")
    targets = [problem.target for problem in problems(form)]
    assert targets == [
        "", "id_evidence", "id_pupils", "id_reason", "id_criteria_0", "id_quorate_0", "id_paper",
        "id_read", "id_number",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "month", "year", "target"),
    [
        ("12", "", "2026", "id_received_on_1"),
        ("12", "10", "26", "id_received_on_2"),
        ("31", "2", "2026", "id_received_on_0"),
        ("", "", "", "id_received_on_0"),
    ],
)
def test_a_wrong_date_points_to_the_part_that_is_wrong(
    day: str, month: str, year: str, target: str
) -> None:
    assert [problem.target for problem in problems(receipt(day, month, year))] == [target]


def test_an_option_is_its_label_and_keeps_its_hint() -> None:
    option = Option("No opinion", "You were not able to judge")
    assert (option, option.hint) == ("No opinion", "You were not able to judge")
    assert Option("Suitable").hint == ""


@pytest.mark.parametrize(
    ("label", "inside"),
    [
        ("Date the names were received", "the date the names were received"),
        ("DBS certificate", "the DBS certificate"),
        ("Your name", "your name"),
        ("", "the "),
    ],
)
def test_a_label_stands_inside_a_sentence(label: str, inside: str) -> None:
    assert subject(label) == inside
