# SPDX-License-Identifier: Apache-2.0
"""Checks of the real Nova after a workaround was retired."""

import ast
from collections import Counter
from collections.abc import Mapping
import csv
import functools
import json
import pathlib
import re
import subprocess
import sys

from pyflakes import checker
from pyflakes import messages
import pytest

from tests import real_nova
from workarounds.audit import scanner
from workarounds.audit.scan_result import ScanResult
from workarounds.source import references
from workarounds.source.references import Reference

_KINDS = (
    messages.RedefinedWhileUnused,
    messages.UndefinedLocal,
    messages.UndefinedName,
    messages.UnusedImport,
    messages.UnusedVariable,
)
_RUFF = 'ruff check --isolated --no-cache --select F --output-format json .'
_LINE = re.compile(r'\bline \d+')


class Checks:
    """Tests of the result of a fixture ``retired``.

    A base class, so that two processes can share the workarounds.
    """

    def test_every_changed_file_compiles(
        self, retired: real_nova.Retired
    ) -> None:
        assert retired.changed
        for path, (_, after) in retired.changed.items():
            compile(after, path, 'exec', dont_inherit=True)

    def test_pyflakes_finds_nothing_new(
        self, retired: real_nova.Retired
    ) -> None:
        for path, (before, after) in retired.changed.items():
            assert flaws(path, after) - flaws(path, before) == Counter()

    def test_ruff_finds_nothing_new(
        self, retired: real_nova.Retired, tmp_path: pathlib.Path
    ) -> None:
        changed = retired.changed
        old = {path: before for path, (before, _) in changed.items()}
        new = {path: after for path, (_, after) in changed.items()}
        before = ruff_messages(tmp_path / 'old', old)
        assert ruff_messages(tmp_path / 'new', new) - before == Counter()

    def test_nothing_asks_for_it_any_more(
        self, retired: real_nova.Retired, nova: ScanResult
    ) -> None:
        mine = [
            reference
            for reference in nova.references_to(retired.subject)
            if is_alive(reference)
        ]
        assert {reference.place.path for reference in mine} <= set(
            retired.changed
        )
        for path, (_, after) in retired.changed.items():
            now = scanner.scan_text(path, after, nova.declarations)
            assert now.skipped == ()
            left = filter(is_alive, now.references_to(retired.subject))
            assert [str(reference.place) for reference in left] == []

    def test_a_second_run_changes_nothing(
        self,
        retired: real_nova.Retired,
        nova: ScanResult,
        tmp_path: pathlib.Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        named = {
            reference.place.path
            for reference in nova.references_to(retired.subject)
        }
        texts = {path: pathlib.Path(path).read_bytes() for path in named}
        texts |= {change.path: change.after for change in retired.plan.changes}
        real_nova.make(tmp_path)
        write(tmp_path, texts)
        monkeypatch.chdir(tmp_path)
        again = real_nova.retire(retired.subject.name, real_nova.read())
        assert [change.path for change in again.plan.changes] == []

    def test_the_documentation_says_what_comes_of_it(
        self, retired: real_nova.Retired
    ) -> None:
        with real_nova.TABLE.open(newline='') as file:
            rows = [row for row in csv.reader(file) if row[0] == retired.title]
        assert rows == [retired.row], (
            f'make the table again: '
            f'python -m tests.real_nova > {real_nova.TABLE}'
        )


def is_alive(trace: Reference) -> bool:
    """Return whether a reference reads a workaround, or makes its option."""
    return trace.kind in (*references.READS, 'option')


# The old text of a large test module is the same for many workarounds.
@functools.lru_cache(maxsize=16)
def flaws(path: str, text: bytes) -> Counter[str]:
    """Return the messages of pyflakes, without line numbers."""
    tree = ast.parse(text, path)
    return Counter(
        _LINE.sub('', message.message % message.message_args)
        for message in checker.Checker(tree, filename=path).messages
        if isinstance(message, _KINDS)
    )


def ruff_messages(
    root: pathlib.Path, texts: Mapping[str, bytes]
) -> Counter[tuple[str, str, str]]:
    """Return the messages of ruff about files, without line numbers."""
    write(root, texts)
    done = subprocess.run(
        [sys.executable, '-m', *_RUFF.split()],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    # It exits with 1 if it found something, as it does in the old files.
    assert done.returncode in (0, 1), done.stderr
    return Counter(
        (
            str(pathlib.Path(message['filename']).relative_to(root.resolve())),
            str(message['code']),
            _LINE.sub('', message['message']),
        )
        for message in json.loads(done.stdout)
    )


def write(root: pathlib.Path, texts: Mapping[str, bytes]) -> None:
    """Write files below a directory."""
    for path, text in texts.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)
