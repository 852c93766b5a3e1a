"""The report: what somebody who looks into a fault of the sync needs, as plain text to copy. No content of the log."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workout_tui import __version__

if TYPE_CHECKING:
    from workout_tui.ui.presenters.sync.view import SyncView

_NEVER = "never"


def report(view: SyncView) -> str:
    """The text. Times are in UTC."""
    state, page = view.state, view.page
    lines = [
        f"workout {__version__}, Python {platform.python_version()}, {platform.system()}, {_time(view.now)}",
        f"sync: {state.phase}, {page.waiting_count} waiting, {len(page.reviews)} to review, {page.sent_rows} rows sent",
        f"last good: {_time(state.last_good or page.last_good)}; next try: {_time(state.next_try)}",
    ]
    told = state.problem
    if told is not None:
        lines += [f"problem at {_time(told.at)}: {told.words}"]
        lines += [f"{name}: {words}" for name, words in (("cause", told.cause), ("said", told.technical)) if words]
    lines += [f"tried in vain: {one.tries} times, {one.state}" for one in page.waiting if one.tries]
    return "\n".join(lines)


def _time(at: int | None) -> str:
    return _NEVER if at is None else f"{datetime.fromtimestamp(at / 1000, UTC):%Y-%m-%d %H:%M:%S}Z"
