# SPDX-License-Identifier: Apache-2.0
"""Propagation of constants through names.

::

    flush = False          # removed
    if flush and a:        if False and a:
        ...                    ...
"""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
import re

import libcst as cst
from libcst import metadata

from workarounds.retire.transform import constant_assignments
from workarounds.retire.transform import folding
from workarounds.retire.transform import parentheses
from workarounds.retire.transform.folding import Folded

_Parents = Mapping[cst.CSTNode, cst.CSTNode]
_Scopes = Mapping[cst.CSTNode, metadata.Scope | None]
#: A function that calls one of these may read any of its names.
_INSPECTS_NAMES = re.compile(r'\b(locals|vars|eval|exec|globals)\(')
_CONDITIONS = (
    cst.If,
    cst.While,
    cst.IfExp,
    cst.Assert,
    cst.CompIf,
    cst.MatchCase,
    cst.UnaryOperation,
    cst.BooleanOperation,
)


def propagate_constants(
    module: cst.Module, is_used_elsewhere: Callable[[str], bool]
) -> cst.Module | None:
    """Replace reads of names that are bound to a constant.

    :param is_used_elsewhere: returns whether anything else may read or replace
        a name of the module
    :returns: the module, with assignments that nothing reads marked for
        removal; ``None`` if there is nothing to propagate
    """
    finder = constant_assignments.AssignmentFinder()
    module.visit(finder)
    if finder.is_in_module:
        return _propagate(module, is_used_elsewhere)
    body, changed = list(module.body), False
    for index, statement in enumerate(body):
        if id(statement) in finder.statements:
            # The analysis of one statement is faster than that of a module.
            propagated = _propagate(cst.Module([statement]), lambda _: True)
            if propagated is not None:
                body[index], changed = propagated.body[0], True
    return module.with_changes(body=body) if changed else None


def _propagate(
    module: cst.Module, is_used_elsewhere: Callable[[str], bool]
) -> cst.Module | None:
    wrapper = metadata.MetadataWrapper(module)
    scopes: _Scopes = wrapper.resolve(metadata.ScopeProvider)
    parents = wrapper.resolve(metadata.ParentNodeProvider)
    replaced: dict[cst.CSTNode, cst.CSTNode] = {}
    hidden = constant_assignments.HiddenBindings()
    wrapper.module.visit(hidden)
    for node in list(parents):
        binding = constant_assignments.constant_binding(node)
        if binding is None:
            continue
        name, value = binding
        readers = _find_readers(name, scopes.get(name))
        is_once = hidden.counts[name.value] == isinstance(node, cst.NamedExpr)
        if readers is None or not is_once:
            continue
        in_module = isinstance(scopes[name], metadata.GlobalScope)
        if in_module and is_used_elsewhere(name.value):
            continue
        if not in_module and _may_inspect_names(node, parents, module):
            continue
        replaced |= _replacements(node, value, readers, parents, in_module)
    if not replaced:
        return None
    return wrapper.module.visit(_Replacer(replaced))


def _find_readers(
    name: cst.Name, scope: metadata.Scope | None
) -> list[cst.CSTNode] | None:
    """Return the reads of a name, or ``None`` if it has other bindings."""
    if not isinstance(scope, metadata.FunctionScope | metadata.GlobalScope):
        return None
    assignments = [
        assignment
        for assignment in scope[name.value]
        if getattr(assignment, 'scope', 0) is scope
    ]
    if len(assignments) != 1 or len(scope[name.value]) != 1:
        return None
    if getattr(assignments[0], 'node', None) is not name:
        return None
    return [access.node for access in assignments[0].references]


def _may_inspect_names(
    node: cst.CSTNode, parents: _Parents, module: cst.Module
) -> bool:
    function = node
    while not isinstance(function, cst.FunctionDef | cst.Lambda):
        function = parents[function]
    return bool(_INSPECTS_NAMES.search(module.code_for_node(function)))


