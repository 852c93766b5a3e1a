"""A round: every sheet whose turn it is, one after the other, each told of before, while and after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workout_tui.store import outbox, sheets, sync_figures, sync_notes
from workout_tui.sync import turning
from workout_tui.sync.pacing import Outcome, Rota
from workout_tui.sync.state import Phase, SyncState

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.store.connection import Store
    from workout_tui.store.outbox import Due
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.turning import Desk

_UNTRIED = Outcome(Phase.IDLE)


class Rounds:
    """The rounds of one thread.

    Args:
        desk: what they work with.
        report: told where the sheet of the lifter in front stands, whenever that changes.
    """

    def __init__(self, desk: Desk, report: Callable[[SyncState], None]) -> None:
        self.front = ""
        """the lifter whose sheet is reported"""
        self.rota = Rota(desk.chance)
        self._desk = desk
        self._report = report
        self._outcomes: dict[int, Outcome] = {}
        self._next_tries: dict[int, int] = {}
        self._offered: dict[int, frozenset[Due]] = {}
        """what was due when a sheet had its last turn: that it still is, is nothing new"""
        self._connected: dict[int, int] = {}
        """when each sheet had been connected, as of its last turn"""
        self._told: SyncState | None = None

    def go(self, store: Store, *, woken: bool = False) -> float:
        """Take the turns that have come; returns in how many seconds the next one comes.

        Raises:
            StoreUnavailable: the log cannot be read.
        """
        rows = sheets.every(store)
        if not rows:
            self._tell(SyncState())
        for row in rows:
            if self._connected.get(row.id, row.connected_at) != row.connected_at:
                self.rota.connected_anew(row.id)
            news = woken and not self._offered.get(row.id, frozenset()).issuperset(outbox.due(store, row.id))
            if self.rota.ready(row.id, self._desk.clock.monotonic(), woken=news):
                self._turn(store, row)
            self._tell_of(store, row)
        return self.rota.wait(self._desk.clock.monotonic(), [row.id for row in rows])

    def fault(self, error: Exception) -> None:
        """Show a fault of the program's own."""
        words = f"workout met a fault of its own ({type(error).__name__}) while it brought workouts to the sheet."
        problem = turning.told(turning.own_fault(words, self._desk.paths.log), self._desk.clock.now())
        self._tell((self._told or SyncState())._replace(phase=Phase.IDLE, problem=problem))

    def _turn(self, store: Store, row: SheetRow) -> None:
        outcome = _UNTRIED
        self._connected[row.id] = row.connected_at
        self._offered[row.id] = frozenset(outbox.due(store, row.id))
        if turning.has_work(store, row.id):
            self._begin(store, row)
            outcome, _ = turning.turn(self._desk, store, row, partial(self._progress, store, row))
        wait = self.rota.keep(row.id, outcome, self._desk.clock.monotonic())
        self._outcomes[row.id] = outcome
        self._next_tries[row.id] = self._desk.clock.now() + round(wait * 1000)

    def _begin(self, store: Store, row: SheetRow) -> None:
        before = self._outcomes.get(row.id, _UNTRIED).phase
        self._outcomes[row.id] = Outcome(Phase.CHECKING if before is Phase.CHECKING else Phase.SENDING)
        self._tell_of(store, row)

    def _progress(self, store: Store, row: SheetRow, sent: int, total: int) -> None:
        if total and self._is_in_front(store, row):
            self._tell(self._state(store, row)._replace(phase=Phase.SENDING, sent=sent, total=total))

    def _tell_of(self, store: Store, row: SheetRow) -> None:
        if self._is_in_front(store, row):
            self._tell(self._state(store, row))
        elif sheets.of_lifter(store, self.front) is None:
            self._tell(SyncState())

    def _is_in_front(self, store: Store, row: SheetRow) -> bool:
        return sync_figures.lifter_uid(store, row.profile_id) == self.front

    def _state(self, store: Store, row: SheetRow) -> SyncState:
        outcome = self._outcomes.get(row.id, _UNTRIED)
        waiting = outbox.count_due(store, row.id)
        now_known = sheets.of_id(store, row.id) or row
        return SyncState(
            outcome.phase,
            waiting,
            reviews=sync_notes.count_reviews(store, row.id),
            problem=outcome.problem,
            last_good=now_known.last_good_at,
            next_try=self._next_tries.get(row.id),
            waiting_since=outbox.waiting_since(store, row.id) if waiting else None,
        )

    def _tell(self, state: SyncState) -> None:
        if state != self._told:
            self._told = state
            self._report(state)
