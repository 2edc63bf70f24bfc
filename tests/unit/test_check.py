# SPDX-License-Identifier: Apache-2.0
"""The diagnostics of check about lines in files, and about variables."""

import pathlib

from oslo_config import cfg
import pytest

from tests.unit.checking import declare
from tests.unit.checking import diagnose
from tests.unit.checking import found
import workarounds


@pytest.mark.parametrize(
    'text',
    [
        '',
        '[workarounds]\n',
        '[workarounds]\n# flush = true\n',
        '[WorkArounds]\n',
        '[rounds]\nflash = true\n',
        '[DEFAULT]\nconsoleauth_ttl = 1\n[work]\nflush_all = true\n',
        # Of a short name, one letter makes another word.
        '[rounds]\nflushs = true\nflus = true\n',
    ],
)
def test_nothing_is_wrong_in_a_clean_file(
    tmp_path: pathlib.Path, text: str
) -> None:
    assert found(tmp_path, text) == []


@pytest.mark.parametrize(
    ('text', 'line'),
    [
        ('[workarounds]\nflush = false\n', 2),
        ('[WorkArounds]\nflush = no\n', 2),
        ('[workarounds]\nflush = false\n[a]\n[workarounds]\nflush=0\n', 5),
        # Without the last line, the first one counts.
        ('[workarounds]\nflush = true\nflush = false\n', None),
        ('[workarounds]\nflush = maybe\nflush = false\n', None),
        ('[workarounds]\nflush = false\nflush = true\n', None),
    ],
)
def test_a_line_that_repeats_the_default_is_a_note(
    tmp_path: pathlib.Path, text: str, line: int | None
) -> None:
    reported = [
        diagnostic
        for diagnostic in found(tmp_path, text)
        if diagnostic.startswith('WA116')
    ]
    expected = [f'WA116 note nova.conf:{line} flush'] if line else []
    assert reported == expected


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('', 'nothing would change without it'),
        ('[workarounds]\nflush = true\n', ':2 would count'),
    ],
)
def test_a_variable_can_repeat_the_default_and_override_a_line(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    expected: str,
) -> None:
    monkeypatch.setenv('OS_WORKAROUNDS__FLUSH', 'false')
    [diagnostic] = diagnose(tmp_path, text)
    assert diagnostic.code == 'WA116'
    assert diagnostic.cure.endswith(expected)


@pytest.mark.parametrize(
    ('service_version', 'severity', 'cure'),
    [
        ('34.0.0', 'warning', ''),
        ('20.1.0.dev5', 'warning', ''),
        ('20.0.0.0rc1', 'warning', ''),
        ('20.0.0.dev12', 'warning', ''),
        ('19.3.3.dev5', 'note', ' when you upgrade to 20.0.0 or later'),
        ('19.3.2', 'note', ' when you upgrade to 20.0.0 or later'),
        ('9.0.0', 'note', ' when you upgrade to 20.0.0 or later'),
        (None, 'warning', ' if the service is at 20.0.0 or later'),
        ('Train', 'warning', ' if the service is at 20.0.0 or later'),
        ('', 'warning', ' if the service is at 20.0.0 or later'),
    ],
)
@pytest.mark.parametrize('place', ['file', 'environment'])
def test_a_removed_option_is_judged_by_the_release(
    tmp_path: pathlib.Path,
    place: str,
    service_version: str | None,
    severity: str,
    cure: str,
) -> None:
    text, environ = '[workarounds]\n\nenable_consoleauth = true\n', {}
    location, what = f'{tmp_path}/nova.conf:3', 'delete the line'
    if place == 'environment':
        variable = 'OS_WORKAROUNDS__ENABLE_CONSOLEAUTH'
        text, environ = '', {variable: 'true'}
        location, what = (
            f'environment variable {variable}',
            'unset the variable',
        )
    [diagnostic] = diagnose(
        tmp_path, text, environ=environ, service_version=service_version
    )
    assert (diagnostic.code, diagnostic.subject) == ('WA101', 'consoleauth')
    # A line that has an effect needs no correction.
    assert diagnostic.severity == severity
    assert str(diagnostic.location) == location
    assert diagnostic.cure == f'{what}{cure}'


