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
from workarounds.retire.transform.unchanged_functions import Elided

Span = transform_edits.Span


@dataclasses.dataclass(frozen=True)
class Rewritten:
    """A file's new text.

    :param left: where expressions were left alone, and why
    """

    source: bytes
    left: Mapping[tuple[int, ...], str]


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
    elided = Elided(source, edits)
    try:
        module = cst.parse_module(elided.source)
    except cst.ParserSyntaxError as error:
        line = elided.line_before(error.raw_line)
        raise ValueError(f'line {line}: {error.message}') from None
    except cst.CSTValidationError as error:
        raise ValueError(f'LibCST cannot read it: {error}') from None
    if module.bytes != elided.source:
        raise ValueError('it cannot be written back as it is')
    edits = elided.edits
    left: dict[Span, str] = {}
    result = source
    while edits:
        try:
            marked, refused = transform_edits.mark(module, edits)
            settled = _settled(marked, is_used_elsewhere)
        except cst.CSTValidationError as error:
            raise ValueError(f'LibCST cannot write it: {error}') from None
        refused = refused or _refused(module.code, settled.code, edits.values)
        if not refused:
            left |= _remaining(settled)
            result = elided.whole(settled.bytes)
            break
        left |= refused
        edits = edits.without(refused.keys())
    return Rewritten(
        result,
        {
            (elided.line_before(span[0]), *span[1:]): reason
            for span, reason in left.items()
        },
    )


def _settled(
    module: cst.Module, is_used_elsewhere: Callable[[str], bool]
) -> cst.Module:
    while True:
        settled = transformer.simplify_module(module)
        followed = constant_propagation.propagate_constants(
            settled, is_used_elsewhere
        )
        if followed is None and settled.code == module.code:
            return settled
        module = settled if followed is None else followed


def _refused(
    before: str, after: str, marks: Mapping[Span, object]
) -> dict[Span, str]:
    """Return the marks that would change more than they should."""
    return {
        span: fault.reason
        for fault in scope_checks.faults(before, after)
        for span in marks
        if fault.first_line <= span[0] <= fault.last_line
    }


class _Remains(cst.CSTVisitor):
    """Looks for what has been left as it was written."""

    def __init__(self) -> None:
        super().__init__()
        self.left: dict[Span, str] = {}

    def visit_Folded(self, node: Folded) -> None:
        """Note where it was read."""
        if not node.origin:
            return
        if node.effects is not None:
            self.left[node.origin] = 'evaluating it may have effects'
        elif node.constant is folding.NON_EMPTY:
            self.left[node.origin] = 'nobody knows what the list holds'
        elif node.constant is folding.UNREAD:
            self.left[node.origin] = 'read although the workaround is off'


def _remaining(module: cst.Module) -> dict[Span, str]:
    remains = _Remains()
    module.visit(remains)
    return remains.left
