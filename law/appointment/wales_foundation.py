"""Wales: voluntary aided, foundation and foundation special schools, which appoint themselves."""

from dataclasses import replace

from law.appointment.numbering import numbered
from law.appointment.regime import ByCategory, NoticeDuty
from law.appointment.wales import (
    INFERRED,
    MAINTAINED,
    READ,
    RECALLED_HIGH,
    RECALLED_MEDIUM,
)
from law.appointment.wales_sources import STAFFING_BEGAN, staffing
from law.making import statute

FOUNDATION = replace(
    numbered(MAINTAINED, appointment="24", advice="21", advertisement="24(7) and (7A)"),
    key="wales-foundation",
    name="Voluntary aided, foundation and foundation special schools in Wales",
    categories=frozenset({"voluntary_aided", "foundation", "foundation_special"}),
    notice_of_vacancy=statute(
        "notice_of_vacancy",
        "The governing body must tell the authority in writing of a vacancy in the post of head, "
        "before it takes any of the later steps.",
        value=NoticeDuty("authority", in_writing=True, before_any_step=True),
        citation=staffing("regulation 24(1)"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="Read in Welsh.",
    ),
    whole_governing_body=statute(
        "whole_governing_body",
        "The governing body of an aided school may determine that the whole of it acts as the "
        "selection panel. It must then not appoint a person about whom representations were made "
        "until it has considered them and told the authority of its response.",
        value=True,
        citation=staffing("regulation 24"),
        confidence=INFERRED,
        since=STAFFING_BEGAN,
        note="Read in the Act of 1998 from which these Regulations come.",
    ),
    adviser_attendance=statute(
        "adviser_attendance",
        "The chief education officer of the authority, or a representative, is entitled to attend "
        "the shortlisting and the interviews, and to offer advice.",
        value="right",
        citation=staffing("regulation 21"),
        confidence=RECALLED_MEDIUM,
        since=STAFFING_BEGAN,
        note="It reads as an entitlement, like that in regulation 13 (75%).",
    ),
    diocese_attendance=statute(
        "diocese_attendance",
        "The diocesan officer of an aided school with a religious character has the same advisory "
        "rights as the authority's; of a foundation school, where the governing body has agreed "
        "to it in writing.",
        value=ByCategory(
            (
                ("voluntary_aided", "right"),
                ("foundation", "agreement"),
                ("foundation_special", "agreement"),
            )
        ),
        citation=staffing("regulation 23"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="Read in Welsh. The agreement is ended only by notice in writing; the officer is the "
        "person whom the diocesan authority nominates.",
    ),
    appointer=statute(
        "appointer",
        "The governing body is the employer: when it approves the recommendation it appoints. It "
        "may appoint nobody who does not meet a staff qualification requirement.",
        value="governing_body",
        citation=staffing("regulation 24"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
        note="The authority has no power to refuse. A school of a Roman Catholic religious order "
        "has a route of its own, regulation 33, which Headship does not hold.",
    ),
    refusal_grounds=None,
    repeat_steps=statute(
        "repeat_steps",
        "If the panel recommends nobody, or the governing body does not approve, the panel's steps "
        "may be repeated, with or without a new advertisement.",
        value=frozenset({"no_recommendation", "not_approved"}),
        citation=staffing("regulation 24"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
    ),
    offer_after_appointment=statute(
        "offer_after_appointment",
        "No offer is made before the governing body has approved the recommendation.",
        value=True,
        citation=staffing("regulation 24"),
        confidence=RECALLED_HIGH,
        since=STAFFING_BEGAN,
    ),
    acting_head=statute(
        "acting_head",
        "If the post is not, or will not be, filled by the day on which it falls vacant, the "
        "governing body must appoint an acting head, or engage one otherwise than under a contract "
        "of employment; nobody who does not meet a qualification requirement.",
        value=True,
        citation=staffing("regulation 24(2) to (6)"),
        confidence=READ,
        since=STAFFING_BEGAN,
        note="Read in Welsh.",
    ),
)
