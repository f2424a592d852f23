"""What the register's types of establishment are in law, and which we do not keep."""

import re
from enum import StrEnum
from functools import cache

from schools.models import Category, Status
from schools.words import plain


class Skip(StrEnum):
    """Why a row is not kept."""

    NO_TYPE = "no category: the register gives no type"
    UNKNOWN_TYPE = "no category: a type that is not known here"
    TYPES_DISAGREE = "no category: the type's code and name disagree"
    UNKNOWN_GOVERNANCE = "no category: a governance and sector that are not known here"
    WELSH = "Welsh establishment"
    OFFSHORE = "offshore or overseas"
    INDEPENDENT = "not state-funded: independent school"
    NON_MAINTAINED = "not state-funded: non-maintained special school"
    COLLEGE = "not a school: further or higher education"
    OTHER = "not a school: secure unit, miscellaneous or another department's"
    NO_NAME = "the register gives no name"
    UNKNOWN_STATUS = "a status that is not known here"


Kind = Category | Skip

TYPES: dict[str, tuple[str, Kind]] = {
    "1": ("Community school", Category.COMMUNITY),
    "2": ("Voluntary aided school", Category.VOLUNTARY_AIDED),
    "3": ("Voluntary controlled school", Category.VOLUNTARY_CONTROLLED),
    "5": ("Foundation school", Category.FOUNDATION),
    "6": ("City technology college", Category.CITY_TECHNOLOGY_COLLEGE),
    "7": ("Community special school", Category.COMMUNITY_SPECIAL),
    "8": ("Non-maintained special school", Skip.NON_MAINTAINED),
    "10": ("Other independent special school", Skip.INDEPENDENT),
    "11": ("Other independent school", Skip.INDEPENDENT),
    "12": ("Foundation special school", Category.FOUNDATION_SPECIAL),
    "14": ("Pupil referral unit", Category.PUPIL_REFERRAL_UNIT),
    "15": ("Local authority nursery school", Category.NURSERY),
    "18": ("Further education", Skip.COLLEGE),
    "24": ("Secure units", Skip.OTHER),
    "25": ("Offshore schools", Skip.OFFSHORE),
    "26": ("Service children's education", Skip.OFFSHORE),
    "27": ("Miscellaneous", Skip.OTHER),
    "28": ("Academy sponsor led", Category.ACADEMY),
    "29": ("Higher education institutions", Skip.COLLEGE),
    "30": ("Welsh establishment", Skip.WELSH),
    "31": ("Sixth form centres", Skip.COLLEGE),
    "32": ("Special post 16 institution", Skip.COLLEGE),
    "33": ("Academy special sponsor led", Category.ACADEMY),
    "34": ("Academy converter", Category.ACADEMY),
    "35": ("Free schools", Category.FREE_SCHOOL),
    "36": ("Free schools special", Category.FREE_SCHOOL),
    "37": ("British schools overseas", Skip.OFFSHORE),
    "38": ("Free schools alternative provision", Category.FREE_SCHOOL),
    "39": ("Free schools 16 to 19", Category.FREE_SCHOOL),
    "40": ("University technical college", Category.UNIVERSITY_TECHNICAL_COLLEGE),
    "41": ("Studio schools", Category.STUDIO_SCHOOL),
    "42": ("Academy alternative provision converter", Category.ACADEMY),
    "43": ("Academy alternative provision sponsor led", Category.ACADEMY),
    "44": ("Academy special converter", Category.ACADEMY),
    "45": ("Academy 16-19 converter", Category.ACADEMY),
    "46": ("Academy 16 to 19 sponsor led", Category.ACADEMY),
    "49": ("Online provider", Skip.INDEPENDENT),
    "56": ("Institution funded by other government department", Skip.OTHER),
    "57": ("Academy secure 16 to 19", Category.ACADEMY),
}
WITHOUT_CODE: dict[str, Kind] = {
    "Agriculture and horticulture college": Skip.COLLEGE,
    "Art, design and performing art college": Skip.COLLEGE,
    "Sixth form centre/consortia": Skip.COLLEGE,
    "Specialist designated college": Skip.COLLEGE,
}
WELSH_AUTHORITIES = frozenset(
    {
        "Blaenau Gwent",
        "Bridgend",
        "Caerphilly",
        "Cardiff",
        "Carmarthenshire",
        "Ceredigion",
        "Conwy",
        "Denbighshire",
        "Flintshire",
        "Gwynedd",
        "Isle of Anglesey",
        "Merthyr Tydfil",
        "Monmouthshire",
        "Neath Port Talbot",
        "Newport",
        "Pembrokeshire",
        "Powys",
        "Rhondda Cynon Taf",
        "Swansea",
        "Torfaen",
        "Vale of Glamorgan",
        "Wrexham",
    }
)
OVERSEAS = re.compile(r"\b(offshore|overseas) establishments$", re.IGNORECASE)


def spelling(type_name: str) -> str:
    """Return a type's name in the one spelling that its several spellings share."""
    words = plain(type_name).replace("16 to 19", "16 19")
    return re.sub(r"\bschools\b", "school", words)


BY_CODE = {code: kind for code, (_, kind) in TYPES.items()}
BY_NAME = {spelling(name): kind for name, kind in [*TYPES.values(), *WITHOUT_CODE.items()]}


@cache
def kind_of(type_code: str, type_name: str, authority_name: str) -> Kind:
    """Return the category of a row, or why it is skipped, from its type and its authority.

    The type's code decides, else its name; where both are known and disagree, neither does.
    """
    if authority_name in WELSH_AUTHORITIES:
        return Skip.WELSH
    if OVERSEAS.search(authority_name):
        return Skip.OFFSHORE
    code, name = type_code.lstrip("0"), spelling(type_name)
    if not code and not name:
        return Skip.NO_TYPE
    known = {kind for kind in (BY_CODE.get(code), BY_NAME.get(name)) if kind}
    if len(known) > 1:
        return Skip.TYPES_DISAGREE
    return known.pop() if known else Skip.UNKNOWN_TYPE


STATUSES = {
    "1": Status.OPEN,
    "2": Status.CLOSED,
    "3": Status.CLOSING,
    "4": Status.PROPOSED,
}
STATUS_BY_NAME = {plain(status.label): status for status in STATUSES.values()}


@cache
def status_of(code: str, name: str) -> Status | Skip | None:
    """Return a row's status from its code, else its name; None if the register gives neither."""
    code, name = code.lstrip("0"), plain(name)
    if not code and not name:
        return None
    return STATUSES.get(code) or STATUS_BY_NAME.get(name) or Skip.UNKNOWN_STATUS
