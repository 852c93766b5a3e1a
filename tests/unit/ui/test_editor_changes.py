"""What the keys of the editor make of a template, and the line under the fingers, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import Gym, done, kg, make_gym
from workout_tui.errors import StoreBusy
from workout_tui.model.plan import Deload, ProgramKind, SetKind, Target, Template
from workout_tui.model.written import Written
from workout_tui.ui.editor import changes
from workout_tui.ui.editor.bench import EditorBench
from workout_tui.ui.editor.keeping import LogKeeper, Sketch
from workout_tui.ui.log.hint import Bar
from workout_tui.ui.presenters.editor.table import rule_words

FIVES = (Target(5, 5, kg(100)),) * 3


@pytest.fixture
def gym(tmp_path: Path) -> Iterator[Gym]:
    gym = make_gym(tmp_path / "workout.db")
    yield gym
    gym.close()


@pytest.fixture
def template(gym: Gym) -> Template:
    return gym.template("Push A", *(gym.planned(name) for name in ("Bench Press", "Overhead Press", "Dips")))


def names(template: Template) -> list[str]:
    return [one.exercise.name for one in template.exercises]


def words(bench: EditorBench) -> str:
    return "".join(text for piece in bench.hint.pieces for text, _ in piece)


class TestChanges:
    def test_what_is_typed_goes_over_what_stands_part_by_part(self) -> None:
        stands = Written(FIVES, 180, kg(2.5), Deload(10), "A", "belt")
        assert changes.merged(stands, Written(rest_s=90)) == replace(stands, rest_s=90)
        assert changes.merged(stands, Written((Target(8, 8),))) == replace(stands, targets=(Target(8, 8),))
        assert changes.merged(stands, Written(step=kg(5), note="no belt")) == replace(
            stands, step=kg(5), note="no belt"
        )

    def test_the_ends_of_the_list_move_no_further(self, template: Template) -> None:
        assert changes.moved(template, 0, -1) is None
        assert changes.moved(template, 2, 1) is None
        moved = changes.moved(template, 0, 2)
        assert moved
        assert names(moved) == ["Overhead Press", "Dips", "Bench Press"]

    def test_a_superset_takes_the_letter_of_the_one_below_or_a_free_one(self, template: Template) -> None:
        pair = changes.grouped(template, 1)
        assert pair
        assert [one.superset for one in pair.exercises] == ["", "A", "A"]
        three = changes.grouped(pair, 0)
        assert three
        assert [one.superset for one in three.exercises] == ["A", "A", "A"]
        assert changes.grouped(template, 2) is None

    def test_nobody_is_left_alone_in_a_superset(self, template: Template) -> None:
        pair = changes.grouped(template, 0)
        assert pair
        alone = changes.grouped(pair, 1)
        assert alone
        assert [one.superset for one in alone.exercises] == ["", "", ""]

    def test_loads_are_not_handed_on_to_another_exercise(self, gym: Gym, template: Template) -> None:
        other = changes.swapped(template, 0, gym.exercise("DB Press"))
        assert names(other) == ["DB Press", "Overhead Press", "Dips"]
        assert other.exercises[0].targets == (Target(5, 5),) * 3
        assert other.exercises[0].uid == ""


class TestBench:
    def test_a_line_is_kept_when_the_log_is_busy(self, gym: Gym, template: Template) -> None:
        class Busy(LogKeeper):
            def keep(self, *_: object) -> Template:
                raise StoreBusy("Not saved: another program writes.", "Try again.")

        bench = EditorBench(gym.logbook, Busy(gym.logbook, template.uid))
        bench.type("5x5@100")
        bench.enter()
        assert (bench.text, bench.hint.bar) == ("5x5@100", Bar.BAD)
        assert "another program writes" in words(bench)

    def test_an_unfinished_line_is_calm_until_enter(self, gym: Gym, template: Template) -> None:
        bench = EditorBench(gym.logbook, LogKeeper(gym.logbook, template.uid))
        bench.type("3x5@")
        assert (bench.hint.bar, bench.hint.under) == (Bar.NOW, None)
        bench.enter()
        assert (bench.hint.bar, bench.hint.under) == (Bar.BAD, (4, 1))

    def test_a_line_emptied_by_hand_is_no_longer_the_whole_one(self, gym: Gym, template: Template) -> None:
        bench = EditorBench(gym.logbook, LogKeeper(gym.logbook, template.uid))
        bench.enter()
        assert bench.text == "3x5@100"
        bench.type("")
        bench.type("r90")
        bench.enter()
        assert bench.template.exercises[0].targets == FIVES
        assert bench.template.exercises[0].rest_s == 90

    def test_the_last_row_adds(self, gym: Gym, template: Template) -> None:
        bench = EditorBench(gym.logbook, LogKeeper(gym.logbook, template.uid))
        bench.move(99)
        assert (bench.mark, bench.one, bench.beside) == (3, None, None)
        assert bench.enter()
        bench.add(gym.exercise("Row"))
        assert names(bench.template) == ["Bench Press", "Overhead Press", "Dips", "Row"]
        assert bench.one
        assert bench.one.exercise.name == "Row"

    def test_a_step_that_nothing_adds_is_said_to_be_one(self, gym: Gym, template: Template) -> None:
        bench = EditorBench(gym.logbook, LogKeeper(gym.logbook, template.uid))
        bench.type("3x5@85% +2.5")
        assert "+2.5 kg in programs only" in words(bench)
        bench.enter()
        assert bench.one
        assert rule_words(bench.one, template.program_kind, "-") == "+2.5 in programs only"
        assert rule_words(bench.one, ProgramKind.CYCLE, "-") == "+2.5 a new run"

    def test_what_stands_beside_an_exercise(self, gym: Gym) -> None:
        template = gym.template("Push A", gym.planned("Bench Press", step=kg(2.5)))
        gym.trained(template, done(100, 5), done(100, 5), done(100, 5))
        beside = EditorBench(gym.logbook, LogKeeper(gym.logbook, template.uid)).beside
        assert beside
        assert beside.next
        assert [target.load for target in beside.next.targets] == [kg(102.5)] * 3
        assert beside.next.why == "all 3 × 5 made"
        assert beside.outlook == (kg(105), kg(107.5), kg(110), kg(112.5))
        assert len(beside.known.history) == 1
        assert {one.kind for one in beside.ramp} == {SetKind.WARMUP}


class TestSketch:
    def test_it_begins_with_what_today_asks_for_and_writes_nothing(self, gym: Gym) -> None:
        template = gym.template("Push A", gym.planned("Bench Press", step=kg(2.5)))
        gym.trained(template, done(100, 5), done(100, 5), done(100, 5))
        before = gym.store.value("SELECT count(*) FROM audit")
        bench = EditorBench(gym.logbook, Sketch(gym.logbook, template.uid))
        assert [target.load for target in bench.template.exercises[0].targets] == [kg(102.5)] * 3
        bench.type("1x3@90")
        bench.enter()
        bench.remove()
        bench.undo()
        assert bench.template.exercises[0].targets == (Target(3, 3, kg(90)),)
        bench.undo()
        bench.redo()
        assert bench.template.exercises[0].targets == (Target(3, 3, kg(90)),)
        bench.undo()
        bench.undo()
        assert "Nothing to undo" in words(bench)
        assert gym.store.value("SELECT count(*) FROM audit") == before

    def test_a_new_step_gives_up_those_taken_back(self, gym: Gym, template: Template) -> None:
        bench = EditorBench(gym.logbook, Sketch(gym.logbook, template.uid))
        bench.remove()
        bench.undo()
        bench.shift(1)
        bench.redo()
        assert "Nothing to redo" in words(bench)
        assert names(bench.template) == ["Overhead Press", "Bench Press", "Dips"]

    def test_a_percentage_is_the_load_it_is_today(self, gym: Gym, template: Template) -> None:
        bench = EditorBench(gym.logbook, Sketch(gym.logbook, template.uid))
        bench.type("1x5+@85%")
        bench.enter()
        assert (bench.text, "needs a training max" in words(bench)) == ("1x5+@85%", True)
        bench.type("1x5+@85% tm140")
        bench.enter()
        assert bench.template.exercises[0].targets == (Target(5, 5, kg(120), kind=SetKind.FAILURE),)
        assert gym.logbook.exercise_setting(gym.exercise("Bench Press").uid).training_max is None
