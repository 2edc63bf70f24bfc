# SPDX-License-Identifier: Apache-2.0
"""The shortest program that still shows a fault."""

import ast
from collections.abc import Iterator
import dataclasses
import pathlib
import re
import traceback
import warnings

from tests.retire import proof
from tests.retire import worlds

#: What a program does from which too much was taken away.
_BROKEN = re.compile(r'raised (Name|Unbound|Type|Attribute|Key|Index|Value)')
_Statement = ast.stmt | ast.ExceptHandler | ast.match_case
_BLOCKS = ('body', 'orelse', 'finalbody')


def fault(trial: proof.Trial, directory: pathlib.Path) -> str:
    """Say what is wrong, an error of the retirement itself included."""
    try:
        return trial.fault(directory)
    except Exception:
        return traceback.format_exc(limit=-3)


def shrink(
    trial: proof.Trial, directory: pathlib.Path
) -> tuple[proof.Trial, str]:
    """Take away what the fault does not need.

    :returns: what is left, and its fault
    """
    found = fault(trial, directory)
    kind = found.split()[:1]
    is_smaller = True
    while is_smaller:
        is_smaller = False
        for files in _smaller_trees(trial.files):
            one = dataclasses.replace(trial, files=files)
            if not _is_sound(one, directory):
                continue
            its = fault(one, directory)
            if kind == its.split()[:1] != []:
                trial, found, is_smaller = one, its, True
                break
    return trial, found


def _is_sound(trial: proof.Trial, directory: pathlib.Path) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            for name, text in trial.files.items():
                compile(text, name, 'exec')
        except (SyntaxError, SyntaxWarning):
            return False
    proof.write(directory / 'before', trial.files)
    return not any(
        _BROKEN.match(seen.outcome)
        for seed in range(proof.RUNS)
        for seen in worlds.run(
            directory / 'before', trial.answers, seed
        ).values()
    )


def _smaller_trees(files: proof.Files) -> Iterator[proof.Files]:
    """Leave a file out, or make it shorter."""
    for name in files:
        if name != proof.PROGRAM:
            yield {other: files[other] for other in files if other != name}
    for name, text in files.items():
        for shorter in _smaller(text.decode()):
            yield {**files, name: shorter.encode()}


def _smaller(text: str) -> Iterator[str]:
    """Make the text shorter in many ways, the largest steps first."""
    nodes = list(ast.walk(ast.parse(text)))
    lines = text.splitlines(keepends=True)
    for node in nodes:
        if isinstance(node, _Statement):
            first = _start(node)
            last = _end(node)
            margin = lines[first][: _column(node)]
            if margin.strip():
                continue
            for new in ([], [f'{margin}pass\n'], *_blocks(node, lines)):
                if new != lines[first:last]:
                    yield ''.join([*lines[:first], *new, *lines[last:]])
    for number, line in enumerate(lines):
        if not line.strip() or line.lstrip().startswith('#'):
            yield ''.join([*lines[:number], *lines[number + 1 :]])
    for node in nodes:
        if isinstance(node, ast.expr):
            yield from _with_part(text, lines, node)


def _start(node: _Statement) -> int:
    if isinstance(node, ast.match_case):
        return node.pattern.lineno - 1
    decorators = getattr(node, 'decorator_list', [])
    first: ast.expr | _Statement = decorators[0] if decorators else node
    assert not isinstance(first, ast.match_case)
    return first.lineno - 1


def _end(node: _Statement) -> int:
    last = node.body[-1] if isinstance(node, ast.match_case) else node
    return last.end_lineno or 0


def _column(node: _Statement) -> int:
    if isinstance(node, ast.match_case):
        return node.pattern.col_offset - len('case ')
    return node.col_offset


def _blocks(node: _Statement, lines: list[str]) -> Iterator[list[str]]:
    for field in _BLOCKS:
        block = getattr(node, field, None)
        if (
            isinstance(block, list)
            and block
            and _start(block[0]) > _start(node)
        ):
            shift = block[0].col_offset - _column(node)
            inner = lines[_start(block[0]) : _end(block[-1])]
            yield [
                line[shift:] if not line[:shift].strip() else line
                for line in inner
            ]


def _with_part(text: str, lines: list[str], node: ast.expr) -> Iterator[str]:
    """Put a part of an expression in its place."""
    begin, end = _span(lines, node)
    parts = [
        text[slice(*_span(lines, part))]
        for part in ast.iter_child_nodes(node)
        if isinstance(part, ast.expr)
    ]
    for part in [*parts, '1']:
        for new in (part, f'({part})'):
            if len(new) < end - begin:
                yield f'{text[:begin]}{new}{text[end:]}'
    if isinstance(node, ast.BoolOp) and len(node.values) > 2:
        first = _span(lines, node.values[1])
        yield f'{text[:begin]}{text[first[0] :]}'


def _span(lines: list[str], node: ast.expr) -> tuple[int, int]:
    before = [0]
    for line in lines:
        before.append(before[-1] + len(line))
    end_line, end_column = node.end_lineno or 0, node.end_col_offset or 0
    return (
        before[node.lineno - 1] + node.col_offset,
        before[end_line - 1] + end_column,
    )
