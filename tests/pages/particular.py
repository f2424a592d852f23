"""The steps that only some kinds of school take, and what is read and written on the way."""

from typing import Any

from casework import clock
from casework.action import Actor
from recruitment.actions import applications, appointment, specification
from recruitment.models import Criterion
from tests.pages import cast as who
from tests.pages import journey
from tests.pages.journey import Company, day

ROLES = {
    who.CLERK: "Clerk",
    who.CHAIR: "Chair",
    who.PANEL_CHAIR: "Chair of the panel",
    who.MEMBER: "Member of the panel",
    who.GOVERNOR: "Governor",
    who.ADVISER: "Adviser",
    who.OFFICER: "Officer",
}
SECOND = "C3, Shirin Vakil"

# Papers


def write_the_names(company: Company) -> None:
    """The notice of the names, before it is given to the authority."""
    clerk, panel_chair = company[who.CLERK], company[who.PANEL_CHAIR]
    names = panel_chair.drafts("10. Notice of shortlisted names", day(43))
    panel_chair.takes("Approve", names, on=day(43))
    clerk.takes("Issue", names, on=day(43))
    clerk.takes("Record that it was sent", names, how="by hand", on=day(43))
    assert "Martin Oakes" in clerk.downloads(names)


def write_the_appointment(company: Company) -> None:
    """The authority's letter of appointment."""
    officer = company[who.OFFICER]
    letter = officer.drafts("27a. The authority's appointment", day(79))
    officer.takes("Approve", letter, on=day(79))
    officer.takes("Issue", letter, on=day(79))
    officer.takes("Record that it was sent", letter, how="by e-mail", on=day(79))
    assert "Martin Oakes" in officer.downloads(letter)


def write_the_offer(company: Company) -> None:
    """The employer's letter of offer, written up on the day on which all this is entered."""
    writer, today = journey.employer(company), clock.today()
    letter = writer.drafts("28. Conditional offer", today)
    writer.takes("Approve", letter, on=today)
    writer.takes("Issue", letter, on=today)
    assert "Martin Oakes" in writer.downloads(letter)


# What there is to read


def look_round(company: Company) -> None:
    """Everybody opens every page that is offered to them, while most there is to see is there."""
    for name, role in ROLES.items():
        company[name].look_round(role)
    look_behind(company)


def look_as_the_clerk(company: Company) -> None:
    """The clerk alone opens every page of the case."""
    company[who.CLERK].look_round()
    look_behind(company)


def look_behind(company: Company) -> None:
    """The clerk opens pages that lie behind those that are offered."""
    clerk = company[who.CLERK]
    clerk.open(clerk.case("candidates/C2/"))
    clerk.open(clerk.case("meetings/1/"))


def look_beyond_the_case(company: Company) -> None:
    """The clerk opens the pages that no case has to itself."""
    company[who.CLERK].open("/vacancies/")
    company[who.CLERK].open("/law/")


# Steps that some take


def note_what_is_no_conflict(company: Company) -> None:
    """An item without a vote, and an interest of which nothing follows."""
    company[who.CLERK].does("minute_item", title="Pay range", minute="Agreed.", on=day(15))
    company[who.MEMBER].does(
        "declare_interest",
        kind="Other",
        detail="A daughter is a pupil in year 4.",
        effect="Noted: no effect",
        on=day(17),
    )


def corroborate(company: Company) -> None:
    """The authority's officer says that the date of the receipt is right."""
    company[who.OFFICER].does("corroborate_receipt", on=day(44))


def say_none_is_made(company: Company) -> None:
    """The authority makes no representations."""
    company[who.OFFICER].does("make_no_representations", on=day(50))


def agree_on_the_adviser(company: Company) -> None:
    """The governing body and the authority have agreed that an adviser attends."""
    company[who.CLERK].does(
        "name_adviser",
        adviser=who.ADVISER,
        agreement="The chair's letter of last July, and the authority's answer",
        on=day(2),
    )


def determine_the_pay(company: Company) -> None:
    """The governing body determines the range, by the group of the school where there is one."""
    limit = journey.law().pay_limit
    group: dict[str, Any] = {"group": 2, "group_maximum": 78_000} if limit else {}
    company[who.CLERK].does(
        "determine_pay",
        minimum=60_000,
        maximum=70_000,
        reasons="The school is of the middle of its group.",
        on=day(15),
        **group,
    )


# What is typed once, and then entered by code, because the form is the same


def as_the_clerk(company: Company, number: int) -> dict[str, Any]:
    """Return who acts and when, for what the clerk enters by code on the day of that number."""
    return {"by": Actor(company[who.CLERK].user), "on": day(number)}


def specify(company: Company) -> None:
    """The person specification, of which the first criterion is typed."""
    (first, tested_by), *others = journey.CRITERIA.items()
    journey.add_criterion(company[who.CLERK], first, tested_by)
    for text, where in others:
        tested = [Criterion.TestedBy(where.lower())]
        specification.add_criterion(
            journey.vacancy(), text=text, tested_by=tested, **as_the_clerk(company, 18)
        )


