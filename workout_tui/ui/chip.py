"""The chip at the right end of every top bar: where the log's copy in the sheet stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.sync.state import Phase, SyncState

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs


def chip(glyphs: Glyphs, state: SyncState, *, read_only: bool = False) -> Content:
    """The chip; with the log open for reading only it says that instead."""
    if read_only:
        return _demand(glyphs.warn, "read-only")
    if state.phase is Phase.IDLE:
        return _at_rest(glyphs, state)
    between = " · " if glyphs.unicode else ", "
    return {
        Phase.NO_SHEET: _calm(glyphs.offline, "no sheet yet"),
        Phase.NEEDS_USER: _demand(glyphs.warn, "sync needs you"),
        Phase.SENDING: _busy(glyphs.sending, f"sending {state.sent} of {state.total}" if state.total else "sending"),
        Phase.CHECKING: _busy(glyphs.checking, "checking"),
        Phase.OFFLINE: _calm(
            glyphs.offline, f"offline{between}{state.waiting} waiting" if state.waiting else "offline"
        ),
    }[state.phase]


def _at_rest(glyphs: Glyphs, state: SyncState) -> Content:
    if state.reviews:
        return _demand(glyphs.differs, f"{state.reviews} to review")
    if state.waiting:
        return _busy(glyphs.waiting, f"{state.waiting} to sync")
    return Content.assemble((glyphs.done, "$done"), (" all synced", "$dim"))


def _calm(mark: str, words: str) -> Content:
    return Content.assemble((mark, "$faint"), (f" {words}", "$dim"))


def _busy(mark: str, words: str) -> Content:
    return Content.assemble((mark, "$sync"), (f" {words}", "$dim"))


def _demand(mark: str, words: str) -> Content:
    return Content.assemble((mark, "$warn"), (f" {words}", "$ink"))
