# SPDX-License-Identifier: Apache-2.0
"""Options of oslo.config that are declared in source."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
import dataclasses

from workarounds.declarations.toggle import OptionName
from workarounds.source import names as source_names
from workarounds.source.expressions import Expression
from workarounds.source.references import SourceRange


@dataclasses.dataclass(frozen=True, slots=True)
class DeclaredOption:
    """An option: its name in a file, and facts of its declaration.

    :param default: a literal, or :data:`references.UNKNOWN`
    :param former: the groups and names that it had before; ``None`` where
        that is as it is today
    :param place: of the ``cfg.Opt``; None if there is only a name
    """

    name: str
    is_list: bool = False
    default: object = None
    former: tuple[tuple[str | None, str | None], ...] = ()
    place: SourceRange | None = None

    def former_in(self, groups: Iterable[str]) -> tuple[OptionName, ...]:
        """Return the names that it had before where it is in some groups."""
        return tuple(
            OptionName(former_group or group, former_name or self.name)
            for group in groups
            for former_group, former_name in self.former
        )


def declared_option(expression: Expression) -> DeclaredOption | None:
    """Return the option of an expression: a name, or a ``cfg.Opt``."""
    name = expression.text()
    if name is not None:
        return DeclaredOption(name) if name else None
    option = expression.definition()
    given = option.arguments('name')
    named = given.get('dest', given.get('name'))
    name = named.text() if named else None
    kind = source_names.last_identifier(option.node)
    if not name or not kind.endswith('Opt') or kind == 'DeprecatedOpt':
        return None
    is_list = kind in ('ListOpt', 'MultiOpt', 'MultiStrOpt') or (
        'type' in given
        and source_names.last_identifier(given['type'].node) == 'List'
    )
    return DeclaredOption(
        name.replace('-', '_'),
        is_list,
        given['default'].value() if 'default' in given else None,
        tuple(_former_names(given)),
        option.place,
    )


def _former_names(
    given: Mapping[str, Expression],
) -> Iterator[tuple[str | None, str | None]]:
    """Yield the group and the name of each former name of an option."""
    former = []
    if 'deprecated_opts' in given:
        for item in given['deprecated_opts'].items():
            former.append(item.arguments('name', 'group'))
    former.append(
        {
            field: given[f'deprecated_{field}']
            for field in ('name', 'group')
            if f'deprecated_{field}' in given
        }
    )
    for fields in former:
        group, name = (
            fields[field].text() if field in fields else None
            for field in ('group', 'name')
        )
        if group or name:
            yield group, name
