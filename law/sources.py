"""How the instruments are cited that bear on appointment and appraisal alike, and since when."""

from datetime import date

ENGLAND_GOVERNANCE_BEGAN = date(2013, 9, 1)
WALES_GOVERNANCE_BEGAN = date(2005, 10, 31)
PAY_DOCUMENT = "School Teachers' Pay and Conditions Document"
PAY_DOCUMENT_BEGAN = date(2014, 9, 1)


def england_governance(provision: str) -> str:
    """Cite a provision of the Regulations that govern the governing body's meetings in England."""
    return (
        "School Governance (Roles, Procedures and Allowances) (England) Regulations 2013 "
        f"(SI 2013/1624), {provision}"
    )


def wales_governance(provision: str) -> str:
    """Cite a provision of the Regulations that govern the governing body's meetings in Wales."""
    return f"Government of Maintained Schools (Wales) Regulations 2005 (SI 2005/2914), {provision}"
