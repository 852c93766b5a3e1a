"""Mutated files by the thousand: each is read with every row accounted for, or refused in words; some are taken in.

Run it from the top of the project: ``python -m tests.benchmarks.import_fuzz [FILES] [SEED]``.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from tests.support import Gym, make_gym
from tests.unit.transfer.files import accounted
from tests.unit.transfer.mutations import mutated
from workout_tui.errors import ImportProblem
from workout_tui.model.load import Unit
from workout_tui.transfer import importing

_EACH = 50
"""every so many files one is taken into a log as well, twice"""


def check(file: Path, gym: Gym, n: int, counts: Counter[str]) -> None:
    """Read one file, and look at what became of its rows."""
    try:
        history = importing.read(file, Unit.KG)
    except ImportProblem as problem:
        counts["refused" if problem.message and problem.fix else "REFUSED WITHOUT WORDS"] += 1
        return
    reading = history.reading
    rows = history.table.lines - history.reader.header
    assert reading.set_rows + reading.rests + reading.undone + len(reading.skipped) == rows, file.read_bytes()
    counts.update(read=1, rows=rows, sets=reading.sets, skipped=len(reading.skipped))
    if n % _EACH == 0:
        first, second = (importing.take_in(history, gym.logbook, gym.clock) for _ in range(2))
        assert accounted(first) == accounted(second) == rows, file.read_bytes()
        assert not second.taken.sets_added, file.read_bytes()
        counts["taken in"] += 1


def main(files: int, seed: int) -> int:
    """Print the counts; an assertion is a fault found, with the file that shows it."""
    chance, counts, began = random.Random(seed), Counter[str](), time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "export.csv"
        gym = make_gym(Path(name) / "workout.db")
        with closing(gym):
            for n in range(files):
                file.write_bytes(mutated(chance))
                check(file, gym, n, counts)
            assert gym.store.value("PRAGMA integrity_check") == "ok"
            assert gym.store.rows("PRAGMA foreign_key_check") == []
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items())
    sys.stdout.write(f"{files:,} files in {time.perf_counter() - began:.0f} s: {told}; at most {peak:.0f} MiB\n")
    return 0


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [100_000, 7][len(given) :])))
