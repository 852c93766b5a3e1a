"""One turn at one lifter's sheet: the lock, the key, the cycle, and what came of it in words for the screens."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.clock import Uids
from workout_tui.errors import ConfigError, NeedsUser, StoreUnavailable, SyncProblem, WorkoutError
from workout_tui.lock import Lock
from workout_tui.store import batches, metrics, outbox, sync_figures, sync_notes
from workout_tui.sync import cycle, key, reach
from workout_tui.sync.cycle import CycleDesk, CycleResult
from workout_tui.sync.device import this_device
from workout_tui.sync.pacing import Outcome
from workout_tui.sync.sending import Tally
from workout_tui.sync.sheet import Applied, Blame, CallFailed
from workout_tui.sync.state import Phase, Told

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from workout_tui.clock import Clock
    from workout_tui.config import Config
    from workout_tui.logs import Log
    from workout_tui.paths import Paths
    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.sheet import Sheet

_OTHER_S = 5.0
"""how long another program that is at work is left alone"""

_SESSIONS_NAMED = 20
"""of each batch, in the program's records"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a turn works with; belongs to one thread.

    Args:
        paths: the folders.
        config: the machine's settings.
        clock: the laptop's.
        chance: for nonces and jitter.
        log: the program's own records.
        wait: waits so many seconds; True when the program quits meanwhile.
        open_sheet: the way to the sheet.
    """

    paths: Paths
    config: Config
    clock: Clock
    chance: random.Random
    log: Log
    wait: Callable[[float], bool]
    open_sheet: reach.OpenSheet = reach.google


def has_work(store: Store, sheet_id: int) -> bool:
    """Whether there is anything to say to the sheet, or to ask it; looks into the log only."""
    return bool(
        outbox.count_due(store, sheet_id)
        or batches.is_unsettled(store, sheet_id)
        or sync_notes.has_jobs(store, sheet_id)
    )


def turn(desk: Desk, store: Store, row: SheetRow, progress: Callable[[int, int], None]) -> tuple[Outcome, Tally]:
    """Bring one sheet up to date, as far as it goes now. Nothing but a fault of the program itself is raised.

    Args:
        desk: what it works with.
        store: the log, a connection of this thread.
        row: the sheet.
        progress: told how many sessions are done, of how many.
    """
    lock = Lock(desk.paths.sync_lock, desk.clock)
    done = Tally()
    try:
        if not lock.acquire():
            return Outcome(Phase.SENDING, again_in_s=_OTHER_S), done  # by another program
        with _recorded(desk, store, row):
            outcome = _outcome(cycle.run_cycle(_cycle_desk(desk, store, row, progress, done)))
    except (CallFailed, WorkoutError) as error:
        outcome = _outcome_of(error, desk, store, row)
    finally:
        lock.release()
    _count(desk, store, outcome, done)
    return outcome, done


def told(problem: WorkoutError, at: int, technical: str = "") -> Told:
    """A problem as screens show it."""
    cause, copy = (problem.cause, problem.copy) if isinstance(problem, SyncProblem) else ("", "")
    return Told(problem.message, problem.fix, at, cause, copy, technical)


def own_fault(words: str, records: Path) -> SyncProblem:
    """A fault of the program itself, as a problem."""
    return SyncProblem(words, f"Every logged set is kept. What happened is in {records}; please report it.")


def _cycle_desk(
    desk: Desk, store: Store, row: SheetRow, progress: Callable[[int, int], None], tally: Tally
) -> CycleDesk:
    device = this_device(desk.paths, Uids(desk.clock))
    opened = partial(_open, desk, store, row)
    return CycleDesk(store, row.id, device, opened, desk.clock, desk.chance, desk.wait, progress, tally)


def _open(desk: Desk, store: Store, row: SheetRow) -> Sheet:
    the_key = key.kept(desk.paths, sync_figures.lifter_uid(store, row.profile_id))
    if the_key is None:
        fix = "“workout connect” puts one: the file from the other laptop, or a new one."
        raise NeedsUser("The key that opens the sheet is not on this laptop.", fix, code="key")
    return desk.open_sheet(the_key, row.spreadsheet_id, config.api_root(desk.config))


def _outcome(result: CycleResult) -> Outcome:
    stuck = result.again_in_s == 0 and not result.rows and not result.sessions
    phase = Phase.CHECKING if result.checking else Phase.IDLE
    return Outcome(phase, failed=stuck, again_in_s=result.again_in_s)


def _outcome_of(error: CallFailed | WorkoutError, desk: Desk, store: Store, row: SheetRow) -> Outcome:
    now = desk.clock.now()
    if not isinstance(error, CallFailed):
        needs_user = isinstance(error, NeedsUser | ConfigError)
        phase = Phase.NEEDS_USER if needs_user else Phase.IDLE
        return Outcome(phase, told(error, now), failed=not needs_user)
    if error.offline:
        return Outcome(Phase.OFFLINE)
    problem = told(error.problem, now, f"{error.kind}: {error.technical}".strip(": "))
    if error.blame is Blame.NEEDS_USER:
        return Outcome(Phase.NEEDS_USER, problem)
    unsure = error.applied is Applied.UNKNOWN and batches.is_unsettled(store, row.id)
    phase = Phase.CHECKING if unsure else Phase.IDLE
    return Outcome(phase, problem, failed=True, not_before_s=error.retry_after_s or 0.0)


def _count(desk: Desk, store: Store, outcome: Outcome, done: Tally) -> None:
    """Add to the counters that ``workout doctor`` reads; they are no reason to fail."""
    counts = {"sync.calls": done.calls, "sync.rows": done.rows, "sync.failed": int(outcome.failed)}
    moved = {name: by for name, by in counts.items() if by}
    if not moved:
        return
    try:
        with store.write():
            metrics.add(store, moved, desk.clock.now())
    except StoreUnavailable as error:
        desk.log.failure("metrics", error)


@contextmanager
def _recorded(desk: Desk, store: Store, row: SheetRow) -> Iterator[None]:
    """Put into the program's records which batches a cycle sent, with their sessions, and how it failed."""
    newest, began = sync_figures.newest_batch(store, row.id), desk.clock.monotonic()
    try:
        yield
    except (CallFailed, WorkoutError) as error:
        reason = error.kind if isinstance(error, CallFailed) else None
        desk.log.failure("sync", error.problem if isinstance(error, CallFailed) else error, reason=reason)
        raise
    finally:
        spent = round((desk.clock.monotonic() - began) * 1000, 1)
        for batch in sync_figures.batches_after(store, row.id, newest):
            desk.log.event("batch", batch=batch.uid, reason=batch.state, count=len(batch.sessions), duration_ms=spent)
            for session in batch.sessions[:_SESSIONS_NAMED]:
                desk.log.event("batch session", batch=batch.uid, session=session)
