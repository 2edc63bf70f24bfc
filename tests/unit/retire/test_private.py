# SPDX-License-Identifier: Apache-2.0
"""Functions, and names of modules, that nothing uses any more."""

import pytest

from workarounds.retire.name_uses import Project
from workarounds.retire.passes import dead_definitions


def unused(
    text: str, others: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """Find what nothing uses when a line with ``lost`` has gone.

    :returns: the name and the doubt of each
    """
    after = ''.join(
        line for line in text.splitlines(True) if 'lost' not in line
    )
    texts = {'disk.py': after, **(others or {})}
    project = Project(
        [*texts], [], {path: one.encode() for path, one in texts.items()}
    )
    found = list(
        dead_definitions.find_dead_definitions(
            'disk.py', text, after, project, ['fsync', 'slow']
        )
    )
    lines = after.splitlines()
    for one in found:
        assert one.name in lines[one.line - 1][one.column :]
    return [(one.name, one.obstacle) for one in found]


GO = 'def _go():\n    pass\n'


@pytest.mark.parametrize(
    'text',
    [
        GO + 'lost = _go()\n',
        'class _go:\n    pass\nlost = _go\n',
        'class C:\n    def _go(self):\n        pass\nlost = x._go\n',
        'class C:\n    @property\n    def _go(self):\n        pass\n'
        'lost = x._go\n',
        '_go = 1\nlost = _go\n',
        # That it calls itself does not keep it.
        'def _go():\n    _go()\nlost = _go\n',
        # Nothing outside of a function can use what is in it.
        'def f():\n    def _go():\n        pass\n    lost = _go\n    a()\n',
    ],
)
def test_what_has_lost_its_last_user_goes(text: str) -> None:
    assert unused(text) == [('_go', '')]


@pytest.mark.parametrize(
    'text',
    [
        # It never had one, or has another one.
        GO,
        GO + '_go()\nlost = _go()\n',
        GO + "x = 'disk._go'\nlost = _go()\n",
        GO + 'lost = 1\n',
        # It has effects, or a name that others may use.
        '_go = f()\nlost = _go\n',
        'go = 1\nlost = go\n',
        '__go__ = 1\nlost = __go__\n',
        'class C:\n    def __go__(self):\n        pass\nlost = x.__go__\n',
        "go = 'other'\nlost = go\n",
        'x._go = 1\nlost = x._go\n',
    ],
)
def test_what_somebody_may_use_stays(text: str) -> None:
    assert unused(text) == []


@pytest.mark.parametrize(
    ('text', 'name', 'doubt'),
    [
        (
            'def go():\n    pass\nlost = go()\n',
            'go',
            'its name is public',
        ),
        (
            '@a.b(1)\ndef _go():\n    pass\nlost = _go()\n',
            '_go',
            'it is decorated with a.b(1)',
        ),
        (
            'class C:\n    def go(self):\n        pass\nlost = x.go()\n',
            'go',
            'its name is public',
        ),
    ],
)
def test_a_doubt_is_told(text: str, name: str, doubt: str) -> None:
    found = dict(unused(text))
    assert found[name] == doubt


def test_a_public_name_of_the_workaround_goes() -> None:
    assert unused("SLOW = 'slow'\nlost = SLOW\n") == [('SLOW', '')]


@pytest.mark.parametrize(
    ('path', 'expected'),
    [
        ('net.py', []),
        ('tests/test_disk.py', [('_go', 'only tests use it now (%s:1)')]),
    ],
)
def test_a_use_in_another_file_keeps_it(
    path: str, expected: list[tuple[str, str]]
) -> None:
    told = [(name, doubt % path) for name, doubt in expected]
    assert unused(GO + 'lost = _go()\n', {path: 'disk._go()\n'}) == told
