"""Undo and redo of acts: nothing is lost, nothing comes back under another name."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.store import rows
from workout_tui.errors import CannotUndo
from workout_tui.store.acts import act
from workout_tui.store.connection import Store
from workout_tui.store.places import rearrange
from workout_tui.store.undo import redo_next, undo_last


class Desk:
    """A session on which random acts are done."""

    def __init__(self, store: Store, chance: Random) -> None:
        self.store = store
        self.chance = chance
        self.session, self.first_block = rows.small_log(store)
        self.count = itertools.count(1)
        with store.write():
            self.exercises = [rows.exercise(store, name) for name in ("Bench", "Row")]
        self.doings: list[Callable[[], None]] = [
            self.log, self.log, self.log, self.edit, self.remove, self.shuffle_sets, self.insert_before, self.move,
            self.add_block, self.drop_block, self.shuffle_blocks, self.note, self.swap, self.settle,
        ]  # fmt: skip

    def act(self) -> str | None:
        """Do one random act; the name of its kind, None when nothing changed."""
        before = rows.state(self.store)
        doing = self.chance.choice(self.doings)
        with act(self.store, doing.__name__, at=rows.AT, session_id=self.session):
            doing()
        return doing.__name__ if rows.state(self.store) != before else None

    def any_of(self, sql: str, *parameters: Any) -> int | None:
        found = [row[0] for row in self.store.rows(sql, parameters)]
        return self.chance.choice(found) if found else None

    def any_block(self) -> int | None:
        return self.any_of("SELECT id FROM session_exercise WHERE session_id = ?", self.session)

    def any_set(self) -> int | None:
        return self.any_of("SELECT id FROM performed_set")

    def free(self, block: int) -> int:
        return int(
            self.store.value(
                "SELECT max(coalesce((SELECT max(n) FROM performed_set WHERE session_exercise_id = :b), 0),"
                " coalesce((SELECT max(n) FROM planned_set WHERE session_exercise_id = :b), 0)) + 1",
                {"b": block},
            )
        )

    def log(self) -> None:
        block = self.any_block()
        if block is None:
            return
        n, number = self.free(block), next(self.count)
        load = self.chance.choice([None, 20_000, -5_000])
        rows.performed(
            self.store, block, n, uid=f"set-{number}", load=load, unit=load and "lb", reps=self.chance.randrange(1, 9),
            note=self.chance.choice(["", "näher ran", 'a "quoted" \\ 😀\n']),
        )  # fmt: skip
        rows.planned(self.store, block, n, uid=f"plan-{number}", state="done", set_uid=f"set-{number}")

    def edit(self) -> None:
        self.store.run(  # only what differs is written, as the program does: an equal row is no act
            "UPDATE performed_set SET reps = :reps, rpe10 = 85 WHERE id = :id AND (reps, rpe10) IS NOT (:reps, 85)",
            {"reps": self.chance.randrange(1, 9), "id": self.any_set()},
        )

    def remove(self) -> None:
        one = self.any_set()
        self.store.run(
            "UPDATE planned_set SET state = 'open', set_uid = NULL"
            " WHERE set_uid = (SELECT uid FROM performed_set WHERE id = ?)",
            (one,),
        )
        self.store.run("DELETE FROM performed_set WHERE id = ?", (one,))

    def shuffle_sets(self) -> None:
        block = self.any_block()
        for table in ("performed_set", "planned_set"):
            ids = [row[0] for row in self.store.rows(f"SELECT id FROM {table} WHERE session_exercise_id = ?", (block,))]
            self.chance.shuffle(ids)
            rearrange(self.store, table, dict(zip(ids, itertools.count(1))))

    def insert_before(self) -> None:
        block = self.any_block()
        if block is None:
            return
        stand = self.store.rows("SELECT id, n FROM performed_set WHERE session_exercise_id = ?", (block,))
        rearrange(self.store, "performed_set", {row["id"]: row["n"] + 1 for row in stand})
        rows.performed(self.store, block, 1, uid=f"set-{next(self.count)}", kind="warmup")

    def move(self) -> None:
        """Move the done sets of a block to another one, and drop it: the wrong exercise was chosen."""
        wrong, right = self.any_block(), self.any_block()
        if wrong is None or right is None or wrong == right:
            return
        for row in self.store.rows("SELECT id FROM performed_set WHERE session_exercise_id = ?", (wrong,)):
            self.store.run(
                "UPDATE performed_set SET session_exercise_id = ?, n = ? WHERE id = ?",
                (right, self.free(right), row["id"]),
            )
        self.store.run("DELETE FROM planned_set WHERE session_exercise_id = ?", (wrong,))
        self.store.run("DELETE FROM session_exercise WHERE id = ?", (wrong,))

    def add_block(self) -> None:
        position = self.store.value("SELECT coalesce(max(position), 0) + 1 FROM session_exercise")
        rows.block(
            self.store, self.session, self.chance.choice(self.exercises), position, uid=f"block-{next(self.count)}"
        )

    def drop_block(self) -> None:
        block = self.any_block()
        self.store.run(
            "UPDATE planned_set SET state = 'open', set_uid = NULL"
            " WHERE set_uid IN (SELECT uid FROM performed_set WHERE session_exercise_id = ?)",
            (block,),
        )
        for table in ("planned_set", "performed_set"):
            self.store.run(f"DELETE FROM {table} WHERE session_exercise_id = ?", (block,))
        self.store.run("DELETE FROM session_exercise WHERE id = ?", (block,))

    def shuffle_blocks(self) -> None:
        ids = [row[0] for row in self.store.rows("SELECT id FROM session_exercise")]
        self.chance.shuffle(ids)
        rearrange(self.store, "session_exercise", dict(zip(ids, itertools.count(1))))

    def note(self) -> None:
        self.store.run(
            "UPDATE session SET note = ?, bodyweight = 80000, bodyweight_unit = 'kg'", (f"n{next(self.count)}",)
        )

    def swap(self) -> None:
        """Done sets change places with each other's plans."""
        done = self.store.rows("SELECT id, set_uid FROM planned_set WHERE set_uid IS NOT NULL LIMIT 2")
        if len(done) == 2:
            self.store.run("UPDATE planned_set SET state = 'open', set_uid = NULL WHERE id = ?", (done[0]["id"],))
            self.store.run("UPDATE planned_set SET set_uid = ? WHERE id = ?", (done[0]["set_uid"], done[1]["id"]))
            self.store.run(
                "UPDATE planned_set SET state = 'done', set_uid = ? WHERE id = ?", (done[1]["set_uid"], done[0]["id"])
            )

    def settle(self) -> None:
        """A standing note for the exercise, in the same act as what is done in the session."""
        self.store.run(
            "INSERT INTO exercise_setting(profile_id, exercise_id, note) VALUES (1, 1, :note)"
            " ON CONFLICT(profile_id, exercise_id) DO UPDATE SET note = excluded.note",
            {"note": f"seat {next(self.count)}"},
        )


