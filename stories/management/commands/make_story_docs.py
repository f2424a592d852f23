"""Writes docs/stories.md from the code."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from stories.report import report

PAGE = Path(__file__).parents[3] / "docs" / "stories.md"


class Command(BaseCommand):
    """manage.py make_story_docs."""

    help = "Write docs/stories.md: what a story can say, from the actions, rules and checks."

    def handle(self, *_args: Any, **_options: Any) -> None:
        PAGE.write_text(report(), encoding="utf-8")
        self.stdout.write(f"docs/{PAGE.name}")
