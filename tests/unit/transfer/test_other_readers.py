"""Liftosaur's, StrongLifts' and LiftLog's exports: one quirk a test."""

from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest

from tests.unit.transfer.files import LIFTLOG, LIFTOSAUR, STRONGLIFTS, only, read
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.transfer.readers import Reading


class TestLiftosaur:
    USUAL: ClassVar = {
        "date": "2026-03-01T00:00:00.000Z", "program": "GZCLP", "day": "Day 1", "exercise": "Squat", "warmup": "0",
        "wanted": "5", "reps": "5", "amrap": "0", "rpe wanted": "", "rpe": "", "log rpe": "0", "load wanted": "230",
        "unit wanted": "lb", "load": "225", "unit": "lb", "ask": "0", "at": "2026-03-01T10:00:00.000Z", "target": "",
        "synergists": "", "notes": "",
    }  # fmt: skip

    def read(self, folder: Path, *rows: dict[str, str]) -> Reading:
        lines = [",".join(f'"{cell}"' for cell in (self.USUAL | row).values()) for row in rows]
        return read(folder, "\n".join((LIFTOSAUR, *lines)))

    def test_a_row_is_a_set(self, tmp_path: Path) -> None:
        reading = self.read(tmp_path, {"rpe": "8.5", "notes": "belt"})
        one = only(reading)
        assert (one.load, one.reps, one.rpe10, one.block_note) == (Load(225_000, Unit.LB), 5, 85, "belt")
        assert reading.sessions[0].title == "Day 1"

    def test_the_real_time_is_that_of_the_sets(self, tmp_path: Path) -> None:
        times = [f"2026-03-01T{time}:00.000Z" for time in ("10:20", "10:05", "11:00")]
        (session,) = self.read(tmp_path, *({"at": at, "reps": str(n)} for n, at in enumerate(times, 1))).sessions
        assert session.started == datetime(2026, 3, 1, 10, 5, tzinfo=UTC)
        assert session.duration_s == 55 * 60
        assert [one.reps for one in session.sets] == [2, 1, 3]

    def test_without_any_time_the_day_is_known(self, tmp_path: Path) -> None:
        (session,) = self.read(tmp_path, {"at": ""}).sessions
        assert (session.started.isoformat(), session.duration_s) == ("2026-03-01T12:00:00", None)

    def test_a_set_that_was_not_done_is_counted_and_not_kept(self, tmp_path: Path) -> None:
        reading = self.read(tmp_path, {}, {"reps": "", "at": ""})
        assert (reading.sets, reading.undone) == (1, 1)

    def test_a_set_of_0_reps_was_done(self, tmp_path: Path) -> None:
        assert only(self.read(tmp_path, {"reps": "0"})).reps == 0

    def test_a_flag_says_warm_up(self, tmp_path: Path) -> None:
        assert only(self.read(tmp_path, {"warmup": "1"})).kind is SetKind.WARMUP

    def test_the_load_that_was_lifted_counts_not_the_one_asked_for(self, tmp_path: Path) -> None:
        assert only(self.read(tmp_path, {"load": "220", "unit": "kg"})).load == Load(220_000, Unit.KG)

    def test_times_of_which_one_has_no_zone_are_compared_in_that_of_the_others(self, tmp_path: Path) -> None:
        (session,) = self.read(tmp_path, {"at": "2026-03-01T10:20:00"}, {"at": "2026-03-01T10:05:00Z"}).sessions
        assert session.duration_s == 15 * 60

    def test_days_of_one_date_are_apart(self, tmp_path: Path) -> None:
        assert len(self.read(tmp_path, {}, {"day": "Day 2"}).sessions) == 2


