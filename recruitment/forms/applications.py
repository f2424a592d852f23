"""Forms of applications: entered one or many at a time, their papers, their history."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

from django import forms
from django.urls import reverse

from casework.attachments import PAPERS, BadFile, Checked, check, named
from casework.forms import UploadField, YesNoField
from casework.forms.action import Answer, Link
from casework.forms.fields import line, prose
from casework.forms.picks import Choice, Pick
from casework.forms.when import when
from casework.spreadsheets import BadSheet
from casework.words import written
from recruitment import gaps
from recruitment.applicants import Applicants
from recruitment.applicants_sheet import (
    COLUMNS,
    HOW_TO_WRITE_ONE,
    BadRow,
    from_text,
    in_words,
    post_of,
    read_applicants,
    to_text,
)
from recruitment.forms import offers
from recruitment.forms.base import Desk, VacancyForm
from recruitment.models import ApplicationPaper, Candidate
from recruitment.rules.applications import OF_THE_ROWS

MOST_CARRIED = 2_000_000  # characters as a form sends them; Django takes 2.5 MB of one
KINDS = named(PAPERS)
PAPER = f"{KINDS[0].upper()}{KINDS[1:]}, of 10 MB at most."


def checked(sent: Any) -> Checked:
    """Return an uploaded paper, judged by its content. Raises ValidationError."""
    sent.seek(0)
    try:
        return check(sent.name, sent.read(), PAPERS)
    except BadFile as error:
        raise forms.ValidationError(str(error)) from error


def page_of(candidate: Candidate, reference: str) -> str:
    """Return the address of the candidate's page."""
    return reverse("candidate", args=[reference, candidate.code])


class AddCandidate(VacancyForm):
    action = "add_candidate"
    lead = "The candidate is given the next code (C1, C2, and so on), which never changes."
    done = "The application is entered."
    name = line("Candidate's name")
    post = line("Present post and school", required=False)
    internal = YesNoField(label="Does the candidate work at this school?", initial=False)
    on = when("Date the application was received")


class AddCandidates(VacancyForm):
    action = "add_candidates"
    lead = (
        "Enter up to 500 applications at once. You see every row before anything is kept, and a "
        "row that is wrong is named: then nothing is kept until it is put right."
    )
    done = "The applications are entered."
    button = "Enter the applications"
    final = True
    goes_to = "candidates"
    marks_optional = False
    file = UploadField(label="Spreadsheet", required=False)
    rows = forms.CharField(widget=forms.HiddenInput, required=False)
    on = when("Date they are entered")

    def build(self) -> None:
        """Say which columns there are to be."""
        needed = ", ".join(f"“{c.name}”" for c in COLUMNS if c.required)
        more = ", ".join(f"“{c.name}”" for c in COLUMNS if not c.required)
        self.fields["file"].help_text = (
            f"An Excel workbook (.xlsx) or CSV, a row for each application under a row of "
            f"headings: {needed}; and, if you have them, {more}. {HOW_TO_WRITE_ONE}"
        )

    def links(self) -> list[Link]:
        """Return the spreadsheet to be filled in."""
        return [Link("Download a blank spreadsheet (.xlsx)", reverse("blank_applications"))]

    def clean(self) -> dict[str, Any]:
        """Read the spreadsheet, or what the preview carried of it."""
        data = self.cleaned_data
        if sent := data.get("file"):
            data["applicants"] = self._read(sent)
        elif data.get("rows"):
            data["applicants"] = self._carried(data["rows"])
        elif not self.errors:
            self.add_error("file", "Choose a spreadsheet")
        return data

    def facts(self) -> dict[str, Any]:
        """Return the applicants and the date."""
        return {"applicants": self.cleaned_data["applicants"], "on": self.cleaned_data["on"]}

    def carried(self) -> list[tuple[str, str]]:
        """Return the rows, which the page carries on in place of the file."""
        return [("rows", to_text(self.cleaned_data["applicants"]))]

    def answers(self) -> list[Answer]:
        """Return every row as it will be entered."""
        applicants = self.cleaned_data["applicants"]
        rows = [Answer(f"Row {each.row}", in_words(each)) for each in applicants]
        on = Answer("Date they are entered", written(self.cleaned_data["on"]))
        return [Answer("Applications", str(len(applicants))), *rows, on]

    def _read(self, sent: Any) -> Applicants:
        sent.seek(0)
        try:
            found, faults = read_applicants(sent.name, sent.read())
        except BadSheet as error:
            found, faults = Applicants(()), [str(error)]
        if faults:
            faults += self._wrong_besides(found)
        for fault in faults or _too_much(found):
            self.add_error("file", fault)
        return found

    def _wrong_besides(self, found: Applicants) -> list[str]:
        """Return what is wrong in the case with the other rows, so that all is told at once."""
        facts = {"applicants": found, "on": self.cleaned_data.get("on")}
        return [o.sentence for rule in OF_THE_ROWS for o in rule(self.position, facts)]

    def _carried(self, text: str) -> Applicants:
        try:
            return from_text(text)
        except ValueError:
            self.add_error("file", "Choose the spreadsheet again")
            return Applicants(())


