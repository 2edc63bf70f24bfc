# SPDX-License-Identifier: Apache-2.0
"""The output of the command about groups that only operators name."""

import json
import pathlib
from typing import Any

from oslo_config import cfg
import pytest

import workarounds
from workarounds import cli

EXAMPLES = pathlib.Path(__file__).parents[3] / 'doc/source/examples/adoption'
EXAMPLE = 'cinder_backends:DECLARATIONS'
CONF = (EXAMPLES / 'cinder.conf').read_text()
UNKNOWN = (
    'workarounds: cannot find out all groups of {}: the function that returns '
    'them reads an option that only the service registers. Showing the groups '
    'in which a file or a variable sets an option of the workaround; * stands '
    'for all other groups\n'
)
OF_EXAMPLE = UNKNOWN.format(
    'suppress_lvm_fd_warnings, override_vmware_host_version'
)


def _declare(name: str, **fields: Any) -> workarounds.Workaround:
    return workarounds.Workaround(
        name=name,
        summary='Flushes.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('nobody works on it'),
        expires=workarounds.Never('a test'),
        **fields,
    )


def _registers_first(conf: cfg.ConfigOpts) -> Any:
    conf.register_opt(cfg.ListOpt('enabled_backends'))
    return conf.enabled_backends


def _exits(conf: cfg.ConfigOpts) -> Any:
    raise SystemExit(0)


REGISTERS = [_declare('flush', group=_registers_first), _declare('other')]
EXITS = [_declare('flush', group=_exits), _declare('other')]
FORMER = _declare(
    'flush',
    group=lambda conf: conf.enabled_backends,
    enabled_by=cfg.BoolOpt('flush', default=False, deprecated_name='old'),
    params={
        'count': cfg.IntOpt('count', default=3),
        'elsewhere': ('ipmi', cfg.IntOpt('elsewhere', default=3)),
    },
)
FORMER_NAMES = [FORMER]


@pytest.fixture(name='run')
def _run(
    tmp_path: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Any:
    monkeypatch.syspath_prepend(EXAMPLES)

    def run(
        namespace: str, *arguments: str, conf: str = CONF
    ) -> tuple[int, str, str]:
        path = tmp_path / 'service.conf'
        path.write_text(conf)
        code = cli.main(
            [
                *('--namespace', namespace, '--config-file', str(path)),
                *arguments,
            ]
        )
        out, err = capsys.readouterr()
        return code, out.replace(f'{tmp_path}/', ''), err

    return run


def _rows(output: str) -> list[tuple[str, str, str]]:
    return [
        (row['Name'], row['Group'], row['State']) for row in json.loads(output)
    ]


def test_groups_that_only_the_service_knows_are_read_from_files(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv('OS_VM-7__VMWARE_HOST_VERSION', '7.0.3')
    code, output, error = run(EXAMPLE, 'list', '-f', 'json')
    assert (code, error) == (0, OF_EXAMPLE)
    assert _rows(output) == [
        ('suppress_lvm_fd_warnings', 'lvm-1', 'on'),
        ('suppress_lvm_fd_warnings', '*', 'off'),
        ('override_vmware_host_version', 'vm-7', 'on'),
        ('override_vmware_host_version', '*', 'off'),
    ]


@pytest.mark.parametrize(
    ('arguments', 'part'),
    [
        (['check'], 'service.conf:4'),
        (['show', 'suppress_lvm_fd_warnings'], '[lvm-1] on'),
        (
            ['advise', '--all'],
            'add to the section of the group in service.conf: '
            'lvm_suppress_fd_warnings = true',
        ),
    ],
)
def test_every_subcommand_answers(
    run: Any, arguments: list[str], part: str
) -> None:
    code, output, error = run(EXAMPLE, *arguments)
    assert (code, error) == (0, OF_EXAMPLE)
    assert part in ' '.join(output.split())


def test_former_names_and_parameters_name_groups_too(run: Any) -> None:
    _, output, error = run(
        f'{__name__}:FORMER_NAMES',
        *('list', '-f', 'json'),
        conf='[a]\nold = true\n[A]\nflush = true\n[b]\ncount = 5\n'
        '[ipmi]\nelsewhere = 5\n[de\x1b[2J]\nflush = true\n',
    )
    assert error == UNKNOWN.format('flush')
    assert [group for _, group, _ in _rows(output)] == ['a', 'b', '*']


def test_a_function_that_registers_what_it_reads_is_asked(run: Any) -> None:
    code, output, error = run(f'{__name__}:REGISTERS', 'list', '-f', 'json')
    assert (code, error) == (0, '')
    assert _rows(output) == [
        ('flush', 'lvm-1', 'off'),
        ('flush', 'lvm-2', 'off'),
        ('other', 'workarounds', 'off'),
    ]


def test_a_function_that_fails_is_reported_and_others_are_shown(
    run: Any,
) -> None:
    code, output, error = run(f'{__name__}:EXITS', 'list', '-f', 'json')
    assert (code, error) == (
        2,
        'workarounds: flush: the function that names the groups of its '
        'toggle raised SystemExit; it takes the configuration and returns a '
        'list of names\n',
    )
    assert _rows(output) == [
        ('flush', '*', 'off'),
        ('other', 'workarounds', 'off'),
    ]
