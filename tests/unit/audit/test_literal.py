# SPDX-License-Identifier: Apache-2.0
"""What can be told of a value without running anything."""

import ast

import pytest

from workarounds.audit import _literal
from workarounds.audit import _names
from workarounds.audit import _source
from workarounds.audit import _trace


def expression(text: str) -> ast.expr:
    return ast.parse(text, mode='eval').body


@pytest.mark.parametrize('value', [1, -1, 'a', None, [1, {'b': (2,)}], b'c'])
def test_literals(value: object) -> None:
    assert _literal.value(expression(repr(value))) == value


@pytest.mark.parametrize('text', ['a', 'f()', '1 + a', '{a: 1}', '{[]: 1}'])
def test_what_is_no_literal(text: str) -> None:
    assert _literal.value(expression(text)) is _trace.UNKNOWN
    assert _literal.value(None) is _trace.UNKNOWN


def test_arguments() -> None:
    given = _literal.arguments(expression('f(1, b=2, **c)'), 'a')
    assert {name: ast.unparse(node) for name, node in given.items()} == {
        'a': '1',
        'b': '2',
    }
    assert _literal.arguments(expression('f')) == {}


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ("'a'", _literal.Option('a')),
        ("cfg.BoolOpt('a-b')", _literal.Option('a_b')),
        ("cfg.BoolOpt('a', default=True)", _literal.Option('a', False, True)),
        (
            "cfg.IntOpt('a', default=b)",
            _literal.Option('a', False, _trace.UNKNOWN),
        ),
        ("cfg.StrOpt('a', dest='c')", _literal.Option('c')),
        ("ListOpt(name='a')", _literal.Option('a', True)),
        ("cfg.Opt('a', type=types.List(x))", _literal.Option('a', True)),
        ('cfg.BoolOpt(a)', None),
        ("make('a')", None),
        ('a', None),
    ],
)
def test_option(text: str, expected: _literal.Option | None) -> None:
    source = _source.Source('code.py', '')
    names = _names.Names(source, source.parse())
    found = _literal.option(expression(text), names.module, names)
    assert found == expected
