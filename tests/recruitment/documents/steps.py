"""The steps of the headships whose papers are read, done through the actions."""

from dataclasses import dataclass
from datetime import date, time

from accounts.models import User
from casework.action import Actor
from casework.documents.blocks import Paper
from casework.models import Document, Meeting
from recruitment.actions import (
    advice,
    appointment,
    meetings,
    papers,
    scoring,
    selection,
    specification,
)
from recruitment.actions.scoring import Agreed, Mark
from recruitment.documents import KINDS
from recruitment.models import Advice, Criterion, Reservations
from recruitment.points import Point
from recruitment.position import Position
from schools.models import AuthorityStaff
from schools.models.choices import StaffRole
from tests.recruitment.documents import words
from tests.recruitment.headship import Headship, headship
from tests.whole import read_whole


@dataclass(frozen=True)
class Read:
    """A paper that a case gave, and the position from which it was composed."""

    kind: str
    about: str
    position: Position

    @property
    def paper(self) -> Paper:
        return KINDS[self.kind].compose(self.position, self.about)


Papers = dict[str, Read]


def read(case: Headship, kind: str, about: str = "") -> Read:
    return Read(kind, about, read_whole(case.position()))


def begun(name: str) -> Headship:
    """A headship with its authority's people by title, whose panel is appointed."""
    case = headship("recorded", name)
    titles = {StaffRole.OFFICER: "Head of Governor Services", StaffRole.ADVISER: "Adviser"}
    for role, title in titles.items():
        AuthorityStaff.objects.filter(role=role).update(title=title)
    return case


def settle(case: Headship) -> None:
    for text, essential, tested_by in words.CRITERIA:
        specification.add_criterion(
            case.vacancy,
            text=text,
            essential=essential,
            tested_by=[Criterion.TestedBy(tested_by)],
            by=case.clerk,
            on=case.day,
        )
    specification.settle_criteria(case.vacancy, by=case.clerk, on=case.day)


def represent(case: Headship, code: str, on: date, points: tuple[Point, ...] = ()) -> None:
    advice.make_representations(
        case.vacancy,
        candidate=case.candidate(code),
        made_by="Joan Beck",
        office="Head of Governor Services",
        received_on=on,
        text=words.REPRESENTATION,
        points=points,
        by=case.actor("officer"),
    )


def meet_panel(case: Headship) -> None:
    """Hold a meeting of the panel on the present day, called that morning."""
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.PANEL,
        purpose="To decide whom to recommend",
        held_on=case.day,
        at=time(16, 30),
        place="The library",
        agenda=["Representations", "Recommendation"],
        by=case.clerk,
        on=case.day,
    )
    meetings.hold_meeting(
        case.vacancy,
        meeting=Meeting.objects.filter(case=case.vacancy).latest("number"),
        present=case.panel,
        chaired_by=case.panel[0],
        advisers=[case.people["adviser"]],
        in_attendance=[case.people["clerk"]],
        by=case.clerk,
        on=case.day,
    )


def consider(case: Headship, code: str) -> None:
    advice.consider_representations(
        case.vacancy,
        candidate=case.candidate(code),
        minute=words.CONSIDERATION,
        by=case.clerk,
        on=case.day,
    )


def reserve(
    case: Headship,
    *,
    before: bool,
    own: words.OwnWords = words.RESERVATIONS,
    decision_on: date = date(2026, 10, 19),
) -> Reservations:
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate("C1"),
        before_decision=before,
        points=[words.COACHING, words.BUDGET],
        decision_on=decision_on,
        by=case.actor("adviser"),
        on=case.day,
        **own,
    )
    return Reservations.objects.filter(vacancy=case.vacancy).latest("pk")


def until_interviews(case: Headship) -> None:
    """Names sent and received on 28 September; interviews on 8 October."""
    case.notify().appoint_panel()
    settle(case)
    case.advertise()
    case.apply()
    case.day = date(2026, 9, 28)
    case.shortlist().send_names().receive()


