"""Makes the database ready for 'make run', plays the demonstration once, prints the sign-ins."""

import os
import sys
from itertools import groupby

import django
from django.apps import apps
from django.core.management import call_command


def play_once() -> None:
    """Play the demonstration stories if there is no case yet."""
    if not apps.get_model("casework", "Case").objects.exists():
        call_command("play", "--demonstration")


def sign_ins() -> str:
    """The people of the demonstration, a line for each role."""
    people = apps.get_model("accounts", "User").objects.demonstration()
    by_role = groupby(people, key=lambda person: person.demonstration_role or "Others")
    return "\n".join(f"  {role}: {', '.join(map(str, group))}" for role, group in by_role)


def main(address: str) -> None:
    """Prepare what the server at the address needs, and say who can sign in there."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    play_once()
    sys.stdout.write(f"\nHeadship: http://{address}\nSign in there as one of:\n{sign_ins()}\n\n")


if __name__ == "__main__":
    main(sys.argv[1])
