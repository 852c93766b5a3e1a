"""A figure with its floor and its aim, how it is taken, and how a page of them is printed."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


class Figure(NamedTuple):
    """One thing that was measured."""

    name: str
    value: float
    unit: str
    floor: float | None = None
    """what the machine, or a program that does nothing, needs for the same; of the same run"""
    aim: float | None = None
    more_is_better: bool = False

    @property
    def missed(self) -> bool:
        """Whether the aim was missed; a figure without an aim is only told."""
        if self.aim is None:
            return False
        return self.value < self.aim if self.more_is_better else self.value > self.aim


def percentile(times: Sequence[float], part: float) -> float:
    """The value that `part` (0 to 1) of the times do not exceed."""
    return sorted(times)[max(0, math.ceil(len(times) * part) - 1)]


def median(times: Sequence[float]) -> float:
    """The middle one."""
    return percentile(times, 0.5)


def timed(work: Callable[[], object], rounds: int) -> list[float]:
    """Milliseconds of each of so many calls, in their order; one more call, not counted, goes first."""
    work()
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return times


HEAD = ("figure", "value", "floor", "aim", "")


def lines(title: str, figures: Iterable[Figure]) -> Iterator[str]:
    """A table in Markdown that also reads well in a terminal; one line as soon as one figure is known."""
    yield f"\n### {title}\n"
    yield _line(HEAD)
    yield _line(("-" * 58, *["-" * 13 + ":"] * 3, "----"))
    for one in figures:
        yield _line((one.name, *(_number(number, one.unit) for number in one[1:2] + one[3:5]), _verdict(one)))


def _line(cells: Sequence[str]) -> str:
    name, value, floor, aim, verdict = cells
    return f"| {name:<58} | {value:>14} | {floor:>14} | {aim:>14} | {verdict:<4} |"


def _number(number: object, unit: str) -> str:
    if not isinstance(number, float | int):
        return ""
    digits = 0 if number >= 1000 else 1 if number >= 100 else 2 if number >= 1 else 3
    return f"{number:,.{digits}f} {unit}".rstrip()


def _verdict(figure: Figure) -> str:
    if figure.aim is None:
        return ""
    return "over" if figure.missed and not figure.more_is_better else "miss" if figure.missed else "ok"
