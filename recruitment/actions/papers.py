"""Documents of the case, attachments, and corrections of what was recorded."""

from datetime import date

from casework.action import Actor, certain
from casework.models import Event
from casework.papers.actions import PaperActions
from recruitment.actions.advice import keep_late_ones
from recruitment.corrections import CORRECTABLE, notice_of
from recruitment.documents import KINDS
from recruitment.documents.filing import whom_it_names
from recruitment.models import NamesNotice, Vacancy
from recruitment.position import Position
from recruitment.process import PROCESS, action, step

_PAPERS = PaperActions(PROCESS, KINDS, whom_it_names)

draft_document = action(_PAPERS.draft_document)
edit_document = action(_PAPERS.edit_document)
approve_document = action(_PAPERS.approve_document)
issue_document = action(_PAPERS.issue_document)
record_sending = action(_PAPERS.record_sending)
revoke_document = action(_PAPERS.revoke_document)
attach = action(_PAPERS.attach)


@action
def correct(
    vacancy: Vacancy, *, what: str, to: str, why: str, by: Actor, on: date, which: str = ""
) -> Event:
    """Correct a slip: `what` is one of `CORRECTABLE`, `to` the right value, `why` what was wrong.

    The first record stays as it is; this one says what it should have been, and what hangs on
    it (a clock, a draft) moves. `which` names the candidate where `what` is about one.
    """
    with step(vacancy, "correct", by=by, on=on, why=why, what=what, to=to, which=which) as s:
        slip = CORRECTABLE[what]
        row = certain(slip.row(s.position, which))
        s.facts["was"] = getattr(row, slip.field)
        before = getattr(row, slip.field)
        setattr(row, slip.field, slip.read(to))
        row.save()
        if what == "candidate_name":
            s.case.interests.filter(named=before).update(named=to.strip())
        if what == "closing_on":
            mark_late(s.position)
        if what == "received_on":
            uncorroborate(certain(notice_of(s.position, which)))
            keep_late_ones(s.position, s.position.representations)
    return s.done


def mark_late(position: Position) -> None:
    """Say anew of each application since the advertisement in force whether it came too late."""
    advert = certain(position.advertisement)
    for candidate in position.candidates:
        if advert.closing_on and candidate.applied_on >= advert.published_on:
            candidate.late = candidate.applied_on > advert.closing_on
            candidate.save()


def uncorroborate(notice: NamesNotice) -> None:
    """A receipt moved to another day is not the one that the authority corroborated."""
    notice.corroborated_on, notice.corroborated_by = None, ""
    notice.save()
