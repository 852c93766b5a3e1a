"""Home, drawn: the open session, the workout to start, the list, the week, the records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from workout_tui.model.records import RecordKind
from workout_tui.ui.presenters import amounts, calendar, when
from workout_tui.ui.presenters.changes import change, step
from workout_tui.ui.presenters.names import short_names
from workout_tui.ui.presenters.pixels import big
from workout_tui.ui.presenters.rows import EMPTY, barred, cell, cut, fitted, join, styled, two_ends, wrapped
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.model.load import Unit
    from workout_tui.model.overview import Choice, Home, NextExercise, OpenSession, RecentRecord, Suggestion
    from workout_tui.ui.glyphs import Glyphs

_HEAD = "bold $dim"
_MOST_SAID = 3
_OLD_MS = 3 * 3_600_000
"""an open session without a set for so long was probably forgotten"""


class Spot(NamedTuple):
    """Something on Home that can be marked: ``open``, ``next``, ``empty``, or the `place`-th ``choice``."""

    kind: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything Home is drawn from."""

    home: Home
    spot: Spot
    card: Suggestion | None
    """the workout in the card: the marked one, else the next"""
    unit: Unit
    now: int
    glyphs: Glyphs
    tall: bool = False
    wide: bool = False
    big: bool = True
    """whether figures may be large"""
    notices: tuple[str, ...] = ()
    """what is to be said beside the logbook's own alerts"""
    said: tuple[str, str] | None = None
    """a colour token and a message"""


def spots(home: Home) -> tuple[Spot, ...]:
    """What can be marked, top to bottom."""
    found = [Spot("open")] if home.open else []
    found += [Spot("next")] if home.up_next else []
    return (*found, Spot("empty"), *(Spot("choice", place) for place in range(len(home.workouts))))


def left(view: HomeView, width: int, height: int) -> list[Content]:
    """The main column."""
    top = _top(view, width)
    tail = [EMPTY, *_said(view, width)] if view.said or _alerts(view) else []
    head = [_list_head(view, width)] + ([EMPTY] if view.tall else [])
    room = height - len(top) - len(head) - len(tail)
    bottom = _bottom(view, width, room - min(len(view.home.workouts), 5))
    rows = _list(view, width, room - len(bottom))
    spare = room - len(bottom) - len(rows)
    if EMPTY in rows and spare and not view.tall:
        head, spare = [*head, EMPTY], spare - 1
    return fitted([*top, *head, *rows, *bottom, *[EMPTY] * spare, *tail], width, height, view.glyphs)


