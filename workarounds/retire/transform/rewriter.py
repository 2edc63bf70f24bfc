# SPDX-License-Identifier: Apache-2.0
"""Rewriting of one file with some of its expressions folded."""

from collections.abc import Callable
from collections.abc import Mapping
import dataclasses
import re

import libcst as cst

from workarounds.retire import scope_checks
from workarounds.retire.transform import constant_propagation
from workarounds.retire.transform import edit_application
from workarounds.retire.transform import folding
from workarounds.retire.transform import transformer
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.edits import Span
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.unchanged_functions import StubbedSource


@dataclasses.dataclass(frozen=True)
class Rewritten:
    """The new content of a file.

    :param skipped: the expressions that were not replaced, with the reasons
    """

    source: bytes
    skipped: Mapping[tuple[int, ...], str]


def rewrite(
    source: bytes,
    edits: Edits,
    is_used_elsewhere: Callable[[str], bool] = lambda name: False,
) -> Rewritten:
    """Rewrite a file.

    :param edits: the changes, including expressions with a constant value
    :param is_used_elsewhere: returns whether another file may read or replace
        a name of the module
    :raises ValueError: LibCST cannot parse the file or reproduce it
    """
    stubbed = StubbedSource(source, edits)
    try:
        module = cst.parse_module(stubbed.source)
    except cst.ParserSyntaxError as error:
        line = stubbed.original_line(_line_of(error))
        raise ValueError(f'line {line}: LibCST cannot read it') from None
    except cst.CSTValidationError as error:
        raise ValueError(f'LibCST cannot read it: {error}') from None
    if module.bytes != stubbed.source:
        raise ValueError('it cannot be written back as it is')
    edits = stubbed.edits
    skipped: dict[Span, str] = {}
    result = source
    while edits:
        try:
            folded, refused = edit_application.apply_edits(module, edits)
            simplified = _simplify(folded, is_used_elsewhere)
        except cst.CSTValidationError as error:
            raise ValueError(f'LibCST cannot write it: {error}') from None
        refused = refused or _find_refused(
            module.code, simplified.code, edits.constants
        )
        if not refused:
            skipped |= _find_unreplaced(simplified)
            result = stubbed.restore(simplified.bytes)
            break
        skipped |= refused
        edits = edits.without(refused.keys())
    return Rewritten(
        result,
        {
            (stubbed.original_line(span[0]), *span[1:]): reason
            for span, reason in skipped.items()
        },
    )


def _line_of(error: cst.ParserSyntaxError) -> int:
    # In a block, its own line is sometimes the next one.
    match = re.search(r'error at (\d+):', error.message)
    return int(match[1]) if match else error.raw_line


def _simplify(
    module: cst.Module, is_used_elsewhere: Callable[[str], bool]
) -> cst.Module:
    while True:
        simplified = transformer.simplify_module(module)
        propagated = constant_propagation.propagate_constants(
            simplified, is_used_elsewhere
        )
        if propagated is None and simplified.code == module.code:
            return simplified
        module = simplified if propagated is None else propagated


def _find_refused(
    before: str, after: str, constants: Mapping[Span, object]
) -> dict[Span, str]:
    """Return the expressions whose folding has unintended effects.

    :raises ValueError: an edit that is not a folding has such an effect
    """
    refused: dict[Span, str] = {}
    for change in scope_checks.find_scope_changes(before, after):
        spans = [
            span
            for span in constants
            if change.first_line <= span[0] <= change.last_line
        ]
        if not spans:
            raise ValueError(change.reason)
        refused |= dict.fromkeys(spans, change.reason)
    return refused


class _UnreplacedFinder(cst.CSTVisitor):
    """Finds reads that are still written as before."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: dict[Span, str] = {}

    def visit_Folded(self, node: Folded) -> None:
        """Record the reason."""
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


def _find_unreplaced(module: cst.Module) -> dict[Span, str]:
    finder = _UnreplacedFinder()
    module.visit(finder)
    return finder.reasons
