# SPDX-License-Identifier: Apache-2.0
"""Checks of single fields: the mistake, and what to write instead."""

from typing import Any
from typing import Literal

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest

from workarounds.declarations import base
from workarounds.declarations import validation

Colour = Literal['red', 'blue']

#: Values of the wrong type, whatever the field.
NO_STRINGS: tuple[object, ...] = (None, 5, 2.2, True, b'a', [], ('a',), object)


@pytest.mark.parametrize('value', ['a', ' a ', 'a\nb', 'é', '0'])
def test_text_that_says_something_is_accepted(value: str) -> None:
    assert list(validation.check_text('reason', value, 'say why')) == []


@pytest.mark.parametrize('value', ['', ' ', '\n\t', *NO_STRINGS])
def test_no_text_is_reported_with_the_hint(value: object) -> None:
    assert list(validation.check_text('reason', value, 'say why')) == [
        f'reason is {value!r}, not text; say why'
    ]


@pytest.mark.parametrize(
    'value', ['a', 'A', 'fsync_image_before_convert', 'x1', 'x_', 'X__1']
)
def test_a_name_is_accepted(value: str) -> None:
    assert validation.is_name(value)
    assert list(validation.check_name('name', value, 'fsync')) == []


@pytest.mark.parametrize(
    'value',
    [
        '',
        'two words',
        'with-dash',
        'with.dot',
        '1st',
        '_private',
        'umläut',
        'x\n',
        ' x',
        'x٣',
        *NO_STRINGS,
    ],
)
def test_what_is_no_name_is_reported_with_an_example(value: object) -> None:
    assert not validation.is_name(value)
    assert list(
        validation.check_name('enabled_by', value, 'disable_fsync')
    ) == [
        f'enabled_by {value!r} is not a name of letters, digits and '
        f'underscores; write one like disable_fsync'
    ]


@given(
    strategies.text()
    | strategies.text(alphabet='aZ_9-. \n')
    | strategies.from_regex(r'\w+')
)
@settings(deadline=None)
def test_a_name_is_a_public_ascii_identifier(value: str) -> None:
    expected = (
        value.isascii() and value.isidentifier() and not value.startswith('_')
    )
    assert validation.is_name(value) is expected


@pytest.mark.parametrize(
    'value',
    [
        'https://bugs.launchpad.net/qemu/+bug/1368815',
        'http://example.org',
        'https://example.org/',
        'https://example.org:8443/a?b=c#d',
        'https://[2001:db8::1]/bug',
    ],
)
def test_an_absolute_url_is_accepted(value: str) -> None:
    assert list(validation.check_url('bugs:', value)) == []


@pytest.mark.parametrize(
    'value',
    [
        '',
        'bugs.launchpad.net/qemu/+bug/1368815',
        '//bugs.launchpad.net/qemu',
        '/qemu/+bug/1368815',
        'ftp://example.org/bug',
        'file:///etc/passwd',
        'https://',
        'https:///bug',
        'https:example.org',
        'see https://example.org',
        'https://example.org/a b',
        'https://example.org/\n',
        'https://example.org/1 https://example.org/2',
        *NO_STRINGS,
    ],
)
def test_what_is_no_absolute_url_is_reported(value: object) -> None:
    assert list(validation.check_url('bugs:', value)) == [
        f'bugs: {value!r} is not an absolute http(s) URL; write the whole '
        f'address'
    ]


@pytest.mark.parametrize(
    'value',
    [
        '2.2.0',
        '9',
        '35.0.0.0rc1',
        '1:7.2+dfsg-7+deb12u1',
        '2:8.2.2+ds-0ubuntu1~cloud0',
        '10.0.0-5.el9_2',
        '20230101git',
    ],
)
def test_a_version_of_anybody_is_accepted(value: str) -> None:
    assert list(validation.check_version('version', value)) == []


@pytest.mark.parametrize(
    'value',
    ['', 'v2.2', 'Rocky', '2.2 or so', '2.2.0\n', ' 2.2', '.1', *NO_STRINGS],
)
def test_what_is_no_version_is_reported_with_an_example(
    value: object,
) -> None:
    assert list(validation.check_version('fixed_in', value)) == [
        f'fixed_in {value!r} is not a version, which starts with a digit; '
        f"write one like '2.2.0'"
    ]


@pytest.mark.parametrize('value', ['red', 'blue'])
def test_one_of_the_choices_is_accepted(value: str) -> None:
    assert list(validation.check_choice('colour', value, Colour)) == []


@pytest.mark.parametrize('value', ['', 'Red', 'green', *NO_STRINGS])
def test_none_of_the_choices_is_reported_with_all(value: object) -> None:
    assert list(validation.check_choice('colour', value, Colour)) == [
        f'colour {value!r} is not one of red, blue'
    ]


def test_a_missing_field_is_left_to_the_data() -> None:
    missing = base.MISSING
    assert list(validation.check_text('reason', missing, 'say why')) == []
    assert list(validation.check_name('name', missing, 'fsync')) == []
    assert list(validation.check_version('version', missing)) == []


@pytest.mark.parametrize(
    ('value', 'expected'),
    [
        ([], True),
        (['a'], True),
        (('a',), True),
        ('a', False),
        ('', False),
        (None, False),
        ({'a': 1}, False),
        ({'a'}, False),
        (5, False),
    ],
)
def test_a_string_is_no_list(value: Any, expected: bool) -> None:
    assert validation.is_list(value) is expected
