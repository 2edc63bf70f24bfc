# SPDX-License-Identifier: Apache-2.0
"""What attributes of classes mean, and that none is guessed."""

import ast

import pytest

from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import KnownString
from workarounds.source.abstract_values import LocalClass
from workarounds.source.abstract_values import Special
from workarounds.source.abstract_values import Symbol
from workarounds.source.abstract_values import UnionValue
from workarounds.source.names import Names
from workarounds.source.text import Source


def mine(text: str) -> AbstractValue | None:
    """Tell what ``self.x`` means in the class ``A``."""
    source = Source('code.py', text)
    tree = source.parse()
    names = Names(source, tree)
    (node,) = (
        one
        for one in tree.body
        if isinstance(one, ast.ClassDef) and one.name == 'A'
    )
    owner = LocalClass(names.module.child(node), is_instance=True)
    return names.attributes.get(owner, 'x')


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ("class A:\n  x = 'a'", KnownString('a')),
        ('class A:\n  y = 1', None),
        ("class A:\n  def f(self): self.x = 'a'", KnownString('a')),
        ("class A:\n  def f(me): me.x: str = 'a'", KnownString('a')),
        ("class A:\n  x = 'a'\n  def f(self): self.x = 'a'", KnownString('a')),
        (
            "class A:\n  def f(self, y):\n    z = 'a'\n    self.x = z",
            KnownString('a'),
        ),
        ('class A:\n  def f(self, y): self.x = y', Special.UNKNOWN),
        ('class A:\n  def f(self): self.x = self.x', Special.UNKNOWN),
        ('class A:\n  def x(self): pass', Special.OTHER),
        ('class A:\n  @property\n  def x(self): pass', Special.UNKNOWN),
        ("class A:\n  def f(self): other.x = 'a'", Special.UNKNOWN),
        (
            "class A:\n  @staticmethod\n  def f(it): it.x = 'a'",
            Special.UNKNOWN,
        ),
        ("class B:\n  x = 'a'\nclass A(B): pass", KnownString('a')),
        ("class B:\n  x = 'b'\nclass A(B):\n  x = 'a'", KnownString('a')),
        (
            "class C:\n  x = 'a'\nclass B(C): pass\nclass A(B): pass",
            KnownString('a'),
        ),
        ('from m import B\nclass A(B): pass', Symbol('m.B.x')),
        ('class A(make()): pass', Special.UNKNOWN),
        ('class A(A): pass', Special.UNKNOWN),
        ("class A:\n  x = 'a'\nclass B(A): pass", KnownString('a')),
        ("class A:\n  x = 'a'\nclass B:\n  x = 'b'", KnownString('a')),
        ("class A:\n  x = 'a'\nclass B(A):\n  x = 'b'", Special.UNKNOWN),
        (
            "class A:\n  x = 'a'\nclass C(A): pass\nclass B(C):\n  x = 'b'",
            Special.UNKNOWN,
        ),
        (
            "class A:\n  x = 'a'\nclass B(A):\n  def f(self): self.x = 'b'",
            Special.UNKNOWN,
        ),
    ],
)
def test_attribute(text: str, expected: AbstractValue | None) -> None:
    assert mine(text) == expected


@pytest.mark.parametrize(
    'store',
    [
        "self.x = 'b'",
        "self.x += 'b'",
        'self.x, y = z',
        'self.x = self.y = z',
        'del self.x',
        'for self.x in y: pass',
        'with y as self.x: pass',
        "other.x = 'b'",
    ],
)
def test_an_attribute_that_is_assigned_anew(store: str) -> None:
    found = mine(f"class A:\n  x = 'a'\n  def f(self):\n    {store}")
    assert isinstance(found, UnionValue)


@pytest.mark.parametrize(
    'use',
    [
        'self.x',
        'self.x()',
        'self.x.y = 1',
        'self.x[0] = 1',
        'f(self.x)',
        'self.x == 1',
        "self.xx = 'b'",
    ],
)
def test_an_attribute_that_is_used(use: str) -> None:
    text = f"class A:\n  x = 'a'\n  def f(self):\n    {use}"
    assert mine(text) == KnownString('a')
