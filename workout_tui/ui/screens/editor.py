"""The editor: the exercises of a template, a line that says what each asks for, and what the log knows of it.

Every edit is an act at once and u takes it back, so esc never asks. Opened before a session begins it
changes that one session's targets and leaves the template alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from workout_tui.errors import WorkoutError
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.editor.bench import EditorBench
from workout_tui.ui.editor.keeping import LogKeeper, Sketch
from workout_tui.ui.log.hint import Bar, Said
from workout_tui.ui.log.paint.hint import hint as paint_hint
from workout_tui.ui.presenters.editor import page
from workout_tui.ui.presenters.editor.view import EditorView
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.pick import Choices, PickScreen
from workout_tui.ui.screens.place import Place
from workout_tui.ui.screens.write import Text, WriteScreen
from workout_tui.ui.text import plain
from workout_tui.ui.widgets.entry import Entry
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.rows import Rows
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import Binding

    from workout_tui.model.exercise import Exercise
    from workout_tui.ui.log.picking import Option

_STARTERS = frozenset("0123456789+-−#rt")
"""What begins a line on the empty one: sets, a step, a deload, a note, a rest, a training max."""
_EXAMPLE = "3x5@100 r180 +2.5"

_EDIT = Command("editor.edit", "enter", "enter", "⏎", "edit what is written, keep the line", "edit", "EDITOR")
_KEEP = replace(_EDIT, label="keep")
_START = Command("editor.start", "s", "start", "s", "start with what stands here", "start", "EDITOR")
_ADD = Command("editor.add", "a", "add", "a", "add an exercise", "add", "EDITOR")
_SWAP = Command("editor.swap", "e", "swap", "e", "another exercise in its place", "", "EDITOR")
_UP = Command("editor.earlier", "K", "shift(-1)", "K", "move up", "", "EDITOR", with_next=True)
_DOWN = Command("editor.later", "J", "shift(1)", "J", "move down", "", "EDITOR")
_MOVE = replace(_UP, shown="K J", label="move")
_GROUP = Command("editor.superset", "g", "group", "g", "superset with the next", "superset", "EDITOR")
_REMOVE = Command("editor.remove", "d", "remove", "d", "take it out; u brings it back", "remove", "EDITOR")
_NOTE = Command("editor.note", "n", "note", "n", "note for it", "note", "EDITOR")
_RENAME = Command("editor.rename", "R", "rename", "R", "another name", "", "EDITOR")
_UNDO = Command("editor.undo", "u", "undo", "u", "undo", "undo", "EDITOR", with_next=True)
_REDO = Command("editor.redo", "U", "redo", "U", "redo", "", "EDITOR")
_AWAY = Command("editor.archive", "D", "archive", "D", "put the workout away; asks first", "", "EDITOR")
_BACK = Command("editor.back", "escape", "back", "esc", "empty the line, then back", "back", "EDITOR", palette=False)
_HELP = Command("editor.keys", "question_mark", "app.open_keys", "?", "all keys", "keys", palette=False)
_ROWS = (
    Command("editor.up", "up", "move(-1)", "↑", "mark what is above", palette=False),
    Command("editor.down", "down", "move(1)", "↓", "mark what is below", palette=False),
)


class EditorScreen(Place):
    """Where templates are made."""

    KEYS = (
        _EDIT, _ADD, _SWAP, _UP, _DOWN, _GROUP, _REMOVE, _NOTE, _RENAME, _UNDO, _REDO, _START, _AWAY, *_ROWS, _BACK,
        _HELP,
    )  # fmt: skip
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    CSS_PATH = "../editor.tcss"
    TYPES = _STARTERS
    AUTO_FOCUS = "Entry"

    def __init__(self, template_uid: str, *, sketch: bool = False) -> None:
        """`sketch`: change only what the next session begins with."""
        super().__init__()
        self._uid = template_uid
        self._is_sketch = sketch
        self._bench: EditorBench | None = None
        """None until the template was read"""

    def compose(self) -> ComposeResult:
        """A bar, the table, the line, a row of keys."""
        app = self.workout
        self._entry = Entry(self._typed, app.clock, app.config.digit, _STARTERS)
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
        if self._bench is None:
            logbook = self.workout.logbook
            keeper = Sketch(logbook, self._uid) if self._is_sketch else LogKeeper(logbook, self._uid)
            self._bench = EditorBench(logbook, keeper)
        else:
            self._bench.reread()
        self._show()

    def on_resize(self) -> None:
        """What is drawn depends on the room there is."""
        self._show()

    def say(self, error: WorkoutError) -> None:
        """Tell what went wrong below the line."""
        self.workout.parts.log.failure("editor", error, template=self._uid)
        if self._bench is None:
            super().say(error)
        else:
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
                self._pick("ADD AN EXERCISE", "enter", EditorBench.add)

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
            self._pick("ADD AN EXERCISE", "a", EditorBench.add)

    def action_swap(self) -> None:
        """Pick another exercise in the place of the marked one."""
        if self._bench and self._bench.one and self._may_write():
            self._pick(f"IN PLACE OF {plain(self._bench.one.exercise.name).upper()}", "e", EditorBench.swap)

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
        one = self._bench.one if self._bench else None
        if one is not None and self._may_write():
            text = Text(f"{plain(one.exercise.name)}, in this workout", one.note, "reps for each leg")
            self.app.push_screen(WriteScreen("Note", (text,), "n"), partial(self._wrote, EditorBench.note))

    def action_rename(self) -> None:
        """Give the template another name."""
        if self._bench is not None and self._may_write():
            text = Text("name", self._bench.template.name, "Push A")
            self.app.push_screen(WriteScreen("Rename", (text,), "R"), partial(self._wrote, EditorBench.rename))

    def action_archive(self) -> None:
        """Ask before the template is put away."""
        if self._bench is not None and self._may_write():
            question = Question(
                f"Put {plain(self._bench.template.name)} away?",
                "It is no longer offered. What was done from it stays, and its name can be used again.",
                (Answer("D", "put it away", tone="bad"),),
            )
            self.app.push_screen(ConfirmScreen(question), self._archive_answered)

    def action_start(self) -> None:
        """Start a session with what stands here."""
        if self._bench is None or not self._may_write():
            return
        app = self.workout
        try:
            plan = self._bench.template.exercises
            session = app.logbook.start(self._uid, session_uid=app.uids.new(), plan=plan)
        except WorkoutError as error:
            self.say(error)
        else:
            app.open_log(session.uid)

    # Within

    def _archive_answered(self, answer: str | None) -> None:
        if answer is None:
            return
        try:
            self.workout.logbook.archive_template(self._uid)
        except WorkoutError as error:
            self.say(error)
        else:
            self.app.pop_screen()

    def _pick(self, title: str, opened_by: str, do: Callable[[EditorBench, Exercise], None]) -> None:
        logbook = self.workout.logbook
        recent = dict.fromkeys(uid for order in reversed(logbook.orders()) for uid in order.exercises)
        choices = Choices(title, logbook.exercises(), (), tuple(recent))
        self.app.push_screen(PickScreen(choices, opened_by), partial(self._picked, do))

    def _picked(self, do: Callable[[EditorBench, Exercise], None], option: Option | None) -> None:
        if option is not None:
            self._write(lambda bench: do(bench, self._in_library(option)))

    def _in_library(self, option: Option) -> Exercise:
        """What was picked; a new exercise is added to the library first."""
        exercise = option.exercise
        return self.workout.logbook.add_exercise_to_library(exercise) if option.is_new else exercise

    def _wrote(self, do: Callable[[EditorBench, str], None], texts: tuple[str, ...] | None) -> None:
        if texts is not None:
            self._write(lambda bench: do(bench, texts[0]))

    def _may_write(self) -> bool:
        if self.workout.file.read_only and self._bench is not None:
            self._bench.said = Said("this window only looks: another one has the log", Bar.WARN)
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

    def _show(self) -> None:
        bench = self._bench
        if bench is None or not self.alive:
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
        first = [_KEEP if bench.text else _EDIT, *([_START] if self._is_sketch else [])]
        self.query_one(KeyBar).show(self.shown([*first, _ADD, _MOVE, _REMOVE, _UNDO, _BACK, _GROUP, _NOTE, _HELP]))

    def _view(self, bench: EditorBench) -> EditorView:
        app = self.workout
        return EditorView(
            template=bench.template,
            marked=bench.mark,
            beside=bench.beside,
            unit=app.logbook.lifter.unit,
            today=app.logbook.today(),
            glyphs=app.glyphs,
            minutes=bench.ahead.minutes if bench.ahead else None,
            tall=self.tall,
            wide=self.wide,
            is_sketch=self._is_sketch,
        )
