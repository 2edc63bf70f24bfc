# SPDX-License-Identifier: Apache-2.0
"""The functions of two trees, compared by what they do, not how they look."""

import ast
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping

Function = ast.FunctionDef | ast.AsyncFunctionDef
#: A file, and the qualified name of a function in it.
Key = tuple[str, str]


def find(texts: Mapping[str, bytes]) -> dict[Key, Function]:
    """Return the outermost functions and the methods of some files."""
    return {
        (file, name): function
        for file, text in texts.items()
        for name, function in _functions(ast.parse(text))
    }


def _functions(
    node: ast.AST, prefix: str = ''
) -> Iterator[tuple[str, Function]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield f'{prefix}{child.name}', child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f'{prefix}{child.name}.')
        else:
            yield from _functions(child, prefix)


def same(one: Function | None, other: Function | None) -> bool:
    """Return whether two functions differ at most in form and comments."""
    if one is None or other is None:
        return one is other
    return ast.dump(one) == ast.dump(other)


def is_test(key: Key) -> bool:
    """Return whether a function is a test."""
    file, name = key
    return '/tests/' in file and name.rpartition('.')[2].startswith('test')


def mentions(function: Function, option: str) -> bool:
    """Return whether a function names an option."""
    return any(
        option in (getattr(node, 'attr', ''), getattr(node, 'id', ''))
        or getattr(node, 'arg', '') == option
        or getattr(node, 'value', '') == option
        for node in ast.walk(function)
    )


def lines(function: Function | None) -> Counter[str]:
    """Return the lines of a function, all written in the same way."""
    text = '' if function is None else ast.unparse(function)
    return Counter(line.strip() for line in text.splitlines())


def lines_of(function: Function) -> range:
    """Return the lines of a function in its file, its decorators too."""
    first = min(node.lineno for node in (function, *function.decorator_list))
    return range(first, (function.end_lineno or first) + 1)
