"""A change after publication: a later closing date, or the post published again."""

from datetime import date

from casework.action import Actor, certain
from casework.models import Event
from recruitment.actions.papers import mark_late
from recruitment.models import ClosingExtension, Vacancy
from recruitment.process import action, step


@action
def extend_closing(
    vacancy: Vacancy, *, closing_on: date, why: str, where: str, by: Actor, on: date
) -> Event:
    """Make the closing date of the advertisement in force later, as was announced in `where`.

    An application that came after the first date, and not after this one, is no longer late.
    """
    with step(
        vacancy, "extend_closing", by=by, on=on, why=why, closing_on=closing_on, where=where
    ) as s:
        advert = certain(s.position.advertised)
        before = certain(advert.closing_on)
        ClosingExtension.objects.create(
            vacancy=s.case, advertisement=advert, before=before, closing_on=closing_on,
            why=why, where=where, extended_on=on,
        )  # fmt: skip
        s.facts["before"] = before
        advert.closing_on = closing_on
        advert.save()
        mark_late(s.position)
    return s.done


@action
def publish_again(vacancy: Vacancy, *, why: str, by: Actor, on: date) -> Event:
    """Open the person specification again, so that the post is published anew, in the same round.

    What was published stays on record, and the applications that came stay with their codes.
    """
    with step(vacancy, "publish_again", by=by, on=on, why=why) as s:
        s.case.publish_again()
        s.case.criteria_settled_on = None
        s.case.moved_on = on
    return s.done
