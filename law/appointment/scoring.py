"""How a panel scores and reads applications: practice and our own rules, and no law."""

from law.base import Confidence, Rule, Strength
from law.making import FROM_THE_START, house
from law.periods import Months

GAP = Rule(
    key="employment_gap",
    says="Gaps in employment of more than three months are found and explained.",
    value=Months(3, "the end of the post before"),
    citation="Keeping children safe in education, on gaps in employment; the three months are "
    "practice",
    strength=Strength.PRACTICE,
    confidence=Confidence.RECALLED_MEDIUM,
    since=FROM_THE_START,
)
ALONE = house(
    "scores_alone",
    "Each member scores alone, with evidence, and hands in before seeing what others gave.",
    serving="a shortlist that each member has a part in",
)
EVIDENCE = house(
    "evidence_for_scores",
    "A score says on what evidence it rests.",
    serving="a shortlist that can be explained to each candidate",
)
SEALED = house(
    "scores_sealed",
    "Where the panel chose so, the scores stay sealed until its meeting.",
    serving="a meeting that begins with nothing settled",
)
TOGETHER = house(
    "scores_agreed",
    "What the panel agrees together has a reason, and what each member gave is kept.",
    serving="a shortlist that can be explained to each candidate",
)
NAMELESS = house(
    "names_hidden",
    "Where the panel chose so, it scores without names, on papers that hide them.",
    serving="the same yardstick for all",
)

SCORING: tuple[Rule[object], ...] = (GAP, ALONE, EVIDENCE, SEALED, TOGETHER, NAMELESS)
