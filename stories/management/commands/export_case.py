"""Write the files of a case to a folder."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from stories.export import CannotExport, export
from stories.registry import case_of


class Command(BaseCommand):
    """manage.py export_case REFERENCE DIR."""

    help = (
        "Write the files of a case to a folder that is empty or is not there yet: every document "
        "as it was issued, the record of events as JSON and in words, the attachments, and an "
        "index with sizes, digests and the files that each belongs to."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("reference", help="the case, such as HT-2026-00001")
        parser.add_argument("folder", type=Path, metavar="DIR", help="where to write")

    def handle(self, *_args: Any, reference: str, folder: Path, **_options: Any) -> None:
        found = case_of(reference)
        if found is None:
            raise CommandError(f"There is no case {reference}.")
        try:
            files = export(*found, folder)
        except (CannotExport, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(files)} files of {reference} written to {folder}.")
        altered = [file.name for file in files if file.is_altered]
        if altered:
            raise CommandError(f"Not the bytes that were kept: {', '.join(altered)}.")
