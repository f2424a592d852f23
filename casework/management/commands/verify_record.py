"""Verify that the record of every case is whole."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import QuerySet

from casework import record
from casework.models import Case


class Command(BaseCommand):
    """manage.py verify_record [REFERENCE...]."""

    help = (
        "Verify the chain of events of every case, or of those named. Prints a sentence for each "
        "event that was changed, is missing, was added, or was the last and is gone; exits 1 if "
        "there is any."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("references", nargs="*", metavar="REFERENCE", help="a case")

    def handle(self, *_args: Any, references: list[str], **_options: Any) -> None:
        cases = _cases(references)
        faults = [fault for case in cases for fault in record.verify(case)]
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            raise CommandError("The record is not whole.")
        events = sum(case.event_count for case in cases)
        self.stdout.write(f"The record is whole: {len(cases)} cases, {events} events.")


def _cases(references: list[str]) -> QuerySet[Case]:
    """Return the cases named, or all; raise CommandError for one that there is not."""
    if not references:
        return Case.objects.order_by("reference")
    cases = Case.objects.filter(reference__in=references).order_by("reference")
    unknown = set(references) - {case.reference for case in cases}
    if unknown:
        raise CommandError(f"There is no case {', '.join(sorted(unknown))}.")
    return cases
