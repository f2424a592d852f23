"""Play stories: cases as scripts, through the same actions as the pages."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models.signals import post_save

from accounts.models import User
from casework import clock
from casework.models import Attachment
from stories.player import Surprise, play
from stories.shipped import shipped
from stories.source import BadStory
from stories.story import Story, load


class Command(BaseCommand):
    """manage.py play FILE... [--keep], or manage.py play --demonstration."""

    help = (
        "Play stories and print each step with its outcome. Exits 1 at the first surprise, naming "
        "file and line and what happened instead. Nothing is left in the database without --keep."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a story")
        parser.add_argument("--keep", action="store_true", help="leave the cases in the database")
        parser.add_argument(
            "--demonstration",
            action="store_true",
            help="play the stories that come with Headship, keep those not kept before, and say "
            "who can sign in",
        )

    def handle(
        self, *_args: Any, files: list[Path], keep: bool, demonstration: bool, **_options: Any
    ) -> None:
        if demonstration:
            self._demonstrate(files)
        elif not files:
            raise CommandError("Name a story to play, or ask for --demonstration.")
        else:
            self._play(_read(files), keep=keep)

    def _demonstrate(self, files: list[Path]) -> None:
        if files:
            raise CommandError("The demonstration is of the stories that come with Headship.")
        if not settings.DEMONSTRATION:
            raise CommandError("The demonstration is turned off here (DEMONSTRATION).")
        self._play([story for story in _read(shipped()) if not _is_kept(story)], keep=True)
        self.stdout.write(f"Sign in as one of:\n{sign_ins()}")

    def _play(self, stories: list[Story], *, keep: bool) -> None:
        """Play them all in one transaction, so that a surprise leaves nothing of any."""
        if keep:
            _refuse_the_future(stories)
        try:
            with _files_follow_rows(), transaction.atomic():
                for story in stories:
                    self._play_one(story, keep=keep)
                transaction.set_rollback(not keep)
        except (BadStory, Surprise) as error:
            raise CommandError(str(error)) from error

    def _play_one(self, story: Story, *, keep: bool) -> None:
        self.stdout.write(story.title)
        case = play(story, self.stdout.write)
        events = f"{case.reference}, {case.event_count} events" if case else "no case"
        self.stdout.write(f"Played to its end: {events}{', kept' if keep else ''}.\n")


def _read(files: Iterable[Path]) -> list[Story]:
    try:
        return [load(file, clock.today()) for file in files]
    except BadStory as error:
        raise CommandError(str(error)) from error


def _refuse_the_future(stories: Iterable[Story]) -> None:
    for story in stories:
        at, day = story.last.at, story.last.recorded
        if day > clock.today():
            raise CommandError(
                f"{at.file}:{at.line}: {day:%-d %B %Y} has not come yet, so this story can be "
                "played but not kept."
            )


def _is_kept(story: Story) -> bool:
    """A story that was kept left a case of its kind at its school."""
    place = {"school__name": story.place.name, "school__authority__name": story.place.authority}
    return story.kind.cases().filter(school__urn=None, **place).exists()


@contextmanager
def _files_follow_rows() -> Iterator[None]:
    """Delete afterwards the files of attachments that were rolled back, which only rows are."""
    saved: set[str] = set()

    def note(instance: Attachment, **_: Any) -> None:
        saved.add(str(instance.file.name))

    post_save.connect(note, sender=Attachment, weak=False)
    try:
        yield
    finally:
        post_save.disconnect(note, sender=Attachment)
        kept = Attachment.objects.filter(file__in=saved).values_list("file", flat=True)
        for name in saved - set(kept):
            default_storage.delete(name)


def sign_ins() -> str:
    """Return the people of the demonstration, a line for each role."""
    by_role = groupby(User.objects.demonstration(), key=lambda user: user.demonstration_role)
    return "\n".join(f"  {role}: {', '.join(map(str, group))}" for role, group in by_role)
