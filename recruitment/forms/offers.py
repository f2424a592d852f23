"""What forms offer to choose from: people, candidates, meetings and papers of the case.

A row's key is its id; a candidate's is the code, a check's and a ground's the key of the rule.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from django.db.models import Model

from accounts.models import User
from casework import access, clock
from casework.action import certain
from casework.forms.picks import Choice
from casework.models import Meeting
from casework.words import written
from law.appointment.regime import Check
from law.base import Rule
from recruitment.forms.base import Desk
from recruitment.models import Candidate
from recruitment.models.vacancy import ROLES
from recruitment.policies import SELECTORS
from recruitment.stages import LEFT, CandidateState
from recruitment.visible import attachments_open_to, kept_files
from schools.models import School
from schools.models.choices import MemberKind, StaffRole

Offered = Iterator[Choice]

DISMISSED = {role: name for role, name in ROLES.items() if role not in SELECTORS}
ROLE_OF_GRANT = {access.permissions({role: name})[0][0]: role for role, name in DISMISSED.items()}

# People


def _person(user: User, hint: str = "") -> Choice:
    return Choice(str(user.pk), user, user.full_name, hint)


def _once(choices: Iterable[Choice]) -> Offered:
    yield from {choice.key: choice for choice in choices}.values()


def governors(desk: Desk) -> Offered:
    """The governors who can take part: not the head, and no associate member."""
    p = desk.position
    for membership in p.governors_on(p.on):
        if membership.kind != MemberKind.HEAD and not p.takes_no_part(membership.user, p.on):
            yield _person(membership.user, membership.get_kind_display())


def could_act(desk: Desk) -> Offered:
    """The governors who could act as head, such as a deputy on the governing body."""
    return (choice for choice in governors(desk) if choice.row.pk != desk.user.pk)


def acting_heads(desk: Desk) -> Offered:
    """Whoever acts as head, or is to, and has not ceased to."""
    p = desk.position
    for a in p.acting_heads:
        if a.until is None or p.on <= a.until:
            yield Choice(str(a.pk), a, str(a), f"Since {written(a.since)}")


def heads(school: School) -> Offered:
    """The head who sits on the school's governing body today."""
    body = school.governing_body
    for membership in body.members_on(clock.today()) if body else ():
        if membership.kind == MemberKind.HEAD:
            yield _person(membership.user, membership.get_kind_display())


def panel(desk: Desk) -> Offered:
    """The members of the panel as it sits now."""
    for seat in desk.position.panel:
        trained = "Trained in safer recruitment" if seat.is_trained else ""
        yield _person(seat.person, trained)


def leavers(desk: Desk) -> Offered:
    """The members of the panel for whom the person may record that they left."""
    own = "clerk" not in desk.roles
    return (choice for choice in panel(desk) if not own or choice.row == desk.user)


def advisers(desk: Desk) -> Offered:
    """Those who act for the authority as advisers."""
    for post in desk.position.staff_of_authority(StaffRole.ADVISER):
        yield _person(post.user, post.title or "Adviser")


def authority(desk: Desk) -> Offered:
    """Those who act for the authority."""
    p = desk.position
    posts = (s for s in p.authority_staff if s.is_in_force(p.on))
    return _once(_person(s.user, s.title or s.get_role_display()) for s in posts)


def associates(desk: Desk) -> Offered:
    """The associate members of the governing body."""
    p = desk.position
    for m in p.memberships:
        if m.kind == MemberKind.ASSOCIATE and m.is_in_force(p.on):
            yield _person(m.user, m.get_kind_display())


def clerk(desk: Desk) -> Offered:
    """The clerk to the governing body."""
    if desk.position.clerk:
        yield _person(desk.position.clerk, "Clerk")


def in_attendance(desk: Desk) -> Offered:
    """Those who may be at a meeting without a vote, advisers apart."""
    return _once([*clerk(desk), *associates(desk)])


def of_the_governing_body(desk: Desk) -> Offered:
    """The governors, the clerk and the associate members."""
    return _once([*governors(desk), *in_attendance(desk)])


def everybody(desk: Desk) -> Offered:
    """Everybody known to the case."""
    return _once([*of_the_governing_body(desk), *authority(desk)])


def declarers(desk: Desk) -> Offered:
    """Those for whom the person may declare an interest: everybody for the clerk."""
    own = [_person(desk.user, "You")]
    return _once([*everybody(desk), *own] if "clerk" in desk.roles else own)


def attenders(desk: Desk) -> Offered:
    """Everybody who was at a meeting of this case with a vote."""
    p = desk.position
    members = (a for m in p.meetings for a in p.attendance_at(m) if a.capacity == "member")
    return _once(_person(a.person) for a in members)


