"""Connecting a sheet, drawn: what is needed, what was found, and each step as it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters.rows import EMPTY, HEAD, barred, cell, fitted, styled, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.sync.connecting import Step
    from workout_tui.ui.glyphs import Glyphs

_WIDEST = 104
_MOST = 5
_CLICKS = (
    ("https://console.cloud.google.com/projectcreate", "Create"),
    ("https://console.cloud.google.com/apis/library/sheets.googleapis.com", "Enable"),
    ("https://console.cloud.google.com/iam-admin/serviceaccounts", "Create service account, Done"),
    ("click the account", "Keys, Add key, Create new key, JSON: the browser downloads it"),
)
"""where each click is, and what is clicked"""

_OWN_TAB = (
    "The program makes a tab of its own in it and touches no other. It sees nothing of your Drive but what is shared"
    " with it."
)


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key file that is offered."""

    name: str
    folder: str
    account: str


def head(title: str, about: str, wrong: str, width: int, glyphs: Glyphs, *, tall: bool = False) -> list[Content]:
    """The card above the line, and below it what is wrong with what was typed."""
    inner = min(width, _WIDEST)
    air = [EMPTY] if tall else []
    rows = [styled(title, "bold"), *(styled(row, "$dim") for row in wrapped(about, inner - 4, _MOST, glyphs.dots))]
    drawn = barred([*air, *rows, *air], inner, glyphs, "now", "card")
    if wrong:
        first, *more = wrapped(wrong, inner - 2, _MOST, glyphs.dots)
        drawn += [EMPTY, Content.assemble((f"{glyphs.bad} ", "$bad"), styled(first))]
        drawn += [Content.assemble("  ", styled(row)) for row in more]
    return fitted(drawn, width, len(drawn), glyphs)


def how_to(found: Sequence[FoundKey], width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """Keys that lie about; and how Google makes one."""
    rows: list[Content] = []
    if found:
        rows += [styled("KEYS FOUND HERE", HEAD)]
        for number, one in enumerate(found, 1):
            name = cell(styled(one.name), max(20, min(48, width // 2)), dots=glyphs.dots)
            rows.append(
                Content.assemble((f"{number}  ", "bold $now"), name, "  ", styled(one.account or one.folder, "$dim"))
            )
        rows += [EMPTY]
    rows += [styled("HOW GOOGLE MAKES ONE, ONCE AND FOR NOTHING", HEAD)]
    for number, (where, click) in enumerate(_CLICKS, 1):
        rows.append(Content.assemble((f"{number}  ", "$faint"), styled(where)))
        rows.append(Content.assemble("     ", styled(click, "$dim")))
    return fitted(rows, width, height, glyphs)


def sharing(account: str, new: str, width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """What to do in the spreadsheet, with the address to share it with."""
    rows = [
        styled("IN THE SPREADSHEET", HEAD),
        Content.assemble(("1  ", "$faint"), styled(f"Make one: {new}, or take one you have.")),
    ]
    if account:
        rows += [
            Content.assemble(("2  ", "$faint"), styled("Share, and as Editor add")),
            Content.assemble(
                "   ",
                styled(account, "bold"),
                (f"   {glyphs.key('connect.copy', 'c')}", "bold $now"),
                (" copies it", "$dim"),
            ),
        ]
    copied = "3  " if account else "2  "
    rows.append(
        Content.assemble(
            (copied, "$faint"), styled("Copy its address from the top of the browser, and paste it above.")
        )
    )
    rows += [EMPTY, *(styled(row, "$dim") for row in wrapped(_OWN_TAB, min(width, _WIDEST), _MOST, glyphs.dots))]
    return fitted(rows, width, height, glyphs)


def steps(done: Sequence[Step], width: int, height: int, glyphs: Glyphs, *, busy: bool) -> list[Content]:
    """Each step with its mark; what failed with what to do about it."""
    rows: list[Content] = []
    for one in done:
        mark = (f"{glyphs.done} ", "$done") if one.done else (f"{glyphs.bad} ", "$bad")
        first, *more = wrapped(one.words, min(width, _WIDEST) - 2, _MOST, glyphs.dots)
        rows.append(Content.assemble(mark, styled(first, "" if one.done else "bold")))
        rows += [Content.assemble("  ", styled(row)) for row in more]
        if not one.done:
            rows += _mending(one, width, glyphs)
    if busy:
        rows.append(Content.assemble((f"{glyphs.sending} ", "$sync"), (f"asking Google {glyphs.dots}", "$dim")))
    return fitted(rows, width, height, glyphs)


def _mending(one: Step, width: int, glyphs: Glyphs) -> list[Content]:
    rows = [
        Content.assemble("  ", styled(row)) for row in wrapped(one.fix, min(width, _WIDEST) - 2, _MOST, glyphs.dots)
    ]
    if one.copy:
        rows.append(
            Content.assemble(
                "  ",
                styled(one.copy, "bold"),
                (f"   {glyphs.key('connect.copy', 'c')}", "bold $now"),
                (" copies it", "$dim"),
            )
        )
    return rows if one.fix or one.copy else []
