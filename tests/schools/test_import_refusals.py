"""Which files import_schools refuses, where it says the fault is, and that nothing changes."""

import codecs
import gzip
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from schools.models import School
from schools.register.upsert import ROWS_AT_ONCE
from tests.schools.register_file import COLUMNS, Register, a_school, laid_out
from tests.schools.welsh_lists import ENGLISH, WELSH, changed

pytestmark = pytest.mark.django_db
THREE = [a_school(1), a_school(2), a_school(3)]


def altered(heading: str, cell: str) -> str:
    """Return a file of three schools, with a cell of the second on line 3 as given."""
    return laid_out([a_school(1), a_school(2, {heading: cell}), a_school(3)])


@pytest.mark.parametrize(
    ("heading", "cell", "problem"),
    [
        ("URN", "", "'' is not a school's number."),
        ("URN", "10002A", "'10002A' is not a school's number."),
        ("URN", "-5", "'-5' is not a school's number."),
        ("URN", "0", "'0' is not a school's number."),
        ("URN", "²", "'²' is not a school's number."),
        ("URN", "12345678", "'12345678' is not a school's number."),
        ("URN", "1", "1 is on line 2 already."),
        ("OpenDate", "31-02-2020", "'31-02-2020' is not a date written dd-mm-yyyy."),
        ("OpenDate", "2020-09-01", "'2020-09-01' is not a date written dd-mm-yyyy."),
        ("CloseDate", "1-9-2020", "'1-9-2020' is not a date written dd-mm-yyyy."),
        ("CloseDate", "01-09-0000", "'01-09-0000' is not a date written dd-mm-yyyy."),
        ("NumberOfPupils", "many", "'many' is not a whole number."),
        ("NumberOfPupils", "12345", "'12345' is not a whole number."),
        ("StatutoryLowAge", "-1", "'-1' is not a whole number."),
        ("StatutoryHighAge", "1.5", "'1.5' is not a whole number."),
        ("LA (code)", "20", "'20' is not an authority's code of 3 digits."),
        ("LA (code)", "E09", "'E09' is not an authority's code of 3 digits."),
        ("LA (name)", "A" * 101, "101 characters, where at most 100 are kept."),
        ("EstablishmentName", "A" * 201, "201 characters, where at most 200 are kept."),
        ("Postcode", "A" * 21, "21 characters, where at most 20 are kept."),
        ("EstablishmentName", "Argyle\x00School", "control character U+0000"),
        ("Town", "Lon\x1bdon", "control character U+001B"),
    ],
)
def test_a_cell_that_cannot_be_is_named_by_line_and_column(
    register: Register, heading: str, cell: str, problem: str
) -> None:
    register.brings(a_school(3, {"Town": "Elsewhere"}))
    message = register.refuses(altered(heading, cell))
    assert f"Line 3, column {heading}: " in message
    assert problem in message


def test_a_bad_date_is_found_in_a_row_that_would_be_skipped(register: Register) -> None:
    skipped = {"TypeOfEstablishment (code)": "30", "TypeOfEstablishment (name)": ""}
    content = laid_out([a_school(1), a_school(2, skipped, {"OpenDate": "tomorrow"})])
    assert "Line 3, column OpenDate: 'tomorrow'" in register.refuses(content)


def test_what_was_written_before_the_fault_is_taken_back(register: Register) -> None:
    register.brings(a_school(1, {"Town": "Elsewhere"}))
    last = ROWS_AT_ONCE + 1
    rows = [*[a_school(urn) for urn in range(1, last)], a_school(last, {"OpenDate": "never"})]
    assert f"Line {last + 1}, column OpenDate" in register.refuses(laid_out(rows))
    assert School.objects.get().town == "Elsewhere"


def test_lines_are_counted_as_a_text_editor_counts_them(register: Register) -> None:
    rows = [a_school(1, {"Street": "One\r\nTwo\r\nThree"}), a_school(2, {"OpenDate": "never"})]
    assert "Line 5, column OpenDate" in register.refuses(laid_out(rows))


