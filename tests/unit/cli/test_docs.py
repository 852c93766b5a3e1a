"""The pages say what stands: commands parse, keys and settings exist, questions run, links lead somewhere.

What the program itself knows (its keys, commands and settings) is written into the pages by
``pytest tests/unit/cli/test_docs.py --update-goldens``.
"""

from __future__ import annotations

import re
import shlex
import sqlite3
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from screenshots import sample
from tests.unit.cli.conftest import RUN
from workout_tui import config
from workout_tui.cli.arguments import parser
from workout_tui.cli.completion import commands_of
from workout_tui.model import entry
from workout_tui.model.equipment import EQUIPMENT
from workout_tui.model.exercise import Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.preferences import LIFTER
from workout_tui.model.session import SetValues
from workout_tui.model.written import Frame
from workout_tui.model.written import read as read_line
from workout_tui.ui import keymap
from workout_tui.ui.places import PLACES, commands_by_place, typed_by_place
from workout_tui.ui.settings.machine import MACHINE

ROOT = Path(__file__).parents[3]
PAGES = {path.stem: path for path in (ROOT / "docs").glob("*.md")}
TEXT = {name: path.read_text("utf-8") for name, path in PAGES.items()}
EVERYTHING = {**TEXT, "README": (ROOT / "README.md").read_text("utf-8")}
SHOWN = {name: {command.shown for command in place.KEYS} for name, place in PLACES.items()}
NAMES = [[one.name] for one in commands_of(parser())]
"""a command may be named without what it needs"""


def blocks(language: str) -> list[tuple[str, str]]:
    return [
        (name, block)
        for name, text in EVERYTHING.items()
        for block in re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    ]


def commands() -> Iterator[tuple[str, str]]:
    for name, text in TEXT.items():
        prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        yield from ((name, span) for span in re.findall(r"`(workout [^`]+)`", prose))
    for name, block in blocks("sh"):
        if name in TEXT:
            yield from ((name, line) for line in block.splitlines() if line.startswith("workout "))


@pytest.mark.parametrize(("page", "words"), sorted(set(commands())))
def test_every_command_is_understood(page: str, words: str) -> None:
    arguments = shlex.split(words)[1:]
    if arguments[0] != "COMMAND" and arguments not in NAMES:
        parser().parse_args(arguments)


@pytest.mark.parametrize("page", EVERYTHING)
def test_every_key_that_a_page_names_is_one(page: str) -> None:
    found = re.findall(
        r"((?:`[^`]+`(?:, | and | or )?)+) on (Home|Log|Finish|History|Progress|Settings)\b", EVERYTHING[page]
    )
    wrong = [(key, place) for keys, place in found for key in re.findall(r"`([^`]+)`", keys) if key not in SHOWN[place]]
    assert wrong == []


def test_the_pages_name_keys_at_all() -> None:
    assert len(re.findall(r"` on (Home|Log|Finish|History)\b", TEXT["logging"])) > 15


def is_a_set(text: str) -> bool:
    """Whether Log would read it, on some exercise."""
    last = SetValues(Load.of("100", Unit.KG), 5)
    shown = {Measure.WEIGHT: last, Measure.BODYWEIGHT: SetValues(None, 5)}
    contexts = (entry.Context(measure, shown.get(measure, SetValues()), last) for measure in Measure)
    return any(entry.read(text, context).problem is None for context in contexts)


