"""Enter a special arrangement of a school, such as an interim executive board."""

from datetime import date

from accounts.models import User
from schools.changes import set_arrangement
from schools.management.changing import Changing
from schools.models import Arrangement, School


class Command(Changing):
    """manage.py set_arrangement SCHOOL ARRANGEMENT --since YYYY-MM-DD --by EMAIL."""

    help = (
        "Enter that others than the governing body may decide for a school since a day, or with "
        "'none' that they no longer do. No import changes it."
    )
    choices = Arrangement

    def change(self, school: School, what: str, since: date, by: User) -> str:
        """Set the arrangement."""
        return str(set_arrangement(school, Arrangement(what), since, by=by))
