# SPDX-License-Identifier: Apache-2.0
"""What a read of a workaround answers from now on."""

import dataclasses

from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.retire.transform import folding
from workarounds.source import references
from workarounds.source.references import Reference


@dataclasses.dataclass(frozen=True)
class Undecidable:
    """Nobody can tell.

    :param why: a clause
    """

    reason: str


def value_of_read(  # noqa: PLR0911  # a line for each kind of read
    reference: Reference, declaration: DeclarationInfo, is_on: bool
) -> object | Undecidable:
    """Tell what a read answers for good.

    :param is_on: the workaround is on for good
    """
    match reference.kind:
        case 'enabled':
            return is_on
        case 'value':
            return _toggle_value(declaration, is_on)
        case 'param':
            return _param_value(reference.key, declaration, is_on)
        case 'direct':
            for param in declaration.params:
                if param.option == reference.name:
                    return _param_value(param.key, declaration, is_on)
            return _toggle_value(declaration, is_on)
    if reference.name:
        return Undecidable(
            'nobody can tell what it asks for without running it'
        )
    return Undecidable('it may ask for this workaround, or for another one')


def _toggle_value(
    declaration: DeclarationInfo, is_on: bool
) -> object | Undecidable:
    if declaration.polarity is None:
        return Undecidable(
            f'{declaration.name} was removed, and nobody says what '
            f'"yes" meant; give --polarity'
        )
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
