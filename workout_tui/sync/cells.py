"""Values of cells: when two are the same, and how one is written.

A value is a text, a number, or None for an empty cell; TRUE and FALSE count as texts, as nothing of ours
is one. Texts are written as texts whatever they begin with: never a formula, never parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.sync.sheet import Json

Value = str | int | float | None

VALUE_MASK = "userEnteredValue"
"""What `cell` fills."""

DATED_MASK = "userEnteredValue,userEnteredFormat.numberFormat"
"""What `cell` fills of a date."""

_DATE_FORMAT = {"numberFormat": {"type": "DATE", "pattern": "yyyy-mm-dd"}}


def of_json(value: Any) -> Value:
    """A value as an answer has it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if value is None or value == "":
        return None
    return value if isinstance(value, (int, float)) else str(value)


def canonical(value: Value) -> str:
    """The form in which two values are one: 100, 100.0 and “100” are, “12,5” and 12.5 are not."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{round(value, 9) + 0.0:.9f}".rstrip("0").rstrip(".")
    return value.replace("\r\n", "\n").rstrip()


def same(one: Value, other: Value) -> bool:
    """Whether two cells say the same."""
    return canonical(one) == canonical(other)


def cell(value: Value, *, date: bool = False) -> Json:
    """A `CellData` that holds this value."""
    if value is None:
        return {}
    if isinstance(value, str):
        return {"userEnteredValue": {"stringValue": value}}
    number: Json = {"userEnteredValue": {"numberValue": value}}
    return {**number, "userEnteredFormat": _DATE_FORMAT} if date else number


def of_cell_data(data: Json) -> Value:
    """The value of a `CellData` of an answer."""
    held = data.get("effectiveValue") or data.get("userEnteredValue") or {}
    for kind in ("numberValue", "stringValue", "boolValue", "formulaValue"):
        if kind in held:
            return of_json(held[kind])
    return of_json(held.get("errorValue", {}).get("message"))


def at(row: Sequence[Any], index: int) -> Value:
    """The value at a place of a row of an answer, which leaves out what is empty at its end."""
    return of_json(row[index]) if index < len(row) else None
