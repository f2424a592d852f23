"""Say whose rules govern the schools that are held."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from schools.regimes import lines


class Command(BaseCommand):
    """manage.py list_regimes."""

    help = (
        "Count the open schools by nation and category, with the rules by which they appoint a "
        "head today, or who decides instead. What an import skipped, the import lists by reason."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Write the report."""
        self.stdout.write("\n".join(lines(timezone.localdate())))
