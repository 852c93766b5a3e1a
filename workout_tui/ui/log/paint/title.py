"""What stands at the head: of the screen the workout, of a wide window the exercise and what is planned of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.log.paint.signs import fitting, in_signs
from workout_tui.ui.log.words import elapsed
from workout_tui.ui.presenters.rows import EMPTY, styled, two_ends
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.view import Around


def facts(view: Around, title: str, elapsed_s: int, lifter: str) -> list[Content]:
    """The workout, its time and its sets, for the top bar. `lifter`: by name, if there are several; else nothing."""
    name = [styled(plain(lifter), "$now")] if lifter else []
    sets = Content.assemble((str(view.done), "bold"), (f" of {view.total} sets", "$dim"))
    return [*name, styled(title, "bold"), styled(elapsed(elapsed_s), "$dim"), *([sets] if view.total else [])]


def title(view: Around, width: int, glyphs: Glyphs) -> list[Content]:
    """Two rows."""
    if not view.name:
        return [EMPTY, EMPTY]
    about = [styled(in_signs(view.about, glyphs), "$faint")] if view.about else []
    plan = [styled(in_signs(view.plan, glyphs), "$dim")] if view.plan else []
    return [
        two_ends(styled(view.name, "bold"), styled(view.last_day, "$dim"), width),
        fitting([*about, *plan], width, dots=glyphs.dots),
    ]


def empty(recent: Sequence[str], height: int, glyphs: Glyphs) -> list[Content]:
    """In place of the table while the session has no exercise."""
    rows = [
        Content.assemble(
            (glyphs.enter, "bold $now"),
            " or ",
            (glyphs.key("log.add_exercise", "A"), "bold $now"),
            (" picks the first exercise", "$dim"),
        ),
        EMPTY,
    ]
    if recent:
        rows += [styled("LATELY", "bold $dim"), *(styled(name, "$dim") for name in recent)]
    return rows[:height]
