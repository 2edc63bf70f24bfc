# SPDX-License-Identifier: Apache-2.0
"""What a name means, and that one with several meanings is not guessed."""

import ast

import pytest

from workarounds.source import names as source_names
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import ImportedGroup
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.abstract_values import UnionValue
from workarounds.source.names import Names
from workarounds.source.text import Source


def meaning(text: str) -> AbstractValue:
    """Tell what the last expression of a module means, at its place."""
    source = Source('code.py', text)
    tree = source.parse()
    names = Names(source, tree)
    last = tree.body[-1]
    assert isinstance(last, ast.Expr)
    return names.evaluate(last.value, names.module)


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ("'a'", KnownString('a')),
        ("'a' 'b'", KnownString('ab')),
        ("x = 'a'\ny = x\ny", KnownString('a')),
        ("x = 'a' if y else 'a'\nx", KnownString('a')),
        ("x = y or 'a'\nx", UnionValue((Special.UNKNOWN, KnownString('a')))),
        ("x, y = 'a', 'b'\ny", KnownString('b')),
        ('x = x\nx', Special.UNKNOWN),
        ('x = y\ny = x\nx', Special.UNKNOWN),
        ('x', Special.UNKNOWN),
        ('x()', Special.OTHER),
        ('1', Special.OTHER),
        ('None', Special.UNKNOWN),
        ('import a.b\na.b.c', Symbol('a.b.c')),
        ('import a.b as x\nx.c', Symbol('a.b.c')),
        ('from a import b as x\nx.c', Symbol('a.b.c')),
        ('from .a import b\nb', Symbol('a.b', 1)),
        ('from a import b\ngetattr(b, "c").d', Symbol('a.b.c.d')),
        ('from a import b\nb["c"]', Special.UNKNOWN),
        ('from a import *\nx', Symbol('a.x')),
        ('from a import *\nfrom b import *\nx', Special.UNKNOWN),
        ('from a import *\nlen', Special.UNKNOWN),
        ('CONF', Special.CONF),
        ('self.conf', Special.CONF),
        ('CONF.x', Special.UNKNOWN),
        ('CONF.workarounds', Special.GROUP),
        ('def getattr(): 0\ngetattr(CONF, "workarounds")', Special.OTHER),
        ('x.workarounds', Special.MAYBE_GROUP),
        ('"a".workarounds', Special.MAYBE_GROUP),
        ('from a import CONF\nCONF.workarounds', Special.GROUP),
        (
            'from a import conf\nconf.workarounds',
            ImportedGroup(Symbol('a.conf')),
        ),
        ('from a import x\nx.workarounds', ImportedGroup(Symbol('a.x'))),
        (
            'from a.conf import b\nfrom a import conf\nconf.workarounds',
            Symbol('a.conf.workarounds'),
        ),
        ('import a.conf\na.conf["workarounds"]', Special.OTHER),
        ("x = 'a'\nx = 'a'\nx", KnownString('a')),
        (
            "x = 'a'\nx = 'b'\nx",
            UnionValue((KnownString('a'), KnownString('b'))),
        ),
        (
            "x = 'a'\ndef f():\n  global x\n  x = 'b'\nx",
            UnionValue((KnownString('a'), Special.UNKNOWN)),
        ),
        ("x = 'a'\ndel x\nx", UnionValue((KnownString('a'), Special.UNKNOWN))),
        ("x = 'a'  # not the global x\nx", KnownString('a')),
        ('def x(): pass\nx', Special.OTHER),
        ('@d\ndef x(): pass\nx', Special.UNKNOWN),
    ],
)
def test_meaning(text: str, expected: AbstractValue) -> None:
    assert meaning(text) == expected


def test_long_chains_are_not_followed() -> None:
    chain = ''.join(f'x{n + 1} = x{n}\n' for n in range(100))
    assert meaning(f"x0 = 'a'\n{chain}x5") == KnownString('a')
    assert meaning(f"x0 = 'a'\n{chain}x100") == Special.UNKNOWN
    assert meaning('x' + '.x' * 2_000) == Special.UNKNOWN


def test_last() -> None:
    def last(text: str) -> str:
        return source_names.last_identifier(ast.parse(text, mode='eval').body)

    assert last('a.b') == 'b'
    assert last('a') == 'a'
    assert last('a.b()') == 'b'
    assert last('a[b]') == ''
    assert last('1') == ''


def test_definition() -> None:
    source = Source('code.py', 'x = [1]\ny = x\nz = 1\nz = 2\nw = y')
    tree = source.parse()
    names = Names(source, tree)

    def of(name: str) -> str:
        node = names.definition(ast.Name(name), names.module)
        return ast.unparse(node)

    assert [of(name) for name in 'xywzu'] == ['[1]', '[1]', '[1]', 'z', 'u']
