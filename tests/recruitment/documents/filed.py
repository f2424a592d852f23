"""A headship with papers on file: issued, withdrawn, revoked and issued again."""

from casework.documents.blocks import Paper, Paragraph, from_json
from casework.models import Document
from recruitment.actions import advice, papers
from recruitment.models import Reservations
from tests.recruitment.documents import words
from tests.recruitment.documents.steps import Papers, begun, read
from tests.recruitment.headship import Headship, headship


def filed() -> Papers:
    begun("Unused Primary School")  # gives the authority's people their titles
    case = headship("accepted", "Quay Street Primary School")
    fill(case)
    return {
        name: read(case, name)
        for name in (
            "contents_of_selection_file",
            "contents_of_appointee_file",
            "contents_of_authority_file",
        )
    }


def fill(case: Headship) -> None:
    """Issue papers for each of the files; reservations are put and taken back."""
    file_paper(case, "notice_of_vacancy")
    file_paper(case, "notice_of_names")
    paper = put(case)
    file_paper(case, "reservations", "C1", role="adviser")
    advice.withdraw_reservations(
        case.vacancy,
        reservations=paper,
        why="The plan for the budget came",
        by=case.actor("adviser"),
        on=case.day,
    )
    file_paper(case, "notice_of_approval")
    file_paper(case, "authority_appointment", role="officer")
    offer = file_paper(case, "conditional_offer", role="officer")
    papers.revoke_document(
        case.vacancy, document=offer, why="The salary was wrong", by=case.clerk, on=case.day
    )
    file_paper(case, "conditional_offer", role="officer")
    file_paper(case, "letter_unsuccessful", "C2", role="panel_chair")


def put(case: Headship) -> Reservations:
    advice.put_reservations(
        case.vacancy,
        candidate=case.candidate("C1"),
        before_decision=False,
        points=[words.COACHING],
        decision_on=case.day,
        by=case.actor("adviser"),
        on=case.day,
        **words.RESERVATIONS,
    )
    return Reservations.objects.get(vacancy=case.vacancy)


def file_paper(
    case: Headship, key: str, about: str = "", *, role: str = "clerk", also: str = ""
) -> Document:
    """Draft, approve and issue a paper; `also` is what somebody adds to it by hand."""
    by, on = case.actor(role), case.day
    papers.draft_document(case.vacancy, kind=key, about=about, by=by, on=on)
    document = Document.objects.filter(case=case.vacancy, kind=key).latest("pk")
    if also:
        paper = _with(from_json(document.paper), also)
        papers.edit_document(case.vacancy, document=document, paper=paper, by=by, on=on)
    papers.approve_document(case.vacancy, document=document, by=by, on=on)
    papers.issue_document(case.vacancy, document=document, by=by, on=on)
    return document


def _with(paper: Paper, text: str) -> Paper:
    at = next(n for n, block in enumerate(paper.blocks) if isinstance(block, Paragraph))
    blocks = (*paper.blocks[:at], Paragraph(text), *paper.blocks[at:])
    return Paper(**{**vars(paper), "blocks": blocks})
