"""Letters to candidates: each is about its reader alone, and names nobody else who applied."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from casework import words
from casework.documents.blocks import Block, Bullets, Heading, Reference, Table
from casework.documents.blocks import Facts as FactsTable
from casework.documents.letter import Facts
from casework.documents.party import Party
from casework.documents.registry import SELECTION_FILE
from casework.models import Meeting
from casework.words import written
from recruitment.documents import parts, people
from recruitment.documents.letter import Draft, HeadshipLetter
from recruitment.models import Candidate, Criterion, Decision
from recruitment.position import Position
from recruitment.stages import CandidateState, Stage

Tested = Criterion.TestedBy
ON_THE_DAY = {Tested.TASK: "In a task", Tested.INTERVIEW: "At interview"}


def _to(candidate: Candidate) -> Party:
    """A candidate as a reader: at their post, for no other address of theirs is kept."""
    return Party(candidate.name, candidate.post)


def _head(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    """The head of a letter from the governors to a candidate."""
    reader = _to(candidate)
    yield parts.from_governors(draft.p)
    yield Reference.of(draft.reference)
    yield draft.marking("marking")
    yield reader.address
    yield reader.greeting
    yield Heading(draft.line("subject"))


def _by_code(p: Position, candidates: Iterable[Candidate]) -> dict[str, Candidate]:
    """Return candidates by code and, after the first round, by the round too: C2-R2."""
    return {"-".join(filter(None, (c.code, parts.this_round(p)))): c for c in candidates}


# 11. The invitation to interview


@dataclass(frozen=True, slots=True)
class Invited:
    """A shortlisted candidate, and the panel's meeting they are invited to, once it is called."""

    candidate: Candidate
    meeting: Meeting | None


def _invited(p: Position) -> Mapping[str, Invited]:
    """Each shortlisted candidate with each meeting of the panel that could be their interview."""
    found: dict[str, Invited] = {}
    for candidate in p.candidates_in(CandidateState.SHORTLISTED):
        for meeting in _called(p):
            found[f"{candidate.code}-{meeting.number}"] = Invited(candidate, meeting)
        if not _called(p):
            found[candidate.code] = Invited(candidate, None)
    return found


def _called(p: Position) -> list[Meeting]:
    """The panel's meetings that are called for after the day of the shortlist, and not yet held."""
    since = p.case.shortlisted_on
    return [
        m
        for m in p.meetings
        if m.body == Meeting.Body.PANEL and not m.held and since and m.held_on > since
    ]


def _invitation(draft: Draft, invited: Invited) -> Iterator[Block]:
    p = draft.p
    meeting = draft.need(invited.meeting, "meeting_of_the_panel_for_the_interviews")
    yield from _head(draft, invited.candidate)
    yield draft.text("opening")
    yield FactsTable(tuple(_when_and_where(p, meeting)))
    yield draft.text("times")
    yield from draft.part("panel")
    yield _panel(draft, meeting)
    yield draft.text("adviser")
    yield from draft.part("day")
    yield _tested(draft)
    yield draft.heading("bring")
    yield draft.bullets("bring")
    yield draft.heading("checks")
    yield from _checks(draft)
    yield from draft.part("adjustments")
    yield draft.text("reply")
    yield draft.need(people.clerk(p), "clerk_to_the_governing_body").signs()


def _when_and_where(p: Position, meeting: Meeting) -> Iterator[tuple[str, str]]:
    yield "Post", parts.post(p)
    yield "Date and time", f"{written(meeting.held_on)}, at {meeting.at:%H:%M}"
    yield "Place", meeting.place


def _panel(draft: Draft, meeting: Meeting) -> Bullets:
    seats = draft.need(draft.p.panel_on(meeting.held_on) or None, "selection_panel")
    return Bullets(
        tuple(f"{s.person.full_name}{', chair of the panel' if s.is_chair else ''}" for s in seats)
    )


def _tested(draft: Draft) -> Table:
    """The criteria that are tested on the day, each with how."""
    tested = ((c, _on_the_day(c)) for c in draft.p.criteria)
    rows = tuple((str(c.number), c.text, ways) for c, ways in tested if ways)
    headers = ("No.", "Criterion", "Tested")
    found = draft.need(rows or None, "criterion_tested_on_the_day")
    return Table("Criteria tested on the day", headers, found, (1, 9, 3))


def _on_the_day(criterion: Criterion) -> str:
    """How the criterion is tested on the day, if it is."""
    ways = [name for way, name in ON_THE_DAY.items() if criterion.is_tested_by(way)]
    return " and ".join([*ways[:1], *(way.lower() for way in ways[1:])])


