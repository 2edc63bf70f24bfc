# SPDX-License-Identifier: Apache-2.0
"""What check says to do about a line, and that doing so cures it."""

import json
import pathlib
import re
from typing import Any

import pytest

from tests.functional import command_line

HOST = (
    pathlib.Path(__file__).parents[2]
    / 'doc/source/examples/hosts/debian12.json'
)
#: Lines that an operator has indented by mistake.
INDENTED = '    [keystone_authtoken]\n    password = secret\n'


def check(
    conf: pathlib.Path, text: str, *arguments: str, **environ: str
) -> list[dict[str, Any]]:
    """Return the diagnostics of a file."""
    conf.write_text(text)
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('--service-version', '34.0.0', 'check', *arguments, '-f', 'json'),
        **environ,
    )
    assert 'secret' not in ran.stdout
    diagnostics: list[dict[str, Any]] = json.loads(ran.stdout)['diagnostics']
    return diagnostics


@pytest.fixture
def conf(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / 'nova.conf'


@pytest.mark.parametrize(
    ('code', 'line', 'cure'),
    [
        ('WA101', 'enable_consoleauth = true', 'delete line 3'),
        (
            'WA102',
            'something_else = 1',
            'delete line 3 unless your nova reads it, or move it if it '
            'belongs to another section',
        ),
        (
            'WA102',
            'disable-rootwrap = true',
            'rename it to disable_rootwrap',
        ),
        (
            'WA105',
            'disable_rootwrap = maybe',
            'write true or false, or delete line 3 to use the default',
        ),
        (
            'WA107',
            'disable_libvirt_livesnapshot = true',
            'delete line 3 if you can do without it',
        ),
        (
            'WA113',
            'disable_rootwrap = true',
            'read the release notes before the upgrade, or check again with a '
            'catalogue that covers this release',
        ),
    ],
)
def test_what_is_done_about_indented_lines_does_not_depend_on_the_code(
    conf: pathlib.Path, code: str, line: str, cure: str
) -> None:
    text = f'[workarounds]\nlibvirt_disable_apic = false\n{line}\n{INDENTED}'
    [found] = [
        it
        for it in check(conf, text, '--target-version', '40.0.0')
        if it['code'] == code and it['location']['line'] == 3
    ]
    assert found['location']['end_line'] == 5
    assert '; the indented lines 4-5 belong to it' in found['message']
    assert found['cure'] == (
        f'{cure}; remove the indentation of lines 4-5, or delete them'
    )


def test_the_indented_lines_of_a_misplaced_line_are_named(
    conf: pathlib.Path,
) -> None:
    [found] = check(conf, f'[libvirt]\ndisable_rootwrap = true\n{INDENTED}')
    assert found['cure'] == (
        'move it to [workarounds]; remove the indentation of lines 3-4, or '
        'delete them'
    )


def test_the_indented_lines_of_a_line_of_a_later_release_are_named(
    conf: pathlib.Path,
) -> None:
    [found] = [
        it
        for it in check(
            conf,
            f'[workarounds]\ndisable_deep_image_inspection = true\n{INDENTED}',
            *('--service-version', '28.0.0'),
        )
        if it['code'] == 'WA112'
    ]
    assert found['cure'] == (
        'delete line 2, or leave it for the upgrade; remove the indentation '
        'of lines 3-4, or delete them'
    )


def test_the_indented_lines_of_repeated_lines_are_named(
    conf: pathlib.Path,
) -> None:
    text = (
        f'[workarounds]\ndisable_rootwrap = true\n{INDENTED}'
        'disable_rootwrap = true\n  more\ndisable_rootwrap = true\n'
    )
    [found] = [it for it in check(conf, text) if it['code'] == 'WA106']
    assert found['message'].endswith(' in lines 2, 5-6 and 7')
    assert found['cure'] == (
        'the last line counts; delete lines 2 and 5-6; remove the indentation '
        'of lines 3-4 if the lines below belong to that section too, or '
        'delete them'
    )


def test_the_indented_lines_of_each_line_to_delete_are_named(
    conf: pathlib.Path,
) -> None:
    line = 'disable_libvirt_livesnapshot = true'
    text = f'{line}\n{INDENTED}{line}\n  disable_rootwrap = true\n'
    assert cures_of(conf, text, 'WA107') == {
        'delete :2 and :5 if you can do without it; remove the indentation of '
        ':3-4 if the lines below belong to that section too, or delete them; '
        'remove the indentation of :6, or delete it'
    }


@pytest.mark.parametrize('format_', ['github', 'sarif'])
def test_annotations_cover_the_indented_lines(
    conf: pathlib.Path, format_: str
) -> None:
    conf.write_text(f'[workarounds]\nenable_consoleauth = true\n{INDENTED}')
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('--service-version', '34.0.0', 'check', '-f', format_),
    )
    assert re.search(r'"?endLine"?[=:] ?4\b', ran.stdout)


