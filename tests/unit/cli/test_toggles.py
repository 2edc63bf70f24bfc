# SPDX-License-Identifier: Apache-2.0
"""The output of ``list`` and ``show`` about any toggle, or none."""

import json
import pathlib
from typing import Any

import pytest

import workarounds
from workarounds import cli


def _raise() -> bool:
    raise OSError('password=hunter2')


class _Predicate:
    def __call__(self) -> bool:
        raise ValueError


def _declare(name: str, **fields: Any) -> workarounds.Workaround:
    return workarounds.Workaround(
        name=name,
        summary='Flushes.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('nobody works on it'),
        expires=workarounds.Never('a test'),
        **fields,
    )


def _detect(name: str, check: Any) -> workarounds.Workaround:
    return _declare(name, enabled_by=workarounds.Detected(check, 'lib < 7.1'))


DECLARATIONS = [
    _declare('usual'),
    _declare('elsewhere', group='ipmi'),
    _declare('of_no_group', group='DEFAULT'),
    _declare('backends', group=['lvm-1', 'lvm-2']),
    _declare('forever', enabled_by=workarounds.Always('every version')),
    _detect('seen', lambda: True),
    _detect('unseen', lambda: False),
    _detect('broken', _raise),
    _detect('broken_object', _Predicate()),
]


@pytest.fixture(name='run')
def _run(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> Any:
    path = tmp_path / 'service.conf'
    path.write_text('[lvm-2]\nbackends = true\n')

    def run(*arguments: str) -> str:
        assert not cli.main(
            [
                *('--namespace', f'{__name__}:DECLARATIONS'),
                *('--config-file', str(path), *arguments),
            ]
        )
        return capsys.readouterr().out

    return run


def test_list_has_the_group_of_each_toggle(run: Any) -> None:
    rows = json.loads(run('list', '-f', 'json'))
    assert [(row['Name'], row['Group'], row['State']) for row in rows] == [
        ('usual', 'workarounds', 'off'),
        ('elsewhere', 'ipmi', 'off'),
        ('of_no_group', 'DEFAULT', 'off'),
        ('backends', 'lvm-1', 'off'),
        ('backends', 'lvm-2', 'on'),
        ('forever', '', 'on'),
        ('seen', '', 'on'),
        ('unseen', '', 'off'),
        ('broken', '', 'on'),
        ('broken_object', '', 'on'),
    ]


@pytest.mark.parametrize(
    ('name', 'detection'),
    [
        ('usual', ''),
        ('forever', ''),
        ('seen', 'found; it looks for: lib < 7.1'),
        ('unseen', 'not found; it looks for: lib < 7.1'),
        (
            'broken',
            f'{__name__}._raise raised OSError, so the workaround counts as '
            f'on; it looks for: lib < 7.1',
        ),
        (
            'broken_object',
            f'{__name__}._Predicate raised ValueError, so the workaround '
            f'counts as on; it looks for: lib < 7.1',
        ),
    ],
)
def test_show_has_what_was_detected(
    run: Any, name: str, detection: str
) -> None:
    shown = run('show', name, '-f', 'json')
    assert json.loads(shown)['Detection'] == detection
    assert 'hunter2' not in shown
