"""Finish: what the session came to, a note, and one key to save it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from workout_tui.errors import StoreBusy, WorkoutError
from workout_tui.sync.state import Phase
from workout_tui.ui.commands import bindings
from workout_tui.ui.presenters.finish import head, page
from workout_tui.ui.presenters.finish.view import FinishView
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.finish_keys import KEYS, footer
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.text import count
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.note_field import NoteField
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding
    from textual.widgets import Input

    from workout_tui.model.overview import Summary

_DEAF_S = 1.0
"""⏎ that was meant for the last set must not save the workout"""
_DEBOUNCE_S = 0.5
_AGAIN_S = 0.3


class FinishScreen(Telling):
    """The last page of a session."""

    CSS_PATH = "../finish.tcss"
    RECORDED_AS = "finish"
    KEYS = KEYS
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    AUTO_FOCUS = ""

    def __init__(self, session_uid: str) -> None:
        super().__init__()
        self._uid = session_uid
        self._about = {"session": session_uid}
        self._summary: Summary | None = None
        self._targets = self._end_now = self._asked = False

    def compose(self) -> ComposeResult:
        """Head and figures, then one or two columns, the note while it is written, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(id="fin-top")
            with Horizontal():
                yield Canvas(id="fin-main")
                yield Canvas(id="fin-side")
            yield NoteField()
        yield KeyBar([])

    def on_mount(self) -> None:
        """From now on the deaf second counts."""
        self._opened = self.workout.clock.monotonic()
        self._note_timer = self.set_timer(_DEBOUNCE_S, self.flush, pause=True)
        self.query_one(NoteField).display = False
        self.set_interval(30, self._show)

    def reread(self) -> None:
        """Read what the session came to."""
        self._unit = self.workout.logbook.lifter.unit
        self._summary = self.workout.logbook.summary(self._uid)

    def synced(self) -> None:
        """The chip, and what is said of the sheet, stand elsewhere now."""
        super().synced()
        self._show()

    # Saving

    def action_save(self) -> None:
        """Save; deaf in the first second, and asking once while sets are open."""
        early = self.workout.clock.monotonic() - self._opened < _DEAF_S
        if self._presses.is_repeat("enter") or early or self._summary is None or self._view(self._summary).nothing:
            return
        if self._summary.open and not self._asked:
            self._asked = True
            those = "it" if self._summary.open == 1 else "them"
            self.tell("warn", f"{count(self._summary.open, 'set')} still open · ⏎ again saves without {those}")
        elif self._summary.changes:
            self._ask_about_template(self._summary)
        else:
            self._save(keep_changes=False)

    def _ask_about_template(self, summary: Summary) -> None:
        question = Question(
            f"Keep these changes in {summary.title}?",
            " · ".join(summary.changes),
            (Answer("y", "keep them"), Answer("n", "only today")),
            keep="not yet",
            tone="now",
        )
        self.ask(ConfirmScreen(question), lambda answer: self._save(keep_changes=answer == "y"))

    def _save(self, *, keep_changes: bool) -> None:
        app, summary = self.workout, self._summary
        if summary is None:
            return
        try:
            self._keep_note()
            app.logbook.finish(self._uid, ended_at=None if self._end_now else summary.ended_at)
        except StoreBusy:
            self.tell("warn", "Waiting for another program that writes to the log …")
            self.set_timer(_AGAIN_S, partial(self._save, keep_changes=keep_changes))
        except WorkoutError as error:
            self.say(error)
        else:
            self._leave(summary.title, keep_changes=keep_changes)

    def _leave(self, title: str, *, keep_changes: bool) -> None:
        app = self.workout
        if keep_changes:
            try:
                app.logbook.update_template(self._uid)
            except WorkoutError as error:
                app.parts.log.failure("update template", error)
                app.notices["template"] = f"The workout is saved, its template was not changed: {error}"
        app.finished(self._uid, title)
        app.go_home()

    # The other keys

    def action_back(self) -> None:
        """Back to lifting."""
        self.flush()
        self.app.pop_screen()

    def action_targets(self) -> None:
        """Show what the next time asks for, or the table again."""
        self._targets = not self._targets
        self._show()

    def action_end(self) -> None:
        """End now, or with the last set."""
        if self._summary and self._summary.idle_end:
            self._end_now = not self._end_now
            self._show()

    def action_discard(self) -> None:
        """Ask before the session is put aside."""
        summary = self._summary
        if summary is None or self._presses.is_repeat("D"):
            return
        back = self.workout.glyphs.key("home.reopen", "u")
        question = Question(
            f"Discard {summary.title}?",
            f"{count(summary.done, 'set')}, {count(summary.minutes, 'minute')}. “{back}” on Home takes it back.",
            (Answer("D", "discard", tone="bad"),),
        )
        self.ask(ConfirmScreen(question), lambda _: self._discard(summary.title))

    def _discard(self, title: str) -> None:
        self.workout.logbook.discard(self._uid)
        self.workout.discarded(self._uid, title)
        self.workout.go_home()

    # The note

    def action_note(self) -> None:
        """Write the note."""
        field = self.query_one(NoteField)
        field.value = self._summary.note if self._summary else ""
        field.display = True
        field.focus()
        self._show_keys()

    def on_input_changed(self, _: Input.Changed) -> None:
        """Keep the note half a second after the last letter."""
        self._note_timer.reset()
        self._note_timer.resume()

    def action_end_note(self) -> None:
        """Keep the note, and back to the page."""
        self._presses.is_repeat("enter")
        self.flush()
        self.query_one(NoteField).display = False
        self.set_focus(None)
        self._show()

    def flush(self) -> None:
        """Keep the note; an error is said and the text stays."""
        try:
            self._keep_note()
        except WorkoutError as error:
            self.say(error)

    def _keep_note(self) -> None:
        if self._summary is None:
            return
        field = self.query_one(NoteField)
        if not field.display or field.value == self._summary.note:
            return
        self.workout.logbook.note_session(self._uid, field.value)
        self._summary = self.workout.logbook.summary(self._uid)

    # Showing

    def draw(self) -> None:
        """Head and figures, the columns, the keys."""
        if self._summary is None:
            return
        view = self._view(self._summary)
        self.query_one("#fin-top", Canvas).show(partial(head.top, view))
        self.query_one("#fin-main", Canvas).show(partial(page.main, view))
        self.query_one("#fin-side", Canvas).show(partial(page.side, view))
        self.query_one(TopBar).say(Content.styled("Finish", "bold"), head.facts(view), chip=self.workout.chip)
        self._show_keys()

    def _show_keys(self) -> None:
        writing = self.query_one(NoteField).display  # the focus comes and goes a moment later
        nothing = self._summary is not None and self._view(self._summary).nothing
        self.query_one(KeyBar).show(self.shown(footer(is_writing=writing, nothing=nothing)))

    def _view(self, summary: Summary) -> FinishView:
        app = self.workout
        return FinishView(
            summary=summary,
            unit=self._unit,
            glyphs=app.glyphs,
            tall=self.tall,
            wide=self.wide,
            big=app.config.big_numbers,
            targets=self._targets,
            end_now=self._end_now,
            now=app.clock.now(),
            sync=app.sync.state if app.sync.state.phase is not Phase.NO_SHEET else None,
            said=self._said,
        )
