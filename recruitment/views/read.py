"""Every page by which a person reads: the vacancies, one of them and its parts, the law."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.http import person
from casework import clock
from casework.papers.shelves import shelves
from casework.site import Context
from law.applicants import FEWEST_FORMS, SMALL_COUNT
from law.base import Rule
from law.equality import EQUALITY
from law.periods import Period
from recruitment import blind, gaps, tally
from recruitment import equality as answers
from recruitment.forms.base import Desk
from recruitment.pages import advice as papers
from recruitment.pages import applications, dates, events, law_book, law_notes, mine, task_list
from recruitment.pages import candidates as field
from recruitment.pages import checks as checklist
from recruitment.pages import meetings as minutes
from recruitment.pages import people as persons
from recruitment.pages import scores as evening
from recruitment.pages import timetable as planning
from recruitment.scores import are_sealed
from recruitment.site import SITE
from recruitment.stages import RUNNING
from recruitment.visible import kept_files

A_PAGE = 25  # vacancies on one page of the list
SHELVES = {**task_list.PHASES, "advice": "Advice and reservations"}


@require_safe
def vacancies(request: HttpRequest) -> HttpResponse:
    """List the vacancies in which the person has a part."""
    user = person(request)
    page = Paginator(mine.vacancies_of(user), A_PAGE).get_page(request.GET.get("page"))
    lines = mine.listed(user, list(page.object_list), clock.today())
    return render(request, "recruitment/vacancies.html", {"page": page, "lines": lines})


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """Show the law as Headship holds it."""
    return render(request, "recruitment/law.html", {"bodies": law_book.bodies(clock.today())})


@SITE.reading("vacancy")
def vacancy(desk: Desk) -> Context:
    """Show the task list: what is done, what is possible, and what stands in the way."""
    return {
        "phases": task_list.PAGE.by_phase(desk),
        "mine": task_list.PAGE.for_me(desk),
        "warnings": list(task_list.warnings(desk)),
        "late": dates.late(desk.position),
        "law_notes": law_notes.notes(desk.position),
        "coming": dates.coming(desk),
        "acting_now": desk.position.acting_on(desk.position.on),
        "plan": planning.in_short(desk.position),
        "groups": task_list.PAGE.what_else(desk),
        "last": events.PAGE.last_change(desk),
    }


@SITE.reading("timeline")
def timeline(desk: Desk) -> Context:
    """Show the dates of the case, as a picture and as a table; today, while it runs."""
    p = desk.position
    return {
        "today": p.on if p.stage in RUNNING else None,
        "entries": dates.entries(desk),
        "resigning": dates.resignation_days(p),
        "late": dates.late(p),
        "notices": papers.notices(desk),
    }


@SITE.reading("timetable")
def timetable(desk: Desk) -> Context:
    """Show the timetable worked back, as a picture and as a table, beside what happened."""
    p = desk.position
    return {"shown": planning.show(desk), "holidays": planning.holidays(p)}


@SITE.reading("people")
def people(desk: Desk) -> Context:
    """Show who has to do with the case, and the interests they declared."""
    now, left = persons.governing_body(desk.position)
    return {
        "governors": now,
        "left": left,
        "officers": persons.outside_the_body(desk.position),
        "authority": persons.authority(desk.position),
        "holders": persons.holders(desk.position),
        "interests": persons.interests(desk),
    }


@SITE.reading("specification")
def specification(desk: Desk) -> Context:
    """Show the person specification and the advertisements: all of it stands in the position."""
    p = desk.position
    adverts = [(advert, p.extensions_of(advert)) for advert in p.advertisements]
    return {"frozen": p.regime.criteria_frozen, "adverts": adverts}


@SITE.reading("candidates")
def candidates(desk: Desk) -> Context:
    """Show the candidates whom the person may see."""
    return {"candidates": [field.show(desk.position, c) for c in desk.candidates]}


@SITE.reading("scores")
def scores(desk: Desk) -> Context:
    """Show what the person has still to score and, once it may be seen, the matrix."""
    matrix = tally.matrix(desk.position, desk.user, desk.candidates)
    mine = evening.mine(desk)
    return {
        "scoring": desk.position.scoring,
        "sealed": are_sealed(desk.position),
        "mine": mine,
        "turn": evening.turn(desk, mine),
        "keys_in": evening.keys_in(desk),
        "kept_from": evening.kept_from(desk),
        "members": evening.members(desk),
        "matrix": matrix,
        "picture": evening.picture(desk.position, matrix),
        "agreed": evening.agreed(matrix),
        "far_apart": evening.WIDE,
        "ties": list(evening.ties(matrix)),
        "said": [(c, said) for c in desk.candidates if (said := evening.said_of(desk, c))],
    }


@SITE.reading("roster")
def roster(desk: Desk) -> Context:
    """Show the names of those who applied, in the alphabet's order, to declare interests by."""
    declared = {i.named for i in desk.position.standing_interests if i.person == desk.user}
    names = [(name, name in declared) for name in blind.roster(desk.position)]
    return {"names": names, "hidden": desk.position.names_hidden}


