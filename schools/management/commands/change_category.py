"""Enter that a school has become one of another category."""

from datetime import date

from accounts.models import User
from schools.changes import change_category
from schools.management.changing import Changing
from schools.models import Category, School


class Command(Changing):
    """manage.py change_category SCHOOL CATEGORY --since YYYY-MM-DD --by EMAIL."""

    help = (
        "Enter that a school changed its category, as when it became an academy, before the "
        "register says so. A later import neither undoes it nor enters it again."
    )
    choices = Category

    def change(self, school: School, what: str, since: date, by: User) -> str:
        """Change the category."""
        return change_category(school, Category(what), since, by=by).get_category_display()
