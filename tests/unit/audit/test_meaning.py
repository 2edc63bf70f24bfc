# SPDX-License-Identifier: Apache-2.0
"""What has several meanings, and what is called like a configuration."""

import pytest

from workarounds.audit import _meaning

ONE = _meaning.Symbol('a.b')
OTHER = _meaning.Text('b')


def test_together() -> None:
    assert _meaning.together([ONE]) == ONE
    assert _meaning.together([ONE, ONE]) == ONE
    both = _meaning.Several((ONE, OTHER))
    assert _meaning.together([ONE, OTHER]) == both
    assert _meaning.together([both, OTHER]) == both
    assert _meaning.each(both) == (ONE, OTHER)
    assert _meaning.each(ONE) == (ONE,)


def test_symbol() -> None:
    assert ONE['c'] == _meaning.Symbol('a.b.c')
    assert _meaning.Symbol('', 1)['c'] == _meaning.Symbol('c', 1)
    assert ONE['c'].last == 'c'
    assert _meaning.Symbol('a').last == 'a'


@pytest.mark.parametrize(
    'name',
    [
        'CONF',
        'conf',
        '_conf',
        'cfg',
        'config',
        'nova_conf',
        'my_cfg',
        'Config',
    ],
)
def test_names_of_configurations(name: str) -> None:
    assert _meaning.is_conf(name)


@pytest.mark.parametrize(
    'name',
    ['x', 'confirm', 'conflicts', 'ConfigParser', 'confuse', 'conference', ''],
)
def test_other_names(name: str) -> None:
    assert not _meaning.is_conf(name)
