"""Papers on advice: the note of a piece of it, and an adviser's opinions on candidates."""

from collections.abc import Iterator, Mapping, Sequence

from casework import words
from casework.documents import legal
from casework.documents.blocks import Block, Heading, Reference, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party, copies
from casework.documents.registry import AUTHORITY_FILE, SELECTION_FILE
from casework.models import Meeting
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Advice, Candidate, Opinion
from recruitment.position import Position
from recruitment.stages import Stage

PANEL = Meeting.Body.PANEL
NOT_SUITABLE = Opinion.Verdict.NOT_SUITABLE

# 17. A note of advice


def _advice(p: Position) -> Mapping[str, Advice]:
    """The advice, numbered in the order of recording. A late paper is advice while it is late."""
    in_order = sorted(p.all_advice, key=lambda advice: advice.pk)
    return {str(n): advice for n, advice in enumerate(in_order, start=1) if advice in p.advice}


def _note_names(p: Position, about: str) -> set[str]:
    """Whom the advice names, or the minute of its consideration, or the paper that came late."""
    advice = _advice(p).get(about)
    if advice is None:
        return set()
    late = {advice.late_paper.candidate.code} if advice.late_paper else set()
    return late | parts.named_in(p, advice.text, advice.consideration)


def _note_facts(p: Position, advice: Advice) -> Facts:
    return {
        "school": p.school.name,
        "given_by": advice.given_by,
        "given_on": words.day(advice.given_on),
        "body": advice.get_to_display().lower(),
        "text": advice.text,
        "considered_on": words.day(advice.considered_on),
        "consideration": advice.consideration,
        "advice_provision": legal.provision(p.regime.advice_considered),
    }


def _note(draft: Draft, advice: Advice) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield FactsTable(tuple(_particulars(advice)))
    yield draft.text("opening")
    yield from legal.legal_basis(p.regime.adviser_attendance, p.regime.advice_considered)
    yield from draft.part("advice")
    yield draft.heading("consideration")
    yield draft.text("considered" if advice.considered_on else "not_considered")
    clerk = draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield clerk.signs(closing=draft.line("noted"))
    if advice.form == Advice.Form.ORAL:
        yield _giver(advice).signs(closing=draft.line("confirmed"))


def _particulars(advice: Advice) -> Iterator[tuple[str, str]]:
    yield "Given by", str(_giver(advice))
    yield "Given on", written(advice.given_on)
    yield "Form", advice.get_form_display()
    yield "Given to", f"The {advice.get_to_display().lower()}"
    yield "Stage", Stage(advice.stage).label


def _giver(advice: Advice) -> Party:
    return Party(advice.given_by, advice.capacity)


NOTE_OF_ADVICE = HeadshipLetter[Advice](
    key="note_of_advice",
    number="17",
    name="Note of advice",
    phase="advice",
    called="advice",
    rows=_advice,
    label=lambda a: f"to the {a.get_to_display().lower()}, {written(a.given_on)}",
    facts=_note_facts,
    body=_note,
    to=lambda p, advice: [parts.chair_of(advice.to, p), people.clerk(p), _giver(advice)],
    approvers=("clerk", "panel_chair"),
    seen_with="see_advice",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=_note_names,
)

# 18. An adviser's opinions

Opinions = Sequence[Opinion]


def _opinions(p: Position) -> Mapping[str, Opinions]:
    """The opinions of each adviser at each stage, in the order in which they were formed."""
    groups: dict[tuple[str, int], list[Opinion]] = {}
    for opinion in sorted(p.opinions, key=lambda opinion: opinion.pk):
        groups.setdefault((opinion.stage, opinion.adviser_id), []).append(opinion)
    return parts.numbered((stage, group) for (stage, _), group in groups.items())


def _opinions_facts(p: Position, opinions: Opinions) -> Facts:
    return {
        "school": p.school.name,
        "body": _reader(opinions).label.lower(),
        "advice_provision": legal.provision(p.regime.advice_considered),
        "representations_provision": (
            legal.provision(p.names_law.representations) if p.names_matter else None
        ),
    }


def _reader(opinions: Opinions) -> Meeting.Body:
    """Whom they are for: the panel until it has recommended, then the governing body."""
    decided = opinions[0].stage in {Stage.RECOMMENDED, Stage.APPROVED}
    return Meeting.Body.GOVERNING_BODY if decided else PANEL


def _opinions_body(draft: Draft, opinions: Opinions) -> Iterator[Block]:
    p = draft.p
    draft.need(p.authority_name or None, "authority")
    yield parts.from_authority(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield draft.marking("status")
    if p.names_matter:
        yield draft.marking("status_no_representation")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield from legal.legal_basis(p.regime.adviser_attendance, p.regime.advice_considered)
    if p.names_matter and any(o.verdict == NOT_SUITABLE for o in opinions):
        yield draft.text("last_day", strong=True)
    for opinion in opinions:
        yield from _opinion(draft, opinion)
    yield draft.text("handling")
    yield _signatory(p, opinions).signs(closing=draft.line("closing"))
    yield copies(people.clerk(p))


def _opinion(draft: Draft, opinion: Opinion) -> Iterator[Block]:
    p = draft.p
    yield Heading(opinion.candidate.name, 2)
    rows = [
        ("Opinion", opinion.get_verdict_display()),
        ("Formed on", written(opinion.formed_on)),
    ]
    if opinion.summary:
        rows.append(("Summary", opinion.summary))
    if p.names_matter and opinion.verdict == NOT_SUITABLE:
        rows.append(("Representations", _representations(p, opinion.candidate)))
    yield FactsTable(tuple(rows))
    yield from parts.points(opinion.points, p)


def _representations(p: Position, candidate: Candidate) -> str:
    """Whether the authority represented the same or, if it did not, by when it can."""
    made = p.representations_on(candidate)
    if made:
        return f"Made by the authority, and received on {written(made[0].received_on)}"
    if p.notice_for(candidate) is None:
        return "The period has not begun: the names have not been given to the authority"
    last = p.last_day_for(candidate)
    if last is None:
        return "The period has not begun: no receipt of the names is recorded"
    return f"None made. The last day to make one is {written(last)}"


def _signatory(p: Position, opinions: Opinions) -> Party:
    adviser, formed = opinions[0].adviser, opinions[0].formed_on
    return Party(adviser.full_name, people.office_on(formed, adviser, p))


ADVISER_OPINIONS = HeadshipLetter[Opinions](
    key="adviser_opinions",
    number="18",
    name="Opinions of an adviser",
    phase="advice",
    called="opinion_of_an_adviser",
    rows=_opinions,
    label=lambda opinions: f"stage “{Stage(opinions[0].stage).label}”",
    facts=_opinions_facts,
    body=_opinions_body,
    to=lambda p, opinions: [parts.chair_of(_reader(opinions), p), people.clerk(p)],
    approvers=("adviser",),
    seen_with="see_advice",
    files=frozenset({SELECTION_FILE, AUTHORITY_FILE}),
    names=lambda p, about: {
        code
        for o in _opinions(p).get(about, ())
        for code in {o.candidate.code} | parts.named_in(p, o.summary, str(o.points))
    },
)

OF_THE_ADVISER = (NOTE_OF_ADVICE, ADVISER_OPINIONS)
