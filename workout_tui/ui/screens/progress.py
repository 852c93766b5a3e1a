"""Progress: how an exercise went, as a chart with its records, its bests and its last sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content

from workout_tui.model.bouts import loads
from workout_tui.model.span import Span, first_day, fitting
from workout_tui.model.trend import Metric, fitting_metric, metrics
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.marking import within
from workout_tui.ui.presenters.progress import body, page
from workout_tui.ui.presenters.progress.told import Told
from workout_tui.ui.presenters.progress.view import BodyView, ProgressView
from workout_tui.ui.presenters.rows import styled
from workout_tui.ui.screens.place import Place
from workout_tui.ui.widgets.canvas import Canvas
from workout_tui.ui.widgets.keybar import KeyBar
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.training_week import Training
    from workout_tui.model.trend import ExercisePast
    from workout_tui.ui.log.picking import Option

_P = "PROGRESS"
_METRIC = Command("progress.metric", "tab", "metric(1)", "tab", "another metric", "metric", _P)
_BACKWARDS = Command("progress.metric_back", "shift+tab", "metric(-1)", "⇧tab", "the metric before", palette=False)
_SPANS = (
    Command("progress.less", "left", "span(-1)", "← →", "a shorter or longer time", "range", _P, palette=False),
    Command("progress.more", "right", "span(1)", "→", "a longer time", palette=False),
)
_MOVES = (
    Command("progress.up", "up", "move(-1)", "↑ ↓", "another exercise, or another muscle", "exercise", _P,
            palette=False),
    Command("progress.down", "down", "move(1)", "↓", "the next one", palette=False),
)  # fmt: skip
_FIND = Command("progress.find", "slash", "find", "/", "find an exercise", "find", _P)
_RECORDS = Command("progress.records", "r", "records", "r", "all records of this metric", "records", _P)
_BODY = Command("progress.body", "b", "body", "b", "you: sets and volume a week, bodyweight", "you", _P)
_LOADS = (
    Command("progress.lighter", "left_square_bracket,less_than_sign", "load(-1)", "[ ]",
            "reps at a lighter or heavier load", "", _P, palette=False),
    Command("progress.heavier", "right_square_bracket,greater_than_sign", "load(1)", "]", "reps at a heavier load",
            palette=False),
)  # fmt: skip
_BACK = Command("progress.back", "escape", "back", "esc", "back", "back", _P)
_HELP = Command("progress.keys", "question_mark", "app.open_keys", "?", "all keys", "keys")
_KEYS_OF_EXERCISE = (_METRIC, _SPANS[0], _MOVES[0], _FIND, _RECORDS, _BODY, _BACK, _HELP)
_KEYS_OF_REPS = (_METRIC, *_KEYS_OF_EXERCISE[1:4], replace(_LOADS[0], label="load"), _RECORDS, _BACK, _HELP)
_KEYS_OF_BODY = (
    _METRIC,
    _SPANS[0],
    replace(_MOVES[0], label="muscle"),
    _FIND,
    replace(_BODY, label="exercise"),
    _BACK,
    _HELP,
)


class ProgressScreen(Place):
    """One exercise over time; one key away, the lifter's weeks."""

    KEYS = (_METRIC, _BACKWARDS, *_SPANS, *_MOVES, _FIND, _RECORDS, _BODY, *_LOADS, _BACK, _HELP)
    WHERE = "on Progress"
    BINDINGS: ClassVar[list[Binding]] = bindings(KEYS)  # type: ignore[assignment]
    AUTO_FOCUS = ""

    def __init__(self, exercise_uid: str | None = None) -> None:
        """`exercise_uid`: which one first; None: the one done last."""
        super().__init__()
        self._uid = exercise_uid
        self._exercises: tuple[Exercise, ...] = ()
        self._told: Told | None = None
        """None: nothing was ever done"""
        self._body: BodyView | None = None
        """what the lifter's weeks are drawn from, while they are shown"""
        self._span: Span | None = None
        """None: what fits the first exercise that is shown"""
        self._metric: Metric | None = None
        """the one that was chosen"""
        self._records = False

    def compose(self) -> ComposeResult:
        """A bar, one page, a row of keys."""
        yield TopBar(self.workout.glyphs)
        with Vertical(classes="body"):
            yield Canvas(id="progress")
        yield KeyBar([])

    def reread(self) -> None:
        """Read the past of the exercise again; the metric stays."""
        logbook = self.workout.logbook
        self._exercises = logbook.practised()
        if self._uid is None and self._exercises:
            self._uid = self._exercises[0].uid
        self._tell(logbook.trend(self._uid) if self._uid else None)
        if self._body is not None:
            self._body = replace(self._body, training=_training(logbook, self._body.span))

    # Keys

    def action_metric(self, by: int) -> None:
        """Another metric, round and round."""
        if self._body is not None:
            self._body = self._body.with_metric(by)
        elif self._told is not None:
            offered = metrics(self._told.terms.measure, self._told.past.bouts)
            place = (offered.index(self._told.metric) + by) % len(offered)
            self._metric = offered[place]
            self._told = replace(self._told, metric=self._metric)
        self._show()

    def action_span(self, by: int) -> None:
        """A shorter or longer time, not beyond the ends."""
        order = list(Span)
        span = self._span = order[within(order.index(self._shown_span) + by, len(order))]
        if self._told is not None:
            self._told = replace(self._told, span=span)
        if self._body is not None and self._body.span is not span:
            self._body = replace(self._body, span=span, training=_training(self.workout.logbook, span))
        self._show()

    def action_move(self, by: int) -> None:
        """The exercise done before or after this one; of the weeks, another muscle."""
        if self._body is not None:
            self._body = self._body.with_muscle(by)
            self._show()
            return
        uids = [exercise.uid for exercise in self._exercises]
        if self._uid in uids:
            self._go(uids[(uids.index(self._uid) + by) % len(uids)])
        elif uids:
            self._go(uids[0])

    def action_load(self, by: int) -> None:
        """Count reps at a lighter or heavier load."""
        told = self._told
        if told is None or self._body is not None or Metric.REPS not in metrics(told.terms.measure, ()):
            return
        ladder = loads(told.past.bouts)
        here = next((place for place, load in enumerate(ladder) if load == told.at), 0)
        if told.metric is Metric.REPS:
            here = within(here + by, len(ladder))
        self._metric = Metric.REPS
        self._told = replace(told, metric=Metric.REPS, at=ladder[here] if ladder else None)
        self._show()

    def action_find(self) -> None:
        """Pick an exercise by a few letters."""
        from workout_tui.ui.screens.pick import Choices, PickScreen  # noqa: PLC0415 - only when it is asked for

        uids = tuple(exercise.uid for exercise in self._exercises)
        choices = Choices("PROGRESS OF", self._exercises, recent=uids, new=False)
        self.ask(PickScreen(choices, "slash"), self._found)

    def _found(self, option: Option) -> None:
        self._body = None
        self._go(option.exercise.uid)

    def action_records(self) -> None:
        """The records in the place of the bests, or the bests again."""
        if self._body is None:
            self._records = not self._records
            self._show()

    def action_body(self) -> None:
        """The lifter's weeks, or the exercise again."""
        if self._body is None:
            span = self._shown_span
            self._body = BodyView(_training(self.workout.logbook, span), span, self.workout.glyphs)
        else:
            self._body = None
        self._show()

    def action_back(self) -> None:
        """Back to where one came from."""
        self.app.pop_screen()

    # Showing

    def _go(self, uid: str) -> None:
        self._uid = uid
        self.look()

    @property
    def _shown_span(self) -> Span:
        return self._span or Span.YEAR

    def _tell(self, past: ExercisePast | None) -> None:
        """Take the past of an exercise; what was shown of the one before is shown of it, where it has that."""
        before = self._told
        if past is None:
            self._told = None
            return
        same = before is not None and before.past.exercise.uid == past.exercise.uid
        metric = before.metric if before is not None and same else fitting_metric(past, self._metric)
        at = before.at if before is not None and same else past.terms.at
        told = Told(past, metric, self._shown_span, self.workout.glyphs, at)
        self._span = self._span or fitting(past.today, told.points)
        self._told = replace(told, span=self._span)

    def draw(self) -> None:
        """The page, where one is, the keys."""
        canvas = self.query_one(Canvas)
        if self._body is not None:
            canvas.show(partial(body.page, self._body, tall=self.tall))
        elif self._told is not None:
            canvas.show(partial(page.page, self._view(self._told)))
        else:
            canvas.show(lambda _width, _height: [styled("No workout was finished yet. Your first one begins it.")])
        self.query_one(TopBar).say(Content.styled("Progress", "bold"), chip=self.workout.chip)
        self.query_one(KeyBar).show(self.shown(self._footer()))

    def _footer(self) -> tuple[Command, ...]:
        if self._body is not None:
            return _KEYS_OF_BODY
        return _KEYS_OF_REPS if self._told and self._told.metric is Metric.REPS else _KEYS_OF_EXERCISE

    def _view(self, told: Told) -> ProgressView:
        app = self.workout
        return ProgressView(
            told,
            app.glyphs,
            tall=self.tall,
            wide=self.wide,
            big=app.config.big_numbers,
            records=self._records,
        )


def _training(logbook: Logbook, span: Span) -> Training:
    """The weeks of a span, with the whole first one, and what stands before it."""
    if span is Span.ALL:
        return logbook.training()
    return logbook.training(first_day(span, logbook.today(), ()) - timedelta(weeks=2))
