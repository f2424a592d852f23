"""The documents of performance management: from a Position to typed blocks, one module a phase."""

from typing import Any

from casework.documents.registry import Kind
from governance.documents.advice import ADVICE_ON_OBJECTIVES, ADVICE_ON_REVIEW
from governance.documents.appeal import (
    ACKNOWLEDGEMENT_OF_APPEAL,
    DECISION_ON_APPEAL,
    NOTICE_TO_APPEALS_OFFICERS,
)
from governance.documents.engaging import ENGAGEMENT_OF_ADVISER, OUTCOME_OF_OBJECTION
from governance.documents.letter import CyclePaper
from governance.documents.objectives import NOTICE_OF_STANDARDS, STATEMENT_OF_OBJECTIVES
from governance.documents.pay import LETTER_ON_PAY, PAY_RECOMMENDATION
from governance.documents.review import (
    APPRAISAL_REPORT,
    ASSURANCE_TO_GOVERNORS,
    NOTICE_OF_REVIEW,
)
from governance.documents.statement import APPRAISAL_STATEMENT
from governance.documents.system import ADVICE_ON_SYSTEM
from governance.documents.year import MID_YEAR_NOTE
from governance.position import Position

IN_ORDER: tuple[CyclePaper[Any], ...] = (
    ENGAGEMENT_OF_ADVISER, OUTCOME_OF_OBJECTION, NOTICE_OF_STANDARDS, ADVICE_ON_OBJECTIVES,
    STATEMENT_OF_OBJECTIVES, ADVICE_ON_SYSTEM, MID_YEAR_NOTE, NOTICE_OF_REVIEW, ADVICE_ON_REVIEW,
    APPRAISAL_REPORT, APPRAISAL_STATEMENT, ASSURANCE_TO_GOVERNORS, PAY_RECOMMENDATION,
    LETTER_ON_PAY, ACKNOWLEDGEMENT_OF_APPEAL, NOTICE_TO_APPEALS_OFFICERS, DECISION_ON_APPEAL,
)  # fmt: skip
PAPERS: dict[str, CyclePaper[Any]] = {paper.key: paper for paper in IN_ORDER}
KINDS: dict[str, Kind[Position]] = {key: paper.kind() for key, paper in PAPERS.items()}
