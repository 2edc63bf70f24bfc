# SPDX-License-Identifier: Apache-2.0
"""Each shell completes a typed line, as a user sees it."""

import argparse
from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import os
import pathlib
import pty
import re
import select
import subprocess

import pytest

from tests import capabilities
from tests.functional import command_line
from workarounds import diagnostics
from workarounds.cli import app
from workarounds.cli import completion
from workarounds.cli import subcommands

#: The typed line before TAB, and the line after it.
LINES = {
    'workarounds data di': 'workarounds data diff ',
    'workarounds show --servi': 'workarounds show --service-version ',
    'workarounds show --namespace pl': (
        'workarounds show --namespace placement '
    ),
    'workarounds advise --namespace nova --only disable_r': (
        'workarounds advise --namespace nova --only disable_rootwrap '
    ),
    'workarounds --namespace example_catalogue:CATALOGUE show fl': (
        'workarounds --namespace example_catalogue:CATALOGUE show '
        'flush_before_read '
    ),
    'workarounds check -f sa': 'workarounds check -f sarif ',
    'workarounds check --ignore WA101 --ignore WA115': (
        'workarounds check --ignore WA101 --ignore WA115 '
    ),
    'workarounds --config-file a-fi': 'workarounds --config-file a-file.conf ',
    'workarounds audit a-dir': 'workarounds audit a-directory/',
}
CATALOGUE = """
import workarounds

CATALOGUE = workarounds.Catalogue(
    project='example',
    declarations=[
        workarounds.Workaround(
            name='flush_before_read',
            summary='Flushes a file before another program reads it.',
            bugs=['https://bugs.launchpad.net/qemu/+bug/1368815'],
            fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
            expires='35.0.0',
            enabled_by='flush_before_read',
        )
    ],
)
"""
#: Options whose values cannot be completed.
FREE_TEXT = {
    '--as-of',
    '--endoflife',
    '--max-width',
    '--prefix',
    '--prog',
    '--reason',
    '--release',
    '--removed-in',
    '--service-version',
    '--sort-column',
    '--target-version',
    '-c',
}
#: CTRL-X prints the line in these; CTRL-U empties it.
BASH = r"""
PS1='READY>'
bind 'set enable-bracketed-paste off'
bind 'set bell-style none'
print_line() { printf '\1%s\2' "$READLINE_LINE"; }
bind -x '"\C-x": print_line'
"""
ZSH = r"""
autoload -Uz compinit
compinit -u -d "$ZDOTDIR/dump"
unsetopt zle_bracketed_paste prompt_sp beep
print_line() { printf '\1%s\2' "$BUFFER"; }
zle -N print_line
bindkey '^X' print_line
bindkey '^I' complete-word
bindkey '^U' kill-whole-line
PROMPT='READY>'
"""


@pytest.fixture
def directory(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a directory with something to complete."""
    (tmp_path / 'a-directory').mkdir()
    (tmp_path / 'a-file.conf').touch()
    (tmp_path / 'example_catalogue.py').write_text(CATALOGUE)
    for shell in ('bash', 'zsh', 'fish'):
        script = command_line.run('complete', '--shell', shell).stdout
        (tmp_path / f'workarounds.{shell}').write_text(script)
    (tmp_path / 'bashrc').write_text(f'{BASH}. ./workarounds.bash\n')
    (tmp_path / '.zshrc').write_text(f'{ZSH}. ./workarounds.zsh\n')
    return tmp_path


def environment(directory: pathlib.Path) -> dict[str, str]:
    beside = pathlib.Path(command_line.tool('workarounds')).parent
    return command_line.environment(
        HOME=str(directory),
        LANG='C.UTF-8',
        PATH=f'{beside}{os.pathsep}{os.environ["PATH"]}',
        PYTHONPATH=str(directory),
        TERM='dumb',
        ZDOTDIR=str(directory),
    )


@contextlib.contextmanager
def started(command: Sequence[str], directory: pathlib.Path) -> Iterator[int]:
    """Start a shell in a terminal, and yield the terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command,
        cwd=directory,
        env=environment(directory),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield ours
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def read_until(terminal: int, pattern: str) -> str:
    """Read what a shell prints until it matches, and return the match."""
    printed = b''
    while select.select([terminal], [], [], command_line.PATIENCE)[0]:
        printed += os.read(terminal, 65536)
        match = re.search(pattern, printed.decode(errors='replace'))
        if match:
            return match[1]
    raise AssertionError(f'{pattern} is not in {printed!r}')


def completed(command: Sequence[str], directory: pathlib.Path) -> list[str]:
    """Type each line into a shell, press TAB, and return the lines then."""
    lines = []
    with started(command, directory) as terminal:
        read_until(terminal, '(READY>)')
        for typed in LINES:
            os.write(terminal, f'{typed}\t\x18'.encode())
            lines.append(read_until(terminal, '\x01(.*?)\x02'))
            os.write(terminal, b'\x15')
    return lines


def test_bash_completes(directory: pathlib.Path) -> None:
    shell = ['bash', '--noprofile', '--rcfile', 'bashrc', '-i']
    assert completed(shell, directory) == list(LINES.values())


@capabilities.needs_zsh
def test_zsh_completes(directory: pathlib.Path) -> None:
    assert completed(['zsh', '-i'], directory) == list(LINES.values())


@capabilities.needs_fish
def test_fish_completes(directory: pathlib.Path) -> None:
    script = 'source workarounds.fish\n' + ''.join(
        f"complete --do-complete '{typed}'\necho\n" for typed in LINES
    )
    done = subprocess.run(
        ['fish', '--no-config', '--command', script],
        capture_output=True,
        check=True,
        cwd=directory,
        env=environment(directory),
        text=True,
        timeout=command_line.PATIENCE,
    )
    # A completion, and what it means.
    assert re.findall('^(.+?)(?:\t.*)?\n\n', done.stdout, re.MULTILINE) == [
        line.split()[-1] for line in LINES.values()
    ]


def offered(*words: str) -> argparse.ArgumentParser:
    return completion.parser(app.Application(), words)


def test_every_value_is_completed_unless_it_is_free_text() -> None:
    application = app.Application()
    names = [name for name, _ in application.command_manager]
    incomplete = {
        [*action.option_strings, action.dest][0]
        for name in names
        for action in offered(*name.split())._actions
        if action.nargs != 0
        and action.help != argparse.SUPPRESS
        and not action.choices
        and action.dest != 'stray'
        and not hasattr(action, 'completer')
    }
    assert incomplete == FREE_TEXT


def test_a_subcommand_without_its_packages_has_the_global_options(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> argparse.ArgumentParser:
        raise ModuleNotFoundError(name='univers')

    monkeypatch.setattr(subcommands, 'parser_of', refuse)
    options = offered('matrix')._option_string_actions
    assert '--namespace' in options
    assert '--as-of' not in options


def test_codes_and_workarounds_are_explained() -> None:
    [ignore] = (
        action
        for action in offered('check')._actions
        if action.dest == 'ignore'
    )
    codes = ignore.completer(action=ignore)  # type: ignore[attr-defined]
    assert codes['WA101'] == diagnostics.CODES['WA101'].summary
    [name] = (
        action for action in offered('show')._actions if action.dest == 'name'
    )
    found = name.completer(  # type: ignore[attr-defined]
        parsed_args=argparse.Namespace(namespace=['placement'])
    )
    assert list(found) == ['optimize_for_wide_provider_trees']
