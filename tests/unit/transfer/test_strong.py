"""Strong's exports: one quirk a test."""

from collections.abc import Sequence

import pytest

from workout_tui.errors import ImportProblem
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer.readers import Reading
from workout_tui.transfer.strong import Strong
from workout_tui.transfer.table import Row

S1 = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes"
S2 = f"{S1},RPE"
S3 = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
S4 = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
GERMAN = (
    "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,"
    "Workout-Notizen,RPE"
)
FRENCH = (
    "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,Secondes,Notes,"
    "Notes d'entraînement,RPE"
)
S0 = "Date,Workout Name,Exercise Name,Set Order,kg,Reps,km,Seconds,Notes"
S5 = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps,RPE,Distance,Distance Unit,Seconds,Notes,"
    "Workout Notes,Workout Duration"
)
S6 = (
    "Workout #,Date,Workout Name,Duration (sec),Exercise Name,Set Order,Weight (kg),Reps,RPE,Distance (meters),"
    "Seconds,Notes,Workout Notes"
)
SHAPES = {"S0": S0, "S1": S1, "S2": S2, "S3": S3, "S4": S4, "S5": S5, "S6": S6, "German": GERMAN, "French": FRENCH}


def read(*rows: str, header: str = S4, unit: Unit | None = Unit.KG) -> Reading:
    """What is read of rows as one would write them: cells with commas between, none inside."""
    names = header.split(",")
    return Strong().read(names, [Row(n, tuple(row.split(","))) for n, row in enumerate(rows, 1)], unit)


def row(**cells: str) -> str:
    """A row of shape S4."""
    usual = {
        "date": "2026-04-24 09:40:00", "workout": "Push", "duration": "51m", "exercise": "Squat (Barbell)",
        "order": "1", "weight": "100.0", "reps": "5.0", "distance": "0", "seconds": "0.0", "rpe": "",
    }  # fmt: skip
    return ",".join((usual | cells).values())


def only(reading: Reading) -> Sequence[object]:
    ((session,), *_) = (reading.sessions,)
    return session.sets


@pytest.mark.parametrize("header", SHAPES.values(), ids=SHAPES.keys())
def test_every_shape_is_recognised(header: str) -> None:
    assert Strong().recognises(header.split(","))


@pytest.mark.parametrize(
    "header", ["", "title,start_time,exercise_title,set_index,weight_kg,reps", "Date,Exercise,Category,Weight,Reps"]
)
def test_other_programs_files_are_not(header: str) -> None:
    assert not Strong().recognises(header.split(","))


def test_a_row_is_a_set() -> None:
    reading = read(row(rpe="8.5"))
    (session,) = reading.sessions
    (one,) = session.sets
    assert (session.key, session.title, session.duration_s) == ("2026-04-24 09:40:00 Push", "Push", 51 * 60)
    assert session.started.isoformat() == "2026-04-24T09:40:00"
    assert (one.row, one.exercise, one.load, one.reps, one.rpe10) == (
        1, "Squat (Barbell)", Load(100_000, Unit.KG), 5, 85,
    )  # fmt: skip
    assert (one.kind, one.seconds, one.distance, one.note) == (SetKind.WORK, None, None, "")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        (S1, "2018-01-02 10:00:00,Push,Squat,1,100,5,0,0,deep,good day"),
        (S2, "2019-01-02 10:00:00,Push,Squat,1,100,5,0,0,deep,good day,8"),
        (S3, "2020-01-02 10:00:00,Push,1h,Squat,1,100.0,5.0,0,0.0,deep,good day,8"),
        (GERMAN, "2020-01-02 10:00:00,Push,1h,Squat,1,100,5,0,0,deep,good day,8"),
        (FRENCH, "2020-01-02 10:00:00,Push,1h,Squat,1,100,5,0,0,deep,good day,8"),
        (S5, "2020-01-02 10:00:00,Push,Squat,1,100,kg,5,8,0,m,0,deep,good day,1h"),
        (S6, "7,2020-01-02 10:00:00,Push,3600,Squat,1,100,5,8,0,0,deep,good day"),
    ],
    ids=["S1", "S2", "S3", "German", "French", "S5", "S6"],
)
def test_the_shapes_say_the_same(header: str, line: str) -> None:
    (session,) = read(line, header=header).sessions
    (one,) = session.sets
    assert (session.title, session.note) == ("Push", "good day")
    assert session.duration_s == (3600 if header in {S3, S5, S6, GERMAN, FRENCH} else None)
    assert (one.exercise, one.load, one.reps, one.note) == ("Squat", Load(100_000, Unit.KG), 5, "deep")
    assert one.rpe10 == (None if header == S1 else 80)


