"""What leads an adviser through the advice: the parts of the form, what to write, how to put it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the form of advice: its heading, its fields, guidance and an example."""

    heading: str
    fields: tuple[str, ...]
    guidance: str
    example: str = ""


EVIDENCE = Part(
    heading="The evidence",
    fields=("evidence_seen", "not_seen"),
    guidance="Say on what the advice rests, so that the governors can weigh it. What you asked for "
    "and did not see matters as much as what you saw.",
    example="Seen: the reading checks of September and June, class by class; the head's own "
    "summary; two lessons in Year 2. Not seen: the attendance figures since Easter, asked for on "
    "3 September.",
)
STANDARDS = Part(
    heading="The standards",
    fields=("on_standards",),
    guidance="Performance against the standards that the head was told. Leave it empty where the "
    "visit was about the objectives alone.",
)
QUESTIONS = Part(
    heading="What to ask the head",
    fields=("questions",),
    guidance="Questions that the governors can put themselves, each open, each about something "
    "seen.",
    example="What changed in Year 2 after January? Which pupils did not move, and what is known of "
    "why?",
)
SUGGESTIONS = Part(
    heading="Objectives that you suggest",
    fields=(),
    guidance="Up to four, each with how it would be measured. Leave those you do not need.",
)
GOVERNORS_ALONE = Part(
    heading="What is for the governors alone",
    fields=("for_governors", "conclusion"),
    guidance="The adviser advises. The governors judge, set the objectives and recommend on pay. "
    "Name what you leave to them.",
    example="Whether objective 2 counts as met when half of its measure could not be taken is for "
    "the governors. So is any recommendation on pay: I make none.",
)

# Advice on the whole system

POLICY = Part(
    heading="The policy",
    fields=("policy",),
    guidance="Whether the governing body has adopted a policy on appraisal and when; whether it is "
    "up to date with the law and with how the school is now; whether it is followed.",
    example="Adopted on 12 September 2025 and on the website. It still names a pay committee that "
    "was merged in May. It is followed: I saw the dates of all 14 appraisals.",
)
CALENDAR = Part(
    heading="The calendar of the year",
    fields=("calendar",),
    guidance="Whether objectives, mid-year meetings, reviews and decisions on pay came when the "
    "policy says, across the staff. Count; name nobody.",
    example="12 of 14 reviews were held by 31 October. Two waited for an appraiser who was ill, "
    "and nobody had been named in place of them.",
)
ACROSS_THE_STAFF = Part(
    heading="Objectives across the staff",
    fields=("objectives",),
    guidance="How objectives are set, whether they are of like weight, and who looks over them all "
    "so that they are. Nothing here about the head's own.",
    example="Each teacher has three, and one serves the improvement plan. The senior leaders read "
    "all of them together in October; nobody does so for the leaders' own.",
)
USE_OF_EVIDENCE = Part(
    heading="The use of evidence",
    fields=("evidence",),
    guidance="On what judgements across the staff rest, and whether it is agreed beforehand.",
)
PAY = Part(
    heading="The link to decisions on pay",
    fields=("pay",),
    guidance="Whether recommendations and decisions follow the policy on pay, are made by "
    "different people, and are given in writing. No person's pay belongs here.",
)
APPRAISERS = Part(
    heading="Training and support of appraisers",
    fields=("appraisers",),
    guidance="Who of those who appraise, governors among them, was trained for it, when, and to "
    "whom they turn.",
)
DEVELOPMENT = Part(
    heading="Development that follows",
    fields=("development",),
    guidance="Whether the needs that appraisals find lead to action: is there a plan, money, and "
    "somebody who looks after a year?",
)
STRENGTHS = Part(
    heading="Strengths",
    fields=("strengths",),
    guidance="What works and should be kept.",
)
RECOMMENDATIONS = Part(
    heading="Recommendations",
    fields=(),
    guidance="Up to six, each with who would act and by when: the governors are asked next year "
    "what became of them. Leave those you do not need.",
    example="Name somebody in advance for each appraiser who may be away. Who: the head. By: "
    "31 January 2027.",
)
LAST_YEAR = Part(
    heading="Last year's recommendations",
    fields=(),
    guidance="Say of each what became of it. Where it could not be learned, say so.",
)
GOVERNING_BODY_ALONE = Part(
    heading="What is for the governors alone",
    fields=("for_governors", "conclusion"),
    guidance="The adviser advises. The governing body adopts the policy and answers for how it is "
    "kept. Name what you leave to it.",
)
