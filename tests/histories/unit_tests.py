# SPDX-License-Identifier: Apache-2.0
"""Nova's own unit tests, before and after workarounds are retired.

::

    python -m tests.histories.unit_tests ENVIRONMENT NAME...

makes the environment (with ``uv`` if there is one), unless it exists, and
installs Nova with its tests into it. All named workarounds of Nova, or all of
them, are retired one after another in one tree. Then the unit tests of the
modules that changed run in the old and in the new tree. Prints each test whose
outcome differs. A test is explained that ``retire`` reports; the exit code is
1 if any other differs.
"""

import ast
from collections import Counter
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Sequence
from concurrent import futures
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from typing import Final

from tests import real_nova
from tests.histories import outcomes
from workarounds.source import tree as source_tree

#: What Nova's tests need beside Nova, of its own test-requirements.txt.
REQUIREMENTS: Final = (
    f'nova=={real_nova.VERSION}',
    'ddt',
    'fixtures',
    'gabbi',
    'openstack-placement',
    'oslo.vmware',
    'oslotest',
    'osprofiler',
    'PyMySQL',
    'requests-mock',
    'stestr',
    'testscenarios',
    'testtools',
    'wsgi-intercept',
)
_TESTS: Final = pathlib.PurePath('nova/tests/unit')
#: What ``ddt`` adds to the name of a test.
_NUMBERED: Final = re.compile(r'_\d+(?:_.*)?$')


def install(environment: pathlib.Path) -> None:
    """Make an environment that can run the tests, unless it exists."""
    if environment.exists():
        return
    python = str(environment / 'bin' / 'python')
    commands = [
        [sys.executable, '-m', 'venv', str(environment)],
        [python, '-m', 'pip', 'install', '--quiet'],
    ]
    if shutil.which('uv'):
        commands = [
            ['uv', 'venv', '--quiet', str(environment)],
            ['uv', 'pip', 'install', '--quiet', '--python', python],
        ]
    create, add = commands
    subprocess.check_call(create)
    subprocess.check_call([*add, *REQUIREMENTS])


def find_tests(path: str) -> Iterator[str]:
    """Yield the module with the unit tests of a file, if there is one."""
    file = pathlib.PurePath(path)
    if not file.is_relative_to(_TESTS):
        file = _TESTS / file.relative_to('nova').with_name(f'test_{file.name}')
    is_test = file.name.startswith('test_') and pathlib.Path(file).is_file()
    if is_test:
        yield '.'.join(file.with_suffix('').parts)


def find_reported(retired: real_nova.Retired) -> Iterator[str]:
    """Yield the tests with a line that is reported, before the change."""
    for diagnostic in retired.plan.diagnostics():
        path = diagnostic.location.file or ''
        line = diagnostic.location.line or 0
        if not path.startswith(str(_TESTS)):
            continue
        before, _ = retired.changed.get(path, (b'', b''))
        text = before or pathlib.Path(path).read_bytes()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = source_tree.first_line(node)
                if first <= line <= (node.end_lineno or line):
                    yield node.name


def run(
    environment: pathlib.Path, tree: pathlib.Path, modules: Sequence[str]
) -> dict[str, str]:
    """Return what comes of each test, with a process for each module."""

    def run_one(module: str) -> dict[str, str]:
        done = subprocess.run(
            [environment / 'bin' / 'python', outcomes.__file__, module],
            cwd=tree,
            # ddt numbers tests in the order of a set.
            env=os.environ | {'PYTHONPATH': str(tree), 'PYTHONHASHSEED': '0'},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        words: dict[str, str] = json.loads(done.stdout)
        return words

    found: dict[str, str] = {}
    with futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for words in pool.map(run_one, modules):
            found |= words
    return found


def is_explained(test: str, reported: Collection[str]) -> bool:
    """Return whether a report is about a test."""
    name = test.rpartition('.')[2]
    return bool({name, _NUMBERED.sub('', name)} & set(reported))


def retire(names: Sequence[str]) -> tuple[Collection[str], Collection[str]]:
    """Retire workarounds in the working directory.

    :returns: the modules of tests to run, and the tests that are reported
    """
    modules: set[str] = set()
    reported: set[str] = set()
    for name in names:
        retired = real_nova.retire(name, real_nova.read())
        reported.update(find_reported(retired))
        for change in retired.plan.changes:
            pathlib.Path(change.path).write_bytes(change.after)
        for path in retired.changed:
            modules.update(find_tests(path))
    return modules, reported


def main(place: str, *names: str) -> int:
    """Compare the outcomes, and print those that differ."""
    environment = pathlib.Path(place).absolute()
    install(environment)
    with contextlib.ExitStack() as stack:
        old, new = (
            pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
            for _ in range(2)
        )
        with real_nova.project(old):
            pass
        with real_nova.project(new):
            modules, reported = retire(names or real_nova.NAMES)
        before = run(environment, old, sorted(modules))
        after = run(environment, new, sorted(modules))
    unexplained = 0
    for test in sorted(before | after):
        words = before.get(test, 'is missing'), after.get(test, 'is removed')
        if words[0] != words[1]:
            how = 'reported'
            if not is_explained(test, reported):
                how = 'NOT reported'
                unexplained += 1
            print(f'{test}: {words[0]}, then {words[1]}; {how}')
    print(f'{len(modules)} modules: {", ".join(sorted(modules))}')
    print(f'before: {dict(Counter(before.values()))}')
    print(f'after: {dict(Counter(after.values()))}')
    print(f'{unexplained} differ without a report')
    return 1 if unexplained else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
