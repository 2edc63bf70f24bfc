# SPDX-License-Identifier: Apache-2.0
"""What advise says to correct, whether or not the host has the bug."""

import json
import pathlib
import re
from typing import Any

import pytest

from tests.functional import advising
from tests.functional import command_line

SELF = 'enable_qemu_monitor_announce_self'
COUNT = 'qemu_monitor_announce_self_count'
HOST = (
    pathlib.Path(__file__).parents[2]
    / 'doc/source/examples/hosts/debian12.json'
)
ADVISE = ('advise', '--host', HOST)
VARIABLE = f'OS_WORKAROUNDS__{COUNT.upper()}'


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / 'nova.conf'


def run(
    conf: pathlib.Path, text: str, *arguments: object, **environ: str
) -> tuple[int, str]:
    """Return the exit code and the output for a file."""
    conf.write_text(f'[workarounds]\n{text}')
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('--service-version', '34.0.0', *arguments),
        **environ,
    )
    assert not ran.stderr
    return ran.returncode, ran.stdout


def action_of(
    conf: pathlib.Path, text: str, name: str, **environ: str
) -> tuple[int, dict[str, Any]]:
    """Return the exit code of advise, and what to do about a workaround."""
    code, stdout = run(conf, text, *ADVISE, '-f', 'json', **environ)
    [action] = [
        row['action']
        for row in json.loads(stdout)['workarounds']
        if row['name'] == name
    ]
    return code, action


@pytest.mark.parametrize('toggle', ['', f'{SELF} = false\n', f'{SELF} = on\n'])
@pytest.mark.parametrize('place', ['file', 'environment'])
def test_a_parameter_with_an_invalid_value_is_to_be_corrected(
    conf: pathlib.Path, toggle: str, place: str
) -> None:
    text, environ = f'{COUNT} = lots\n', {}
    if place == 'environment':
        text, environ = '', {VARIABLE: 'lots'}
    code, action = action_of(
        conf, text + toggle, 'qemu_monitor_announce_self', **environ
    )
    assert (code, action['kind']) == (1, 'correct-value')
    assert (action['line'], action['environment']) == (
        (2, None) if place == 'file' else (None, VARIABLE)
    )
    thing = 'line' if place == 'file' else 'variable'
    verb = 'delete' if place == 'file' else 'unset'
    cure = f'write an integer from 1, or {verb} the {thing} to use the default'
    assert action['message'].startswith(f"[workarounds] {COUNT}: 'lots' from ")
    assert f'; {cure}; ' in action['message']
    _, stdout = run(conf, text + toggle, 'check', '-f', 'json', **environ)
    assert cure in [it['cure'] for it in json.loads(stdout)['diagnostics']]
    code, stdout = run(conf, text + toggle, *ADVISE, **environ)
    assert code == 1
    assert '1 workaround needs a change.' in stdout
    assert 'nothing to do' not in stdout


@pytest.mark.parametrize('subcommand', ['advise', 'list'])
def test_an_invalid_parameter_is_shown_as_it_is_written(
    conf: pathlib.Path, subcommand: str
) -> None:
    _, stdout = run(conf, f'{COUNT} = lots\n', subcommand)
    assert f"{COUNT} = invalid: 'lots' ({conf}:2)" in ' '.join(stdout.split())
    _, stdout = run(conf, f'{COUNT} = $lots\n', subcommand)
    assert f"{COUNT} = unknown: '$lots' ({conf}:2)" in ' '.join(stdout.split())


def test_a_parameter_of_a_toggle_with_indented_lines_has_one_cure(
    conf: pathlib.Path,
) -> None:
    text = f'{SELF} = false\n  x = 1\n{COUNT} = lots\n'
    _, stdout = run(conf, text, *ADVISE)
    said = ' '.join(stdout.split())
    assert 'is not accepted; write an integer from 1, or delete the ' in said
    _, stdout = run(conf, text, 'check', '-f', 'json')
    cures = [item['cure'] for item in json.loads(stdout)['diagnostics']]
    cure = 'write an integer from 1, or delete the line to use the default'
    assert cure in cures


def test_a_parameter_that_is_valid_needs_no_correction(
    conf: pathlib.Path,
) -> None:
    text = f'{SELF} = true\n{COUNT} = 5\n'
    code, action = action_of(conf, text, 'qemu_monitor_announce_self')
    assert (code, action['kind']) == (0, 'none')


