# SPDX-License-Identifier: Apache-2.0
"""The scopes of a module, and the names that each of them binds."""

import ast
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
import dataclasses
import functools
from typing import Final
from typing import Literal
import weakref

Function = ast.FunctionDef | ast.AsyncFunctionDef
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Owner = ast.Module | ast.ClassDef | Function | ast.Lambda | Comprehension
#: Nodes without parts, but for :class:`ast.Name`; there are many of them.
LEAVES: Final = (
    ast.Constant,
    ast.boolop,
    ast.cmpop,
    ast.expr_context,
    ast.operator,
    ast.unaryop,
)
#: Stands for all names of ``from module import *``.
STAR: Final = '*'
BindingKind = Literal['import', 'value', 'class', 'param', 'other']


@dataclasses.dataclass(frozen=True, slots=True)
class Binding:
    """One binding of a name.

    :param node: the value, the class, or the node that binds the name
    :param path: the dotted path of an import
    :param level: the number of leading dots of an import, 0 if it is absolute
    """

    kind: BindingKind
    node: ast.AST
    path: str = ''
    level: int = 0


class Scope:
    """A scope: a part of a module that binds names of its own.

    :param owner: the node whose body it is
    :param parent: the enclosing scope; None for a module
    """

    def __init__(self, owner: Owner, parent: 'Scope | None' = None) -> None:
        self.owner = owner
        # A reference cycle would keep the tree until a garbage collection.
        self._parent = None if parent is None else weakref.ref(parent)
        self._inner: dict[ast.AST, Scope] = {}

    def child(self, owner: Owner) -> 'Scope':
        """Return the scope of a node that is defined in this one."""
        if owner not in self._inner:
            self._inner[owner] = Scope(owner, self)
        return self._inner[owner]

    @property
    def parent(self) -> 'Scope | None':
        """Return the enclosing scope, which exists as long as the module's."""
        return None if self._parent is None else self._parent()

    @property
    def path(self) -> tuple[str, ...]:
        """Return the names of the functions and classes that it is in."""
        outer = () if self.parent is None else self.parent.path
        name = getattr(self.owner, 'name', None)
        return (*outer, name) if name else outer

    @property
    def is_class(self) -> bool:
        """Return whether it is a class body, which inner functions skip."""
        return isinstance(self.owner, ast.ClassDef)

    @functools.cached_property
    def bindings(self) -> dict[str, list[Binding]]:
        """Return the bindings of all names in it."""
        bindings: dict[str, list[Binding]] = {}
        for name, binding in _bindings(self.owner):
            bindings.setdefault(name, []).append(binding)
        return bindings

    @functools.cached_property
    def self_name(self) -> str | None:
        """Return the first parameter of a method: ``self`` or ``cls``."""
        if not isinstance(self.owner, Function) or self.parent is None:
            return None
        if not self.parent.is_class or any(
            isinstance(decorator, ast.Name) and decorator.id == 'staticmethod'
            for decorator in self.owner.decorator_list
        ):
            return None
        arguments = self.owner.args
        for argument in (*arguments.posonlyargs, *arguments.args):
            return argument.arg
        return None


def binding_scope(name: str, scope: Scope) -> Scope | None:
    """Return the scope that binds a name used in a scope."""
    at: Scope | None = scope
    while at is not None:
        if name in at.bindings and (at is scope or not at.is_class):
            return at
        at = at.parent
    return None


def parameters(arguments: ast.arguments) -> list[ast.arg]:
    """Return all parameters of a function."""
    return [
        *arguments.posonlyargs,
        *arguments.args,
        *arguments.kwonlyargs,
        *filter(None, (arguments.vararg, arguments.kwarg)),
    ]


def outer_parts(node: Function | ast.Lambda | ast.ClassDef) -> list[ast.AST]:
    """Return the parts of a definition that its outer scope evaluates."""
    if isinstance(node, ast.ClassDef):
        return [*node.decorator_list, *node.bases, *node.keywords]
    arguments = node.args
    parts: list[ast.AST] = list(arguments.defaults)
    parts += filter(None, arguments.kw_defaults)
    if not isinstance(node, ast.Lambda):
        parts += node.decorator_list
        annotations = [
            parameter.annotation for parameter in parameters(arguments)
        ]
        parts += filter(None, (*annotations, node.returns))
    return parts


