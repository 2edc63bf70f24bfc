# SPDX-License-Identifier: Apache-2.0
"""The cases of ``workarounds retire``: one shape of code each.

Each directory of ``tests/retire_cases`` has ``input`` and ``expected``, two
trees that are compared byte for byte, and ``case.toml``:

``description``
    the shape
``why``
    the reason, where another outcome could be defended
``name``
    the workaround, one of ``declarations.py`` unless ``catalogue`` is empty
``python``
    the version of Python that reads it, if not every one does
``unused``
    imports that stay although nothing uses them, as pyflakes names them
``runs``
    whether its modules can be imported as they are, true if left out
``paths``
    what the command is given, all of ``input`` if left out
``keep_behaviour``, ``polarity``, ``removed_in``, ``reason``
    options of the command
``leftovers``
    ``file:line: part of the reason`` of each line on stderr; lines are those
    of ``expected``
"""

from collections.abc import Iterable
import dataclasses
import pathlib
import sys
import tomllib
from typing import Any

import pytest

from tests.retire_cases import declarations

_ROOT = pathlib.Path(declarations.__file__).parent


@dataclasses.dataclass(frozen=True)
class Case:
    """One shape of code."""

    path: pathlib.Path
    description: str
    name: str
    why: str = ''
    python: str = '3.11'
    unused: tuple[str, ...] = ()
    runs: bool = True
    paths: tuple[str, ...] = ('.',)
    keep_behaviour: bool = False
    catalogue: str = f'{declarations.__name__}:DECLARATIONS'
    polarity: str = ''
    removed_in: str = ''
    reason: str = ''
    leftovers: tuple[str, ...] = ()

    @property
    def input(self) -> pathlib.Path:
        """The tree before."""
        return self.path / 'input'

    @property
    def expected(self) -> pathlib.Path:
        """The tree after."""
        return self.path / 'expected'

    @property
    def arguments(self) -> list[str]:
        """What the command is called with."""
        options = {
            '--polarity': self.polarity,
            '--removed-in': self.removed_in,
            '--reason': self.reason,
        }
        return [
            *(['--namespace', self.catalogue] if self.catalogue else []),
            *('--service-version', '5.0.0', 'retire', self.name, *self.paths),
            *(['--keep-behaviour'] if self.keep_behaviour else []),
            *(
                word
                for option, value in options.items()
                for word in (option, value)
                if value
            ),
        ]


def _read(path: pathlib.Path) -> Case:
    said: dict[str, Any] = tomllib.loads(path.read_text())
    lists = {
        key: tuple(value)
        for key, value in said.items()
        if isinstance(value, list)
    }
    return Case(path.parent, **said | lists)


CASES = [_read(path) for path in sorted(_ROOT.glob('*/case.toml'))]


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split('.')))


def of_each(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Run a test with each of some cases."""
    return pytest.mark.parametrize(
        'case',
        [
            pytest.param(
                case,
                id=case.path.name,
                marks=[
                    pytest.mark.skipif(
                        sys.version_info < _numbers(case.python),
                        reason=f'a syntax of Python {case.python}',
                    ),
                ],
            )
            for case in cases
        ],
    )
