"""The cheap look for a network: it asks the system, and sends nothing."""

from __future__ import annotations

import socket

import pytest

from workout_tui.sync import network


def test_a_way_out_by_either_protocol_is_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    for known, expected in (({socket.AF_INET}, True), ({socket.AF_INET6}, True), (set(), False)):
        monkeypatch.setattr(network, "_leads_out", lambda _, family, known=known: family in known)
        assert network.is_there() is expected


def test_it_asks_with_datagrams_to_addresses_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, str]] = []

    def no_way(one: socket.socket, address: tuple[str, int]) -> None:
        asked.append((one.type, address[0]))
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", no_way)
    assert not network.is_there()
    assert {address for _, address in asked} <= {"192.0.2.1", "2001:db8::1"}
    assert {kind for kind, _ in asked} == {socket.SOCK_DGRAM}
