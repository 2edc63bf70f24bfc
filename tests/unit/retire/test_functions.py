# SPDX-License-Identifier: Apache-2.0
"""Functions and names of modules that have come to be constant."""

import textwrap

import pytest

from workarounds.retire.passes import constant_functions
from workarounds.retire.passes.constant_functions import Constant


def constants(before: str, after: str) -> list[Constant]:
    return list(
        constant_functions.find_constants(
            'disk.py', textwrap.dedent(before), textwrap.dedent(after)
        )
    )


def function(body: str, head: str = 'def _go(self):') -> str:
    return f'{head}\n{textwrap.indent(body, "    ")}\n'


@pytest.mark.parametrize(
    ('body', 'value'),
    [
        ('return False', False),
        ('return 3', 3),
        ("return 'a'", 'a'),
        ('return None', None),
        ('return', None),
        ('pass', None),
        ('return []', []),
        ('"""What it does."""', None),
        ('"""What it does."""\nreturn True', True),
    ],
)
def test_a_function_that_returns_a_constant_now_is_one(
    body: str, value: object
) -> None:
    [one] = constants(function('return a()'), function(body))
    assert one.value == value
    assert type(one.value) is type(value)
    assert (one.name, one.line, one.column) == ('_go', 1, 0)
    assert one.is_called
    assert one.obstacle == ''


@pytest.mark.parametrize(
    'body',
    [
        'return a',
        'return -1',
        'return [1]',
        'return {}',
        'a()\nreturn 1',
        'if a:\n    return 1',
        'yield 1',
        'raise a',
    ],
)
def test_what_does_more_than_that_is_none(body: str) -> None:
    assert constants(function('return a()'), function(body)) == []


def test_what_always_was_constant_is_nobodys_business() -> None:
    before = function('return False')
    assert constants(before, before) == []
    assert constants(before, function('return True')) == []


def test_a_function_that_is_new_is_nobodys_business() -> None:
    assert constants('', function('return False')) == []


@pytest.mark.parametrize(
    ('head', 'doubt'),
    [
        ('def go():', ''),
        ('@staticmethod\ndef go():', ''),
        ('@classmethod\ndef go(cls):', ''),
        ('@property\ndef go(self):', ''),
        ('@functools.cached_property\ndef go(self):', ''),
        ('async def go():', 'it is a coroutine'),
        ('@a.b(1)\ndef go():', 'it is decorated with a.b(1)'),
        ('@property\n@a\ndef go():', 'it is decorated with a'),
        ('def __bool__(self):', 'Python may call it'),
    ],
)
def test_what_else_is_done_with_it_is_a_doubt(head: str, doubt: str) -> None:
    [one] = constants(
        function('return a()', head), function('return True', head)
    )
    assert one.obstacle == doubt
    assert one.is_called is ('property' not in head)


def test_it_is_told_from_others_by_what_is_around_it() -> None:
    text = """\
        class A(B, c.D):
            def go(self):
                return {}

        class B:
            def go(self):
                return a()

            def f(self):
                def _go():
                    return {}
                return _go
        """
    found = constants(text.format('a()', 'a()'), text.format('True', 'False'))
    found.sort(key=lambda one: one.line)
    assert [one.key for one in found] == [
        ('disk.py', ('A',), 'go'),
        ('disk.py', ('B', 'f'), '_go'),
    ]
    assert [one.bases for one in found] == [('B', 'c.D'), ()]
    assert [one.in_class for one in found] == [True, False]
    assert [one.is_private for one in found] == [False, True]


@pytest.mark.parametrize(
    ('before', 'after', 'values'),
    [
        ('X = a()\n', 'X = False\n', [False]),
        ('\nX = a()\n', '\nX = True\n', [True]),
        ('X = True\n', 'X = False\n', []),
        ('X = a()\n', 'X = 3\n', []),
        ('X = a()\n', 'X = None\n', []),
        ('X = Y = a()\n', 'X = Y = False\n', []),
        ('x.y = a()\n', 'x.y = False\n', []),
        ('if a:\n    X = a()\n', 'if a:\n    X = False\n', []),
    ],
)
def test_a_name_of_a_module_that_says_yes_or_no_is_one(
    before: str, after: str, values: list[bool]
) -> None:
    found = constants(before, after)
    assert [one.value for one in found] == values
    assert [one.is_called for one in found] == [False] * len(values)
