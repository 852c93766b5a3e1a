"""What can go wrong, one class for each way the user's situation differs.

    WorkoutError
    ├── InvalidEntry        bad data: names the field and what would be right
    ├── NotFound            no such session, set, exercise … for this lifter
    ├── DuplicateSession    another session is open: resume it, or finish it first
    ├── StaleSession        changed elsewhere since it was read: carries both sides
    ├── CannotUndo          something moved since, or there is nothing to undo
    ├── StoreUnavailable    the file cannot be written or read; what was typed is kept
    │   ├── StoreBusy       another program holds it: wait and try again
    │   ├── StoreFull       no space left
    │   ├── StoreReadOnly   no right to write
    │   ├── StoreDamaged    the file is no sound database: restore a backup
    │   ├── StoreReplaced   the file was deleted or exchanged under the running program
    │   └── StoreTooNew     written by a newer version; left untouched
    ├── ImportProblem       a file that cannot be read as a history
    │   └── UnitNeeded      it leaves open whether it is kg or lb: ask, with a suggestion
    ├── SyncProblem         the sheet could not be brought up to date; the log itself is whole
    │   ├── Offline         no way to Google just now: it goes on by itself
    │   ├── Throttled       asked to slow down: it goes on by itself, later
    │   ├── NeedsUser       not shared, revoked, tab or column gone: only the lifter can mend it
    │   └── Ambiguous       sent, but the answer was lost: it is settled by looking, never by sending again
    ├── ConfigError         the settings file: names the file, the key and what is allowed
    └── ProgramReplaced     another version was installed under the running one: start it again

Every error says what happened (`message`) and what to do about it (`fix`) in words for a lifter.
`context` is for the log: ids and names of fields, never content.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from workout_tui.model.load import Unit
    from workout_tui.model.session import Session

_QUOTED = 80
"""letters of what is quoted that still help; a file or a pipe may hold a million in one line"""


def _told(words: str) -> str:
    """Words with what they quote cut short, so that one sentence stays one."""
    return re.sub(f"“([^”]{{{_QUOTED}}})[^”]+", r"“\1…", words) if len(words) > _QUOTED else words


class WorkoutError(Exception):
    """The root. `recoverable`: nothing is lost and the program goes on. `retryable`: the same call may pass later."""

    recoverable: ClassVar[bool] = True
    retryable: ClassVar[bool] = False

    def __init__(self, message: str, fix: str = "", **context: str | int | None) -> None:
        super().__init__(message)
        self.message = _told(message)
        self.fix = _told(fix)
        self.context = context

    @property
    def kind(self) -> str:
        """The name under which it is counted and logged."""
        return type(self).__name__

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".strip()


class InvalidEntry(WorkoutError):
    """Bad data. `context["field"]` names what is wrong."""


class NotFound(WorkoutError):
    """No such thing for this lifter; also the answer to another lifter's uid."""


class DuplicateSession(WorkoutError):
    """A session of another template is open; `session_uid` names it."""

    def __init__(self, message: str, fix: str = "", *, session_uid: str) -> None:
        super().__init__(message, fix, session=session_uid)
        self.session_uid = session_uid


class StaleSession(WorkoutError):
    """The session changed elsewhere since it was read. `mine` is what was to be saved, `theirs` what stands."""

    def __init__(self, message: str, fix: str = "", *, mine: Session, theirs: Session) -> None:
        super().__init__(message, fix, session=theirs.uid, mine=mine.revision, theirs=theirs.revision)
        self.mine = mine
        self.theirs = theirs


class CannotUndo(WorkoutError):
    """There is nothing to undo, or what it would undo was changed since."""


class StoreUnavailable(WorkoutError):
    """The file cannot be used just now. What was typed is kept; the same call may pass later."""

    retryable = True


class StoreBusy(StoreUnavailable):
    """Another program holds the file."""


class StoreFull(StoreUnavailable):
    """The disk has no space left."""


class StoreReadOnly(StoreUnavailable):
    """The file or its folder cannot be written."""


class StoreDamaged(StoreUnavailable):
    """The file is no sound database."""

    recoverable = False
    retryable = False


class StoreReplaced(StoreUnavailable):
    """The file was deleted or exchanged while the program had it open."""

    recoverable = False
    retryable = False


class StoreTooNew(StoreUnavailable):
    """The file was written by a newer version of the program."""

    recoverable = False
    retryable = False


class ImportProblem(WorkoutError):
    """A file that cannot be read as a history."""


class UnitNeeded(ImportProblem):
    """The file does not say whether its weights are kg or lb. `likely`: what the numbers look like, if anything."""

    def __init__(self, message: str, fix: str = "", *, likely: Unit | None) -> None:
        super().__init__(message, fix)
        self.likely = likely


class ConfigError(WorkoutError):
    """The settings file holds a value that is not allowed."""


class ProgramReplaced(WorkoutError):
    """A part that is fetched when it is needed is not there, or is not of this version."""


class SyncProblem(WorkoutError):
    """The sheet could not be brought up to date. Nothing is lost: what waits goes on waiting.

    Args:
        message: what happened.
        fix: what to do about it; empty when it mends itself.
        cause: why, as far as it is known.
        copy: an address the lifter will want to paste elsewhere, such as the one to share the sheet with.
    """

    retryable = True

    def __init__(
        self, message: str, fix: str = "", *, cause: str = "", copy: str = "", **context: str | int | None
    ) -> None:
        super().__init__(message, fix, **context)
        self.cause = cause
        self.copy = copy


class Offline(SyncProblem):
    """There is no way to Google just now. That is no failed attempt."""


class Throttled(SyncProblem):
    """Google asks to slow down. `retry_after`: seconds it asked for, if it said."""

    def __init__(self, message: str, fix: str = "", *, retry_after: float | None = None, cause: str = "") -> None:
        super().__init__(message, fix, cause=cause)
        self.retry_after = retry_after


class NeedsUser(SyncProblem):
    """Only the lifter can mend it: share the sheet, sign in, put a column back."""

    retryable = False


class Ambiguous(SyncProblem):
    """A write was sent and its answer was lost: it may stand in the sheet, or not."""
