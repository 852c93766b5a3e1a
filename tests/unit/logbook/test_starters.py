"""What a new log begins with."""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from workout_tui.clock import SystemClock, Uids
from workout_tui.logbook import starters
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter
from workout_tui.logbook.logbook import Logbook
from workout_tui.logbook.starters import Starter
from workout_tui.model.exercise import Exercise, Measure, name_key
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import ProgramKind, TemplateExercise
from workout_tui.store.connection import Store

EQUIPMENT = {"barbell", "dumbbell", "machine", "cable", "kettlebell", "bodyweight", "band", "other"}
MUSCLES = {
    "chest", "shoulders", "rear delts", "traps", "upper back", "lats", "lower back", "biceps", "triceps", "forearms",
    "abs", "glutes", "quads", "hamstrings", "adductors", "calves",
}  # fmt: skip


def programs(unit: Unit = Unit.KG) -> tuple[Starter, ...]:
    return starters.starters(unit, Uids(SystemClock()))


def blocks(unit: Unit = Unit.KG) -> list[TemplateExercise]:
    return [block for one in programs(unit) for day in one.program.templates for block in day.exercises]


def test_no_two_exercises_answer_to_one_name() -> None:
    names = Counter(name_key(name) for one in starters.library() for name in (one.name, *one.aliases))
    assert [name for name, count in names.items() if count > 1] == []


def test_an_exercise_has_the_same_uid_on_every_laptop() -> None:
    bench = next(one for one in starters.library() if one.name == "Bench Press")
    assert bench.uid == "418f5ab6-3bbe-5cc9-87b7-cac561cfd5ac"


def test_every_exercise_is_described_in_known_words() -> None:
    library = starters.library()
    assert len(library) >= 120
    for one in library:
        assert one.name == one.name.strip() != ""
        assert one.equipment in EQUIPMENT, one.name
        assert MUSCLES.issuperset((*one.muscles, *one.secondary)), one.name
        assert not set(one.muscles) & set(one.secondary), one.name
        assert one.muscles or one.measure in {Measure.DISTANCE, Measure.TIME}, one.name
        assert (one.equipment == "bodyweight") <= (one.measure in {Measure.BODYWEIGHT, Measure.TIME}), one.name


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("RDL", "Romanian Deadlift"),
        ("ohp", "Overhead Press"),
        ("Bench Press (Barbell)", "Bench Press"),
        ("Squat (Barbell)", "Back Squat"),
        ("Pull Up (Assisted)", "Assisted Pull-up"),
        ("Butterfly (Pec Deck)", "Pec Deck"),
    ],
)
def test_abbreviations_and_the_names_in_other_loggers_are_known(name: str, exercise: str) -> None:
    found = [one.name for one in starters.library() if name_key(name) in map(name_key, (one.name, *one.aliases))]
    assert found == [exercise]


def test_steps_follow_the_unit_and_the_equipment() -> None:
    uid = {one.name: one.uid for one in starters.library()}
    kg, lb = starters.settings(Unit.KG), starters.settings(Unit.LB)
    assert kg[uid["Bench Press"]].step == Load(2500, Unit.KG)
    assert lb[uid["Bench Press"]].step == Load(5000, Unit.LB)
    assert kg[uid["Lateral Raise"]].step == Load(1000, Unit.KG)
    assert kg[uid["Trap Bar Deadlift"]].bar == Load(25000, Unit.KG)
    assert kg[uid["Bench Press"]].bar is None
    assert set(kg) == set(lb) == set(uid.values())


def test_the_programs() -> None:
    names = [one.program.name for one in programs()]
    assert len(names) == len(set(map(name_key, names))) >= 6
    assert {one.program.kind for one in programs()} <= set(ProgramKind)
    assert [one.about for one in programs() if not 0 < len(one.about) <= 42] == []  # the room beside its name


@pytest.mark.parametrize("unit", list(Unit))
def test_every_target_can_be_done(unit: Unit) -> None:
    for block in blocks(unit):
        name, measure = block.exercise.name, block.exercise.measure
        assert 1 <= len(block.targets) <= 10, name
        assert block.rest_s is not None
        assert 30 <= block.rest_s <= 300, name
        for target in block.targets:
            assert (target.seconds is not None) == (measure is Measure.TIME), name
            if target.reps_lo is not None:
                assert target.reps_hi is not None
                assert 1 <= target.reps_lo <= target.reps_hi <= 30, name
            assert target.load is None or (target.load.unit is unit and target.load.milli >= 20_000), name
        assert block.step is None or (block.step.unit is unit and 1000 <= block.step.milli <= 20_000), name


def test_days_stand_in_order_with_names_and_slugs_of_their_own() -> None:
    for one in programs():
        days = one.program.templates
        assert [day.day for day in days] == list(range(len(days)))
        assert len({day.slug for day in days}) == len({name_key(day.name) for day in days}) == len(days) >= 2
        assert all(day.program_uid == one.program.uid and day.program == one.program.name for day in days)


def test_supersets_are_of_neighbours() -> None:
    for one in programs():
        for day in one.program.templates:
            letters = [block.superset for block in day.exercises]
            for letter in set(letters) - {""}:
                first, count = letters.index(letter), letters.count(letter)
                assert count >= 2
                assert letters[first : first + count] == [letter] * count


def test_each_reading_makes_new_programs_of_the_same_exercises() -> None:
    first, second = programs()[0].program, programs()[0].program
    assert first.uid != second.uid
    assert first.templates[0].uid != second.templates[0].uid
    assert first.templates[0].exercises[0].exercise == second.templates[0].exercises[0].exercise


def test_every_starter_can_be_added_to_a_real_log(tmp_path: Path) -> None:
    uids = Uids(SystemClock())
    with closing(Store(tmp_path / "workout.db")) as store:
        lifter = add_lifter(store, "Ada", Unit.LB, clock=SystemClock(), uids=uids)
        logbook = Logbook(store, lifter.uid, clock=SystemClock(), uids=uids, metrics=Metrics())
        assert logbook.add_exercises(starters.library()) == starters.library()
        for one in starters.starters(Unit.LB, uids):
            added = logbook.add_program(one.program)
            assert [day.name for day in added.templates] == [day.name for day in one.program.templates]
            assert [day.exercises for day in added.templates] == [day.exercises for day in one.program.templates]


def test_a_new_lifter_gets_the_library_with_its_steps(tmp_path: Path) -> None:
    uids = Uids(SystemClock())
    with closing(Store(tmp_path / "workout.db")) as store:
        lifter = add_lifter(store, "Ada", Unit.LB, clock=SystemClock(), uids=uids)
        logbook = Logbook(store, lifter.uid, clock=SystemClock(), uids=uids, metrics=Metrics())
        own = logbook.add_exercise_to_library(Exercise("", "bench  press"))
        starters.fill_library(logbook, Unit.LB)
        assert len(logbook.exercises()) == len(starters.library())
        assert logbook.exercise_setting(own.uid).step == Load(5000, Unit.LB), "an exercise that was there is the one"
        trap = next(one for one in logbook.exercises() if one.name == "Trap Bar Deadlift")
        assert logbook.exercise_setting(trap.uid).bar == Load(55_000, Unit.LB)
