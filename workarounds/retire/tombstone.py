# SPDX-License-Identifier: Apache-2.0
"""Tombstones, which replace declarations, and release notes."""

import ast
from collections.abc import Iterable
from collections.abc import Sequence
import hashlib
import os
import pathlib
import re
import textwrap

from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.retire.transform.edits import Edits
from workarounds.source.references import Reference
from workarounds.source.text import Source

_WIDTH = 79


def insert_tombstones(
    source: Source,
    references: Iterable[Reference],
    declaration: DeclarationInfo,
    edits: Edits,
    *,
    removed_in: str,
    why: str,
) -> None:
    """Replace declarations by tombstones.

    ::

        Workaround(name='x', ...)
        RemovedWorkaround(name='x', options=['x'], removed_in=..., reason=...)

    :param references: the declarations in this file
    :param edits: the replacements are added here
    """
    places = {reference.place for reference in references}
    imports = {}
    calls = []
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and source.place(node) in places:
            calls.append(node)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                imports[alias.asname or alias.name] = node.lineno
    for node in calls:
        if isinstance(node.func, ast.Attribute):
            called = f'{ast.unparse(node.func.value)}.RemovedWorkaround'
        else:
            called = 'RemovedWorkaround'
            imported_in = imports.get(ast.unparse(node.func))
            if imported_in is not None and called not in imports:
                edits.added_imports[imported_in] = called
        place = source.place(node)
        line = source.lines[place.line - 1]
        indent = line[: len(line) - len(line.lstrip())]
        edits.texts[place.span] = _tombstone_code(
            called, declaration, removed_in, why, indent
        )


def _tombstone_code(
    called: str,
    declaration: DeclarationInfo,
    removed_in: str,
    why: str,
    indent: str,
) -> str:
    inner = indent + ('\t' if '\t' in indent else '    ')
    options, former = _name_options(declaration)
    fields = [
        f'name={declaration.name!r}',
        f'options={options!r}',
        *_introduced_field(declaration),
        f'removed_in={removed_in!r}',
        f'reason={why!r}',
        *([f'group={declaration.group}'] if declaration.group else []),
        *([f'former_names={former!r}'] if former else []),
    ]
    lines = ''.join(
        f'{line},\n'
        for field in fields
        for line in _wrap_field(f'{inner}{field}', inner)
    )
    return f'{called}(\n{lines}{indent})'


def _introduced_field(declaration: DeclarationInfo) -> list[str]:
    """Return the field ``introduced`` as it was declared, if it was."""
    match declaration.introduced:
        case ():
            return []
        case (release,):
            return [f'introduced={release!r}']
    return [f'introduced={list(declaration.introduced)!r}']


def _name_options(
    declaration: DeclarationInfo,
) -> tuple[list[str], list[str | tuple[str, str]]]:
    """Return the options in the toggle's group, and all other names."""
    groups = declaration.groups
    options = [
        option for option in declaration.options if option.group in groups
    ]
    former = [
        *declaration.former,
        *(name for param in declaration.params for name in param.former),
    ]
    others = [
        option.name if option.group in groups else (option.group, option.name)
        for option in (*declaration.options, *former)
        if option not in options
    ]
    return (
        list(dict.fromkeys(option.name for option in options)),
        list(dict.fromkeys(others)),
    )


def _wrap_field(line: str, indent: str) -> Sequence[str]:
    """Wrap a field that is too long for one line."""
    field, _, value = line.partition('=')
    if len(line.expandtabs()) < _WIDTH:
        return [line]
    if value.startswith('['):
        names = ''.join(
            f'{indent}    {name!r},\n' for name in ast.literal_eval(value)
        )
        return [f'{field}=[\n{names}{indent}]']
    width = _WIDTH - len(indent.expandtabs()) - 8
    parts = textwrap.wrap(
        ast.literal_eval(value), width, drop_whitespace=False
    )
    texts = ''.join(f'{indent}    {part!r}\n' for part in parts)
    return [f'{field}=(\n{texts}{indent})']


def remove_options(
    source: Source,
    references: Iterable[Reference],
    edits: Edits,
) -> list[Reference]:
    """Remove options from the lists that contain them.

    :param references: the options in this file
    :param edits: the removals are added here
    :returns: the options that are not in a list
    """
    wanted = {reference.place: reference for reference in references}
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.List | ast.Tuple | ast.Set):
            continue
        for element in node.elts:
            reference = wanted.pop(source.place(element), None)
            if reference is not None:
                edits.removed_items.add(reference.place.span)
    return list(wanted.values())


def make_note(
    directory: pathlib.Path, declaration: DeclarationInfo, why: str
) -> tuple[str, bytes]:
    """Return the path and the content of the release note.

    :param directory: of the release notes of the project
    """
    uid = hashlib.sha256(declaration.name.encode()).hexdigest()[:16]
    slug = declaration.name.replace('_', '-')
    sentence = (
        f'The workaround ``{declaration.name}`` was removed: '
        f'{why.rstrip(".")}.{_about_options(declaration)}'
    )
    body = textwrap.fill(
        sentence,
        _WIDTH,
        initial_indent='    ',
        subsequent_indent='    ',
        break_long_words=False,
        break_on_hyphens=False,
    )
    text = f'---\nupgrade:\n  - |\n{body}\n'
    path = os.path.relpath(directory / f'retire-{slug}-{uid}.yaml')
    return path, text.encode()


def _about_options(declaration: DeclarationInfo) -> str:
    if not declaration.option_names:
        return ''
    is_one = len(declaration.option_names) == 1
    where = ' in ``[workarounds]``'
    if declaration.group:
        where = f' in ``[{declaration.group[1:-1]}]``'
        if not re.fullmatch(r"'[^']*'", declaration.group):
            where = ''
    return (
        f' {_join_options(declaration.option_names)}{where} '
        f'{"has" if is_one else "have"} no effect any more; remove '
        f'{"it" if is_one else "them"} from your configuration files.'
    )


def _join_options(names: Sequence[str]) -> str:
    quoted = [f'``{name}``' for name in names]
    if len(quoted) == 1:
        return f'The option {quoted[0]}'
    return f'The options {", ".join(quoted[:-1])} and {quoted[-1]}'
