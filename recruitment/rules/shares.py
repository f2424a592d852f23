"""Posts beside one another at one school: which may be filled at once, and how much of a post."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from casework.rules import entry
from casework.words import written
from law.base import Obstacle
from recruitment.models import Vacancy
from recruitment.models.vacancy import WHOLE
from schools.models import Membership

ONE_POST = frozenset({Vacancy.Post.HEAD, Vacancy.Post.CO_HEAD})
"""A co-headship is the headship, shared: beside a whole one there is none."""


def beside(asked: Vacancy, running: Sequence[Vacancy]) -> Iterator[Obstacle]:
    """Yield why the vacancy `asked` for cannot be opened beside those that run at the school."""
    yield from _dates(asked)
    yield from _share(asked)
    same = [each for each in running if _same_post(asked, each)]
    for each in same:
        if not asked.post == each.post == Vacancy.Post.CO_HEAD:
            yield entry(
                "vacancy_running",
                f"The headship of {asked.school} is being filled: {each.reference}.",
                "Go on with that vacancy, or withdraw it.",
            )
            return
    yield from _within_the_whole(asked, same)


def of_the_present_head(asked: Vacancy, heads: Sequence[Membership]) -> Iterator[Obstacle]:
    """Yield that the last day given is before the head who sits among the governors began."""
    first = max((head.since for head in heads), default=None)
    if asked.post == Vacancy.Post.HEAD and first and asked.outgoing_last_day < first:
        yield entry(
            "last_day_before_the_head_began",
            f"The outgoing head's last day, {written(asked.outgoing_last_day)}, is before the head "
            f"now in post began, {written(first)}.",
            "Check the year; or have the governing body's record of the head corrected.",
        )


def shared(vacancies: Sequence[Vacancy]) -> int:
    """Return how much of one post the vacancies fill, with what those who stay keep of it."""
    kept = max((each.kept_share for each in vacancies), default=0)
    return kept + sum(each.share for each in vacancies)


def _same_post(one: Vacancy, other: Vacancy) -> bool:
    return one.post == other.post or {one.post, other.post} <= ONE_POST


def _dates(asked: Vacancy) -> Iterator[Obstacle]:
    first = asked.outgoing_last_day + timedelta(days=1)
    if asked.until and asked.until <= first:
        yield entry(
            "ends_before_it_begins",
            f"The post would end on {written(asked.until)}, and falls vacant on {written(first)}.",
            "Give a later end, or none.",
        )


def _share(asked: Vacancy) -> Iterator[Obstacle]:
    if not 1 <= asked.share <= WHOLE or not 0 <= asked.kept_share < WHOLE:
        yield entry(
            "share_unknown",
            f"{asked.share}% beside {asked.kept_share}% is no sharing of a post.",
            f"Give percentages of full time, from 1 to {WHOLE}.",
        )
    elif asked.kept_share and asked.post != Vacancy.Post.CO_HEAD:
        yield entry(
            "nobody_shares",
            "Somebody is said to keep a share of a post that is not shared.",
            "Choose the post of a co-head, or leave out the share that is kept.",
        )


def _within_the_whole(asked: Vacancy, same: Sequence[Vacancy]) -> Iterator[Obstacle]:
    whole = shared([asked, *same])
    if whole > WHOLE:
        others = ", ".join(f"{each.reference} for {each.share}%" for each in same)
        beside = f", beside {others}" if others else ""
        kept = max(each.kept_share for each in [asked, *same])
        yield entry(
            "share_over_whole",
            f"{asked.share}% of the post{beside}, with the {kept}% that is kept, makes {whole}%: "
            "more than the whole.",
            "Give a smaller share, or correct what the co-head who stays keeps.",
        )
