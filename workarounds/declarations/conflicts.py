# SPDX-License-Identifier: Apache-2.0
"""Names and options that two declarations claim."""

from collections.abc import Iterator
from collections.abc import Mapping

from workarounds.declarations.declaration import Declaration
from workarounds.declarations.removed import RemovedWorkaround
from workarounds.declarations.toggle import OptionName


def find_conflicts(
    declaration: Declaration,
    by_name: Mapping[str, Declaration],
    owners: Mapping[OptionName, Declaration],
) -> Iterator[str]:
    """Yield each name and option that is taken, with a hint.

    :param declaration: the new declaration
    :param by_name: earlier declarations, by name
    :param owners: earlier declarations, by the names of their options
    """
    other = by_name.get(declaration.name)
    if isinstance(other, RemovedWorkaround):
        yield (
            f'the name {declaration.name!r} belonged to a workaround removed '
            f'in {other.removed_in} and cannot be used again; choose another'
        )
    elif other is not None:
        yield (
            f'the name {declaration.name!r} is taken by another declaration: '
            f'{other.summary!r}; choose another, or make the two the same'
        )
    for option in declaration.option_names:
        owner = owners.get(option.key)
        if owner is None or owner.name == declaration.name:
            continue
        if isinstance(owner, RemovedWorkaround):
            yield (
                f'{declaration.name}: the option {option} belonged to '
                f'{owner.name}, removed in {owner.removed_in}, and cannot be '
                f'used again; choose another'
            )
        else:
            yield (
                f'{declaration.name}: the option {option} is taken by '
                f'{owner.name}; choose another'
            )
