# SPDX-License-Identifier: Apache-2.0
"""Putting a constant in the place of all uses of its name."""

import textwrap

import pytest

from workarounds.retire.name_uses import Project
from workarounds.retire.passes import constant_functions
from workarounds.retire.passes import inlining
from workarounds.retire.passes.constant_functions import Constant
from workarounds.retire.transform import rewriter

FUNCTION = 'def go():\n    return {}\n'
METHOD = 'class C:\n    def go(self):\n        return {}\n'
PRIVATE = 'class C(B):\n    def _go(self):\n        return {}\n'


def project_of(
    text: str, others: dict[str, str], outside: dict[str, str]
) -> tuple[Constant, Project]:
    """Make a project; what ``disk.py`` defines first returns True."""
    before, after = text.format('a()'), text.format('True')
    texts = {
        path: textwrap.dedent(source).encode()
        for path, source in {'disk.py': after, **others, **outside}.items()
    }
    project = Project(['disk.py', *others], [*outside], texts)
    [constant] = constant_functions.find_constants('disk.py', before, after)
    return constant, project


def inlined(
    text: str,
    others: dict[str, str] | None = None,
    outside: dict[str, str] | None = None,
) -> dict[str, str] | str:
    """Inline what ``disk.py`` defines.

    :returns: the new texts, or why it was not inlined
    """
    constant, project = project_of(text, others or {}, outside or {})
    edits, against = inlining.inline(constant, project)
    if against:
        assert edits == {}
        use, reason = against[0]
        return f'{use.place}: {reason}'
    return {
        path: rewriter.rewrite(
            project.text(path), some, lambda name: True
        ).source.decode()
        for path, some in edits.items()
    }


@pytest.mark.parametrize(
    ('text', 'use', 'left'),
    [
        (FUNCTION, 'x = go()\n', 'x = True\n'),
        (FUNCTION, 'x = f(1, go())\n', 'x = f(1, True)\n'),
        (FUNCTION, 'x = not go()\n', 'x = False\n'),
        (METHOD, '    def f(s): a(self.go())\n', '    def f(s): a(True)\n'),
        (PRIVATE, '    def f(s): a(self._go())\n', '    def f(s): a(True)\n'),
    ],
)
def test_in_its_own_file_it_is_replaced(
    text: str, use: str, left: str
) -> None:
    assert inlined(text + use) == {'disk.py': text.format('True') + left}


@pytest.mark.parametrize(
    ('use', 'left'),
    [
        ('from disk import go\nx = go()\n', 'from disk import go\nx = True\n'),
        (
            'from a.disk import go\ng(go())\n',
            'from a.disk import go\ng(True)\n',
        ),
        ('import disk\nx = [disk.go()]\n', 'import disk\nx = [True]\n'),
        (
            'from a import disk\nf(disk.go())\n',
            'from a import disk\nf(True)\n',
        ),
    ],
)
def test_in_another_file_it_is_replaced(use: str, left: str) -> None:
    assert inlined(FUNCTION, {'b.py': use}) == {'b.py': left}


@pytest.mark.parametrize(
    ('text', 'reason'),
    [
        (FUNCTION + 'f(go)\n', 'used other than'),
        (FUNCTION + 'x.go()\n', 'used as an attribute'),
        (FUNCTION + "f('go')\n", 'named in a string'),
        (FUNCTION + 'def f(go): pass\n', 'something else has the same name'),
        (FUNCTION + 'go = 1\n', 'something else has the same name'),
        (METHOD + 'C().go()\n', 'it may be an attribute of another class'),
        (
            METHOD + 'class D:\n    def f(self): self.go()\n',
            'it may be an attribute of another class',
        ),
        (METHOD + '    def f(self): f(self.go)\n', 'used other than'),
        (METHOD + 'go()\n', 'something else has the same name'),
        (
            METHOD.replace('C:', 'C(B):') + '    def f(self): self.go()\n',
            'B, a base class, may call it',
        ),
        (
            'async ' + FUNCTION + 'async def f(): await go()\n',
            'it is a coroutine',
        ),
        (
            'def f():\n    def go():\n        return {}\n    f(go())\ngo()\n',
            'the name is bound to something else here',
        ),
    ],
)
def test_a_use_that_is_not_clear_stands_against_it(
    text: str, reason: str
) -> None:
    found = inlined(text)
    assert isinstance(found, str)
    assert reason in found


@pytest.mark.parametrize(
    ('other', 'reason'),
    [
        ('from disk import go as x\nx()\n', 'imported under another name'),
        ('import disk\nf(disk.go)\n', 'used other than'),
        ('import disk as d\nd.go()\n', 'used as an attribute'),
        ("patch('disk.go')\n", 'named in a string'),
    ],
)
def test_a_use_elsewhere_may_stand_against_it(other: str, reason: str) -> None:
    found = inlined(FUNCTION, {'b.py': other})
    assert isinstance(found, str)
    assert reason in found
    assert found.startswith('b.py:')


def test_a_file_that_is_not_given_stands_against_it() -> None:
    assert inlined(
        FUNCTION + 'x = go()\n', outside={'b.py': 'from disk import go\n'}
    ) == ('b.py:1: used in a file that is not in the given paths')


@pytest.mark.parametrize(
    'other',
    [
        'def go(): pass\nx = go()\n',
        'class D:\n    def go(self): return self.go()\n',
        'from elsewhere import go\nx = go()\n',
    ],
)
def test_the_same_name_in_another_file_is_another_function(
    other: str,
) -> None:
    text = FUNCTION + 'x = go()\n'
    assert inlined(text, {'b.py': other}) == inlined(text)


@pytest.mark.parametrize(
    ('text', 'other', 'is_unused'),
    [
        (FUNCTION, 'x = 1\n', True),
        (FUNCTION + 'go()\n', 'x = 1\n', False),
        (FUNCTION, 'from disk import go\n', False),
        (FUNCTION, "f('disk:go')\n", False),
        (FUNCTION, 'def go(): pass\ngo()\n', True),
        # It may be that of any object.
        (METHOD, 'x.go()\n', False),
        (METHOD, 'x.gone()\n', True),
    ],
)
def test_it_is_unused_if_nobody_can_mean_it(
    text: str, other: str, is_unused: bool
) -> None:
    constant, project = project_of(text, {'b.py': other}, {})
    assert inlining.is_unused(constant, project) is is_unused
