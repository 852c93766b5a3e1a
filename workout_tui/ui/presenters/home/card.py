"""The top of Home: the session that is open, and the workout in the card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from workout_tui.ui.presenters import amounts, when
from workout_tui.ui.presenters.changes import step
from workout_tui.ui.presenters.pixels import big
from workout_tui.ui.presenters.rows import EMPTY, HEAD, barred, cell, cut, join, styled, two_ends
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.overview import NextExercise, OpenSession, Suggestion
    from workout_tui.ui.presenters.home.view import HomeView

_OLD_MS = 3 * 3_600_000
"""an open session without a set for so long was probably forgotten"""


def upper(view: HomeView, width: int) -> list[Content]:
    """The session that is open, if any, and the card, if there is anything to show in it."""
    rows: list[Content] = []
    if view.home.open:
        rows += [_banner(view, view.home.open, width), EMPTY]
    if view.card:
        rows += [*(_tall_card if view.tall else _short_card)(view, view.card, width), EMPTY]
    return rows


def _banner(view: HomeView, running: OpenSession, width: int) -> Content:
    marked = view.spot.kind == "open"
    last = running.last_at or running.started_at
    name = styled(f"{running.title} is open", "bold")
    done = styled(f"{running.done} of {count(running.total, 'set')} · ", "$dim")
    age = f"{'last set' if running.last_at else 'started'} {when.ago(last, view.now)}"
    since = styled(age, "$warn" if view.now - last > _OLD_MS else "$dim")
    key = Content.assemble((view.glyphs.enter, "$now"), " resume ") if marked else styled("resume ", "$faint")
    words = join([name, Content.assemble(done, since)])
    fits = words.cell_length + key.cell_length < width - 2
    row = two_ends(words if fits else join([name, since]), key, width - 2)
    return barred([row], width, view.glyphs, "now" if marked else "line", "now-bg" if marked else "card")[0]


def _start_key(view: HomeView) -> Content:
    if view.spot.kind in {"next", "choice"}:
        return Content.assemble((view.glyphs.enter, "bold $now"), (" start ", "$ink"))
    number = next(
        (one.number for one in view.home.workouts if view.card and one.template_uid == view.card.template_uid), 0
    )
    return Content.assemble((f"{number}", "bold $now"), (" pick ", "$dim")) if 0 < number < 10 else EMPTY


def _facts(view: HomeView, card: Suggestion) -> Content:
    """Since when, how long, and why this one."""
    facts = [card.why] if card.why else []
    facts += [when.gap(card.last_done, view.home.today) if card.last_done else "not yet done"]
    facts += [f"about {card.minutes} min"] if card.minutes else []
    return styled(" · ".join(facts), "$dim")


def _card_head(view: HomeView) -> Content:
    return styled("UP NEXT" if view.card == view.home.up_next else "MARKED", HEAD)


def _card_bar(view: HomeView) -> str:
    return "now" if view.spot.kind == "next" else "line"


def _short_card(view: HomeView, card: Suggestion, width: int) -> list[Content]:
    inner = width - 2
    title = join([_card_head(view), styled(card.title, "bold"), _facts(view, card)])
    half = (inner - 3) // 2
    _, delta = _widths(card.lines, view)
    cells = [_brief(line, view, half, delta) for line in card.lines[:8]]
    below = -(-len(cells) // 2)
    rows = [two_ends(title, _start_key(view), inner)]
    rows += [
        Content.assemble(cells[place], "   ", cells[place + below] if place + below < len(cells) else "")
        for place in range(below)
    ]
    if len(card.lines) > 8:
        rows[-1] = cut(rows[-1], inner, view.glyphs.dots)
        rows[0] = two_ends(
            join([title, styled(f"{count(len(card.lines), 'exercise')}", "$dim")]), _start_key(view), inner
        )
    return barred(rows, width, view.glyphs, _card_bar(view), "card")


def _tall_card(view: HomeView, card: Suggestion, width: int) -> list[Content]:
    inner = width - 5
    name = "$now" if view.spot.kind == "next" else "$ink"
    title = big(card.title, name, inner, view.glyphs) if view.big else [styled(card.title, f"bold {name}")]
    rows = [
        EMPTY,
        two_ends(_card_head(view), _facts(view, card), inner),
        EMPTY,
        *title,
        EMPTY,
        *_lines(card, view, inner),
        EMPTY,
        *_why(view, card, inner),
        two_ends(_change_key(view), _start_key(view), inner),
        EMPTY,
    ]
    return barred([Content.assemble(" ", row) for row in rows], width, view.glyphs, _card_bar(view), "card")


def _why(view: HomeView, card: Suggestion, width: int) -> list[Content]:
    """What made a load go up or down, if one did."""
    moved = next((line for line in card.lines if line.delta and line.why), None)
    if moved is None or moved.delta is None:
        return []
    sign, token = (view.glyphs.up, "$done") if moved.delta.milli > 0 else (view.glyphs.down, "$warn")
    words = styled(f"{moved.exercise.name}: {moved.why} last time", "$dim")
    return [cut(Content.assemble((f"{sign} ", token), words), width, view.glyphs.dots)]


def _change_key(view: HomeView) -> Content:
    """How to change what is asked for; with a session open there is nothing to be changed before."""
    if view.home.open:
        return EMPTY
    return Content.assemble((view.glyphs.key("home.change", "c"), "bold $now"), (" change before starting", "$dim"))


def _lines(card: Suggestion, view: HomeView, width: int) -> list[Content]:
    """An exercise a row: name, sets, load, and how much it went up."""
    if not card.lines:
        return [styled("exercises are added as you go", "$faint")]
    load, delta = _widths(card.lines, view)
    sets = [amounts.sets_text(line.targets, view.glyphs) for line in card.lines]
    right = load + delta + 4 + (1 if delta else 0)
    most = max(10, width - right - 8 - max(map(len, sets)))
    name = min(max(len(line.exercise.name) for line in card.lines), most)
    return [
        two_ends(
            Content.assemble(cell(line.exercise.name, name, dots=view.glyphs.dots), "   ", (text, "$dim")),
            Content.assemble(_load(line, view, load), " " if delta else "", cell(step(line.delta, view.glyphs), delta)),
            width,
        )
        for line, text in zip(card.lines, sets, strict=True)
    ]


def _brief(line: NextExercise, view: HomeView, width: int, delta: int) -> Content:
    """An exercise in half a row: name, load, and how much it went up; the changes in a column `delta` wide."""
    load = styled(_load_text(line, view, brief=True))
    name = cell(line.exercise.name, width - load.cell_length - delta - 3, dots=view.glyphs.dots)
    return two_ends(name, Content.assemble(load, " ", cell(step(line.delta, view.glyphs), delta)), width)


def _widths(lines: Sequence[NextExercise], view: HomeView) -> tuple[int, int]:
    """The columns that the loads and the changes of a card need."""
    loads = max((len(_load_text(line, view)) for line in lines), default=0)
    return loads, max((step(line.delta, view.glyphs).cell_length for line in lines), default=0)


def _load_text(line: NextExercise, view: HomeView, *, brief: bool = False) -> str:
    """The load; in the brief card the sets stand in for one that is left open."""
    load = amounts.top_load(line.targets)
    if load is None and brief:
        return amounts.sets_text(line.targets, view.glyphs)
    return amounts.load_number(load, line.exercise.measure, view.glyphs)


def _load(line: NextExercise, view: HomeView, width: int) -> Content:
    load = amounts.top_load(line.targets)
    text = cell(styled(_load_text(line, view), "bold"), width, right=True)
    return Content.assemble(text, (f" {load.unit}" if load else "   ", "$faint"))
