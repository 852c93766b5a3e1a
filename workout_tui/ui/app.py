"""The interface, composed: its beginning and end, its look, and the tick; knows no rule of training."""

from __future__ import annotations

import gc
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text

from workout_tui import config
from workout_tui.clock import SystemClock
from workout_tui.errors import StoreUnavailable, WorkoutError
from workout_tui.ui import ahead, background, chip, endings, glyphs, jobs, keymap, theme
from workout_tui.ui.logfile import LogFile
from workout_tui.ui.parts import Parts
from workout_tui.ui.presses import Presses
from workout_tui.ui.screens.home import HomeScreen
from workout_tui.ui.screens.place import TALL, WIDE, Place
from workout_tui.ui.screens.small import SMALLEST, SmallScreen
from workout_tui.ui.sheets import Sheets
from workout_tui.ui.syncing import NOTICE, Sync, Synced
from workout_tui.ui.ways import Ways

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.content import Content
    from textual.driver import Driver
    from textual.events import Resize
    from textual.geometry import Size
    from textual.screen import Screen

    from workout_tui.clock import Clock, Uids
    from workout_tui.config import Config
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.paths import Paths
    from workout_tui.ui.glyphs import Glyphs

_TICK_S = 1.0
_SYNC_AFTER_S = 0.5
"""after the first screen: what the thread loads would otherwise stand in the way of the paint"""


class Closed(NamedTuple):
    """A session that was left for good, as far as one knows."""

    session_uid: str
    title: str
    discarded: bool


