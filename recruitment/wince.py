"""Words in an adviser's paper that will be held against it, with what to write instead.

These warn and never refuse: an adviser may have a reason, and a word can be innocent.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wince:
    """A kind of wording: what gives it away, what is wrong with it, what to write instead."""

    key: str
    pattern: re.Pattern[str]
    sentence: str
    instead: str


def _words(*words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)


WINCES = (
    Wince(
        "untested_adjective",
        _words(
            "gravitas",
            "fit",
            "fitting in",
            "energy",
            "presence",
            "chemistry",
            "gut feeling",
            "charisma",
            "not up to (?:it|the job)",
            "weak leader",
            "dynamic",
        ),
        "“{word}” is not a published criterion and cannot be tested.",
        "Say what was seen, and against which criterion.",
    ),
    Wince(
        "hearsay",
        _words(
            "staff tell me",
            "i am told",
            "i have heard",
            "people say",
            "rumou?rs?",
            "it is said",
            "word is",
            "apparently",
            "gossip",
            "i gather",
            "a colleague",
        ),
        "“{word}” is hearsay: its subject cannot answer it.",
        "Name the source and the date, or leave it out.",
    ),
    Wince(
        "protected_characteristic",
        _words(
            "pregnan(?:t|cy)",
            "maternity",
            "disab(?:led|ility)",
            "sick(?:ness)?",
            "ill(?:ness)?",
            "accent",
            "too old",
            "too young",
            "his age",
            "her age",
            "their age",
            "married",
            "childcare",
            "her children",
            "his children",
            "their children",
            "family commitments",
            "(?:his|her|their) family",
            "trade union",
            "union rep(?:resentative)?",
            "gay",
            "lesbian",
            "transgender",
            "menopause",
        ),
        "“{word}” touches on something that must not count against a candidate.",
        "Leave it out unless it is strictly about a published criterion, and take advice.",
    ),
    Wince(
        "old_grievance",
        _words("grievance", "settlement agreement", "tribunal", "whistle-?blow(?:er|ing)?"),
        "“{word}” invites the inference that the candidate is punished for it.",
        "Leave it out.",
    ),
    Wince(
        "comparison",
        _words(
            "other candidate(?:s)? (?:was|were)",
            "better than",
            "stronger than",
            "weaker than",
            "the other was",
            "rival",
        ),
        "“{word}” compares candidates. Suitability is judged against the criteria, and a rival is "
        "not named.",
        "Say what was sought of every candidate, and what was not shown.",
    ),
    Wince(
        "abuse",
        _words(
            "bull(?:y|ies|ying)",
            "liar",
            "lying",
            "fool",
            "affair",
            "incompetent",
            "unfit",
            "unsuitable",
        ),
        "“{word}” attacks the person and will be quoted against the letter.",
        "Say what was seen, by whom and when, and leave the word out.",
    ),
    Wince(
        "safeguarding_hint",
        _words(
            "safeguarding concern(?:s)?",
            "child protection concern(?:s)?",
            "concerns? about (?:his|her|their) conduct with",
        ),
        "“{word}” hints at a safeguarding matter, which goes elsewhere and at once.",
        "Refer it to the designated officer of the authority, and leave it out of this paper.",
    ),
    Wince(
        "confidential_reference",
        _words("the reference says", "the reference states", "in the reference", "referee wrote"),
        "“{word}” quotes a reference that was given in confidence.",
        "Say what the reference was tested for and what the panel then asked.",
    ),
    Wince(
        "threat",
        _words(
            "will have consequences",
            "legal action",
            "withdraw (?:our )?support",
            "no choice but",
            "will be reported",
            "or we shall",
        ),
        "“{word}” reads as a threat.",
        "Say what the law asks of the governors, and what you offer.",
    ),
)


@dataclass(frozen=True, slots=True)
class Found:
    """One warning about a text that was found."""

    key: str
    sentence: str
    instead: str


def warnings(texts: Iterable[str]) -> Iterator[Found]:
    """Yield a warning for each kind of wording found in `texts`, quoting the words."""
    whole = "\n".join(texts)
    for wince in WINCES:
        words = dict.fromkeys(found.group(0) for found in wince.pattern.finditer(whole))
        if words:
            yield Found(wince.key, wince.sentence.format(word="”, “".join(words)), wince.instead)
