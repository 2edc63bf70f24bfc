# SPDX-License-Identifier: Apache-2.0
"""check and advise do not contradict each other about any line."""

from collections.abc import Mapping
from collections.abc import Sequence
import json
import pathlib
import re
from typing import Any

import hypothesis
from hypothesis import strategies
import pytest

from tests.functional import command_line

HOST = (
    pathlib.Path(__file__).parents[2]
    / 'doc/source/examples/hosts/debian12.json'
)
#: Nothing reads these as options of workarounds.
UNKNOWN = {
    'unknown-option',
    'misspelt-section',
    'misplaced-option',
    'indented-line',
}
#: What check reports only if advise says to change the line.
MUST_CHANGE = {'invalid-value'}
NAMES = (
    'disable_rootwrap',
    'disable_libvirt_livesnapshot',
    'disable_deep_image_inspection',
    'enable_qemu_monitor_announce_self',
    'skip_cpu_compare_on_dest',
    'handle_virt_lifecycle_events',
    # Its value is a list, and those of the next two are numbers.
    'wait_for_vif_plugged_event_during_hard_reboot',
    'qemu_monitor_announce_self_count',
    'qemu_monitor_announce_self_interval',
    # Removed.
    'enable_consoleauth',
    'disable_native_luksv1',
    # Wrong.
    'disable-rootwrap',
    'DISABLE_ROOTWRAP',
    'disable_rootwrp',
    'qemu_monitor_announce_self',
    'ignore_virt_lifecycle_events',
    'something_else',
)
LINES = strategies.one_of(
    strategies.builds(
        '{} = {}{}'.format,
        strategies.sampled_from(NAMES),
        strategies.sampled_from(
            ('true', 'false', '1', '0', '3', 'maybe', '', 'normal')
        ),
        # Most values have one line.
        strategies.just('')
        | strategies.sampled_from(
            (
                '\n  [workarounds]',
                '\n  [libvirt]\n  password = secret',
                '\n  disable_rootwrap = true',
                '\n  something_else = 1\n  enable_consoleauth: true',
                '\n  ,direct\n  disable-rootwrap = true\n  more',
                '\n  ,direct',
                '\n  enable_consoleauth = true',
                '\n  disable_libvirt_livesnapshot = 1\n  disable_rootwrap = 0',
            )
        ),
    ),
    strategies.sampled_from(
        (
            '[workarounds]',
            '[WorkArounds]',
            '[workaround]',
            '[DEFAULT]',
            '[libvirt]',
            '# disable_rootwrap = true',
            # These cannot be parsed, or continue what is above them.
            '\n  disable_rootwrap = true',
            '\n  more',
            'more',
            '[libvirt]\n  images_type = rbd',
        )
    ),
)


