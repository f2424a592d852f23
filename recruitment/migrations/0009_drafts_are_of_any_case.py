from typing import Any

from django.db import migrations


def move(apps: Any, _: Any) -> None:
    """Keep the drafts of forms where those of every kind of case are kept."""
    old, new = (
        apps.get_model("recruitment", "AdviserDraft"),
        apps.get_model("casework", "FormDraft"),
    )
    for draft in old.objects.iterator():
        new.objects.create(
            case_id=draft.vacancy_id,
            user_id=draft.user_id,
            action=draft.action,
            data=draft.data,
            saved_at=draft.saved_at,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("recruitment", "0008_neutral_stages"),
        ("casework", "0004_drafts_of_forms"),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(name="AdviserDraft"),
    ]
