"""Who shortlisted, which until now stood in the record alone."""

from typing import Any

from django.db import migrations, models


def from_the_record(apps: Any, _: Any) -> None:
    """Give each vacancy whose shortlist is recorded those who drew up the last one."""
    event, vacancy = apps.get_model("casework", "Event"), apps.get_model("recruitment", "Vacancy")
    for case in vacancy.objects.exclude(shortlisted_on=None):
        last = event.objects.filter(case_id=case.pk, action="shortlist").order_by("number").last()
        case.shortlisted_by = [p["id"] for p in last.data.get("shortlisters", [])] if last else []
        case.save(update_fields=["shortlisted_by"])


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0005_papers_destroyed"),
        ("recruitment", "0012_closed_papers"),
    ]

    operations = [
        migrations.AddField(
            model_name="vacancy",
            name="shortlisted_by",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.RunPython(from_the_record, migrations.RunPython.noop),
    ]
