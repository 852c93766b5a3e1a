"""export and import of a whole log, and sets for other programs."""

import csv
import io
import json
import random
import resource
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support import Gym, done, make_gym
from tests.unit.cli import lives
from tests.unit.cli.conftest import RUN
from tests.unit.transfer.files import WHOLE
from workout_tui.errors import StoreUnavailable
from workout_tui.logbook import whole
from workout_tui.logbook.lifters import add_lifter
from workout_tui.model.load import Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import SetValues
from workout_tui.model.whole import WholeLog
from workout_tui.store.connection import Store
from workout_tui.store.query import ask
from workout_tui.transfer import whole as files
from workout_tui.transfer.new_file import write_new


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Gym]:
    """Another laptop's log."""
    gym = make_gym(tmp_path / "elsewhere.db", name="Eve")
    yield gym
    gym.close()


def read(path: Path) -> WholeLog:
    """The whole log of the first lifter of a file."""
    with closing(Store(path)) as store:
        return whole.read(store, store.value("SELECT uid FROM profile ORDER BY id"))


@pytest.mark.parametrize("seed", range(12))
def test_a_whole_log_comes_back_equal(elsewhere: Gym, home: Path, tmp_path: Path, run: RUN, seed: int) -> None:
    lives.live(elsewhere, random.Random(seed))
    wanted = elsewhere.logbook.whole()
    file = tmp_path / "whole.json"
    file.write_text(files.write(wanted), "utf-8")
    assert files.read(file) == wanted
    assert run("import", str(file)).code == 0
    assert read(home / "workout.db") == wanted
    changes = ask(home / "workout.db", "SELECT count(*) FROM audit")
    again = run("import", str(file))
    assert "nothing new" in again.out or " here already" in again.out
    assert ask(home / "workout.db", "SELECT count(*) FROM audit") == changes
    assert run("doctor").code == 0


def test_what_chance_makes_holds_everything(elsewhere: Gym) -> None:
    """Else the test above would prove little."""
    lives.live(elsewhere, random.Random(0), workouts=20)
    text = files.write(elsewhere.logbook.whole())
    for field in (
        "superset",
        "note",
        "skipped",
        "bodyweight",
        "discarded",
        "step",
        "bar",
        "archived",
        "rpe10",
        "drop",
        "percent10",
        "deload",
        "training_max",
        "left_out",
        "import_uid",
        "runs",
    ):
        assert f'"{field}"' in text


def test_what_was_imported_before_is_known_where_the_log_was_carried(home: Path, tmp_path: Path, run: RUN) -> None:
    (tmp_path / "liftlog.csv").write_text(WHOLE["liftlog"], "utf-8")
    for command in ("import liftlog.csv", "export --whole log.json", "import log.json", "import liftlog.csv"):
        if command == "import log.json":
            home.rename(tmp_path / "the old laptop")
        last = run(*(str(tmp_path / one) if "." in one else one for one in command.split()))
        assert last.code == 0, last.err
    assert "3 sets here already" in last.out
    assert run("history", "--json").out.count('"date"') == 2
    (brought,) = json.loads(run("imports", "--json").out)
    assert "2 workouts and 0 sets changed since stay" in run("import", "--undo", brought["import"]).out
    assert "2 workouts taken back" in run("import", "--undo", brought["import"], "--all").out


def test_a_file_meets_a_log_that_was_begun_already(elsewhere: Gym, gym: Gym, tmp_path: Path, run: RUN) -> None:
    elsewhere.trained(elsewhere.push(), done(100, 5), done(100, 5))
    elsewhere.start(elsewhere.logbook.templates()[0])
    gym.trained(gym.push(), done(60, 5))
    mine = gym.start()
    file = tmp_path / "whole.json"
    file.write_text(files.write(elsewhere.logbook.whole()))
    ran = run("import", str(file))
    assert ran.code == 0
    assert ran.out.startswith("Ann: 2 workouts, 2 sets, ")
    assert len(gym.logbook.past_page()) == 2
    active = gym.logbook.active()
    assert active is not None
    assert active.uid == mine.uid, "the open workout stays; the other one comes in ended"
    assert len(gym.logbook.exercises()) == 2, "exercises of one name are one"
    assert list((gym.path.parent / "backups").glob("*.db")), "no undo goes behind this, so there is a backup"
    assert "2 workouts were here already" in run("import", str(file)).out


def test_a_dry_run_writes_nothing(elsewhere: Gym, home: Path, tmp_path: Path, run: RUN) -> None:
    elsewhere.trained(elsewhere.push(), done(100, 5))
    file = tmp_path / "whole.json"
    file.write_text(files.write(elsewhere.logbook.whole()))
    ran = run("import", str(file), "--dry-run")
    assert "1 workout, 1 set" in ran.out
    assert not home.exists()


