# SPDX-License-Identifier: Apache-2.0
"""Whether names and functions still mean what they meant."""

import sys
import textwrap

import pytest

from workarounds.retire import scope_checks


def faults(before: str, after: str) -> list[tuple[int, int, str]]:
    found = scope_checks.find_scope_changes(
        textwrap.dedent(before), textwrap.dedent(after)
    )
    return [(one.first_line, one.last_line, one.reason) for one in found]


@pytest.mark.parametrize(
    ('before', 'after', 'reason'),
    [
        (
            'def f():\n    if k:\n        yield 1\n    return 2\n',
            'def f():\n    return 2\n',
            'f would no longer be a generator',
        ),
        (
            'def f():\n    if k:\n        yield from g()\n    return 2\n',
            'def f():\n    return [(yield_) for yield_ in g()]\n',
            'f would no longer be a generator',
        ),
        (
            'async def f():\n    if k:\n        yield 1\n    return\n',
            'async def f():\n    return\n',
            'f would no longer be a generator',
        ),
        (
            'def f():\n    if k:\n        x = 1\n    return x\n',
            'def f():\n    return x\n',
            "'x' would not be bound in f",
        ),
        (
            'def f():\n    if k:\n        import x\n    return x\n',
            'def f():\n    return x\n',
            "'x' would not be bound in f",
        ),
        (
            'def f():\n    if k:\n        for x in y:\n            pass\n'
            '    return lambda: x\n',
            'def f():\n    return lambda: x\n',
            "'x' would not be bound in f",
        ),
        (
            'def f():\n    if k:\n        global x\n    x = 1\n    y()\n',
            'def f():\n    x = 1\n    y()\n',
            "'x' would be another variable in f",
        ),
        (
            'def o():\n    x = 0\n    def f():\n        if k:\n'
            '            nonlocal x\n        x = 1\n    return f, x\n',
            'def o():\n    x = 0\n    def f():\n        x = 1\n'
            '    return f, x\n',
            "'x' would be another variable in f",
        ),
        (
            'class C:\n    if k:\n        x = 1\n    y = x\n',
            'class C:\n    y = x\n',
            "'x' would not be bound in C",
        ),
    ],
)
def test_a_change_of_meaning_is_found(
    before: str, after: str, reason: str
) -> None:
    assert reason in [fault[2] for fault in faults(before, after)]


@pytest.mark.parametrize(
    ('before', 'after'),
    [
        ('', ''),
        ('def f():\n    return x\n', 'def f():\n    return x\n'),
        # All of it has gone.
        ('def f():\n    yield 1\n', ''),
        ('def f():\n    x = 1\n    return x\n', 'def f():\n    return 1\n'),
        # One yield of two.
        (
            'def f():\n    if k:\n        yield 1\n    yield 2\n',
            'def f():\n    yield 2\n',
        ),
        # That of another function.
        (
            'def f():\n    def g():\n        yield 1\n    return g\n',
            'def f():\n    return 1\n',
        ),
        # One binding of two.
        (
            'def f():\n    if k:\n        x = 1\n    x = 2\n    return x\n',
            'def f():\n    x = 2\n    return x\n',
        ),
        # The module's names are looked up when they are read.
        ('if k:\n    x = 1\nprint(x)\n', 'print(x)\n'),
        (
            'def f():\n    global x\n    if k:\n        x = 1\n    return x\n',
            'def f():\n    global x\n    return x\n',
        ),
    ],
)
def test_what_means_the_same_is_no_fault(before: str, after: str) -> None:
    assert faults(before, after) == []


def test_the_lines_are_those_of_the_outermost_function_as_it_was() -> None:
    before = """\
        import k


        @decorated
        @twice
        def outer():
            def inner():
                if k:
                    yield 1
                return 2
            return inner
        """
    after = """\
        @decorated
        @twice
        def outer():
            def inner():
                return 2
            return inner
        """
    assert faults(before, after) == [
        (4, 11, 'inner would no longer be a generator')
    ]


def test_the_lines_of_a_method_are_its_own() -> None:
    before = """\
        class C:
            a = 1

            def f(self):
                if k:
                    yield 1

            def g(self):
                return 1
        """
    after = """\
        class C:
            a = 1

            def f(self):
                pass

            def g(self):
                return 1
        """
    assert faults(before, after) == [
        (4, 6, 'f would no longer be a generator')
    ]


def test_of_functions_with_the_same_name_one_like_it_is_enough() -> None:
    before = """\
        def f():
            return 1
        def f():
            if k:
                yield 1
        """
    assert faults(before, 'def f():\n    return 1\n') == []


@pytest.mark.parametrize(
    'source',
    [
        'class C:\n    def __f(self):\n        def __g():\n            x = 1',
        'def f(x=lambda: 1, *y, z: int = 2, **k) -> int:\n    return x\n',
        '@d(lambda: 1)\ndef f():\n    @e\n    class C:\n        pass\n',
        'def f():\n    return [x for x in (y for y in z)]\n',
        'def f(): return 1\ndef g(): return 2\n',
        'if a:\n    def f(): pass\nelse:\n    def f(): yield\n',
        'def f():\n    def f():\n        def f(): pass\n',
        'f = lambda: (yield)\n',
        pytest.param(
            'def f[T](x: T) -> T:\n    def g[S](y: S):\n        return y\n'
            'class C[T]:\n    def m[U](self): yield\ntype A[T] = list[T]\n',
            marks=pytest.mark.skipif(
                sys.version_info < (3, 12), reason='a syntax of Python 3.12'
            ),
        ),
    ],
)
def test_any_scope_can_be_looked_at(source: str) -> None:
    assert faults(source, source) == []


@pytest.mark.parametrize(
    ('before', 'after'),
    [
        (
            'def o():\n    if k:\n        x = 1\n\n    def i():\n'
            '        nonlocal x\n        x = 2\n\n    return i\n',
            'def o():\n    def i():\n        nonlocal x\n        x = 2\n\n'
            '    return i\n',
        )
    ],
)
def test_what_cannot_be_compiled_any_more_is_a_fault(
    before: str, after: str
) -> None:
    assert [fault[0] for fault in faults(before, after)] == [1]


@pytest.mark.parametrize(
    'source',
    [
        'def f(a, a):\n    pass\n',
        'def f():\n    a = 1\n    global a\n',
        'def f():\n    nonlocal a\n',
    ],
)
def test_what_could_never_be_compiled_is_nobodys_fault(source: str) -> None:
    assert faults(source, source) == []
