"""What contracts of service ask, in both nations alike."""

from law.appointment.regime import ResignationDate, ResignationDates
from law.base import Confidence
from law.making import practice

RESIGNATION_DATES = practice(
    "resignation_dates",
    "To leave at the end of a term, a head or a teacher resigns by a fixed date.",
    value=ResignationDates(
        head=(ResignationDate(9, 12), ResignationDate(1, 4), ResignationDate(4, 8)),
        teacher=(ResignationDate(10, 12), ResignationDate(2, 4), ResignationDate(5, 8)),
    ),
    citation="Conditions of Service for School Teachers in England and Wales (Burgundy Book)",
    confidence=Confidence.READ,
    note="Read in an authority's guidance. This is contract, not statute: a person's own "
    "contract prevails, and an employer may release early.",
)