@pytest.mark.parametrize("heading", ["URN", "LA (code)", "TypeOfEstablishment (name)", "Postcode"])
def test_a_missing_column_is_named(register: Register, heading: str) -> None:
    columns = [column for column in COLUMNS if column != heading]
    message = register.refuses(laid_out(THREE, columns))
    assert (
        "Line 1: this is no register that Headship reads. To be the register of schools in "
        f"England, it lacks the columns {heading}." in message
    )


@pytest.mark.parametrize(
    ("header", "message"),
    [
        (
            "School Number,School Name",
            (
                "To be the Welsh Government's list of maintained schools, in English, it lacks the "
                "columns LA Code, Local Authority, School Type, Governance - see notes, Sector, "
            ),
        ),
        (
            "Rhif yr ysgol,Enw\u2019r ysgol,Sector",
            (
                "To be the Welsh Government's list of maintained schools, in Welsh, it lacks the "
                "columns Cod ALl, Awdurdod Lleol, Math o ysgol, "
            ),
        ),
        (
            "Name,Colour",
            (
                "To be the register of schools in England, it lacks the columns URN, "
                "EstablishmentNumber, EstablishmentName, LA (code), "
            ),
        ),
    ],
)
def test_what_the_nearest_register_has_more_is_named(
    register: Register, header: str, message: str
) -> None:
    assert message in register.refuses(f"{header}\r\n6602130,Ysgol Amlwch\r\n".encode())


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("660213", "'660213' is not a school's number."),
        ("66021300", "'66021300' is not a school's number."),
        ("0602130", "'0602130' is not a school's number."),
        ("", "'' is not a school's number."),
        ("6602991", "6602991 is on line 2 already."),
    ],
)
def test_a_welsh_number_has_seven_digits_and_comes_once(
    register: Register, number: str, problem: str
) -> None:
    message = register.refuses(changed(ENGLISH, "6612992", {"School Number": number}))
    assert f"Line 3, column School Number: {problem}" in message


def test_a_fault_in_the_welsh_list_is_named_by_its_own_heading(register: Register) -> None:
    message = register.refuses(changed(WELSH, "6612992", {"Cod ALl": "66"}))
    assert "Line 3, column Cod ALl: '66' is not an authority's code of 3 digits." in message


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["unmarked", "marked"])
def test_the_welsh_list_is_read_as_utf_8(register: Register, mark: bytes) -> None:
    register.brings_file(mark + WELSH)
    assert School.objects.get(number="6612992").street == "L\u00f4n Goed"


def test_the_welsh_list_in_another_encoding_is_refused(register: Register) -> None:
    message = register.refuses(ENGLISH.decode().encode("cp1252"))
    assert "Line 2, column Address 2: byte 0xF4 is no character" in message
    assert "or save the file in UTF-8." in message


def test_a_column_that_is_there_twice_is_named(register: Register) -> None:
    message = register.refuses(laid_out(THREE, [*COLUMNS, "Town"]))
    assert "Line 1, column Town: the column is there twice." in message


def test_a_row_that_stops_early_is_named_with_the_first_column_that_it_lacks(
    register: Register,
) -> None:
    whole = laid_out(THREE)
    short = whole[: whole.rindex("Tonbridge")]
    message = register.refuses(short)
    assert "Line 4, column Locality: the row stops before it: 60 columns of 139." in message


def test_a_short_row_in_the_middle_is_named(register: Register) -> None:
    first, second, third, fourth = laid_out(THREE).splitlines(keepends=True)
    message = register.refuses(first + second + third[:40] + "\r\n" + fourth)
    assert "Line 3, column " in message
    assert "the row stops before it" in message


def test_a_row_that_goes_on_too_long_is_named(register: Register) -> None:
    content = laid_out(THREE).removesuffix("\r\n") + ",more\r\n"
    message = register.refuses(content)
    assert "Line 4, column AccreditationExpiryDate: the row goes on" in message
    assert "140 columns, not 139" in message


def test_a_file_cut_short_in_its_last_cell_is_refused(register: Register) -> None:
    message = register.refuses(laid_out(THREE).removesuffix("\r\n"))
    assert "Line 4: it has no line end: the file is cut short." in message


def test_a_file_cut_short_within_quotation_marks_is_refused(register: Register) -> None:
    content = laid_out([a_school(1), a_school(2, {"EstablishmentName": "Junior, Infant School"})])
    message = register.refuses(content[: content.index(", Infant")])
    assert "Line 3: " in message


