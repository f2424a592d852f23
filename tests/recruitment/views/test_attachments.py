"""Files: taken in by what is in them, given back only to those who may have them."""

import re
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from casework.attachments import check
from casework.models import Attachment
from recruitment.actions import interests, papers
from recruitment.models import Interest
from tests.recruitment import evening
from tests.recruitment.headship import Headship, headship, person
from tests.recruitment.views.browser import visit
from tests.recruitment.views.rows import PDF, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Headship:
    made = headship("interviewed")
    file = check("Zoë's “letter”; a=b.pdf", PDF)
    papers.attach(made.vacancy, title="A letter", file=file, by=made.clerk, on=TODAY)
    return made


def test_a_file_comes_back_as_it_came_to_be_kept_and_not_to_be_run(case: Headship) -> None:
    pk = Attachment.objects.get().pk
    answer = visit(case.people["clerk"], "attachment", case.vacancy.reference, pk).page

    assert answer.content == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename*=UTF-8''Zo%C3%AB%27s%20%E2%80%9Cletter%E2%80%9D%3B%20a%3Db.pdf"
    )


def test_only_those_who_see_the_papers_on_candidates_have_it(case: Headship) -> None:
    where = ("attachment", case.vacancy.reference, Attachment.objects.get().pk)
    for role, user in case.people.items():
        closed = role in {"governor", "chair"}
        wanted = HTTPStatus.NOT_FOUND if closed else HTTPStatus.OK
        assert visit(user, *where).page.status_code == wanted, role


def test_an_interest_in_one_candidate_closes_the_files(case: Headship) -> None:
    where = ("attachment", case.vacancy.reference, Attachment.objects.get().pk)
    assert visit(case.people["panel"], *where).page.status_code == HTTPStatus.OK
    interests.declare_interest(
        case.vacancy,
        person=case.people["panel"],
        kind=Interest.Kind.FAMILY,
        detail="A cousin",
        effect=Interest.Effect.LEAVE_ITEM,
        candidate=case.candidate("C2"),
        by=case.actor("panel"),
        on=TODAY,
    )

    assert visit(case.people["panel"], *where).page.status_code == HTTPStatus.NOT_FOUND


def test_a_stranger_and_the_clerk_of_another_case_find_nothing(case: Headship) -> None:
    other = headship("recorded", "Far Away Primary School")
    pk = Attachment.objects.get().pk
    no_body, clerk = person("No Body"), other.people["clerk"]

    assert visit(no_body, "attachment", case.vacancy.reference, pk).page.status_code == 404
    assert visit(clerk, "attachment", other.vacancy.reference, pk).page.status_code == 404


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("letter.pdf", b"<html><script>alert(1)</script>", "is not, by its content"),
        ("letter.exe", PDF, "is not, by its content"),
        ("letter.pdf", PDF[:-7], "is cut off"),
        ("letter.pdf", b"", "The file you chose is empty"),
    ],
)
def test_a_bad_file_is_refused_at_its_field(name: str, data: bytes, said: str) -> None:
    case = headship("recorded")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "attach")
    answer = page.send({"title": "A letter", "file": SimpleUploadedFile(name, data)})

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in " ".join(answer.context["form"].errors["file"])
    assert page.fields["title"] == ["A letter"]
    assert not Attachment.objects.exists()


def test_a_good_file_on_a_stale_page_can_be_sent_again(case: Headship) -> None:
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "attach")
    papers.attach(case.vacancy, title="B", file=check("b.pdf", PDF), by=case.clerk, on=TODAY)
    sent = {"title": "C", "file": SimpleUploadedFile("c.pdf", PDF)}
    assert page.send(sent).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "since recorded “Keep a file with the case”" in page.text
    assert not page.page.context["form"].errors.get("file")

    again = {"file": SimpleUploadedFile("c.pdf", PDF)}
    assert page.send(again).status_code == HTTPStatus.FOUND
    assert Attachment.objects.latest("pk").title == "C"


def test_a_kept_file_is_offered_as_evidence_of_receipt(case: Headship) -> None:
    sent = headship("shortlisted", "Far Away Primary School")
    sent.send_names()
    file = check("read-receipt.pdf", PDF)
    papers.attach(sent.vacancy, title="Read receipt", file=file, by=sent.clerk, on=sent.day)
    page = visit(sent.people["clerk"], "act", sent.vacancy.reference, "record_receipt")

    assert "Read receipt" in page.text
    assert "A letter" not in page.text
    mine = Attachment.objects.get(title="Read receipt")
    page.send({"evidence": "The e-mail", "attachment": mine})
    page.confirm()
    assert sent.position().notices[0].attachment == mine


@pytest.mark.parametrize("about", ["C1-1", ""])
def test_a_paper_is_read_from_the_form_that_opens_it(about: str) -> None:
    case = evening.evening()
    evening.add_paper(case, "C1")
    page = visit(case.people["clerk"], "act", case.vacancy.reference, "release_paper", about=about)
    [address] = re.findall(r'href="([^"]+)">Read C1, letter of application \(1\)<', page.text)
    sent = page.client.get(address)
    assert (sent.status_code, sent["Content-Type"]) == (200, "application/pdf")