def test_the_oldest_shape_names_its_units_and_counts_from_0() -> None:
    (one,) = read("2016-01-02 10:00:00,Run,Running,0,0,0,5.2,1500,", header=S0, unit=None).sessions[0].sets
    assert (one.load, one.distance, one.seconds) == (Load(0, Unit.KG), Distance(5200, DistanceUnit.KM), 1500)


def test_a_unit_on_the_row_goes_before_the_one_given() -> None:
    line = "2020-01-02 10:00:00,Push,Squat,1,225,lbs,5,,400,m,0,,,"
    (one,) = read(line, header=S5, unit=Unit.KG).sessions[0].sets
    assert (one.load, one.distance) == (Load(225_000, Unit.LB), Distance(400_000, DistanceUnit.M))


def test_an_unknown_unit_on_the_row_skips_it() -> None:
    line = "2020-01-02 10:00:00,Push,Squat,1,225,stone,5,,0,,0,,,"
    assert read(line, header=S5).skipped[0].reason == "“stone” is no unit of weight"


def test_two_workouts_of_one_minute_are_told_apart_by_their_number() -> None:
    lines = [f"{number},2020-01-02 10:00:00,Push,60,Squat,1,100,5,,0,0,," for number in (1, 2)]
    assert len(read(*lines, header=S6).sessions) == 2


@pytest.mark.parametrize(
    ("weights", "guess"),
    [
        (["42.5", "60", "62.5"], "look like kg"),
        (["135", "185", "225"], "look like lb"),
        (["10", "30"], "kg or lb. Add"),
        (["", "x"], "kg or lb. Add"),
    ],
)
def test_without_a_unit_it_asks_and_suggests_what_the_numbers_look_like(weights: list[str], guess: str) -> None:
    with pytest.raises(ImportProblem) as caught:
        read(*(row(weight=weight) for weight in weights), unit=None)
    assert guess in str(caught.value)
    assert "--unit" in caught.value.fix


@pytest.mark.parametrize(("letter", "kind"), [("W", "warmup"), ("D", "drop"), ("F", "failure"), ("w", "warmup")])
def test_a_letter_says_what_a_set_was_for(letter: str, kind: str) -> None:
    (one,) = read(row(order=letter)).sessions[0].sets
    assert one.kind is SetKind(kind)


def test_a_failed_attempt_is_kept() -> None:
    reading = read(row(order="F", reps="0", weight="0"))
    (one,) = reading.sessions[0].sets
    assert (one.kind, one.reps) == (SetKind.FAILURE, 0)


@pytest.mark.parametrize("label", ["Rest Timer", "Ruhezeit", "休憩"])
def test_a_rest_is_told_by_its_form_in_any_language(label: str) -> None:
    reading = read(row(), row(order=label, weight="0.0", reps="0", seconds="120.0"), row(order="2"))
    assert reading.rests == 1
    assert [one.row for one in reading.sessions[0].sets] == [1, 3]


def test_a_label_with_a_load_is_no_rest() -> None:
    (skipped,) = read(row(order="Note", seconds="90")).skipped
    assert skipped.reason == "“Note” is no set number and none of W, D, F"