def apply(company: Company) -> None:
    """The applications, of which the first two are typed: one of them is internal."""
    *typed, third, fourth = journey.APPLICANTS
    for name in typed:
        journey.add_candidate(company[who.CLERK], name)
    for name in (third, fourth):
        applications.add_candidate(journey.vacancy(), name=name, **as_the_clerk(company, 32))


def check(company: Company, awaited: str = "", besides: str = "") -> None:
    """The checks, of which the first and the last are typed.

    One is awaited, and one applies here that does not always.
    """
    checks = [rule.value for rule in journey.law().checks if rule.value.key != awaited]
    for made in checks:
        applies = made.required == "always" or made.key == besides
        if made in (checks[0], checks[-1]):
            journey.record_check(company[who.CLERK], made, applies=applies)
        else:
            appointment.record_check(
                journey.vacancy(),
                check=made.key,
                done_by=who.CLERK,
                evidence="Seen",
                applies=applies,
                **as_the_clerk(company, 88),
            )


# In Wales


def undertake(company: Company) -> None:
    """The staff governor on the panel undertakes not to seek the post that may fall free."""
    company[who.CLERK].does(
        "record_undertaking",
        person=who.MEMBER,
        text="I shall not apply for a post that falls free because Martin Oakes is appointed.",
        on=day(40),
    )


def choose_as_a_whole(company: Company) -> None:
    """The governing body of an aided school determines that the whole of it selects."""
    journey.seat_the_panel(company, list(who.GOVERNORS))


def check_all_but_the_certificate(company: Company) -> None:
    """The certificate is awaited: the barred list is checked apart, and the risk assessed."""
    check(company, awaited="enhanced_dbs", besides="barred_list")
    company[who.CLERK].does(
        "assess_risk",
        reasons="The application was countersigned late; every other check is in.",
        supervision="Never alone with pupils; seen daily.",
        supervised_by="Rosa Tennant, chair",
        until=day(210),
        on=day(90),
    )


# In an academy


def enter_the_scheme(company: Company) -> None:
    """What the trust's scheme of delegation lays down."""
    company[who.CLERK].does(
        "enter_scheme",
        panel_minimum=3,
        panel_minimum_source="Scheme of delegation 2026, 4.2",
        approval="The board of trustees",
        approval_source="Scheme of delegation 2026, 4.3",
        appointer="The chief executive of the trust",
        appointer_source="Scheme of delegation 2026, 4.4",
        consents="the bishop",
        consents_source="Articles of association, article 59",
        on=day(1),
    )


def invite_the_adviser(company: Company) -> None:
    """The trust invites an adviser, who has no right to attend."""
    company[who.CLERK].does(
        "name_adviser",
        adviser=who.ADVISER,
        agreement="The chair's letter of invitation of last week",
        on=day(2),
    )


def let_the_trust_decide(company: Company) -> None:
    """The trustees approve, the bishop consents, the chief executive appoints."""
    clerk = company[who.CLERK]
    clerk.does("record_trust_decision", approved=True, evidence="Minute 12", on=day(75))
    clerk.does("record_consent", evidence="Letter of the bishop's officer", on=day(77))
    clerk.does("appoint", appointed_by="The chief executive of the trust", on=day(79))


# An offer that is declined


def decline_the_offer(company: Company) -> None:
    """The person declines, and the clerk sees what can follow."""
    clerk = company[who.CLERK]
    clerk.does("decline_offer", why="A headship nearer home.", on=day(82))
    clerk.open(clerk.case(), "Clerk, the offer declined")


def choose_the_second(company: Company) -> None:
    """The panel recommends its second choice afresh, and the governing body approves afresh.

    It will be late for the start: in the same meeting somebody is named to act as head.
    """
    clerk = company[who.CLERK]
    clerk.does(
        "repeat_steps",
        again_from="The recommendation: another of those interviewed",
        meeting="In none: it was delegated, or the panel thinks again after its choice fell "
        "through",
        why="The first choice declined. C3 met every criterion too.",
        on=day(84),
    )
    company[who.PANEL_CHAIR].does(
        "recommend", candidate=SECOND, reasons="She met every criterion.", on=day(85)
    )
    journey.meet(clerk, "Governing body", day(86), day(100), list(who.GOVERNORS))
    clerk.does("approve", votes_for=5, minute="The panel's second report was read.")
    clerk.does(
        "name_acting_head",
        kind="Interim head",
        person="Not a governor: give the name below",
        name="Gwen Ashdown",
        since=day(121),
        until=day(160),
        arranged="Proposed by the governing body, appointed by the authority until a head starts.",
        evidence="Letter of the authority",
    )


def offer_to_the_second(company: Company) -> None:
    """The authority is told, appoints, and makes a new offer."""
    officer = company[who.OFFICER]
    company[who.CLERK].does("notify_approval", how="by e-mail", on=day(101))
    officer.does("appoint", appointed_by="Joan Beck, for the director", on=day(104))
    officer.does("make_offer", salary="Leadership point 17", starts_on=day(161), on=day(105))
