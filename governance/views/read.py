"""Every page by which a person reads a cycle and its parts."""

from casework.papers.shelves import shelves
from casework.site import Context
from governance import clocks
from governance.desk import Desk
from governance.pages import dates, events, progress, task_list
from governance.pages import objectives as year
from governance.pages import people as persons
from governance.policies import HEAD
from governance.site import SITE
from governance.stages import RUNNING


@SITE.reading("cycle")
def cycle(desk: Desk) -> Context:
    """Show the task list: what is done, what is possible, and what stands in the way."""
    return {
        "phases": task_list.PAGE.by_phase(desk),
        "mine": task_list.PAGE.for_me(desk),
        "late": clocks.warnings(desk.position),
        "coming": dates.coming(desk),
        "groups": task_list.PAGE.what_else(desk),
        "last": events.PAGE.last_change(desk),
    }


@SITE.reading("cycle_dates")
def cycle_dates(desk: Desk) -> Context:
    """Show the dates of the cycle, as a picture and a table, and how each last day is counted.

    Today is in the picture while the cycle runs.
    """
    p = desk.position
    return {
        "today": p.on if p.stage in RUNNING else None,
        "entries": dates.entries(desk),
        "late": clocks.overdue(p),
        "counted": dates.counted(p),
        "kept_until": clocks.kept_until(p),
        "at_least": clocks.kept_at_least_until(p),
    }


@SITE.reading("cycle_people")
def cycle_people(desk: Desk) -> Context:
    """Show who appraises and advises, what the head objected to, and who has a part."""
    return {
        "holders": persons.holders(desk.position),
        "objections_open": desk.may("see_objections"),
    }


@SITE.reading("cycle_objectives")
def cycle_objectives(desk: Desk) -> Context:
    """Show the objectives, how they go, and last year's beside them."""
    return {
        "shown": year.objectives(desk),
        "picture": progress.picture(desk.position),
        "years": year.years(desk),
    }


@SITE.reading("cycle_advice")
def cycle_advice(desk: Desk) -> Context:
    """Show the consultations and the written advice, and that on the whole system.

    Each is for those who may read it: the head and the clerk read the last alone.
    """
    p, reads_advice = desk.position, desk.may("see_advice")
    reads_system = desk.may("see_system_advice")
    return {
        "reads_advice": reads_advice,
        "consultations": p.consultations if reads_advice else (),
        "advice": p.advice if reads_advice else (),
        "reads_system": reads_system,
        "on_system": p.system_advice if reads_system else (),
    }


@SITE.reading("cycle_review")
def cycle_review(desk: Desk) -> Context:
    """Show the review or its report, with the judgements on the objectives."""
    return {
        "judged": [o for o in desk.position.objectives_now if o.judgement],
        "words_of_objectives": desk.may("see_objectives"),
    }


@SITE.reading("cycle_pay")
def cycle_pay(desk: Desk) -> Context:
    """Show what was recommended and decided on pay: to the head, the decision once told of it."""
    p = desk.position
    return {
        "salary_review": clocks.salary_review(p),
        "rows": [(pay, HEAD not in desk.roles or p.has_come(pay.told_on)) for pay in p.pay_rows],
    }


@SITE.reading("cycle_appeal")
def cycle_appeal(desk: Desk) -> Context:
    """Show the appeal against the statement, and who hears it."""
    p = desk.position
    return {"appeals": [(appeal, p.officers_of(appeal)) for appeal in p.appeals]}


@SITE.reading("cycle_documents")
def cycle_documents(desk: Desk) -> Context:
    """Show the documents by phase, and what can be drafted now."""
    return {"shelves": shelves(desk, task_list.PHASES)}


@SITE.reading("cycle_record")
def cycle_record(desk: Desk) -> Context:
    """Show every event, and whether the chain holds."""
    found, faults = events.PAGE.events(desk)
    return {"events": found, "faults": faults, "kept_back": events.PAGE.kept_back}
