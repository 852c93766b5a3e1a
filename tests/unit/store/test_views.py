"""The documented views say what the model says."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

import pytest

from tests.support import record_history
from tests.unit.store import rows
from workout_tui.model import strength
from workout_tui.model.bests import e1rm_kg
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PastExercise, SetValues
from workout_tui.store import values
from workout_tui.store.connection import Store

COLUMNS = {
    "v_sessions": "session_uid profile date started_at ended_at minutes workout program week day status sets volume_kg"
    " records note synced",
    "v_sets": "session_uid set_uid profile date workout exercise block n kind load unit load_kg reps seconds metres rpe"
    " e1rm_kg note at",
    "v_records": "profile exercise record value unit formula date set_uid",
    "v_weekly_volume": "profile week sessions sets volume_kg",
}

EXERCISES = {"Squat": Measure.WEIGHT, "Dip": Measure.BODYWEIGHT, "Plank": Measure.TIME, "Row": Measure.DISTANCE}


@pytest.mark.parametrize("view", COLUMNS)
def test_the_columns_are_a_promise(store: Store, view: str) -> None:
    assert [row["name"] for row in store.rows(f"PRAGMA table_info({view})")] == COLUMNS[view].split()


class Workout(NamedTuple):
    """A random session as the model has it."""

    lifter: str
    uid: str
    day: date
    status: str
    bodyweight: Load | None
    sets: list[tuple[str, str, SetValues]]
    """exercise, uid of the set, values; in the order of the session"""


class History:
    """Random sessions of two lifters, written and remembered."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.chance = Random(seed)
        self.workouts: list[Workout] = []
        with store.write():
            self.exercises = {name: rows.exercise(store, name, measure=kind.value) for name, kind in EXERCISES.items()}
            for lifter in ("Ada", "Bob"):
                profile = rows.profile(store, lifter)
                template = rows.template(store, profile, lifter.lower())
                for n in range(1, 40):
                    self.session(lifter, profile, template, n)

    def session(self, lifter: str, profile: int, template: int, n: int) -> None:
        chance = self.chance
        day = date(2025, 1, 1) + timedelta(days=chance.randrange(60))
        status = chance.choice(["completed"] * 8 + ["discarded"] + ["active"] * (n == 39))
        bodyweight = chance.choice([None, Load(80_000, Unit.KG), Load(180_500, Unit.LB)])
        started = rows.AT + (day - date(2025, 1, 1)).days * 86_400_000
        milli, unit = values.of_load(bodyweight)
        session = rows.session(
            self.store, profile, template, n, status=status, local_date=day.isoformat(), started_at=started,
            ended_at=None if status == "active" else started + 90 * 60_000, bodyweight=milli, bodyweight_unit=unit,
        )  # fmt: skip
        workout = Workout(lifter, f"s-{profile}-{template}-{n}", day, status, bodyweight, [])
        for position in sorted(chance.sample(range(1, 9), chance.randrange(1, 5))):
            name = chance.choice(list(EXERCISES))
            block = rows.block(self.store, session, self.exercises[name], position)
            for place in sorted(chance.sample(range(1, 9), chance.randrange(4))):
                one = self.a_set(EXERCISES[name])
                columns = dict(zip(values.SET_COLUMNS, values.of_values(one), strict=True))
                rows.performed(self.store, block, place, **columns)
                workout.sets.append((name, f"d-{block}-{place}", one))
        self.workouts.append(workout)

    def a_set(self, measure: Measure) -> SetValues:
        chance = self.chance
        kind = chance.choice([SetKind.WARMUP, *[SetKind.WORK] * 4, SetKind.DROP, SetKind.FAILURE])
        some = chance.choice([Load(100_000, Unit.KG), Load(102_500, Unit.KG), Load(225_000, Unit.LB), Load(0, Unit.KG)])
        match measure:
            case Measure.WEIGHT:
                return SetValues(chance.choice([some, some, None]), chance.choice([0, 1, 3, 5, 8, 12, 13]), kind=kind)
            case Measure.BODYWEIGHT:
                help_or_more = Load(chance.choice([-200_000, -20_000, 10_000]), chance.choice(list(Unit)))
                return SetValues(chance.choice([None, help_or_more]), chance.randrange(12), kind=kind)
            case Measure.TIME:
                return SetValues(chance.choice([None, some]), seconds=chance.randrange(90), kind=kind)
            case Measure.DISTANCE:
                distance = Distance(chance.randrange(2_000_000), chance.choice(list(DistanceUnit)))
                return SetValues(seconds=60, distance=chance.choice([distance, None]), kind=kind)

    def completed(self, lifter: str) -> list[Workout]:
        """A lifter's completed sessions in the order of time; of one moment, in that of their writing."""
        mine = [one for one in self.workouts if one.lifter == lifter and one.status == "completed"]
        return sorted(mine, key=lambda one: one.day)


@pytest.fixture(params=range(12))
def history(store: Store, request: pytest.FixtureRequest) -> History:
    return History(store, request.param)


def past(workout: Workout, exercise: str) -> PastExercise:
    sets = tuple(one for name, _, one in workout.sets if name == exercise)
    return PastExercise(workout.uid, "", workout.day, sets, bodyweight=workout.bodyweight)


def uids(workout: Workout, exercise: str) -> list[str]:
    return [uid for name, uid, _ in workout.sets if name == exercise]


def work_sets(workout: Workout) -> int:
    return sum(one.kind is not SetKind.WARMUP for _, _, one in workout.sets)


def volume(workout: Workout) -> float:
    sums = (strength.volume(EXERCISES[name], [one], workout.bodyweight) for name, _, one in workout.sets)
    return sum(filter(None, sums))


