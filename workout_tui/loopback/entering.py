"""What Google makes of values that are sent as rows of JSON: RAW keeps them, USER_ENTERED reads them as if typed."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workout_tui.loopback import display, formulas
from workout_tui.loopback.cells import checked

if TYPE_CHECKING:
    from workout_tui.loopback.cells import Cell

_NUMBER = re.compile(r"[+-]?(\d+(,\d{3})*(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
_DATES = (
    (re.compile(r"\d{4}-\d{1,2}-\d{1,2}"), "%Y-%m-%d", "yyyy-mm-dd"),
    (re.compile(r"\d{1,2}/\d{1,2}/\d{4}"), "%m/%d/%Y", "m/d/yyyy"),
)


def raw(cell: Cell, value: Any) -> Cell:
    """The cell with the value as it is; an empty text clears it."""
    return cell.holding(checked(value))


def typed(cell: Cell, value: Any) -> Cell:
    """The cell after the value was typed into it by a user in the locale en_US."""
    if not isinstance(value, str):
        return cell.holding(value)
    checked(value)
    text = value.strip()
    if value.startswith("'"):
        return cell.holding(value[1:])
    if text.startswith("=") and len(text) > 1:
        return cell.holding(formulas.value_of(text), text)
    if text.upper() in {"TRUE", "FALSE"}:
        return cell.holding(text.upper() == "TRUE")
    if _NUMBER.fullmatch(text):
        return _number(cell, text)
    return _date(cell, text) or cell.holding(value)


def _number(cell: Cell, text: str) -> Cell:
    number = float(text.replace(",", ""))
    if not math.isfinite(number):
        return cell.holding(text)
    found = cell.holding(display.tidy(number))
    if "," not in text:
        return found
    return _formatted(found, "NUMBER", "#,##0.00" if "." in text else "#,##0")


def _date(cell: Cell, text: str) -> Cell | None:
    for shape, reading, pattern in _DATES:
        if shape.fullmatch(text):
            try:
                at = datetime.strptime(text, reading)  # noqa: DTZ007 - a sheet's dates have no zone
            except ValueError:
                return None
            return _formatted(cell.holding(display.tidy(display.serial(at))), "DATE", pattern)
    return None


def _formatted(cell: Cell, kind: str, pattern: str) -> Cell:
    return replace(cell, format=cell.format | {"numberFormat": {"type": kind, "pattern": pattern}})
