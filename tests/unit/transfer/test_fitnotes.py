"""FitNotes' exports: one quirk a test."""

from pathlib import Path

import pytest

from tests.unit.transfer.files import FITNOTES_NEW, FITNOTES_OLD, only, read
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.transfer.readers import Reading


def new(folder: Path, *rows: str) -> Reading:
    return read(folder, "\n".join((FITNOTES_NEW, *rows)))


def test_the_unit_in_the_name_of_the_column(tmp_path: Path) -> None:
    for unit, written in ((Unit.LB, "lbs"), (Unit.KG, "kgs")):
        header = FITNOTES_OLD.replace("lbs", written)
        one = only(read(tmp_path, f"{header}\n2019-04-29,Deadlift,Back,225,5,,,"))
        assert (one.exercise, one.load, one.reps) == ("Deadlift", Load(225_000, unit), 5)


def test_the_unit_on_each_row(tmp_path: Path) -> None:
    rows = ["2025-04-29,Squat,Legs,100,kgs,5,,,,", "2025-04-29,Squat,Legs,143.3,lbs,5,,,,"]
    loads = [one.load for one in new(tmp_path, *rows).sessions[0].sets]
    assert loads == [Load(100_000, Unit.KG), Load(143_300, Unit.LB)]


def test_another_unit_is_skipped_with_the_reason(tmp_path: Path) -> None:
    reading = new(tmp_path, "2025-04-29,Squat,Legs,10,stone,5,,,,")
    assert reading.skipped[0].reason == "“stone” is no unit of weight"


def test_a_day_is_a_workout_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = [
        f"{day},{name},Legs,100,kgs,5,,,,"
        for day, name in (("2025-04-29", "B"), ("2025-04-29", "A"), ("2025-05-01", "C"))
    ]
    reading = new(tmp_path, *rows)
    assert [[one.exercise for one in session.sets] for session in reading.sessions] == [["B", "A"], ["C"]]
    assert [session.started.isoformat() for session in reading.sessions] == [
        "2025-04-29T12:00:00",
        "2025-05-01T12:00:00",
    ]


def test_equal_rows_are_all_sets(tmp_path: Path) -> None:
    assert new(tmp_path, *["2025-04-29,Squat,Legs,100,kgs,5,,,,"] * 5).sets == 5


@pytest.mark.parametrize("header", [FITNOTES_NEW, FITNOTES_NEW.removesuffix(",Comment")], ids=["comment", "none"])
def test_commas_in_a_name_are_not_quoted(tmp_path: Path, header: str) -> None:
    tail = "," * header.count("Comment")
    line = f"2025-04-29,Press (Each Side, Slow, Dumbbells),Shoulders,20,kgs,8,,,{tail}"
    one = only(read(tmp_path, f"{header}\n{line}"))
    assert (one.exercise, one.load, one.reps) == ("Press (Each Side, Slow, Dumbbells)", Load(20_000, Unit.KG), 8)


def test_a_comment_with_commas_may_be_quoted_or_not(tmp_path: Path) -> None:
    for comment in ('"slow, deep, fine"', "slow, deep, fine"):
        one = only(new(tmp_path, f"2025-04-29,Squat,Legs,100,kgs,5,,,,{comment}"))
        assert (one.exercise, one.note) == ("Squat", "slow, deep, fine")


def test_commas_in_the_name_and_in_the_comment(tmp_path: Path) -> None:
    one = only(new(tmp_path, "2025-04-29,Press (A, B),Legs,100,kgs,5,,,,slow, deep"))
    assert (one.exercise, one.reps, one.note) == ("Press (A, B)", 5, "slow, deep")


def test_cells_that_fit_nowhere_are_skipped_with_the_reason(tmp_path: Path) -> None:
    (skipped,) = new(tmp_path, "2025-04-29,Squat,Legs,x,y,z,1,2,3,4,5,6,7").skipped
    assert skipped.reason == "13 cells under 10 columns"


def test_times_are_hours_minutes_and_seconds(tmp_path: Path) -> None:
    one = only(new(tmp_path, "2025-04-29,Rowing,Cardio,,,,5,km,1:02:03,"))
    assert (one.seconds, one.distance, one.reps) == (3723, Distance(5000, DistanceUnit.KM), None)


def test_a_plank_with_its_distance_in_kg_is_a_plank(tmp_path: Path) -> None:
    one = only(new(tmp_path, "2025-04-29,Plank,Abs,,,,0,kg,0:01:30,"))
    assert (one.seconds, one.distance) == (90, None)


def test_a_distance_in_kg_is_none(tmp_path: Path) -> None:
    (skipped,) = new(tmp_path, "2025-04-29,Run,Cardio,,,,5,kg,0:01:30,").skipped
    assert skipped.reason == "“kg” is no unit of distance"


@pytest.mark.parametrize(
    "cells",
    ["10,kgs,5,5,km,0:30:00,", "10,kgs,,,,0:00:30,", ",,20,,,0:01:00,", ",,,5,mi,,"],
    ids=["all", "wt", "rt", "d"],
)
def test_cardio_may_have_any_of_its_values(tmp_path: Path, cells: str) -> None:
    assert new(tmp_path, f"2025-04-29,Sled,Cardio,{cells}").sets == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("29.04.2025,Squat,Legs,100,kgs,5,,,,", "“29.04.2025” is no date"),
        ("2025-04-29,,Legs,100,kgs,5,,,,", "no exercise is named"),
        ("2025-04-29,Squat,Legs,,,,,,,", "no reps, weight, time or distance"),
        ("2025-04-29,Squat,Legs,100,kgs,5,,,soon,", "the time “soon” is none"),
        ("2025-04-29,Squat,Legs,100", "4 cells under 10 columns"),
    ],
)
def test_a_row_that_is_no_set_is_skipped_with_the_reason(tmp_path: Path, line: str, reason: str) -> None:
    assert [one.reason for one in new(tmp_path, line).skipped] == [reason]
