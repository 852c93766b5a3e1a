"""Google's Sheets behind the calls of `sync.sheet`: gspread, and nothing of it above its plain requests.

Imported only by the thread or the command that speaks to Google, when it does: 120 ms and 35 MB that the first
paint must not wait for. Not used of gspread, and why: `BackOffHTTPClient` sends an append twice when its answer is
lost, and never gives up; `append` looks for a table and finds the wrong column; `get_all_records` reads “12,5” as 125;
everything above the HTTP client reads the whole spreadsheet's description before each call.
"""

from __future__ import annotations

import json
import socket
import ssl
import struct
import sys
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import google.auth.exceptions as auth_errors
import requests
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2 import credentials, service_account
from gspread.exceptions import GSpreadException
from gspread.http_client import HTTPClient
from gspread.urls import SPREADSHEETS_API_V4_BASE_URL
from requests import exceptions as http_errors
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError, NewConnectionError

from workout_tui import config
from workout_tui.sync import outcomes
from workout_tui.sync.key import Kind
from workout_tui.sync.outcomes import End, Said
from workout_tui.sync.sheet import Answer, Json, values_body

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from requests import Response

    from workout_tui.sync.key import Key
    from workout_tui.sync.sheet import Area, CallFailed

SCOPE = "https://www.googleapis.com/auth/spreadsheets"
CONNECT_S, READ_S = 5, 60
"""how long to wait for a connection, and between two pieces of an answer"""

_ERRORS = (
    http_errors.RequestException, auth_errors.GoogleAuthError, GSpreadException, HTTPError, OSError,
    TypeError, KeyError, ValueError,
)  # fmt: skip
"""what a call may end with: besides their own errors gspread and google-auth let out the last three, for answers that
they did not expect"""

_DEPTH_OF_ROWS = 5
"""of a row in a body: body, requests, request, its fields, rows"""

_UNSENT_MS = 30_000
"""how long the system may go on sending what was not acknowledged: a lid that closes half-way through a request"""


def open_sheet(key: Key, spreadsheet_id: str, api_root: str) -> GoogleSheet:
    """The spreadsheet, without asking Google for anything yet; for one thread, until `close`.

    Raises:
        CallFailed: the key cannot be used.
    """
    try:
        signer = _credentials(key)
    except (ValueError, auth_errors.GoogleAuthError) as error:
        raise outcomes.unusable_key(type(error).__name__) from error
    return GoogleSheet(key, signer, spreadsheet_id, api_root)


class GoogleSheet:
    """One spreadsheet over HTTP; see `workout_tui.sync.sheet.Sheet` for the calls."""

    def __init__(self, key: Key, signer: Any, spreadsheet_id: str, api_root: str) -> None:
        self._key = key
        self._signer = signer
        # Settings of this machine's network apply to the network only, not to a sheet on this machine.
        trust = not config.is_here(api_root)
        self._tokens = _prepared(requests.Session(), trust_env=trust and not config.is_here(key.token_uri))
        self._token_request = Request(self._tokens)
        authorized = AuthorizedSession(signer, auth_request=self._token_request)  # type: ignore[no-untyped-call]
        session = _prepared(authorized, trust_env=trust)
        self._http = SheetsHTTP(session, api_root)
        self._url = f"{SPREADSHEETS_API_V4_BASE_URL}/{spreadsheet_id}"

    def metadata(self, fields: str) -> Answer:
        """The spreadsheet's description, as far as `fields` asks for it."""
        return self._call("get", "", params={"fields": fields})

    def values(self, areas: Sequence[Area], *, columns: bool = False) -> Answer:
        """The plain values of some areas."""
        return self._call("post", "/values:batchGetByDataFilter", **_json(values_body(areas, columns=columns)))

    def batch_update(self, body: Json, fields: str = "") -> Answer:
        """Several changes, all of them or none."""
        return self._call("post", ":batchUpdate", params={"fields": fields} if fields else None, **_json(body))

    def close(self) -> None:
        """Close the connections: one that idles till the next cycle would break in the middle of its first write."""
        self._http.session.close()
        self._tokens.close()

    def _call(self, method: str, path: str, **request: Any) -> Answer:
        signed_in = False
        try:
            if not self._signer.valid:
                self._signer.refresh(_timed(self._token_request))
            signed_in = True
            response = self._http.request(method, self._url + path, **request)
            return Answer(_body(response), _date(response))
        except _ERRORS as error:
            raise self._judged(error, signed_in=signed_in) from error

    def _judged(self, error: Exception, *, signed_in: bool) -> CallFailed:
        if isinstance(error, auth_errors.RefreshError) and not error.retryable:
            return outcomes.token_refused(str(error.args[0] if error.args else ""), self._key)
        if isinstance(error, auth_errors.GoogleAuthError) or not signed_in:
            end = _end_of_sending(error)
            unsent = end if end in {End.NO_WAY, End.STRANGER} else End.NO_TOKEN
            return outcomes.without_answer(unsent, type(error).__name__)
        response = self._http.last
        if response is not None and not response.ok and not isinstance(error, http_errors.RequestException):
            return outcomes.answered(_said(response), self._key)
        at = None if response is None else _date_or_none(response)
        return outcomes.without_answer(_end_of_sending(error), type(error).__name__, at=at)


