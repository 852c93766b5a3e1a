"""The service on a port of 127.0.0.1, to be spoken to by the real client.

An answer is written in one piece: header and body apart would cost the delayed acknowledgement of TCP,
40 ms a request.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlsplit

from workout_tui.loopback import page
from workout_tui.loopback.api import Response, headers_of
from workout_tui.loopback.faults import Ending
from workout_tui.loopback.refusal import Refused, error_body
from workout_tui.loopback.service import Outcome, Request, Service
from workout_tui.loopback.tokens import NoToken, Tokens

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

HOST = "127.0.0.1"
TOKEN_PATH = "/token"  # noqa: S105 - the address of the endpoint
_LONGEST_STALL_S = 300
_HTML_ERROR = "<!DOCTYPE html><title>Error {status}</title><p>That’s an error.</p>"


class Server:
    """The service on the network of this machine alone; a context that starts and ends it."""

    def __init__(self, service: Service | None = None, now: Callable[[], int] | None = None) -> None:
        """Take a free port.

        Args:
            service: what answers.
            now: the server's clock, UTC milliseconds; this machine's when left out.
        """
        self.service = service or Service()
        self.tokens = Tokens()
        self.now = now or _now
        self.leaving = threading.Event()
        self._http = _Http((HOST, 0), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), name="look-alike", daemon=True)

    @property
    def url(self) -> str:
        """Where it is: `http://127.0.0.1:PORT`."""
        return f"http://{HOST}:{self._http.server_address[1]}"

    def page(self, book_id: str) -> str:
        """Where a browser sees a spreadsheet while it changes."""
        return f"{self.url}{page.PATH}{quote(book_id, safe='')}"

    def __enter__(self) -> Server:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End it; clients that wait are cut off."""
        self.leaving.set()
        self._http.shutdown()
        self._http.server_close()
        self._http.hang_up()
        self._thread.join()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    owner: Server

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._open: set[socket.socket] = set()

    def get_request(self) -> tuple[socket.socket, Any]:
        """A new connection, remembered so that the end of the server ends it."""
        one, address = super().get_request()
        self._open.add(one)
        return one, address

    def shutdown_request(self, request: Any) -> None:
        """A connection is over."""
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        """End every connection that is still open."""
        for one in tuple(self._open):
            with suppress(OSError):  # it ended by itself
                one.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that left in the middle is none of the server's errors."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Http

    def do_GET(self) -> None:
        """A read, or a page for the browser."""
        self._answer()

    def do_POST(self) -> None:
        """A write, or a token."""
        self._answer()

    def do_PUT(self) -> None:
        """A write."""
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Nothing: the service keeps its own record."""

    def _answer(self) -> None:
        owner = self.server.owner
        url = urlsplit(self.path)
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self._is_for_us():
            self._send(403, {"Content-Type": "text/plain"}, b"This server answers to this machine only.")
        elif url.path == TOKEN_PATH and self.command == "POST":
            self._token(data)
        elif url.path.startswith("/v4/"):
            self._api(Request(self.command, url.path, tuple(parse_qsl(url.query, keep_blank_values=True))), data)
        else:
            found = page.answer(owner.service.api, url.path)
            self._send(found.status, found.headers, found.body)

    def _is_for_us(self) -> bool:
        """Whether the request names this server: a page of another site that resolves to it does not."""
        port = self.server.server_address[1]
        return self.headers.get("Host") in {f"{HOST}:{port}", f"localhost:{port}"}

    def _token(self, data: bytes) -> None:
        owner = self.server.owner
        now = owner.now()
        fault = owner.service.faults.take("POST", TOKEN_PATH)
        if fault is not None:
            error = "internal_failure" if fault.status >= 500 else "invalid_grant"
            self._send_json(Response(fault.status, headers_of(now), {"error": error}))
            return
        try:
            found = Response(200, headers_of(now), owner.tokens.issue(dict(parse_qsl(data.decode())), now))
        except NoToken as refused:
            found = Response(400, headers_of(now), refused.body())
        self._send_json(found)

    def _api(self, request: Request, data: bytes) -> None:
        owner = self.server.owner
        now = owner.now()
        try:
            owner.tokens.check(self.headers.get("Authorization") or "", now)
            body = json.loads(data) if data else None
        except Refused as refused:
            self._send_json(Response(refused.code, headers_of(now), refused.body()))
        except ValueError:
            error = error_body(400, "Invalid JSON payload received. Unexpected end of string.")
            self._send_json(Response(400, headers_of(now), error))
        else:
            asked = Request(request.method, request.path, request.query, body)
            self._end(owner.service.take(asked, now))

    def _end(self, outcome: Outcome) -> None:
        """Have the client see what the outcome says."""
        if outcome.ending is Ending.ANSWER and outcome.html:
            page_ = _HTML_ERROR.format(status=outcome.response.status).encode()
            headers = outcome.response.headers | {"Content-Type": "text/html; charset=UTF-8"}
            self._send(outcome.response.status, headers, page_)
        elif outcome.ending is Ending.ANSWER:
            self._send_json(outcome.response)
        elif outcome.ending is Ending.CUT:
            self._send_json(outcome.response, half=True)
            self.close_connection = True
        else:
            if outcome.ending is Ending.STALL:
                self._wait_for_the_client_to_leave()
            self._reset()

    def _wait_for_the_client_to_leave(self) -> None:
        """Answer nothing until the client closes the connection, or the server ends."""
        until = time.monotonic() + _LONGEST_STALL_S
        self.connection.settimeout(0.05)
        while not self.server.owner.leaving.is_set() and time.monotonic() < until:
            try:
                if not self.connection.recv(1):
                    return
            except TimeoutError:
                continue
            except OSError:
                return

    def _reset(self) -> None:
        """Close so that the client sees a reset, not an orderly end."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def _send_json(self, response: Response, *, half: bool = False) -> None:
        self._send(response.status, response.headers, json.dumps(response.body, ensure_ascii=False).encode(), half=half)

    def _send(self, status: int, headers: dict[str, str], body: bytes, *, half: bool = False) -> None:
        lines = [f"HTTP/1.1 {status} {self.responses.get(status, ('',))[0]}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        lines += [f"Content-Length: {len(body)}", "", ""]
        head = "\r\n".join(lines).encode("latin-1")
        self.wfile.write(head + (body[: len(body) // 2] if half else body))


def _now() -> int:
    return time.time_ns() // 1_000_000
