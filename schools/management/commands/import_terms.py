"""Enter a school's term dates from a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from schools import term_file, terms
from schools.management.answers import add_by, person
from schools.models import School
from schools.search import school_numbered


class Command(BaseCommand):
    """manage.py import_terms FILE SCHOOL --by EMAIL."""

    help = (
        "Enter the terms of a school, and the days within them on which it is closed, from a CSV "
        "or JSON file. Dates that are there already stay; a file with terms that overlap each "
        "other, or those that are there, changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the file and the school."""
        parser.add_argument("file", type=Path, help="a .csv or .json file")
        parser.add_argument("school", help="the school's URN, or its number in Wales, or its name")
        add_by(parser)

    def handle(self, *_args: Any, file: Path, school: str, by: str, **_options: Any) -> None:
        """Enter the dates, or say what is wrong with the file."""
        found, who = _school(school), person(by)
        try:
            read = term_file.read(file)
            new = terms.enter(found, read, by=who, on=timezone.localdate())
        except terms.TermsRefused as refusal:
            raise CommandError(f"{file.name} was not imported. {refusal}") from refusal
        self.stdout.write(f"{found}: {len(new)} entered, {len(read) - len(new)} there already.")
        for closure in terms.without_a_term(found.term_dates.all()):
            self.stdout.write(f"{closure} falls in no term: it is kept, and changes nothing.")


def _school(which: str) -> School:
    try:
        return school_numbered(which.strip())
    except School.DoesNotExist:
        return _named(which)


def _named(which: str) -> School:
    found = list(School.objects.filter(name__iexact=which.strip())[:2])
    if len(found) != 1:
        how_many = "More than one school is" if found else "No school is"
        raise CommandError(f"{how_many} found for “{which}”. Give the school's URN or number.")
    return found[0]
