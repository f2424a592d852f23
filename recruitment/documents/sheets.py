"""Score sheets: one to fill in by hand, and what a member gave, which is theirs until it is seen.

Nobody reads what a member gave before they may see it by the rules of scoring: neither in a draft
nor once it is issued.
"""

from collections.abc import Iterator, Mapping, Sequence

from accounts.models import User
from casework.documents.blocks import Block, Paragraph, Reference, Table, Title
from casework.documents.letter import Facts
from casework.documents.registry import SELECTION_FILE
from casework.words import written
from recruitment import scores
from recruitment.documents import parts, people
from recruitment.documents import scoring as evening
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.documents.scoring import Member
from recruitment.models import Candidate, Criterion, ScoreSheet
from recruitment.position import Position
from recruitment.stages import CandidateState

ROOM = 36  # lines of writing by hand that a page of one candidate has for all criteria together
LEAST, MOST = 3, 9  # lines for one criterion

# 8. The blank sheet


def _blank_facts(p: Position, member: Member) -> Facts:
    clerk = people.clerk(p)
    return {
        "school": p.school.name,
        "member": member.person.full_name,
        "clerk": clerk.name if clerk else None,
        **evening.scale_facts(p),
    }


def _blank(draft: Draft, member: Member) -> Iterator[Block]:
    p = draft.p
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield draft.text("how")
    criteria = evening.scored(draft)
    yield evening.specification(criteria, "The criteria that are scored")
    yield from evening.scale(evening.scoring(draft), criteria)
    for candidate in evening.by_code(scores.to_score(p, member.person)):
        yield to_fill_in(candidate, criteria, LEAST)
    yield draft.text("hand_in")
    yield member.party(p).signs(closing=draft.line("closing"))


def to_fill_in(candidate: Candidate, criteria: Sequence[Criterion], lines: int) -> Table:
    """Return a row for each criterion, with so many lines to write on."""
    room = "\n" * (lines - 1)
    rows = tuple((str(c.number), f"{c.text} ({_short(c)})", "", room) for c in criteria)
    return of_one(candidate, rows)


def of_one(candidate: Candidate, rows: Sequence[tuple[str, ...]]) -> Table:
    """Return the table of one candidate, whose code stands again at the head of each page."""
    headers = (candidate.code, "Criterion", "Points", "Evidence")
    return Table(f"Scores of {candidate.code}", headers, tuple(rows), (2, 11, 3, 16))


def _short(criterion: Criterion) -> str:
    essential = evening.weight(criterion).lower()
    return f"{essential}, weight {criterion.weight}" if criterion.weight > 1 else essential


