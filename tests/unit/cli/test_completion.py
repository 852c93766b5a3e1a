"""Completion, in the shells that are there."""

import shlex
import shutil
import subprocess
import sys

import pytest

from tests.support import Gym
from tests.unit.cli.conftest import RUN
from workout_tui.cli.arguments import parser
from workout_tui.cli.completion import SHELLS, commands_of
from workout_tui.cli.importing import FORMATS

PROGRAM = f'workout() {{ "{sys.executable}" -m workout_tui "$@"; }}'
"""what the scripts ask for names"""


def complete(script: str, *words: str) -> set[str]:
    """What bash offers for the last of these words."""
    line = " ".join(shlex.quote(word) for word in words)
    code = (
        f"{PROGRAM}\n{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _workout;"
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", code], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return {line for line in done.stdout.split("\n") if line}


@pytest.fixture
def named(gym: Gym) -> Gym:
    """A log with names that shells must quote, and with two lifters."""
    gym.exercise('Farmer\'s Walk ("heavy")')
    gym.exercise("Farmer Carry")
    gym.exercise("Übung $HOME `x`")
    gym.push()
    gym.other_lifter()
    return gym


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_finishes_commands_and_options(run: RUN) -> None:
    script = run("completion", "bash").out
    assert {"start", "status", "sql"} <= complete(script, "workout", "s")
    assert complete(script, "workout", "hist") == {"history"}
    assert complete(script, "workout", "finish", "--s") == {"--sure"}
    assert complete(script, "workout", "completion", "") >= set(SHELLS)
    assert "/etc/hosts" in complete(script, "workout", "import", "/etc/host")
    assert complete(script, "workout", "status", "/etc/host") == set()


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_finishes_values(named: Gym, run: RUN) -> None:
    script = run("completion", "bash").out
    assert complete(script, "workout", "import", "--as", "") == set(FORMATS)
    assert complete(script, "workout", "import", "--as", "=", "h") == {"hevy"}
    assert complete(script, "workout", "import", "--as", "=") == set(FORMATS)
    assert complete(script, "workout", "pull", "--unit", "k") == {"kg"}
    assert complete(script, "workout", "history", "-n", "") == set()
    assert complete(script, "workout", "log", "-e", "Farm") == {
        'Farmer\\\'s\\ Walk\\ \\(\\"heavy\\"\\)',
        "Farmer\\ Carry",
    }
    assert complete(script, "workout", "log", "-e", "Farmer\\ ") == {"Farmer\\ Carry"}
    assert complete(script, "workout", "log", "-e", '"Farmer ') == {"Farmer Carry"}
    assert complete(script, "workout", "start", "Pu") == {"Push\\ A"}
    assert complete(script, "workout", "status", "--lifter", "") == {"Ann", "Bo"}
    assert "/etc/hosts" in complete(script, "workout", "connect", "--key", "/etc/host")


IN_FISH = f'function workout; "{sys.executable}" -m workout_tui $argv; end'


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
def test_fish_finishes_commands_options_and_values(named: Gym, run: RUN) -> None:
    script = run("completion", "fish").out

    def offered(line: str) -> set[str]:
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"{IN_FISH}\n{script}\ncomplete -C '{line}'"],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        assert done.stderr == ""
        return {one.split("\t")[0] for one in done.stdout.splitlines()}

    assert {"start", "status"} <= offered("workout st")
    assert offered("workout finish --s") == {"--sure"}
    assert offered("workout completion ") == set(SHELLS)
    assert "/etc/hosts" in offered("workout import /etc/host")
    assert offered("workout status /etc/host") == set()
    assert offered("workout import --as ") == set(FORMATS)
    assert offered("workout import --as=h") == {"--as=hevy"}
    assert offered("workout history -n ") == set()
    assert offered("workout log -e Farmer\\\\ ") == {"Farmer Carry"}
    assert "Push A" in offered("workout start ")
    assert offered("workout status --lifter ") == {"Ann", "Bo"}
    assert "/etc/hosts" in offered("workout connect --key /etc/host")


# What completes is run by itself, with its helpers saying what they were given instead of drawing it.
ZSH = f"""
{PROGRAM}
compdef() {{ }}
eval "$1"; shift
compadd() {{ print -l -- "${{@[2,-1]}}" }}
_describe() {{ print -l -- "${{(@P)2}}" }}
_files() {{ print FILES }}
words=("$@"); CURRENT=$#words
_workout
"""


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh here")
def test_zsh_finishes_commands_options_and_values(named: Gym, run: RUN) -> None:
    script = run("completion", "zsh").out

    def offered(*words: str) -> set[str]:
        done = subprocess.run(
            ["zsh", "-f", "-c", ZSH, "zsh", script, *words], check=True, capture_output=True, text=True
        )
        assert done.stderr == ""
        return set(done.stdout.splitlines())

    assert {"start:begin a workout", "status:show the open workout"} <= offered("workout", "")
    assert "--sure" in offered("workout", "finish", "")
    assert "FILES" not in offered("workout", "finish", "")
    assert "FILES" in offered("workout", "import", "")
    assert set(SHELLS) <= offered("workout", "completion", "")
    assert offered("workout", "import", "--as", "") == set(FORMATS)
    assert offered("workout", "history", "-n", "") == set()
    assert {'Farmer\'s Walk ("heavy")', "Übung $HOME `x`"} <= offered("workout", "log", "-e", "")
    assert "Push A" in offered("workout", "start", "")
    assert offered("workout", "status", "--lifter", "") == {"Ann", "Bo"}
    assert offered("workout", "connect", "--key", "") == {"FILES"}


def test_without_a_log_no_names_are_offered(run: RUN) -> None:
    assert run("completion", "--names", "exercises").out == ""


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_every_script(run: RUN, shell: str) -> None:
    script = run("completion", shell).out
    for one in commands_of(parser()):
        assert one.name in script
        for option, _, takes in one.options:
            in_fish = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            assert (in_fish if shell == "fish" else option) in script
            assert all(word in script for word in (takes.words if takes else ()))


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_itself_can_read_it(run: RUN, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    subprocess.run([shell, "-n"], input=run("completion", shell).out, text=True, check=True)
