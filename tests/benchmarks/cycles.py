"""What a cycle of the sync asks of the network, and what it costs to plan one beside a sheet of many rows.

Bytes are those of bodies and answers as JSON, before compression. Their floor is what the sets are as bare values: no
receipt, no types, no answer. The floor of planning is the reading of the answer as JSON.
"""

from __future__ import annotations

import gc
import json
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks import big_log
from tests.benchmarks.pauses import beside
from tests.benchmarks.report import Figure, median, timed
from tests.sync.memory import Memory
from workout_tui.clock import SystemClock, Uids
from workout_tui.config import Config
from workout_tui.loopback.hands import Hands
from workout_tui.paths import Paths
from workout_tui.store import outbox, sheets
from workout_tui.store.connection import Store
from workout_tui.store.sheets import SheetRow
from workout_tui.sync import connecting, key, pieces, plan, setting_up, tokens
from workout_tui.sync.columns import FIRST, Column
from workout_tui.sync.cycle import CycleDesk, CycleResult, run_cycle
from workout_tui.sync.device import this_device
from workout_tui.sync.plan import Wish
from workout_tui.sync.reading import Reader
from workout_tui.sync.sheet import Answer, Area, Json, Sheet
from workout_tui.sync.tokens import Token

PENDING = (1, 10, 100, 1000)
IN_SHEET = (1_000, 10_000, 100_000)
ROUNDS = 5
SETS_A_WORKOUT = 22
A_FRAME_MS = 16
BYTES_FOR_BARE = 10
"""how many times as many bytes as the bare values may go over the wire, there and back"""

_BOOK = "training"
_KEY = key.parse(json.dumps({"client_id": "c", "client_secret": "s", "refresh_token": "r"}))


class Traffic(NamedTuple):
    """What went over the wire."""

    calls: int
    sent: int
    received: int


@dataclass
class Scales:
    """A spreadsheet in memory whose bodies and answers are weighed."""

    sheet: Sheet
    weights: list[tuple[int, int]] = field(default_factory=list)

    def metadata(self, fields: str) -> Answer:
        return self._weighed({}, self.sheet.metadata(fields))

    def values(self, areas: Sequence[Area], *, columns: bool = False) -> Answer:
        asked = {"areas": [one.json for one in areas]}
        return self._weighed(asked, self.sheet.values(areas, columns=columns))

    def batch_update(self, body: Json, fields: str = "") -> Answer:
        return self._weighed(body, self.sheet.batch_update(body, fields))

    def close(self) -> None:
        self.sheet.close()

    def _weighed(self, body: Json, answer: Answer) -> Answer:
        self.weights.append((len(json.dumps(body)), len(json.dumps(answer.body))))
        return answer


@dataclass
class Bench:
    """A log of finished workouts that were never sent, and the sheet they go to."""

    store: Store
    desk: connecting.Desk
    memory: Memory

    @property
    def row(self) -> SheetRow:
        """The sheet as the log knows it."""
        return sheets.every(self.store)[0]

    def cycle(self) -> tuple[CycleResult, Traffic]:
        """One cycle, without the second between two requests."""
        scales = Scales(self.memory.open(_KEY, _BOOK, ""))
        chance, clock = random.Random(3), SystemClock()
        device = this_device(self.desk.paths, Uids(clock))
        result = run_cycle(
            CycleDesk(self.store, self.row.id, device, lambda: scales, clock, chance, lambda _seconds: False)
        )
        sent, received = (sum(column) for column in zip(*scales.weights, strict=True))
        return result, Traffic(len(scales.weights), sent, received)

    def bare(self) -> int:
        """The bytes of what stands in the tab, as bare values."""
        tab = next(one for one in Hands(self.memory.api, _BOOK).book.tabs if one.id == setting_up.LOG_TAB)
        return len(json.dumps(Hands(self.memory.api, _BOOK).rows(tab.title)[1:]))


def measure() -> Iterator[Figure]:
    """Calls and bytes of a cycle, by how much is due; planning, by how much stands in the sheet."""
    for pending in PENDING:
        yield from _first_cycle(pending)
    for count in IN_SHEET:
        yield from _planning(count)


