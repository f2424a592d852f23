"""Plays a story: each of its steps on its own day, through the same actions as the pages."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, transaction

from casework import clock
from casework.action import Actor, NotInThisCase, Refused, Stranger
from casework.documents.wording import MissingFact
from law.base import Obstacle
from recruitment import load
from recruitment.models import Vacancy
from stories import cast
from stories.arguments import read_arguments
from stories.checks import differs
from stories.obstacles import MISSING_FACT, STRANGER
from stories.rows import Scene
from stories.source import At
from stories.story import Act, Look, Step, Story

Tell = Callable[[str], None]


class Surprise(Exception):
    """A step that did not go as the story says: file, line, and what happened instead."""

    def __init__(self, at: At, sentence: str) -> None:
        super().__init__(f"{at.file}:{at.line}: {sentence}")
        self.at, self.sentence = at, sentence