class TestStrongLifts:
    def read(self, folder: Path, *rows: str, header: str = STRONGLIFTS) -> Reading:
        return read(folder, "\ufeff" + "\n".join((header, *rows)))

    def row(self, short: str, sets: str, *, times: str = "", start: str = "10:56 PM", end: str = "11:26 PM") -> str:
        return f'2026/08/11,1,"Workout A",SL,83.5,"Squat",{short},{times},,,,,,,{start},{end},"deep",{sets}'

    def test_a_row_holds_the_sets_of_an_exercise(self, tmp_path: Path) -> None:
        reading = self.read(tmp_path, self.row("5/4/3", "5,55,4,57.5,3,60"))
        (session,) = reading.sessions
        assert [(one.reps, str(one.load)) for one in session.sets] == [(5, "55 kg"), (4, "57.5 kg"), (3, "60 kg")]
        assert (session.title, session.started.hour, session.duration_s) == ("Workout A", 22, 1800)
        assert (session.bodyweight, session.sets[0].block_note) == (Load(83_500, Unit.KG), "deep")
        assert (reading.sets, reading.set_rows) == (3, 1)

    def test_a_set_of_0_reps_was_not_done_or_it_failed(self, tmp_path: Path) -> None:
        (session,) = self.read(tmp_path, self.row("5/0/-", "5,55,0,55,0,55")).sessions
        assert [(one.reps, one.kind) for one in session.sets] == [(5, SetKind.WORK), (0, SetKind.FAILURE)]

    def test_an_exercise_that_was_not_done_is_counted(self, tmp_path: Path) -> None:
        reading = self.read(tmp_path, self.row("-/-/-", "0,55,0,55,0,55"))
        assert (reading.sets, reading.undone) == (0, 1)

    def test_sets_by_time_are_named_as_not_read(self, tmp_path: Path) -> None:
        (skipped,) = self.read(tmp_path, self.row("", "0,0,0,0,0,0", times="60/60")).skipped
        assert skipped.reason == "sets by time are not read: “60/60”"

    def test_a_workout_over_midnight(self, tmp_path: Path) -> None:
        (session,) = self.read(tmp_path, self.row("5", "5,55,0,0,0,0", start="11:50 pm", end="12:20 am")).sessions
        assert session.duration_s == 1800

    def test_24_hours_or_none(self, tmp_path: Path) -> None:
        (session,) = self.read(tmp_path, self.row("5", "5,55,0,0,0,0", start="", end="")).sessions
        assert (session.started.hour, session.duration_s) == (12, None)
        (session,) = self.read(tmp_path, self.row("5", "5,55,0,0,0,0", start="18:05", end="18:50")).sessions
        assert (session.started.hour, session.duration_s) == (18, 45 * 60)

    def test_pounds_by_the_names_of_the_columns(self, tmp_path: Path) -> None:
        reading = self.read(tmp_path, self.row("5", "5,135,0,0,0,0"), header=STRONGLIFTS.replace("KG", "LB"))
        assert only(reading).load == Load(135_000, Unit.LB)
        assert reading.sessions[0].bodyweight == Load(83_500, Unit.LB)


class TestLiftLog:
    def read(self, folder: Path, *rows: str) -> Reading:
        return read(folder, "\n".join((LIFTLOG, *rows)))

    def test_a_row_is_a_set_with_its_time(self, tmp_path: Path) -> None:
        reading = self.read(tmp_path, "s1,2024-10-16T10:45:06,Bench Press,67.5,kg,8,10,slow")
        one = only(reading)
        assert (one.load, one.reps, one.note) == (Load(67_500, Unit.KG), 8, "slow")
        assert reading.sessions[0].started == one.at == datetime(2024, 10, 16, 10, 45, 6)  # noqa: DTZ001

    def test_a_workout_runs_from_its_first_set_to_its_last(self, tmp_path: Path) -> None:
        rows = [f"s1,2024-10-16T10:{minute}:00,Squat,{minute},kg,8,8," for minute in (50, 40, 30)]
        (session,) = self.read(tmp_path, *rows).sessions
        assert (session.started.minute, session.duration_s) == (30, 1200)
        assert [str(one.load) for one in session.sets] == ["30 kg", "40 kg", "50 kg"]

    def test_times_may_have_a_zone(self, tmp_path: Path) -> None:
        one = only(self.read(tmp_path, "s1,2024-10-16T10:45:06+02:00,Squat,100,kg,8,8,"))
        assert one.at is not None
        assert one.at.astimezone(UTC).hour == 8

    @pytest.mark.parametrize("row", [",2024-10-16T10:45:06,Squat,100,kg,8,8,", "s1,soon,Squat,100,kg,8,8,"])
    def test_a_row_without_a_workout_or_a_time_is_skipped(self, tmp_path: Path, row: str) -> None:
        assert len(self.read(tmp_path, row).skipped) == 1
