"""Applications: who may be entered, what is kept of them, and what the panel reads."""

from collections.abc import Iterator
from datetime import date

from casework.action import Facts
from casework.hiding import surnames
from casework.reading import words_found
from casework.rules import entry, house, not_before, practice, required
from casework.words import written
from law.appointment.scoring import NAMELESS
from law.base import Obstacle
from recruitment import blind, gaps
from recruitment.position import Position
from recruitment.rules.base import Rule, after_opening
from recruitment.stages import CandidateState

MOST = 500
LONGEST_NAME = 200


def first_advertised(p: Position, f: Facts) -> date | None:
    """Return the day on which the post was first advertised."""
    return min((a.published_on for a in p.advertisements), default=None)


def applied_by_then(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody is shortlisted, or withdraws, before they applied."""
    day, one = f.get("on"), f.get("candidate")
    for candidate in [one] if one else p.candidates_in(CandidateState.APPLIED):
        if day and candidate.applied_on > day:
            yield entry(
                "not_yet_applied",
                f"The application of {candidate.code} was received on "
                f"{written(candidate.applied_on)}.",
                "Check the date.",
            )


def some_and_not_too_many(p: Position, f: Facts) -> Iterator[Obstacle]:
    """So many are entered at once as somebody can read over."""
    rows = f.get("applicants")
    if rows is not None and not rows:
        yield entry("no_applicants", "No application is given.", "Enter at least one.")
    elif rows and len(rows) > MOST:
        yield entry(
            "too_many_applicants",
            f"{len(rows):,} applications are given.",
            f"Enter at most {MOST} at once.",
        )


def each_is_in_order(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Each has a name, and came between the advertisement and the day of the entry."""
    first, on = first_advertised(p, f) or p.case.opened_on, f.get("on")
    for row in f.get("applicants") or ():
        if not row.name.strip() or len(row.name) > LONGEST_NAME:
            yield entry(
                "name_missing", f"Row {row.row} has no name that can be kept.", "Give the name."
            )
        if on and not first <= row.applied_on <= on:
            yield entry(
                "not_received_then",
                f"Row {row.row}: {written(row.applied_on)} is not between {written(first)}, the "
                f"advertisement, and {written(on)}.",
                "Check the date in that row.",
            )


def each_once(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Nobody is entered twice in a round: a second application is a paper of the first."""
    entered = {_plain(c.name): c.code for c in p.candidates if c.in_field}
    rows = f.get("applicants") or ()
    for row in rows:
        if code := entered.get(_plain(row.name)):
            yield entry(
                "applied_already",
                f"Row {row.row}: somebody of that name is entered as {code}.",
                "Leave the row out; or, if it is somebody else, enter them alone.",
            )


def histories_run_forward(p: Position, f: Facts) -> Iterator[Obstacle]:
    """No post of an applicant begins after the application came."""
    for row in f.get("applicants") or ():
        for post in row.history:
            if post.since > row.applied_on:
                yield entry(
                    "post_to_come",
                    f"Row {row.row}: “{post.what}” begins on {written(post.since)}, after the "
                    "application came.",
                    "Check the months in that row.",
                )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def same_name_again(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Two of one name can be two people: to be looked at."""
    name = f.get("name")
    if name and _plain(name) in {_plain(c.name) for c in p.candidates if c.in_field}:
        yield practice(
            "same_name_again",
            "Somebody of that name is entered already.",
            "Go on if it is somebody else.",
        )


def named_in_secret(p: Position, f: Facts) -> Iterator[Obstacle]:
    """One who is entered alone after the roster was opened can be told by their place in it."""
    on = f.get("on") or p.on
    if p.names_hidden and p.nameless and blind.roster_is_open(p, on):
        yield practice(
            "can_be_told_by_the_day",
            "The panel can see the roster already: whoever looks before and after can tell which "
            "name came with which code.",
            "Enter all that came late together.",
        )


def no_gap_there(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What is explained is a gap that the history leaves."""
    candidate, since = f.get("candidate"), f.get("since")
    if candidate and since:
        found = gaps.of_candidate(p, candidate)
        if since not in {gap.since for gap in found}:
            begun = ", ".join(written(gap.since) for gap in found) or "none"
            yield entry(
                "no_gap_there",
                f"The history of {candidate.code} has no gap that begins on {written(since)}.",
                f"The gaps begin on: {begun}.",
            )


def history_runs_forward(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A post ends after it begins, and began before today."""
    for post in f.get("history") or ():
        if post.until and post.until < post.since:
            yield entry(
                "post_ends_before_it_begins",
                f"“{post.what}” ends on {written(post.until)}, before it begins.",
                "Check both dates.",
            )
        if f.get("on") and post.since > f["on"]:
            yield entry(
                "post_to_come",
                f"“{post.what}” begins on {written(post.since)}, which has not come yet.",
                "Check the date.",
            )


def paper_not_released(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A paper is opened once: what was read cannot be unread."""
    paper = f.get("paper")
    if paper and paper.released_on:
        yield entry(
            "released_already",
            f"It was opened to the panel on {written(paper.released_on)}.",
            "Nothing is needed; a further paper can be added.",
        )


def paper_not_closed(p: Position, f: Facts) -> Iterator[Obstacle]:
    """What was closed stays closed: the right paper is another."""
    paper = f.get("paper")
    if paper and paper.closed_on:
        yield entry(
            "closed_already",
            f"The paper was closed on {written(paper.closed_on)}: {paper.closed_why}",
            "Add the right paper to the application.",
        )


def name_left_in(p: Position, f: Facts) -> Iterator[Obstacle]:
    """A name that is still in the file, in its words or its properties, is not hidden."""
    paper, read = f.get("paper"), f.get("read")
    if paper is None or read is None or paper.released_on:
        return
    what = "blackened copy" if f.get("copy") else "paper"
    names = [paper.candidate.name, *surnames(paper.candidate.name)]
    for where, text in (("words", read.body), ("properties", read.properties)):
        if found := words_found(text, names):
            yield house(
                "name_left_in",
                f"The {what} still holds {_quoted(found)} in its {where}.",
                "Blacken it, print the result to PDF and choose that; or say why it can stand, "
                "where the word is no name.",
                NAMELESS.citation,
            )
    if read.is_scan:
        yield house(
            "cannot_be_searched",
            f"The {what} is a picture: its words cannot be searched for a name.",
            "Look through every page, and say that you did.",
            NAMELESS.citation,
        )
    elif read.unread:
        yield practice(
            "places_not_searched",
            f"These places of the {what} could not be searched for a name: "
            f"{'; '.join(read.unread)}.",
            "Look at each of them before you open it to the panel.",
        )


def _quoted(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _paper_added(p: Position, f: Facts) -> date | None:
    paper = f.get("paper")
    return paper.added_on if paper else None


def still_a_candidate(p: Position, f: Facts) -> Iterator[Obstacle]:
    """Papers are added to an application that is still considered."""
    candidate = f.get("candidate")
    if candidate and not candidate.in_field:
        yield entry(
            "not_in_the_field",
            f"{candidate.code} stands at “{CandidateState(candidate.state).label}”.",
            "Nothing is needed.",
        )


OF_THE_ROWS: tuple[Rule, ...] = (each_is_in_order, each_once, histories_run_forward)

since_advertised = not_before("on", "the post was advertised", first_advertised)

RULES: dict[str, tuple[Rule, ...]] = {
    "add_candidate": (
        after_opening,
        since_advertised,
        same_name_again,
        named_in_secret,
        required(("name", "The candidate's name")),
    ),
    "add_candidates": (
        after_opening,
        since_advertised,
        some_and_not_too_many,
        *OF_THE_ROWS,
        named_in_secret,
    ),
    "record_history": (after_opening, still_a_candidate, history_runs_forward),
    "explain_gap": (
        after_opening,
        no_gap_there,
        required(("explanation", "What the candidate said")),
    ),
    "add_paper": (after_opening, still_a_candidate),
    "release_paper": (
        not_before("on", "the day the paper was added", _paper_added),
        paper_not_released,
        paper_not_closed,
        name_left_in,
    ),
    "close_paper": (
        not_before("on", "the day the paper was added", _paper_added),
        paper_not_closed,
        required(("why", "The reason")),
    ),
}
