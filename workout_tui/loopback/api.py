"""The Sheets API without a network: a method and a path in, an answer out.

Nothing here sleeps or knows a clock; the time is passed in and comes back as the `Date` of the answer.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

from workout_tui.loopback import answers, batch, guarded, masks, schema, values
from workout_tui.loopback.book import Book
from workout_tui.loopback.refusal import Refused
from workout_tui.loopback.staleness import Staleness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workout_tui.loopback.masks import Mask
    from workout_tui.loopback.refusal import Body

Query: TypeAlias = "Sequence[tuple[str, str]]"

_ROOT = "/v4/spreadsheets/"
_SINGLE = {"majorDimension", "valueRenderOption", "dateTimeRenderOption", "valueInputOption", "insertDataOption"}
_SINGLE |= {"includeValuesInResponse", "responseValueRenderOption", "responseDateTimeRenderOption", "includeGridData"}
_KNOWN = _SINGLE | {"fields", "ranges", "alt", "prettyPrint"}


@dataclass(frozen=True, slots=True)
class Response:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: Body


@dataclass(frozen=True, slots=True)
class Call:
    """A request, taken apart."""

    book: Book
    text: str
    """the range in the path"""
    body: Body
    options: dict[str, str]
    ranges: tuple[str, ...]
    mask: Mask | None
    """what of the answer is asked for; everything but cells when there is none"""


@dataclass(slots=True)
class Api:
    """The spreadsheets of the server. Any thread may call it; requests are answered one after another."""

    editor: str = "workout@example.iam.gserviceaccount.com"
    """the address of the one whose requests these are"""
    books: dict[str, Book] = field(default_factory=dict)
    closed: set[str] = field(default_factory=set)
    """the spreadsheets that are not shared with the editor"""
    read_only: set[str] = field(default_factory=set)
    """the spreadsheets that the editor may only look at"""
    staleness: Staleness = field(default_factory=Staleness)
    """how far reads lag behind"""
    lock: threading.RLock = field(default_factory=threading.RLock)
    """hold it to look at the books, or to change them as a user would, while others call"""

    def create(self, book_id: str, title: str = "Workouts") -> Book:
        """A new spreadsheet with one empty tab."""
        with self.lock:
            self.books[book_id] = Book.new(book_id, title)
            return self.books[book_id]

    def handle(self, method: str, path: str, query: Query = (), body: Body | None = None, *, now: int) -> Response:
        """Answer a request.

        Args:
            method: GET, POST or PUT.
            path: from `/v4/` on, percent-encoded or not.
            query: the parameters.
            body: the JSON of the request; it is neither kept nor changed.
            now: the time of the server, UTC milliseconds.
        """
        headers = headers_of(now)
        try:
            with self.lock:
                return Response(200, headers, self._answer(method, unquote(path), query, body or {}, now))
        except Refused as refused:
            return Response(refused.code, headers, refused.body())

    def _answer(self, method: str, path: str, query: Query, body: Body, now: int) -> Body:
        book, rest = self._book(path)
        options = _options(query)
        mask = masks.parse(options["fields"]) if "fields" in options else None
        ranges = tuple(one for name, one in query if name == "ranges")
        text, action = _taken_apart(method, rest)
        known = _ACTIONS.get((method, action))
        if known is None:
            raise Refused("The requested URL was not found on this server.", 404)
        answer_message, act = known
        schema.check_mask(mask or {}, answer_message)
        if (method, action) in _READS:
            book = self.staleness.seen(book, now)
        elif book.id in self.read_only:
            raise _forbidden()
        found: Body = masks.pick(act(self, Call(book, text, body, options, ranges, mask)), mask or {})
        if (method, action) not in _READS:
            self.staleness.written(book, now)
        return found

    def _book(self, path: str) -> tuple[Book, str]:
        """The spreadsheet that a path begins with, and the rest of the path.

        Raises:
            Refused: there is none, or it may not be seen.
        """
        rest = path.removeprefix(_ROOT)
        ends = [at for at in (rest.find(":"), rest.find("/")) if at >= 0]
        end = min(ends, default=len(rest))
        book_id, rest = rest[:end], rest[end:]
        if not path.startswith(_ROOT) or book_id not in self.books:
            raise Refused("Requested entity was not found.", 404)
        if book_id in self.closed:
            raise _forbidden()
        return self.books[book_id], rest

    def get(self, call: Call) -> Body:
        """`spreadsheets.get`."""
        asked = call.options.get("includeGridData", "").lower() == "true"
        grid_data = asked if call.mask is None else masks.covers(call.mask, "sheets", "data")
        return answers.spreadsheet(call.book, call.mask or {}, call.ranges, grid_data=grid_data, editor=self.editor)

    def batch_update(self, call: Call) -> Body:
        """`spreadsheets.batchUpdate`."""
        book, answer = batch.update(call.book, call.body, call.mask, self.editor)
        self.books[book.id] = book
        return answer

    def values_get(self, call: Call) -> Body:
        """`spreadsheets.values.get`."""
        return values.get(call.book, call.text, values.Render.read(call.options))

    def values_batch_get(self, call: Call) -> Body:
        """`spreadsheets.values.batchGet`."""
        render = values.Render.read(call.options)
        found = [values.get(call.book, text, render) for text in call.ranges]
        return {"spreadsheetId": call.book.id, **({"valueRanges": found} if found else {})}

    def values_by_filter(self, call: Call) -> Body:
        """`spreadsheets.values.batchGetByDataFilter`."""
        return values.by_filters(call.book, call.body)

    def values_update(self, call: Call) -> Body:
        """`spreadsheets.values.update`."""
        return self._changing(call, lambda book: values.update(book, call.text, call.body, call.options))

    def values_append(self, call: Call) -> Body:
        """`spreadsheets.values.append`."""
        return self._changing(call, lambda book: values.append(book, call.text, call.body, call.options))

    def values_batch_update(self, call: Call) -> Body:
        """`spreadsheets.values.batchUpdate`."""
        return self._changing(call, lambda book: values.batch_update(book, call.body))

    def values_clear(self, call: Call) -> Body:
        """`spreadsheets.values.clear`."""
        return self._changing(
            call, lambda book: {"spreadsheetId": book.id, "clearedRange": values.clear(book, call.text)}
        )

    def values_batch_clear(self, call: Call) -> Body:
        """`spreadsheets.values.batchClear`."""
        schema.check(call.body, "ValuesBatchClear")
        ranges = call.body.get("ranges") or ()
        return self._changing(
            call, lambda book: {"spreadsheetId": book.id, "clearedRanges": [values.clear(book, one) for one in ranges]}
        )

    def _changing(self, call: Call, act: Callable[[Book], Body]) -> Body:
        """Do it on a copy, and keep that only when nothing was refused."""
        book = call.book.copy()
        barred = guarded.cells(book)
        answer = act(book)
        guarded.check(book, barred)
        self.books[book.id] = book
        return answer


def headers_of(now: int) -> dict[str, str]:
    """The headers of every answer.

    Args:
        now: the server's time, UTC milliseconds.
    """
    return {"Content-Type": "application/json; charset=UTF-8", "Date": formatdate(now / 1000, usegmt=True)}


_ACTIONS: dict[tuple[str, str], tuple[str, Callable[[Api, Call], Body]]] = {
    ("GET", ""): ("Spreadsheet", Api.get),
    ("POST", ":batchUpdate"): ("BatchUpdateAnswer", Api.batch_update),
    ("GET", "values"): ("ValueRange", Api.values_get),
    ("PUT", "values"): ("any", Api.values_update),
    ("POST", "values:append"): ("any", Api.values_append),
    ("POST", "values:clear"): ("any", Api.values_clear),
    ("GET", "values:batchGet"): ("ValuesBatchGetAnswer", Api.values_batch_get),
    ("POST", "values:batchUpdate"): ("any", Api.values_batch_update),
    ("POST", "values:batchClear"): ("any", Api.values_batch_clear),
    ("POST", "values:batchGetByDataFilter"): ("ValuesBatchGetAnswer", Api.values_by_filter),
}
_READS = {one for one in _ACTIONS if one[0] == "GET"} | {("POST", "values:batchGetByDataFilter")}
_ON_RANGES = (":append", ":clear")


def _forbidden() -> Refused:
    return Refused("The caller does not have permission", 403)


def _taken_apart(method: str, rest: str) -> tuple[str, str]:
    """The range in the rest of a path, and what is done with it."""
    if not rest.startswith("/values/"):
        return "", rest.removeprefix("/")
    text = rest.removeprefix("/values/")
    for action in _ON_RANGES if method == "POST" else ():
        if text.endswith(action):
            return text.removesuffix(action), f"values{action}"
    return text, "values"


def _options(query: Query) -> dict[str, str]:
    for name, _ in query:
        if name not in _KNOWN:
            raise schema.unknown_parameter(name)
    return {name: value for name, value in query if name != "ranges"}
