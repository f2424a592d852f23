"""Makes the school and the people of a story, in post before the story begins."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from accounts.models import User
from schools import terms
from schools.models import (
    Authority,
    AuthorityStaff,
    GoverningBody,
    Membership,
    Office,
    School,
    TermDates,
)
from schools.models.choices import Category, Nation, Status, TermKind
from stories.people import People, Person, Place
from stories.source import Value

IN_POST_BEFORE = timedelta(days=400)
OF_THE_SCHOOL = ("street", "town", "postcode", "religious_character")


@dataclass(frozen=True, slots=True)
class Cast:
    """The school and the people of a story, as they are in the database."""

    school: School
    people: People
    users: dict[str, User]

    def user(self, value: Value) -> User:
        """Return the user whose role or name stands there; raise BadStory for anybody else."""
        return self.users[self.people.named(value).name]


def assemble(where: Place, who: People, first: date) -> Cast:
    """Make or find the school, its governing body and its people, in post before `first`."""
    users = {name: _user(person, _role(who, name)) for name, person in who.everybody().items()}
    school, since = _school(where), first - IN_POST_BEFORE
    _keep_terms(school, where, by=next(iter(users.values())), on=since)
    _seat(_governing_body(school), who, users, since)
    _employ(school, who, users, since)
    return Cast(school, who, users)


def _role(who: People, name: str) -> str:
    """Return what the person is called after the first of their roles."""
    having = who.having.items()
    return next(role.says for role, people in having if name in {p.name for p in people})


def _user(person: Person, role: str) -> User:
    """Return the person's account; one name at one address is one person in every story."""
    found = User.objects.filter(email=person.email.lower()).first()
    if found is None:
        try:
            return User.objects.create_user(person.email, person.name, demonstration_role=role)
        except ValidationError as error:
            raise person.at.wrong(" ".join(error.messages)) from error
    if found.full_name != person.name:
        raise person.at.wrong(f"{person.email} is the address of {found.full_name}.")
    return found


def _school(where: Place) -> School:
    if where.category is not None:
        return _invented(where, where.category)
    school = School.objects.filter(urn=int(where.texts["urn"])).first()
    if school is None:
        raise where.at.wrong(f"No school with URN {where.texts['urn']} has been imported.")
    return school


def _invented(where: Place, category: Category) -> School:
    """An invented school is made anew each time, so that a story can be played again."""
    texts = {key: where.texts.get(key, "") for key in OF_THE_SCHOOL}
    return School.objects.create(
        name=where.name,
        category=category,
        nation=where.nation,
        status=Status.OPEN,
        authority=_authority(where.authority, where.nation),
        **texts,
    )


def _keep_terms(school: School, where: Place, *, by: User, on: date) -> None:
    """Enter the school's terms as the story has them. The first person it names answers for it."""
    dates = [
        TermDates(kind=TermKind.TERM, name="", first=first, last=last)
        for first, last in where.terms
    ]
    try:
        terms.enter(school, dates, by=by, on=on)
    except terms.TermsRefused as refused:
        raise where.at.wrong(" ".join(refused.faults)) from refused


def _governing_body(school: School) -> GoverningBody:
    """Return the school's governing body, made if it has none."""
    if school.governing_body is None:
        school.governing_body = GoverningBody.objects.create(
            name=f"Governing body of {school.name}"
        )
        school.save()
    return school.governing_body


def _authority(name: str, nation: Nation) -> Authority:
    """Return the authority of that name, made if need be. The register's codes are all digits."""
    found = Authority.objects.filter(name=name).first()
    made = Authority.objects.filter(code__startswith="D").count()
    return found or Authority.objects.create(code=f"D{made + 1:02d}", name=name, nation=nation)


def _seat(body: GoverningBody, who: People, users: dict[str, User], since: date) -> None:
    for name, kind in who.seats().items():
        if not body.memberships.on(since).filter(user=users[name]).exists():
            Membership.objects.create(governing_body=body, user=users[name], kind=kind, since=since)
    for person, office in who.having_a(lambda role: role.office):
        Office.objects.create(
            governing_body=body, user=users[person.name], office=office, since=since
        )


def _employ(school: School, who: People, users: dict[str, User], since: date) -> None:
    posts = who.having_a(lambda role: role.post) if school.authority else ()
    for person, role in posts:
        post, _ = AuthorityStaff.objects.get_or_create(
            authority=school.authority, user=users[person.name], role=role,
            defaults={"title": person.title, "since": since},
        )  # fmt: skip
        if post.since > since:
            post.since = since
            post.save()
