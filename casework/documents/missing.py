"""A fact that a paper cannot be written without, in words."""

from collections.abc import Mapping

IN_WORDS: Mapping[str, str] = {
    "a_post": "post",
    "absent": "list of those absent",
    "accepted_on": "date of acceptance",
    "accountable_to": "body to which the post is accountable",
    "acting": "name of the acting head",
    "advised_by": "source of the advice",
    "apart": "number of candidates left out",
    "appeal_by": "last day for an appeal",
    "appeal_within": "time for an appeal",
    "appointed_on": "date of the appointment",
    "appointer": "person or body that appoints",
    "approved_on": "date of the approval",
    "approver": "person or body that approves",
    "assessed_on": "date of the assessment",
    "authoritys_word_on_the_receipt": "authority's word on the receipt",
    "authoritys_word_that_it_makes_none": "authority's word that it makes none",
    "body": "name of the body",
    "casting": "casting vote",
    "clerk": "clerk to the governing body",
    "closing_on": "closing date",
    "commented_on": "date of the comments",
    "comments_by": "last day for comments",
    "comments_within": "time for comments",
    "considered_on": "date of the consideration",
    "contested_to": "date of receipt that the authority claims",
    "contested_why": "reason for contesting the receipt",
    "decided": "decision",
    "decided_on": "date of the decision",
    "decision_by": "last day for the decision",
    "declined_on": "date on which approval was declined",
    "ends_on": "last day of the cycle",
    "evidence_before": "evidence in the earlier review",
    "for_governors": "advice for governors",
    "given_by": "name of whoever gave it",
    "given_on": "date on which it was given",
    "held_on": "date of the meeting",
    "highest": "highest point of the scale",
    "in_the_chair": "chair of the meeting",
    "interviewed_on": "date of the interview",
    "kept_for": "time for which papers are kept",
    "kept_until": "day until which papers are kept",
    "longlisted_on": "date of the longlist",
    "lowest": "lowest point of the scale",
    "made_on": "date on which it was made",
    "meets_from": "point from which a criterion is met",
    "meets_on": "date of the panel's meeting",
    "minute": "words of the minute",
    "names_opened_on": "date on which the names were opened",
    "names_opened_why": "reason for opening the names",
    "none_made_by": "name of whoever said that none are made",
    "none_made_on": "date on which it was said that none are made",
    "not_disputed": "statement of what is not disputed",
    "not_seen": "statement of what was not seen",
    "notice_on": "date of the notice",
    "offered_on": "date of the offer",
    "on_standards": "advice on the standards",
    "overall": "overall assessment",
    "paper_within": "time for the paper",
    "papers_by": "last day for the papers",
    "pay_decided_on": "date of the decision on pay",
    "pay_reasons": "reasons for the decision on pay",
    "present": "list of those present",
    "published_on": "date of the advertisement",
    "put_on": "date on which it was put",
    "received_on": "date of receipt",
    "recommended": "person recommended",
    "recommended_on": "date of the recommendation",
    "record_by": "last day for the record",
    "refused_on": "date of the refusal",
    "review_on": "date of the review",
    "scores_opened_on": "date on which the scores were opened",
    "scores_opened_why": "reason for opening the scores",
    "seen": "account of what was seen",
    "sent_on": "date of sending",
    "set_on": "date on which the objectives were set",
    "settled_on": "date on which the person specification was settled",
    "shortlisted_on": "date of the shortlist",
    "since": "first day",
    "small": "smallest number that is shown",
    "somebody_who_writes_for_the_employer": "person who writes for the employer",
    "starts_on": "first day of the cycle",
    "statement_by": "last day for the statement",
    "supervision": "way of supervising",
    "text": "text of it",
    "until": "last day",
    "urgent": "reason why it was urgent",
    "what_governors_must_do": "statement of what governors must do",
    "what_would_settle_it": "statement of what would settle it",
    "where": "place",
    "why": "reason",
    "why_it_matters": "statement of why it matters",
    "withdrawn_on": "date of the withdrawal",
    "withdrew": "list of those who withdrew",
}
"""The facts whose names are no words by themselves."""

# What parts the thing that is wanted from what is said of it, as in "reasons for opening".
_OF_IT = (" of ", " for ", " that ", " on ", " from ", " to ", " in ", " by ", " with ", " who ")


class MissingFact(ValueError):
    """A paper cannot be written for want of a fact: its name, and the key of the paper."""

    def __init__(self, name: str, key: str) -> None:
        self.name, self.key = name, key
        known = in_words(name)
        verb = "are" if is_plural(known) else "is"
        self.sentence = f"The {in_words(key)} cannot be written: the {known} {verb} not known yet."
        super().__init__(self.sentence)


def in_words(name: str) -> str:
    """Return the name of a fact, or the key of a paper, as a sentence has it after "the".

    >>> in_words("closing_on"), in_words("chair_of_the_selection_panel")
    ('closing date', 'chair of the selection panel')
    """
    return IN_WORDS.get(name, name.replace("_", " "))


def is_plural(known: str) -> bool:
    """Return whether words name several things.

    >>> is_plural("reasons for opening the names"), is_plural("progress of an objective")
    (True, False)
    """
    for parting in _OF_IT:
        known = known.partition(parting)[0]
    return known.endswith("s") and not known.endswith(("ss", "'s"))
