"""The cycles played through the actions, and every paper of them that a test reads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from governance.models import Appeal, Cycle, Objection, Pay, Point
from schools.models.choices import Category, Nation
from tests.governance.cycle import Year, year
from tests.governance.documents import words
from tests.governance.documents.steps import (
    Papers,
    Read,
    advise,
    advise_on_system,
    after_last_year,
    appeal_and_name,
    appraise,
    ask_deputy,
    called,
    comment,
    decide_appeal,
    decide_pay,
    monitor,
    note,
    object_to,
    read,
    recommend,
    settle,
    support,
    tell_standards,
    write_two,
)

REVIEWED, GIVEN = date(2026, 9, 28), date(2026, 10, 1)
BEFORE_PAY_WAS_FREED = date(2024, 8, 31)
Named = Iterator[tuple[str, Read]]


def play() -> Papers:
    """Return every paper, by its kind and, after a full stop, what is particular about it."""
    return dict([
        *english(), *english_first(), *academy(), *objected(), *welsh(), *welsh_not_agreed(),
        *welsh_unsettled(), *aided(), *upheld(),
    ])  # fmt: skip


def english(category: Category = Category.COMMUNITY, ending: str = "") -> Named:
    """A whole year in England: advice on everything, a recommendation on pay and a decision."""
    made = year("recorded", category=category)
    after_last_year(made)
    made.engage().appoint()
    yield f"engagement_of_adviser{ending}", read(made, "engagement_of_adviser")
    tell_standards(made, words.STANDARDS)
    yield f"notice_of_standards{ending}", read(made, "notice_of_standards")
    write_two(made)
    advise(made, Point.OBJECTIVES)
    yield f"advice_on_objectives{ending}", read(made, "advice_on_objectives")
    settle(made.consult(Point.OBJECTIVES).after(10))
    yield f"statement_of_objectives{ending}", read(made, "statement_of_objectives")
    note(made)
    yield f"mid_year_note{ending}", read(made, "mid_year_note")
    advise_on_system(made)
    yield f"advice_on_system{ending}", read(made, "advice_on_system")
    made.on(date(2026, 9, 7)).evidence()
    advise(made.after(7), Point.REVIEW)
    yield f"advice_on_review{ending}", read(made, "advice_on_review")
    appraise(made.consult(Point.REVIEW).on(REVIEWED))
    recommend(made)
    yield f"pay_recommendation{ending}", read(made, "pay_recommendation")
    yield f"appraisal_report{ending}", read(made, "appraisal_report")
    made.on(GIVEN).report()
    yield f"assurance_to_governors{ending}", read(made, "assurance_to_governors")
    decide_pay(made.after(14), Pay.Outcome.AS_RECOMMENDED, "L21", "The report bears it out.")
    yield f"letter_on_pay{ending}", read(made, "letter_on_pay")


def academy() -> Named:
    """The same in an academy, by the trust's choice."""
    yield from english(Category.ACADEMY, ".academy")


def english_first() -> Named:
    """A first cycle: nothing before it, advice on as little as can be, objectives not agreed."""
    made = year("appointed")
    advise(made, Point.OBJECTIVES, fully=False)
    yield "advice_on_objectives.first", read(made, "advice_on_objectives")
    tell_standards(made, "Teachers' Standards")
    yield "notice_of_standards.one", read(made, "notice_of_standards")
    write_two(made)
    advise(made, Point.OBJECTIVES, fully=False, not_seen="")
    yield "advice_on_objectives.not_judged", read(made, "advice_on_objectives", "2")
    settle(made.consult(Point.OBJECTIVES), agreed=False, comments=words.HEAD)
    yield "statement_of_objectives.set", read(made, "statement_of_objectives")
    yield "notice_of_standards.late", read(made, "notice_of_standards")
    made.on(date(2026, 9, 14))
    advise_on_system(made, fully=False)
    yield "advice_on_system.first", read(made, "advice_on_system")
    advise(made, Point.REVIEW, fully=False, not_seen="")
    yield "advice_on_review.first", read(made, "advice_on_review")
    appraise(made.consult(Point.REVIEW))
    yield "appraisal_report.pay_to_come", read(made, "appraisal_report")
    Cycle.objects.filter(pk=made.cycle.pk).update(pay=False)
    yield "appraisal_report.no_pay", read(made, "appraisal_report")
    recommend(made)
    yield "pay_recommendation.by_performance", _before_pay_was_freed(made)
    decide_pay(made, Pay.Outcome.OTHERWISE, "L20, as now", "The budget has no room this year.")
    yield "letter_on_pay.otherwise", read(made, "letter_on_pay")
    yield "appraisal_report.pay_decided", read(made, "appraisal_report")


def _before_pay_was_freed(made: Year) -> Read:
    """Read the recommendation under the law as it was while pay had to follow performance."""
    found = read(made, "pay_recommendation")
    scheme = found.position.law.scheme_on(BEFORE_PAY_WAS_FREED)
    return replace(found, position=replace(found.position, scheme=scheme))