def right(view: HomeView, width: int, height: int) -> list[Content]:
    """The second column of a wide window: the map of the last weeks, this week, the records."""
    home, gap = view.home, [EMPTY] * (2 if view.tall else 1)
    weeks = min(calendar.weeks_that_fit(width), -(-len(home.heat) // 7))
    rows = [
        calendar.legend(weeks, width, view.glyphs),
        EMPTY,
        *calendar.heat_map(home.heat, home.today, weeks, view.glyphs),
        *gap,
        styled("THIS WEEK", _HEAD),
        EMPTY,
        *_tiles(view, width),
        *gap,
    ]
    room = height - len(rows) - 2
    if room > 0 and home.records:
        rows += [styled("RECENT RECORDS", _HEAD), EMPTY, *_record_rows(view, home.records[:room], width)]
    return fitted(rows, width, height, view.glyphs)


# The top: the open session and the card


def _top(view: HomeView, width: int) -> list[Content]:
    rows: list[Content] = []
    if view.home.open:
        rows += [_banner(view, view.home.open, width), EMPTY]
    if view.card:
        rows += [*(_tall_card if view.tall else _short_card)(view, view.card, width), EMPTY]
    return rows


def _banner(view: HomeView, running: OpenSession, width: int) -> Content:
    marked = view.spot.kind == "open"
    last = running.last_at or running.started_at
    age = f"{'last set' if running.last_at else 'started'} {when.ago(last, view.now)}"
    facts = Content.assemble(
        (f"{running.done} of {count(running.total, 'set')} · ", "$dim"),
        (age, "$warn" if view.now - last > _OLD_MS else "$dim"),
    )
    key = Content.assemble((view.glyphs.enter, "$now"), " resume ") if marked else styled("resume ", "$faint")
    row = two_ends(join([styled(f"{running.title} is open", "bold"), facts]), key, width - 2)
    return barred([row], width, view.glyphs, "now" if marked else "line", "now-bg" if marked else "card")[0]


def _start_key(view: HomeView) -> Content:
    if view.spot.kind != "open":
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
    return styled("UP NEXT" if view.card == view.home.up_next else "MARKED", _HEAD)


def _card_bar(view: HomeView) -> str:
    return "now" if view.spot.kind == "next" else "line"


def _short_card(view: HomeView, card: Suggestion, width: int) -> list[Content]:
    inner = width - 2
    title = join([_card_head(view), styled(card.title, "bold"), _facts(view, card)])
    half = (inner - 3) // 2
    widths = _widths(card.lines, view, brief=True)
    cells = [_brief(line, view, half, widths) for line in card.lines[:8]]
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
    why = next((f"{view.glyphs.up} {line.why} last time" for line in card.lines if line.delta and line.why), "")
    rows = [
        EMPTY,
        two_ends(_card_head(view), _facts(view, card), inner),
        EMPTY,
        *title,
        EMPTY,
        *_lines(card, view, inner),
        EMPTY,
        two_ends(styled(why, "$dim"), _start_key(view), inner),
        EMPTY,
    ]
    return barred([Content.assemble(" ", row) for row in rows], width, view.glyphs, _card_bar(view), "card")


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


def _brief(line: NextExercise, view: HomeView, width: int, widths: tuple[int, int]) -> Content:
    """An exercise in half a row: name, load, and how much it went up."""
    load, delta = widths
    name = width - load - delta - 3
    return Content.assemble(
        cell(line.exercise.name, name, dots=view.glyphs.dots),
        "  ",
        cell(styled(_load_text(line, view, brief=True)), load, right=True),
        " ",
        cell(step(line.delta, view.glyphs), delta),
    )


def _widths(lines: Sequence[NextExercise], view: HomeView, *, brief: bool = False) -> tuple[int, int]:
    """The columns that the loads and the changes of a card need."""
    loads = max((len(_load_text(line, view, brief=brief)) for line in lines), default=0)
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


# The list of workouts


def _list_head(view: HomeView, width: int) -> Content:
    marked = view.spot.kind == "empty"
    empty = Content.assemble(("0", "bold $now"), (" empty one", "bold $now" if marked else "$dim"))
    if marked:
        empty = Content.assemble((f" {view.glyphs.now} ", "$now"), empty, " ").stylize_before("on $now-bg")
    last = styled("last done", "$faint")
    return two_ends(styled("WORKOUTS", _HEAD), Content.assemble(empty, "        ", last), width)


def _list(view: HomeView, width: int, room: int) -> list[Content]:
    choices = view.home.workouts
    if not choices:
        return [styled("No workouts yet. 0 marks an empty one.", "$faint")][:room]
    height = 2 if view.tall and room >= 2 * len(choices) else 1
    spaced = room >= (height + 1) * len(choices) - 1
    first, last = window(len(choices), room, view.spot.place if view.spot.kind == "choice" else 0)
    first, last = (first, last) if height == 1 else (0, len(choices))
    draw = _tall_choice if height == 2 else _choice
    rows: list[Content] = []
    for place in range(first, last):
        rows += draw(choices[place], view, width, marked=view.spot == Spot("choice", place))
        rows += [EMPTY] if spaced and place < last - 1 else []
    if last < len(choices) and len(rows) > 1:
        rows[-1] = styled(f"   {view.glyphs.up_down} {len(choices) - last + 1} more", "$dim")
    return rows


def window(total: int, room: int, marked: int) -> tuple[int, int]:
    """Which of `total` rows are shown in `room` rows so that the marked one is among them, not at a hidden edge."""
    room = max(1, room)
    if total <= room:
        return 0, total
    # The last row of a window that goes on says so: the mark keeps clear of it.
    first = min(max(0, marked - max(0, room - 2)), total - room)
    return first, first + room


def _choice(choice: Choice, view: HomeView, width: int, *, marked: bool) -> list[Content]:
    name_width = min(max(len(one.title) for one in view.home.workouts), max(13, width // 3))
    days = _days(choice, view)
    name = cell(styled(choice.title, "bold" if marked else ""), name_width, dots=view.glyphs.dots)
    row = Content.assemble(_number(choice, view, marked=marked), name, "  ")
    most = width - row.cell_length - days.cell_length - 3
    exercises = cell(styled(_exercises(choice), "$dim" if marked else "$faint"), max(0, most), dots=view.glyphs.dots)
    return [_tinted(Content.assemble(row, exercises, "   ", days), width, marked=marked)]


def _tall_choice(choice: Choice, view: HomeView, width: int, *, marked: bool) -> list[Content]:
    title = Content.assemble(_number(choice, view, marked=marked), styled(choice.title, "bold" if marked else ""))
    return [
        _tinted(two_ends(title, _days(choice, view), width), width, marked=marked),
        _tinted(
            cut(styled(f"   {_exercises(choice)}", "$dim" if marked else "$faint"), width - 1, view.glyphs.dots),
            width,
            marked=marked,
        ),
    ]


def _number(choice: Choice, view: HomeView, *, marked: bool) -> Content:
    """The key of a workout; marked it becomes the bar of what is now."""
    digit = str(choice.number) if choice.number < 10 else " "
    if marked:
        return Content.assemble((digit, "bold $on-now on $now"), (f" {view.glyphs.now}", "$now"))
    return styled(f"{digit}  ", "bold $now")


def _exercises(choice: Choice) -> str:
    return " · ".join(short_names(choice.exercises))


def _days(choice: Choice, view: HomeView) -> Content:
    return styled(when.since(choice.last_done, view.home.today), "$dim")


def _tinted(row: Content, width: int, *, marked: bool) -> Content:
    return cell(row, width).stylize_before("on $now-bg") if marked else row


# The week and the records


def _bottom(view: HomeView, width: int, room: int) -> list[Content]:
    """Week and records under the list of a narrow window, as full as there is room for."""
    if view.wide:
        return []
    week = [EMPTY, _week(view, width)]
    records = view.home.records[:3]
    if not records or room < len(week) + 2:
        return week if room >= len(week) else []
    if room < len(week) + 1 + len(records):
        return [*week, EMPTY, _records_row(view, width)]
    head = cell(styled("RECORDS", _HEAD), 12)
    rows = _record_rows(view, records, width - 12)
    return [*week, EMPTY, *(Content.assemble(head if not place else " " * 12, row) for place, row in enumerate(rows))]


def _week(view: HomeView, width: int) -> Content:
    week = view.home.week
    number, unit = amounts.volume(week.volume_kg, view.unit)
    goal = f" of {week.goal}" if week.goal else f" {'session' if week.sessions == 1 else 'sessions'}"
    facts = [
        Content.assemble((str(week.sessions), "bold"), (goal, "$dim")),
        Content.assemble((number, "bold"), (f" {unit}", "$dim")),
    ]
    if week.records:
        facts.append(styled(f"{view.glyphs.record} {week.records}", "bold $pr"))
    head, strip = styled("THIS WEEK", _HEAD), calendar.strip(week, view.home.today, view.glyphs)
    if head.cell_length + strip.cell_length + join(facts).cell_length + 6 > width:
        strip = calendar.strip(week, view.home.today, view.glyphs, gap=" ")
    return two_ends(join([head, strip]), join(facts), width)


def _records_row(view: HomeView, width: int) -> Content:
    row = cell(styled("RECORDS", _HEAD), 12)
    for record in view.home.records:
        more = Content.assemble(
            (f"{view.glyphs.record} ", "$pr"),
            styled(record.exercise.name, "$dim"),
            " ",
            amounts.set_text(amounts.without_effort(record.values), record.exercise.measure, view.glyphs),
        )
        gap = "   " if row.cell_length > 12 else ""
        if row.cell_length + len(gap) + more.cell_length > width:
            break
        row = Content.assemble(row, gap, more)
    return row


def _record_rows(view: HomeView, records: Sequence[RecentRecord], width: int) -> list[Content]:
    sets = [amounts.set_text(amounts.without_effort(one.values), one.exercise.measure, view.glyphs) for one in records]
    words = [_record_words(one, view) for one in records]
    days = [when.short(one.day) for one in records]
    wide = [max(map(len, texts)) for texts in (sets, words, days)]
    names = [plain(one.exercise.name) for one in records]
    room = width - sum(wide) - 9
    if max(map(len, names)) > room:
        names = short_names(names)
    name_width = min(max(map(len, names)), max(6, room))
    rows = zip(names, sets, words, days, strict=True)
    return [
        two_ends(
            Content.assemble(
                (f"{view.glyphs.record} ", "$pr"),
                cell(name, name_width, dots=view.glyphs.dots),
                "  ",
                cell(styled(done, "bold"), wide[0]),
                "   ",
                (word, "$dim"),
            ),
            styled(day.rjust(wide[2]), "$faint"),
            width,
        )
        for name, done, word, day in rows
    ]


def _record_words(record: RecentRecord, view: HomeView) -> str:
    if record.kind is RecordKind.E1RM and record.e1rm_kg:
        return f"e1RM {amounts.in_unit(record.e1rm_kg, view.unit)}"
    return amounts.RECORD_WORDS[record.kind]


def _tiles(view: HomeView, width: int) -> list[Content]:
    """The week in three large figures."""
    week = view.home.week
    number, unit = amounts.volume(week.volume_kg, view.unit)
    unit = {"t": "tonnes"}.get(unit, unit)
    goal = f"of {week.goal} sessions" if week.goal else "session" if week.sessions == 1 else "sessions"
    over = week.days[-1].day <= view.home.today
    # Against the whole last week: until this one is over, less says nothing.
    against = change(week.change, view.glyphs) if over or (week.change or 0) > 0 else EMPTY
    records = "record" if week.records == 1 else "records"
    prize = "$pr" if week.records else "$faint"
    tiles = [
        (str(week.sessions), "$ink", styled(goal, "$dim")),
        (number, "$ink", join([styled(unit, "$dim"), against], " ")),
        (str(week.records), prize, styled(f"{view.glyphs.record} {records}", prize)),
    ]
    columns = [16, 18, max(10, width - 36)]
    figures = [
        big(figure, style, wide - 2, view.glyphs) for (figure, style, _), wide in zip(tiles, columns, strict=True)
    ]
    rows = [
        Content().join([cell(figure[row], wide) for figure, wide in zip(figures, columns, strict=True)])
        for row in range(3)
    ]
    captions = Content().join([cell(words, wide) for (_, _, words), wide in zip(tiles, columns, strict=True)])
    return [cut(row, width) for row in [*rows, captions]]


def _alerts(view: HomeView) -> tuple[str, ...]:
    return (*view.notices, *view.home.alerts)


def _said(view: HomeView, width: int) -> list[Content]:
    """What has just happened, or else the first alert and how many there are besides."""
    token, words = view.said or ("warn", _alerts(view)[0])
    mark = {"warn": view.glyphs.warn, "bad": view.glyphs.bad, "done": view.glyphs.done}.get(token, "")
    more = 0 if view.said else len(_alerts(view)) - 1
    rows = [styled(row) for row in wrapped(words, width - 6, _MOST_SAID, view.glyphs.dots)]
    head = two_ends(
        Content.assemble((f"{mark} ", f"${token}"), rows[0]), styled(f"+{more}" if more else "", "$dim"), width
    )
    return [head, *(Content.assemble("  ", row) for row in rows[1:])]
