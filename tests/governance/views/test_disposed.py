"""What is left of a cycle once its papers are destroyed, and where it is said until when."""

from collections.abc import Iterator
from datetime import date
from http import HTTPStatus

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from casework import impossible as in_any_case
from casework.action import Refused, Stranger
from casework.documents.blocks import from_json, text_of
from casework.record import verify
from governance import impossible
from governance.actions import papers
from schools.models.choices import Nation
from tests.governance.cycle import Year, year
from tests.governance.views.parts import told
from tests.recruitment.headship import on_day
from tests.recruitment.views.browser import sign_in
from tests.recruitment.views.words import words

pytestmark = pytest.mark.django_db
LAST, AFTER = date(2032, 9, 1), date(2032, 9, 2)  # six years after 1 September 2026


@pytest.fixture(autouse=True)
def _years_later() -> Iterator[None]:
    with on_day(AFTER):
        yield


def closed(nation: Nation = Nation.ENGLAND) -> Year:
    return year("given", nation=nation).on(date(2026, 10, 20)).close()


def disposed() -> Year:
    made = told()
    made.close()
    papers.draft_document(made.cycle, kind="appraisal_report", by=made.actor("first"), on=made.day)
    return made.on(AFTER).dispose()


def test_every_document_loses_its_text_and_its_file_and_keeps_its_digest() -> None:
    made = disposed()
    issued, draft = made.cycle.documents.order_by("pk")
    assert len(issued.sha256) == 64
    assert draft.sha256 == ""
    for document in (issued, draft):
        assert (document.content, document.destroyed_on) == (None, AFTER)
        assert text_of(from_json(document.paper)) == [
            "The text of this document was destroyed on 2 September 2032."
        ]
    assert made.fresh().events.latest("number").data["documents_destroyed"] == 2


def test_the_record_stays_whole_and_nothing_is_impossible() -> None:
    made = disposed()
    assert list(verify(made.fresh())) == []
    assert list(impossible.find(made.position())) == []
    assert list(in_any_case.find(made.fresh())) == []


def test_a_file_that_is_gone_without_having_been_destroyed_is_impossible() -> None:
    made = disposed()
    made.cycle.documents.update(destroyed_on=None)
    assert len(list(in_any_case.find(made.fresh()))) == 1


@pytest.mark.parametrize("role", ["head", "first", "adviser"])
def test_to_everybody_else_the_cycle_exists_no_longer(role: str) -> None:
    made = disposed()
    with on_day(AFTER):
        client = sign_in(made.people[role])
        assert _status(client, made, "cycle") == HTTPStatus.NOT_FOUND
        assert made.cycle.reference not in client.get(reverse("cycles")).content.decode()
    with pytest.raises(Stranger):
        papers.draft_document(made.cycle, kind="x", by=made.actor(role), on=AFTER)


def _status(client: Client, made: Year, name: str) -> int:
    return client.get(reverse(name, args=[made.cycle.reference])).status_code


def test_the_clerk_and_the_chair_read_that_it_was_done_and_no_finding() -> None:
    made = disposed()
    closed_pages = ("people", "objectives", "advice", "review", "pay", "appeal", "documents")
    with on_day(AFTER):
        for role in ("clerk", "chair"):
            client = sign_in(made.people[role])
            for page in closed_pages:
                assert _status(client, made, f"cycle_{page}") == HTTPStatus.FORBIDDEN, page
            shown = words(client.get(reverse("cycle_dates", args=[made.cycle.reference])))
            assert "The papers were destroyed on 2 September 2032." in shown
        record = words(client.get(reverse("cycle_record", args=[made.cycle.reference])))
    assert "Dispose of the papers of the cycle" in record
    for secret in ("A strong year", "one point for herons", "Fluent readers", "lapwing"):
        assert secret not in record


def test_no_paper_is_drafted_after_it() -> None:
    made = disposed()
    with pytest.raises(Refused) as refused:
        papers.draft_document(made.cycle, kind="appraisal_report", by=made.actor("chair"), on=AFTER)
    assert refused.value.keys == ("not_at_this_stage",)


# Where it is said until when


@pytest.mark.parametrize(
    ("nation", "said"),
    [
        (Nation.ENGLAND, "Until 1 September 2032. The papers of an appraisal are kept"),
        (Nation.WALES, "At least until 1 September 2029. The chair keeps a statement"),
    ],
)
def test_the_page_of_dates_says_until_when(nation: Nation, said: str) -> None:
    made = closed(nation)
    with on_day(made.day):
        client = sign_in(made.people["head"])
        page = words(client.get(reverse("cycle_dates", args=[made.cycle.reference])))
    assert said in page
    assert "This figure is recalled, not read" in page
    assert "overdue" not in page.lower()


def test_it_waits_for_the_clerk_once_the_time_is_over_and_not_before() -> None:
    made = closed()
    for day, waits in ((LAST, False), (AFTER, True)):
        with on_day(day):
            page = sign_in(made.people["clerk"]).get(reverse("cycle", args=[made.cycle.reference]))
        assert ("Nothing waits for you here" not in words(page)) == waits


def test_the_command_finds_nothing_impossible(capsys: pytest.CaptureFixture[str]) -> None:
    disposed()
    call_command("find_impossible")
    assert "Nothing impossible" in capsys.readouterr().out
