# SPDX-License-Identifier: Apache-2.0
"""The values of a declaration's fields, as far as source shows them."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator
import contextlib
import datetime
from typing import Any

from workarounds.declarations import expiry
from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations.expiry import Expiry
from workarounds.declarations.expiry import Never
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes import AnyOf
from workarounds.declarations.fixes import Fix
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.fixes import ReleaseFix
from workarounds.source import literals
from workarounds.source.expressions import Expression


def text(field: Expression | None) -> str:
    """Return the string value of a field; empty if it is not known."""
    return field.text() or '' if field else ''


def items(field: Expression | None) -> Iterator[Expression]:
    """Yield the items of a list, or a single value."""
    if field is not None:
        yield from field.items()


def texts(field: Expression | None) -> tuple[str, ...]:
    """Return the strings among the items of a field."""
    return tuple(filter(None, (item.text() for item in items(field))))


def all_texts(field: Expression | None) -> tuple[str, ...]:
    """Return the items of a field if all are known, otherwise none."""
    known = texts(field)
    return known if len(known) == len(list(items(field))) else ()


def class_name(field: Expression | None) -> str:
    """Return the name of the class that a field is an instance of."""
    return field.definition().class_name() if field else ''


def groups(field: Expression | None) -> tuple[str, ...]:
    """Return the names of the groups of a toggle."""
    if field is None:
        return (declaration_toggle.GROUP,)
    return tuple(
        item.text() or declaration_toggle.ANY_GROUP for item in field.items()
    )


def group_code(field: Expression | None) -> str:
    """Return the group of a toggle as code; empty for the usual one."""
    if field is None or field.text() == declaration_toggle.GROUP:
        return ''
    return ast.unparse(field.node)


def fixes(field: Expression | None) -> Iterator[Fix | None]:
    """Yield each fix, ``None`` for one that source does not show."""
    for item in items(field):
        match item.class_name(), item.node:
            case 'PackageFix', ast.Call() as call:
                yield _package_fix(
                    _given_texts(item, call, 'component', 'version')
                )
            case 'ReleaseFix', ast.Call() as call:
                yield _release_fix(_given_texts(item, call, 'version'))
            case 'AnyOf', ast.Call(args=args):
                yield _any_of([item.at(argument) for argument in args])
            case _:
                yield None


def _package_fix(given: dict[str, Any]) -> PackageFix | None:
    # What platforms have is not said here, nor Undetermined(...).
    given.pop('packages', None)
    if not given.get('version'):
        given.pop('version', None)
    is_complete = 'component' in given and given.keys() & {
        'version',
        'affected',
    }
    return PackageFix(**given) if is_complete and all(given.values()) else None


def _release_fix(given: dict[str, Any]) -> ReleaseFix | None:
    is_complete = given and all(given.values())
    return ReleaseFix(**given) if is_complete else None


def _any_of(items: Iterable[Expression]) -> Fix | None:
    """Return the alternatives that are known; one of them is enough."""
    known = [
        fix
        for item in items
        for fix in fixes(item)
        if fix is not None and not isinstance(fix, AnyOf)
    ]
    return AnyOf(*known) if len(known) > 1 else next(iter(known), None)


def _given_texts(
    item: Expression, call: ast.Call, *positional: str
) -> dict[str, Any]:
    """Return the arguments of a call; one that is not text is empty.

    :param positional: what positional arguments mean, although the library
        refuses them
    """
    is_hidden = any(keyword.arg is None for keyword in call.keywords)
    given = item.arguments(*positional)
    named = {name: text(value) for name, value in given.items()}
    return {} if is_hidden else named


def expiries(field: Expression | None) -> Iterator[Expiry]:
    """Yield the expiries of a field that are known."""
    for item in items(field):
        known = _expiry(item)
        if known is not None:
            yield known


def _expiry(expression: Expression) -> Expiry | None:
    match expression.class_name(), expression.node:
        case 'date', ast.Call(args=args):
            with contextlib.suppress(TypeError, ValueError):
                return datetime.date(*map(literals.value, args))  # type: ignore[arg-type]  # date() checks them
        case 'Never', ast.Call():
            return Never(_reason(expression))
        case 'Unstated', ast.Call():
            return Unstated(_reason(expression))
    text = expression.text()
    return text if expiry.is_reachable(text) else None


def _reason(expression: Expression) -> str:
    return text(expression.arguments('reason').get('reason'))