def meetings_to_record(desk: Desk) -> list[Meeting]:
    """Return the meeting for which the page was opened, or all whose attendance is awaited."""
    called = list(meetings_called(desk))
    asked = [choice for choice in called if choice.key == desk.about]
    return [choice.row for choice in asked or called]


def on_the_day(offer: Callable[[Desk], Offered]) -> Callable[[Desk], Offered]:
    """Return the offer as it stood on the day of the meeting, not as it stands today."""

    def offered(desk: Desk) -> Offered:
        days = (at_meeting(desk, m) for m in meetings_to_record(desk))
        return _once(choice for then in days for choice in offer(then))

    return offered


def at_meeting(desk: Desk, meeting: Meeting) -> Desk:
    """Return the desk with the case as it stood on the day of the meeting."""
    return replace(desk, position=desk.position.judged_on(meeting.held_on))


BODIES: dict[str, Callable[[Desk], Offered]] = {
    Meeting.Body.GOVERNING_BODY: governors,
    Meeting.Body.PANEL: panel,
}


def members(desk: Desk) -> Offered:
    """Those who were governors, or for a panel on it, on the day of the meeting."""
    meetings = meetings_to_record(desk)
    return _once(c for m in meetings for c in BODIES[m.body](at_meeting(desk, m)))


def holders(desk: Desk) -> Offered:
    """Each role that somebody has on the case, but for the panel's, which a meeting takes away."""
    grants = desk.position.case.grants.select_related("user", "permission")
    for grant in grants.order_by("user__full_name", "permission__codename"):
        role = ROLE_OF_GRANT.get(grant.permission.codename)
        if role:
            label = f"{grant.user.full_name}, {ROLES[role]}"
            yield Choice(f"{grant.user_id}-{role}", (grant.user, role), label)


# Candidates


def named(candidate: Candidate) -> str:
    """Return a candidate as forms write them: the code, then the name."""
    return f"{candidate.code}, {candidate.name}"


def candidates(*states: CandidateState, hints: bool = False) -> Callable[[Desk], Offered]:
    """Return the offer of the candidates at one of `states`, or of all, whom the person may see."""

    def offer(desk: Desk) -> Offered:
        for c in desk.candidates:
            if not states or c.state in states:
                state = CandidateState(c.state).label if hints else ""
                yield Choice(c.code, c, named(c), state)

    return offer


def in_the_field(desk: Desk) -> Offered:
    """The candidates who can still be appointed in this round."""
    return (choice for choice in candidates()(desk) if choice.row.in_field)


def to_be_told(desk: Desk) -> Offered:
    """The candidates about whom something was decided that they have not been told."""
    for choice in candidates(hints=True)(desk):
        c: Candidate = choice.row
        if c.decided_on and not c.told_on and c.state not in LEFT:
            yield choice


def named_to_authority(desk: Desk) -> Offered:
    """The candidates whose names the authority was given."""
    codes = {code for notice in desk.position.notices for code in notice.names}
    return (choice for choice in candidates()(desk) if choice.key in codes)


def notices(desk: Desk, *, received: bool = True) -> Offered:
    """The notices of names of this round, those received or those that wait for it; the last one
    first."""
    for n in reversed(desk.position.notices_now):
        if bool(n.received_on) == received:
            label = f"Sent on {written(n.sent_on)}: {', '.join(n.names)}"
            yield Choice(str(n.pk), n, label)


def notices_on_their_way(desk: Desk) -> Offered:
    """The notices of names whose receipt is not recorded."""
    return notices(desk, received=False)


def represented_against(desk: Desk) -> Offered:
    """The candidates on whom a representation waits to be considered."""
    waiting = {r.candidate_id for r in desk.position.unconsidered}
    return (choice for choice in candidates()(desk) if choice.row.pk in waiting)


def being_chosen(desk: Desk) -> Offered:
    """The person recommended; before that, those who were interviewed."""
    chosen = desk.position.chosen
    for choice in candidates()(desk):
        if choice.row == chosen or (not chosen and choice.row.state == CandidateState.INTERVIEWED):
            yield choice


# Meetings and papers


def _rows(rows: Iterable[Model], name: Callable[[Model], str] = str) -> Offered:
    for row in rows:
        yield Choice(str(row.pk), row, name(row))


def _meetings(meetings: Iterable[Meeting]) -> Offered:
    for m in meetings:
        yield Choice(str(m.pk), m, str(m), m.purpose)


