"""The panel's evening for a test: applications in, the way of scoring chosen, members to score."""

from collections.abc import Sequence

from accounts.models import User
from casework.action import Actor
from casework.attachments import Checked, check
from recruitment.actions import applications, interests, scoring, specification
from recruitment.actions.scoring import Mark
from recruitment.models import ApplicationPaper, Candidate, Criterion, Interest
from tests.made_files import pdf
from tests.recruitment.headship import Headship, headship, once

Way = Criterion.TestedBy
CRITERIA = (
    ("Leads teaching well", True, 2, [Way.APPLICATION, Way.INTERVIEW]),
    ("Leads safeguarding", True, 1, [Way.APPLICATION]),
    ("Has managed a budget", False, 1, [Way.APPLICATION]),
    ("Speaks to parents", True, 1, [Way.INTERVIEW]),
)
SCORED = (1, 2, 3)
NAMES = ("Ilse Vrellosk", "Owen Quandrit", "Mara Tzelbow")


def specified(case: Headship | None = None) -> Headship:
    """A headship whose specification, with criteria to score by, is settled."""
    case = case or headship("panel_appointed")
    for text, essential, weight, ways in CRITERIA:
        specification.add_criterion(
            case.vacancy, text=text, essential=essential, weight=weight, tested_by=ways,
            by=case.clerk, on=case.day,
        )  # fmt: skip
    specification.settle_criteria(case.vacancy, by=case.clerk, on=case.day)
    return case


def decide(case: Headship, *, hidden: bool = True, sealed: bool = False) -> Headship:
    """The panel chooses how it scores."""
    scoring.decide_scoring(
        case.vacancy, names_hidden=hidden, sealed=sealed, by=case.clerk, on=case.day
    )
    return case


def evening(names: Sequence[str] = NAMES, *, hidden: bool = True, sealed: bool = False) -> Headship:
    """A headship on the day after its closing date: applications are in, nobody has scored."""
    return once(
        ("evening", tuple(names), hidden, sealed),
        lambda: begin(headship("panel_appointed"), names, hidden=hidden, sealed=sealed),
    )


def begin(
    case: Headship, names: Sequence[str] = NAMES, *, hidden: bool = True, sealed: bool = False
) -> Headship:
    """Take a headship whose panel is appointed to the evening."""
    decide(specified(case).advertise(), hidden=hidden, sealed=sealed)
    return case.apply(*names).after(15)


def score(
    case: Headship,
    member: User,
    code: str,
    *points: int | None,
    by: User | None = None,
) -> None:
    """Give a candidate these points on the criteria that are scored; None is an abstention."""
    marks = [Mark(n, each, "Page 2") for n, each in zip(SCORED, points, strict=False)]
    whose = {"member": member} if by else {}
    scoring.score_candidate(
        case.vacancy, candidate=case.candidate(code), marks=marks, by=Actor(by or member),
        on=case.day, **whose,
    )  # fmt: skip


def hand_in(case: Headship, member: User, by: User | None = None) -> None:
    whose = {"member": member} if by else {}
    scoring.hand_in_scores(case.vacancy, by=Actor(by or member), on=case.day, **whose)


def codes(case: Headship) -> list[str]:
    return [c.code for c in Candidate.objects.filter(vacancy=case.vacancy)]


def all_score(case: Headship, points: dict[str, tuple[int | None, ...]] | None = None) -> Headship:
    """Every member scores everybody, 3 on each criterion unless said, and hands in."""
    for member in case.panel:
        for code in codes(case):
            score(case, member, code, *((points or {}).get(code) or (3, 3, 3)))
        hand_in(case, member)
    return case


def declare_leaving(case: Headship, member: User, code: str) -> None:
    """A member declares an interest in a candidate, and leaves for them."""
    interests.declare_interest(
        case.vacancy, person=member, kind=Interest.Kind.FRIENDSHIP, detail="We were at school",
        effect=Interest.Effect.LEAVE_ITEM, candidate=case.candidate(code), by=Actor(member),
        on=case.day,
    )  # fmt: skip


def declare_named(case: Headship, member: User, name: str) -> Interest:
    """A member declares an interest in a name of the roster."""
    interests.declare_interest(
        case.vacancy, person=member, kind=Interest.Kind.FRIENDSHIP, detail="We were at school",
        effect=Interest.Effect.LEAVE_ITEM, named=name, by=Actor(member), on=case.day,
    )  # fmt: skip
    return Interest.objects.filter(vacancy=case.vacancy).latest("pk")


def paper(text: str = "My letter", **about: str) -> Checked:
    return check("letter.pdf", pdf(text, **about))


def add_paper(case: Headship, code: str, file: Checked | None = None) -> ApplicationPaper:
    """A paper is added to an application."""
    applications.add_paper(
        case.vacancy, candidate=case.candidate(code), kind=ApplicationPaper.Kind.LETTER,
        file=file or paper(), by=case.clerk, on=case.day,
    )  # fmt: skip
    return ApplicationPaper.objects.filter(vacancy=case.vacancy).latest("pk")


def release(case: Headship, one: ApplicationPaper, copy: Checked | None = None) -> None:
    applications.release_paper(case.vacancy, paper=one, copy=copy, by=case.clerk, on=case.day)
