# SPDX-License-Identifier: Apache-2.0
"""The objects that expressions make, without running the source.

Only classes of this library, options of oslo.config and dates are made, and
only from values that the source shows.
"""

import ast
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
import datetime
import difflib
from typing import Any
from typing import Final

from oslo_config import cfg

import workarounds
from workarounds.declarations import expiry
from workarounds.declarations import fixes
from workarounds.declarations import toggle
from workarounds.source import literals
from workarounds.source import names as source_names
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.abstract_values import LIBRARY
from workarounds.source.abstract_values import Symbol
from workarounds.source.expressions import Expression
from workarounds.source.references import UNKNOWN

_OF_LIBRARY: Final[Mapping[str, Callable[..., Any]]] = {
    made.__name__: made
    for made in (
        expiry.Never,
        expiry.Unstated,
        fixes.AnyOf,
        fixes.Choice,
        fixes.ConfigFix,
        fixes.FileFix,
        fixes.ManualFix,
        fixes.NoFix,
        fixes.Package,
        fixes.PackageFix,
        fixes.ReleaseFix,
        fixes.Undetermined,
        toggle.Always,
        toggle.Detected,
    )
}
_DATES: Final[Mapping[str, Callable[..., Any]]] = {
    'datetime.date': datetime.date,
    'datetime.datetime': datetime.datetime,
}
#: Arguments of options that no check of a declaration depends on.
_IRRELEVANT: Final = frozenset(
    ('help', 'sample_default', 'metavar', 'deprecated_reason')
)


class RefusedError(Exception):
    """An expression raises when it is run; says why, with a hint."""


def value(expression: Expression) -> Any:
    """Return the object that an expression makes, or ``UNKNOWN``.

    :raises RefusedError: Python, oslo.config or the library refuses to make it
    """
    text = expression.text()
    if text is not None:
        return text
    found = expression.definition()
    match found.node:
        case ast.List(elts=items) | ast.Tuple(elts=items):
            made = [value(found.at(item)) for item in items]
            is_own = found.node is expression.node
            # A list that has a name may be filled later.
            return made if _is_known(made) and (is_own or made) else UNKNOWN
        case ast.Dict(keys=keys, values=values):
            return _mapping(found, keys, values)
        case ast.Call() as call:
            return _instance(found, call)
        case ast.Name() | ast.Attribute() as name:
            check_name(found.names.evaluate(name, found.scope))
    return literals.value(found.node)


def check_name(symbol: AbstractValue) -> None:
    """Check a name of this library.

    :raises RefusedError: the library does not have it
    """
    if not isinstance(symbol, Symbol) or symbol.level:
        return
    owner, _, name = symbol.path.rpartition('.')
    if owner == LIBRARY and not hasattr(workarounds, name):
        near = difflib.get_close_matches(name, workarounds.__all__, 1)
        hint = f'; did you mean {near[0]}?' if near else ''
        raise RefusedError(f'{LIBRARY} has no {name}{hint}')


def _mapping(
    found: Expression, keys: list[ast.expr | None], values: list[ast.expr]
) -> Any:
    made: dict[Any, Any] = {}
    for key, item in zip(keys, values, strict=True):
        name = UNKNOWN if key is None else value(found.at(key))
        made_item = value(found.at(item))
        if not _is_known((name, made_item)) or isinstance(name, list | dict):
            return UNKNOWN
        made[name] = made_item
    return made


def _is_known(values: Iterable[Any]) -> bool:
    # Options of oslo.config cannot be compared with any other object.
    return all(item is not UNKNOWN for item in values)


def _instance(found: Expression, call: ast.Call) -> Any:
    """Return the object that a call makes."""
    callee = found.names.evaluate(call.func, found.scope)
    check_name(callee)
    make = _find_class(callee) if isinstance(callee, Symbol) else None
    if (
        make is None
        or any(isinstance(given, ast.Starred) for given in call.args)
        or any(given.arg is None for given in call.keywords)
    ):
        return UNKNOWN
    is_library = make in _OF_LIBRARY.values()
    is_option = not is_library and make not in _DATES.values()
    positional = [value(found.at(item)) for item in call.args]
    named = {
        name: value(item)
        for name, item in found.arguments().items()
        if not (is_option and name in _IRRELEVANT)
    }
    is_known = _is_known((*positional, *named.values()))
    # The library takes any value, but not any number of arguments.
    if not is_known and not is_library:
        return UNKNOWN
    try:
        made = make(*positional, **named)
    except (TypeError, ValueError, AttributeError, cfg.Error) as error:
        name = source_names.last_identifier(call.func)
        label = '' if str(error).startswith(name) else f'{name}: '
        raise RefusedError(f'{label}{error}') from None
    return made if is_known else UNKNOWN


def _find_class(symbol: Symbol) -> Callable[..., Any] | None:
    if symbol.path.startswith(f'{LIBRARY}.'):
        return _OF_LIBRARY.get(symbol.name)
    if symbol.path.startswith('oslo_config.cfg.'):
        made = getattr(cfg, symbol.name, None)
        is_option = isinstance(made, type) and issubclass(made, cfg.Opt)
        return made if is_option else None
    return _DATES.get(symbol.path)