def _checks(draft: Draft) -> Iterator[Block]:
    """What is asked of others about the candidate, as the edition of the guidance has it."""
    asked = {rule.value.key for rule in draft.p.regime.checks}
    yield draft.text("references")
    if "online_search" in asked:
        yield draft.text("searches")
    if "self_declaration" in asked:
        yield draft.text("declaration")
    else:
        yield draft.text("convictions")


def _dated(invited: Invited) -> str:
    on = (written(invited.meeting.held_on),) if invited.meeting else ()
    return ", ".join((invited.candidate.code, *on))


INVITATION_TO_INTERVIEW = HeadshipLetter[Invited](
    key="invitation_to_interview",
    number="11",
    name="Invitation to interview",
    phase="selection",
    called="shortlisted_candidate",
    rows=_invited,
    label=_dated,
    facts=lambda p, _: {"school": p.school.name},
    body=_invitation,
    to=lambda _, invited: [Party(invited.candidate.name)],
    approvers=("clerk", "panel_chair"),
    to_applicants=True,
    seen_with="see_candidates",
    files=frozenset({SELECTION_FILE}),
)

# 12. Not shortlisted


def _not_shortlisted_facts(p: Position, candidate: Candidate) -> Facts:
    return {
        "school": p.school.name,
        "decided_on": words.day(candidate.decided_on),
        "kept_for": parts.kept_for(),
    }


def _not_shortlisted(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    yield from _head(draft, candidate)
    yield draft.text("opening")
    yield draft.text("decision")
    yield draft.text("feedback")
    yield draft.text("papers")
    yield draft.text("thanks")
    yield draft.need(people.clerk(draft.p), "clerk_to_the_governing_body").signs()


LETTER_NOT_SHORTLISTED = HeadshipLetter[Candidate](
    key="letter_not_shortlisted",
    number="12",
    name="Letter to a candidate not shortlisted",
    phase="selection",
    called="candidate_not_shortlisted",
    rows=lambda p: _by_code(p, p.candidates_in(CandidateState.NOT_SHORTLISTED)),
    label=lambda candidate: candidate.code,
    facts=_not_shortlisted_facts,
    body=_not_shortlisted,
    to=lambda _, candidate: [Party(candidate.name)],
    approvers=("clerk", "panel_chair"),
    to_applicants=True,
    seen_with="see_candidates",
    files=frozenset({SELECTION_FILE}),
)

# 31. Unsuccessful


def _unsuccessful_facts(p: Position, candidate: Candidate) -> Facts:
    declined = _on(p, Decision.Kind.DECLINE, candidate)
    refused = _on(p, Decision.Kind.REFUSE, candidate)
    return {
        "school": p.school.name,
        "appointer": people.employer_name(p),
        "decided_on": words.day(candidate.decided_on),
        "interviewed_on": words.day(candidate.interviewed_on),
        "declined_on": words.day(declined.decided_on) if declined else None,
        "refused_on": words.day(refused.decided_on) if refused else None,
        "kept_for": parts.kept_for(),
    }


def _on(p: Position, kind: Decision.Kind, candidate: Candidate) -> Decision | None:
    """The decision of that kind on the candidate in this round."""
    decision = p.decision(kind)
    return decision if decision and decision.candidate_id == candidate.pk else None


def _unsuccessful(draft: Draft, candidate: Candidate) -> Iterator[Block]:
    p = draft.p
    yield from _head(draft, candidate)
    yield draft.text("interviewed" if candidate.interviewed_on else "applied")
    yield draft.text("withdrawn" if _ended_with_the_vacancy(p, candidate) else "decision")
    if _on(p, Decision.Kind.DECLINE, candidate):
        yield draft.text("declined")
    if _on(p, Decision.Kind.REFUSE, candidate):
        yield draft.text("refused")
    yield from draft.part("feedback")
    yield draft.text("papers")
    yield draft.text("thanks")
    yield draft.need(people.panel_chair(p), "chair_of_the_selection_panel").signs()


def _ended_with_the_vacancy(p: Position, candidate: Candidate) -> bool:
    return p.stage == Stage.WITHDRAWN and candidate.decided_on == p.case.moved_on


LETTER_UNSUCCESSFUL = HeadshipLetter[Candidate](
    key="letter_unsuccessful",
    number="31",
    name="Letter to an unsuccessful candidate",
    phase="appointment",
    called="unsuccessful_candidate",
    rows=lambda p: _by_code(p, p.candidates_in(CandidateState.UNSUCCESSFUL)),
    label=lambda candidate: candidate.code,
    facts=_unsuccessful_facts,
    body=_unsuccessful,
    to=lambda _, candidate: [Party(candidate.name)],
    approvers=("panel_chair", "clerk"),
    to_applicants=True,
    seen_with="see_candidates",
    files=frozenset({SELECTION_FILE}),
)

BEFORE_INTERVIEW = (INVITATION_TO_INTERVIEW, LETTER_NOT_SHORTLISTED)