def test_a_quotation_mark_that_is_never_closed_is_refused(register: Register) -> None:
    content = laid_out(THREE).replace("Argyle Primary School", '"Argyle', 1)
    assert "the quotation marks or line ends do not make a row" in register.refuses(content)


def test_a_compressed_file_that_is_cut_short_is_refused(register: Register) -> None:
    whole = gzip.compress(laid_out([a_school(urn) for urn in range(1, 500)]).encode("cp1252"))
    message = register.refuses(whole[: len(whole) // 2])
    assert "the compressed file is cut short or damaged here." in message
    line = int(message.split("Line ")[1].split(":")[0])
    assert 2 <= line <= 500


def test_a_compressed_file_that_lacks_only_its_end_is_refused(register: Register) -> None:
    whole = gzip.compress(laid_out(THREE).encode("cp1252"))
    assert "Line 5: the compressed file is cut short" in register.refuses(whole[:-4])


def test_a_compressed_file_that_is_damaged_is_refused(register: Register) -> None:
    whole = bytearray(gzip.compress(laid_out(THREE).encode("cp1252")))
    whole[-6] ^= 0xFF
    assert "the compressed file is cut short or damaged here." in register.refuses(bytes(whole))


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("École Française", "is UTF-8 (for 'École Française')"),
        ("Voilà", "is UTF-8 (for 'Voilà')"),
        ("St Mary\u2019s", "is UTF-8 (for 'St Mary\u2019s')"),
        ("Ysgol Tŷ Gwyn", "is UTF-8 (for 'Ysgol Tŷ Gwyn')"),
        ("Wakra \u2013 Doha", "is UTF-8 (for 'Wakra \u2013 Doha')"),
        ("\u201cOur\u201d School", "byte 0x9D is no character"),
        ("Ávila", "byte 0x81 is no character"),
    ],
)
def test_utf_8_that_is_not_marked_is_refused(register: Register, name: str, problem: str) -> None:
    message = register.refuses(altered("EstablishmentName", name).encode())
    assert "Line 3, column EstablishmentName: " in message
    assert problem in message
    assert "or save the file in Windows-1252." in message


@pytest.mark.parametrize("byte", [0x81, 0x8D, 0x8F, 0x90, 0x9D])
def test_a_byte_that_is_no_character_is_refused(register: Register, byte: int) -> None:
    content = altered("Town", "London?").encode("cp1252").replace(b"?", bytes([byte]))
    message = register.refuses(content)
    assert f"Line 3, column Town: byte 0x{byte:02X} is no character" in message


def test_a_wrong_byte_in_marked_utf_8_is_refused(register: Register) -> None:
    content = altered("Town", "London?").encode("utf-8-sig").replace(b"?", b"\xe9")
    assert "Line 3, column Town: byte 0xE9 is no character" in register.refuses(content)


def test_a_control_character_for_an_apostrophe_is_refused(register: Register) -> None:
    content = altered("EstablishmentName", "St Mary\x92s").encode("utf-8-sig")
    message = register.refuses(content)
    assert "Line 3, column EstablishmentName: control character U+0092" in message


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "The file is empty."),
        (b"\r\n", "The file is empty."),
        (laid_out([]).encode(), "The file has a heading and no schools."),
        (laid_out(THREE).encode("utf-16"), "The file is in UTF-16"),
        (b"PK\x03\x04 and the rest", "This is a zip archive or a workbook. Unpack the CSV file."),
        (laid_out(THREE).replace(",", ";").encode(), "it lacks the columns URN, Establ"),
        (
            laid_out(THREE).replace("\r\n", "\r").encode(),
            "Line 1: the quotation marks or line ends",
        ),
    ],
    ids=["empty", "blank", "no schools", "UTF-16", "zip", "semicolons", "lone CR"],
)
def test_a_file_of_another_kind_is_refused(
    register: Register, content: bytes, problem: str
) -> None:
    assert problem in register.refuses(content)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read: No such file") as refusal:
        call_command("import_schools", str(tmp_path / "nothing.csv"))
    assert "Check the file's name." in str(refusal.value)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read: Is a directory"):
        call_command("import_schools", str(tmp_path))
