"""How the two Appraisal Regulations are cited, and since when they have held."""

from datetime import date

ENGLAND_BEGAN = date(2012, 9, 1)
WALES_BEGAN = date(2012, 1, 1)
HELD_FROM = date(2021, 9, 1)
"""The day from which Headship holds this law: no cycle is judged by it that began before."""


def english(provision: str) -> str:
    """Cite a provision of the Regulations for England."""
    return (
        "Education (School Teachers' Appraisal) (England) Regulations 2012 (SI 2012/115), "
        f"{provision}"
    )


def welsh(provision: str) -> str:
    """Cite a provision of the Regulations for Wales."""
    return f"School Teacher Appraisal (Wales) Regulations 2011 (SI 2011/2940), {provision}"
