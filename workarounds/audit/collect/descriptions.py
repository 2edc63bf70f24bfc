# SPDX-License-Identifier: Apache-2.0
"""Descriptions of declarations, as far as source shows them."""

import ast
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Final

from workarounds.audit import declaration_info
from workarounds.audit.collect import field_values
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.declaration_info import Param
from workarounds.declarations.toggle import ANY_GROUP
from workarounds.declarations.toggle import OptionName
from workarounds.source import option_calls
from workarounds.source import references
from workarounds.source.expressions import Expression
from workarounds.source.option_calls import DeclaredOption
from workarounds.source.references import SourceRange

Fields = Mapping[str, Expression]
#: Toggles without an option.
_NO_OPTION: Final = ('Always', 'Detected')


def describe_live(
    name: str, fields: Fields, place: SourceRange, *, is_complete: bool
) -> DeclarationInfo:
    """Describe a ``Workaround``.

    :param is_complete: all of its fields are known by name
    """
    is_inverted = 'disabled_by' in fields
    given = fields.get('disabled_by' if is_inverted else 'enabled_by')
    is_option = field_values.class_name(given) not in _NO_OPTION
    toggle = (
        DeclaredOption(name)
        if given is None
        else option_calls.declared_option(given)
    )
    groups = field_values.groups(fields.get('group'))
    hidden: list[str] = []
    if is_option and toggle is None:
        hidden += groups
    if not is_complete:
        hidden.append(ANY_GROUP)
    declared = list(_params(fields.get('params'), groups, hidden))
    params = [param for param, _ in declared]
    toggles = declaration_info.options_in(
        groups, [toggle.name] if toggle else []
    )
    options = [*toggles, *(opt for param in params for opt in param.options)]
    created = [option for _, option in declared]
    fixes = list(field_values.fixes(fields.get('fix')))
    return DeclarationInfo(
        name=name,
        option=toggle.name if toggle else None,
        is_option=is_option,
        polarity='disabled_by' if is_inverted else 'enabled_by',
        is_list=bool(toggle and toggle.is_list),
        former=toggle.former_in(groups) if toggle else (),
        off_values=tuple(
            item.value()
            for item in field_values.items(fields.get('off_values'))
        ),
        default=toggle.default if toggle else references.UNKNOWN,
        group=field_values.group_code(fields.get('group')),
        params=tuple(params),
        options=tuple(dict.fromkeys(options)),
        hidden_groups=frozenset(hidden),
        created=tuple(_places([toggle, *created])),
        summary=field_values.text(fields.get('summary')),
        introduced=field_values.all_texts(fields.get('introduced')),
        expires=next(field_values.expiries(fields.get('expires')), None),
        renewed_from=tuple(field_values.expiries(fields.get('renewed_from'))),
        unstated=tuple(
            field
            for field in declaration_info.MAY_BE_UNSTATED
            if field_values.class_name(fields.get(field)) == 'Unstated'
        ),
        bugs=field_values.texts(fields.get('bugs')),
        fixes=tuple(fix for fix in fixes if fix is not None),
        hides_fix=None in fixes,
        place=place,
    )


def describe_removed(
    name: str, fields: Fields, place: SourceRange
) -> DeclarationInfo:
    """Describe a ``RemovedWorkaround``."""
    items = list(field_values.items(fields.get('options')))
    options = field_values.texts(fields.get('options'))
    groups = field_values.groups(fields.get('group'))
    former = field_values.texts(fields.get('former_names'))
    return DeclarationInfo(
        name=name,
        option=options[0] if options else None,
        is_option=bool(items),
        options=(
            *declaration_info.options_in(groups, (*options, *former)),
            *_elsewhere(fields.get('former_names')),
        ),
        hidden_groups=frozenset(groups if len(options) < len(items) else ()),
        # The workaround is removed, whatever the value is.
        removed_in=field_values.text(fields.get('removed_in')),
        summary=field_values.text(fields.get('reason')),
        place=place,
    )


def _elsewhere(field: Expression | None) -> Iterator[OptionName]:
    """Yield the former names that are pairs of a group and a name."""
    for item in field_values.items(field):
        match item.value():
            case (str(group), str(name)):
                yield OptionName(group, name)


def _params(
    field: Expression | None, groups: Sequence[str], hidden: list[str]
) -> Iterator[tuple[Param, DeclaredOption]]:
    """Yield the parameters, each with its option.

    :param hidden: the groups of those that are not known are added here
    """
    if field is None:
        return
    found = field.definition()
    if not isinstance(found.node, ast.Dict):
        hidden.append(ANY_GROUP)
        return
    for key, value in zip(found.node.keys, found.node.values, strict=True):
        # An option, or a pair of a group and an option.
        *group, item = found.at(value).items()
        own_groups = field_values.groups(group[0]) if group else groups
        option = option_calls.declared_option(item)
        text = found.at(key).text() if key else None
        if option is None or text is None:
            hidden += own_groups if key else (ANY_GROUP,)
            continue
        param = Param(
            text,
            declaration_info.options_in(own_groups, [option.name]),
            option.default,
            option.former_in(own_groups),
        )
        yield param, option


def _places(
    options: Sequence[DeclaredOption | None],
) -> Iterator[tuple[str, SourceRange]]:
    """Yield the name and the place of each option that is created here."""
    for option in options:
        if option is not None and option.place is not None:
            yield option.name, option.place
