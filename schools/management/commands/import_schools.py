"""Bring a national register of schools into Headship."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from schools.register.problems import RegisterError
from schools.register.upsert import import_register

PROGRESS_EVERY = 10_000


class Command(BaseCommand):
    """manage.py import_schools FILE."""

    help = (
        "Create, update and close schools from a national register, whose headings tell which it "
        "is: the official download of all establishments in England, or the Welsh Government's "
        "address list of maintained schools in English or in Welsh; CSV, as it is or compressed "
        "with gzip. A file that is not whole or not readable changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="the CSV file, plain or gzip")

    def handle(self, *_args: Any, file: Path, **_options: Any) -> None:
        """Import, telling progress on stderr and the outcome on stdout."""
        try:
            summary = import_register(file, self._tell)
        except RegisterError as error:
            raise CommandError(f"{file.name} was not imported. {error}") from error
        self.stdout.write("\n".join(summary.lines()))

    def _tell(self, rows: int) -> None:
        if rows % PROGRESS_EVERY == 0:
            self.stderr.write(f"{rows:,} rows read", self.style.NOTICE)
