"""A file of separated values, whole: its header and its rows, numbered as a person would."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import ImportProblem

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 200_000_000
_LONGEST_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header. `number` counts from 1; notes of several lines do not move it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A file as it was read."""

    file_name: str
    sha256: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()


def load(path: Path) -> Table:
    """Read a file: UTF-8 with a byte order mark or without, else Latin-1; comma or semicolon.

    Raises:
        ImportProblem: it cannot be read, or holds no table.
    """
    data = _bytes(path)
    warnings = []
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
        warnings.append("The file is not UTF-8; it was read as Latin-1, so look at the names with accents.")
    first_line = text.partition("\n")[0]
    delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = [tuple(row) for row in reader if row]
    except csv.Error as error:
        raise ImportProblem(
            f"{path} is no table: line {reader.line_num}: {error}.", "Export it anew.", line=reader.line_num
        ) from error
    if not rows:
        raise ImportProblem(f"{path} is empty.", "Export it anew.")
    header = tuple(cell.strip() for cell in rows[0])
    numbered = tuple(Row(number, cells) for number, cells in enumerate(rows[1:], start=1))
    return Table(path.name, hashlib.sha256(data).hexdigest(), header, numbered, tuple(warnings))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise ImportProblem(f"{path} is too large for a history.", "Is it the right file?")
        return path.read_bytes()
    except OSError as error:
        raise ImportProblem(f"{path} cannot be read: {error.strerror}.", "Check the name and the rights.") from error
