"""The lifter's weeks, drawn: sets for each muscle, volume, bodyweight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support import kg, lb
from workout_tui.model.exercise import Exercise
from workout_tui.model.load import Unit
from workout_tui.model.span import Span
from workout_tui.model.training_week import DayWork, Training, Weighed
from workout_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from workout_tui.ui.presenters.progress.body import page
from workout_tui.ui.presenters.progress.view import BodyView, Week

TODAY = date(2024, 9, 24)
LIBRARY = {
    "bench": Exercise("bench", "Bench Press", muscles=("chest",), secondary=("triceps",)),
    "squat": Exercise("squat", "Squat", muscles=("quads",)),
}


def training(unit: Unit = Unit.KG, weighed: tuple[Weighed, ...] = ()) -> Training:
    """Six weeks: bench on Mondays, squats on the Tuesdays of the last three."""
    monday = date(2024, 9, 23)
    work = [DayWork(monday - timedelta(weeks=week), "bench", 4, 1000.0) for week in range(6)]
    work += [DayWork(monday + timedelta(days=1) - timedelta(weeks=week), "squat", 3, 2000.0) for week in range(1, 4)]
    return Training(tuple(sorted(work)), weighed, LIBRARY, unit, Unit.LB if weighed else unit, 1, TODAY)


def shown(view: BodyView, width: int = 76, height: int = 20) -> str:
    return "\n".join(row.plain for row in page(view, width, height))


def view(told: Training, metric: Week = Week.SETS, muscle: str | None = None, glyphs: Glyphs = UNICODE) -> BodyView:
    return BodyView(told, Span.QUARTER, glyphs, metric, muscle)


def test_each_muscle_has_this_week_the_last_and_an_ordinary_one() -> None:
    rows = [row.split()[:4] for row in shown(view(training())).splitlines()]
    assert ["chest", "4", "4", "4"] in rows
    assert ["triceps", "2", "2", "2"] in rows, "a muscle worked besides counts half"
    assert ["quads", "0", "3", "2"] in rows, "nine sets in four weeks, to a half"


def test_the_chosen_muscle_is_marked_and_its_weeks_are_drawn() -> None:
    one = view(training()).with_muscle(1)
    assert one.muscle == "chest"
    assert "work sets for chest" in shown(one)
    assert "▸ chest" in shown(one)
    assert one.with_muscle(99).muscle == "quads", "the least trained is the last"
    assert one.with_muscle(-99).muscle is None


def test_all_sets_count_once() -> None:
    assert view(training()).points[-1].value == 4
    assert view(training()).points[-2].value == 7


@pytest.mark.parametrize(("unit", "volume"), [(Unit.KG, "1 000 kg"), (Unit.LB, "2 205 lb")])
def test_volume_is_told_in_the_lifters_unit(unit: Unit, volume: str) -> None:
    assert f"{volume} this week" in shown(view(training(unit), Week.VOLUME))


def test_bodyweight_is_told_in_the_unit_of_the_scales_and_neither_way_is_better() -> None:
    weighed = (Weighed(TODAY - timedelta(days=60), kg(82)), Weighed(TODAY - timedelta(days=1), lb(180.5)))
    text = shown(view(training(weighed=weighed), Week.BODYWEIGHT))
    assert "▼ 0.3 lb" in text
    assert "180.5 lb yesterday" in text
    one = shown(view(training(weighed=weighed[:1]), Week.BODYWEIGHT))
    assert "Two days on the scales make a line" in one
    assert "One so far." in one


def test_nothing_yet() -> None:
    empty = Training((), (), {}, Unit.KG, Unit.KG, 1, TODAY)
    for metric in Week:
        assert "make a line" in shown(view(empty, metric))


def test_a_plain_terminal_gets_plain_signs() -> None:
    assert shown(view(training(), muscle="chest", glyphs=ASCII)).isascii()


def test_metrics_go_round() -> None:
    one = view(training())
    assert one.with_metric(-1).metric is Week.BODYWEIGHT
    assert one.with_metric(1).with_metric(1).with_metric(1).metric is Week.SETS
