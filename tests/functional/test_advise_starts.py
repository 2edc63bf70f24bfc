# SPDX-License-Identifier: Apache-2.0
"""The number of times that advise starts a package manager."""

import json
import os
import pathlib
import re
import subprocess
import sys

from tests import capabilities
from tests.functional import advising
from tests.functional import command_line

BOTH = advising.BOTH
ROOT = pathlib.Path(__file__).parents[2]


@capabilities.needs_strace
def test_the_whole_catalogue_of_nova_starts_a_package_manager_thrice_at_most(
    tmp_path: pathlib.Path,
) -> None:
    started = starts(
        tmp_path, *(*BOTH, '--config-file', '/dev/null', 'advise')
    )
    for manager in ('dpkg-query', 'rpm'):
        assert started.count(manager) <= 3


CATALOGUE = """\
import workarounds
HERE = [
    workarounds.Workaround(
        name=f'flush_{number}', summary='Flushes.',
        bugs=[f'https://bugs.example.org/{number}'], expires='35.0.0',
        fix=workarounds.PackageFix(component='qemu', version='99.0.0'),
    )
    for number in range(200)
]
"""


@capabilities.on_debian_12
@capabilities.needs_strace
def test_two_hundred_packages_start_it_no_more_often(
    tmp_path: pathlib.Path,
) -> None:
    names = subprocess.run(
        ['dpkg-query', '-W', '-f', '${Package}\n', 'lib*'],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    there = sorted(set(names))[:200]
    (tmp_path / 'theirs.py').write_text(CATALOGUE)
    rows = {
        f'https://bugs.example.org/{number}': {
            'packages': {
                'debian:12': {
                    'name': name,
                    'fixed_in': '99:1-1',
                    'evidence': 'https://example.org/',
                }
            }
        }
        for number, name in enumerate(there)
    }
    data = tmp_path / 'data.json'
    facts = {'schema': 1, 'as_of': '2026-11-23', 'fixes': {'qemu': rows}}
    data.write_text(json.dumps(facts))
    arguments = (
        *(*BOTH, '--namespace', 'theirs:HERE'),
        *('--config-file', '/dev/null', 'advise', '--data', data),
    )
    path = f'{tmp_path}:{ROOT}'
    started = starts(tmp_path, *arguments, PYTHONPATH=path)
    assert 1 <= started.count('dpkg-query') <= 3
    _, found = advising.run(*arguments, PYTHONPATH=path)
    assert sum(row['name'].startswith('flush_') for row in found) == 200
    assert [
        row['message']
        for row in found
        if row['name'] in rows and 'not asked' in row['message']
    ] == []


def starts(
    directory: pathlib.Path, *arguments: object, **environ: str
) -> list[str]:
    """Return the names of the programs that the command started."""
    trace = directory / 'trace'
    done = command_line.call(
        [
            *('strace', '-f', '-e', 'trace=execve', '-o', str(trace)),
            *(sys.executable, command_line.tool('workarounds')),
            *map(str, arguments),
        ],
        **{'PYTHONPATH': str(ROOT), **environ},
    )
    assert done.returncode in (0, 1), done.stderr
    begun = re.findall(r'execve\("([^"]*)".*= 0$', trace.read_text(), re.M)
    assert begun
    return [os.path.basename(path) for path in begun]
