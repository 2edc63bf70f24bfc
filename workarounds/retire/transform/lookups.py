# SPDX-License-Identifier: Apache-2.0
"""Lookups whose failure decides what happens next.

::

    try:
        disk = disks[name]    # stays, although nothing uses disk
    except KeyError:
        return False
"""

import builtins
from collections.abc import Iterable
from collections.abc import Iterator
import re

import libcst as cst

from workarounds.retire.transform import purity

_OF_ATTRIBUTE = frozenset(('AttributeError', 'Exception', 'BaseException'))
_SUBSCRIPTS = (KeyError, IndexError, TypeError)
#: Context managers that take the exceptions that they catch.
_CATCHING = re.compile(r'raises|suppress', re.IGNORECASE)
#: Those that catch nothing.
_NOT_CATCHING = re.compile(r'open$|lock$', re.IGNORECASE)


class LookupTracker(cst.CSTTransformer):
    """Makes lookups impure in the blocks where their failure is caught.

    An attribute counts where a handler names ``AttributeError``, or is of all
    exceptions.
    """

    def visit_Try_body(self, node: cst.Try) -> None:
        """Enter the body of ``try``."""
        _enter(_handled(handler.type for handler in node.handlers))

    def leave_Try_body(self, node: cst.Try) -> None:
        """Leave the body of ``try``."""
        purity.leave_lookups()

    def visit_TryStar_body(self, node: cst.TryStar) -> None:
        """Enter the body of ``try`` with ``except*``."""
        _enter(_handled(handler.type for handler in node.handlers))

    def leave_TryStar_body(self, node: cst.TryStar) -> None:
        """Leave the body of ``try`` with ``except*``."""
        purity.leave_lookups()

    def visit_With_body(self, node: cst.With) -> None:
        """Enter the body of ``with``."""
        _enter(name for item in node.items for name in _caught(item.item))

    def leave_With_body(self, node: cst.With) -> None:
        """Leave the body of ``with``."""
        purity.leave_lookups()


def _enter(exceptions: Iterable[str]) -> None:
    names = list(exceptions)
    kinds: list[type[cst.CSTNode]] = []
    if not _OF_ATTRIBUTE.isdisjoint(names):
        kinds.append(cst.Attribute)
    if any(map(_may_be_of_subscript, names)):
        kinds.append(cst.Subscript)
    purity.enter_lookups(kinds)


def _may_be_of_subscript(name: str) -> bool:
    """Return whether an exception may come from ``a[b]``."""
    exception = getattr(builtins, name, None)
    if not isinstance(exception, type):
        return True
    return any(
        issubclass(exception, other) or issubclass(other, exception)
        for other in _SUBSCRIPTS
    )


def _handled(
    types: Iterable[cst.BaseExpression | None],
) -> Iterator[str]:
    """Yield the names of exceptions; ``except:`` is of all."""
    for node in types:
        match node:
            case None:
                yield 'BaseException'
            case cst.Tuple(elements=elements):
                yield from _handled(element.value for element in elements)
            case _:
                yield last_name(node)


def _caught(node: cst.BaseExpression) -> Iterator[str]:
    """Yield the exceptions that a context manager catches, '' for any."""
    name = last_name(node.func if isinstance(node, cst.Call) else node)
    if isinstance(node, cst.Call) and _CATCHING.search(name):
        yield from _handled(argument.value for argument in node.args)
    elif not _NOT_CATCHING.search(name):
        yield ''


def last_name(node: cst.BaseExpression) -> str:
    """Return the last name of an expression: ``c`` of ``a.b.c``."""
    match node:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            return name
    return ''
