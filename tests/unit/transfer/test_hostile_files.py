"""Files that are none, or mean harm: a clear word or a clean import, bounded memory, nothing half written."""

import gzip
import io
import random
import tracemalloc
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import Gym, make_gym
from tests.unit.transfer.files import FITNOTES_NEW, HEVY, WHOLE, accounted
from tests.unit.transfer.mutations import mutated
from workout_tui.errors import ImportProblem
from workout_tui.model.load import Unit
from workout_tui.transfer import importing, table, telling
from workout_tui.transfer.answers import printable
from workout_tui.transfer.importing import Report

STRONG = WHOLE["strong"]


@pytest.fixture
def gym(tmp_path: Path) -> Gym:
    return make_gym(tmp_path / "workout.db")


def refused(folder: Path, data: bytes) -> str:
    """What is said of a file that is not read."""
    file = folder / "export.csv"
    file.write_bytes(data)
    with pytest.raises(ImportProblem) as caught:
        importing.read(file, Unit.KG)
    assert caught.value.fix
    return str(caught.value)


def bring(gym: Gym, text: str) -> Report:
    """What became of a file with this text, all of its rows accounted for."""
    file = gym.path.parent / "export.csv"
    file.write_bytes(text.encode())
    with closing(gym):
        report = importing.take_in(importing.read(file, Unit.KG), gym.logbook, gym.clock)
        assert gym.store.value("PRAGMA integrity_check") == "ok"
    assert accounted(report) == report.rows
    return report


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("strong.csv", STRONG)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_zip(), "a zip archive or a spreadsheet, not a table. Unpack it"),
        (gzip.compress(STRONG.encode()), "packed with gzip"),
        (b"SQLite format 3\x00" + bytes(100), "a database, perhaps a backup"),
        (b"%PDF-1.7", "a PDF"),
        (random.Random(1).randbytes(5000), "is no"),
        (bytes(5000), "is no text"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(100), "is no text"),
        (f'{STRONG}2026-04-24 09:40:00,"Push'.encode(), "a quote is opened and never closed"),
        (b",".join([b"a"] * 10_000), "it has 10000 columns"),
        (b'Date,"' + b"x" * 200_000, "field larger than field limit"),
    ],
    ids=["zip", "gzip", "database", "pdf", "chance", "zeros", "program", "open quote", "columns", "cell"],
)
def test_what_is_no_history_is_refused_with_the_reason(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in refused(tmp_path, data)


def test_a_file_beyond_all_measure_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "export.csv").open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    with pytest.raises(ImportProblem, match="larger than 32 MB"):
        table.load(tmp_path / "export.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2 * table.LARGEST


def test_a_quote_that_swallows_rows_is_told_at_its_row(gym: Gym) -> None:
    header, *rows = STRONG.splitlines()
    torn = rows[0].replace('"",""', '",')
    report = bring(gym, "\n".join([header, torn, *rows[1:], rows[0]]))
    assert (report.rows, report.taken.sets_added) == (4, 1)
    torn_row, heavy = report.reading.skipped
    assert torn_row.reason == "a quote is opened here and swallows the row that follows"
    assert heavy.row == 3


def test_every_row_too_wide_is_told(gym: Gym) -> None:
    wide = STRONG.splitlines()[1] + ",x" * 10_000
    report = bring(gym, f"{STRONG.splitlines()[0]}\n{wide}\n")
    assert report.reading.skipped[0].reason == "10012 cells under 12 columns"


def test_utf_16_is_read_by_its_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes(STRONG.encode("utf-16"))
    assert importing.read(tmp_path / "export.csv", Unit.KG).reading.sets == 2


def test_utf_16_torn_in_a_character_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_bytes(STRONG.encode("utf-16")[:-1])
    assert importing.read(tmp_path / "export.csv", Unit.KG).reading.sets == 2


@pytest.mark.parametrize(
    "evil",
    [
        '=HYPERLINK(""http://x"",""y"")', "@SUM(A1)", "'); DROP TABLE session;--", "\x1b]0;owned\x07\x1b[2J",
        "../../etc/passwd", "[bold]x[/]", "\u202egnp.exe", "{evil}", "%s%n", "a\x00b",
    ],
)  # fmt: skip
def test_hostile_text_is_data_and_never_reaches_the_terminal(gym: Gym, evil: str) -> None:
    header, row = STRONG.splitlines()[:2]
    line = row.replace("Bench Press (Barbell)", f'"{evil}"').replace("Push", f'"{evil}"')
    report = bring(gym, f"{header}\n{line}\n")
    assert report.taken.sets_added == 1
    shown = printable(telling.report(report), keep="\n")
    assert not set(shown) & set("\x1b\x07\x00\u202e")


def test_names_too_long_to_be_names_are_told(gym: Gym) -> None:
    header, row = STRONG.splitlines()[:2]
    report = bring(gym, f"{header}\n{row.replace('Bench Press', 'x' * 5000)}\n")
    (skipped,) = report.reading.skipped
    assert skipped.reason.endswith("…” is too long")
    assert len(skipped.reason) < 100


@pytest.mark.parametrize("number", ["1e999", "-0", "٣", "0x10", "1" * 400, "NaN", "∞", "1_000", "9" * 9])
def test_numbers_that_are_none(gym: Gym, number: str) -> None:
    header, row = STRONG.splitlines()[:2]
    report = bring(gym, f"{header}\n{row.replace('40.0', number)}\n")
    assert report.taken.sets_added + len(report.reading.skipped) == 1


@pytest.mark.parametrize("header", [HEVY, FITNOTES_NEW, STRONG.splitlines()[0]], ids=["hevy", "fitnotes", "strong"])
def test_a_header_and_nothing_else(gym: Gym, header: str) -> None:
    report = bring(gym, header)
    assert (report.rows, report.taken.batch_uid) == (0, None)


def test_five_hundred_mutated_files_are_read_or_refused_in_words(tmp_path: Path) -> None:
    chance = random.Random(11)
    file = tmp_path / "export.csv"
    outcomes = {True: 0, False: 0}
    for _ in range(500):
        file.write_bytes(mutated(chance))
        try:
            history = importing.read(file, Unit.KG)
        except ImportProblem as problem:
            outcomes[False] += bool(problem.message and problem.fix)
            continue
        reading = history.reading
        rows = history.table.lines - history.reader.header
        assert reading.set_rows + reading.rests + reading.undone + len(reading.skipped) == rows
        outcomes[True] += 1
    assert sum(outcomes.values()) == 500
    assert min(outcomes.values()) > 50