def send_out(case: Headship, kind: str, about: str = "", *, approver: Actor) -> None:
    """Draft, approve and issue a paper, and send it to those for whom it is meant."""
    drafter = approver if kind == "reservations" else case.clerk
    papers.draft_document(case.vacancy, kind=kind, about=about, by=drafter, on=case.day)
    document = Document.objects.filter(case=case.vacancy, kind=kind).latest("pk")
    papers.approve_document(case.vacancy, document=document, by=approver, on=case.day)
    papers.issue_document(case.vacancy, document=document, by=approver, on=case.day)
    to = KINDS[kind].to(case.position(), about)
    papers.record_sending(
        case.vacancy, document=document, to=to, how="by e-mail", by=case.clerk, on=case.day
    )


def advise_panel(case: Headship) -> None:
    advice.give_advice(
        case.vacancy,
        given_by="Ifor Prys",
        capacity="Adviser to the authority",
        form=Advice.Form.ORAL,
        to=Meeting.Body.PANEL,
        text="That the panel ask every candidate for evidence of coaching.",
        by=case.actor("adviser"),
        on=case.day,
    )


def consider_advice(case: Headship) -> None:
    for given in Advice.objects.filter(vacancy=case.vacancy, considered_on=None):
        advice.consider_advice(
            case.vacancy, advice=given, minute=words.ADVICE_MINUTE, by=case.clerk, on=case.day
        )


def recommend(case: Headship) -> None:
    appointment.recommend(
        case.vacancy,
        candidate=case.candidate("C1"),
        reasons=words.REASONS,
        by=case.clerk,
        on=case.day,
    )


def give_reasons(case: Headship) -> None:
    advice.give_reasons(
        case.vacancy,
        reasons=words.REASONS,
        to_governing_body_on=case.day,
        to_authority_on=case.day,
        by=case.clerk,
        on=case.day,
    )


def check(case: Headship, *, before: str) -> None:
    for rule in case.position().regime.checks:
        if rule.value.before == before:
            appointment.record_check(
                case.vacancy,
                check=rule.value.key,
                done_by="Joan Beck",
                evidence="Seen",
                applies=rule.value.required == "always",
                by=case.clerk,
                on=case.day,
            )


# The panel's evening


def decide_scoring(case: Headship, *, names_hidden: bool, sealed: bool) -> None:
    """The panel scores from 0 to 5, in the usual words."""
    scoring.decide_scoring(
        case.vacancy, names_hidden=names_hidden, sealed=sealed, by=case.clerk, on=case.day
    )


def give(
    case: Headship, member: User, code: str, *points: int | None, on_paper: bool = False
) -> None:
    """A member gives a candidate points on the first criteria, in order; None is to abstain."""
    scoring.score_candidate(
        case.vacancy,
        candidate=case.candidate(code),
        marks=[
            Mark(n, p, f"Letter, page {n}" if p is not None else "")
            for n, p in enumerate(points, start=1)
        ],
        member=member if on_paper else None,
        by=case.clerk if on_paper else Actor(member),
        on=case.day,
    )


def hand_in(case: Headship, member: User, *, on_paper: bool = False) -> None:
    scoring.hand_in_scores(
        case.vacancy,
        member=member if on_paper else None,
        by=case.clerk if on_paper else Actor(member),
        on=case.day,
    )


def open_scores(case: Headship, why: str = "") -> None:
    scoring.open_scores(case.vacancy, why=why, by=case.clerk, on=case.day)


def agree(case: Headship, code: str, criterion: int, points: int, reason: str) -> None:
    scoring.agree_scores(
        case.vacancy,
        candidate=case.candidate(code),
        agreed=[Agreed(criterion, points, reason)],
        by=case.clerk,
        on=case.day,
    )


def call_panel(case: Headship, held_on: date) -> None:
    """Call a meeting of the panel, for the evening on which it shortlists."""
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.PANEL,
        purpose="To draw up the shortlist",
        held_on=held_on,
        at=time(18, 30),
        place="The library",
        agenda=["Interests", "Scores, criterion by criterion", "The shortlist and its reasons"],
        by=case.clerk,
        on=case.day,
    )


def sort(case: Headship, reasons: dict[str, str], *codes: str, actor: Actor | None = None) -> None:
    """Shortlist those of the codes, with a reason for everybody."""
    selection.shortlist(
        case.vacancy,
        candidates=[case.candidate(code) for code in codes],
        reasons=reasons,
        shortlisters=case.panel,
        by=actor or case.clerk,
        on=case.day,
    )
