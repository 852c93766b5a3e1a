"""What a log stands on: a disk of this machine, a drive of another one, or a folder that a program copies elsewhere.

SQLite trusts locks and syncs that network drives only claim to have, and a program that copies a folder
copies the log and its write-ahead log at two moments: each can lose what was logged.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_REMOTE = frozenset({
    "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "gfs2", "glusterfs", "lustre", "nfs", "nfs4",
    "ocfs2", "orangefs", "rclone", "smb3", "smbfs", "sshfs", "virtiofs", "webdav",
})  # fmt: skip
"""file systems whose disk is another machine's"""

_NAMED = (
    (re.compile(r"Dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"OneDrive( - .+)?|OneDrive-.+"), "OneDrive"),
    (re.compile(r"Nextcloud|ownCloud", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"Mobile Documents|iCloud ?Drive"), "iCloud"),
    (re.compile(r"Google ?Drive|GoogleDrive-.+|My Drive"), "Google Drive"),
    (re.compile(r"pCloud ?Drive"), "pCloud"),
)
"""what the folders of these programs are called"""

_MARKED = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "Nextcloud"),
    (".stfolder", "Syncthing"),
)
"""what these programs leave in a folder that they copy, whatever it is called"""


class Mount(NamedTuple):
    """Where a file system can be reached, and of what kind it is."""

    place: Path
    kind: str


def trouble(folder: Path) -> str:
    """What may become of a log in this folder, in words; empty when nothing is to be feared."""
    drive = remote(folder)
    if drive is not None:
        return f"On a drive of another machine ({drive.kind} at {drive.place}), whose locks and syncs may not hold."
    program = copied_by(folder)
    if program is not None:
        return f"In a folder that {program} copies while it is written: two machines, or a torn copy, can cost sets."
    return ""


def copied_by(folder: Path, home: Path | None = None) -> str | None:
    """The program that copies this folder elsewhere; None as far as one can see.

    Args:
        folder: the folder.
        home: the user's; marks in it, or above it, say nothing of the folders within. By default the real one.
    """
    there = folder.resolve()
    beyond = {*(home or Path.home()).resolve().parents, (home or Path.home()).resolve()}
    for one in (there, *there.parents):
        if one in beyond:
            return None
        for name, program in _NAMED:
            if name.fullmatch(one.name):
                return program
        for mark, program in _MARKED:
            if (one / mark).exists():
                return program
    return None


def remote(folder: Path, mounts: Iterable[Mount] | None = None) -> Mount | None:
    """The drive of another machine that this folder lies on, or None.

    Args:
        folder: the folder.
        mounts: what is mounted; this machine's own by default.
    """
    there = folder.resolve()
    above = [one for one in (mounted() if mounts is None else mounts) if there.is_relative_to(one.place)]
    nearest = max(above, key=lambda one: len(one.place.parts), default=None)  # of two at one place the later one shows
    return nearest if nearest and nearest.kind.removeprefix("fuse.") in _REMOTE else None


def mounted() -> list[Mount]:
    """What is mounted on this machine; nothing where that cannot be asked."""
    table = Path("/proc/self/mounts")
    if table.exists():
        return read_table(table.read_text("utf-8", "surrogateescape"))
    if sys.platform == "darwin":
        return read_list(subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout)
    return []


def read_table(text: str) -> list[Mount]:
    """Read the kernel's table: device, place and kind, blanks in them written as octal numbers."""
    rows = (line.split() for line in text.splitlines())
    return [Mount(Path(_unescaped(row[1])), row[2]) for row in reversed([row for row in rows if len(row) > 2])]


def read_list(text: str) -> list[Mount]:
    """Read what ``mount`` prints on macOS: “//ann@nas/data on /Volumes/data (smbfs, nodev)”."""
    found = re.finditer(r"^.+? on (/.*?) \((\w+)[,)]", text, re.MULTILINE)
    return [Mount(Path(one[1]), one[2]) for one in found]


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), text)
