"""What is shown at each step of bringing a history: the head, the rows below it, the row of keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.transfer import telling
from workout_tui.transfer.importing import READERS
from workout_tui.transfer.own_export import OwnExport
from workout_tui.ui.bring import files, keys
from workout_tui.ui.bring.state import State, Step
from workout_tui.ui.presenters import bring as draw
from workout_tui.ui.presenters import when
from workout_tui.ui.presenters.bring import FileRow, Page

if TYPE_CHECKING:
    from textual.content import Content

    from workout_tui.ui.commands import Command
    from workout_tui.ui.glyphs import Glyphs


def head(state: State) -> Page:
    """The title, what to know about it, and what went wrong."""
    if state.step is Step.UNIT and state.need is not None:
        return Page(state.path.name, state.need.message)
    if state.step is Step.BUSY:
        stopping = state.run is not None and state.run.stopping
        return Page(f"{state.doing} …", "Stopping." if stopping else "")
    return _pages(state)[state.step]


def _pages(state: State) -> dict[Step, Page]:
    names = dict.fromkeys(reader.name for reader in READERS if reader.source != OwnExport.source)
    kinds = f"An export of {', '.join(names)}, or a whole log of this program. Nothing is written before you say so."
    first = next(iter(state.outcome.lines), "") if state.outcome else ""
    way_back = telling.way_back(state.batch_uid) if state.batch_uid else ""
    count = len(state.asked)
    return {
        Step.FILE: Page("Bring your history", kinds, state.wrong),
        Step.SAME: Page(
            f"{telling.count(count, 'exercise')} of the file may be known here under another name",
            "What is the same goes on in one history; the name is kept with your exercise.",
        ),
        Step.PREVIEW: Page(first, "Nothing is written yet. This is what would become of it:", state.wrong),
        Step.DONE: Page(first, way_back, state.wrong, "done"),
    }


def rows(state: State, top: int, now: int, width: int, height: int, glyphs: Glyphs) -> list[Content]:  # noqa: PLR0917 - all of it is needed to draw
    """What stands below the head; `top`: how far it is scrolled, `now`: UTC milliseconds."""
    if state.step is Step.FILE:
        return draw.files(_offered(state, now), width, height, glyphs)
    if state.step is Step.UNIT:
        return draw.units(state.need.likely if state.need else None, width, height, glyphs)
    if state.step is Step.SAME:
        return draw.questions(state.asked, width, height, glyphs)
    if state.step is Step.BUSY:
        return draw.progress(state.run.done, state.run.of, width, glyphs) if state.run else []
    return draw.scrolled(draw.account(state.lines, width), top, width, height, glyphs)


def _offered(state: State, now: int) -> list[FileRow]:
    home = Path.home()
    return [
        FileRow(one.path.name, files.shown(one.path.parent, home), when.ago(one.changed_at, now))
        for one in state.candidates
    ]


def footer(state: State, *, scrolls: bool) -> list[Command]:
    """The keys of the step; `scrolls`: there is more than fits."""
    likely = [replace(keys.ENTER, label=str(state.need.likely))] if state.need and state.need.likely else []
    more = [keys.UP] if scrolls else []
    pick = [keys.PICK] if state.candidates else []
    undo = [keys.UNDO] if state.batch_uid else []
    by_step = {
        Step.FILE: [replace(keys.ENTER, label="read it"), *pick, keys.COMPLETE],
        Step.UNIT: [*likely, keys.KG, keys.LB],
        Step.SAME: [keys.YES, keys.NO, keys.ALL],
        Step.PREVIEW: [replace(keys.ENTER, label="take it in"), *more],
        Step.DONE: [replace(keys.ENTER, label="done"), *undo, *more],
        Step.BUSY: [],
    }
    back = replace(keys.BACK, label="stop") if state.step is Step.BUSY else keys.BACK
    return [*by_step[state.step], back]
