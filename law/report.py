"""Prints docs/law.md, the law as Headship holds it: `python -m law.report > docs/law.md`."""

import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from law.applicants import APPLICANTS
from law.appointment import REGIMES
from law.appointment.practice import PRACTICE
from law.appointment.scoring import SCORING
from law.appraisal import SCHEMES
from law.base import Confidence, Rule
from law.periods import in_words
from law.standards import STANDARDS, Standards
from law.table import Edition

Rules = list[Rule[object]]

OPENING = """\
# The law as Headship holds it

This page is made from the tables in `law/` by `python -m law.report > docs/law.md`: change those, \
not this. It is a working reference, not legal advice.

**Strength.** Nobody may override a rule marked "law". A named person may override a "house rule", \
with a reason on the record. A rule marked "practice" only warns.

**Confidence.** "Read" means that the words, or a secondary source that gives them, were seen. \
"Recalled" means that they were not: the rule is general knowledge, and how sure it is stands \
beside it. "Inferred" means that the rule follows from something read. A house rule is its own \
source, unless it serves a provision that was not read. Whatever is not read must be checked \
against the regulation before anybody relies on it; the pages and letters that rest on it say so.

**Since** is the day from which, at the latest, the rule has held in this form.
"""

CHAPTER = """\
## {name}

`{key}`, in {editions}. The law at the date of each step applies: the rules that every \
edition shares, and those of the edition then in force.
"""

HEADER = """\
| Rule | What it says | Value | Citation | Strength | Confidence | Since |
| --- | --- | --- | --- | --- | --- | --- |"""


def report() -> str:
    """Return the whole page."""
    chapters = [
        OPENING,
        *_chapters(REGIMES),
        _practice(),
        _scoring(),
        _standards(),
        _applicants(),
        *_chapters(SCHEMES),
    ]
    return "\n".join(chapters).rstrip() + "\n"


def value_in_words(value: object) -> str:
    """Say the value of a rule in words."""
    match value:
        case bool():
            return "yes" if value else "no"
        case None:
            return "none"
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case frozenset():
            return ", ".join(sorted(map(value_in_words, value)))
        case tuple():
            return "; ".join(map(value_in_words, value))
        case _:
            return str(value).replace("_", " ")


def _chapters(tables: Sequence[Edition]) -> Iterator[str]:
    """Set out each body of rules, with its editions."""
    for _, editions in groupby(tables, key=lambda table: table.key):
        yield _chapter(list(editions))


def _chapter(editions: list[Edition]) -> str:
    """Set out one body of rules: the rules that all its editions share, then those of each."""
    first = editions[0]
    sections = list(_sections(editions))
    tables = (_section(title, note, rules) for title, note, rules in sections)
    to_check = (line for title, _, rules in sections for line in _to_check(title, rules))
    number = "one edition" if len(editions) == 1 else f"{len(editions)} editions"
    opening = CHAPTER.format(name=first.name, key=first.key, editions=number)
    heading = "### What rests on recall: check the regulation\n"
    return "\n".join([opening, *tables, heading, *to_check, ""])


def _practice() -> str:
    """Set out what no regime says: how long the steps of an appointment usually take."""
    note = "A timetable is worked back by these, whatever the regime. None of them is law."
    return _section("How long the steps usually take", note, list(PRACTICE)).replace("###", "##", 1)


def _scoring() -> str:
    """Set out how a panel reads applications and scores: practice, and our own rules."""
    note = "These hold whatever the regime. None of them is law."
    return _section("How a panel scores", note, list(SCORING)).replace("###", "##", 1)


def _standards() -> str:
    """Set out the professional standards, and the criteria that Headship suggests by them."""
    note = "Only the headings are theirs. The criteria are worded by Headship."
    rules: Rules = [each.rule for each in STANDARDS.values()]
    table = _section("Professional standards for heads", note, rules).replace("###", "##", 1)
    return "\n".join([table, *(line for each in STANDARDS.values() for line in _suggested(each))])


def _applicants() -> str:
    """Set out what no regime says: how long papers of applicants are kept, what they may ask."""
    note = "The same in every regime."
    title = "What is kept of those who apply"
    return _section(title, note, list(APPLICANTS)).replace("###", "##", 1)


def _suggested(standards: Standards) -> Iterator[str]:
    """List the criteria suggested under the headings of one nation's standards."""
    yield f"### Criteria by the {standards.name}\n"
    for heading in standards.suggested:
        kind = "essential" if heading.essential else "desirable"
        where = ", ".join(heading.tested_by)
        yield f"- {heading.name}: {heading.criterion} ({kind}; {where})"
    yield ""


def _sections(editions: list[Edition]) -> Iterator[tuple[str, str, Rules]]:
    """Yield a title, a note and the rules: first what every edition shares, then each edition."""
    every = [list(edition.rules()) for edition in editions]
    shared = [rule for rule in every[0] if all(rule in rules for rules in every)]
    yield "Every edition", "", shared
    for edition, rules in zip(editions, every, strict=True):
        title = f"Edition of {in_words(edition.since).partition(' ')[2]}"
        yield title, edition.note, [rule for rule in rules if rule not in shared]


def _section(title: str, note: str, rules: Rules) -> str:
    opening = [f"### {title}", "", *([note, ""] if note else [])]
    table = [HEADER, *map(_row, rules), ""] if rules else []
    return "\n".join([*opening, *table])


def _row(rule: Rule[object]) -> str:
    cells = (
        f"`{rule.key}`",
        f"{rule.says} _{rule.note}_" if rule.note else rule.says,
        value_in_words(rule.value),
        rule.citation,
        rule.strength,
        rule.confidence,
        rule.since.isoformat(),
    )
    return f"| {' | '.join(cells)} |"


def _to_check(title: str, rules: Rules) -> Iterator[str]:
    """List the rules that must be checked, those equally sure together."""
    for confidence in Confidence:
        keys = [f"`{rule.key}`" for rule in rules if rule.confidence is confidence]
        if keys and confidence.must_check:
            yield f"- {title}, {confidence}: {', '.join(keys)}."


if __name__ == "__main__":
    sys.stdout.write(report())
