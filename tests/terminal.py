# SPDX-License-Identifier: Apache-2.0
"""A terminal, in which the blocks of a document are typed."""

import doctest
import os
import pathlib
import subprocess

_MARK = '--- end of a command ---'


class Terminal:
    """A terminal: its directory and environment last from block to block."""

    def __init__(self, home: pathlib.Path, directory: str, path: str) -> None:
        self._state = home / '.state'
        self._state.write_text(f"cd '{directory}'\n")
        self._environ = {
            'HOME': str(home),
            'PATH': path,
            'LANG': 'C.UTF-8',
            # A pytest that is typed would remove what other runs have left.
            'TMPDIR': str(home),
        }
        # How packages are found is a matter of the machine.
        for name, value in os.environ.items():
            if name.startswith(('PIP_', 'SSL_')) or name.endswith('_proxy'):
                self._environ[name] = value

    def run(self, script: str) -> str:
        """Return what a script prints."""
        done = subprocess.run(
            ['bash'],
            input=f'. {self._state}\n{script}'
            f'{{ echo "cd \'$PWD\'"; export -p; }} >{self._state}\n',
            text=True,
            env=self._environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return done.stdout

    def save(self, name: str, text: str) -> None:
        """Write a file."""
        directory = self.run('pwd\n').rstrip('\n')
        pathlib.Path(directory, name).write_text(text)

    def type(self, block: str) -> str | None:
        """Type the commands of a block; return the first wrong output."""
        commands = _commands(block)
        script = ''.join(
            f'{command}\n_code=$?; echo "{_MARK}"; (exit $_code)\n'
            for command, _ in commands
        )
        printed = self.run(script).split(f'{_MARK}\n')
        if len(printed) <= len(commands):
            return f'{commands[len(printed) - 1][0]}ends the shell'
        checker = doctest.OutputChecker()
        options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        for (command, shown), seen in zip(commands, printed, strict=False):
            if not checker.check_output(shown, seen, options):
                return f'{command}shows\n{shown}\nbut prints\n{seen}'
        return None


def _commands(block: str) -> list[tuple[str, str]]:
    """Split a block into commands and what each prints."""
    commands: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if commands and commands[-1][0].endswith('\\\n'):
            commands[-1] = (commands[-1][0] + line, '')
        elif line.startswith('$ '):
            commands.append((line[2:], ''))
        elif line.startswith('> '):
            commands[-1] = (commands[-1][0] + line[2:], '')
        else:
            commands[-1] = (commands[-1][0], commands[-1][1] + line)
    return commands
