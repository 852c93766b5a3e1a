"""Completion, in the shells that are there."""

import shutil
import subprocess

import pytest

from tests.unit.cli.conftest import RUN
from workout_tui.cli.arguments import parser
from workout_tui.cli.completion import SHELLS, commands_of


def complete(script: str, *words: str) -> set[str]:
    """What bash offers for the last of these words."""
    line = " ".join(f"'{word}'" for word in words)
    code = f'{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _workout; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", code], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_finishes_commands_and_options(run: RUN) -> None:
    script = run("completion", "bash").out
    assert {"start", "status", "sql"} <= complete(script, "workout", "s")
    assert complete(script, "workout", "hist") == {"history"}
    assert complete(script, "workout", "finish", "--s") == {"--sure"}
    assert complete(script, "workout", "completion", "") >= set(SHELLS)
    assert "/etc/hosts" in complete(script, "workout", "import", "/etc/host")
    assert complete(script, "workout", "status", "/etc/host") == set()


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
def test_fish_finishes_commands_and_options(run: RUN) -> None:
    script = run("completion", "fish").out

    def offered(line: str) -> set[str]:
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"{script}\ncomplete -C '{line}'"], check=True, capture_output=True, text=True
        )
        assert done.stderr == ""
        return {one.split("\t")[0] for one in done.stdout.splitlines()}

    assert {"start", "status"} <= offered("workout st")
    assert offered("workout finish --s") == {"--sure"}
    assert offered("workout completion ") == set(SHELLS)
    assert "/etc/hosts" in offered("workout import /etc/host")
    assert offered("workout status /etc/host") == set()


# What completes is run by itself, with its helpers saying what they were given instead of drawing it.
ZSH = """
autoload -U compinit; compinit -D -u
eval "$1"; shift
compadd() { print -l -- "${@[2,-1]}" }
_describe() { print -l -- "${(@P)2}" }
_files() { print FILES }
words=("$@"); CURRENT=$#words
_workout
"""


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh here")
def test_zsh_finishes_commands_and_options(run: RUN) -> None:
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


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_every_script(run: RUN, shell: str) -> None:
    script = run("completion", shell).out
    for one in commands_of(parser()):
        assert one.name in script
        for option, _ in one.options:
            in_fish = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            assert (in_fish if shell == "fish" else option) in script


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_itself_can_read_it(run: RUN, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    subprocess.run([shell, "-n"], input=run("completion", shell).out, text=True, check=True)
