"""`spreadsheets.batchUpdate`: all of its requests, one after another, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.loopback import answers, guarded, masks, schema
from workout_tui.loopback.messages import REQUIRED
from workout_tui.loopback.refusal import Refused
from workout_tui.loopback.requests import cells, lines, marks, tabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.loopback.book import Book
    from workout_tui.loopback.masks import Mask
    from workout_tui.loopback.refusal import Body

_REQUESTS: dict[str, Callable[[Book, Body], Body]] = {
    "addSheet": tabs.add_sheet,
    "deleteSheet": tabs.delete_sheet,
    "duplicateSheet": tabs.duplicate_sheet,
    "updateSheetProperties": tabs.update_sheet_properties,
    "updateSpreadsheetProperties": tabs.update_spreadsheet_properties,
    "appendCells": cells.append_cells,
    "updateCells": cells.update_cells,
    "repeatCell": cells.repeat_cell,
    "copyPaste": cells.copy_paste,
    "cutPaste": cells.cut_paste,
    "findReplace": cells.find_replace,
    "insertDimension": lines.insert_dimension,
    "deleteDimension": lines.delete_dimension,
    "appendDimension": lines.append_dimension,
    "moveDimension": lines.move_dimension,
    "updateDimensionProperties": lines.update_dimension_properties,
    "autoResizeDimensions": lines.auto_resize_dimensions,
    "sortRange": lines.sort_range,
    "deleteDuplicates": lines.delete_duplicates,
    "setBasicFilter": marks.set_basic_filter,
    "clearBasicFilter": marks.clear_basic_filter,
    "addProtectedRange": marks.add_protected_range,
    "deleteProtectedRange": marks.delete_protected_range,
    "addNamedRange": marks.add_named_range,
    "updateNamedRange": marks.update_named_range,
    "deleteNamedRange": marks.delete_named_range,
    "createDeveloperMetadata": marks.create_developer_metadata,
}
_WITH_FIELDS = {name for name in _REQUESTS if name.startswith("update") or name in {"appendCells", "repeatCell"}}
"""the requests that have to say which fields they write"""


def update(
    book: Book, body: Body, mask: Mask | None = None, editor: str = "", *, by_owner: bool = False
) -> tuple[Book, Body]:
    """The book after the requests, and the answer. The book that was passed is never changed.

    Args:
        book: the spreadsheet as it is.
        body: the request's.
        mask: what of the answer is asked for; it decides about cells, where there is one.
        editor: the address of the one who asks.
        by_owner: whether nothing is protected from the one who asks.

    Raises:
        Refused: one of the requests cannot be done, so none is.
    """
    schema.check(body, "BatchUpdate")
    wanted = body.get("requests") or []
    if not wanted:
        raise Refused("Must specify at least one request.")
    changed = book.copy()
    answer: Body = {
        "spreadsheetId": book.id,
        "replies": [_apply(changed, i, one, by_owner=by_owner) for i, one in enumerate(wanted)],
    }
    if body.get("includeSpreadsheetInResponse"):
        below = masks.below(mask or {}, "updatedSpreadsheet")
        asked = bool(body.get("responseIncludeGridData"))
        answer["updatedSpreadsheet"] = answers.spreadsheet(
            changed,
            below,
            body.get("responseRanges") or (),
            grid_data=asked if mask is None else masks.covers(below, "sheets", "data"),
            editor=editor,
        )
    return changed, answer


def _apply(book: Book, index: int, request: Body, *, by_owner: bool) -> Body:
    """Do one request."""
    kinds = [name for name, one in (request or {}).items() if one is not None]
    if len(kinds) != 1:
        what = "No request set." if not kinds else f"oneof field 'kind' is already set. Cannot set '{kinds[1]}'"
        raise Refused(f"Invalid requests[{index}]: {what}")
    kind = kinds[0]
    try:
        _complete(kind, request[kind])
        barred = {} if by_owner else guarded.cells(book)
        reply = _REQUESTS[kind](book, request[kind])
        guarded.check(book, barred)
    except Refused as refused:
        raise Refused(f"Invalid requests[{index}].{kind}: {refused.message}") from refused
    return reply


def _complete(kind: str, body: Body) -> None:
    """Look whether nothing is missing.

    Raises:
        Refused: something is.
    """
    if kind in _WITH_FIELDS and not body.get("fields"):
        raise Refused("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    for name in REQUIRED.get(kind, ()):
        if body.get(name) is None:
            raise Refused(f"{name} is required.")
