# SPDX-License-Identifier: Apache-2.0
"""What is to be changed in a file, and marking it in the syntax tree.

Places are those of the file as it is, so that all changes are made at once.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
import dataclasses
from typing import Any

import libcst as cst
from libcst import metadata

from workarounds.retire.transform import folding
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity

#: Where an expression stands: its first line and column, its last ones.
Span = tuple[int, int, int, int]
#: Where a statement begins: its line and column.
Start = tuple[int, int]


@dataclasses.dataclass
class Edits:
    """What is to be changed in a file.

    :param values: what expressions hold from now on
    :param texts: what stands in the place of expressions
    :param gone: statements that go
    :param dropped: arguments, parameters and elements of lists that go
    :param unassigned: assignments of which nothing stays but the effects
    :param unbound: expressions with ``:=`` of which the value stays
    :param unnamed: what has ``as NAME`` and does without: where it begins
    :param imports_gone: names that are imported no more: the line of the
        statement, and the name that it binds
    :param imports_added: names that are imported too, by the line of the
        statement
    """

    values: dict[Span, object] = dataclasses.field(default_factory=dict)
    texts: dict[Span, str] = dataclasses.field(default_factory=dict)
    gone: set[Start] = dataclasses.field(default_factory=set)
    dropped: set[Span] = dataclasses.field(default_factory=set)
    unassigned: set[Start] = dataclasses.field(default_factory=set)
    unbound: set[Span] = dataclasses.field(default_factory=set)
    unnamed: set[Start] = dataclasses.field(default_factory=set)
    imports_gone: set[tuple[int, str]] = dataclasses.field(default_factory=set)
    imports_added: dict[int, str] = dataclasses.field(default_factory=dict)

    def without(self, spans: AbstractSet[Span]) -> 'Edits':
        """Leave some expressions alone."""
        values = {k: v for k, v in self.values.items() if k not in spans}
        return dataclasses.replace(self, values=values)

    def moved(self, lines: Mapping[int, int]) -> 'Edits':
        """Return the same for a file of which some lines were taken out.

        :param lines: where the others are now
        """

        def span(old: Span) -> Span:
            return lines[old[0]], old[1], lines[old[2]], old[3]

        def start(old: Start) -> Start:
            return lines[old[0]], old[1]

        return Edits(
            values={span(k): v for k, v in self.values.items()},
            texts={span(k): v for k, v in self.texts.items()},
            gone={start(one) for one in self.gone},
            dropped={span(one) for one in self.dropped},
            unassigned={start(one) for one in self.unassigned},
            unbound={span(one) for one in self.unbound},
            unnamed={start(one) for one in self.unnamed},
            imports_gone={
                (lines[line], name) for line, name in self.imports_gone
            },
            imports_added={
                lines[line]: name for line, name in self.imports_added.items()
            },
        )

    @property
    def lines(self) -> list[tuple[int, int]]:
        """The lines from which and to which there is something to change."""
        spans: list[tuple[int, int]] = [
            (span[0], span[2])
            for span in (
                *self.values,
                *self.texts,
                *self.dropped,
                *self.unbound,
            )
        ]
        starts = [*self.gone, *self.unassigned, *self.unnamed]
        lines = [line for line, _ in (*starts, *self.imports_gone)]
        return spans + [(one, one) for one in (*lines, *self.imports_added)]

    def __bool__(self) -> bool:
        """Whether there is anything to change."""
        return bool(self.lines)


def mark(
    module: cst.Module, edits: Edits
) -> tuple[cst.Module, Mapping[Span, str]]:
    """Make the changes, as far as nothing depends on them.

    :returns: the module, with what is settled in it marked as such; and the
        expressions that are left alone, with the reasons
    """
    wrapper = metadata.MetadataWrapper(module, unsafe_skip_copy=True)
    marker = _Marker(edits)
    marked = wrapper.visit(marker)
    lost = edits.values.keys() - marker.found
    return marked, marker.left | dict.fromkeys(
        lost, 'it cannot be found again in the file'
    )


class _Marker(cst.CSTTransformer):
    METADATA_DEPENDENCIES = (metadata.PositionProvider,)

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self.edits = edits
        self.found: set[Span] = set()
        self.left: dict[Span, str] = {}
        self._lines = edits.lines

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Pass by statements in which there is nothing to change."""
        if not isinstance(node, cst.BaseStatement):
            return True
        first, _, last, _ = self._span(node)
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            # Their decorators stand before them.
            above = [self._span(one)[0] for one in node.decorators]
            first = min(first, *above) if above else first
        return any(
            start <= last and end >= first for start, end in self._lines
        )

    def on_leave(  # noqa: PLR0911  # a line for each kind of node
        self, original_node: Any, updated_node: Any
    ) -> Any:
        """Make the changes to a node."""
        match original_node:
            case cst.Call() | cst.List() | cst.Set() | cst.Tuple():
                changed = self._shortened(original_node, updated_node)
                return self._expression(original_node, changed)
            case cst.BaseExpression():
                return self._expression(original_node, updated_node)
            case cst.Parameters():
                return self._without_params(original_node, updated_node)
            case cst.FunctionDef() | cst.ClassDef():
                if self._start(original_node) in self.edits.gone:
                    return _gone(updated_node)
            case cst.SimpleStatementLine():
                return self._line(original_node, updated_node)
            case cst.Import() | cst.ImportFrom():
                return self._import(original_node, updated_node)
            case cst.ExceptHandler() | cst.WithItem():
                if self._start(original_node) in self.edits.unnamed:
                    return _unnamed(updated_node)
        return updated_node

    def _shortened(self, original: Any, updated: Any) -> Any:
        """Drop arguments, or elements of a list."""
        field = 'args' if isinstance(original, cst.Call) else 'elements'
        were, now = getattr(original, field), getattr(updated, field)
        left = [
            new
            for old, new in zip(were, now, strict=True)
            if self._span(old.value) not in self.edits.dropped
        ]
        if len(left) == len(now):
            return updated
        if left and (len(left) > 1 or not isinstance(original, cst.Tuple)):
            # What follows the last one is what has always followed it.
            left[-1] = left[-1].with_changes(comma=now[-1].comma)
        return updated.with_changes(**{field: left})

    def _without_params(self, original: Any, updated: Any) -> Any:
        """Drop parameters of a function, as :meth:`_shortened` does."""
        left = [
            new
            for old, new in zip(original.params, updated.params, strict=True)
            if self._span(old.name) not in self.edits.dropped
        ]
        if len(left) == len(updated.params):
            return updated
        if left:
            comma = updated.params[-1].comma
            left[-1] = left[-1].with_changes(comma=comma)
        return updated.with_changes(params=left)

    def _expression(self, original: Any, updated: Any) -> Any:
        span = self._span(original)
        if span in self.edits.texts:
            text = self.edits.texts[span]
            return folding.substitute_text(text, updated)
        if span in self.edits.unbound and isinstance(updated, cst.NamedExpr):
            return parentheses.substitute(
                folding.fold_literal(updated.value), updated
            )
        if span not in self.edits.values or span in self.found:
            return updated
        self.found.add(span)
        effects = purity.impure_parts(updated)
        if len(effects) == 1:
            constant = self.edits.values[span]
            return folding.fold_after_effects(
                effects[0], constant, updated, span
            )
        if effects:
            self.left[span] = 'evaluating it may have effects'
            return updated
        return folding.fold(self.edits.values[span], updated, span)

    def _line(self, original: Any, updated: Any) -> Any:
        start = self._start(original)
        if start in self.edits.gone:
            return _gone(updated)
        if start not in self.edits.unassigned or len(updated.body) != 1:
            return updated
        value = updated.body[0].value
        if value is None or purity.is_pure(value):
            return _gone(updated)
        return updated.with_changes(body=[cst.Expr(value)])

    def _import(self, original: Any, updated: Any) -> Any:
        line = self._start(original)[0]
        if isinstance(updated.names, cst.ImportStar):
            return updated
        names = [
            alias
            for alias in updated.names
            if (line, _bound(alias)) not in self.edits.imports_gone
        ]
        added = self.edits.imports_added.get(line)
        if added and all(_bound(alias) != added for alias in names):
            names = _with_name(names, added)
        elif len(names) == len(updated.names):
            return updated
        if not names:
            return cst.Expr(folding.fold(None, cst.Name('x')))
        # What follows the last one is what has always followed it.
        names[-1] = names[-1].with_changes(comma=updated.names[-1].comma)
        return updated.with_changes(names=names)

    def _span(self, node: cst.CSTNode) -> Span:
        place = self.get_metadata(metadata.PositionProvider, node)
        return (
            place.start.line,
            place.start.column,
            place.end.line,
            place.end.column,
        )

    def _start(self, node: cst.CSTNode) -> Start:
        return self._span(node)[:2]


def _gone(node: Any) -> cst.SimpleStatementLine:
    """Mark a statement as one that goes, with the comments about it."""
    nothing = folding.fold(None, cst.Name('x'))
    return cst.SimpleStatementLine(
        [cst.Expr(nothing)], leading_lines=node.leading_lines
    )


def _unnamed(node: Any) -> Any:
    if isinstance(node, cst.ExceptHandler):
        return node.with_changes(name=None)
    return node.with_changes(asname=None)


def _bound(alias: cst.ImportAlias) -> str:
    if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
        return alias.asname.name.value
    return alias.evaluated_name


def _with_name(
    names: list[cst.ImportAlias], name: str
) -> list[cst.ImportAlias]:
    last = names[-1]
    comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(' '))
    if len(names) > 1 and isinstance(names[-2].comma, cst.Comma):
        comma = names[-2].comma
    added = cst.ImportAlias(cst.Name(name), comma=last.comma)
    return [*names[:-1], last.with_changes(comma=comma), added]
