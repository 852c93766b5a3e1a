"""What ``workout doctor`` looks at of the sheets, without asking Google: ``workout connect --check`` does that."""

from __future__ import annotations

import os
import stat
from contextlib import closing
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.logbook import alerts
from workout_tui.store import batches, lifters, outbox, sheets, sync_figures, sync_notes
from workout_tui.store.connection import Store
from workout_tui.sync import key
from workout_tui.transfer.telling import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workout_tui.clock import Clock
    from workout_tui.paths import Paths
    from workout_tui.store.sheets import SheetRow

_DAY_MS = 86_400_000
LATE_DAYS = 3


def words_and_troubles(paths: Paths, clock: Clock) -> tuple[str, list[str]]:
    """How the sheets stand, and what deserves a look."""
    with closing(Store(paths.database, create=False)) as store:
        rows = sheets.every(store)
        told = "; ".join([*(_stands(store, row) for row in rows), *_counted(alerts.kept(store, clock.now()))])
        troubles = [trouble for row in rows for trouble in _troubles(store, row, paths, clock)]
    root = config.api_root(config.load(paths.settings))
    if root != config.GOOGLE:
        troubles.append(f"Sheets are spoken to at {root}, not at Google’s.")
    return told or "none is connected", troubles


def _stands(store: Store, row: SheetRow) -> str:
    due = outbox.count_due(store, row.id)
    waiting = f"{count(due, 'workout')} waiting" if due else "everything is in it"
    return f"{lifters.name(store, row.profile_id)}, “{row.title}”: {waiting}"


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    """What was asked of Google in the last three days."""
    calls, rows, failed = (counts.get(f"sync.{name}", 0) for name in ("calls", "rows", "failed"))
    if calls or failed:
        tries = "1 failed try" if failed == 1 else f"{failed} failed tries"
        yield f"in three days {count(calls, 'request')}, {count(rows, 'row')} written, {tries}"


def _troubles(store: Store, row: SheetRow, paths: Paths, clock: Clock) -> Iterator[str]:
    whose = lifters.name(store, row.profile_id)
    since = outbox.waiting_since(store, row.id)
    if since is not None and clock.now() - since >= LATE_DAYS * _DAY_MS:
        days = (clock.now() - since) // _DAY_MS
        yield f"{whose}’s workouts have been waiting for {days} days; “workout connect --check” says why."
    yield from _of_the_key(whose, paths, sync_figures.lifter_uid(store, row.profile_id))
    if batches.is_unsettled(store, row.id):
        yield f"Whether a request for {whose} arrived is not known yet; the next sync finds out."
    if sync_notes.has_jobs(store, row.id):
        yield f"A row of {whose}’s sheet waits to be put right; the next sync does it."
    reviews = sync_notes.count_reviews(store, row.id)
    if reviews:
        waits = "waits" if reviews == 1 else "wait"
        yield f"{count(reviews, 'row')} of {whose}’s sheet {waits} for your decision: y in the open window."


def _of_the_key(whose: str, paths: Paths, lifter_uid: str) -> Iterator[str]:
    if key.kept(paths, lifter_uid) is None:
        yield f"The key for {whose}’s sheet is not here; “workout connect” puts one."
        return
    path = paths.key(lifter_uid)
    if os.name != "nt" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield f"Others on this machine may read {path}; “chmod 600” closes it."
