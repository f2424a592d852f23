"""Each file of an exported case can be handed over: the appointee's has nothing of anybody else."""

import re
import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command

from recruitment.models import Vacancy
from stories.shipped import FILES
from tests.casework.documents.checks import problems
from tests.stories.conftest import Play

pytestmark = pytest.mark.django_db

# A contested case, with representations on whoever was appointed.
STORY = "representations_considered_answered_overruled.yaml"
Case = tuple[Vacancy, Path]
DOUBTS = ("reserv", "represent", "adviser", "advice", "unsuccessful", "shortlist", "against")


@pytest.fixture
def exported(case: Vacancy, tmp_path: Path) -> Case:
    return written(case, tmp_path)


def written(vacancy: Vacancy, tmp_path: Path) -> Case:
    folder = tmp_path / "case"
    call_command("export_case", vacancy.reference, str(folder))
    return vacancy, folder


def names(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def everything_in(file: Path) -> str:
    """All that a Word file holds, its properties too, without the marks between the words."""
    with zipfile.ZipFile(file) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist()]
    return re.sub(r"<[^>]*>", "", "\n".join((*archive.namelist(), *parts)))


def test_the_appointees_folder_names_no_rival_and_no_doubt(exported: Case) -> None:
    vacancy, folder = exported
    rivals = [c for c in vacancy.candidates.all() if c.code != "C2"]
    papers = [p for p in (folder / "appointee-file").rglob("*") if p.is_file()]
    assert len(papers) > 1
    for paper in papers:
        said = everything_in(paper)
        assert [c.code for c in rivals if c.is_named_in(said)] == []
        assert [word for word in DOUBTS if word in said.lower()] == []


def test_the_contents_list_every_paper_of_the_folder_in_its_order(exported: Case) -> None:
    _, folder = exported
    for file in ("selection", "appointee", "authority"):
        inside = folder / f"{file}-file"
        said = everything_in(inside / "contents.docx")
        numbers = [name[:3] for name in names(inside) if name[:3].isdecimal()]
        assert numbers == [f"{n:03d}" for n in range(1, len(numbers) + 1)]
        assert f"Papers{len(numbers)}" in said
        assert problems(inside / "contents.docx") == ([], [])


def test_only_the_selection_folder_holds_the_record(exported: Case) -> None:
    _, folder = exported
    holding = {p.parent.name for p in folder.rglob("record.json")}
    assert holding == {folder.name, "selection-file"}
    said = everything_in(folder / "selection-file" / "contents.docx")
    assert "Record of events" in said
    assert "chronology.docx" in said


def test_what_was_represented_is_with_the_governors_and_the_authority_alone(
    exported: Case,
) -> None:
    _, folder = exported
    about = {p.parent.name for p in folder.rglob("*-representations-*")}
    assert about == {"documents", "selection-file", "authority-file"}


def test_a_case_without_an_appointee_has_no_folder_for_one(play: Play, tmp_path: Path) -> None:
    play(FILES / "receipt_contested.yaml", "--keep")
    _, folder = written(Vacancy.objects.latest("pk"), tmp_path)
    assert not (folder / "appointee-file").exists()


def test_the_papers_of_an_earlier_choice_are_not_with_those_of_whoever_was_appointed(
    play: Play, tmp_path: Path
) -> None:
    play(FILES / "approval_declined_and_steps_repeated.yaml", "--keep")
    vacancy, folder = written(Vacancy.objects.latest("pk"), tmp_path)
    inside = folder / "appointee-file"
    assert names(inside) == [
        "001-notice_of_approval-R2-v1.docx",
        "002-authority_appointment-R2-v1.docx",
        "003-conditional_offer-R2-v1.docx",
        "004-confirmation_of_appointment-R2-v1.docx",
        "contents.docx",
    ]
    said = "\n".join(everything_in(paper) for paper in inside.glob("*.docx"))
    others = [c for c in vacancy.candidates.all() if c.code != "C3"]
    assert [c.code for c in others if c.is_named_in(said)] == []