def _bindings(owner: Owner) -> Iterator[tuple[str, Binding]]:
    if isinstance(owner, Comprehension):
        for part in owner.generators:
            for node in ast.walk(part.target):
                if isinstance(node, ast.Name):
                    yield node.id, Binding('other', node)
        return
    if isinstance(owner, Function | ast.Lambda):
        for argument in parameters(owner.args):
            yield argument.arg, Binding('param', argument)
    body: Sequence[ast.AST] = (
        [owner.body] if isinstance(owner, ast.Lambda) else owner.body
    )
    stack = list(reversed(body))
    while stack:
        node = stack.pop()
        if isinstance(node, LEAVES):
            continue
        yield from bindings_of(node)
        if not isinstance(node, ast.Name):
            stack += reversed(list(_children_in_scope(node)))


def _children_in_scope(node: ast.AST) -> Iterable[ast.AST]:
    """Return the children that bind names in the same scope as the node."""
    match node:
        case (
            ast.Lambda()
            | ast.ClassDef()
            | ast.FunctionDef()
            | ast.AsyncFunctionDef()
        ):
            return outer_parts(node)
        case (
            ast.ListComp()
            | ast.SetComp()
            | ast.DictComp()
            | ast.GeneratorExp()
        ):
            # An assignment expression binds in the function around it.
            return [
                part
                for part in ast.walk(node)
                if isinstance(part, ast.NamedExpr)
            ]
        case ast.Assign() | ast.AnnAssign():
            return [node.value] if node.value else []
        case ast.NamedExpr():
            return [node.value]
    return ast.iter_child_nodes(node)


def bindings_of(node: ast.AST) -> Iterator[tuple[str, Binding]]:
    """Yield the names that a node binds, without those of its parts."""
    match node:
        case ast.Import() | ast.ImportFrom():
            yield from _import_bindings(node)
        case ast.ClassDef(name=name):
            yield name, Binding('class', node)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name, Binding('other', node)
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                yield from _assignment_bindings(target, value)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            yield from _assignment_bindings(target, value)
        case ast.NamedExpr(target=ast.Name(id=name)):
            yield name, Binding('other', node)
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            yield name, Binding('other', node)
        case (
            ast.ExceptHandler(name=str(name))
            | ast.MatchAs(name=str(name))
            | ast.MatchStar(name=str(name))
            | ast.MatchMapping(rest=str(name))
        ):
            yield name, Binding('other', node)


def _import_bindings(
    node: ast.Import | ast.ImportFrom,
) -> Iterator[tuple[str, Binding]]:
    for alias in node.names:
        if isinstance(node, ast.ImportFrom):
            name = alias.asname or alias.name
            path = node.module or ''
            if name != STAR:
                path = f'{path}.{alias.name}' if path else alias.name
            yield name, Binding('import', node, path, node.level)
        else:
            top = alias.name.partition('.')[0]
            path = alias.name if alias.asname else top
            yield alias.asname or top, Binding('import', node, path)


def _assignment_bindings(
    target: ast.expr, value: ast.expr
) -> Iterator[tuple[str, Binding]]:
    match target, value:
        case ast.Name(id=name), _:
            yield name, Binding('value', value)
        case (
            (ast.Tuple(elts=targets) | ast.List(elts=targets)),
            (ast.Tuple(elts=values) | ast.List(elts=values)),
        ) if len(targets) == len(values) and not any(
            isinstance(node, ast.Starred) for node in (*targets, *values)
        ):
            for inner_target, inner_value in zip(targets, values, strict=True):
                yield from _assignment_bindings(inner_target, inner_value)
        case _:
            for node in ast.walk(target):
                if isinstance(node, ast.Name) and isinstance(
                    node.ctx, ast.Store
                ):
                    yield node.id, Binding('other', node)
