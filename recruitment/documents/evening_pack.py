"""The pack of one member for the panel's evening, by code: all but the applications themselves."""

from collections.abc import Iterator
from dataclasses import replace

from casework.documents import legal
from casework.documents.blocks import Block, Heading, Numbered, PageBreak, Reference, Table, Title
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.registry import SELECTION_FILE
from casework.models import Meeting
from casework.words import written
from recruitment import blind, gaps, scores
from recruitment.documents import parts, people, sheets
from recruitment.documents import scoring as evening
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.documents.scoring import Member
from recruitment.models import ApplicationPaper, Candidate
from recruitment.policies import PANEL
from recruitment.position import Position


def _facts(p: Position, member: Member) -> Facts:
    free, clerk, meeting = scores.to_score(p, member.person), people.clerk(p), called(p)
    apart = len(scores.undecided(p)) - len(free)
    return {
        "school": p.school.name,
        "member": member.person.full_name,
        "number": evening.counted(len(free), "candidate"),
        "apart": evening.counted(apart, "candidate"),
        "clerk": clerk.name if clerk else None,
        "meets_on": written(meeting.held_on) if meeting else None,
        "settled_on": written(p.case.criteria_settled_on) if p.case.criteria_settled_on else None,
        **evening.scale_facts(p),
    }


def _as_read(p: Position, member: Member) -> Position:
    """Return the position as the member reads it, whoever draws the pack up."""
    return blind.for_reader(p, member.person, frozenset({PANEL}))


def _body(whole: Draft, member: Member) -> Iterator[Block]:
    draft = replace(whole, p=_as_read(whole.p, member))
    p = draft.p
    draft.need(people.clerk(p), "clerk_to_the_governing_body")
    yield parts.from_governors(p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield Title(draft.line("title"))
    yield draft.text("opening")
    if evening.scoring(draft).names_hidden and p.nameless:
        yield draft.text("hidden")
    if evening.scoring(draft).sealed:
        yield draft.text("sealed")
    yield from _agenda(draft)
    yield from _specification(draft)
    yield from _interests(draft, member)
    yield from _applications(draft, member)
    yield from _sheets(draft, member)


# The agenda


def _agenda(draft: Draft) -> Iterator[Block]:
    yield draft.heading("agenda")
    meeting = called(draft.p)
    if meeting is None:
        yield draft.text("not_called")
        return
    yield FactsTable(
        (
            ("Date and time", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"),
            ("Place", meeting.place),
            ("Purpose", meeting.purpose),
        )
    )
    yield Numbered(tuple(meeting.agenda))


def called(p: Position) -> Meeting | None:
    """Return the panel's meeting that is called and not yet held: the first, if there are more."""
    ahead = [m for m in p.meetings if m.body == Meeting.Body.PANEL and not m.held]
    return min(ahead, key=lambda m: (m.held_on, m.at), default=None)


# The person specification


def _specification(draft: Draft) -> Iterator[Block]:
    yield draft.heading("specification")
    yield draft.text("specification")
    criteria = draft.need(draft.p.criteria or None, "person_specification")
    yield evening.specification(criteria)
    yield draft.text("scale")
    yield from evening.scale(evening.scoring(draft), evening.scored(draft))


# Interests


def _interests(draft: Draft, member: Member) -> Iterator[Block]:
    """The member's own, and what follows. In whom they are stays with the member and the clerk."""
    p = draft.p
    yield draft.heading("interests")
    own = [i for i in p.interests if i.person == member.person and i.ended_on is None]
    rows = tuple(
        (written(i.declared_on), i.get_kind_display(), i.get_effect_display()) for i in own
    )
    if rows:
        headers = ("Declared", "Interest", "Effect")
        yield Table("Interests that you have declared", headers, rows, (3, 5, 5))
    else:
        yield draft.text("none_declared")
    apart = len(scores.undecided(p)) > len(scores.to_score(p, member.person))
    yield draft.text("apart" if apart else "all_of_them")
    yield from legal.legal_basis(p.regime.conflicts_withdraw)


# The applications


def _applications(draft: Draft, member: Member) -> Iterator[Block]:
    p, free = draft.p, evening.by_code(scores.to_score(draft.p, member.person))
    yield draft.heading("applications")
    yield draft.text("reach")
    yield draft.text("applications")
    rows = tuple((c.code, _came(c), _papers(p, c), _history(p, c)) for c in free)
    headers = ("Candidate", "Came", "Papers open to you", "Employment history")
    yield Table("Applications to read", headers, rows, (4, 3, 9, 12))
    yield draft.heading("hand_in")
    yield draft.text("hand_in" if draft.facts["meets_on"] else "hand_in_undated")


def _came(candidate: Candidate) -> str:
    return "Late" if candidate.late else "In time"


def _papers(p: Position, candidate: Candidate) -> str:
    """Name the papers that the panel may read, by kind and file: a file is called by its code."""
    found = [x for x in p.papers if x.candidate_id == candidate.pk]
    shown = [f"{x.get_kind_display()}: {_file(p, x)}" for x in found if p.opens_to_panel(x)]
    closed = len(found) - len(shown)
    if closed:
        shown.append(f"{closed} not open to the panel yet")
    return "\n".join(shown) or "None is kept here"


def _file(p: Position, paper: ApplicationPaper) -> str:
    shown = paper.to_read if paper.candidate in p.nameless else paper.original
    return shown.filename


def _history(p: Position, candidate: Candidate) -> str:
    """Say which gaps there are, and what the candidate said of each; or that no history is kept."""
    if not candidate.posts:
        return "No history is recorded"
    said = (
        f"Gap from {written(gap.since)} to {written(gap.until)}: "
        f"{gap.explanation or 'not explained'}"
        for gap in gaps.of_candidate(p, candidate)
    )
    return "\n".join(said) or "No gap of more than three months"


# The sheets


def _sheets(draft: Draft, member: Member) -> Iterator[Block]:
    """One page for each candidate, in the order of their codes."""
    p, criteria = draft.p, evening.scored(draft)
    lines = sheets.lines_for(criteria)
    for candidate in evening.by_code(scores.to_score(p, member.person)):
        yield PageBreak()
        yield Heading(f"Score sheet: {candidate.code}")
        yield draft.text("sheet")
        yield sheets.to_fill_in(candidate, criteria, lines)
        yield member.party(p).signs(closing=draft.line("closing"))


def _names(p: Position, about: str) -> set[str]:
    """Whom the member may score, and whom the words of the agenda or of a gap name."""
    member, meeting = evening.member_of(p, about), called(p)
    if member is None:
        return set()
    typed = [meeting.purpose, *meeting.agenda] if meeting else []
    free = evening.free_for(p, about)
    told = _as_read(p, member).gaps_explained
    typed += [g.explanation for g in told if g.candidate.code in free]
    return free | evening.named_in(p, *typed)


EVENING_PACK = HeadshipLetter[Member](
    key="evening_pack",
    number="8a",
    name="Pack for the panel's evening",
    phase="selection",
    called="member_with_somebody_to_score",
    rows=evening.scorers,
    label=lambda member: member.label,
    facts=_facts,
    maker=people.clerk,
    body=_body,
    to=lambda p, member: [member.party(p)],
    approvers=("clerk",),
    seen_with="see_scores",
    files=frozenset({SELECTION_FILE}),
    names=_names,
    open_to=evening.is_for,
)