@pytest.mark.parametrize(
    ('release', 'is_shown'),
    [('34.0.0', False), ('9.0.0', False), ('19.0.0', True), (None, True)],
)
def test_a_precaution_is_for_releases_that_read_the_option(
    tmp_path: pathlib.Path, release: str | None, is_shown: bool
) -> None:
    [diagnostic] = diagnose(
        tmp_path,
        '[workarounds]\nold = true\n',
        workarounds.RemovedWorkaround(
            name='old',
            options=['old'],
            introduced='18.0.0',
            removed_in='20.0.0',
            reason='fixed',
            precaution='stop it',
        ),
        service_version=release,
    )
    said = '(fixed; before you change this, stop it)' in diagnostic.message
    assert said is is_shown


def test_a_release_that_cannot_be_compared_is_not_taken_for_reached(
    tmp_path: pathlib.Path,
) -> None:
    [diagnostic] = diagnose(
        tmp_path,
        '[workarounds]\nold = true\n',
        workarounds.RemovedWorkaround(
            name='old', options=['old'], removed_in='2026.2.0', reason='fixed'
        ),
        service_version='34.0.0',
    )
    assert (diagnostic.code, diagnostic.severity) == ('WA101', 'warning')
    assert "'34.0.0' and '2026.2.0' cannot be compared" in diagnostic.message


@pytest.mark.parametrize(
    ('key', 'cure'),
    [
        (
            'flsh',
            'rename it to flush if you mean that option, or delete the line '
            'if your service does not read it',
        ),
        (
            'flushimage_',
            'rename it to flush_image',
        ),
        ('Flush', 'rename it to flush'),
        ('FLUSH', 'rename it to flush'),
        ('flush-image', 'rename it to flush_image'),
        (
            'something_else',
            'delete the line unless your service reads it, or move it if it '
            'belongs to another section',
        ),
    ],
)
def test_an_unknown_option_is_reported_with_the_nearest_names(
    tmp_path: pathlib.Path, key: str, cure: str
) -> None:
    declarations = declare(), declare('flush_image')
    [diagnostic] = diagnose(
        tmp_path, f'[workarounds]\n{key} = 1\n', *declarations
    )
    assert (diagnostic.name, diagnostic.location.line) == ('unknown-option', 2)
    assert key in diagnostic.message
    assert diagnostic.cure == cure


@pytest.mark.parametrize(
    'line', ['Q+c2VjcmV0==', 'password secret = a', 'flush a = secret']
)
def test_a_key_that_can_be_a_part_of_a_value_is_not_shown(
    tmp_path: pathlib.Path, line: str
) -> None:
    [diagnostic] = diagnose(tmp_path, f'[workarounds]\n{line}\n')
    assert diagnostic.message == (
        'this key is not known to the loaded catalogue; a patched or newer '
        'service may read it'
    )