class WorkoutApp(Ways):
    """The program's window."""

    TITLE = "workout"
    CSS_PATH: ClassVar[list[str | PurePath]] = [Path(__file__).with_name(name) for name in ("app.tcss", "home.tcss")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual declares no ClassVar here
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012 - as above

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.stylesheet = Sheets(variables=self.get_css_variables())
        self.parts = replace(parts, glyphs=replace(parts.glyphs, keys=keymap.written(parts.config.keys)))
        self.file = LogFile(parts)
        self.notices: dict[str, str] = {}
        """what is to be said on Home beside the logbook's alerts, by its source"""
        self.sync = Sync(parts, self.file, self)
        """the copy in the sheet"""
        self._checked = False
        self.presses = Presses(parts.clock)
        """of the line of sets and of the cards over it: the ⏎ that left a card, bouncing, logs no set"""
        self.last_closed: Closed | None = None
        """the session finished or discarded last in this window: one key takes it up again"""
        self._put_on_the_look()

    # What screens ask for

    @property
    def logbook(self) -> Logbook:
        """The logbook of the lifter in front."""
        return self.file.logbook

    @property
    def clock(self) -> Clock:
        """Time, as passed in."""
        return self.parts.clock

    @property
    def uids(self) -> Uids:
        """The maker of identities."""
        return self.parts.uids

    @property
    def glyphs(self) -> Glyphs:
        """The marks of this terminal."""
        return self.parts.glyphs

    @property
    def config(self) -> Config:
        """The machine's settings."""
        return self.parts.config

    @property
    def chip(self) -> Content:
        """What stands at the right end of every top bar."""
        return chip.chip(self.glyphs, self.sync.state, read_only=self.file.read_only)

    # The look

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our tokens, for themes that do not know them."""
        return theme.defaults()

    def _put_on_the_look(self) -> None:
        # Before anything is mounted: a change of theme later reads every style sheet anew.
        for one in theme.themes():
            self.register_theme(one)
        self.theme = theme.choose(self.config.theme)

    def change_theme(self, name: str) -> None:
        """Show another theme, and keep it in the settings."""
        try:
            self.take_config(config.change(self.parts.paths.settings, "theme", name))
        except WorkoutError as error:
            self.theme = name
            self.notices["theme"] = str(error)

    def take_config(self, new: Config) -> None:
        """Follow other settings of the machine from now on."""
        before = self.config
        marks = self.glyphs if new.glyphs == before.glyphs else glyphs.choose(new.glyphs)
        self.parts = replace(self.parts, config=new, glyphs=replace(marks, keys=keymap.written(new.keys)))
        self.set_class(not marks.unicode, "-plain")
        self.set_keymap(keymap.for_textual(new.keys))
        if new.theme != self.theme:
            self.theme = theme.choose(new.theme)

    # Beginning and end

    def get_driver_class(self) -> type[Driver]:
        """Textual's choice, made to outlive its terminal."""
        return endings.outliving(super().get_driver_class())

    def on_mount(self) -> None:
        """Open the log."""
        self.set_class(not self.glyphs.unicode, "-plain")
        self.set_keymap(keymap.for_textual(self.config.keys))
        self.set_interval(_TICK_S, self.tick)
        if not self.is_headless:
            endings.when_told(self._leave)
            self.set_interval(_TICK_S, partial(endings.when_gone, self._leave))
        # Not at once: until this is done Textual draws everything, and shows nothing of it.
        self.call_later(self.begin)

    def begin(self) -> None:
        """Take the folder and open its log; with another window on it, ask first."""
        try:
            mine = self.parts.lock.acquire()
        except StoreUnavailable as error:
            self._show_trouble(error)
            return
        if mine:
            self.enter()
        else:
            from workout_tui.ui.screens.takeover import TakeoverScreen  # noqa: PLC0415 - rarely needed

            self._show_alone(TakeoverScreen())

    def enter(self, *, read_only: bool = False) -> None:
        """Open the log and go where its lifter is."""
        try:
            lifter = self.file.open(read_only=read_only)
        except StoreUnavailable as error:
            self._show_trouble(error)
            return
        if lifter is not None:
            self.train_as(lifter.uid)
            return
        from workout_tui.ui.screens.first_run import FirstRunScreen  # noqa: PLC0415 - once in a life

        self._show_alone(FirstRunScreen())

    def train_as(self, lifter_uid: str) -> None:
        """Go on as this lifter, from Home."""
        self.file.choose(lifter_uid)
        self._show_alone(HomeScreen())
        self.set_timer(_SYNC_AFTER_S, self.sync.begin)
        self.call_after_refresh(ahead.begin, self, self.stylesheet, self._waits_at_home)

    def _waits_at_home(self) -> bool:
        return isinstance(self.front, HomeScreen)

    def on_unmount(self) -> None:
        """Leave the file in good order."""
        self.sync.end()
        self.file.close()
        self.parts.log.close()

    async def action_quit(self) -> None:
        """Write what waits to be written, and quit."""
        self._leave(0)

    def _leave(self, code: int) -> None:
        self._flush_places()
        self.sync.leave()
        self.exit(return_code=code)

    def _flush_places(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Place):
                screen.flush()

    def _show_trouble(self, error: StoreUnavailable) -> None:
        from workout_tui.ui.screens.trouble import TroubleScreen  # noqa: PLC0415 - rarely needed

        self.parts.log.failure("open", error)
        self.sync.end()
        self.file.close()
        self._show_alone(TroubleScreen(error))

    # What became of sessions

    def finished(self, session_uid: str, title: str) -> None:
        """A session was completed: remember it, to be taken up again, send it, and back the log up."""
        self.last_closed = Closed(session_uid, title, discarded=False)
        self.sync.look(elsewhere=False)
        paths, log = self.parts.paths, self.parts.log
        background.start("backup", partial(jobs.back_up, paths, self.clock.now()), self, log)

    def discarded(self, session_uid: str, title: str) -> None:
        """A session was put aside: remember it, to be taken back."""
        self.last_closed = Closed(session_uid, title, discarded=True)

    def _show_alone(self, screen: Screen[None]) -> None:
        """Make `screen` the only one above Textual's own empty one."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.push_screen(screen)
        self._fit(self.size)

    # Every second, and other things that happen by themselves

    def tick(self) -> None:
        """Step down when another window asks for it; show what other programs wrote."""
        if self.parts.lock.asked_to_step_down():
            self._step_down()
        elif self.file.is_open and self.front is not None:
            self._look_elsewhere(self.front)

    def _look_elsewhere(self, front: Place) -> None:
        """Show what other programs wrote; that the log cannot be asked stands on Home until it can."""
        known = self.notices.pop("tick", None)
        try:
            elsewhere = self.logbook.data_version_moved()
            if elsewhere:
                front.look()
            self.sync.look(elsewhere=elsewhere)
        except WorkoutError as error:
            self.notices["tick"] = str(error)
            if known is None:
                self.parts.log.failure("tick", error)

    def _step_down(self) -> None:
        from workout_tui.ui.screens.takeover import SteppedDownScreen  # noqa: PLC0415 - rarely needed

        self._flush_places()
        self.sync.end()
        self.file.close()
        self._show_alone(SteppedDownScreen())

    def on_resize(self, event: Resize) -> None:
        """Look whether anything can be drawn in a window of this size."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """Ask for a larger window rather than draw what cannot be read."""
        fits = size.width >= SMALLEST[0] and size.height >= SMALLEST[1]
        if fits and isinstance(self.screen, SmallScreen):
            self.pop_screen()
        elif not fits and not isinstance(self.screen, SmallScreen):
            self.push_screen(SmallScreen())

    def check_file(self) -> None:
        """Look the file over beside the interface, once in a sitting."""
        if not self._checked:
            self._checked = True
            work = partial(jobs.look_over, self.parts.paths, self.clock.now())
            background.start("check", work, self, self.parts.log)

    def on_reported(self, report: background.Reported) -> None:
        """Keep what a job found, or forget what it found before, and show it."""
        known = self.notices.pop(report.job, "")
        if report.words:
            self.notices[report.job] = report.words
        if self.front is not None and report.words != known:
            self.front.look()

    def on_synced(self, told: Synced) -> None:
        """Show where the copy in the sheet stands."""
        self.sync.state = told.state
        known = self.notices.pop(NOTICE, "")
        words = self.sync.notice(self.clock.now(), self.glyphs)
        if words:
            self.notices[NOTICE] = words
        for screen in self.screen_stack:
            if isinstance(screen, Place):
                screen.synced()
        if self.front is not None and words != known:
            self.front.look()

    # Faults of our own

    def _handle_exception(self, error: Exception) -> None:
        # Textual offers no public door here. The records get the places, the user one sentence.
        self.parts.log.failure("crash", error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.panic(Text(crashed(self.parts)))


def crashed(parts: Parts) -> str:
    """What the user is told when the program itself failed."""
    return (
        f"workout met a fault of its own and stopped. Every logged set is kept. What happened is in {parts.paths.log}."
    )


def run(paths: Paths, config: Config, clock: Clock | None = None) -> int:
    """Open the interface; returns the exit code.

    Raises:
        WorkoutError: the settings or the folders cannot be used, before anything is shown.
    """
    parts = Parts.of(paths, config, clock or SystemClock())
    if config.keys:
        from workout_tui.ui.places import commands_by_place, typed_by_place  # noqa: PLC0415 - imports every screen

        keymap.check(config.keys, commands_by_place(), typed_by_place(config))
    paths.make()
    app = WorkoutApp(parts)
    gc.freeze()  # all that was imported stays for good: no collection needs to walk it while keys wait
    before = threading.excepthook
    threading.excepthook = lambda fault: parts.log.failure("thread", fault.exc_value or fault.exc_type())
    try:
        app.run()
    finally:
        threading.excepthook = before
    return app.return_code or 0
