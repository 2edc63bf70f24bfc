# SPDX-License-Identifier: Apache-2.0
"""Each service has its own files, release and options."""

import csv
import json
import pathlib

import pytest

from tests.functional import advising
from tests.functional import command_line
from tests.functional import documents

LUKS = 'disable_native_luksv1'
LATE = 'skip_cpu_compare_on_dest'
NOVA = ('--namespace', 'nova')


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'nova.conf'
    path.write_text(f'[workarounds]\n{LUKS} = true\n{LATE} = true\n')
    return path


def checked(
    conf: pathlib.Path, *arguments: str, version: str
) -> tuple[int, list[str]]:
    """Return the exit code, and the code and line of each diagnostic."""
    done = command_line.run(
        *(*NOVA, '--service-version', version, '--config-file', conf),
        *('check', *arguments, '--ignore', 'WA110', '-f', 'value'),
        *('-c', 'Code', '-c', 'Where'),
    )
    assert done.stderr == ''
    return done.returncode, done.stdout.replace(f'{conf}:', '').splitlines()


@pytest.mark.parametrize(
    ('version', 'found'),
    [
        ('23.2.0', (1, ['WA101 2', 'WA112 3'])),
        ('24.0.0', (1, ['WA101 2', 'WA112 3'])),
        ('25.1.0', (1, ['WA101 2'])),
        ('20.0.0', (1, ['WA101 2', 'WA112 3'])),
    ],
)
def test_a_line_is_judged_for_its_release(
    conf: pathlib.Path, version: str, found: tuple[int, list[str]]
) -> None:
    assert checked(conf, version=version) == found


def test_a_line_that_its_release_reads_is_no_fault(
    conf: pathlib.Path,
) -> None:
    conf.write_text(f'[workarounds]\n{LUKS} = true\n')
    assert checked(conf, version='23.2.0') == (0, ['WA101 2'])


def test_what_an_upgrade_changes_is_reported_if_asked(
    conf: pathlib.Path,
) -> None:
    target = ('--target-version', '26.0.0')
    assert checked(conf, *target, version='23.2.0') == (
        1,
        ['WA101 2', 'WA113 2', 'WA112 3', 'WA113 3'],
    )
    conf.write_text(f'[workarounds]\n{LATE} = true\n')
    assert checked(conf, *target, version='26.0.0') == (0, [])


def test_an_upgrade_past_the_catalogue_is_not_known(
    conf: pathlib.Path,
) -> None:
    conf.write_text(f'[workarounds]\n{LATE} = true\n')
    target = ('--target-version', '35.0.0')
    assert checked(conf, *target, version='34.0.0') == (1, ['WA113 2'])


