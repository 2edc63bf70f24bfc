# SPDX-License-Identifier: Apache-2.0
"""What nothing uses any more because of a change."""

import pytest

from workarounds.retire.transform import rewriter
from workarounds.retire.transform import unused_names


def without_lost(text: str) -> str:
    """Leave the lines with ``lost`` out."""
    return ''.join(
        line for line in text.splitlines(True) if 'lost' not in line
    )


def cleaned(text: str, path: str = 'disk.py') -> str:
    """Clean up after the lines with ``lost`` have gone."""
    after = without_lost(text)
    edits = unused_names.find_unused(path, text, after)
    done = rewriter.rewrite(after.encode(), edits, lambda name: True)
    assert not done.skipped
    return done.source.decode()


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        ('import a\nlost = a\n', ''),
        ('import a.b\nlost = a.b\n', ''),
        ('import a as b\nlost = b\n', ''),
        ('import a.b as c\nlost = c\n', ''),
        ('from a import b\nlost = b\n', ''),
        ('from a import b as c\nlost = c\n', ''),
        ('from .. import b\nlost = b\n', ''),
        ('from ..a import b, c\nlost = b\nc\n', 'from ..a import c\nc\n'),
        (
            'def f():\n    import a\n    lost = a\n    return 1\n',
            'def f():\n    return 1\n',
        ),
    ],
)
def test_an_import_that_nothing_uses_goes(text: str, left: str) -> None:
    assert cleaned(text).strip('\n') == left.strip('\n')


@pytest.mark.parametrize(
    ('text', 'left'),
    [
        (
            'def f():\n    x = a\n    lost(x)\n    b()\n',
            'def f():\n    b()\n',
        ),
        ('def f():\n    x = a()\n    lost(x)\n', 'def f():\n    a()\n'),
        ('def f():\n    x: int = a()\n    lost(x)\n', 'def f():\n    a()\n'),
        (
            'def f():\n    with a as x:\n        lost(x)\n        b()\n',
            'def f():\n    with a:\n        b()\n',
        ),
        (
            'def f():\n    try:\n        a()\n    except E as x:\n'
            '        lost(x)\n        b()\n',
            'def f():\n    try:\n        a()\n    except E:\n        b()\n',
        ),
    ],
)
def test_a_variable_that_nothing_reads_goes(text: str, left: str) -> None:
    assert cleaned(text) == left


@pytest.mark.parametrize(
    'text',
    [
        # Somebody else uses it.
        'import a\nlost = a\nb = a\n',
        'import a\nlost = a\n__all__ = ["a"]\n',
        'import a\nlost = a\ndef f():\n    return a.b\n',
        'def f():\n    x = a()\n    lost(x)\n    return x\n',
        # It was unused before.
        'import a\nlost = b\n',
        'def f():\n    x = a()\n    lost(1)\n    b()\n',
        # Who unpacks a tuple wants another part of it, perhaps.
        'def f():\n    x, y = a()\n    lost(x)\n    return y\n',
    ],
)
def test_what_is_used_or_was_not_before_stays(text: str) -> None:
    assert cleaned(text) == without_lost(text)


def test_a_package_may_import_for_others() -> None:
    text = 'from a import b\nlost = b\n'
    assert cleaned(text, 'disk/__init__.py') == 'from a import b\n'


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('import a  # lost\nprint(a)\n', ['a']),
        ('def f():\n    a = 1  # lost\n    return 2, a\n', ['a']),
        (
            'def f():\n    return a\n\n\nimport a  # lost\n',
            ['a'],
        ),
        # It was undefined before.
        ('lost = 1\nprint(a)\n', []),
        ('lost = 1\nimport b\nprint(b)\n', []),
        # It has become unused, not undefined.
        ('import a\nlost = a\n', []),
    ],
)
def test_names_that_a_change_leaves_undefined_are_found(
    text: str, expected: list[str]
) -> None:
    after = without_lost(text)
    found = unused_names.find_undefined('disk.py', text, after)
    assert [name for _, name in found] == expected
