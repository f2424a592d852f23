"""A story file is read with the line of everything in it, and as it was typed."""

from pathlib import Path

import pytest

from stories.source import BadStory, Items, Table, Text, items_of, parse, read, table_of, text_of


def values(text: str) -> Table:
    return table_of(parse(text, "s.yaml"))


def fault(text: str) -> str:
    with pytest.raises(BadStory) as error:
        parse(text, "s.yaml")
    return str(error.value)


def test_every_value_knows_its_line() -> None:
    steps = values("story: A\nsteps:\n  - date: start\n    with:\n      names: [C1,\n        C2]\n")
    [item] = items_of(steps.values["steps"])
    step = table_of(item)
    names = items_of(table_of(step.values["with"]).values["names"])
    assert (step.at.line, step.places["with"].line) == (3, 4)
    assert [name.at.line for name in names] == [5, 6]


@pytest.mark.parametrize("word", ["on", "yes", "No", "18:30", "2026-10-12", "~", "1_000", "0x10"])
def test_a_plain_word_stays_what_was_typed(word: str) -> None:
    assert text_of(values(f"{word}: {word}").values[word]) == word


def test_a_quoted_nothing_is_meant_and_a_bare_one_is_not() -> None:
    table = values('why: ""\nhow:\n')
    assert text_of(table.values["why"]) == ""
    with pytest.raises(BadStory, match=r"s\.yaml:2: Something is missing here\."):
        text_of(table.values["how"])


def test_a_block_of_text_ends_without_its_line_break() -> None:
    table = values("a: |\n  one\n  two\nb: >-\n  one\n  two\n")
    assert text_of(table.values["a"]) == "one\ntwo"
    assert text_of(table.values["b"]) == "one two"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "s.yaml:3: “a” stands here a second time."),
        ("a: &x [1]\nb: *x\n", "s.yaml:2: *x: write it out instead of referring to it."),
        ("a: &x [*x]\n", "s.yaml:1: *x: write it out instead of referring to it."),
        ("a:\n  - b\n c: d\n", "s.yaml:3: This is not YAML: "),
        ("a: [1, 2\n", "s.yaml:2: This is not YAML: "),
        ("a: 1\n---\nb: 2\n", "s.yaml:2: This is not YAML: "),
        ("a: 1\nb: \x07\n", "s.yaml:2: There is a character here that YAML does not allow."),
        ("[a, b]: c\n", "s.yaml:1: A key must be a word."),
        ("", "s.yaml:1: The file is empty."),
        ("[" * 5000, "s.yaml:1: "),
    ],
)
def test_what_is_not_good_yaml_is_named_with_its_line(text: str, said: str) -> None:
    assert fault(text).startswith(said)


def test_what_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "s.yaml"
    path.write_bytes(b"story: A\nschool: Caf\xe9\n")
    with pytest.raises(BadStory, match=r"s\.yaml:2: This is not UTF-8\."):
        read(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadStory, match=r"none\.yaml:1: The file cannot be read: No such file"):
        read(tmp_path / "none.yaml")


def test_a_list_is_not_a_text_and_a_text_is_no_mapping() -> None:
    value = parse("[a]", "s.yaml")
    assert isinstance(value, Items)
    with pytest.raises(BadStory, match="A text is wanted here"):
        text_of(value)
    with pytest.raises(BadStory, match="A mapping is wanted here"):
        table_of(value.items[0])
    assert isinstance(value.items[0], Text)