def _too_much(found: Applicants) -> list[str]:
    """Return, in a sentence, that the preview could not carry so much text to the entry."""
    if len(quote_plus(to_text(found))) <= MOST_CARRIED:
        return []
    return ["The histories hold too much text to be entered at once. Split the file in several."]


class RecordHistory(VacancyForm):
    action = "record_history"
    lead = "What was recorded of the candidate's history before is replaced by this."
    done = "The employment history is recorded."
    about = "candidate"
    candidate = Pick(
        label="Candidate", offer=offers.in_the_field, nothing="No candidate is in the field."
    )
    history = prose(
        "Employment history",
        rows=8,
        help_text=f"One post on each line. {HOW_TO_WRITE_ONE} Leave out the end of the present "
        "post.",
    )
    on = when("Date it was recorded")

    def defaults(self) -> dict[str, Any]:
        """Begin with what is recorded."""
        candidate = self.known().get("candidate")
        kept = candidate.posts if candidate else []
        return {"history": "\n".join(map(_as_a_line, kept))}

    def clean_history(self) -> list[Any]:
        """Return the posts, or say which line is none."""
        lines = [each.strip() for each in self.cleaned_data["history"].split("\n")]
        found = []
        for each in filter(None, lines):
            try:
                found.append(post_of(each))
            except BadRow as wrong:
                self.add_error("history", str(wrong))
        return found


def _as_a_line(post: Any) -> str:
    until = f" to {post.until:%m/%Y}" if post.until else " to now"
    return f"{post.since:%m/%Y}{until}: {post.what}"


def gaps_to_explain(desk: Desk) -> Iterator[Choice]:
    """Offer each gap of more than three months in the history of somebody in the field."""
    for choice in offers.in_the_field(desk):
        for gap in gaps.of_candidate(desk.position, choice.row):
            label = f"{choice.label}: {written(gap.since)} to {written(gap.until)}"
            yield Choice(gap.key, (choice.row, gap.since), label, gap.explanation)


class ExplainGap(VacancyForm):
    action = "explain_gap"
    done = "The explanation is recorded."
    about = "gap"
    gap = Pick(
        label="Gap", offer=gaps_to_explain, nothing="No gap of more than three months is found."
    )
    explanation = prose(
        "What the candidate said",
        help_text="While names are hidden only the clerk reads this: others read that the gap was "
        "explained. Once they are open, whoever may read the applications reads it.",
        rows=3,
    )
    on = when("Date the candidate said so")

    def facts(self) -> dict[str, Any]:
        """Return the candidate and the day on which the gap begins."""
        data = dict(self.cleaned_data)
        candidate, since = data.pop("gap")
        return {**data, "candidate": candidate, "since": since}

    def known_facts(self) -> dict[str, Any]:
        """Return the candidate and the day, if the page was opened for a gap."""
        known = self.known().get("gap")
        return dict(zip(("candidate", "since"), known, strict=True)) if known else {}


