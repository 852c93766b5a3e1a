"""The head of Finish: when it was, the headline, the four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.changes import change
from workout_tui.ui.presenters.pixels import big, big_number
from workout_tui.ui.presenters.rows import EMPTY, HEAD, cell, cut, fitted, join, styled, two_ends

if TYPE_CHECKING:
    from workout_tui.ui.presenters.finish.view import FinishView

_TILE_GAP = {False: 1, True: 2}


def facts(view: FinishView) -> str:
    """Day and times, for the top bar: ``Tue 24 Sep · 17:34 – 18:32``."""
    one, dash = view.summary, view.glyphs.dash
    end = view.now if view.end_now else one.ended_at
    times = f"{when.clock(one.started_at, one.utc_offset_min)} {dash} {when.clock(end, one.utc_offset_min)}"
    return f"{when.full(one.day)}{' · ' if view.glyphs.unicode else ', '}{times}"


def top(view: FinishView, width: int, height: int) -> list[Content]:
    """The headline and the four figures."""
    return fitted([*_headline(view, width), EMPTY, *_tiles(view, width), EMPTY], width, height, view.glyphs)


def _headline(view: FinishView, width: int) -> list[Content]:
    one = view.summary
    save = EMPTY if view.nothing else Content.assemble((view.glyphs.enter, "bold $now"), (" save", "bold"))
    if view.nothing:
        discard = f"  esc back · {view.glyphs.key('finish.discard', 'D')} discard"
        words = Content.assemble(("Nothing logged.", "bold"), (discard, "$dim"))
    else:
        since = f"Best volume since {when.spoken(one.best_since, one.day)}." if one.best_since else ""
        state = "so far" if one.open else "done"
        words = join(
            [
                styled(f"{state.capitalize()}." if view.tall else f"{one.title}, {state}.", "bold"),
                styled(since, "$dim"),
            ],
            "  ",
        )
    if not view.tall:
        return [two_ends(cut(words, width - 8, view.glyphs.dots), save, width)]
    room = width - words.cell_length - save.cell_length - 8
    name = big(one.title, "$ink", max(0, room), view.glyphs)
    wide = max(row.cell_length for row in name)
    return [
        name[0],
        two_ends(Content.assemble(cell(name[1], wide), "    ", words), save, width),
        name[2],
    ]


def _tiles(view: FinishView, width: int) -> list[Content]:
    one, gap = view.summary, _TILE_GAP[view.tall]
    wide = (width - 3 * gap) // 4
    number, unit = amounts.volume(one.volume_kg, view.unit)
    beaten = sum(bool(done.records) for done in one.exercises)  # as Home counts: an exercise beat itself, or it did not
    stars = " ".join([view.glyphs.record] * min(beaten, 5 if view.tall else 3))
    tiles = [
        _tile(
            view,
            wide,
            "TIME",
            _minutes(None if view.nothing else one.minutes_change),
            str(_duration(view)),
            "min",
            "$ink",
        ),
        _tile(
            view, wide, "VOLUME", change(None if view.nothing else one.volume_change, view.glyphs), number, unit, "$ink"
        ),
        _tile(view, wide, "SETS", _left_out(view), str(one.done), f"of {one.total}", "$ink"),
        _tile(view, width - 3 * (wide + gap), "RECORDS", styled(stars, "$pr"), str(beaten), "", "$pr"),
    ]
    return [Content(" " * gap).join([tile[row] for tile in tiles]) for row in range(len(tiles[0]))]


def _tile(  # noqa: PLR0917 - one value a part of the tile
    view: FinishView, width: int, name: str, extra: Content, figure: str, unit: str, style: str
) -> list[Content]:
    """A figure on a ground of its own."""
    pad = 2 if view.tall else 1
    inner = width - 2 * pad
    drawn = big_number(figure, style if figure != "0" else "$faint", inner - len(unit) - 2, view.glyphs)
    if not view.big:
        drawn = [EMPTY, styled(figure, f"bold {style}"), EMPTY]
    across = max(row.cell_length for row in drawn)
    rows = [two_ends(styled(name, HEAD), extra, inner)]
    rows += [EMPTY] if view.tall else []
    rows += [drawn[0], Content.assemble(cell(drawn[1], across), "  ", (unit, "$dim")), drawn[2]]
    rows = [EMPTY, *rows, EMPTY] if view.tall else rows
    return [Content.assemble(" " * pad, cell(row, inner), " " * pad).stylize_before("on $card") for row in rows]


def _duration(view: FinishView) -> int:
    one = view.summary
    return max(0, round((view.now - one.started_at) / 60_000)) if view.end_now else one.minutes


def _minutes(difference: int | None) -> Content:
    if difference is None:
        return EMPTY
    return styled("same" if not difference else f"{abs(difference)} {'more' if difference > 0 else 'less'}", "$dim")


def _left_out(view: FinishView) -> Content:
    one = view.summary
    if one.open:
        return styled(f"{view.glyphs.warn} {one.open} open", "$warn")
    return styled(f"{one.skipped} {'skipped' if view.tall else 'skip'}", "$dim") if one.skipped else EMPTY
