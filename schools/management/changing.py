"""The shape of a command that changes something of one school from a day on."""

from abc import abstractmethod
from argparse import ArgumentParser
from datetime import date
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.db.models import TextChoices

from accounts.models import User
from law.periods import in_words
from schools.changes import ChangeRefused
from schools.management.answers import a_day, add_by, person
from schools.models import School
from schools.search import school_numbered


class Changing(BaseCommand):
    """manage.py COMMAND SCHOOL WHAT --since YYYY-MM-DD --by EMAIL."""

    choices: ClassVar[type[TextChoices]]

    @abstractmethod
    def change(self, school: School, what: str, since: date, by: User) -> str:
        """Change the school, and return what it then is; ChangeRefused if it cannot be."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the school, what it has become, and since when."""
        parser.add_argument("school", help="the school's URN, or its number in Wales")
        parser.add_argument("what", choices=self.choices.values)
        parser.add_argument("--since", type=a_day, required=True, help="YYYY-MM-DD")
        add_by(parser)

    def handle(self, *_args: Any, school: str, what: str, by: str, **options: Any) -> None:
        """Change it, and say so."""
        who, since = person(by), options["since"]
        try:
            found = school_numbered(school)
            now = self.change(found, what, since, who)
        except School.DoesNotExist as error:
            raise CommandError(f"No school with the number {school} is held.") from error
        except ChangeRefused as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        self.stdout.write(f"{found}: {now} since {in_words(since)}.")