@pytest.mark.parametrize('values', [['false'], ['true', 'false']])
def test_lines_of_a_deprecated_option_that_is_off_are_deleted(
    conf: pathlib.Path, values: list[str]
) -> None:
    name = 'disable_libvirt_livesnapshot'
    text = ''.join(f'{name} = {value}\n' for value in values)
    code, action = action_of(conf, text, name)
    assert (code, action['note']) == (1, 'delete-deprecated')
    assert [
        (change['kind'], change['line'])
        for change in (action, *action['further_actions'])
    ] == [('delete-line', line + 2) for line in range(len(values))]


def test_check_and_advise_agree_about_weakened_security(
    conf: pathlib.Path,
) -> None:
    text = 'disable_deep_image_inspection = true\n'
    version = ('--service-version', '30.0.0')
    code, stdout = run(conf, text, *version, 'check')
    assert code == 1
    cure = 'turn it off if you can do without it'
    assert cure in ' '.join(stdout.split())
    code, stdout = run(conf, text, *version, *ADVISE)
    assert code == 1
    said = ' '.join(stdout.split())
    assert f'it weakens security, so {cure}: delete {conf}:2: ' in said
    assert (
        f'No workaround needs a change, but 1 weakens security: {cure}.'
    ) in said


def test_security_that_is_not_weakened_now_is_no_finding(
    conf: pathlib.Path,
) -> None:
    code, stdout = run(conf, '', '--service-version', '30.0.0', *ADVISE)
    assert (code, 'weakens security:' in stdout) == (0, False)


@pytest.mark.parametrize('option', ['disable_rootwrap', COUNT])
def test_a_line_that_another_one_overrides_is_deleted(
    conf: pathlib.Path, option: str
) -> None:
    value = '1' if option == COUNT else 'false'
    text = f'{option} = 9\n  secret\n{option} = 3\n{option} = {value}\n'
    code, stdout = run(conf, text, *ADVISE)
    assert code == 1
    said = ' '.join(stdout.split())
    assert f'delete {conf}:2-3: {option} = 9 ... (line 4 overrides it)' in said
    assert f'delete {conf}:4: {option} = 3 (line 5 overrides it)' in said
    assert f'delete {conf}:5' not in said
    assert 'secret' not in said


def test_a_line_of_another_file_may_be_overridden(
    conf: pathlib.Path,
) -> None:
    first = conf.with_name('a.conf')
    first.write_text('[workarounds]\ndisable_rootwrap = true\n')
    text = 'disable_rootwrap = false\n'
    _, stdout = run(conf, text, '--config-file', first, *ADVISE)
    assert 'disable_rootwrap is on' in stdout
    assert 'overrides' not in stdout


def test_a_line_to_write_stands_below_the_one_that_is_there(
    conf: pathlib.Path,
) -> None:
    option = 'wait_for_vif_plugged_event_during_hard_reboot'
    _, stdout = run(conf, f'{option} =\n', *ADVISE)
    said = [line.strip() for line in stdout.splitlines()]
    [to] = [n for n, line in enumerate(said) if line.startswith('to:')]
    assert said[to - 1].endswith(f'{option} =')
    assert ' '.join(said[to : to + 2]).startswith(f'to: {option} = <the value')
    _, action = action_of(conf, f'{option} =\n', option)
    assert f'{option} = to: {option} = <the value' in action['message']


def test_a_removed_option_that_is_still_read_is_set_once(
    conf: pathlib.Path,
) -> None:
    line = 'enable_consoleauth = true'
    code, stdout = run(
        conf, f'{line}\n{line}\n', '--service-version', '19.0.0', *ADVISE
    )
    said = ' '.join(stdout.split())
    assert code == 1
    assert f'to do delete {conf}:2: {line} (line 3 overrides it)' in said
    assert '1 workaround needs a change' in said


def test_the_line_that_counts_is_corrected_if_it_is_invalid(
    conf: pathlib.Path,
) -> None:
    text = 'disable_rootwrap = true\ndisable_rootwrap = ture\n'
    _, stdout = run(conf, text, *ADVISE)
    said = ' '.join(stdout.split())
    assert f'delete {conf}:2: disable_rootwrap = true (line 3 over' in said
    assert 'is not accepted; write true or false' in said
    _, stdout = run(conf, text, 'check', '-f', 'json')
    assert 'write true or false in line 3, and delete line 2' in stdout


def test_no_line_of_a_deprecated_option_stays(conf: pathlib.Path) -> None:
    option = 'disable_libvirt_livesnapshot'
    _, stdout = run(conf, f'{option} = false\n{option} = true\n', *ADVISE)
    said = ' '.join(stdout.split())
    first = f'(1) delete {conf}:2: {option} = false'
    assert f'{first} (2) delete {conf}:3' in said


