"""Adds a person who may sign in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User


class Command(BaseCommand):
    """manage.py add_person EMAIL "FULL NAME"."""

    help = "Add a person, who then sets a password by 'Forgotten your password?' on the site."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("full_name")

    def handle(self, *_args: Any, email: str, full_name: str, **_options: Any) -> None:
        try:
            person = User.objects.create_user(email, full_name)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{person.full_name} can now set a password at the sign-in page.")
