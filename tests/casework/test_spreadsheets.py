"""Tables of people: what is read of them, and how each thing wrong is named."""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from casework.spreadsheets import BadSheet, Column, Fault, Row, read
from tests.made_files import (
    OLE,
    as_excel_keeps_texts,
    docx,
    odt,
    packed,
    pdf,
    saved,
    with_parts,
    xlsx,
)

COLUMNS = (
    Column("name", ("Name", "Full name"), required=True, limit=40),
    Column("email", ("E-mail", "Email"), required=True, limit=60),
    Column("note", ("Note",), required=False, limit=20),
)
HEADINGS: list[Any] = ["Name", "E-mail", "Note"]
ANN: list[Any] = ["Ann Made-Up", "ann@school.example", "by post"]
BOB: list[Any] = ["Bob Invented", "bob@school.example", ""]
PEOPLE = [HEADINGS, ANN, BOB]
SHEET = "xl/worksheets/sheet1.xml"


def csv_of(rows: Sequence[Sequence[str]], separator: str = ",", encoding: str = "utf-8") -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return file.getvalue().encode(encoding)


def changed(change: Callable[[Worksheet], object], rows: Sequence[Sequence[Any]] = PEOPLE) -> bytes:
    """A workbook of these rows, after a change to its sheet."""
    book = load_workbook(io.BytesIO(xlsx(rows)))
    change(book.worksheets[0])
    return saved(book)


def people(data: bytes, name: str = "people.xlsx") -> list[Row]:
    rows, faults = read(name, data, COLUMNS)
    assert faults == []
    return rows


def faults(data: bytes, name: str = "people.xlsx") -> list[Fault]:
    return read(name, data, COLUMNS)[1]


def refusal(data: bytes, name: str = "people.xlsx", most: int = 500) -> str:
    with pytest.raises(BadSheet) as error:
        read(name, data, COLUMNS, most)
    return str(error.value)


def cells(*texts: str) -> dict[str, str]:
    return dict(zip(("name", "email", "note"), texts, strict=True))


def test_a_workbook_is_read_by_the_numbers_its_program_shows() -> None:
    assert people(xlsx(PEOPLE)) == [Row(2, cells(*ANN)), Row(3, cells(*BOB))]


def test_a_workbook_that_keeps_its_texts_apart_as_excel_does_is_read_alike() -> None:
    own = xlsx(PEOPLE)
    data = as_excel_keeps_texts(own)
    assert data != own
    assert people(data) == people(own)
    (fault,) = faults(as_excel_keeps_texts(xlsx([HEADINGS, ["Zoë & Co", "z", "#REF!"]])))
    assert "(#REF!)" in fault.sentence


def test_rows_before_between_and_after_that_are_empty_are_skipped_and_counted() -> None:
    rows = [[], ["  "], HEADINGS, [], ANN, [None, " ", None], BOB, [], []]
    assert [row.number for row in people(xlsx(rows))] == [5, 7]
    text = csv_of([["", "", ""], HEADINGS, ANN, [], [" ", ""], BOB, []])
    assert [row.number for row in people(text, "people.csv")] == [3, 6]


def test_headings_are_known_in_any_case_order_and_accepted_spelling() -> None:
    rows = [["  EMAIL ", "full   name"], ["ann@school.example", "Ann Made-Up"]]
    assert people(xlsx(rows)) == [Row(2, cells("Ann Made-Up", "ann@school.example", ""))]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_is_read_however_it_was_saved(separator: str, encoding: str) -> None:
    zoe = ["Zoë O'Nonesuch", "zoe@school.example", "a, b; c\td"]
    assert people(csv_of([HEADINGS, zoe], separator, encoding), "p.CSV") == [Row(2, cells(*zoe))]


def test_a_line_end_in_a_quoted_cell_of_a_csv_does_not_shift_the_numbers() -> None:
    rows = people(csv_of([HEADINGS, [*ANN[:2], "first\r\nlast"], BOB]), "people.csv")
    assert [(row.number, row.cells["note"]) for row in rows] == [(2, "first\nlast"), (3, "")]


