"""Wales: the checks on a head, and what must be in place before the head serves."""

from typing import TypeVar

from law.appointment.regime import Check, LateCertificate
from law.appointment.wales_sources import GUIDANCE, QUALIFICATIONS, REGISTRATION_BEGAN, staffing
from law.base import Confidence, Rule, Strength
from law.making import FROM_THE_START

T = TypeVar("T")

READ = Confidence.READ
RECALLED_HIGH = Confidence.RECALLED_HIGH
RECALLED_MEDIUM = Confidence.RECALLED_MEDIUM


def _check(
    check: Check,
    says: str,
    *,
    citation: str = GUIDANCE,
    strength: Strength = Strength.HOUSE,
    confidence: Confidence = RECALLED_HIGH,
    note: str = "",
) -> Rule[Check]:
    return Rule(
        key=f"check_{check.key}",
        says=says,
        value=check,
        citation=citation,
        strength=strength,
        confidence=confidence,
        since=REGISTRATION_BEGAN if QUALIFICATIONS in citation else FROM_THE_START,
        note=note,
    )


CHECKS = (
    _check(
        Check("identity", "Identity", "always", "confirmation"),
        "The person's identity is checked, with any earlier names.",
    ),
    _check(
        Check("right_to_work", "Right to work", "always", "confirmation"),
        "The person's right to work in the United Kingdom is checked.",
        citation="Immigration, Asylum and Nationality Act 2006, section 15",
        strength=Strength.LAW,
    ),
    _check(
        Check("qualifications", "Qualifications", "always", "confirmation"),
        "It must be checked that the person meets the staff qualification requirements, qualified "
        "teacher status among them.",
        citation=staffing("provisions on staff qualification requirements (number not known)"),
        strength=Strength.LAW,
    ),
    _check(
        Check("npqh", "Headship qualification (NPQH)", "if_applicable", "start"),
        "A first-time head may not begin to serve before holding the National Professional "
        "Qualification for Headship, or its equivalent.",
        citation=f"{QUALIFICATIONS}, regulations 4 and 5",
        strength=Strength.LAW,
        confidence=RECALLED_MEDIUM,
        note="Read, with the numbers recalled in part; that it is still required in 2026 is "
        "recalled. A person may apply and be appointed without it. It does not bind an acting "
        "head, nor one who was a head before September 2005.",
    ),
    _check(
        Check("registration", "Registration with the Education Workforce Council", "always",
              "start"),
        "A person may serve as head of a maintained school only if registered as a teacher.",
        citation=f"{QUALIFICATIONS}, regulation 5",
        strength=Strength.LAW,
        note="Read; that the register is now the Council's, under the Education (Wales) Act "
        "2014, is recalled. See too any suspension or condition.",
    ),
    _check(
        Check("enhanced_dbs", "Enhanced DBS certificate", "always", "confirmation"),
        "An enhanced criminal record certificate is obtained, with a check of the children's "
        "barred list.",
    ),
    _check(
        Check("barred_list", "Separate barred list check", "if_applicable", "start"),
        "A person who starts before the enhanced certificate comes must first be checked "
        "separately against the children's barred list.",
        citation="Safeguarding Vulnerable Groups Act 2006",
        strength=Strength.LAW,
    ),
    _check(
        Check("fitness", "Mental and physical fitness", "always", "confirmation", "offer"),
        "The person's mental and physical fitness for the work is verified, after the offer and "
        "not before it.",
        citation=f"{GUIDANCE}; Equality Act 2010, section 60",
    ),
    _check(
        Check("references", "Two references", "always", "confirmation"),
        "Two satisfactory references are in, taken up from the referees and not from the person, "
        "and verified.",
    ),
    _check(
        Check("overseas", "Overseas checks", "if_applicable", "confirmation"),
        "Such further checks as are appropriate are made on a person who has lived or worked "
        "outside the United Kingdom.",
    ),
    _check(
        Check("prohibition", "Prohibition from teaching in England", "if_applicable",
              "confirmation"),
        "A person who comes from England is looked up in the list of those prohibited from "
        "teaching there.",
        strength=Strength.PRACTICE,
        confidence=RECALLED_MEDIUM,
    ),
)  # fmt: skip


def _guided(
    key: str, says: str, *, value: T, strength: Strength, confidence: Confidence, note: str = ""
) -> Rule[T]:
    return Rule(
        key=key,
        says=says,
        value=value,
        citation=GUIDANCE,
        strength=strength,
        confidence=confidence,
        since=FROM_THE_START,
        note=note,
    )


TRAINED_MEMBER = _guided(
    "trained_member",
    "At least one member of the panel has had safer recruitment training, and is at the "
    "interviews.",
    value=1,
    strength=Strength.PRACTICE,
    confidence=RECALLED_MEDIUM,
    note="No statute that asks for it in Wales was found.",
)
SHORTLISTERS = _guided(
    "shortlisters",
    "At least two people carry out the shortlisting.",
    value=2,
    strength=Strength.PRACTICE,
    confidence=RECALLED_MEDIUM,
)
REFERENCES_BEFORE_INTERVIEW = _guided(
    "references_before_interview",
    "References are obtained before the interview.",
    value=True,
    strength=Strength.PRACTICE,
    confidence=RECALLED_MEDIUM,
)
OFFER_CONDITIONAL = _guided(
    "offer_conditional",
    "The offer is conditional on the checks that must be complete before it is confirmed.",
    value=True,
    strength=Strength.HOUSE,
    confidence=RECALLED_HIGH,
)
START_BEFORE_CERTIFICATE = _guided(
    "start_before_certificate",
    "A head may start before the enhanced certificate comes only after a separate check of the "
    "children's barred list and a risk assessment, under supervision, with every other check "
    "complete.",
    value=LateCertificate("enhanced_dbs", first=frozenset({"barred_list"})),
    strength=Strength.HOUSE,
    confidence=RECALLED_MEDIUM,
    note="The check of the barred list is itself law.",
)
