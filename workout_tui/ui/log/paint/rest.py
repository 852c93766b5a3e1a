"""The rest timer: beside the set, or in the column at the side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.model.notation import clock
from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.presenters.pixels import big
from workout_tui.ui.presenters.rows import EMPTY, styled, two_ends

if TYPE_CHECKING:
    from workout_tui.ui.glyphs import Glyphs
    from workout_tui.ui.log.rest import Rest

_BAR = 18


def beside(rest: Rest | None, usual_s: int, width: int, glyphs: Glyphs, *, large: bool = True) -> list[Content]:
    """Five rows: the caption, the figures, the bar."""
    if rest is None:
        return _stopped(usual_s, glyphs)
    of = styled(f" of {clock(rest.length_s)}", "$faint")
    bar = _bar(rest, min(_BAR, width - of.cell_length), glyphs)
    return [_caption(rest), *_figures(rest, width, glyphs, large=large), Content.assemble(bar, of)]


def aside(rest: Rest | None, usual_s: int, width: int, glyphs: Glyphs, *, large: bool = True) -> list[Content]:
    """The same for the side column, with its keys."""
    if rest is None:
        return _stopped(usual_s, glyphs)
    keys = Content.assemble(
        (glyphs.key("log.rest", "space"), "bold $now"),
        (" stop   ", "$dim"),
        (f"{glyphs.key('log.rest_less', '[')} {glyphs.key('log.rest_more', ']')}", "bold $now"),
        (in_signs(" ± 15 s", glyphs), "$dim"),
    )
    return [
        two_ends(_caption(rest), styled(f"of {clock(rest.length_s)}", "$faint"), width),
        EMPTY,
        *_figures(rest, width, glyphs, large=large),
        _bar(rest, width, glyphs),
        keys,
    ]


def _stopped(usual_s: int, glyphs: Glyphs) -> list[Content]:
    start = Content.assemble((glyphs.key("log.rest", "space"), "bold $now"), (f" starts {clock(usual_s)}", "$faint"))
    return [styled("REST", "bold $dim"), EMPTY, styled(in_signs("–", glyphs), "$faint"), EMPTY, start]


def _style(rest: Rest) -> str:
    if rest.is_calm:
        return "$dim"
    return "$warn" if rest.is_over else "$ink"


def _caption(rest: Rest) -> Content:
    return styled("REST OVER" if rest.is_over else "REST", f"bold {_style(rest) if rest.is_over else '$dim'}")


def _figures(rest: Rest, width: int, glyphs: Glyphs, *, large: bool) -> list[Content]:
    if large:
        return big(rest.text, _style(rest), width, glyphs)
    return [EMPTY, styled(rest.text, f"bold {_style(rest)}"), EMPTY]


def _bar(rest: Rest, width: int, glyphs: Glyphs) -> Content:
    full, empty = ("━", "━") if glyphs.unicode else ("=", "-")
    if rest.is_over:
        return Content.styled(full * width, "$dim" if rest.is_calm else "$warn")
    passed = round(rest.share * width)
    return Content.assemble((full * passed, "$now"), (empty * (width - passed), "$line"))
