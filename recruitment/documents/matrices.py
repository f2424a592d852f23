"""The scores of a panel as tables: who handed in, the matrix in ranks, what each gave, agreed.

A line holds eight criteria and no more, so that a page of A4 does; more are set in another table.
"""

from collections.abc import Iterator, Sequence

from accounts.models import User
from casework.documents.blocks import Heading, Table
from casework.words import written
from recruitment import scores, tally
from recruitment.documents import scoring as evening
from recruitment.models import AgreedScore, Candidate, Criterion, ScoreSheet
from recruitment.position import Position
from recruitment.stages import CandidateState

AT_ONCE = 8  # criteria in a line
SHORT = {tally.ABSTAINED: "A", tally.CONFLICTED: "I", tally.TO_COME: "N"}
AGREED, ON_PAPER = "\u2020", "*"
NOTHING = "\u2013"
END = ("Total", "Not met")

# Who handed in


def members(p: Position, field: Sequence[Candidate]) -> Iterator[Table]:
    """Yield who handed in when, what came on paper, who abstained and had an interest."""
    decided = [c for c in field if c.state != CandidateState.APPLIED]
    rows = tuple(_member(p, person, decided) for person in p.members)
    headers = ("Member", "Handed in", "Abstentions", "Interests", "On paper")
    yield Table("Who handed in", headers, rows, (5, 8, 5, 5, 7))


def _member(p: Position, person: User, field: Sequence[Candidate]) -> tuple[str, ...]:
    sheets = [x for c in field if (x := scores.sheet(p, person, c)) and not _apart(p, person, c)]
    abstained = sum(_abstained(x, c) for x in sheets for c in scores.criteria(p))
    apart = sum(_apart(p, person, c) for c in field)
    return (
        person.full_name,
        _handed_in(sheets),
        str(abstained),
        evening.counted(apart, "candidate") if apart else "None",
        _on_paper(sheets),
    )


def _apart(p: Position, person: User, candidate: Candidate) -> bool:
    return p.is_conflicted(person, candidate)


def _abstained(x: ScoreSheet, criterion: Criterion) -> bool:
    mark = x.mark(criterion)
    return mark is not None and mark["points"] is None


def _handed_in(sheets: Sequence[ScoreSheet]) -> str:
    """Say on which days how many sheets were handed in."""
    days = sorted(x.handed_in_on for x in sheets if x.handed_in_on)
    return (
        "\n".join(
            f"{written(day)}: {evening.counted(days.count(day), 'candidate')}"
            for day in dict.fromkeys(days)
        )
        or "Nothing"
    )


def _on_paper(sheets: Sequence[ScoreSheet]) -> str:
    """Say of which candidates scores came on paper, by whom keyed in, and whether confirmed."""
    keyed = [x for x in sheets if x.keyed_by]
    if not keyed:
        return "None"
    by = ", ".join(dict.fromkeys(str(x.keyed_by) for x in keyed))
    open_still = [x.candidate.code for x in keyed if x.confirmed_on is None]
    state = f"not confirmed: {', '.join(open_still)}" if open_still else "all confirmed"
    return f"{evening.counted(len(keyed), 'candidate')}, keyed in by {by}; {state}"


def not_counted(p: Position) -> str:
    """Name whoever gave scores in this round and sits on the panel no more."""
    gone = (x.person for x in p.sheets if x.round == p.case.round and x.person not in p.members)
    return ", ".join(dict.fromkeys(map(str, gone)))


# The matrix


def ranked(p: Position, matrix: tally.Matrix) -> Iterator[Table]:
    """Yield the candidates by criteria, the best first, each with the place and the values.

    The last table has the total and the essential criteria that are not met.
    """
    for criteria in _lines_of(matrix.criteria):
        last = criteria[-1] == matrix.criteria[-1]
        headers = ("Place", "Candidate", *map(_column, criteria), *(END if last else ()))
        rows = tuple(
            (*_head(p, line), *_values(line, criteria), *(_end(line) if last else ()))
            for line in matrix.lines
        )
        widths = (7, 16, *(5 for _ in criteria), *((10, 8) if last else ()))
        yield Table(_caption("Candidates by criteria", criteria, matrix), headers, rows, widths)


def _lines_of(criteria: Sequence[Criterion]) -> list[Sequence[Criterion]]:
    return [criteria[at : at + AT_ONCE] for at in range(0, len(criteria), AT_ONCE)]


def _caption(caption: str, criteria: Sequence[Criterion], matrix: tally.Matrix) -> str:
    if len(criteria) == len(matrix.criteria):
        return caption
    return f"{caption} {criteria[0].number} to {criteria[-1].number}"


def _column(criterion: Criterion) -> str:
    times = f" \u00d7{criterion.weight}" if criterion.weight > 1 else ""
    return f"{criterion.number}{times}"


def _head(p: Position, line: tally.Line) -> tuple[str, str]:
    return str(line.rank), evening.called(p, line.candidate)


def _values(line: tally.Line, criteria: Sequence[Criterion]) -> Iterator[str]:
    """Yield each value, marked where it was agreed."""
    for cell in line.cells:
        if cell.criterion in criteria:
            yield _value(cell)


def _value(cell: tally.Cell) -> str:
    return f"{cell}{AGREED if cell.agreed else ''}"


def _end(line: tally.Line) -> tuple[str, str]:
    unmet = ", ".join(str(c.number) for c in line.unmet)
    return f"{line.total_shown} of {line.possible}", unmet or NOTHING


# What was agreed


def agreed(matrix: tally.Matrix) -> Table | None:
    """Return what the panel agreed, with its reason and how far apart members were, if it did."""
    found = [cell.agreed for line in matrix.lines for cell in line.cells if cell.agreed]
    if not found:
        return None
    ordered = sorted(found, key=lambda a: (int(a.candidate.code[1:]), a.criterion.number))
    rows = tuple(
        (a.candidate.code, str(a.criterion.number), str(a.points), _spread(a), _why(a))
        for a in ordered
    )
    headers = ("Candidate", "Criterion", "Agreed", "Given, from lowest to highest", "Why, and when")
    return Table("Agreed scores", headers, rows, (3, 3, 3, 4, 9))


def _spread(row: AgreedScore) -> str:
    return " to ".join(map(str, row.spread)) if row.spread else "None"


def _why(row: AgreedScore) -> str:
    return f"{row.reason}\n{written(row.agreed_on)}"


# What each gave


def each(p: Position, matrix: tally.Matrix) -> Iterator[Heading | Table]:
    """Yield, for each candidate in the order of their codes, what every member gave."""
    for line in sorted(matrix.lines, key=lambda line: int(line.candidate.code[1:])):
        for criteria in _lines_of(matrix.criteria):
            cells = [cell for cell in line.cells if cell.criterion in criteria]
            rows = [(str(m), *(_mark(cell, m) for cell in cells)) for m in p.members]
            rows.append(("Value", *(_value(cell) for cell in cells)))
            name = evening.called(p, line.candidate)
            yield Table(
                _caption(name, criteria, matrix),
                (f"{line.candidate.code}: member", *map(_column, criteria)),
                tuple(rows),
                (6, *(2 for _ in criteria)),
            )


def _mark(cell: tally.Cell, member: User) -> str:
    """Return what the member gave: points, marked if from paper, or the letter for why not."""
    given = next(g for g in cell.given if g.member == member)
    return f"{SHORT.get(given.instead, str(given))}{ON_PAPER if given.keyed_in else ''}"
