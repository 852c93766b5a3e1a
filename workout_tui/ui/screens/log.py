"""Log: the current set in large figures, one line that always has the focus, and a table of the sets.

The screen wires keys to the bench, and what the bench shows to the widgets; every rule is below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from workout_tui.errors import WorkoutError
from workout_tui.model.session import Status
from workout_tui.ui.commands import bindings
from workout_tui.ui.log import acts, arranging, named
from workout_tui.ui.log.bench import Bench
from workout_tui.ui.log.hint import ONLY_LOOKS, Bar, Said
from workout_tui.ui.log.keys import FOOTER, FORMS, KEYS, LIFTER
from workout_tui.ui.log.known import done_lately
from workout_tui.ui.log.paint.title import facts
from workout_tui.ui.log.typing import STARTERS
from workout_tui.ui.log.view import Around, around, live
from workout_tui.ui.screens.asking import Asking
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.entry import Entry
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.log_body import LogBody
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.content import Content

    from workout_tui.ui.commands import Command
    from workout_tui.ui.log.outcome import Act
    from workout_tui.ui.log.view import Live

_TICK_S = 1.0
_AGAIN_S = 0.3
"""how long to wait before trying again when another program holds the log"""

_ACTS: dict[str, Act] = {
    "undo": acts.undo,
    "redo": acts.redo,
    "skip_set": acts.skip_set,
    "skip_exercise": acts.skip_exercise,
    "warm_up": acts.warm_up,
    "ramp_up": acts.ramp_up,
    "drop_set": acts.drop_set,
    "add_set": acts.add_set,
    "superset": arranging.superset,
    "earlier": arranging.move_exercise(-1),
    "later": arranging.move_exercise(1),
}


class LogScreen(Place):
    """Where sets are logged."""

    CSS_PATH = "../log.tcss"
    RECORDED_AS = "log"
    KEYS: ClassVar[Sequence[Command]] = KEYS
    FORMS = FORMS
    WHERE = "while logging"
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    TYPES = STARTERS
    AUTO_FOCUS = "Entry"

    def __init__(self, session_uid: str) -> None:
        super().__init__()
        self._uid = session_uid
        self._about = {"session": session_uid}
        self._bench: Bench | None = None
        """None until the session was read"""
        self._around: Around | None = None
        self._live: Live | None = None
        self._stands: tuple[object, ...] = ()
        """what `_around` was made from"""
        self._lately: tuple[str, ...] = ()
        self._several_lifters = False

    def compose(self) -> ComposeResult:
        """A bar, the body, a row of keys."""
        app = self.workout
        self._entry = Entry(self._typed, app.clock, app.config.digit, app.presses)
        self._body = LogBody(self._entry, app.glyphs, large=app.config.big_numbers)
        yield TopBar(app.glyphs)
        yield self._body
        yield KeyBar([])

    def on_mount(self) -> None:
        """Begin to tick: the rest, the time, and a line that waits for the file."""
        self.set_interval(_TICK_S, self._tick)
        self._again = self.set_interval(_AGAIN_S, self._retry, pause=True)

    def reread(self) -> None:
        """Read the session again; the line that is being typed stays."""
        app = self.workout
        if self._bench is None:
            self._bench = self._made_bench()
            self._asking = Asking(self, self._bench, self._show)
        else:
            self._bench.reread()
        if self._has_gone:
            self._close()
            return
        self._several_lifters = len(app.logbook.lifters()) > 1
        self._lately = done_lately(app.logbook, self.bench.session)
        self.query_one(KeyBar).show(self.shown(self._footer()))

    def _made_bench(self) -> Bench:
        app = self.workout
        return Bench(app.logbook, self._uid, app.clock, app.uids)

    @property
    def _has_gone(self) -> bool:
        """Whether the session is no longer one for this screen."""
        return self.bench.session.status is not Status.ACTIVE

    def _footer(self) -> list[Command]:
        others = [LIFTER] if self._several_lifters else []
        return [*FOOTER[:-1], *others, FOOTER[-1]]

    def resized(self) -> None:
        """Draw everything again, also what stands as it stood."""
        self._body.forget()
        self._around = None
        super().resized()

    def say(self, error: WorkoutError) -> None:
        """Tell what went wrong below the line."""
        if self._bench is None:
            super().say(error)
        else:
            self.record(error)
            self._say(Said(str(error), Bar.BAD))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Before the session could be read there is nothing to do but to leave."""
        return self._bench is not None or action in {"leave", "open_keys"}

    @property
    def bench(self) -> Bench:
        """The session under the fingers."""
        if self._bench is None:
            raise RuntimeError("the session was not read yet")
        return self._bench

    # The line

    def _typed(self, text: str) -> None:
        if self._bench is not None:
            self._bench.type(text)
            self._show()

    def action_enter(self) -> None:
        """Log what is shown."""
        self._write(self._enter)

    def _enter(self) -> None:
        if self.bench.enter():
            self._asking.add_exercise("enter")

    def action_next_idea(self) -> None:
        """Show the next suggestion."""
        self.bench.next_idea()
        self._show()

    def action_leave(self) -> None:
        """Empty the line; when it is empty, go Home. The session stays open."""
        if self._bench is not None and self._bench.clear():
            self._show()
        else:
            self.workout.go_home()

    # Moving

    def action_row(self, step: int) -> None:
        """Go up or down the sets."""
        self.bench.to_row(step)
        self._show()

    def action_exercise(self, step: int) -> None:
        """Go to another exercise."""
        self.bench.to_exercise(step)
        self._show()

    def action_arrow(self, step: int) -> None:
        """The same by ← and →, unless they come from a number pad without NumLock."""
        if self._entry.may_change_exercise:
            self.action_exercise(step)

    # Commands

    def action_act(self, name: str) -> None:
        """Do one of the acts that need no more words."""
        self._write(lambda: self.bench.do(_ACTS[name]))

    def action_remove(self) -> None:
        """Remove the set under the cursor; asks once."""
        if self.bench.may_remove:
            self._write(self._remove)

    def _remove(self) -> None:
        here = self.bench.look
        asked = acts.removing(here) if here else ""
        if asked and self.bench.confirms(f"remove {self.bench.cursor}", asked):
            self.bench.do(acts.remove)

    def action_add_exercise(self) -> None:
        """Pick one more exercise."""
        self._write(lambda: self._asking.add_exercise("A"))

    def action_swap(self) -> None:
        """Pick another exercise in the place of this one."""
        self._write(self._asking.swap)

    def action_move_sets(self) -> None:
        """Pick the exercise the sets done here were of."""
        self._write(self._asking.move_sets)

    def action_note(self) -> None:
        """Write a note."""
        self._write(self._asking.note)

    def action_bodyweight(self) -> None:
        """Write the bodyweight."""
        self._write(self._asking.bodyweight)

    def action_rest(self) -> None:
        """Start or stop the rest."""
        self._write(self.bench.toggle_rest)

    def action_shift_rest(self, by_s: int) -> None:
        """Make the rest longer or shorter."""
        self._write(lambda: self.bench.shift_rest(by_s))

    def action_finish(self) -> None:
        """Go to the page that closes the session."""
        self.workout.open_finish(self.bench.session.uid)

    def action_history(self) -> None:
        """See what was done of this exercise before."""
        here = self.bench.look
        self.workout.open_history(here.block.exercise if here else None)

    def action_settle(self) -> None:
        """Settle what is not the matter of one workout: the exercise's unit, step, bar …."""
        if self.bench.look is not None:
            self.workout.open_exercise(self.bench.look.block.exercise.uid)

    def action_progress(self) -> None:
        """See how this exercise went."""
        here = self.bench.look
        self.workout.open_progress(here.block.exercise.uid if here else None)

    def action_lifter(self) -> None:
        """Let the next lifter train: in their running session if there is one, else from Home."""
        app = self.workout
        uids = [lifter.uid for lifter in app.logbook.lifters()]
        if len(uids) == 1:
            self._say(Said(f"there is one lifter only · {named.LIFTER} on Home adds another"))
            return
        app.train_as(uids[(uids.index(app.logbook.lifter.uid) + 1) % len(uids)])
        running = app.logbook.active()
        if running is not None:
            app.open_log(running.uid)

    def _write(self, do: Callable[[], None]) -> None:
        """Do what writes to the log, and show how things stand then."""
        if self._may_write():
            try:
                do()
            except WorkoutError as error:
                self.say(error)
            self._show()

    def _may_write(self) -> bool:
        if self.workout.file.read_only:
            self._say(ONLY_LOOKS)
        return not self.workout.file.read_only

    # What happens by itself

    def _tick(self) -> None:
        if self._bench is None:
            return
        if self._bench.timer.rings() and self._bench.lifter.bell:
            self.app.bell()
        self._show_times()

    def _retry(self) -> None:
        self.bench.retry()
        self._show()

    def _close(self) -> None:
        """The session ended elsewhere: leave, but not with a line that was begun."""
        if self.bench.text:
            self._say(Said(f"this workout was ended elsewhere · {named.LEAVE} drops the line", Bar.WARN))
        else:
            self.app.call_later(self.workout.go_home)

    # Showing

    def _say(self, said: Said) -> None:
        self.bench.say(said)
        self._show()

    def draw(self) -> None:
        """The line, what stands around it, the times."""
        bench = self.bench
        self._entry.put(bench.text)
        (self._again.resume if bench.is_waiting else self._again.pause)()
        stands = (bench.session, bench.cursor, bench.look and bench.look.known)
        if self._around is None or any(one is not other for one, other in zip(stands, self._stands, strict=False)):
            self._around = around(bench.session, bench.look, bench.lifter)
            self._body.show_around(self._around)
        self._stands = stands
        self._live = live(bench.look, bench.said, is_free=bench.is_free, insists=bench.insists)
        self._body.show_live(self._live, self._around, self._lately)
        self._show_times()

    def _show_times(self) -> None:
        if self._live is None or self._around is None:
            return
        self.query_one(TopBar).say(*self._facts(self._around), chip=self.workout.chip)
        self._body.show_times(self.bench.timer.rest, self._live, self._around)

    def _facts(self, beside: Around) -> list[Content]:
        lifter = self.bench.lifter.name if self._several_lifters else ""
        return facts(beside, self.bench.session.title, self.bench.elapsed_s, lifter)
