# SPDX-License-Identifier: Apache-2.0
"""References to workarounds in source."""

import dataclasses
from typing import Final
from typing import Literal

from workarounds import _text

ReferenceKind = Literal[
    'enabled',  # workarounds.enabled('name')
    'value',  # workarounds.value('name')
    'param',  # workarounds.param('name', 'key')
    'direct',  # CONF.workarounds.option, CONF.group.option
    'computed',  # a read whose name or group is computed at run time
    'setting',  # a test, or code, that sets an option or a workaround
    'declaration',  # Workaround(name='name', ...)
    'tombstone',  # RemovedWorkaround(name='name', ...)
    'option',  # cfg.BoolOpt('option', ...) of a group
    'comment',  # a comment that names it, or says when to remove it
    'mention',  # its name in a document, a sample file, a CI file, a string
]

#: The kinds that read a value at run time.
READS: Final = ('enabled', 'value', 'param', 'direct', 'computed')
#: How the environment variables of options begin.
VARIABLE: Final = 'OS_'
#: A value that is not a literal.
UNKNOWN: Final = object()


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class SourceRange:
    """A range of characters in a file.

    :param line: starts at 1
    :param column: in characters, starts at 0
    :param end_column: the column after the last character
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return _text.printable(f'{self.path}:{self.line}')

    @property
    def span(self) -> tuple[int, int, int, int]:
        """Return its first line and column, and its last ones."""
        return self.line, self.column, self.end_line, self.end_column


@dataclasses.dataclass(frozen=True, slots=True)
class Reference:
    """One reference to a workaround.

    :param place: of the whole expression, without enclosing parentheses
    :param name: as written: a workaround's for ``enabled``, ``value``,
        ``param`` and declarations, an option's for ``direct`` and ``option``,
        either for ``setting``; empty when it is ``computed``
    :param text: the line, without surrounding blanks
    :param key: the key of a parameter
    :param is_import_time: evaluated when the module is imported
    :param value: what a ``setting`` sets, or :data:`UNKNOWN`
    :param group: of the option that ``name`` is; empty if it is the name of a
        workaround, or in a text
    """

    kind: ReferenceKind
    place: SourceRange
    name: str
    text: str
    key: str = ''
    is_import_time: bool = False
    value: object = UNKNOWN
    group: str = ''
