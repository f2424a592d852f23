"""Performance management on its pages: its list of contents, and what every page of it says."""

from typing import Any

from casework.site import Page, Site, contents
from governance import load
from governance.desk import Desk
from governance.process import PROCESS

PAGES = contents(
    (
        Page("cycle", "Task list", ("see_cycle",)),
        Page("cycle_dates", "Dates", ("see_cycle",)),
        Page("cycle_people", "People", ("see_people",)),
        Page("cycle_objectives", "Objectives", ("see_objectives",)),
        Page("cycle_advice", "Advice", ("see_advice", "see_system_advice")),
        Page("cycle_review", "Review", ("see_review", "see_report")),
        Page("cycle_pay", "Pay", ("see_pay", "see_pay_while_written")),
        Page("cycle_appeal", "Appeal", ("see_appeal",)),
        Page("cycle_documents", "Documents", ("see_documents",)),
        Page("cycle_record", "Record", ("see_record",)),
    )
)


def _more(desk: Desk) -> dict[str, Any]:
    return {"cycle": desk.position.case}


SITE = Site(
    process=PROCESS,
    called="Performance management",
    home="cycle",
    act="cycle_act",
    document="cycle_document",
    documents="cycle_documents",
    document_file="cycle_document_file",
    cases=load.cycles,
    desk=Desk,
    pages=PAGES,
    templates="governance",
    more=_more,
)
