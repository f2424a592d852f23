"""With whom to begin in the demonstration: the people of a case that has something for each."""

from collections.abc import Iterable

from accounts.models import User

BEGIN_WITH = {
    "Imke Farraday": "the clerk, who has still to say whose application an interest is in",
    "Bram Ottley": "the chair of the panel, who has handed in and sees the matrix so far",
    "Rosalind Hexley": "a member of the panel, half-way through scoring",
    "Yvonne Sarre": "a member who has declared an interest and waits for the clerk",
    "Corin Thwaite": "the authority's adviser, who sees no scores before all are in",
}
"""Each by name, with what there is to see: people of stories/files/panels_evening_ahead.yaml."""


def to_begin_with(people: Iterable[User]) -> list[tuple[User, str]]:
    """Return those of the people with whom to begin, in order, each with what there is to see."""
    by_name = {person.full_name: person for person in people}
    return [(by_name[name], why) for name, why in BEGIN_WITH.items() if name in by_name]
