"""Waiting for the program exactly, not by the clock.

A pilot waits until the process used hardly any processor time for a fiftieth of a second: three times for each key,
which was most of the time that these tests took, and no promise on a busy machine.
"""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
from textual._context import active_app


async def at_rest(_min_sleep: float = 0, _max_sleep: float = 1) -> None:
    """Return once nothing is left to be handled, laid out or drawn; what a thread or a timer brings, a test awaits."""
    app = cast("Any", active_app.get())  # Only the loop knows what is due, and only the screen what it has not drawn.
    loop = cast("Any", asyncio.get_running_loop())
    await asyncio.sleep(0)
    while True:
        if loop._ready:
            await asyncio.sleep(0)
        elif app._resize_timer is not None:
            await asyncio.sleep(0.001)
        elif app.is_running and app.screen._update_timer._active.is_set():
            app.screen._on_timer_update()
        else:
            return


@pytest.fixture(autouse=True)
def exact_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{place}.wait_for_idle", at_rest)
