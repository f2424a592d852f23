"""The matrix printed from the browser: on A4, all of it, whether few applied or many."""

import io

import pytest
from playwright.sync_api import ViewportSize
from pypdf import PageObject, PdfReader

from recruitment.models import Candidate
from tests.pages import evening_steps as steps
from tests.pages.conftest import Arrive
from tests.recruitment import crowd

A4 = (595, 842)  # points
SMALLEST = 7  # points: a browser makes what is too wide smaller until it fits
FEW, MANY = (3, 3), (42, 8)
ACROSS: ViewportSize = {"width": 1031, "height": 702}  # pixels between the margins
BEYOND = """() => [...document.querySelectorAll(".headship-matrix *")]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => e.outerHTML.slice(0, 80))"""


def is_a4(page: PageObject) -> bool:
    """Whether the page is of A4, either way up."""
    short, long = sorted((float(page.mediabox.width), float(page.mediabox.height)))
    return abs(short - A4[0]) < 2 and abs(long - A4[1]) < 2


def ill_placed(page: PageObject) -> list[str]:
    """What is written beyond the edge of a page, or was shrunk until nobody can read it."""
    found: list[str] = []

    def look(text: str, matrix: list[float], at: list[float], _: object, size: float) -> None:
        x = at[4] * matrix[0] + at[5] * matrix[2] + matrix[4]
        y = at[4] * matrix[1] + at[5] * matrix[3] + matrix[5]
        points = abs(size * at[0] * matrix[0])
        inside = 0 <= x < page.mediabox.width - 5 and 0 <= y <= page.mediabox.height
        if text.strip() and not (inside and points >= SMALLEST):
            found.append(f"{text.strip()} at {x:.0f}, {y:.0f} in {points:.1f} points")

    page.extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize(("applied", "criteria"), [FEW, MANY], ids=["few", "many"])
def test_the_matrix_fits_on_a4_with_every_candidate_and_total(
    live_server: object, signed_in: Arrive, applied: int, criteria: int
) -> None:
    case = crowd.all_in(crowd.crowd(applied, criteria, start=steps.begun()))
    clerk = signed_in(case.people["clerk"], case.vacancy.reference)
    clerk.open(clerk.case("scores/"))
    matrix = clerk.page.get_by_role("region", name="The matrix")
    rows = matrix.locator("tbody tr")
    totals = [row.locator("td").nth(1).inner_text().split()[0] for row in rows.all()]
    assert len(totals) == applied
    printed = clerk.page.pdf(format="A4", prefer_css_page_size=True)
    document = PdfReader(io.BytesIO(printed))

    assert [n for n, page in enumerate(document.pages) if not is_a4(page)] == []
    assert [ill_placed(page) for page in document.pages] == [[] for _ in document.pages]
    across = [p.extract_text() for p in document.pages if p.mediabox.width > p.mediabox.height]
    text = "\n".join(across)
    words = text.split()
    for code in Candidate.objects.values_list("code", flat=True):
        assert code in words
    assert [total for total in totals if total not in words] == []
    for member in case.panel:
        assert member.full_name in text
    for criterion in crowd.TEXTS[:criteria]:
        assert criterion in " ".join(words)
    clerk.page.emulate_media(media="print")
    clerk.page.set_viewport_size(ACROSS)
    assert clerk.page.evaluate(BEYOND) == []
    of_the_matrix = [page for page in across if "Essential" in page and "Total" in page]
    assert len(of_the_matrix) == (1 if applied == FEW[0] else 2)  # the head is on each
