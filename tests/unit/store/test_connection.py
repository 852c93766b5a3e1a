"""Opening a log, writing to it, and the traps of SQLite that the store keeps clear of."""

from __future__ import annotations

import re
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.processes import ROOT, outcomes, start
from tests.unit.store import rows
from workout_tui.errors import InvalidEntry, StoreBusy, StoreDamaged, StoreReplaced, StoreTooNew, StoreUnavailable
from workout_tui.store import migrations
from workout_tui.store.acts import act
from workout_tui.store.connection import Store
from workout_tui.store.places import park, rearrange

Snapshot = dict[str, tuple[bytes, int]]


def snapshot(folder: Path) -> Snapshot:
    """Every file of a folder: its bytes and when it was written."""
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.iterdir() if one.is_file()}


def written_by(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


class TestOpening:
    @pytest.mark.parametrize("mode", ["wal", "delete"])
    def test_a_file_of_a_newer_program_is_left_untouched(self, path: Path, mode: str) -> None:
        Store(path).close()
        written_by(path, f"PRAGMA user_version = {migrations.LATEST + 1}", f"PRAGMA journal_mode = {mode}")
        before = snapshot(path.parent)
        with pytest.raises(StoreTooNew, match="written by a newer workout") as caught:
            Store(path)
        assert "was not touched" in caught.value.fix
        assert snapshot(path.parent) == before

    def test_a_newer_format_that_is_still_in_the_write_ahead_log_is_seen_too(self, path: Path) -> None:
        Store(path).close()
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("PRAGMA user_version = 99")
            with pytest.raises(StoreTooNew, match="format 99"):
                Store(path)

    @pytest.mark.parametrize(
        "statements",
        [
            ("CREATE TABLE song(title)",),
            ("PRAGMA application_id = 77",),
            ("PRAGMA journal_mode = wal", "CREATE TABLE song(title)", "PRAGMA user_version = 1"),
        ],
    )
    def test_a_database_of_another_program_is_left_untouched(self, path: Path, statements: tuple[str, ...]) -> None:
        written_by(path, *statements)
        before = snapshot(path.parent)
        with pytest.raises(StoreDamaged, match="database of another program"):
            Store(path)
        assert snapshot(path.parent) == before

    def test_a_text_file_is_left_untouched(self, path: Path) -> None:
        path.write_text("Dear diary,\n" * 200)
        before = snapshot(path.parent)
        with pytest.raises(StoreDamaged, match="damaged, or no log at all"):
            Store(path)
        assert snapshot(path.parent) == before

    def test_a_folder_is_named_as_what_it_is(self, path: Path) -> None:
        path.mkdir()
        with pytest.raises(StoreUnavailable, match="is a folder"):
            Store(path)

    def test_an_empty_file_becomes_a_log(self, path: Path) -> None:
        path.touch()
        with closing(Store(path)) as store:
            assert store.value("SELECT count(*) FROM session") == 0

    def test_a_missing_file_is_made_only_when_asked_for(self, path: Path) -> None:
        with pytest.raises(StoreUnavailable, match="cannot be opened: the file is missing"):
            Store(path, create=False)
        assert not path.exists()

    def test_a_missing_folder_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(StoreUnavailable, match="cannot be opened"):
            Store(tmp_path / "nowhere" / "workout.db")

    @pytest.mark.parametrize("name", ["a?b#c%20.db", "Übung “neu”.db", "mode=ro&x.db"])
    def test_any_name_of_a_file_is_taken_as_it_is(self, tmp_path: Path, name: str) -> None:
        Store(tmp_path / name).close()
        assert [one.name for one in tmp_path.iterdir()] == [name]

    def test_a_relative_path_is_taken_from_the_folder_one_is_in(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        Store(Path("workout.db")).close()
        assert (tmp_path / "workout.db").exists()

    def test_the_connection_is_set_as_durability_asks(self, store: Store) -> None:
        told = {
            name: store.value(f"PRAGMA {name}")
            for name in (
                "journal_mode", "synchronous", "fullfsync", "checkpoint_fullfsync", "foreign_keys",
                "recursive_triggers", "application_id", "user_version", "busy_timeout", "wal_autocheckpoint",
            )
        }  # fmt: skip
        assert told == {
            "journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "checkpoint_fullfsync": 1, "foreign_keys": 1,
            "recursive_triggers": 0, "application_id": int.from_bytes(b"WORK"), "user_version": migrations.LATEST,
            "busy_timeout": 5000, "wal_autocheckpoint": 1000,
        }  # fmt: skip

    def test_only_one_connection_moves_the_write_ahead_log(self, store: Store, path: Path) -> None:
        with closing(Store(path, busy_ms=50)) as other:
            assert other.value("PRAGMA wal_autocheckpoint") == 0
            assert other.value("PRAGMA busy_timeout") == 50

    def test_wrapping_the_connection_leaves_its_settings_alone(self, store: Store) -> None:
        assert store.db["session"].exists()
        assert store.value("PRAGMA recursive_triggers") == 0

    def test_a_migration_that_fails_leaves_nothing_behind(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(migrations.STEPS, "3", "CREATE TABLE sound(a);\nCREATE TABLE broken(;\n")
        with pytest.raises(sqlite3.OperationalError, match="incomplete input"):
            Store(path)
        monkeypatch.undo()
        with closing(Store(path)) as store:
            assert store.value("SELECT count(*) FROM session") == 0


class TestWriting:
    def test_a_transaction_that_raises_leaves_nothing(self, store: Store) -> None:
        def fail() -> None:
            with store.write():
                rows.profile(store)
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail()
        assert store.value("SELECT count(*) FROM profile") == 0
        assert not store.connection.in_transaction

    def test_an_act_is_recorded_with_what_it_changed(self, store: Store) -> None:
        session, block = rows.small_log(store)
        with act(store, "log", at=rows.AT + 5, session_id=session) as running:
            rows.performed(store, block)
        row = store.rows("SELECT * FROM act")[0]
        assert (row["id"], row["kind"], row["at"], row["session_id"], row["open"]) == (
            running.id, "log", rows.AT + 5, session, None,
        )  # fmt: skip
        recorded = store.rows("SELECT act_id, at FROM audit ORDER BY seq DESC LIMIT 1")[0]
        assert tuple(recorded) == (running.id, rows.AT + 5)

    def test_an_act_that_changed_nothing_leaves_no_trace(self, store: Store) -> None:
        with act(store, "look", at=rows.AT):
            pass
        assert store.value("SELECT count(*) FROM act") == 0

    def test_an_act_that_failed_leaves_no_trace(self, store: Store) -> None:
        with pytest.raises(InvalidEntry), act(store, "log", at=rows.AT):
            rows.profile(store, "")
        assert store.value("SELECT count(*) FROM act") == 0
        assert store.value("SELECT count(*) FROM audit") == 0

    def test_many_rows_are_written_by_one_statement(self, store: Store) -> None:
        with store.write():
            sql = "INSERT INTO metric(name, value, at) VALUES (?, ?, 0)"
            assert store.run_many(sql, ((f"m{n}", n) for n in range(5))) == 5
        assert store.value("SELECT sum(value) FROM metric") == 10

    def test_what_another_connection_wrote_is_noticed(self, store: Store, path: Path) -> None:
        before = store.data_version
        rows.small_log(store)
        assert store.data_version == before
        with closing(Store(path)) as other, other.write():
            rows.profile(other, "Bob")
        assert store.data_version != before

    def test_reads_of_one_state_do_not_see_what_comes_between(self, store: Store, path: Path) -> None:
        with closing(Store(path)) as other:
            with store.read():
                assert store.value("SELECT count(*) FROM profile") == 0
                with other.write():
                    rows.profile(other)
                assert store.value("SELECT count(*) FROM profile") == 0
            assert store.value("SELECT count(*) FROM profile") == 1

    def test_a_read_inside_a_write_sees_what_is_being_written(self, store: Store) -> None:
        with store.write():
            rows.profile(store)
            with store.read():
                assert store.value("SELECT count(*) FROM profile") == 1
        assert store.value("SELECT count(*) FROM profile") == 1

    def test_closing_is_not_kept_up_by_another_writer(self, path: Path) -> None:
        store = Store(path, busy_ms=0)
        with closing(Store(path)) as other, other.write():
            store.close()
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            store.value("SELECT 1")

    def test_a_connection_in_the_wrong_thread_is_a_fault_of_ours(self, store: Store) -> None:
        caught: list[BaseException] = []

        def use() -> None:
            try:
                store.value("SELECT 1")
            except sqlite3.ProgrammingError as error:
                caught.append(error)

        thread = threading.Thread(target=use)
        thread.start()
        thread.join()
        assert "thread" in str(caught[0])

    @pytest.mark.parametrize("sql", ["SELEC 1", "SELECT nothing FROM session", "SELECT * FROM nowhere"])
    def test_a_wrong_statement_is_a_fault_of_ours(self, store: Store, sql: str) -> None:
        with pytest.raises(sqlite3.OperationalError) as caught:
            store.rows(sql)
        assert caught.value.__cause__ is None

    @pytest.mark.parametrize("note", ["lone \udc80 surrogate", 1 << 70])
    def test_what_no_file_can_hold_is_bad_data(self, store: Store, note: object) -> None:
        rows.small_log(store)
        with pytest.raises(InvalidEntry, match="no log can keep"), store.write():
            store.run("UPDATE session SET note = ?", (note,))
        assert not store.connection.in_transaction

    def test_the_constraint_that_refused_is_in_the_context_and_no_value(self, store: Store) -> None:
        rows.small_log(store)
        with pytest.raises(InvalidEntry) as caught, store.write():
            store.run("UPDATE session SET title = ''")
        assert caught.value.context == {"constraint": "CHECK constraint failed: title <> ''"}


class TestHazards:
    """What goes wrong with SQLite and sqlite-utils, and does not here."""

    def test_nothing_stands_for_nothing_in_no_unique_key(self, store: Store) -> None:
        """NULLs are all different to UNIQUE, so no key may hold one; plans without a set are meant to be many."""
        for table in [row[0] for row in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]:
            nullable = {row["name"] for row in store.rows(f"PRAGMA table_info({table})") if not row["notnull"]}
            for index in store.rows(f"PRAGMA index_list({table})"):
                columns = {row["name"] for row in store.rows(f"PRAGMA index_info({index['name']})")}
                if index["unique"] and not index["partial"] and table != "_sqlite_migrations":
                    assert not columns & nullable, (table, index["name"])

    def test_ids_are_never_given_twice(self, store: Store) -> None:
        _, block = rows.small_log(store)
        with store.write():
            first = rows.performed(store, block)
        with store.write():
            store.run("DELETE FROM performed_set")
        with store.write():
            assert rows.performed(store, block) > first

    def test_two_sets_change_places(self, store: Store) -> None:
        _, block = rows.small_log(store)
        with store.write():
            first, second = rows.performed(store, block, 1), rows.performed(store, block, 2)
        with pytest.raises(InvalidEntry), store.write():
            store.run("UPDATE performed_set SET n = 3 - n")
        with act(store, "reorder", at=rows.AT):
            rearrange(store, "performed_set", {first: 2, second: 1})
        assert [row["id"] for row in store.rows("SELECT id FROM performed_set ORDER BY n")] == [second, first]

    def test_only_rows_that_moved_are_recorded(self, store: Store) -> None:
        _, block = rows.small_log(store)
        with store.write():
            ids = [rows.performed(store, block, n) for n in range(1, 6)]
        with act(store, "reorder", at=rows.AT) as reordering:
            rearrange(store, "performed_set", dict(zip([ids[0], ids[2], ids[1], *ids[3:]], range(1, 6), strict=True)))
        moved = store.rows("SELECT entity_id FROM audit WHERE act_id = ?", (reordering.id,))
        assert sorted(row["entity_id"] for row in moved) == [ids[1], ids[2]]

    def test_the_highest_place_and_the_first_day_can_be_parked(self, store: Store) -> None:
        _, block = rows.small_log(store)
        with store.write():
            last = rows.performed(store, block, 99)
            park(store, "performed_set", [last])
            park(store, "performed_set", [last])
            park(store, "template", [1])
            assert store.value("SELECT n FROM performed_set") == -100
            assert store.value("SELECT day FROM template") == -1
            rearrange(store, "performed_set", {last: 1})
            rearrange(store, "template", {1: 0})

    def test_a_place_that_another_row_has_is_refused(self, store: Store) -> None:
        _, block = rows.small_log(store)
        with store.write():
            first, _ = rows.performed(store, block, 1), rows.performed(store, block, 2)
        with pytest.raises(InvalidEntry), store.write():
            rearrange(store, "performed_set", {first: 2})

    def test_a_query_is_always_read_to_its_end(self, store: Store, path: Path) -> None:
        """A half-read cursor would pin the state it began with and refuse the next write."""
        rows.small_log(store)
        store.value("SELECT entity FROM audit")
        store.row("SELECT entity FROM audit")
        with closing(Store(path)) as other, other.write():
            rows.profile(other, "Bob")
        with store.write():
            rows.profile(store, "Eve")

    def test_the_lock_is_taken_before_anything_is_read(self, store: Store, path: Path) -> None:
        """A transaction that first reads and then writes would be refused at once, however long it may wait."""
        with (
            closing(Store(path, busy_ms=0)) as other,
            store.write(),
            pytest.raises(StoreBusy, match="Not saved: another program"),
            other.write(),
        ):
            pytest.fail("the write began without the lock")

    def test_the_program_uses_none_of_the_dangerous_calls(self) -> None:
        """sqlite-utils' upsert can lose rows, its transform drops triggers; both look harmless."""
        called = re.compile(r"\.(upsert|upsert_all|transform|enable_wal|insert_all)\(")
        sources = (ROOT / "workout_tui").rglob("*.py")
        assert [f"{one.name}: {found[1]}" for one in sources if (found := called.search(one.read_text()))] == []

    def test_an_unknown_table_is_not_made_by_mentioning_it(self, store: Store) -> None:
        with pytest.raises(sqlite3.OperationalError, match="no such table"), store.write():
            store.run("INSERT INTO sesion(uid) VALUES ('x')")

    def test_the_file_that_was_exchanged_takes_no_write(self, store: Store, path: Path) -> None:
        path.rename(path.with_suffix(".old"))
        with pytest.raises(StoreReplaced, match="moved, deleted or exchanged"), store.write():
            pytest.fail("a dead file was written to")

    def test_a_file_exchanged_during_a_write_is_not_acknowledged(self, store: Store, path: Path) -> None:
        def log() -> None:
            with store.write():
                rows.profile(store)
                path.rename(path.with_suffix(".old"))

        with pytest.raises(StoreReplaced):
            log()


OPEN = """
import sys
from pathlib import Path
from workout_tui.store.connection import Store
print("ready", flush=True)
sys.stdin.readline()
Store(Path(sys.argv[1]), busy_ms=50).close()
"""

LOG_MANY = """
import sys
from pathlib import Path
from workout_tui.store.acts import act
from workout_tui.store.connection import Store
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for n in range(500):
    with act(store, "count", at=n):
        seen = store.value("SELECT value FROM metric WHERE name = 'count'")
        store.run("UPDATE metric SET value = ? WHERE name = 'count'", (seen + 1,))
        store.run("INSERT INTO exercise(uid, name, name_key, measure) VALUES (:uid, :uid, :uid, 'weight')",
                  {"uid": f"{sys.argv[2]}-{n}"})
store.close()
"""


def test_twenty_programs_that_start_at_once_all_come_up(path: Path) -> None:
    processes = [start(OPEN, path) for _ in range(20)]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    assert outcomes(processes) == [(0, "", "")] * 20
    with closing(Store(path)) as store:
        assert store.value("SELECT count(*) FROM _sqlite_migrations") == migrations.LATEST
        assert store.value("PRAGMA integrity_check") == "ok"


def test_two_programs_write_500_times_each_and_nothing_is_lost_or_refused(path: Path) -> None:
    with closing(Store(path)) as store:
        with store.write():
            store.run("INSERT INTO metric(name, value, at) VALUES ('count', 0, 0)")
        processes = [start(LOG_MANY, path, name) for name in "ab"]
        for process in processes:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        assert outcomes(processes) == [(0, "", "")] * 2
        assert store.value("SELECT value FROM metric") == 1000
        assert store.value("SELECT count(*) FROM exercise") == 1000
        assert (
            store.value("SELECT count(DISTINCT act_id) FROM audit") == store.value("SELECT count(*) FROM act") == 1000
        )
