"""The check before what cannot be undone: everything is there, nothing is done, all can change."""

import pytest

from casework.forms import problems
from recruitment.forms import FORMS
from tests.recruitment.headship import headship
from tests.recruitment.views.all_rows import BY_ACTION, ROWS
from tests.recruitment.views.browser import visit
from tests.recruitment.views.rows import LETTER, POINT, Row

pytestmark = pytest.mark.django_db
LIMITS = "Enter what you did not see, and how sure you are"

CANNOT_BE_UNDONE = {
    "send_names", "make_representations", "make_no_representations", "put_reservations",
    "recommend", "recommend_nobody", "approve", "decline", "appoint", "refuse", "make_offer",
    "accept_offer", "confirm", "take_up_post", "withdraw_vacancy", "issue_document",
    "record_receipt", "repeat_steps", "shortlist", "settle_criteria", "advertise",
    "appoint_panel", "revoke_document", "withdraw_representations", "give_reasons",
}  # fmt: skip


def test_what_cannot_be_undone_is_checked_first() -> None:
    assert {name for name, form in FORMS.items() if form.final} >= CANNOT_BE_UNDONE


def put() -> Row:
    return BY_ACTION["put_reservations"]


def test_every_answer_stands_on_the_check_page_with_a_way_to_change_it() -> None:
    case = put().case()
    page = put().visit(case)
    page.send(put().answers(case))

    for part in (*LETTER.values(), POINT.seen, POINT.source, "20 September 2026", "C1, Ada Brook"):
        assert part.replace("'", "&#x27;") in page.text
    assert "Point 2" not in page.text
    assert page.text.count(">Change<") == len(page.page.context["answers"])


def test_to_go_back_loses_nothing() -> None:
    case = put().case()
    page = put().visit(case)
    filled = page.filled(put().answers(case))
    del filled["csrfmiddlewaretoken"]
    page.send(put().answers(case))
    targets = [answer.target for answer in page.page.context["answers"]]
    page.send(change="id_conclusion")

    assert {name: page.fields[name] for name in filled} == filled
    assert "<title>Error" not in page.text
    assert [target for target in targets if f'id="{target}"' not in page.text] == []


def test_words_that_a_lawyer_would_wince_at_are_shown_before_the_letter_is_sent() -> None:
    case = put().case()
    page = put().visit(case)
    page.send({**put().answers(case), "conclusion": "C1 lacks gravitas; staff tell me so."})

    assert "“gravitas” is not a published criterion" in page.text
    assert "“staff tell me” is hearsay" in page.text
    page.confirm()
    warned = case.fresh().events.latest("number").data["warned_of"]
    assert {"untested_adjective", "hearsay"} <= set(warned)


def test_the_check_page_names_whom_the_decision_is_about() -> None:
    case = BY_ACTION["approve"].case()
    page = BY_ACTION["approve"].visit(case)
    page.send(BY_ACTION["approve"].answers(case))

    assert "Recommended by the panel" in page.text
    assert "C1, Ada Brook" in page.text


def test_a_point_needs_its_criterion_and_its_date_said_in_the_order_of_the_page() -> None:
    case = put().case()
    page = put().visit(case)
    page.send({**put().answers(case), "point_3_seen": "Something else", "limits": ""})

    assert "Choose the criterion of point 3" in page.text
    assert "Enter the date of point 3" in page.text
    said = [sentence for sentence, _ in problems(page.page.context["form"])]
    assert said == ["Choose the criterion of point 3", "Enter the date of point 3", LIMITS]
    assert page.fields["point_3_seen"] == ["Something else"]
    assert page.fields["not_disputed"] == [LETTER["not_disputed"]]


def test_a_late_representation_is_said_to_be_late_before_it_is_made() -> None:
    row = BY_ACTION["make_representations"]
    case = row.case()
    page = row.visit(case)
    assert "The last day for representations on C1, C2, C3 was" in page.text
    page.send(row.answers(case))

    assert "The paper is kept, marked late, and is advice to be considered." in page.text


def test_an_opinion_says_that_it_is_no_representation() -> None:
    row = BY_ACTION["record_opinion"]
    page = row.visit(row.case())

    assert "An opinion is not a representation." in page.text
    assert "The last day for representations on C1, C2, C3 was" in page.text


@pytest.mark.parametrize("row", [r for r in ROWS if not FORMS[r.action].final], ids=str)
def test_what_can_be_undone_is_done_at_once(row: Row) -> None:
    case = row.case()
    page = row.visit(case)

    assert page.send(row.answers(case)).status_code == 302


def test_the_names_about_to_be_sent_are_shown() -> None:
    case = headship("shortlisted")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "send_names")

    for name in ("C1, Ada Brook", "C2, Ben Carr", "C3, Cat Dunn"):
        assert name in page.text
