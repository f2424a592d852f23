"""Opening: the vacancy, who takes part, the notice, the advertisement."""

from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction

from accounts.models import User
from casework import access, clock, record
from casework.action import Actor, Refused
from casework.models import Event, Meeting
from casework.rules import entry
from casework.words import written
from law.base import NoRegime, Obstacle
from recruitment import load
from recruitment.actions.meetings import take_item
from recruitment.models import Advertisement, Vacancy
from recruitment.models.vacancy import WHOLE
from recruitment.process import action, step
from recruitment.rules import shares
from recruitment.stages import RUNNING
from schools.governing_law import law_of
from schools.models import School
from schools.models.choices import IN_USE, MemberKind, StaffRole


@action
def open_vacancy(
    school: School,
    *,
    reason: Vacancy.Reason,
    outgoing_last_day: date,
    by: Actor,
    on: date,
    notice_received_on: date | None = None,
    outgoing_head: User | None = None,
    post: Vacancy.Post = Vacancy.Post.HEAD,
    share: int = WHOLE,
    kept_share: int = 0,
    until: date | None = None,
) -> Vacancy:
    """Record that the headship of `school` falls vacant, by the clerk to its governing body.

    `share` of the `post` is to be filled, a percentage of full time, beside the `kept_share` of a
    co-head who stays; `until` is the end of a post that is filled for a time.

    Returns the vacancy, with its first event. Raises Refused, with nothing written, when the
    school cannot have one: closed, without a governing body or authority, or the post is being
    filled.
    """
    with transaction.atomic():
        school = School.objects.select_for_update(of=("self",)).get(pk=school.pk)
        asked = Vacancy(
            school=school,
            opened_on=on,
            moved_on=on,
            reason=Vacancy.Reason(reason),
            notice_received_on=notice_received_on,
            outgoing_last_day=outgoing_last_day,
            outgoing_head=outgoing_head,
            post=Vacancy.Post(post),
            share=share,
            kept_share=kept_share,
            until=until,
        )
        obstacles = _cannot_open(asked, by.user)
        if obstacles:
            raise Refused(obstacles)
        vacancy = asked
        vacancy.reference = uuid4().hex[:20]
        vacancy.save()
        vacancy.reference = f"HT-{on.year}-{vacancy.pk:05d}"
        vacancy.save(update_fields=["reference"])
        _grant_from_office(vacancy, by.user, on)
        position = load.position(vacancy, on)
        record.append(
            vacancy,
            record.Entry(
                action="open_vacancy",
                by=by.user,
                role="clerk",
                happened_on=on,
                data={
                    "school": school,
                    "reason": reason,
                    "notice_received_on": notice_received_on,
                    "outgoing_last_day": outgoing_last_day,
                    "outgoing_head": outgoing_head,
                    **_particular(vacancy),
                },
                provision=position.provision("notice_of_vacancy"),
                law_version=position.law_version,
            ),
        )
        return vacancy


A_LONG_TIME = timedelta(days=2 * 366)


def _particular(vacancy: Vacancy) -> dict[str, object]:
    """Return what is recorded of a post that is not simply a whole headship without an end."""
    told = {
        "post": vacancy.post if vacancy.post != Vacancy.Post.HEAD else None,
        "share": vacancy.share if vacancy.share != WHOLE else None,
        "kept_share": vacancy.kept_share,
        "until": vacancy.until,
    }
    return {name: value for name, value in told.items() if value}


def _cannot_open(asked: Vacancy, user: User) -> list[Obstacle]:
    """Return why no such vacancy can be opened at its school on its day, by that person."""
    school, on = asked.school, asked.opened_on
    outgoing_last_day, notice_received_on = asked.outgoing_last_day, asked.notice_received_on
    body = school.governing_body
    found = [
        entry("date_in_the_future", f"{written(day)} has not come yet.", "Check the date.")
        for day in (on, notice_received_on)
        if day and day > clock.today()
    ]
    if body is None or body.clerk_on(clock.today()) != user:
        found.append(
            entry(
                "not_the_clerk",
                f"A vacancy at {school} is opened by the clerk to its governing body.",
                "Ask the clerk, or have the school's governing body and clerk entered.",
            )
        )
    if school.status not in IN_USE:
        found.append(
            entry("school_not_open", f"{school} is not open.", "Choose a school that is open.")
        )
    if school.authority is None and not _without_authority(school, on):
        found.append(
            entry(
                "no_authority",
                f"{school} has no local authority in the register.",
                "Import a register that names it.",
            )
        )
    if abs(outgoing_last_day - on) > A_LONG_TIME:
        found.append(
            entry(
                "date_unlikely",
                f"The outgoing head's last day, {written(outgoing_last_day)}, is years away from "
                f"{written(on)}.",
                "Check the year.",
            )
        )
    try:
        law_of(school).on(on)
    except NoRegime as error:
        found.append(entry("no_regime", str(error), "Choose a school whose law Headship holds."))
    members = body.members_on(on) if body else ()
    heads = [member for member in members if member.kind == MemberKind.HEAD]
    found += shares.of_the_present_head(asked, heads)
    running = list(Vacancy.objects.filter(school=school, stage__in=RUNNING).order_by("pk"))
    return [*found, *shares.beside(asked, running)]