@contextmanager
def a_desk(seed: int) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "workout.db")
        store.connection.execute("PRAGMA synchronous = OFF")  # these logs are thrown away
        try:
            yield Desk(store, Random(seed))
        finally:
            store.close()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32), length=st.integers(1, 25))
def test_undoing_every_act_restores_the_start_and_redoing_all_the_end(seed: int, length: int) -> None:
    with a_desk(seed) as desk:
        start = rows.state(desk.store)
        kinds = [kind for kind in (desk.act() for _ in range(length)) if kind]
        end = rows.state(desk.store)

        assert [undo_last(desk.store, desk.session, at=rows.AT) for _ in kinds] == kinds[::-1]
        assert rows.state(desk.store) == start
        with pytest.raises(CannotUndo, match="Nothing to undo"):
            undo_last(desk.store, desk.session, at=rows.AT)

        assert [redo_next(desk.store, desk.session, at=rows.AT) for _ in kinds] == kinds
        assert rows.state(desk.store) == end
        with pytest.raises(CannotUndo, match="Nothing to redo"):
            redo_next(desk.store, desk.session, at=rows.AT)
        assert not desk.store.rows("PRAGMA foreign_key_check")
        of_a_session = ("session", "session_exercise", "planned_set", "performed_set")
        traced = desk.store.rows("SELECT entity FROM audit WHERE session_id IS NULL")
        assert not {row["entity"] for row in traced}.intersection(of_a_session), (
            "a child was written without its parent"
        )


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32), steps=st.lists(st.sampled_from("aaur"), max_size=40))
def test_acts_undo_and_redo_in_any_order_follow_two_stacks(seed: int, steps: list[str]) -> None:
    """The model: undo pops what was done, redo what was undone, and something new empties the redo."""
    with a_desk(seed) as desk:
        done: list[dict[str, list[tuple[Any, ...]]]] = [rows.state(desk.store)]
        undone: list[dict[str, list[tuple[Any, ...]]]] = []
        for step in steps:
            if step == "a":
                if desk.act():
                    done.append(rows.state(desk.store))
                    undone.clear()
            elif step == "u" and len(done) > 1:
                undo_last(desk.store, desk.session, at=rows.AT)
                undone.append(done.pop())
            elif step == "r" and undone:
                redo_next(desk.store, desk.session, at=rows.AT)
                done.append(undone.pop())
            elif step != "a":
                with pytest.raises(CannotUndo, match="Nothing to"):
                    (undo_last if step == "u" else redo_next)(desk.store, desk.session, at=rows.AT)
            assert rows.state(desk.store) == done[-1]


def log_one(store: Store, session: int, block: int, n: int = 1) -> None:
    with act(store, "log", at=rows.AT, session_id=session):
        rows.performed(store, block, n)


