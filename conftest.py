# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of the documentation as tests.

A ``python`` block is executed; its names are defined until the end of its
document. A ``console`` block is typed into bash, in a directory that has the
``etc`` and the examples of this repository where a clone has them, and what it
prints is compared with what the block shows; ``...`` stands for anything.
Other blocks are not run.
"""

import doctest
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from typing import Any

from sybil import Example
from sybil import Sybil
from sybil.parsers.rest import CodeBlockParser
from sybil.parsers.rest import PythonCodeBlockParser

# Coverage measures what runs the tests, not each process that a test starts:
# that takes time, and what they run is reached by other tests as well.
if 'PYTEST_XDIST_WORKER' in os.environ:
    os.environ.pop('COVERAGE_PROCESS_CONFIG', None)

ROOT = pathlib.Path(__file__).parent
_MARK = '--- end of a command ---'


def _set_up(namespace: dict[str, Any]) -> None:
    directory = pathlib.Path(tempfile.mkdtemp())
    namespace['directory'] = directory
    shutil.copytree(ROOT / 'etc', directory / 'etc')
    examples = pathlib.Path('doc/source/examples')
    shutil.copytree(ROOT / examples, directory / examples)


def _tear_down(namespace: dict[str, Any]) -> None:
    shutil.rmtree(namespace['directory'])


def _commands(block: str) -> list[tuple[str, str]]:
    """Split a block into commands and what each prints."""
    commands: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith('$ '):
            commands.append((line[2:], ''))
        elif line.startswith('> '):
            commands[-1] = (commands[-1][0] + line[2:], '')
        else:
            commands[-1] = (commands[-1][0], commands[-1][1] + line)
    return commands


def _run_console(example: Example) -> str | None:
    commands = _commands(example.parsed)
    script = ''.join(
        f'{command}\n_code=$?; echo "{_MARK}"; (exit $_code)\n'
        for command, _ in commands
    )
    binaries = pathlib.Path(sys.executable).parent
    done = subprocess.run(
        ['bash'],  # noqa: S607, the PATH is set below
        input=script,
        text=True,
        cwd=example.namespace['directory'],
        env={
            'HOME': str(example.namespace['directory']),
            'PATH': f'{binaries}{os.pathsep}{os.environ["PATH"]}',
            'PYTHONPATH': '.',
            'LANG': 'C.UTF-8',
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    printed = done.stdout.split(f'{_MARK}\n')
    checker = doctest.OutputChecker()
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    for (command, shown), seen in zip(commands, printed, strict=False):
        if not checker.check_output(shown, seen, options):
            return f'{command}shows\n{shown}\nbut prints\n{seen}'
    return None


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(),
        CodeBlockParser(language='console', evaluator=_run_console),
    ],
    patterns=['*.rst'],
    setup=_set_up,
    teardown=_tear_down,
).pytest()
