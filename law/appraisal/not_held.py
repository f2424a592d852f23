"""What to say of the schools to whose head's appraisal no rules that Headship holds apply."""

DECIDED_ELSEWHERE = {
    ("england", "pupil_referral_unit"): "The Appraisal Regulations (SI 2012/115) name the schools "
    "that they are for, and pupil referral units are not among them. The management committee and "
    "the authority decide, by their own policy.",
    ("wales", "pupil_referral_unit"): "A teacher in charge of a pupil referral unit is appraised "
    "by the local authority, under Part 4 of the Appraisal Regulations (SI 2011/2940), which "
    "Headship does not hold.",
}


def why_not_held(category: str, nation: str) -> str:
    """Say who decides on the appraisal of the head of such a school, or that it is not known."""
    school = f"{category} ({nation})".replace("_", " ")
    return DECIDED_ELSEWHERE.get(
        (nation, category),
        f"Headship does not know by whose rules such a head is appraised: {school}.",
    )
