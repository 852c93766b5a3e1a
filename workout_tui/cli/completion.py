"""``workout completion``: what the shells need to finish commands and options, made from the parser itself.

A library could do it (argcomplete, shtab), but one would start Python at every Tab and the other speaks
no fish: three short scripts are less than a dependency.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.cli.options import command

if TYPE_CHECKING:
    from workout_tui.paths import Paths

SHELLS = ("bash", "zsh", "fish")

_EXAMPLES = """\
  echo 'eval "$(workout completion bash)"' >> ~/.bashrc
  echo 'eval "$(workout completion zsh)"' >> ~/.zshrc        after compinit
  workout completion fish > ~/.config/fish/completions/workout.fish
"""


class Command(NamedTuple):
    """A command as a shell needs to know it."""

    name: str
    about: str
    options: tuple[tuple[str, str], ...]
    """each with what it does"""
    words: tuple[str, ...]
    """what else may follow"""
    takes_files: bool


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = "print what a shell needs to complete commands"
    completion = command(commands, "completion", _completion, about=about, examples=_EXAMPLES)
    completion.add_argument("shell", choices=SHELLS)


def _completion(arguments: argparse.Namespace, _: Paths) -> int:
    from workout_tui.cli.arguments import parser

    scripts = {"bash": bash, "zsh": zsh, "fish": fish}
    sys.stdout.write(scripts[arguments.shell](commands_of(parser())))
    return 0


def commands_of(parser: argparse.ArgumentParser) -> tuple[Command, ...]:
    """Every command that a parser knows."""
    # argparse has no public way to ask a parser what it knows; these two have stood since 2.7.
    (subparsers,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001
    about = {one.dest: one.help or "" for one in subparsers._choices_actions}  # noqa: SLF001
    return tuple(_command(name, about.get(name, ""), one) for name, one in subparsers.choices.items())


def _command(name: str, about: str, parser: argparse.ArgumentParser) -> Command:
    actions = parser._actions  # noqa: SLF001 - as above
    return Command(
        name,
        about,
        tuple((option, one.help or "") for one in actions for option in one.option_strings),
        tuple(str(word) for one in actions if not one.option_strings for word in one.choices or ()),
        any(one.metavar == "FILE" for one in actions),
    )


def bash(commands: tuple[Command, ...]) -> str:
    """The script for bash."""
    cases = "".join(
        f"    {one.name}) words='{' '.join(_words(one))}'{'; files=1' if one.takes_files else ''} ;;\n"
        for one in commands
    )
    return f"""\
_workout() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} words= files=
  if [ "$COMP_CWORD" -eq 1 ]; then words='{" ".join(one.name for one in commands)} --help --version'; fi
  [ "$COMP_CWORD" -gt 1 ] && case ${{COMP_WORDS[1]}} in
{cases}  esac
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "${{words// /$'\\n'}}" -- "$cur"))
  if [ -n "$files" ]; then compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$cur")); fi
}}
complete -F _workout workout
"""


def zsh(commands: tuple[Command, ...]) -> str:
    """The script for zsh."""
    names = "".join(f"    {_quoted(f'{one.name}:{one.about}')}\n" for one in commands)
    cases = "".join(
        f"    {one.name}) compadd -- {' '.join(_words(one))}{'; _files' if one.takes_files else ''} ;;\n"
        for one in commands
    )
    return f"""\
_workout() {{
  local -a commands=(
{names}  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case $words[2] in
{cases}  esac
}}
compdef _workout workout
"""


def fish(commands: tuple[Command, ...]) -> str:
    """The script for fish."""
    lines = ["complete -c workout -f"]
    for one in commands:
        lines.append(f"complete -c workout -n __fish_use_subcommand -a {one.name} -d {_quoted(one.about)}")
        here = f"complete -c workout -n '__fish_seen_subcommand_from {one.name}'"
        for option, about in one.options:
            form = f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"
            lines.append(f"{here} {form} -d {_quoted(about)}")
        lines += [f"{here} -a {word}" for word in one.words]
        lines += [f"{here} -F"] if one.takes_files else []
    return "\n".join(lines) + "\n"


def _words(one: Command) -> list[str]:
    return [*(option for option, _ in one.options), *one.words]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"
