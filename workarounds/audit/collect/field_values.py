# SPDX-License-Identifier: Apache-2.0
"""The values of a declaration's fields, as far as they are literals."""

import ast
from collections.abc import Iterator
import contextlib
import datetime

from workarounds.declarations.expiry import Expiry
from workarounds.declarations.expiry import Never
from workarounds.declarations.expiry import Unstated
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source.abstract_values import Symbol
from workarounds.source.names import Names
from workarounds.source.walk import Context


class FieldValues:
    """Evaluates fields of declarations."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def fixes(
        self, node: ast.expr | None, context: Context
    ) -> Iterator[tuple[str, str | None]]:
        """Yield the component or the project of each fix, and its version."""
        for fix in self.items(node, context):
            fields = literals.arguments(fix)
            version = self.text(fields.get('version'), context)
            match self.class_name(fix, context):
                case 'PackageFix':
                    component = self.text(fields.get('component'), context)
                    yield component or '', version if component else None
                case 'ReleaseFix':
                    yield (
                        self.text(fields.get('project'), context) or '',
                        version,
                    )

    def expiry(self, node: ast.expr | None, context: Context) -> Expiry | None:
        """Return an expiry, or None if it is not known."""
        if node is None:
            return None
        node = self._names.definition(node, context.scope)
        match self.class_name(node, context), node:
            case 'date', ast.Call(args=args):
                with contextlib.suppress(TypeError, ValueError):
                    return datetime.date(*map(literals.value, args))  # type: ignore[arg-type]  # date() checks them
            case 'Never', ast.Call(args=[*args]):
                return Never(self._reason(node, context))
            case 'Unstated', ast.Call():
                return Unstated(self._reason(node, context))
        return self.text(node, context)

    def _reason(self, node: ast.expr, context: Context) -> str:
        fields = literals.arguments(node, 'reason')
        return self.text(fields.get('reason'), context) or ''

    def class_name(self, node: ast.expr | None, context: Context) -> str:
        """Return the name of the class that a call instantiates."""
        if not isinstance(node, ast.Call):
            return ''
        callee = self._names.evaluate(node.func, context.scope)
        if isinstance(callee, Symbol):
            return callee.name
        return source_names.last_identifier(node.func)

    def items(
        self, node: ast.expr | None, context: Context
    ) -> Iterator[ast.expr]:
        """Yield the items of a list, or a single value."""
        if node is None:
            return
        node = self._names.definition(node, context.scope)
        if isinstance(node, ast.List | ast.Tuple):
            for item in node.elts:
                yield self._names.definition(item, context.scope)
        else:
            yield node

    def text(self, node: ast.expr | None, context: Context) -> str | None:
        """Return the string that a field is known to be, or None."""
        return (
            None if node is None else self._names.string(node, context.scope)
        )
