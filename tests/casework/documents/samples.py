"""Papers and texts that the tests of documents share."""

from datetime import date

from casework.documents.blocks import (
    Addressee,
    Block,
    Bullets,
    Copies,
    Facts,
    Heading,
    Letterhead,
    Marking,
    Numbered,
    PageBreak,
    Paper,
    Paragraph,
    Reference,
    Salutation,
    Signature,
    Table,
    Title,
)

# What people type, or paste, and must find again letter by letter.
TYPED = (
    "<w:t>not a tag</w:t> <script>alert(1)</script>",
    "Marks & Spencer's \"best\" 'offer' ]]> <!-- -->",
    "{name} {{ name }} {% now %} %(name)s ${name}",
    "Siân Ó Súilleabháin, Zoë Łęcka, ŵ ŷ",
    "👩🏽‍🏫 🏴󠁧󠁢󠁷󠁬󠁳󠁿 𠮷",
    "مدرسة الحارة and בית ספר",
    "Llanfairpwllgwyngyll" * 20,
    "_x000D_ &amp; &#10; \\n",
    "two  spaces and a no-break\u00a0space",
)
# What nobody can mean, and no XML can hold.
UNWRITABLE = "\x00\x01\x08\x0e\x1b\x1f\x7f\x80\x9f\ud800\udfff\ufffe\uffff"

EVERY_BLOCK: tuple[Block, ...] = (
    Letterhead(("Northshire County Council", "County Hall, Thornby", "01632 960 118")),
    Reference((("Our reference", "HS/2026/0014"), ("Date", "21 October 2026"))),
    Marking("Private and confidential"),
    Addressee(("Mr Tom Hale", "Chair of governors", "Mill Lane Primary School")),
    Salutation("Dear Mr Hale"),
    Title("Report of the selection panel"),
    Heading("Headship of Mill Lane Primary School"),
    Paragraph("The governing body met on 20 October.\n\nIt resolved as follows."),
    Heading("What was decided", 2),
    Paragraph("That Ms Dunn be appointed.", strong=True),
    Numbered(("Seven governors for", "One governor against")),
    Heading("What follows", 3),
    Bullets(("The authority is told.", "An offer is made,\non conditions.")),
    Numbered(("Counted from one again",)),
    Facts((("Held on", "20 October 2026"), ("Quorum", "Six of eleven"))),
    Facts((("Casting vote", "Not needed"),)),
    Table("Attendance", ("Governor", "Items"), (("Mr Hale", "1 to 4"), ("Mr Ward", "")), (3, 1)),
    PageBreak(),
    Paragraph("Kept for six years.", note=True),
    Signature("Ann Rees", "Clerk", "Mill Lane Primary School"),
    Copies(("The selection file", "Mrs Joan Beck")),
)


def paper(*blocks: Block, title: str = "Minute of the approving meeting") -> Paper:
    """Return a paper of `blocks`."""
    return Paper(
        kind="approval_minute",
        title=title,
        author="Ann Rees",
        subject="Headship of Mill Lane Primary School",
        reference="HS/2026/0014",
        dated=date(2026, 10, 21),
        blocks=blocks,
    )
