"""The equality form, which is sent back apart from the application, and the summary of answers."""

from collections.abc import Iterator, Mapping

from casework.documents import legal
from casework.documents.blocks import Block, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.registry import SELECTION_FILE
from law.applicants import FEWEST_FORMS, SMALL_COUNT
from law.equality import ASKED, EQUALITY
from recruitment import equality
from recruitment.documents import pack, parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Vacancy
from recruitment.position import Position

# 7a. The form


def _form(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield draft.bullets("apart")
    for question in ASKED:
        rows = tuple((answer, "") for answer in question.answers.values())
        yield Table(question.text, ("Answer", "Tick one"), rows, (6, 1))
    yield from legal.legal_basis(EQUALITY)
    yield draft.text("thanks")


def _form_facts(p: Position, _: Vacancy) -> Facts:
    clerk = people.clerk(p)
    return {**pack.named(p), "clerk": clerk.name if clerk else None, "small": SMALL_COUNT.value}


EQUALITY_FORM = HeadshipLetter[Vacancy](
    key="equality_form",
    number="7a",
    name="Equality form",
    phase="opening",
    called="settled_person_specification",
    rows=pack.settled,
    label=lambda _: "",
    facts=_form_facts,
    body=_form,
    to=lambda _, __: pack.APPLICANTS,
    approvers=("clerk", "chair"),
    to_applicants=True,
    seen_with="see_documents",
    files=frozenset({SELECTION_FILE}),
    names=parts.nobody,
)

# 7b. The summary


def _counted(p: Position) -> Mapping[str, Vacancy]:
    return {parts.this_round(p): p.case} if equality.forms_counted(p) else {}


def _summary(draft: Draft, _: Vacancy) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable((("Post", parts.post(p)), ("Forms", str(equality.forms_counted(p)))))
    yield draft.text("suppressed")
    for shown in equality.shown(p):
        yield Table(str(shown.question), ("Answer", "Number"), shown.rows, (4, 1))
    yield from legal.legal_basis(EQUALITY)
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(closing=draft.line("closing"))


EQUALITY_SUMMARY = HeadshipLetter[Vacancy](
    key="equality_summary",
    number="7b",
    name="Summary of equality answers",
    phase="selection",
    called="equality_answers",
    rows=_counted,
    label=lambda _: "",
    facts=lambda p, _: {
        **pack.named(p),
        "small": SMALL_COUNT.value,
        "fewest": FEWEST_FORMS.value,
    },
    body=_summary,
    to=lambda p, _: (people.chair(p), people.clerk(p)),
    approvers=("clerk", "chair"),
    seen_with="see_equality",
    files=frozenset({SELECTION_FILE}),
    names=parts.nobody,
)

OF_EQUALITY = (EQUALITY_FORM, EQUALITY_SUMMARY)