def test_signs_that_begin_no_formula_are_text() -> None:
    for sign in ("+44 1632 960000", "-", "@here"):
        data = csv_of([HEADINGS, [*ANN[:2], sign]])
        assert people(data, "people.csv")[0].cells["note"] == sign


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (date(2026, 9, 1), "2026-09-01"),
        (datetime.fromisoformat("2026-09-01"), "2026-09-01"),
        (datetime.fromisoformat("2026-09-01 18:30"), "2026-09-01 18:30"),
        (time(18, 30), "18:30"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (" spaced ", "spaced"),
        ("one_x000D_\ntwo", "one\ntwo"),
        ("'= no", "'= no"),
    ],
)
def test_a_value_becomes_the_text_that_a_person_sees(value: object, text: str) -> None:
    assert people(xlsx([HEADINGS, [*ANN[:2], value]]))[0].cells["note"] == text


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("=1+1", "Row 2, “Note”: this is a formula."),
        ("#N/A", "Row 2, “Note”: this is an error of the spreadsheet program (#N/A)."),
        ("n" * 21, "Row 2, “Note”: this is 21 characters long. Shorten it to 20."),
        ("a\u202eb", "Row 2, “Note”: this holds a character that cannot be seen (U+202E)."),
        ("a\u200bb", "Row 2, “Note”: this holds a character that cannot be seen (U+200B)."),
    ],
)
def test_what_is_wrong_in_a_cell_is_named_alike_in_both_kinds(note: str, said: str) -> None:
    rows = [HEADINGS, [*ANN[:2], note]]
    for data, name in ((xlsx(rows), "people.xlsx"), (csv_of(rows), "people.csv")):
        (fault,) = faults(data, name)
        assert (fault.row, fault.column) == (2, "Note")
        assert fault.sentence.startswith(said)


def test_control_characters_in_a_csv_are_named() -> None:
    (fault,) = faults(csv_of([HEADINGS, ["Ann\x07", *ANN[1:]]]), "people.csv")
    assert "(U+0007)" in fault.sentence


def test_the_longest_text_that_a_column_takes_is_taken() -> None:
    assert people(xlsx([HEADINGS, [*ANN[:2], "n" * 20]]))


def test_every_faulty_row_is_named_and_the_others_are_read() -> None:
    rows = [HEADINGS, ["", "a@b.example"], ANN, ["Cy Nobody", None], BOB, ["=A1", "=B1", "=C1"]]
    good, bad = read("people.xlsx", xlsx(rows), COLUMNS)
    assert [row.number for row in good] == [3, 5]
    assert [(fault.row, fault.column) for fault in bad] == [
        (2, "Name"), (4, "E-mail"), (6, "Name"), (6, "E-mail"), (6, "Note"),
    ]  # fmt: skip
    assert bad[0].sentence == "Row 2, “Name”: this is empty. Fill it in."


def test_a_formula_of_an_array_is_a_formula() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["C2"] = ArrayFormula("C2:C3", "=A2:A3")

    (fault,) = faults(changed(change))
    assert (fault.row, fault.column) == (2, "Note")


def test_merged_cells_are_named_in_each_row_they_cover() -> None:
    bad = faults(changed(lambda sheet: sheet.merge_cells("B2:C3")))
    assert [fault.row for fault in bad if "B2:C3 are merged" in fault.sentence] == [2, 3]
    assert bad[0].column == "E-mail"


def test_merged_cells_where_no_row_is_lose_nothing() -> None:
    assert len(people(changed(lambda sheet: sheet.merge_cells("A8:B9")))) == 2


def test_a_hidden_row_and_a_row_of_no_height_are_named() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[1].hidden = True
        sheet.row_dimensions[2].hidden = True
        sheet.row_dimensions[9].hidden = True

    data = _edited(changed(change), SHEET, '<row r="3"', '<row r="3" ht="0"')
    assert [(fault.row, fault.column) for fault in faults(data)] == [(1, ""), (2, ""), (3, "")]


def test_a_hidden_column_is_named_at_its_heading() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].hidden = True
        sheet.column_dimensions["F"].hidden = True

    (fault,) = faults(changed(change))
    assert (fault.row, fault.column) == (1, "E-mail")
    assert "hidden" in fault.sentence


