"""Forms of a change after publication: a later closing date, or the post published again."""

from casework.forms import DateField
from casework.forms.fields import line, prose
from casework.forms.when import when
from casework.words import written
from recruitment.forms.base import LONG_LINE, VacancyForm


class ExtendClosing(VacancyForm):
    action = "extend_closing"
    lead = (
        "The person specification stays as it is, and applications may come in until the new date. "
        "The first date stays on record."
    )
    done = "The closing date is extended."
    button = "Extend the closing date"
    closing_on = DateField(label="New closing date", help_text="The last day for applications.")
    why = prose("Reason", rows=3)
    where = line(
        "Where it was announced",
        LONG_LINE,
        help_text="It should be announced wherever the post was advertised.",
    )
    on = when("Date it was announced")

    def notes(self) -> list[str]:
        """Say which date is in force."""
        advert = self.position.advertised
        return [f"The closing date now is {written(advert.closing_on)}."] if advert else []


class PublishAgain(VacancyForm):
    action = "publish_again"
    lead = (
        "The person specification is open again. Change it, settle it and advertise the post anew. "
        "What was published stays on record, and applications that came stay with their codes."
    )
    done = "The person specification is open again. Change it, settle it, and advertise the post."
    button = "Open the specification again"
    final = True
    why = prose("Reason", rows=3)
    on = when("Date it was decided")
