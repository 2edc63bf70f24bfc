# SPDX-License-Identifier: Apache-2.0
"""Everything on lines of interest is shown once, with where it is."""

import ast
from collections.abc import Iterable

import pytest

from workarounds.source import walk
from workarounds.source.scopes import Scope
from workarounds.source.tree import LineSet
from workarounds.source.walk import Context


def walked(text: str, *lines: int) -> dict[str, list[Context]]:
    """Return where each name was shown."""
    tree = ast.parse(text)
    found: dict[str, list[Context]] = {}

    def recognise(node: ast.AST, here: Context) -> Iterable[ast.AST] | None:
        if isinstance(node, ast.Name):
            found.setdefault(node.id, []).append(here)
        return [] if isinstance(node, ast.Set) else None

    scope = Scope(tree)
    numbers = lines or range(1, len(text.splitlines()) + 1)
    walk.walk(scope, LineSet(numbers), recognise)
    return found


EVERYTHING = """
@a
def f(b: c, d=e, /, *g: h, i=j, **k: l) -> m:
    n = lambda o, p=q: r
    return [s for t in u if v for w in x]
@A
class B(C, metaclass=D):
    E: F = G
    async def f(self):
        async with H as I: await J
        async for K in L: yield M
        match N:
            case O.x if P: Q
            case [R]: S
        try: T
        except U as V: W
        else: X
        finally: Y
        f'{Z!r:>{aa}}'
        global bb
        del cc, dd[ee:ff]
        {gg: hh for ii in jj}; {kk for ll in mm}; (nn for oo in pp)
        qq if rr else ss
        tt and not uu
        (vv := ww)
        xx[yy](*zz, **ab)
"""
#: Names that bind and are no nodes of their own.
BINDERS = {'f', 'R', 'V', 'bb'}


def test_every_name_is_shown_once() -> None:
    names = [
        node.id
        for node in ast.walk(ast.parse(EVERYTHING))
        if isinstance(node, ast.Name)
    ]
    found = walked(EVERYTHING)
    assert sorted(found) == sorted(names)
    assert {len(places) for places in found.values()} == {1}


@pytest.mark.parametrize(
    ('names', 'is_import_time'),
    [('acehjlmACDFG', True), ('rsuvxHJLMNPQ', False)],
)
def test_import_time(names: str, is_import_time: bool) -> None:
    found = walked(EVERYTHING)
    for name in names:
        (here,) = found[name]
        assert here.is_import_time is is_import_time, name


def test_a_program_is_not_an_import() -> None:
    found = walked("if __name__ == '__main__':\n  a\nelse:\n  b\nif c:\n  d")
    assert [found[name][0].is_import_time for name in 'abcd'] == [
        False,
        True,
        True,
        True,
    ]


def test_scopes() -> None:
    found = walked('[a for b in c for d in e if f]\nlambda g=h: i')
    kinds = {
        name: type(here.scope.owner).__name__
        for name, (here,) in found.items()
    }
    inside = dict.fromkeys('abdef', 'ListComp')
    assert kinds == inside | {'c': 'Module', 'h': 'Module', 'i': 'Lambda'}


def test_the_function_around() -> None:
    found = walked('a\n@d\ndef f():\n  b\n  def g():\n    c\n  lambda: e')
    assert [found[name][0].function for name in 'abce'] == [
        None,
        (2, 7),
        (2, 7),
        (2, 7),
    ]


def test_what_has_no_line_of_interest_is_left_out() -> None:
    text = 'a\ndef f():\n  b\n  c\nclass A:\n  d\n  def g(self):\n    e\nh'
    assert sorted(walked(text, 1)) == ['a']
    # A function is looked at whole.
    assert sorted(walked(text, 3)) == ['b', 'c']
    assert sorted(walked(text, 8)) == ['e']
    assert sorted(walked(text, 6, 9)) == ['d', 'h']


def test_what_is_recognised_is_not_gone_into() -> None:
    assert sorted(walked('a\n{b, c}')) == ['a']
