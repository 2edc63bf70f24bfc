# SPDX-License-Identifier: Apache-2.0
"""What operators hear of strange lines in their file: whole sentences."""

import pathlib
import re

from oslo_config import cfg
import pytest

from tests.unit.findings import declare
from tests.unit.findings import hear
import workarounds
from workarounds import diagnostics
from workarounds.config.origin import Origin
from workarounds.diagnostics import Finding

LIVE = (
    'enable_consoleauth is live in {}; removed in 20.0.0 (the service is '
    'gone); delete the line when you upgrade to 20.0.0 or later'
)
UNSURE = (
    'enable_consoleauth was removed in 20.0.0 (the service is gone); whether '
    'this release still reads it is not known ({}); delete the line if the '
    'service is at 20.0.0 or later'
)


@pytest.mark.parametrize(
    'text',
    [
        '',
        '[workarounds]\n',
        '[workarounds]\n# flush = true\n',
        '[workarounds]\nflush = false\n',
        '[WorkArounds]\nflush = false\n',
        '[rounds]\nflash = true\n',
        '[DEFAULT]\nconsoleauth_ttl = 1\n[work]\nflush_all = true\n',
    ],
)
def test_there_is_nothing_to_say_of_a_clean_file(
    tmp_path: pathlib.Path, text: str
) -> None:
    assert hear(tmp_path, text) == []


