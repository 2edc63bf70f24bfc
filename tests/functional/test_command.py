# SPDX-License-Identifier: Apache-2.0
"""The output of list, show and check for real files."""

import csv
import json
import pathlib
import sys
from typing import Any

import pytest
import yaml

from tests.functional import command_line
from tests.functional import documents

BOTH = ('--namespace', 'tests.functional.patched_nova:CATALOGUE')
#: A nova.conf after some years of upgrades.
TEXT = """\
[DEFAULT]
my_ip = 192.0.2.11

[workarounds]
disable_libvirt_livesnapshot = true
enable_consoleauth = true
enable_qemu_monitor_announce_self = true
qemu_monitor_announce_self_count = 5
disable_deep_image_inspection = true
disable_fsync_before_convert = true
ensure_libvirt_rbd_instance_dir_clean = true
"""


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'nova.conf'
    path.write_text(TEXT)
    return path


def rows(*arguments: object, **environ: str) -> tuple[int, list[Any]]:
    done = command_line.run(*arguments, '-f', 'json', **environ)
    assert done.stderr == ''
    return done.returncode, json.loads(done.stdout)


def diagnostics(
    *arguments: object, **environ: str
) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit code of check, and its diagnostics."""
    done = command_line.run(*arguments, '-f', 'json', **environ)
    assert done.stderr == ''
    document = documents.read(done.stdout, 'diagnostics')
    return done.returncode, document['diagnostics']


def shown(
    conf: pathlib.Path, name: str, *arguments: str, **environ: str
) -> dict[str, Any]:
    done = command_line.run(
        *(*BOTH, *arguments, '--config-file', conf),
        *('show', name, '-f', 'json'),
        **environ,
    )
    assert (done.returncode, done.stderr) == (0, '')
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_list_tells_what_is_on_and_where_it_is_set(
    conf: pathlib.Path,
) -> None:
    code, listed = rows(*BOTH, '--config-file', conf, 'list')
    assert code == 0
    assert len(listed) == 20
    by_name = {row['Name']: row for row in listed}
    assert by_name['disable_libvirt_livesnapshot'] == {
        'Name': 'disable_libvirt_livesnapshot',
        'Group': 'workarounds',
        'State': 'on',
        'Set in': f'{conf}:5',
        'Bug': ['https://bugs.launchpad.net/nova/+bug/1334398'],
        'Fix': 'libvirt >1.2.2',
        'Expires': 'not stated',
        'Remarks': 'deprecated',
    }
    assert {
        name: (row['State'], row['Set in'].replace(str(conf), 'nova.conf'))
        for name, row in by_name.items()
        if row['Set in'] != 'default' or row['State'] != 'off'
    } == {
        'disable_libvirt_livesnapshot': ('on', 'nova.conf:5'),
        'qemu_monitor_announce_self': ('on', 'nova.conf:7'),
        'disable_deep_image_inspection': ('on', 'nova.conf:9'),
        'fsync_image_before_convert': ('off', 'nova.conf:10'),
    }
    remarks = by_name['disable_deep_image_inspection']['Remarks']
    assert remarks == 'weakens security'


def test_list_marks_a_default_that_is_repeated() -> None:
    option = 'qemu_monitor_announce_self_interval'
    variables = {
        'OS_WORKAROUNDS__DISABLE_ROOTWRAP': 'false',
        f'OS_WORKAROUNDS__{option.upper()}': '1',
    }
    arguments = ('--namespace', 'nova', '--config-file', '/dev/null', 'list')
    done = command_line.run(*arguments, **variables)
    said = ' '.join(done.stdout.split())
    assert 'disable_rootwrap is off (repeats the default)' in said
    variable = f'OS_WORKAROUNDS__{option.upper()}'
    assert f'{option} = 1 (environment {variable}), the default' in said


def test_show_tells_all_of_a_workaround(conf: pathlib.Path) -> None:
    fields = shown(conf, 'fsync_image_before_convert')
    expected = {
        'Name': 'fsync_image_before_convert',
        'State': 'off',
        'Option': '[workarounds] disable_fsync_before_convert',
        'Meaning': 'On by default. True turns this workaround off.',
        'Value': 'True',
        'Set in': f'{conf}:10',
        'Params': [],
        'Bugs': ['https://bugs.launchpad.net/qemu/+bug/1368815'],
        'Fix': ['qemu 2.2.0 upstream'],
        'Takes effect': 'when the service reads its files again',
        'Security': 'not weakened',
    }
    assert {field: fields[field] for field in expected} == expected


@pytest.mark.parametrize(
    'name',
    [
        'qemu_monitor_announce_self',
        'enable_qemu_monitor_announce_self',
        'qemu_monitor_announce_self_interval',
    ],
)
def test_show_finds_a_workaround_by_any_of_its_options(
    conf: pathlib.Path, name: str
) -> None:
    fields = shown(conf, name)
    assert fields['Name'] == 'qemu_monitor_announce_self'
    assert fields['Params'] == [
        f'[workarounds] qemu_monitor_announce_self_count = 5 ({conf}:8)',
        '[workarounds] qemu_monitor_announce_self_interval = 1 (default)',
    ]


def test_show_says_that_security_is_weakened(conf: pathlib.Path) -> None:
    assert shown(conf, 'disable_deep_image_inspection')['Security'] == (
        'Warning: this workaround weakens security while it is on.'
    )


@pytest.mark.parametrize(
    ('version', 'state', 'when'),
    [
        (['--service-version', '20.0.0'], 'removed', ''),
        (
            ['--service-version', '19.3.2'],
            'live in 19.3.2',
            ' when you upgrade to 20.0.0 or later; 19.3.2 reads them',
        ),
        ([], 'removed', ' if the service is at 20.0.0 or later'),
    ],
)
def test_show_explains_what_was_removed(
    conf: pathlib.Path, version: list[str], state: str, when: str
) -> None:
    assert shown(conf, 'enable_consoleauth', *version) == {
        'Name': 'enable_consoleauth',
        'State': state,
        'Introduced': ['18.0.0'],
        'Removed in': '20.0.0',
        'Reason': 'the nova-consoleauth service was removed too',
        'Options': ['enable_consoleauth'],
        'Former names': [],
        'To do': f'delete the lines with these options{when}',
    }


def test_show_says_when_an_option_is_deprecated(conf: pathlib.Path) -> None:
    assert shown(conf, 'disable_libvirt_livesnapshot')['Deprecated'] == (
        '19.0.0: It is for libvirt 1.2.2, which Nova no longer supports.'
    )


def test_show_refuses_an_unknown_name_with_the_nearest(
    conf: pathlib.Path,
) -> None:
    done = command_line.run(
        *BOTH, '--config-file', conf, 'show', 'fsync_image_before'
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(
        "workarounds: no workaround is called 'fsync_image_before'; "
    )
    assert 'fsync_image_before_convert' in done.stderr


def test_check_tells_each_finding_with_file_and_line(
    conf: pathlib.Path,
) -> None:
    code, found = diagnostics(
        *(*BOTH, '--service-version', '34.0.0'),
        *('--config-file', conf, 'check'),
    )
    assert code == 1
    assert {diagnostic['location']['file'] for diagnostic in found} == {
        str(conf)
    }
    assert [
        (finding['code'], finding['severity'], finding['location']['line'])
        for finding in found
    ] == [
        ('WA107', 'warning', 5),
        ('WA101', 'warning', 6),
        ('WA110', 'note', 7),
        ('WA110', 'note', 8),
        ('WA109', 'warning', 9),
        ('WA110', 'note', 9),
        ('WA110', 'note', 10),
        ('WA102', 'warning', 11),
    ]
    assert [found[1]['cure'], found[-1]['cure']] == [
        'delete the line',
        'rename it to ensure_libvirt_rbd_instance_dir_cleanup if you mean '
        'that option, or delete the line if your patched-nova does not read '
        'it',
    ]


def test_check_annotates_a_change(conf: pathlib.Path) -> None:
    done = command_line.run(
        *(*BOTH, '--config-file', conf, 'check', '-f', 'github'),
        OS_WORKAROUNDS__NOTHING='1',
    )
    lines = done.stdout.splitlines()
    assert lines[0].startswith(
        f'::warning file={conf},line=5,endLine=5,'
        f'title=WA107 deprecated-option::'
    )
    assert lines[-1].startswith(
        '::warning title=WA102 unknown-option::environment variable '
        'OS_WORKAROUNDS__NOTHING: '
    )


def test_check_writes_sarif(conf: pathlib.Path) -> None:
    done = command_line.run(
        *BOTH, '--config-file', conf, 'check', '-f', 'sarif'
    )
    [run] = json.loads(done.stdout)['runs']
    rules = run['tool']['driver']['rules']
    assert [rule['id'] for rule in rules] == [
        f'WA{number}' for number in range(101, 118)
    ]
    first = run['results'][0]
    assert (first['ruleId'], first['level']) == ('WA107', 'warning')
    [location] = first['locations']
    assert location['physicalLocation'] == {
        'artifactLocation': {'uri': conf.as_uri()},
        'region': {'startLine': 5, 'endLine': 5},
    }


def test_the_document_of_check_says_what_it_is_about(
    conf: pathlib.Path,
) -> None:
    done = command_line.run(
        *('--namespace', 'nova', '--service-version', '34.0.0'),
        *('--config-file', conf, 'check', '-f', 'json'),
    )
    assert documents.read(done.stdout, 'diagnostics')['service'] == {
        'project': 'nova',
        'version': '34.0.0',
        'source': '--service-version',
        'target_version': None,
    }


LUKS = '[workarounds]\ndisable_native_luksv1 = true\n'


@pytest.mark.parametrize(
    ('version', 'code', 'severity', 'message'),
    [
        (['--service-version', '24.0.0'], 1, 'warning', ' has no effect'),
        (
            ['--service-version', '23.2.0'],
            0,
            'note',
            'release 23.2.0 still reads ',
        ),
        ([], 1, 'warning', 'its version is not known'),
    ],
)
def test_check_tells_whether_the_release_reads_a_removed_option(
    conf: pathlib.Path,
    version: list[str],
    code: int,
    severity: str,
    message: str,
) -> None:
    conf.write_text(LUKS)
    returned, [found] = diagnostics(
        *BOTH, *version, '--config-file', conf, 'check'
    )
    assert (returned, found['severity']) == (code, severity)
    assert message in found['message']


NOTE = '[workarounds]\ndisable_rootwrap = true\n'
WARNING = '[workarounds]\ndisable_rootwrp = true\n'


@pytest.mark.parametrize(
    ('text', 'arguments', 'code', 'found'),
    [
        ('', [], 0, []),
        ('', ['--strict'], 0, []),
        (NOTE, [], 0, ['WA110']),
        (NOTE, ['--strict'], 1, ['WA110']),
        (NOTE, ['--strict', '--ignore', 'WA110'], 0, []),
        (WARNING, [], 1, ['WA102']),
        (WARNING, ['--ignore', 'WA110'], 1, ['WA102']),
        (WARNING, ['--ignore', 'WA102'], 0, []),
        (WARNING, ['--ignore', 'WA102', '--ignore', 'WA110'], 0, []),
    ],
)
def test_the_exit_code_says_whether_there_is_something_to_do(
    conf: pathlib.Path,
    text: str,
    arguments: list[str],
    code: int,
    found: list[str],
) -> None:
    conf.write_text(text)
    returned, listed = diagnostics(
        *BOTH, '--config-file', conf, 'check', *arguments
    )
    assert [row['code'] for row in listed] == found
    assert returned == code


def test_the_service_version_tells_what_has_expired(
    tmp_path: pathlib.Path, conf: pathlib.Path
) -> None:
    (tmp_path / 'theirs.py').write_text(
        'import workarounds\n'
        'HERE = [workarounds.Workaround(\n'
        "    name='flush', summary='Flushes.', bugs=['https://b.example/1'],\n"
        "    fix=workarounds.NoFix('nobody works on it'), expires='35.0.0',\n"
        "    disabled_by='dont_flush')]\n"
    )
    conf.write_text('')
    theirs = ('--namespace', 'theirs:HERE', '--config-file', conf)
    path = str(tmp_path)
    assert diagnostics(*theirs, 'check', PYTHONPATH=path) == (0, [])
    newer = (*theirs, '--service-version', '35.0.0')
    code, [diagnostic] = diagnostics(*newer, 'check', PYTHONPATH=path)
    assert (code, diagnostic['code']) == (1, 'WA108')
    code, [row] = rows(*newer, 'list', PYTHONPATH=path)
    assert (row['State'], row['Remarks']) == ('on', 'expired')


def test_show_tells_how_often_an_expiry_was_renewed(
    tmp_path: pathlib.Path, conf: pathlib.Path
) -> None:
    (tmp_path / 'theirs.py').write_text(
        'import datetime\n'
        'import workarounds\n'
        'HERE = [workarounds.Workaround(\n'
        "    name='flush', summary='Flushes.', bugs=['https://b.example/1'],\n"
        "    fix=workarounds.NoFix('nobody works on it'), expires='35.0.0',\n"
        "    renewed_from=['33.0.0', datetime.date(2026, 12, 31)])]\n"
    )
    arguments = ('--namespace', 'theirs:HERE', '--config-file', conf, 'show')
    conf.write_text('')
    done = command_line.run(
        *arguments, 'flush', '-f', 'json', PYTHONPATH=str(tmp_path)
    )
    fields = json.loads(done.stdout)
    assert fields['Expires'] == 'in release 35.0.0'
    assert fields['Renewed from'] == ['33.0.0', '2026-12-31']


def test_machines_get_the_same_rows_in_every_format(
    conf: pathlib.Path,
) -> None:
    arguments = (*BOTH, '--config-file', conf, 'list')
    _, expected = rows(*arguments)
    done = {
        form: command_line.run(*arguments, '-f', form).stdout
        for form in ('yaml', 'csv', 'value')
    }
    assert yaml.safe_load(done['yaml']) == expected
    read = list(csv.DictReader(done['csv'].splitlines()))
    assert [list(row) for row in read] == [list(row) for row in expected]
    first = next(iter(expected[0]))
    assert [row[first] for row in read] == [row[first] for row in expected]
    assert [line.split()[0] for line in done['value'].splitlines()] == [
        row[first] for row in expected
    ]


def test_machines_get_the_same_diagnostics_in_every_format(
    conf: pathlib.Path,
) -> None:
    arguments = (*BOTH, '--config-file', conf, 'check')
    done = {
        form: command_line.run(*arguments, '-f', form).stdout
        for form in ('json', 'yaml', 'csv', 'value')
    }
    expected = documents.read(done['json'], 'diagnostics')
    assert yaml.safe_load(done['yaml']) == expected
    rows = list(csv.DictReader(done['csv'].splitlines()))
    assert [(row['Code'], row['Where']) for row in rows] == [
        (diagnostic['code'], documents.location(diagnostic))
        for diagnostic in expected['diagnostics']
    ]
    assert [line.split()[0] for line in done['value'].splitlines()] == [
        row['Code'] for row in rows
    ]


def test_columns_can_be_chosen(conf: pathlib.Path) -> None:
    done = command_line.run(
        *('--namespace', 'placement', '--config-file', conf, 'list'),
        *('-c', 'name', '-c', 'state', '-f', 'value'),
    )
    assert done.stdout == 'optimize_for_wide_provider_trees off\n'


@pytest.mark.parametrize('form', ['csv', 'json', 'value', 'yaml'])
def test_show_knows_the_formats_of_list(conf: pathlib.Path, form: str) -> None:
    done = command_line.run(
        *BOTH, '--config-file', conf, 'show', 'disable_rootwrap', '-f', form
    )
    assert (done.returncode, done.stderr) == (0, '')
    assert 'https://bugs.launchpad.net/nova/+bug/1415106' in done.stdout
    assert '+--' not in done.stdout


def test_show_as_csv_is_a_table_of_one_row(conf: pathlib.Path) -> None:
    done = command_line.run(
        *BOTH,
        *('--config-file', conf, 'show', 'qemu_monitor_announce_self'),
        *('-f', 'csv'),
    )
    [row] = csv.DictReader(done.stdout.splitlines())
    assert row['Value'] == 'True'
    assert row['Bugs'].split() == [
        'https://bugs.launchpad.net/nova/+bug/1815989',
        'https://bugs.launchpad.net/nova/+bug/1996995',
    ]


def test_python_runs_it_as_a_module() -> None:
    done = command_line.call(
        [sys.executable, '-m', 'workarounds', '--namespace', 'nvoa', 'list']
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert 'did you mean nova?' in done.stderr
    usage = command_line.call([sys.executable, '-m', 'workarounds', '--help'])
    assert usage.stdout.startswith('usage: workarounds ')
