"""What came back of a call, whatever it was: its body, its time, its error, or how the connection ended.

Imported like `google`: only by whoever speaks to it, when they do.
"""

from __future__ import annotations

import ssl
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from requests import exceptions as http_errors
from urllib3.exceptions import HTTPError, NewConnectionError

from workout_tui.sync import pieces
from workout_tui.sync.outcomes import End, Said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import Response

    from workout_tui.sync.sheet import Json


_DAY_S = 86_400.0


def body(response: Response) -> Json:
    """The JSON object of a success.

    Raises:
        InvalidJSONError: requests' own, or for JSON that is no object.
    """
    try:
        found = pieces.read(response.content.decode())
    except (ValueError, RecursionError) as error:
        raise http_errors.InvalidJSONError(type(error).__name__) from error
    if not isinstance(found, dict):
        raise http_errors.InvalidJSONError("no object")
    return found


def date(response: Response) -> int:
    """The server's clock, UTC milliseconds.

    Raises:
        InvalidHeader: it does not say.
    """
    at = date_or_none(response)
    if at is None:
        raise http_errors.InvalidHeader("no date")
    return at


def date_or_none(response: Response) -> int | None:
    """The server's clock, UTC milliseconds, if it says."""
    try:
        return int(parsedate_to_datetime(response.headers.get("Date", "")).timestamp() * 1000)
    except ValueError:
        return None


def said(response: Response) -> Said:
    """What an answer that is no success says."""
    message, reason = _error(response)
    at = date_or_none(response)
    return Said(response.status_code, message, reason, _retry_after(response, at), at)


def _error(response: Response) -> tuple[str, str]:
    """The message and the reason of an error's body, which may be anything at all."""
    try:
        error = response.json()["error"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return "", ""
    if not isinstance(error, dict):
        return str(error), ""
    details = [one for name in ("details", "errors") for one in error.get(name) or () if isinstance(one, dict)]
    reasons = [str(one["reason"]) for one in details if "reason" in one]
    return str(error.get("message", "")), " ".join([str(error.get("status", "")), *reasons])


def _retry_after(response: Response, at: int | None) -> float | None:
    """Seconds: the header holds them, or a moment; a day at most, as nothing is ever given up."""
    wanted = response.headers.get("Retry-After", "").strip()
    if wanted.isdecimal():
        return min(float(wanted), _DAY_S)
    try:
        then = parsedate_to_datetime(wanted).timestamp()
    except ValueError:
        return None
    return None if at is None else min(max(0.0, then - at / 1000), _DAY_S)


def end_of_sending(error: BaseException) -> End:
    """How the sending ended, by the kinds of all errors that led to it."""
    chain = list(_links(error))
    for kinds, end in _ENDS:
        if any(isinstance(one, kinds) for one in chain):
            return end
    return End.UNKNOWN


_ENDS: tuple[tuple[tuple[type[BaseException], ...], End], ...] = (
    ((ssl.SSLCertVerificationError,), End.STRANGER),
    ((http_errors.ConnectTimeout, http_errors.ProxyError, NewConnectionError), End.NO_WAY),
    ((http_errors.Timeout,), End.TOO_SLOW),
    ((http_errors.TooManyRedirects, http_errors.InvalidJSONError, http_errors.InvalidHeader), End.UNREADABLE),
    ((http_errors.InvalidURL, http_errors.InvalidSchema, http_errors.MissingSchema), End.UNKNOWN),
    ((http_errors.RequestException, HTTPError, OSError), End.CUT),
)
"""The first line that fits decides. Only what proves that nothing was sent stands in the first two."""


def _links(error: BaseException | None) -> Iterator[BaseException]:
    """An error and what it wraps. Not its context: that may be the end of another call, and prove nothing here."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, BaseException) and id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [one.__cause__, getattr(one, "reason", None), *one.args]
