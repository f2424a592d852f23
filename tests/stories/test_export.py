"""A case is written out whole: documents as issued, record, attachments, index; or not at all."""

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casework import triggers
from casework.models import Attachment, Document, Event
from casework.record import data_digest, digest
from recruitment.models import Representation, Vacancy
from stories.shipped import FILES
from tests.governance.cycle import year
from tests.stories.conftest import Play

pytestmark = pytest.mark.django_db

STORY = "receipt_contested.yaml"  # it has two documents and an attachment
Export = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cases" / "one"


def export(reference: str, folder: Path) -> str:
    out = StringIO()
    call_command("export_case", reference, str(folder), stdout=out)
    return out.getvalue()


def refusal(reference: str, folder: Path) -> str:
    with pytest.raises(CommandError) as error:
        export(reference, folder)
    assert error.value.returncode == 1
    return str(error.value)


def names(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_every_file_of_the_case_is_written(case: Vacancy, folder: Path) -> None:
    assert export(case.reference, folder) == f"15 files of {case.reference} written to {folder}.\n"
    assert names(folder) == [
        "attachments/001.pdf",
        "authority-file/001-notice_of_vacancy-v1.docx",
        "authority-file/002-notice_of_names-v1.docx",
        "authority-file/contents.docx",
        "chronology.docx",
        "documents/001-notice_of_vacancy-v1.docx",
        "documents/002-notice_of_names-v1.docx",
        "index.html",
        "record.json",
        "selection-file/001-notice_of_vacancy-v1.docx",
        "selection-file/002-notice_of_names-v1.docx",
        "selection-file/attachments/001.pdf",
        "selection-file/chronology.docx",
        "selection-file/contents.docx",
        "selection-file/record.json",
    ]


def test_documents_and_attachments_are_the_very_bytes(case: Vacancy, folder: Path) -> None:
    export(case.reference, folder)
    for document in Document.objects.all():
        [path] = folder.glob(f"documents/*{document.kind}*")
        assert hashlib.sha256(path.read_bytes()).hexdigest() == document.sha256
    kept = (folder / "attachments" / "001.pdf").read_bytes()
    assert kept == (FILES / "proof_of_delivery.pdf").read_bytes()


def test_no_file_is_named_after_a_person(case: Vacancy, folder: Path) -> None:
    Attachment.objects.update(filename="Beatrix Holloway-Dunn.pdf")
    export(case.reference, folder)
    words = " ".join(names(folder)).lower()
    people = [c.name for c in case.candidates.all()] + [e.by_name for e in case.events.all()]
    assert not [w for name in people for w in name.lower().split() if w in words]


def test_the_record_can_be_verified_from_what_was_written(case: Vacancy, folder: Path) -> None:
    export(case.reference, folder)
    written = json.loads((folder / "record.json").read_text(encoding="utf-8"))
    assert [e["number"] for e in written["events"]] == list(range(1, case.event_count + 1))
    assert written["head_digest"] == written["events"][-1]["digest"] == case.head_digest
    assert written["faults"] == []
    for values, event in zip(written["events"], case.events.order_by("number"), strict=True):
        again = Event(**{**values, "case": case})
        again.happened_on = date.fromisoformat(values["happened_on"])
        again.recorded_at = datetime.fromisoformat(values["recorded_at"])
        assert again.recorded_at == event.recorded_at
        assert (values["data_digest"], values["digest"]) == (data_digest(again), digest(again))


def test_the_index_lists_each_file_with_its_digest_and_its_files(
    case: Vacancy, folder: Path
) -> None:
    export(case.reference, folder)
    index = (folder / "index.html").read_text(encoding="utf-8")
    for name in names(folder):
        data = (folder / name).read_bytes()
        if name != "index.html":
            assert f'href="{name}"' in index
            assert hashlib.sha256(data).hexdigest() in index
            assert f"<td>{len(data)}</td>" in index
    assert "The governing body&#x27;s selection file<br>The authority&#x27;s file" in index
    assert "Joan Beck, Head of school governance, Demonstration Borough, by e-mail" in index
    assert "The record is whole." in index
    assert "hand over that folder" in index


def test_the_index_says_which_paper_was_withdrawn(play: Play, folder: Path) -> None:
    play(FILES / "approval_declined_and_steps_repeated.yaml", "--keep")
    export(Vacancy.objects.latest("pk").reference, folder)
    index = (folder / "index.html").read_text(encoding="utf-8")
    rows = [row for row in index.split("<tr>") if "-representations-C1" in row]
    (row,) = [row for row in rows if "documents/" in row]
    paper = Representation.objects.get()
    said = f"Withdrawn on {paper.withdrawn_on:%-d %B %Y}: {paper.withdrawn_why}"
    assert said in unescape(row)
    assert index.count("Withdrawn on") == 1


def test_what_people_type_comes_out_as_typed(case: Vacancy, folder: Path) -> None:
    Attachment.objects.update(title="<script>alert(1)</script> & {{ x }}")
    export(case.reference, folder)
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{ x }}" in index


def test_a_folder_with_something_in_it_is_refused_by_name(case: Vacancy, folder: Path) -> None:
    folder.mkdir(parents=True)
    export(case.reference, folder)
    before = names(folder)
    assert refusal(case.reference, folder).startswith(f"{folder} is not empty.")
    assert refusal(case.reference, folder / "index.html").startswith(f"{folder}/index.html is a f")
    assert names(folder) == before


def test_an_unknown_case_is_refused_by_name(folder: Path) -> None:
    assert refusal("HT-1999-00001", folder) == "There is no case HT-1999-00001."
    assert not folder.exists()


def test_a_missing_attachment_leaves_nothing_half_written(case: Vacancy, folder: Path) -> None:
    attachment = Attachment.objects.get()
    attachment.file.delete(save=False)
    Attachment.objects.update(file=attachment.file.name or "attachments/gone.pdf")
    assert "The file of “Proof of delivery” cannot be read" in refusal(case.reference, folder)
    assert not folder.exists()


def test_bytes_that_are_not_those_issued_are_written_and_named(case: Vacancy, folder: Path) -> None:
    Document.objects.filter(kind="notice_of_names").update(content=b"something else")
    said = refusal(case.reference, folder)
    copies = ("documents", "selection-file", "authority-file")
    named = ", ".join(f"{folder}/002-notice_of_names-v1.docx" for folder in copies)
    assert said == f"Not the bytes that were kept: {named}."
    assert "Not the bytes that were kept" in (folder / "index.html").read_text(encoding="utf-8")


def test_a_record_that_is_not_whole_says_so(case: Vacancy, folder: Path) -> None:
    triggers.lift()
    case.events.filter(number=3).update(why="another reason")
    export(case.reference, folder)
    written = json.loads((folder / "record.json").read_text(encoding="utf-8"))
    [fault] = written["faults"]
    assert "event 3" in fault
    assert fault in (folder / "index.html").read_text(encoding="utf-8")


def test_only_its_owner_can_look_into_the_folder(case: Vacancy, folder: Path) -> None:
    export(case.reference, folder)
    assert folder.stat().st_mode & 0o077 == 0


def test_exporting_leaves_no_event(case: Vacancy, folder: Path) -> None:
    before = Event.objects.count()
    export(case.reference, folder)
    assert Event.objects.count() == before


def test_the_index_of_a_cycle_speaks_of_no_folders_that_it_does_not_have(folder: Path) -> None:
    made = year("recorded")
    export(made.cycle.reference, folder)
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert names(folder) == ["chronology.docx", "index.html", "record.json"]
    assert "hand over that folder" not in index
    assert "Belongs to" not in index
