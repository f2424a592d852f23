"""manage.py add_person."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User


def test_an_added_person_has_no_password_until_they_set_one(db: None) -> None:
    said = StringIO()
    call_command("add_person", "ann@example.org", "Ann Rees", stdout=said)
    assert said.getvalue() == "Ann Rees can now set a password at the sign-in page.\n"
    assert not User.objects.get(email="ann@example.org").has_usable_password()


def test_adding_somebody_twice_is_refused(ann: User) -> None:
    with pytest.raises(CommandError, match="already exists"):
        call_command("add_person", "ann@example.org", "Ann Again")
    assert list(User.objects.all()) == [ann]
