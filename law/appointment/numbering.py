"""The number of each regulation, where two Parts of one instrument say the same."""

from dataclasses import replace

from law.appointment.regime import Regime


def numbered(regime: Regime, **numbers: str) -> Regime:
    """Return the table with the number of each regulation in place of its name in braces.

    Two Parts of one instrument often say the same in other numbers: `appointment="15"` fills in
    what a citation or a note has as "regulation {appointment}(1)".
    """

    def fill(text: str) -> str:
        for name, number in numbers.items():
            text = text.replace(f"{{{name}}}", number)
        return text

    return regime.changed(
        lambda rule: replace(
            rule, says=fill(rule.says), citation=fill(rule.citation), note=fill(rule.note)
        )
    )
