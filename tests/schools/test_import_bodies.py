"""What import_schools says of the diocese, the trust and the federation of a school."""

import pytest

from schools.models import School
from tests.schools.register_file import COLUMNS, Register, a_school, laid_out

BODIES = {
    "diocese": "Diocese (name)",
    "trust": "Trusts (name)",
    "federation": "Federations (name)",
}
FLAGS = {"trust": "TrustSchoolFlag (name)", "federation": "FederationFlag (name)"}
NO_COLUMNS = [each for each in COLUMNS if each not in {*BODIES.values(), *FLAGS.values()}]


def kept(field: str) -> object:
    return School.objects.values_list(field, flat=True).get()


@pytest.mark.parametrize("field", BODIES)
def test_each_is_kept_as_written_and_a_blank_never_erases_it(
    register: Register, field: str
) -> None:
    register.brings(a_school(1, {BODIES[field]: "Body of Nowhere"}))
    assert kept(field) == "Body of Nowhere"
    assert "Updated: 0" in register.brings(a_school(1))
    assert kept(field) == "Body of Nowhere"


@pytest.mark.parametrize("field", BODIES)
def test_each_can_be_missing_from_the_file(register: Register, field: str) -> None:
    register.brings(a_school(1, {BODIES[field]: "Body of Nowhere"}))
    assert "Unchanged: 1" in register.brings_file(laid_out([a_school(1)], NO_COLUMNS))
    assert kept(field) == "Body of Nowhere"


@pytest.mark.parametrize(
    ("field", "heading", "none"),
    [
        ("diocese", BODIES["diocese"], "Not applicable"),
        ("trust", FLAGS["trust"], "Not applicable"),
        ("trust", FLAGS["trust"], "Not supported by a trust"),
        ("federation", FLAGS["federation"], "Not under a federation"),
        ("federation", FLAGS["federation"], "Not applicable"),
    ],
)
def test_a_school_that_has_none_any_more_loses_it(
    register: Register, field: str, heading: str, none: str
) -> None:
    register.brings(a_school(1, {BODIES[field]: "Body of Nowhere"}))
    register.brings(a_school(1, {heading: none}))
    assert kept(field) == ""


def test_a_federation_without_a_name_is_kept_as_the_flag_has_it(register: Register) -> None:
    register.brings(a_school(1, {FLAGS["federation"]: "Supported by a federation"}))
    assert kept("federation") == "Supported by a federation"
    named = {BODIES["federation"]: "Nowhere Federation"}
    register.brings(a_school(1, {FLAGS["federation"]: "Supported by a federation"}, named))
    assert kept("federation") == "Nowhere Federation"


def test_a_name_that_is_too_long_is_refused(register: Register) -> None:
    message = register.refuses(laid_out([a_school(1, {BODIES["diocese"]: "D" * 101})]))
    assert "column Diocese (name): 101 characters, where at most 100 are kept." in message
