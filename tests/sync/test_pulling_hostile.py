"""Whatever somebody writes into the sheet, a pull takes it as data, or leaves that row and takes all others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import done
from tests.sync.memory import Memory
from tests.sync.test_pulling import BOOK, Laptop
from workout_tui.errors import StaleSession
from workout_tui.logbook.logbook import Logbook
from workout_tui.loopback.hands import Hands
from workout_tui.model.session import Session
from workout_tui.sync import pulling
from workout_tui.sync.columns import FIRST, Column
from workout_tui.sync.rows import REMOVED

HOSTILE = "[red]x[/] =1+1 \x1b[2J \x00 \u202e \ud800 ünï"

UNREADABLE = [
    (Column.REPS, 1000),
    (Column.REPS, -1),
    (Column.REPS, 4.5),
    (Column.REPS, "nan"),
    (Column.REPS, "1e400"),
    (Column.REPS, ""),
    (Column.WEIGHT, 2001),
    (Column.WEIGHT, "inf"),
    (Column.WEIGHT, "a lot"),
    (Column.UNIT, "stone"),
    (Column.RPE, 11),
    (Column.TIME, 604_801),
    (Column.DISTANCE, 1e300),
    (Column.DISTANCE, 1e307),
    (Column.WEIGHT, -1e307),
    (Column.RPE, 1e308),
    (Column.BODYWEIGHT, 1e307),
    (Column.KIND, "cluster"),
    (Column.EXERCISE, ""),
    (Column.EXERCISE, "\x07"),
    (Column.EXERCISE, "x" * 201),
    (Column.WORKOUT, " "),
    (Column.DATE, 9e15),
    (Column.DATE, "yesterday"),
    (Column.STARTED, "0001-01-01T00:00:00+00:00"),
    (Column.STARTED, "2026-01-01T00:00:00+23:00"),
    (Column.STARTED, "9999-12-31T23:59:59-12:00"),
    (Column.ENDED, "1999-01-01T00:00:00+00:00"),
    (Column.BODYWEIGHT, "0 kg"),
    (Column.BODYWEIGHT, "nan kg"),
    (Column.SESSION, "x" * 5000),
    (Column.SESSION, "\x1b[2J:1:weight:1"),
    (Column.SESSION, f"a:1:weight:{10**30}"),
    (Column.SESSION, "a:1:teleport:1"),
]


@pytest.fixture
def memory() -> Memory:
    here = Memory()
    here.api.create(BOOK, "Training log")
    return here


@pytest.fixture
def hands(memory: Memory, tmp_path: Path) -> Hands:
    """A sheet with two workouts of two sets."""
    writer = Laptop(tmp_path / "writer", memory, "Ann", 1)
    push = writer.gym.push()
    writer.gym.trained(push, done(100, 5), done(100, 4))
    writer.gym.trained(push, done(105, 5), done(105, 4))
    writer.push()
    writer.gym.close()
    return Hands(memory.api, BOOK)


@pytest.fixture
def laptop(tmp_path: Path, memory: Memory, hands: Hands) -> Iterator[Laptop]:
    one = Laptop(tmp_path / "new", memory, "Ann", 2)
    yield one
    one.gym.close()


@pytest.mark.parametrize(("column", "value"), UNREADABLE)
def test_a_row_the_log_cannot_keep_is_told_and_keeps_no_other_from_coming(
    laptop: Laptop, hands: Hands, column: Column, value: object
) -> None:
    hands.edit("Log", 1, FIRST[column], value)
    taken = laptop.take()
    assert [one.row for one in taken.unread] == [2]
    assert taken.sets == 3
    assert laptop.take().sets == 0, "nothing comes twice"


@pytest.mark.parametrize("column", [Column.EXERCISE, Column.WORKOUT, Column.NOTE, Column.WORKOUT_NOTE, Column.LIFTER])
def test_hostile_text_is_text(laptop: Laptop, hands: Hands, column: Column) -> None:
    hands.edit("Log", 1, FIRST[column], HOSTILE)
    taken = laptop.take()
    assert (taken.sets, taken.unread) == (4, ())
    logbook = laptop.gym.logbook
    kept = [
        text
        for one in logbook.past_page()
        for session in [logbook.session(one.uid)]
        for text in (session.title, session.note, *_texts(session))
    ]
    assert all(text.isprintable() for text in kept), kept
    if column is not Column.LIFTER:
        assert any("[red]x[/] =1+1" in text for text in kept)


def _texts(session: Session) -> list[str]:
    return [
        text
        for block in session.exercises
        for text in (block.exercise.name, *(one.values.note for one in block.performed))
    ]


@pytest.mark.parametrize(
    ("column", "value"), [(Column.KEY, "\x1b[2J"), (Column.TOKEN, "x:1:y:z"), (Column.STATUS, REMOVED)]
)
def test_rows_that_are_no_sets_of_ours_are_left_alone(laptop: Laptop, hands: Hands, column: Column, value: str) -> None:
    hands.edit("Log", 1, FIRST[column], value)
    assert laptop.take().sets == 3


def test_a_workout_that_is_changed_in_the_moment_of_a_pull_keeps_the_change(
    laptop: Laptop, memory: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop.take()
    second = Laptop(tmp_path / "second", memory, "Ann", 3)
    second.take()
    session = second.gym.logbook.past_page()[0].uid
    place = second.gym.logbook.session(session)
    second.gym.logbook.reopen(session)
    second.gym.log(second.gym.logbook.session(session), done(90, 8))
    second.gym.logbook.finish(session)
    second.push()
    second.gym.close()
    assert laptop.look().additions == 1
    edited = place.exercises[0].performed[0].uid
    with_set = pulling._with_set

    def change_meanwhile(logbook: Logbook, read: Session, one: object) -> Session:
        laptop.gym.again().edit_set(edited, done(111, 1))
        return with_set(logbook, read, one)  # type: ignore[arg-type]

    monkeypatch.setattr(pulling, "_with_set", change_meanwhile)
    with pytest.raises(StaleSession):
        laptop.take()
    monkeypatch.undo()
    assert laptop.take().additions == 1
    after = laptop.gym.logbook.session(session)
    assert after.done == place.done + 1
    assert next(one for one in after.exercises[0].performed if one.uid == edited).values == done(111, 1)