@pytest.mark.parametrize(
    'line',
    [
        'enable_consoleauth = true',
        'something_else = 1',
        'disable_libvirt_livesnapshot = false',
    ],
)
def test_a_file_can_be_read_after_its_lines_were_deleted(
    conf: pathlib.Path, line: str
) -> None:
    before = '[workarounds]\nlibvirt_disable_apic = false\n'
    text = f'{before}{line}\n{INDENTED}'
    cures = {it['cure'] for it in check(conf, text)}
    assert any('delete line 3' in cure for cure in cures)
    for rest in ('', INDENTED.replace(' ', '')):
        [left] = check(conf, f'{before}{rest}')
        assert left['code'] == 'WA116'


@pytest.mark.parametrize(
    ('text', 'line', 'name', 'lines'),
    [
        (
            '[DEFAULT]\nmy_ip = 192.0.2.1\n [workarounds]\n'
            ' disable_rootwrap = true\n password = secret\n',
            3,
            '[workarounds]',
            'lines 3-5, or delete them',
        ),
        (
            '[DEFAULT]\nmy_ip = 192.0.2.1\n\t[WorkAround]\n',
            3,
            '[WorkAround]',
            'line 3, or delete it',
        ),
        (
            '[libvirt]\na = b,\n  c = d,\n  disable-rootwrap: 1\n',
            4,
            'disable-rootwrap',
            'delete line 4',
        ),
        # Of a removed workaround.
        (
            '[libvirt]\na = b\n  enable_consoleauth=1\n\n',
            3,
            'enable_consoleauth',
            'delete line 3',
        ),
        # As lines of their own, these would be to delete.
        (
            '[workarounds]\ndisable_rootwrap = true\n'
            '  disable_rootwrap = true\n',
            3,
            'disable_rootwrap',
            'delete line 3',
        ),
        (
            '[workarounds]\nlibvirt_disable_apic = true\n'
            '  disable_rootwrap = no\n  enable_consoleauth: 1\n',
            3,
            'disable_rootwrap',
            'delete lines 3-4',
        ),
        (
            f'[workarounds]\nenable_consoleauth = true\n{INDENTED}',
            3,
            '[keystone_authtoken]',
            'lines 3-4, or delete them',
        ),
        (
            '[workarounds]\ndisable_rootwrap = true\n  [secret"x]\n',
            3,
            'this section',
            'line 3, or delete it',
        ),
    ],
)
def test_an_indented_section_or_option_is_reported(
    conf: pathlib.Path, text: str, line: int, name: str, lines: str
) -> None:
    [found] = [it for it in check(conf, text) if it['code'] == 'WA117']
    assert (found['location']['line'], found['severity']) == (line, 'warning')
    assert re.match(
        f'{re.escape(name)} (and .* are|is) indented: ', found['message']
    )
    if not lines.startswith('delete'):
        lines = f'remove the indentation of {lines}'
    assert found['cure'] == lines
    assert not [
        it
        for it in check(conf, re.sub(r'(?m)^[ \t]+', '', text))
        if it['code'] == 'WA117'
    ]


@pytest.mark.parametrize(
    'text',
    [
        '[DEFAULT]\na = b,\n  c = d\n  [libvirt]\n  e\n',
        '[workarounds]\nwait_for_vif_plugged_event_during_hard_reboot =\n'
        '  normal,\n  direct\n',
    ],
)
def test_other_indented_lines_are_left_alone(
    conf: pathlib.Path, text: str
) -> None:
    assert 'WA117' not in {it['code'] for it in check(conf, text)}


