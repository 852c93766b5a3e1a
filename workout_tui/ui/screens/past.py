"""A finished session on the Log screen, to be put right: the same line and keys, no rest, no timer, esc back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.log import named
from workout_tui.ui.log.hindsight import Clash, Hindsight
from workout_tui.ui.log.hint import Said
from workout_tui.ui.log.keys import ADD, ADD_EXERCISE, ENTER, HELP, KEYS, NOTE, UNDO
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.conflict import Versions
from workout_tui.ui.presenters.rows import styled
from workout_tui.ui.screens.conflict import MINE, ConflictScreen
from workout_tui.ui.screens.facts import Asked, ask_facts
from workout_tui.ui.screens.log import LogScreen
from workout_tui.ui.screens.of_session import SessionPlace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import Binding

    from workout_tui.model.session import Session
    from workout_tui.ui.log.bench import Bench
    from workout_tui.ui.log.view import Around

_FACTS = Command("past.facts", "t", "facts", "t", "name, times, bodyweight", "times", "MOVE")
_LEAVE = Command("past.leave", "escape", "leave", "esc", "clear line, then back", "back", "MOVE", palette=False)
_RUNNING_ONLY = {"log.leave", "log.finish", "log.lifter", "log.rest", "log.rest_less", "log.rest_more", "log.skip",
                 "log.skip_exercise"}  # fmt: skip
"""commands that mean something only while one trains"""


class PastScreen(LogScreen, inherit_bindings=False):
    """Where a session that is over is put right."""

    KEYS: ClassVar[Sequence[Command]] = (
        *(one for one in KEYS if one.id not in _RUNNING_ONLY),
        _FACTS,
        _LEAVE,
    )
    WHERE = "in a workout that is over"
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)

    def _made_bench(self) -> Bench:
        app = self.workout
        return Hindsight(app.logbook, self._uid, app.clock, app.uids)

    def reread(self) -> None:
        """Read the session again, and what day it is."""
        self._today = self.workout.logbook.today()
        super().reread()

    @property
    def _has_gone(self) -> bool:
        return False

    def _footer(self) -> list[Command]:
        enter = replace(ENTER, label="change")
        return [enter, UNDO, ADD, replace(ADD_EXERCISE, label="exercise"), _FACTS, NOTE, _LEAVE, HELP]

    def action_enter(self) -> None:
        """Write what was typed; when it was changed elsewhere meanwhile, ask which one is meant."""
        super().action_enter()
        bench = self.bench
        if isinstance(bench, Hindsight) and bench.clash is not None:
            clash, bench.clash = bench.clash, None
            versions = Versions(clash.was, clash.mine, clash.theirs)
            self.ask(ConflictScreen(versions), partial(self._decided, bench, clash))

    def _decided(self, bench: Hindsight, clash: Clash, answer: str) -> None:
        if answer == MINE:
            self._write(lambda: bench.keep_mine(clash))
        else:
            bench.clear()
            self.look()

    def action_facts(self) -> None:
        """Name, times and bodyweight."""
        if self._may_write():
            ask_facts(Asked(self, self.bench.session, self._amended), "t")

    def _amended(self, _: Session) -> None:
        self.bench.reread()
        self._say(Said(f"changed · {named.UNDO} takes it back"))

    def action_leave(self) -> None:
        """Empty the line; when it is empty, back to where one came from. A workout without a set is put aside."""
        if self._bench is not None and self._bench.clear():
            self._show()
        elif self._bench is None or self._bench.session.done or self.workout.file.read_only:
            self.app.pop_screen()
        else:
            self._put_aside()

    def _put_aside(self) -> None:
        self.workout.logbook.discard(self._uid)
        self.app.pop_screen()
        below = self.workout.front
        if isinstance(below, SessionPlace):
            below.went_aside(self._uid, "put aside, for it has no set")

    def _facts(self, beside: Around) -> list[Content]:
        session = self.bench.session
        end = session.started_at if session.ended_at is None else session.ended_at
        dash = self.workout.glyphs.dash
        clock = partial(when.clock, offset_min=session.utc_offset_min)
        title = Content.assemble(("Editing", "$now"), "  ", styled(session.title, "bold"))
        day = styled(when.full(session.day, self._today), "$dim")
        times = styled(f"{clock(session.started_at)} {dash} {clock(end)}", "$dim")
        sets = Content.assemble((str(beside.done), "bold"), (" set" if beside.done == 1 else " sets", "$dim"))
        return [title, day, times, *([sets] if self.wide else [])]
