"""What the people of the cases wrote, as such people write."""

from datetime import date
from typing import TypedDict

from recruitment.points import Point

CRITERIA = (
    ("Qualified teacher status", True, "application"),
    ("Has led improvement in teaching across a whole school or phase", True, "application"),
    ("Coaches teachers so that their teaching improves", True, "task"),
    ("Leads safeguarding with confidence", True, "interview"),
    ("Plans and controls a school's budget", True, "task"),
    ("Has worked with a school in a collaboration", False, "interview"),
)

COACHING = Point(
    criterion=3,
    seen="The application describes two years of paired observation. It gives no example of a "
    "teacher whose teaching improved. On the visit on 30 September the candidate watched a lesson "
    "and spoke with the teacher for ten minutes, but did not return to the points agreed.",
    seen_by="Ifor Prys",
    seen_on=date(2026, 9, 30),
    source="Application, page 4; visit to the candidate's school",
    explanation="The candidate said that results of the coaching were not yet in.",
    inference="Coaching that changes teaching has not yet been shown.",
)
BUDGET = Point(
    criterion=5,
    seen="In the budget task the candidate balanced the first year by leaving a vacancy unfilled, "
    "and did not cost the second and third years.",
    seen_by="Ifor Prys and the panel",
    seen_on=date(2026, 10, 8),
    source="Budget task, marked script",
    explanation="The candidate said that the time allowed was too short for all three years.",
    inference="Control of a budget beyond one year has not yet been shown.",
)

REPRESENTATION = (
    "Criterion 3 is essential. The authority has looked for evidence that it is met in the "
    "application and on a visit, and has not found it.\n\nThe school's last inspection asked for "
    "better teaching of reading. Whoever leads it must be able to bring that about."
)
TAKEN_BACK = (
    "The candidate's headteacher has since shown the authority what came of the coaching. The "
    "authority no longer thinks that criterion 3 is in doubt."
)
CONSIDERATION = (
    "The panel read the representations before the interviews and again after them. It heard the "
    "adviser. It noted that the coaching task on 8 October, which the authority had not seen, gave "
    "direct evidence on criterion 3. It concluded, by the votes of all three members, that the "
    "criterion was met."
)
ADVICE_TO_GOVERNORS = (
    "Please allow an hour for the panel's report. Every governor who is to vote should have read "
    "it beforehand, with any reasons that go with it."
)
ADVICE_MINUTE = "Considered. Each candidate was asked for evidence of coaching."
REASONS = (
    "In the coaching task of 8 October the candidate watched a recorded lesson, agreed two points "
    "with the teacher and, at a second conversation, tested whether they had been acted on. All "
    "three members saw it and marked criterion 3 as met.\n\nEvery other essential criterion was "
    "met on the evidence of the application, the references, the tasks and the interview."
)
RESERVATIONS_MINUTE = (
    "Read by all governors present. They noted criteria 3 and 5 and asked that a mentor and a "
    "review at half-term be arranged."
)
DISCUSSION = (
    "The chair of the panel presented its report. Governors asked how criterion 3 had been tested, "
    "and how the second and third years of the budget would be planned. Both were answered."
)
TERMS = (
    "Adopted: the panel is to have its shortlist ready by the end of the month, and is to report "
    "in writing. The clerk is to attend its meetings."
)
FIELD = "The applications were read against the person specification. None met criteria 2 and 3."
NOBODY = "No applicant showed, on paper, that essential criteria 2 and 3 are met."
AGAIN = (
    "The advertisement ran for two weeks at the start of term and drew few. It is to run for four, "
    "and the pay range is to be stated."
)
GOOD_REASON = (
    "The governing body of a neighbouring school, which is to close, has asked that its staff be "
    "considered first."
)
REFUSAL = (
    "The register of teachers was searched on 14 October. It shows no award of qualified teacher "
    "status in the name, or in any earlier name, that the person gave."
)


class OwnWords(TypedDict):
    """The parts of a letter of reservations."""

    not_disputed: str
    conclusion: str
    same_yardstick: str
    earlier_advice: str
    why_it_matters: str
    limits: str
    what_would_settle_it: str
    what_governors_must_do: str
    interests: str
    capacity: str
    authority_to_sign: str
    copies: str


RESERVATIONS = OwnWords(
    not_disputed="The process was fair and was followed with care. Ada Brook is a teacher of "
    "proven quality, spoke well of the school's families, and met criteria 1, 2, 4 and 6 on clear "
    "evidence.",
    conclusion="Ada Brook has not yet been shown to meet essential criteria 3 and 5.",
    same_yardstick="Every candidate did the same two tasks, in the same time and with the same "
    "papers, and was asked the same five questions. Of each I looked for one teacher whose "
    "teaching had improved and for a balanced budget over three years.",
    earlier_advice="On 28 September I advised the panel to ask for evidence of coaching. It did "
    "so, and its minute of 9 October records the answer.",
    why_it_matters="In July 38 of the 60 pupils in Year 2 read at the standard for their age. The "
    "school's reserve will be spent by March 2028 on its present plan.",
    limits="I did not see the coaching task of 8 October: I was with another candidate. I am "
    "fairly sure of criterion 5 and less sure of criterion 3.",
    what_would_settle_it="Before the decision: the candidate's own three-year plan, and a word "
    "with a teacher who was coached. After it: a mentor from a school that has improved its "
    "reading, objectives by the end of January, and a review at half-term.",
    what_governors_must_do="Please read this letter with the panel's report, ask the chair of the "
    "panel how criteria 3 and 5 were met, and have the answers minuted.",
    interests="None. I have not worked with any of the candidates.",
    capacity="School improvement adviser, representing the authority",
    authority_to_sign="Delegated by the Director of Children's Services on 1 September 2026",
    copies="Ann Rees, Clerk to the governing body\nJoan Beck, Head of Governor Services",
)
FOR_THE_PANEL: OwnWords = {
    **RESERVATIONS,
    "earlier_advice": "I gave none: the tasks and the interviews ended on the day of this letter.",
    "limits": "I did not see the coaching task. I am fairly sure of criterion 5, less so of 3.",
    "what_governors_must_do": "Please compare the scripts of the budget task before you decide.",
}
