"""What the forms of all actions of a cycle share."""

from casework.forms.action import ActionForm
from governance.desk import Desk
from governance.position import Position


class CycleForm(ActionForm):
    """The form of one action of a cycle."""

    desk: Desk
    position: Position
