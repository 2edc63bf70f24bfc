# SPDX-License-Identifier: Apache-2.0
"""The tutorial and the installation, word by word, in a fresh clone.

The other documents are run by ``conftest.py`` of the root.
"""

import os
import pathlib
import re
import subprocess
import textwrap

import pytest

from tests.retire import seeds
from tests.terminal import Terminal

ROOT = pathlib.Path(__file__).parents[2]
DOCS = ROOT / 'doc/source'
BLOCK = re.compile(
    r'^\.\. code-block:: (?P<language>\w+)\n'
    r'(?:   :caption: (?P<name>.+)\n)?\n'
    r'(?P<text>(?: {4}.*\n|\n)+)',
    re.MULTILINE,
)


pytestmark = pytest.mark.skipif(
    'CI' not in os.environ, reason='packages are downloaded'
)


@pytest.fixture
def clone(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'clone'
    subprocess.run(['git', 'clone', '-q', str(ROOT), str(path)], check=True)
    return path


def _follow_the_tutorial(home: pathlib.Path, clone: pathlib.Path) -> None:
    terminal = Terminal(home, str(clone), os.environ['PATH'])
    differences = []
    for block in BLOCK.finditer((DOCS / 'tutorial.rst').read_text()):
        text = textwrap.dedent(block['text']).strip('\n') + '\n'
        if block['name']:
            terminal.save(block['name'], text)
        elif block['language'] == 'shell':
            terminal.run(text)
        else:
            differences.append(terminal.type(text))
    assert differences == [None] * len(differences)
    assert len(differences) > 5


def _install(way: str, home: pathlib.Path, clone: pathlib.Path) -> None:
    """Run the commands of a section of the page about installation."""
    text = (DOCS / 'how-to/install.rst').read_text()
    blocks = [textwrap.dedent(it['text']) for it in BLOCK.finditer(text)]
    make, activate, with_pipx, beside, seeing = blocks
    assert 'pipx' in with_pipx
    service = f'python3 -m venv {home / "nova"}\n'
    beside = service + beside.replace('/opt/nova', str(home / 'nova'))
    ways = {'alone': make + activate, 'beside': beside, 'seeing': seeing}
    subprocess.run(['bash', '-ec', ways[way]], cwd=clone, check=True)


@pytest.mark.parametrize(
    'way', seeds.one(['tutorial', 'beside', 'seeing', 'alone'])
)
def test_each_day_has_its_way_to_begin(
    tmp_path: pathlib.Path, clone: pathlib.Path, way: str
) -> None:
    """Each takes half a minute; the tutorial's examples run each time."""
    if way == 'tutorial':
        _follow_the_tutorial(tmp_path, clone)
    else:
        _install(way, tmp_path, clone)
