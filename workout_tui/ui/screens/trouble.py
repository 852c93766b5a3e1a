"""Shown when the log cannot be opened: what is wrong, where the file is, and the newest backup."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from workout_tui.errors import StoreDamaged, WorkoutError
from workout_tui.store import backup
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.presenters import when
from workout_tui.ui.screens.card import CardScreen
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding

    from workout_tui.errors import StoreUnavailable
    from workout_tui.store.backup import Backup

_AGAIN = Command("trouble.again", "enter", "again", "⏎", "try again", "try again")
_RESTORE = Command("trouble.restore", "r", "restore", "r", "restore the newest backup", "restore the backup")
_QUIT = Command("trouble.quit", "q,escape", "app.quit", "q", "quit", "quit")


class TroubleScreen(CardScreen):
    """What is wrong, in words; a damaged log can be replaced by its newest sound backup."""

    KEYS = (_AGAIN, _RESTORE, _QUIT)
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    TONE = "bad"

    def __init__(self, error: StoreUnavailable) -> None:
        super().__init__()
        self._error = error
        self._backup = self._newest() if isinstance(error, StoreDamaged) else None

    def words(self) -> Sequence[str]:
        """The error, the file, the backup."""
        paths = self.workout.parts.paths
        found = [f"Newest sound backup: {self._made(self._backup)}, {self._backup.path}"] if self._backup else []
        return (self._error.message, self._error.fix, f"The log: {paths.database}", *found)

    def offered(self) -> Sequence[Command]:
        """Restoring only where there is something to restore."""
        return [_AGAIN, _RESTORE, _QUIT] if self._backup else [_AGAIN, _QUIT]

    def action_again(self) -> None:
        """Try to open the log again."""
        self.workout.begin()

    def action_restore(self) -> None:
        """Ask before the file is exchanged."""
        if self._backup is None:
            return
        question = Question(
            "Restore this backup?",
            f"It is of {self._made(self._backup)}. The damaged file is kept beside it under a new name.",
            (Answer("r", "restore"),),
        )
        self.ask(ConfirmScreen(question), partial(self._restore, self._backup))

    def _restore(self, sound: Backup, _answer: str) -> None:
        parts = self.workout.parts
        if not parts.lock.acquire():
            self.tell(
                "Another window has this log open.",
                f"Close it there first, then press {self.workout.glyphs.key('trouble.restore', 'r')} again.",
            )
            return
        backup.restore(sound.path, parts.paths.database, at=parts.clock.now())
        self.workout.begin()

    def _newest(self) -> Backup | None:
        try:
            return backup.newest(self.workout.parts.paths.backups)
        except WorkoutError as error:
            self.workout.parts.log.failure("backups", error)
            return None

    def _made(self, one: Backup) -> str:
        clock = self.workout.clock
        day = when.day_of(one.at, clock.utc_offset_min(one.at))
        return f"{when.full(day)}, {when.clock(one.at, clock.utc_offset_min(one.at))}"
