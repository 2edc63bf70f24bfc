# SPDX-License-Identifier: Apache-2.0
"""Two real options whose default changed, assessed for each release."""

import json
import pathlib

import pytest

from tests.functional import advising
from tests.functional import command_line

LIVESNAPSHOT = 'disable_libvirt_livesnapshot'
RETRIES = 'retry_ipmitool_in_ironic'
NOVA = ('--namespace', 'nova')
IRONIC = ('--namespace', 'ironic_ipmi:DECLARATIONS')
EXAMPLES = pathlib.Path(__file__).parents[2] / 'doc/source/examples/adoption'


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / 'nova.conf'
    path.write_text('[workarounds]\n[ipmi]\n')
    return path


def run(*arguments: object) -> str:
    done = command_line.run(*arguments, PYTHONPATH=str(EXAMPLES))
    assert done.stderr == ''
    return done.stdout


@pytest.mark.parametrize(
    ('namespace', 'name', 'version', 'state'),
    [
        (NOVA, LIVESNAPSHOT, '16.1.8', 'on'),
        (NOVA, LIVESNAPSHOT, '17.0.0', 'off'),
        # The value of the option is the contrary of the state.
        (IRONIC, RETRIES, '13.0.5', 'absent'),
        (IRONIC, RETRIES, '13.0.6', 'off'),
        (IRONIC, RETRIES, '15.0.2', 'off'),
        (IRONIC, RETRIES, '15.1.0', 'on'),
    ],
)
def test_a_default_is_that_of_the_release(
    conf: pathlib.Path,
    namespace: tuple[str, ...],
    name: str,
    version: str,
    state: str,
) -> None:
    command = (*namespace, '--service-version', version, '--config-file', conf)
    listed = run(*command, 'list', '-f', 'value', '-c', 'Name', '-c', 'State')
    assert f'{name} {state}' in listed.splitlines()
    shown = run(*command, 'show', name, '-f', 'value', '-c', 'State')
    assert shown.strip() == state


@pytest.mark.parametrize(
    ('version', 'remarks'), [('18.3.0', ''), ('19.0.0', 'deprecated')]
)
def test_an_option_is_deprecated_from_its_release_on(
    conf: pathlib.Path, version: str, remarks: str
) -> None:
    listed = json.loads(
        run(
            *(*NOVA, '--service-version', version, '--config-file', conf),
            *('list', '-f', 'json'),
        )
    )
    found = {row['Name']: row['Remarks'] for row in listed}
    assert found[LIVESNAPSHOT] == remarks


def test_a_default_is_not_guessed_where_the_release_is_not_known(
    conf: pathlib.Path,
) -> None:
    command = (*advising.BOTH, '--config-file', conf)
    why = 'default: on before 17.0.0 and off since'
    listed = run(*command, 'list', '-f', 'value', '-c', 'State', '-c', 'Name')
    assert f'{LIVESNAPSHOT} unknown' in listed.splitlines()
    remarks = run(*command, 'list', '-f', 'value', '-c', 'Remarks')
    assert f'deprecated, {why}' in remarks.splitlines()
    value = run(*command, 'show', LIVESNAPSHOT, '-f', 'value', '-c', 'Value')
    assert value.strip() == (
        f'unknown: [workarounds] {LIVESNAPSHOT}: by default on before 17.0.0 '
        f'and off since, and the release is not known'
    )


@pytest.mark.parametrize(
    ('version', 'line', 'found'),
    [
        # Off needs a line where the workaround is on without one.
        ('16.1.8', '', 'on turn-off add-line'),
        ('16.1.8', 'true', 'on turn-off change-line'),
        ('16.1.8', 'false', 'off keep-off none'),
        ('17.0.0', '', 'off nothing-to-do none'),
        ('17.0.0', 'true', 'on turn-off delete-line'),
        ('17.0.0', 'false', 'off repeats-default none'),
        # These lines and changes are right in every release.
        (None, '', 'unknown cannot-tell none'),
        (None, 'true', 'on turn-off change-line'),
        (None, 'false', 'off keep-off none'),
    ],
)
def test_advice_is_by_the_default_of_the_release(
    conf: pathlib.Path,
    tmp_path: pathlib.Path,
    version: str | None,
    line: str,
    found: str,
) -> None:
    if line:
        conf.write_text(f'[workarounds]\n{LIVESNAPSHOT} = {line}\n')
    host = tmp_path / 'host.json'
    facts = {
        'schema': 1,
        'platform': 'debian:12',
        'package_manager': 'dpkg',
        'packages': {'libvirt-daemon': {'version': '9.0.0-4'}},
        'service_version': version,
    }
    host.write_text(
        json.dumps({key: fact for key, fact in facts.items() if fact})
    )
    _, rows = advising.run(
        *(*NOVA, '--config-file', conf, 'advise', '--host', host),
        *('--only', LIVESNAPSHOT),
    )
    [advice] = rows
    action = advice['action']
    assert f'{advice["state"]} {action["note"]} {action["kind"]}' == found
    if found.startswith('unknown'):
        [change] = action['optional_actions']
        assert change['text'] == f'{LIVESNAPSHOT} = false'


def test_an_upgrade_says_which_line_keeps_the_state(
    conf: pathlib.Path,
) -> None:
    upgrade = ('check', '--target-version', '16.0.0', '-f', 'value')
    columns = ('-c', 'Code', '-c', 'Where', '-c', 'Message')
    command = (*IRONIC, '--service-version', '15.0.2', '--config-file', conf)
    assert run(*command, *upgrade, *columns) == (
        f'WA113 {conf} use_ipmitool_retries is not set, so by default the '
        f'workaround is off in 15.0.2 and on in 16.0.0; to keep it off, add '
        f'to [ipmi] before the upgrade: use_ipmitool_retries = true\n'
    )
    conf.write_text('[ipmi]\nuse_ipmitool_retries = true\n')
    assert f'WA113 {conf}:2 ' in run(*command, *upgrade, *columns)
