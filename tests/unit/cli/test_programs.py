"""``workout programs``: listed, started, a day left out, and carried as a file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.support import Gym, kg
from tests.unit.cli.conftest import RUN
from workout_tui.model.plan import Target


def names(gym: Gym) -> list[str]:
    return [one.name for one in gym.logbook.programs() if not one.archived]


class TestStarting:
    def test_a_starter_is_added_and_begun(self, gym: Gym, run: RUN) -> None:
        ran = run("programs", "--start", "5×5")
        assert (ran.code, ran.out) == (0, "Next: 5×5 A, first in 5×5.\n")
        assert "5×5" in names(gym)
        again = run("programs", "--start", "5x5")
        assert again.code == 0
        assert names(gym).count("5×5") == 1

    def test_a_part_of_the_name_is_enough_when_it_fits_one(self, gym: Gym, run: RUN) -> None:
        assert run("programs", "--start", "upper").code == 0
        assert "Upper / lower, 4 days" in names(gym)
        ran = run("programs", "--start", "nonsense")
        assert (ran.code, ran.out) == (1, "")
        assert "no program “nonsense”" in ran.err

    def test_it_may_have_begun_on_another_day(self, gym: Gym, run: RUN) -> None:
        assert run("programs", "--start", "5×5", "--on", "2024-09-02").code == 0
        stands = gym.logbook.standing()
        assert stands is not None
        assert stands.started_on.isoformat() == "2024-09-02"
        assert run("programs", "--start", "5×5", "--on", "soon").code == 2

    def test_a_day_is_left_out(self, gym: Gym, run: RUN) -> None:
        assert run("programs", "--skip").code == 1
        run("programs", "--start", "5×5")
        assert run("programs", "--skip").out == "Next: 5×5 B, next in 5×5.\n"
        assert run("programs", "--leave").code == 0
        assert gym.logbook.standing() is None

    def test_the_list_says_where_one_stands(self, gym: Gym, run: RUN) -> None:
        assert "no programs yet" in run("programs").out
        run("programs", "--start", "5×5")
        (row,) = json.loads(run("programs", "--json").out)
        assert (row["program"], row["kind"], row["days"], row["runs"], row["next"]) == (
            "5×5",
            "cycle",
            2,
            "yes",
            "5×5 A",
        )

    def test_the_starters_are_listed(self, gym: Gym, run: RUN) -> None:
        assert len(json.loads(run("programs", "--starters", "--json").out)) >= 6


class TestTheFile:
    def test_what_is_exported_is_imported_elsewhere(self, gym: Gym, run: RUN, tmp_path: Path) -> None:
        gym.push()
        run("programs", "--start", "5×5")
        ran = run("programs", "--export", str(tmp_path / "mine.toml"))
        assert ran.code == 0
        before = [(one.name, [e.targets for e in one.exercises]) for one in gym.logbook.templates()]
        bo = gym.other_lifter()
        taken = run("programs", "--import", str(tmp_path / "mine.toml"), "--lifter", "Bo")
        assert taken.out == "Added: Push A, 5×5.\n"
        assert [(one.name, [e.targets for e in one.exercises]) for one in bo.templates()] == before

    def test_a_second_time_adds_nothing(self, gym: Gym, run: RUN, tmp_path: Path) -> None:
        gym.push()
        run("programs", "--export", str(tmp_path / "mine.toml"))
        ran = run("programs", "--import", str(tmp_path / "mine.toml"))
        assert ran.out == "Nothing was added.\nThere already, and left as they are: Push A.\n"
        assert len(gym.logbook.templates()) == 1

    def test_it_is_printed_and_read_by_people(self, gym: Gym, run: RUN) -> None:
        gym.push()
        text = run("programs", "--export", "-").out
        assert '{ name = "Bench Press", sets = "3x5@100" }' in text

    def test_training_maxes_come_along_but_never_over_ones_own(self, gym: Gym, run: RUN, tmp_path: Path) -> None:
        text = """
            unit = "kg"
            [[programs]]
            name = "Wave"
            kind = "plan"
            [[programs.days]]
            name = "One"
            exercises = [{ name = "Bench Press", sets = "3x5@85% tm140" }, { name = "Sled", measure = "distance" }]
        """
        (tmp_path / "wave.toml").write_text(text)
        assert run("programs", "--import", str(tmp_path / "wave.toml")).code == 0
        bench = gym.exercise("Bench Press")
        assert gym.logbook.exercise_setting(bench.uid).training_max == kg(140)
        (tmp_path / "wave2.toml").write_text(text.replace("Wave", "Wave 2").replace("tm140", "tm200"))
        assert run("programs", "--import", str(tmp_path / "wave2.toml")).code == 0
        assert gym.logbook.exercise_setting(bench.uid).training_max == kg(140)
        targets = gym.logbook.programs()[-1].templates[0].exercises[0].targets
        assert targets == (Target(5, 5, percent10=850),) * 3

    def test_a_file_that_is_none_is_refused_with_words(self, gym: Gym, run: RUN, tmp_path: Path) -> None:
        for name, content, words in (
            ("a.toml", b"\xff\xfe\x00", "no text file"),
            ("b.toml", b"sets = [", "no TOML file"),
            ("c.toml", b'[[programs]]\nname = "X"\ndays = [{}]', "X, day 1: name is missing or wrong"),
        ):
            (tmp_path / name).write_bytes(content)
            ran = run("programs", "--import", str(tmp_path / name))
            assert (ran.code, words in ran.err) == (1, True), ran.err
        assert "cannot be read" in run("programs", "--import", str(tmp_path / "none.toml")).err
        assert gym.logbook.programs()[0].templates == ()
