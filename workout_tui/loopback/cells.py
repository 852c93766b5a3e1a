"""Cells: what one holds, and how it is sent and answered as `CellData`."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from workout_tui.loopback import display, formulas, masks
from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from workout_tui.loopback.display import Value
    from workout_tui.loopback.masks import Mask
    from workout_tui.loopback.refusal import Body

_WRITABLE = {"userEnteredValue", "userEnteredFormat", "note"}
LONGEST = 50_000
"""characters in a cell"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. It and its format are never changed, only replaced, so that copies of a sheet share them."""

    value: Value = None
    """what a formula yields, or what was entered"""
    formula: str | None = None
    format: Body = field(default_factory=dict)
    note: str | None = None

    @property
    def blank(self) -> bool:
        """Whether it shows nothing, however it may be coloured."""
        return self.value is None

    @property
    def entered(self) -> Value:
        """What was entered: the formula, where there is one."""
        return self.formula if self.formula is not None else self.value

    @property
    def number_format(self) -> Body:
        """How its numbers are shown."""
        found: Body = self.format.get("numberFormat", {})
        return found

    @property
    def shown(self) -> str:
        """The text a user sees."""
        return display.shown(self.value, self.number_format)

    def holding(self, value: Value, formula: str | None = None) -> Cell:
        """The same cell with other contents."""
        return replace(self, value=value if value != "" else None, formula=formula)


EMPTY = Cell()
Row: TypeAlias = tuple[Cell, ...]
"""A row without the empty cells at its end."""


def trimmed(cells: list[Cell]) -> Row:
    """A row of these cells."""
    end = len(cells)
    while end and cells[end - 1] == EMPTY:
        end -= 1
    return tuple(cells[:end])


def from_data(old: Cell, data: Body, mask: Mask) -> Cell:
    """A cell after `CellData` was written to it; only the fields of the mask are looked at.

    Raises:
        Refused: the text is too long, or the field cannot be written.
    """
    unwritable = () if mask else data.keys() - _WRITABLE
    if unwritable:
        raise Refused(f"Cannot write {min(unwritable)}.")
    value, formula, look, note = old.value, old.formula, old.format, old.note
    if not mask or "userEnteredValue" in mask:
        value, formula = _entered(data.get("userEnteredValue") or {})
    if not mask or "userEnteredFormat" in mask:
        wanted = data.get("userEnteredFormat")
        if wanted or look:
            look = masks.merged(look, deepcopy(wanted or {}), masks.below(mask, "userEnteredFormat"))
    if not mask or "note" in mask:
        note = data.get("note") or None
    return Cell(value, formula, look, note)


def to_data(cell: Cell) -> Body:
    """A cell as `CellData`; an empty one is `{}`."""
    found: Body = {}
    if not cell.blank:
        entered = {"formulaValue": cell.formula} if cell.formula is not None else extended(cell.value)
        found = {"userEnteredValue": entered, "effectiveValue": _effective(cell), "formattedValue": cell.shown}
    if cell.format:
        found |= {"userEnteredFormat": deepcopy(cell.format), "effectiveFormat": deepcopy(cell.format)}
    if cell.note:
        found["note"] = cell.note
    return found


def extended(value: Value) -> Body:
    """A value as `ExtendedValue`."""
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, str):
        return {"stringValue": value}
    return {} if value is None else {"numberValue": display.tidy(value)}


def _effective(cell: Cell) -> Body:
    if cell.formula is not None and cell.value in formulas.ERRORS:
        return {"errorValue": {"type": formulas.ERRORS[str(cell.value)], "message": str(cell.value)}}
    return extended(cell.value)


def checked(value: Any) -> Any:
    """The value itself.

    Raises:
        Refused: it is a text longer than a cell holds.
    """
    if isinstance(value, str) and len(value) > LONGEST:
        raise Refused(f"Your input contains more than the maximum of {LONGEST} characters in a single cell.")
    return value


def _entered(value: Body) -> tuple[Value, str | None]:
    """What a cell holds after this was entered, and its formula."""
    if not value:
        return None, None
    kind, held = next(iter(value.items()))
    checked(held)
    if kind == "formulaValue":
        return formulas.value_of(held), held
    return held if held != "" else None, None
