# SPDX-License-Identifier: Apache-2.0
"""One file, rewritten with some of its expressions settled."""

from collections.abc import Callable
from collections.abc import Mapping
import dataclasses

import libcst as cst

from workarounds.retire import scope_checks
from workarounds.retire.transform import constant_propagation
from workarounds.retire.transform import edits as transform_edits
from workarounds.retire.transform import folding
from workarounds.retire.transform import transformer
from workarounds.retire.transform.edits import Edits
from workarounds.retire.transform.folding import Folded
from workarounds.retire.transform.unchanged_functions import StubbedSource

Span = transform_edits.Span


@dataclasses.dataclass(frozen=True)
class Rewritten:
    """A file's new text.

    :param left: where expressions were left alone, and why
    """

    source: bytes
    skipped: Mapping[tuple[int, ...], str]


def rewrite(
    source: bytes,
    edits: Edits,
    is_used_elsewhere: Callable[[str], bool] = lambda name: False,
) -> Rewritten:
    """Rewrite a file.

    :param edits: what is to be changed, among it the expressions that have a
        certain value for good
    :param is_used_elsewhere: tells of a name of the module whether another
        file may read or replace it
    :raises ValueError: the file does not parse, or cannot be written back as
        it is
    """
    stubbed = StubbedSource(source, edits)
    try:
        module = cst.parse_module(stubbed.source)
    except cst.ParserSyntaxError as error:
        line = stubbed.original_line(error.raw_line)
        raise ValueError(f'line {line}: {error.message}') from None
    except cst.CSTValidationError as error:
        raise ValueError(f'LibCST cannot read it: {error}') from None
    if module.bytes != stubbed.source:
        raise ValueError('it cannot be written back as it is')
    edits = stubbed.edits
    skipped: dict[Span, str] = {}
    result = source
    while edits:
        try:
            folded, refused = transform_edits.apply_edits(module, edits)
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
    """Return the marks that would change more than they should."""
    return {
        span: fault.reason
        for fault in scope_checks.find_scope_changes(before, after)
        for span in constants
        if fault.first_line <= span[0] <= fault.last_line
    }


class _UnreplacedFinder(cst.CSTVisitor):
    """Looks for what has been left as it was written."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: dict[Span, str] = {}

    def visit_Folded(self, node: Folded) -> None:
        """Note where it was read."""
        if not node.origin:
            return
        if node.effects is not None:
            self.reasons[node.origin] = 'evaluating it may have effects'
        elif node.constant is folding.NON_EMPTY:
            self.reasons[node.origin] = 'nobody knows what the list holds'
        elif node.constant is folding.UNREAD:
            self.reasons[node.origin] = 'read although the workaround is off'


def _find_unreplaced(module: cst.Module) -> dict[Span, str]:
    finder = _UnreplacedFinder()
    module.visit(finder)
    return finder.reasons