def test_advise_points_to_an_indented_section(conf: pathlib.Path) -> None:
    conf.write_text('[DEFAULT]\na = b\n  [workarounds]\n')
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf, 'advise')
    )
    assert not ran.stderr
    said = ' '.join(ran.stdout.split())
    sentence = f'1 place needs a look: {conf}:3; run check to see why.'
    assert sentence in said
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('advise', '-f', 'value'),
    )
    assert sentence in ran.stderr
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('advise', '-f', 'json'),
    )
    assert json.loads(ran.stdout)['message'] == sentence
    assert not ran.stderr


OLD = 'disable_libvirt_livesnapshot'
OLD_VARIABLE = f'OS_WORKAROUNDS__{OLD.upper()}'


def cures_of(
    conf: pathlib.Path, text: str, *codes: str, **environ: str
) -> set[str]:
    """Return the cures of codes, without the path of the file."""
    return {
        it['cure'].replace(f'{conf}:', ':')
        for it in check(conf, f'[workarounds]\n{text}', **environ)
        if it['code'] in codes
    }


@pytest.mark.parametrize(
    ('text', 'cure'),
    [
        ('{} = true\n', 'delete the line if you can do without it'),
        (
            '{} = true\n{} = yes\n',
            'delete :2 and :3 if you can do without it',
        ),
        # Without the last line, the first one would turn it on.
        (
            '{} = true\n{} = false\n',
            'delete :2 and :3; the workaround stays off',
        ),
        ('{} = false\n', 'delete the line; the workaround stays off'),
        (
            '{} = 1\n{} = 1\n{} = 1\n{} = 1\n{} = 0\n',
            'delete :2, :3, :4, :5 and :6; the workaround stays off',
        ),
    ],
)
def test_what_sets_a_deprecated_option_is_deleted_together(
    conf: pathlib.Path, text: str, cure: str
) -> None:
    text = text.replace('{}', OLD)
    # One line has one cure, whatever else is said of it.
    assert cures_of(conf, text, 'WA107', 'WA110', 'WA116') == {cure}


def test_lines_of_all_files_that_set_a_deprecated_option_are_named(
    conf: pathlib.Path,
) -> None:
    first = conf.with_name('a.conf')
    first.write_text(f'[workarounds]\n{OLD} = true\n')
    conf.write_text(f'[workarounds]\n{OLD} = false\n')
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', first),
        *('--config-file', conf, 'check', '-f', 'json'),
    )
    [found] = json.loads(ran.stdout)['diagnostics']
    assert found['cure'] == (
        f'delete {first}:2 and {conf}:2; the workaround stays off'
    )


@pytest.mark.parametrize(
    ('text', 'value', 'cure'),
    [
        ('', 'true', 'unset the variable if you can do without it'),
        ('', 'false', 'unset the variable; the workaround stays off'),
        (
            f'{OLD} = true\n',
            'false',
            'unset the variable and delete :2; the workaround stays off',
        ),
    ],
)
def test_a_variable_of_a_deprecated_option_is_unset(
    conf: pathlib.Path, text: str, value: str, cure: str
) -> None:
    environ = {OLD_VARIABLE: value}
    codes = ('WA107', 'WA110', 'WA116')
    assert cures_of(conf, text, *codes, **environ) == {cure}


@pytest.mark.parametrize(
    ('line', 'cure'),
    [
        (
            'disable_rootwrap = true',
            'remove the indentation of lines 3-4, or delete them',
        ),
        (
            'qemu_monitor_announce_self_count = 5',
            'remove the indentation of lines 3-4, or delete them',
        ),
        (
            'disable_rootwrap = maybe',
            'write true or false, or delete line 2 to use the default; remove '
            'the indentation of lines 3-4, or delete them',
        ),
    ],
)
def test_an_accepted_value_is_not_to_be_written_again(
    conf: pathlib.Path, line: str, cure: str
) -> None:
    assert cures_of(conf, f'{line}\n{INDENTED}', 'WA105') == {cure}


