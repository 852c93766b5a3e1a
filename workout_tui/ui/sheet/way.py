"""How far one is in connecting a sheet, and what is shown there: the words, the rows below them, the row of keys."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.sync import address
from workout_tui.ui.bring import files
from workout_tui.ui.commands import Command
from workout_tui.ui.presenters import connect as draw
from workout_tui.ui.presenters.connect import FoundKey

if TYPE_CHECKING:
    from textual.content import Content

    from workout_tui.sync.connecting import Step as Told
    from workout_tui.sync.key import Key
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.sheet.connecting import KeyFile

_GO = Command("connect.go", "enter", "go", "⏎", "go on; try again", "go on")
_AGAIN = Command("connect.go", "enter", "", "⏎", "", "try again")
_SYNC = Command("connect.go", "enter", "", "⏎", "", "to Sync")
_PICK = Command("connect.pick", "", "", "1–9", "", "pick a key")
_TAB = Command("connect.complete", "tab", "complete", "tab", "complete the path", "complete", priority=True)
_COPY = Command("connect.copy", "c", "copy", "c", "copy the address to share the sheet with", "copy")
_BACK = Command("connect.back", "escape", "back", "esc", "a step back", "back", priority=True)

KEYS = (_GO, _TAB, _COPY, _BACK)


class Step(Enum):
    """Where the lifter is."""

    KEY = auto()
    LINK = auto()
    BUSY = auto()
    FAILED = auto()
    DONE = auto()


@dataclass(slots=True)
class Way:
    """One sheet on its way to be connected."""

    then_pull: bool = False
    """whether what stands in the sheet is to be brought"""
    step: Step = Step.KEY
    key: Key | None = None
    found: tuple[KeyFile, ...] = ()
    """keys that lie about"""
    typed: dict[Step, str] = field(default_factory=lambda: {Step.KEY: "", Step.LINK: ""})
    """the path of the key file, and the link, as they stood in the line"""
    spreadsheet_id: str = ""
    told: list[Told] = field(default_factory=list)
    """what was done, step by step"""
    wrong: str = ""
    """what is wrong with what was typed"""

    @property
    def is_typing(self) -> bool:
        """Whether something is to be typed."""
        return self.step in self.typed

    @property
    def address(self) -> str:
        """The address that is to be copied here, if any: of the fix that is asked for, or to share the sheet with."""
        if self.step is Step.FAILED:
            return self.told[-1].copy if self.told else ""
        return self.key.account if self.key and self.step is Step.LINK else ""

    def words(self, glyphs: Glyphs) -> tuple[str, str]:
        """A title and what is to be known."""
        if self.step is Step.KEY:
            whose = f", of {self.key.account}" if self.key and self.key.account else ""
            have = f" {glyphs.enter} takes the key that is kept here{whose}." if self.key else ""
            return "1 of 2   The key file", f"Type, paste or drop its path, or pick one by its number.{have}"
        if self.step is Step.LINK:
            return "2 of 2   The spreadsheet", "Paste its link."
        if self.step is Step.DONE:
            then = "looks what is in it" if self.then_pull else "shows how it goes"
            return "Connected", f"{glyphs.enter} {then}. Nothing more to do: the sync works by itself."
        return "Connecting", "Nothing is kept unless every step is done."

    def rows(self, width: int, height: int, glyphs: Glyphs) -> list[Content]:
        """What stands below the line."""
        if self.step is Step.KEY:
            home = Path.home()
            found = [FoundKey(one.path.name, files.shown(one.path.parent, home), one.key.account) for one in self.found]
            return draw.how_to(found, width, height, glyphs)
        if self.step is Step.LINK:
            return draw.sharing(self.key.account if self.key else "", address.NEW, width, height, glyphs)
        return draw.steps(self.told, width, height, glyphs, busy=self.step is Step.BUSY)

    def footer(self) -> list[Command]:
        """What the row of keys names."""
        copies = [_COPY] if self.told and self.told[-1].copy else []
        return {
            Step.KEY: [_GO, _TAB, *([_PICK] if self.found else []), _BACK],
            Step.LINK: [_GO, _BACK],
            Step.BUSY: [_BACK],
            Step.FAILED: [_AGAIN, *copies, _BACK],
            Step.DONE: [replace(_SYNC, label="look what is in it") if self.then_pull else _SYNC],
        }[self.step]
