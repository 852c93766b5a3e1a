"""Past workouts by the day they were done on: ``workout history yesterday``, ``workout trail "24 sep"``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.errors import InvalidEntry

if TYPE_CHECKING:
    import argparse

    from workout_tui.cli.opening import Book
    from workout_tui.model.session import Session
    from workout_tui.model.trail import Trace
    from workout_tui.paths import Paths

_TRAIL = """\
  workout trail                    what happened to the last workout: logged, changed, undone
  workout trail "24 sep"           to that of a day; also yesterday, monday, 2024-09-24
  workout trail 2024-09-24 --json
"""
_LAST = "last"
_SHORTEST_UID = 8


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    trail = command(commands, "trail", _trail, about="tell what happened to a workout, act by act", examples=_TRAIL)
    trail.add_argument("session", metavar="DAY", nargs="?", default=_LAST, help="the day of a workout, or its uid")
    add_lifter(trail)
    add_json(trail)


def named(text: str, book: Book) -> Session | None:
    """The workout of a day, of a uid, or the last one; None when the text names none of these.

    Raises:
        InvalidEntry: there was none on that day, or several.
    """
    from workout_tui.model.moments import read_day

    logbook = book.logbook
    if text.casefold() == _LAST:
        newest = logbook.past_page(limit=1)
        if not newest:
            raise InvalidEntry("No workout was finished yet.", "“workout start” begins one.")
        return logbook.session(newest[0].uid)
    day = read_day(text, logbook.today())
    if day is None:
        lines = logbook.past_lines([text]) if len(text) >= _SHORTEST_UID else ()
        return logbook.session(lines[0].uid) if lines else None
    found = [one for one in logbook.past_page(back_to=day, limit=1) if one.day == day]
    if not found:
        raise InvalidEntry(f"No workout was finished on {day.isoformat()}.", "“workout history” lists them.")
    if len(found) > 1:
        listed = "; ".join(f"{one.title}: {one.uid}" for one in found)
        raise InvalidEntry(f"There were {len(found)} on {day.isoformat()}.", f"Name one by its uid. {listed}.")
    return logbook.session(found[0].uid)


def tell(book: Book, session: Session, *, json: bool) -> None:
    """Print a past workout in full."""
    from workout_tui.cli import telling
    from workout_tui.cli.output import say

    if json:
        say(telling.session_json(book, session))
        return
    start, end = _local(session.started_at, session), _local(session.ended_at or session.started_at, session)
    say(f"{session.day.isoformat()} · {start:%H:%M} – {end:%H:%M}")
    say(telling.session_words(book, session))
    if session.bodyweight is not None:
        say(f"  bodyweight {session.bodyweight}")
    if session.note:
        say(f"  “{session.note}”")


def _local(at: int, session: Session) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC) + timedelta(minutes=session.utc_offset_min)


def _trail(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened
    from workout_tui.cli.output import show

    with opened(arguments, paths) as book:
        session = named(arguments.session, book)
        if session is None:
            raise InvalidEntry(f"“{arguments.session}” is no day.", "Write it as 24 sep, 2024-09-24 or yesterday.")
        rows = [row for trace in book.logbook.audit_trail(session.uid) for row in _rows(trace)]
        show(("at", "what", "undone"), rows, json=arguments.json, nothing="Nothing is known of it.")
    return 0


def _rows(trace: Trace) -> list[tuple[str, str, str]]:
    at = datetime.fromtimestamp(trace.at / 1000, UTC) + timedelta(minutes=trace.utc_offset_min)
    who = "" if trace.kind else "another program: "
    return [(f"{at:%Y-%m-%d %H:%M}", f"{who}{words}", "undone" if trace.is_undone else "") for words in trace.words]