def test_something_beyond_the_headings_is_named_with_its_column() -> None:
    rows = [HEADINGS, [*ANN, "", "left over"]]
    for data, name in ((xlsx(rows), "people.xlsx"), (csv_of(rows), "people.csv")):
        (fault,) = faults(data, name)
        assert fault.row == 2
        assert "column E, which has no heading" in fault.sentence


def test_a_row_of_very_many_cells_is_named_and_not_counted_out() -> None:
    for many, name in ((16_384, "people.csv"), (3_000, "people.xlsx")):
        rows = [HEADINGS, [*ANN, *["x"] * (many - 3)]]
        data = csv_of(rows) if name.endswith("csv") else xlsx(rows)
        assert len(faults(data, name)) == 10
    assert "has 16385 cells in row 2" in refusal(csv_of([HEADINGS, ["x"] * 16_385]), "people.csv")
    assert refusal(csv_of([["x"] * 16_384]), "people.csv").count("is not known") < 10


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        (["Name", "Note"], "lacks “E-mail”"),
        ([*HEADINGS, "Shoe size"], "has “Shoe size”, which is not known"),
        ([*HEADINGS, "Full name"], "has “Name” 2 times"),
        (["x" * 900], f"has “{'x' * 60}…”, which is not known"),
    ],
)
def test_wrong_headings_are_named_with_those_expected(headings: list[str], said: str) -> None:
    for data, name in ((xlsx([headings, ANN]), "p.xlsx"), (csv_of([headings, ANN]), "p.csv")):
        sentence = refusal(data, name)
        assert sentence.startswith(f"“{name}” ")
        assert said in sentence
        assert "headings: Name, E-mail, Note (may be left out)." in sentence


def test_as_many_rows_as_allowed_are_read_and_one_more_is_not() -> None:
    makers: list[tuple[Callable[[Any], bytes], str]] = [(xlsx, "p.xlsx"), (csv_of, "p.csv")]
    for made, name in makers:
        assert len(read(name, made([HEADINGS, *[ANN] * 5]), COLUMNS, 5)[0]) == 5
        for rows in (6, 40):
            sentence = refusal(made([HEADINGS, *[ANN] * rows]), name, 5)
            assert "has more than 5 rows under its headings" in sentence


def test_a_sheet_of_very_many_rows_is_refused_for_their_number() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(4, 99_999))
    data = _edited(xlsx(PEOPLE), SHEET, "</sheetData>", f"{rows}</sheetData>")
    assert "has more than 500 rows under its headings" in refusal(data)


def test_rows_that_are_only_ruled_or_spaces_do_not_count() -> None:
    def change(sheet: Worksheet) -> None:
        for row in range(4, 600):
            sheet.cell(row, 1).number_format = "0.00"
        sheet["A700"] = " "

    assert len(people(changed(change))) == 2


def test_a_table_of_nothing_is_refused() -> None:
    assert "is empty. Choose" in refusal(b"")
    assert "is empty. The first row" in refusal(xlsx([]))
    assert "is empty. The first row" in refusal(b"\n \n", "people.csv")
    assert "no rows under them" in refusal(xlsx([HEADINGS]))


def test_other_sheets_must_be_empty_and_those_that_are_not_are_named() -> None:
    assert people(xlsx(PEOPLE, sheets={"Sheet2": [], "Sheet3": []}))
    sentence = refusal(xlsx(PEOPLE, sheets={"Empty": [], "More": [["x"]], "Sums": [["=1"]]}))
    assert "in other sheets too: “More”, “Sums”. Only “People” is read" in sentence


def test_the_first_sheet_that_is_shown_is_read_and_a_hidden_one_must_be_empty() -> None:
    book = Workbook()
    hidden, shown = book.worksheets[0], book.create_sheet("Shown")
    hidden.title, hidden.sheet_state = "Kept back", "veryHidden"
    for row in PEOPLE:
        shown.append(row)
    assert len(people(saved(book))) == 2
    hidden["A1"] = "secret"
    assert "“Kept back”" in refusal(saved(book))


def test_a_chart_sheet_is_something_in_another_sheet() -> None:
    book = load_workbook(io.BytesIO(xlsx(PEOPLE)))
    book.create_chartsheet("Pie")
    assert "“Pie”" in refusal(saved(book))


