"""Headships whose panel scores: without names and sealed, with names, opened before the time."""

from dataclasses import dataclass
from datetime import date, timedelta

from casework.action import Actor
from casework.attachments import PDF, Checked
from recruitment.actions import (
    applications,
    delegation,
    interests,
    opening,
    scoring,
    selection,
    specification,
)
from recruitment.applicants import Post
from recruitment.documents import KINDS
from recruitment.models import ApplicationPaper, Criterion, Interest
from schools.models import Membership
from schools.models.choices import MemberKind, Nation
from tests.made_files import pdf
from tests.recruitment.documents import words
from tests.recruitment.documents.steps import (
    Papers,
    Read,
    advise_panel,
    agree,
    begun,
    call_panel,
    decide_scoring,
    give,
    hand_in,
    open_scores,
    read,
    settle,
    sort,
)
from tests.recruitment.headship import Headship, headship, person

FIELD = ("Ada Brook", "Ben Carr", "Cat Dunn", "Dev Ellis", "Eve Ford")
Kind, Effect, Tested = Interest.Kind, Interest.Effect, Criterion.TestedBy


@dataclass(frozen=True)
class Asked:
    """A criterion of the specification of these headships."""

    text: str
    essential: bool = True
    weight: int = 1
    tested_by: tuple[Criterion.TestedBy, ...] = (Tested.APPLICATION,)
    anchors: tuple[tuple[str, str], ...] = ()


ASKED = (
    Asked("Qualified teacher status"),
    Asked(
        "Has led improvement in teaching across a whole school or phase",
        weight=2,
        tested_by=(Tested.APPLICATION, Tested.INTERVIEW),
        anchors=(
            ("1", "Took part in it"),
            ("3", "Led it in a phase"),
            ("5", "Led it, and it held"),
        ),
    ),
    Asked("Plans and controls a school's budget"),
    Asked("Has worked with a school in a collaboration", essential=False),
    Asked("Leads safeguarding with confidence", tested_by=(Tested.INTERVIEW,)),
)


def evening() -> Papers:
    return {**hidden(), **opened(), **named(), **overridden()}


def specify(case: Headship) -> None:
    for asked in ASKED:
        specification.add_criterion(
            case.vacancy,
            text=asked.text,
            essential=asked.essential,
            tested_by=asked.tested_by,
            weight=asked.weight,
            anchors=dict(asked.anchors),
            by=case.clerk,
            on=case.day,
        )
    specification.settle_criteria(case.vacancy, by=case.clerk, on=case.day)


# Without names, and sealed


def hidden() -> Papers:
    """Five apply, one late; one member scores on paper, one has an interest, two stand level."""
    case = begun("Beck Side Primary School").notify().appoint_panel()
    specify(case)
    found: Papers = {
        "declaration_of_interests.none": read(case, "declaration_of_interests"),
        "declaration_form.undecided": read(case, "declaration_form", "M3"),
    }
    applied(case)
    declared(case)
    found |= {
        "declaration_of_interests.hidden": read(case, "declaration_of_interests"),
        "declaration_form": read(case, "declaration_form", "M3"),
        "evening_pack.not_called": read(case, "evening_pack", "M2"),
    }
    call_panel(case, case.day + timedelta(days=1))
    found |= {
        "evening_pack": read(case, "evening_pack", "M3"),
        "score_sheet": read(case, "score_sheet", "M3"),
    }
    scored(case)
    found |= {
        "scores_given.begun": read(case, "scores_given", "M1"),
        "scores_given.on_paper": read(case, "scores_given", "M2"),
    }
    settled(case)
    return found | {
        "declaration_of_interests": read(case, "declaration_of_interests"),
        "scores_given": read(case, "scores_given", "M3"),
        "shortlisting_record": read(case, "shortlisting_record"),
    }


