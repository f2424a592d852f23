"""The steps of the cycles whose papers are read, done through the actions."""

from dataclasses import dataclass
from datetime import date

from casework.documents.blocks import Paper
from governance.actions import appeal, objectives, pay, people, review
from governance.actions.appeal import Hearing
from governance.actions.review import Judged
from governance.documents import KINDS
from governance.models import (
    Appeal,
    AppealsOfficer,
    Cycle,
    Information,
    Objection,
    Objective,
    Pay,
    Point,
    Progress,
    SystemAdvice,
)
from governance.position import Position
from schools.models import School
from tests.governance.cycle import START, WHOLE, Year
from tests.governance.documents import words
from tests.recruitment.headship import person
from tests.whole import read_whole

Seat = AppealsOfficer.Capacity
BEFORE = Seat.GOVERNOR, Seat.AUTHORITY, Seat.AUTHORITY, Seat.DIOCESE
MAYS_MARKS = ((date(2026, 2, 3), Progress.Mark.BEHIND, "The new books came in January."),
              (date(2026, 5, 19), Progress.Mark.ON_TRACK, "71% in the check of May."))  # fmt: skip


@dataclass(frozen=True)
class Read:
    """A paper that a cycle gave, and the position from which it was composed."""

    kind: str
    about: str
    position: Position

    @property
    def paper(self) -> Paper:
        return KINDS[self.kind].compose(self.position, self.about)


Papers = dict[str, Read]


def read(made: Year, kind: str, about: str = "") -> Read:
    return Read(kind, about, read_whole(made.position()))


def called(made: Year, name: str) -> Year:
    """Give the school a name of its own."""
    School.objects.filter(pk=made.school.pk).update(name=name)
    return made


def after_last_year(made: Year) -> None:
    """Give the head a cycle before this one, with two objectives and what became of them."""
    last = Cycle.objects.create(
        reference=f"PM-2024-{made.cycle.pk:05d}", school=made.school, head=made.people["head"],
        opened_on=date(2024, 9, 2), moved_on=START, starts_on=date(2024, 9, 2),
        ends_on=date(2025, 9, 1),
    )  # fmt: skip
    judged = (
        (WHOLE, Objective.Judgement.PARTLY, "68% in June: the new scheme began in March."),
        (words.ATTENDANCE, "", ""),
    )
    for number, (whole, judgement, reasons) in enumerate(judged, start=1):
        Objective.objects.create(
            cycle=last, number=number, since=START, judgement=judgement,
            judgement_reasons=reasons, **whole,
        )  # fmt: skip
    adviser = made.people["adviser"]
    SystemAdvice.objects.create(
        cycle=last, adviser=adviser, given_on=date(2025, 6, 4), recommendations=words.LAST_YEAR
    )
    Cycle.objects.filter(pk=made.cycle.pk).update(previous=last)


def object_to(made: Year, place: int, outcome: Objection.Outcome, reasons: str) -> None:
    """Let the head object to an appraiser, and decide on it three days later."""
    people.object_to_appraiser(
        made.cycle, appraiser=made.position().appraisers_now[place],
        reason="A complaint that I made about this person in June is still open.",
        by=made.actor("head"), on=made.day,
    )  # fmt: skip
    people.decide_objection(
        made.after(3).cycle, objection=made.position().open_objections[0], outcome=outcome,
        reasons=reasons, evidence="A letter of 8 September", by=made.actor("chair"), on=made.day,
    )  # fmt: skip


def tell_standards(made: Year, standards: str) -> None:
    objectives.tell_standards(made.cycle, standards=standards, by=made.actor("chair"), on=made.day)


def write_two(made: Year) -> None:
    made.write()
    objectives.add_objective(made.cycle, **words.ATTENDANCE, by=made.actor("first"), on=made.day)


def advise(made: Year, point: Point, *, fully: bool = True, not_seen: str = words.NOT_SEEN) -> None:
    """Let the adviser give advice in writing: on all that there is, or on as little as can be."""
    at_review = point == Point.REVIEW
    judged = words.JUDGED_AT_REVIEW if at_review else words.JUDGED
    objectives.give_advice(
        made.cycle, point=point, visited_on=made.day, seen=words.SEEN, not_seen=not_seen,
        on_objectives=judged if fully else (),
        on_standards=words.ON_STANDARDS if fully or at_review else "",
        questions=words.QUESTIONS, suggested=words.SUGGESTED if fully else (),
        for_governors=words.FOR_GOVERNORS, conclusion=words.CONCLUSION,
        by=made.actor("adviser"), on=made.day,
    )  # fmt: skip