def test_a_sheet_that_understates_its_size_is_read_whole() -> None:
    data = xlsx(PEOPLE)
    with_less = _edited(data, SHEET, 'ref="A1:C3"', 'ref="A1:A1"')
    assert with_less != data
    assert people(with_less) == people(data)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"xl/vbaProject.bin": b"x"}, "holds macros"),
        ({SHEET: "<worksheet"}, "is cut off or damaged"),
        ({SHEET: "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "declares a document type"),
        ({SHEET: None}, "is cut off or damaged"),
        ({"xl/workbook.xml": "<a/>"}, "has no sheet that is shown"),
        ({"xl/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "is cut off or damaged"),
        ({"xl/media/big.bin": bytes(2_000_000)}, "is packed as no program packs it"),
        ({"xl/styles.xml": " ".join(map(str, range(700_000)))}, "carries far more than a table"),
        ({f"x{n}": b"" for n in range(2001)}, "unpacks to more"),
        ({"xl/embeddings/a.docx": docx("Ann")}, "holds another file (xl/embeddings/a.docx)"),
    ],
)
def test_a_bad_workbook_is_refused(parts: dict[str, str | bytes | None], said: str) -> None:
    assert said in refusal(with_parts(xlsx(PEOPLE), parts))


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("[Content_Types].xml", "sheet.main+xml", "sheet.macroEnabled.main+xml", "holds macros"),
        (
            "xl/workbook.xml",
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
            "Strict Open XML",
        ),
    ],
)
def test_workbooks_of_other_kinds_are_refused(part: str, old: str, new: str, said: str) -> None:
    assert said in refusal(_edited(xlsx(PEOPLE), part, old, new))


def test_rows_out_of_order_or_beyond_any_sheet_are_damage() -> None:
    for wrong in ("1", "99999999999"):
        data = _edited(xlsx(PEOPLE), SHEET, '<row r="3"', f'<row r="{wrong}"')
        assert "damaged" in refusal(data)


def test_a_sheet_of_very_many_ruled_cells_is_refused_at_a_look() -> None:
    letters = [get_column_letter(n) for n in range(1, 1001)]
    rows = "".join(
        "".join(["<row>", *(f'<c r="{letter}{row}"/>' for letter in letters), "</row>"])
        for row in range(4, 205)
    )
    data = _edited(xlsx(PEOPLE), SHEET, "</sheetData>", f"{rows}</sheetData>")
    assert "far more cells" in refusal(data)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("p.xls", OLE, "is in a format of old Office programs"),
        ("p.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("p.xlsx", xlsx(PEOPLE)[:-30], "is cut off or damaged"),
        ("p.csv", xlsx(PEOPLE), "should end in .xlsx"),
        ("p.xlsx", csv_of(PEOPLE), "should end in .csv"),
        ("p.xlsx", docx("Ann"), "is, by its content, no Excel workbook"),
        ("p.xlsx", odt("Ann"), "is, by its content, no Excel workbook"),
        ("p.xlsx", packed({"a": "b"}), "is, by its content, no Excel workbook"),
        ("p.csv", pdf("Ann"), "is, by its content, no table"),
        ("p.csv", b"MZ\x00\x01", "is, by its content, no table"),
        ("p.csv", csv_of(PEOPLE, encoding="utf-16"), "is in UTF-16"),
        ("p.csv", b"Name,E-mail\n\x81,\xff\n", "neither in UTF-8 nor in Windows-1252"),
        ("p.csv", b'Name,E-mail\nAnn,"a@b.example\n', "cannot be read at line"),
        ("p.csv", b"<html><table>Name</table>", "is not known"),
        ("p.csv", b"x" * (5 * 1024 * 1024 + 1), "is larger than 5 MB"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_refused_with_a_way_out(
    name: str, data: bytes, said: str
) -> None:
    sentence = refusal(data, name)
    assert said in sentence
    assert sentence.startswith(f"“{name}” ")
    assert sentence.count(".") > 1


def _edited(data: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with these words of a part replaced."""
    text = _part(data, part)
    assert old in text
    return with_parts(data, {part: text.replace(old, new)})


def _part(data: bytes, name: str) -> str:
    with ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
