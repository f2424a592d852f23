"""The law behind a paper: its provisions in words, and which of them must be checked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from casework.documents.blocks import Block, Paragraph
from law.base import Rule

_NOT_KNOWN = re.compile(r" \([^()]*not known\)")


@dataclass(frozen=True)
class Basis(Paragraph):
    """The note of the law behind a paper while it is composed.

    It says how sure we are; `plainly` is the same for a reader who can check nothing. Which of
    the two is printed depends on the kind of paper.
    """

    plainly: str = ""
    rules: tuple[Rule[Any], ...] = ()


def printed(block: Block, *, plainly: bool) -> Block:
    """Return a block as a paper holds it: of the note of the law, one of its two wordings."""
    if not isinstance(block, Basis):
        return block
    return Paragraph(block.plainly if plainly else block.text, note=True)


def provision(rule: Rule[Any]) -> str:
    """Return the provision alone: "regulation 15(4)"."""
    return _cited(rule)[1]


def in_full(rule: Rule[Any]) -> str:
    """Return the citation as a sentence has it: "regulation 15(4) of the ... Regulations"."""
    instrument, where = _cited(rule)
    return f"{where} of the {instrument}" if instrument else where


def _cited(rule: Rule[Any]) -> tuple[str, str]:
    """Part a citation into the instrument, which ends with its number or year, and the rest."""
    instrument, numbered, where = rule.citation.partition("), ")
    return (f"{instrument})", where) if numbered else ("", _in_a_sentence(rule.citation))


def _in_a_sentence(source: str) -> str:
    """Write a source without a name of its own as the middle of a sentence has it."""
    nameless = source.startswith(("The ", "Practice "))
    return f"{source[:1].lower()}{source[1:]}" if nameless else source


def legal_basis(*rules: Rule[Any], opening: str = "Legal basis") -> Iterator[Basis]:
    """Yield a note for each instrument: the provisions, and which of them must be checked.

    `opening` says what the provisions are to the paper.
    """
    for instrument, cited in groupby(rules, key=lambda rule: _cited(rule)[0]):
        of_it = tuple(cited)
        said = f"{opening}: {_named(instrument, _provisions(of_it))}."
        plainly = f"{opening}: {_named(instrument, _numbered(instrument, of_it))}."
        yield Basis(" ".join((said, *_cautions(of_it))), note=True, plainly=plainly, rules=of_it)


def _named(instrument: str, places: Sequence[str]) -> str:
    return ", ".join(filter(None, (instrument, _listed(places))))


def _numbered(instrument: str, rules: Iterable[Rule[Any]]) -> list[str]:
    """Return the provisions whose number is known; where all is in one text, that without it."""
    places = _provisions(rules)
    if instrument:
        return [place for place in places if not _NOT_KNOWN.search(place)]
    return [_NOT_KNOWN.sub("", place) for place in places]


def _provisions(rules: Iterable[Rule[Any]]) -> list[str]:
    """Return the provisions of rules, each once."""
    return list(dict.fromkeys(place for rule in rules for place in provision(rule).split("; ")))


def _listed(places: Sequence[str]) -> str:
    """Name provisions, the word for several of one kind once: "regulation 15(4); 15(5)"."""
    said = [
        place.removeprefix("regulation ") if before.startswith("regulation ") else place
        for before, place in pairwise(places)
    ]
    return "; ".join([*places[:1], *said])


def _cautions(rules: tuple[Rule[Any], ...]) -> Iterator[str]:
    """Yield what must be checked, in a sentence; nothing for what was read."""
    places = _provisions(rules)
    unread = {place: known for place in places if (known := _known(place, rules))}
    for known in dict.fromkeys(unread.values()):
        which = [place for place in places if unread.get(place) == known]
        named = known if which == places else f"{_listed(which)}: {known}"
        source = "regulation" if _of_regulations(rules) else "source"
        yield f"{named[:1].upper()}{named[1:]}; check the {source}."


def _known(place: str, rules: Iterable[Rule[Any]]) -> str:
    """Say how a provision is known, that was not read for each rule that cites it."""
    citing = [rule.confidence for rule in rules if place in provision(rule).split("; ")]
    unread = list(dict.fromkeys(how.how for how in citing if how.must_check))
    if not unread:
        return ""
    if any(not how.must_check for how in citing):
        return f"read in part, otherwise {' or '.join(unread)}"
    return f"{' or '.join(unread)}, not read"


def _of_regulations(rules: Iterable[Rule[Any]]) -> bool:
    return all("Regulations" in _cited(rule)[0] for rule in rules)
