"""The scripts that complete ``workout`` in bash, zsh and fish, made from what its parser knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workout_tui.cli.completion import Command, Values


def bash(commands: tuple[Command, ...]) -> str:
    """The script for bash; also for the old one of macOS."""
    return f"""\
_workout() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} words= names= files= name quoted
  [ "$cur" = = ] && cur=
  [ "$prev" = = ] && prev=${{COMP_WORDS[COMP_CWORD-2]}}
  if [ "$COMP_CWORD" -eq 1 ]; then words='{" ".join(one.name for one in commands)} --help --version'
  else case "${{COMP_WORDS[1]}} $prev" in
{_cases(commands, _in_bash)}  esac; fi
  local IFS=$'\\n'
  COMPREPLY=($(compgen -W "${{words// /$'\\n'}}" -- "$cur"))
  if [ -n "$files" ]; then compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$cur")); fi
  [ -z "$names" ] || [[ $cur == -* ]] || while read -r name; do
    printf -v quoted %q "$name"
    case $cur in
      [\\"\\']*) [[ $name == "${{cur:1}}"* ]] && COMPREPLY+=("$name") ;;
      *) [[ $quoted == "$cur"* ]] && COMPREPLY+=("$quoted") ;;
    esac
  done < <({_asked('"$names"')})
}}
complete -F _workout workout
"""


def zsh(commands: tuple[Command, ...]) -> str:
    """The script for zsh."""
    abouts = "".join(f"    {_quoted(f'{one.name}:{one.about}')}\n" for one in commands)
    return f"""\
_workout_names() {{
  [[ $PREFIX == -* ]] && return
  local -a found=(${{(f)"$({_asked('"$1"')})"}})
  compadd -- $found
}}
_workout() {{
  local -a commands=(
{abouts}  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case "$words[2] $words[CURRENT-1]" in
{_cases(commands, _in_zsh)}  esac
}}
compdef _workout workout
"""


def fish(commands: tuple[Command, ...]) -> str:
    """The script for fish."""
    lines = ["complete -c workout -f"]
    for one in commands:
        lines.append(f"complete -c workout -n __fish_use_subcommand -a {one.name} -d {_quoted(one.about)}")
        here = f"complete -c workout -n '__fish_seen_subcommand_from {one.name}'"
        for option in one.options:
            form = f"-l {option.name[2:]}" if option.name.startswith("--") else f"-s {option.name[1:]}"
            takes = "" if option.takes is None else f" -r{_in_fish(option.takes) or ' -f'}"
            lines.append(f"{here} {form} -d {_quoted(option.about)}{takes}")
        if follows := _in_fish(one.follows):
            lines.append(f"{here}{follows}")
    return "\n".join(lines) + "\n"


def _in_fish(values: Values) -> str:
    asked = [f"({_asked(values.names)})"] if values.names else []
    words = " ".join([*values.words, *asked])
    return (f" -f -a '{words}'" if words else "") + (" -F" if values.files else "")


def _cases(commands: tuple[Command, ...], form: Callable[[Values], str]) -> str:
    """What stands in each place, by the command and the word before: first what follows options, then the rest."""
    return "".join(f"    {pattern}) {form(values)} ;;\n" for pattern, values in _places(commands))


def _places(commands: tuple[Command, ...]) -> Iterator[tuple[str, Values]]:
    for one in commands:
        for option in one.options:
            if option.takes is not None:
                yield f"'{one.name} {option.name}'", option.takes
        options = tuple(option.name for option in one.options)
        yield f"'{one.name} '*", one.follows._replace(words=(*options, *one.follows.words))


def _in_bash(values: Values) -> str:
    parts = [
        *([f"words='{' '.join(values.words)}'"] if values.words else []),
        *([f"names={values.names}"] if values.names else []),
        *(["files=1"] if values.files else []),
    ]
    return " ".join(parts)


def _in_zsh(values: Values) -> str:
    parts = [
        *([f"compadd -- {' '.join(values.words)}"] if values.words else []),
        *([f"_workout_names {values.names}"] if values.names else []),
        *(["_files"] if values.files else []),
    ]
    return "; ".join(parts)


def _asked(names: str) -> str:
    """The program asked for names; where it has none to tell, nothing is offered."""
    return f"workout completion --names {names} 2>/dev/null"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "’") + "'"
