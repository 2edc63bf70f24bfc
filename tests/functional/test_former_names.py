# SPDX-License-Identifier: Apache-2.0
"""A workaround is found by the names that its options had before."""

import json
import pathlib

import pytest

from tests.functional import command_line

SOURCE = """\
from oslo_config import cfg
import workarounds


DECLARATIONS = [
    workarounds.Workaround(
        name='flush_again',
        summary='Flushes a disk twice.',
        bugs=['https://bugs.example/1'],
        fix=workarounds.NoFix('the disks are gone'),
        expires=workarounds.Never('a test'),
        enabled_by=cfg.BoolOpt(
            'flush_twice', default=False, deprecated_name='two_flushes'
        ),
        params={
            'delay': cfg.IntOpt(
                'delay',
                default=1,
                deprecated_name='wait',
                deprecated_group='disk',
            ),
        },
    ),
    workarounds.RemovedWorkaround(
        name='gone',
        options=['use_gone'],
        former_names=['use_it', ('disk', 'gone')],
        removed_in='2.0.0',
        reason='nobody needs it',
    ),
]
"""
NAMED = ('--namespace', 'moved:DECLARATIONS')


@pytest.fixture
def project(tmp_path: pathlib.Path) -> pathlib.Path:
    (tmp_path / 'moved.py').write_text(SOURCE)
    return tmp_path


@pytest.mark.parametrize(
    ('name', 'owner', 'former'),
    [
        (
            'flush_twice',
            'flush_again',
            ['[workarounds] two_flushes', '[disk] wait'],
        ),
        (
            'two_flushes',
            'flush_again',
            ['[workarounds] two_flushes', '[disk] wait'],
        ),
        ('wait', 'flush_again', ['[workarounds] two_flushes', '[disk] wait']),
        ('use_it', 'gone', ['[workarounds] use_it', '[disk] gone']),
    ],
)
def test_show_finds_and_shows_former_names(
    project: pathlib.Path, name: str, owner: str, former: list[str]
) -> None:
    done = command_line.run(
        *(*NAMED, '--config-file', '/dev/null', 'show', name, '-f', 'json'),
        PYTHONPATH=str(project),
    )
    assert (done.returncode, done.stderr) == (0, '')
    fields = json.loads(done.stdout)
    assert (fields['Name'], fields['Former names']) == (owner, former)


def test_advise_finds_a_former_name(project: pathlib.Path) -> None:
    done = command_line.run(
        *(*NAMED, '--config-file', '/dev/null', 'advise', '--only', 'wait'),
        *('-f', 'value', '-c', 'Workaround'),
        PYTHONPATH=str(project),
    )
    assert done.stdout == 'flush_again\n'


@pytest.mark.parametrize('is_in_paths', [True, False])
@pytest.mark.parametrize('name', ['two_flushes', 'wait'])
def test_source_is_searched_by_a_former_name(
    project: pathlib.Path, name: str, is_in_paths: bool
) -> None:
    code = project / 'code'
    code.mkdir()
    (code / 'used.py').write_text("""\
import workarounds
if workarounds.enabled('flush_again'):
    print()
""")
    how = {'PYTHONPATH': str(project)}
    paths = (project,) if is_in_paths else (code,)
    named = () if is_in_paths else NAMED
    done = command_line.run(
        *(*named, 'audit', '--references', '--workaround', name, *paths),
        *('-f', 'value', '-c', 'Workaround', '-c', 'Kind'),
        **how,
    )
    assert 'enabled flush_again' in done.stdout
    done = command_line.run(
        *(*named, 'retire', name, *paths, '--removed-in', '3.0.0'), **how
    )
    assert "-if workarounds.enabled('flush_again'):" in done.stdout
    assert done.stderr == ''


def test_a_tombstone_that_retire_writes_is_accepted(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'setup.cfg').write_text(
        '[metadata]\nname = proj\nversion = 36.0.0\n'
    )
    (tmp_path / 'proj').mkdir()
    module = tmp_path / 'proj/decl.py'
    module.write_text("""\
from oslo_config import cfg
import workarounds


DECLARATIONS = [
    workarounds.Workaround(
        name='skip_it',
        summary='Skips it.',
        bugs=['https://bugs.example/1'],
        fix=workarounds.ReleaseFix(version='30.0.0'),
        expires='99.0.0',
        group='my-group',
        enabled_by=cfg.BoolOpt(
            '3par-skip',
            default=False,
            deprecated_opts=[
                cfg.DeprecatedOpt('old-skip', group='net-x'),
                cfg.DeprecatedOpt('2nd.skip'),
            ],
        ),
    ),
]
""")
    done = command_line.run('retire', 'skip_it', tmp_path / 'proj', '--write')
    assert done.returncode == 0, done.stderr
    assert 'RemovedWorkaround' in module.read_text()
    config = tmp_path / 'x.conf'
    config.write_text(
        '[my-group]\n3par_skip = 1\n2nd.skip = 1\n'
        '[net-x]\nold-skip = 1\nold_skip = 1\n'
    )
    done = command_line.run(
        *('--namespace', 'proj.decl:DECLARATIONS', '--config-file', config),
        *('check', '-f', 'value', '-c', 'Code'),
        PYTHONPATH=str(tmp_path),
    )
    assert done.stdout.split() == ['WA101'] * 4


def test_all_agree_on_an_option_that_is_kept_and_does_nothing(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'kept.py').write_text("""\
import workarounds

C = workarounds.Catalogue(
    project='acme',
    covers='36.0.0',
    declarations=[
        workarounds.RemovedWorkaround(
            name='use_it',
            options=['use_it'],
            removed_in='33.0.0',
            reason='it works',
            still_registered=True,
        ),
    ],
)
""")
    config = tmp_path / 'x.conf'
    config.write_text('[workarounds]\nuse_it = true\n')

    def run(version: str, *arguments: str) -> str:
        done = command_line.run(
            *('--namespace', 'kept:C', '--config-file', config),
            *('--service-version', version, *arguments),
            PYTHONPATH=str(tmp_path),
        )
        assert done.returncode in (0, 1), done.stderr
        return ' '.join(done.stdout.split())

    for command in (
        ('check', '-f', 'value', '-c', 'Message'),
        ('advise', '-f', 'value', '-c', 'Message', '-c', 'Reason'),
    ):
        said = run('36.0.0', *command)
        assert 'use_it is still accepted and does nothing' in said
    assert 'option-ignored' in said
    shown = run('36.0.0', 'show', 'use_it', '-f', 'value', '-c', 'State')
    assert shown == 'still accepted, does nothing'
    shown = run('32.0.0', 'show', 'use_it', '-f', 'value', '-c', 'State')
    assert shown == 'live in 32.0.0'
    said = run('32.0.0', 'check', '--target-version', '33.0.0')
    assert 'use_it is still accepted and does nothing in 33.0.0' in said
