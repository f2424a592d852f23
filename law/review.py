"""What of the law as it is held is to be looked at again, and by when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from law.table import Edition

ENGLAND, WALES = frozenset({"england"}), frozenset({"wales"})
BOTH = ENGLAND | WALES


@dataclass(frozen=True, slots=True)
class Review:
    """One thing to look up: for which nations, by which day, and why. `rule` is the key, if any."""

    what: str
    why: str
    by: date
    nations: frozenset[str]
    rule: str = ""

    def concerns(self, table: Edition) -> bool:
        """Say whether it bears on the schools of a regime or a scheme."""
        known = not self.rule or table.rule(self.rule) is not None
        return table.nation in self.nations and known


REVIEWS = (
    Review(
        "The period for representations",
        "The number of days is recalled from practice: look it up in the regulation.",
        date(2026, 12, 31),
        BOTH,
        "representations",
    ),
    Review(
        "Keeping children safe in education",
        "The final text of 2026 was not seen; a new edition comes every 1 September.",
        date(2027, 9, 1),
        ENGLAND,
        "check_section_128",
    ),
    Review(
        "Children's Wellbeing and Schools Act 2026",
        "When its provisions on teachers, pay and academies begin was not found.",
        date(2027, 1, 31),
        ENGLAND,
    ),
    Review(
        "Attendance of the authority by agreement",
        "That a foundation or aided school agrees to it is recalled.",
        date(2026, 12, 31),
        ENGLAND,
        "adviser_attendance",
    ),
    Review(
        "Largest panel",
        "Seven is read in one secondary source.",
        date(2026, 12, 31),
        WALES,
        "panel_maximum",
    ),
    Review(
        "Headship qualification",
        "That it is still required is recalled; the programme changed in 2024.",
        date(2027, 3, 31),
        WALES,
        "check_npqh",
    ),
    Review(
        "Governing bodies in Wales",
        "A review was under way in 2026, and Regulations may follow it.",
        date(2027, 3, 31),
        WALES,
    ),
    Review(
        "Employment Rights Act 2025",
        "Whether the longer time to bring a claim has begun was not confirmed. It bears on how "
        "long papers are kept.",
        date(2027, 1, 31),
        BOTH,
    ),
    Review(
        "School days in the appraisal of a head",
        "Regulation 15 was read only for other teachers, and how its days are counted is inferred.",
        date(2026, 12, 31),
        WALES,
        "counting",
    ),
    Review(
        "Time to decide an appeal against an appraisal",
        "The number of school days in regulation 16(7) was not read.",
        date(2026, 12, 31),
        WALES,
        "appeal_decided",
    ),
    Review(
        "How long appraisal statements are kept",
        "The figure is recalled with little confidence: look it up in regulation 17.",
        date(2026, 12, 31),
        WALES,
        "retention",
    ),
    Review(
        "Pay document and the head's salary",
        "The day of the review and the month for the statement are recalled, without paragraphs; "
        "a new document comes every September.",
        date(2027, 9, 30),
        ENGLAND,
        "salary_review",
    ),
    Review(
        "Governors on the staff in an appraisal",
        "That Schedule 1 makes them withdraw is recalled.",
        date(2026, 12, 31),
        ENGLAND,
        "appraisers_exclude",
    ),
)


def reviews(table: Edition) -> Iterator[Review]:
    """Yield what is to be looked at again for the schools of a table, the nearest day first."""
    yield from sorted((r for r in REVIEWS if r.concerns(table)), key=lambda review: review.by)
