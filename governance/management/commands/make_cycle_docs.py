"""Writes docs/performance-management.md from the code."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from governance.report import performance_management

PAGE = Path(__file__).parents[3] / "docs" / "performance-management.md"


class Command(BaseCommand):
    """`manage.py make_cycle_docs`."""

    help = "Writes the page of docs/ that is made from the code of performance management."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write the page, and say which."""
        PAGE.write_text(performance_management(), encoding="utf-8")
        self.stdout.write(f"docs/{PAGE.name}")