def lines_for(criteria: Sequence[Criterion]) -> int:
    """Return how many lines each criterion has where a page is of one candidate."""
    return max(LEAST, min(MOST, ROOM // len(criteria)))


SCORE_SHEET = HeadshipLetter[Member](
    key="score_sheet",
    number="8",
    name="Score sheet",
    phase="selection",
    called="member_with_somebody_to_score",
    rows=evening.scorers,
    label=lambda member: member.label,
    facts=_blank_facts,
    maker=people.clerk,
    body=_blank,
    to=lambda p, member: [member.party(p)],
    approvers=("clerk", "panel_chair"),
    seen_with="see_scores",
    files=frozenset({SELECTION_FILE}),
    names=evening.free_for,
    open_to=evening.is_for,
)

# 8b. What a member gave


def of_member(p: Position, member: Member) -> list[ScoreSheet]:
    """Return all that a member gave in a round, an interest declared since notwithstanding."""
    return [x for x in p.sheets if x.person_id == member.person.pk and x.round == member.round]


def _with_sheets(p: Position) -> Mapping[str, Member]:
    """The members who gave something in this round."""
    return {about: m for about, m in evening.members(p).items() if of_member(p, m)}


def _given_facts(p: Position, member: Member) -> Facts:
    apart = [c for c in _field(p, member) if p.is_conflicted(member.person, c)]
    return {
        "school": p.school.name,
        "member": member.person.full_name,
        "apart": evening.counted(len(apart), "candidate"),
        **evening.scale_facts(p),
    }


def _field(p: Position, member: Member) -> list[Candidate]:
    """Those whom the member scores, or would but for an interest: whoever was given anything."""
    given = {x.candidate_id for x in p.sheets if x.round == member.round}
    undecided = CandidateState.APPLIED
    return evening.by_code(c for c in p.candidates if c.state == undecided or c.pk in given)


def _given(draft: Draft, member: Member) -> Iterator[Block]:
    p = draft.p
    criteria, field = evening.scored(draft), _field(p, member)
    free = [x for x in of_member(p, member) if not p.is_conflicted(member.person, x.candidate)]
    kept = sorted(free, key=lambda x: int(x.candidate.code[1:]))
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    yield draft.text("not_zero")
    yield _standing(kept)
    if len(kept) < len(field):
        yield from _not_given(draft, member, field, kept)
    evening.scoring(draft)
    for sheet in kept:
        yield _marks(p, sheet, criteria)
    yield member.party(p).signs(closing=draft.line("closing"))


def _not_given(
    draft: Draft, member: Member, field: Sequence[Candidate], kept: Sequence[ScoreSheet]
) -> Iterator[Paragraph]:
    """Say who has still no score, and how many never will: an interest tells no code."""
    p, with_one = draft.p, {x.candidate_id for x in kept}
    if any(p.is_conflicted(member.person, c) for c in field):
        yield draft.text("apart")
    free = (c for c in field if not p.is_conflicted(member.person, c))
    if left := [c.code for c in free if c.pk not in with_one]:
        yield Paragraph(f"Not scored by the member: {', '.join(left)}.")


def _standing(kept: Sequence[ScoreSheet]) -> Table:
    rows = tuple((x.candidate.code, handed_in(x), on_paper(x)) for x in kept)
    headers = ("Candidate", "Handed in", "How it was given")
    return Table("When it was given, and how", headers, rows, (3, 4, 8))


def handed_in(x: ScoreSheet) -> str:
    """Return when a sheet was handed in, or that it was not."""
    return written(x.handed_in_on) if x.handed_in_on else "Not handed in"


def on_paper(x: ScoreSheet) -> str:
    """Return whether a sheet came on paper, and whether the member has confirmed it since."""
    if x.keyed_by is None:
        return "By the member"
    confirmed = f"confirmed {written(x.confirmed_on)}" if x.confirmed_on else "not confirmed"
    return f"On paper, keyed in by {x.keyed_by}: {confirmed} by the member"


def _marks(p: Position, x: ScoreSheet, criteria: Sequence[Criterion]) -> Table:
    rows = tuple(
        (str(c.number), c.text, points(x, c), evening.without_names(p, _evidence(x, c)))
        for c in criteria
    )
    return of_one(x.candidate, rows)


def points(x: ScoreSheet, criterion: Criterion) -> str:
    """Return the points on a criterion or, in words, why there are none."""
    mark = x.mark(criterion)
    if mark is None:
        return "Not scored"
    return "Abstained" if mark["points"] is None else str(mark["points"])


def _evidence(x: ScoreSheet, criterion: Criterion) -> str:
    mark = x.mark(criterion)
    return str(mark["evidence"]) if mark else ""


def _whom_given(p: Position, about: str) -> set[str]:
    """Whom a member gave something, or is still to give, and whom the evidence names."""
    member = evening.member_of(p, about)
    if member is None:
        return set()
    kept = of_member(p, member)
    said = (str(mark["evidence"]) for x in kept for mark in x.marks.values())
    to_come = {c.code for c in scores.to_score(p, member.person)}
    return {x.candidate.code for x in kept} | to_come | evening.named_in(p, *said)


def may_be_seen(p: Position, user: User, about: str) -> bool:
    """Whether somebody may read what a member gave: the member, and who may see all of it.

    What was given in an earlier round is read by no member who has still to score in this one.
    """
    member = evening.member_of(p, about)
    if member is None:
        return False
    if member.person == user:
        return True
    if member.round != p.case.round:
        return evening.past_is_open(p, user)
    return all(scores.may_see(p, user, x.candidate) for x in of_member(p, member))


SCORES_GIVEN = HeadshipLetter[Member](
    key="scores_given",
    number="8b",
    name="Scores given",
    phase="selection",
    called="scores_of_the_member",
    rows=_with_sheets,
    label=lambda member: member.label,
    facts=_given_facts,
    body=_given,
    to=lambda p, member: [member.party(p)],
    approvers=("clerk", "panel_chair"),
    seen_with="see_scores",
    files=frozenset({SELECTION_FILE}),
    names=_whom_given,
    open_to=may_be_seen,
)