def test_an_option_with_capitals_is_named_when_it_is_set_twice(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\nEnableFlush = true\nEnableFlush = false\n'
    [diagnostic] = diagnose(tmp_path, text, declare(enabled_by='EnableFlush'))
    assert diagnostic.message.startswith('EnableFlush is set 2 times')


def test_a_section_that_can_be_a_value_is_not_shown(
    tmp_path: pathlib.Path,
) -> None:
    text = '[DEFAULT]\n["secret"]\nflush = true\n'
    [diagnostic] = diagnose(tmp_path, text)
    assert (diagnostic.code, diagnostic.location.line) == ('WA104', 3)
    assert 'secret' not in str(diagnostic)


def test_an_option_of_the_service_in_the_same_group_is_known(
    tmp_path: pathlib.Path,
) -> None:
    others = {'workarounds': cfg.BoolOpt('not_yet_adopted')}
    text = '[workarounds]\nnot_yet_adopted = true\n'
    assert found(tmp_path, text, others=others) == []


def test_former_names_of_an_option_are_known(tmp_path: pathlib.Path) -> None:
    opt = cfg.BoolOpt(
        'flush',
        default=True,
        deprecated_opts=[
            cfg.DeprecatedOpt('old_flush'),
            cfg.DeprecatedOpt('flush', group='libvirt'),
        ],
    )
    text = '[workarounds]\nold_flush = true\n[libvirt]\nflush = true\n'
    assert found(tmp_path, text, declare(enabled_by=opt)) == [
        'WA115 warning nova.conf:2 flush',
        'WA115 warning nova.conf:4 flush',
    ]
    variables = {'OS_LIBVIRT__FLUSH': 'true', 'OS_WORKAROUNDS__FLUSH': 'true'}
    assert found(tmp_path, '', declare(enabled_by=opt), environ=variables) == [
        'WA115 warning environment variable OS_LIBVIRT__FLUSH flush'
    ]


@pytest.mark.parametrize(
    ('variable', 'expected'),
    [
        ('OS_WORKAROUNDS__FLUSH', []),
        ('OS_LIBVIRT__FLUSH', []),
        (
            'OS_WORKAROUNDS__FLSH',
            ['WA102 warning environment variable OS_WORKAROUNDS__FLSH'],
        ),
        (
            'OS_WORKAROUNDS__ENABLE_CONSOLEAUTH',
            [
                'WA101 warning environment variable '
                'OS_WORKAROUNDS__ENABLE_CONSOLEAUTH consoleauth'
            ],
        ),
    ],
)
def test_variables_are_looked_at_like_lines(
    tmp_path: pathlib.Path, variable: str, expected: list[str]
) -> None:
    assert (
        found(
            tmp_path,
            '',
            environ={variable: 'false'},
            service_version='34.0.0',
        )
        == expected
    )


def test_a_variable_of_an_option_with_capitals_is_known(
    tmp_path: pathlib.Path,
) -> None:
    environ = {'OS_WORKAROUNDS__ENABLEFLUSH': 'false'}
    assert (
        found(tmp_path, '', declare(enabled_by='EnableFlush'), environ=environ)
        == []
    )


@pytest.mark.parametrize(
    'section',
    [
        'workaround',
        'work_arounds',
        'Work-Arounds',
        ' workarounds ',
        'workarrounds',
    ],
)
def test_a_section_that_nothing_reads_is_reported_once(
    tmp_path: pathlib.Path, section: str
) -> None:
    text = f'[{section}]\nflush = true\nother = true\nFLUSH = true\n'
    assert found(tmp_path, text) == [
        # These two would still be wrong in the right section.
        'WA102 warning nova.conf:3',
        'WA103 warning nova.conf:1',
        'WA104 warning nova.conf:4 flush',
    ]


def test_a_section_that_something_reads_is_left_alone(
    tmp_path: pathlib.Path,
) -> None:
    others = {'workaround': cfg.BoolOpt('flush')}
    assert found(tmp_path, '[workaround]\nflush = true\n', others=others) == []


@pytest.mark.parametrize('section', ['DEFAULT', 'libvirt', 'default'])
def test_an_option_in_another_section_is_reported(
    tmp_path: pathlib.Path, section: str
) -> None:
    text = f'[{section}]\nflush = true\nenable_consoleauth = true\n'
    assert found(tmp_path, text) == [
        'WA104 warning nova.conf:2 flush',
        'WA104 warning nova.conf:3 consoleauth',
    ]


@pytest.mark.parametrize('section', ['DEFAULT', 'libvirt'])
@pytest.mark.parametrize(
    ('key', 'shown', 'doubt'),
    [
        ('flush-image', 'flush-image', ''),
        ('Flush_Image', 'Flush_Image', ''),
        ('FLUSH-IMAGE', 'FLUSH-IMAGE', ''),
        ('flushimage', 'flushimage', ''),
        ('flush_imaeg', 'flush_imaeg', 'if you mean that option, '),
        ('flush_images', 'flush_images', 'if you mean that option, '),
        ('flush-imag', 'flush-imag', 'if you mean that option, '),
        # The text can be a part of a value.
        ('Flush imag', 'this key', 'if you mean that option, '),
    ],
)
def test_a_misspelt_option_in_another_section_is_reported_with_both_cures(
    tmp_path: pathlib.Path, section: str, key: str, shown: str, doubt: str
) -> None:
    [diagnostic] = diagnose(
        tmp_path, f'[{section}]\n{key} = true\n', declare('flush_image')
    )
    assert (diagnostic.code, diagnostic.subject) == ('WA104', 'flush_image')
    assert diagnostic.message == (
        f'{shown} is set in [{section}] and looks like [workarounds] '
        f'flush_image'
    )
    assert diagnostic.cure == (
        f'{doubt}rename it to flush_image and move it to [workarounds]'
    )


@pytest.mark.parametrize(
    ('key', 'cure'),
    [
        ('Enable-Consoleauth', 'delete the line'),
        ('enable_consolauth', 'if you mean that option, delete the line'),
    ],
)
def test_a_misspelt_leftover_in_another_section_is_reported(
    tmp_path: pathlib.Path, key: str, cure: str
) -> None:
    [diagnostic] = diagnose(tmp_path, f'[DEFAULT]\n{key} = true\n')
    assert (diagnostic.code, diagnostic.subject) == ('WA104', 'consoleauth')
    assert 'looks like the former option [workarounds] ' in diagnostic.message
    assert diagnostic.cure == cure


#: Options of other groups, one of them in groups that operators name.
_ELSEWHERE = (
    declare('boot', enabled_by='boot_timeout', group='ipmi'),
    declare(
        'suppress', enabled_by='suppress_warnings', group=lambda _: ['lvm-1']
    ),
)


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('[ipmi]\nboot_timeout = false\n', ['WA116 note nova.conf:2 boot']),
        ('[IPMI]\nboot_timeout = false\n', ['WA116 note nova.conf:2 boot']),
        ('[ipmi]\nboot-timeout = false\n', ['WA102 warning nova.conf:2']),
        ('[ipmi]\nboot_timeuot = false\n', ['WA102 warning nova.conf:2']),
        (
            '[DEFAULT]\nBoot_Timeout = false\n',
            ['WA104 warning nova.conf:2 boot'],
        ),
        (
            '[workarounds]\nboot_timeout = false\n',
            ['WA104 warning nova.conf:2 boot'],
        ),
        (
            '[lvm-1]\nsuppress_warnings = false\n',
            ['WA116 note nova.conf:2 suppress'],
        ),
        ('[lvm-2]\nsuppress_warnings = false\n', []),
        (
            '[lvm-1]\nsuppress-warnings = false\n',
            ['WA102 warning nova.conf:2'],
        ),
        # Too far from it: an option of the service.
        ('[ipmi]\nboot_device = disk\n', []),
    ],
)
def test_options_of_other_groups_are_right_there(
    tmp_path: pathlib.Path, text: str, expected: list[str]
) -> None:
    # None of them has an option in [workarounds].
    assert found(tmp_path, text, *_ELSEWHERE, removed=()) == expected


