"""The page of every action of a cycle."""

from casework.views.act import Act
from governance.actions import ACTIONS
from governance.forms import FORMS
from governance.pages.task_list import discreet
from governance.site import SITE
from law.base import Obstacle


class ActOnCycle(Act):
    """The page of one action of a cycle: see `casework.views.act`."""

    site = SITE
    forms = FORMS
    actions = ACTIONS

    def discreet(self, obstacle: Obstacle) -> Obstacle:
        """Return the obstacle without the name of anybody whom the person may not know of."""
        return discreet(self.desk, obstacle)
