"""Answers to questions in SQL, as a table for people, as JSON and as CSV for programs.

What lifters wrote may hold anything; control characters never reach a terminal.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.query import Answer, Value

_WIDEST = 60
_NARROWEST = 6
_GAP = "  "
_FORMULA = ("=", "+", "-", "@")
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def table(answer: Answer, width: int | None = None) -> str:
    """Columns under their names, numbers to the right, long texts cut; no wider than `width`, where that can be."""
    rows = [[_short(printable(_rounded(value)), _WIDEST) for value in row] for row in answer.rows]
    head = [printable(name) for name in answer.columns]
    widths = _fitting([max(map(_cells, column)) for column in zip(head, *rows, strict=True)], width)
    head = [_short(text, most) for text, most in zip(head, widths, strict=True)]
    rows = [[_short(text, most) for text, most in zip(row, widths, strict=True)] for row in rows]
    right = [_is_numeric([row[at] for row in answer.rows]) for at in range(len(head))]
    lines = [head, ["─" * width for width in widths], *rows]
    return "".join(_line(line, widths, right) for line in lines)


def as_json(answer: Answer) -> str:
    """A list of objects, one a row."""
    rows = [dict(zip(answer.columns, map(_in_json, row), strict=True)) for row in answer.rows]
    # JSON's own escapes keep the value and the terminal safe.
    return re.sub(r"[^\n -~]", _json_escape, json.dumps(rows, ensure_ascii=False, indent=1)) + "\n"


def as_csv(answer: Answer, *, guarded: bool = False) -> str:
    """Comma-separated with a header; control characters but line breaks and tabs stand as escapes.

    Args:
        answer: what was asked.
        guarded: put a ' before text that a spreadsheet would take for a formula; numbers stay numbers.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in (answer.columns, *answer.rows):
        writer.writerow([_guard(value, guarded=guarded) + printable(_text(value), keep="\n\t") for value in row])
    return out.getvalue()


def printable(text: str, keep: str = "") -> str:
    """`text` with every character that a terminal would act on, or cannot show, as its escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if char in keep or not _is_unsafe(char) else _escaped(char) for char in text)


def _is_unsafe(char: str) -> bool:
    return unicodedata.category(char) in _UNSAFE and char != "\u200d"  # the joiner inside an emoji is harmless


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode()


def _guard(value: Value, *, guarded: bool) -> str:
    return "'" if guarded and isinstance(value, str) and value.lstrip().startswith(_FORMULA) else ""


def _json_escape(match: re.Match[str]) -> str:
    char = match.group()
    return json.dumps(char)[1:-1] if _is_unsafe(char) else char


def _in_json(value: Value) -> str | int | float | None:
    """A value as JSON can say it: there is no number beyond all others."""
    return None if isinstance(value, float) and math.isinf(value) else _plain(value)


def _plain(value: Value) -> str | int | float | None:
    return value.hex() if isinstance(value, bytes) else value


def _text(value: Value) -> str:
    return "" if value is None else str(_plain(value))


def _rounded(value: Value) -> str:
    # Sums of decimals end in noise (5615.300000000001) that nobody wants to read; JSON and CSV keep it.
    return f"{value:.10g}" if isinstance(value, float) else _text(value)


def _fitting(widths: list[int], room: int | None) -> list[int]:
    """The widths of columns with the widest made narrower until all fit; below `_NARROWEST` none goes."""
    widths = list(widths)
    over = 0 if room is None else sum(widths) + len(_GAP) * (len(widths) - 1) - room
    while over > 0 and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
        over -= 1
    return widths


def _short(text: str, most: int) -> str:
    """A text of at most so many cells; where it was cut stands “…”."""
    if _cells(text) <= most:
        return text
    kept = text[:most]
    while kept and _cells(kept) >= most:
        kept = kept[:-1]
    return f"{kept}…"


def _is_numeric(column: Sequence[Value]) -> bool:
    return all(value is None or isinstance(value, int | float) for value in column) and any(
        value is not None for value in column
    )


def _cells(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(unicodedata.combining(char) != 0 for char in text)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for text, width, to_right in zip(cells, widths, right, strict=True):
        gap = " " * (width - _cells(text))
        parts.append(gap + text if to_right else text + gap)
    return _GAP.join(parts).rstrip() + "\n"
