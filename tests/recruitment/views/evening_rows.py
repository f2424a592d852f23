"""Each action of the panel's evening done through its form."""

from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from recruitment.actions import applications
from recruitment.applicants import Post
from recruitment.models import Interest, PanelSeat
from tests.made_files import pdf, xlsx
from tests.recruitment import evening
from tests.recruitment.headship import Headship, person
from tests.recruitment.views.rows import only, row

SHEET = xlsx([
    ["Name", "Date received", "Present post"],
    ["Ada Vrellosk", "2026-09-20", "Deputy head"],
    ["Ben Quandrit", "21/9/2026", ""],
])  # fmt: skip


def on_the_evening(case: Headship) -> None:
    evening.begin(case)


def sealed(case: Headship) -> None:
    evening.begin(case, sealed=True)


def interest_from_the_roster(case: Headship) -> None:
    evening.begin(case)
    evening.declare_named(case, case.panel[1], "Owen Quandrit")


def one_paper(case: Headship) -> None:
    evening.add_paper(evening.begin(case), "C1")


def a_gap(case: Headship) -> None:
    evening.begin(case)
    posts = [
        Post("Teacher, Fen Lane School", date(2015, 9, 1), date(2019, 8, 31)),
        Post("Deputy head, Mill Lane School", date(2021, 9, 1)),
    ]
    applications.record_history(
        case.vacancy, candidate=case.candidate("C1"), history=posts, by=case.clerk, on=case.day
    )


def scored(case: Headship) -> None:
    evening.begin(case)
    member = case.people["panel"]
    for code in evening.codes(case):
        evening.score(case, member, code, 3, 3, 3)


def handed_in(case: Headship) -> None:
    evening.all_score(evening.begin(case))


def keyed_in(case: Headship) -> None:
    evening.begin(case)
    member, clerk = case.people["panel"], case.people["clerk"]
    for code in evening.codes(case):
        evening.score(case, member, code, 3, 3, 3, by=clerk)


def an_upload(name: str, data: bytes) -> Any:
    return lambda case: SimpleUploadedFile(name, data)


def member_off_the_panel(case: Headship) -> str:
    seat = PanelSeat.objects.filter(vacancy=case.vacancy).latest("pk")
    return str(seat.person_id)


STAGE = "panel_appointed"
EVENING = (
    row("decide_scoring", STAGE, scale="0-5", meets_from=3, names_hidden="yes", sealed="no"),
    row("add_candidates", STAGE, before=on_the_evening, file=an_upload("in.xlsx", SHEET)),
    row("record_history", STAGE, before=on_the_evening, candidate="C1",
        history="09/2015 to 08/2019: Teacher, Fen Lane School"),
    row("explain_gap", STAGE, before=a_gap, about=lambda _: "C1:2019-09-01", gap="C1:2019-09-01",
        explanation="Cared for a parent"),
    row("add_paper", STAGE, before=on_the_evening, candidate="C1", kind="letter",
        file=an_upload("letter.pdf", pdf("My letter"))),
    row("release_paper", STAGE, before=one_paper, about=lambda _: "C1-1", paper="C1-1",
        something_to_hide="no"),
    row("close_paper", STAGE, before=one_paper, about=lambda _: "C1-1", paper="C1-1",
        why="It is another's letter"),
    row("map_interest", STAGE, before=interest_from_the_roster, candidate="C2",
        interest=only(Interest), about=lambda c: Interest.objects.get(vacancy=c.vacancy).pk),
    row("hand_over", STAGE, person=lambda _: person("Ida Grundle").email,
        why="C1 manages me"),
    row("open_names", STAGE, before=on_the_evening, why="The panel prefers to know"),
    row("score_candidate", STAGE, "panel", on_the_evening, about=lambda _: "C1", candidate="C1",
        points_1="4", evidence_1="Page 2", points_2="abstained"),
    row("hand_in_scores", STAGE, "panel", scored),
    row("confirm_scores", STAGE, "panel", keyed_in),
    row("open_scores", STAGE, before=sealed, why="The chair is away on the evening"),
    row("agree_scores", STAGE, before=handed_in, about=lambda _: "C1", candidate="C1", points_1="4",
        reason_1="Page 3 shows it"),
    row("longlist", STAGE, before=on_the_evening, is_C1="yes", is_C2="yes", is_C3="no",
        why_C3="No evidence on criterion 1"),
)  # fmt: skip