def test_a_set_that_was_changed_since_is_not_undone(store: Store) -> None:
    session, block = rows.small_log(store)
    log_one(store, session, block)
    with store.write():
        store.run("UPDATE performed_set SET reps = 8")
    before = rows.state(store)
    with pytest.raises(CannotUndo, match="A set was changed since"):
        undo_last(store, session, at=rows.AT)
    assert rows.state(store) == before
    assert store.value("SELECT count(*) FROM act WHERE undoes IS NOT NULL OR undone_at IS NOT NULL") == 0


def test_a_removed_set_whose_place_was_taken_since_stays_removed(store: Store) -> None:
    session, block = rows.small_log(store)
    log_one(store, session, block)
    with act(store, "remove", at=rows.AT, session_id=session):
        store.run("DELETE FROM performed_set")
    with store.write():
        rows.performed(store, block, 1, uid="from-elsewhere")
    with pytest.raises(CannotUndo, match="stands in the way"):
        undo_last(store, session, at=rows.AT)
    assert store.value("SELECT uid FROM performed_set") == "from-elsewhere"


def test_a_block_into_which_a_set_was_logged_since_stays(store: Store) -> None:
    session, _ = rows.small_log(store)
    with act(store, "add", at=rows.AT, session_id=session):
        block = rows.block(store, session, 1, 2)
    with store.write():
        rows.performed(store, block)
    with pytest.raises(CannotUndo, match="stands in the way"):
        undo_last(store, session, at=rows.AT)
    assert store.value("SELECT count(*) FROM performed_set") == 1


def test_kinds_can_be_refused_in_words_or_passed_over(store: Store) -> None:
    session, block = rows.small_log(store)
    log_one(store, session, block)
    with act(store, "finish", at=rows.AT, session_id=session):
        store.run("UPDATE session SET note = 'finished'")
    with pytest.raises(CannotUndo, match="keep training"):
        undo_last(store, session, at=rows.AT, refused={"finish": "Press u to keep training."})
    assert undo_last(store, session, at=rows.AT, passed_over={"finish"}) == "log"
    assert store.value("SELECT note FROM session") == "finished"


def test_the_beginning_of_a_session_is_never_undone(store: Store) -> None:
    rows.small_log(store)
    with store.write():
        other = rows.profile(store, "Bob")
    with act(store, "start", at=rows.AT) as begun:
        begun.session_id = rows.session(store, other, 1)
    assert begun.session_id is not None
    with pytest.raises(CannotUndo, match="began the workout"):
        undo_last(store, begun.session_id, at=rows.AT)


def test_a_row_whose_past_is_unknown_is_not_undone(store: Store) -> None:
    session, block = rows.small_log(store)
    log_one(store, session, block)
    with act(store, "edit", at=rows.AT, session_id=session):
        store.run("UPDATE performed_set SET reps = 8")
        store.run("DELETE FROM audit WHERE op = 'I' AND entity = 'performed_set'")
    with pytest.raises(CannotUndo, match="before is not known"):
        undo_last(store, session, at=rows.AT)
    assert store.value("SELECT reps FROM performed_set") == 8


def test_undo_and_redo_survive_the_end_of_the_program(path: Path) -> None:
    with closing(Store(path)) as store:
        session, block = rows.small_log(store)
        log_one(store, session, block)
        undo_last(store, session, at=rows.AT)
    with closing(Store(path)) as again:
        assert redo_next(again, session, at=rows.AT) == "log"
        assert again.value("SELECT uid FROM performed_set") == f"d-{block}-1"


def test_what_was_given_up_by_a_new_act_never_comes_back(store: Store) -> None:
    session, block = rows.small_log(store)
    log_one(store, session, block, 1)
    log_one(store, session, block, 2)
    undo_last(store, session, at=rows.AT)
    log_one(store, session, block, 3)
    for _ in range(2):
        undo_last(store, session, at=rows.AT)
    for _ in range(2):
        redo_next(store, session, at=rows.AT)
    assert [row["n"] for row in store.rows("SELECT n FROM performed_set ORDER BY n")] == [1, 3]
    with pytest.raises(CannotUndo, match="Nothing to redo"):
        redo_next(store, session, at=rows.AT)


def test_undo_counts_a_revision_and_sees_only_its_own_session(store: Store) -> None:
    session, block = rows.small_log(store)
    log_one(store, session, block)
    revision = store.value("SELECT revision FROM session")
    with pytest.raises(CannotUndo):
        undo_last(store, session + 1, at=rows.AT)
    undo_last(store, session, at=rows.AT)
    assert store.value("SELECT revision FROM session") > revision


def test_an_act_that_came_to_nothing_can_be_undone_and_redone(store: Store) -> None:
    session, block = rows.small_log(store)
    log_one(store, session, block)
    with act(store, "edit", at=rows.AT, session_id=session):
        store.run("UPDATE performed_set SET reps = 8")
        store.run("UPDATE performed_set SET reps = 5")
    assert [undo_last(store, session, at=rows.AT) for _ in range(2)] == ["edit", "log"]
    assert [redo_next(store, session, at=rows.AT) for _ in range(2)] == ["log", "edit"]
