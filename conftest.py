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
import os
import pathlib
import shutil
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

from tests.terminal import Terminal

# Coverage measures what runs the tests, not each process that a test starts:
# that takes time, and what they run is reached by other tests as well.
if 'PYTEST_XDIST_WORKER' in os.environ:
    os.environ.pop('COVERAGE_PROCESS_CONFIG', None)

ROOT = pathlib.Path(__file__).parent


def _set_up(namespace: dict[str, Any]) -> None:
    home = pathlib.Path(tempfile.mkdtemp())
    clone = home / 'clone'
    examples = pathlib.Path('doc/source/examples')
    shutil.copytree(ROOT / 'etc', clone / 'etc')
    shutil.copytree(ROOT / examples, clone / examples)
    # That of the clone, and that of the tutorial's service.
    for environment in (clone / '.venv', home / 'depot/.venv'):
        environment.parent.mkdir(exist_ok=True)
        environment.symlink_to(sys.prefix)
    path = os.pathsep.join([f'{sys.prefix}/bin', os.environ['PATH']])
    namespace['home'] = home
    namespace['terminal'] = Terminal(home, str(clone), path)


def _tear_down(namespace: dict[str, Any]) -> None:
    shutil.rmtree(namespace['home'])


def _type(example: Example) -> str | None:
    terminal: Terminal = example.namespace['terminal']
    return terminal.type(example.parsed)


def _save(example: Example) -> None:
    name = example.region.lexemes['options']['caption']
    example.namespace['terminal'].save(name, example.parsed)


_EVALUATORS: dict[str, Evaluator] = {
    'console': _type,
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
