"""What to say of the schools to whose headship no rules that Headship holds apply."""

DECIDED_ELSEWHERE = {
    ("wales", "pupil_referral_unit"): "the local authority, which staffs the unit itself",
}


def why_not_held(category: str, nation: str) -> str:
    """Say who appoints the head of such a school, or that it is not known."""
    school = f"{category} ({nation})".replace("_", " ")
    who = DECIDED_ELSEWHERE.get((nation, category))
    if who:
        return (
            f"The head of such a school, {school}, is appointed by {who}. No governing body "
            "chooses, so there is nothing here to record."
        )
    return f"Headship does not know whose rules apply to such a school: {school}."
