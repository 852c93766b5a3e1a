"""How many times the disk is asked to keep something for one set: it must be exactly once.

It needs strace. This figure, unlike milliseconds, is the same on every machine.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FEW, MANY = 10, 60
"""Few enough that no checkpoint falls between them: that is a thing of the whole log, not of a set."""

LOG = """
import sys
from pathlib import Path
from tests.faults import log
store = log.make(Path(sys.argv[1]))
for n in range(int(sys.argv[2])):
    log.log_set(store, n % 99 + 1, str(n))
"""


def syncs(folder: Path, commits: int) -> int:
    """The calls of fsync and fdatasync of a program that logs so many sets."""
    trace = folder / f"{commits}.trace"
    tracer = ["strace", "-f", "-e", "trace=fsync,fdatasync", "-o", str(trace)]
    program = [sys.executable, "-c", LOG, str(folder / f"{commits}.db"), str(commits)]
    subprocess.run([*tracer, *program], cwd=ROOT, check=True)
    return sum("sync(" in line for line in trace.read_text().splitlines())


def each(folder: Path) -> float:
    """Calls a commit."""
    return (syncs(folder, MANY) - syncs(folder, FEW)) / (MANY - FEW)
