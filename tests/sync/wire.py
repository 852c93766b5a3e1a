"""A server of a few lines that answers as it is told: for the ends of calls that a well-behaved one never shows."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

DATE = "Tue, 24 Sep 2024 18:34:00 GMT"
AT = 1_727_202_840_000

Act = Callable[[socket.socket], None]


@dataclass(frozen=True)
class Request:
    """What came over the wire."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def answer(status: int, body: object, *, date: str = DATE, **headers: str) -> Act:
    """A whole answer; bytes go out as they are, all else as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(content)}"]
    lines += [f"Date: {date}"] if date else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return lambda one: one.sendall("\r\n".join(lines).encode() + b"\r\n\r\n" + content)


def refusal(status: int, message: str, reason: str = "", **headers: str) -> Act:
    """An error in the form Google gives it."""
    error: dict[str, object] = {"code": status, "message": message, "status": "FAILED"}
    if reason:
        error["details"] = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason}]
    return answer(status, {"error": error}, **headers)


def reset(one: socket.socket) -> None:
    """Break the connection."""
    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def cut(one: socket.socket) -> None:
    """Half of an answer."""
    one.sendall(f"HTTP/1.1 200 OK\r\nDate: {DATE}\r\nContent-Length: 100\r\n\r\n{{".encode())


def hang_up(_: socket.socket) -> None:
    """No answer at all."""


TOKEN = answer(200, {"access_token": "t", "expires_in": 3600, "token_type": "Bearer"})


@dataclass
class Wire:
    """The server: what it says next, and what it was asked."""

    port: int
    says: list[Act] = field(default_factory=list)
    tokens: list[Act] = field(default_factory=list)
    """instead of a token"""
    asked: list[Request] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def api(self) -> list[Request]:
        """What was asked of the API, tokens left out."""
        return [one for one in self.asked if one.path != "/token"]

    def stall(self, _: socket.socket) -> None:
        """Say nothing until the test is over."""
        self.over.wait(30)

    def serve(self, one: socket.socket) -> None:
        with suppress(ConnectionError, ValueError), one, one.makefile("rb") as lines:  # cut off, or no HTTP
            while (first := lines.readline()).strip():
                method, path, _ = first.decode().split()
                headers = {}
                while line := lines.readline().decode().strip():
                    name, _, value = line.partition(": ")
                    headers[name.lower()] = value
                self.asked.append(Request(method, path, headers, lines.read(int(headers.get("content-length", 0)))))
                waiting, otherwise = (self.tokens, TOKEN) if path == "/token" else (self.says, answer(200, {}))
                act = waiting.pop(0) if waiting else otherwise
                act(one)
                if act in {reset, cut, hang_up} or act == self.stall:
                    return


@contextmanager
def wire() -> Iterator[Wire]:
    """The server, listening."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        here = Wire(listener.getsockname()[1])
        accepting = threading.Thread(target=_accept, args=(listener, here), daemon=True)
        accepting.start()
        try:
            yield here
        finally:
            here.over.set()
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join(5)


def _accept(listener: socket.socket, here: Wire) -> None:
    while True:
        try:
            one, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=here.serve, args=(one,), daemon=True).start()
