# SPDX-License-Identifier: Apache-2.0
"""Tests that replace the function that the code asks.

::

    mock.patch('workarounds.enabled', return_value=True)
    mock.patch.object(app.images, 'enabled')
    monkeypatch.setattr(workarounds, 'enabled', lambda name: True)
    workarounds.enabled = mock.Mock()
"""

import ast
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping

from workarounds.retire import imported_names
from workarounds.retire.session import Session
from workarounds.source.abstract_values import Symbol
from workarounds.source.modules import ModuleName
from workarounds.source.text import UnreadableError

_LIBRARY = 'workarounds'
_FUNCTIONS = ('enabled', 'param', 'value')


def report_mocks(session: Session) -> None:
    """Report the tests with a mock that may answer for the workaround."""
    asking: dict[str, set[str]] = {}
    for reference in session.references:
        if reference.kind in _FUNCTIONS:
            paths = asking.setdefault(f'{_LIBRARY}.{reference.kind}', set())
            paths.add(reference.place.path)
    # The whole module can be replaced where it is imported.
    asking[_LIBRARY] = set().union(*asking.values())
    for path in session.project.files if asking[_LIBRARY] else ():
        if not session.project.is_test(path):
            continue
        for line, replaced, module in _find_mocks(session, path):
            if module in asking.get(replaced, ()) or (
                module is None and replaced in asking
            ):
                text = f'it replaces {replaced}, which the code asked'
                session.report('WA303', path, line, text)


def _find_mocks(
    session: Session, path: str
) -> Iterator[tuple[int, str, str | None]]:
    """Yield the mocks in a test module that may be of the workaround.

    :returns: the line of each, what it replaces, and where, if not everywhere
    """
    data = session.project.text(path)
    if not any(name.encode() in data for name in (_LIBRARY, *_FUNCTIONS)):
        return
    try:
        nodes = list(ast.walk(session.project.index(path).tree))
    except UnreadableError:
        return
    for node in nodes:
        for name in _replaced(node):
            found = _resolve(session, path, name)
            if found is not None and not _is_for_another(session, node):
                yield (node.lineno, *found)  # type: ignore[attr-defined]  # it has a place


def _replaced(node: ast.AST) -> Iterator[tuple[str, bool]]:
    """Yield what a node may replace: a dotted name, and whether it is code."""
    match node:
        case ast.Call(func=ast.Name(id='getattr' | 'hasattr')):
            return
        case ast.Call(args=[ast.Constant(value=str(name)), *_]):
            yield name, False
        case ast.Call(
            args=[
                ast.Name() | ast.Attribute() as owner,
                ast.Constant(value=str(name)),
                *_,
            ]
        ):
            yield f'{ast.unparse(owner)}.{name}', True
        case ast.Assign(targets=targets):
            for target in targets:
                if isinstance(target, ast.Attribute):
                    yield ast.unparse(target), True


def _resolve(
    session: Session, path: str, name: tuple[str, bool]
) -> tuple[str, str | None] | None:
    """Return what a name means, and the module where, if it is ours.

    ``app.images.enabled`` is ``workarounds.enabled`` in ``app/images.py``.
    """
    dotted, is_code = name
    symbols = [Symbol(dotted)]
    if is_code:
        root, _, rest = dotted.partition('.')
        bound, _ = imported_names.bindings(path, session.project)
        symbols = [
            Symbol(f'{symbol.path}.{rest}', symbol.level)
            for symbol in bound.get(root, ())
        ]
    modules = imported_names.modules_of(session.project)
    for symbol in symbols:
        if symbol.path.startswith(f'{_LIBRARY}.'):
            return symbol.path, None
        found = modules.find(symbol, ModuleName.of_path(path))
        if found is None or not found[1]:
            continue
        module, (first, *others) = found
        for inner in _imported(session, module).get(first, ()):
            full = '.'.join([inner.path, *others])
            if full == _LIBRARY:
                return full, module
            if full.startswith(f'{_LIBRARY}.'):
                return full, None if others else module
    return None


def _imported(session: Session, path: str) -> Mapping[str, Collection[Symbol]]:
    """Return what a module imported before it was changed."""
    if path in session.originals:
        index = session.original(path)
    else:
        index = session.project.index(path)
    return index.derive(imported_names.find_bindings)[0]


def _is_for_another(session: Session, node: ast.AST) -> bool:
    """Return whether a mock names other workarounds, and not this one."""
    texts = {
        part.value for part in ast.walk(node) if isinstance(part, ast.Constant)
    }
    declarations = session.scan_result.declarations
    named = {
        declaration.name
        for declaration in declarations
        if not texts.isdisjoint(declaration.identifiers)
    }
    return bool(named) and session.request.declaration.name not in named
