"""A person whose checks are made, made wrongly, not needed and, for a while, still to come."""

from recruitment.actions import appointment
from tests.recruitment.documents.steps import Papers, read
from tests.recruitment.headship import Headship, headship


def checked() -> Papers:
    case = headship("accepted", "Weir Lane Primary School")
    record(case, "identity", "Passport and birth certificate seen")
    record(case, "references", "Two references received")
    appointment.undo_check(
        case.vacancy,
        check="references",
        why="Only one of the two was verified with its referee",
        by=case.clerk,
        on=case.day,
    )
    found: Papers = {"checks_record.incomplete": read(case, "checks_record", "C1")}
    record(case, "references", "Two references received, and both verified by telephone")
    record(case, "overseas", "Has not lived or worked abroad", applies=False)
    record(case, "fitness", "The occupational health service has doubts", satisfactory=False)
    done = {"identity", "references", "overseas", "fitness"}
    for rule in case.position().regime.checks:
        if rule.value.key not in done:
            record(case, rule.value.key, "Seen", applies=rule.value.required == "always")
    return {**found, "checks_record": read(case, "checks_record", "C1")}


def record(case: Headship, key: str, evidence: str, **outcome: bool) -> None:
    appointment.record_check(
        case.vacancy,
        check=key,
        done_by="Joan Beck" if key != "overseas" else "Dee Pratt",
        evidence=evidence,
        by=case.clerk,
        on=case.day,
        **outcome,
    )
