"""Two windows on one log: only one may write. The newcomer may ask for it, the first one steps down."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workout_tui.errors import StoreUnavailable
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.presenters import when
from workout_tui.ui.screens.card import CardScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding
    from textual.timer import Timer

_LOOK_EVERY_S = 0.2
_PATIENCE_S = 5.0

_TAKE = Command("takeover.take", "enter", "take", "⏎", "take the log over here", "take over")
_LOOK = Command("takeover.look", "r", "look", "r", "open it here only to look", "read only")
_AGAIN = Command("stepped.again", "enter", "again", "⏎", "take the log back", "take it back")
_QUIT = Command("takeover.quit", "q,escape", "app.quit", "q", "quit", "quit")


class TakeoverScreen(CardScreen):
    """Shown by the newcomer while another window holds the log."""

    KEYS = (_TAKE, _LOOK, _QUIT)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]

    def words(self) -> Sequence[str]:
        """Who holds the log, and what can be done."""
        holder, clock = self.workout.parts.lock.holder(), self.workout.clock
        since = f", since {when.clock(holder.since, clock.utc_offset_min(holder.since))}" if holder else ""
        return (
            f"This log is open in another window{since}.",
            "Taking over closes it there and goes on here; nothing that was logged there is lost.",
        )

    def on_mount(self) -> None:
        """Nothing was asked yet."""
        self._waiting: Timer | None = None

    def action_take(self) -> None:
        """Ask the other window to step down, and look whether it did."""
        if self._waiting is not None:
            return
        try:
            self.workout.parts.lock.ask()
        except StoreUnavailable as error:
            self.say(error)
            return
        self._deadline = self.workout.clock.monotonic() + _PATIENCE_S
        self.tell("Waiting for the other window to step down …")
        self._waiting = self.set_interval(_LOOK_EVERY_S, self._try)

    def action_look(self) -> None:
        """Open the log here without writing to it."""
        self.workout.enter(read_only=True)

    def _try(self) -> None:
        lock = self.workout.parts.lock
        late = self.workout.clock.monotonic() > self._deadline
        try:
            # The last try also takes the request back: nobody waits for it any more.
            mine = lock.take_over(0) if late else lock.acquire()
        except StoreUnavailable as error:
            self.say(error)
            return
        if mine:
            self._stop_waiting()
            self.workout.enter()
        elif late:
            self._stop_waiting()
            self.tell(
                "The other window does not answer.",
                "It may be asleep, or on another computer that shares this folder. Close it there, then press ⏎ again.",
            )

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = None


class SteppedDownScreen(CardScreen):
    """Shown by the first window after another one took the log over."""

    KEYS = (_AGAIN, _QUIT)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    TONE = "line"

    def words(self) -> Sequence[str]:
        """When it happened, and that nothing is lost."""
        clock = self.workout.clock
        at = when.clock(clock.now(), clock.utc_offset_min(clock.now()))
        return (
            f"Another window took the log over at {at}.",
            "Everything logged here is in it. This window can be closed.",
        )

    def action_again(self) -> None:
        """Ask for the log again."""
        self.workout.begin()
