"""Every paper that the shortest way through each other regime gives."""

from datetime import date

from recruitment.actions import delegation
from recruitment.documents import KINDS
from recruitment.models import Vacancy
from recruitment.models.delegation import DecidingBody
from schools.models.choices import Category, Nation
from tests.recruitment.documents.steps import Papers, read, reserve, settle
from tests.recruitment.headship import Headship, headship, person

REGIMES = {
    "aided": ("Fictional Saints Primary School", Category.VOLUNTARY_AIDED, Nation.ENGLAND),
    "academy": ("Fictown Academy", Category.ACADEMY, Nation.ENGLAND),
    "wales": ("Ysgol Dychmygol", Category.COMMUNITY, Nation.WALES),
    "wales_aided": ("Ysgol Seintiau Dychmygol", Category.VOLUNTARY_AIDED, Nation.WALES),
}


def every_regime() -> Papers:
    """Return the papers of each regime, by their kind and the regime."""
    found = {
        f"{name}.{regime}": paper
        for regime, (school, category, nation) in REGIMES.items()
        for name, paper in papers_of(
            headship("in_post", school, category=category, nation=nation)
        ).items()
    }
    return {**found, **of_a_unit(), **of_a_trust()}


def of_a_unit() -> Papers:
    """A unit, whose management committee stands for the governing body."""
    case = headship("recorded", "The Fictown Unit", category=Category.PUPIL_REFERRAL_UNIT)
    return {"notice_of_vacancy.unit": read(case, "notice_of_vacancy")}


def of_a_trust() -> Papers:
    """An academy whose board of trustees approves, and has the adviser's reservations first."""
    case = headship("recorded", "Fictown North Academy", category=Category.ACADEMY)
    case.notify().delegate(DecidingBody.TRUST_BOARD).appoint_panel()
    settle(case)
    case.advertise().apply().after(15).shortlist()
    case.day = date(2026, 10, 8)
    case.interview().recommend()
    reserve(case, before=True, decision_on=case.day)
    found = {"reservations.trust": read(case, "reservations", "C1")}
    delegation.record_trust_decision(
        case.vacancy, approved=True, evidence="Minute 7", by=case.clerk, on=case.day
    )
    case.appoint().offer()
    return {**found, "conditional_offer.trust": read(case, "conditional_offer")}


def papers_of(case: Headship) -> Papers:
    """Return the first paper of each kind that the case gives."""
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        outgoing_head=person("Mona Frith"), notice_received_on=case.vacancy.opened_on
    )
    position = case.position()
    subjects = {key: kind.subjects(position) for key, kind in KINDS.items()}
    return {key: read(case, key, found[0].about) for key, found in subjects.items() if found}
