"""Lives of a log and its sheet, drawn from a seed: everything goes wrong, and nothing may be lost or doubled.

Two laptops with logs of their own push into one spreadsheet; at some moment one log is copied to a third.
Its people train, edit, remove, discard and take back; the spreadsheet's owner sorts, inserts, copies, types
and corrects between the calls and while they are on their way. In every cycle a fault may strike, programs
are killed around any call and any commit, clocks jump, lids are closed.

In a *calm* life nobody sorts, or inserts rows or columns, in a write's own second (nor while a request is
still on its way). In a *rough* one they do, as often as not.

    python -m tests.sync.chaos --sets 50000 [--rough]
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support import HOUR, MINUTE, done
from tests.sync.virtual import Cloud, Fault, Killed, Laptop, reviews, sheet_rows, train
from workout_tui.errors import WorkoutError
from workout_tui.model.session import Session, Status
from workout_tui.store import session_reads, sessions
from workout_tui.sync import rows, tokens
from workout_tui.sync.cells import Value, of_json, same
from workout_tui.sync.columns import CONTENT, Column, find
from workout_tui.sync.rows import Cells

SETS_A_ROUND = 6
_MINE = "Mine"
_FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


class Broken(AssertionError):
    """A promise that was not kept, with the story that led to it."""


@dataclass
class Tally:
    """What went on in one life, or in many."""

    lives: int = 0
    sets: int = 0
    edits: int = 0
    calls: int = 0
    faults: int = 0
    kills: int = 0
    corrections: int = 0
    strays: int = 0
    """writes that landed on a wrong row or beside their columns"""
    put_back: int = 0
    named: int = 0
    """of them, named in a review in the end"""
    reviews: int = 0

    def add(self, other: Tally) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Life:
    """One life."""

    seed: int
    folder: Path
    rounds: int
    rough: bool = False
    chance: random.Random = field(init=False)
    cloud: Cloud = field(default_factory=Cloud)
    laptops: list[Laptop] = field(default_factory=list)
    tally: Tally = field(default_factory=lambda: Tally(lives=1))
    corrected: dict[tuple[str, Column], Value] = field(default_factory=dict)
    """what the owner typed over our cells"""
    copies: Counter[str] = field(default_factory=Counter)
    """how often the owner copied a row, by its key"""
    marks: dict[str, Any] = field(default_factory=dict)
    """what the owner wrote beside our rows, by their keys"""
    own_rows: list[str] = field(default_factory=list)
    """rows of the owner's own, by their names"""
    snapshot: dict[str, Cells] = field(default_factory=dict)
    """the rows of the sets that a copied log began with"""
    inherited: int = 0
    """the last job that a copied log began with"""
    _armed: Fault = Fault.NONE

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    # ------------------------------------------------------------------ the life

    def live(self) -> Tally:
        """Live it, then let all settle, and look."""
        self._begin("a")
        self._begin("b")
        self._add_own_column()
        self.cloud.before_call = self._while_a_call_arrives
        copied_in = self.chance.randrange(self.rounds)
        for number in range(self.rounds):
            if number == copied_in:
                self._copy_log()
            self._round()
        self._end()
        try:
            self._check()
        except Broken as broken:
            told = "\n".join(self.cloud.story)
            raise Broken(f"seed {self.seed}, rough={self.rough}: {broken}\n{told}") from None
        finally:
            for laptop in self.laptops:
                laptop.store.connection.close()
        return self.tally

    def _begin(self, name: str) -> None:
        laptop = Laptop(self.cloud, name, self.folder / f"{self.seed} {name}", self.seed)
        laptop.connect()
        self._own(laptop)

    def _own(self, laptop: Laptop) -> None:
        laptop.fault, laptop.mortal, laptop.between = self._fault, self._die, self._idle_hands
        self.laptops.append(laptop)

    def _copy_log(self) -> None:
        original = self.laptops[0]
        self.cloud.tell("the log of a is copied to c")
        self.snapshot = local_rows(original)
        self.inherited = int(original.store.value("SELECT coalesce(max(id), 0) FROM sync_job"))
        self._own(original.copied(f"{self.seed} c"))

    def _round(self) -> None:
        laptop = self.chance.choice(self.laptops)
        session = train(laptop, *(self._set() for _ in range(SETS_A_ROUND)), exercise=self.chance.choice("ABC"))
        self.tally.sets += SETS_A_ROUND
        self.cloud.tell(f"{laptop.name}: trains {session.uid[-6:]}")
        for _ in range(self.chance.randrange(5)):
            self._change(self.chance.choice(self.laptops))
        self._clocks(laptop)
        for one in self.laptops:
            self._idle_hands()
            self._armed = self.chance.choice(_FAULTS) if self.chance.random() < 0.8 else Fault.NONE
            one.cycle()
            if self.chance.random() < 0.3:  # its lifter does not want to wait
                one.cycle()
            self.cloud.pass_ms(self.chance.choice((1000, 30_000, 5 * MINUTE)))

    def _set(self) -> Any:
        return done(self.chance.randrange(20, 120) + self.chance.choice((0, 0.5, 1.25)), self.chance.randrange(1, 13))

    def _end(self) -> None:
        self.cloud.before_call = lambda _what: None
        self.cloud.pass_ms(HOUR)
        for laptop in self.laptops:
            running = laptop.logbook.active()
            if running is not None:
                (laptop.logbook.finish if running.done else laptop.logbook.discard)(running.uid)
        for laptop in (*self.laptops, *self.laptops):
            laptop.settle(100)
        for laptop in self.laptops:
            self.tally.calls += len(laptop.calls)
            own = "FROM sync_job WHERE id > ?", (self.inherited if laptop.name not in "ab" else 0,)
            self.tally.strays += int(laptop.store.value(f"SELECT count(*) {own[0]}", own[1]))
            self.tally.put_back += int(laptop.store.value(f"SELECT count(*) {own[0]} AND state = 'done'", own[1]))
            self.tally.named += sum(review.kind == "stray" for review in reviews(laptop))
            self.tally.reviews += len(reviews(laptop))

    # ------------------------------------------------------------------ bad luck

    def _fault(self, is_write: bool) -> Fault:
        if self._armed is Fault.NONE or self.chance.random() > (0.6 if is_write else 0.2):
            return Fault.NONE
        fault, self._armed = self._armed, Fault.NONE
        self.tally.faults += 1
        return fault

    def _die(self, point: str) -> None:
        if self.chance.random() < 0.01:
            self.tally.kills += 1
            raise Killed(point)
        if point == "after a commit" and self.chance.random() < 0.02:
            self.cloud.tell("a lid is closed for an hour")
            self.chance.choice(self.laptops).clock.sleep(HOUR)

    def _clocks(self, laptop: Laptop) -> None:
        if self.chance.random() < 0.15:
            laptop.clock.skew = self.chance.choice((-48, -1, 0, 1, 48)) * HOUR
            self.cloud.tell(f"{laptop.name}: the clock is off by {laptop.clock.skew // HOUR} h")

    # ------------------------------------------------------------------ the lifters

    def _change(self, laptop: Laptop) -> None:
        """Somebody changes the past, or tries to."""
        book = laptop.logbook
        ids = sessions.all_ids(laptop.store, laptop.profile_id)
        if not ids:
            return
        session = session_reads.whole(laptop.store, self.chance.choice(ids[-8:]))
        acts: list[Callable[[Laptop, Session], object]] = [
            self._edit, self._edit, self._edit, self._remove, self._remove,
            lambda one, it: book.undo(it.uid),
            lambda one, it: book.discard(it.uid) if it.status is Status.COMPLETED else book.undiscard(it.uid),
            lambda one, it: book.undiscard(it.uid),
            lambda one, it: book.note_session(it.uid, f"note {self.chance.randrange(99)}"),
            self._reopen,
        ]  # fmt: skip
        try:
            self.chance.choice(acts)(laptop, session)
        except WorkoutError:
            return  # not possible just now, as it would be on the screen
        self.tally.edits += 1
        self.cloud.tell(f"{laptop.name}: changes {session.uid[-6:]}")

    def _edit(self, laptop: Laptop, session: Session) -> None:
        performed = [one for block in session.exercises for one in block.performed]
        if performed:
            laptop.logbook.edit_set(self.chance.choice(performed).uid, self._set())

    def _remove(self, laptop: Laptop, session: Session) -> None:
        performed = [one for block in session.exercises for one in block.performed]
        if len(performed) > 1:
            laptop.logbook.remove_set(self.chance.choice(performed).uid)

    def _reopen(self, laptop: Laptop, session: Session) -> None:
        running = laptop.logbook.active()
        if running is not None:
            laptop.logbook.finish(running.uid)
        else:
            laptop.logbook.reopen(session.uid)

    # ------------------------------------------------------------------ the owner's hands

    def _idle_hands(self) -> None:
        """Between calls. While a request is on its way, the calm keep their rows where they are."""
        if self.chance.random() < 0.5:
            self._hand(may_move=self.rough or not self.cloud.late)

    def _while_a_call_arrives(self, what: str) -> None:
        if self.chance.random() < 0.4:
            self._hand(may_move=self.rough or (what != "batchUpdate" and not self.cloud.late))

    def _hand(self, *, may_move: bool) -> None:
        moving = [self._sort, self._insert_rows, self._insert_column, self._move_column, self._copy_row]
        staying = [self._mark, self._mark, self._correct, self._own_row]
        self.chance.choice(staying + (moving if may_move else []))()

    def _add_own_column(self) -> None:
        self.cloud.hands.edit("Log", 0, len(self.cloud.tab()[0]), _MINE)

    def _place(self, column: str) -> int:
        return self.cloud.tab()[0].index(column)

    def _keyed(self) -> list[tuple[int, str]]:
        """Rows with key and token, but for those the owner copied, which cannot be told apart."""
        found = enumerate(sheet_rows(self.cloud), 1)
        place, tab = self._place(_MINE), self.cloud.tab()
        own = {row for row, line in enumerate(tab) if place < len(line) and str(line[place]).startswith("own")}
        return [
            (row, key)
            for row, (key, token, _) in found
            if tokens.fits(key, token) and not self.copies[key] and row not in own  # which may bear a key by mistake
        ]

    def _sort(self) -> None:
        column = self.chance.choice(("Date", "Exercise", "Weight", "Reps", "Set", _MINE))
        self.cloud.tell(f"the owner sorts by {column}")
        self.cloud.hands.sort("Log", self._place(column), descending=self.chance.random() < 0.5)

    def _insert_rows(self) -> None:
        self.cloud.tell("the owner inserts rows")
        self.cloud.hands.insert_rows(
            "Log", self.chance.randrange(1, len(self.cloud.tab()) + 2), self.chance.choice((1, 2))
        )

    def _insert_column(self) -> None:
        width = len(self.cloud.tab()[0])
        if width < 40:
            at = self.chance.randrange(width)
            self.cloud.tell(f"the owner inserts a column at {at}")
            self.cloud.hands.insert_columns("Log", at)

    def _move_column(self) -> None:
        width = len(self.cloud.tab()[0])
        start, to = self.chance.randrange(width), self.chance.randrange(width)
        if to not in {start, start + 1}:
            self.cloud.tell(f"the owner drags column {start} to {to}")
            self.cloud.hands.move_columns("Log", start, start + 1, to)

    def _copy_row(self) -> None:
        found = self._keyed()
        if found and self.chance.random() < 0.2:
            row, key = self.chance.choice(found)
            if not any(kept == key for kept, _ in self.corrected) and key not in self.marks:
                self.cloud.tell(f"the owner copies row {row + 1} ({key[-6:]})")
                self.cloud.hands.copy_rows("Log", row, row + 1, len(self.cloud.tab()) + 1)
                self.copies[key] += 1

    def _mark(self) -> None:
        found = self._keyed()
        if found:
            row, key = self.chance.choice(found)
            line, place = self.cloud.tab()[row], self._place(_MINE)
            there = line[place] if place < len(line) else ""
            self.marks = {one: mark for one, mark in self.marks.items() if mark != there}
            self.marks[key] = f"mark {self.chance.randrange(10_000)}"
            self.cloud.hands.edit("Log", row, place, self.marks[key])

    def _correct(self) -> None:
        found = self._keyed()
        if found and self.chance.random() < 0.5:
            row, key = self.chance.choice(found)
            column = self.chance.choice((Column.WEIGHT, Column.REPS, Column.NOTE))
            number = 1000 + self.tally.corrections
            value: Value = f"well {number}" if column is Column.NOTE else number
            self.cloud.tell(f"the owner corrects {column} of {key[-6:]} to {value}")
            self.cloud.hands.edit("Log", row, self._place(column), value)
            self.corrected[key, column] = value
            self.tally.corrections += 1

    def _own_row(self) -> None:
        row = len(self.cloud.tab()) + 1
        name = f"own {len(self.own_rows)}"
        self.own_rows.append(name)
        self.cloud.hands.edit("Log", row, self._place(_MINE), name)
        self.cloud.hands.edit("Log", row, self._place("Weight"), 7)
        self.cloud.hands.edit("Log", row, self._place("Note"), f"note of {name}")

    # ------------------------------------------------------------------ the promises

    def _check(self) -> None:
        there = sheet_rows(self.cloud)
        found: dict[str, list[Cells]] = {}
        for key, token, cells in there:
            if tokens.fits(key, token):
                found.setdefault(key, []).append(cells)
        named = self._named()
        for uid, several in found.items():
            if len(several) > 1 + self.copies[uid] and not (self.rough and self._is_named_anywhere(uid)):
                raise Broken(f"doubled: {uid[-6:]} stands {len(several)} times")
        for laptop in self.laptops:
            for uid, wanted in local_rows(laptop).items():
                self._check_row(laptop, uid, wanted, found.get(uid, []), named.get((laptop.name, uid), set()))
        self._check_owner(there)

    def _named(self) -> dict[tuple[str, str], set[str]]:
        """What reviews name, by laptop and set: columns, or all of it. What strayed is told to whoever sent it."""
        named: dict[tuple[str, str], set[str]] = {}
        for laptop in self.laptops:
            for review in reviews(laptop):
                uid = review.set_uid.partition("/")[0]
                columns = {line["column"] for line in review.lines} if review.kind == "conflict" else {"*"}
                named.setdefault((laptop.name, uid), set()).update(columns)
                if review.kind == "stray":
                    hit = {uid, *(str(line["key"]) for line in review.lines)}
                    for key in ((one.name, other) for one in self.laptops for other in hit):
                        named.setdefault(key, set()).add("*")
        return named

    def _check_row(self, laptop: Laptop, uid: str, wanted: Cells, found: list[Cells], named: set[str]) -> None:
        is_mine = laptop.name in "ab" or _was_made_here(laptop, uid)
        if "*" in named or self.copies[uid] or not (is_mine or _was_seen(laptop, uid)):
            return
        if not found:
            is_live = wanted[Column.STATUS] != rows.REMOVED
            if is_live and is_mine and not (self.rough and self._is_named_anywhere(uid)):
                raise Broken(f"missing: {uid[-6:]} of {laptop.name}")
            return
        for column in CONTENT:
            value = found[0].get(column)
            if same(value, wanted.get(column)) or column in named or (named and column in {"e1RM", "Volume"}):
                continue
            if self._was_corrected(uid, column, value):
                continue
            if uid in self.snapshot and same(wanted.get(column), self.snapshot[uid].get(column)):
                continue  # changed on the other half of the copied log, and not here
            if uid in self.snapshot and self._is_the_others(laptop, uid, column, value):
                continue  # the other half wrote over it later, knowing what it said
            raise Broken(
                f"{column} of {uid[-6:]} of {laptop.name} is {value!r}, should be {wanted.get(column)!r}, named {named}"
            )

    def _was_corrected(self, uid: str, column: Column, value: Value) -> bool:
        """Whether the owner typed it. In a rough life, perhaps while the row bore another key by mistake."""
        typed = self.corrected.values() if self.rough else [self.corrected.get((uid, column))]
        return value is not None and any(same(one, value) for one in typed)

    def _is_the_others(self, laptop: Laptop, uid: str, column: Column, value: Value) -> bool:
        other = next(one for one in (self.laptops[0], self.laptops[-1]) if one is not laptop)
        return same(local_rows(other).get(uid, {}).get(column), value)

    def _is_named_anywhere(self, uid: str) -> bool:
        told = (str(review.lines) + review.set_uid for laptop in self.laptops for review in reviews(laptop))
        return any(uid in one for one in told)

    def _check_owner(self, there: list[tuple[Any, Any, Cells]]) -> None:
        header, *lines = self.cloud.tab()
        layout, mine = find(header), header.index(_MINE)
        held = [(of_json(line[layout[Column.KEY]]) if layout[Column.KEY] < len(line) else None,
                 line[mine] if mine < len(line) else "") for line in lines]  # fmt: skip
        for key, mark in self.marks.items():
            # In a rough life a mark may have been made on a row that bore a key by mistake at that moment.
            stands = any(one == mark for _, one in held) if self.rough else (key, mark) in held
            if not stands and not self._is_named_anywhere(mark):
                raise Broken(f"the owner’s {mark} is no longer beside {key[-6:]}")
        notes = Counter(cells[Column.NOTE] for key, _, cells in there if key is None and cells[Column.WEIGHT] == 7)
        for name in self.own_rows:
            note = f"note of {name}"
            if notes[note] != 1 and not (self.rough and self._is_named_anywhere(note)):
                raise Broken(f"the owner’s row {name} stands {notes[note]} times")
        for (key, column), value in self.corrected.items():
            cells = [cells for one, token, cells in there if self.rough or (one == key and tokens.fits(key, token))]
            if cells and not any(same(one[column], value) for one in cells) and not self._is_named_anywhere(str(value)):
                raise Broken(f"the owner’s {value} in {column} of {key[-6:]} became {cells[0][column]}")