def _replacements(
    node: cst.CSTNode,
    value: Folded,
    readers: Sequence[cst.CSTNode],
    parents: _Parents,
    in_module: bool,
) -> dict[cst.CSTNode, cst.CSTNode]:
    """Return the nodes to replace, each with its replacement."""
    if readers and not folding.is_constant(value):
        return {}
    if not all(
        _is_assigned_before(reader, node, parents, in_module)
        for reader in readers
    ):
        return {}
    replaceable = [
        reader for reader in readers if _is_replaceable(reader, parents, value)
    ]
    # Its name: if it is still needed, it is undefined, and all is refused.
    is_known = value.constant is not folding.NON_EMPTY
    replacements: dict[cst.CSTNode, cst.CSTNode] = {
        reader: Folded(
            value.value if is_known else reader.value,
            constant=value.constant,
            origin=value.origin,
            lpar=reader.lpar,
            rpar=reader.rpar,
        )
        for reader in replaceable
        if isinstance(reader, cst.Name)
    }
    if len(replacements) == len(readers):
        # All reads are replaced, so the assignment is not needed.
        if isinstance(node, cst.NamedExpr):
            # With its effects, which a value alone does not have.
            replacements[node] = parentheses.substitute(value, node)
        else:
            semicolon = getattr(node, 'semicolon', cst.MaybeSentinel.DEFAULT)
            replacements[node] = cst.Expr(value, semicolon=semicolon)
    return replacements


def _is_assigned_before(
    reader: cst.CSTNode, node: cst.CSTNode, parents: _Parents, in_module: bool
) -> bool:
    """Return whether the assignment always runs before a read."""
    line = _unconditional_statement(node, parents)
    if line is None or isinstance(parents[reader], cst.Del):
        return False
    block = parents[line]
    assigned_at = _index(block, line)
    child: cst.CSTNode | None = reader
    while child is not None:
        parent = parents.get(child)
        if parent is not None and parent is block:
            read_at = _index(block, child)
            return read_at > assigned_at or (
                read_at == assigned_at and isinstance(node, cst.NamedExpr)
            )
        if in_module and isinstance(child, cst.FunctionDef | cst.Lambda):
            # It is called after the import of the module.
            return True
        child = parent
    return False


def _unconditional_statement(
    node: cst.CSTNode, parents: _Parents
) -> cst.CSTNode | None:
    """Return the statement that always evaluates an assignment.

    :returns: ``None`` if the assignment may be skipped
    """
    child, parent = node, parents[node]
    while not isinstance(parent, cst.IndentedBlock | cst.Module):
        match parent:
            case cst.BooleanOperation() if parent.left is not child:
                return None
            case (
                cst.BooleanOperation()
                | cst.UnaryOperation()
                | cst.SimpleStatementLine()
                | cst.Expr()
            ):
                pass
            case cst.If() | cst.While() if parent.test is child:
                pass
            case _:
                return None
        child, parent = parent, parents[parent]
    return child


def _index(block: cst.CSTNode, node: cst.CSTNode) -> int:
    body: Sequence[cst.CSTNode] = getattr(block, 'body', ())
    for index, statement in enumerate(body):
        if statement is node:
            return index
    return -1


def _is_replaceable(
    reader: cst.CSTNode, parents: _Parents, value: Folded
) -> bool:
    """Return whether a read can be replaced by the value.

    That is if it is read for its truth, or is returned or assigned, and its
    value is immutable. A value that is not known is never moved::

        KINDS = workarounds.value('kinds')    # stays

        def plug(port):
            return port.kind in KINDS
    """
    if value.constant is folding.NON_EMPTY:
        return _is_condition(reader, parents)
    parent = parents[reader]
    if isinstance(parent, cst.Assert) and not value.truth:
        # "assert False" is of no use to a reader.
        return False
    if isinstance(parent, _CONDITIONS):
        return True
    if isinstance(parent, cst.ComparisonTarget | cst.Comparison | cst.For):
        return True
    if isinstance(parent, cst.Arg):
        call = parents[parent]
        return _is_call_of(call, 'bool', 'len')
    return value.is_immutable and isinstance(parent, cst.Return | cst.Assign)


def _is_condition(reader: cst.CSTNode, parents: _Parents) -> bool:
    """Return whether only the truth of a read matters."""
    child, parent = reader, parents[reader]
    while isinstance(parent, cst.BooleanOperation):
        child, parent = parent, parents[parent]
    match parent:
        case cst.UnaryOperation():
            return isinstance(parent.operator, cst.Not)
        case cst.MatchCase():
            return parent.guard is child
        case cst.Arg():
            return _is_call_of(parents[parent], 'bool')
    return getattr(parent, 'test', None) is child


def _is_call_of(node: cst.CSTNode, *names: str) -> bool:
    match node:
        case cst.Call(func=cst.Name(name)):
            return name in names
    return False


class _Replacer(cst.CSTTransformer):
    def __init__(self, replaced: Mapping[cst.CSTNode, cst.CSTNode]) -> None:
        super().__init__()
        self._replaced = replaced

    def on_leave(  # type: ignore[override]  # no node is left out
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode:
        return self._replaced.get(original_node, updated_node)
