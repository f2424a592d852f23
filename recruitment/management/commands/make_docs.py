"""Writes the pages of docs/ that are made from the code of a headship."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from recruitment import report
from recruitment.documents.report import documents
from recruitment.matrix import matrix

DOCS = Path(__file__).parents[3] / "docs"
PAGES: dict[str, Callable[[], str]] = {
    "documents.md": documents,
    "matrix.md": matrix,
    "permissions.md": report.permissions,
    "stages.md": report.stages,
}


class Command(BaseCommand):
    """`manage.py make_docs`."""

    help = "Writes the pages of docs/ that are made from the code of a headship."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write each page, and say which."""
        for name, page in PAGES.items():
            (DOCS / name).write_text(page(), encoding="utf-8")
            self.stdout.write(f"docs/{name}")