def advise_on_system(made: Year, *, fully: bool = True) -> None:
    """Let the adviser advise on the whole system: with recommendations, or with none."""
    more = {"recommendations": words.RECOMMENDED, "became": words.BECAME} if fully else {}
    made.advise_on_system(**words.ON_SYSTEM, **more)


def settle(made: Year, *, agreed: bool = True, comments: str = "") -> None:
    objectives.set_objectives(
        made.cycle, agreed=agreed, head_comments=comments, by=made.actor("first"), on=made.day
    )


def support(made: Year, *, by_authority: bool) -> None:
    objectives.settle_support(
        made.cycle, support=words.SUPPORT, by_authority=by_authority, by=made.actor("first"),
        on=made.day,
    )  # fmt: skip


def monitor(made: Year, *, agreed: bool | None) -> None:
    objectives.settle_monitoring(
        made.cycle, monitoring=words.MONITORING, agreed=agreed, by=made.actor("first"),
        on=made.day,
    )  # fmt: skip


def note(made: Year) -> None:
    """Note twice how the first objective goes, and nothing of the second."""
    for day, mark, said in MAYS_MARKS:
        objectives.note_progress(
            made.on(day).cycle, objective=made.position().objectives_now[0], mark=mark, note=said,
            by=made.actor("first"), on=day,
        )  # fmt: skip


def ask_deputy(made: Year) -> None:
    objectives.seek_information(
        made.cycle, source="Sid Rowe, deputy head", ground=Information.Ground.PROCEDURES,
        by=made.actor("first"), on=made.day,
    )  # fmt: skip


def appraise(made: Year) -> None:
    """Record a review with findings of some length."""
    judged = {
        "1": Judged(Objective.Judgement.MET, "83% in the check of June, against 80%."),
        "2": Judged(Objective.Judgement.MOSTLY, "15 pupils; the aim was 12, and there were 27."),
    }
    found = {str(o.number): judged[str(o.number)] for o in made.position().objectives_now}
    review.review(
        made.cycle, judgements=found, overall=words.OVERALL, on_standards=words.ON_STANDARDS,
        needs=words.NEEDS, development=words.DEVELOPMENT, by=made.actor("first"), on=made.day,
    )  # fmt: skip


def recommend(made: Year) -> None:
    pay.recommend_pay(
        made.cycle, recommended="One point, from L20 to L21", reasons=words.REPORTED,
        by=made.actor("first"), on=made.day,
    )  # fmt: skip


def decide_pay(made: Year, outcome: Pay.Outcome, decided: str, reasons: str) -> None:
    pay.decide_pay(
        made.cycle, outcome=outcome, decided=decided, reasons=reasons,
        deciders=[made.people["chair"], made.people["other"]], by=made.actor("chair"), on=made.day,
    )  # fmt: skip


def comment(made: Year) -> None:
    review.comment(made.cycle, comments=words.COMMENTS, by=made.actor("head"), on=made.day)


def appeal_and_name(made: Year) -> None:
    """Let the head appeal, and name the chair and three others to hear it."""
    appeal.appeal(made.cycle, grounds=words.GROUNDS, by=made.actor("head"), on=made.day)
    names = ("Joy Dean", "Gwen Ash", "Huw Bell", "Fr Noah")
    officers = [Hearing(person(name), seat) for name, seat in zip(names, BEFORE, strict=True)]
    appeal.name_appeals_officers(made.cycle, officers=officers, by=made.actor("clerk"), on=made.day)


def decide_appeal(made: Year, outcome: Appeal.Outcome, reasons: str) -> None:
    appeal.send_appeal_papers(made.cycle, by=made.actor("clerk"), on=made.day)
    appeal.decide_appeal(
        made.after(4).cycle, outcome=outcome, reasons=reasons, by=made.actor("clerk"), on=made.day
    )
