"""Makes the school and the people of a story, in post before the story begins."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from accounts.models import User
from schools.models import Authority, AuthorityStaff, GoverningBody, Membership, Office, School
from schools.models.choices import Category, MemberKind, Nation, OfficeKind, StaffRole, Status
from stories.people import SEVERAL, People, Person, Place
from stories.source import Value

IN_POST_BEFORE = timedelta(days=400)

DEMONSTRATION_ROLES = {
    "clerk": "clerk",
    "chair": "chair of governors",
    "adviser": "adviser",
    "officer": "officer of the authority",
    "outgoing_head": "outgoing head",
    "panel": "governor on the panel",
    "governors": "governor",
}


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
    _seat(_governing_body(school), who, users, since)
    _employ(school, who, users, since)
    return Cast(school, who, users)


def _role(who: People, name: str) -> str:
    roles = [role for role, person in who.one.items() if person.name == name]
    groups = [role for role in SEVERAL if name in {p.name for p in who.several[role]}]
    return DEMONSTRATION_ROLES[(roles + groups)[0]]


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
    texts = {key: where.texts.get(key, "") for key in ("street", "town", "postcode")}
    return School.objects.create(
        name=where.name,
        category=category,
        nation=where.nation,
        status=Status.OPEN,
        authority=_authority(where.authority, where.nation),
        **texts,
    )


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
    kinds = dict.fromkeys(who.governors(), MemberKind.CO_OPTED)
    if "outgoing_head" in who.one:
        kinds[who.one["outgoing_head"].name] = MemberKind.HEAD
    for name, kind in kinds.items():
        if not body.memberships.on(since).filter(user=users[name]).exists():
            Membership.objects.create(governing_body=body, user=users[name], kind=kind, since=since)
    for role, office in (("clerk", OfficeKind.CLERK), ("chair", OfficeKind.CHAIR)):
        Office.objects.create(
            governing_body=body, user=users[who.one[role].name], office=office, since=since
        )


def _employ(school: School, who: People, users: dict[str, User], since: date) -> None:
    for role in (StaffRole.ADVISER, StaffRole.OFFICER):
        person = who.one.get(role)
        if person is None or school.authority is None:
            continue
        post, _ = AuthorityStaff.objects.get_or_create(
            authority=school.authority, user=users[person.name], role=role,
            defaults={"title": person.title, "since": since},
        )  # fmt: skip
        if post.since > since:
            post.since = since
            post.save()
