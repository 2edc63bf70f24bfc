# SPDX-License-Identifier: Apache-2.0
"""A trace is made as far as one module tells."""

import ast

import pytest

from workarounds.audit.collect.unresolved import Name
from workarounds.audit.collect.unresolved import ReferenceCollector
from workarounds.audit.collect.unresolved import UnresolvedReference
from workarounds.source.abstract_values import Symbol
from workarounds.source.references import Place
from workarounds.source.references import Reference
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.walk import Context

SYMBOL = Symbol('a.b')


def draft(name: Name, key: Name = '') -> UnresolvedReference:
    source = Source('code.py', '\n  f(x)')
    tree = ast.parse('\n(f(x))')
    (node,) = tree.body
    assert isinstance(node, ast.Expr)
    drafts = ReferenceCollector(source)
    here = Context(Scope(tree), False, (1, 9))
    place = drafts.add('param', node.value, here, name, key=key, value=3)
    (made,) = drafts.unresolved
    assert made.reference.place == place
    return made


def test_what_is_known() -> None:
    made = draft('flush', 'delay')
    assert made == UnresolvedReference(
        Reference(
            'param',
            Place('code.py', 2, 1, 2, 5),
            'flush',
            'f(x)',
            key='delay',
            value=3,
        ),
        function=(1, 9),
    )


def test_what_another_module_knows() -> None:
    made = draft(SYMBOL, SYMBOL)
    assert (made.name, made.key) == (SYMBOL, SYMBOL)
    assert (made.reference.kind, made.reference.name) == ('param', '')


@pytest.mark.parametrize(('name', 'key'), [(None, 'k'), ('flush', None)])
def test_what_nobody_knows(name: Name, key: Name) -> None:
    made = draft(name, key)
    assert (made.reference.kind, made.reference.name) == (
        'computed',
        name or '',
    )
