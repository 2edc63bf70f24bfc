# SPDX-License-Identifier: Apache-2.0
"""Versions are compared by the rules of their scheme."""

import subprocess
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest

from workarounds import exceptions
from workarounds.advice.facts import versions
from workarounds.advice.facts.versions import Scheme

#: Of each pair, the first comes before the second.
ORDER: dict[Scheme, list[tuple[str, str]]] = {
    'dpkg': [
        # The last without the fix, and the first with it.
        ('2.1+dfsg-6', '2.1+dfsg-7'),
        ('2.1+dfsg-7~bpo70+1', '2.1+dfsg-7'),
        ('1:7.2+dfsg-7', '1:7.2+dfsg-7+deb12u1'),
        ('1:7.2+dfsg-7+deb12u9', '1:7.2+dfsg-7+deb12u18'),
        ('1:7.2+dfsg-7+deb12u18', '1:7.2+dfsg-7+deb12u18+b3'),
        ('1:7.2+dfsg-7~bpo11+1', '1:7.2+dfsg-7'),
        ('1:7.2+dfsg-7~deb12u1', '1:7.2+dfsg-7'),
        ('1.1.2+dfsg-6a+deb7u5', '1.1.2+dfsg-6a+deb7u6'),
        ('1:8.2.2+ds-0ubuntu1', '1:8.2.2+ds-0ubuntu1.4'),
        ('1:8.2.2+ds-0ubuntu1.9', '1:8.2.2+ds-0ubuntu1.10'),
        # An epoch goes before everything.
        ('2', '1:1'),
        ('1:9', '2:1'),
        # Numbers are numbers, and a tilde is before the end.
        ('9', '10'),
        ('1.2.3', '1.2.10'),
        ('2.0.0~rc1', '2.0.0'),
        ('1.0~~', '1.0~'),
        ('1.0~~a', '1.0~'),
        ('1.0a', '1.0+'),
        ('1.0-1', '1.0-1-1'),
        ('9' * 99, '9' * 100),
    ],
    'releases': [
        ('2014.2.4', '2015.1.0'),
        # A year was the number of services until then.
        ('2015.1.1', '12.0.0'),
        ('33.0.0', '34.0.0.0rc1'),
        ('34.0.0.0rc1', '34.0.0'),
    ],
    'rpm': [
        ('10:1.5.3-79.el7', '10:1.5.3-80.el7'),
        ('10:1.5.3-80.el7', '10:1.5.3-80.el7_1.1'),
        ('17:6.2.0-11.el9_0', '17:6.2.0-11.el9_0.3'),
        ('17:6.2.0-9.el9', '17:6.2.0-11.el9'),
        ('9.0.0-1.el9', '17:6.2.0-11.el9'),
        ('2:1.6.2-12.fc9', '2:1.6.2-12.fc20'),
        (
            '2.12.0-64.module+el8.0.0+3179+d6a3561d.2',
            '2.12.0-64.module+el8.0.0+3180+d6a3561d.2',
        ),
        ('5.2.0-150300.9.1', '5.2.0-150300.121.2'),
        ('1.0~rc1-1', '1.0-1'),
        ('1.0~~-1', '1.0~-1'),
        ('1.0-1', '1.0^git1-1'),
        ('1.0^git1-1', '1.0.1-1'),
        ('1.0^20160101^git1', '1.0^20160102'),
        ('1.0^git1~pre', '1.0^git1'),
        ('1.0-1', '1.0a-1'),
        ('1.0-1', '1.0-1.1'),
        ('1.fc4', '1.0'),
        ('10', '11'),
    ],
    'python': [
        ('26.9.9', '27.0.0'),
        ('27.0.0.0b2.dev10', '27.0.0.0b2'),
        ('27.0.0.0rc1', '27.0.0'),
        ('27.0.0.dev3', '27.0.0a1'),
        ('27.0.0a2', '27.0.0b1'),
        ('27.0.0rc2', '27.0.0'),
        ('27.0.0', '27.0.0+local'),
        ('27.0.0', '27.0.0.post1'),
        ('27.0.0', '27.0.1.dev4'),
        ('9.9.9', '10.0.0'),
        ('2023.2', '2024.1'),
    ],
    'upstream': [
        ('2.1.3', '2.2.0'),
        ('2.2.0-rc4', '2.2.0'),
        ('2.2.0-rc2', '2.2.0-rc10'),
        ('6.1-rc3', '6.1'),
        ('8.1.50', '8.2.0'),
        ('9.2', '10.0.2'),
    ],
}
#: Both are the same version.
SAME: dict[Scheme, list[tuple[str, str]]] = {
    'dpkg': [
        ('7.2', '0:7.2'),
        ('7.2', '7.2-0'),
        ('1.0-0', '1.0-00'),
        ('1.07', '1.7'),
    ],
    'rpm': [
        ('6.2.0-11.el9', '0:6.2.0-11.el9'),
        ('1.0_1-1', '1.0.1-1'),
        ('1.01-1', '1.1-1'),
        ('3.0.0_fc', '3.0.0.fc'),
    ],
    'python': [('27', '27.0.0'), ('1.0-rc.1', '1.0rc1')],
    'upstream': [('2.2', '2.2.0'), ('8.2.0-rc1', '8.2.0rc1')],
}
NO_TEXT = [
    '',
    ' ',
    '1 ',
    ' 1',
    '1\n',
    '1\x00',
    '1\x1b[31m',
    '\u0661',
    '1/2',
    '1*',
]
#: Text that no tool writes as a version.
REFUSED: dict[Scheme, list[str]] = {
    'dpkg': ['a:1', '1:', ':1', '-1', '1.0-', 'v1:2'],
    'rpm': ['x:1-1', ':1-1', '1:', '1_0:1-1', '-1:1', '-', '~', '1.0:1'],
    'python': ['train', '1..0', '2.0.0~rc1', '1:2', '1.0-dirty', '1.0^1'],
    'upstream': ['train', '1..0', '2.0.0~rc1', '1:7.2+dfsg-7', 'unknown'],
}
#: univers reads "v1" as "1", which is not what package managers do:
#: rpm.vercmp('v2-1', '1-1') is -1.
LETTERS_IN_FRONT: dict[Scheme, list[str]] = {
    'dpkg': ['v1', 'v1.0-1', '1:v1', 'a', '+1', '~1', '.1'],
    'rpm': ['v1', 'v2-1', 'FC5', 'fc4', '1:v2-1', '^1', '~1', '_1', '.1'],
    'python': ['v1', 'V1.0', '1!v1', 'rc1', '.1'],
    'upstream': ['v1', 'v8.2.0', 'r123', 'rc1', '.1'],
}


