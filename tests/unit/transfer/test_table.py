"""Files of separated values."""

import hashlib
import os
from pathlib import Path

import pytest

from workout_tui.errors import ImportProblem
from workout_tui.transfer import table


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "strong.csv"


def test_a_file_as_it_stands(file: Path) -> None:
    file.write_bytes(b"a,b\n1,2\n3,4\n")
    found = table.load(file)
    assert found.first == ("a", "b")
    assert [(row.number, row.cells) for row in found.rows()] == [(1, ("1", "2")), (2, ("3", "4"))]
    assert (found.file_name, found.warnings) == ("strong.csv", ())
    assert found.sha256 == hashlib.sha256(b"a,b\n1,2\n3,4\n").hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfa,b\n1,2\n",
        b"a,b\r\n1,2\r\n",
        b"a,b\n1,2",
        b'"a","b"\n"1","2"\n',
        b"a;b\n1;2\n",
        b"a\tb\n1\t2\n",
        b"a,b\n\n1,2\n\n",
    ],
    ids=["byte order mark", "windows lines", "no last line end", "quoted", "semicolons", "tabs", "empty lines"],
)
def test_the_many_ways_to_write_the_same(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    found = table.load(file)
    assert found.first == ("a", "b")
    assert [row.cells for row in found.rows()] == [("1", "2")]


def test_a_name_that_is_no_text_is_told_as_one(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xff.csv")
    file.write_bytes(b"a,b\n1,2\n")
    assert table.load(file).file_name == "\\udcff.csv"


def test_a_note_of_several_lines_is_one_cell(file: Path) -> None:
    file.write_bytes(b'a,b\n1,"two\nlines, ""quoted"""\n2,x\n')
    assert [(row.number, row.cells) for row in table.load(file).rows()] == [
        (1, ("1", 'two\nlines, "quoted"')), (2, ("2", "x")),
    ]  # fmt: skip


def test_what_is_not_utf_8_is_read_as_latin_1_and_said(file: Path) -> None:
    file.write_bytes("Übung,b\n".encode("latin-1"))
    found = table.load(file)
    assert found.first == ("Übung", "b")
    assert "Latin-1" in found.warnings[0]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    with pytest.raises(ImportProblem, match="is empty"):
        table.load(file)


def test_a_missing_file_or_a_folder_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ImportProblem, match="No such file"):
        table.load(tmp_path / "no.csv")
    with pytest.raises(ImportProblem, match="cannot be read"):
        table.load(tmp_path)


def test_a_cell_beyond_all_measure_is_refused_in_words(file: Path) -> None:
    file.write_bytes(b'a\n"' + b"x" * 100_001 + b'"\n')
    with pytest.raises(ImportProblem, match="is no table: line 2"):
        table.load(file)
