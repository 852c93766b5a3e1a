"""A file into a real log: every row accounted for, nothing twice."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.transfer.files import STRONGLIFTS, accounted
from workout_tui.clock import SystemClock, Uids
from workout_tui.errors import ImportProblem, InvalidEntry
from workout_tui.logbook import starters
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.lifters import add_lifter
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.load import Unit
from workout_tui.store.connection import Store
from workout_tui.transfer import importing, telling
from workout_tui.transfer.importing import Report

HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
ROWS = (
    "2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),W,40,10,0,0,",
    "2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),1,60.0,5.0,0,0.0,8",
    "2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),1,60.0,5.0,0,0.0,8",
    "2026-04-24 09:40:00,Push,51m,Bench Press (Barbell),Rest Timer,0,0,0,120,",
    "2026-04-24 09:40:00,Push,51m,Pull Up (Assisted),1,20,8,0,0,",
    "2026-04-24 09:40:00,Push,51m,[b]My thing[/b],1,12.5,12,0,0,",
    "2026-04-26 23:50:00,Legs,264h 1m,Squat (Barbell),F,100,0,0,0,",
    "2026-04-26 23:50:00,Legs,264h 1m,Squat (Barbell),1,heavy,5,0,0,",
    "2026-04-26 23:50:00,Legs,264h 1m,Plank,1,0,0,0,60,",
)


@pytest.fixture
def logbook(tmp_path: Path) -> Iterator[Logbook]:
    with closing(Store(tmp_path / "workout.db")) as store:
        clock = SystemClock()
        uids = Uids(clock)
        lifter = add_lifter(store, "Ada", Unit.KG, clock=clock, uids=uids)
        logbook = Logbook(store, lifter.uid, clock=clock, uids=uids, metrics=Metrics())
        logbook.add_exercises(starters.library())
        yield logbook


def bring(logbook: Logbook, folder: Path, *rows: str, unit: Unit = Unit.KG, header: str = HEADER) -> Report:
    file = folder / "strong.csv"
    file.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    report = importing.take_in(importing.read(file, unit), logbook, SystemClock())
    assert accounted(report) == report.rows == len(rows), "every row is accounted for"
    return report


def test_every_row_is_accounted_for(logbook: Logbook, tmp_path: Path) -> None:
    report = bring(logbook, tmp_path, *ROWS)
    assert (report.taken.sessions_added, report.taken.sets_added, report.reading.rests) == (2, 7, 1)
    assert [(one.row, one.reason) for one in report.reading.skipped] == [(8, "the weight “heavy” is no number")]
    assert report.taken.exercises_added == ("[b]My thing[/b]",)
    assert ("Bench Press (Barbell)", "Bench Press") in report.renamed


def test_the_same_file_again_adds_nothing(logbook: Logbook, tmp_path: Path) -> None:
    bring(logbook, tmp_path, *ROWS)
    again = bring(logbook, tmp_path, *ROWS)
    assert again.taken.batch_uid is None
    assert (again.taken.sessions_added, again.taken.sets_added, again.taken.sets_unchanged) == (0, 0, 7)


WITH_NOTES = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"


def test_a_failed_set_that_was_put_right_there_is_put_right_here(logbook: Logbook, tmp_path: Path) -> None:
    def bring_row(short: str, *reps: int) -> tuple[int, int, int]:
        sets = ",".join(f"{one},100" for one in reps)
        row = f'2026/08/11,1,"Workout A",SL,83.5,"Squat",{short},,,,,,,,10:56 PM,11:26 PM,,{sets}'
        taken = bring(logbook, tmp_path, row, header=f"\ufeff{STRONGLIFTS}").taken
        return taken.sets_added, taken.sets_updated, taken.sets_unchanged

    assert [bring_row("0/5/0", 0, 5, 0), bring_row("0/5/0", 0, 5, 0)] == [(3, 0, 0), (0, 0, 3)]
    assert [bring_row("0/5/4", 0, 5, 4), bring_row("0/5/4", 0, 5, 4)] == [(0, 1, 2), (0, 0, 3)]
    (past,) = logbook.history(next(one for one in logbook.exercises() if one.name == "Back Squat").uid)
    assert [(one.kind, one.reps) for one in past.sets] == [("failure", 0), ("work", 5), ("work", 4)]


def test_d7_an_edited_note_is_no_duplicate(logbook: Logbook, tmp_path: Path) -> None:
    row = "2026-04-24 09:40:00,Push,51m,Squat (Barbell),1,100,5,0,0,{},,8"
    bring(logbook, tmp_path, row.format("deep"), row.format("slow"), header=WITH_NOTES)
    again = bring(logbook, tmp_path, row.format("deep"), row.format("slow and deep"), header=WITH_NOTES)
    assert (again.taken.sets_added, again.taken.sets_updated, again.taken.sets_unchanged) == (0, 1, 1)
    assert _notes(logbook) == ["deep", "slow and deep"]


def test_d7_a_later_export_without_notes_erases_none(logbook: Logbook, tmp_path: Path) -> None:
    row = "2026-04-24 09:40:00,Push,51m,Squat (Barbell),1,100,5,0,0,{}"
    bring(logbook, tmp_path, row.format("deep,,8"), row.format("slow,,8"), header=WITH_NOTES)
    again = bring(logbook, tmp_path, row.format("8"), row.format("9"))
    assert (again.taken.sets_added, again.taken.sets_updated, again.taken.sets_unchanged) == (0, 1, 1)
    assert _notes(logbook) == ["deep", "slow"]


def test_d9_a_workout_that_repeats_itself_is_told_and_kept(logbook: Logbook, tmp_path: Path) -> None:
    names = ("Bench Press", "Row", "Bench Press (Barbell)", "Row (Cable)")
    row = "2026-04-24 09:40:00,Push,51m,{},{},{},5,0,0,"
    report = bring(logbook, tmp_path, *(row.format(name, n, load) for name in names for n, load in ((1, 60), (2, 70))))
    assert [one.title for one in report.repeating] == ["Push"]
    assert report.taken.sets_added == 8


def test_l13_a_history_has_no_window(logbook: Logbook, tmp_path: Path) -> None:
    row = "{}-{}-02 23:59:00,Push,51m,Squat (Barbell),1,100,5,0,0,"
    report = bring(
        logbook, tmp_path, *(row.format(year, month) for year in range(1971, 2100) for month in ("01", "07"))
    )
    assert (report.taken.sets_added, report.taken.sessions_added) == (258, 258)
    days = {one.day.isoformat() for one in logbook.past_page(limit=1000)}
    assert {"1971-01-02", "2099-07-02"} <= days


def _notes(logbook: Logbook) -> list[str]:
    session = logbook.session(logbook.past_page()[0].uid)
    return [one.values.note for block in session.exercises for one in block.performed]


def test_a_longer_file_adds_only_what_is_new(logbook: Logbook, tmp_path: Path) -> None:
    bring(logbook, tmp_path, *ROWS)
    more = bring(
        logbook,
        tmp_path,
        *ROWS,
        "2026-04-26 23:50:00,Legs,264h 1m,Plank,2,0,0,0,45,",
        "2026-04-28 10:00:00,Push,40m,Bench Press (Barbell),1,62.5,5,0,0,",
    )
    assert (more.taken.sessions_added, more.taken.sets_added, more.taken.sets_unchanged) == (1, 2, 7)


def test_a_shorter_file_takes_nothing_away(logbook: Logbook, tmp_path: Path) -> None:
    bring(logbook, tmp_path, *ROWS)
    less = bring(logbook, tmp_path, *ROWS[:2])
    assert (less.taken.sets_unchanged, less.taken.sets_missing) == (2, 3)
    assert bring(logbook, tmp_path, *ROWS).taken.sets_unchanged == 7


def _log_of(logbook: Logbook) -> list[str]:
    """Every set that stands in the log, in order."""
    return [
        f"{block.exercise.name} {one.values.load} × {one.values.reps}"
        for past in reversed(logbook.past_page())
        for block in logbook.session(past.uid).exercises
        for one in block.performed
    ]


def lift(exercise: str, load: int) -> str:
    return f"2026-04-24 09:40:00,Push,51m,{exercise},1,{load},5,0,0,"


def test_a_set_that_was_added_in_the_middle_moves_no_other(logbook: Logbook, tmp_path: Path) -> None:
    before = (lift("Bench", 60), lift("Bench", 70), lift("Squat", 100))
    after = (lift("Bench", 60), lift("Bench", 65), lift("Bench", 70), lift("Squat", 90), lift("Squat", 100))
    bring(logbook, tmp_path, *before)
    more = bring(logbook, tmp_path, *after)
    assert (more.taken.sets_added, more.taken.sets_unchanged) == (2, 3)
    assert _log_of(logbook) == [
        "Bench Press 60 kg × 5", "Bench Press 65 kg × 5", "Bench Press 70 kg × 5",
        "Back Squat 90 kg × 5", "Back Squat 100 kg × 5",
    ]  # fmt: skip
    assert bring(logbook, tmp_path, *after).taken.sets_unchanged == 5


def test_a_set_that_was_taken_out_of_the_middle_moves_no_other(logbook: Logbook, tmp_path: Path) -> None:
    before = (lift("Bench", 60), lift("Bench", 65), lift("Squat", 100))
    bring(logbook, tmp_path, *before)
    less = bring(logbook, tmp_path, *before[1:])
    assert (less.taken.sets_unchanged, less.taken.sets_missing) == (2, 1)
    assert bring(logbook, tmp_path, *before).taken.sets_unchanged == 3
    assert len(_log_of(logbook)) == 3


def test_an_exercise_that_was_renamed_here_stays_known(logbook: Logbook, tmp_path: Path) -> None:
    rows = (lift("My thing", 60), lift("My thing", 65), lift("Squat", 100))
    bring(logbook, tmp_path, *rows)
    mine = next(one for one in logbook.exercises() if one.name == "My thing")
    logbook.change_exercise_field(mine.uid, "name", "Its proper name")
    assert bring(logbook, tmp_path, *rows).taken.sets_unchanged == 3


def test_an_exercise_that_was_renamed_there_does_not_come_twice(logbook: Logbook, tmp_path: Path) -> None:
    bring(logbook, tmp_path, lift("My thing", 60), lift("My thing", 65), lift("Squat", 100))
    renamed = (lift("Its proper name", 60), lift("Its proper name", 65), lift("Squat", 100))
    assert bring(logbook, tmp_path, *renamed).taken.sets_unchanged == 3
    assert bring(logbook, tmp_path, *renamed, lift("Squat", 110)).taken.sets_added == 1


def test_a_full_block_is_followed_by_another(logbook: Logbook, tmp_path: Path) -> None:
    bring(logbook, tmp_path, *[lift("Bench", 60)] * 99)
    assert bring(logbook, tmp_path, *[lift("Bench", 60)] * 100).taken.sets_added == 1
    assert [len(block.performed) for block in logbook.session(logbook.past_page()[0].uid).exercises] == [99, 1]


_lifts = st.lists(
    st.builds(lift, st.sampled_from(["Bench", "Squat", "New"]), st.sampled_from([50, 60, 70])), max_size=7
)


@settings(max_examples=40, deadline=None)
@given(_lifts, _lifts)
def test_however_a_file_changed_all_it_holds_stands_in_the_log(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("import")
    with closing(Store(folder / "workout.db")) as store:
        uids = Uids(SystemClock())
        lifter = add_lifter(store, "Ada", Unit.KG, clock=SystemClock(), uids=uids)
        logbook = Logbook(store, lifter.uid, clock=SystemClock(), uids=uids, metrics=Metrics())
        bring(logbook, folder, *before)
        second = bring(logbook, folder, *after)
        third = bring(logbook, folder, *after)
        assert (third.taken.sets_added, third.taken.sets_updated) == (0, 0)
        assert third.taken.sets_unchanged == len(after)
        there = Counter(one.rpartition(" kg")[0].rpartition(" ")[2] for one in _log_of(logbook))
        assert Counter(line.split(",")[5] for line in after) <= there
        assert there.total() == len(before) + second.taken.sets_added


def test_what_stands_in_the_log_is_what_the_file_says(logbook: Logbook, tmp_path: Path) -> None:
    bring(logbook, tmp_path, *ROWS)
    bench = next(one for one in logbook.exercises() if one.name == "Bench Press")
    (past,) = logbook.history(bench.uid)
    assert [(one.kind, str(one.load), one.reps, one.rpe10) for one in past.sets] == [
        ("warmup", "40 kg", 10, None), ("work", "60 kg", 5, 80), ("work", "60 kg", 5, 80),
    ]  # fmt: skip
    pull_up = next(one for one in logbook.exercises() if one.name == "Assisted Pull-up")
    assert str(logbook.history(pull_up.uid)[0].sets[0].load) == "-20 kg"


def test_a_file_comes_whole_or_not_at_all(logbook: Logbook, tmp_path: Path) -> None:
    with closing(Store(tmp_path / "workout.db")) as other:
        other.connection.execute(
            "CREATE TRIGGER disk BEFORE INSERT ON performed_set WHEN new.seconds = 60"
            " BEGIN SELECT raise(ABORT, 'the last set fails'); END"
        )
    with pytest.raises(InvalidEntry):
        bring(logbook, tmp_path, *ROWS)
    with closing(Store(tmp_path / "workout.db")) as other:
        for table in ("session", "performed_set", "import_set", "import_batch"):
            assert other.value(f"SELECT count(*) FROM {table}") == 0


def test_a_file_of_no_known_program_is_refused_by_its_header(tmp_path: Path) -> None:
    file = tmp_path / "shopping.csv"
    file.write_text("milk,eggs\n1,2\n")
    with pytest.raises(ImportProblem, match=r"milk, eggs.*Strong"):
        importing.read(file, Unit.KG)


def test_a_file_of_only_a_header_brings_nothing(logbook: Logbook, tmp_path: Path) -> None:
    report = bring(logbook, tmp_path)
    assert (report.rows, report.taken.batch_uid) == (0, None)


def test_hostile_text_is_data(logbook: Logbook, tmp_path: Path) -> None:
    name = "Robert'); DROP TABLE session;-- [/] \x1b[31m ../../etc"
    title = "=HYPERLINK(1) '; --"
    bring(logbook, tmp_path, f"2026-04-24 09:40:00,{title},51m,{name},1,60,5,0,0,")
    assert any(one.name == name for one in logbook.exercises())


def test_the_report_in_words_names_each_skipped_row(logbook: Logbook, tmp_path: Path) -> None:
    words = telling.report(bring(logbook, tmp_path, *ROWS))
    assert "strong.csv (Strong): 9 rows" in words
    assert "7 sets added, in 2 new workouts" in words
    assert "  1 rest between sets, not kept" in words
    assert "row 8: the weight “heavy” is no number" in words
    assert "Bench Press (Barbell) → Bench Press" in words


def test_many_skipped_rows_are_summed_up(logbook: Logbook, tmp_path: Path) -> None:
    bad = ["2026-04-26 23:50:00,Legs,1h,Squat (Barbell),1,heavy,5,0,0,"] * 30
    words = telling.report(bring(logbook, tmp_path, *bad))
    assert words.count("    row ") == 20
    assert "and 10 more: the weight “heavy” is no number" in words


_cell = st.sampled_from(
    ["", "0", "1", "5.0", "100", "102,5", "-3", "x", "W", "F", "Rest Timer", "1e9", "60", '"', "\x00"]
)
_rows = st.lists(
    st.tuples(
        st.sampled_from(["2026-04-24 09:40:00", "2026-04-25 09:40:00", "bad"]),
        st.sampled_from(["Push", "", "Pull "]),
        st.sampled_from(["51m", "", "7h"]),
        st.sampled_from(["Squat (Barbell)", "Plank", "New thing", "", "Dip (Assisted)"]),
        *[_cell] * 6,
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_rows)
def test_whatever_a_file_holds_its_rows_add_up_and_a_second_time_adds_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    folder = tmp_path_factory.mktemp("import")
    lines = [",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows]
    with closing(Store(folder / "workout.db")) as store:
        uids = Uids(SystemClock())
        lifter = add_lifter(store, "Ada", Unit.KG, clock=SystemClock(), uids=uids)
        logbook = Logbook(store, lifter.uid, clock=SystemClock(), uids=uids, metrics=Metrics())
        first = bring(logbook, folder, *lines)
        second = bring(logbook, folder, *lines)
    assert second.taken.sets_added == 0
    assert second.taken.sets_unchanged == first.taken.sets_added
