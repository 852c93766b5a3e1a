"""What the program did, for whoever looks into a fault: one JSON object a line.

Modules speak to their own logger below ``workout_tui`` with the facts as ``extra``; nothing is written until
a `Log` says where. Only the fields listed here go out, and ids only in the form of ids: never a name,
a note, a number that was lifted, or a secret. Records that cannot be written are counted and otherwise ignored.
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
from typing import TYPE_CHECKING, Any

from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.clock import Clock

ROOT = "workout_tui"
"""The logger above all of the program's."""

IDS = (
    "session", "template", "exercise", "set", "lifter", "batch", "command", "screen", "field", "code", "reason",
    "error",
)  # fmt: skip
"""Fields that take an id or a name of the program's own."""

NUMBERS = ("duration_ms", "count", "mine", "theirs", "attempt", "line", "retryable")
"""Fields that take a number."""

SCHEMA = ("constraint",)
"""Fields that take words of the schema."""

_OPERATION = re.compile(r"[a-z][a-z_ .:-]{0,39}", re.ASCII)
_ID = re.compile(r"[\w.:+-]{1,64}", re.ASCII)
_SCHEMA = re.compile(r"(UNIQUE|CHECK|NOT NULL|FOREIGN KEY) constraint failed[\w .:,<>=()']{0,160}", re.ASCII)
_WITHHELD = "(withheld)"


class Log:
    """The open log of this process.

    Args:
        path: the file; made with the first record, for its owner's eyes only.
        clock: the time of each record.
        max_bytes: the size at which a new file is begun.
        keep: how many old files are kept.
    """

    def __init__(self, path: Path, clock: Clock, *, max_bytes: int = 1_000_000, keep: int = 3) -> None:
        self.path = path
        self._handler = _Quiet(path, maxBytes=max_bytes, backupCount=keep, encoding="utf-8", delay=True)
        self._handler.setFormatter(_JsonLines(clock))
        self._logger = logging.getLogger(ROOT)
        self._logger.addHandler(self._handler)
        self._logger.setLevel(logging.INFO)
        self._logger.propagate = False  # a handler of somebody else would print into the interface

    @property
    def lost(self) -> int:
        """How many records could not be written."""
        return self._handler.lost

    def event(self, operation: str, **fields: str | float | None) -> None:
        """Record that `operation` was done; times in milliseconds as ``duration_ms``."""
        self._logger.info("done", extra={"operation": operation, **fields})

    def failure(self, operation: str, error: BaseException, **fields: str | float | None) -> None:
        """Record that `operation` failed; an error without words of its own with where it arose."""
        facts: dict[str, object] = {"operation": operation, "error": type(error).__name__, **fields}
        if isinstance(error, WorkoutError):
            self._logger.warning("failed", extra={"context": error.context, **facts})
        else:
            self._logger.error("failed", exc_info=error, extra=facts)

    def close(self) -> None:
        """Close the file; what is said afterwards goes nowhere."""
        self._logger.removeHandler(self._handler)
        self._handler.close()


class _Quiet(RotatingFileHandler):
    """A rotating file that never speaks up."""

    lost = 0

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - the name is logging's
        self.lost += 1


class _JsonLines(logging.Formatter):
    """Writes a record as one JSON object."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def format(self, record: logging.LogRecord) -> str:
        """The record without anything that is not on the lists."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(self._clock.now() / 1000, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name.removeprefix(f"{ROOT}."),
            "operation": _operation(getattr(record, "operation", None)) or _id(record.msg),
            "pid": record.process,
        }
        context = getattr(record, "context", None)
        line |= _allowed(context if isinstance(context, dict) else {}) | _allowed(vars(record))
        if record.exc_info and record.exc_info[1]:
            line |= {"error": type(record.exc_info[1]).__name__, "trace": _trace(record.exc_info[1])}
        return json.dumps(line)


def _allowed(fields: Mapping[str, Any]) -> dict[str, Any]:
    forms = dict.fromkeys(IDS, _id) | dict.fromkeys(NUMBERS, _number) | dict.fromkeys(SCHEMA, _schema)
    return {name: form(fields[name]) for name, form in forms.items() if fields.get(name) is not None}


def _operation(value: object) -> str:
    return "" if value is None else str(value) if _OPERATION.fullmatch(str(value)) else _WITHHELD


def _id(value: object) -> str | int:
    return value if isinstance(value, int) else str(value) if _ID.fullmatch(str(value)) else _WITHHELD


def _number(value: object) -> int | float | str:
    return value if isinstance(value, int | float) else _WITHHELD


def _schema(value: object) -> str:
    return str(value) if _SCHEMA.fullmatch(str(value)) else _WITHHELD


def _trace(error: BaseException) -> list[str]:
    # Places only: the words of a foreign error may quote what the lifter typed.
    lines: list[str] = []
    link: BaseException | None = error
    while link is not None:
        frames = traceback.extract_tb(link.__traceback__)
        lines += [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        lines.append(type(link).__name__)
        link = link.__cause__ or link.__context__
    return lines
