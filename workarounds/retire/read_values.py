# SPDX-License-Identifier: Apache-2.0
"""The constant that replaces a read of a workaround."""

import dataclasses

from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.retire.transform import folding
from workarounds.source import references
from workarounds.source.references import Reference


@dataclasses.dataclass(frozen=True)
class Undecidable:
    """The value of a read cannot be determined.

    :param reason: a clause
    """

    reason: str


def value_of_read(  # noqa: PLR0911  # a line for each kind of read
    reference: Reference, declaration: DeclarationInfo, is_on: bool
) -> object | Undecidable:
    """Return the constant that a read returns from now on.

    With ``is_on`` false, ``workarounds.enabled('x')`` is ``False`` and
    ``CONF.workarounds.disable_x`` is ``True``.

    :param is_on: whether the workaround is always on, not always off
    """
    match reference.kind:
        case 'enabled':
            return is_on
        case 'value':
            return _toggle_value(declaration, is_on)
        case 'param':
            return _param_value(reference.key, declaration, is_on)
        case 'direct':
            param = declaration.param_of(reference)
            if param is not None:
                return _param_value(param.key, declaration, is_on)
            return _toggle_value(declaration, is_on)
    if reference.name:
        return Undecidable(
            'whether it reads this workaround is only known at run time'
        )
    return Undecidable('it may read this workaround or another one')


def reads_toggle(reference: Reference, declaration: DeclarationInfo) -> bool:
    """Return whether a read is, or may be, of the value of the toggle."""
    return reference.kind in ('value', 'computed') or (
        reference.kind == 'direct' and declaration.param_of(reference) is None
    )


def _toggle_value(
    declaration: DeclarationInfo, is_on: bool
) -> object | Undecidable:
    if declaration.polarity is None:
        return Undecidable(
            f'{declaration.name} was removed, and its polarity is not '
            f'declared; give --polarity'
        )
    if declaration.off_values:
        [value, *others] = declaration.off_values
        # A list is also off when it is empty.
        others += [[]] if declaration.is_list and value != [] else []
        if is_on or others or value is references.UNKNOWN:
            return Undecidable(
                f'{declaration.name} is {"on" if is_on else "off"} at several '
                f'values, and which one is not known'
            )
        return value
    says_yes = is_on is (declaration.polarity == 'enabled_by')
    if not declaration.is_list:
        return says_yes
    return folding.NON_EMPTY if says_yes else []


def _param_value(
    key: str, declaration: DeclarationInfo, is_on: bool
) -> object | Undecidable:
    for param in declaration.params:
        if param.key != key:
            continue
        if not is_on:
            return folding.UNREAD
        if param.default is references.UNKNOWN:
            break
        return param.default
    return Undecidable(f'the default of its parameter {key!r} is not known')
