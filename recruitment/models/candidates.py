"""A candidate, with a machine of their own that moves only with the vacancy's."""

import re

from django.db import models
from django_fsm import FSMField, transition

from recruitment.applicants import Post
from recruitment.models.vacancy import MOVES_ONLY_IN_STEP, Vacancy
from recruitment.stages import OUT_OF_THE_FIELD
from recruitment.stages import CandidateState as State


class Candidate(models.Model):
    """Somebody who applied. `code` (C1, C2, ...) never changes and stands for the name.

    `history` holds the posts as `Post.to_keep` writes them.
    """

    vacancy = models.ForeignKey(Vacancy, on_delete=models.PROTECT, related_name="candidates")
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    internal = models.BooleanField(default=False)
    round = models.PositiveIntegerField(default=1)
    history = models.JSONField(default=list)
    applied_on = models.DateField()
    late = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    longlisted_on = models.DateField(null=True, blank=True)
    shortlisted_on = models.DateField(null=True, blank=True)
    interviewed_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(max_length=200, blank=True)
    state = FSMField(choices=State.choices, default=State.APPLIED, protected=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["vacancy", "code"], name="candidate_code_once"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def posts(self) -> list[Post]:
        """The posts of the candidate's history, the first one first."""
        return sorted((Post.kept(each) for each in self.history), key=lambda post: post.since)

    @property
    def case_key(self) -> int:
        """The case whose step moves this candidate's machine."""
        key: int = self.vacancy_id
        return key

    @property
    def in_field(self) -> bool:
        """True while the candidate can still be appointed in this round."""
        return self.state not in OUT_OF_THE_FIELD

    @property
    def was_shortlisted(self) -> bool:
        """Whether the candidate was chosen for interview in this round, or went further."""
        return self.state not in {State.APPLIED, State.NOT_SHORTLISTED, State.WITHDRAWN}

    def is_named_in(self, text: str) -> bool:
        """Return whether the text holds the candidate's code, whole name or surname, as a word."""
        words = (self.code, self.name, *self.name.split()[-1:])
        return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in words)

    @transition(
        state,
        [State.APPLIED, State.NOT_SHORTLISTED],
        State.SHORTLISTED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def shortlist(self) -> None: ...

    @transition(state, State.APPLIED, State.NOT_SHORTLISTED, conditions=MOVES_ONLY_IN_STEP)
    def leave_off_shortlist(self) -> None: ...

    @transition(state, State.SHORTLISTED, State.INTERVIEWED, conditions=MOVES_ONLY_IN_STEP)
    def interview(self) -> None: ...

    @transition(state, State.INTERVIEWED, State.RECOMMENDED, conditions=MOVES_ONLY_IN_STEP)
    def recommend(self) -> None: ...

    @transition(state, State.RECOMMENDED, State.APPROVED, conditions=MOVES_ONLY_IN_STEP)
    def approve(self) -> None: ...

    @transition(state, State.APPROVED, State.APPOINTED, conditions=MOVES_ONLY_IN_STEP)
    def appoint(self) -> None: ...

    @transition(state, State.APPOINTED, State.OFFERED, conditions=MOVES_ONLY_IN_STEP)
    def offer(self) -> None: ...

    @transition(state, State.OFFERED, State.ACCEPTED, conditions=MOVES_ONLY_IN_STEP)
    def accept(self) -> None: ...

    @transition(state, State.ACCEPTED, State.IN_POST, conditions=MOVES_ONLY_IN_STEP)
    def take_up_post(self) -> None: ...

    @transition(
        state,
        [State.APPLIED, State.SHORTLISTED, State.INTERVIEWED, State.RECOMMENDED, State.APPROVED],
        State.UNSUCCESSFUL,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def be_unsuccessful(self) -> None: ...

    @transition(
        state,
        [State.NOT_SHORTLISTED, State.SHORTLISTED, State.INTERVIEWED, State.UNSUCCESSFUL],
        State.APPLIED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def be_considered_again(self) -> None: ...

    @transition(
        state,
        [State.RECOMMENDED, State.UNSUCCESSFUL],
        State.INTERVIEWED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def stand_as_interviewed(self) -> None: ...

    @transition(
        state,
        [State.APPROVED, State.UNSUCCESSFUL],
        State.RECOMMENDED,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def stand_as_recommended(self) -> None: ...

    @transition(state, State.OFFERED, State.DECLINED, conditions=MOVES_ONLY_IN_STEP)
    def decline_offer(self) -> None: ...

    @transition(
        state,
        [State.OFFERED, State.ACCEPTED],
        State.OFFER_WITHDRAWN,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def lose_offer(self) -> None: ...

    @transition(state, State.APPOINTED, State.APPOINTMENT_WITHDRAWN, conditions=MOVES_ONLY_IN_STEP)
    def lose_appointment(self) -> None: ...

    @transition(
        state,
        [
            State.APPLIED,
            State.SHORTLISTED,
            State.INTERVIEWED,
            State.RECOMMENDED,
            State.APPROVED,
            State.APPOINTED,
            State.OFFERED,
            State.ACCEPTED,
        ],
        State.WITHDRAWN,
        conditions=MOVES_ONLY_IN_STEP,
    )
    def withdraw(self) -> None: ...
