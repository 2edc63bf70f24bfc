# SPDX-License-Identifier: Apache-2.0
"""The tutorial, word by word, in a fresh clone with a fresh environment.

The other documents are run by ``conftest.py`` of the root.
"""

import os
import pathlib
import re
import subprocess
import textwrap

import pytest

from tests import documents

ROOT = pathlib.Path(__file__).parents[2]
TUTORIAL = ROOT / 'doc/source/tutorial.rst'
BLOCK = re.compile(
    r'^\.\. code-block:: (?P<language>\w+)\n'
    r'(?:   :caption: (?P<name>.+)\n)?\n'
    r'(?P<text>(?: {4}.*\n|\n)+)',
    re.MULTILINE,
)


@pytest.mark.skipif('CI' not in os.environ, reason='it downloads packages')
def test_the_tutorial(tmp_path: pathlib.Path) -> None:
    clone = tmp_path / 'clone'
    subprocess.run(['git', 'clone', '-q', str(ROOT), str(clone)], check=True)
    terminal = documents.Terminal(tmp_path, str(clone), os.environ['PATH'])
    differences = []
    for block in BLOCK.finditer(TUTORIAL.read_text()):
        text = textwrap.dedent(block['text']).strip('\n') + '\n'
        if block['name']:
            terminal.save(block['name'], text)
        elif block['language'] == 'shell':
            terminal.run(text)
        else:
            differences.append(terminal.type(text))
    assert differences == [None] * len(differences)
    assert len(differences) > 5
