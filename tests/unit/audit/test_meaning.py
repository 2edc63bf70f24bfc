# SPDX-License-Identifier: Apache-2.0
"""What has several meanings, and what is called like a configuration."""

import pytest

from workarounds.source import abstract_values
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import Symbol
from workarounds.source.abstract_values import UnionValue

ONE = Symbol('a.b')
OTHER = KnownString('b')


def test_together() -> None:
    assert abstract_values.union([ONE]) == ONE
    assert abstract_values.union([ONE, ONE]) == ONE
    both = UnionValue((ONE, OTHER))
    assert abstract_values.union([ONE, OTHER]) == both
    assert abstract_values.union([both, OTHER]) == both
    assert abstract_values.members(both) == (ONE, OTHER)
    assert abstract_values.members(ONE) == (ONE,)


def test_symbol() -> None:
    assert ONE['c'] == Symbol('a.b.c')
    assert Symbol('', 1)['c'] == Symbol('c', 1)
    assert ONE['c'].name == 'c'
    assert Symbol('a').name == 'a'


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
    assert abstract_values.is_conf_name(name)


@pytest.mark.parametrize(
    'name',
    ['x', 'confirm', 'conflicts', 'ConfigParser', 'confuse', 'conference', ''],
)
def test_other_names(name: str) -> None:
    assert not abstract_values.is_conf_name(name)
