"""A page that shows the spreadsheets in a browser while they change.

Everything that stands in a cell is escaped, and the page may load nothing but its own script.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from workout_tui.loopback.ranges import Dimension, letters

if TYPE_CHECKING:
    from workout_tui.loopback.api import Api
    from workout_tui.loopback.book import Book
    from workout_tui.loopback.cells import Cell
    from workout_tui.loopback.grid import Tab

PATH = "/sheet/"
"""before the id of the spreadsheet that is shown"""

_MOST_ROWS = 2000
_STYLE = """
:root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
body { margin: 1.5rem; }
h1 { font-size: 1.2rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
.pane { overflow: auto; max-height: 75vh; border: 1px solid #8884; border-radius: 6px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #8883; padding: .2rem .5rem; text-align: left; white-space: pre; max-width: 24rem;
  overflow: hidden; text-overflow: ellipsis; }
th { position: sticky; top: 0; background: Canvas; font-weight: 500; opacity: .85; }
td.number { text-align: right; } td.bold { font-weight: 600; } .hidden { opacity: .45; }
p { opacity: .7; }
"""
_SCRIPT = """
let last = "";
async function look() {
  try {
    const answer = await fetch(location.pathname + "/cells");
    const text = await answer.text();
    const place = document.getElementById("cells");
    if (answer.ok && last !== text) {
      const panes = [...document.querySelectorAll(".pane")].map(one => [one.scrollTop, one.scrollLeft]);
      place.innerHTML = last = text;
      document.querySelectorAll(".pane").forEach((one, index) => {
        if (panes[index]) [one.scrollTop, one.scrollLeft] = panes[index];
      });
    }
  } catch { document.title = "(ended) " + document.title.replace("(ended) ", ""); }
  setTimeout(look, 500);
}
look();
"""
_SAFE = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a browser gets."""

    status: int
    headers: dict[str, str]
    body: bytes


def answer(api: Api, path: str) -> Page:
    """The page at a path: `/` lists the spreadsheets, `PATH` and an id show one."""
    if path == "/live.js":
        return _page(_SCRIPT, kind="text/javascript")
    with api.lock:
        if path == "/":
            return _page(_frame("Spreadsheets", _list(api)))
        book_id, _, part = path.removeprefix(PATH).partition("/")
        book = api.books.get(unquote(book_id)) if path.startswith(PATH) else None
        if book is None or part not in {"", "cells"}:
            return _page(_frame("Not here", "<p>There is no such page.</p>"), 404)
        if part:
            return _page(_tabs(book))
        title = str(book.properties.get("title", ""))
        return _page(_frame(title, '<div id="cells"></div><script src="/live.js"></script>'))


def _page(text: str, status: int = 200, kind: str = "text/html") -> Page:
    return Page(status, {"Content-Type": f"{kind}; charset=UTF-8", **_SAFE}, text.encode())


def _frame(title: str, body: str) -> str:
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body><h1>{escape(title)}</h1>{body}</body></html>'


def _list(api: Api) -> str:
    items = (
        f'<li><a href="{PATH}{quote(one.id, safe="")}">{escape(str(one.properties.get("title", "")))}</a></li>'
        for one in api.books.values()
    )
    return f"<ul>{''.join(items)}</ul>"


def _tabs(book: Book) -> str:
    return "".join(_tab(tab) for tab in book.tabs)


def _tab(tab: Tab) -> str:
    rows = tab.rows[: min(tab.filled, _MOST_ROWS)]
    width = max((len(row) for row in rows), default=0)
    head = "".join(_cell_tag("th", letters(column), _classes(tab, column)) for column in range(width))
    body = "".join(_row(tab, index, width) for index in range(len(rows)))
    title = f"<h2{' class=hidden' if tab.properties.get('hidden') else ''}>{escape(tab.title)}</h2>"
    more = f"<p>{tab.filled - _MOST_ROWS} more rows</p>" if tab.filled > _MOST_ROWS else ""
    if not rows:
        return f"{title}<p>Empty.</p>"
    return f'{title}<div class="pane"><table><tr><th></th>{head}</tr>{body}</table></div>{more}'


def _row(tab: Tab, index: int, width: int) -> str:
    cells = tab.part(index, 0, width)
    tags = (_cell_tag("td", cell.shown, _classes(tab, column, cell)) for column, cell in enumerate(cells))
    return f"<tr><th>{index + 1}</th>{''.join(tags)}</tr>"


def _cell_tag(tag: str, text: str, classes: list[str]) -> str:
    of = f' class="{" ".join(classes)}"' if classes else ""
    return f"<{tag}{of}>{escape(text)}</{tag}>"


def _classes(tab: Tab, column: int, cell: Cell | None = None) -> list[str]:
    found = ["hidden"] if tab.hidden(Dimension.COLUMNS, column) else []
    if cell is not None and isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        found.append("number")
    if cell is not None and cell.format.get("textFormat", {}).get("bold"):
        found.append("bold")
    return found
