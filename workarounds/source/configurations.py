# SPDX-License-Identifier: Apache-2.0
"""Configuration objects that a module makes, beside that of the service.

::

    peer = cfg.ConfigOpts()
    peer(['--config-file', PEER])
    if peer.workarounds.fsync:      # what the file of the peer says

One with the options of the service is the same to ``retire``::

    workarounds.register_opts(conf)
"""

import ast
from collections.abc import Iterator
from typing import Final

from workarounds.source import scopes
from workarounds.source import tree as source_tree
from workarounds.source import walk
from workarounds.source.scopes import Binding
from workarounds.source.scopes import Scope
from workarounds.source.text import Source
from workarounds.source.tree import LineSet
from workarounds.source.walk import Context

_CLASS: Final = 'ConfigOpts'
_REGISTERS: Final = 'register'


def makes_another(source: Source, module: Scope) -> bool:
    """Return whether a module may make a configuration that is not ours."""
    if _CLASS not in source.text:
        return False
    made = set(_list_made(source, module))
    return bool(made and made - _find_registered(source, module))


def _list_made(source: Source, module: Scope) -> Iterator[ast.AST]:
    """Yield the calls of the class, and what gives it another name."""
    for node in source_tree.nodes_on_lines(
        module.owner, _lines_with(source, _CLASS)
    ):
        match node:
            case ast.Call(func=function) if _is_class(function):
                yield node
            case ast.ClassDef(bases=bases) if any(map(_is_class, bases)):
                yield node
            case ast.Assign(value=value) if _is_class(value):
                yield node
            case ast.alias(name=name, asname=str()) if name == _CLASS:
                yield node


def _find_registered(source: Source, module: Scope) -> set[ast.AST]:
    """Return the calls whose result is passed to ``register_opts(conf)``."""
    registered: set[ast.AST] = set()

    def collect(node: ast.AST, context: Context) -> None:
        match node:
            case ast.Call(
                func=ast.Name(id=name) | ast.Attribute(attr=name),
                args=[ast.Name(id=argument)],
            ) if _REGISTERS in name:
                binder = scopes.binding_scope(argument, context.scope)
                match binder.bindings[argument] if binder else ():
                    case [Binding('value', call)]:
                        registered.add(call)

    walk.walk(module, _lines_with(source, _REGISTERS), collect)
    return registered


def _lines_with(source: Source, word: str) -> LineSet:
    return LineSet(
        number for number, line in enumerate(source.lines, 1) if word in line
    )


def _is_class(node: ast.expr) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name == _CLASS
    return False
