"""The files of a case, each a folder that can be handed to its reader and to nobody else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from casework.documents import word
from casework.documents.blocks import Paper, Signature, Table, dated
from casework.models import Document
from stories.exported import Exported, numbered
from stories.kinds import KindOfStory

FOLDER, CONTENTS = "{file}-file", "contents.docx"


def handover(
    kind: KindOfStory, position: Any, records: Sequence[Exported], on: date
) -> Iterator[Exported]:
    """Yield what is in the folder of each file: the list of its contents, then its papers.

    `records` are what is no document: attachments, the record, its chronology. They go with the
    `record_file` of the kind. A file with no paper in it has no folder.
    """
    for file, name in kind.files.items():
        held = kind.held(position, file)
        if held:
            beside = records if file == kind.record_file else ()
            contents = kind.papers[kind.contents(file)].compose(position, "")
            paper = dated(_with_records(contents, beside), on)
            yield from _folder(FOLDER.format(file=file), name, paper, held, beside)


def _folder(
    folder: str, name: str, contents: Paper, held: Sequence[Document], records: Sequence[Exported]
) -> Iterator[Exported]:
    yield Exported(
        f"{folder}/{CONTENTS}",
        f"{name}: contents",
        word.render(contents),
        about=f"{len(held)} papers",
        kept_in=(name,),
    )
    for number, document in enumerate(held, start=1):
        yield Exported(
            f"{folder}/{numbered(number, document)}",
            str(document),
            bytes(document.content or b""),
            recorded=document.sha256,
            about=f"Paper {number} of the file",
            kept_in=(name,),
        )
    for record in records:
        yield replace(record, name=f"{folder}/{record.name}", kept_in=(name,))


def _with_records(paper: Paper, records: Sequence[Exported]) -> Paper:
    """Return the list of contents with what is no document, above the signature."""
    if not records:
        return paper
    rows = tuple((record.title, record.name) for record in records)
    table = Table("Kept with the papers", ("What it is", "Its name in the folder"), rows, (5, 4))
    at = next(n for n, block in enumerate(paper.blocks) if isinstance(block, Signature))
    return replace(paper, blocks=(*paper.blocks[:at], table, *paper.blocks[at:]))
