"""The user: what the database and the manager refuse."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from accounts.models import NO_SUPERUSER, User


def test_a_person_is_shown_by_their_full_name(ann: User) -> None:
    assert str(ann) == "Ann Rees"


def test_an_address_is_kept_in_lower_case_and_a_name_without_stray_spaces(db: None) -> None:
    person = User.objects.create_user(" Tom.Hale@Example.ORG ", " Tom   Hale ")
    assert (person.email, person.full_name) == ("tom.hale@example.org", "Tom Hale")


def test_people_are_listed_by_name(ann: User) -> None:
    User.objects.create_user("aaron@example.org", "Zeb Aaron")
    User.objects.create_user("zoe@example.org", "Abi Zoe")
    assert [str(person) for person in User.objects.all()] == ["Abi Zoe", "Ann Rees", "Zeb Aaron"]


def test_one_address_is_one_person_however_it_is_written(ann: User) -> None:
    with pytest.raises(ValidationError, match="User with this Email address already exists"):
        User.objects.create_user("ANN@example.org", "Another Ann")


def test_the_database_refuses_an_address_with_capitals(ann: User) -> None:
    with pytest.raises(IntegrityError, match="email_in_lower_case"):
        User.objects.filter(pk=ann.pk).update(email="ANN@example.org")


@pytest.mark.parametrize(("email", "name"), [("ann", "Ann Rees"), ("", "Ann"), ("a@b.org", "")])
def test_a_person_needs_an_address_and_a_name(db: None, email: str, name: str) -> None:
    with pytest.raises(ValidationError):
        User.objects.create_user(email, name)
    assert not User.objects.exists()


def test_a_superuser_is_impossible_in_the_database(ann: User) -> None:
    with pytest.raises(IntegrityError, match="nobody_is_a_superuser"):
        User.objects.filter(pk=ann.pk).update(is_superuser=True)


def test_a_superuser_is_refused_with_a_sentence(db: None) -> None:
    with pytest.raises(ValidationError) as refusal:
        User.objects.create_superuser("root@example.org", "Root", "seven-quiet-herons")
    assert refusal.value.messages == [NO_SUPERUSER]


def test_the_command_that_makes_superusers_says_why_not(db: None) -> None:
    options = {"email": "root@example.org", "full_name": "Root", "interactive": False}
    with pytest.raises(CommandError, match="Headship has no superusers"):
        call_command("createsuperuser", **options)
    assert not User.objects.exists()


def test_only_active_people_of_the_demonstration_are_offered(ann: User, uma: User) -> None:
    User.objects.create_user("gone@demo.headship.example", "Gone Away")
    User.objects.filter(full_name="Gone Away").update(is_active=False)
    assert list(User.objects.demonstration()) == [uma]
