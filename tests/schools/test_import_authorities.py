"""How import_schools makes and names authorities."""

from schools.models import Authority, School
from schools.models.choices import Nation
from tests.schools.register_file import Register, a_school, of_authority

LAMBETH = of_authority("208", "Lambeth")
WANDSWORTH = of_authority("212", "Wandsworth")
ASTRAY = of_authority("212", "Lambeth")


def names() -> dict[str, str]:
    return dict(Authority.objects.values_list("code", "name"))


def test_an_authority_is_made_once_with_its_code_and_name(register: Register) -> None:
    said = register.brings(a_school(1, LAMBETH), a_school(2, LAMBETH), a_school(3, WANDSWORTH))
    assert "Authorities created: 2" in said
    assert names() == {"208": "Lambeth", "212": "Wandsworth"}
    assert Authority.objects.get(code="208").nation == Nation.ENGLAND
    assert School.objects.filter(authority__code="208").count() == 2


def test_an_authority_that_is_held_is_not_made_again(register: Register) -> None:
    held = Authority.objects.create(code="208", name="Lambeth")
    said = register.brings(a_school(1, LAMBETH))
    assert "Authorities created: 0" in said
    assert School.objects.get().authority == held


def test_an_authority_takes_the_name_that_most_of_its_schools_give(register: Register) -> None:
    said = register.brings(
        a_school(1, ASTRAY), a_school(2, WANDSWORTH), a_school(3, WANDSWORTH), a_school(4, LAMBETH)
    )
    assert names() == {"208": "Lambeth", "212": "Wandsworth"}
    assert "renamed" not in said


def test_a_school_whose_authority_has_anothers_name_goes_by_the_code_and_is_listed(
    register: Register,
) -> None:
    rows = [a_school(1, ASTRAY), a_school(2, WANDSWORTH), a_school(3, WANDSWORTH)]
    said = register.brings(*rows)
    assert School.objects.get(urn=1).authority == Authority.objects.get(code="212")
    assert "imported under the authority's code, though its name is another's: 1 (URN 1)" in said


def test_an_authority_that_is_renamed_is_renamed_and_listed(register: Register) -> None:
    before = of_authority("835", "Dorset")
    register.brings(a_school(1, before), a_school(2, before))
    after, new = of_authority("835", "Pre-LGR 2019 Dorset"), of_authority("838", "Dorset")
    rows = [a_school(1, after), a_school(2, after), a_school(3, new)]
    said = register.brings(*rows)
    assert names() == {"835": "Pre-LGR 2019 Dorset", "838": "Dorset"}
    assert "renamed: Dorset to Pre-LGR 2019 Dorset" in said
    assert "renamed" not in register.brings(*rows)


def test_one_stray_row_alone_does_not_give_an_authority_anothers_name(register: Register) -> None:
    register.brings(a_school(1, WANDSWORTH), a_school(2, LAMBETH))
    said = register.brings(a_school(3, ASTRAY))
    assert names() == {"208": "Lambeth", "212": "Wandsworth"}
    assert "though its name is another's: 1 (URN 3)" in said


def test_where_two_names_are_as_common_the_held_one_stays(register: Register) -> None:
    register.brings(a_school(1, of_authority("909", "Cumbria")))
    rows = [
        a_school(1, of_authority("909", "Cumberland")),
        a_school(2, of_authority("909", "Cumbria")),
    ]
    register.brings(*rows)
    assert names() == {"909": "Cumbria"}


def test_a_row_without_the_authoritys_name_neither_names_nor_unnames_it(register: Register) -> None:
    register.brings(a_school(1, of_authority("921", "")))
    assert names() == {"921": "Authority 921"}
    register.brings(a_school(1, of_authority("921", "Isle of Wight")))
    said = register.brings(a_school(1, of_authority("921", "")))
    assert names() == {"921": "Isle of Wight"}
    assert "To be looked at" not in said


def test_a_school_moves_to_another_authority_when_the_register_says_so(register: Register) -> None:
    register.brings(a_school(1, LAMBETH))
    said = register.brings(a_school(1, WANDSWORTH))
    assert "Updated: 1" in said
    assert str(School.objects.get().authority) == "Wandsworth"


def test_the_code_of_no_authority_is_none(register: Register) -> None:
    register.brings(a_school(1, of_authority("000", "Does not apply")))
    assert School.objects.get().authority is None
    assert names() == {}
