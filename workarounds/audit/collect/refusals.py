# SPDX-License-Identifier: Apache-2.0
"""What the library refuses of a declaration, as far as source shows it."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
import inspect
from typing import Any
from typing import Final

from workarounds import exceptions
from workarounds.audit.collect import field_objects
from workarounds.audit.declaration_info import WrittenDeclaration
from workarounds.declarations import base
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.expiry import Never
from workarounds.declarations.expiry import Unstated
from workarounds.declarations.fixes import NoFix
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import OptionName
from workarounds.source.abstract_values import AbstractValue
from workarounds.source.expressions import Expression
from workarounds.source.references import SourceRange
from workarounds.source.references import UNKNOWN

_CLASSES: Final = {
    declared.__name__: declared for declared in (Workaround, RemovedWorkaround)
}
#: What stands for a mandatory field that is not known.
_STAND_INS: Final[Mapping[str, Any]] = {
    'name': 'unnamed',
    'summary': '-',
    'bugs': Unstated('-'),
    'fix': NoFix('-'),
    'expires': Never('-'),
    'options': (),
    'removed_in': '0',
    'reason': '-',
}
_TOGGLES: Final = ('enabled_by', 'disabled_by')
#: A field is not checked unless these are known too.
_CHECKED_WITH: Final[Mapping[str, tuple[str, ...]]] = {
    'fix': ('bugs',),
    'introduced': ('removed_in',),
    'off_values': _TOGGLES,
    'mutable': _TOGGLES,
    'group': (*_TOGGLES, 'params'),
    'params': (*_TOGGLES, 'group'),
    'deprecated_since': ('deprecated_reason',),
    'deprecated_reason': ('deprecated_since',),
}


def describe_written(
    kind: str,
    given: Mapping[str, Expression],
    *,
    callee: AbstractValue,
    is_complete: bool,
    positional: int,
    place: SourceRange,
    function: tuple[int, int] | None,
    options: tuple[OptionName, ...],
) -> WrittenDeclaration:
    """Describe a declaration with what its class refuses.

    :param kind: name of the class
    :param given: the fields that are given by name
    :param callee: what is called, which may be misspelt
    :param is_complete: whether no other field is given
    :param positional: number of positional arguments
    """
    declared = _CLASSES[kind]
    defaults = {
        name: base.MISSING if field.default is field.empty else field.default
        for name, field in inspect.signature(declared).parameters.items()
    }
    if not is_complete:
        defaults = dict.fromkeys(defaults, UNKNOWN)
    values, refused = _evaluate(given, callee)
    fields = defaults | values
    known = _checkable(fields)
    # A field that does not exist is refused, whatever its value is.
    known |= dict.fromkeys(fields.keys() - defaults.keys())
    return WrittenDeclaration(
        kind,
        place,
        function,
        fields,
        options,
        (*refused, *_problems(declared, [None] * positional, known)),
    )


def _evaluate(
    given: Mapping[str, Expression], callee: AbstractValue
) -> tuple[dict[str, Any], list[str]]:
    """Return the values of fields, and what does not exist or fails."""
    values: dict[str, Any] = dict.fromkeys(given, UNKNOWN)
    refused = []
    try:
        field_objects.check_name(callee)
    except field_objects.RefusedError as error:
        refused.append(str(error))
    for name, field in given.items():
        try:
            values[name] = field_objects.value(field)
        except field_objects.RefusedError as error:
            refused.append(f'{name}: {error}')
    return values, refused


def _checkable(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields in which nothing is wrong that is not known."""
    hidden = {name for name, value in fields.items() if value is UNKNOWN}
    hidden |= {
        name
        for name, others in _CHECKED_WITH.items()
        if not hidden.isdisjoint(others)
    }
    known = {
        name: _STAND_INS.get(name, UNKNOWN) if name in hidden else value
        for name, value in fields.items()
    }
    return {
        name: value
        for name, value in known.items()
        if value is not UNKNOWN and value is not base.MISSING
    }


def _problems(
    declared: Callable[..., object],
    positional: Sequence[None],
    named: Mapping[str, Any],
) -> tuple[str, ...]:
    """Return why a declaration cannot be made, each with a hint."""
    try:
        declared(*positional, **named)
    except exceptions.DeclarationError as error:
        return error.problems
    except TypeError as error:
        return (str(error),)
    return ()
