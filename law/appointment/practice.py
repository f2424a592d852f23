"""How long things of an appointment usually take: practice, which only warns, and no law."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from law.base import Confidence, Rule, Strength

PACKS = "Recruitment packs of local authorities: 8 to 12 weeks in all"
SINCE = date(2019, 9, 1)


@dataclass(frozen=True, slots=True)
class Usual:
    """How many days a step usually takes, and how few it can well take."""

    days: int
    shortest: int

    def __str__(self) -> str:
        """Say both in words."""
        unit = "day" if self.days == 1 else "days"
        return f"{self.days} {unit}, {self.shortest} at the shortest"


def _usual(key: str, says: str, days: int, shortest: int) -> Rule[Usual]:
    return Rule(
        key=key,
        says=says,
        value=Usual(days, shortest),
        citation=PACKS,
        strength=Strength.PRACTICE,
        confidence=Confidence.RECALLED_MEDIUM,
        since=SINCE,
    )


USUAL: Mapping[str, Rule[Usual]] = {
    rule.key: rule
    for rule in (
        _usual("preparation", "From the panel to the advertisement: about two weeks.", 14, 7),
        _usual("advertising", "The post is advertised for two to three weeks.", 21, 14),
        _usual("sifting", "From the closing date to the shortlist: about a week.", 7, 1),
        _usual(
            "references", "From the shortlist to the interviews: one to two weeks, for references "
            "and for whatever the law asks between.", 14, 7,
        ),
        _usual("interviewing", "The interviews take two days.", 2, 1),
        _usual("checking", "The checks take four to eight weeks from the offer.", 42, 28),
        Rule(
            key="formalities",
            says="From the approval to the appointment, to the offer, and to its acceptance: a day "
            "each.",
            value=Usual(1, 0),
            citation="House allowance of Headship",
            strength=Strength.PRACTICE,
            confidence=Confidence.READ,
            since=SINCE,
        ),
    )
}  # fmt: skip

IN_SESSION = Rule(
    key="in_session",
    says="Governors shortlist, interview and meet on school days, not in the holidays.",
    value=True,
    citation="House rule of Headship, for having everybody there",
    strength=Strength.PRACTICE,
    confidence=Confidence.READ,
    since=SINCE,
)
WITHOUT_CERTIFICATE = Rule(
    key="without_certificate",
    says="Somebody who starts before the certificate has it within about a term: 120 days.",
    value=120,
    citation="House allowance of Headship",
    strength=Strength.PRACTICE,
    confidence=Confidence.READ,
    since=SINCE,
)
SAME_DAY = Rule(
    key="same_day",
    says="The recommendation is decided on in the evening of the last day of the interviews.",
    value=True,
    citation="Practice of governing bodies, in a secondary source",
    strength=Strength.PRACTICE,
    confidence=Confidence.READ,
    since=SINCE,
)
SUMMER_START = Rule(
    key="summer_start",
    says="Whoever may leave on 30 April moves to another school when its summer term begins after "
    "Easter, if that is sooner.",
    value=True,
    citation="Conditions of Service for School Teachers in England and Wales (Burgundy Book)",
    strength=Strength.PRACTICE,
    confidence=Confidence.RECALLED_MEDIUM,
    since=SINCE,
    note="A person's own contract prevails.",
)

PRACTICE: tuple[Rule[object], ...] = (
    *USUAL.values(),
    IN_SESSION,
    SAME_DAY,
    SUMMER_START,
    WITHOUT_CERTIFICATE,
)
