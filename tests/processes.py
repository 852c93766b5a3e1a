"""Real processes for tests: other programs on the same file, killed, limited and without rights."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]

_LIBC = ctypes.CDLL(None)
_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 24, 1, 2


def start(
    code: str, *arguments: object, limit: Callable[[], None] | None = None, **options: Any
) -> subprocess.Popen[str]:
    """Start Python on a piece of code; its arguments are in ``sys.argv[1:]``.

    Args:
        code: what to run.
        arguments: told to it as text.
        limit: called in the child before it runs, to take something away from it.
        options: for Popen.
    """
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.PIPE, text=True,
        preexec_fn=limit,  # noqa: PLW1509 - the tests that use it run no threads
        **options,
    )  # fmt: skip


def outcomes(processes: Sequence[subprocess.Popen[str]], seconds: float = 60) -> list[tuple[int, str, str]]:
    """Wait for processes: of each the exit code, what it printed and what it complained about."""
    told = [process.communicate(timeout=seconds) for process in processes]
    return [(process.returncode, *one) for process, one in zip(processes, told, strict=True)]


def hold_to_rights() -> None:
    """From its next exec on, root is held to the rights of files like everybody else; on Linux."""
    if os.getuid() == 0:
        for power in (_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH):
            _LIBC.prctl(_PR_CAPBSET_DROP, power, 0, 0, 0)
