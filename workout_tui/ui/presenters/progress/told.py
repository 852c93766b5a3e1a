"""What a chart of an exercise shows, and every number on it in words. No widget: plain terminals print it too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.model.load import DistanceUnit, Load, number
from workout_tui.model.notation import clock
from workout_tui.model.span import Span, first_day, gain, level, within
from workout_tui.model.strength import FORMULA, counts
from workout_tui.model.trend import Metric
from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.counted import counted
from workout_tui.ui.presenters.progress.chart import Plot
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.session import SetValues
    from workout_tui.model.trend import ExercisePast, Point, Terms
    from workout_tui.ui.glyphs import Glyphs

TABS = {
    Metric.E1RM: "e1RM",
    Metric.TOP: "top set",
    Metric.VOLUME: "volume",
    Metric.REPS: "reps",
    Metric.LONGEST: "longest",
    Metric.FARTHEST: "farthest",
    Metric.PACE: "pace",
    Metric.TOTAL: "total",
}
SPANS = {Span.QUARTER: "3 m", Span.HALF: "6 m", Span.YEAR: "1 y", Span.ALL: "all"}
_OVER = {Span.QUARTER: "in 3 months", Span.HALF: "in 6 months", Span.YEAR: "in a year"}
_LOADS = {Metric.E1RM, Metric.TOP, Metric.VOLUME}
_SUMS = {Metric.VOLUME, Metric.TOTAL}


@dataclass(frozen=True)
class Told:
    """One metric of one exercise over one span."""

    past: ExercisePast
    metric: Metric
    span: Span
    glyphs: Glyphs
    at: Load | None = None
    """the load at which reps are counted"""

    @cached_property
    def terms(self) -> Terms:
        """In which terms it is told."""
        return replace(self.past.terms, at=self.at)

    @property
    def points(self) -> tuple[Point, ...]:
        """The value of every session that has one."""
        return self.past.points(self.metric, self.at)

    @cached_property
    def first(self) -> date:
        """The first day shown; the last one is today."""
        return first_day(self.span, self.past.today, self.points)

    @cached_property
    def shown(self) -> tuple[Point, ...]:
        """The values of these days."""
        return within(self.points, self.first, self.past.today)

    @property
    def name(self) -> str:
        """The exercise."""
        return plain(self.past.exercise.name)

    @property
    def unit(self) -> str:
        """What its numbers are of: ``kg``, ``reps``, ``km``, ``/km``; empty for times, which tell themselves."""
        if self.metric in _LOADS:
            return str(self.terms.unit)
        if self.metric is Metric.REPS:
            return "reps"
        if self.metric is Metric.PACE:
            stretch = self.terms.stretch
            return f"/{f'{stretch} ' if stretch > 1 else ''}{self.terms.distance_unit}"
        return "" if self._of_time else str(self.terms.distance_unit)

    @property
    def nothing(self) -> str:
        """Why there is no line to draw; empty when there is one."""
        if len(self.points) < 2:
            few = "None yet." if not self.points else "One so far."
            if self.past.sessions < 2:
                return f"Two sessions of {self.name} make a line. {few}"
            if self.metric is Metric.VOLUME:
                weigh = self.glyphs.key("log.bodyweight", "B")
                return f"The volume is known of sessions with a bodyweight: “{weigh}” while logging writes it down."
            return f"Two sessions with {self.about} make a line. {few}"
        if not self.shown:
            return f"Nothing in this time. The last was on {when.spoken(self.points[-1].day, self.past.today)}."
        return ""

    @property
    def called(self) -> str:
        """The metric, of reps at which load, of a pace over which distance: ``pace over 5 km``."""
        if self.metric is Metric.PACE:
            return f"{TABS[self.metric]} over {self.over}"
        return f"{TABS[self.metric]} {self.at_load}" if self.metric is Metric.REPS else TABS[self.metric]

    @property
    def about(self) -> str:
        """What is missing while there is no line: ``reps at 100 kg``."""
        if self.metric is Metric.E1RM:
            return "an estimate (12 reps or fewer)"
        if self.metric is Metric.PACE:
            return f"a time over {self.over}"
        return self.called

    @property
    def at_load(self) -> str:
        """At which load reps are counted: ``at 100 kg``, ``with bodyweight``."""
        if self.at is None or not self.at.milli:
            return "with bodyweight" if self.terms.measure is Measure.BODYWEIGHT else "without a load"
        if self.terms.measure is Measure.BODYWEIGHT:
            return f"at {amounts.load_number(self.at, self.terms.measure, self.glyphs)} {self.at.unit}"
        return f"at {self.at}"

    @property
    def over(self) -> str:
        """Over which distance a pace is told, to a tenth of a kilometre or mile, or to a metre: ``5 km``."""
        shown = round(self.terms.amount(self.terms.over), 1 if self.terms.stretch == 1 else 0)
        return f"{number(round(shown * 1000))} {self.terms.distance_unit}"

    @property
    def each(self) -> str:
        """What a typed load and rep count are of, when that was settled: ``each dumbbell, each side``."""
        return counted(self.past.exercise, self.past.setting)

    def plot(self) -> Plot:
        """What the chart draws; only while there is a line."""
        return Plot(
            self.points,
            self.first,
            self.past.today,
            label=partial(self.figure, exact=True),
            from_zero=self.metric in _SUMS,
            of_time=self._of_time,
            whole=self.metric is Metric.REPS,
            least=0.1 if self.unit in set(DistanceUnit) else 1.0,
        )

    def figure(self, value: float, *, exact: bool = False) -> str:
        """A value as a number: rounded to what can be believed of it, or all of it."""
        if self._of_time:
            return clock(round(abs(value)))
        if self.metric is Metric.VOLUME:
            return f"{value:,.0f}".replace(",", " ")
        text = number(round(value * 1000)) if exact or self.metric is not Metric.E1RM else _estimate(value)
        return text.replace("-", self.glyphs.minus)

    def amount(self, value: float) -> str:
        """The same with its unit: ``120 kg``, ``12 reps``, ``1:30``, ``4:54 /km``."""
        if self.metric is Metric.REPS:
            return count(round(value), "rep")
        return f"{self.figure(value)} {self.unit}".rstrip()

    def now(self) -> Point | None:
        """Where one stands: the best of the last four weeks of these days."""
        return level(self.shown)

    def change(self) -> tuple[str, str]:
        """How it went in these days, and the token for it: ``▲ 14 kg in a year``; empty when nothing can be said."""
        by = gain(self.shown)
        if by is None:
            return "", ""
        over = _OVER.get(self.span) or f"since {when.short(self.shown[0].day, self.past.today)}"
        if abs(by) < 1e-6 or self.amount(abs(by)) == self.amount(0):
            return f"as before, {over.removeprefix('in ')}" if self.span is Span.ALL else f"the same {over}", "$dim"
        mark, token = (self.glyphs.up, "$done") if by > 0 else (self.glyphs.down, "$warn")
        faster = [] if self.metric is not Metric.PACE else ["faster" if by > 0 else "slower"]
        return " ".join([mark, self.amount(abs(by)), *faster, over]), token

    def set_of(self, point: Point) -> str:
        """The set that made a point: ``102.5 × 5``; of sums of many, nothing."""
        if point.amount is None:
            return ""
        load = amounts.load_number(point.load, self.terms.measure, self.glyphs)
        if load and point.load and point.load.unit is not self.terms.unit:
            load += f" {point.load.unit}"
        done = self._amount_done(point.amount)
        return f"{load} {self.glyphs.times} {done}" if load else done

    def typed(self, values: SetValues) -> str:
        """A set in few letters, with its unit where that is not the exercise's: ``102.5×5``, ``225 lb×5``."""
        text = amounts.set_text(amounts.without_effort(values), self.terms.measure, self.glyphs, tight=True)
        if values.load is None or values.load.unit is self.terms.unit:
            return text
        load = values.load.number.removeprefix("-")
        return text.replace(load, f"{load} {values.load.unit}", 1)

    def counts(self, values: SetValues) -> bool:
        """Whether a set is among those that are told."""
        return counts(self.terms.measure, values)

    def records(self) -> list[tuple[str, str, str, str, str]]:
        """Every record, the latest first: day, how much, by which formula, which set, what it beat."""
        formula = FORMULA if self.metric is Metric.E1RM else ""
        return [
            (
                when.short(point.day, self.past.today),
                self.amount(point.value),
                formula,
                self.set_of(point),
                f"was {self.figure(point.was)}",
            )
            for point in reversed(self.points)
            if point.was is not None
        ]

    def by_day(self) -> dict[date, Point]:
        """The best point of each day."""
        best: dict[date, Point] = {}
        for point in sorted(self.points, key=lambda one: one.value):
            best[point.day] = point
        return best

    @property
    def _of_time(self) -> bool:
        of_times = self.terms.measure is Measure.TIME and self.metric in {Metric.LONGEST, Metric.TOTAL}
        return of_times or self.metric is Metric.PACE

    def _amount_done(self, amount: float) -> str:
        if self.terms.measure is Measure.TIME:
            return clock(round(amount))
        if self.terms.measure is Measure.DISTANCE:
            return f"{number(round(self.terms.amount(amount) * 1000))} {self.terms.distance_unit}"
        return f"{amount:g}"


def _estimate(value: float) -> str:
    """An estimate: whole from 100 on, else to a half."""
    return f"{value:.0f}" if value >= 100 else f"{round(value * 2) / 2:g}"
