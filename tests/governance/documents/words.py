"""What people write in the cycles whose papers are read."""

from datetime import date

from governance.actions.objectives import OnObjective, Suggested
from governance.actions.system import Became, Recommendation

STANDARDS = "Teachers' Standards and Headteachers' Standards 2020"
STANDARDS_OF_WALES = "Professional Standards for Teaching and Leadership"

ATTENDANCE = {
    "text": "Pupils who miss school most come more often",
    "success": "No more than 12 pupils miss a tenth of the year or more; there were 27",
    "evidence": "The attendance register each half-term; notes of meetings with families",
    "pupils": "Pupils who are there learn; those who missed most were a year behind in reading",
    "plan": "Priority 2 of the improvement plan: attendance",
    "monitoring": "Half-termly figures to the appraisers",
}
HEAD = "I agree with the first. The second depends on a family worker, whom we have yet to find."
SUPPORT = "Six half-days with a head of a larger school; the authority's course on attendance."
MONITORING = (
    "Two visits by an appraiser, in January and in May, each for half a day. Attendance figures "
    "come from the school office every half-term. The deputy head may be asked about reading."
)

SEEN = (
    "The improvement plan of July; reading and attendance figures for three years; the last "
    "inspection report; the head's own evaluation, six pages; two hours with the head; a walk "
    "through every class."
)
NOT_SEEN = "The budget, and the minutes of the finance committee. I did not speak with parents."
QUESTIONS = (
    "What will you stop doing so that reading comes first?\n\n"
    "Which of the 27 families have you met yourself?"
)
FOR_GOVERNORS = "Whether the head's work with the federation counts among the objectives at all."
CONCLUSION = (
    "Two objectives are enough for this year. Both can be measured, and both serve the plan."
)
ON_STANDARDS = (
    "Strong in teaching, curriculum and behaviour. Less is shown in additional and special needs, "
    "where the head leans on one colleague."
)
JUDGED = (
    OnObjective(1, "Keep, and sharpen", "The measure is clear; say which check, and on which day."),
    OnObjective(2, "Keep", "The figure is demanding and within the head's reach."),
)
JUDGED_AT_REVIEW = (
    OnObjective(1, "Met", "83% in the check of 12 June; I saw the papers of one class."),
    OnObjective(2, "Mostly met", "15 pupils instead of 12. The family worker came in March."),
)
SUGGESTED = (
    Suggested("Every teacher of Years 3 and 4 is coached in reading", "Two lessons seen each term"),
    Suggested("Two leaders share what the head carries alone", "Their own plans, by Easter"),
)
NEEDS = "Leading through others: the school has grown by two classes in as many years."
DEVELOPMENT = "A mentor until Easter, and the national programme for leaders from September."
OVERALL = (
    "A strong year. Reading is better than it has been for ten years, and the head has built a "
    "team that will last.\n\nAttendance has further to go."
)
REPORTED = "Both objectives were met in the main, and performance against the standards was strong."
COMMENTS = (
    "I accept the statement. The family worker came six months late, through no fault of mine."
)
GROUNDS = (
    "The attendance figures of the summer term were handed in on 14 September and were not looked "
    "at. With them the second objective is met."
)
REASONS = (
    "The figures were handed in on time and were not weighed. They bear on the second objective."
)
STANDS = "The figures were weighed, as page 3 of the appraisers' notes shows, and do not alter it."
ON_SYSTEM = {
    "seen": "The policy and the minute by which it was adopted; the dates of all 14 appraisals; "
    "the plan for training; an hour with the two leaders who appraise most.",
    "not_seen": "Any person's objectives or report, which I did not ask for.",
    "policy": "Adopted on 12 June 2025 and on the website. It names a pay committee that was "
    "merged in May. In all else it is up to date, and it is followed.",
    "calendar": "12 of 14 reviews were held by 31 October. Two waited for an appraiser who was "
    "ill.",
    "objectives": "Each teacher has three, one of them from the improvement plan. The senior "
    "leaders read all of them together in October; nobody does so for the leaders' own.",
    "evidence": "It is agreed with each teacher when the objectives are set, on one page.",
    "pay": "Recommendations are made by the appraisers and decided by others, in writing.",
    "appraisers": "All staff who appraise were trained in 2024. Of the governors, one was not.",
    "development": "Needs are gathered in November into one plan, with 4,000 pounds behind it.",
    "strengths": "Appraisals are held with care and in good time, and teachers speak well of them.",
    "for_governors": "Whether the policy is to say who reads the leaders' objectives together.",
    "conclusion": "The system works and is trusted. Put the policy right before September.",
}
LAST_YEAR = [
    {"text": "Put the policy on the website", "who": "The clerk", "by": "2025-09-30"},
    {"text": "Train the governors who appraise", "who": "The chair", "by": "2026-03-31"},
    {"text": "Say who appraises while somebody is ill", "who": "The head", "by": "2025-12-19"},
]
BECAME = (
    Became(1, "Done in September."),
    Became(2, "Two of three attended the course of the authority."),
)
RECOMMENDED = (
    Recommendation("Adopt the policy again, with the right committee", "The governing body",
                   date(2026, 9, 1)),
    Recommendation("Name somebody for each appraiser who is away", "The head", date(2026, 10, 15)),
)  # fmt: skip
