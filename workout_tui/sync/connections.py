"""Connections to Google: signed in, patient for so long and no longer, and ended at once when they are closed.

Imported like `google`: only by whoever speaks to it, when they do.
"""

from __future__ import annotations

import socket
import struct
import sys
from typing import TYPE_CHECKING, Any

from google.oauth2 import credentials, service_account
from gspread.http_client import HTTPClient
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection

from workout_tui import config
from workout_tui.sync.key import Kind

if TYPE_CHECKING:
    import requests
    from google.auth.transport.requests import Request
    from requests import Response

    from workout_tui.sync.key import Key

SCOPE = "https://www.googleapis.com/auth/spreadsheets"
CONNECT_S, READ_S = 5, 60
"""how long to wait for a connection, and between two pieces of an answer"""

_UNSENT_MS = 30_000
"""how long the system may go on sending what was not acknowledged: a lid that closes half-way through a request"""


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
        super().init_poolmanager(*args, socket_options=socket_options(), **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, socket_options=socket_options(), **kwargs)


class _ServiceAccount(service_account.Credentials):
    """Credentials that speak to nobody but the token endpoint.

    google-auth would start a thread of its own that asks another of Google's services for the regions an account may
    be used in, on the same connections. A spreadsheet has no use for the answer.
    """

    def _is_regional_access_boundary_lookup_required(self) -> bool:
        return False


def signer(key: Key) -> Any:
    """What signs in with a key: google-auth's credentials.

    Raises:
        ValueError: the key cannot be read; or google-auth's own error for it.
    """
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


def prepared(session: Any, *, trust_env: bool) -> Any:
    """A session of requests whose connections end at once, and which follows nobody elsewhere.

    Args:
        session: of requests or of google-auth.
        trust_env: whether the machine's proxies and certificates apply.
    """
    for scheme in ("https://", "http://"):
        session.mount(scheme, _Abortive())
    session.trust_env = trust_env
    session.auth = _as_it_is  # or a line of ~/.netrc would take the place of the token
    session.max_redirects = 0  # Google sends nobody elsewhere; a Wi-Fi's sign-in page would
    return session


def _as_it_is(request: Any) -> Any:
    return request


def timed(request: Request) -> Any:
    """A request for a token that is as patient as all others."""
    return lambda *args, **kwargs: request(*args, **{**kwargs, "timeout": (CONNECT_S, READ_S)})


def socket_options() -> list[tuple[int, int, int | bytes]]:
    """What the system is told of each connection."""
    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
    options: list[tuple[int, int, int | bytes]] = [
        *HTTPConnection.default_socket_options,
        (socket.SOL_SOCKET, socket.SO_LINGER, linger),
    ]
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        options.append((socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNSENT_MS))
    return options
