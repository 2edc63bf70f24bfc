# SPDX-License-Identifier: Apache-2.0
"""Nothing of interest is passed over, and most of the rest is."""

import ast

import pytest

from workarounds.source.names import Names
from workarounds.source.prefilter import Prefilter
from workarounds.source.text import Source


def lines(text: str) -> list[int]:
    """Return the lines of a module that are worth a look."""
    source = Source('code.py', text)
    tree = source.parse()
    names = Names(source, tree)
    interest = Prefilter(source, tree, names, {'flush'}, {'flush'})
    return [
        number
        for number, _ in enumerate(source.lines, 1)
        if interest.lines.touches(ast.Pass(lineno=number, end_lineno=number))
    ]


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('x\nx', []),
        ('x\nworkarounds', [2]),
        ("x\n'flush'", [2]),
        ('flushed', []),
        ('import workarounds as w\nx\nw', [1, 3]),
        ('from a import enabled as e\nx\ne', [1, 3]),
        ('from a import (\n  value as v)\nx\nv', [2, 4]),
        ('def f():\n  from a import enabled as e', [2]),
        ('from a import *\nfrom workarounds import *\nenabled', [2, 3]),
        ('import workarounds as w\ne = w.enabled\nx\ne', [1, 2, 4]),
        ('a = CONF.workarounds\nx\nb = a\nx\nb', [1, 3, 5]),
        ("a = CONF['workarounds']\nx\na", [1, 3]),
        ("a = getattr(CONF, 'workarounds')\nx\na", [1, 3]),
        ("a = 'workarounds'\nx\na", [1, 3]),
        ('a: T = CONF.workarounds\nx\na', [1, 3]),
        ('self.a = CONF.workarounds\nx\nself.a', [1, 3]),
        ('a, b = 1, CONF.workarounds\nx\nb', [1, 3]),
        ('a = b if c else CONF.workarounds\nx\na', [1, 3]),
        ('a = b or CONF.workarounds\nx\na', [1, 3]),
        ("a = 'flush'\nx\nself.a", [1, 3]),
        ('a = f(CONF.workarounds)\nx\na', [1]),
        ('a = CONF.workarounds.flush\nx\na', [1]),
        ('x\nworkaround(name)\n# a workaround', [2]),
        ('x\nWorkaround(name)', [2]),
    ],
)
def test_lines(text: str, expected: list[int]) -> None:
    assert lines(text) == expected
