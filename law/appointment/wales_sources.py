"""Wales: how the instruments are cited, and since when they have held."""

from datetime import date

STAFFING_BEGAN = date(2006, 4, 1)
REGISTRATION_BEGAN = date(2005, 9, 1)
REORGANISATION_BEGAN = date(2010, 1, 1)


def staffing(provision: str) -> str:
    """Cite a provision of the Regulations that govern the appointment."""
    return f"Staffing of Maintained Schools (Wales) Regulations 2006 (SI 2006/873), {provision}"


QUALIFICATIONS = (
    "Head Teachers' Qualifications and Registration (Wales) Regulations 2005 (SI 2005/1227)"
)
GUIDANCE = "Keeping learners safe (guidance under section 175 of the Education Act 2002)"
