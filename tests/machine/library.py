"""What a lifter does to the exercises that all share: another name, two that are one, and back."""

from __future__ import annotations

from dataclasses import replace

from tests.machine.reference import Reference
from tests.machine.rows import AliasRow, ExerciseRow, RefusalError
from workout_tui.errors import CannotUndo, InvalidEntry
from workout_tui.model.exercise import name_key


class Tended(Reference):
    """The reference, with its library."""

    def rename_exercise(self, lifter: str, uid: str, name: str) -> str:
        """The old name stays as another one."""
        row, key = self.exercise(uid), name_key(name)
        aliases = [one for one in self.all(AliasRow) if one.exercise == uid]
        if any(owner != uid and taken == key for owner, taken in self._names()):
            raise RefusalError(InvalidEntry)
        with self.act("exercise name", _thread(lifter)):
            self.put(replace(row, name=name))
            self.drop(*(one for one in aliases if name_key(one.alias) == key))
            if key != name_key(row.name):
                self.put(AliasRow(self.placeholder(), uid, row.name))
        return uid

    def merge_exercises(self, lifter: str, gone_uid: str, kept_uid: str) -> str:
        """All that names the first, whoever trained, names the second from now on."""
        gone, kept = self.exercise(gone_uid), self.exercise(kept_uid)
        if gone == kept:
            raise RefusalError(InvalidEntry)
        with self.act("merge exercises", _thread(lifter)):
            self.put(*(replace(one, exercise=kept_uid) for one in self.naming() if one.exercise == gone_uid))
            self.drop(gone)
            self.put(AliasRow(self.placeholder(), kept_uid, gone.name))
        return kept_uid

    def undo_exercises(self, lifter: str) -> str:
        """Each lifter takes back what they did themselves."""
        trail = self.trails.get(_thread(lifter))
        if trail is None or not trail.done:
            raise RefusalError(CannotUndo)
        act = trail.done[-1]
        self._turn({uid: (after, before) for uid, (before, after) in act.changes.items()})
        trail.done.pop()
        trail.undone.append(act)
        return lifter

    def redo_exercises(self, lifter: str) -> str:
        """What was taken back last."""
        if _thread(lifter) not in self.trails:
            raise RefusalError(CannotUndo)
        return self._redo(_thread(lifter))

    def _names(self) -> list[tuple[str, str]]:
        """Every name and other name by its key, with whose it is."""
        names = [(one.uid, name_key(one.name)) for one in self.all(ExerciseRow)]
        return names + [(one.exercise, name_key(one.alias)) for one in self.all(AliasRow)]


def _thread(lifter: str) -> str:
    return f"exercises of {lifter}"
