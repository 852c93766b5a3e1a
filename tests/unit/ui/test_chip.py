"""The chip: one mark and a few words for where the copy in the sheet stands."""

from __future__ import annotations

import pytest

from workout_tui.sync.state import Phase, SyncState
from workout_tui.ui.chip import chip
from workout_tui.ui.glyphs import ASCII, UNICODE


@pytest.mark.parametrize(
    ("state", "words", "plain"),
    [
        (SyncState(), "○ no sheet yet", "o no sheet yet"),
        (SyncState(Phase.IDLE), "✓ all synced", "v all synced"),
        (SyncState(Phase.IDLE, waiting=2), "↑ 2 to sync", "^ 2 to sync"),
        (SyncState(Phase.IDLE, waiting=2, reviews=1), "≠ 1 to review", "!= 1 to review"),
        (SyncState(Phase.SENDING, waiting=2, sent=1, total=2), "↻ sending 1 of 2", "~ sending 1 of 2"),
        (SyncState(Phase.SENDING), "↻ sending", "~ sending"),
        (SyncState(Phase.CHECKING, waiting=1), "◌ checking", "? checking"),
        (SyncState(Phase.OFFLINE, waiting=2), "○ offline · 2 waiting", "o offline, 2 waiting"),
        (SyncState(Phase.OFFLINE), "○ offline", "o offline"),
        (SyncState(Phase.NEEDS_USER, waiting=2, reviews=1), "▲ sync needs you", "! sync needs you"),
    ],
)
def test_what_the_chip_says(state: SyncState, words: str, plain: str) -> None:
    assert chip(UNICODE, state).plain == words
    assert chip(ASCII, state).plain == plain
    assert chip(ASCII, state).plain.isascii()


@pytest.mark.parametrize("phase", list(Phase))
def test_a_window_that_only_reads_says_that_before_all_else(phase: Phase) -> None:
    assert chip(UNICODE, SyncState(phase, waiting=3), read_only=True).plain == "▲ read-only"


def test_only_what_demands_something_is_set_as_a_demand() -> None:
    demanding = {
        phase for phase in Phase if "$warn" in [str(span.style) for span in chip(UNICODE, SyncState(phase)).spans]
    }
    assert demanding == {Phase.NEEDS_USER}
