"""Bringing a history, drawn: which file, what it leaves open, what would become of it, what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.load import Unit
from workout_tui.transfer import telling
from workout_tui.ui.presenters.rows import EMPTY, barred, cell, fitted, styled, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs

_WIDEST = 100
_BAR = 40
_MOST_ROWS = 6
_DETAIL = "    "
"""how the lines begin that say more about the one above them"""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that is offered."""

    name: str
    folder: str
    age: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A name of the file that may be an exercise of the log. `answer` None: not answered yet."""

    theirs: str
    ours: str
    answer: bool | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A title on a card, what to know about it, and what went wrong."""

    title: str
    about: str = ""
    wrong: str = ""
    tone: str = "now"


def page(view: Page, width: int, glyphs: Glyphs) -> list[Content]:
    """The head of every step."""
    inner = min(width, _WIDEST)
    rows = [styled(row, "bold") for row in wrapped(view.title, inner - 4, _MOST_ROWS, glyphs.dots)]
    if view.about:
        rows += [styled(row, "$dim") for row in wrapped(view.about, inner - 4, _MOST_ROWS, glyphs.dots)]
    drawn = barred(rows, inner, glyphs, view.tone, "card")
    if view.wrong:
        words = wrapped(view.wrong, inner - 2, _MOST_ROWS, glyphs.dots)
        marks = [f"{glyphs.bad} ", *["  "] * (len(words) - 1)]
        drawn += [
            EMPTY,
            *(Content.assemble((mark, "$bad"), styled(row)) for mark, row in zip(marks, words, strict=True)),
        ]
    return _signed(drawn, width, len(drawn), glyphs)


def files(found: Sequence[FileRow], width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """The files that are offered, by number."""
    if not found:
        return []
    inner = min(width, _WIDEST)
    age = max(len(one.age) for one in found)
    folder = min(max(len(one.folder) for one in found), inner // 3)
    rows = [styled("NEWEST FILES HERE", "bold $dim")]
    for number, one in enumerate(found, 1):
        name = cell(styled(one.name), inner - 3 - folder - age - 4, dots=glyphs.dots)
        where = cell(styled(one.folder, "$dim"), folder, dots=glyphs.dots)
        when = cell(styled(one.age, "$dim"), age, right=True)
        rows.append(Content.assemble((str(number), "bold $now"), "  ", name, "  ", where, "  ", when))
    return _signed(rows, width, height, glyphs)


def units(likely: Unit | None, width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """The two units, the likely one marked."""
    rows = []
    for key, unit, words in (("k", Unit.KG, "kilograms"), ("l", Unit.LB, "pounds")):
        mark = Content.assemble((f"{glyphs.enter} ", "bold $now")) if unit is likely else styled("")
        row = Content.assemble(
            cell(mark, len(glyphs.enter) + 1), (key, "bold $now"), f"  {unit}  ", styled(words, "$dim")
        )
        rows += [row]
    return _signed(rows, width, height, glyphs)


def questions(asked: Sequence[Asked], width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """Each name that may be known, the first that is not answered in the colour of now."""
    now = first_open(asked)
    first = max(0, min(now - height // 2, len(asked) - height))
    rows = []
    for place, one in enumerate(asked[first:], first):
        answer = {None: " ", True: glyphs.done, False: glyphs.skipped}[one.answer]
        words = telling.same(one.theirs, one.ours)
        mark = (f"{glyphs.now} ", "bold $now") if place == now else (f"{answer} ", "$done" if one.answer else "$dim")
        rows.append(Content.assemble(mark, styled(words, "bold" if place == now else "$dim")))
    return _signed(rows, width, height, glyphs)


def first_open(asked: Sequence[Asked]) -> int:
    """The place of the first question that is not answered; behind the last when all are."""
    return next((place for place, one in enumerate(asked) if one.answer is None), len(asked))


def progress(done: int, of: int, width: int, glyphs: Glyphs) -> list[Content]:
    """How far it is; nothing before that is known."""
    if not of:
        return []
    room = min(_BAR, width - 20)
    full = room * min(done, of) // of
    on, off = ("█", "░") if glyphs.unicode else ("#", ".")
    return [Content.assemble((on * full, "$now"), (off * (room - full), "$line"), (f"  {done:,} of {of:,}", "$dim"))]


def account(lines: Sequence[str], width: int) -> list[Content]:
    """What becomes of a file, every row of it: the words of the command line, broken to the width."""
    rows = []
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        style = "$dim" if line.startswith(_DETAIL) else ""
        for at, row in enumerate(wrapped(line.strip(), min(width, _WIDEST) - len(indent) - 2, _MOST_ROWS)):
            rows.append(Content.assemble(indent + ("  " if at else ""), styled(row, style)))
    return rows


def scrolled(rows: Sequence[Content], top: int, width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """As many rows as fit from `top` on; the last says how many more there are below it."""
    left = list(rows[top:])
    if len(left) > height > 0:
        more = f"{len(left) - height + 1:,} more rows below"
        left = [*left[: height - 1], styled(more, "$faint")]
    return _signed(left, width, height, glyphs)


def furthest(rows: Sequence[Content], height: int) -> int:
    """The top row from which the last one shows."""
    return max(0, len(rows) - max(1, height))


def _signed(rows: Sequence[Content], width: int, height: int, glyphs: Glyphs) -> list[Content]:
    drawn = fitted(rows, width, height, glyphs)
    return drawn if glyphs.unicode else [Content(row.plain.replace("→", ">"), spans=list(row.spans)) for row in drawn]
