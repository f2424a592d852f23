"""The headship on its pages: its list of contents, and what every page of it says."""

from typing import Any

from casework.site import Page, Site, contents
from recruitment import load
from recruitment.forms.base import Desk
from recruitment.process import PROCESS
from recruitment.visible import attachments_open_to

PAGES = contents(
    (
        Page("vacancy", "Task list", ("see_vacancy",)),
        Page("timeline", "Timeline", ("see_vacancy",)),
        Page("timetable", "Timetable", ("see_vacancy",)),
        Page("people", "People", ("see_people",)),
        Page("specification", "Person specification", ("see_vacancy",)),
        Page("candidates", "Candidates", ("see_candidates", "see_chosen")),
        Page("roster", "Roster", ("see_roster",)),
        Page("scores", "Scores", ("see_scores",)),
        Page("advice", "Advice", ("see_advice", "see_advice_to_governors", "see_chosen")),
        Page("meetings", "Meetings", ("see_meetings",)),
        Page("documents", "Documents", ("see_documents",)),
        Page("equality", "Equality answers", ("see_equality",)),
        Page("checks", "Checks", ("see_checks",)),
        Page("record", "Record", ("see_record",)),
    )
)


def _more(desk: Desk) -> dict[str, Any]:
    return {
        "vacancy": desk.position.case,
        "files_open": attachments_open_to(desk.position, desk.roles, desk.user),
    }


SITE = Site(
    process=PROCESS,
    called="Headship",
    home="vacancy",
    act="act",
    document="document",
    documents="documents",
    document_file="document_file",
    cases=load.vacancies,
    desk=Desk.of,
    pages=PAGES,
    templates="recruitment",
    more=_more,
)
