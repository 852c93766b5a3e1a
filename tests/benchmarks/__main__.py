"""``python -m tests.benchmarks``: every benchmark, or those that are named; 1 when an aim was missed.

Times are told in the company of what the same machine needs for next to nothing: a figure alone says
little. The tables are Markdown, to be pasted.
"""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tests.benchmarks import (
    entry,
    importing,
    keys_a_set,
    looking_back,
    opening,
    prefill,
    reading,
    saving,
    sitting,
    startup,
    syncing,
)
from tests.benchmarks.report import Figure, lines, median

SUITE: dict[str, tuple[str, Callable[[], Iterator[Figure]]]] = {
    "saving": ("From Enter to durable", saving.measure),
    "startup": ("Start and quit", startup.measure),
    "opening": ("Opening a screen", opening.measure),
    "sitting": ("An evening at the Log screen", sitting.measure),
    "reading": ("What the screens ask", reading.measure),
    "history": ("Looking back", looking_back.measure),
    "keys": ("Keys a set", keys_a_set.measure),
    "entry": ("Reading the line", entry.measure),
    "prefill": ("Behind one key", prefill.measure),
    "importing": ("Bringing a history", importing.measure),
    "syncing": ("Beside the sync", syncing.measure),
}


def main() -> int:
    """Run them, printing each figure when it is known."""
    arguments = _arguments()
    suite = {name: SUITE[name] for name in arguments.names or SUITE}
    if arguments.histories:
        suite["histories"] = ("Keys a set, real histories", partial(keys_a_set.measure_folder, arguments.histories))
    if arguments.million:
        suite["million"] = ("What the screens ask of a million sets", reading.measure_largest)
    _say(_machine())
    missed = 0
    for title, measure in suite.values():
        seen: list[Figure] = []
        for line in lines(title, _noting(measure(), seen)):
            _say(line)
        missed += sum(one.missed for one in seen)
    _say(f"\n{missed} over their aim" if missed else "\nall within their aims")
    return int(missed > 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.benchmarks", description="What the program costs.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of: {', '.join(SUITE)}")
    parser.add_argument("--histories", type=Path, metavar="FOLDER", help="replay the exports in it, one lifter a file")
    parser.add_argument("--million", action="store_true", help="a log of a million sets as well; takes minutes")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(SUITE):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    return arguments


def _noting(figures: Iterable[Figure], seen: list[Figure]) -> Iterator[Figure]:
    for one in figures:
        seen.append(one)
        yield one


def _machine() -> str:
    """The date, what runs here, how long its disk takes, and how busy it is: nobody else's figures are comparable."""
    with tempfile.TemporaryDirectory() as name:
        sync = median(saving.bare_disk(Path(name), 200))
    load = f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    today = datetime.now(UTC).date().isoformat()
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{today}, {platform.system()} {platform.machine()}, {versions}, fsync {sync:.2f} ms, {load}"


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
