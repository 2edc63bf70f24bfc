# SPDX-License-Identifier: Apache-2.0
"""A place in source that has to do with a workaround."""

import dataclasses
from typing import Final
from typing import Literal

ReferenceKind = Literal[
    'enabled',  # workarounds.enabled('name')
    'value',  # workarounds.value('name')
    'param',  # workarounds.param('name', 'key')
    'direct',  # CONF.workarounds.option
    'computed',  # a read of what nobody can tell without running it
    'setting',  # a test, or code, that sets an option or a workaround
    'declaration',  # Workaround(name='name', ...)
    'tombstone',  # RemovedWorkaround(name='name', ...)
    'option',  # cfg.BoolOpt('option', ...) of the group [workarounds]
    'comment',  # a comment that names it, or that says when it may go
    'mention',  # its name in a document, a sample file, a CI file, a string
]

#: The kinds that ask for a value when the code runs.
READS: Final = ('enabled', 'value', 'param', 'direct', 'computed')
#: A value that is no literal.
UNKNOWN: Final = object()


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands.

    :param line: the first is 1
    :param column: in characters, the first is 0
    :param end_column: behind the last character
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f'{self.path}:{self.line}'


@dataclasses.dataclass(frozen=True, slots=True)
class Reference:
    """One trace of a workaround.

    :param place: of the whole expression, without parentheses around it
    :param name: as it is written: a workaround's for ``enabled``, ``value``,
        ``param`` and declarations, an option's for ``direct`` and ``option``,
        either for ``setting``; empty when it is ``computed``
    :param key: of a parameter
    :param is_import_time: it is evaluated when the module is imported
    :param value: what a ``setting`` sets, or :data:`UNKNOWN`
    :param text: the line, without the blanks around it
    """

    kind: ReferenceKind
    place: Place
    name: str
    text: str
    key: str = ''
    is_import_time: bool = False
    value: object = UNKNOWN
