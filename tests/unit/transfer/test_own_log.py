"""A table of one's own: columns in any order, named in several languages, and every row accounted for."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.support import make_gym
from workout_tui.errors import UnitNeeded
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer import importing, table
from workout_tui.transfer.importing import History


def read(tmp_path: Path, text: str, unit: Unit | None = None) -> History:
    path = tmp_path / "mine.csv"
    path.write_text(text, "utf-8")
    return importing.read(path, unit)


def test_the_columns_are_found_by_their_names_wherever_they_stand(tmp_path: Path) -> None:
    text = (
        "reps,Notes,Exercise,mood,weight,date,Template,RPE,type\n"
        "5,easy,Squat,good,100,2026-09-21,lower1,8.5,\n"
        '3,,Squat,,"102,5",2026-09-21,lower1,,w\n'
        "8,,Squat,,100,2026-09-22,,,\n"
    )
    history = read(tmp_path, text, Unit.KG)
    assert history.reader.source == "own"
    first, second = history.reading.sessions
    assert [(one.load, one.reps, one.rpe10, one.kind, one.note) for one in first.sets] == [
        (Load.of("100", Unit.KG), 5, 85, SetKind.WORK, "easy"),
        (Load.of("102.5", Unit.KG), 3, None, SetKind.WARMUP, ""),
    ]
    assert (first.title, first.key, second.key) == ("lower1", "2026-09-21 lower1", "2026-09-22")


@pytest.mark.parametrize(
    ("header", "unit"), [("weight_lbs", Unit.LB), ("Weight (kg)", Unit.KG), ("kg", Unit.KG)], ids=str
)
def test_a_column_may_name_its_unit(tmp_path: Path, header: str, unit: Unit) -> None:
    [session] = read(tmp_path, f"Datum,Übung,{header},Wdh\n2026-09-21,Kniebeuge,225,3\n").reading.sessions
    assert session.sets[0].load == Load.of("225", unit)


def test_a_weight_without_a_unit_is_asked_about(tmp_path: Path) -> None:
    with pytest.raises(UnitNeeded):
        read(tmp_path, "date,exercise,weight,reps\n2026-09-21,Squat,100,5\n")
    assert read(tmp_path, "date,exercise,weight,reps\n2026-09-21,Dip,,5\n").reading.sets == 1


def test_rows_that_are_no_sets_are_told_with_the_reason(tmp_path: Path) -> None:
    text = (
        "date,exercise,kg,reps,type\n"
        "21/09/2026,Squat,100,5,\n"
        "2026-09-21,,100,5,\n"
        "2026-09-21,Squat,100,,\n"
        "2026-09-21,Squat,100,five,\n"
        "2026-09-21,Squat,100,5,cluster\n"
    )
    reading = read(tmp_path, text).reading
    assert reading.sets == 0
    assert [one.reason for one in reading.skipped] == [
        "“21/09/2026” is no date as in 2026-09-24 or 24.9.2026",
        "no exercise is named",
        "no reps, weight, time or distance",
        "the reps “five” is no number",
        "“cluster” is no kind of set",
    ]


def test_times_and_distances_in_their_columns(tmp_path: Path) -> None:
    text = "date,exercise,reps,time (s),distance (m)\n2026-09-21,Row,,1460,5000\n2026-09-21,Plank,,90,\n"
    [session] = read(tmp_path, text).reading.sessions
    assert [(one.reps, one.seconds, one.distance and one.distance.metres) for one in session.sets] == [
        (None, 1460, 5000.0),
        (None, 90, None),
    ]


def test_a_day_may_stand_with_dots_and_the_parts_between_tabs(tmp_path: Path) -> None:
    text = "date\texercise\tkm\n1.9.2026\tRun, easy\t5\n31. 12. 2026\tRun, easy\t5\n31.9.2026\tRun\t5\n9.2026\tRun\t5\n"
    reading = read(tmp_path, text).reading
    assert [(str(one.started.date()), one.sets[0].exercise) for one in reading.sessions] == [
        ("2026-09-01", "Run, easy"),
        ("2026-12-31", "Run, easy"),
    ]
    assert [one.row for one in reading.skipped] == [3, 4]


COLUMNS = {"kg": "60", "reps": "5", "time": "1:00", "km": "2", "rpe": "8", "type": "w", "note": "deep"}


@pytest.mark.parametrize("few", ["reps", "time", "km", "kg,reps", "reps,note", "km,time,rpe"])
def test_what_a_table_has_no_column_for_is_neither_new_nor_taken_away(tmp_path: Path, few: str) -> None:
    def take(*columns: str) -> tuple[int, int]:
        cells = ",".join(COLUMNS[one] for one in columns)
        text = f"date,exercise,{','.join(columns)}\n2026-09-21,Thing,{cells}\n"
        taken = importing.take_in(read(tmp_path, text), gym.logbook, gym.clock).taken
        return taken.sets_added, taken.sets_unchanged

    names = few.split(",")
    for known in (names, list(COLUMNS)):
        gym = make_gym(tmp_path / f"{len(known)}.db")
        with closing(gym):
            assert [take(*known), take(*names), take(*names), take(*known)] == [(1, 0), (0, 1), (0, 1), (0, 1)]


def test_a_table_that_is_no_file_is_read_like_one() -> None:
    made = table.of_values("Tab, “2024”", ["date", "exercise", "reps"], [["2026-09-21", 'Dip "strict", slow', "8"]])
    history = importing.read_table(made, None)
    assert [one.exercise for one in history.reading.sessions[0].sets] == ['Dip "strict", slow']
    assert (made.lines, history.table.file_name) == (2, "Tab, “2024”")
