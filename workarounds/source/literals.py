# SPDX-License-Identifier: Apache-2.0
"""Literals: values, arguments and options that are written out."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator
import dataclasses

from workarounds.declarations.toggle import OptionName
from workarounds.source import names as source_names
from workarounds.source import references
from workarounds.source.names import Names
from workarounds.source.scopes import Scope


def value(node: ast.expr | None) -> object:
    """Return the value of a literal, or ``references.UNKNOWN``."""
    if node is None:
        return references.UNKNOWN
    try:
        literal: object = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return references.UNKNOWN
    return literal


def arguments(node: ast.expr, *positional: str) -> dict[str, ast.expr]:
    """Return the arguments of a call by their names.

    :param positional: the names of the positional ones
    """
    if not isinstance(node, ast.Call):
        return {}
    given = dict(zip(positional, node.args, strict=False))
    return given | {
        keyword.arg: keyword.value for keyword in node.keywords if keyword.arg
    }


def keywords(node: ast.Call) -> Iterator[tuple[str, ast.expr]]:
    """Yield keyword arguments, including those in ``**{...}``."""
    for given in node.keywords:
        if given.arg is None:
            yield from items(given.value)
        else:
            yield given.arg, given.value


def items(node: ast.expr | None) -> Iterator[tuple[str, ast.expr]]:
    """Yield the items of a dictionary display whose keys are strings."""
    if not isinstance(node, ast.Dict):
        return
    for key, value in zip(node.keys, node.values, strict=True):
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield key.value, value


@dataclasses.dataclass(frozen=True, slots=True)
class DeclaredOption:
    """An option: its name in a file, and facts of its declaration.

    :param former: the groups and names that it had before; ``None`` where
        that is as it is today
    """

    name: str
    is_list: bool = False
    default: object = None
    former: tuple[tuple[str | None, str | None], ...] = ()

    def former_in(self, groups: Iterable[str]) -> tuple[OptionName, ...]:
        """Return the names that it had before where it is in some groups."""
        return tuple(
            OptionName(former_group or group, former_name or self.name)
            for group in groups
            for former_group, former_name in self.former
        )


def declared_option(
    node: ast.expr, scope: Scope, names: Names
) -> DeclaredOption | None:
    """Return the option of an expression: a name, or a ``cfg.Opt``."""
    name = names.string(node, scope)
    if name is not None:
        return DeclaredOption(name)
    if not isinstance(node, ast.Call):
        return None
    kind = source_names.last_identifier(node.func)
    given = arguments(node, 'name')
    named = given.get('dest', given.get('name'))
    name = names.string(named, scope) if named else None
    if name is None or not kind.endswith('Opt') or kind == 'DeprecatedOpt':
        return None
    default = value(given['default']) if 'default' in given else None
    type_node = given.get('type')
    is_list = kind in ('ListOpt', 'MultiOpt', 'MultiStrOpt') or (
        type_node is not None
        and source_names.last_identifier(type_node) == 'List'
    )
    return DeclaredOption(
        name.replace('-', '_'),
        is_list,
        default,
        tuple(_former_names(given, scope, names)),
    )


def _former_names(
    given: dict[str, ast.expr], scope: Scope, names: Names
) -> Iterator[tuple[str | None, str | None]]:
    """Yield the group and the name of each former name of an option."""
    old = [
        arguments(item, 'name', 'group')
        for item in getattr(given.get('deprecated_opts'), 'elts', ())
    ]
    old.append(
        {
            field: given[f'deprecated_{field}']
            for field in ('name', 'group')
            if f'deprecated_{field}' in given
        }
    )
    for fields in old:
        group, name = (
            names.string(fields[field], scope) if field in fields else None
            for field in ('group', 'name')
        )
        if group or name:
            yield group, name


def is_none(node: ast.expr) -> bool:
    """Return whether an expression is ``None``."""
    return isinstance(node, ast.Constant) and node.value is None


def group_name(node: ast.expr, scope: Scope, names: Names) -> str | None:
    """Return the name of the group that an expression is, or names."""
    node = names.definition(node, scope)
    if isinstance(node, ast.Call):
        named = arguments(node, 'name').get('name')
        if (
            source_names.last_identifier(node.func) != 'OptGroup'
            or named is None
        ):
            return None
        node = named
    return names.string(node, scope)