class SheetsHTTP(HTTPClient):
    """gspread's client at another root, with timeouts, that remembers the last answer whole."""

    def __init__(self, session: requests.Session, root: str) -> None:
        super().__init__(None, session)  # type: ignore[arg-type] # gspread wants no credentials beside a session
        self._root = root
        self.last: Response | None = None
        """the answer to the call that was made last; None while there is none"""
        self.set_timeout((CONNECT_S, READ_S))
        session.hooks["response"].append(self._remember)

    def request(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> Response:
        """Send one request, to the root instead of to Google's own address."""
        self.last = None
        return super().request(method, endpoint.replace(config.GOOGLE, self._root, 1), *args, **kwargs)

    def _remember(self, response: Response, **_: Any) -> None:
        self.last = response


class _Abortive(HTTPAdapter):
    """Connections that end at once when they are closed.

    After a timeout the system would otherwise go on sending a half-sent write for minutes, and the bound within which
    it must have been applied would not hold.
    """

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, socket_options=_socket_options(), **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, socket_options=_socket_options(), **kwargs)


class _ServiceAccount(service_account.Credentials):
    """Credentials that speak to nobody but the token endpoint.

    google-auth would start a thread of its own that asks another of Google's services for the regions an account may
    be used in, on the same connections. A spreadsheet has no use for the answer.
    """

    def _is_regional_access_boundary_lookup_required(self) -> bool:
        return False


def _credentials(key: Key) -> Any:
    fields = dict(key.fields)
    if key.kind is Kind.SERVICE:
        info = {"token_uri": key.token_uri, **fields}
        return _ServiceAccount.from_service_account_info(info, scopes=[SCOPE])  # type: ignore[no-untyped-call]
    return credentials.Credentials(  # type: ignore[no-untyped-call]
        None,
        refresh_token=fields["refresh_token"],
        client_id=fields["client_id"],
        client_secret=fields["client_secret"],
        token_uri=key.token_uri,
    )


def _prepared(session: Any, *, trust_env: bool) -> Any:
    for scheme in ("https://", "http://"):
        session.mount(scheme, _Abortive())
    session.trust_env = trust_env
    session.auth = _as_it_is  # or a line of ~/.netrc would take the place of the token
    session.max_redirects = 0  # Google sends nobody elsewhere; a Wi-Fi's sign-in page would
    return session


def _as_it_is(request: Any) -> Any:
    return request


def _timed(request: Request) -> Any:
    return lambda *args, **kwargs: request(*args, **{**kwargs, "timeout": (CONNECT_S, READ_S)})


def _socket_options() -> list[tuple[int, int, int | bytes]]:
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    options: list[tuple[int, int, int | bytes]] = [
        *HTTPConnection.default_socket_options,
        (socket.SOL_SOCKET, socket.SO_LINGER, linger),
    ]
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        options.append((socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNSENT_MS))
    return options


def _json(body: Json) -> dict[str, Any]:
    """A body for a request, encoded piece by piece.

    In one piece a thousand rows take 15 ms in which no other thread runs, the interface's neither.
    """
    data = "".join(_pieces(body, _DEPTH_OF_ROWS)).encode()
    return {"data": data, "headers": {"Content-Type": "application/json"}}


def _pieces(value: Any, depth: int) -> Iterator[str]:
    if depth and isinstance(value, dict):
        yield "{"
        for number, (name, one) in enumerate(value.items()):
            yield f"{',' if number else ''}{json.dumps(name)}:"
            yield from _pieces(one, depth - 1)
        yield "}"
    elif depth and isinstance(value, list):
        yield "["
        for number, one in enumerate(value):
            yield "," if number else ""
            yield from _pieces(one, depth - 1)
        yield "]"
    else:
        yield json.dumps(value, allow_nan=False)


def _body(response: Response) -> Json:
    body = response.json()
    if not isinstance(body, dict):
        raise http_errors.InvalidJSONError("no object")
    return body


def _date(response: Response) -> int:
    at = _date_or_none(response)
    if at is None:
        raise http_errors.InvalidHeader("no date")
    return at


def _date_or_none(response: Response) -> int | None:
    try:
        return int(parsedate_to_datetime(response.headers.get("Date", "")).timestamp() * 1000)
    except ValueError:
        return None


def _said(response: Response) -> Said:
    message, reason = _error(response)
    at = _date_or_none(response)
    return Said(response.status_code, message, reason, _retry_after(response, at), at)


def _error(response: Response) -> tuple[str, str]:
    """The message and the reason of an error's body, which may be anything at all."""
    try:
        error = response.json()["error"]
    except (ValueError, KeyError, TypeError):
        return "", ""
    if not isinstance(error, dict):
        return str(error), ""
    details = [one for name in ("details", "errors") for one in error.get(name) or () if isinstance(one, dict)]
    reasons = [str(one["reason"]) for one in details if "reason" in one]
    return str(error.get("message", "")), " ".join([str(error.get("status", "")), *reasons])


def _retry_after(response: Response, at: int | None) -> float | None:
    """Seconds: the header holds them, or a moment."""
    said = response.headers.get("Retry-After", "").strip()
    if said.isdecimal():
        return float(said)
    try:
        then = parsedate_to_datetime(said).timestamp()
    except ValueError:
        return None
    return None if at is None else max(0.0, then - at / 1000)


def _end_of_sending(error: BaseException) -> End:
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
