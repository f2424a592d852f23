"""The page of every action of a headship."""

from casework.documents.missing import MissingFact
from casework.views.act import Act
from law.base import NoRegime, Obstacle
from recruitment.actions import ACTIONS
from recruitment.forms import FORMS
from recruitment.pages.task_list import discreet
from recruitment.site import SITE
from recruitment.views.missing import missing_fact


class ActOnVacancy(Act):
    """The page of one action of a headship: see `casework.views.act`."""

    site = SITE
    forms = FORMS
    actions = ACTIONS

    def discreet(self, obstacle: Obstacle) -> Obstacle:
        """Return the obstacle without what it says of a candidate whom the person may not see."""
        return discreet(self.desk, obstacle)

    def lacking(self, lacking: MissingFact | NoRegime) -> Obstacle:
        """Return what an action could not go on without, with where it is entered."""
        if isinstance(lacking, MissingFact):
            return missing_fact(lacking)
        return super().lacking(lacking)
