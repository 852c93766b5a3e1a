"""What ``workout export`` wrote, read again: nothing comes twice, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Gym, done, make_gym
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues, Status
from workout_tui.store.query import Answer
from workout_tui.transfer import answers, importing
from workout_tui.transfer.importing import Report

_DONE = (
    ("Bench Press", Measure.WEIGHT, done(60, 10, kind=SetKind.WARMUP)),
    ("Bench Press", Measure.WEIGHT, SetValues(Load.of("102.5", Unit.KG), 5, rpe10=85, note='=1+1, "slow"')),
    ("Pull Up (Assisted)", Measure.BODYWEIGHT, SetValues(Load(-20_000, Unit.LB), 8)),
    ("Plank", Measure.TIME, SetValues(Load.of("20", Unit.KG), seconds=60)),
    ("Running", Measure.DISTANCE, SetValues(distance=Distance(5200, DistanceUnit.KM), seconds=1470)),
    ("Sprint", Measure.DISTANCE, SetValues(distance=Distance(400_000, DistanceUnit.M))),
    ("Bench Press", Measure.WEIGHT, done(100, 0)),
)


def trained(folder: Path) -> Gym:
    """A log with two workouts of sets of every sort; of the first exercise there is a second block."""
    gym = make_gym(folder / "ann.db")
    for _ in range(2):
        session, before = gym.start(), ""
        for name, measure, values in _DONE:
            if name != before:
                session = gym.logbook.add_exercise(session.uid, gym.exercise(name, measure).uid)
            session, before = gym.log(session, values, block=len(session.exercises) - 1), name
            gym.clock.pass_ms(90_000)
        gym.logbook.finish(session.uid)
    return gym


def sets_of(gym: Gym) -> list[tuple[object, ...]]:
    """All there is in ``v_sets``, but for what only this log knows a set by, and whose it is."""
    found: Answer = gym.logbook.sets()
    left_out = {found.columns.index(name) for name in ("set_uid", "profile")}
    return [tuple(value for at, value in enumerate(row) if at not in left_out) for row in found.rows]


def brought(gym: Gym, text: str, folder: Path) -> Report:
    file = folder / "sets.csv"
    file.write_text(text, "utf-8")
    history = importing.read(file, None)
    assert history.reader.source == "export"
    assert not history.reading.skipped
    return importing.take_in(history, gym.logbook, gym.clock)


@pytest.mark.parametrize("guarded", [False, True], ids=["csv", "spreadsheet"])
def test_it_is_in_another_log_what_it_was(tmp_path: Path, guarded: bool) -> None:
    ann, other = trained(tmp_path), make_gym(tmp_path / "other.db")
    text = answers.as_csv(ann.logbook.sets(), guarded=guarded)
    assert brought(other, text, tmp_path).taken.sessions_added == 2
    assert sets_of(other) == sets_of(ann)
    again = brought(other, text, tmp_path).taken
    assert (again.sets_added, again.sessions_known) == (0, 2)
    for gym in (ann, other):
        gym.close()


def test_what_is_in_the_log_it_was_written_from_stays_as_it_is(tmp_path: Path) -> None:
    gym = trained(tmp_path)
    text, before = answers.as_csv(gym.logbook.sets()), sets_of(gym)
    assert brought(gym, text, tmp_path).taken.batch_uid is None
    assert sets_of(gym) == before
    first = gym.logbook.past_page()[-1]
    gym.logbook.discard(first.uid)
    assert brought(gym, text, tmp_path).taken.batch_uid is None
    assert gym.logbook.session(first.uid).status is Status.DISCARDED
    gym.close()


def test_rows_that_were_tampered_with_are_told_and_the_others_come(tmp_path: Path) -> None:
    gym = trained(tmp_path)
    header, *rows = answers.as_csv(gym.logbook.sets()).splitlines()
    gym.close()
    at = header.split(",").index("at")
    cells = rows[0].split(",")
    rows[0] = ",".join([*cells[:at], cells[at][:19], *cells[at + 1 :]])
    rows[1] = rows[1].replace("work", "cluster")
    rows[2] = f"x{rows[2]}"
    file = tmp_path / "sets.csv"
    file.write_text("\n".join([header, *rows]), "utf-8")
    reading = importing.read(file, None).reading
    assert [one.row for one in reading.skipped] == [1, 2, 3]
    assert "has no zone" in reading.skipped[0].reason
    assert reading.sets == len(rows) - 3