def test_of_a_misspelt_option_of_another_group_the_name_is_given(
    tmp_path: pathlib.Path,
) -> None:
    text = '[ipmi]\nboot_timeuot = true\n'
    [diagnostic] = diagnose(tmp_path, text, *_ELSEWHERE)
    # It may be the service's own, so no cure says to delete it.
    assert diagnostic.cure == (
        'rename it to boot_timeout if you mean that option'
    )


@pytest.mark.parametrize('section', ['DEFAULT', 'libvirt'])
@pytest.mark.parametrize('name', ['flush', 'Flush', 'flushs'])
def test_another_option_of_the_same_name_is_left_alone(
    tmp_path: pathlib.Path, section: str, name: str
) -> None:
    others = {section: cfg.BoolOpt(name)}
    text = f'[{section}]\n{name} = true\n'
    assert found(tmp_path, text, others=others) == []


@pytest.mark.parametrize(
    ('opt', 'text'),
    [
        (cfg.BoolOpt('debug'), ''),
        (cfg.BoolOpt('debug', default=True), ''),
        (cfg.IntOpt('debug'), '[DEFAULT]\ndebug = many\n'),
        (cfg.StrOpt('debug', default='flush'), ''),
    ],
)
def test_a_section_can_be_named_like_an_option(
    tmp_path: pathlib.Path, opt: cfg.Opt, text: str
) -> None:
    text = f'[debug]\nflush = true\n{text}'
    assert found(tmp_path, text, others={'DEFAULT': opt}) == [
        'WA104 warning nova.conf:2 flush'
    ]


@pytest.mark.parametrize(
    ('times', 'lines'),
    [
        (2, '2 and 3'),
        (3, '2, 3 and 4'),
        # None is left out: each is to be deleted.
        (7, '2, 3, 4, 5, 6, 7 and 8'),
    ],
)
def test_an_option_that_is_set_twice_is_reported_with_its_lines(
    tmp_path: pathlib.Path, times: int, lines: str
) -> None:
    text = '[workarounds]\nflush = true\n' + 'flush = false\n' * (times - 1)
    [diagnostic] = diagnose(tmp_path, text)
    assert (diagnostic.code, diagnostic.subject) == ('WA106', 'flush')
    assert diagnostic.location.line == times + 1
    assert diagnostic.message.endswith(f' in lines {lines}')


