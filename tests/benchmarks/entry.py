"""What a key costs in the set line: microseconds to read each kind of line.

Run it from the top of the project: ``python -m tests.benchmarks.entry``.
"""

from __future__ import annotations

import statistics
import sys
from timeit import repeat

from tests.unit.model.test_entry import DOUBTED, READ, REFUSED
from workout_tui.model.entry import Context, read

AIM_US = 100
ROUNDS, CALLS = 5, 200


def cost(text: str, context: Context) -> float:
    """The least time of several rounds, in microseconds."""
    return min(repeat(lambda: read(text, context), number=CALLS, repeat=ROUNDS)) / CALLS * 1e6


def main() -> int:
    """Print the costs, the dearest lines first; 1 when the median misses the aim."""
    examples = [(context, text) for context, text, _ in READ]
    examples += [(context, text) for context, text, _ in REFUSED]
    examples += [(context, text) for context, text, _, _ in DOUBTED]
    costs = sorted(((cost(text, context), text) for context, text in examples), reverse=True)
    median = statistics.median(us for us, _ in costs)
    lines = [f"{us:7.1f} µs  {text!r}" for us, text in costs[:8]]
    lines.append(f"{median:7.1f} µs  the median of {len(costs)} lines (aim: {AIM_US})")
    sys.stdout.write("\n".join(lines) + "\n")
    return int(median > AIM_US)


if __name__ == "__main__":
    sys.exit(main())
