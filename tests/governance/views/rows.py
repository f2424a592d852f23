"""Each action of a cycle done through its form: at which stage, by whom, with which answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.documents.blocks import Heading, Paper, Paragraph
from casework.documents.letter import code_in
from casework.documents.registry import SELECTION_FILE, Kind, Subject
from casework.models import Document
from governance.actions import appeal, papers, pay, people
from governance.actions.appeal import Hearing
from governance.models import AppealsOfficer, Pay, Point
from governance.position import Position
from schools.models.choices import Category, Nation
from tests.governance.cycle import ON_SYSTEM, Year, year
from tests.recruitment.headship import person
from tests.recruitment.views.browser import Visit, visit

Seat = AppealsOfficer.Capacity
ADVICE: dict[str, Any] = {
    "visited_on": date(2026, 9, 7),
    "evidence_seen": "The reading checks of June",
    "not_seen": "The attendance figures",
    "judgement_1": "Met in reading",
    "reasons_1": "80% in June, checked in two classes",
    "on_standards": "Met throughout",
    "questions": "What changed after January?",
    "suggested_1": "Pupils write at length",
    "measure_1": "70% at the expected standard in June",
    "for_governors": "Whether it is enough",
    "conclusion": "A year of steady gain",
}
SYSTEM: dict[str, Any] = {
    **{name: text for name, text in ON_SYSTEM.items() if name != "seen"},
    "evidence_seen": ON_SYSTEM["seen"],
    "recommendation_1": "Name somebody in place of each appraiser who is away",
    "who_1": "The head",
    "by_1": date(2026, 1, 31),
}
REVIEW: dict[str, Any] = {
    "judgement_1": "met",
    "reasons_1": "The June checks show it",
    "on_standards": "Met",
    "overall": "A strong year",
    "needs": "Leading a larger staff",
    "development": "A mentor until Easter",
}


def letter(position: Position, about: str) -> Paper:
    case = position.case
    return Paper(
        kind="test_letter",
        title="A letter of the tests",
        author="The clerk",
        subject="Performance management",
        reference=case.reference,
        blocks=(Heading("The year"), Paragraph(f"It begins on {case.starts_on}.")),
    )


def kind(key: str, *approvers: str, seen_with: str = "see_documents") -> Kind[Position]:
    """A kind of paper that needs nothing but the case."""
    return Kind(
        key=key,
        number="0",
        name=key.replace("_", " ").capitalize(),
        phase="people",
        compose=letter,
        subjects=lambda position: [Subject("", key.replace("_", " ").capitalize())],
        names=code_in,
        approvers=approvers,
        signatories=lambda position: approvers,
        seen_with=seen_with,
        to=lambda position, about: ["The head"],
        files=frozenset({SELECTION_FILE}),
    )


def england(stage: str = "recorded") -> Callable[[], Year]:
    return lambda: year(stage)


def wales(stage: str = "recorded") -> Callable[[], Year]:
    return lambda: year(stage, nation=Nation.WALES)


def objected() -> Year:
    made = year("appointed")
    people.object_to_appraiser(
        made.cycle, appraiser=made.position().appraisers_now[0], reason="A complaint of his",
        by=made.actor("head"), on=made.day,
    )  # fmt: skip
    return made


def recommended() -> Year:
    made = year("given")
    pay.recommend_pay(
        made.cycle, recommended="One point", reasons="Met", by=made.actor("first"), on=made.day
    )
    return made


def paid() -> Year:
    made = recommended()
    pay.decide_pay(
        made.cycle, outcome=Pay.Outcome.AS_RECOMMENDED, decided="L21", reasons="The report",
        deciders=[made.people["other"]], by=made.actor("chair"), on=made.day,
    )  # fmt: skip
    return made


def pay_appealed() -> Year:
    made = paid()
    pay.appeal_pay(made.cycle, grounds="A point too few", by=made.actor("head"), on=made.day)
    return made


def appealed() -> Year:
    made = wales("given")().after(4)
    appeal.appeal(made.cycle, grounds="Evidence left out", by=made.actor("head"), on=made.day)
    return made


def with_decider() -> Year:
    """Give a governor a part in deciding pay."""
    made = england("appointed")()
    people.give_part(
        made.cycle, person=made.people["other"], role="decider", cause="Pay committee",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    return made


def heard() -> Year:
    made = appealed()
    seats = [(name, Seat.GOVERNOR) for name in ("Kit Moss", "Joy Dean")]
    seats += [(name, Seat.AUTHORITY) for name in ("Gwen Ash", "Huw Bell")]
    officers = [Hearing(person(name), seat) for name, seat in seats]
    appeal.name_appeals_officers(made.cycle, officers=officers, by=made.actor("clerk"), on=made.day)
    return made


def with_papers() -> Year:
    made = heard()
    appeal.send_appeal_papers(made.cycle, by=made.actor("clerk"), on=made.day)
    return made


def document(upto: str) -> Callable[[], Year]:
    """A cycle with a letter drafted, approved or issued."""

    def made() -> Year:
        found = year("recorded")
        by, on = found.actor("clerk"), found.day
        papers.draft_document(found.cycle, kind="test_letter", by=by, on=on)
        steps = {"approved": papers.approve_document, "issued": papers.issue_document}
        for stage, step in steps.items():
            if upto == "draft":
                break
            step(found.cycle, document=found.cycle.documents.get(), by=by, on=on)
            if upto == stage:
                break
        return found

    return made


def paper(made: Year) -> Document:
    return made.cycle.documents.get()


def kept_long_enough() -> Year:
    """A cycle in England that is over, six years after its end."""
    return year("given").close().on(date(2032, 9, 2))


Answers = Callable[[Year], Mapping[str, Any]]


@dataclass(frozen=True)
class Row:
    """An action with what it needs. `about` names the row that the form is opened for."""

    action: str
    role: str
    case: Callable[[], Year]
    answers: Answers = lambda made: {}
    about: Callable[[Year], object] = lambda made: ""

    def __str__(self) -> str:
        return self.action

    def visit(self, made: Year) -> Visit:
        address = [made.cycle.reference, self.action]
        return visit(made.people[self.role], "cycle_act", *address, about=self.about(made))


def first_objective(made: Year) -> Any:
    return made.position().objectives_now[0].pk


WORDING = {
    "text": "Pupils read more",
    "success": "80% in June",
    "evidence": "Reading checks",
    "pupils": "Fluent readers learn more",
    "plan": "Priority 1",
}
ADVISER = {
    "of": "Advice for Schools",
    "skills": "Headship of two schools",
    "interests": "None to declare",
}
ROWS: tuple[Row, ...] = (
    Row("engage_adviser", "clerk", england(),
        lambda y: {**ADVISER, "person": y.people["adviser"].email}),
    Row("end_engagement", "chair", england("appointed"), lambda y: {"why": "She moves away"}),
    Row("appoint_appraisers", "clerk", england(),
        lambda y: {"members": y.appraisers, "meeting": "Minute 7"}),
    Row("add_appraiser", "officer_in_case", lambda: with_officer(wales("appointed")()),
        lambda y: {"capacity": "authority", "person": "gwen.ash@example.org",
                   "evidence": "A letter"}),
    Row("appoint_another", "clerk", england("appointed"),
        lambda y: {"person": y.people["other"], "meeting": "Minute 9"}),
    Row("change_appraiser", "chair", england("appointed"),
        lambda y: {"governor": y.people["other"], "meeting": "Minute 9", "why": "Illness"},
        lambda y: y.position().appraisers_now[0].pk),
    Row("object_to_appraiser", "head", england("appointed"),
        lambda y: {"reason": "A complaint of his is open"},
        lambda y: y.position().appraisers_now[0].pk),
    Row("decide_objection", "chair", objected,
        lambda y: {"outcome": "not_upheld", "reasons": "It was settled in May"},
        lambda y: y.position().open_objections[0].pk),
    Row("give_part", "clerk", england("appointed"),
        lambda y: {"role": "decider", "governor": y.people["other"], "cause": "Pay committee"}),
    Row("end_part", "clerk", with_decider,
        lambda y: {"holder": y.cycle.grants.get(user=y.people["other"]).pk, "why": "Done"}),
    Row("tell_standards", "chair", england("appointed")),
    Row("add_objective", "first", england("appointed"), lambda y: WORDING),
    Row("change_objective", "first", england("set"), lambda y: WORDING, first_objective),
    Row("drop_objective", "first", england("set"), lambda y: {"why": "Overtaken"},
        first_objective),
    Row("consult_adviser", "first", england("appointed"),
        lambda y: {"how": "written", "advice": "Keep to two"}),
    Row("answer_advice", "first", england("set"), lambda y: {"followed": "no", "departed": "Two"},
        lambda y: y.position().unanswered[0].pk),
    Row("give_advice", "adviser", lambda: year("set").on(date(2026, 9, 14)), lambda y: ADVICE),
    Row("advise_on_system", "adviser", england("set"), lambda y: SYSTEM),
    Row("hold_planning_meeting", "first", lambda: wales("appointed")().write(),
        lambda y: {"present": [*y.appraisers, y.people["head"]]}),
    Row("set_objectives", "first", lambda: year("appointed").write().prepare(),
        lambda y: {"agreed": "yes", "head_comments": "Fair"}),
    Row("settle_support", "first", wales("set"), lambda y: {"support": "A coach, monthly"}),
    Row("settle_monitoring", "first", wales("set"),
        lambda y: {"monitoring": "Termly visits", "agreed": "yes"}),
    Row("note_progress", "first", england("set"),
        lambda y: {"mark": "on_track", "note": "60% in January"}, first_objective),
    Row("seek_information", "first", wales("set"),
        lambda y: {"source": "The deputy head", "ground": "consent"}),
    Row("receive_evidence", "head", england("set"), lambda y: {"evidence": "Reading checks"}),
    Row("give_notice_of_review", "clerk", lambda: wales("set")().on(date(2026, 9, 7)),
        lambda y: {"review_on": date(2026, 9, 28)}),
    Row("review", "first",
        lambda: year("set").on(date(2026, 9, 14)).evidence().consult(Point.REVIEW),
        lambda y: REVIEW),
    Row("give_report", "first", england("reviewed")),
    Row("comment", "head", wales("given"), lambda y: {"comments": "I thank the governors"}),
    Row("hand_over", "chair", wales("given"),
        lambda y: {"what": "statement", "to": "Eira Hughes", "because": "The law asks for it",
                   "capacity": "chief_education_officer"}),
    Row("assure_governors", "chair", england("given")),
    Row("recommend_pay", "first", england("given"),
        lambda y: {"recommended": "One point", "reasons": "Met"}),
    Row("decide_pay", "chair", recommended,
        lambda y: {"outcome": "as_recommended", "decided": "L21", "reasons": "The report",
                   "deciders": [y.people["other"]]}),
    Row("tell_pay", "clerk", paid),
    Row("appeal_pay", "head", paid, lambda y: {"grounds": "A point too few"}),
    Row("decide_pay_appeal", "clerk", pay_appealed, lambda y: {"outcome": "Not upheld"}),
    Row("appeal", "head", wales("given"), lambda y: {"grounds": "Evidence left out"}),
    Row("name_appeals_officers", "clerk", appealed,
        lambda y: {"governors": [y.people["other"], y.people["chair"]],
                   "authority_1": "gwen.ash@example.org", "authority_2": "huw.bell@example.org"}),
    Row("send_appeal_papers", "chair", heard),
    Row("decide_appeal", "clerk", with_papers,
        lambda y: {"outcome": "dismissed", "reasons": "The evidence was weighed"}),
    Row("close", "clerk", england("given")),
    Row("end_early", "clerk", england("set"), lambda y: {"because": "left", "why": "A new post"}),
    Row("dispose_of_papers", "clerk", kept_long_enough,
        lambda y: {"decided_by": "The governing body", "why": "The time is over"}),
    Row("change_dates", "chair", england("set"),
        lambda y: {"ends_on": date(2026, 12, 31), "why": "She began late"}),
    Row("draft_document", "clerk", england(), lambda y: {"document": "test_letter:"}),
    Row("edit_document", "clerk", document("draft"), lambda y: {"paragraph_1": "It began."},
        lambda y: paper(y).pk),
    Row("approve_document", "clerk", document("draft"), about=lambda y: paper(y).pk),
    Row("issue_document", "clerk", document("approved"), about=lambda y: paper(y).pk),
    Row("record_sending", "clerk", document("issued"), lambda y: {"how": "by hand"},
        lambda y: paper(y).pk),
    Row("revoke_document", "clerk", document("issued"), lambda y: {"why": "A slip"},
        lambda y: paper(y).pk),
)  # fmt: skip
BY_ACTION = {row.action: row for row in ROWS}


def with_officer(made: Year) -> Year:
    """Give an officer of the authority a part, with cause."""
    people.give_part(
        made.cycle, person=made.people["officer"], role="officer", cause="Appoints appraisers",
        by=made.actor("clerk"), on=made.day,
    )  # fmt: skip
    made.people["officer_in_case"] = made.people["officer"]
    return made


def academy() -> Year:
    """A cycle at an academy, whose law knows fewer steps."""
    return year("recorded", category=Category.ACADEMY)
