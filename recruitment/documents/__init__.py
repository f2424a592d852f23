"""The documents of a headship: from a Position to typed blocks, one module a phase."""

from typing import Any

from casework.documents.registry import Kind
from recruitment.documents import contents
from recruitment.documents.advice import ADVICE
from recruitment.documents.adviser import OF_THE_ADVISER
from recruitment.documents.appointment import (
    AUTHORITY_APPOINTMENT,
    AUTHORITY_REFUSAL,
    CONDITIONAL_OFFER,
    CONFIRMATION_OF_APPOINTMENT,
)
from recruitment.documents.approval import APPROVAL
from recruitment.documents.candidates import BEFORE_INTERVIEW, LETTER_UNSUCCESSFUL
from recruitment.documents.checks import CHECKS_RECORD
from recruitment.documents.endings import ENDINGS
from recruitment.documents.equality import OF_EQUALITY
from recruitment.documents.evening_pack import EVENING_PACK
from recruitment.documents.filing import Filing
from recruitment.documents.interests import INTERESTS
from recruitment.documents.letter import HeadshipLetter
from recruitment.documents.meetings import AGENDA_OF_FIRST_MEETING
from recruitment.documents.minutes import MINUTE_OF_GOVERNING_BODY, MINUTES
from recruitment.documents.opening import OPENING
from recruitment.documents.pack import PACK
from recruitment.documents.posts import OF_THE_ACTING_HEAD, OF_THE_POST
from recruitment.documents.privacy import PRIVACY_NOTICE
from recruitment.documents.recommendation import PANEL_REPORT
from recruitment.documents.repetition import DECISION_TO_READVERTISE
from recruitment.documents.reply import REPLIES
from recruitment.documents.reservations import RESERVED
from recruitment.documents.resignation import RESIGNATION_ACKNOWLEDGEMENT
from recruitment.documents.selection import SELECTION
from recruitment.documents.sheets import SCORE_SHEET, SCORES_GIVEN
from recruitment.documents.shortlisting import SHORTLISTING_RECORD
from recruitment.position import Position

IN_ORDER: tuple[HeadshipLetter[Any], ...] = (
    RESIGNATION_ACKNOWLEDGEMENT, *OPENING, AGENDA_OF_FIRST_MEETING, MINUTE_OF_GOVERNING_BODY,
    *INTERESTS, *PACK, *OF_EQUALITY, SCORE_SHEET, EVENING_PACK, SCORES_GIVEN, SHORTLISTING_RECORD,
    *SELECTION, *BEFORE_INTERVIEW, *OF_THE_ADVISER, *ADVICE, *RESERVED,
    PANEL_REPORT, *APPROVAL, AUTHORITY_APPOINTMENT, AUTHORITY_REFUSAL, CONDITIONAL_OFFER,
    CHECKS_RECORD, CONFIRMATION_OF_APPOINTMENT, LETTER_UNSUCCESSFUL, *OF_THE_ACTING_HEAD,
    DECISION_TO_READVERTISE, PRIVACY_NOTICE, *MINUTES, *REPLIES, *OF_THE_POST, *ENDINGS,
)  # fmt: skip
FILING = Filing({letter.key: letter for letter in IN_ORDER})
LETTERS: dict[str, HeadshipLetter[Any]] = {
    letter.key: letter for letter in (*IN_ORDER, *contents.letters(FILING))
}
KINDS: dict[str, Kind[Position]] = {key: letter.kind() for key, letter in LETTERS.items()}
