"""Find states of cases that cannot be."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casework import impossible
from casework.models import Case
from stories.registry import KINDS_OF_STORY


class Command(BaseCommand):
    """manage.py find_impossible."""

    help = (
        "Look through every case for states that no action could have brought about: a stage "
        "without its decision, two people chosen, a file that is not the one issued. Prints a "
        "sentence for each and exits 1 if there is any."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        found = 0
        for sentence in _sentences():
            found += 1
            self.stdout.write(sentence)
        if found:
            raise CommandError(f"{found} impossible states.")
        self.stdout.write(f"Nothing impossible: {Case.objects.count()} cases.")


def _sentences() -> Iterator[str]:
    for case in Case.objects.order_by("reference").iterator(chunk_size=100):
        yield from impossible.find(case)
    for kind in KINDS_OF_STORY.values():
        yield from kind.impossible()
