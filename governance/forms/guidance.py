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
