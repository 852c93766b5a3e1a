"""Every format: recognised by itself, and every row of every file in one of the counts."""

from pathlib import Path

import pytest

from tests.support import make_gym
from tests.unit.transfer.files import STRONG_ANDROID, WHOLE, accounted, load
from workout_tui.cli import importing as command
from workout_tui.errors import ImportProblem
from workout_tui.logbook import starters
from workout_tui.model.load import Unit
from workout_tui.transfer import importing
from workout_tui.transfer.own_log import OwnLog

COUNTS = {
    "strong": (2, 1, 0, 1),
    "strong without a header": (3, 0, 0, 0),
    "hevy": (4, 0, 0, 1),
    "fitnotes": (3, 0, 0, 1),
    "liftosaur": (2, 0, 1, 1),
    "stronglifts": (2, 0, 1, 1),
    "liftlog": (3, 0, 0, 1),
    "export": (3, 0, 0, 1),
    "own": (3, 0, 0, 1),
}
"""rows that hold sets, that are rests, that were not done, that are skipped"""


@pytest.mark.parametrize("name", WHOLE)
def test_every_row_of_a_file_is_in_one_of_the_counts(tmp_path: Path, name: str) -> None:
    history = load(tmp_path, WHOLE[name], Unit.KG)
    assert history.reader.source == name.partition(" ")[0]
    reading = history.reading
    assert (reading.set_rows, reading.rests, reading.undone, len(reading.skipped)) == COUNTS[name]
    gym = make_gym(tmp_path / "workout.db")
    gym.logbook.add_exercises(starters.library())
    report = importing.take_in(history, gym.logbook, gym.clock)
    again = importing.take_in(history, gym.logbook, gym.clock)
    gym.close()
    assert accounted(report) == report.rows == accounted(again) == sum(COUNTS[name])
    assert (again.taken.sets_added, again.taken.sets_unchanged) == (0, report.taken.sets_added)


@pytest.mark.parametrize("end", ["\n", "\r\n", ""], ids=["lf", "crlf", "no last line end"])
@pytest.mark.parametrize("name", WHOLE)
def test_line_ends_do_not_matter(tmp_path: Path, name: str, end: str) -> None:
    text = WHOLE[name].removesuffix("\n").replace("\n", end or "\n") + end
    assert load(tmp_path, text, Unit.KG).reading == load(tmp_path, WHOLE[name], Unit.KG).reading


@pytest.mark.parametrize("name", WHOLE)
def test_a_format_can_be_named_and_no_other_one_fits(tmp_path: Path, name: str) -> None:
    own = name.partition(" ")[0]
    assert load(tmp_path, WHOLE[name], Unit.KG, own).reader.source == own
    for source in set(importing.FORMATS) - {own, OwnLog.source}:  # a table of one's own may look like anything
        with pytest.raises(ImportProblem, match="no history that can be read"):
            load(tmp_path, WHOLE[name], Unit.KG, source)


def test_the_command_knows_every_format() -> None:
    assert command.FORMATS == importing.FORMATS


def test_strongs_android_files_with_a_header_and_without_say_the_same(tmp_path: Path) -> None:
    lines = WHOLE["strong without a header"]
    without = load(tmp_path, lines).reading
    assert load(tmp_path, f"{STRONG_ANDROID}\n{lines}").reading == without
    short = "\n".join(line.rpartition(";")[0] for line in lines.splitlines())
    assert [len(one.sets) for one in load(tmp_path, short).reading.sessions] == [3]


def test_a_weight_without_a_unit_is_never_assumed_to_have_one(tmp_path: Path) -> None:
    row = "2020-01-02 10:00:00;Push;Squat;1;{};;8;;{};;0;;;1h"
    text = "\n".join((STRONG_ANDROID, row.format(100, 0), row.format(0, 0), row.format(0, 5)))
    reading = load(tmp_path, text).reading
    assert [one.load for one in reading.sessions[0].sets] == [None]
    assert [one.reason for one in reading.skipped] == [
        "the weight “100” has no unit; --unit gives it one",
        "the distance “5” has no unit; --unit kg means km, --unit lb miles",
    ]
    told = load(tmp_path, text, Unit.LB).reading.sessions[0].sets
    assert [str(one.load) for one in told] == ["100 lb", "0 lb", "0 lb"]
    assert str(told[2].distance) == "5 mi"


@pytest.mark.parametrize("delimiter", [";", ","])
def test_strongs_numbered_workouts_all_quoted(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["Workout #", "Date", "Workout Name", "Duration (sec)", "Exercise Name", "Set Order", "Weight (kg)", "Reps",
         "RPE", "Distance (meters)", "Seconds", "Notes", "Workout Notes"],
        ["7", "2026-05-10 07:00:00", "Push, heavy", "1800", "Bench; flat", "1", "62,5", "5", "8", "", "0", "", ""],
        ["7", "2026-05-10 07:00:00", "Push, heavy", "1800", "Bench; flat", "Ruhezeit", "", "", "", "", "90", "", ""],
        ["8", "2026-05-10 07:00:00", "Push, heavy", "1800", "Bench; flat", "1", "70", "5", "", "", "", "", ""],
    ]  # fmt: skip
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    reading = load(tmp_path, text).reading
    assert [(str(one.sets[0].load), one.duration_s) for one in reading.sessions] == [("62.5 kg", 1800), ("70 kg", 1800)]
    assert reading.rests == 1


def test_a_workouts_key_does_not_hang_on_its_number(tmp_path: Path) -> None:
    header = '"Workout #";"Date";"Workout Name";"Exercise Name";"Set Order";"Weight (kg)";"Reps"'
    row = '"{}";"2026-05-10 07:00:00";"Push";"Bench";"1";"70";"5"'
    (one,), (other,) = (load(tmp_path, f"{header}\n{row.format(number)}").reading.sessions for number in (7, 6))
    assert one.key == other.key