def _first_cycle(pending: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name, closing(Store(_log(Path(name), pending))) as store:
        bench = _connected(store, Path(name))
        due = outbox.count_due(store, bench.row.id)
        result, traffic = bench.cycle()
        assert result.left == 0, result
        bare, least = bench.bare(), 1 + -(-result.rows // 1000)
        what = f"{due:,} workouts due, {result.rows:,} sets" if due > 1 else f"a workout due, {result.rows} sets"
        yield Figure(f"{what}: calls", traffic.calls, "", least, least + result.rows // 20_000)
        moved = (traffic.sent + traffic.received) / 1024
        yield Figure("… KiB there and back", moved, "KiB", bare / 1024, bare / 1024 * BYTES_FOR_BARE + 8)
        yield from _edited(bench)


def _edited(bench: Bench) -> Iterator[Figure]:
    """A set of each of them is corrected; a cycle writes into a thousand rows at most."""
    with bench.store.write():
        bench.store.run(
            "UPDATE performed_set SET reps = reps + 1 WHERE id IN"
            " (SELECT min(p.id) FROM performed_set p JOIN session_exercise b ON b.id = p.session_exercise_id"
            " GROUP BY b.session_id)"
        )
    cycles = [bench.cycle()]
    while cycles[-1][0].left:
        cycles.append(bench.cycle())
    calls, sent, received = (sum(column) for column in zip(*(traffic for _, traffic in cycles), strict=True))
    yield Figure("… a set of each corrected: calls", calls, "", 3, 3 * len(cycles))
    yield Figure("… KiB there and back", (sent + received) / 1024, "KiB")


def _log(folder: Path, workouts: int) -> Path:
    path = folder / "workout.db"
    big_log.make(path, round(workouts * big_log.SETS_A_SESSION))
    return path


def _connected(store: Store, folder: Path) -> Bench:
    paths = Paths(folder, folder, folder)
    memory = Memory()
    memory.api.create(_BOOK)
    desk = connecting.Desk(store, paths, Config(), SystemClock(), memory.open)
    lifter = str(store.value("SELECT uid FROM profile"))
    assert all(step.done for step in connecting.connect(desk, lifter, _KEY, _BOOK))
    return Bench(store, desk, memory)


def _planning(count: int) -> Iterator[Figure]:
    """A workout just finished, and as many rows in the sheet."""
    uids, chance = Uids(SystemClock(), random.Random(1)), random.Random(2)
    keys = [uids.new() for _ in range(count)]
    marks = [str(Token(one, 1, tokens.digest({}), tokens.nonce(chance))) for one in keys]
    text = json.dumps(_answer(keys, marks))
    wanted = [Wish(uids.new(), {Column.REPS: 5}, None, is_new=True) for _ in range(SETS_A_WORKOUT)]
    row = SheetRow(1, 1, _BOOK, setting_up.LOG_TAB, setting_up.JOURNAL_TAB, "", "", FIRST[Column.KEY],
                   FIRST[Column.TOKEN], 0, None, None)  # fmt: skip

    def planned() -> None:
        body = pieces.read(text)
        seen = Reader(row, lambda _areas, _columns: Answer(body, 0)).look()
        assert len(seen.index) == count
        assert len(plan.sort_out(wanted, seen.index, mine=None, held=frozenset()).appends) == SETS_A_WORKOUT

    floor = median(timed(lambda: json.loads(text), ROUNDS))
    took = median(timed(planned, ROUNDS))
    gc.freeze()  # as the program does
    pause = median([beside(planned).own_ms for _ in range(ROUNDS)])
    gc.unfreeze()
    idle = median([beside(lambda: time.sleep(took / 1000)).own_ms for _ in range(ROUNDS)])
    yield Figure(f"one workout planned beside {count:,} rows", took, "ms", floor)
    yield Figure("… the longest pause of another thread meanwhile", pause, "ms", idle, A_FRAME_MS)


def _answer(keys: Sequence[str], marks: Sequence[str]) -> Json:
    """What a spreadsheet with these rows says when a cycle looks at it."""
    header = [[column.value] for column in Column]
    places = (FIRST[Column.KEY], FIRST[Column.TOKEN])
    below = [[Column.KEY.value, *keys], [Column.TOKEN.value, *marks]]
    areas = [Area(setting_up.LOG_TAB, 0, 1)]
    areas += [Area(setting_up.LOG_TAB, column=place, end_column=place + 1) for place in places]
    areas.append(Area(setting_up.JOURNAL_TAB, 0, 1, 0, 1))
    held: list[list[list[Any]]] = [header, *([column] for column in below), []]
    return {
        "valueRanges": [
            {"dataFilters": [{"gridRange": area.json}], "valueRange": {"range": "Log!A1", "values": values}}
            for area, values in zip(areas, held, strict=True)
        ]
    }
