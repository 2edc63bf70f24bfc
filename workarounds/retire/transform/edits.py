# SPDX-License-Identifier: Apache-2.0
"""Edits of a file.

All positions are those of the unchanged file, so edits are applied at once.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
import dataclasses

#: The position of an expression: first line and column, last ones.
Span = tuple[int, int, int, int]
#: The line and column at which a statement starts.
Start = tuple[int, int]


@dataclasses.dataclass
class Edits:
    """Edits of a file.

    :param constants: the values of expressions to fold
    :param texts: the texts that replace expressions
    :param removed_statements: the starts of statements
    :param removed_items: arguments, parameters and elements of lists
    :param removed_assignments: assignments of which only effects are kept
    :param removed_walruses: expressions with ``:=`` of which the value is kept
    :param removed_as_names: the starts of handlers and context managers that
        lose their ``as NAME``
    :param removed_imports: the line of the import, and the name that it binds
    :param added_imports: the name to import, by the line of the import
    :param written: literals that earlier edits wrote, which are not changed
    :param reasons: why each line is changed, where that differs
    :param unused: the name that nothing uses any more, by line
    """

    constants: dict[Span, object] = dataclasses.field(default_factory=dict)
    texts: dict[Span, str] = dataclasses.field(default_factory=dict)
    removed_statements: set[Start] = dataclasses.field(default_factory=set)
    removed_items: set[Span] = dataclasses.field(default_factory=set)
    removed_assignments: set[Start] = dataclasses.field(default_factory=set)
    removed_walruses: set[Span] = dataclasses.field(default_factory=set)
    removed_as_names: set[Start] = dataclasses.field(default_factory=set)
    removed_imports: set[tuple[int, str]] = dataclasses.field(
        default_factory=set
    )
    added_imports: dict[int, str] = dataclasses.field(default_factory=dict)
    written: set[Span] = dataclasses.field(default_factory=set)
    reasons: dict[int, str] = dataclasses.field(default_factory=dict)
    unused: dict[int, str] = dataclasses.field(default_factory=dict)

    def without(self, spans: AbstractSet[Span]) -> 'Edits':
        """Return the edits without some constants."""
        constants = {k: v for k, v in self.constants.items() if k not in spans}
        return dataclasses.replace(self, constants=constants)

    def with_lines_moved(self, lines: Mapping[int, int]) -> 'Edits':
        """Return the edits for a file from which lines were removed.

        :param lines: the new line for each old one
        """

        def span(old: Span) -> Span:
            return lines[old[0]], old[1], lines[old[2]], old[3]

        def start(old: Start) -> Start:
            return lines[old[0]], old[1]

        return Edits(
            constants={span(k): v for k, v in self.constants.items()},
            texts={span(k): v for k, v in self.texts.items()},
            removed_statements={
                start(begin) for begin in self.removed_statements
            },
            removed_items={span(old) for old in self.removed_items},
            removed_assignments={
                start(begin) for begin in self.removed_assignments
            },
            removed_walruses={span(old) for old in self.removed_walruses},
            removed_as_names={start(begin) for begin in self.removed_as_names},
            removed_imports={
                (lines[line], name) for line, name in self.removed_imports
            },
            added_imports={
                lines[line]: name for line, name in self.added_imports.items()
            },
            written={span(old) for old in self.written},
        )

    @property
    def lines(self) -> list[tuple[int, int]]:
        """Return the first and last lines of all edits."""
        spans: list[tuple[int, int]] = [
            (span[0], span[2])
            for span in (
                *self.constants,
                *self.texts,
                *self.removed_items,
                *self.removed_walruses,
                *self.written,
            )
        ]
        starts = [
            *self.removed_statements,
            *self.removed_assignments,
            *self.removed_as_names,
        ]
        lines = [line for line, _ in (*starts, *self.removed_imports)]
        return spans + [(line, line) for line in (*lines, *self.added_imports)]

    def __bool__(self) -> bool:
        """Return whether there is an edit."""
        return bool(dataclasses.replace(self, written=set()).lines)
