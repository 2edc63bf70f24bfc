# SPDX-License-Identifier: Apache-2.0
"""The time and memory of an audit; its prefilter leaves nothing out."""

import ast
import builtins
import gc
import os
import pathlib
import tracemalloc
from typing import Any

import pytest

from tests.audit import running
from tests.audit import test_cases as cases
from tests.audit_cases import declarations
from workarounds.audit import scanner
from workarounds.cli import progress
from workarounds.source import tree
from workarounds.source import walk as source_walk

OPTIONS = ('--namespace', f'{declarations.__name__}:DECLARATIONS')
READ = 'CONF.workarounds.flush_images\n'


@pytest.fixture(autouse=True)
def here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def find(*paths: str) -> int:
    """Return how many references there are."""
    return len(running.references(*OPTIONS, 'audit', *paths).document or ())


@pytest.mark.parametrize('case', cases.CASES, ids=lambda case: case.path.name)
def test_the_prefilter_leaves_nothing_out(
    case: cases.Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Compare with the prefilter off, which has no switch for users."""
    monkeypatch.chdir(case.input)
    expected = cases.references(case)
    walk = source_walk.walk
    every = tree.LineSet(range(1, 1_000))
    monkeypatch.setattr(
        source_walk,
        'walk',
        lambda module, _, *rest: walk(module, every, *rest),
    )
    monkeypatch.setattr(scanner, '_may_be_relevant', lambda _: True)
    found = cases.references(case)
    if case.path.name == 'files_that_do_not_matter':
        assert 'not read: ' in found
    else:
        assert found == expected


def test_every_file_is_read_once_and_few_are_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []
    parsed: list[str] = []

    def spy_open(path: Any, *args: Any, **kwargs: Any) -> Any:
        opened.append(os.path.basename(path))
        return really_open(path, *args, **kwargs)

    def spy_parse(source: Any, *args: Any, **kwargs: Any) -> Any:
        parsed.append(source)
        return parse(source, *args, **kwargs)

    files = {f'm{number}.py': 'x = 1' for number in range(50)}
    files['workarounds.py'] = (
        "import workarounds\nworkarounds.Workaround(name='own', "
        "enabled_by='do_own')\n"
    )
    files['z.py'] = 'CONF.workarounds.do_own'
    for name, text in files.items():
        pathlib.Path(name).write_text(text)
    # Load now what is loaded only once.
    find('.')
    really_open = open
    parse = ast.parse
    monkeypatch.setattr(builtins, 'open', spy_open)
    monkeypatch.setattr(ast, 'parse', spy_parse)
    assert find('.') == 2
    assert sorted(name for name in opened if name in files) == sorted(files)
    assert sorted(parsed) == sorted([files['workarounds.py'], files['z.py']])


def peak(directory: str, count: int) -> int:
    """Return the most memory that it takes to read many files, in bytes."""
    text = 'def f(x):\n    return [x, x + 1, x.y(z=3)]\n' * 100
    os.mkdir(directory)
    for number in range(count):
        path = pathlib.Path(directory, f'm{number}.py')
        path.write_text(f'{text}\n# {number}\n{READ}')
    tracemalloc.start()
    assert find(directory) == count
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_number_of_files() -> None:
    """Syntax trees are freed without the collector."""
    peak('first', 2)
    gc.collect()
    gc.disable()
    try:
        few, many = peak('few', 2), peak('many', 20)
    finally:
        gc.enable()
    assert many < few * 1.2


@pytest.mark.parametrize('is_enabled', [True, False])
def test_the_collector_is_as_before(is_enabled: bool) -> None:
    pathlib.Path('a.py').write_text(READ)
    pathlib.Path('b.py').write_text(f'{READ}(')
    was_enabled = gc.isenabled()
    try:
        (gc.enable if is_enabled else gc.disable)()
        find('.')
        assert gc.isenabled() is is_enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


def test_progress_is_shown_for_each_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[tuple[int, int]] = []

    def show(_: progress.Progress, done: int, files: int) -> None:
        shown.append((done, files))

    monkeypatch.setattr(progress.Progress, '__call__', show)
    for name in 'abc':
        pathlib.Path(f'{name}.py').write_text(READ)
    find('.')
    assert shown == [(1, 3), (2, 3), (3, 3)]
