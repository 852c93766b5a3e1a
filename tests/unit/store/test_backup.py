"""Backups are whole, checked before anything is rotated, and can be put back."""

from __future__ import annotations

import errno
import os
import resource
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.processes import outcomes, start
from tests.unit.store import rows
from tests.unit.store.test_connection import LOG_MANY, snapshot, written_by
from workout_tui.errors import StoreBusy, StoreDamaged, StoreFull, StoreReadOnly, StoreTooNew, StoreUnavailable
from workout_tui.store import backup, health
from workout_tui.store.connection import Store

DAY = 86_400_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


@pytest.fixture
def log(store: Store) -> Store:
    """A log with a few sets, still open, so that they stand in the write-ahead log."""
    _, block = rows.small_log(store)
    with store.write():
        for n in range(1, 6):
            rows.performed(store, block, n)
    return store


def damage(path: Path, page: int = 5) -> None:
    """Overwrite one page with noise."""
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


class TestBackingUp:
    def test_a_backup_holds_what_stands_in_the_write_ahead_log_too(self, log: Store, path: Path, folder: Path) -> None:
        made = backup.back_up(path, folder, at=rows.AT + 123)
        assert made == backup.Backup(folder / "workout-20250921-160000.db", rows.AT)
        assert names(folder) == ["workout-20250921-160000.db"]
        assert made.path.read_bytes()[18:20] == b"\x01\x01", "a backup must not need a write-ahead log beside it"
        with closing(Store(made.path)) as copy:
            assert rows.state(copy) == rows.state(log)

    def test_the_log_can_be_written_to_afterwards(self, log: Store, path: Path, folder: Path) -> None:
        backup.back_up(path, folder, at=rows.AT)
        with log.write():
            rows.profile(log, "Bob")

    def test_two_backups_of_one_second_are_two_files(self, log: Store, path: Path, folder: Path) -> None:
        first, second = (backup.back_up(path, folder, at=rows.AT) for _ in range(2))
        assert first.path != second.path
        assert backup.backups(folder) == [second, first]

    def test_without_a_folder_there_are_none_and_one_that_cannot_be_read_is_told(self, folder: Path) -> None:
        folder.rmdir()
        assert backup.backups(folder) == []
        folder.write_text("no folder")
        with pytest.raises(StoreUnavailable, match="The backups cannot be read"):
            backup.backups(folder)

    def test_backups_made_while_another_program_writes_are_each_of_one_moment(self, path: Path, folder: Path) -> None:
        with closing(Store(path)) as store:
            with store.write():
                store.run("INSERT INTO metric(name, value, at) VALUES ('count', 0, 0)")
            writer = start(LOG_MANY, path, "a")
            assert writer.stdout
            assert writer.stdin
            writer.stdout.readline()
            writer.stdin.write("\n")
            writer.stdin.flush()
            made = [backup.back_up(path, folder, at=rows.AT + n * 1000) for n in range(5)]
            assert outcomes([writer]) == [(0, "", "")]
        for one in made:
            with closing(sqlite3.connect(one.path)) as copy:
                counts = copy.execute("SELECT value, (SELECT count(*) FROM exercise) FROM metric").fetchone()
            assert counts[0] == counts[1]

    def test_a_damaged_log_costs_no_good_backup(self, log: Store, path: Path, folder: Path) -> None:
        good = [backup.back_up(path, folder, at=rows.AT + n * 1000) for n in range(backup.KEPT)]
        log.close()
        damage(path)
        with pytest.raises(StoreDamaged, match="No backup was made"):
            backup.back_up(path, folder, at=rows.AT + DAY)
        assert backup.backups(folder) == good[::-1]
        assert len(names(folder)) == len(good)

    def test_rows_without_their_parents_are_damage(self, log: Store, path: Path, folder: Path) -> None:
        written_by(path, "PRAGMA foreign_keys = OFF", "DELETE FROM session_exercise")
        with pytest.raises(StoreDamaged, match="5 of performed_set without their session_exercise"):
            backup.back_up(path, folder, at=rows.AT)
        assert names(folder) == []

    def test_a_copy_that_is_not_what_was_copied_is_thrown_away(
        self, log: Store, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def faults(connection: sqlite3.Connection) -> list[str]:
            connection.execute("UPDATE performed_set SET reps = reps + 1")
            return []

        monkeypatch.setattr(health, "faults", faults)
        with pytest.raises(StoreUnavailable, match="not what was copied"):
            backup.back_up(path, folder, at=rows.AT)
        assert names(folder) == []

    def test_a_missing_log_is_told(self, path: Path, folder: Path) -> None:
        with pytest.raises(StoreUnavailable, match="No backup was made: the file is missing"):
            backup.back_up(path, folder, at=rows.AT)
        assert names(folder) == []

    def test_a_missing_folder_is_told(self, log: Store, path: Path, tmp_path: Path) -> None:
        with pytest.raises(StoreUnavailable, match="No such file"):
            backup.back_up(path, tmp_path / "nowhere", at=rows.AT)

    @pytest.mark.parametrize(
        ("code", "kind"),
        [(errno.ENOSPC, StoreFull), (errno.EROFS, StoreReadOnly), (errno.EACCES, StoreReadOnly)],
    )
    def test_a_name_that_cannot_be_given_changes_nothing(
        self, log: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, *, code: int, kind: type[StoreUnavailable]
    ) -> None:
        def rename(self: Path, target: Path) -> Path:
            raise OSError(code, os.strerror(code), str(self))

        monkeypatch.setattr(Path, "rename", rename)
        with pytest.raises(kind, match="No backup was made"):
            backup.back_up(log.path, folder, at=rows.AT)
        assert names(folder) == []

    def test_a_full_disk_is_told_and_costs_nothing(self, log: Store, path: Path, folder: Path) -> None:
        good = backup.back_up(path, folder, at=rows.AT)

        def small_files() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

        code = """
import signal, sys
from pathlib import Path
from workout_tui.errors import StoreUnavailable
from workout_tui.store import backup
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    backup.back_up(Path(sys.argv[1]), Path(sys.argv[2]), at=int(sys.argv[3]))
except StoreUnavailable as error:
    print(error)
"""
        (told,) = outcomes([start(code, path, folder, rows.AT + DAY, limit=small_files)])
        assert told == (
            0,
            "No backup was made: the disk refused to write; it may be full, over a quota, or failing. Try again.\n",
            "",
        )
        assert backup.backups(folder) == [good]
        assert len(names(folder)) == 1


class TestRotating:
    def test_the_last_seven_and_the_last_of_each_month_are_kept(self, log: Store, path: Path, folder: Path) -> None:
        stamps = [f"2025{month:02}{day:02}-120000" for month in range(1, 9) for day in (3, 17, 28)]
        for stamp in stamps:
            (folder / f"workout-{stamp}.db").touch()
        backup.back_up(path, folder, at=rows.AT)
        kept = {one.path.name[8:16] for one in backup.backups(folder)}
        of_months = {f"2025{month:02}28" for month in range(1, 9)}
        assert kept == of_months | {"20250703", "20250717", "20250803", "20250817", "20250921"}

    def test_other_files_are_never_touched(self, log: Store, path: Path, folder: Path) -> None:
        others = [
            "notes.txt", "workout.db", "workout-20200101-000000.db.bak", "my-workout-20200101-000000.db",
            "workout-20201399-000000.db", "workout-20200101-000000.DB", "workout-20200101.db",
        ]  # fmt: skip
        for name in others:
            (folder / name).touch()
        (folder / "workout-20190101-000000.db").symlink_to(folder / "notes.txt")
        (folder / "workout-20190102-000000.db").mkdir()
        before = set(names(folder))
        for n in range(backup.KEPT + 1):
            backup.back_up(path, folder, at=rows.AT + n * 1000)
        assert before <= set(names(folder))
        assert len(backup.backups(folder)) == backup.KEPT

    def test_what_a_killed_backup_left_is_removed_once_it_is_old(self, log: Store, path: Path, folder: Path) -> None:
        old, young = (f"workout-202509{stamp}.db.part" for stamp in ("20-160000", "21-155500"))
        for name in (old, f"{old}-journal", young):
            (folder / name).touch()
        backup.back_up(path, folder, at=rows.AT)
        assert names(folder) == ["workout-20250921-155500.db.part", "workout-20250921-160000.db"]


class TestFindingTheNewest:
    def test_the_newest_that_is_sound_is_found(self, log: Store, path: Path, folder: Path) -> None:
        made = [backup.back_up(path, folder, at=rows.AT + n * 1000) for n in range(4)]
        damage(made[3].path)
        written_by(made[2].path, "PRAGMA user_version = 99")
        made[1].path.write_text("no log")
        assert backup.newest(folder) == made[0]

    def test_without_any_there_is_none(self, folder: Path) -> None:
        assert backup.newest(folder) is None
        assert backup.newest(folder / "nowhere") is None


class TestRestoring:
    def test_a_backup_takes_the_place_of_a_damaged_log_which_is_kept(
        self, log: Store, path: Path, folder: Path
    ) -> None:
        stood = rows.state(log)
        made = backup.back_up(path, folder, at=rows.AT)
        log.close()
        damage(path, page=1)
        damaged = path.read_bytes()
        aside = backup.restore(made.path, path, at=rows.AT + DAY)
        assert aside == path.with_name("workout-before-20250922-160000.db")
        assert aside.read_bytes() == damaged
        with closing(Store(path)) as restored:
            assert rows.state(restored) == stood
            with restored.write():
                rows.profile(restored, "Bob")
        assert made.path.exists()

    def test_what_stood_in_the_write_ahead_log_goes_aside_with_its_log(self, path: Path, folder: Path) -> None:
        with closing(Store(path)) as store:
            rows.small_log(store)
            made = backup.back_up(path, folder, at=rows.AT)
        code = """
import os, signal, sys
from pathlib import Path
from workout_tui.store.connection import Store
store = Store(Path(sys.argv[1]))
with store.write():
    store.run("UPDATE session SET note = 'after the backup'")
os.kill(os.getpid(), signal.SIGKILL)
"""
        outcomes([start(code, path)])
        assert path.with_name("workout.db-wal").stat().st_size
        aside = backup.restore(made.path, path, at=rows.AT)
        assert aside
        with closing(Store(path)) as restored, closing(Store(aside)) as old:
            assert restored.value("SELECT note FROM session") == ""
            assert old.value("SELECT note FROM session") == "after the backup"

    def test_a_log_that_is_gone_comes_back(self, log: Store, path: Path, folder: Path) -> None:
        stood = rows.state(log)
        made = backup.back_up(path, folder, at=rows.AT)
        log.close()
        path.unlink()
        assert backup.restore(made.path, path, at=rows.AT) is None
        with closing(Store(path)) as restored:
            assert rows.state(restored) == stood

    def test_restoring_twice_keeps_both_old_files(self, log: Store, path: Path, folder: Path) -> None:
        made = backup.back_up(path, folder, at=rows.AT)
        log.close()
        asides = [backup.restore(made.path, path, at=rows.AT) for _ in range(2)]
        assert len(set(asides)) == 2
        assert all(one and one.exists() for one in asides)

    def test_a_log_that_somebody_has_open_is_not_exchanged(self, log: Store, path: Path, folder: Path) -> None:
        made = backup.back_up(path, folder, at=rows.AT)
        with log.read():
            log.rows("SELECT * FROM session")
            with pytest.raises(StoreBusy, match="Nothing was restored: another program is using it"):
                backup.restore(made.path, path, at=rows.AT, busy_s=0.05)
        assert not list(path.parent.glob("workout*before*"))
        assert not path.with_name("workout.db.part").exists()
        with log.write():
            rows.profile(log, "Bob")

    @pytest.mark.parametrize("readable", [True, False])
    def test_when_the_exchange_itself_fails_everything_is_where_it_was(
        self, log: Store, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, readable: bool
    ) -> None:
        made = backup.back_up(path, folder, at=rows.AT)
        stood = rows.state(log)
        log.close()
        if not readable:
            damage(path, page=1)
            path.with_name("workout.db-wal").write_bytes(b"what stood there")
        before = snapshot(path.parent)

        def refuse(self: Path, target: Path) -> Path:
            raise OSError(errno.EIO, "the disk went away")

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", refuse)
            with pytest.raises(StoreUnavailable, match="Nothing was restored"):
                backup.restore(made.path, path, at=rows.AT)
        assert snapshot(path.parent).keys() == before.keys()
        if readable:
            with closing(Store(path)) as again:
                assert rows.state(again) == stood
        else:
            assert snapshot(path.parent) == before

    @pytest.mark.parametrize("fault", ["damaged", "newer", "foreign", "text", "missing"])
    def test_a_bad_backup_replaces_nothing(self, log: Store, path: Path, folder: Path, fault: str) -> None:
        made = backup.back_up(path, folder, at=rows.AT).path
        log.close()
        match fault:
            case "damaged":
                damage(made)
            case "newer":
                written_by(made, "PRAGMA user_version = 99")
            case "foreign":
                written_by(made, "PRAGMA application_id = 77")
            case "text":
                made.write_text("no log")
            case "missing":
                made.unlink()
        before = snapshot(path.parent)
        kinds: dict[str, type[StoreUnavailable]] = {"newer": StoreTooNew, "missing": StoreUnavailable}
        with pytest.raises(kinds.get(fault, StoreDamaged)):
            backup.restore(made, path, at=rows.AT)
        assert snapshot(path.parent) == before

    def test_a_disk_without_links_gets_a_copy(
        self, log: Store, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: Any) -> None:
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
        made = backup.back_up(path, folder, at=rows.AT)
        stood = rows.state(log)
        log.close()
        aside = backup.restore(made.path, path, at=rows.AT)
        assert aside
        assert not aside.samefile(path)
        with closing(Store(aside)) as old:
            assert rows.state(old) == stood

    def test_a_log_stands_under_its_name_at_every_moment(
        self, log: Store, path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = backup.back_up(path, folder, at=rows.AT)
        log.connection.close()
        moments = []
        for name in ("hardlink_to", "rename", "replace", "unlink"):
            real = getattr(Path, name)

            def watched(self: Path, *arguments: Any, real: Any = real, **options: Any) -> Any:
                moments.append(path.exists())
                return real(self, *arguments, **options)

            monkeypatch.setattr(Path, name, watched)
        backup.restore(made.path, path, at=rows.AT)
        assert len(moments) > 5
        assert all(moments)


class TestHealth:
    def test_a_sound_log_has_no_faults(self, log: Store, path: Path) -> None:
        assert health.quick_check(path) == []

    def test_a_damaged_page_is_a_fault(self, log: Store, path: Path) -> None:
        log.close()
        damage(path)
        assert health.quick_check(path)

    def test_a_damaged_header_is_a_fault(self, log: Store, path: Path) -> None:
        log.close()
        damage(path, page=1)
        assert health.quick_check(path) == ["file is not a database"]

    def test_a_row_without_a_place_is_a_fault(self, log: Store, path: Path) -> None:
        with log.write():
            log.run("UPDATE performed_set SET n = -n WHERE n < 3")
        assert health.quick_check(path) == ["2 of performed_set without a place"]

    def test_a_file_that_cannot_be_read_is_no_fault_of_the_file(self, path: Path) -> None:
        with pytest.raises(StoreUnavailable, match="cannot be read: the file is missing"):
            health.quick_check(path)

    @pytest.mark.parametrize(("version", "count"), [((3, 40, 1), 2), ((3, 45, 3), 1), ((3, 51, 2), 1), ((3, 51, 3), 0)])
    def test_faults_of_sqlite_are_told_by_its_version(self, version: tuple[int, int, int], count: int) -> None:
        assert len(health.known_faults(version)) == count

    def test_a_sqlite_that_is_too_old_is_refused_in_words(self) -> None:
        health.require_sqlite((3, 37, 0))
        with pytest.raises(StoreUnavailable, match=r"brings SQLite 3\.36\.9, and 3\.37\.0 is needed"):
            health.require_sqlite((3, 36, 9))
