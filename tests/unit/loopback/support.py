"""A spreadsheet of the look-alike for tests, without a network."""

from __future__ import annotations

from typing import Any

from workout_tui.loopback.api import Api, Response

BOOK = "a-book"
NOON = 1_700_000_000_000


class Sheet:
    """One spreadsheet and short words for what is asked of it."""

    def __init__(self) -> None:
        self.api = Api()
        self.api.create(BOOK)

    def call(self, method: str, rest: str, *query: tuple[str, str], body: Any = None) -> Response:
        return self.api.handle(method, f"/v4/spreadsheets/{BOOK}{rest}", query, body, now=NOON)

    def good(self, method: str, rest: str, *query: tuple[str, str], body: Any = None) -> Any:
        found = self.call(method, rest, *query, body=body)
        assert found.status == 200, found.body
        return found.body

    def refusal(self, method: str, rest: str, *query: tuple[str, str], body: Any = None) -> str:
        found = self.call(method, rest, *query, body=body)
        assert found.status >= 400, found.body
        return str(found.body["error"]["message"])

    def batch(self, *requests: Any, **more: Any) -> Any:
        return self.good("POST", ":batchUpdate", body={"requests": list(requests), **more})

    def refused(self, *requests: Any, **more: Any) -> str:
        return self.refusal("POST", ":batchUpdate", body={"requests": list(requests), **more})

    def put(self, where: str, *rows: list[Any], option: str = "RAW") -> Any:
        return self.good("PUT", f"/values/{where}", ("valueInputOption", option), body={"values": list(rows)})

    def rows(self, where: str = "Sheet1", **options: str) -> Any:
        query = {"valueRenderOption": "UNFORMATTED_VALUE", **options}
        return self.good("GET", f"/values/{where}", *query.items()).get("values", [])

    def properties(self, **query: str) -> Any:
        return self.good("GET", "", *query.items())


def text_cells(*values: Any) -> dict[str, Any]:
    """A row of `CellData`."""
    return {"values": [{"userEnteredValue": _extended(one)} if one is not None else {} for one in values]}


def lines(start: int, end: int, dimension: str = "ROWS", sheet: int = 0) -> dict[str, Any]:
    """A `DimensionRange`."""
    return {"sheetId": sheet, "dimension": dimension, "startIndex": start, "endIndex": end}


def area(top: int, bottom: int, left: int, right: int, sheet: int = 0) -> dict[str, int]:
    """A `GridRange`."""
    sides = {"startRowIndex": top, "endRowIndex": bottom, "startColumnIndex": left, "endColumnIndex": right}
    return {"sheetId": sheet, **sides}


def _extended(value: Any) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"boolValue": value}
    return {"stringValue": value} if isinstance(value, str) else {"numberValue": value}
