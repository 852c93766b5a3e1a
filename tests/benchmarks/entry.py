"""What a key costs in the set line: microseconds to read each kind of line."""

from __future__ import annotations

from collections.abc import Iterator
from timeit import repeat

from tests.benchmarks.report import Figure, median
from tests.unit.model.test_entry import DOUBTED, READ, REFUSED
from workout_tui.model.entry import Context, read

AIM_US = 100
ROUNDS, CALLS = 5, 200


def cost(text: str, context: Context) -> float:
    """The least time of several rounds, in microseconds."""
    return min(repeat(lambda: read(text, context), number=CALLS, repeat=ROUNDS)) / CALLS * 1e6


def measure() -> Iterator[Figure]:
    """The median over all kinds of lines, and the dearest of them."""
    examples = [(context, text) for context, text, _ in READ]
    examples += [(context, text) for context, text, _ in REFUSED]
    examples += [(context, text) for context, text, _, _ in DOUBTED]
    costs = sorted((cost(text, context), text) for context, text in examples)
    yield Figure(f"reading a line, median of {len(costs)}", median([us for us, _ in costs]), "µs", aim=AIM_US)
    for us, text in costs[:-4:-1]:
        yield Figure(f"reading {text[:40]!r}", us, "µs")
