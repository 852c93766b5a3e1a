"""What the README and the help promise is what the command understands."""

import re
import shlex
from pathlib import Path

import pytest

from tests.unit.cli.conftest import RUN
from workout_tui.cli.arguments import parser
from workout_tui.cli.completion import commands_of
from workout_tui.model import entry
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.session import SetValues
from workout_tui.ui.log.keys import KEYS

ROOT = Path(__file__).parents[3]
README = (ROOT / "README.md").read_text("utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
COMMANDS = {one.name: one for one in commands_of(parser())}
DOCS = "\n".join(one.read_text("utf-8") for one in sorted((ROOT / "docs").glob("*.md")))
QUOTED = sorted(set(re.findall(r"`(workout [^`]+)`", README + DOCS)))


def section(name: str) -> str:
    """The text under a heading of the README."""
    return README.split(f"\n## {name}\n")[1].split("\n## ")[0]


def options_of(parts: list[str]) -> list[str]:
    return [one.strip("[]") for one in parts if one.strip("[").startswith("-") and one != "-"]


def test_every_command_has_its_place_in_the_pages() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert {name for name in COMMANDS if f"### workout {name}\n" not in page} == set()


def test_it_is_read_in_two_minutes() -> None:
    assert len(README.splitlines()) <= 120


@pytest.mark.parametrize("words", QUOTED)
def test_every_command_of_the_readme_is_understood(words: str) -> None:
    name, *rest = shlex.split(words)[1:]
    if name == "COMMAND":
        return
    assert name in COMMANDS
    known = {option.name for option in COMMANDS[name].options}
    assert {one for one in options_of(rest) if one not in known} == set()


def test_the_changelog_is_no_wider_than_a_page_and_every_command_of_it_is_there() -> None:
    assert [line for line in CHANGELOG.splitlines() if len(line) > 120] == []
    named = {words.split()[0] for words in re.findall(r"`workout ([a-z]+)", CHANGELOG)}
    assert named <= COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_teaches_by_examples_that_are_understood(run: RUN, name: str) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    examples = re.findall(rf"^.*?(workout {name}\b[^|<>;\n]*)", ran.out.split("examples:")[1], re.MULTILINE)
    assert examples
    known = {option.name for option in COMMANDS[name].options}
    for line in examples:
        words = shlex.split(re.split(r"\s{2,}|\"$|\)", line.replace("“", '"').replace("”", '"'))[0].replace('"', ""))
        assert {one for one in options_of(words[2:]) if one not in {*known, "--", "-20x6"}} == set(), line


@pytest.mark.parametrize("cell", re.findall(r"^\| (.+?) \|", section("The keys"), re.MULTILINE)[1:])
def test_every_key_is_bound_and_every_line_is_read_as_a_set(cell: str) -> None:
    bound = {one.shown for one in KEYS}
    for text in re.findall(r"`([^`]+)`", cell):
        assert text in bound or is_a_set(text), text


def is_a_set(text: str) -> bool:
    """Whether the Log screen would read it, on an exercise that it is meant for."""
    measures = {":": Measure.TIME, "k": Measure.DISTANCE, "b": Measure.BODYWEIGHT}
    measure = next((measures[char] for char in "bk:" if char in text), Measure.WEIGHT)
    shown = SetValues(Load.of("100", Unit.KG), 5) if measure is Measure.WEIGHT else SetValues()
    return entry.read(text, entry.Context(measure, shown)).problem is None


def test_the_help_names_every_command(run: RUN) -> None:
    listed = re.findall(r"^    ([a-z]+)\b", run("--help").out, re.MULTILINE)
    assert set(listed) >= COMMANDS.keys()
