"""Requests about what clings to cells: filters, protections, named ranges, metadata."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from workout_tui.loopback import answers, masks, sorting
from workout_tui.loopback.book import Marked
from workout_tui.loopback.grid import Filter
from workout_tui.loopback.ranges import Area, Dimension
from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from workout_tui.loopback.book import Book
    from workout_tui.loopback.refusal import Body


def set_basic_filter(book: Book, body: Body) -> Body:
    """A filter with arrows over a range; open sides are closed at the grid's edge. Its order is applied."""
    wanted = deepcopy(body["filter"])
    area = Area.read(wanted.pop("range", None) or {})
    tab = book.tab(area.sheet_id)
    box = area.box(tab.row_count, tab.column_count)
    tab.filter = Filter(Area(tab.id, box.top, box.bottom, box.left, box.right), wanted)
    sorting.by_filter(tab)
    return {}


def clear_basic_filter(book: Book, body: Body) -> Body:
    """No filter any more."""
    book.tab(body.get("sheetId") or 0).filter = None
    return {}


def add_protected_range(book: Book, body: Body) -> Body:
    """A range that only some may edit, or whose editors are warned."""
    wanted = {name: one for name, one in deepcopy(body["protectedRange"]).items() if one is not None}
    area = Area.read(wanted.pop("range", {}))
    book.tab(area.sheet_id)
    key = wanted.pop("protectedRangeId", None) or book.new_id()
    if key in book.protections:
        raise Refused(f"A protected range with the ID {key} already exists.")
    wanted = {name: one for name, one in wanted.items() if one} | {"requestingUserCanEdit": True, "editors": {}}
    book.protections[key] = Marked(area, wanted)
    return {"addProtectedRange": {"protectedRange": answers.protection(key, book.protections[key])}}


def delete_protected_range(book: Book, body: Body) -> Body:
    """A protection is gone, its cells stay."""
    if book.protections.pop(body["protectedRangeId"], None) is None:
        raise Refused(f"No protected range with id: {body['protectedRangeId']}")
    return {}


def add_named_range(book: Book, body: Body) -> Body:
    """A name for a range; its id may be chosen, but not one that exists."""
    wanted = deepcopy(body["namedRange"])
    key = wanted.get("namedRangeId") or str(book.new_id())
    if key in book.names:
        raise Refused(f"A named range with the ID {key} already exists.")
    area = Area.read(wanted.get("range") or {})
    book.tab(area.sheet_id)
    name = _free_name(book, key, wanted.get("name") or "")
    book.names[key] = Marked(area, {"name": name})
    return {"addNamedRange": {"namedRange": answers.named_range(key, book.names[key])}}


def update_named_range(book: Book, body: Body) -> Body:
    """Another name for a range, or another range for a name."""
    key, mask = body["namedRange"].get("namedRangeId"), masks.parse(body["fields"])
    old = _named(book, key)
    merged = masks.merged({"name": old.settings["name"], "range": old.area.body()}, body["namedRange"], mask)
    area = Area.read(merged.get("range") or {})
    book.tab(area.sheet_id)
    book.names[key] = Marked(area, {"name": _free_name(book, key, merged.get("name") or "")})
    return {}


def delete_named_range(book: Book, body: Body) -> Body:
    """A name is gone, its cells stay."""
    _named(book, body["namedRangeId"])
    del book.names[body["namedRangeId"]]
    return {}


def create_developer_metadata(book: Book, body: Body) -> Body:
    """A key and a value on the spreadsheet, a tab, a row or a column, that no user sees."""
    wanted = deepcopy(body["developerMetadata"])
    if not wanted.get("metadataKey") or not wanted.get("visibility") or not wanted.get("location"):
        raise Refused("developerMetadata must have a metadataKey, a location and a visibility.")
    key = wanted.pop("metadataId", None) or book.new_id()
    if key in book.metadata:
        raise Refused(f"A developer metadata with the ID {key} already exists.")
    location = wanted.pop("location")
    book.metadata[key] = Marked(_located(book, location), wanted)
    return {"createDeveloperMetadata": {"developerMetadata": answers.metadata(key, book.metadata[key])}}


def _located(book: Book, location: Body) -> Area:
    """The cells that metadata clings to; the spreadsheet itself is the sheet -1."""
    if location.get("spreadsheet"):
        return Area(-1)
    lines = location.get("dimensionRange")
    if not lines:
        return Area(book.tab(location.get("sheetId") or 0).id)
    tab = book.tab(lines.get("sheetId") or 0)
    if not lines.get("dimension"):
        raise Refused("No dimension is set.")
    ends = lines.get("startIndex") or 0, lines.get("endIndex")
    return Area(tab.id, *ends) if lines["dimension"] == Dimension.ROWS else Area(tab.id, None, None, *ends)


def _named(book: Book, key: str) -> Marked:
    if key not in book.names:
        raise Refused(f"No named range with id: {key}")
    return book.names[key]


def _free_name(book: Book, key: str, name: str) -> str:
    if not name:
        raise Refused("Named range name is empty.")
    others = (mark.settings["name"].casefold() for other, mark in book.names.items() if other != key)
    if name.casefold() in others:
        raise Refused(f"A named range with the name {name} already exists.")
    return name
