"""How many times the disk is asked to keep something for one set: it must be exactly once.

Run with ``python -m tests.benchmarks.sync_calls`` from the root of the project; it needs strace. This figure,
unlike milliseconds, is the same on every machine. Ends with 1 when it is not one call a commit.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
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


def main() -> int:
    """Print the figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        each = (syncs(folder, MANY) - syncs(folder, FEW)) / (MANY - FEW)
    sys.stdout.write(f"{each:.2f} syncs a commit\n")
    return 0 if each == 1 else 1


if __name__ == "__main__":
    raise SystemExit(main())
