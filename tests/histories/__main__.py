# SPDX-License-Identifier: Apache-2.0
"""What ``retire`` makes of options that people removed, beside their code.

Run by hand; the directory keeps the releases, which pip downloads::

    python -m tests.histories DIRECTORY doc/source/reference

Both trees of a removal are compared function by function, by their syntax
trees: those that name the option, and those that ``retire`` changes.
"""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import csv
import dataclasses
import pathlib
import subprocess
import sys
import tempfile
import zipfile

from tests import real_nova
from tests.histories import functions
from tests.histories.functions import Function
from tests.histories.functions import Key
from tests.histories.notes import NOTES
from tests.histories.removals import Removal
from tests.histories.removals import REMOVALS
import workarounds
from workarounds.audit import scanner
from workarounds.retire import planner
from workarounds.retire import project_files
from workarounds.retire.planner import Plan
from workarounds.retire.request import Request

#: Who changed a function: both in the same way, also among other changes of
#: people; both, otherwise; one of them.
OUTCOMES = ('identical', 'part', 'otherwise', 'people alone', 'retire alone')
HEADER = [
    *('Option', 'Removed in', 'Kept'),
    *('Same', 'Among others', 'Differ', 'People alone', 'Tests'),
]
DIFFERENCES = ['Option', 'Function', 'Changed by', 'Reported', 'Difference']


def unpack(
    releases: pathlib.Path, project: str, version: str, root: pathlib.Path
) -> None:
    """Write the sources of a release below a directory."""
    wheel = next(releases.glob(f'{project}-{version}-*.whl'), None)
    if wheel is None:
        command = ['pip', 'download', '--quiet', '--no-deps']
        command += ['--dest', str(releases), f'{project}=={version}']
        subprocess.check_call([sys.executable, '-m', *command])
        [wheel] = releases.glob(f'{project}-{version}-*.whl')
    with zipfile.ZipFile(wheel) as opened:
        for name in opened.namelist():
            if name.startswith(f'{project}/') and name.endswith('.py'):
                opened.extract(name, root)


def retire(removal: Removal) -> Plan:
    """Plan to retire an option in the working directory."""
    registry = workarounds.Registry(
        workarounds.Workaround(
            name=removal.option,
            summary='Was removed.',
            bugs=['https://bugs.example.org/1'],
            fix=workarounds.NoFix('a history'),
            expires=removal.after,
            enabled_by=removal.option,
            group=removal.group,
        )
    )
    reading = scanner.scan([removal.project], registry)
    subject = reading.declarations.get(removal.option)
    assert subject is not None
    return planner.plan(
        Request(subject, removal.is_on, removed_in=removal.after),
        reading,
        project_files.find_project([removal.project]),
    )


@dataclasses.dataclass(frozen=True)
class Compared:
    """One function before, as retired, and as people left it.

    :param is_reported: a line of it is reported, before the change
    """

    key: Key
    before: Function
    retired: Function | None
    people: Function | None
    is_reported: bool

    @property
    def outcome(self) -> str:
        """Return which of the outcomes of the table it is."""
        if functions.same(self.retired, self.people):
            return 'identical'
        if functions.same(self.retired, self.before):
            return 'people alone'
        if functions.same(self.people, self.before):
            return 'retire alone'
        return 'part' if self._is_part else 'otherwise'

    @property
    def _is_part(self) -> bool:
        """Return whether people changed the same lines, and others."""
        before, retired, people = map(
            functions.lines, (self.before, self.retired, self.people)
        )
        return self.people is not None and all(
            retired[line] == people[line]
            for line in before | retired
            if retired[line] != before[line]
        )


def compare(
    removal: Removal, releases: pathlib.Path, root: pathlib.Path
) -> list[Compared]:
    """Retire an option, and compare its functions with those of people."""
    old, new = root / 'old', root / 'new'
    unpack(releases, removal.project, removal.before, old)
    unpack(releases, removal.project, removal.after, new)
    real_nova.make(old)
    with contextlib.chdir(old):
        plan = retire(removal)
        reported = {
            (diagnostic.location.file or '', diagnostic.location.line or 0)
            for diagnostic in plan.diagnostics(is_written=False)
        }
        texts = {
            str(path): path.read_bytes()
            for path in pathlib.Path(removal.project).rglob('*.py')
            if removal.option in path.read_text()
        }
    changes = [
        change for change in plan.changes if change.path.endswith('.py')
    ]
    texts |= {change.path: change.before or b'' for change in changes}
    changed = {change.path: change.after for change in changes}
    retired = functions.find(texts | changed)
    people = functions.find(
        {
            file: (new / file).read_bytes()
            for file in texts
            if (new / file).is_file()
        }
    )
    return [
        Compared(
            key,
            function,
            retired.get(key),
            people.get(key),
            any(
                file == key[0] and line in functions.lines_of(function)
                for file, line in reported
            ),
        )
        for key, function in functions.find(texts).items()
        if functions.mentions(function, removal.option)
        or not functions.same(function, retired.get(key))
    ]


def row(removal: Removal, found: Sequence[Compared]) -> list[str]:
    """Return the row of a removal in the table."""
    outcomes = Counter(compared.outcome for compared in found)
    deleted = [
        compared
        for compared in found
        if functions.is_test(compared.key) and compared.retired is None
    ]
    kept = sum(compared.people is not None for compared in deleted)
    return [
        removal.option,
        f'{removal.project} {removal.after}',
        'on' if removal.is_on else 'off',
        *(f'{outcomes[outcome]}' for outcome in OUTCOMES[:4]),
        f'{len(deleted)} ({kept})',
    ]


def differences(
    removal: Removal, found: Sequence[Compared]
) -> Iterator[list[str]]:
    """Return a row for each function that somebody changed otherwise."""
    for compared in found:
        if compared.outcome in OUTCOMES[2:]:
            file, name = compared.key
            gone = '' if compared.people else 'people removed it'
            last = name.rpartition('.')[2]
            note = NOTES.get(removal.option, {}).get(last, gone)
            yield [
                removal.option,
                f'``{file}``: ``{name}``',
                compared.outcome,
                'yes' if compared.is_reported else '',
                note,
            ]


def main(releases: pathlib.Path, tables: pathlib.Path) -> None:
    """Write both tables."""
    rows: list[list[str]] = []
    details: list[list[str]] = []
    for removal in REMOVALS:
        with tempfile.TemporaryDirectory() as root:
            found = compare(removal, releases, pathlib.Path(root))
        rows.append(row(removal, found))
        details += differences(removal, found)
    for name, header, lines in (
        ('removals.csv', HEADER, rows),
        ('removals_differences.csv', DIFFERENCES, details),
    ):
        with (tables / name).open('w', newline='') as opened:
            table = csv.writer(opened, lineterminator='\n')
            table.writerows([header, *lines])


if __name__ == '__main__':
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
