"""What "Keeping children safe in education" asks in England, edition by edition.

The guidance changes on 1 September, in the middle of appointments, so each edition is dated. What
only guidance asks for is a house rule: a named person may go on without it, saying why.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from law.appointment.regime import Check, LateCertificate, Regime
from law.base import Confidence, Rule, Strength

T = TypeVar("T")

FIRST_EDITION = date(2018, 9, 1)
SELF_DECLARATION_BEGAN = date(2021, 9, 1)
ONLINE_SEARCH_BEGAN = date(2022, 9, 1)
STAFFING_BEGAN = date(2009, 11, 2)

MANNER = "{manner}"
"""Stands for the regulation on the manner of appointment of the Part that the school is under."""


def staffing(provision: str) -> str:
    """Cite a provision of the Regulations that govern the appointment."""
    return f"School Staffing (England) Regulations 2009 (SI 2009/2680), {provision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """One edition of the guidance, or several that asked the same, and how it came to be known."""

    years: str
    since: date
    confidence: Confidence
    note: str

    @property
    def citation(self) -> str:
        """Name the edition. Paragraph numbers move each year and are left out."""
        return f"Keeping children safe in education ({self.years}), Part three"

    def rule(
        self,
        key: str,
        says: str,
        *,
        value: T,
        strength: Strength,
        note: str = "",
        known: Confidence = Confidence.READ,
    ) -> Rule[T]:
        """Make a rule of this edition; `known` is how sure it would be if the edition were read."""
        confidence = self.confidence if self.confidence.must_check else known
        return Rule(
            key=key,
            says=says,
            value=value,
            citation=self.citation,
            strength=strength,
            confidence=confidence,
            since=self.since,
            note=note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A check as the law or the guidance asks for it; `statute` is empty if only guidance does."""

    check: Check
    says: str
    statute: str = ""
    strength: Strength = Strength.LAW
    since: date = FIRST_EDITION
    note: str = ""

    def under(self, guidance: Guidance, manner: str) -> Rule[Check]:
        """Make the rule of one edition, where `manner` is what lays down the checks."""
        statute = self.statute.replace(MANNER, manner)
        return Rule(
            key=f"check_{self.check.key}",
            says=self.says,
            value=self.check,
            citation=f"{statute}; {guidance.citation}" if statute else guidance.citation,
            strength=self.strength,
            confidence=guidance.confidence,
            since=self.since,
            note=self.note,
        )


GUIDANCE = (
    Guidance(
        years="2018 to 2020",
        since=FIRST_EDITION,
        confidence=Confidence.RECALLED_MEDIUM,
        note="The guidance of these years is recalled. It did not ask for a self-declaration or an "
        "online search.",
    ),
    Guidance(
        years="2021",
        since=SELF_DECLARATION_BEGAN,
        confidence=Confidence.RECALLED_HIGH,
        note="Read in part and otherwise recalled. It did not ask for an online search.",
    ),
    Guidance(
        years="2022 to 2024",
        since=ONLINE_SEARCH_BEGAN,
        confidence=Confidence.RECALLED_HIGH,
        note="Read in part and otherwise recalled.",
    ),
    Guidance(
        years="2025",
        since=date(2025, 9, 1),
        confidence=Confidence.READ,
        note="Read in extracts of the editions of 2021 and 2022 and in commentary on that of 2025.",
    ),
    Guidance(
        years="2026",
        since=date(2026, 9, 1),
        confidence=Confidence.INFERRED,
        note="The final text of 2026 was not seen, and the list of 2025 is carried over.",
    ),
)

