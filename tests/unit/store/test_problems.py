"""Every code of SQLite is either a situation with words of its own or a fault of this program."""

from __future__ import annotations

import errno
import os
import sqlite3

import pytest

from workout_tui.errors import StoreBusy, StoreDamaged, StoreFull, StoreReadOnly, StoreReplaced, StoreUnavailable
from workout_tui.store.problems import Doing, on_disk, problem_of, translated

SITUATIONS: dict[str, type[StoreUnavailable]] = {
    "SQLITE_BUSY": StoreBusy,
    "SQLITE_LOCKED": StoreBusy,
    "SQLITE_PROTOCOL": StoreBusy,
    "SQLITE_FULL": StoreFull,
    "SQLITE_READONLY": StoreReadOnly,
    "SQLITE_PERM": StoreReadOnly,
    "SQLITE_CORRUPT": StoreDamaged,
    "SQLITE_NOTADB": StoreDamaged,
    "SQLITE_CANTOPEN": StoreUnavailable,
    "SQLITE_IOERR": StoreUnavailable,
}
"""What a code means, its extended codes included."""
EXCEPTIONS = {"SQLITE_READONLY_DBMOVED": StoreReplaced}
FAULTS_OF_OURS = {
    "SQLITE_ABORT", "SQLITE_AUTH", "SQLITE_EMPTY", "SQLITE_ERROR", "SQLITE_FORMAT", "SQLITE_INTERNAL",
    "SQLITE_INTERRUPT", "SQLITE_MISMATCH", "SQLITE_MISUSE", "SQLITE_NOLFS", "SQLITE_NOMEM", "SQLITE_NOTFOUND",
    "SQLITE_RANGE", "SQLITE_SCHEMA", "SQLITE_TOOBIG", "SQLITE_CONSTRAINT",
}  # fmt: skip
"""Constraints are translated before a code is looked at."""

CODES = sorted(
    name
    for name in dir(sqlite3)
    if any(name == one or name.startswith(f"{one}_") for one in SITUATIONS.keys() | FAULTS_OF_OURS)
)


def failed(code: str, words: str = "") -> sqlite3.DatabaseError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorname = code
    return error


def test_sqlite_knows_the_codes_this_test_is_about() -> None:
    assert len(CODES) > 80


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("doing", Doing)
def test_every_code_is_decided(code: str, doing: Doing) -> None:
    problem = problem_of(failed(code), doing)
    of_situation = [kind for name, kind in SITUATIONS.items() if code == name or code.startswith(f"{name}_")]
    if of_situation:
        assert type(problem) is EXCEPTIONS.get(code, of_situation[0])
        assert problem.message.startswith(f"{doing}: ")
        assert problem.message.endswith(".")
        assert problem.fix.endswith(".")
        assert problem.context == {"code": code}
    else:
        assert problem is None


def test_only_a_failed_save_speaks_of_saving() -> None:
    for doing in Doing:
        for code in SITUATIONS:
            problem = problem_of(failed(code), doing)
            assert problem
            assert ("Not saved" in str(problem)) is (doing is Doing.SAVING)
            assert "written twice" not in str(problem) or doing is Doing.SAVING


def test_a_bad_backup_is_not_answered_with_the_newest_backup() -> None:
    problem = problem_of(failed("SQLITE_CORRUPT"), Doing.RESTORING)
    assert problem
    assert problem.fix == "Choose another backup."


def test_a_damaged_header_without_a_code_of_its_own_is_damage() -> None:
    assert type(problem_of(failed("SQLITE_ERROR", "unsupported file format"), Doing.OPENING)) is StoreDamaged


@pytest.mark.parametrize("error", [sqlite3.ProgrammingError("x"), sqlite3.InterfaceError("x"), failed("SQLITE_ERROR")])
def test_faults_of_ours_are_not_masked(error: sqlite3.Error) -> None:
    with pytest.raises(type(error)) as caught, translated(Doing.SAVING):
        raise error
    assert caught.value is error
    assert error.__cause__ is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, StoreFull),
        (errno.EDQUOT, StoreFull),
        (errno.EFBIG, StoreFull),
        (errno.EACCES, StoreReadOnly),
        (errno.EPERM, StoreReadOnly),
        (errno.EROFS, StoreReadOnly),
        (errno.EIO, StoreUnavailable),
        (errno.ENOENT, StoreUnavailable),
    ],
)
def test_what_the_system_says_is_told(code: int, kind: type[StoreUnavailable]) -> None:
    with pytest.raises(StoreUnavailable, match="No backup was made: ") as caught, on_disk(Doing.BACKING_UP):
        raise OSError(code, os.strerror(code))
    assert type(caught.value) is kind
    assert caught.value.context == {"code": errno.errorcode[code]}
