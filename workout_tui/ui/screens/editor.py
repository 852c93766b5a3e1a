"""The editor: the exercises of a template, a line that says what each asks for, and what the log knows of it.

Every edit is an act at once and u takes it back, so esc never asks. Opened before a session begins it
changes that one session's targets and leaves the template alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from workout_tui.errors import WorkoutError
from workout_tui.ui.commands import bindings
from workout_tui.ui.editor import keys
from workout_tui.ui.editor.bench import EditorBench
from workout_tui.ui.editor.keeping import LogKeeper, Sketch
from workout_tui.ui.log.hint import ONLY_LOOKS, Bar, Said
from workout_tui.ui.log.paint.hint import hint as paint_hint
from workout_tui.ui.presenters.editor import page
from workout_tui.ui.presenters.editor.view import EditorView
from workout_tui.ui.screens.editor_asking import EditorAsking
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.entry import Entry
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.rows import Rows
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding


_EXAMPLE = "3x5@100 r180 +2.5"


class EditorScreen(Place):
    """Where templates are made."""

    KEYS = keys.KEYS
    FORMS = keys.FORMS
    WHERE = "while editing a workout"
    BINDINGS: ClassVar[list[Binding]] = bindings(keys.KEYS)  # type: ignore[assignment]
    CSS_PATH = "../editor.tcss"
    RECORDED_AS = "editor"
    TYPES = keys.STARTERS
    AUTO_FOCUS = "Entry"

    def __init__(self, template_uid: str, *, sketch: bool = False) -> None:
        """`sketch`: change only what the next session begins with."""
        super().__init__()
        self._uid = template_uid
        self._about = {"template": template_uid}
        self._is_sketch = sketch
        self._bench: EditorBench | None = None
        """None until the template was read"""

    def compose(self) -> ComposeResult:
        """A bar, the table, the line, a row of keys."""
        app = self.workout
        self._entry = Entry(self._typed, app.clock, app.config.digit, app.presses, keys.STARTERS)
        prompt = Content.styled(f"{app.glyphs.prompt} ", "bold $now")
        yield TopBar(app.glyphs)
        with Vertical(classes="body" if app.glyphs.unicode else "body -plain"):
            yield Rows(id="editor-page")
            with Vertical(id="editor-line"):
                with Horizontal(id="editor-type"):
                    yield Rows(lambda _width, _height: [prompt], id="editor-prompt")
                    yield self._entry
                yield Rows(id="editor-hint")
        yield KeyBar([])

    def reread(self) -> None:
        """Read the template again; the line that is being typed stays."""
        logbook = self.workout.logbook
        self._unit, self._today = logbook.lifter.unit, logbook.today()
        if self._bench is None:
            keeper = Sketch(logbook, self._uid) if self._is_sketch else LogKeeper(logbook, self._uid)
            self._bench = EditorBench(logbook, keeper)
            self._asking = EditorAsking(self, self._bench, self._write)
        else:
            self._bench.reread()

    def say(self, error: WorkoutError) -> None:
        """Tell what went wrong below the line."""
        if self._bench is None:
            super().say(error)
        else:
            self.record(error)
            self._bench.said = Said(str(error), Bar.BAD)
            self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Before the template could be read there is nothing to do but to leave; only a sketch can be started."""
        if self._bench is None:
            return action in {"back", "open_keys"}
        return {"start": self._is_sketch, "archive": not self._is_sketch, "rename": not self._is_sketch}.get(
            action, True
        )

    # The line and the mark

    def _typed(self, text: str) -> None:
        self._do(lambda bench: bench.type(text))

    def action_enter(self) -> None:
        """Edit what is written for the marked exercise, or keep the line."""
        if self._bench is not None and self._may_write():
            is_adding = self._bench.enter()
            self._show()
            if is_adding:
                self._asking.add("enter")

    def action_move(self, by: int) -> None:
        """Mark another exercise."""
        self._do(lambda bench: bench.move(by))

    def action_back(self) -> None:
        """Empty the line; when it is empty, go back."""
        if self._bench is not None and self._bench.clear():
            self._show()
        else:
            self.app.pop_screen()

    # What the keys do

    def action_add(self) -> None:
        """Pick one more exercise."""
        if self._may_write():
            self._asking.add("a")

    def action_swap(self) -> None:
        """Pick another exercise in the place of the marked one."""
        if self._may_write():
            self._asking.swap()

    def action_shift(self, step: int) -> None:
        """Move the marked exercise up or down."""
        self._write(lambda bench: bench.shift(step))

    def action_group(self) -> None:
        """Superset with the next one, or out of it."""
        self._write(EditorBench.group)

    def action_remove(self) -> None:
        """Take the marked exercise out."""
        self._write(EditorBench.remove)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._write(EditorBench.undo)

    def action_redo(self) -> None:
        """Do it again."""
        self._write(EditorBench.redo)

    def action_note(self) -> None:
        """Write the note of the marked exercise."""
        if self._may_write():
            self._asking.note()

    def action_rename(self) -> None:
        """Give the template another name."""
        if self._may_write():
            self._asking.rename()

    def action_archive(self) -> None:
        """Ask before the template is put away."""
        if self._may_write():
            self._asking.archive(self._archive)

    def action_start(self) -> None:
        """Start a session with what stands here."""
        if self._bench is None or not self._may_write():
            return
        app, plan = self.workout, self._bench.template.exercises
        session = app.logbook.start(self._uid, session_uid=app.uids.new(), plan=plan)
        app.open_log(session.uid)

    # Within

    def _archive(self) -> None:
        self.workout.logbook.archive_template(self._uid)
        self.app.pop_screen()

    def _may_write(self) -> bool:
        if self.workout.file.read_only and self._bench is not None:
            self._bench.said = ONLY_LOOKS
            self._show()
        return not self.workout.file.read_only

    def _write(self, do: Callable[[EditorBench], None]) -> None:
        if self._may_write():
            self._do(do)

    def _do(self, do: Callable[[EditorBench], None]) -> None:
        if self._bench is not None:
            try:
                do(self._bench)
            except WorkoutError as error:
                self.say(error)
            self._show()

    # Showing

    def draw(self) -> None:
        """The table, the line and how it reads, the keys."""
        bench = self._bench
        if bench is None:
            return
        view, glyphs = self._view(bench), self.workout.glyphs
        self._entry.put(bench.text)
        self._entry.invite(_EXAMPLE)
        self.query_one("#editor-page", Rows).show(partial(page.page, view))
        hint = partial(paint_hint, bench.hint, glyphs=glyphs, scrolled=self._entry.scrolled)
        self.query_one("#editor-hint", Rows).show(lambda width, _height: [hint(width)])
        line = self.query_one("#editor-line")
        line.set_class(bench.hint.bar is Bar.WARN, "-warn")
        line.set_class(bench.hint.bar is Bar.BAD, "-bad")
        self.query_one(TopBar).say(*page.facts(view), chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(keys.footer(is_typing=bool(bench.text), is_sketch=self._is_sketch)))

    def _view(self, bench: EditorBench) -> EditorView:
        app = self.workout
        return EditorView(
            template=bench.template,
            marked=bench.mark,
            beside=bench.beside,
            unit=self._unit,
            today=self._today,
            glyphs=app.glyphs,
            minutes=bench.ahead.minutes if bench.ahead else None,
            tall=self.tall,
            wide=self.wide,
            is_sketch=self._is_sketch,
        )
