"""Headships in which an offer or a resignation comes to nothing, under every regime."""

from recruitment.actions import appointment, turns
from recruitment.models import Vacancy
from schools.models.choices import Category, Nation
from tests.recruitment.documents.regimes import REGIMES
from tests.recruitment.documents.steps import Papers, Read, begun, read
from tests.recruitment.headship import Headship, headship, person

School = tuple[str, Category, Nation]
BARRED = "The check of the list of those barred from teaching did not show that you may teach."


def ended() -> Papers:
    begun("Unused Infant School")  # gives the authority's people their titles
    community = ("Pond Lane Primary School", Category.COMMUNITY, Nation.ENGLAND)
    found = {"": community, **{f".{name}": school for name, school in REGIMES.items()}}
    papers: Papers = {
        "offer_withdrawn.other": withdrawn_before_a_reply(community),
        "offer_withdrawn.before": barred(community),
    }
    for name, school in found.items():
        papers |= {
            f"offer_declined{name}": declined(school),
            f"offer_withdrawn{name}": withdrawn(school),
            f"resignation_withdrawn{name}": stays(school),
        }
    return papers


def at(stage: str, school: School) -> Headship:
    name, category, nation = school
    return headship(stage, name, category=category, nation=nation)


def declined(school: School) -> Read:
    case = at("offered", school)
    turns.decline_offer(case.vacancy, why="A post nearer home", by=case.clerk, on=case.day)
    return read(case, "offer_declined", "C1")


def withdrawn(school: School) -> Read:
    """The offer was accepted, and a check is not satisfactory."""
    case = at("accepted", school)
    key = next(r.value.key for r in case.regime.checks if r.value.key in {"prohibition", "ewc"})
    appointment.record_check(
        case.vacancy, check=key, done_by="Joan Beck", evidence="An entry in the list",
        satisfactory=False, by=case.clerk, on=case.day,
    )  # fmt: skip
    turns.withdraw_offer(case.vacancy, check=key, why=BARRED, by=case.clerk, on=case.day)
    return read(case, "offer_withdrawn", "C1")


def withdrawn_before_a_reply(school: School) -> Read:
    case = at("offered", school)
    why = "The school is to close in August, and there will be no post."
    turns.withdraw_offer(case.vacancy, why=why, by=case.clerk, on=case.day)
    return read(case, "offer_withdrawn", "C1")


def barred(school: School) -> Read:
    """Nothing had been offered yet when it came to light."""
    case = at("appointed", school)
    turns.withdraw_appointment(
        case.vacancy, check="barred_list", done_by="Joan Beck", evidence="An entry in the list",
        why=BARRED, by=case.clerk, on=case.day,
    )  # fmt: skip
    return read(case, "offer_withdrawn", "C1")


def stays(school: School) -> Read:
    case = at("recorded", school)
    Vacancy.objects.filter(pk=case.vacancy.pk).update(outgoing_head=person("Mona Frith"))
    turns.withdraw_vacancy(
        case.vacancy, because=Vacancy.Ending.RESIGNATION_WITHDRAWN, why="She stays",
        by=case.clerk, on=case.day,
    )  # fmt: skip
    return read(case, "resignation_withdrawn")
