"""The changes of rows as a lifter would tell them."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.notation import show, show_all
from workout_tui.store import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workout_tui.model.session import SetValues
    from workout_tui.store.effects import Image

_WAYS = {"finish": "finished", "reopen": "opened again", "discard": "put aside", "take back": "taken back"}
_BEGUN = {
    "start": "began",
    "add past workout": "added for a day gone by",
    "import": "brought by an import",
    "carry": "carried here with a whole log",
}
_STATES = {"skipped": "skipped", "open": "open again"}
_UNKNOWN = Exercise("", "an exercise", Measure.WEIGHT)


class Change(NamedTuple):
    """What one act made of one row. None: there is no such row."""

    table: str
    before: Image | None
    after: Image | None


class Telling:
    """Tells changes; knows the exercises, and to which each block seen so far belongs."""

    def __init__(self, exercises: Mapping[int, Exercise]) -> None:
        self._exercises = exercises
        self._of_block: dict[int, int] = {}

    def words(self, kind: str, changes: Sequence[Change]) -> tuple[str, ...]:
        """What an act of a kind did, one sentence each; nothing when a lifter would not see it."""
        of = defaultdict(list)
        for change in changes:
            of[change.table].append(change)
        self._learn(of["session_exercise"])
        begun = any(change.before is None for change in of["session"])
        if begun:
            return (self._begun(kind, of), *self._sets(of["performed_set"]))
        return (
            *(words for change in of["session"] for words in self._session(kind, change)),
            *self._blocks(of["session_exercise"]),
            *self._sets(of["performed_set"]),
            *self._plan(of["planned_set"]),
        )

    def _learn(self, blocks: Iterable[Change]) -> None:
        for change in blocks:
            image = change.after or change.before or {}
            self._of_block[int(image["id"])] = int(image["exercise_id"])

    def _name(self, image: Image) -> str:
        return self._exercise(image).name

    def _exercise(self, image: Image) -> Exercise:
        block = image.get("session_exercise_id")
        row = image.get("exercise_id") if block is None else self._of_block.get(int(block))
        return self._exercises.get(int(row or 0), _UNKNOWN)

    # The session

    def _begun(self, kind: str, of: Mapping[str, Sequence[Change]]) -> str:
        blocks, planned = len(of["session_exercise"]), len(of["planned_set"])
        words = _BEGUN.get(kind, "begun")
        if blocks:
            words += f", {blocks} exercise{'s' * (blocks != 1)}"
        return f"{words}, {planned} set{'s' * (planned != 1)} planned" if planned else words

    def _session(self, kind: str, change: Change) -> Iterator[str]:
        before, after = change.before or {}, change.after or {}
        if before.get("status") != after.get("status"):
            yield _WAYS.get(kind, f"now {after.get('status')}")
        elif any(before.get(name) != after.get(name) for name in ("started_at", "ended_at")):
            yield f"moved from {_times(before)} to {_times(after)}"
        if before.get("title") != after.get("title"):
            yield f"renamed from “{before.get('title')}” to “{after.get('title')}”"
        if before.get("note") != after.get("note"):
            yield f"noted “{after.get('note')}”" if after.get("note") else "note taken out"
        weights = ("bodyweight", "bodyweight_unit")
        if any(before.get(name) != after.get(name) for name in weights):
            yield f"bodyweight {_load(after, *weights)}"

    # Its exercises

    def _blocks(self, changes: Sequence[Change]) -> Iterator[str]:
        moved = False
        for change in changes:
            if change.before is None or change.after is None:
                verb = "added" if change.after else "took out"
                yield f"{verb} {self._name(change.after or change.before or {})}"
                continue
            differ = {
                name for name in change.before | change.after if change.before.get(name) != change.after.get(name)
            }
            moved = moved or "position" in differ
            yield from self._block(change.before, change.after, differ)
        if moved and all(change.before and change.after for change in changes):
            yield "put the exercises in another order"

    def _block(self, before: Image, after: Image, differ: set[str]) -> Iterator[str]:
        if "exercise_id" in differ:
            yield f"{self._name(after)} in the place of {self._name(before)}"
        if "note" in differ:
            yield f"noted “{after.get('note')}” on {self._name(after)}" if after.get("note") else "note taken out"
        if "superset" in differ:
            group = after.get("superset")
            yield f"{self._name(after)} {f'in superset {group}' if group else 'out of its superset'}"
        if "rest_s" in differ and "exercise_id" not in differ:
            yield f"another rest after {self._name(after)}"

    # Its sets

    def _sets(self, changes: Sequence[Change]) -> Iterator[str]:
        logged: dict[str, list[SetValues]] = {}
        measures: dict[str, Measure] = {}
        moved: Counter[tuple[str, str]] = Counter()
        for change in changes:
            one = self._exercise(change.after or change.before or {})
            if change.before is None and change.after is not None:
                logged.setdefault(one.name, []).append(_values(change.after))
                measures[one.name] = one.measure
            elif change.after is None and change.before is not None:
                yield f"removed {one.name} {show(_values(change.before), one.measure)}"
            elif change.before is not None and change.after is not None:
                was, now = _values(change.before), _values(change.after)
                if was != now:
                    yield f"changed {one.name} {show(was, one.measure)} → {show(now, one.measure)}"
                if change.before["session_exercise_id"] != change.after["session_exercise_id"]:
                    moved[self._name(change.before), one.name] += 1
        yield from (f"logged {name} {show_all(sets, measures[name])}" for name, sets in logged.items())
        yield from (f"moved {_count(many)} from {was} to {now}" for (was, now), many in moved.items())

    def _plan(self, changes: Sequence[Change]) -> Iterator[str]:
        counts: Counter[tuple[str, str]] = Counter()
        for change in changes:
            counts[self._planned(change), self._name(change.after or change.before or {})] += 1
        for (words, name), many in counts.items():
            if words:
                yield words.format(sets=_count(many), name=name)

    @staticmethod
    def _planned(change: Change) -> str:
        before, after = change.before, change.after
        if before is None:
            return "planned {sets} of {name}"
        if after is None:
            return "took {sets} of {name} out of the plan"
        if before["state"] != after["state"]:
            skips = {before["state"], after["state"]} == {"open", "skipped"}
            return f"{{sets}} of {{name}} {_STATES[str(after['state'])]}" if skips else ""
        places = {"n", "id", "session_exercise_id"}
        differ = {name for name in before | after if before.get(name) != after.get(name)} - places
        return "changed the plan of {sets} of {name}" if differ else ""


def _count(many: int) -> str:
    return f"{many} set{'s' * (many != 1)}"


def _values(image: Image) -> SetValues:
    return values.values({name: image.get(name) for name in values.SET_COLUMNS})


def _load(image: Image, load: str, unit: str) -> str:
    return str(Load(int(image[load]), Unit(str(image[unit])))) if load in image else "not known"


def _times(image: Image) -> str:
    offset = timedelta(minutes=int(image.get("utc_offset_min", 0)))
    start = datetime.fromtimestamp(int(image["started_at"]) / 1000, UTC) + offset
    text = f"{start.day} {start:%b %H:%M}"
    if "ended_at" not in image:
        return text
    return f"{text} – {datetime.fromtimestamp(int(image['ended_at']) / 1000, UTC) + offset:%H:%M}"
