# SPDX-License-Identifier: Apache-2.0
"""The commands on the status page, pasted into a shell."""

import contextlib
import html
import pathlib
import re
import shutil
import subprocess
import sys

from tests import real_nova
from tests.functional import command_line
from tests.retire import seeds

EXAMPLE = pathlib.Path(__file__).parents[2] / 'doc/source/examples/service'


def commands(page: pathlib.Path) -> list[str]:
    text = page.read_text(encoding='utf-8')
    found = re.findall(r'<li><code>(.*?)</code></li>', text)
    return [html.unescape(command) for command in found]


def paste(command: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run a command line in a shell, in the working directory."""
    binaries = pathlib.Path(sys.executable).parent
    return subprocess.run(
        ['bash', '-c', f'PATH={binaries}:$PATH; {command}'],
        capture_output=True,
        check=False,
        env=command_line.environment(**environ),
        text=True,
        timeout=command_line.PATIENCE,
    )


def test_those_of_nova_remove_its_workarounds_one_after_the_other(
    tmp_path: pathlib.Path,
) -> None:
    page = tmp_path / 'status.html'
    version = ('--service-version', real_nova.VERSION)
    command_line.run(
        *('--namespace', 'nova', *version, 'matrix', '--as-of', '2026-11-23'),
        *('--output', page),
    )
    every = commands(page)
    assert any('disable_libvirt_livesnapshot' in command for command in every)
    found = seeds.third(every)
    names = [command.split()[-2] for command in found]
    with real_nova.project(tmp_path / 'nova'):
        patch = paste(found[0])
        assert patch.stdout.startswith('--- a/nova/')
        for command in found:
            done = paste(f'{command} --write')
            # With 1, a person is to look at what is reported.
            assert done.returncode in (0, 1), done.stderr
            assert ': written\n' in done.stderr
        read = {
            name
            for path in pathlib.Path('nova').rglob('*.py')
            if not path.is_relative_to('nova/conf')
            for name in names
            if f'workarounds.{name}' in path.read_text()
        }
    assert read == set()


def test_those_of_a_service_of_its_own_name_its_catalogue(
    tmp_path: pathlib.Path,
) -> None:
    clone = tmp_path / 'clone'
    shutil.copytree(EXAMPLE, clone)
    with contextlib.chdir(clone):
        done = paste(
            'workarounds --namespace acme.workarounds:CATALOGUE matrix '
            '--data acme/platforms.yaml --as-of 2026-11-23 '
            '--output ../page.html',
            PYTHONPATH='.',
        )
        assert done.returncode == 0, done.stderr
        [command] = commands(tmp_path / 'page.html')
        assert command == (
            'workarounds --namespace acme.workarounds:CATALOGUE retire '
            'flush_disks_twice .'
        )
        done = paste(f'{command} --write', PYTHONPATH='.')
    assert done.returncode == 0, done.stderr
    assert 'RemovedWorkaround' in (clone / 'acme/workarounds.py').read_text()
