"""What the program did, for whoever looks into a fault: one JSON object a line.

Only the fields listed here go out, and ids only in the form of ids: never a name, a note, a number that
was lifted, or a secret. A log that cannot be written is counted and otherwise ignored.
"""

from __future__ import annotations

import json
import logging
import os
import re
import traceback
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    from workout_tui.clock import Clock

IDS = ("command", "session", "template", "exercise", "set", "lifter", "batch", "field", "code", "reason", "screen")
"""Fields that take an id or a name of the program's own."""

NUMBERS = ("duration_ms", "count", "mine", "theirs", "attempt", "line")
"""Fields that take a number."""

SCHEMA = ("constraint",)
"""Fields that take words of the schema."""

_ID = re.compile(r"[\w.:+-]{1,64}", re.ASCII)
_SCHEMA = re.compile(r"(UNIQUE|CHECK|NOT NULL|FOREIGN KEY) constraint failed[\w .:,<>=()']{0,160}", re.ASCII)
_WITHHELD = "(withheld)"

Field = str | int | float | None


class Log:
    """Writes the records of one process.

    Args:
        path: the file; made with the first record, for its owner's eyes only.
        clock: the time of each record.
        max_bytes: the size at which a new file is begun.
        keep: how many old files are kept.
    """

    def __init__(self, path: Path, clock: Clock, *, max_bytes: int = 1_000_000, keep: int = 3) -> None:
        self.path = path
        self._clock = clock
        self._handler = _Quiet(path, maxBytes=max_bytes, backupCount=keep, encoding="utf-8", delay=True)
        # A logger of its own, not one of the process-wide tree: nothing else can write here or listen.
        self._logger = logging.Logger("workout")
        self._logger.addHandler(self._handler)

    @property
    def lost(self) -> int:
        """How many records could not be written."""
        return self._handler.lost

    def event(self, operation: str, **fields: Field) -> None:
        """Record that `operation` was done; times in milliseconds as ``duration_ms``."""
        self._write("info", operation, fields)

    def failure(self, operation: str, error: BaseException, **fields: Field) -> None:
        """Record that `operation` failed. An error without words of its own is recorded with where it arose."""
        record: dict[str, object] = {"error": _kind(error)}
        if isinstance(error, WorkoutError):
            fields = {**error.context, **fields}
        else:
            record["trace"] = _trace(error)
        self._write("error", operation, fields, record)

    def close(self) -> None:
        """Close the file."""
        self._handler.close()

    def _write(
        self, level: str, operation: str, fields: dict[str, Field], more: dict[str, object] | None = None
    ) -> None:
        time = datetime.fromtimestamp(self._clock.now() / 1000, UTC).isoformat(timespec="milliseconds")
        record = {"time": time, "level": level, "operation": _clean("command", operation), "pid": os.getpid()}
        allowed = {name: _clean(name, value) for name, value in fields.items() if value is not None and _known(name)}
        self._logger.info("%s", json.dumps(record | allowed | (more or {})))


class _Quiet(RotatingFileHandler):
    """A rotating file that never speaks up."""

    lost = 0

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - the name is logging's
        self.lost += 1


def _known(name: str) -> bool:
    return name in IDS or name in NUMBERS or name in SCHEMA


def _clean(name: str, value: Field) -> Field:
    if name in NUMBERS:
        return value if isinstance(value, int | float) else _WITHHELD
    form = _SCHEMA if name in SCHEMA else _ID
    return value if isinstance(value, int) or form.fullmatch(str(value)) else _WITHHELD


def _kind(error: BaseException) -> str:
    return type(error).__name__


def _trace(error: BaseException) -> list[str]:
    # Places only: the words of a foreign error may quote what the lifter typed.
    lines: list[str] = []
    link: BaseException | None = error
    while link is not None:
        frames = traceback.extract_tb(link.__traceback__)
        lines += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        lines.append(_kind(link))
        link = link.__cause__ or link.__context__
    return lines