def local_rows(laptop: Laptop) -> dict[str, Cells]:
    """What each set's row should say, those of sets that were removed or discarded too."""
    found: dict[str, Cells] = {}
    for one in session_reads.several(laptop.store, sessions.all_ids(laptop.store, laptop.profile_id)):
        for uid, cells in rows.of_session(one, laptop.logbook.lifter.name).items():
            found[uid] = rows.removed(cells) if one.status is Status.DISCARDED else cells
    for row in laptop.store.rows("SELECT set_uid, cells FROM sheet_base"):
        if row["set_uid"] not in found:
            found[row["set_uid"]] = rows.removed(rows.of_json(json.loads(row["cells"])))
    return found


def _was_seen(laptop: Laptop, uid: str) -> bool:
    """Whether the laptop ever found the set in the sheet: what another has to append it may never have looked for."""
    return laptop.store.value("SELECT 1 FROM sheet_base WHERE set_uid = ?", (uid,)) is not None


def _was_made_here(laptop: Laptop, uid: str) -> bool:
    """Whether a set was logged on this laptop, and not on the one whose log it copied: that one has to send it."""
    last = "SELECT last_set FROM device ORDER BY id DESC LIMIT 1"
    return laptop.store.value(f"SELECT 1 FROM performed_set WHERE uid = ? AND id > ({last})", (uid,)) is not None


def live(seeds: Iterable[int], folder: Path, *, rounds: int, rough: bool = False) -> Tally:
    """Many lives; the first broken promise ends them."""
    tally = Tally()
    for seed in seeds:
        tally.add(Life(seed, folder, rounds, rough).live())
    return tally


def main() -> None:
    """Lives until so many sets were done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sets", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--first", type=int, default=1000, help="the first seed")
    parser.add_argument("--rough", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    tally, seed, broken = Tally(), options.first, 0
    while tally.sets < options.sets:
        with tempfile.TemporaryDirectory() as folder:
            life = Life(seed, Path(folder), options.rounds, options.rough)
            try:
                life.live()
            except Broken as story:
                broken += 1
                sys.stdout.write(f"{str(story).splitlines()[0]}\n")
        tally.add(life.tally)
        seed += 1
    sys.stdout.write(f"{tally} broken: {broken}\n")


if __name__ == "__main__":
    main()
