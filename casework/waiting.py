"""What waits for a person in one of their cases, of whatever kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from casework.task_page import Named
from casework.timeline import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One case: what waits for the person there, what is late, and the dates to come.

    `home` and `act` are the names of its addresses; `steps` are actions, each its key and name.
    `nearest` is the date by which it stands among the others. One that is not `running` is shown
    only while something waits. `reminder` is what a person bears in mind while nothing does.
    """

    school: str
    reference: str
    called: str
    stage_name: str
    home: str
    act: str
    on: date
    steps: Sequence[Named] = ()
    dates: Sequence[Entry] = ()
    late: Sequence[str] = ()
    nearest: date = date.max
    running: bool = True
    reminder: str = ""

    @property
    def waits(self) -> bool:
        """Whether there is something for the person to do."""
        return bool(self.steps)


Kind = Callable[[User, date], list[Waiting]]


def waiting(user: User, on: date, kinds: Sequence[Kind]) -> tuple[list[Waiting], list[Waiting]]:
    """Return the cases where something waits for the person, and the others that run.

    What is late comes first, then what is nearest.
    """
    found = [each for kind in kinds for each in kind(user, on)]
    found.sort(key=lambda each: (not each.late, each.nearest))
    others = [each for each in found if not each.waits and each.running]
    return [each for each in found if each.waits], others
