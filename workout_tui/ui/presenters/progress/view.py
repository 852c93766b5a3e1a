"""Everything Progress is drawn from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from workout_tui.model.load import KG_PER_LB, Unit
from workout_tui.model.span import Span, first_day, months_before
from workout_tui.model.training_week import bodyweight, muscles, weekly_sets, weekly_volume
from workout_tui.model.weeks import week_begin
from workout_tui.ui.marking import within

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.training_week import Training
    from workout_tui.model.trend import Point
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.presenters.progress.told import Told


@dataclass(frozen=True, slots=True)
class ProgressView:
    """Everything Progress of one exercise is drawn from."""

    told: Told
    glyphs: Glyphs
    tall: bool = False
    wide: bool = False
    big: bool = True
    records: bool = False
    """whether the records stand in the place of the bests and the last sessions"""


class Week(StrEnum):
    """What of a lifter's weeks is told."""

    SETS = "sets a week"
    VOLUME = "volume a week"
    BODYWEIGHT = "bodyweight"


@dataclass(frozen=True)
class BodyView:
    """Everything the lifter's weeks are drawn from."""

    training: Training
    span: Span
    glyphs: Glyphs
    metric: Week = Week.SETS
    muscle: str | None = None
    """whose sets; None: all"""

    def with_metric(self, by: int) -> BodyView:
        """Another metric, round and round."""
        order = list(Week)
        return replace(self, metric=order[(order.index(self.metric) + by) % len(order)])

    def with_muscle(self, by: int) -> BodyView:
        """Another muscle, not beyond the ends."""
        order = [None, *self.muscles]
        here = order.index(self.muscle) if self.muscle in order else 0
        return replace(self, muscle=order[within(here + by, len(order))])

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """A value for each week, or for each day with a bodyweight."""
        told = self.training
        if self.metric is Week.SETS:
            return weekly_sets(told.work, told.library, self.muscle, told.week_start, told.today)
        if self.metric is Week.VOLUME:
            return weekly_volume(told.work, 1.0 if told.unit is Unit.KG else 1 / KG_PER_LB, told.week_start, told.today)
        return bodyweight(told.weighed, told.weight_unit)

    @cached_property
    def first(self) -> date:
        """The first day shown: that of a whole week."""
        first = first_day(self.span, self.training.today, self.points)
        return first if self.metric is Week.BODYWEIGHT else week_begin(first, self.training.week_start)

    @property
    def unit(self) -> str:
        """What the numbers are of."""
        if self.metric is Week.SETS:
            return "sets"
        return str(self.training.weight_unit if self.metric is Week.BODYWEIGHT else self.training.unit)

    @cached_property
    def muscles(self) -> tuple[str, ...]:
        """The muscles trained in the last three months, by their sets; then those trained before in the span."""
        told = self.training
        lately = muscles(told.work, told.library, months_before(told.today, 3), told.today)
        ever = muscles(told.work, told.library, self.first_of_all, told.today)
        return tuple(dict.fromkeys((*lately, *ever)))

    @property
    def first_of_all(self) -> date:
        """The first day of which anything is known."""
        return self.training.work[0].day if self.training.work else self.training.today
