"""The external adviser's yearly advice on how the school's performance management works."""

from collections.abc import Iterator, Mapping
from typing import Any

from casework.documents.blocks import Addressee, Block, Letterhead, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.words import iso_day, written
from governance.documents import parts, people
from governance.documents.advice import capacity, writer
from governance.documents.letter import CyclePaper, Draft
from governance.models import SystemAdvice
from governance.position import Position

OWN_WORDS = (
    "seen", "not_seen", "policy", "calendar", "objectives", "evidence", "pay", "appraisers",
    "development", "strengths", "for_governors", "conclusion",
)  # fmt: skip
ON_THE_SYSTEM = OWN_WORDS[2:-2]


def _given(p: Position) -> Mapping[str, SystemAdvice]:
    return parts.several(p.system_advice)


def _facts(_: Position, advice: SystemAdvice) -> Facts:
    return {name: getattr(advice, name) for name in OWN_WORDS}


def _body(draft: Draft, advice: SystemAdvice) -> Iterator[Block]:
    p, law = draft.p, draft.p.scheme
    signs = writer(draft, advice)
    yield Letterhead((signs.body or signs.name, "External adviser to the governing body"))
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield draft.marking("status")
    yield Addressee((_governing_body(p).office, p.school.name))
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield FactsTable(tuple(_particulars(p, advice)))
    yield from parts.basis(law.policy, law.external_adviser)
    for section in ("seen", "not_seen"):
        yield from draft.part(section)
    yield from _of_last_year(draft, advice)
    for section in ON_THE_SYSTEM:
        yield from draft.part(section)
    yield from _recommended(draft, advice)
    yield from draft.part("for_governors")
    yield draft.heading("conclusion")
    yield draft.text("conclusion", strong=True)
    yield from draft.part("capacity")
    yield FactsTable(tuple(capacity(draft, advice)))
    yield draft.text("handling")
    yield signs.signs(closing="Advised by")


def _particulars(p: Position, advice: SystemAdvice) -> Iterator[tuple[str, str]]:
    yield "School", p.school.name
    yield "Cycle", f"{written(p.case.starts_on)} to {written(p.case.ends_on)}"
    yield "Advice given", written(advice.given_on)


def _of_last_year(draft: Draft, advice: SystemAdvice) -> Iterator[Block]:
    """Yield what was recommended last year, with what became of each."""
    yield draft.heading("earlier")
    if not draft.p.carried_in:
        yield draft.text("no_earlier")
        return
    became = {each["number"]: each["became"] for each in advice.became}
    rows = tuple(
        (*_row(number, each), became.get(number, draft.line("not_learned")))
        for number, each in enumerate(draft.p.carried_in, start=1)
    )
    headers = (*HEADERS, "What became of it")
    yield Table(draft.line("earlier"), headers, rows, widths=(1, 4, 3, 3, 4))


def _recommended(draft: Draft, advice: SystemAdvice) -> Iterator[Block]:
    yield draft.heading("recommendations")
    if not advice.recommendations:
        yield draft.text("none_recommended")
        return
    rows = tuple(_row(n, each) for n, each in enumerate(advice.recommendations, start=1))
    yield Table(draft.line("recommendations"), HEADERS, rows, widths=(1, 6, 3, 3))


HEADERS = ("No.", "Recommendation", "Who would act", "By")


def _row(number: int, each: Mapping[str, Any]) -> tuple[str, ...]:
    return str(number), each["text"], each["who"], iso_day(each["by"]) or ""


def _governing_body(p: Position) -> Party:
    return Party("", "The governing body", p.school.name)


ADVICE_ON_SYSTEM = CyclePaper[SystemAdvice](
    key="advice_on_system",
    number="35a",
    name="Adviser's advice on the whole system",
    phase="year",
    called="advice_on_the_whole_system",
    rows=_given,
    label=lambda advice: f"given on {written(advice.given_on)}",
    facts=_facts,
    body=_body,
    to=lambda p, _: [_governing_body(p), people.clerk(p), people.chair(p)],
    approvers=("adviser",),
    seen_with="see_system_advice",
)
