"""The coded values of the Welsh Government's lists in both languages, and what they are in law."""

from functools import cache

from schools.models import Category
from schools.register.categories import Kind, Skip

NOT_APPLICABLE = "Not applicable"
IN_BOTH_LANGUAGES = (
    ("Primary", "Cynradd"),
    ("Secondary", "Uwchradd"),
    ("Special", "Arbennig"),
    ("Middle", "Canol"),
    ("Nursery", "Meithrin"),
    ("Community", "Cymuned"),
    ("Voluntary aided", "Gwirfoddol a Gynorthwyir"),
    ("Voluntary controlled", "Gwirfoddol a Reolir"),
    ("Foundation", "Sefydledig"),
    (NOT_APPLICABLE, "Ddim yn gymwys"),
    (NOT_APPLICABLE, "Dim yn berthnasol"),
    ("English medium", "Cyfrwng Saesneg"),
    ("Welsh medium", "Cyfrwng Cymraeg"),
    (
        "English with significant Welsh",
        "Cyfrwng Saesneg yn bennaf ond â defnydd sylweddol or Gymraeg",
    ),
    ("Dual Stream", "Ddwy ffrwd"),
    ("Bilingual (Type A)", "Ddwyieithog (Categori A)"),
    ("Bilingual (Type B)", "Ddwyieithog (Categori B)"),
    ("Bilingual (Type C)", "Ddwyieithog (Categori C)"),
    ("Transitional", "Drawsnewidiol"),
    ("Nursery, Infants & Juniors", "Iau, babanod a meithrin"),
    ("Infants & Juniors", "Iau a babanod"),
    ("Nursery & Infants", "Babanod a meithrin"),
    ("Infants", "Babanod"),
    ("Juniors", "Iau"),
    ("Secondary (ages 11-16)", "Uwchradd (ystod oedran 11-16)"),
    ("Secondary (ages 11-19)", "Uwchradd (ystod oedran 11-19)"),
    ("Middle (ages 3-16)", "Canol (ystod oedran 3-16)"),
    ("Middle (ages 3-19)", "Canol (ystod oedran 3-19)"),
    ("Middle (ages 4-19)", "Canol (ystod oedran 4-19)"),
    ("Special (with post-16 provision)", "Arbennig gyda darpariaeth ôl-16"),
    ("Special (without post-16 provision)", "Arbennig heb ddarpariaeth ôl-16"),
    ("---", "---"),
    ("Church in Wales", "Eglwys yng Nghymru"),
    ("Roman Catholic", "Eglwys Gatholig"),
    ("Roman Catholic & Anglican", "Eglwys Gatholig & Anglicanaidd"),
)
ENGLISH = {
    said.casefold(): english for english, welsh in IN_BOTH_LANGUAGES for said in (english, welsh)
}
MAINSTREAM: dict[str, Category] = {
    "Community": Category.COMMUNITY,
    "Voluntary aided": Category.VOLUNTARY_AIDED,
    "Voluntary controlled": Category.VOLUNTARY_CONTROLLED,
    "Foundation": Category.FOUNDATION,
}
SPECIAL: dict[str, Category] = {
    "Community": Category.COMMUNITY_SPECIAL,
    "Foundation": Category.FOUNDATION_SPECIAL,
    NOT_APPLICABLE: Category.COMMUNITY_SPECIAL,
}
NURSERY: dict[str, Category] = {
    "Community": Category.NURSERY,
    NOT_APPLICABLE: Category.NURSERY,
}
BY_SECTOR = {
    "Primary": MAINSTREAM,
    "Middle": MAINSTREAM,
    "Secondary": MAINSTREAM,
    "Special": SPECIAL,
    "Nursery": NURSERY,
}


@cache
def in_english(text: str) -> str | None:
    """Return a coded value, in either language, as the English list writes it; None if unknown."""
    return ENGLISH.get(" ".join(text.casefold().split()))


@cache
def kind_of(governance: str, sector: str) -> Kind:
    """Return the category of a row, from its governance and sector in either language.

    A special school without a governance is a community special school: a foundation special
    school would be called foundation, as the others are.
    """
    by_governance = BY_SECTOR.get(in_english(sector) or "", {})
    return by_governance.get(in_english(governance) or "", Skip.UNKNOWN_GOVERNANCE)
