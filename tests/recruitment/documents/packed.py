"""Headships whose candidate pack says what few others have to say."""

from datetime import date

from recruitment.actions import delegation, equality, planning, posts, specification
from recruitment.models import Appointee, Criterion, Scoring, Vacancy
from recruitment.models.delegation import DecidingBody
from recruitment.scores import USUAL_ANCHORS
from schools.models import School
from schools.models.choices import Category, Nation
from tests.recruitment.documents.steps import Papers, begun, read, settle
from tests.recruitment.headship import Headship, headship

PACK = (
    "advertisement",
    "letter_of_the_chair",
    "job_description",
    "person_specification",
    "privacy_notice",
)
ANSWERED = {
    "age": {"under_35": 1, "35_to_44": 6, "45_to_54": 5, "not_said": 0},
    "sex": {"female": 7, "male": 5},
    "gender_reassignment": {"yes": 11, "not_said": 1},
    "disability": {"yes": 2, "no": 10},
    "race": {"asian": 1, "black": 1, "white": 9, "not_said": 1},
    "religion": {"none": 5, "christian": 6, "muslim": 1},
    "orientation": {"straight": 12},
}
CHURCH = {"religious_character": "Church in Fictown", "diocese": "Diocese of Fictown"}


def packed() -> Papers:
    return {**planned(), **of_a_church(), **of_a_trust(), **shared()}


def pack_of(case: Headship, particular: str) -> Papers:
    return {f"{kind}.{particular}": read(case, kind) for kind in PACK}


def planned() -> Papers:
    """Before it is published: a plan, a pay range, weights, anchors and a scale."""
    case = begun("Beck Side Primary School").notify().appoint_panel()
    School.objects.filter(pk=case.school.pk).update(low_age=4, high_age=11, pupils=207)
    planning.keep_plan(
        case.vacancy,
        start=date(2027, 4, 12),
        appointee=Appointee.HEAD,
        by=case.clerk,
        on=case.day,
    )
    posts.determine_pay(
        case.vacancy,
        group=3,
        group_maximum=90_000,
        minimum=74_926,
        maximum=86_803,
        reasons="A school of this size",
        meeting=case.position().meetings[-1],
        by=case.clerk,
        on=case.day,
    )
    specification.add_criterion(
        case.vacancy,
        text="Has led a school through an inspection",
        essential=False,
        tested_by=[Criterion.TestedBy.APPLICATION, Criterion.TestedBy.INTERVIEW],
        weight=2,
        anchors={"0": "Has led nothing in it", "5": "Led all of it, and the school improved"},
        by=case.clerk,
        on=case.day,
    )
    settle(case)
    Scoring.objects.create(
        vacancy=case.vacancy,
        round=1,
        anchors=dict(USUAL_ANCHORS),
        names_hidden=True,
        sealed=True,
        decided_on=case.day,
    )
    equality.count_equality_answers(case.vacancy, answers=ANSWERED, by=case.clerk, on=case.day)
    return {kind: read(case, kind) for kind in (*PACK, "equality_form", "equality_summary")}


def of_a_church() -> Papers:
    """Schools of a religious character: aided and controlled in England, aided in Wales."""
    schools = {
        "church_aided": (Category.VOLUNTARY_AIDED, Nation.ENGLAND),
        "church_controlled": (Category.VOLUNTARY_CONTROLLED, Nation.ENGLAND),
        "church_wales": (Category.VOLUNTARY_AIDED, Nation.WALES),
    }
    found: Papers = {}
    for particular, (category, nation) in schools.items():
        name = f"Fictional Saints {particular.removeprefix('church_').title()} School"
        case = headship("advertised", name, category=category, nation=nation)
        School.objects.filter(pk=case.school.pk).update(**CHURCH)
        found |= pack_of(case, particular)
    return found


def of_a_trust() -> Papers:
    """An academy whose scheme asks for a consent; and a unit."""
    case = headship("recorded", "Fictown West Academy", category=Category.ACADEMY)
    delegation.enter_scheme(
        case.vacancy,
        panel_minimum=3,
        panel_minimum_source="Scheme of delegation, 4.2",
        approval=DecidingBody.TRUST_BOARD,
        approval_source="Scheme of delegation, 4.3",
        appointer=DecidingBody.CHIEF_EXECUTIVE,
        appointer_source="Scheme of delegation, 4.4",
        consents=["the bishop"],
        consents_source="Article 59",
        by=case.clerk,
        on=case.day,
    )
    case.notify().appoint_panel()
    settle(case)
    unit = headship("advertised", "The Fictown East Unit", category=Category.PUPIL_REFERRAL_UNIT)
    return {**pack_of(case.advertise(), "consent"), **pack_of(unit, "unit")}


def shared() -> Papers:
    """One share of a headship, filled for a time, advertised again."""
    case = headship("advertised", "Two Heads Primary School")
    Vacancy.objects.filter(pk=case.vacancy.pk).update(
        post=Vacancy.Post.CO_HEAD, share=60, kept_share=40, until=date(2028, 8, 31), round=2
    )
    return {"job_description.shared": read(case, "job_description", "R2")}
