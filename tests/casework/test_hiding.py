"""Names taken out of what people wrote."""

import pytest

from casework.hiding import Hidden

NAMES = Hidden([
    "Ilse Vrellosk", "Jean-Luc de Quandrit-Osk", "Zoë O\u2019Tzelbow", "Bo Ng",
    "Jane Xandr\u00f8l MBE", "Ostrikel, Mara",
])  # fmt: skip


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Ilse Vrellosk taught well.", "[name hidden] taught well."),
        ("ms VRELLOSK, and vrellosk's class", "ms [name hidden], and [name hidden] class"),
        ("Mr Quandrit said so", "Mr [name hidden] said so"),
        ("Jean-Luc de Quandrit-Osk", "[name hidden]"),
        ("O'Tzelbow and O\u2019TZELBOW", "[name hidden] and [name hidden]"),
        ("Zo\u00eb O'Tzelbow; Zoe\u0308 O'Tzelbow", "[name hidden]; [name hidden]"),
        ("Ng applied", "[name hidden] applied"),
        ("Ilse was there, and a sangria", "Ilse was there, and a sangria"),
        ("Mrs Xandrol, and Ostrikel too", "Mrs [name hidden], and [name hidden] too"),
        ("Vrel\u00adlosk", "[name hidden]"),
        ("Vrelloskian ideas", "Vrelloskian ideas"),
        ("", ""),
    ],
)
def test_a_surname_goes_with_the_names_before_it_and_nothing_else(written: str, left: str) -> None:
    assert NAMES.out_of(written) == left


def test_names_go_out_of_whatever_json_can_hold() -> None:
    kept = {"a": ["Vrellosk", 3, None], "b": {"c": "Bo Ng"}}
    assert NAMES.out_of(kept) == {"a": ["[name hidden]", 3, None], "b": {"c": "[name hidden]"}}
    assert NAMES.are_in(kept)
    assert not NAMES.are_in({"a": ["nobody", 3]})


def test_with_no_names_nothing_is_hidden() -> None:
    assert Hidden([]).out_of("Ilse Vrellosk") == "Ilse Vrellosk"
