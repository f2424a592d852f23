"""The person specification: what candidates are judged by, until it is settled and frozen."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from casework.action import Actor
from casework.models import Event
from recruitment import suggested
from recruitment.models import Criterion, Vacancy
from recruitment.process import action, step
from recruitment.rules.specification import words

NO_ANCHORS: Mapping[str, str] = MappingProxyType({})


@action
def add_criterion(
    vacancy: Vacancy,
    *,
    text: str,
    tested_by: Sequence[Criterion.TestedBy],
    by: Actor,
    on: date,
    essential: bool = True,
    weight: int = 1,
    anchors: Mapping[str, str] = NO_ANCHORS,
) -> Event:
    """Add a criterion to the person specification, before it is settled.

    `weight` is what its points are multiplied by in a total. `anchors` say, by the point of the
    scale, what evidence for this criterion stands for it.
    """
    with step(
        vacancy, "add_criterion", by=by, on=on, text=text, essential=essential,
        tested_by=list(tested_by), weight=weight, anchors=dict(anchors),
    ) as s:  # fmt: skip
        last = max((c.number for c in s.position.specification), default=0)
        s.case.criteria.create(
            number=last + 1,
            text=text,
            essential=essential,
            tested_by=[Criterion.TestedBy(way) for way in tested_by],
            weight=weight,
            anchors={point: words for point, words in anchors.items() if words.strip()},
            added_on=on,
        )
    return s.done


@action
def start_specification(
    vacancy: Vacancy, *, by: Actor, on: date, standards: str = "", like: str = ""
) -> Event:
    """Add all the criteria of the `standards` of that key, or of the headship referred to.

    `like` is the reference of a headship in which the person has a part. A criterion that stands
    already is not added again.
    """
    offered = suggested.from_standards(standards)
    offered += suggested.from_vacancy(like.strip(), by.user) if like.strip() else []
    with step(
        vacancy, "start_specification", by=by, on=on, standards=standards, like=like.strip(),
        criteria=[each.text for each in offered],
    ) as s:  # fmt: skip
        there = {words(c.text) for c in s.position.criteria}
        added = [each for each in offered if words(each.text) not in there]
        last = max((c.number for c in s.position.specification), default=0)
        for number, each in enumerate(added, start=last + 1):
            s.case.criteria.create(number=number, added_on=on, **each.fields())
        s.facts["criteria"] = [each.text for each in added]
    return s.done


@action
def remove_criterion(vacancy: Vacancy, *, criterion: Criterion, by: Actor, on: date) -> Event:
    """Remove a criterion before the person specification is settled.

    One that was published in an earlier round is kept with its number: papers rest on it.
    """
    with step(vacancy, "remove_criterion", by=by, on=on, criterion=criterion) as s:
        row: Criterion = s["criterion"]
        if s.position.advertisements:
            row.removed_on = on
            row.save()
        else:
            others = [c for c in s.position.criteria if c.pk != row.pk]
            row.delete()
            _number_anew(others)
    return s.done


def _number_anew(criteria: Sequence[Criterion]) -> None:
    for number, criterion in enumerate(criteria, start=1):
        criterion.number = number
        criterion.save()


@action
def settle_criteria(vacancy: Vacancy, *, by: Actor, on: date) -> Event:
    """Settle the person specification: from now on it is what candidates are judged by."""
    with step(vacancy, "settle_criteria", by=by, on=on) as s:
        s.case.criteria_settled_on = on
        s.facts["criteria"] = [str(c) for c in s.position.criteria]
    return s.done