def documents(
    directory: pathlib.Path,
    lines: Sequence[str],
    version: str,
    environ: Mapping[str, str],
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the answers of check and advise about a file."""
    conf = directory / 'nova.conf'
    conf.write_text('\n'.join(['[workarounds]', *lines, '']))
    about = (
        *('--namespace', 'nova', '--config-file', conf),
        *('--service-version', version),
    )
    checked, advised = (
        command_line.run(*about, *subcommand, '-f', 'json', **environ)
        for subcommand in (('check',), ('advise', '--host', HOST))
    )
    return json.loads(checked.stdout), json.loads(advised.stdout)


def place_of(location: Mapping[str, Any]) -> object:
    return location.get('line') or location.get('environment')


def contradictions(checked: dict[str, Any], advised: dict[str, Any]) -> object:
    """Return both answers about each place where they contradict."""
    names: dict[object, dict[str, str]] = {}
    for item in checked['diagnostics']:
        place = place_of(item['location'])
        names.setdefault(place, {})[item['name']] = item['severity']
    rows: dict[object, list[dict[str, Any]]] = {}
    for item in advised['workarounds']:
        rows.setdefault(place_of(item['set_in'] or {}), []).append(item)
    # A deprecated option that is off is to be deleted on any host.
    must = {
        place_of(item['location'])
        for item in checked['diagnostics']
        # A warning is about a line that something else overrides.
        if (item['name'] in MUST_CHANGE and item['severity'] == 'error')
        or item['cure'].endswith('; the workaround stays off')
    }
    idle = {place_of(item) for item in advised['lines_without_effect']}
    changes = [
        change
        for item in advised['workarounds']
        for change in (item['action'], *item['action']['further_actions'])
        if change['kind'] != 'none'
    ]
    due = {place_of(change) for change in changes}
    for item in advised['workarounds']:
        # Only the indented lines of some values are to be corrected.
        message = item['action']['message']
        due |= set(map(int, re.findall(r'the value of line (\d+)', message)))
    repeated = [
        it['message']
        for it in checked['diagnostics']
        if it['name'] == 'repeated-option'
        and not due & set(map(int, re.findall(r'\b\d+', it['message'])))
    ]
    return (
        repeated
        or indented_lines(checked, advised, changes)
        or [
            (place, names.get(place), rows.get(place), place in idle)
            for place in {*names, *rows, *idle} - {None}
            if not agree(
                names.get(place, {}), rows.get(place, []), place in idle
            )
            # Such as that of a parameter, which has no row.
            or (place in must and place not in due)
        ]
    )


def indented_lines(
    checked: dict[str, Any],
    advised: dict[str, Any],
    changes: Sequence[Mapping[str, Any]],
) -> object:
    """Return the indented lines of which only one of both says what to do.

    Or a change that would delete or replace such a line with the one above.
    """
    unread, read = set[str](), set[str]()
    for item in checked['diagnostics']:
        lines = separated(item['cure'])
        (unread if item['name'] in UNKNOWN else read).update(lines)
    due = set[str]()
    for item in advised['workarounds']:
        due |= separated(item['action']['message'])
    first = {int(lines.partition('-')[0]) for lines in unread | read}
    lost = [
        change
        for change in changes
        if change['kind'] != 'unindent-lines'
        and change['end_line'] is not None
        and first & {*range(change['line'], change['end_line'] + 1)}
    ]
    return read - due or due - (read | unread) or lost


def separated(text: str) -> set[str]:
    """Return the lines whose indentation is to be removed."""
    clauses = re.findall(
        r'remove the indentation of (.+?)(?: \(| if |, or delete)', text
    )
    return {
        lines
        for clause in clauses
        for lines in re.findall(r'(?:lines? |:|, )(\d+(?:-\d+)?)', clause)
    }


def agree(
    names: Mapping[str, str], rows: Sequence[Mapping[str, Any]], is_idle: bool
) -> bool:
    """Return whether codes, assessments and the notice fit together."""
    is_variable = 'removed-option' in names and not rows
    if (bool(UNKNOWN & set(names)) or is_variable) is not is_idle:
        return False
    return all(fits(names, row) and not is_idle for row in rows)


def fits(names: Mapping[str, str], row: Mapping[str, Any]) -> bool:
    """Return whether codes fit what sets a workaround."""
    repeats = row['action']['repeats_default']
    # Of these, check gives one cure, which is to delete the line.
    is_said = bool({'deprecated-option', 'former-name'} & set(names))
    # What overrides another line is reported too, and changes something.
    if repeats and 'repeats-default' not in names and not is_said:
        return False
    if row['state'] == 'removed':
        still_read = row['reason'] == 'option-still-read'
        return names.get('removed-option') == (
            'note' if still_read else 'warning'
        )
    if row['state'] == 'absent':
        return names.keys() & {'not-yet-read', 'removed-option'} != set()
    if row['state'] == 'invalid':
        return 'invalid-value' in names
    is_idle = {'removed-option', 'not-yet-read', 'invalid-value'} & set(names)
    return not is_idle and not (repeats and 'not-default' in names)


@pytest.fixture(scope='module')
def directory(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return tmp_path_factory.mktemp('agreement')


@hypothesis.given(
    lines=strategies.lists(LINES, max_size=12),
    version=strategies.sampled_from(
        ('34.0.0', '25.0.0', '23.1.0', '19.0.0', '12.0.0', '99.0.0')
    ),
    variables=strategies.dictionaries(
        strategies.sampled_from(NAMES).map(
            lambda name: f'OS_WORKAROUNDS__{name.upper()}'
        ),
        strategies.sampled_from(('true', 'false', 'maybe', '1')),
        max_size=2,
    ),
)
@hypothesis.settings(max_examples=60)
def test_they_agree_about_each_line_and_each_variable(
    directory: pathlib.Path,
    lines: list[str],
    version: str,
    variables: dict[str, str],
) -> None:
    checked, advised = documents(directory, lines, version, variables)
    assert contradictions(checked, advised) == []


def test_they_agree_on_an_indented_line_below_one_of_a_later_release(
    directory: pathlib.Path,
) -> None:
    lines = [
        'disable_rootwrap = true',
        'disable_deep_image_inspection = true',
        '  disable_rootwrap = true',
    ]
    checked, advised = documents(directory, lines, '25.0.0', {})
    assert contradictions(checked, advised) == []


@pytest.mark.parametrize('value', ['true', 'false', '3'])
@pytest.mark.parametrize('version', ['34.0.0', '23.1.0', '12.0.0'])
def test_something_is_said_about_each_line(
    directory: pathlib.Path, value: str, version: str
) -> None:
    lines = [f'{name} = {value}' for name in NAMES]
    checked, advised = documents(directory, lines, version, {})
    assert contradictions(checked, advised) == []
    places = {item['location']['line'] for item in checked['diagnostics']}
    assert places == {number + 2 for number in range(len(NAMES))}