class AddPaper(VacancyForm):
    action = "add_paper"
    lead = "The paper is kept as it came, under the candidate's code. Its own name is not kept."
    done = "The paper is kept with the application."
    button = "Keep the paper"
    about = "candidate"
    candidate = Pick(
        label="Candidate", offer=offers.in_the_field, nothing="No candidate is in the field."
    )
    kind = forms.ChoiceField(
        label="What it is", choices=ApplicationPaper.Kind.choices, widget=forms.RadioSelect
    )
    file = UploadField(label="File", help_text=PAPER)
    on = when("Date it was received")

    def onward(self) -> str:
        """Return the page of the candidate, with all their papers."""
        return page_of(self.cleaned_data["candidate"], self.position.case.reference)

    def clean_file(self) -> Checked:
        """Return the file as checked by its content."""
        return checked(self.cleaned_data["file"])


def papers_not_closed(desk: Desk) -> Iterator[Choice]:
    """Offer the papers that are not closed."""
    for paper in desk.position.papers:
        if paper.closed_on is None and paper.candidate in desk.candidates:
            label = f"{paper.candidate.code}, {paper.get_kind_display().lower()} ({paper.number})"
            yield Choice(f"{paper.candidate.code}-{paper.number}", paper, label)


def papers_to_release(desk: Desk) -> Iterator[Choice]:
    """Offer the papers that the panel does not read yet."""
    return (choice for choice in papers_not_closed(desk) if choice.row.released_on is None)


class ReleasePaper(VacancyForm):
    action = "release_paper"
    lead = (
        "The panel reads a paper once you have uploaded a copy in which the name is blackened, or "
        "said that there is nothing in it to hide."
    )
    done = "The paper is open to the panel."
    button = "Open it to the panel"
    about = "paper"
    settles_about = True
    marks_optional = False
    paper = Pick(
        label="Paper", offer=papers_to_release, nothing="Every paper is open to the panel."
    )
    something_to_hide = YesNoField(
        label="Is there anything in the paper to hide?",
        help_text="A name, an address, a photograph, a signature, the name of a school.",
    )
    copy = UploadField(
        label="Blackened copy",
        required=False,
        help_text=f"{PAPER} A name under a black bar is still in the file: print the blackened "
        "paper to PDF. Choose the file again if the page comes back to you.",
    )
    on = when("Date it is opened")

    def links(self) -> list[Link]:
        """Return the papers that can be opened, as they came: they are read over first."""
        reference = self.position.case.reference
        papers = self.known().values() or [choice.row for choice in papers_to_release(self.desk)]
        return [
            Link(
                f"Read {x.candidate.code}, {x.get_kind_display().lower()} ({x.number})",
                reverse("application_paper", args=[reference, x.candidate.code, x.number]),
            )
            for x in papers
        ]

    def shown(self) -> list[Answer]:
        """Return the paper that the page was opened for."""
        paper = self.known().get("paper")
        return [Answer("Paper", str(paper))] if paper else []

    def onward(self) -> str:
        """Return the page of the candidate, with all their papers."""
        return page_of(self.cleaned_data["paper"].candidate, self.position.case.reference)

    def clean_copy(self) -> Checked | None:
        """Return the copy as checked by its content, if there is one."""
        sent = self.cleaned_data["copy"]
        return checked(sent) if sent else None

    def clean(self) -> dict[str, Any]:
        """Ask for a copy where there is something to hide, and for none where there is not."""
        data = self.cleaned_data
        something, copy = data.get("something_to_hide"), data.get("copy")
        if something and not copy and "copy" not in self.errors:
            self.add_error("copy", "Choose the blackened copy")
        if something is False and copy:
            self.add_error("something_to_hide", "Say yes: you chose a blackened copy")
        return data

    def facts(self) -> dict[str, Any]:
        """Return the paper, its copy if any, and the date."""
        return {name: self.cleaned_data[name] for name in ("paper", "copy", "on")}


class ClosePaper(VacancyForm):
    action = "close_paper"
    lead = (
        "Close a paper that was filed with the wrong application, or opened with something left in "
        "it. From then on you alone read it. It stays on record. Add the right paper afterwards."
    )
    done = "The paper is closed."
    button = "Close the paper"
    about = "paper"
    paper = Pick(label="Paper", offer=papers_not_closed, nothing="There is no paper to close.")
    why = prose("Reason it is closed", rows=2, limit=2_000)
    on = when("Date it is closed")

    def onward(self) -> str:
        """Return the page of the candidate, with all their papers."""
        return page_of(self.cleaned_data["paper"].candidate, self.position.case.reference)
