"""The advertisement and the candidate pack: the chair's letter, the job, the person sought."""

from collections.abc import Iterator, Mapping

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference, Salutation, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.documents.registry import SELECTION_FILE
from casework.words import written
from law.applicants import EXEMPT_POST
from law.standards import of_nation
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Criterion, Vacancy
from recruitment.models.vacancy import WHOLE
from recruitment.position import Position

NATIONS = {"england": "England", "wales": "Wales"}
APPLICANTS = (Party("All who ask for the candidate pack"),)


def settled(p: Position) -> Mapping[str, Vacancy]:
    """Return the case, by its round, once the person specification is settled."""
    return {parts.this_round(p): p.case} if p.case.criteria_settled_on and p.criteria else {}


def named(p: Position) -> Facts:
    """Return the school, and what its governing body is called."""
    return {"school": p.school.name, "body": people.body(p)}


def clerk_and_closing(p: Position) -> Facts:
    """Return to whom applications come, and by when."""
    clerk = people.clerk(p)
    return {"clerk": clerk.name if clerk else None, "closing_on": _closing(p)}


def _closing(p: Position) -> str | None:
    """The closing date in force or, before it is published, that of the plan."""
    if p.advertised and p.advertised.closing_on:
        return words.day(p.advertised.closing_on)
    return _planned(p, "close")


def _planned(p: Position, step: str) -> str | None:
    """The latest day that the plan has for a step, if there is a plan."""
    rows = p.plan.rows if p.plan else []
    return next((words.iso_day(row["latest"]) for row in rows if row["key"] == step), None)


def capital(text: str) -> str:
    """Return a text with a capital letter at its beginning."""
    return f"{text[:1].upper()}{text[1:]}"


def _pay(p: Position) -> Iterator[tuple[str, str]]:
    if p.pay_range:
        yield "Pay range", str(p.pay_range)


def _term(p: Position) -> Iterator[tuple[str, str]]:
    if p.plan:
        yield "Planned start", written(p.plan.start)
    if p.case.until:
        yield "Until", written(p.case.until)


# 5. The advertisement


def _advertised(p: Position) -> Iterator[tuple[str, str]]:
    yield "Post", p.case.post_in_full
    yield "School", ", ".join(p.school.letter_address())
    yield "Employer", capital(people.employer_name(p))
    yield from _pay(p)
    yield from _term(p)
    closing = _closing(p)
    if closing:
        yield "Closing date", closing
    interviews = _planned(p, "interviews")
    if interviews:
        yield "Interviews", f"Planned, by {interviews} at the latest"


def _advertisement(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield Title(parts.post(p))
    yield draft.text("opening_trust" if people.trust_employs(p) else "opening")
    yield FactsTable(tuple(_advertised(p)))
    yield draft.text("judged")
    yield from _religion(draft)
    yield from draft.part("apply")
    yield draft.text("equality")
    yield from draft.part("safeguarding")
    yield _checks(p)
    yield draft.text("convictions")
    yield from legal.legal_basis(EXEMPT_POST)


def _religion(draft: Draft) -> Iterator[Block]:
    """What the law lets a school of a religious character ask of its head."""
    p = draft.p
    rule = p.regime.religion
    asked = rule.value.of(p.school.category) if rule else ""
    if asked and p.school.has_religious_character:
        yield draft.text(f"religion_{asked}")


def _checks(p: Position) -> FactsTable:
    """The checks of this school's law: those on everybody, and those that depend on the person."""
    checks = [rule.value for rule in p.regime.checks]
    always = [check.name for check in checks if check.required == "always"]
    others = [check.name for check in checks if check.required != "always"]
    return FactsTable((("For everybody", "; ".join(always)), ("If it applies", "; ".join(others))))


def _advertisement_facts(p: Position, _: Vacancy) -> Facts:
    return {
        **named(p),
        **clerk_and_closing(p),
        "character": p.school.religious_character or None,
        "kept_for": parts.kept_for(),
    }


ADVERTISEMENT = HeadshipLetter[Vacancy](
    key="advertisement",
    number="5",
    name="Advertisement",
    phase="opening",
    called="settled_person_specification",
    rows=settled,
    label=lambda _: "",
    facts=_advertisement_facts,
    body=_advertisement,
    to=lambda _, __: (Party("Whoever may wish to apply"),),
    approvers=("clerk", "chair"),
    to_applicants=True,
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE}),
    names=parts.nobody,
)

# 6a. The chair's letter


def _school(p: Position) -> Iterator[tuple[str, str]]:
    school = p.school
    yield "Kind of school", str(school.get_category_display())
    if school.low_age is not None and school.high_age is not None:
        yield "Ages of pupils", f"{school.low_age} to {school.high_age}"
    if school.pupils:
        yield "Pupils", str(school.pupils)
    if school.has_religious_character:
        yield "Religious character", school.religious_character
    if p.authority_name and not people.trust_employs(p):
        yield "Local authority", p.authority_name


