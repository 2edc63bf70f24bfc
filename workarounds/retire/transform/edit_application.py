# SPDX-License-Identifier: Apache-2.0
"""Application of edits to the syntax tree of a file."""

from collections.abc import Mapping
from collections.abc import Sequence
import contextvars
from typing import TypeVar

import libcst as cst
from libcst import metadata

from workarounds.retire.transform import folding
from workarounds.retire.transform import kept_reads
from workarounds.retire.transform import leading_lines
from workarounds.retire.transform import parentheses
from workarounds.retire.transform import purity
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.edits import Start
from workarounds.retire.transform.lookups import LookupTracker

_Node = TypeVar('_Node', bound=cst.CSTNode)
_Item = cst.Arg | cst.Param | cst.BaseElement


def apply_edits(
    module: cst.Module, edits: Edits
) -> tuple[cst.Module, Mapping[Span, str]]:
    """Apply edits, without simplifying what depends on them.

    :returns: the module with folded nodes; and the expressions that were not
        folded, with the reasons
    """
    applier = _EditApplier(edits)
    try:
        changed = _visit(module, applier)
    except cst.CSTValidationError:
        applier = _EditApplier(edits)
        with parentheses.force_parentheses():
            changed = _visit(module, applier)
    missing = edits.constants.keys() - applier.found
    return changed, applier.skipped | dict.fromkeys(
        missing, 'it was not found in the file'
    )


def _visit(module: cst.Module, applier: '_EditApplier') -> cst.Module:
    wrapper = metadata.MetadataWrapper(module, unsafe_skip_copy=True)
    # An error leaves blocks behind that were not left.
    return contextvars.copy_context().run(wrapper.visit, applier)


