"""What to say of the schools whose rules Headship does not hold yet."""

ENGLAND_STAFFING = "the School Staffing (England) Regulations 2009 (SI 2009/2680)"
WALES_STAFFING = "the Staffing of Maintained Schools (Wales) Regulations 2006 (SI 2006/873)"

GOVERNING_BODY_APPOINTS = ("voluntary_aided", "foundation", "foundation_special")
AUTHORITY_APPOINTS = ("community", "voluntary_controlled", "community_special", "nursery")
TRUST_APPOINTS = (
    "academy",
    "free_school",
    "studio_school",
    "university_technical_college",
    "city_technology_college",
)

BODY_OF_RULES = {
    ("england", GOVERNING_BODY_APPOINTS): f"Part 3 of {ENGLAND_STAFFING}",
    ("england", TRUST_APPOINTS): "the trust's own articles, funding agreement and scheme of "
    "delegation",
    ("england", ("pupil_referral_unit",)): f"{ENGLAND_STAFFING} as modified for a management "
    "committee",
    ("wales", AUTHORITY_APPOINTS): f"Part 2 of {WALES_STAFFING}",
    ("wales", GOVERNING_BODY_APPOINTS): f"Part 3 of {WALES_STAFFING}",
    ("wales", ("pupil_referral_unit",)): "the authority's own arrangements, for it staffs the unit",
}


def why_not_held(category: str, nation: str) -> str:
    """Say which rules apply to such a school, and that Headship does not hold them."""
    school = f"{category} ({nation})".replace("_", " ")
    for (where, categories), rules in BODY_OF_RULES.items():
        if nation == where and category in categories:
            return (
                f"The head of such a school, {school}, is appointed under {rules}. "
                "Headship does not hold those rules yet."
            )
    return f"Headship does not know whose rules apply to such a school: {school}."
