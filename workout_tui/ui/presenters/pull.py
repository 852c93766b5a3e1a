"""Bringing what stands in the sheet, drawn: what would come, how far it is, what came, and what went again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.sync import coming
from workout_tui.ui.presenters.rows import EMPTY, cell, fitted, styled
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workout_tui.model.intake import TakenBack
    from workout_tui.sync.pulling import Pull
    from workout_tui.ui.glyphs import Glyphs

_NUMBER = 7
_UNREAD = 5
"""rows that are named when the log cannot take them"""


def title(found: Pull) -> str:
    """What it comes to, in one line."""
    if found.is_empty:
        return "This log has all that is in the sheet."
    if found.sessions:
        return f"{count(found.sessions, 'workout')} with {count(found.sets, 'set')} that this log lacks."
    return f"{count(found.additions + found.edited, 'row')} that this log has not so."


def about(found: Pull, where: str) -> str:
    """What is to be known of it before it is taken from `where`."""
    return f"Nothing to bring from {where}." if found.is_empty else f"From {where}. Nothing here is overwritten."


def taken(done: Pull) -> tuple[str, str]:
    """What a pull came to: what came, or that there is something to decide."""
    if done.sessions or done.additions:
        return "Taken.", "What came has the identity it has in the sheet, and is not sent again."
    return "Nothing came.", "What was edited in the sheet waits on Sync for you to decide." if done.edited else ""


def returned(done: TakenBack) -> str:
    """What became of a pull that was taken back."""
    went = f"{count(done.sessions_discarded, 'workout')} put aside; in the sheet nothing was changed."
    kept = f" {count(done.sessions_kept, 'workout')} changed here since stay." if done.sessions_kept else ""
    return f"{went}{kept} Another look brings them again."


def rows(found: Pull, width: int, height: int, glyphs: Glyphs) -> list[Content]:
    """Each kind of row with its count, what comes first."""
    drawn = [
        Content.assemble(
            cell(styled(f"{number:,}", style), _NUMBER, right=True),
            "  ",
            styled(f"{noun if number == 1 else f'{noun}s'} {words}", "$dim"),
        )
        for number, style, noun, words in _counted(found)
        if number
    ]
    if found.lifter and found.sessions:
        drawn += [EMPTY, styled(f"The rows say they are {plain(found.lifter)}’s.", "$dim")]
    if found.unread:
        drawn += [EMPTY, styled("Left in the sheet, since the log cannot read them:", "$dim")]
        drawn += [styled(f"  row {one.row}: {one.words}", "$dim") for one in found.unread[:_UNREAD]]
    return fitted(drawn, width, height, glyphs)


def _counted(found: Pull) -> Iterator[tuple[int, str, str, str]]:
    """How many, in which colour, of what, and what of them: said of one as of several, before and after."""
    left = found.left_out
    yield found.sessions, "bold $done", "workout", "from the sheet, every set with its note and time"
    yield found.additions, "bold $done", "set", "from the sheet, of workouts that are here"
    yield found.edited, "bold $warn", "row", "edited in the sheet: for review, nothing is overwritten"
    yield found.held, "bold", "set", "of the workout that is open here: finish it first"
    yield left.get(coming.RUNNING, 0), "bold", "set", "of a workout that is open on another laptop"
    yield left.get(coming.COPY, 0), "bold", "row", "standing there more than once: left alone"
    yield left.get(coming.MARRED, 0), "bold", "row", "with a hidden token that does not fit: left alone"
    yield left.get(coming.GONE, 0), "bold", "set", "removed or discarded: not taken"
    yield found.gone, "bold", "set", "taken out of the sheet, still here"
    yield found.by_hand, "bold", "row", "typed by hand, for “workout pull --by-hand”"