class _EditApplier(LookupTracker):
    METADATA_DEPENDENCIES = (metadata.PositionProvider,)

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self.edits = edits
        self.found: set[Span] = set()
        self.skipped: dict[Span, str] = {}
        self._lines = edits.lines

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Skip statements without edits."""
        if not isinstance(node, cst.BaseStatement):
            return True
        first, _, last, _ = self._span(node)
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            # Their position excludes decorators.
            above = [self._span(decorator)[0] for decorator in node.decorators]
            first = min(first, *above) if above else first
        return any(
            start <= last and end >= first for start, end in self._lines
        )

    def on_leave(  # type: ignore[override]  # no node is left out
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode:
        """Apply the edits of a node."""
        kept = kept_reads.find_kept_reads(updated_node)
        if kept:
            self.skipped |= kept
            return original_node
        return self._edit(original_node, updated_node)

    def _edit(  # noqa: PLR0911  # a line for each kind of node
        self, original: cst.CSTNode, updated: cst.CSTNode
    ) -> cst.CSTNode:
        match original, updated:
            case cst.BaseExpression(), cst.BaseExpression():
                if isinstance(original, cst.Call):
                    updated = self._remove_items(original, updated, 'args')
                elif isinstance(original, cst.List | cst.Set | cst.Tuple):
                    updated = self._remove_items(original, updated, 'elements')
                return self._expression(original, updated)
            case cst.Parameters(), cst.Parameters():
                return self._remove_items(original, updated, 'params')
            case cst.SimpleStatementLine(), cst.SimpleStatementLine():
                return self._line(original, updated)
            case _, cst.Import() | cst.ImportFrom():
                return self._import(original, updated)
            case cst.FunctionDef() | cst.ClassDef(), cst.BaseStatement() if (
                self._start(original) in self.edits.removed_statements
            ):
                return _removed_statement(updated)
            case cst.ExceptHandler(), _ if (
                self._start(original) in self.edits.removed_as_names
            ):
                return updated.with_changes(name=None)
            case cst.WithItem(item=item), _ if (
                # Its own start would be that of a parenthesis.
                self._start(item) in self.edits.removed_as_names
            ):
                return updated.with_changes(asname=None)
        return updated

    def _remove_items(
        self, original: _Node, updated: _Node, field: str
    ) -> _Node:
        """Remove arguments, parameters or elements of a list."""
        items: Sequence[_Item] = getattr(updated, field)
        old_items: Sequence[_Item] = getattr(original, field)
        remaining = [
            new
            for old, new in zip(old_items, items, strict=True)
            if self._span(_named(old)) not in self.edits.removed_items
        ]
        if len(remaining) == len(items):
            return updated
        if len(remaining) > isinstance(original, cst.Tuple):
            # Keep what followed the last item: a comma, or nothing.
            remaining[-1] = remaining[-1].with_changes(comma=items[-1].comma)
        return updated.with_changes(**{field: remaining})

    def _expression(
        self, original: cst.BaseExpression, updated: cst.BaseExpression
    ) -> cst.BaseExpression:
        span = self._span(original)
        if span in self.edits.texts:
            text = self.edits.texts[span]
            return folding.substitute_text(text, updated)
        if span in self.edits.removed_walruses and isinstance(
            updated, cst.NamedExpr
        ):
            return parentheses.substitute(
                folding.fold_literal(updated.value), updated
            )
        if span not in self.edits.constants or span in self.found:
            is_written = span in self.edits.written
            return folding.keep_literal(updated) if is_written else updated
        self.found.add(span)
        effects = purity.impure_parts(updated)
        if len(effects) > 1 or purity.unpacks(updated):
            self.skipped[span] = 'evaluating it may have effects'
            return updated
        if effects:
            constant = self.edits.constants[span]
            return folding.fold_after_effects(
                effects[0], constant, updated, span
            )
        return parentheses.fold(self.edits.constants[span], updated, span)

    def _line(
        self,
        original: cst.SimpleStatementLine,
        updated: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine:
        start = self._start(original)
        if start in self.edits.removed_statements:
            return _removed_statement(updated)
        if (
            start not in self.edits.removed_assignments
            or len(updated.body) != 1
        ):
            return updated
        value = getattr(updated.body[0], 'value', None)
        if value is None or purity.is_pure(value):
            return _removed_statement(updated)
        return updated.with_changes(body=[cst.Expr(value)])

    def _import(
        self, original: cst.CSTNode, updated: cst.Import | cst.ImportFrom
    ) -> cst.BaseSmallStatement:
        line = self._start(original)[0]
        if isinstance(updated.names, cst.ImportStar):
            return updated
        names = [
            alias
            for alias in updated.names
            if (line, _bound_name(alias)) not in self.edits.removed_imports
        ]
        added = self.edits.added_imports.get(line)
        if added:
            names = _add_name(names, added)
        elif len(names) == len(updated.names):
            return updated
        if not names:
            return cst.Expr(folding.fold(None, cst.Name('x')))
        # Keep what followed the last item: a comma, or nothing.
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


def _removed_statement(node: cst.BaseStatement) -> cst.SimpleStatementLine:
    """Return a statement without effects, which is removed later."""
    nothing = folding.fold(None, cst.Name('x'))
    return cst.SimpleStatementLine(
        [cst.Expr(nothing)], leading_lines=leading_lines.lines_above(node)
    )


def _named(item: _Item) -> cst.CSTNode:
    """Return the part of an item that an edit gives the place of."""
    return item.name if isinstance(item, cst.Param) else item.value


def _bound_name(alias: cst.ImportAlias) -> str:
    if alias.asname is not None and isinstance(alias.asname.name, cst.Name):
        return alias.asname.name.value
    return alias.evaluated_name


def _add_name(
    names: list[cst.ImportAlias], name: str
) -> list[cst.ImportAlias]:
    last = names[-1]
    comma = cst.Comma(whitespace_after=cst.SimpleWhitespace(' '))
    if len(names) > 1 and isinstance(names[-2].comma, cst.Comma):
        comma = names[-2].comma
    added = cst.ImportAlias(cst.Name(name), comma=last.comma)
    return [*names[:-1], last.with_changes(comma=comma), added]