def meetings_called(desk: Desk) -> Offered:
    """The meetings whose day has come, at which attendance is not yet recorded."""
    p = desk.position
    return _meetings(m for m in p.meetings if not m.held and p.has_come(m.held_on))


def meetings_held(desk: Desk) -> Offered:
    """The meetings that were held, the last one first."""
    return _meetings(m for m in reversed(desk.position.meetings) if m.held)


def deciding_meetings(desk: Desk) -> Offered:
    """The governing body's meetings that were held, the last one first."""
    return (c for c in meetings_held(desk) if c.row.body == Meeting.Body.GOVERNING_BODY)


def criteria(desk: Desk) -> Offered:
    """The criteria of the person specification."""
    return _rows(desk.position.criteria)


def advice_waiting(desk: Desk) -> Offered:
    """The advice that waits to be considered, and that the person may read."""
    return _rows(a for a in desk.position.unconsidered_advice if a in desk.advice)


def representations(desk: Desk) -> Offered:
    """The representations that were not withdrawn."""
    for r in desk.position.representations:
        if r.withdrawn_on is None and r.candidate in desk.candidates:
            label = f"On {named(r.candidate)}, received on {written(r.received_on)}"
            yield Choice(str(r.pk), r, label)


def own_reservations(desk: Desk) -> Offered:
    """The reservations that the person put, and has not withdrawn."""
    offered = _reservations(desk, on_record="withdrawn_on")
    return (choice for choice in offered if choice.row.adviser_id == desk.user.pk)


def _reservations(desk: Desk, *, on_record: str) -> Offered:
    for r in desk.position.standing_reservations:
        if getattr(r, on_record) is None and r.candidate in desk.candidates:
            label = f"About {named(r.candidate)}, put on {written(r.put_on)}"
            yield Choice(str(r.pk), r, label, f"By {r.adviser.full_name}")


def reservations_to_acknowledge(desk: Desk) -> Offered:
    """The reservations that nobody has acknowledged."""
    return _reservations(desk, on_record="acknowledged_on")


def reservations_to_consider(desk: Desk) -> Offered:
    """The reservations, put before the decision, that wait to be considered."""
    waiting = desk.position.unconsidered_reservations
    return (c for c in _reservations(desk, on_record="considered_on") if c.row in waiting)


def attachments(desk: Desk) -> Offered:
    """The files kept with the case, for whoever may open them."""
    if not attachments_open_to(desk.position, desk.roles, desk.user):
        return
    for file in kept_files(desk.position.case):
        yield Choice(str(file.pk), file, file.title, file.filename)


def interests(desk: Desk) -> Offered:
    """The standing interests that the person may end: all of them for the clerk."""
    for interest in desk.position.standing_interests:
        if "clerk" in desk.roles or interest.person == desk.user:
            yield Choice(str(interest.pk), interest, str(interest), interest.get_effect_display())


# The law of this school


def _checks(rules: Iterable[Rule[Check]]) -> Offered:
    for rule in rules:
        yield Choice(rule.value.key, rule.value.key, rule.value.name, f"Required: {rule.value}")


def checks_to_make(desk: Desk) -> Offered:
    """The checks of this kind of school that are not yet recorded."""
    p = desk.position
    return _checks(r for r in p.regime.checks if not p.check_done(r.value.key))


def checks_before_an_offer(desk: Desk) -> Offered:
    """The checks that may be made before there is an offer."""
    return _checks(r for r in desk.position.regime.checks if r.value.after != "offer")


def checks_failed(desk: Desk) -> Offered:
    """The checks that were not satisfactory."""
    return _checks(rule for rule, _ in desk.position.checks_failed)


def checks_made(desk: Desk) -> Offered:
    """The checks that are recorded."""
    p = desk.position
    return _checks(r for r in p.regime.checks if p.check_done(r.value.key))


def consents_wanting(desk: Desk) -> Offered:
    """Those whose consent to the person chosen is wanting."""
    for name in desk.position.consents_wanting:
        yield Choice(name, name, name)


def staff_governors(desk: Desk) -> Offered:
    """The staff governors in post."""
    p = desk.position
    for seat in p.governors_on(p.on):
        if seat.kind == MemberKind.STAFF:
            yield Choice(str(seat.user_id), seat.user, seat.user.full_name)


def grounds(desk: Desk) -> Offered:
    """The grounds on which the authority may refuse, by the last law of the case that had any."""
    p = desk.position
    days = reversed(p.law.days_of_change(p.case.opened_on, p.on))
    last = next(filter(None, (p.law.on(day).refusal_grounds for day in days)), None)
    for ground in certain(last).value:
        yield Choice(ground.key, ground.key, f"The person {ground.sentence}")
