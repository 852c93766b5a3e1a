"""The day of the pictures, as values: Tuesday 24 September 2024, Push A and what surrounds it."""

from __future__ import annotations

from datetime import date, timedelta

from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.overview import (
    Choice,
    Day,
    ExerciseSummary,
    Home,
    NewRecord,
    NextExercise,
    OpenSession,
    RecentRecord,
    Suggestion,
    Summary,
    Week,
)
from workout_tui.model.plan import Target
from workout_tui.model.records import RecordKind
from workout_tui.model.session import PerformedSet, PlannedSet, PlanState, Row, SetValues

TODAY = date(2024, 9, 24)
OFFSET = 120
START = 1_727_192_040_000  # 17:34 at +2:00
MINUTE = 60_000


def exercise(name: str, measure: Measure = Measure.WEIGHT) -> Exercise:
    return Exercise(uid=name.casefold(), name=name, measure=measure)


def kg(text: str) -> Load:
    return Load.of(text, Unit.KG)


def line(  # noqa: PLR0917 - reads as a row
    name: str, sets: int, reps: int, load: str, up: str = "", measure: Measure = Measure.WEIGHT
) -> NextExercise:
    targets = tuple(Target(reps, reps, kg(load)) for _ in range(sets))
    return NextExercise(exercise(name, measure), targets, kg(up) if up else None, "all reps made" if up else "")


PUSH_A = Suggestion(
    template_uid="push-a",
    title="Push A",
    lines=(
        line("Back Squat", 4, 5, "140", "2.5"),
        line("Bench Press", 3, 5, "102.5", "2.5"),
        line("Overhead Press", 3, 6, "62.5", "2.5"),
        line("Incline DB Press", 3, 10, "32.5"),
        line("Cable Fly", 3, 15, "17.5"),
        line("Dips", 3, 8, "15", "2.5", Measure.BODYWEIGHT),
    ),
    last_done=TODAY - timedelta(days=7),
    minutes=58,
)
LEGS = Suggestion(
    template_uid="legs",
    title="Legs",
    lines=(
        line("Back Squat", 4, 5, "142.5", "2.5"),
        line("Romanian Deadlift", 3, 8, "110", "5"),
        line("Leg Press", 3, 12, "180"),
        line("Calf Raise", 4, 15, "60", "2.5"),
    ),
    last_done=TODAY - timedelta(days=5),
    minutes=49,
)
WORKOUTS = tuple(
    Choice(uid, number, title, tuple(names.split(", ")), TODAY - timedelta(days=days))
    for number, (uid, title, names, days) in enumerate(
        [
            ("push-a", "Push A", "Back Squat, Bench Press, Overhead Press, Incline DB Press, Cable Fly, Dips", 7),
            ("pull-a", "Pull A", "Deadlift, Barbell Row, Pull-up, Curl, Face pull", 3),
            ("legs", "Legs", "Back Squat, Romanian Deadlift, Leg Press, Calf Raise", 5),
            ("push-b", "Push B", "Overhead Press, Close-grip Bench Press, Incline DB Press, Lateral Raise", 1),
            ("conditioning", "Conditioning", "Row, Plank, Carry", 12),
        ],
        1,
    )
)
MONDAY = TODAY - timedelta(days=1)


def calendar(days: int = 21 * 7 - 5) -> tuple[Day, ...]:
    start = MONDAY - timedelta(weeks=20)
    made = (start + timedelta(days=place) for place in range(days))
    return tuple(Day(day, 0 if day.toordinal() % 3 else 1 + day.toordinal() % 4) for day in made)