@SITE.reading("candidates", "candidate")
def candidate(desk: Desk, code: str) -> Context:
    """Show one candidate, or nothing where the person may not see them."""
    found = next((c for c in desk.candidates if c.code == code), None)
    if found is None:
        raise Http404
    full_file = desk.may("see_originals") and not desk.blinded
    return {
        "full": desk.may("see_candidates"),
        "nameless": desk.blinded and found in desk.position.nameless,
        "shown": field.show(desk.position, found),
        "papers": applications.papers(desk, found),
        "given": evening.given_to(desk, found),
        "history": found.posts if full_file else [],
        "gaps": gaps.of_candidate(desk.position, found) if full_file else [],
        "opinions": papers.opinions(desk, [found]) if desk.may("see_advice") else [],
        "representations": papers.representations(desk, [found]) if desk.may("see_advice") else [],
        "reservations": papers.reservations(desk, [found]),
        "interests": persons.interests_in(desk, found),
    }


@SITE.reading("advice")
def advice(desk: Desk) -> Context:
    """Show the names and the three papers, each kind apart from the others."""
    return {
        "full": desk.may("see_advice"),
        "notices": papers.notices(desk),
        "advice": desk.advice,
        "opinions": papers.opinions(desk, desk.candidates),
        "representations": papers.representations(desk, desk.candidates),
        "reservations": papers.reservations(desk, desk.candidates),
        "warnings": list(task_list.warnings(desk)),
        "period": _period(desk),
        "files": kept_files(desk.position.case),
    }


def _period(desk: Desk) -> Rule[Period] | None:
    p = desk.position
    return p.names_law.representations if p.names_matter else None


@SITE.reading("meetings")
def meetings(desk: Desk) -> Context:
    """List the meetings: all of them stand in the position."""
    return {"meetings": [minutes.show(desk, m) for m in reversed(desk.position.meetings)]}


@SITE.reading("meetings", "meeting")
def meeting(desk: Desk, number: int) -> Context:
    """Show one meeting: notice, agenda, attendance, quorum, votes and minute."""
    found = desk.position.meeting(number)
    if found is None:
        raise Http404
    return {"shown": minutes.show(desk, found), "regime": desk.position.regime}


@SITE.reading("documents")
def documents(desk: Desk) -> Context:
    """Show the documents by phase, and what can be drafted now."""
    return {"shelves": shelves(desk, SHELVES)}


@SITE.reading("equality")
def equality(desk: Desk) -> Context:
    """Show how equality questions were answered in this round, small counts kept back."""
    p = desk.position
    return {
        "forms": answers.forms_counted(p),
        "shown": answers.shown(p),
        "rule": SMALL_COUNT,
        "fewest": FEWEST_FORMS,
        "asked": EQUALITY,
    }


@SITE.reading("checks")
def checks(desk: Desk) -> Context:
    """Show the checks that the law lists for this school."""
    shown = checklist.checks(desk)
    return {
        "checks": shown,
        "to_check": sum(each.rule.confidence.must_check for each in shown),
        "chosen": desk.position.chosen if desk.position.chosen in desk.candidates else None,
    }


@SITE.reading("record")
def record(desk: Desk) -> Context:
    """Show every event, and whether the chain holds."""
    found, faults = events.PAGE.events(desk)
    return {"events": found, "faults": faults, "kept_back": events.PAGE.kept_back}