@pytest.mark.parametrize(
    ('value', 'cure'),
    [
        # The first line alone would be another list.
        (
            'wait_for_vif_plugged_event_during_hard_reboot =\n  normal,\n  x',
            'or delete lines 2-4 to use the default',
        ),
        (
            'disable_rootwrap = true\n  # why\n  x = 1',
            'delete line 3; remove the indentation of line 4, or delete it',
        ),
    ],
)
def test_a_cure_never_cuts_a_list(
    conf: pathlib.Path, value: str, cure: str
) -> None:
    [found] = cures_of(conf, f'{value}\n', 'WA105')
    assert found.endswith(cure)


@pytest.mark.parametrize(
    ('line', 'also'),
    [
        # The host does not need it.
        (
            'disable_deep_image_inspection = true',
            'delete {}:2: disable_deep_image_inspection = true',
        ),
        ('qemu_monitor_announce_self_count = 5', 'leave it off; '),
        ('enable_qemu_monitor_announce_self = true', 'keep it until '),
        ('enable_consoleauth = true', 'delete {}:2: enable_consoleauth = '),
    ],
)
def test_advise_says_the_same_about_indented_lines(
    conf: pathlib.Path, line: str, also: str
) -> None:
    text = f'[workarounds]\n{line}\n  disable_rootwrap = true\n'
    [found] = [it for it in check(conf, text) if it['location']['line'] == 3]
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('--service-version', '34.0.0', 'advise', '--host', HOST),
    )
    said = ' '.join(ran.stdout.split())
    cure = found['cure'].replace('line 3', f'{conf}:3')
    assert (
        f'to do (1) {cure}: disable_rootwrap (it continues the value of line '
        f'2) (2) {also.format(conf)}'
    ) in said
    assert '1 workaround needs a change' in said


@pytest.mark.parametrize(
    ('lines', 'is_said'),
    [
        (['enable_consoleauth = 1', 'something_else = 1'], True),
        (
            ['enable_consoleauth = 1', '[libvirt]', 'disable_rootwrap = 1'],
            True,
        ),
        (['enable_consoleauth = 1', 'disable_rootwrap = 1'], False),
        # Both findings are about the second line.
        (['disable_rootwrap = 1', 'disable_rootwrap = 1'], False),
    ],
)
def test_the_order_of_several_corrections_is_said_once(
    conf: pathlib.Path, lines: list[str], is_said: bool
) -> None:
    conf.write_text('\n'.join(['[workarounds]', *lines, '']))
    ran = command_line.run(
        *('--namespace', 'nova', '--service-version', '34.0.0'),
        *('--config-file', conf, 'check'),
    )
    sentence = 'Correct a file from its last line upwards, '
    assert ran.stdout.count(sentence) == is_said


@pytest.mark.parametrize(
    ('lines', 'deleted'),
    [
        (['disable_rootwrap = true', '  disable_rootwrap = true'], '3'),
        (['disable_rootwrap = maybe', '  enable_consoleauth = true'], '3'),
        (
            [
                'enable_consoleauth = true',
                '  enable_consoleauth = true',
                '  disable_rootwrap = false',
            ],
            '3-4',
        ),
        (
            [
                'disable_rootwrap = maybe',
                '  disable_libvirt_livesnapshot = true',
                'disable_rootwrap = true',
            ],
            '3',
        ),
    ],
)
def test_an_indented_line_has_one_cure(
    conf: pathlib.Path, lines: list[str], deleted: str
) -> None:
    text = '\n'.join(['[workarounds]', *lines, ''])
    cures = [
        it['cure']
        for it in check(conf, text)
        if it['code'] in ('WA101', 'WA105', 'WA106', 'WA117')
    ]
    noun = 'lines' if '-' in deleted else 'line'
    assert len(cures) == 2
    assert all(cure.endswith(f'delete {noun} {deleted}') for cure in cures)
    ran = command_line.run(
        *('--namespace', 'nova', '--service-version', '34.0.0'),
        *('--config-file', conf, 'advise', '--host', HOST),
    )
    assert f'(1) delete {conf}:{deleted}: ' in ' '.join(ran.stdout.split())
    assert 'indentation' not in ' '.join([*cures, ran.stdout])


