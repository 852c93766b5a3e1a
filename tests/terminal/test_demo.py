"""`workout demo`: one command, no account, and nothing stays."""

from __future__ import annotations

import re
import urllib.request
from pathlib import Path

from tests.terminal.terminal import Terminal


def test_the_demo_trains_syncs_shows_its_sheet_and_leaves_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with Terminal("demo", home=home, environment={"TMPDIR": str(temporary)}) as terminal:
        terminal.wait_for("all synced")
        said = terminal.raw.decode(errors="replace")
        address = re.search(r"http://127\.0\.0\.1:\d+/sheet/[\w-]+", said)
        assert address is not None
        with urllib.request.urlopen(f"{address[0]}/cells", timeout=10) as page:
            assert b"Back Squat" in page.read()
        assert [one.name.startswith("workout-demo-") for one in temporary.iterdir()] == [True]
        terminal.send("q")
        assert terminal.wait_end() == 0
        assert terminal.is_sane
    assert list(temporary.iterdir()) == []
    assert list(home.iterdir()) == [], "the log of the one who looks was not touched"
