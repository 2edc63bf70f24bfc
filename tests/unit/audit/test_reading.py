# SPDX-License-Identifier: Apache-2.0
"""A tree is read once, whatever is in it, and nothing in it stops that."""

import builtins
import os
import pathlib
import tracemalloc
from typing import Any

import pytest

from tests.unit.audit import code
import workarounds
from workarounds import exceptions
from workarounds.audit import scanner
from workarounds.audit.scanner import ScanResult
from workarounds.source import files as source_files
from workarounds.source.text import Source

REGISTRY = workarounds.Registry(
    workarounds.Workaround(
        name='flush_it',
        summary='Flushes.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('why'),
        expires='35.0.0',
        enabled_by='flush_images',
    )
)
DECLARATION = (
    "import workarounds\nworkarounds.Workaround(name='own_one', "
    "enabled_by='do_own')\n"
)


def read(root: pathlib.Path, **files: str | bytes) -> ScanResult:
    """Write files and read them; a name's last ``_`` is a dot."""
    for name, content in files.items():
        path = root / '.'.join(name.rsplit('_', 1))
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
    return scanner.scan([str(root)], REGISTRY)


def names(reading: ScanResult) -> list[tuple[str, str, str]]:
    return [
        (pathlib.Path(one.place.path).name, one.kind, one.name)
        for one in reading.references
    ]


def test_traces_are_in_the_order_of_their_places(
    tmp_path: pathlib.Path,
) -> None:
    reading = read(
        tmp_path,
        b_py='CONF.workarounds.flush_images\nCONF.workarounds.x\n',
        a_py="x = 'flush_images'\nCONF.workarounds.flush_images\n",
        c_rst='flush_it',
        d_py='x = 1',
    )
    assert names(reading) == [
        ('a.py', 'mention', 'flush_images'),
        ('a.py', 'direct', 'flush_images'),
        ('b.py', 'direct', 'flush_images'),
        ('b.py', 'direct', 'x'),
        ('c.rst', 'mention', 'flush_it'),
    ]
    assert reading.file_count == 4
    assert reading.skipped == ()


def test_of(tmp_path: pathlib.Path) -> None:
    reading = read(
        tmp_path,
        a_py="import workarounds\nworkarounds.enabled('flush_it')\n"
        'CONF.workarounds.flush_images\nCONF.workarounds.x\n',
    )
    (subject,) = reading.declarations
    assert [one.kind for one in reading.references_to(subject)] == [
        'enabled',
        'direct',
    ]


@pytest.mark.parametrize('name', ['a.py', 'z.py', 'workarounds.py'])
def test_what_the_project_declares(tmp_path: pathlib.Path, name: str) -> None:
    (tmp_path / name).write_text(DECLARATION)
    reading = read(
        tmp_path,
        m_py="LOG.info('set do_own')\n",
        n_rst='own_one',
        o_py='CONF.workarounds.do_own\nx.workarounds.do_own\n',
        p_py="from w import is_on\nis_on('own_one')",
        w_py='from workarounds import enabled as is_on',
    )
    assert sorted(names(reading)) == sorted(
        [
            (name, 'declaration', 'own_one'),
            ('m.py', 'mention', 'do_own'),
            ('n.rst', 'mention', 'own_one'),
            ('o.py', 'direct', 'do_own'),
            ('o.py', 'computed', 'do_own'),
            ('p.py', 'enabled', 'own_one'),
        ]
    )
    subject = reading.declarations.get('own_one')
    assert subject is not None
    assert subject.place is not None
    assert subject.place.path == str(tmp_path / name)
    assert reading.file_count == 6


def test_a_tombstone_in_the_source_wins(tmp_path: pathlib.Path) -> None:
    reading = read(
        tmp_path,
        a_py='import workarounds\nworkarounds.RemovedWorkaround('
        "name='flush_it', options=['flush_images'], removed_in='36.0.0')",
    )
    subject = reading.declarations.get('flush_it')
    assert subject is not None
    assert subject.removed_in == '36.0.0'


