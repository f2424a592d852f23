"""The questions on equality that applicants may answer, apart from their applications."""

from collections.abc import Mapping
from dataclasses import dataclass

from law.base import Confidence
from law.making import FROM_THE_START, statute

NOT_SAID = ("not_said", "Prefer not to say")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the characteristic that it is about, its words, and the answers by key."""

    key: str
    about: str
    text: str
    own: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Say what it is about."""
        return self.about

    @property
    def answers(self) -> Mapping[str, str]:
        """The answers in order, each by its key; the last is not to say."""
        return dict((*self.own, NOT_SAID))


YES_OR_NO = (("yes", "Yes"), ("no", "No"))
ASKED = (
    Question(
        "age", "Age", "How old are you?",
        (("under_35", "Under 35"), ("35_to_44", "35 to 44"), ("45_to_54", "45 to 54"),
         ("55_and_over", "55 and over")),
    ),
    Question("sex", "Sex", "What is your sex?", (("female", "Female"), ("male", "Male"))),
    Question(
        "gender_reassignment", "Gender reassignment",
        "Is the gender you identify with the same as your sex registered at birth?", YES_OR_NO,
    ),
    Question("disability", "Disability", "Do you consider yourself to be disabled?", YES_OR_NO),
    Question(
        "race", "Race", "What is your ethnic group?",
        (("asian", "Asian, Asian British or Asian Welsh"),
         ("black", "Black, Black British, Black Welsh, Caribbean or African"),
         ("mixed", "Mixed or multiple ethnic groups"), ("white", "White"),
         ("other", "Another ethnic group")),
    ),
    Question(
        "religion", "Religion or belief", "What is your religion or belief?",
        (("none", "None"), ("buddhist", "Buddhist"), ("christian", "Christian"),
         ("hindu", "Hindu"), ("jewish", "Jewish"), ("muslim", "Muslim"), ("sikh", "Sikh"),
         ("other", "Another religion or belief")),
    ),
    Question(
        "orientation", "Sexual orientation", "What is your sexual orientation?",
        (("straight", "Heterosexual or straight"), ("gay", "Gay or lesbian"),
         ("bisexual", "Bisexual"), ("other", "Another orientation")),
    ),
)  # fmt: skip
QUESTIONS: Mapping[str, Question] = {question.key: question for question in ASKED}

EQUALITY = statute(
    "equality_questions",
    "Applicants may be asked about the protected characteristics, so that the governing body sees "
    "whom its recruitment reaches. Nobody need answer, and nobody who chooses sees an answer.",
    value=tuple(map(str, ASKED)),
    citation="Equality Act 2010, sections 4 and 149",
    confidence=Confidence.RECALLED_HIGH,
    since=FROM_THE_START,
    note="The words of the questions are Headship's. Marriage and civil partnership, and pregnancy "
    "and maternity, are protected too, and are not usually asked about.",
)
