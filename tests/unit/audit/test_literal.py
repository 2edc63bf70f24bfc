# SPDX-License-Identifier: Apache-2.0
"""What can be told of a value without running anything."""

import ast

import pytest

from workarounds.source import literals
from workarounds.source import references
from workarounds.source.literals import DeclaredOption
from workarounds.source.names import Names
from workarounds.source.text import Source


def expression(text: str) -> ast.expr:
    return ast.parse(text, mode='eval').body


@pytest.mark.parametrize('value', [1, -1, 'a', None, [1, {'b': (2,)}], b'c'])
def test_literals(value: object) -> None:
    assert literals.value(expression(repr(value))) == value


@pytest.mark.parametrize('text', ['a', 'f()', '1 + a', '{a: 1}', '{[]: 1}'])
def test_what_is_no_literal(text: str) -> None:
    assert literals.value(expression(text)) is references.UNKNOWN
    assert literals.value(None) is references.UNKNOWN


def test_arguments() -> None:
    given = literals.arguments(expression('f(1, b=2, **c)'), 'a')
    assert {name: ast.unparse(node) for name, node in given.items()} == {
        'a': '1',
        'b': '2',
    }
    assert literals.arguments(expression('f')) == {}


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ("'a'", DeclaredOption('a')),
        ("cfg.BoolOpt('a-b')", DeclaredOption('a_b')),
        ("cfg.BoolOpt('a', default=True)", DeclaredOption('a', False, True)),
        (
            "cfg.IntOpt('a', default=b)",
            DeclaredOption('a', False, references.UNKNOWN),
        ),
        ("cfg.StrOpt('a', dest='c')", DeclaredOption('c')),
        ("ListOpt(name='a')", DeclaredOption('a', True)),
        ("cfg.Opt('a', type=types.List(x))", DeclaredOption('a', True)),
        ('cfg.BoolOpt(a)', None),
        ("make('a')", None),
        ('a', None),
    ],
)
def test_option(text: str, expected: DeclaredOption | None) -> None:
    source = Source('code.py', '')
    names = Names(source, source.parse())
    found = literals.declared_option(expression(text), names.module, names)
    assert found == expected