def test_every_file_is_read_once_and_few_are_parsed(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    parsed: list[str] = []

    def spy_open(path: Any, *args: Any) -> Any:
        opened.append(os.path.basename(path))
        return really_open(path, *args)

    def spy_parse(source: Any) -> Any:
        parsed.append(os.path.basename(source.path))
        return parse(source)

    really_open = open
    parse = Source.parse
    files = {f'm{number}_py': 'x = 1' for number in range(50)}
    for name, text in files.items():
        (tmp_path / name.replace('_', '.')).write_text(text)
    (tmp_path / 'workarounds.py').write_text(DECLARATION)
    (tmp_path / 'z.py').write_text('CONF.workarounds.do_own')
    monkeypatch.setattr(builtins, 'open', spy_open)
    monkeypatch.setattr(Source, 'parse', spy_parse)
    scanner.scan([str(tmp_path)], REGISTRY)
    assert len(opened) == 52
    assert len(set(opened)) == 52
    assert sorted(parsed) == ['workarounds.py', 'z.py']


def test_progress(tmp_path: pathlib.Path) -> None:
    said: list[tuple[int, int]] = []
    for name in 'abc':
        (tmp_path / f'{name}.py').write_text('x = 1')
    scanner.scan([str(tmp_path)], REGISTRY, lambda *args: said.append(args))
    assert said == [(1, 3), (2, 3), (3, 3)]


GOOD = 'CONF.workarounds.flush_images\n'


@pytest.mark.parametrize(
    ('content', 'line', 'reason'),
    [
        (GOOD + "print 'x'\n", 2, 'is not valid for this Python'),
        (GOOD + '{% if x %}\n', 2, 'is not valid for this Python'),
        (GOOD.encode() + b'# \xe9\n', 2, 'byte 0xe9 is not UTF-8'),
        (GOOD.encode() + b'\0', 2, 'NUL'),
        (b'#' * (source_files.MAX_BYTES + 1), None, 'is larger than 8 MiB'),
        (GOOD + 'x = ' + '(' * 100_000, None, ''),
        (GOOD + 'x = ' + '-' * 100_000 + '1', None, ''),
        (GOOD + 'x' + '.x' * 100_000, None, ''),
        (GOOD + 'x' + '()' * 100_000, None, ''),
        (GOOD + 'x' + '[0]' * 100_000, None, ''),
        (
            GOOD + 'x = ' + '[' * 90 + ']' * 90 + '; y = ' + 'x or ' * 100_000,
            None,
            '',
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_skipped(
    tmp_path: pathlib.Path,
    content: str | bytes,
    line: int | None,
    reason: str,
) -> None:
    reading = read(tmp_path, a_py=content, b_py=GOOD)
    (skipped,) = reading.skipped
    assert skipped.path == str(tmp_path / 'a.py')
    assert reason in skipped.reason
    assert '; ' in skipped.reason
    if reason:
        assert skipped.line == line
    assert [name for name, *_ in names(reading)] == ['b.py']


def test_deep_chains_in_a_file_that_parses(tmp_path: pathlib.Path) -> None:
    deep = 'CONF' + '.x' * 900 + '.workarounds.flush_images\n'
    calls = 'f' + '(0)' * 900 + '.workarounds.flush_images\n'
    items = 'f' + '[0]' * 900 + '.workarounds.flush_images\n'
    classes = ''.join(f'class A{n + 1}(A{n}): pass\n' for n in range(2_000))
    reading = read(
        tmp_path,
        a_py=deep + calls + items,
        b_py='class A0: pass\n'
        + classes
        + 'class B(A2000):\n  def f(self): self.x.workarounds.flush_images',
    )
    found = {name for name, kind, _ in names(reading) if kind == 'computed'}
    skipped = {pathlib.Path(one.path).name for one in reading.skipped}
    assert found | skipped == {'a.py', 'b.py'}
    assert 'a.py' in found


def test_a_file_that_does_not_matter_may_be_anything(
    tmp_path: pathlib.Path,
) -> None:
    reading = read(
        tmp_path,
        a_py="print 'x'",
        b_py=b'# \xe9',
        c_rst=b'\xe9',
        d_rst=b'\0flush_images',
        e_svg='flush_images',
    )
    assert reading.skipped == ()
    assert reading.references == ()
    assert reading.file_count == 3


def test_an_encoding_that_hides_names(tmp_path: pathlib.Path) -> None:
    (skipped,) = read(tmp_path, a_py=GOOD.encode('utf-16')).skipped
    assert 'NUL bytes' in skipped.reason


def test_a_document_that_is_not_utf8(tmp_path: pathlib.Path) -> None:
    (skipped,) = read(tmp_path, a_rst=b'x\nflush_images \xe9').skipped
    assert (skipped.line, skipped.reason.split(';')[0]) == (
        2,
        'byte 0xe9 is not UTF-8',
    )


def test_a_file_that_vanishes(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ('a.py', 'b.py'):
        (tmp_path / name).write_text(GOOD)

    def vanish(done: int, _: int) -> None:
        (tmp_path / 'b.py').unlink(missing_ok=True)

    reading = scanner.scan([str(tmp_path)], REGISTRY, vanish)
    (skipped,) = reading.skipped
    assert skipped.path.endswith('b.py')
    assert reading.file_count == 1
    assert len(reading.references) == 1


def test_a_path_that_is_not_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(exceptions.SourceError):
        scanner.scan([str(tmp_path), str(tmp_path / 'a')], REGISTRY)


def test_a_script_without_a_suffix(tmp_path: pathlib.Path) -> None:
    (tmp_path / 'run').write_text('#!/usr/bin/python3\n' + GOOD)
    (tmp_path / 'config').write_text('flush_images = 1')
    assert names(scanner.scan([str(tmp_path)], REGISTRY)) == [
        ('config', 'mention', 'flush_images'),
        ('run', 'direct', 'flush_images'),
    ]


def peak(root: pathlib.Path, count: int) -> int:
    """Return the most memory that it took to read many files, in bytes."""
    root.mkdir()
    text = 'def f(x):\n    return [x, x + 1, x.y(z=3)]\n' * 100
    for number in range(count):
        (root / f'm{number}.py').write_text(f'{text}\n# {number}\n{GOOD}')
    tracemalloc.start()
    scanner.scan([str(root)], REGISTRY)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_number_of_files(
    tmp_path: pathlib.Path,
) -> None:
    few, many = peak(tmp_path / 'few', 2), peak(tmp_path / 'many', 20)
    assert many < few * 1.2


def test_text_without_a_file() -> None:
    reading = code.read("import workarounds\nworkarounds.enabled('flush')")
    assert reading.file_count == 1
    assert [one.place.path for one in reading.references] == [
        'service/code.py'
    ]
    (skipped,) = code.read('CONF.workarounds.x\nx = (').skipped
    assert (skipped.path, skipped.line) == ('service/code.py', 2)