@pytest.mark.parametrize('format_', ['text', 'csv', 'value', 'github', 'json'])
def test_every_format_is_in_the_order_of_the_lines(
    conf: pathlib.Path, format_: str
) -> None:
    conf.write_text(
        '[workarounds]\nlibvirt_disable_apic = true\nsomething_else = 1\n'
        'enable_consoleauth = true\ndisable_rootwrap = maybe\n'
    )
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', conf),
        *('check', '-f', format_),
        OS_WORKAROUNDS__ENABLE_CONSOLEAUTH='true',
    )
    assert list(dict.fromkeys(re.findall(r'WA1\d\d', ran.stdout))) == [
        'WA110',
        'WA102',
        'WA101',
        'WA105',
    ]


@pytest.mark.parametrize(
    ('line', 'option'),
    [
        ('skip_cpu_compare_on_dst = false', 'skip_cpu_compare_on_dest'),
        (
            'ignore_virt_lifecycle_events = true',
            'handle_virt_lifecycle_events',
        ),
        ('[DEFAULT]\ndisable-rootwrap = false', 'disable_rootwrap'),
    ],
)
def test_what_is_set_already_is_not_set_again(
    conf: pathlib.Path, line: str, option: str
) -> None:
    text = f'[workarounds]\n{option} = false\n{line}\n'
    [found] = [
        diagnostic
        for diagnostic in check(conf, text)
        if diagnostic['code'] in ('WA102', 'WA104')
    ]
    already = f'{conf}:2 sets [workarounds] {option} already; delete the line'
    assert already in found['cure']


@pytest.mark.parametrize(
    ('lines', 'cure'),
    [
        # Without a key, a line of its own cannot be parsed.
        (
            '  url = a,\n  b\n',
            'remove the indentation of line 3 (delete line 4 unless it '
            'belongs to line 3), or delete lines 3-4',
        ),
        (
            '  [libvirt]\n  b\n  url = a\n',
            'remove the indentation of line 3, or delete it; delete line 4; '
            'remove the indentation of line 5, or delete it',
        ),
        (
            '  [libvirt]\nlibvirt_disable_apic = true\n',
            'remove the indentation of line 3 if the lines below belong to '
            'that section too, or delete it',
        ),
    ],
)
def test_each_indented_line_has_a_cure(
    conf: pathlib.Path, lines: str, cure: str
) -> None:
    assert cures_of(conf, f'disable_rootwrap = true\n{lines}', 'WA117') == {
        cure
    }


@pytest.mark.parametrize(
    ('text', 'cures'),
    [
        (
            f'[libvirt]\n{OLD} = true\n',
            [f'[workarounds] {OLD} is deprecated; delete the line'],
        ),
        (
            '[workaround]\ndisable_rootwrap = false\n',
            [
                '[workarounds] disable_rootwrap would repeat the default; '
                'delete the line',
            ],
        ),
        (
            '[libvirt]\ndisable_rootwrap = maybe\n',
            [
                '[workarounds] disable_rootwrap accepts only true or false; '
                'delete the line',
            ],
        ),
        (
            'disable_deep_image_inspektion = true\n',
            [
                'it resembles disable_deep_image_inspection, and '
                '[workarounds] disable_deep_image_inspection would weaken '
                'security; delete the line unless your nova reads it',
            ],
        ),
        # Only one of several lines is to be corrected.
        (
            '[libvirt]\ndisable_rootwrap = true\ndisable-rootwrap = true\n'
            '[workaround]\nsomething_else = 1\n',
            [
                'delete the line unless your nova reads it, or move it if it '
                'belongs to another section',
                'move it to [workarounds]',
                ':3 seems to mean [workarounds] disable_rootwrap too; delete '
                'the line',
            ],
        ),
    ],
)
def test_no_cure_makes_a_line_that_is_to_be_deleted(
    conf: pathlib.Path, text: str, cures: list[str]
) -> None:
    assert cures_of(conf, text, 'WA102', 'WA104') == set(cures)