def applied(case: Headship) -> None:
    """Hidden names, sealed scores; papers released in a copy or not, histories with a gap."""
    decide_scoring(case, names_hidden=True, sealed=True)
    case.advertise().apply(*FIELD[:4]).after(15).apply(FIELD[4])
    for kind in (ApplicationPaper.Kind.FORM, ApplicationPaper.Kind.LETTER):
        applications.add_paper(
            case.vacancy,
            candidate=case.candidate("C1"),
            kind=kind,
            file=Checked("brook.pdf", PDF, pdf("As it came")),
            by=case.clerk,
            on=case.day,
        )
    applications.release_paper(
        case.vacancy,
        paper=ApplicationPaper.objects.get(vacancy=case.vacancy, number=1),
        copy=Checked("brook blackened.pdf", PDF, pdf("Blackened")),
        by=case.clerk,
        on=case.day,
    )
    worked(case, "C1", date(2020, 8, 31), date(2021, 3, 1))
    worked(case, "C2", date(2022, 12, 31), date(2023, 9, 1))
    worked(case, "C4", date(2022, 12, 31), date(2023, 2, 1))
    applications.explain_gap(
        case.vacancy,
        candidate=case.candidate("C1"),
        since=date(2020, 9, 1),
        explanation="Caring for a parent, Rose Brook",
        by=case.clerk,
        on=case.day,
    )


def worked(case: Headship, code: str, left: date, began: date) -> None:
    """A first post up to one day, and a second one from another, which goes on."""
    applications.record_history(
        case.vacancy,
        candidate=case.candidate(code),
        history=[Post("Teacher", date(2015, 9, 1), left), Post("Deputy head", began)],
        by=case.clerk,
        on=case.day,
    )


def declared(case: Headship) -> None:
    """A member's interest in a name, mapped; one pinned, of no effect; one still to be mapped."""
    declare(case, "Lee Ward", Kind.FRIENDSHIP, "An old friend of Cat Dunn", named="Cat Dunn")
    interests.map_interest(
        case.vacancy,
        interest=case.vacancy.interests.get(),
        candidate=case.candidate("C3"),
        by=case.clerk,
        on=case.day,
    )
    declare(
        case, "Tom Hale", Kind.PECUNIARY, "Supplies the school", effect=Effect.NONE, pinned=True
    )
    declare(case, "Kit Moss", Kind.MANAGED, "Line manager", named="Dev Ellis")
    declare(case, "Joy Dean", Kind.OTHER, "A neighbour of somebody", effect=Effect.NONE)
    interests.end_interest(
        case.vacancy,
        interest=case.vacancy.interests.get(person=person("Joy Dean")),
        why="The neighbour did not apply",
        by=case.clerk,
        on=case.day,
    )


def declare(
    case: Headship,
    who: str,
    kind: Interest.Kind,
    detail: str,
    *,
    effect: Interest.Effect = Effect.LEAVE_ITEM,
    code: str = "",
    named: str = "",
    pinned: bool = False,
) -> None:
    interests.declare_interest(
        case.vacancy,
        person=person(who),
        kind=kind,
        detail=detail,
        effect=effect,
        candidate=case.candidate(code) if code else None,
        named=named,
        pinned=pinned,
        by=case.clerk,
        on=case.day,
    )


def scored(case: Headship) -> None:
    """Tom Hale abstains once, has scored two, and names somebody; Uma Shah scores on paper."""
    tom, uma, lee = case.panel
    give(case, tom, "C1", 4, 5, None, 3)
    give(case, tom, "C2", 4, 4, 4)
    scoring.score_candidate(
        case.vacancy,
        candidate=case.candidate("C2"),
        marks=[scoring.Mark(4, 2, "Less than Ada Brook, as to C1")],
        by=Actor(tom),
        on=case.day,
    )
    for code, points in PAPER.items():
        give(case, uma, code, *points, on_paper=True)
    hand_in(case, uma, on_paper=True)
    for code in ("C1", "C2", "C4", "C5"):
        give(case, lee, code, 4, 4, 4, 2)
    hand_in(case, lee)


PAPER = {
    "C1": (4, 1, 4, 4), "C2": (4, 4, 4, 2), "C3": (3, 2, 3, 0), "C4": (4, 4, 4, 2),
    "C5": (0, 2, 1, None),
}  # fmt: skip


def settled(case: Headship) -> None:
    """The rest is scored and handed in; at its meeting the panel agrees, longlists, shortlists."""
    tom, uma, _ = case.panel
    for code in ("C3", "C4", "C5"):
        give(case, tom, code, 4, 4, 4, 2) if code == "C4" else give(case, tom, code, 0, 2, 3, 1)
    hand_in(case, tom)
    scoring.confirm_scores(case.vacancy, by=Actor(uma), on=case.day)
    case.after(1)
    advise_panel(case)
    open_scores(case)
    agree(case, "C1", 2, 4, "The letter names the phase and what came of it; all three read it.")
    selection.longlist(
        case.vacancy,
        candidates=[case.candidate(code) for code in ("C1", "C2", "C3", "C4")],
        reasons={"C5": "Came late, and gives no evidence on criteria 1 to 3"},
        by=case.clerk,
        on=case.day,
    )
    case.after(1)
    reasons = {
        "C1": "The strongest evidence on criterion 2",
        "C2": "Every essential criterion met",
        "C3": "Criteria 1 and 2 are not met",
        "C4": "Every essential criterion met",
    }
    sort(case, reasons, "C1", "C2", "C4")