def _letter(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield Salutation(draft.line("greeting"))
    yield Heading(draft.line("subject"))
    yield draft.text("opening")
    yield draft.heading("school")
    yield FactsTable(tuple(_school(p)))
    yield draft.text("visit")
    yield from draft.part("looking")
    yield draft.heading("steps")
    yield draft.bullets(*_steps(p))
    yield draft.text("outcome")
    yield draft.need(people.chair(p), "chair_of_the_governing_body").signs()


def _steps(p: Position) -> Iterator[str]:
    """The steps of the choice, as the law of the school has them."""
    yield "steps_apply"
    yield "steps_shortlist"
    if p.regime.names:
        yield "steps_names"
    yield "steps_references"
    yield "steps_interview"
    yield "steps_approve"
    yield "steps_offer_approved" if p.regime.approval_appoints else "steps_offer"


def _letter_facts(p: Position, _: Vacancy) -> Facts:
    return {
        **named(p),
        **clerk_and_closing(p),
        "authority": p.authority_name or None,
        "approver": people.approver_name(p),
        "employer": capital(people.employer_name(p)),
    }


LETTER_OF_THE_CHAIR = HeadshipLetter[Vacancy](
    key="letter_of_the_chair",
    number="6a",
    name="Letter of the chair to candidates",
    phase="opening",
    called="settled_person_specification",
    rows=settled,
    label=lambda _: "",
    facts=_letter_facts,
    body=_letter,
    to=lambda _, __: APPLICANTS,
    approvers=("chair",),
    to_applicants=True,
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE}),
    names=parts.nobody,
)

# 6b. The job description


def _post(p: Position) -> Iterator[tuple[str, str]]:
    yield "Post", parts.post(p)
    yield "Employer", capital(people.employer_name(p))
    yield "Accountable to", _accountable_to(p)
    if p.pay_range and p.pay_range.group:
        yield "Head's group", str(p.pay_range.group)
    yield from _pay(p)
    yield from _term(p)


def _accountable_to(p: Position) -> str:
    body = f"The {people.body(p)}"
    return f"{body} and the academy trust" if people.trust_employs(p) else body


def _job(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield Title(draft.line("title"))
    yield FactsTable(tuple(_post(p)))
    yield from draft.part("purpose")
    if p.case.post == Vacancy.Post.CO_HEAD and p.case.share != WHOLE:
        yield draft.text("shared")
    yield draft.heading("duties")
    yield draft.text("headings")
    yield FactsTable(tuple((h.name, h.duty) for h in of_nation(p.regime.nation).headings))
    yield from draft.part("safeguarding")
    yield draft.heading("conditions")
    yield draft.text("conditions_trust" if people.trust_employs(p) else "conditions")
    yield draft.text("review")


def _job_facts(p: Position, _: Vacancy) -> Facts:
    return {
        **named(p),
        "standards": of_nation(p.regime.nation).name,
        "nation": NATIONS[p.regime.nation],
        "accountable_to": _accountable_to(p).replace("The", "the", 1),
        "share": None if p.case.share == WHOLE else p.case.share,
    }


JOB_DESCRIPTION = HeadshipLetter[Vacancy](
    key="job_description",
    number="6b",
    name="Job description",
    phase="opening",
    called="settled_person_specification",
    rows=settled,
    label=lambda _: "",
    facts=_job_facts,
    body=_job,
    to=lambda _, __: APPLICANTS,
    approvers=("chair", "clerk"),
    to_applicants=True,
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE}),
    names=parts.nobody,
)

# 6c. The person specification


def _person(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable((("Post", parts.post(p)),))
    yield _criteria(p)
    yield draft.bullets("kinds")
    if any(c.weight > 1 for c in p.criteria):
        yield draft.text("weight")
    yield from _scale(draft)
    anchored = [c for c in p.criteria if c.anchors]
    if anchored:
        yield from draft.part("anchors")
        for criterion in anchored:
            yield Heading(str(criterion), 3)
            yield _points(criterion.anchors_in_order)


def _criteria(p: Position) -> Table:
    headers = ("No.", "Criterion", "Kind", "Weight", "Tested by")
    return Table("Criteria", headers, tuple(map(_row, p.criteria)), (1, 8, 2, 2, 3))


def _row(c: Criterion) -> tuple[str, ...]:
    kind = "Essential" if c.essential else "Desirable"
    return (str(c.number), c.text, kind, str(c.weight), c.tested_in_words)


def _scale(draft: Draft) -> Iterator[Block]:
    scoring = draft.p.scoring
    if scoring is None:
        yield draft.heading("scale")
        yield draft.text("scale_undecided")
    else:
        yield from draft.part("scale")
        told = [(str(n), scoring.anchor(n)) for n in scoring.points if scoring.anchor(n)]
        if told:
            yield _points(told)


def _points(told: list[tuple[str, str]]) -> FactsTable:
    return FactsTable(tuple((f"Point {point}", said) for point, said in told))


def _person_facts(p: Position, vacancy: Vacancy) -> Facts:
    return {
        "school": p.school.name,
        "settled_on": words.day(vacancy.criteria_settled_on),
        "lowest": p.scoring.lowest if p.scoring else None,
        "highest": p.scoring.highest if p.scoring else None,
    }


PERSON_SPECIFICATION = HeadshipLetter[Vacancy](
    key="person_specification",
    number="6c",
    name="Person specification",
    phase="opening",
    called="settled_person_specification",
    rows=settled,
    label=lambda _: "",
    facts=_person_facts,
    body=_person,
    to=lambda _, __: APPLICANTS,
    approvers=("panel_chair", "chair", "clerk"),
    to_applicants=True,
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE}),
    names=parts.nobody,
)

PACK = (ADVERTISEMENT, LETTER_OF_THE_CHAIR, JOB_DESCRIPTION, PERSON_SPECIFICATION)
