"""What stands in a table of a file, taken out piece by piece; what is left over or of another kind is refused."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from workout_tui.errors import InvalidEntry

Kind = TypeVar("Kind", bound=StrEnum)

_LONGEST = 200


class Entries:
    """One table, and where it stands."""

    def __init__(self, table: object, where: str) -> None:
        if not isinstance(table, dict):
            raise InvalidEntry(f"{where} is no table.", "Look at an exported file.", field="table")
        self._left: dict[str, object] = dict(table)
        self.where = where

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it has to be there."""
        value = self._left.pop(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault(key, f"{key} = “…”, a text")
        if len(value) > _LONGEST and key == "name":
            raise self.fault(key, f"a name of at most {_LONGEST} letters")
        return value.strip()

    def number(self, key: str, default: int) -> int:
        """A whole number from 1."""
        value = self._left.pop(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 999:
            raise self.fault(key, f"{key} = 1, a whole number")
        return value

    def one_of(self, key: str, kind: type[Kind], default: Kind) -> Kind:
        """One of a few words."""
        value = self._left.pop(key, default.value)
        if not isinstance(value, str) or value not in {one.value for one in kind}:
            raise self.fault(key, f"{key} = “…”, one of {', '.join(one.value for one in kind)}")
        return kind(value)

    def list(self, key: str) -> list[object]:
        """A list, perhaps an empty one."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            raise self.fault(key, f"{key} = [ … ], a list")
        return list(value)

    def close(self) -> None:
        """Refuse what nobody asked for: a word that was misspelt would be lost."""
        if self._left:
            unknown = min(self._left)
            raise InvalidEntry(
                f"{self.where}: “{unknown}” means nothing here.", "Correct it, or take it out.", field=unknown
            )

    def fault(self, key: str, fix: str) -> InvalidEntry:
        """What stands at `key` is wrong or missing."""
        return InvalidEntry(f"{self.where}: {key} is missing or wrong.", f"Write {fix}.", field=key)
