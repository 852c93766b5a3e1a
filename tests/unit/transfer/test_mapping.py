"""From a file's history to workouts of the log."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workout_tui.clock import SystemClock
from workout_tui.model.exercise import Exercise, Measure, name_key
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues
from workout_tui.transfer import mapping
from workout_tui.transfer.readers import ReadSession, ReadSet

MORNING = datetime(2026, 4, 24, 9, 40)  # noqa: DTZ001 - as on the wall
SET = ReadSet(1, "Squat (Barbell)", Load(100_000, Unit.KG), 5)
SQUAT = Exercise("u-squat", "Back Squat", aliases=("Squat (Barbell)",))


class _NewYork(SystemClock):
    """Summer time began there on 8 March 2026 at 2:00 and ended on 1 November at 2:00, which came twice."""

    def utc_offset_min(self, at: int) -> int:
        spring = datetime(2026, 3, 8, 7, tzinfo=UTC).timestamp() * 1000
        autumn = datetime(2026, 11, 1, 6, tzinfo=UTC).timestamp() * 1000
        return -240 if spring <= at < autumn else -300


def session(*sets: ReadSet) -> ReadSession:
    return ReadSession("key", "Push", MORNING, sets)


def values(one: ReadSet, measure: Measure) -> SetValues:
    exercise = Exercise("u", one.exercise, measure)
    past = mapping.past(session(one), {name_key(one.exercise): exercise}, SystemClock())
    return past.blocks[0].sets[0].values


def test_exercises_are_found_by_name_or_by_another_name_they_have() -> None:
    for name in ("Squat (Barbell)", "back  SQUAT"):
        found = mapping.exercises_of([session(replace(SET, exercise=name))], [SQUAT])
        assert found == {name_key(name): SQUAT}


def test_a_name_goes_before_another_ones_alias() -> None:
    own = Exercise("u-own", "Squat (Barbell)")
    assert mapping.exercises_of([session(SET)], [SQUAT, own]) == {"squat (barbell)": own}


def test_what_is_found_nowhere_becomes_a_new_exercise() -> None:
    found = mapping.exercises_of([session(replace(SET, exercise="Landmine Thing"))], [SQUAT])
    assert found["landmine thing"] == Exercise("", "Landmine Thing", Measure.WEIGHT)


def test_what_the_log_calls_otherwise_is_told() -> None:
    sessions = [session(SET, replace(SET, exercise="Zercher"))]
    assert mapping.renamed(sessions, mapping.exercises_of(sessions, [SQUAT])) == (("Squat (Barbell)", "Back Squat"),)


@pytest.mark.parametrize(
    ("rows", "measure"),
    [
        ([{"load": 100}, {}], Measure.WEIGHT),
        ([{}, {}], Measure.BODYWEIGHT),
        ([{"reps": 0, "seconds": 60}], Measure.TIME),
        ([{"reps": 0, "seconds": 60, "load": 20}], Measure.TIME),
        ([{"reps": 0, "seconds": 60}, {"reps": 0, "distance": 5}], Measure.DISTANCE),
        ([{"reps": 0, "load": 100}], Measure.WEIGHT),
        ([{"load": 30, "exercise": "Pull Up (Assisted)"}], Measure.BODYWEIGHT),
    ],
)
def test_a_new_exercise_is_counted_as_its_rows_look(rows: list[dict[str, object]], measure: Measure) -> None:
    made = [
        ReadSet(
            1,
            str(one.get("exercise", "New")),
            Load(int(str(one.get("load", 0))) * 1000, Unit.KG),
            int(str(one.get("reps", 5))),
            int(str(one["seconds"])) if "seconds" in one else None,
            Distance(int(str(one["distance"])) * 1000, DistanceUnit.KM) if "distance" in one else None,
        )
        for one in rows
    ]
    assert mapping.measure_of(made) is measure


def test_zero_is_a_load_only_where_loads_are_counted() -> None:
    bare = replace(SET, load=Load(0, Unit.KG))
    assert values(bare, Measure.WEIGHT).load == Load(0, Unit.KG)
    assert values(bare, Measure.BODYWEIGHT).load is None
    assert values(SET, Measure.BODYWEIGHT).load == Load(100_000, Unit.KG)


def test_assistance_is_a_load_taken_off() -> None:
    helped = replace(SET, exercise="Dip (assisted)")
    assert values(helped, Measure.BODYWEIGHT).load == Load(-100_000, Unit.KG)


def test_times_and_distances_carry_no_empty_reps() -> None:
    plank = ReadSet(1, "Plank", Load(0, Unit.KG), 0, 60)
    assert values(plank, Measure.TIME) == SetValues(seconds=60)
    run = ReadSet(1, "Running", Load(0, Unit.KG), 0, 1500, Distance(5000, DistanceUnit.KM))
    assert values(run, Measure.DISTANCE) == SetValues(seconds=1500, distance=Distance(5000, DistanceUnit.KM))


def test_a_set_always_holds_something() -> None:
    assert values(ReadSet(1, "Plank", Load(0, Unit.KG), 0, kind=SetKind.FAILURE), Measure.TIME).reps == 0
    assert values(ReadSet(1, "Squat", Load(0, Unit.KG), 0, kind=SetKind.FAILURE), Measure.WEIGHT).reps == 0


def test_what_the_file_says_is_kept() -> None:
    one = replace(SET, rpe10=85, kind=SetKind.DROP, note="two\nlines")
    assert values(one, Measure.WEIGHT) == SetValues(
        SET.load, 5, rpe10=85, kind=SetKind.DROP, note="two\nlines"
    )  # fmt: skip


def test_an_exercise_that_returns_is_a_block_of_its_own() -> None:
    bench = replace(SET, exercise="Bench")
    sessions = session(SET, SET, bench, SET)
    past = mapping.past(sessions, mapping.exercises_of([sessions], [SQUAT]), SystemClock())
    assert [(block.exercise.name, len(block.sets)) for block in past.blocks] == [
        ("Back Squat", 2), ("Bench", 1), ("Back Squat", 1),
    ]  # fmt: skip


def test_a_hundred_sets_are_two_blocks() -> None:
    sessions = session(*[SET] * 100)
    past = mapping.past(sessions, mapping.exercises_of([sessions], [SQUAT]), SystemClock())
    assert [len(block.sets) for block in past.blocks] == [99, 1]


@pytest.mark.parametrize(
    ("wall", "utc", "offset"),
    [
        ("2026-01-05T18:00", "2026-01-05T23:00", -300),
        ("2026-07-05T23:30", "2026-07-06T03:30", -240),
        ("2026-03-08T01:59", "2026-03-08T06:59", -300),
        ("2026-03-08T03:00", "2026-03-08T07:00", -240),
        ("2026-11-01T00:30", "2026-11-01T04:30", -240),
        ("2026-11-01T02:30", "2026-11-01T07:30", -300),
    ],
)
def test_times_are_those_of_the_zone_on_that_day(wall: str, utc: str, offset: int) -> None:
    at, found = mapping.instant(datetime.fromisoformat(wall), _NewYork())
    assert datetime.fromtimestamp(at / 1000, UTC) == datetime.fromisoformat(utc + "+00:00")
    assert found == offset


def test_a_session_lasts_as_long_as_the_file_says() -> None:
    past = mapping.past(replace(session(SET), duration_s=3060), {"squat (barbell)": SQUAT}, SystemClock())
    assert past.ended_at == past.started_at + 3_060_000
    assert mapping.past(session(SET), {"squat (barbell)": SQUAT}, SystemClock()).ended_at is None