WEEK = Week(
    days=tuple(Day(MONDAY + timedelta(days=place), (3, 2)[place] if place < 2 else 0) for place in range(7)),
    sessions=2,
    goal=4,
    volume_kg=11_400,
    change=0.06,
    records=1,
)
RECORDS = (
    RecentRecord(exercise("Deadlift"), RecordKind.E1RM, SetValues(kg("180"), 5), 210, date(2024, 9, 21)),
    RecentRecord(exercise("Bench Press"), RecordKind.E1RM, SetValues(kg("100"), 5), 116.67, date(2024, 9, 17)),
    RecentRecord(
        exercise("Pull-up", Measure.BODYWEIGHT), RecordKind.REPS, SetValues(kg("20"), 6), None, date(2024, 9, 14)
    ),
)
FRESH = Home(TODAY, None, PUSH_A, WORKOUTS, WEEK, calendar(), RECORDS)
OPEN = Home(
    TODAY,
    OpenSession("s1", "Push A", 9, 19, START, START + 34 * MINUTE),
    LEGS,
    WORKOUTS,
    WEEK,
    calendar(),
    RECORDS,
)
NEW = Home(TODAY, None, None, (), Week(WEEK.days, 0, None, 0, None, 0), (), ())


def done(n: int, load: str | None, reps: int, rpe10: int | None = None) -> Row:
    values = SetValues(kg(load) if load else None, reps, rpe10=rpe10)
    return Row(None, PerformedSet(f"{load}-{n}", n, values, START + n * MINUTE))


def summed(
    name: str,
    rows: tuple[Row, ...],
    volume: float,
    change: float,
    *,
    measure: Measure = Measure.WEIGHT,
    records: tuple[NewRecord, ...] = (),
) -> ExerciseSummary:
    performed = [row.performed.values for row in rows if row.performed]
    return ExerciseSummary(
        exercise(name, measure),
        performed[0] if performed else None,
        len(performed),
        len(rows),
        volume,
        change,
        rows,
        records,
    )


BENCH_RECORD = NewRecord(
    exercise("Bench Press"), RecordKind.E1RM, SetValues(kg("102.5"), 5), 119.58, 116.67, date(2024, 9, 17)
)
INCLINE_RECORD = NewRecord(exercise("Incline DB Press"), RecordKind.REPS, SetValues(kg("32.5"), 10), 10, 9, None)
SKIPPED = Row(PlannedSet("p", 3, Target(15, 15, kg("17.5")), PlanState.SKIPPED), None)
SUMMARY = Summary(
    session_uid="s1",
    title="Push A",
    day=TODAY,
    started_at=START,
    utc_offset_min=OFFSET,
    ended_at=START + 58 * MINUTE,
    idle_end=False,
    minutes=58,
    minutes_change=-3,
    volume_kg=8243,
    volume_change=0.04,
    best_since=date(2024, 9, 3),
    done=18,
    total=19,
    skipped=1,
    open=0,
    exercises=(
        summed("Back Squat", tuple(done(n, "140", 5) for n in range(1, 5)), 2800, 0.02),
        summed(
            "Bench Press",
            (done(1, "102.5", 5, 80), done(2, "102.5", 5, 85), done(3, "102.5", 5, 90), done(4, "92.5", 8)),
            2277.5,
            0.03,
            records=(BENCH_RECORD,),
        ),
        summed("Overhead Press", (done(1, "62.5", 6), done(2, "62.5", 6), done(3, "62.5", 6, 90)), 1125, 0.04),
        summed(
            "Incline DB Press",
            (done(1, "32.5", 10), done(2, "32.5", 10), done(3, "32.5", 10, 100)),
            975,
            0.04,
            records=(INCLINE_RECORD,),
        ),
        summed("Cable Fly", (done(1, "17.5", 15), done(2, "17.5", 15), SKIPPED), 525, -0.29),
        summed("Dips", (done(1, "15", 8), done(2, "15", 8)), 540, 0.04, measure=Measure.BODYWEIGHT),
    ),
    records=(BENCH_RECORD, INCLINE_RECORD),
    next_targets=(
        line("Back Squat", 4, 5, "142.5", "2.5"),
        line("Bench Press", 3, 5, "105", "2.5"),
        line("Overhead Press", 3, 6, "65", "2.5"),
        line("Incline DB Press", 3, 10, "32.5"),
    ),
    changes=(),
    note="Bench felt fast; left shoulder fine.\nSkipped last fly set, gym closing.",
)
