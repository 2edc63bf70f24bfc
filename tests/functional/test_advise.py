# SPDX-License-Identifier: Apache-2.0
"""The output of advise: for this host, and for others."""

import pathlib
import re

import pytest

from tests import capabilities
from tests.functional import advising
from tests.functional import command_line

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
skip_cpu_compare_on_dest = true
handle_virt_lifecycle_events = false
unified_limits_count_pcpu_as_vcpu = true
"""
BOTH = advising.BOTH
FSYNC = advising.FSYNC
UNTIL = 'keep it until you know that the bug is fixed'
CAME = 'debian:12 first shipped QEMU 7.2, past the fix in 2.2.0'


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'etc' / 'nova' / 'nova.conf'
    path.parent.mkdir(parents=True)
    path.write_text(TEXT)
    return path


@capabilities.on_debian_12
def test_each_toggle_that_is_set_is_reported_whether_to_keep_it_and_why(
    conf: pathlib.Path,
) -> None:
    code, rows = advising.run(
        *(*BOTH, '--service-version', '34.0.0'),
        *('--config-file', conf, 'advise'),
    )
    assert code == 1
    to_do = {
        str(row['set_in']['line']): row['action']['message'].replace(
            str(conf), 'nova.conf'
        )
        for row in rows
        if row['set_in']
    }
    assert to_do == {
        '5': 'delete nova.conf:5: disable_libvirt_livesnapshot = true',
        '6': 'delete nova.conf:6: enable_consoleauth = true',
        '7': f'{UNTIL}: nova.conf:7: enable_qemu_monitor_announce_self = true',
        '9': 'delete nova.conf:9: disable_deep_image_inspection = true',
        '10': 'keep it off: nova.conf:10: disable_fsync_before_convert = true',
        '11': f'{UNTIL}: nova.conf:11: skip_cpu_compare_on_dest = true',
        '12': f'{UNTIL}: nova.conf:12: handle_virt_lifecycle_events = false',
        '13': 'nothing to do; it is your choice',
    }
    found = advising.by_name(rows)
    assert found[FSYNC]['reason'] == 'first-shipped-at-or-past-fix'
    assert found[FSYNC]['fields']['installed'] == {
        'package': 'qemu-utils',
        'version': advising.installed('qemu-utils'),
    }
    reopened = 'https://bugs.launchpad.net/nova/+bug/2039803'
    skip = found['skip_cpu_compare_on_dest']
    assert skip['status'] == 'unknown'
    assert skip['fields']['reopened'] == reopened
    assert reopened in skip['message']


def test_every_sentence_of_the_whole_catalogue_is_whole(
    conf: pathlib.Path,
) -> None:
    _, rows = advising.run(*BOTH, '--config-file', conf, 'advise')
    assert len(rows) == 21
    for row in rows:
        for text in (row['message'], row['action']['message']):
            said = text.replace('= <the value that you need>', '')
            assert said[0].isalnum() or said[0] == '['
            assert not re.search(r'None|Unknown\(|  |[{}]|<\w|\bis is\b', said)


@pytest.mark.parametrize('version', ['7.2+dfsg-7+deb12u1', '10.0-1~bpo12+1'])
def test_a_default_that_turns_it_on_is_reported_with_the_line_to_add(
    tmp_path: pathlib.Path, version: str
) -> None:
    host = advising.make_host(
        tmp_path / 'host.json',
        packages={'qemu-utils': {'version': f'1:{version}'}},
        # Which required no QEMU with the fix.
        service_version='12.0.0',
    )
    conf = tmp_path / 'nova.conf'
    conf.write_text('[DEFAULT]\n\n[workarounds]\n')
    code, rows = advising.run(
        *BOTH, '--config-file', conf, 'advise', '--host', host, '--only', FSYNC
    )
    if 'bpo' in version:
        assert (code, rows[0]['action']['kind']) == (0, 'none')
        assert rows[0]['action']['message'] == f'{UNTIL}; it is on by default'
    else:
        assert (code, rows[0]['action']['kind']) == (1, 'add-line')
        assert rows[0]['action']['message'] == (
            f'add below {conf}:3 [workarounds]: disable_fsync_before_convert '
            f'= true'
        )


def test_nothing_is_changed_on_the_host(conf: pathlib.Path) -> None:
    before = {path: path.stat() for path in conf.parents[2].rglob('*')}
    advising.run(*BOTH, '--config-file', conf, 'advise')
    after = {path: path.stat() for path in conf.parents[2].rglob('*')}
    assert {path: status.st_mtime_ns for path, status in after.items()} == {
        path: status.st_mtime_ns for path, status in before.items()
    }
    assert conf.read_text() == TEXT


def test_the_envelope_says_what_it_is_about(
    conf: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    host = advising.make_host(tmp_path / 'host.json')
    arguments = (*BOTH, '--config-file', conf)
    _, found = advising.envelope_of(*arguments, 'advise', '--host', host)
    assert found['schema'] == 2
    assert found['tool']['name'] == 'workarounds'
    assert found['facts_as_of'] == '2026-11-23'
    assert found['host'] == {'platform': 'debian:12'}
    assert found['service'] == {
        'name': 'nova',
        'title': 'Nova',
        'project': 'nova',
        'version': '34.0.0',
        'source': 'host file',
    }
    projects = {row['name']: row['project'] for row in found['workarounds']}
    assert set(projects.values()) == {'patched-nova'}
    _, found = advising.envelope_of(
        *('--service-version', '33.0.0', *arguments),
        *('advise', '--host', host),
    )
    assert found['service']['source'] == '--service-version'


@pytest.mark.parametrize(
    ('text', 'code'),
    [
        (f'{advising.DONT} = true', 0),
        (f'{advising.DONT} = false', 1),
        (f'{advising.DONT} = maybe', 1),
        ('', 1),
    ],
)
def test_the_exit_code_says_whether_there_is_something_to_do(
    tmp_path: pathlib.Path, text: str, code: int
) -> None:
    host = advising.make_host(tmp_path / 'host.json')
    conf = tmp_path / 'nova.conf'
    conf.write_text(f'[workarounds]\n{text}\n')
    returned, rows = advising.run(
        *BOTH, '--config-file', conf, 'advise', '--host', host
    )
    assert returned == code
    assert (rows[0]['action']['kind'] == 'none') is (code == 0)


@pytest.mark.parametrize('name', [FSYNC, advising.DONT])
def test_only_one_is_assessed_by_its_name_or_by_that_of_its_option(
    conf: pathlib.Path, name: str
) -> None:
    _, rows = advising.run(
        *BOTH, '--config-file', conf, 'advise', '--only', name
    )
    assert [row['name'] for row in rows] == [FSYNC]


def test_several_are_assessed_when_several_are_named(
    conf: pathlib.Path,
) -> None:
    names = [FSYNC, 'qemu_monitor_announce_self_count', advising.DONT]
    only = [f'--only={name}' for name in names]
    _, rows = advising.run(*BOTH, '--config-file', conf, 'advise', *only)
    assert set(advising.by_name(rows)) == {FSYNC, 'qemu_monitor_announce_self'}


def test_only_a_removed_one_is_reported_with_its_line(
    conf: pathlib.Path,
) -> None:
    code, [row] = advising.run(
        *(*BOTH, '--service-version', '34.0.0', '--config-file', conf),
        *('advise', '--only', 'enable_consoleauth'),
    )
    assert (code, row['state']) == (1, 'removed')
    assert row['set_in'] == {'file': str(conf), 'line': 6}


def test_a_line_that_the_release_reads_is_not_to_be_deleted(
    conf: pathlib.Path,
) -> None:
    code, [row] = advising.run(
        *(*BOTH, '--service-version', '19.3.2', '--config-file', conf),
        *('advise', '--only', 'enable_consoleauth'),
    )
    assert (code, row['status'], row['reason']) == (
        0,
        'unknown',
        'option-still-read',
    )
    assert row['action']['kind'] == 'none'


def test_a_removed_workaround_that_is_not_set_is_reported(
    conf: pathlib.Path,
) -> None:
    conf.write_text('')
    done = command_line.run(
        *(*BOTH, '--config-file', conf, 'advise'),
        *('--only', 'enable_consoleauth'),
    )
    assert done.returncode == 0
    assert 'was removed in 20.0.0' in done.stdout + done.stderr


def test_an_unknown_name_is_refused_with_the_nearest(
    conf: pathlib.Path,
) -> None:
    done = command_line.run(
        *(*BOTH, '--config-file', conf, 'advise'),
        *('--only', 'fsync_image_before'),
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(
        "workarounds: no workaround is called 'fsync_image_before'; "
    )
    assert FSYNC in done.stderr


VARIABLE = f'OS_WORKAROUNDS__{advising.DONT.upper()}'


@pytest.mark.parametrize(
    ('value', 'state', 'to_do'),
    [
        (
            'false',
            'on',
            'this variable repeats the default; to turn the workaround off: '
            f'set {VARIABLE}=true',
        ),
        ('true', 'off', f'keep it off: environment {VARIABLE}'),
    ],
)
def test_a_variable_that_overrides_the_file_is_what_to_change(
    tmp_path: pathlib.Path, value: str, state: str, to_do: str
) -> None:
    host = advising.make_host(tmp_path / 'host.json')
    conf = tmp_path / 'nova.conf'
    conf.write_text('[DEFAULT]\n')
    arguments = (*BOTH, '--config-file', conf, 'advise', '--host', host)
    code, [row] = advising.run(
        *arguments, '--only', FSYNC, **{VARIABLE: value}
    )
    assert (row['state'], row['action']['message']) == (state, to_do)
    assert row['set_in'] == {'environment': VARIABLE}
    assert code == (state == 'on')


@pytest.mark.parametrize(
    ('version', 'status', 'reason'),
    [
        ('19.9.9', 'needed', 'release-before-fix'),
        ('20.0.0', 'unknown', 'other-hosts-not-known'),
    ],
)
@pytest.mark.parametrize('by', ['option', 'file'])
def test_the_service_version_is_that_of_the_option_or_of_the_host_file(
    tmp_path: pathlib.Path, by: str, version: str, status: str, reason: str
) -> None:
    stated = version if by == 'file' else '1.0.0'
    host = advising.make_host(tmp_path / 'host.json', service_version=stated)
    option = ['--service-version', version] if by == 'option' else []
    code, [row] = advising.run(
        *(*BOTH, *option, '--config-file', '/dev/null', 'advise'),
        *('--host', host, '--only', 'enable_numa_live_migration'),
    )
    assert (code, row['status'], row['reason']) == (0, status, reason)
    assert row['fields']['release'] == version
