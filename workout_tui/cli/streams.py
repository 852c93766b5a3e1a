"""Standard input, output and error as they were handed over: closed, on a full disk, or with a reader that left."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TextIO

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def settle() -> None:
    """Have all three, and never fail at letters they cannot show.

    In place of one that was closed stands the empty device, so that no file we open gets its number. Standard output
    is opened there for reading: what is written to it fails, at the end as on a full disk, and is not lost in silence.
    """
    for name, flags, mode in (("stdin", os.O_RDONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def unheard(error: OSError) -> str | None:
    """Why the answer could not be written, in words; None when the error is about something else."""
    if error.errno in _FULL:
        return "The disk is full: the answer is not all there. What was logged is kept. Free some space."
    if error.errno == errno.EBADF and sys.__stdout__ is None:
        return "Standard output is closed: the answer goes nowhere. What was logged is kept."
    return None


def leave_it_at_that(stream: TextIO) -> None:
    """What is still to be printed there goes nowhere, so that the flush at exit does not fail as well."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
