"""Two versions of one session side by side: as it was, as it is here, as it stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, styled
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from workout_tui.model.session import Session, SessionExercise
    from workout_tui.ui.glyphs import Glyphs

_NAME = 0.34
"""the share of the width that the names take"""


class Versions(NamedTuple):
    """A session as it was read, as it shall be by what was typed here, and as it stands."""

    was: Session
    here: Session
    there: Session


def differences(versions: Versions, glyphs: Glyphs) -> list[tuple[str, str, str, str]]:
    """What is not the same in all three: its name, and how it reads in each."""
    facts = [_facts(one, glyphs) for one in versions]
    sets = [_sets(one, glyphs) for one in versions]
    names = [*dict.fromkeys(name for one in sets for name in one)]
    rows = [(name, *(one[name] for one in facts)) for name in facts[0]]
    rows += [(name, *(one.get(name, glyphs.dash) for one in sets)) for name in names]
    return [(name, was, here, there) for name, was, here, there in rows if not was == here == there]


def table(versions: Versions, width: int, room: int, glyphs: Glyphs) -> list[Content]:
    """The differences in four columns."""
    name = int(width * _NAME)
    column = (width - name) // 3
    head = styled(f"{'':{name}}{'WAS':{column}}{'HERE':{column}}{'THERE':{column}}", HEAD)
    rows = [_row(row, name, column, glyphs) for row in differences(versions, glyphs)]
    if len(rows) > room - 2:
        rows = [*rows[: max(0, room - 3)], styled(f"and {len(rows) - room + 3} more", "$dim")]
    return [head, *rows, EMPTY]


def _row(row: Sequence[str], name: int, column: int, glyphs: Glyphs) -> Content:
    label, was, here, there = row
    parts = [(label, "$dim", name), (was, "$dim", column), (here, "bold $now", column), (there, "bold $warn", column)]
    cells = [cell(styled(f"{text} "[:width], style), width, dots=glyphs.dots) for text, style, width in parts]
    return cells[0].append(cells[1]).append(cells[2]).append(cells[3])


def _facts(session: Session, glyphs: Glyphs) -> dict[str, str]:
    end = glyphs.dash if session.ended_at is None else when.clock(session.ended_at, session.utc_offset_min)
    return {
        "Name": plain(session.title),
        "Date": when.short(when.day_of(session.started_at, session.utc_offset_min)),
        "Times": f"{when.clock(session.started_at, session.utc_offset_min)}{glyphs.dash}{end}",
        "Bodyweight": str(session.bodyweight) if session.bodyweight else glyphs.dash,
        "Note": plain(session.note) or glyphs.dash,
    }


def _sets(session: Session, glyphs: Glyphs) -> dict[str, str]:
    return {name: text for block in session.exercises for name, text in _of_exercise(block, glyphs)}


def _of_exercise(block: SessionExercise, glyphs: Glyphs) -> list[tuple[str, str]]:
    return [
        (
            f"{plain(block.exercise.name)}, set {place}",
            amounts.set_text(one.values, block.exercise.measure, glyphs, tight=True),
        )
        for place, one in enumerate(sorted(block.performed, key=lambda one: one.n), 1)
    ]