# In Wales, opened before the time


def opened() -> Papers:
    """Names and scores are opened early; a staff governor undertakes not to seek the post."""
    case = headship(
        "panel_appointed", "Ysgol Nant Dychmygol", start=date(2026, 9, 1), nation=Nation.WALES
    )
    Membership.objects.filter(
        user=person("Kit Moss"), governing_body=case.school.governing_body
    ).update(kind=MemberKind.STAFF)
    delegation.record_undertaking(
        case.vacancy,
        person=person("Kit Moss"),
        text="I shall not apply for the post of deputy that may fall free.",
        by=case.clerk,
        on=case.day,
    )
    specify(case)
    decide_scoring(case, names_hidden=True, sealed=True)
    case.advertise().apply(*FIELD[:3]).after(15)
    declare(case, "Kit Moss", Kind.FRIENDSHIP, "A friend of Ben Carr", code="C2")
    scoring.open_names(
        case.vacancy, why="One letter could not be blackened", by=case.clerk, on=case.day
    )
    for number, member in enumerate(case.panel):
        for code, first in (("C1", 5), ("C2", 4), ("C3", 2)):
            give(case, member, code, first, 4 - number, 3, 3)
        hand_in(case, member)
    open_scores(case, "The adviser could come on this day only")
    pack = read(case, "scores_given", "M1")
    reasons = {"C1": "The highest", "C2": "Every criterion met", "C3": "Criterion 1 is not met"}
    sort(case, reasons, "C1", "C2")
    call_panel(case, case.day + timedelta(days=7))
    return {
        "invitation_to_interview.wales": invitation(case, "C1"),
        "declaration_of_interests.undertaking": read(case, "declaration_of_interests"),
        "declaration_form.named": read(case, "declaration_form", "clerk"),
        "scores_given.wales": pack,
        "shortlisting_record.opened_early": read(case, "shortlisting_record"),
    }


def invitation(case: Headship, code: str) -> Read:
    """The invitation of a candidate to the first meeting that could be their interview."""
    kind, position = "invitation_to_interview", case.position()
    about = (subject.about for subject in KINDS[kind].subjects(position))
    return read(case, kind, next(each for each in about if each.startswith(f"{code}-")))


# With names


def named() -> Papers:
    """Not advertised, not sealed; somebody applies once the shortlist is drawn up."""
    case = begun("Ley Hill Primary School").notify().appoint_panel()
    settle(case)
    opening.decide_not_to_advertise(
        case.vacancy,
        meeting=case.position().meetings[-1],
        reason=words.GOOD_REASON,
        by=case.clerk,
        on=case.day,
    )
    decide_scoring(case, names_hidden=False, sealed=False)
    case.apply(*FIELD[:2])
    pack = read(case, "evening_pack", "M1")
    for member in case.panel:
        give(case, member, "C1", 5, 4)
        give(case, member, "C2", 5, 2)
        hand_in(case, member)
    sort(case, {"C1": "Both criteria met", "C2": "Criterion 2 is not met"}, "C1")
    case.after(1).apply(FIELD[2])
    return {
        "evening_pack.named": pack,
        "shortlisting_record.named": read(case, "shortlisting_record"),
    }


def overridden() -> Papers:
    """The shortlist is drawn up while the scores are sealed, with a reason on the record."""
    case = begun("Oak Row Primary School").notify().appoint_panel()
    settle(case)
    decide_scoring(case, names_hidden=True, sealed=True)
    case.advertise().apply(*FIELD[:2]).after(15)
    for member in case.panel:
        give(case, member, "C1", 5, 4)
        give(case, member, "C2", 5, 2)
        hand_in(case, member)
    by = Actor(case.people["clerk"], override="The panel did not ask to see the scores")
    sort(case, {"C1": "Both criteria met", "C2": "Criterion 2 is not met"}, "C1", actor=by)
    return {"shortlisting_record.sealed": read(case, "shortlisting_record")}
