"""What the end of a call means: whether a write may stand in the sheet, whose turn it is, and the words for it.

Two questions are kept apart. *Was it applied?* is answered “no” only for the ends on a short list, each of which
proves that the server did not carry it out; every other end is unknown, and waits for its receipt. *Whose turn
is it?* decides between trying again by itself, asking the lifter, and owning up to a fault of the program.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui.errors import Ambiguous, Offline, SyncProblem, Throttled
from workout_tui.sync import needs
from workout_tui.sync.sheet import Applied, Blame, CallFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.sync.key import Key

NOT_APPLIED = (400, 401, 403, 404, 429)
"""statuses with which the server says that it did nothing"""

_TECHNICAL = 240
_QUOTA = re.compile(r"rate.?limit|quota", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """An answer that is no success."""

    status: int
    message: str = ""
    """the server's own words"""
    reason: str = ""
    """its reason for programs, such as SERVICE_DISABLED"""
    retry_after_s: float | None = None
    at: int | None = None
    """its `Date`, UTC milliseconds"""


class End(StrEnum):
    """An end of a call without a usable answer."""

    NO_WAY = "offline"
    """nothing was sent: no network, no such host, nobody there"""
    STRANGER = "certificate"
    """nothing was sent: who answered could not prove to be Google"""
    TOO_SLOW = "timeout"
    """sent, and no answer in time"""
    CUT = "reset"
    """sent, and the connection broke"""
    UNREADABLE = "unreadable"
    """sent, and what came back was no answer of Google's"""
    NO_TOKEN = "token"  # noqa: S105 - the name of an outcome
    """nothing was sent: the place that gives tokens failed"""
    UNKNOWN = "unknown"
    """an error that nobody has met"""


def without_answer(end: End, technical: str = "", *, at: int | None = None) -> CallFailed:
    """A call that brought no usable answer."""
    applied = Applied.NO if end in {End.NO_WAY, End.STRANGER, End.NO_TOKEN} else Applied.UNKNOWN
    blame = Blame.BUG if end is End.UNKNOWN else Blame.TRANSIENT
    offline = end is End.NO_WAY
    return CallFailed(applied, blame, end.value, _ENDS[end](), shortened(technical), offline=offline, at=at)


def answered(said: Said, key: Key) -> CallFailed:
    """A call that was answered, but not with a success."""
    applied = Applied.NO if said.status in NOT_APPLIED else Applied.UNKNOWN
    kind, blame, problem = _judged(said, key)
    return CallFailed(
        applied, blame, kind, problem, shortened(said.message), retry_after_s=said.retry_after_s, at=said.at
    )


def token_refused(words: str, key: Key) -> CallFailed:
    """The key was shown and not accepted; nothing was sent to the sheet."""
    skewed = "reasonable timeframe" in words or "short-lived" in words or "iat" in words.split()
    problem = needs.clock_is_wrong() if skewed else needs.key_is_dead(key)
    return CallFailed(Applied.NO, Blame.NEEDS_USER, "clock" if skewed else "key", problem, shortened(words))


def unusable_key(technical: str) -> CallFailed:
    """The key itself cannot be read by those who use it; nothing was sent."""
    return CallFailed(Applied.NO, Blame.NEEDS_USER, "key", needs.key_is_damaged(), shortened(technical))


def shortened(words: str) -> str:
    """The server's words in one line, without what it may quote from cells."""
    line = re.sub(r'"[^"]*"', '"…"', " ".join(words.split()))
    return line if len(line) <= _TECHNICAL else f"{line[: _TECHNICAL - 1]}…"


def _judged(said: Said, key: Key) -> tuple[str, Blame, SyncProblem]:
    words = f"{said.reason} {said.message}"
    if said.status == 429 or (said.status == 403 and _QUOTA.search(words)):
        slow = Throttled(
            "Google asks for fewer requests.",
            cause="many programs use the same account",
            retry_after=said.retry_after_s,
        )
        return "429", Blame.TRANSIENT, slow
    needed = needs.found(said.status, words, key)
    if needed is not None:
        return needed[0], Blame.NEEDS_USER, needed[1]
    if said.status in NOT_APPLIED:
        return str(said.status), Blame.BUG, _refused_as_wrong(said.status)
    return str(said.status), Blame.TRANSIENT, _server_failed(said.status)


def _no_way() -> SyncProblem:
    return Offline("There is no connection to Google.", code=End.NO_WAY.value)


def _stranger() -> SyncProblem:
    cause = "a Wi‑Fi that wants a sign-in, a filter in between, or a clock that is wrong"
    fix = "Open any page in a browser to sign in to the Wi‑Fi, and look at this laptop’s date."
    return SyncProblem("Something other than Google answered.", fix, cause=cause, code=End.STRANGER.value)


def _no_token() -> SyncProblem:
    return SyncProblem("Google’s sign-in failed.", code=End.NO_TOKEN.value)


def _lost(end: End) -> Callable[[], SyncProblem]:
    fix = "Whether it arrived is read from the sheet; nothing is sent twice."
    return lambda: Ambiguous("The answer to a request was lost.", fix, code=end.value)


def _unknown() -> SyncProblem:
    return SyncProblem("A request failed in a way nobody has met.", "If it stays, please report it.")


_ENDS: dict[End, Callable[[], SyncProblem]] = {
    End.NO_WAY: _no_way,
    End.STRANGER: _stranger,
    End.NO_TOKEN: _no_token,
    End.TOO_SLOW: _lost(End.TOO_SLOW),
    End.CUT: _lost(End.CUT),
    End.UNREADABLE: _lost(End.UNREADABLE),
    End.UNKNOWN: _unknown,
}


def _server_failed(status: int) -> SyncProblem:
    return SyncProblem(f"Google’s server failed ({status}).", code=str(status))


def _refused_as_wrong(status: int) -> SyncProblem:
    return SyncProblem(
        f"Google refused a request as wrong ({status}).", "A fault of the program: please report it.", code=str(status)
    )
