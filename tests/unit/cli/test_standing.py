"""What a log stands on: drives of other machines and folders that are copied are recognised, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import Gym
from tests.unit.cli.conftest import RUN
from workout_tui.cli import standing
from workout_tui.cli.standing import Mount

LINUX = """\
sysfs /sys sysfs rw,nosuid 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
nas:/export /mnt/nas nfs4 rw,vers=4.2 0 0
//nas/ann /mnt/ann\\040berg cifs rw 0 0
ann@box:/ /home/ann/box fuse.sshfs rw 0 0
/dev/sdb1 /mnt/nas/stick vfat rw 0 0
portal /run/user/1000/doc fuse.portal rw 0 0
tmpfs /mnt/over nfs rw 0 0
/dev/sdc1 /mnt/over xfs rw 0 0
"""
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ann@nas._smb._tcp.local/data on /Volumes/the data (smbfs, nodev, nosuid, mounted by ann)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ann/.local/share/workout", None),
        ("/mnt/nas", "nfs4"),
        ("/mnt/nas/logs/workout", "nfs4"),
        ("/mnt/nas/stick/workout", None),
        ("/mnt/nas2/workout", None),
        ("/mnt/ann berg/workout", "cifs"),
        ("/home/ann/box/workout", "fuse.sshfs"),
        ("/run/user/1000/doc/workout", None),
        ("/mnt/over/workout", None),
    ],
)
def test_the_nearest_mount_decides(folder: str, kind: str | None) -> None:
    found = standing.remote(Path(folder), standing.read_table(LINUX))
    assert (found.kind if found else None) == kind


def test_what_mount_prints_on_macos_is_read() -> None:
    mounts = standing.read_list(MACOS)
    assert mounts == [Mount(Path("/"), "apfs"), Mount(Path("/Volumes/the data"), "smbfs")]
    assert standing.remote(Path("/Volumes/the data/workout"), mounts) == mounts[1]
    assert standing.remote(Path("/Users/ann/workout"), mounts) is None


def test_this_machine_can_be_asked() -> None:
    assert any(one.place == Path("/") for one in standing.mounted())


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive - Iron Gym", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("Dropboxes", None),
        ("My OneDrive notes", None),
    ],
)
def test_folders_are_known_by_their_names(tmp_path: Path, name: str, program: str | None) -> None:
    folder = tmp_path / name / "sport" / "workout"
    folder.mkdir(parents=True)
    assert standing.copied_by(folder, tmp_path) == program


@pytest.mark.parametrize(
    ("mark", "program"),
    [(".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud")],
)
def test_folders_are_known_by_what_lies_in_them(tmp_path: Path, mark: str, program: str) -> None:
    folder = tmp_path / "mine" / "workout"
    folder.mkdir(parents=True)
    assert standing.copied_by(folder, tmp_path) is None
    (tmp_path / "mine" / mark).touch()
    assert standing.copied_by(folder, tmp_path) == program


def test_the_settings_of_a_program_in_the_home_say_nothing_of_what_is_copied(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert standing.copied_by(tmp_path / ".local" / "share" / "workout", tmp_path) is None


def test_the_doctor_says_it_and_what_to_do(gym: Gym, home: Path, run: RUN, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "on a disk of this machine" in run("doctor").out
    (home / ".stfolder").mkdir()
    ran = run("doctor")
    assert ran.code == 0
    assert "In a folder that Syncthing copies while it is written" in ran.out
    assert "Move it to a folder of this machine alone" in ran.out
    there = [Mount(Path("/"), "ext4"), Mount(home.resolve(), "nfs4")]
    monkeypatch.setattr(standing, "mounted", lambda: there)
    assert f"On a drive of another machine (nfs4 at {home.resolve()})" in run("doctor").out