def test_a_workout_of_more_than_six_hours_was_forgotten_to_be_finished() -> None:
    assert not read(row(duration="6h")).sessions[0].forgotten
    assert read(row(duration="264h 1m")).sessions[0].forgotten
    assert read(row(duration="soon")).sessions[0].duration_s is None


def test_equal_rows_are_all_sets() -> None:
    assert len(read(row(), row(), row()).sessions[0].sets) == 3


def test_a_session_is_a_date_and_a_name() -> None:
    reading = read(row(), row(workout="Pull"), row(date="2026-04-24 19:40:00"), row(order="2"))
    assert [[one.row for one in session.sets] for session in reading.sessions] == [[1, 4], [2], [3]]


def test_the_first_workout_note_that_is_there_is_taken() -> None:
    lines = [
        f"2020-01-02 10:00:00,Push,1h,Squat,{n},100,5,0,0,,{note},8" for n, note in enumerate(("", "hot", "dry"), 1)
    ]
    assert read(*lines, header=S3).sessions[0].note == "hot"


def test_a_distance_has_the_unit_that_goes_with_the_weights() -> None:
    for unit, distance in ((Unit.KG, DistanceUnit.KM), (Unit.LB, DistanceUnit.MI)):
        (one,) = read(row(weight="0", reps="0", distance="5.2"), unit=unit).sessions[0].sets
        assert one.distance == Distance(5200, distance)


def test_comma_decimals() -> None:
    names = tuple(S4.split(","))
    line = ("2026-04-24 09:40:00", "Push", "51m", "Squat", "1", "102,5", "5", "5,2", "0", "8,5")
    (one,) = Strong().read(names, [Row(1, line)], Unit.KG).sessions[0].sets
    assert (one.load, one.rpe10, one.distance) == (Load(102_500, Unit.KG), 85, Distance(5200, DistanceUnit.KM))


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"date": "yesterday"}, "“yesterday” is no date"),
        ({"exercise": " "}, "no exercise is named"),
        ({"weight": "heavy"}, "the weight “heavy” is no number"),
        ({"weight": "-20"}, "the weight “-20” cannot be"),
        ({"weight": "9999"}, "the weight “9999” cannot be"),
        ({"reps": "5.5"}, "no whole number"),
        ({"reps": "1000"}, "the reps “1000” cannot be"),
        ({"seconds": "1000000"}, "the seconds “1000000” cannot be"),
        ({"distance": "far"}, "the distance “far” is no number"),
        ({"weight": "0", "reps": "0"}, "no reps, weight, time or distance"),
        ({"rpe": "8,more"}, "11 cells under 10 columns"),
    ],
)
def test_a_row_that_is_no_set_is_skipped_with_the_reason(cells: dict[str, str], reason: str) -> None:
    reading = read(row(), row(**cells), row())
    assert [one.row for one in reading.sessions[0].sets] == [1, 3]
    (skipped,) = reading.skipped
    assert skipped.row == 2
    assert reason in skipped.reason


def test_a_short_row_is_skipped_and_empty_cells_too_many_are_not() -> None:
    reading = read("2026-04-24 09:40:00,Push", f"{row()},,")
    assert [one.row for one in reading.skipped] == [1]
    assert reading.sets == 1


@pytest.mark.parametrize("rpe", ["11", "hard"])
def test_a_set_survives_an_rpe_that_cannot_be(rpe: str) -> None:
    reading = read(row(rpe=rpe))
    assert reading.sessions[0].sets[0].rpe10 is None
    assert "without it" in reading.remarks[0].reason


def test_a_set_of_no_reps_but_a_load_is_kept_as_it_is() -> None:
    assert read(row(reps="0")).sessions[0].sets[0].reps == 0


def test_what_is_not_a_workout_leaves_none() -> None:
    assert read(row(date="x")).sessions == ()
