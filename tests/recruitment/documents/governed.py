"""A headship whose governing body meets, has its panel meet, and then advertises again."""

from datetime import date, time

from casework.models import Meeting
from recruitment.actions import appointment, interests, meetings, turns
from recruitment.models import Interest
from recruitment.stages import AgainFrom
from tests.recruitment.documents import words
from tests.recruitment.documents.steps import Papers, Read, begun, meet_panel, read, settle
from tests.recruitment.headship import NAMES, Headship, person


def governed() -> Papers:
    case = begun("Moor Edge Primary School").notify()
    found: Papers = {
        "agenda_of_first_meeting.urgent": called_at_short_notice(case),
        **seated(case),
    }
    settle(case)
    case.advertise().apply().after(15)
    return found | {**met(case), **again(case)}


def called_at_short_notice(case: Headship) -> Read:
    meetings.call_meeting(
        case.vacancy,
        body=Meeting.Body.GOVERNING_BODY,
        purpose="To appoint a selection panel",
        held_on=date(2026, 9, 4),
        at=time(18),
        place="The school hall",
        agenda=["Apologies", "Interests", "Appointment of the selection panel"],
        urgent="the advertisement must be placed before 10 September.",
        by=case.clerk,
        on=case.day,
    )
    return read(case, "agenda_of_first_meeting", "1")


def seated(case: Headship) -> Papers:
    """One governor is away, one has an interest; terms of reference are minuted, then the panel."""
    interests.declare_interest(
        case.vacancy,
        person=person("Uma Shah"),
        kind=Interest.Kind.OTHER,
        detail="Her sister teaches at the school",
        effect=Interest.Effect.NONE,
        by=case.clerk,
        on=case.day,
    )
    there = [person(name) for name in NAMES if name != "Kit Moss"]
    evening = case.meet("To appoint a selection panel", there)
    bare = read(case, "minute_of_governing_body", "2")
    minute(case, evening, "Terms of reference", words.TERMS)
    meetings.appoint_panel(
        case.vacancy,
        meeting=evening,
        members=case.panel,
        chair=case.panel[0],
        trained=[case.panel[1]],
        votes_for=3,
        votes_against=0,
        abstained=1,
        by=case.clerk,
        on=case.day,
    )
    return {
        "minute_of_governing_body.nothing": bare,
        "minute_of_governing_body": read(case, "minute_of_governing_body", "2"),
        "extract_constituting_panel": read(case, "extract_constituting_panel", "2"),
    }


def minute(case: Headship, meeting: Meeting, title: str, text: str) -> None:
    meetings.minute_item(
        case.vacancy,
        meeting=meeting,
        title=title,
        minute=text,
        by=case.clerk,
        on=case.day,
    )


def met(case: Headship) -> Papers:
    """The panel meets, minutes nothing and then an item, and recommends nobody."""
    meet_panel(case)
    bare = read(case, "minute_of_panel", "3")
    minute(case, case.position().meetings[-1], "The field", words.FIELD)
    appointment.recommend_nobody(case.vacancy, why=words.NOBODY, by=case.clerk, on=case.day)
    return {
        "minute_of_panel.nothing": bare,
        "minute_of_panel.nobody": read(case, "minute_of_panel", "3"),
    }


def again(case: Headship) -> Papers:
    evening = case.meet("To consider how to go on")
    turns.repeat_steps(
        case.vacancy,
        meeting=evening,
        again_from=AgainFrom.ADVERTISEMENT,
        why=words.AGAIN,
        by=case.clerk,
        on=case.day,
    )
    return {
        "decision_to_readvertise": read(case, "decision_to_readvertise", "4"),
        "confidential_minute": read(case, "confidential_minute", "4"),
        "minute_of_governing_body.confidential": read(case, "minute_of_governing_body", "4"),
    }
