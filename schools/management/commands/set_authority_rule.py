"""Enter or end a rule that an authority has made beside the law."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from law.appointment.local import KEYS
from law.periods import in_words
from schools.management.answers import a_day, add_by, person
from schools.models import Authority
from schools.rules import RuleRefused, end_rule, set_rule


class Command(BaseCommand):
    """manage.py set_authority_rule CODE KEY --by EMAIL, and --since or --end with a day."""

    help = (
        "Enter an authority's own rule since a day: a longer period or a larger panel than the "
        "law asks for, or a practice that it has made a rule. It can never ask for less than the "
        "law. It replaces one since the same day. With --end, end the rule instead."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the authority, the rule, its first day with what it asks for, or its last."""
        parser.add_argument("authority", help="the authority's code, such as 301 or D01")
        parser.add_argument("rule", choices=KEYS)
        when = parser.add_mutually_exclusive_group(required=True)
        when.add_argument("--since", type=a_day, metavar="DATE", help="the first day of the rule")
        when.add_argument(
            "--end",
            type=a_day,
            metavar="DATE",
            help="the last day of the rule; one that has not begun is taken out by the day before",
        )
        parser.add_argument("--length", type=int, help="how many days or governors")
        parser.add_argument("--reference", default="", help="where the authority laid it down")
        add_by(parser)

    def handle(self, *_args: Any, authority: str, rule: str, by: str, **options: Any) -> None:
        """Enter it or end it, and say so."""
        who = person(by)
        if options["end"] and (options["length"] is not None or options["reference"]):
            raise CommandError("A rule that ends has neither --length nor --reference.")
        try:
            found = Authority.objects.get(code__iexact=authority)
            if options["end"]:
                end_rule(found, rule, options["end"], by=who)
            else:
                length, since = options["length"], options["since"]
                set_rule(found, rule, length, options["reference"], since, by=who)
        except Authority.DoesNotExist as error:
            raise CommandError(f"No authority with the code {authority} is held.") from error
        except RuleRefused as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        until = options["end"]
        when = f"until {in_words(until)}" if until else f"since {in_words(options['since'])}"
        self.stdout.write(f"{found}: {rule.replace('_', ' ')} {when}.")
