"""The professional standards for heads, by their headings, with criteria worded by Headship.

Only the headings are the standards' own. What stands beside each is ours: a criterion that a
governing body can start from, and what the post then asks of its holder. Safeguarding, which the
standards have within their headings, is suggested as a criterion by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from law.base import Confidence, Rule, Strength
from law.making import FROM_THE_START

APPLICATION, REFERENCES, TASK, INTERVIEW = "application", "references", "task", "interview"


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the standards and, in Headship's own words, a criterion and a duty.

    `essential` and `tested_by` are suggestions, which a governing body changes as it sees fit.
    Where it is no heading of the standards, there is no duty: every job description has its own.
    """

    name: str
    criterion: str
    duty: str
    tested_by: tuple[str, ...]
    essential: bool = True

    def __str__(self) -> str:
        """Say the heading."""
        return self.name


@dataclass(frozen=True, slots=True)
class Standards:
    """The standards of one nation: by what name, since when, and under which headings."""

    nation: str
    name: str
    rule: Rule[tuple[Heading, ...]]

    @property
    def key(self) -> str:
        """The key by which they are chosen."""
        return self.rule.key

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, in order."""
        return self.rule.value

    @property
    def suggested(self) -> tuple[Heading, ...]:
        """What a specification can start from: the headings, and what is suggested beside them."""
        return (*self.headings, SAFEGUARDING)


SAFEGUARDING = Heading(
    "Safeguarding (beside the headings)",
    "Has led the safeguarding of children in a school, or a large part of it, so that concerns "
    "were noticed, recorded and acted on in time.",
    "",
    (APPLICATION, REFERENCES, INTERVIEW),
)

ENGLAND = Standards(
    "england",
    "Headteachers' Standards 2020",
    Rule(
        key="headteachers_standards_2020",
        says="The standards for heads in England have a section on ethics and professional conduct "
        "and ten more. They are meant for recruitment and for appraisal, and bind nobody.",
        value=(
            Heading(
                "Ethics and professional conduct",
                "Has made difficult decisions in a post of trust openly, fairly and in the "
                "interest of pupils.",
                "Hold to the seven principles of public life, and set the example of professional "
                "conduct for all who work in the school.",
                (REFERENCES, INTERVIEW),
            ),
            Heading(
                "School culture",
                "Has led a school, or a large part of one, to a culture in which pupils of every "
                "background are safe, known and expected to do well.",
                "Set the direction of the school together with those who govern it, and keep a "
                "culture in which every pupil is safe, known and expected to do well.",
                (APPLICATION, REFERENCES, INTERVIEW),
            ),
            Heading(
                "Teaching",
                "Has improved the quality of teaching beyond their own classroom, with results "
                "that can be shown.",
                "Know how good teaching is in every part of the school, and see that it improves.",
                (APPLICATION, TASK),
            ),
            Heading(
                "Curriculum and assessment",
                "Has led the planning of a broad and ambitious curriculum, and used assessment to "
                "find and close gaps in what pupils know.",
                "Lead a broad and ambitious curriculum, taught in good order, and an assessment of "
                "pupils that is useful and no burden for its own sake.",
                (APPLICATION, INTERVIEW),
            ),
            Heading(
                "Behaviour",
                "Has set high expectations of behaviour and kept to them consistently and fairly, "
                "with an effect that can be shown.",
                "Set high expectations of the behaviour of all pupils, and see that they are kept "
                "consistently and fairly.",
                (APPLICATION, REFERENCES),
            ),
            Heading(
                "Additional and special educational needs and disabilities",
                "Has led provision for pupils with additional or special educational needs or "
                "disabilities that improved what they achieved.",
                "See that pupils with additional or special educational needs or disabilities are "
                "well provided for, and that the school does its duties towards them.",
                (APPLICATION, INTERVIEW),
            ),
            Heading(
                "Professional development",
                "Has developed other staff through well-chosen and sustained training, and has "
                "gone on learning.",
                "See that all staff have training that is well chosen and sustained, and go on "
                "learning.",
                (APPLICATION, INTERVIEW),
                essential=False,
            ),
            Heading(
                "Organisational management",
                "Has managed staff, money and risk well, the safety of pupils first.",
                "Manage staff, money, premises and risk well, with the protection and safety of "
                "pupils and staff before everything else.",
                (APPLICATION, TASK, REFERENCES),
            ),
            Heading(
                "Continuous school improvement",
                "Has judged a school's strengths and weaknesses honestly, chosen a few priorities "
                "and carried the improvement through.",
                "Judge honestly what the school does well and what it does not, choose priorities, "
                "and carry the improvement through so that it lasts.",
                (APPLICATION, TASK, INTERVIEW),
            ),
            Heading(
                "Working in partnership",
                "Has worked with parents, other schools and other services to the benefit of "
                "pupils.",
                "Work with parents, other schools and other services for the benefit of pupils.",
                (APPLICATION, INTERVIEW),
                essential=False,
            ),
            Heading(
                "Governance and accountability",
                "Has given candid reports to those who hold the school to account, and acted on "
                "what they asked.",
                "Give those who govern the school full and candid reports, help them to hold the "
                "school to account, and act on what they decide.",
                (REFERENCES, INTERVIEW),
            ),
        ),
        citation="Headteachers' Standards 2020, Department for Education",
        strength=Strength.PRACTICE,
        confidence=Confidence.READ,
        since=date(2020, 10, 13),
        note="The headings were read in the list of a secondary source; the text was not.",
    ),
)
WALES = Standards(
    "wales",
    "Professional Standards for Teaching and Leadership",
    Rule(
        key="professional_standards_wales",
        says="The professional standards for heads in Wales have five headings. They are statutory "
        "there.",
        value=(
            Heading(
                "Pedagogy",
                "Has led teaching that met the needs of all learners, with results that can be "
                "shown.",
                "Lead teaching and learning so that the needs of every learner are met, and see "
                "that they improve.",
                (APPLICATION, TASK),
            ),
            Heading(
                "Collaboration",
                "Has worked with other schools, services and families so that learners gained "
                "by it.",
                "Work with staff, families, other schools and other services for the benefit of "
                "learners.",
                (APPLICATION, INTERVIEW),
                essential=False,
            ),
            Heading(
                "Leadership",
                "Has led a school, or a large part of one, through an improvement that lasted, "
                "with the safety and well-being of learners first.",
                "Lead the school, its staff and its resources with those who govern it, the safety "
                "and well-being of learners before everything else.",
                (APPLICATION, REFERENCES, INTERVIEW),
            ),
            Heading(
                "Innovation",
                "Has brought in a new way of working for a good reason, and judged honestly "
                "whether it helped learners.",
                "Try new ways of working for good reasons, and judge honestly whether they help "
                "learners.",
                (APPLICATION, TASK, INTERVIEW),
            ),
            Heading(
                "Professional learning",
                "Has led the professional learning of other staff, and has gone on learning.",
                "See that all staff go on learning in their profession, and set the example.",
                (APPLICATION, INTERVIEW),
            ),
        ),
        citation="Professional Standards for Teaching and Leadership, Welsh Government",
        strength=Strength.LAW,
        confidence=Confidence.READ,
        since=FROM_THE_START,
        note="The headings, and that they are statutory, were read in secondary sources; the text "
        "was not, nor the day on which they began.",
    ),
)

STANDARDS: Mapping[str, Standards] = {each.key: each for each in (ENGLAND, WALES)}


def of_nation(nation: str) -> Standards:
    """Return the standards for heads in a nation, such as "wales". Raises KeyError for another."""
    return {each.nation: each for each in STANDARDS.values()}[nation]
