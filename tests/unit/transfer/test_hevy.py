"""Hevy's exports: one quirk a test."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.unit.transfer.files import HEVY, only, read
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer.readers import Reading

USUAL = {
    "title": "Legs", "start": "29 Jun 2024, 10:39", "end": "29 Jun 2024, 11:39", "description": "",
    "exercise": "Squat (Barbell)", "superset": "", "note": "", "index": "0", "kind": "normal", "weight": "100",
    "reps": "5", "distance": "", "seconds": "", "rpe": "",
}  # fmt: skip


def row(**cells: str) -> str:
    return ",".join(f'"{cell}"' for cell in (USUAL | cells).values())


def hevy(folder: Path, *rows: str, header: str = HEVY) -> Reading:
    return read(folder, "\n".join((header, *rows)) + "\n")


def test_a_row_is_a_set(tmp_path: Path) -> None:
    reading = hevy(tmp_path, row(rpe="8.5", description="hot"))
    (session,) = reading.sessions
    assert (session.title, session.note, session.duration_s) == ("Legs", "hot", 3600)
    assert session.started == datetime(2024, 6, 29, 10, 39)  # noqa: DTZ001 - as on the wall
    one = only(reading)
    assert (one.load, one.reps, one.rpe10, one.kind) == (Load(100_000, Unit.KG), 5, 85, SetKind.WORK)


def test_the_newest_workout_comes_first_in_the_file_and_last_in_the_reading(tmp_path: Path) -> None:
    rows = [row(title="New"), row(title="New", index="1"), row(title="Old", start="1 Jun 2024, 10:00")]
    assert [(one.title, len(one.sets)) for one in hevy(tmp_path, *rows).sessions] == [("Old", 1), ("New", 2)]


@pytest.mark.parametrize(
    ("written", "month"),
    [
        ("5 Mai 2026, 07:05", 5), ("7 Ago 2023, 07:05", 8), ("7 Set 2023, 07:05", 9), ("7 Out 2023, 07:05", 10),
        ("7 Dez 2023, 07:05", 12), ("3 März 2024, 07:05", 3), ("3 Mär. 2024, 07:05", 3), ("3 Okt. 2024, 07:05", 10),
        ("3 févr. 2024, 07:05", 2), ("3 août 2024, 07:05", 8), ("3 déc. 2024, 07:05", 12), ("3 juil. 2024, 07:05", 7),
        ("3 juin 2024, 07:05", 6), ("3 ene 2024, 07:05", 1), ("3 de abril de 2024, 07:05", 4),
        ("3 dic 2024, 07:05", 12),
        ("3 gen 2024, 07:05", 1), ("3 mag 2024, 07:05", 5), ("3 giugno 2024, 07:05", 6), ("3 lug 2024, 07:05", 7),
        ("3 ott 2024, 07:05", 10), ("3 fev 2024, 07:05", 2), ("3 mrt 2024, 07:05", 3), ("3 mei 2024, 07:05", 5),
        ("3 Jan 2024, 07:05", 1), ("Mar 3, 2024, 07:05 AM", 3), ("2024-11-03 07:05:00", 11), ("2024-11-03T07:05", 11),
    ],
)  # fmt: skip
def test_months_in_the_language_of_the_app(tmp_path: Path, written: str, month: int) -> None:
    started = hevy(tmp_path, row(start=written, end="")).sessions[0].started
    assert (started.month, started.hour, started.minute) == (month, 7, 5)


@pytest.mark.parametrize(
    "written", ["", "3 Foo 2024, 07:05", "32 Jan 2024, 07:05", "3 Jan 2024, 27:05", "3 Jan 1024, 07:05"]
)
def test_what_is_no_date_is_skipped_with_the_reason(tmp_path: Path, written: str) -> None:
    (skipped,) = hevy(tmp_path, row(start=written)).skipped
    assert "“" in skipped.reason


def test_pounds_and_miles_by_the_name_of_the_column(tmp_path: Path) -> None:
    header = HEVY.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
    one = only(hevy(tmp_path, row(weight="225", distance="3.1"), header=header))
    assert (one.load, one.distance) == (Load(225_000, Unit.LB), Distance(3100, DistanceUnit.MI))


def test_no_weight_is_none(tmp_path: Path) -> None:
    assert only(hevy(tmp_path, row(weight=""))).load is None


@pytest.mark.parametrize(
    ("written", "kind"), [("normal", "work"), ("warmup", "warmup"), ("dropset", "drop"), ("failure", "failure")]
)
def test_what_a_set_was_for(tmp_path: Path, written: str, kind: str) -> None:
    assert only(hevy(tmp_path, row(kind=written))).kind is SetKind(kind)


def test_another_kind_of_set_is_skipped_with_the_reason(tmp_path: Path) -> None:
    assert hevy(tmp_path, row(kind="amrap")).skipped[0].reason == "“amrap” is no kind of set"


def test_supersets_are_lettered_anew_in_each_workout(tmp_path: Path) -> None:
    rows = [
        row(exercise="A", superset="3"), row(exercise="B", superset="0"), row(exercise="C", superset="3"),
        row(exercise="D"), row(title="Old", exercise="E", superset="0"),
    ]  # fmt: skip
    old, new = hevy(tmp_path, *rows).sessions
    assert [one.superset for one in new.sets] == ["A", "B", "A", ""]
    assert [one.superset for one in old.sets] == ["A"]


def test_the_same_exercise_twice_in_a_row_is_two_blocks(tmp_path: Path) -> None:
    rows = [row(index=index) for index in ("0", "1", "0", "1")]
    blocks = [one.block for one in hevy(tmp_path, *rows).sessions[0].sets]
    assert blocks[0] == blocks[1] != blocks[2] == blocks[3]


def test_two_characters_stand_for_a_line_break_in_notes(tmp_path: Path) -> None:
    reading = hevy(tmp_path, row(description="one\\ntwo", note="a\\nb"))
    assert (reading.sessions[0].note, only(reading).block_note) == ("one\ntwo", "a\nb")


def test_two_workouts_of_one_minute_stay_two(tmp_path: Path) -> None:
    rows = [row(end="29 Jun 2024, 12:00"), row(), row(index="1")]
    first, second = hevy(tmp_path, *rows).sessions
    assert (len(first.sets), len(second.sets)) == (2, 1)
    assert first.key != second.key


def test_two_equal_workouts_apart_in_the_file_stay_two(tmp_path: Path) -> None:
    rows = [row(), row(title="Other", start="29 Jun 2024, 10:38"), row()]
    assert [one.title for one in hevy(tmp_path, *rows).sessions] == ["Legs", "Other", "Legs"]


def test_a_key_does_not_change_when_the_end_is_corrected(tmp_path: Path) -> None:
    (before,), (after,) = (hevy(tmp_path, row(end=f"29 Jun 2024, {end}")).sessions for end in ("11:39", "11:45"))
    assert before.key == after.key


def test_a_run_has_no_reps(tmp_path: Path) -> None:
    one = only(hevy(tmp_path, row(weight="", reps="", distance="5.2", seconds="1500")))
    assert (one.reps, one.seconds, one.distance) == (None, 1500, Distance(5200, DistanceUnit.KM))


def test_float_noise_is_rounded_away(tmp_path: Path) -> None:
    assert only(hevy(tmp_path, row(weight="37.49999999999999"))).load == Load(37_500, Unit.KG)


def test_an_end_before_the_start_tells_nothing(tmp_path: Path) -> None:
    assert hevy(tmp_path, row(end="29 Jun 2024, 09:00")).sessions[0].duration_s is None
