"""Long forms put by and taken up again. No step of the case: no event, no rule."""

from collections.abc import Mapping, Sequence

from accounts.models import User
from casework import clock
from casework.models import Case, FormDraft


def keep(case: Case, user: User, action: str, data: Mapping[str, Sequence[str]]) -> None:
    """Keep what the person has typed so far, in the place of what was kept before."""
    FormDraft.objects.update_or_create(
        case=case,
        user=user,
        action=action,
        defaults={"data": {name: list(values) for name, values in data.items()},
                  "saved_at": clock.now()},
    )  # fmt: skip


def drop(case: Case, user: User, action: str) -> None:
    """Forget the draft: it was sent, or is not wanted."""
    FormDraft.objects.filter(case=case, user=user, action=action).delete()
