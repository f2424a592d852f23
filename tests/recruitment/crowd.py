"""A headship for which many applied and which has many criteria: as a busy evening has it."""

from datetime import date

from recruitment.actions import specification
from recruitment.models import Candidate, Criterion, ScoreSheet
from tests.recruitment import evening
from tests.recruitment.headship import START, Headship, headship

TEXTS = (
    "Has led the teaching of reading across a school, with results that others can see",
    "Keeps children safe: has been the designated lead for safeguarding or its deputy",
    "Has planned a budget with governors and kept to it when the roll fell",
    "Knows the special educational needs of pupils, and makes provision for them that works",
    "Has brought staff on, so that some of them lead in other schools now",
    "Speaks plainly to parents, above all where it is hard",
    "Has dealt with conduct and attendance in a school of at least 200 pupils",
    "Holds a qualification for headship, or has done the work of a head for a year",
)


def crowd(
    number: int, criteria: int = len(TEXTS), *, hidden: bool = True, start: date = START
) -> Headship:
    """A headship on the evening with so many applications and so many criteria to score."""
    case = headship("panel_appointed", start=start)
    for n, text in enumerate(TEXTS[:criteria]):
        specification.add_criterion(
            case.vacancy, text=text, essential=n % 3 != 2, weight=2 if n == 0 else 1,
            tested_by=[Criterion.TestedBy.APPLICATION], by=case.clerk, on=case.day,
        )  # fmt: skip
    specification.settle_criteria(case.vacancy, by=case.clerk, on=case.day)
    evening.decide(case.advertise(), hidden=hidden)
    Candidate.objects.bulk_create(
        Candidate(
            vacancy=case.vacancy, code=f"C{n}", name=f"Zebedee Quillforth-Mostyn {n}",
            post="Deputy head", applied_on=case.day,
        )
        for n in range(1, number + 1)
    )  # fmt: skip
    return case.after(15)


def all_in(case: Headship) -> Headship:
    """Every member has scored everybody and handed in: some stand level, some are far apart."""
    everybody = list(Candidate.objects.filter(vacancy=case.vacancy))
    numbers = [c.number for c in Criterion.objects.filter(vacancy=case.vacancy)]
    ScoreSheet.objects.bulk_create(
        ScoreSheet(
            vacancy=case.vacancy, round=1, person=member, candidate=candidate,
            marks={str(k): _mark(i, j, k) for k in numbers},
            scored_on=case.day, handed_in_on=case.day,
        )
        for i, member in enumerate(case.panel)
        for j, candidate in enumerate(everybody)
    )  # fmt: skip
    return case


def _mark(member: int, candidate: int, criterion: int) -> dict[str, object]:
    points = (candidate * candidate + criterion * 3 + member * (candidate % 4)) % 6
    return {"points": points, "evidence": "Page 2 of the letter"}