def test_a_file_that_is_named_twice_is_read_once(conf: pathlib.Path) -> None:
    code, stdout = run(
        conf,
        'handle_virt_lifecycle_events = false\n',
        *('--config-dir', conf.parent),
        *ADVISE,
    )
    assert (code, 'overrides it' in stdout) == (0, False)


@pytest.mark.parametrize(
    ('lines', 'said'),
    [
        (
            'disable_fallback_pcpu_query = true\n',
            'is deprecated since 20.0.0;',
        ),
        ('disable_rootwrap = maybe\n', 'is not accepted;'),
        (f'{SELF} = true\n  {COUNT} = 5\n', 'indentation of {conf}:3'),
        (f'{SELF} = true\n{COUNT} = 5\n  a = 5\n', 'indentation of {conf}:4'),
        ('disable_rootwrap = no\n' * 2, 'delete {conf}:2:'),
    ],
)
def test_what_advise_says_needs_no_look(
    conf: pathlib.Path, lines: str, said: str
) -> None:
    code, stdout = run(conf, lines, *ADVISE)
    assert code == 1
    assert said.format(conf=conf) in ' '.join(stdout.split())
    assert 'a look' not in stdout


def test_the_places_to_look_at_are_in_the_order_of_the_file(
    conf: pathlib.Path,
) -> None:
    text = 'disable_rootwrap = $my_ip\nsomething = 1\n'
    _, stdout = run(conf, text, *ADVISE)
    assert f'2 places need a look: {conf}:2 and {conf}:3;' in ' '.join(
        stdout.split()
    )


@pytest.mark.parametrize(
    ('lines', 'expected'),
    [
        (
            'disable_fsync_before_convrt = secret\n',
            [
                'change {conf}:2: disable_fsync_before_convrt',
                'to: {option} = true',
            ],
        ),
        (
            '[images]\n{option} = true\n',
            [
                'delete {conf}:3: {option}',
                'add below {conf}:1 [workarounds]: {option} = true',
            ],
        ),
        (
            'disable_fsync_before_convrt = true\n  more = 1\n',
            [
                'remove the indentation of {conf}:3, or delete it: more (it '
                'continues the value of line 2)',
                'change {conf}:2: disable_fsync_before_convrt',
                'to: {option} = true',
            ],
        ),
    ],
)
def test_no_line_is_added_where_another_one_is_to_be_corrected(
    conf: pathlib.Path, lines: str, expected: list[str]
) -> None:
    fields = {'conf': conf, 'option': advising.DONT}
    conf.write_text('[workarounds]\n' + lines.format(**fields))
    code, rows = advising.run(
        *(*advising.BOTH, '--service-version', '34.0.0'),
        *('--config-file', conf, *ADVISE, '--only', advising.FSYNC),
    )
    assert code == 1
    said = '; '.join(expected).replace('; to:', ' to:').format(**fields)
    assert rows[0]['action']['message'] == said


def test_a_misspelt_variable_is_unset_before_a_line_is_added(
    conf: pathlib.Path,
) -> None:
    name = 'OS_WORKAROUNDS__DISABLE_ROOTWRP'
    only = ('--only', 'disable_rootwrap')
    _, stdout = run(conf, '', *ADVISE, *only, **{name: 'true'})
    assert f'unset {name} add below {conf}:1' in ' '.join(stdout.split())


@pytest.mark.parametrize(
    ('name', 'cure'),
    [
        ('disable_deep_image_inspection', 'not accepted; delete the line'),
        (
            'wait_for_vif_plugged_event_during_hard_reboot',
            'to use the default; by default, the workaround is off',
        ),
    ],
)
def test_an_invalid_value_is_corrected_to_what_the_host_needs(
    conf: pathlib.Path, name: str, cure: str
) -> None:
    _, action = action_of(conf, f'{name} = maybe\n', name)
    assert action['message'].endswith(cure)


def test_several_steps_are_numbered(conf: pathlib.Path) -> None:
    lines = f'{SELF} = true\n{COUNT} = lots\n'
    _, stdout = run(conf, lines, *ADVISE)
    assert [
        line.split()[2:4] if 'to do' in line else line.split()[:2]
        for line in stdout.splitlines()
        if re.search(r'\(\d\) ', line.partition('to do')[2] or line[:16])
    ] == [['(1)', '[workarounds]'], ['(2)', 'keep']]
    _, stdout = run(conf, f'{SELF} = true\n', *ADVISE)
    assert '(1)' not in stdout


def test_a_parameter_without_effect_is_to_be_deleted_or_put_to_use(
    conf: pathlib.Path,
) -> None:
    _, stdout = run(conf, f'{COUNT} = 5\n', *ADVISE)
    said = ' '.join(stdout.split())
    assert 'is off; delete it, or enable the workaround' in said


