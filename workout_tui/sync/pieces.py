"""JSON in pieces: no other thread waits for long while a body of some megabytes is written or read.

Python's own reader and writer hold all threads up until they are done, the interface's too: a thousand rows take them
15 ms to write, a column of a hundred thousand cells 20 ms to read. Between two pieces others come to their turn.
"""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DEPTH_OF_ROWS = 5
"""of a row in a body that is sent: body, requests, request, its fields, rows"""

_AT_ONCE = 1000
"""cells of a list that are read in one piece"""

_SPACE = re.compile(r"[ \t\n\r]*")
_CELLS = re.compile(
    rf'(?:[ \t\n\r]*(?:"[^"\\]*(?:\\.[^"\\]*)*"|[\w.+-]+)[ \t\n\r]*,){{1,{_AT_ONCE}}}', re.ASCII | re.DOTALL
)
"""texts, numbers and their like, each with the comma behind it"""

_ROW = re.compile(r"\[[^][{}]{0,4000}\]")
"""a list that seems to be short, and to hold no other"""

_DECODER = json.JSONDecoder()


def written(value: Any) -> str:
    """A value as JSON."""
    return "".join(_pieces(value, _DEPTH_OF_ROWS))


def read(text: str) -> Any:
    """The value in a text of JSON.

    Raises:
        ValueError: it is none.
        RecursionError: its lists are too deep.
    """
    value, end = _value(text, _after_space(text, 0))
    if end != len(text):
        raise json.JSONDecodeError("Extra data", text, end)
    return value


def _pieces(value: Any, depth: int) -> Iterator[str]:
    if depth and isinstance(value, dict):
        yield "{"
        for number, (name, one) in enumerate(value.items()):
            yield f"{',' if number else ''}{json.dumps(name)}:"
            yield from _pieces(one, depth - 1)
        yield "}"
    elif depth and isinstance(value, list):
        yield "["
        for number, one in enumerate(value):
            yield "," if number else ""
            yield from _pieces(one, depth - 1)
        yield "]"
    else:
        yield json.dumps(value, allow_nan=False)


def _value(text: str, at: int) -> tuple[Any, int]:
    """The value that begins at a place, and the next place that is no space."""
    first = text[at : at + 1]
    if first == "{":
        return _filled(text, at, {}, _member)
    if first == "[" and not _ROW.match(text, at):
        return _filled(text, at, [], _elements)
    value, end = _DECODER.raw_decode(text, at)
    return value, _after_space(text, end)


def _filled(text: str, at: int, holder: Any, part: Callable[[str, int, Any], int]) -> tuple[Any, int]:
    """A list or an object, filled part by part up to its end."""
    end = "}" if text[at] == "{" else "]"
    at = _after_space(text, at + 1)
    if text[at : at + 1] == end:
        return holder, _after_space(text, at + 1)
    while True:
        at = part(text, at, holder)
        if text[at : at + 1] == end:
            return holder, _after_space(text, at + 1)
        at = _comma(text, at, ",")


def _member(text: str, at: int, holder: dict[str, Any]) -> int:
    name, at = _DECODER.raw_decode(text, at)
    if not isinstance(name, str):
        raise json.JSONDecodeError("Expecting property name", text, at)
    holder[name], at = _value(text, _comma(text, _after_space(text, at), ":"))
    return at


def _elements(text: str, at: int, holder: list[Any]) -> int:
    """As many cells as are read at once; the last element, and every list and object, by itself."""
    cells = _CELLS.match(text, at)
    if cells is not None:
        time.sleep(0)  # others come to their turn now, not only when Python's five milliseconds are over
        holder += json.loads(f"[{cells[0][:-1]}]")
        at = _after_space(text, cells.end())
    value, at = _value(text, at)
    holder.append(value)
    return at


def _comma(text: str, at: int, sign: str) -> int:
    if text[at : at + 1] != sign:
        raise json.JSONDecodeError(f"Expecting '{sign}'", text, at)
    return _after_space(text, at + 1)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
