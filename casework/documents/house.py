"""The look of a paper: the page, the type, the colours, and every style that Word shows.

Lengths are in points unless they say otherwise. Space goes before a paragraph and never after
it, so that what follows a table stands clear of the table; only what comes before a table has
space after.
"""

from dataclasses import dataclass
from typing import Literal

FONT = "Arial"
ACCENT = "0A403D"
QUIET = "505A5F"
HAIRLINE = "B9C6C6"
TINT = "EDF2F2"
WARNING = "942514"

# The colours that Word offers to whoever edits a paper, by the names it has for their uses.
THEME = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": ACCENT, "lt2": TINT,
    "accent1": ACCENT, "accent2": QUIET, "accent3": HAIRLINE, "accent4": WARNING,
    "accent5": ACCENT, "accent6": QUIET, "hlink": ACCENT, "folHlink": QUIET,
}  # fmt: skip

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TWIPS = 20  # in a point; Word's unit of length
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838  # A4, in twips
MARGIN_SIDE, MARGIN_TOP, MARGIN_FOOT, MARGIN_EDGE = 1304, 1021, 1077, 510  # in twips
LINE = PAGE_WIDTH - 2 * MARGIN_SIDE
ABOVE_TABLE = 5
BULLETS, NUMBERS = 1, 2  # the two kinds of list, as Word numbers them


@dataclass(frozen=True)
class Rule:
    """A line beside a paragraph: which side, its colour, its weight in eighths of a point."""

    side: Literal["top", "left", "bottom"]
    colour: str
    weight: int = 4
    gap: int = 6


@dataclass(frozen=True)
class Tab:
    """A stop at so many twips from the left margin, led up to by a line or by nothing."""

    at: int
    align: Literal["left", "right"] = "left"
    leader: Literal["none", "underscore"] = "none"


@dataclass(frozen=True, kw_only=True)
class Style:
    """One paragraph style; None and False leave what it is based on as it was.

    `indent` and `hanging` are in twips, `line` is a multiple of the line's height, and `close`
    takes away the space before when the paragraph above has the same style.
    """

    id: str
    name: str
    based_on: str = "Normal"
    next: str = ""
    size: float | None = None
    bold: bool = False
    colour: str = ""
    tracking: int = 0
    before: float | None = None
    line: float | None = None
    indent: int = 0
    hanging: int = 0
    align: Literal["", "right"] = ""
    keep_next: bool = False
    keep_lines: bool = False
    close: bool = False
    outline: int | None = None
    numbering: int | None = None
    rule: Rule | None = None
    tabs: tuple[Tab, ...] = ()


# fmt: off
STYLES = (
    Style(id="Normal", name="Normal", based_on="", size=11, before=0, line=1.06),
    Style(id="BodyText", name="Body Text", before=5),
    Style(id="Note", name="Note", before=6, size=9, colour=QUIET),
    Style(id="Title", name="Title", next="BodyText", size=20, bold=True, colour=ACCENT,
          before=16, line=1.0, keep_next=True, keep_lines=True),
    Style(id="Heading1", name="heading 1", next="BodyText", size=13, bold=True, colour=ACCENT,
          before=13, keep_next=True, keep_lines=True, outline=0),
    Style(id="Heading2", name="heading 2", next="BodyText", size=11.5, bold=True,
          before=10, keep_next=True, keep_lines=True, outline=1),
    Style(id="Heading3", name="heading 3", next="BodyText", size=11, bold=True, colour=QUIET,
          before=8, keep_next=True, keep_lines=True, outline=2),
    Style(id="ListBullet", name="List Bullet", before=4, numbering=BULLETS),
    Style(id="ListNumber", name="List Number", before=4, numbering=NUMBERS),
    Style(id="Letterhead", name="Letterhead", next="LetterheadDetail", size=17, bold=True,
          colour=ACCENT, line=1.0, keep_next=True, rule=Rule("bottom", ACCENT, 12, 8)),
    Style(id="LetterheadDetail", name="Letterhead Detail", size=9, colour=QUIET, before=4,
          rule=Rule("bottom", ACCENT, 12, 8)),
    Style(id="Reference", name="Reference", size=10, before=12, indent=1644, hanging=1644,
          tabs=(Tab(1644),), close=True),
    Style(id="Marking", name="Marking", size=10, bold=True, colour=ACCENT, before=11,
          indent=170, rule=Rule("left", ACCENT, 24, 6), keep_lines=True, close=True),
    Style(id="Addressee", name="Addressee", before=14, keep_lines=True),
    Style(id="Salutation", name="Salutation", next="BodyText", before=14, keep_next=True),
    Style(id="Caption", name="caption", size=10, bold=True, before=10, keep_next=True,
          keep_lines=True),
    Style(id="TableText", name="Table Text", size=10, line=1.04),
    Style(id="TableHeading", name="Table Heading", based_on="TableText", bold=True,
          colour=ACCENT, keep_next=True),
    Style(id="TableLabel", name="Table Label", based_on="TableText", bold=True),
    Style(id="TableEnd", name="Table End", size=1, before=12, line=1.0),
    Style(id="Closing", name="Closing", next="SignatureLine", before=13, keep_next=True,
          keep_lines=True),
    Style(id="SignatureLine", name="Signature Line", size=9, colour=QUIET, before=30,
          keep_next=True, tabs=(Tab(4763, leader="underscore"), Tab(5103),
                                Tab(LINE, leader="underscore"))),
    Style(id="Signature", name="Signature", before=5, keep_lines=True),
    Style(id="Copies", name="Copies", size=10, before=9, indent=1021, hanging=1021,
          tabs=(Tab(1021),), keep_lines=True),
    Style(id="Header", name="header", size=8.5, colour=QUIET, line=1.0),
    Style(id="DraftMark", name="Draft Mark", based_on="Header", size=10, bold=True,
          colour=WARNING, tracking=1, align="right"),
    Style(id="Footer", name="footer", size=8.5, colour=QUIET, line=1.0,
          tabs=(Tab(LINE, align="right"),), rule=Rule("top", HAIRLINE, 4, 6)),
)
# fmt: on