def test_a_leftover_of_a_removed_workaround_is_explained(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\n\nenable_consoleauth = true\n'
    assert hear(tmp_path, text, service_version='20.0.0') == [
        'WA101 warning nova.conf:3 consoleauth: enable_consoleauth was '
        'removed in 20.0.0 (the service is gone) and has no effect; delete '
        'the line'
    ]


@pytest.mark.parametrize(
    ('service_version', 'said'),
    [
        ('34.0.0', 'has no effect; delete the line'),
        ('20.1.0.dev5', 'has no effect; delete the line'),
        ('20.0.0.0rc1', LIVE.format('20.0.0.0rc1')),
        ('20.0.0.dev12', LIVE.format('20.0.0.dev12')),
        ('19.3.2', LIVE.format('19.3.2')),
        ('9.0.0', LIVE.format('9.0.0')),
        (None, UNSURE.format('no service version')),
        ('Train', UNSURE.format("'Train' and '20.0.0' do not compare")),
        ('', UNSURE.format("'' and '20.0.0' do not compare")),
    ],
)
@pytest.mark.parametrize('place', ['file', 'environment'])
def test_what_is_said_of_a_leftover_depends_on_the_release(
    tmp_path: pathlib.Path, place: str, service_version: str | None, said: str
) -> None:
    text = '[workarounds]\nenable_consoleauth = true\n'
    environ = {}
    if place == 'environment':
        text, environ = '', {'OS_WORKAROUNDS__ENABLE_CONSOLEAUTH': 'true'}
        said = said.replace('delete the line', 'unset it')
    [found] = hear(
        tmp_path, text, environ=environ, service_version=service_version
    )
    assert found.endswith(said)
    # A line that counts is nothing to be corrected.
    severity = 'note' if ' is live in ' in said else 'warning'
    assert found.startswith(f'WA101 {severity} ')


def test_a_release_that_cannot_be_compared_is_not_taken_for_reached(
    tmp_path: pathlib.Path,
) -> None:
    [found] = hear(
        tmp_path,
        '[workarounds]\nold = true\n',
        workarounds.RemovedWorkaround(
            name='old', options=['old'], removed_in='Train', reason='fixed'
        ),
        service_version='34.0.0',
    )
    assert found == (
        'WA101 warning nova.conf:2 old: old was removed in Train (fixed); '
        "whether this release still reads it is not known ('34.0.0' and "
        "'Train' do not compare); delete the line if the service is at Train "
        'or later'
    )


@pytest.mark.parametrize(
    ('key', 'hint'),
    [
        ('flsh', 'did you mean flush? If not, '),
        ('Flush', 'did you mean flush or flush_image? If not, '),
        ('flush-image', 'did you mean flush_image or flush? If not, '),
        ('something_else', ''),
    ],
)
def test_an_unknown_option_is_told_with_the_nearest_names(
    tmp_path: pathlib.Path, key: str, hint: str
) -> None:
    found = hear(
        tmp_path,
        f'[workarounds]\n{key} = 1\n',
        declare(),
        declare('flush_image'),
    )
    assert found == [
        f'WA102 warning nova.conf:2 : {key} is the option of no workaround '
        f'and has no effect; {hint}delete the line'
    ]


@pytest.mark.parametrize(
    ('line', 'hint'),
    [
        ('Q+c2VjcmV0==', ''),
        ('password secret = a', ''),
        ('flush a = secret', 'did you mean flush? If not, '),
    ],
)
def test_a_key_that_can_be_a_part_of_a_value_is_not_shown(
    tmp_path: pathlib.Path, line: str, hint: str
) -> None:
    assert hear(tmp_path, f'[workarounds]\n{line}\n') == [
        f'WA102 warning nova.conf:2 : this key is the option of no workaround '
        f'and has no effect; {hint}delete the line'
    ]


def test_an_option_with_capitals_is_named_when_it_is_set_twice(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\nEnableFlush = false\nEnableFlush = false\n'
    [found] = hear(tmp_path, text, declare(enabled_by='EnableFlush'))
    assert ': EnableFlush is set 2 times, in the lines 2 and 3; ' in found


def test_a_section_that_can_be_a_value_is_not_shown(
    tmp_path: pathlib.Path,
) -> None:
    assert hear(tmp_path, '[DEFAULT]\n["secret"]\nflush = true\n') == [
        'WA104 warning nova.conf:3 flush: flush has no effect in this '
        'section; move it to [workarounds]'
    ]


def test_an_option_of_the_service_in_the_same_group_is_known(
    tmp_path: pathlib.Path,
) -> None:
    others = {'workarounds': cfg.BoolOpt('not_yet_adopted')}
    text = '[workarounds]\nnot_yet_adopted = true\n'
    assert hear(tmp_path, text, others=others) == []


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
    assert hear(tmp_path, text, declare(enabled_by=opt)) == []


@pytest.mark.parametrize(
    ('variable', 'found'),
    [
        ('OS_WORKAROUNDS__FLUSH', []),
        ('OS_LIBVIRT__FLUSH', []),
        (
            'OS_WORKAROUNDS__FLSH',
            [
                'WA102 warning environment OS_WORKAROUNDS__FLSH : flsh is the '
                'option of no workaround and has no effect; did you mean '
                'flush? If not, unset it'
            ],
        ),
        (
            'OS_WORKAROUNDS__ENABLE_CONSOLEAUTH',
            [
                'WA101 warning environment OS_WORKAROUNDS__ENABLE_CONSOLEAUTH '
                'consoleauth: enable_consoleauth was removed in 20.0.0 (the '
                'service is gone) and has no effect; unset it'
            ],
        ),
    ],
)
def test_variables_are_looked_at_like_lines(
    tmp_path: pathlib.Path, variable: str, found: list[str]
) -> None:
    assert (
        hear(
            tmp_path,
            '',
            environ={variable: 'false'},
            service_version='34.0.0',
        )
        == found
    )


def test_a_variable_of_an_option_with_capitals_is_known(
    tmp_path: pathlib.Path,
) -> None:
    environ = {'OS_WORKAROUNDS__ENABLEFLUSH': 'false'}
    assert (
        hear(tmp_path, '', declare(enabled_by='EnableFlush'), environ=environ)
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
def test_a_section_that_nothing_reads_is_told_once(
    tmp_path: pathlib.Path, section: str
) -> None:
    assert hear(tmp_path, f'[{section}]\nflush = true\nflsh = true\n') == [
        f'WA103 warning nova.conf:1 : nothing reads the section [{section}]; '
        f'write [workarounds]'
    ]


def test_a_section_that_something_reads_is_left_alone(
    tmp_path: pathlib.Path,
) -> None:
    others = {'workaround': cfg.BoolOpt('flush')}
    assert hear(tmp_path, '[workaround]\nflush = true\n', others=others) == []


@pytest.mark.parametrize('section', ['DEFAULT', 'libvirt', 'default'])
def test_an_option_in_another_section_is_told(
    tmp_path: pathlib.Path, section: str
) -> None:
    text = f'[{section}]\nflush = true\nenable_consoleauth = true\n'
    assert hear(tmp_path, text) == [
        f'WA104 warning nova.conf:2 flush: flush has no effect in '
        f'[{section}]; move it to [workarounds]',
        f'WA104 warning nova.conf:3 consoleauth: enable_consoleauth has no '
        f'effect in [{section}]; delete the line',
    ]


@pytest.mark.parametrize('section', ['DEFAULT', 'libvirt'])
def test_another_option_of_the_same_name_is_left_alone(
    tmp_path: pathlib.Path, section: str
) -> None:
    others = {section: cfg.BoolOpt('flush')}
    assert hear(tmp_path, f'[{section}]\nflush = true\n', others=others) == []


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
    found = hear(
        tmp_path, '[debug]\nflush = true\n' + text, others={'DEFAULT': opt}
    )
    assert found == [
        'WA104 warning nova.conf:2 flush: flush has no effect in [debug]; '
        'move it to [workarounds]'
    ]


@pytest.mark.parametrize('times', [2, 3, 5, 50])
def test_an_option_that_is_set_twice_is_told_with_its_lines(
    tmp_path: pathlib.Path, times: int
) -> None:
    last = times + 1
    text = '[workarounds]\n' + 'flush = false\n' * times
    [found] = hear(tmp_path, text)
    start, lines, cure = re.split(', in the lines |; ', found)
    assert start == (
        f'WA106 warning nova.conf:{last} flush: flush is set {times} times'
    )
    assert cure == 'the last one counts, delete the others'
    told = re.findall(r'\d+', lines)
    assert told == [*map(str, range(2, len(told) + 1)), str(last)]
    # Nobody reads the number of every line.
    assert len(told) == times or '...' in lines


def test_a_section_that_is_there_twice_is_told(tmp_path: pathlib.Path) -> None:
    text = '[workarounds]\nflush = false\n[a]\n[WORKAROUNDS]\n[workarounds]\n'
    assert hear(tmp_path, text) == [
        f'WA111 note nova.conf:{line} : the file has [workarounds] already '
        f'in line 1; oslo.config reads both as one'
        for line in (4, 5)
    ]


def test_findings_come_by_code_and_by_line(tmp_path: pathlib.Path) -> None:
    text = (
        '[workaround]\n[a]\nflush = true\n[workarounds]\nb = 1\n'
        'enable_consoleauth = true\na = 1\nflush = true\nflush = true\n'
    )
    places = [tuple(line.split()[:3:2]) for line in hear(tmp_path, text)]
    assert places == [
        ('WA101', 'nova.conf:6'),
        ('WA102', 'nova.conf:5'),
        ('WA102', 'nova.conf:7'),
        ('WA103', 'nova.conf:1'),
        ('WA104', 'nova.conf:3'),
        ('WA106', 'nova.conf:9'),
        ('WA110', 'nova.conf:9'),
    ]


def test_findings_of_one_code_come_by_line(tmp_path: pathlib.Path) -> None:
    text = '[workarounds]\nb = true\na = true\n'
    places = [
        line.split()[2]
        for line in hear(tmp_path, text, declare('a'), declare('b'))
    ]
    assert places == ['nova.conf:2', 'nova.conf:3']


def test_control_characters_of_a_file_reach_no_terminal(
    tmp_path: pathlib.Path,
) -> None:
    text = (
        '[workarounds]\n\x1b[31mred = 1\n\x1b[31mred = 1\n'
        '[work\x1barounds]\n[\x1b[31m]\nflush = true\n'
    )
    found = hear(tmp_path, text)
    assert [line.split()[0] for line in found] == [
        'WA102',
        'WA102',
        'WA103',
        'WA104',
        'WA106',
    ]
    assert not [line for line in found if not line.isprintable()]


def test_a_finding_is_said_in_one_line() -> None:
    origin = Origin('file', '/etc/nova.conf', 7)
    finding = Finding('WA101', 'warning', origin, 'delete it')
    assert str(finding) == 'WA101 /etc/nova.conf:7: delete it'


def test_every_code_has_a_meaning_and_stands_for_good() -> None:
    assert list(diagnostics.CODES) == [f'WA{n}' for n in range(101, 112)]
    assert len(set(diagnostics.CODES.values())) == 11