def pairs(table: Any) -> Any:
    return [
        (scheme, *pair) for scheme, listed in table.items() for pair in listed
    ]


def each(table: Any) -> Any:
    return [
        (scheme, text) for scheme, listed in table.items() for text in listed
    ]


@pytest.mark.parametrize(('scheme', 'older', 'newer'), pairs(ORDER))
def test_the_newer_version_is_past_the_older_one(
    scheme: Scheme, older: str, newer: str
) -> None:
    assert versions.is_at_least(scheme, newer, older)
    assert not versions.is_at_least(scheme, older, newer)


@pytest.mark.parametrize(('scheme', 'version', 'other'), pairs(SAME))
def test_each_of_two_ways_to_write_a_version_is_at_the_other(
    scheme: Scheme, version: str, other: str
) -> None:
    assert versions.is_at_least(scheme, version, other)
    assert versions.is_at_least(scheme, other, version)


@pytest.mark.parametrize('scheme', ORDER)
def test_a_version_is_at_itself(scheme: Scheme) -> None:
    for pair in ORDER[scheme]:
        for version in pair:
            assert versions.is_at_least(scheme, version, version)


@pytest.mark.parametrize(
    ('scheme', 'version'),
    [
        *((scheme, text) for scheme in REFUSED for text in NO_TEXT),
        *each(REFUSED),
        *each(LETTERS_IN_FRONT),
        *((scheme, '1' * 201) for scheme in REFUSED),
    ],
)
def test_what_is_no_version_is_refused_on_either_side(
    scheme: Scheme, version: str
) -> None:
    message = f'{version[:80]!r} is not a valid {scheme} version'
    for pair in ((version, '1'), ('1', version)):
        with pytest.raises(exceptions.InvalidVersionError) as caught:
            versions.is_at_least(scheme, *pair)
        assert str(caught.value) == message


