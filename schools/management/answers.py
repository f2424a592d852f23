"""What commands ask for alike: a day, and who answers for what is done."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import date

from django.core.management.base import CommandError

from accounts.models import User


def a_day(text: str) -> date:
    """Return the day written as 2026-11-01. ArgumentTypeError, which says so, for any other."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is not a date written 2026-11-01") from error


def add_by(parser: ArgumentParser) -> None:
    """Have the command ask who answers for it."""
    parser.add_argument("--by", required=True, metavar="EMAIL", help="who answers for it")


def person(address: str) -> User:
    """Return who has that address. CommandError if nobody who can sign in has."""
    try:
        return User.objects.get(email__iexact=address)
    except User.DoesNotExist as error:
        raise CommandError(f"Nobody with the address {address} can sign in. Add them.") from error
