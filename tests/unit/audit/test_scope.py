# SPDX-License-Identifier: Apache-2.0
"""Which names are bound where, in every way that Python has."""

import ast

import pytest

from workarounds.source import scopes
from workarounds.source.scopes import Scope


def bound(text: str) -> dict[str, list[str]]:
    scope = Scope(ast.parse(text))
    return {
        name: [binding.kind for binding in bindings]
        for name, bindings in scope.bindings.items()
    }


@pytest.mark.parametrize(
    ('text', 'bindings'),
    [
        ('import a', {'a': ['import']}),
        ('import a.b', {'a': ['import']}),
        ('import a.b as c, d', {'c': ['import'], 'd': ['import']}),
        ('from a import b as c', {'c': ['import']}),
        ('from a import *', {'*': ['import']}),
        ('a = b = 1', {'a': ['value'], 'b': ['value']}),
        ('a: int = 1', {'a': ['value']}),
        ('a: int', {}),
        ('a, (b, c) = 1, (2, 3)', {n: ['value'] for n in 'abc'}),
        ('a, b = x', {'a': ['other'], 'b': ['other']}),
        ('a, *b = 1, 2', {'a': ['other'], 'b': ['other']}),
        ('a.b, c[d], e = x', {'e': ['other']}),
        ('a += 1', {'a': ['other']}),
        ('del a', {'a': ['other']}),
        ('x if (a := 1) else y', {'a': ['other']}),
        ('[b for b in c if (a := b)]', {'a': ['other']}),
        (
            'for a, b in c: d = 1',
            {'a': ['other'], 'b': ['other'], 'd': ['value']},
        ),
        ('with x as a: pass', {'a': ['other']}),
        ('try: pass\nexcept E as a: b = 1', {'a': ['other'], 'b': ['value']}),
        ('def a(x): y = 1', {'a': ['other']}),
        ('async def a(x): y = 1', {'a': ['other']}),
        ('class a(x): y = 1', {'a': ['class']}),
        ('lambda x: x', {}),
        ('def f(x=(a := 1)): pass', {'f': ['other'], 'a': ['other']}),
        ('match x:\n  case [a, *b]: pass', {'a': ['other'], 'b': ['other']}),
        ('match x:\n  case {"k": 1, **a}: pass', {'a': ['other']}),
        ('match x:\n  case C(b=1) as a: pass', {'a': ['other']}),
        ('if x:\n  a = 1\nelse:\n  a = 2', {'a': ['value', 'value']}),
    ],
)
def test_bindings(text: str, bindings: dict[str, list[str]]) -> None:
    assert bound(text) == bindings


def test_paths_of_imports() -> None:
    scope = Scope(
        ast.parse(
            'import a.b\nimport c.d as e\nfrom f import g\n'
            'from . import h\nfrom ..i import j'
        )
    )
    assert {
        name: (binding.path, binding.level)
        for name, (binding,) in scope.bindings.items()
    } == {
        'a': ('a', 0),
        'e': ('c.d', 0),
        'g': ('f.g', 0),
        'h': ('h', 1),
        'j': ('i.j', 2),
    }


def inner(text: str) -> Scope:
    """Return the scope of the first thing in a module that has one."""
    tree = ast.parse(text)
    scope = Scope(tree)
    kinds = ast.ClassDef | ast.FunctionDef | ast.Lambda | ast.ListComp
    for node in ast.walk(tree):
        if isinstance(node, kinds):
            KEPT.append(scope)
            return scope.child(node)
    raise AssertionError(text)


#: A scope refers to the one around it weakly.
KEPT: list[Scope] = []


def test_parameters() -> None:
    assert set(inner('def f(a, /, b, *c, d, **e): g = 1').bindings) == set(
        'abcdeg'
    )
    assert set(inner('lambda a, *b: 1').bindings) == {'a', 'b'}
    assert set(inner('[x for a, b in c for d in e]').bindings) == set('abd')


def test_lookup_does_not_see_classes_from_inside_functions() -> None:
    tree = ast.parse('x = 1\nclass A:\n  x = 2\n  def f(self): return x')
    module = Scope(tree)
    owner = tree.body[1]
    assert isinstance(owner, ast.ClassDef)
    method = owner.body[1]
    assert isinstance(method, ast.FunctionDef)
    inside = module.child(owner)
    assert scopes.binding_scope('x', inside) is inside
    assert scopes.binding_scope('x', inside.child(method)) is module
    assert scopes.binding_scope('y', inside) is None
    assert inside.child(method) is inside.child(method)


@pytest.mark.parametrize(
    ('text', 'me'),
    [
        ('def f(self): pass', 'self'),
        ('def f(this, x): pass', 'this'),
        ('def f(it, /): pass', 'it'),
        ('@classmethod\n  def f(cls): pass', 'cls'),
        ('@staticmethod\n  def f(x): pass', None),
        ('def f(): pass', None),
        ('def f(*args): pass', None),
    ],
)
def test_the_first_parameter_of_a_method(text: str, me: str | None) -> None:
    scope = inner(f'class A:\n  {text}')
    assert isinstance(scope.owner, ast.ClassDef)
    (method,) = scope.owner.body
    assert isinstance(method, ast.FunctionDef)
    assert scope.child(method).self_name == me
    assert inner('def f(self): pass').self_name is None
