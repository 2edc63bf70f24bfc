# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of the documentation as tests.

The blocks of a document are run in their order, as a reader would run them in
a clone of this repository with its virtual environment active. A ``python``
block is executed; its names are defined until the end of the document. A
``console`` block is typed into bash, and what it prints is compared with what
the block shows; ``...`` stands for anything. The directory and the environment
stay as the block before has left them. A block with a ``:caption:`` is saved
as the file of that name. Other blocks are not run.
"""

from collections.abc import Iterable
import doctest
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from typing import Any

from sybil import Document
from sybil import Example
from sybil import Region
from sybil import Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.rest.lexers import DirectiveLexer
from sybil.typing import Evaluator

# Coverage measures what runs the tests, not each process that a test starts:
# that takes time, and what they run is reached by other tests as well.
if 'PYTEST_XDIST_WORKER' in os.environ:
    os.environ.pop('COVERAGE_PROCESS_CONFIG', None)

ROOT = pathlib.Path(__file__).parent
_MARK = '--- end of a command ---'


def _set_up(namespace: dict[str, Any]) -> None:
    home = pathlib.Path(tempfile.mkdtemp())
    clone = home / 'clone'
    examples = pathlib.Path('doc/source/examples')
    shutil.copytree(ROOT / 'etc', clone / 'etc')
    shutil.copytree(ROOT / examples, clone / examples)
    (clone / '.venv').symlink_to(sys.prefix)
    namespace['home'] = home
    namespace['state'] = home / 'state'
    namespace['state'].write_text(f"cd '{clone}'\n")


def _tear_down(namespace: dict[str, Any]) -> None:
    shutil.rmtree(namespace['home'])


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


def _bash(example: Example, script: str) -> str:
    """Run a script where the last one ended, and return what it prints."""
    home, state = example.namespace['home'], example.namespace['state']
    binaries = pathlib.Path(sys.executable).parent
    done = subprocess.run(
        ['bash'],  # noqa: S607, the PATH is set below
        input=f'. {state}\n{script}'
        f'{{ export -p; echo "cd \'$PWD\'"; }} >{state}\n',
        text=True,
        env={
            'HOME': str(home),
            'PATH': f'{binaries}{os.pathsep}{os.environ["PATH"]}',
            'LANG': 'C.UTF-8',
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout


def _run_console(example: Example) -> str | None:
    commands = _commands(example.parsed)
    script = ''.join(
        f'{command}\n_code=$?; echo "{_MARK}"; (exit $_code)\n'
        for command, _ in commands
    )
    printed = _bash(example, script).split(f'{_MARK}\n')
    checker = doctest.OutputChecker()
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    for (command, shown), seen in zip(commands, printed, strict=False):
        if not checker.check_output(shown, seen, options):
            return f'{command}shows\n{shown}\nbut prints\n{seen}'
    return None


def _save(example: Example) -> None:
    directory = _bash(example, 'pwd\n').rstrip('\n')
    name = example.region.lexemes['options']['caption']
    pathlib.Path(directory, name).write_text(example.parsed)


_EVALUATORS: dict[str, Evaluator] = {
    'console': _run_console,
    'python': PythonEvaluator(),
}


def _parse(document: Document) -> Iterable[Region]:
    for region in DirectiveLexer('code-block')(document):
        evaluator = _EVALUATORS.get(region.lexemes['arguments'])
        if 'caption' in region.lexemes['options']:
            evaluator = _save
        if evaluator:
            region.parsed = region.lexemes['source']
            region.evaluator = evaluator
            yield region


pytest_collect_file = Sybil(
    parsers=[_parse],
    patterns=['*.rst'],
    setup=_set_up,
    teardown=_tear_down,
).pytest()
