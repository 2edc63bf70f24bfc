# SPDX-License-Identifier: Apache-2.0
"""Whether files contain a text."""

import pathlib

import pytest

from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probes import content


@pytest.mark.parametrize(
    ('text', 'found'),
    [
        ('import pkg_resources', 'present'),
        ('pkg_resources', 'present'),
        ('importlib', 'absent'),
        ('a: b', 'present'),
    ],
)
def test_a_program_is_read_and_not_run(
    tmp_path: pathlib.Path, text: str, found: str
) -> None:
    path = tmp_path / 'nova-rootwrap-fake'
    path.write_bytes(b'#!/no/such\nimport pkg_resources\n# a: b \xff\n')
    path.chmod(0o755)
    question = f'nova-rootwrap-fake: {text}'
    machine = Machine('/', {'PATH': str(tmp_path)})
    assert content.probe([question], machine) == {question: found}


def test_a_path_is_one_below_the_root(tmp_path: pathlib.Path) -> None:
    (tmp_path / 'file').write_text('fsync()')
    machine = Machine(str(tmp_path))
    questions = ['/file: fsync', '/no: fsync', 'tool: fsync']
    assert content.probe(questions, machine) == {
        '/file: fsync': 'present',
        '/no: fsync': Unknown('/no: No such file or directory'),
        'tool: fsync': Unknown(f'tool is not below {tmp_path}'),
    }


@pytest.mark.parametrize(
    'directory', ['usr/bin', 'bin', 'usr/sbin', 'sbin', 'usr/local/bin']
)
def test_a_program_below_a_root_is_read(
    tmp_path: pathlib.Path, directory: str
) -> None:
    place = tmp_path / directory
    place.mkdir(parents=True)
    (place / 'real').write_text('import pkg_resources\n')
    # As the machine would follow it, inside of its root.
    (place / 'tool').symlink_to(f'/{directory}/real')
    # One of this machine does not count.
    machine = Machine(str(tmp_path), {'PATH': '/usr/bin'})
    questions = ['tool: pkg_resources', 'sh: pkg_resources']
    assert content.probe(questions, machine) == {
        'tool: pkg_resources': 'present',
        'sh: pkg_resources': Unknown(f'sh is not below {tmp_path}'),
    }
