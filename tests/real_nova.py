# SPDX-License-Identifier: Apache-2.0
"""The real Nova, before and after one of its workarounds is removed.

As a program, prints the table of the documentation, if this is run where the
documentation is::

    python -m tests.real_nova > doc/source/reference/nova_retired.csv
"""

from collections.abc import Iterator
import contextlib
import csv
import dataclasses
import importlib.metadata
import pathlib
import re
import shutil
import sys
import tempfile
from typing import Final

import workarounds
from workarounds.audit import scanner
from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.audit.scan_result import ScanResult
from workarounds.catalogs import nova
from workarounds.declarations import discovery
from workarounds.retire import planner
from workarounds.retire import project_files
from workarounds.retire.planner import Plan
from workarounds.retire.request import Request

VERSION: Final = '34.0.0'
#: Its live workarounds.
NAMES: Final = [
    declaration.name
    for declaration in nova.CATALOGUE.declarations
    if isinstance(declaration, workarounds.Workaround)
]
TABLE: Final = (
    pathlib.Path(__file__).parents[1] / 'doc/source/reference/nova_retired.csv'
)
HEADER: Final = [
    'Workaround',
    'Files',
    'Lines of code',
    'Lines of tests',
    'Tests',
    'Left to a person',
]
_NOTES: Final = pathlib.Path('releasenotes/notes')
_TEST: Final = re.compile(rb'^ *(?:async )?def test_\w+\(', re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Retired:
    """The result of one retirement."""

    subject: DeclarationInfo
    plan: Plan

    @property
    def changed(self) -> dict[str, tuple[bytes, bytes]]:
        """The old and the new text of each file that is not a new one."""
        return {
            change.path: (change.before, change.after)
            for change in self.plan.changes
            if change.before is not None
        }

    @property
    def row(self) -> list[str]:
        """The row of the documentation."""
        lines = dict.fromkeys((False, True), 0)
        tests = 0
        for path, (before, after) in self.changed.items():
            is_test = path.startswith('nova/tests/')
            lines[is_test] += before.count(b'\n') - after.count(b'\n')
            tests += len(_TEST.findall(before)) - len(_TEST.findall(after))
        return [
            self.title,
            f'{len(self.changed)}',
            f'{lines[False]}',
            f'{lines[True]}',
            f'{tests}',
            '; '.join(self._left) or 'nothing',
        ]

    @property
    def title(self) -> str:
        """Its title in the documentation: its name, and its options."""
        options = [f'``{name}``' for name in self.subject.option_names]
        name = f'``{self.subject.name}``'
        return name if options == [name] else f'{name}: {", ".join(options)}'

    @property
    def _left(self) -> list[str]:
        """The reports for a person, with their lines in the original Nova."""
        before = {path: old for path, (old, _) in self.changed.items()}
        return [
            f'``{report.path}:{report.line_in(before.get(report.path))}``: '
            f'{report.message}'
            for report in self.plan.reports
            if report.code not in ('WA304', 'WA310')
        ]


def make(root: pathlib.Path) -> None:
    """Make a directory the root of a project."""
    (root / _NOTES).mkdir(parents=True)
    (root / 'setup.cfg').touch()


@contextlib.contextmanager
def project(root: pathlib.Path) -> Iterator[None]:
    """Copy the installed Nova, and make the copy the working directory.

    Where it is installed, it may seem to belong to the project around it.
    """
    installed = importlib.metadata.distribution('nova')
    if installed.version != VERSION:
        raise LookupError(f'nova is {installed.version}; install {VERSION}')
    make(root)
    shutil.copytree(
        str(installed.locate_file('nova')),
        root / 'nova',
        ignore=shutil.ignore_patterns('__pycache__'),
    )
    with contextlib.chdir(root):
        yield


def read() -> ScanResult:
    """Read the files of the working directory."""
    registry, problems = discovery.load_catalogues(['nova'])
    if problems:
        raise problems[0]
    return scanner.scan(['nova'], registry)


def retire(name: str, reading: ScanResult) -> Retired:
    """Plan the retirement of a workaround, as if it were off for good."""
    subject = reading.declarations.get(name)
    if subject is None:
        raise LookupError(f'{name} is not known')
    order = Request(subject, removed_in='35.0.0')
    plan = planner.plan(order, reading, project_files.find_project(['nova']))
    return Retired(subject, plan)


def main() -> None:
    """Print the table."""
    table = csv.writer(sys.stdout, lineterminator='\n')
    table.writerow(HEADER)
    with (
        tempfile.TemporaryDirectory() as directory,
        project(pathlib.Path(directory)),
    ):
        reading = read()
        for name in NAMES:
            table.writerow(retire(name, reading).row)


if __name__ == '__main__':
    main()