def test_records_are_those_of_the_model(store: Store, history: History) -> None:
    told: dict[tuple[str, str, str, str], tuple[float, str, str, str]] = {}
    for lifter in ("Ada", "Bob"):
        for exercise, measure in EXERCISES.items():
            workouts = {one.uid: one for one in history.completed(lifter) if uids(one, exercise)}
            for one, (place, record) in record_history(measure, (past(one, exercise) for one in workouts.values())):
                uid = uids(workouts[one.session_uid], exercise)[place]
                told[lifter, exercise, record.kind, uid] = (
                    record.value,
                    record.unit,
                    record.formula,
                    one.day.isoformat(),
                )
    seen: dict[tuple[str, str, str, str], object] = {
        (row["profile"], row["exercise"], row["record"], row["set_uid"]): (
            pytest.approx(row["value"], rel=1e-9), row["unit"], row["formula"], row["date"],
        )
        for row in store.rows("SELECT * FROM v_records")
    }  # fmt: skip
    assert seen == told
    assert len(seen) == store.value("SELECT count(*) FROM v_records") > 0


def test_sets_are_those_of_the_model(store: Store, history: History) -> None:
    seen = {row["set_uid"]: row for row in store.rows("SELECT * FROM v_sets")}
    told = {uid: (name, one, workout) for workout in history.workouts for name, uid, one in workout.sets}
    assert seen.keys() == {uid for uid, (_, _, workout) in told.items() if workout.status != "discarded"}
    for uid, row in seen.items():
        name, one, workout = told[uid]
        assert (row["session_uid"], row["profile"], row["exercise"]) == (workout.uid, workout.lifter, name)
        assert row["e1rm_kg"] == pytest.approx(e1rm_kg(EXERCISES[name], one))
        assert (row["load"], row["unit"]) == ((one.load.milli / 1000, one.load.unit) if one.load else (None, None))
        assert row["load_kg"] == pytest.approx(one.load.kg if one.load else None)
        assert row["metres"] == pytest.approx(one.distance.metres if one.distance else None)
        assert (row["kind"], row["reps"], row["seconds"]) == (one.kind, one.reps, one.seconds)


def test_blocks_and_sets_are_numbered_without_gaps(store: Store, history: History) -> None:
    places: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for row in store.rows("SELECT session_uid, block, n FROM v_sets ORDER BY session_uid, block, n"):
        places[row["session_uid"], row["block"]].append(row["n"])
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in places.values())


def test_sessions_are_those_of_the_model(store: Store, history: History) -> None:
    seen = {row["session_uid"]: row for row in store.rows("SELECT * FROM v_sessions")}
    made = {row[0]: row[1] for row in store.rows(
        "SELECT session_uid, count(*) FROM v_records JOIN v_sets USING (set_uid) GROUP BY session_uid"
    )}  # fmt: skip
    assert seen.keys() == {one.uid for one in history.workouts}
    for one in history.workouts:
        row = seen[one.uid]
        assert (row["profile"], row["date"], row["status"]) == (one.lifter, one.day.isoformat(), one.status)
        assert row["sets"] == work_sets(one)
        assert row["records"] == made.get(one.uid, 0)
        assert row["volume_kg"] == pytest.approx(volume(one))
        assert row["minutes"] == (None if one.status == "active" else 90)


def test_weeks_are_sums_of_completed_sessions(store: Store, history: History) -> None:
    weeks: defaultdict[tuple[str, str], list[Workout]] = defaultdict(list)
    for lifter in ("Ada", "Bob"):
        for one in history.completed(lifter):
            weeks[lifter, (one.day - timedelta(days=one.day.weekday())).isoformat()].append(one)
    told = {
        key: (len(ones), sum(map(work_sets, ones)), pytest.approx(sum(map(volume, ones))))
        for key, ones in weeks.items()
    }
    seen = {(row["profile"], row["week"]): tuple(row)[2:] for row in store.rows("SELECT * FROM v_weekly_volume")}
    assert seen == told


@pytest.mark.parametrize(
    ("offset", "local"),
    [(120, "2025-09-21T18:00:00+02:00"), (0, "2025-09-21T16:00:00+00:00"), (-30, "2025-09-21T15:30:00-00:30"),
     (-570, "2025-09-21T06:30:00-09:30"), (825, "2025-09-22T05:45:00+13:45")],
)  # fmt: skip
def test_times_are_local_with_their_offset(store: Store, offset: int, local: str) -> None:
    with store.write():
        lifter = rows.profile(store)
        workout = rows.session(store, lifter, rows.template(store, lifter), utc_offset_min=offset)
        rows.performed(store, rows.block(store, workout, rows.exercise(store)))
    assert store.value("SELECT started_at FROM v_sessions") == local
    assert store.value("SELECT at FROM v_sets") == local


@pytest.mark.parametrize(("kind", "week", "day"), [("plan", 3, 2), ("cycle", None, 2), ("loose", None, None)])
def test_weeks_and_days_of_a_program_count_from_one(store: Store, kind: str, week: int | None, day: int | None) -> None:
    with store.write():
        lifter = rows.profile(store)
        rows.session(store, lifter, rows.template(store, lifter, week=2, day=1))
        store.run("UPDATE program SET kind = ?", (kind,))
    assert tuple(store.rows("SELECT week, day FROM v_sessions")[0]) == (week, day)


def test_new_year_does_not_split_its_week(store: Store) -> None:
    with store.write():
        lifter = rows.profile(store)
        template = rows.template(store, lifter)
        for n, day in enumerate(("2025-12-29", "2025-12-31", "2026-01-01", "2026-01-04"), start=1):
            rows.session(store, lifter, template, n, local_date=day, status="completed", ended_at=rows.AT)
    assert [tuple(row) for row in store.rows("SELECT week, sessions FROM v_weekly_volume")] == [("2025-12-29", 4)]
