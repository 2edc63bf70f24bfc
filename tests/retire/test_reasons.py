# SPDX-License-Identifier: Apache-2.0
"""Any reason can be given; the declaration and the note say it."""

import pathlib
from typing import Any

from hypothesis import example
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest
import yaml

import workarounds
from workarounds import cli

_DECLARED = """\
import workarounds

FLUSH = workarounds.Workaround(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/1'],
    fix=workarounds.NoFix('a test'),
    expires='4.0.0',
    enabled_by='do_flush',
)
"""
_REASONS = strategies.text(
    'ab cd-e \'"\\{}%:#&*!|>@`?\N{LATIN SMALL LETTER E WITH ACUTE}',
    min_size=1,
    max_size=300,
    # argparse takes two dashes for the end of the options.
).filter(lambda text: text.strip() and text != '--')


@pytest.fixture(scope='module')
def project(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Make a project that keeps release notes."""
    path = tmp_path_factory.mktemp('project')
    (path / 'releasenotes' / 'notes').mkdir(parents=True)
    return path


# Each takes a run of the command.
@settings(max_examples=25, deadline=None)
@given(_REASONS)
@example('It was fixed.')
def test_a_reason_says_the_same_whatever_is_in_it(
    project: pathlib.Path, reason: str
) -> None:
    path = project / 'app.py'
    path.write_text(_DECLARED)
    for note in project.glob('releasenotes/notes/*'):
        note.unlink()
    done = cli.main(
        [
            *('retire', 'flush', str(project), '--write'),
            *('--removed-in', '5.0.0', f'--reason={reason}'),
        ]
    )
    assert done == 0
    text = path.read_text()
    names: dict[str, Any] = {}
    exec(text, names)
    assert names['FLUSH'] == workarounds.RemovedWorkaround(
        name='flush',
        options=['do_flush'],
        removed_in='5.0.0',
        reason=reason,
    )
    [note] = project.glob('releasenotes/notes/*')
    [said] = yaml.safe_load(note.read_text())['upgrade']
    assert ' '.join(reason.split()) in ' '.join(said.split())
    assert max(map(len, text.splitlines())) < 80