def test_a_value_that_only_the_service_knows_needs_a_look(
    conf: pathlib.Path,
) -> None:
    code, stdout = run(conf, 'disable_rootwrap = $my_ip\n', *ADVISE)
    assert code == 1
    said = ' '.join(stdout.split())
    assert f'1 place needs a look: {conf}:2; run check' in said
    assert 'is not known here; write the value itself' in said


@pytest.mark.parametrize(
    ('lines', 'version', 'code'),
    [
        ('disable_rotwrap = true\n', '34.0.0', 1),
        ('disable_rootwrap = $my_ip\n', '34.0.0', 1),
        ('disable_deep_image_inspection = true\n', '28.0.0', 1),
        ('disable_rootwrap = true\n', '34.0.0', 0),
        ('disable_rootwrap = false\n', '34.0.0', 0),
        ('', '34.0.0', 0),
    ],
)
def test_both_commands_exit_with_1_if_a_person_has_to_look(
    conf: pathlib.Path, lines: str, version: str, code: int
) -> None:
    release = ('--service-version', version)
    found = {run(conf, lines, *release, *it)[0] for it in (('check',), ADVISE)}
    assert found == {code}


def test_lines_of_a_later_release_are_corrected_too(
    conf: pathlib.Path,
) -> None:
    option = 'disable_deep_image_inspection'
    lines = f'{option} = true\n{option} = maybe\n'
    release = ('--service-version', '28.0.0')
    _, checked = run(conf, lines, *release, 'check')
    for code in ('WA105', 'WA106', 'WA112'):
        assert f'{conf}:3: warning {code}' in ' '.join(checked.split())
    _, advised = run(conf, lines, *release, *ADVISE)
    said = ' '.join(advised.split())
    assert f"'maybe' from {conf}:3 is not accepted; write true or" in said


def test_a_device_is_not_read() -> None:
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', '/dev/zero', 'check')
    )
    assert ran.returncode == 2
    assert '/dev/zero: is a device; give a file' in ran.stderr


@pytest.mark.parametrize(
    'name',
    [
        'os_workarounds__disable_rootwrap',
        'OS_WORKAROUNDS_DISABLE_ROOTWRAP',
        'WORKAROUNDS__DISABLE_ROOTWRAP',
        'OS_WORKAROUNDS__DISABLE-ROOTWRAP',
    ],
)
def test_a_variable_whose_name_is_almost_right_is_corrected(
    conf: pathlib.Path, name: str
) -> None:
    right = 'OS_WORKAROUNDS__DISABLE_ROOTWRAP'
    code, stdout = run(conf, '', 'check', **{name: 'true'})
    said = ' '.join(stdout.split())
    assert code == 1
    assert f'reads {right}, not this variable; set {right} instead' in said
    code, stdout = run(conf, '', *ADVISE, **{name: 'true'})
    assert code == 1
    assert f'a look: environment variable {name}; run' in stdout
    _, stdout = run(conf, '', 'check', **{name: 'true', right: 'true'})
    assert 'not this variable; unset the variable' in ' '.join(stdout.split())


def test_a_path_is_escaped_in_one_way(tmp_path: pathlib.Path) -> None:
    conf = tmp_path / 'a\nb' / 'nova.conf'
    conf.parent.mkdir()
    code, stdout = run(conf, f'{COUNT} = 5\n', *ADVISE)
    assert code == 0
    assert 'add below' in stdout
    assert stdout.count('a\\nb/nova.conf:') == 2


def test_a_parameter_that_repeats_its_default_is_called_that(
    conf: pathlib.Path,
) -> None:
    _, stdout = run(conf, f'{COUNT} = 3\n', *ADVISE)
    assert f'{COUNT} = 3 ({conf}:2), the default,' in ' '.join(stdout.split())


def test_all_lines_that_are_deleted_together_are_named(
    conf: pathlib.Path,
) -> None:
    lines = 'disable_libvirt_livesnapshot = true\n' * 6
    _, stdout = run(conf, lines, 'check')
    said = ' '.join(stdout.split())
    assert f'{conf}:6 and {conf}:7 if you can do without it' in said


@pytest.mark.parametrize('subcommand', [('check',), ADVISE])
def test_with_a_broken_header_nothing_is_read_and_that_is_said(
    conf: pathlib.Path, subcommand: tuple[object, ...]
) -> None:
    conf.write_text('[workarounds\ndisable_rootwrp = true\n')
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf, *subcommand)
    )
    assert ran.returncode == 2
    assert ran.stderr.endswith('; until then, no line is read\n')