def objected() -> Named:
    """Objections in England and in Wales: to a governor, and to somebody of the authority."""
    made, outcome = year("appointed"), Objection.Outcome
    object_to(made, 0, outcome.NOT_UPHELD, "The complaint was about the bus and not about you.")
    yield "outcome_of_objection", read(made, "outcome_of_objection")
    object_to(made, 1, outcome.UPHELD, "")
    yield "outcome_of_objection.upheld", read(made, "outcome_of_objection", "2")
    other = year("appointed", nation=Nation.WALES, category=Category.VOLUNTARY_AIDED,
                 religious_character="Church in Wales")  # fmt: skip
    other.join("officer").join("diocesan")
    object_to(other, 2, outcome.NOT_UPHELD, "The authority has nobody else free before Easter.")
    yield "outcome_of_objection.authority", read(other, "outcome_of_objection")
    object_to(other, 3, outcome.UPHELD, "The complaint is to be heard by the same person.")
    yield "outcome_of_objection.diocese", read(other, "outcome_of_objection", "2")


def welsh() -> Named:
    """A year in Wales in which everything was agreed."""
    made = called(year("appointed", nation=Nation.WALES), "Ysgol Dychmygol")
    made.join("officer")
    tell_standards(made, words.STANDARDS_OF_WALES)
    yield "notice_of_standards.wales", read(made, "notice_of_standards")
    write_two(made)
    settle(made.prepare())
    support(made, by_authority=False)
    monitor(made, agreed=True)
    yield "statement_of_objectives.wales", read(made, "statement_of_objectives")
    note(made)
    ask_deputy(made)
    yield "mid_year_note.wales", read(made, "mid_year_note")
    made.on(date(2026, 9, 7)).notice(REVIEWED)
    yield "notice_of_review", read(made, "notice_of_review")
    appraise(made.after(3).evidence().on(REVIEWED))
    yield "appraisal_statement", read(made, "appraisal_statement")
    made.on(GIVEN).report()
    yield "appraisal_statement.given", read(made, "appraisal_statement")
    yield "assurance_to_governors.wales", read(made, "assurance_to_governors")
    comment(made.after(4))
    yield "appraisal_statement.commented", read(made, "appraisal_statement")


def welsh_not_agreed() -> Named:
    """In Wales, where neither the objectives nor the support nor the monitoring was agreed."""
    made = called(year("appointed", nation=Nation.WALES), "Ysgol Dychmygol")
    write_two(made)
    settle(made.prepare(), agreed=False, comments=words.HEAD)
    support(made, by_authority=True)
    monitor(made, agreed=False)
    yield "statement_of_objectives.wales_set", read(made, "statement_of_objectives")
    note(made)
    yield "mid_year_note.wales_alone", read(made, "mid_year_note")


def welsh_unsettled() -> Named:
    """In Wales, where support and monitoring are settled later, nobody says how."""
    made = called(year("appointed", nation=Nation.WALES), "Ysgol Dychmygol")
    write_two(made)
    settle(made.prepare())
    yield "statement_of_objectives.wales_open", read(made, "statement_of_objectives")
    monitor(made, agreed=None)
    yield "statement_of_objectives.wales_settled", read(made, "statement_of_objectives")


def appealed(name: str) -> Year:
    """An aided school with a religious character in Wales, whose head has the statement."""
    made = year("appointed", nation=Nation.WALES, category=Category.VOLUNTARY_AIDED,
                religious_character="Church in Wales")  # fmt: skip
    called(made, name).join("officer").join("diocesan")
    write_two(made)
    settle(made.prepare())
    made.on(date(2026, 9, 7)).notice(REVIEWED).after(3).evidence()
    appraise(made.on(REVIEWED))
    return made.on(GIVEN).report()


def aided() -> Named:
    """An appeal that is dismissed: the head commented first."""
    made = appealed("Ysgol Sant Dychmygol")
    comment(made.after(4))
    appeal_and_name(made.after(2))
    yield "acknowledgement_of_appeal", read(made, "acknowledgement_of_appeal")
    yield "notice_to_appeals_officers", read(made, "notice_to_appeals_officers")
    decide_appeal(made, Appeal.Outcome.DISMISSED, words.STANDS)
    yield "decision_on_appeal", read(made, "decision_on_appeal")


def upheld() -> Named:
    """An appeal that is upheld, without comments before it."""
    made = appealed("Ysgol Santes Ffug")
    appeal_and_name(made.after(6))
    yield "notice_to_appeals_officers.alone", read(made, "notice_to_appeals_officers")
    decide_appeal(made, Appeal.Outcome.UPHELD, words.REASONS)
    yield "decision_on_appeal.upheld", read(made, "decision_on_appeal")