@pytest.mark.parametrize(
    ('text', 'cure'),
    [
        (
            'cpu_mode = custom\n[libvirt]\ncpu_mode = none\n',
            'line 4 sets it in [libvirt]; delete the line unless your nova '
            'reads it',
        ),
        (
            'cpu_mode = custom\n[Sec"ret]\ncpu_mode = none\n',
            'line 4 sets it in another section; delete the line unless your '
            'nova reads it',
        ),
        # Nothing reads it there either.
        (
            'cpu_mode = custom\n[workaround]\ncpu_mode = none\n',
            'delete the line unless your nova reads it, or move it if it '
            'belongs to another section',
        ),
        (
            'qemu_monitor_announce_self = yes\n',
            'write enable_qemu_monitor_announce_self = true in [workarounds] '
            'instead to turn it on, or delete the line',
        ),
    ],
)
def test_a_line_that_sets_nothing_has_one_likely_cure(
    conf: pathlib.Path, text: str, cure: str
) -> None:
    [found, *_] = [
        it
        for it in check(conf, f'[workarounds]\n{text}')
        if it['code'] == 'WA102'
    ]
    assert found['cure'] == cure


@pytest.mark.parametrize(
    ('name', 'cure'),
    [
        (
            'DISABLE_ROOTWRP',
            'rename it to OS_WORKAROUNDS__DISABLE_ROOTWRAP if you mean that '
            'option, or unset the variable if your nova does not read it',
        ),
        (
            'QEMU_MONITOR_ANNOUNCE_SELF',
            'set OS_WORKAROUNDS__ENABLE_QEMU_MONITOR_ANNOUNCE_SELF=true '
            'instead to turn it on, or unset the variable',
        ),
        ('SOMETHING', 'unset the variable unless your nova reads it'),
    ],
)
def test_a_variable_that_sets_nothing_has_one_likely_cure(
    conf: pathlib.Path, name: str, cure: str
) -> None:
    variables = {f'OS_WORKAROUNDS__{name}': 'true'}
    assert cures_of(conf, '', 'WA102', **variables) == {cure}


@pytest.mark.parametrize(
    ('first', 'kept'), [('true', {'note'}), ('maybe', {'note', 'warning'})]
)
def test_what_is_overridden_is_reported(
    conf: pathlib.Path, first: str, kept: set[str]
) -> None:
    earlier = conf.with_name('a.conf')
    earlier.write_text(f'[workarounds]\ndisable_rootwrap = {first}\n')
    conf.write_text('[workarounds]\ndisable_rootwrap = false\n')
    ran = command_line.run(
        *('--namespace', 'nova', '--config-file', earlier),
        *('--config-file', conf, 'check', '--strict', '-f', 'json'),
    )
    assert ran.returncode == 1
    found = {
        (it['location']['file'], it['severity']): it['cure']
        for it in json.loads(ran.stdout)['diagnostics']
    }
    expected = {
        (str(conf), 'note'): f'without it, {earlier}:2 would count',
        (str(earlier), 'warning'): 'delete the line',
    }
    assert found == {k: v for k, v in expected.items() if k[1] in kept}


def test_lines_with_the_same_misspelt_key_get_no_different_names(
    conf: pathlib.Path,
) -> None:
    line = 'qemu_monitor_announce_self_cuont = 5\n'
    *others, last = check(conf, f'[workarounds]\n{line * 3}')
    assert last['cure'].startswith(
        'rename it to qemu_monitor_announce_self_count or '
    )
    assert len(others) == 2
    for other in others:
        assert 'rename' not in other['cure']
        assert f'{conf}:4 seems to mean' in other['cure']


def test_all_indented_options_are_named(conf: pathlib.Path) -> None:
    indented = '  my_ip = b\n  skip_cpu_compare_on_dest = no\n'
    found = check(conf, f'[workarounds]\ndisable_rootwrap = no,\n{indented}')
    [named] = [it['message'] for it in found if it['code'] == 'WA117']
    assert named.startswith('my_ip and skip_cpu_compare_on_dest are indented')


def test_a_deprecated_option_that_is_set_twice_has_no_two_orders(
    conf: pathlib.Path,
) -> None:
    line = 'enable_numa_live_migration = true\n'
    found = check(conf, f'[workarounds]\n{line * 2}')
    cures = {it['code']: it['cure'] for it in found}
    assert cures['WA107'].startswith(f'delete {conf}:2 and {conf}:3 if')
    assert (
        cures['WA106'] == 'the last line counts; if you keep it, delete line 2'
    )
