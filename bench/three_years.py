"""Three years of performance management at many invented schools, by a seed, through the actions.

    DATABASE_URL=sqlite:////tmp/many.sqlite3 python bench/three_years.py [--schools 300] [--seed 1]

Makes the schools and people in bulk (`bench.invented`) and every cycle through the actions, as a
page or a story does: two years that are closed, with what became of their objectives, and the
present one, which stands where the seed leaves it on 20 November 2026. Four in ten schools have
begun the new school year; the others still review the last one. The same seed makes the same facts.

The database is to be migrated and to hold none of these schools yet. All that is done at one school
is one transaction, which saves SQLite a write to the disk at every step.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()

from django.db import transaction

from bench.invented import Ground, Place, invent
from casework import clock
from casework.action import Actor
from governance.actions import appeal, objectives, opening, pay, people, review
from governance.actions.appeal import Hearing
from governance.actions.objectives import OnObjective, Suggested
from governance.actions.review import Judged
from governance.models import (
    Appeal,
    AppealsOfficer,
    Appraiser,
    Consultation,
    Cycle,
    Handing,
    Objective,
    Pay,
    Point,
    Progress,
)
from schools.governing_law import law_of

TODAY = date(2026, 11, 20)
YEARS = 3
BEGUN, WITH_PAY = 0.4, 0.8  # of the schools
AIMS = (
    ("Pupils read more fluently", "80% read at the expected speed in June"),
    ("More pupils come every day", "Attendance of 95% over the year"),
    ("Teachers plan mathematics together", "Every class is seen to work from one plan"),
    ("Parents know how their child gets on", "Nine in ten say so in the May survey"),
)
Step = tuple[date, Callable[[], object]]
Seat = AppealsOfficer.Capacity


def generate(schools: int = 300, seed: int = 1) -> Ground:
    """Make all of it and return who and what was invented."""
    with transaction.atomic():
        ground = invent(schools, seed)
    for place in ground.places:
        with transaction.atomic():
            _three_years(place, Random(f"{seed} {place.number}"))
    return ground


def _three_years(place: Place, dice: Random) -> None:
    """Play the years of one school: the first whole, the last as far as the dice let it come."""
    has_begun = dice.random() < BEGUN
    first = date(TODAY.year - YEARS + has_begun, 9, 2 + dice.randrange(12))
    has_pay = dice.random() < WITH_PAY
    before: Cycle | None = None
    for number in range(YEARS):
        year = Year(place, dice, first.replace(year=first.year + number), has_pay, before)
        steps = [each for each in sorted(year.steps(), key=lambda s: s[0]) if each[0] <= TODAY]
        if number == YEARS - 1:
            least = 1 if has_begun else year.until_set
            steps = steps[: dice.randint(min(least, len(steps)), len(steps))]
        for day, step in steps:
            with clock.set_to(day):
                year.day = day
                step()
        before = year.cycle


@dataclass
class Year:
    """One cycle at one school: each of its steps, and on which day the dice have it done."""

    place: Place
    dice: Random
    start: date
    has_pay: bool
    before: Cycle | None
    day: date = date.min
    made: Cycle | None = field(default=None)

    until_set = 12  # steps: no year that has ended stands at an earlier one

    @property
    def cycle(self) -> Cycle:
        """The cycle, which the first step records."""
        if self.made is None:
            raise LookupError("The cycle is not recorded yet.")
        return self.made

    @property
    def wales(self) -> bool:
        """Whether the school is in Wales."""
        return self.place.wales

    def chance(self, of: float) -> bool:
        """Return whether something happens, as likely as that."""
        return self.dice.random() < of

    def by(self, role: str) -> Actor:
        """Return whoever has the role, as an actor."""
        return Actor(self.place.people[role])

    def objectives(self) -> list[Objective]:
        """Return the objectives: none of them is ever dropped."""
        return list(self.cycle.objectives.all())

    def steps(self) -> Iterator[Step]:
        """Yield every step of the year with its day, in no order."""
        yield from self._beginning()
        yield from self._setting()
        yield from self._through_the_year()
        reviewed = date(self.start.year + 1, 9, 7 + self.dice.randrange(8))
        yield from (self._review_in_wales if self.wales else self._review_in_england)(reviewed)

    def _after(self, days: int) -> date:
        return self.start + timedelta(days=days)

    # People

    def _beginning(self) -> Iterator[Step]:
        yield self.start, self.open
        yield self._after(6), self.appoint
        if not self.wales:
            yield self._after(1), self.engage
        if self.chance(0.7 if self.wales else 0.15):
            yield self._after(7), self.give_part
        if self.wales and self.chance(0.6):
            yield self._after(8), lambda: self.join("adviser", Appraiser.Capacity.AUTHORITY)
        if self.wales and self.place.school.has_religious_character and self.chance(0.5):
            yield self._after(8), lambda: self.join("diocesan", Appraiser.Capacity.DIOCESE)

    def open(self) -> None:
        """Record the cycle, with the one before it."""
        self.made = opening.open_cycle(
            self.place.school, head=self.place.people["head"], starts_on=self.start,
            pay=self.has_pay, previous=self.before, by=self.by("clerk"), on=self.day,
        )  # fmt: skip

    def engage(self) -> None:
        """Engage the adviser."""
        people.engage_adviser(
            self.cycle, person=self.place.people["adviser"], of="Invented Advice",
            skills="Headship of two schools", interests="None to declare", by=self.by("clerk"),
            on=self.day,
        )  # fmt: skip

    def appoint(self) -> None:
        """Appoint two governors to appraise."""
        members = [self.place.people["first"], self.place.people["second"]]
        people.appoint_appraisers(
            self.cycle, members=members, meeting=f"Minute 7 of {self.day:%-d %B}",
            by=self.by("clerk"), on=self.day,
        )  # fmt: skip

    def give_part(self) -> None:
        """Give the officer of the authority a part."""
        people.give_part(
            self.cycle, person=self.place.people["officer"], role="officer",
            cause="The authority acts in this cycle", by=self.by("clerk"), on=self.day,
        )  # fmt: skip

    def join(self, role: str, capacity: Appraiser.Capacity) -> None:
        """Record an appraiser of the authority or the diocese."""
        people.add_appraiser(
            self.cycle, person=self.place.people[role], capacity=capacity, evidence="A letter",
            by=self.by("clerk"), on=self.day,
        )  # fmt: skip

    # Objectives

    def _setting(self) -> Iterator[Step]:
        aims = self.dice.sample(AIMS, self.dice.choice((2, 3)))
        day = self._after(14)
        yield day, self.meet if self.wales else self.tell_standards
        for aim in aims:
            yield day, partial(self.write, *aim)
        if self.wales:
            by_authority = self.chance(0.2)
            yield self._after(18), lambda: self.support(by_authority=by_authority)
            yield self._after(18), self.monitor
        else:
            if self.chance(0.6):
                yield self._after(16), lambda: self.advise(Point.OBJECTIVES)
            yield self._after(18), lambda: self.consult(Point.OBJECTIVES)
            yield self._after(18), self.answer
        agreed = self.chance(0.85)
        yield self._after(20), lambda: self.settle(agreed=agreed)

    def meet(self) -> None:
        """Hold the planning meeting of Wales."""
        present = [a.person for a in self.cycle.appraisers.select_related("person")]
        objectives.hold_planning_meeting(
            self.cycle, present=[*present, self.place.people["head"]], by=self.by("first"),
            on=self.day,
        )  # fmt: skip

    def tell_standards(self) -> None:
        """Tell the head the standards."""
        objectives.tell_standards(
            self.cycle, standards="Headteachers' Standards", by=self.by("chair"), on=self.day
        )

    def write(self, text: str, success: str) -> None:
        """Write an objective."""
        objectives.add_objective(
            self.cycle, text=text, success=success, evidence="The school's own figures",
            pupils="Pupils learn more", plan="Priority 1 of the plan", by=self.by("first"),
            on=self.day,
        )  # fmt: skip

    def support(self, *, by_authority: bool) -> None:
        """Settle the support for the head."""
        objectives.settle_support(
            self.cycle, support="A mentor until Easter", by_authority=by_authority,
            by=self.by("first"), on=self.day,
        )  # fmt: skip

    def monitor(self) -> None:
        """Settle how performance is monitored."""
        objectives.settle_monitoring(
            self.cycle, monitoring="Two visits", agreed=True, by=self.by("first"), on=self.day
        )

    def advise(self, point: Point) -> None:
        """Let the adviser give advice in writing."""
        standing = self.objectives()
        objectives.give_advice(
            self.cycle, point=point, visited_on=self.day, seen="The plan and the books",
            not_seen="Attendance since Easter", questions="What changed after January?",
            for_governors="Whether it is enough", conclusion="Keep to these objectives",
            on_objectives=[OnObjective(o.number, "Well chosen", "It fits") for o in standing],
            suggested=[Suggested("Pupils write at length", "70% in June")],
            by=self.by("adviser"), on=self.day,
        )  # fmt: skip

    def consult(self, point: Point) -> None:
        """Consult the adviser."""
        objectives.consult_adviser(
            self.cycle, point=point, how=Consultation.How.WRITTEN, advice="Keep to these",
            by=self.by("first"), on=self.day,
        )  # fmt: skip

    def answer(self) -> None:
        """Say whether the advice was followed."""
        for consultation in self.cycle.consultations.filter(followed=None):
            objectives.answer_advice(
                self.cycle, consultation=consultation, followed=True, by=self.by("first"),
                on=self.day,
            )  # fmt: skip

    def settle(self, *, agreed: bool) -> None:
        """Set the objectives."""
        objectives.set_objectives(self.cycle, agreed=agreed, by=self.by("first"), on=self.day)

    # Through the year

    def _through_the_year(self) -> Iterator[Step]:
        marks = list(Progress.Mark)
        for days in (150, 260):
            mark = self.dice.choice(marks)
            yield self._after(days), partial(self.note, mark)

    def note(self, mark: Progress.Mark) -> None:
        """Note how each objective goes."""
        for objective in self.objectives():
            objectives.note_progress(
                self.cycle, objective=objective, mark=mark, note="As the books show",
                by=self.by("second"), on=self.day,
            )  # fmt: skip

    # The review

    def _review_in_england(self, day: date) -> Iterator[Step]:
        def then(days: int) -> date:
            return day + timedelta(days=days)

        judged = self._judgements()
        yield day, self.hand_in
        if self.chance(0.6):
            yield then(2), lambda: self.advise(Point.REVIEW)
        yield then(3), lambda: self.consult(Point.REVIEW)
        yield then(3), self.answer
        yield then(9), lambda: self.review(judged)
        yield then(12), self.report
        if self.has_pay:
            yield then(12), self.recommend
            yield then(30), self.decide
            yield then(33), self.tell
        yield then(34), self.assure
        yield then(50), self.close

    def _review_in_wales(self, day: date) -> Iterator[Step]:
        def then(days: int) -> date:
            return day + timedelta(days=days)

        judged = self._judgements()
        yield day, lambda: self.notice(then(21))
        yield then(3), self.hand_in
        yield then(21), lambda: self.review(judged)
        yield then(24), self.report
        if self.chance(0.4):
            yield then(25), self.comment
        if self.chance(0.15):
            yield then(27), self.appeal
            yield then(28), self.name_officers
            yield then(30), self.send_papers
            yield then(34), self.dismiss
        yield then(46), self.assure
        yield then(46), self.hand_over
        yield then(60), self.close

    def _judgements(self) -> list[Objective.Judgement]:
        return self.dice.choices(list(Objective.Judgement), k=len(AIMS))

    def hand_in(self) -> None:
        """Let the evidence, in Wales the head's record, come in."""
        objectives.receive_evidence(
            self.cycle, evidence="The figures of June", by=self.by("head"), on=self.day
        )

    def notice(self, review_on: date) -> None:
        """Give notice of the review."""
        review.give_notice_of_review(
            self.cycle, review_on=review_on, by=self.by("clerk"), on=self.day
        )

    def review(self, judged: list[Objective.Judgement]) -> None:
        """Hold the review."""
        standing = self.objectives()
        review.review(
            self.cycle,
            judgements={
                str(o.number): Judged(how, "As the figures of June show")
                for o, how in zip(standing, judged, strict=False)
            },
            overall="A steady year", on_standards="Met", needs="Leading a larger staff",
            development="A mentor until Easter", by=self.by("first"), on=self.day,
        )  # fmt: skip

    def report(self) -> None:
        """Give the report or statement."""
        review.give_report(self.cycle, by=self.by("first"), on=self.day)

    def comment(self) -> None:
        """Let the head comment."""
        review.comment(self.cycle, comments="A fair account", by=self.by("head"), on=self.day)

    def recommend(self) -> None:
        """Recommend pay."""
        pay.recommend_pay(
            self.cycle, recommended="One point", reasons="The report", by=self.by("first"),
            on=self.day,
        )  # fmt: skip

    def decide(self) -> None:
        """Let others decide on pay."""
        pay.decide_pay(
            self.cycle, outcome=Pay.Outcome.AS_RECOMMENDED, decided="One point",
            reasons="The report", deciders=[self.place.people["third"]], by=self.by("chair"),
            on=self.day,
        )  # fmt: skip

    def tell(self) -> None:
        """Tell the head of the pay."""
        pay.tell_pay(self.cycle, by=self.by("clerk"), on=self.day)

    def appeal(self) -> None:
        """Let the head appeal."""
        appeal.appeal(self.cycle, grounds="Evidence left out", by=self.by("head"), on=self.day)

    def name_officers(self) -> None:
        """Name just those who hear an appeal at this school."""
        wanted = law_of(self.place.school).scheme_on(self.day).appeals_officers
        if wanted is None:
            raise LookupError("No appeal is laid down here.")
        numbers = {
            Seat.GOVERNOR: wanted.value.governors,
            Seat.AUTHORITY: wanted.value.of_authority,
            Seat.DIOCESE: wanted.value.of_diocese,
        }
        seats = [seat for seat, number in numbers.items() for _ in range(number)]
        hear = ("chair", "third", "judge", "officer")
        if wanted.value.of_diocese:
            hear = ("chair", "judge", "officer", "of_diocese")
        officers = [Hearing(self.place.people[r], s) for r, s in zip(hear, seats, strict=True)]
        appeal.name_appeals_officers(
            self.cycle, officers=officers, by=self.by("clerk"), on=self.day
        )

    def send_papers(self) -> None:
        """Give the appeals officers the papers."""
        appeal.send_appeal_papers(self.cycle, by=self.by("clerk"), on=self.day)

    def dismiss(self) -> None:
        """Dismiss the appeal."""
        appeal.decide_appeal(
            self.cycle, outcome=Appeal.Outcome.DISMISSED, reasons="It was weighed",
            by=self.by("clerk"), on=self.day,
        )  # fmt: skip

    def assure(self) -> None:
        """Assure the governing body, without detail."""
        review.assure_governors(self.cycle, by=self.by("chair"), on=self.day)

    def hand_over(self) -> None:
        """Give the chief education officer the statement."""
        review.hand_over(
            self.cycle, what=Handing.What.STATEMENT, to="The chief education officer",
            capacity="chief_education_officer", because="The Regulations give it",
            by=self.by("chair"), on=self.day,
        )  # fmt: skip

    def close(self) -> None:
        """Close the cycle."""
        opening.close(self.cycle, by=self.by("clerk"), on=self.day)


def main() -> int:
    """Generate, and say what it cost."""
    parser = argparse.ArgumentParser(description="Three years at many invented schools.")
    parser.add_argument("--schools", type=int, default=300, help="how many (default: 300)")
    parser.add_argument("--seed", type=int, default=1, help="which facts (default: 1)")
    options = parser.parse_args()
    begun, used = time.perf_counter(), time.process_time()
    generate(options.schools, options.seed)
    seconds, used = time.perf_counter() - begun, time.process_time() - used
    cycles = Cycle.objects.count()
    events = sum(Cycle.objects.values_list("event_count", flat=True))
    sys.stdout.write(
        f"{options.schools} schools, {cycles} cycles, {events} events in {seconds:.0f} s, of which "
        f"{used:.0f} s of the processor here: {1000 * used / cycles:.0f} ms a cycle, "
        f"{1000 * used / events:.1f} ms an event.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
