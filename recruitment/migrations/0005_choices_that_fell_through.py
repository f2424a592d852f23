"""Cases begun before the turns: the dates of each candidate, and choices that had fallen through."""

from typing import Any

from django.db import migrations

CHOSEN = ("recommended", "approved", "appointed", "offered", "accepted", "confirmed")
NOT_LISTED = ("applied", "not_shortlisted")


def carry_on(apps: Any, _: Any) -> None:
    """Date what the case had dated; end the decisions for whoever had withdrawn since."""
    for case in apps.get_model("recruitment", "Vacancy").objects.all():
        listed = case.candidates.exclude(state__in=NOT_LISTED)
        listed.filter(shortlisted_on=None).update(shortlisted_on=case.shortlisted_on)
        interviewed = listed.exclude(state__in=("shortlisted", "withdrawn"))
        interviewed.filter(interviewed_on=None).update(interviewed_on=case.interviewed_on)
        standing = case.decisions.filter(round=case.round, ended_on=None)
        choice = standing.filter(kind="recommend", candidate__state="withdrawn").first()
        if choice and case.stage in CHOSEN:
            _fall_through(case, standing, choice.candidate)


def _fall_through(case: Any, standing: Any, candidate: Any) -> None:
    day = max(case.moved_on, candidate.decided_on or case.moved_on)
    standing.update(ended_on=day, ended_why="The candidate withdrew")
    case.decisions.create(
        round=case.round,
        kind="fall_through",
        candidate=candidate,
        decided_on=day,
        reasons="The candidate withdrew",
    )
    type(case).objects.filter(pk=case.pk).update(stage="fell_through", moved_on=day)


class Migration(migrations.Migration):
    dependencies = [("recruitment", "0004_plan")]
    operations = [migrations.RunPython(carry_on, migrations.RunPython.noop)]
