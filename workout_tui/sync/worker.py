"""The thread that brings finished workouts to the sheets. Nothing waits for it, and it waits for nothing for long.

It looks every five minutes, when it is woken because something changed, when somebody asks, and – while it is
offline – when the system finds a network again. It may be killed at any moment: what it was doing is written down
before it is done.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from workout_tui.errors import StoreUnavailable
from workout_tui.store.connection import Store
from workout_tui.sync import network, reach
from workout_tui.sync.rounds import Rounds
from workout_tui.sync.turning import Desk

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from workout_tui.clock import Clock
    from workout_tui.config import Config
    from workout_tui.logs import Log
    from workout_tui.paths import Paths
    from workout_tui.sync.state import SyncState

LOOK_S = 10.0
"""how often the system is asked for a network while there is none, and a log that was busy is tried again"""

FAULT_S = 600.0
"""how long a fault of the program's own is left alone"""


class SyncWorker:
    """The thread, as the interface holds it. Its methods return at once and may be called from any thread.

    Args:
        paths: the folders.
        config: the machine's settings.
        clock: the laptop's.
        chance: for nonces, jitter and waits.
        report: told where the sheet of the lifter in front stands, in the worker's thread.
        log: the program's own records.
        open_sheet: the way to the sheet.
        network_is_there: a cheap look whether there is a network.
    """

    def __init__(
        self,
        paths: Paths,
        config: Config,
        clock: Clock,
        chance: random.Random,
        *,
        report: Callable[[SyncState], None],
        log: Log,
        open_sheet: reach.OpenSheet = reach.google,
        network_is_there: Callable[[], bool] = network.is_there,
    ) -> None:
        self._desk = Desk(paths, config, clock, chance, log, self._pause, open_sheet)
        self._rounds = Rounds(self._desk, lambda state: None if self._stopping else report(state))
        self._network_is_there = network_is_there
        self._had_network = True
        self._store: Store | None = None
        self._signals = threading.Condition()
        self._woken = self._asked = self._stopping = False
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self, lifter_uid: str) -> None:
        """Begin, with this lifter in front."""
        self._rounds.front = lifter_uid
        self._thread.start()

    def show(self, lifter_uid: str) -> None:
        """Another lifter is in front: report about their sheet from now on."""
        self._rounds.front = lifter_uid
        self.wake()

    def wake(self) -> None:
        """Something changed that may have to be sent."""
        self._signal(woken=True)

    def sync_now(self) -> None:
        """Try everything now, whatever was agreed about waiting."""
        self._signal(asked=True)

    def stop(self, wait_s: float = 0.2) -> None:
        """End at the next step; a call that hangs longer than this is left behind, to end with the program."""
        self._signal(stopping=True)
        if self._thread.is_alive():
            self._thread.join(wait_s)

    def _signal(self, *, woken: bool = False, asked: bool = False, stopping: bool = False) -> None:
        with self._signals:
            self._woken |= woken
            self._asked |= asked
            self._stopping |= stopping
            self._signals.notify_all()

    # In the thread

    def _run(self) -> None:
        try:
            while not self._stopping:
                self._rest(self._round())
        finally:
            self._close()

    def _round(self) -> float:
        """One round; returns in how many seconds the next one is due."""
        with self._signals:
            woken, asked = self._woken, self._asked
            self._woken = self._asked = False
        if asked:
            self._rounds.rota.forget()
        try:
            return self._rounds.go(self._opened(), woken=woken)
        except StoreUnavailable as error:
            self._desk.log.failure("sync", error)
            self._close()
            return LOOK_S
        # The outermost guard: a fault of the program's own ends a round, never the thread, and is shown.
        except Exception as error:  # noqa: BLE001
            self._desk.log.failure("sync", error)
            self._rounds.fault(error)
            self._close()
            return FAULT_S

    def _rest(self, seconds: float) -> None:
        """Wait for the next round: until it is due, somebody calls, or a network comes back."""
        if self._stopping:
            return
        ends = self._desk.clock.monotonic() + seconds
        offline = self._rounds.rota.any_offline
        self._had_network = not offline or self._network_is_there()
        while (left := ends - self._desk.clock.monotonic()) > 0:
            if self._called(min(left, LOOK_S) if offline else left):
                return
            if offline and self._network_came_back():
                self._rounds.rota.network_is_back()
                return

    def _called(self, seconds: float) -> bool:
        with self._signals:
            return self._signals.wait_for(lambda: self._stopping or self._woken or self._asked, seconds)

    def _network_came_back(self) -> bool:
        before, self._had_network = self._had_network, self._network_is_there()
        return self._had_network and not before

    def _pause(self, seconds: float) -> bool:
        """Wait inside a cycle; True when the program quits meanwhile."""
        with self._signals:
            return self._signals.wait_for(lambda: self._stopping, seconds)

    def _opened(self) -> Store:
        if self._store is None:
            self._store = Store(self._desk.paths.database, create=False)
        return self._store

    def _close(self) -> None:
        if self._store is not None:
            self._store.connection.close()  # without bringing statistics up to date: the interface is doing that now
            self._store = None