def first_column(page: str, heading: str) -> list[str]:
    table = TEXT[page].split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (.+?) \|", table, re.MULTILINE)[1:]
    return [span for cell in cells for span in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("text", first_column("logging", "Typing a set"))
def test_every_line_of_the_table_is_read_as_a_set(text: str) -> None:
    assert is_a_set(text)


@pytest.mark.parametrize("text", first_column("programs", "Writing a workout"))
def test_every_line_of_a_workout_is_read(text: str) -> None:
    assert any(read_line(text, Frame(measure)).problem is None for measure in Measure)


def test_nonsense_is_no_set_and_no_line() -> None:
    assert not is_a_set("banana")
    assert read_line("banana", Frame()).problem is not None


@pytest.mark.parametrize(("page", "block"), blocks("toml"))
def test_every_file_is_taken(page: str, block: str, tmp_path: Path, run: RUN, gym: object) -> None:
    file = tmp_path / "a.toml"
    file.write_text(block, "utf-8")
    if "programs" in tomllib.loads(block):
        ran = run("programs", "--import", str(file))
        assert ran.code == 0, ran.err
    else:
        settings = config.load(file)
        assert settings != config.Config()
        keymap.check(settings.keys, commands_by_place(), typed_by_place(settings))


@pytest.fixture(scope="module")
def questioned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("questions") / "workout.db"
    sample.make(path, weeks=6).close()
    return path


@pytest.mark.parametrize(("page", "query"), blocks("sql"))
def test_every_question_has_an_answer(page: str, query: str, questioned: Path) -> None:
    with closing(sqlite3.connect(questioned)) as connection:
        assert connection.execute(query).fetchall()


@pytest.mark.parametrize("view", ["v_sets", "v_sessions", "v_records", "v_weekly_volume"])
def test_every_column_of_a_view_is_told(view: str, questioned: Path) -> None:
    told = first_column("sql", view)
    with closing(sqlite3.connect(questioned)) as connection:
        there = [row[1] for row in connection.execute(f"PRAGMA table_info({view})")]
    assert sorted(told) == sorted(there)


def anchors(text: str) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", EVERYTHING)
def test_every_link_leads_somewhere(page: str) -> None:
    here = ROOT / "docs" if page in TEXT else ROOT
    for link in re.findall(r"\]\(([^)]+)\)", EVERYTHING[page]):
        if link.startswith(("https://", "http://")):
            continue
        path, _, anchor = link.partition("#")
        target = here / path if path else PAGES.get(page, ROOT / "README.md")
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text("utf-8")), link


def test_every_page_is_found_from_the_readme() -> None:
    linked = re.findall(r"\]\((?:docs/)?([^)#/]+\.md)", "".join(EVERYTHING.values()))
    assert {path.name for path in PAGES.values()} <= set(linked)
    assert len(re.findall(r"\]\(docs/", EVERYTHING["README"])) >= 9


# What the program knows of itself


def keys() -> str:
    parts = []
    for name, place in PLACES.items():
        rows: dict[str, list[str]] = {}
        words = ""
        told: set[str] = set()
        for command in place.KEYS:
            words = command.help or words  # without words it is the other half of the one before
            new = [one for one in command.shown.split() if one not in told]  # ↑ ↓ stood for both of them
            if new and not any("–" in shown for shown in rows.get(words, [])):  # 1–9 stands for all nine
                rows.setdefault(words, []).extend(new)
                told.update(new)
        lines = [f"| {_cell(shown)} | {words} |" for words, shown in rows.items()]
        parts.append("\n".join([f"### {name[:1].upper()}{name[1:]}", "", "| | |", "|---|---|", *lines]))
    return "\n\n".join(parts)


def _cell(shown: list[str]) -> str:
    return " ".join(f"`{one}`" for one in shown).replace("|", "\\|")


def settings() -> str:
    rows = [
        f"| `{one.name}` | {one.label} | {one.allowed} | {where} |"
        for where, some in (("log", LIFTER), ("log", EQUIPMENT), ("file", MACHINE))
        for one in some
    ]
    return "\n".join(["| name | | can be | kept in |", "|---|---|---|---|", *rows])


def every_command() -> str:
    parts = []
    for one in commands_of(parser()):
        options = [
            f"| `{name}` | {about} |" for name, about, _ in one.options if name.startswith("--") and name != "--help"
        ]
        table = ["", "| | |", "|---|---|", *options] if options else []
        parts.append("\n".join([f"### workout {one.name}", "", f"{one.about[:1].upper()}{one.about[1:]}.", *table]))
    return "\n\n".join(parts)


@pytest.mark.parametrize(
    ("page", "name", "made"),
    [("keys", "keys", keys), ("command-line", "settings", settings), ("command-line", "commands", every_command)],
)
def test_what_the_program_knows_of_itself_stands_in_the_page(
    request: pytest.FixtureRequest, page: str, name: str, made: Callable[[], str]
) -> None:
    begin, end = f"<!-- begin: {name} -->\n", f"<!-- end: {name} -->"
    text = PAGES[page].read_text("utf-8")
    before, rest = text.split(begin)
    now, after = rest.split(end)
    if request.config.getoption("--update-goldens"):
        PAGES[page].write_text(f"{before}{begin}{made()}\n{end}{after}", "utf-8")
    else:
        assert now == f"{made()}\n", "run with --update-goldens and look at the diff"


@pytest.mark.parametrize("page", EVERYTHING)
def test_no_line_is_wider_than_a_page(page: str) -> None:
    text = re.sub(r"<!-- begin.*?end: \w+ -->", "", EVERYTHING[page], flags=re.DOTALL)
    prose = [line for line in text.splitlines() if not line.startswith("|")]
    assert [line for line in prose if len(line) > 130] == []
