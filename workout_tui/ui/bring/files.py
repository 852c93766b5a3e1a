"""Which file is meant: paths as people type, paste and complete them, and the files that probably are it.

Only names and dates are looked at; no file is opened here.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENDINGS = (".csv", ".json")
MOST = 9
"""files that are offered: as many as there are digits"""
FOLDERS = ("", "Downloads", "Desktop")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a history. `changed_at` in UTC milliseconds."""

    path: Path
    changed_at: int


def candidates(home: Path, current: Path) -> tuple[Candidate, ...]:
    """The newest tables in the folders where downloads end up, and in the current one."""
    folders = dict.fromkeys([*(home / name for name in FOLDERS), current])
    found = [one for folder in folders for one in _tables(folder)]
    return tuple(sorted(found, key=lambda one: (-one.changed_at, one.path.name))[:MOST])


def meant(typed: str) -> Path:
    r"""The path of what was typed or dropped on the window: without quotes, ``\ `` or ``~``."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    path = _expanded(text)
    return path if path.exists() or os.sep == "\\" else _expanded(_ESCAPED.sub(r"\1", text))


def completed(typed: str) -> str:
    """What was typed, with as much added as the names in its folder leave no doubt about."""
    head, tail = os.path.split(typed)
    folder = _expanded(head) if head else Path()
    names = [name for name in _names(folder) if name.startswith(tail) and (tail or not name.startswith("."))]
    if not names:
        return typed
    longest = os.path.commonprefix(names)  # noqa: RUF071 - letter by letter is what is wanted
    ending = os.sep if len(names) == 1 and (folder / longest).is_dir() else ""
    return os.path.join(head, longest) + ending  # noqa: PTH118 - “~” and “./” stay as they were typed


def shown(path: Path, home: Path) -> str:
    """A path as people write it: with ``~`` for their home."""
    if path == home or not path.is_relative_to(home):
        return "~" if path == home else str(path)
    return os.path.join("~", path.relative_to(home))  # noqa: PTH118 - a Path would take “~” for a folder


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # “~nobody”: there is no such user, so it is a name like any other
        return Path(text)


def _names(folder: Path) -> Iterable[str]:
    """The tables and folders in a folder; one that cannot be read has none."""
    try:
        with os.scandir(folder) as entries:
            return sorted(one.name for one in entries if one.name.lower().endswith(ENDINGS) or one.is_dir())
    except (OSError, ValueError):
        return ()


def _tables(folder: Path) -> Iterator[Candidate]:
    try:
        with os.scandir(folder) as entries:
            for one in entries:
                if one.name.lower().endswith(ENDINGS) and one.is_file():
                    yield Candidate(folder / one.name, round(one.stat().st_mtime * 1000))
    except OSError:
        return  # no such folder, or none of ours