def test_a_second_section_is_reported(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\n\n[a]\n[WORKAROUNDS]\n[workarounds]\n'
    assert found(tmp_path, text) == [
        f'WA111 note nova.conf:{line}' for line in (4, 5)
    ]


def test_they_are_sorted_by_code_and_by_line(tmp_path: pathlib.Path) -> None:
    text = (
        '[workaround]\n[a]\nflush = true\n[workarounds]\nb = 1\n'
        'enable_consoleauth = true\na = 1\nflush = true\nflush = true\n'
    )
    assert [line.split()[0::2][:2] for line in found(tmp_path, text)] == [
        ['WA101', 'nova.conf:6'],
        ['WA102', 'nova.conf:5'],
        ['WA102', 'nova.conf:7'],
        ['WA103', 'nova.conf:1'],
        ['WA104', 'nova.conf:3'],
        ['WA106', 'nova.conf:9'],
        ['WA110', 'nova.conf:9'],
    ]


def test_control_characters_of_a_file_reach_no_terminal(
    tmp_path: pathlib.Path,
) -> None:
    text = (
        '[workarounds]\n\x1b[31mred = 1\n\x1b[31mred = 1\n'
        '[work\x1barounds]\n[\x1b[31m]\nflush = true\n'
    )
    diagnostics = diagnose(tmp_path, text)
    assert [diagnostic.code for diagnostic in diagnostics] == [
        'WA102',
        'WA102',
        'WA103',
        'WA104',
    ]
    assert all(str(diagnostic).isprintable() for diagnostic in diagnostics)


@pytest.mark.parametrize(
    ('key', 'code', 'cure'),
    [
        (
            'boot',
            'WA102',
            'write boot_timeout = true in [ipmi] instead to turn it on, or '
            'delete the line',
        ),
        ('always', 'WA102', 'it has no option; delete the line'),
        (
            'consoleauth',
            'WA102',
            'it was removed in 20.0.0; delete the line',
        ),
        ('boot_timeout', 'WA104', 'move it to [ipmi]'),
    ],
)
def test_the_name_of_a_workaround_is_no_option(
    tmp_path: pathlib.Path, key: str, code: str, cure: str
) -> None:
    [diagnostic] = diagnose(
        tmp_path,
        f'[workarounds]\n{key} = true\n',
        declare('boot', enabled_by='boot_timeout', group='ipmi'),
        declare('always', enabled_by=workarounds.Always('for all')),
    )
    assert (diagnostic.code, diagnostic.cure) == (code, cure)


def test_another_value_at_which_it_is_on_as_by_default(
    tmp_path: pathlib.Path,
) -> None:
    [diagnostic] = diagnose(
        tmp_path,
        '[ipmi]\nretries = 2\n',
        declare(
            enabled_by=cfg.IntOpt('retries', default=3),
            off_values=[1],
            group='ipmi',
        ),
    )
    assert diagnostic.message == (
        'workaround flush (option retries) is on (as by default, but retries '
        'has another value)'
    )


# --- names that only removed workarounds had


@pytest.mark.parametrize(
    'key', ['enable-consoleauth', 'Enable_Consoleauth', 'ENABLE-CONSOLEAUTH']
)
def test_a_removed_option_in_another_spelling_is_called_removed(
    tmp_path: pathlib.Path, key: str
) -> None:
    (found,) = diagnose(
        tmp_path, f'[workarounds]\n{key} = true\n', service_version='34.0.0'
    )
    assert (found.code, found.subject) == ('WA102', 'consoleauth')
    assert 'removed in 20.0.0' in found.message
    assert found.cure == 'delete the line'


def test_a_removed_option_that_is_read_still_is_a_hint(
    tmp_path: pathlib.Path,
) -> None:
    (found,) = diagnose(
        tmp_path,
        '[workarounds]\nenable-consoleauth = true\n',
        service_version='19.0.0',
    )
    assert found.cure == 'rename it to enable_consoleauth'


@pytest.mark.parametrize('still_registered', [True, False])
@pytest.mark.parametrize('group', ['workarounds', 'disk'])
@pytest.mark.parametrize('service_version', ['34.0.0', None])
def test_no_option_that_does_nothing_is_suggested(
    tmp_path: pathlib.Path,
    group: str,
    service_version: str | None,
    still_registered: bool,
) -> None:
    gone = workarounds.RemovedWorkaround(
        name='gone',
        options=['disable_everything'],
        group=group,
        removed_in='30.0.0',
        reason='nobody needs it',
        still_registered=still_registered,
    )
    others = {group: cfg.BoolOpt('disable_everything')}
    (found,) = diagnose(
        tmp_path,
        f'[{group}]\ndisable_everythin = true\n',
        others=others if still_registered else {},
        removed=[gone],
        service_version=service_version,
    )
    assert 'did you mean' not in str(found.cure)
    assert 'removed in 30.0.0' in str(found.cure)
