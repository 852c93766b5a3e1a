"""A file of separated values: checked whole before anything of it is read, its rows numbered as a person would.

Only the text is held; the rows are made while they are read.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from workout_tui.errors import ImportProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

LARGEST = 32_000_000
"""bytes; ten times the longest history that was ever seen"""

_LONGEST_CELL = 100_000
_WIDEST = 1000
_A_NOTE = 3
"""parts between commas that a line of a note may well have"""
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_DIGIT = re.compile(r"\d", re.ASCII)
_END = "\ue000"
"""a line of our own after the last one: found inside a cell, that cell's quote was never closed"""

_NO_TEXT = (
    (b"PK\x03\x04", "a zip archive or a spreadsheet", "Unpack it, or save it as CSV."),
    (b"\x1f\x8b", "packed with gzip", "Unpack it first."),
    (b"SQLite format 3\x00", "a database, perhaps a backup", "Export the history as CSV instead."),
    (b"%PDF", "a PDF", "Export the history as CSV."),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file. `number` counts from 1 below the header; notes of several lines do not move it."""

    number: int
    cells: tuple[str, ...]
    swallowed: int = 0
    """how many lines that look like rows stand inside its cells: a quote was opened and not closed"""


@dataclass(frozen=True, slots=True)
class Table:
    """A file as it was read."""

    file_name: str
    sha256: str
    first: tuple[str, ...]
    """the first row: the header, where there is one"""
    lines: int
    """how many rows there are, the first one too"""
    delimiter: str
    text: str = field(repr=False)
    warnings: tuple[str, ...] = ()

    def rows(self, *, header: bool = True) -> Iterator[Row]:
        """The rows; the first one is left out when it is the `header`."""
        rows = _rows(self.text, self.delimiter)
        if header:
            next(rows)
        for number, cells in enumerate(rows, start=1):
            yield Row(number, cells, self._swallowed(cells))

    def _swallowed(self, cells: tuple[str, ...]) -> int:
        inside = (line for cell in cells if "\n" in cell for line in cell.split("\n")[1:])
        return sum(self._is_row(line, cells[0]) for line in inside)

    def _is_row(self, line: str, beginning: str) -> bool:
        """Whether a line inside a cell is rather a row: as long as one, or with a date like the row's own in front."""
        parts = line.split(self.delimiter)
        return len(parts) >= len(self.first) or (len(parts) > _A_NOTE and _shape(parts[0]) == _shape(beginning))


def load(path: Path) -> Table:
    """Read a file: UTF-8 with a byte order mark or without, UTF-16 with one, else Latin-1; commas, semicolons or tabs.

    Raises:
        ImportProblem: it cannot be read, is too large, or holds no table.
    """
    data = _bytes(path)
    text, warnings = _decoded(path, data)
    first_line = text.partition("\n")[0]
    delimiter = max(",;\t", key=first_line.count)
    first, lines = _checked(path, text, delimiter)
    name = path.name.encode("utf-8", "backslashreplace").decode()  # what the disk calls it need not be letters
    return Table(name, hashlib.sha256(data).hexdigest(), first, lines, delimiter, text, warnings)


def of_values(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """A table that stands somewhere else than in a file; `name` is what imports call it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    count = 1
    for row in rows:
        writer.writerow(row)
        count += 1
    found = text.getvalue()
    sha256 = hashlib.sha256(found.encode()).hexdigest()
    return Table(name, sha256, tuple(cell.strip() for cell in header), count, ",", found)


def _rows(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    return (tuple(row) for row in csv.reader(_lines(text), delimiter=delimiter) if row)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends, one after another, however they end."""
    return (match[0] for match in _LINE.finditer(text))


def _checked(path: Path, text: str, delimiter: str) -> tuple[tuple[str, ...], int]:
    """The first row without the white space around its cells, and how many there are."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(chain(_lines(text), ("\n", f"{_END}\n")), delimiter=delimiter)
    first: tuple[str, ...] = ()
    last: list[str] = []
    count = began = 0
    try:
        for row in reader:
            if row and last:
                first, count = first or tuple(cell.strip() for cell in last), count + 1
            if row:
                last, began = row, reader.line_num
    except csv.Error as error:
        raise _no_table(path, f"line {reader.line_num}: {error}", reader.line_num) from error
    if last != [_END]:
        raise _no_table(path, f"a quote is opened and never closed, the row ends at line {began}", began)
    if not count:
        raise ImportProblem(f"{path} is empty.", "Export it anew.")
    if len(first) > _WIDEST:
        raise _no_table(path, f"it has {len(first)} columns", 1)
    return first, count


def _shape(text: str) -> str:
    """A text with all digits made the same: “2026-04-24” is “0000-00-00”."""
    return _DIGIT.sub("0", text)


def _no_table(path: Path, why: str, line: int) -> ImportProblem:
    return ImportProblem(f"{path} is no table: {why}.", "Export it anew.", line=line)


def _decoded(path: Path, data: bytes) -> tuple[str, tuple[str, ...]]:
    for beginning, what, fix in _NO_TEXT:
        if data.startswith(beginning):
            raise ImportProblem(f"{path} is {what}, not a table.", fix)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace"), ()
    if b"\x00" in data.partition(b"\n")[0]:
        raise ImportProblem(f"{path} is no text.", "Export the history as CSV.")
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        warning = "The file is not UTF-8; it was read as Latin-1, so look at the names with accents."
        return data.decode("latin-1"), (warning,)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:  # never more than the limit, whatever a device or a pipe would give
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ImportProblem(f"{path} cannot be read: {error.strerror}.", "Check the name and the rights.") from error
    if len(data) > LARGEST:
        raise ImportProblem(
            f"{path} is larger than {LARGEST // 1_000_000} MB, which no history is.", "Is it the right file?"
        )
    return data