def _without_authority(school: School, on: date) -> bool:
    """Whether no local authority has a part in the appointment."""
    try:
        return law_of(school).on(on).notice_of_vacancy is None
    except NoRegime:
        return False


def _grant_from_office(vacancy: Vacancy, clerk: User, on: date) -> None:
    """Give the clerk, the chair and the governors in post their roles on the vacancy."""
    access.grant("clerk", clerk, vacancy)
    body = vacancy.school.governing_body
    if body is None:
        return
    chair = body.chair_on(on)
    if chair:
        access.grant("chair", chair, vacancy)
    for membership in body.governors_on(on):
        if membership.kind != MemberKind.HEAD and membership.user_id != vacancy.outgoing_head_id:
            access.grant("governor", membership.user, vacancy)


@action
def notify_authority(vacancy: Vacancy, *, how: str, by: Actor, on: date, to: str = "") -> Event:
    """Record that the authority was told of the vacancy in writing: its officers can now see it."""
    with step(vacancy, "notify_authority", by=by, on=on, how=how, to=to) as s:
        s.case.authority_told_on, s.case.authority_told_how = on, how
        for post in s.position.staff_of_authority(StaffRole.OFFICER):
            access.grant("officer", post.user, s.case)
    return s.done


@action
def name_adviser(
    vacancy: Vacancy, *, adviser: User, by: Actor, on: date, agreement: str = ""
) -> Event:
    """Record whom the authority sends to advise: a voice and no vote.

    `agreement` is that by which they attend, or the invitation, where there is no right to.
    """
    with step(vacancy, "name_adviser", by=by, on=on, adviser=adviser, agreement=agreement) as s:
        access.grant("adviser", adviser, s.case)
    return s.done


@action
def admit(vacancy: Vacancy, *, person: User, role: str, by: Actor, on: date) -> Event:
    """Give a governor, a new clerk or chair, or an officer a role on the vacancy.

    Seats on the panel are given by the governing body (`appoint_panel`, `change_panel`), the
    adviser's role by `name_adviser`.
    """
    with step(vacancy, "admit", by=by, on=on, person=person, role=role) as s:
        access.grant(role, person, s.case)
    return s.done


@action
def dismiss(vacancy: Vacancy, *, person: User, role: str, why: str, by: Actor, on: date) -> Event:
    """Take a role on the vacancy away. What the person did stays in the record under their name."""
    with step(vacancy, "dismiss", by=by, on=on, why=why, person=person, role=role) as s:
        access.revoke(role, person, s.case)
    return s.done


@action
def advertise(vacancy: Vacancy, *, where: str, closing_on: date, by: Actor, on: date) -> Event:
    """Record that the post was advertised on `on`, in `where`, until `closing_on`."""
    with step(vacancy, "advertise", by=by, on=on, where=where, closing_on=closing_on) as s:
        s.case.advertise()
        s.case.moved_on = on
        Advertisement.objects.create(
            vacancy=s.case, round=s.case.round, published_on=on, where=where, closing_on=closing_on
        )
    return s.done


@action
def decide_not_to_advertise(
    vacancy: Vacancy,
    *,
    reason: str,
    by: Actor,
    on: date,
    meeting: Meeting | None = None,
    proposals: str = "",
    applicant: str = "",
) -> Event:
    """Record the governing body's good reason not to advertise, and the meeting that found it.

    In Wales the reason is a reorganisation: `proposals` names it, `applicant` says who at a school
    in it applied in writing, and when.
    """
    with step(
        vacancy, "decide_not_to_advertise", by=by, on=on, reason=reason, meeting=meeting,
        proposals=proposals, applicant=applicant,
    ) as s:  # fmt: skip
        if meeting:
            take_item(s, "Decision not to advertise the post", minute=reason)
        s.case.decide_not_to_advertise()
        s.case.moved_on = on
        Advertisement.objects.create(
            vacancy=s.case, round=s.case.round, published_on=on, good_reason_not_to=reason
        )
    return s.done
