# SPDX-License-Identifier: Apache-2.0
"""The documentation says everything that it promises to say."""

import configparser
import csv
import datetime
import fnmatch
import inspect
import pathlib
import re
import subprocess
import textwrap
from typing import get_args

from tests.functional import command_line
import workarounds
from workarounds.declarations import fixes

ROOT = pathlib.Path(__file__).parents[1]
DOCS = ROOT / 'doc/source'


def test_every_public_name_is_in_the_reference() -> None:
    text = (DOCS / 'reference/python/api.rst').read_text()
    missing = {
        name
        for name in workarounds.__all__
        if f'workarounds.{name}\n' not in text
    }
    assert missing == set()


def test_the_fields_of_each_fix_are_listed() -> None:
    page = DOCS / 'how-to/developer/declare-a-workaround.rst'
    rows = dict(
        re.findall(r'^``(\w+)`` +(``[^=]*?)(?=^``|^=)', page.read_text(), re.M)
    )
    kinds = [kind for kind in get_args(fixes.Fix) if kind.__name__ != 'AnyOf']
    assert {
        kind.__name__: sorted(re.findall(r'``(\w+)``', rows[kind.__name__]))
        for kind in kinds
    } == {
        kind.__name__: sorted(inspect.signature(kind).parameters)
        for kind in kinds
    }


def test_the_example_of_the_readme_passes_an_audit(
    tmp_path: pathlib.Path,
) -> None:
    text = (ROOT / 'README.rst').read_text()
    [code] = re.findall(
        r'code-block:: python\n\n(.*?)\n(?=\S)', text, re.DOTALL
    )
    service = tmp_path / 'service.py'
    service.write_text(textwrap.dedent(code))
    done = command_line.run(
        'audit', '--strict', '--service-version', '1.0.0', service
    )
    assert (done.returncode, done.stdout) == (
        0,
        'nothing to report in 1 file\n',
    )


def test_the_guide_names_every_package() -> None:
    text = (ROOT / 'HACKING.rst').read_text()
    parts = {
        path.stem if path.suffix else f'{path.name}/'
        for path in (ROOT / 'workarounds').iterdir()
        if path.suffix == '.py' or (path / '__init__.py').exists()
    }
    private = {part for part in parts if part.startswith('_')}
    missing = {part for part in parts if f'``{part}``' not in text}
    assert missing <= private - {'_api'}


def test_each_file_in_the_walks_of_the_guide_exists() -> None:
    text = (ROOT / 'HACKING.rst').read_text()
    files = [
        str(path)
        for directory in ('workarounds', 'tests')
        for path in (ROOT / directory).rglob('*.py')
    ]
    names = re.findall(r'``([\w/]+\.py)``', text)
    assert names
    assert [
        name
        for name in names
        if not any(file.endswith(f'/{name}') for file in files)
    ] == []


def test_each_promise_of_retire_names_tests_that_exist() -> None:
    page = ROOT / 'doc/source/explanation/what-retire-promises.rst'
    text = page.read_text()
    cases = re.findall(r'\*(\w+)\*[,\n]', text)
    files = re.findall(r'``(tests/\w+/\w+\.py)``', text)
    assert len(cases) > len(files) > 0
    for case in cases:
        assert (ROOT / 'tests/retire_cases' / case / 'input').is_dir(), case
    for file in files:
        assert (ROOT / file).is_file(), file


def test_the_ci_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / '.ci/run').read_text()
    [found] = re.findall(r'<\(\n(.*?)\n\)', script, re.DOTALL)
    done = subprocess.run(
        ['bash', '-c', found],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    commands = done.stdout.splitlines()
    assert [command.split()[-1] for command in commands] == [
        "'.[tools]'",
        'list',
        '.venv/bin/tox',
    ]


def test_the_ages_of_options_are_what_the_texts_say() -> None:
    path = DOCS / 'explanation/nova_options.csv'
    header, *rows = csv.reader(path.read_text().splitlines())
    assert header == ['Option', 'Added', 'Removed', 'Days']
    for _, added, until, days in rows:
        [first] = re.findall(r'`(\S+) <', added)
        [last] = re.findall(r'`(\S+) <', until) or ['2026-08-21']
        age = datetime.date.fromisoformat(last) - datetime.date.fromisoformat(
            first
        )
        assert age.days == int(days)
    removed = sorted(int(row[3]) for row in rows if row[2])
    present = sorted(int(row[3]) for row in rows if not row[2])
    assert (len(rows), len(removed), len(present)) == (25, 4, 21)
    assert (removed[0], removed[-1]) == (397, 506)
    assert (present[0], present[10], present[-1]) == (779, 1737, 4222)
    for name in ('README.rst', 'doc/source/explanation/temporary-code.rst'):
        assert '397 to 506 days' in (ROOT / name).read_text()


def test_each_python_that_is_promised_is_tested() -> None:
    setup = (ROOT / 'setup.cfg').read_text()
    promised = re.findall(r'Python :: (3\.\d+)$', setup, re.MULTILINE)
    readme = (ROOT / 'README.rst').read_text()
    assert [name for name in promised if name not in readme] == []
    tox = (ROOT / 'tox.ini').read_text()
    [environments] = re.findall(r'^env_list = (.*)$', tox, re.MULTILINE)
    run = {f'3.{minor}' for minor in re.findall(r'\bpy3(\d+)', environments)}
    run |= set(
        re.findall(r'^(?:base_python = |    )python(3.*)$', tox, re.MULTILINE)
    )
    assert run == set(promised)
    script = (ROOT / '.ci/run').read_text()
    [pattern] = re.findall(r'/versions/(\S+?)/bin', script)
    assert [
        name for name in promised if not fnmatch.fnmatch(f'{name}.0', pattern)
    ] == []


def test_packagers_read_what_the_command_needs() -> None:
    page = (DOCS / 'how-to/packager/package-the-library.rst').read_text()
    setup = configparser.ConfigParser()
    setup.read(ROOT / 'setup.cfg')
    needed = re.findall(
        r'^\w+', setup['options.extras_require']['tools'], re.MULTILINE
    )
    assert [name for name in needed if name not in page] == []


def test_each_page_says_where_its_examples_run() -> None:
    """A reader copies them; this says what that needs."""
    pages = [
        path
        for path in DOCS.rglob('*.rst')
        if 'code-block:: console' in path.read_text()
    ]
    assert len(pages) > 20
    assert [
        path.relative_to(DOCS).as_posix()
        for path in pages
        if not re.search(r'\bclone\b', path.read_text())
    ] == []


def test_no_page_installs_what_no_index_has() -> None:
    texts = [*ROOT.glob('*.rst'), *DOCS.rglob('*.rst')]
    assert [
        path.relative_to(ROOT).as_posix()
        for path in texts
        if re.search(r'pip install \W*workarounds', path.read_text())
    ] == []
