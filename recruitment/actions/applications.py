"""Applications: entered one or many at a time, their papers, and what the history leaves open."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from casework.action import Actor, Step
from casework.attachments import Checked
from casework.files.text import Text
from casework.models import Attachment, Event
from casework.reading import text_of
from recruitment.applicants import Applicant, Applicants, Post
from recruitment.models import (
    Advertisement,
    ApplicationPaper,
    Candidate,
    GapExplained,
    Vacancy,
)
from recruitment.position import Position
from recruitment.process import action, step
from recruitment.stages import Stage


@action
def add_candidate(
    vacancy: Vacancy,
    *,
    name: str,
    by: Actor,
    on: date,
    post: str = "",
    internal: bool = False,
) -> Event:
    """Enter an application received on `on`; the candidate gets the next code (C1, C2, ...)."""
    with step(vacancy, "add_candidate", by=by, on=on, name=name, post=post, internal=internal) as s:
        applicant = Applicant(name, on, post, internal)
        s.facts["code"] = _enter(s, [applicant])[0].code
    return s.done


@action
def add_candidates(vacancy: Vacancy, *, applicants: Applicants, by: Actor, on: date) -> Event:
    """Enter many applications at once, all of them or none.

    While names are hidden their codes come in no order, or whoever knows that of the spreadsheet
    could tell one candidate by another.
    """
    with step(vacancy, "add_candidates", by=by, on=on, applicants=applicants) as s:
        rows = list(applicants)
        if s.position.names_hidden:
            random.SystemRandom().shuffle(rows)
        entered = _enter(s, rows)
        s.facts["applicants"] = {c.code: c.name for c in entered}
    return s.done


def _enter(s: Step[Vacancy, Position], applicants: Sequence[Applicant]) -> list[Candidate]:
    """Keep a candidate for each, in this order, and return them."""
    first, advert = len(s.position.candidates) + 1, s.position.advertisement
    after = s.position.stage != Stage.ADVERTISED
    return Candidate.objects.bulk_create(
        Candidate(
            vacancy_id=s.case.pk,
            code=f"C{number}",
            name=applicant.name.strip(),
            post=applicant.post,
            internal=applicant.internal,
            history=[post.to_keep() for post in applicant.history],
            round=s.case.round,
            applied_on=applicant.applied_on,
            late=after or came_late(advert, applicant.applied_on),
        )
        for number, applicant in enumerate(applicants, first)
    )


def came_late(advert: Advertisement | None, on: date) -> bool:
    """Whether an application of that day came after the closing date."""
    return bool(advert and advert.closing_on and on > advert.closing_on)


@action
def record_history(
    vacancy: Vacancy, *, candidate: Candidate, history: Sequence[Post], by: Actor, on: date
) -> Event:
    """Record a candidate's employment history, in place of what was recorded of it before."""
    with step(
        vacancy, "record_history", by=by, on=on, candidate=candidate, history=list(history)
    ) as s:
        row: Candidate = s["candidate"]
        row.history = [post.to_keep() for post in history]
        row.save()
        s.facts["history"] = len(history)
    return s.done


@action
def explain_gap(
    vacancy: Vacancy, *, candidate: Candidate, since: date, explanation: str, by: Actor, on: date
) -> Event:
    """Record what the candidate said of the gap in their history that begins on `since`."""
    with step(
        vacancy, "explain_gap", by=by, on=on, candidate=candidate, since=since,
        explanation=explanation,
    ) as s:  # fmt: skip
        GapExplained.objects.update_or_create(
            vacancy=s.case, candidate=s["candidate"], since=since,
            defaults={"explanation": explanation, "given_on": on},
        )  # fmt: skip
    return s.done


@action
def add_paper(
    vacancy: Vacancy,
    *,
    candidate: Candidate,
    kind: ApplicationPaper.Kind,
    file: Checked,
    by: Actor,
    on: date,
) -> Event:
    """Keep a paper of an application, as it came. The panel does not read it before its release."""
    with step(vacancy, "add_paper", by=by, on=on, candidate=candidate, kind=kind, file=file) as s:
        row: Candidate = s["candidate"]
        number = sum(paper.candidate_id == row.pk for paper in s.position.papers) + 1
        kept = _kept(s.case, file, f"{row.code}-{number}", by, on)
        ApplicationPaper.objects.create(
            vacancy=s.case, candidate=row, kind=ApplicationPaper.Kind(kind), number=number,
            original=kept, added_on=on,
        )  # fmt: skip
        del s.facts["file"]
        s.facts |= {"paper_number": number, "sha256": kept.sha256}
    return s.done


@action
def release_paper(
    vacancy: Vacancy,
    *,
    paper: ApplicationPaper,
    by: Actor,
    on: date,
    copy: Checked | None = None,
) -> Event:
    """Open a paper to the panel: in a blackened copy or, without one, as it came.

    Without a copy the clerk says that there is nothing in the paper to hide. Either way its words
    and its properties are searched for the candidate's name; what could not be is recorded.
    """
    read = _text_of(paper, copy)
    with step(vacancy, "release_paper", by=by, on=on, paper=paper, copy=copy, read=read) as s:
        row: ApplicationPaper = s["paper"]
        del s.facts["read"]
        s.facts |= {"copy": bool(copy), "could_not_be_searched": list(read.unread)}
        if copy:
            named = f"{row.candidate.code}-{row.number}-copy"
            row.copy = _kept(s.case, copy, named, by, on)
            s.facts["sha256"] = row.copy.sha256
        row.released_on = on
        row.save()
    return s.done


@action
def close_paper(
    vacancy: Vacancy, *, paper: ApplicationPaper, why: str, by: Actor, on: date
) -> Event:
    """Close a paper that was filed wrongly, or opened with a name left in it.

    From then on the clerk alone reads it. It stays on record; a right one is added beside it.
    """
    with step(vacancy, "close_paper", by=by, on=on, paper=paper, why=why) as s:
        row: ApplicationPaper = s["paper"]
        row.closed_on, row.closed_why = on, why
        row.save()
    return s.done


def _text_of(paper: ApplicationPaper, copy: Checked | None) -> Text:
    if copy:
        return text_of(copy.media_type, copy.data)
    with paper.original.file.open("rb") as kept:
        return text_of(paper.original.media_type, kept.read())


def _kept(case: Vacancy, file: Checked, name: str, by: Actor, on: date) -> Attachment:
    """Keep a file of an application under a name that tells nothing of whose it is."""
    kept = replace(file, filename=f"{name}{PurePath(file.filename).suffix.lower()}")
    return Attachment.objects.create(
        case=case,
        title=name,
        filename=kept.filename,
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
        file=kept.content,
        added_by=by.user,
        added_on=on,
    )
