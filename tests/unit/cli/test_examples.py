"""Every example of every help, and of the pages, does what it says when it is typed as it stands.

Each is run on a log of its own, with what it begins from: a workout that is open, a file that is there.
What speaks to a sheet has tests of its own.
"""

from __future__ import annotations

import argparse
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from screenshots import sample
from tests.unit.cli.conftest import RUN
from tests.unit.transfer.files import WHOLE
from workout_tui.cli import questions
from workout_tui.cli.arguments import parser

ROOT = Path(__file__).parents[3]
ELSEWHERE = {"connect", "sync", "verify", "pull", "demo"}
OPEN = 'start "Push A"'
BEFORE = {
    "log --": (OPEN, "log dips:x8"),
    "log": (OPEN,),
    "finish": ("start --empty", 'log -e "Ab Wheel" x10x3'),
    "finish --sure": (OPEN, "log 100x5"),
    "discard": (OPEN,),
    "undiscard": (OPEN, "discard"),
    "exercises undo": ("exercises archive Burpee",),
    "programs --skip": ('programs --start "5×5"',),
    "programs --import": ("programs --export mine.toml",),
    "import --undo": ("import strong.csv --unit kg",),
    "import ada.json": ("export --whole ada.json",),
    "restore": ("backup copy.db",),
}
"""what is typed first, by how an example begins; the longest counts"""

TYPED = {"import": "kg\n", "exercises": "y\n", "log": "dips:\nx8\nx8\n"}
"""what is answered, or piped in"""


def of_help() -> Iterator[str]:
    (subparsers,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    for name in subparsers.choices.keys() - ELSEWHERE:
        text = subparsers.choices[name].format_help().split("examples:")[1]
        yield from (line.strip() for line in text.splitlines() if re.match(rf"  workout {name}\b", line))


def of_pages() -> Iterator[str]:
    for page in sorted((ROOT / "docs").glob("*.md")):
        for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            lines = [line for line in block.splitlines() if line.startswith("workout ")]
            yield from (line for line in lines if line.split()[1] not in ELSEWHERE)


EXAMPLES = sorted({re.split(r"\s{2,}|\s[|<>]\s", line)[0] for line in (*of_help(), *of_pages())})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "workout.db"
    sample.make(path, weeks=4).close()
    return path


@pytest.fixture
def begun(made: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lifter's log, files of other programs in the folder, and somebody at the terminal."""
    home.mkdir(mode=0o700)
    shutil.copy(made, home / "workout.db")
    for name in ("strong", "hevy"):
        (tmp_path / f"{name}.csv").write_text(WHOLE[name], "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(questions, "can_ask", lambda: True)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.usefixtures("begun")
def test_an_example_does_what_it_says(run: RUN, example: str) -> None:
    example = example.removeprefix("workout ")
    first = max((one for one in BEFORE if example.startswith(one)), key=len, default="")
    for before in BEFORE.get(first, ()):
        assert run(*shlex.split(before)).code == 0
    here = {"FILE": "copy.db", "/media/stick/": "stick-"}
    here |= dict.fromkeys(("24 sep", "2024-09-24"), "2024-09-23")
    if "7f3a91c2" in example:
        here["7f3a91c2"] = json.loads(run("imports", "--json").out)[0]["import"]
    for said, meant in here.items():
        example = example.replace(said, meant)
    words = shlex.split(example)
    ran = run(*words, stdin=TYPED.get(words[0], ""))
    assert (ran.code, [line for line in ran.err.splitlines() if line.startswith("workout:")]) == (0, [])
