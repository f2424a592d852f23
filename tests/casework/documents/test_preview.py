"""A paper read on the page, from the same blocks as the Word file."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string

from casework.documents import blocks as b
from tests.casework.documents.samples import EVERY_BLOCK, TYPED, paper


class Outline(HTMLParser):
    """The tags that were opened, and the text of each heading, caption and header."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def named(self, *tags: str) -> list[str]:
        return [tag for tag, _ in self.tags if tag in tags]


def preview(*blocks: b.Block) -> str:
    return render_to_string("components/paper.html", {"paper": paper(*blocks)})


def text(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_every_line_of_a_paper_is_read_on_the_page() -> None:
    read = text(preview(*EVERY_BLOCK))
    words = {word for line in b.text_of(paper(*EVERY_BLOCK)) for word in re.findall(r"\w+", line)}
    assert [word for word in words if word not in read] == []


@pytest.mark.parametrize("block", EVERY_BLOCK, ids=lambda block: block.kind)
def test_each_kind_of_block_is_written_on_the_page(block: b.Block) -> None:
    assert len(Outline(preview(block)).tags) > len(Outline(preview()).tags)


def test_headings_begin_below_the_heading_of_the_page() -> None:
    html = preview(b.Title("T"), *(b.Heading(f"H{level}", level) for level in (1, 2, 3)))
    assert Outline(html).named("h1", "h2", "h3", "h4") == ["h2", "h2", "h3", "h4"]


def test_a_table_has_a_caption_and_its_headers_say_what_they_head() -> None:
    outline = Outline(preview(b.Table("Vote", ("For", "Against"), (("7", "1"),))))
    scopes = [attributes["scope"] for tag, attributes in outline.tags if tag == "th"]
    assert outline.named("caption", "td") == ["caption", "td", "td"]
    assert scopes == ["col", "col"]


def test_each_fact_is_headed_by_its_label() -> None:
    outline = Outline(preview(b.Facts((("Quorum", "six"), ("Present", "nine")))))
    assert [attributes["scope"] for tag, attributes in outline.tags if tag == "th"] == ["row"] * 2


def test_the_page_is_told_the_language_of_the_paper() -> None:
    tag, attributes = Outline(preview()).tags[0]
    assert (tag, attributes["lang"]) == ("article", "en-GB")


def test_no_style_and_no_script_is_in_the_page() -> None:
    outline = Outline(preview(*EVERY_BLOCK))
    assert outline.named("script", "style") == []
    assert [attributes for _, attributes in outline.tags if "style" in attributes] == []


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_is_text_and_never_markup(typed: str) -> None:
    blocks = (
        b.Title(typed),
        b.Paragraph(typed),
        b.Bullets((typed,)),
        b.Addressee((typed,)),
        b.Letterhead((typed, typed)),
        b.Reference(((typed, typed),)),
        b.Facts(((typed, typed),)),
        b.Table(typed, (typed,), ((typed,),)),
        b.Signature(typed, typed, typed, typed),
        b.Copies((typed,)),
    )
    html = preview(*blocks)
    assert text(html).count(typed) == 18
    assert len(Outline(html).tags) == len(Outline(html.replace(typed, "")).tags)