@pytest.mark.parametrize(
    ('arguments', 'error'),
    [
        (
            ('check', '--target-version', '33.0.0'),
            'is before the release of the service, 34.0.0; name a later one',
        ),
        (
            ('check', '--target-version', '2026.1'),
            "'2026.1' is the name of a series, which began with cinder "
            '28.0.0, ',
        ),
        (
            ('check', '--target-version', 'next'),
            "'next' is not a version; write one like '35.0.0'",
        ),
        (
            ('check', '--target-version', '3:29.2.0-0ubuntu1'),
            "'3:29.2.0-0ubuntu1' is not a version; write one like '29.2.0'",
        ),
        (
            ('check', '--target-version', '35'),
            "'35' is not a whole version, and updates of one series can "
            "differ; write one like '35.0.0'",
        ),
    ],
)
def test_a_target_that_is_none_is_refused(
    conf: pathlib.Path, arguments: tuple[str, ...], error: str
) -> None:
    done = command_line.run(
        *(*NOVA, '--service-version', '34.0.0', '--config-file', conf),
        *arguments,
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert error in done.stderr


def test_the_name_of_a_series_is_no_version() -> None:
    done = command_line.run(*NOVA, '--service-version', '2026.2', 'list')
    assert (done.returncode, done.stdout) == (2, '')
    assert "'2026.2' is the name of a series" in done.stderr
    # The version of an example would be taken for that of the series.
    assert done.stderr.endswith(
        '; write the version of the service, as its own commands print it: '
        'nova-manage --version\n'
    )


def test_advice_is_for_the_release_of_the_host(
    tmp_path: pathlib.Path, conf: pathlib.Path
) -> None:
    host = advising.make_host(tmp_path / 'host.json', service_version='23.2.0')
    code, rows = advising.run(
        *(*NOVA, '--config-file', conf, 'advise', '--host', host)
    )
    found = advising.by_name(rows)
    late, luks = found[LATE], found[LUKS]
    assert (late['status'], late['reason'], late['action']['kind']) == (
        'not-needed',
        'not-in-this-release',
        'none',
    )
    assert late['action']['note'] == 'not-in-release'
    assert late['fields'] == {'release': '23.2.0', 'introduced': '25.1.0'}
    assert (luks['reason'], luks['action']['kind']) == (
        'option-still-read',
        'none',
    )
    inspection = found['disable_deep_image_inspection']
    assert inspection['reason'] == 'not-in-this-release'
    # Lines for a later release may not be meant for this one.
    assert code == 1


def test_list_and_show_agree_on_what_was_removed_later(
    conf: pathlib.Path,
) -> None:
    command = (*NOVA, '--service-version', '23.2.0', '--config-file', conf)
    columns = ('-c', 'State', '-c', 'Set in', '-c', 'Remarks')
    listed = command_line.run(
        *command, 'list', '-f', 'value', '-c', 'Name', *columns
    )
    assert (
        f'{LUKS} unknown {conf}:2 removed in 24.0.0, live in 23.2.0'
        in listed.stdout.splitlines()
    )
    assert 'not in 23.2.0' in listed.stdout
    shown = command_line.run(
        *(*command, 'show', LUKS, '-f', 'value', '-c', 'State')
    )
    assert shown.stdout == 'live in 23.2.0\n'
    later = command_line.run(
        *NOVA, '--service-version', '24.0.0', *command[4:], 'list'
    )
    assert LUKS not in later.stdout


def test_all_agree_on_a_removed_option_that_is_not_read_yet(
    tmp_path: pathlib.Path, conf: pathlib.Path
) -> None:
    conf.write_text(f'[workarounds]\n{LUKS} = 1\n')
    command = (*NOVA, '--service-version', '20.0.0', '--config-file', conf)
    checked = command_line.run(
        *(*command, 'check', '-f', 'value', '-c', 'Message')
    )
    assert 'delete the line, or leave it for the upgrade' in checked.stdout
    host = advising.make_host(tmp_path / 'host.json', service_version='20.0.0')
    code, rows = advising.run(
        *(*NOVA, '--config-file', conf, 'advise', '--host', host)
    )
    luks = advising.by_name(rows)[LUKS]
    assert (code, luks['state']) == (1, 'absent')
    assert luks['action']['note'] == 'not-in-release'
    listed = command_line.run(
        *(*command, 'list', '-f', 'value', '-c', 'Name', '-c', 'State')
    )
    assert f'{LUKS} absent' in listed.stdout.splitlines()
    shown = command_line.run(*command, 'show', LUKS, '-f', 'json')
    fields = json.loads(shown.stdout)
    assert fields['State'] == 'not in 20.0.0'
    assert 'leave them for the upgrade' in fields['To do']


def test_a_backport_is_what_the_series_waits_for(
    conf: pathlib.Path,
) -> None:
    conf.write_text(f'[workarounds]\n{LATE} = true\n')
    done = command_line.run(
        *(*NOVA, '--service-version', '25.0.1', '--config-file', conf),
        *('check', '--target-version', '25.1.0', '-f', 'value'),
        *('-c', 'Message'),
    )
    assert done.stdout.splitlines() == [
        f'release 25.0.1 does not read {LATE}, release 25.1.0 does; delete '
        f'the line, or leave it for the upgrade',
        f'{LATE} is not read in 25.0.1 and takes effect in 25.1.0; delete the '
        f'line before the upgrade, unless you want that effect',
    ]
    done = command_line.run(
        *(*NOVA, '--service-version', '25.0.1', '--config-file', conf),
        *('show', LATE, '-f', 'value', '-c', 'State'),
    )
    assert done.stdout == 'absent\n'


def test_the_version_of_another_service_is_not_that_of_this_one(
    tmp_path: pathlib.Path, conf: pathlib.Path
) -> None:
    host = advising.make_host(tmp_path / 'host.json', service='acme')
    done = command_line.run(
        *(*NOVA, '--config-file', conf, 'advise', '--host', host),
        *('--only', 'disable_deep_image_inspection', '-f', 'json'),
    )
    assert done.stderr == (
        f'workarounds: {host}: the host file has the version of acme; give '
        f'--service-version\n'
    )
    assert '"reason": "release-not-known"' in done.stdout


def test_what_is_no_host_file_is_called_that(conf: pathlib.Path) -> None:
    done = command_line.run(*NOVA, 'advise', '--host', conf)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.endswith(
        f'{conf}: a host file is the output of workarounds facts on that '
        f'host\n'
    )


def test_a_matrix_has_what_its_release_has() -> None:
    done = command_line.run(
        *(*NOVA, '--service-version', '22.0.0', 'matrix', '-f', 'value'),
        *('-c', 'Workaround'),
    )
    names = done.stdout.split()
    assert 'disable_rootwrap' in names
    assert LATE not in names


def test_two_services_have_their_own_files(tmp_path: pathlib.Path) -> None:
    (tmp_path / 'nova.conf').write_text('[workarounds]\nmistake = 1\n')
    (tmp_path / 'placement.conf').write_text(
        '[workarounds]\noptimize_for_wide_provider_trees = true\n'
        'disable_rootwrap = true\n'
    )
    both = ('--namespace', 'nova', '--namespace', 'placement')
    arguments = ('-f', 'value', '-c', 'Code', '-c', 'Where')
    done = command_line.run(*both, 'check', *arguments, HOME=str(tmp_path))
    assert done.stdout.replace(f'{tmp_path}/', '').splitlines() == [
        'WA102 nova.conf:2',
        'WA110 placement.conf:2',
        'WA102 placement.conf:3',
    ]
    done = command_line.run(
        *(*both, 'list', '-f', 'value', '-c', 'Service', '-c', 'Name'),
        HOME=str(tmp_path),
    )
    assert 'nova disable_rootwrap' in done.stdout
    assert 'placement optimize_for_wide_provider_trees' in done.stdout
    done = command_line.run(
        *(*both, '--config-file', tmp_path / 'nova.conf', 'check')
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        'workarounds: --config-file is about one service, and nova and '
        'placement are several; name one at a time\n'
    )


def test_check_says_which_of_two_services_a_line_is_about(
    tmp_path: pathlib.Path,
) -> None:
    for name in ('nova', 'placement'):
        (tmp_path / f'{name}.conf').write_text('[workarounds]\nx = 1\n')
    arguments = (*NOVA, '--namespace', 'placement', 'check')
    home = str(tmp_path)
    done = command_line.run(*arguments, '-f', 'json', HOME=home)
    found = documents.read(done.stdout, 'diagnostics')['diagnostics']
    expected = [
        (name, f'{tmp_path}/{name}.conf') for name in ('nova', 'placement')
    ]
    assert [
        (item['service'], item['location']['file']) for item in found
    ] == expected
    done = command_line.run(*arguments, '-f', 'csv', HOME=home)
    assert [
        (row['Service'], row['Where'].partition(':')[0])
        for row in csv.DictReader(done.stdout.splitlines())
    ] == expected
    text = command_line.run(*arguments, HOME=home).stdout
    for name in ('nova', 'placement'):
        head = f'{name}.conf:2: warning WA102 unknown-option ({name})'
        assert head in ' '.join(text.split())
    assert text.endswith('2 findings in 2 files: 2 warnings\n')


def test_the_files_of_this_machine_are_not_those_of_another(
    tmp_path: pathlib.Path,
) -> None:
    host = advising.make_host(tmp_path / 'host.json')
    (tmp_path / 'nova.conf').write_text('[workarounds]\nmistake = 1\n')
    done = command_line.run(
        *(*NOVA, 'advise', '--host', host, '--only', LATE),
        HOME=str(tmp_path),
    )
    assert done.returncode == 0
    assert done.stderr == (
        'workarounds: no configuration file found (those of this machine are '
        'not read); give --config-file. Showing the defaults\n'
    )


LIBRARY = """\
import workarounds

def old(name, **fields):
    return workarounds.RemovedWorkaround(
        name=name, options=[name], reason='fixed', **fields)

def flush(name, **fields):
    return workarounds.Workaround(
        name=name, summary='Flushes.', bugs=['https://b.example/1'],
        fix=workarounds.NoFix('nobody works on it'), expires='90.0.0',
        **fields)

LIBRARY = workarounds.Catalogue(
    project='libx', declarations=[
        old('lib_gone', removed_in='1.6.0'),
        flush('late', introduced='2.0.0')])
SERVICE = workarounds.Catalogue(
    project='svcx', covers='34.0.0', config='svcx', uses=['theirs:LIBRARY'],
    declarations=[
        flush('gap', introduced=['34.0.0', '32.3.0']),
        old('short', introduced='26.0.0', removed_in='30.0.0')])
"""


@pytest.fixture
def theirs(tmp_path: pathlib.Path) -> pathlib.Path:
    """Make two catalogues, of which one is that of a library."""
    (tmp_path / 'theirs.py').write_text(LIBRARY)
    (tmp_path / 'svcx.conf').write_text(
        '[workarounds]\nlib_gone = 1\nlate = 1\ngap = 1\nshort = 1\n'
    )
    return tmp_path


def install(directory: pathlib.Path, name: str, version: str | None) -> None:
    """Make the metadata of a distribution, as pip leaves it."""
    info = directory / f'{name}-1.dist-info'
    info.mkdir()
    line = '' if version is None else f'Version: {version}\n'
    (info / 'METADATA').write_text(
        f'Metadata-Version: 2.1\nName: {name}\n{line}'
    )


def check_theirs(theirs: pathlib.Path, *arguments: str) -> list[str]:
    done = command_line.run(
        *('--namespace', 'theirs:SERVICE', '--config-file'),
        *(theirs / 'svcx.conf', *arguments, '-f', 'value'),
        *('-c', 'Code', '-c', 'Workaround'),
        PYTHONPATH=str(theirs),
    )
    assert done.stderr == ''
    return done.stdout.splitlines()


def test_a_library_is_judged_by_its_own_release(theirs: pathlib.Path) -> None:
    install(theirs, 'svcx', '34.0.0')
    install(theirs, 'libx', '1.5.0')
    assert check_theirs(theirs, 'check', '--ignore', 'WA110') == [
        # A note, because libx 1.5.0 reads it.
        'WA101 lib_gone',
        'WA112 late',
        'WA101 short',
    ]
    shown = command_line.run(
        *('--namespace', 'theirs:SERVICE', '--config-file'),
        *(theirs / 'svcx.conf', 'show', 'lib_gone', '-f', 'value'),
        *('-c', 'State'),
        PYTHONPATH=str(theirs),
    )
    assert shown.stdout == 'live in 1.5.0\n'


def test_a_library_on_another_host_is_judged_by_what_is_there(
    theirs: pathlib.Path,
) -> None:
    install(theirs, 'libx', '1.5.0')
    host = advising.make_host(
        theirs / 'host.json',
        service='svcx',
        components={'pypi:libx': {'version': '2.1.0'}},
    )
    _, rows = advising.run(
        *('--namespace', 'theirs:SERVICE', '--config-file'),
        *(theirs / 'svcx.conf', 'advise', '--host', host),
        PYTHONPATH=str(theirs),
    )
    found = advising.by_name(rows)
    assert found['lib_gone']['reason'] == 'option-removed'
    assert (found['late']['state'], found['late']['reason']) == (
        'on',
        'will-not-be-fixed',
    )


@pytest.mark.parametrize('version', [None, 'unknown'])
def test_a_distribution_without_a_version_is_no_release(
    theirs: pathlib.Path, version: str | None
) -> None:
    install(theirs, 'svcx', version)
    codes = check_theirs(theirs, 'check', '--ignore', 'WA110')
    assert codes == ['WA101 lib_gone', 'WA101 short']


@pytest.mark.parametrize(
    ('version', 'target', 'found'),
    [
        # It is in 32.3.0, and only later again.
        ('32.3.0', '33.0.0', ['WA113 gap']),
        ('32.3.0', '34.0.0', []),
        # A later release has it, and the one after that removes it.
        ('24.0.0', '28.0.0', ['WA113 short']),
        ('27.0.0', '30.0.0', ['WA113 short']),
        ('24.0.0', '31.0.0', []),
    ],
)
def test_an_upgrade_is_judged_by_all_that_is_known(
    theirs: pathlib.Path, version: str, target: str, found: list[str]
) -> None:
    reported = check_theirs(
        theirs,
        *('--service-version', version, 'check', '--target-version', target),
    )
    assert [line for line in reported if line.startswith('WA113')] == found


def test_an_upgrade_is_of_one_service() -> None:
    done = command_line.run(
        *('--namespace', 'nova', '--namespace', 'placement'),
        *('check', '--target-version', '35.0.0'),
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert '--target-version is about one service' in done.stderr


def test_a_misplaced_line_is_judged_for_the_release(
    conf: pathlib.Path,
) -> None:
    conf.write_text(f'[libvirt]\n{LUKS} = true\n')

    def cure(version: str) -> str:
        done = command_line.run(
            *(*NOVA, '--service-version', version, '--config-file', conf),
            *('check', '-f', 'value', '-c', 'Code', '-c', 'Message'),
        )
        return done.stdout.strip()

    assert cure('23.2.0').endswith('move it to [workarounds]')
    assert cure('24.0.0').endswith('delete the line')


def test_what_is_not_read_yet_is_no_fact_of_a_release_beyond_the_catalogue(
    conf: pathlib.Path,
) -> None:
    conf.write_text(f'[workarounds]\n{LATE} = true\n')
    done = command_line.run(
        *(*NOVA, '--service-version', '23.0.0', '--config-file', conf),
        *('check', '--target-version', '41.0.0', '-f', 'value'),
        *('-c', 'Message'),
    )
    assert 'takes effect in 41.0.0' not in done.stdout
    assert (
        f'{LATE} takes effect in 25.1.0 and may be removed or changed in '
        f'41.0.0: the catalogue of nova 34.0.0 covers no later release'
    ) in done.stdout


def test_advice_on_many_lines_of_a_removed_option_is_short(
    conf: pathlib.Path,
) -> None:
    conf.write_text('[workarounds]\n' + 'enable_consoleauth = true\n' * 100)
    done = command_line.run(*NOVA, '--config-file', conf, 'advise')
    assert done.stdout.count('enable_consoleauth is removed') == 20
    assert 'enable_consoleauth: 80 more lines set its options' in done.stdout


@pytest.mark.parametrize('version', ['34.0.0-1', '34.0.0-1ubuntu1', '2026.2'])
def test_a_host_file_has_no_other_versions_than_the_command_line(
    tmp_path: pathlib.Path, conf: pathlib.Path, version: str
) -> None:
    host = advising.make_host(tmp_path / 'host.json', service_version=version)
    command = (*NOVA, '--config-file', conf, 'advise', '--host', host)
    done = command_line.run(*command)
    assert (done.returncode, done.stdout) == (2, '')
    assert f"{host}: service_version '{version}' is" in done.stderr
    done = command_line.run('--service-version', '34.0.0', *command)
    assert done.returncode in (0, 1)