def test_a_version_of_python_can_have_an_epoch() -> None:
    assert versions.is_at_least('python', '1!1.0', '2.0')


number = strategies.integers(0, 20).map(str)
suffix = strategies.sampled_from(
    ['', '~rc1', '+dfsg', 'a', '.1', '~', '+b2', '+deb12u1', '.0', '-1', '-0']
)
debian = strategies.builds(
    '{}{}.{}{}{}'.format,
    strategies.sampled_from(['', '0:', '1:']),
    number,
    number,
    suffix,
    strategies.sampled_from(['', '-1', '-0', '-1ubuntu2', '-1~bpo1+1']),
)
red_hat = strategies.builds(
    '{}.{}{}-{}{}'.format,
    number,
    number,
    strategies.sampled_from(['', '~rc1', '^git1', 'a', '.1', '_1', '.0']),
    number,
    strategies.sampled_from(['.el9', '.el9_0.3', '.fc9', '.fc40', '']),
)


@given(debian, debian)
@settings(deadline=None, max_examples=30, database=None)
def test_dpkg_itself_says_the_same(version: str, other: str) -> None:
    code = subprocess.call(
        ['dpkg', '--compare-versions', version, 'ge', other]
    )
    assert versions.is_at_least('dpkg', version, other) is (code == 0)


@given(red_hat, red_hat)
@settings(deadline=None, max_examples=30, database=None)
def test_rpm_itself_says_the_same(version: str, other: str) -> None:
    said = subprocess.check_output(
        [
            'rpm',
            '--eval',
            f'%{{lua:print(rpm.vercmp("{version}", "{other}"))}}',
        ]
    )
    assert versions.is_at_least('rpm', version, other) is (int(said) >= 0)


@pytest.mark.parametrize(
    ('specifier_set', 'version', 'is_in', 'is_past'),
    [
        ('<=1.2.2', '1.2.2', True, False),
        ('<=1.2.2', '1.2.3rc1', False, True),
        ('<2.2.0', '2.2.0-rc1', True, False),
        ('<2.2.0', '2.2', False, True),
        ('==4.0.2', '4.0.1', False, False),
        ('==4.0.2', '4.0.2', True, False),
        ('==4.0.2', '5.0.1', False, True),
        ('==1.2.*', '1.1', False, False),
        ('==1.2.*', '1.2.9', True, False),
        ('==1.2.*', '1.10', False, True),
        ('~=8.1.2', '8.2', False, True),
        ('>=8.0.0', '7.2', False, False),
        ('>=8.0.0', '9', True, False),
        ('>=8.0.0,<8.1.3', '7.2', False, False),
        ('>=8.0.0,<8.1.3', '8.1.3', False, True),
        ('!=8.0.0', '8.0.0', False, False),
    ],
)
def test_a_version_is_in_a_specifier_set_or_past_it(
    specifier_set: str, version: str, is_in: bool, is_past: bool
) -> None:
    assert versions.is_in(specifier_set, version) is is_in
    assert versions.is_past(specifier_set, version) is is_past


@pytest.mark.parametrize(
    ('specifier_set', 'version'), [('1.2', '1.2'), ('<1.2', 'x')]
)
def test_what_is_no_specifier_set_is_not_compared(
    specifier_set: str, version: str
) -> None:
    with pytest.raises(versions.IncomparableVersionError):
        versions.is_in(specifier_set, version)
