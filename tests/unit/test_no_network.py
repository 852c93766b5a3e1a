"""No test reaches beyond this machine."""

from __future__ import annotations

import socket

import pytest


@pytest.mark.parametrize("name", ["connect", "connect_ex"])
def test_a_test_that_connects_to_another_machine_fails(name: str) -> None:
    with socket.socket() as one, pytest.raises(pytest.fail.Exception, match=r"connects to \('192\.0\.2\.1', 80\)"):
        getattr(one, name)(("192.0.2.1", 80))


def test_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
