# SPDX-License-Identifier: Apache-2.0
"""Rewriting of one file with some of its expressions folded.

Whether the result may be used is decided elsewhere.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Mapping
import dataclasses
import re

import libcst as cst
from libcst import metadata

from workarounds.retire.transform import constant_propagation
from workarounds.retire.transform import edit_application
from workarounds.retire.transform import folding
from workarounds.retire.transform import transformer
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.folding import Written
from workarounds.retire.transform.unchanged_functions import StubbedSource
from workarounds.source.index import SourceIndex


@dataclasses.dataclass(frozen=True)
class Rewritten:
    """The new content of a file.

    :param skipped: the expressions that were not replaced, with the reasons
    :param written: the literals that edits wrote
    """

    source: bytes
    skipped: Mapping[Span, str]
    written: Collection[Span] = ()


class Rewriter:
    """Rewrites a file.

    :param edits: the edits of which some will be applied
    :param is_used_elsewhere: returns whether anything else may read or replace
        a name of the module
    :raises ValueError: LibCST cannot parse the file or reproduce it
    """

    def __init__(
        self,
        index: SourceIndex,
        edits: Edits,
        is_used_elsewhere: Callable[[str], bool],
    ) -> None:
        self._index = index
        self._is_used_elsewhere = is_used_elsewhere
        self._stubbed = StubbedSource(index, edits)
        self._module = _parse(self._stubbed)

    def rewrite(self, edits: Edits) -> Rewritten:
        """Return the file with edits.

        :raises ValueError: LibCST cannot write it
        """
        edits = self._stubbed.move(edits)
        skipped: dict[Span, str] = {}
        written: list[Span] = []
        result = self._index.data
        while edits:
            try:
                changed, refused = edit_application.apply_edits(
                    self._module, edits
                )
                if not refused:
                    changed = _simplify(changed, self._is_used_elsewhere)
            except cst.CSTValidationError as error:
                raise ValueError(f'LibCST cannot write it: {error}') from None
            if not refused:
                left = _find_left(changed)
                skipped |= left.reasons
                text = changed.bytes
                result = self._stubbed.restore(text)
                if left.has_literals:
                    written = self._find_written(changed, text)
                break
            skipped |= refused
            edits = edits.without(refused.keys())
        return Rewritten(
            result,
            {
                (self._stubbed.original_line(span[0]), *span[1:]): reason
                for span, reason in skipped.items()
            },
            written,
        )

    def _find_written(self, changed: cst.Module, text: bytes) -> list[Span]:
        """Return the literals that were written, as places in the result."""
        finder = _WrittenFinder()
        metadata.MetadataWrapper(changed).visit(finder)
        lines = self._stubbed.restored_lines(text)
        return [
            (lines[first], column, lines[last], end)
            for first, column, last, end in finder.spans
        ]


def _parse(stubbed: StubbedSource) -> cst.Module:
    try:
        module = cst.parse_module(stubbed.source)
    except cst.ParserSyntaxError as error:
        line = stubbed.original_line(_line_of(error))
        raise ValueError(f'line {line}: LibCST cannot read it') from None
    except cst.CSTValidationError as error:
        raise ValueError(f'LibCST cannot read it: {error}') from None
    if module.bytes != stubbed.source:
        raise ValueError('it cannot be written back as it is')
    return module


def _line_of(error: cst.ParserSyntaxError) -> int:
    # In a block, its own line is sometimes the next one.
    match = re.search(r'error at (\d+):', error.message)
    return int(match[1]) if match else error.raw_line


def _simplify(
    module: cst.Module, is_used_elsewhere: Callable[[str], bool]
) -> cst.Module:
    code: str | None = None
    while True:
        simplified = transformer.simplify_module(module)
        if not _find_left(simplified).has_folded:
            # Nothing else makes anything constant.
            return simplified
        propagated = constant_propagation.propagate_constants(
            simplified, is_used_elsewhere
        )
        if propagated is not None:
            code, module = None, propagated
            continue
        before = module.code if code is None else code
        code, module = simplified.code, simplified
        if code == before:
            return simplified


class _LeftFinder(cst.CSTVisitor):
    """Finds the nodes that edits made.

    :ivar reasons: why reads are still written as before
    """

    def __init__(self) -> None:
        super().__init__()
        self.reasons: dict[Span, str] = {}
        self.has_folded = False
        self.has_literals = False

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Record a node."""
        if not isinstance(node, Written):
            return True
        self.has_literals |= _is_literal(node)
        if isinstance(node, Folded):
            self.has_folded = True
            self._record_reason(node)
        return False

    def _record_reason(self, node: Folded) -> None:
        if not node.origin:
            return
        if node.effects is not None:
            self.reasons[node.origin] = 'evaluating it may have effects'
        elif node.constant is folding.NON_EMPTY:
            self.reasons[node.origin] = (
                'the elements of the list are not known'
            )
        elif node.constant is folding.UNREAD:
            self.reasons[node.origin] = 'read although the workaround is off'


class _WrittenFinder(cst.CSTVisitor):
    """Finds the literals that edits wrote."""

    METADATA_DEPENDENCIES = (metadata.PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.spans: list[Span] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Record the place of a literal."""
        if isinstance(node, Written) and _is_literal(node):
            place = self.get_metadata(metadata.PositionProvider, node)
            start, end = place.start, place.end
            self.spans.append((start.line, start.column, end.line, end.column))
        return True


def _is_literal(node: Written) -> bool:
    return node.is_literal if isinstance(node, Folded) else True


def _find_left(module: cst.Module) -> _LeftFinder:
    finder = _LeftFinder()
    module.visit(finder)
    return finder
