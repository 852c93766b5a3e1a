"""Protected ranges whose cells the program may not touch; those that only warn keep nobody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from workout_tui.loopback.book import Book
    from workout_tui.loopback.cells import Cell

KEEPS_OUT = {"requestingUserCanEdit": False}
"""the settings of a protection by somebody else"""


def cells(book: Book) -> dict[int, list[list[Cell]]]:
    """What stands in each range that keeps the program out."""
    found = {}
    for key, mark in book.protections.items():
        if mark.settings.get("requestingUserCanEdit") is False:
            tab = book.tab(mark.area.sheet_id)
            found[key] = tab.cells(mark.area.box(min(len(tab.rows), tab.row_count), tab.column_count))
    return found


def check(book: Book, before: dict[int, list[list[Cell]]]) -> None:
    """Look whether it still stands there, wherever the ranges were moved to.

    Raises:
        Refused: something was written into one, or took one away.
    """
    if before and cells(book) != before:
        raise Refused(
            "You are trying to edit a protected cell or object."
            " Please contact the spreadsheet owner to remove protection if you need to edit."
        )