CHECKS = (
    Asked(
        check=Check("identity", "Identity", "always", "confirmation"),
        says="The person's identity must be checked, with any earlier names.",
        statute=MANNER,
        since=STAFFING_BEGAN,
        note="It is best practice to see the birth certificate.",
    ),
    Asked(
        check=Check("right_to_work", "Right to work", "always", "confirmation"),
        says="The person's right to work in the United Kingdom must be checked.",
        statute=MANNER,
        since=STAFFING_BEGAN,
    ),
    Asked(
        check=Check("qualifications", "Qualifications", "always", "confirmation"),
        says="It must be checked that the person meets the staff qualification requirements, "
        "qualified teacher status among them.",
        statute=MANNER,
        since=STAFFING_BEGAN,
        note="No national qualification for headship has been required in England since 2012.",
    ),
    Asked(
        check=Check("prohibition", "Prohibition from teaching", "always", "confirmation"),
        says="It must be checked that the person is not prohibited from teaching, nor under an "
        "interim order or an earlier sanction.",
        statute="Education Act 2002, section 141B",
        note="The number of the section is recalled.",
    ),
    Asked(
        check=Check(
            "section_128", "Prohibition from management (section 128)", "always", "confirmation"
        ),
        says="It is checked that no direction prohibits the person from the management of schools.",
        statute="Education and Skills Act 2008, section 128",
        strength=Strength.HOUSE,
        note="In a maintained school such a direction disqualifies the head from being a governor; "
        "to check every head is good practice.",
    ),
    Asked(
        check=Check("enhanced_dbs", "Enhanced DBS certificate", "always", "confirmation"),
        says="An enhanced criminal record certificate with a check of the children's barred list "
        "must be obtained before the appointment or as soon as practicable after it.",
        statute=MANNER,
        since=STAFFING_BEGAN,
        note="A person who comes from another school or college in England without a break of more "
        "than three months is exempt; the exemption is recalled.",
    ),
    Asked(
        check=Check("barred_list", "Separate barred list check", "if_applicable", "start"),
        says="A person who starts before the enhanced certificate comes must first be checked "
        "separately against the children's barred list.",
        statute="Safeguarding Vulnerable Groups Act 2006",
    ),
    Asked(
        check=Check("fitness", "Mental and physical fitness", "always", "confirmation", "offer"),
        says="The person's mental and physical fitness for the work must be verified, after the "
        "offer and not before it.",
        statute=f"{MANNER}; Equality Act 2010, section 60",
        since=STAFFING_BEGAN,
        note="The numbers of the provisions are recalled.",
    ),
    Asked(
        check=Check("references", "Two references", "always", "confirmation"),
        says="Two satisfactory references are in, taken up from the referees and not from the "
        "person, and verified.",
        strength=Strength.HOUSE,
    ),
    Asked(
        check=Check("self_declaration", "Self-declaration", "always", "confirmation", "shortlist"),
        says="The person has declared any criminal record and anything else that bears on "
        "suitability to work with children, once shortlisted and not before.",
        strength=Strength.HOUSE,
        since=SELF_DECLARATION_BEGAN,
    ),
    Asked(
        check=Check("online_search", "Online search", "always", "confirmation"),
        says="An online search on the shortlisted person has been considered, and its making and "
        "its outcome recorded.",
        strength=Strength.HOUSE,
        since=ONLINE_SEARCH_BEGAN,
        note="The guidance says that schools should consider one and tell candidates of it. Let "
        "someone off the panel make it.",
    ),
    Asked(
        check=Check("overseas", "Overseas checks", "if_applicable", "confirmation"),
        says="Such further checks as are appropriate must be made on a person who has lived or "
        "worked outside the United Kingdom.",
        statute=MANNER,
        since=STAFFING_BEGAN,
        note="A criminal record check there, and a letter of professional standing.",
    ),
    Asked(
        check=Check(
            "childcare_disqualification",
            "Childcare disqualification",
            "if_applicable",
            "confirmation",
        ),
        says="A person who will manage early years or wraparound care must not be disqualified "
        "from it.",
        statute="Childcare (Disqualification) Regulations 2018 (SI 2018/794)",
        note="The title is shortened, and the number is recalled.",
    ),
)


def editions(regime: Regime, manner: str, asked: tuple[Asked, ...] = CHECKS) -> tuple[Regime, ...]:
    """Return the regime once for each edition of the guidance; all other rules are shared.

    `manner` is the provision that lays down the checks, `asked` those that are asked for.
    """
    return tuple(_under(guidance, regime, manner, asked) for guidance in GUIDANCE)


def _under(guidance: Guidance, regime: Regime, manner: str, asked: tuple[Asked, ...]) -> Regime:
    return replace(
        regime,
        since=guidance.since,
        note=guidance.note,
        shortlisters=shortlisters(guidance),
        references_before_interview=references_before_interview(guidance),
        offer_conditional=offer_conditional(guidance),
        start_before_certificate=start_before_certificate(guidance),
        checks=checks(guidance, manner, asked),
    )


def shortlisters(guidance: Guidance) -> Rule[int]:
    """How many people shortlist."""
    return guidance.rule(
        "shortlisters",
        "At least two people should carry out the shortlisting.",
        value=2,
        strength=Strength.PRACTICE,
        note="They should also be the ones who interview, if that can be done.",
    )


def references_before_interview(guidance: Guidance) -> Rule[bool]:
    """When references are taken up."""
    return guidance.rule(
        "references_before_interview",
        "References should be obtained before the interview.",
        value=True,
        strength=Strength.PRACTICE,
        note="For a serving head the reference comes from the chair, the authority or the trust; "
        "that last point is recalled.",
    )


def offer_conditional(guidance: Guidance) -> Rule[bool]:
    """What the offer depends on."""
    return guidance.rule(
        "offer_conditional",
        "The offer is conditional on the checks that must be complete before it is confirmed.",
        value=True,
        strength=Strength.HOUSE,
        known=Confidence.RECALLED_HIGH,
    )


def start_before_certificate(guidance: Guidance) -> Rule[LateCertificate]:
    """What must be done before a person may start without the enhanced certificate."""
    return guidance.rule(
        "start_before_certificate",
        "A head may start before the enhanced certificate comes only after a separate check of the "
        "children's barred list and a risk assessment, under supervision, with every other check "
        "complete.",
        value=LateCertificate("enhanced_dbs", first=frozenset({"barred_list"})),
        strength=Strength.HOUSE,
        note="The check of the barred list is itself law. The Regulations "
        "let the certificate come as soon as practicable after the appointment.",
    )


def checks(
    guidance: Guidance, manner: str, asked: tuple[Asked, ...] = CHECKS
) -> tuple[Rule[Check], ...]:
    """List the checks that had begun to be asked for when this guidance came in."""
    return tuple(each.under(guidance, manner) for each in asked if each.since <= guidance.since)