def test_workouts_of_another_lifter_here_are_not_taken_twice(gym: Gym, tmp_path: Path, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5))
    gym.other_lifter("Bo")
    file = tmp_path / "whole.json"
    assert run("export", "--whole", str(file), "--lifter", "Ann").code == 0
    ran = run("import", str(file), "--lifter", "Bo")
    assert ran.code == 1
    assert "another lifter's" in ran.err
    assert len(gym.logbook.past_page()) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"version": 1', '"version": 2'),
        lambda text: text.replace('"status": "completed"', '"status": "sold"'),
        lambda text: text.replace('"reps": 5', '"reps": "5"'),
        lambda text: text.replace('"reps": 5', '"reps": true'),
        lambda text: text.replace('"reps": 5', '"reps": 500000'),
        lambda text: text.replace('"100 kg"', '"100 stone"'),
        lambda text: text.replace('"100 kg"', "100"),
        lambda text: text.replace('"title"', '"titel"'),
        lambda text: text.replace('"exercises": [', '"exercises": 3, "x": [', 1),
        lambda text: text.replace('"template_uid": "', '"template_uid": "x'),
        lambda text: text.replace('"version": 1', '"version": 1, "a": ' + "[" * 5000 + "]" * 5000),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_is_refused_whole(
    elsewhere: Gym, home: Path, tmp_path: Path, run: RUN, change: Callable[[str], str]
) -> None:
    elsewhere.trained(elsewhere.push(), done(100, 5))
    text = files.write(elsewhere.logbook.whole())
    assert change(text) != text
    file = tmp_path / "whole.json"
    file.write_text(change(text))
    ran = run("import", str(file))
    assert ran.code == 1
    assert ran.err.startswith("workout: ")
    database = home / "workout.db"
    assert not database.exists() or ask(database, "SELECT count(*) FROM profile").rows == ((0,),)


def _csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_sets_as_csv_and_json(gym: Gym, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5), done(102.5, 4, SetKind.FAILURE))
    rows = _csv(run("export").out)
    assert [(row["exercise"], row["load"], row["reps"], row["kind"]) for row in rows] == [
        ("Bench Press", "100.0", "5", "work"),
        ("Bench Press", "102.5", "4", "failure"),
    ]
    assert [row["load"] for row in json.loads(run("export", "--json").out)] == [100.0, 102.5]


def test_text_is_guarded_against_spreadsheets_and_numbers_are_not(gym: Gym, run: RUN) -> None:
    from tests.support import kg
    from workout_tui.model.exercise import Measure

    gym.exercise("Pull Up", Measure.BODYWEIGHT)
    session = gym.logbook.add_exercise(gym.start().uid, gym.exercise("Pull Up").uid)
    gym.log(session, SetValues(kg(-20), 5, note="=HYPERLINK(1)"))
    gym.log(session, SetValues(kg(-20), 5, note="-2 easier"))
    gym.logbook.finish(session.uid)
    assert [row["note"] for row in _csv(run("export").out)] == ["=HYPERLINK(1)", "-2 easier"]
    guarded = _csv(run("export", "--spreadsheet").out)
    assert [row["note"] for row in guarded] == ["'=HYPERLINK(1)", "'-2 easier"]
    assert [row["load"] for row in guarded] == ["-20.0", "-20.0"]


def test_a_new_file_for_its_owner_alone(gym: Gym, tmp_path: Path, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5))
    target = tmp_path / "sets.csv"
    assert run("export", str(target)).out == f"Written to {target}.\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    before = target.read_text()
    assert "already" in run("export", str(target)).err
    assert target.read_text() == before
    assert run("export", str(tmp_path / "none" / "x.csv")).code == 1
    assert run("export", "-").out == before


def test_a_disk_that_is_full_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    was = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, was[1]))
    try:
        with pytest.raises(StoreUnavailable, match="cannot be written: File too large"):
            write_new(tmp_path / "ada.json", "x" * 30_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, was)
    assert list(tmp_path.iterdir()) == []


def test_each_lifter_exports_their_own(gym: Gym, run: RUN) -> None:
    gym.trained(gym.push(), done(100, 5))
    with closing(Store(gym.path)) as store:
        add_lifter(store, "Bo", Unit.KG, clock=gym.clock, uids=gym.uids)
    assert len(_csv(run("export", "--lifter", "Ann").out)) == 1
    assert _csv(run("export", "--lifter", "Bo").out) == []
