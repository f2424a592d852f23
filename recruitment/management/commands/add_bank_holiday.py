"""Add a bank holiday that was proclaimed after the table was made."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casework.action import Refused
from recruitment.actions.holidays import add_bank_holiday
from schools.management.answers import a_day, add_by, person


class Command(BaseCommand):
    """manage.py add_bank_holiday DATE TITLE --by EMAIL."""

    help = (
        "Add a bank holiday of England and Wales, and record in each running vacancy which of its "
        "clocks it moves. Clocks that have ended stay as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("date", type=a_day, help="as in 2027-05-14")
        parser.add_argument("title", help="what the holiday is for")
        add_by(parser)

    def handle(self, *_args: Any, title: str, by: str, **options: Any) -> None:
        day, who = options["date"], person(by)
        try:
            events = add_bank_holiday(day, title, by=who)
        except Refused as refusal:
            ways = " ".join(f"{o.sentence} {o.clears_by}" for o in refusal.obstacles)
            raise CommandError(f"{ways} Nothing was changed.") from refusal
        self.stdout.write(
            f"{title} on {day} is added. Vacancies with a clock moved: {len(events)}."
        )
        for event in events:
            self.stdout.write(f"{event.case.reference}: {' '.join(event.data['moved'])}")
