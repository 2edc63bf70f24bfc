# SPDX-License-Identifier: Apache-2.0
"""What RPM has installed, and which package has a file."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import glob

from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.machine import Ran
from workarounds.advice.facts.probing import Answer

# RPM treats a missing database as an empty one.
_DATABASES = ('/usr/lib/sysimage/rpm', '/var/lib/rpm')
_FORMAT = '%{NAME}\t%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\t%{VENDOR}\n'


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer for packages, and for paths, which begin with a slash."""
    here = Machine('/', machine.environ, machine.timeout)
    rpm = here.find_program('rpm')
    database = _database(machine)
    names = [
        question for question in questions if not question.startswith('/')
    ]
    paths = [path for path in questions if path.startswith('/')]
    answers: dict[str, Answer] = {}
    if names:
        ran = here.run(
            rpm,
            '--query',
            f'--dbpath={database}',
            f'--queryformat={_FORMAT}',
            '--',
            *names,
        )
        answers |= _packages(names, ran)
    if paths:
        ran = here.run(
            rpm,
            '--query',
            f'--dbpath={database}',
            '--queryformat=%{NAME}\t[%{FILENAMES}\t]\n',
            '--file',
            '--',
            *paths,
        )
        answers |= _owners(paths, ran)
    return answers


def _database(machine: Machine) -> str:
    for directory in _DATABASES:
        path = machine.path(directory)
        if glob.glob(f'{glob.escape(path)}/[Pr]*'):
            return path
    raise exceptions.ProbeError('there is no RPM database')


def _packages(names: Sequence[str], ran: Ran) -> Iterator[tuple[str, Answer]]:
    found: dict[str, set[Installed]] = {}
    lines = ran.output.splitlines()
    # rpm prints at least one line for each name. Its exit code only counts the
    # names that it did not find, and a truncated database looks empty.
    if len(lines) < len(names) or 'error:' in ran.errors:
        raise exceptions.ProbeError(f'rpm fails: {ran.error_summary}')
    for line in lines:
        name, tab, rest = line.partition('\t')
        version, _, vendor = rest.partition('\t')
        if tab:
            vendor = '' if vendor == '(none)' else vendor
            installed = Installed(version, vendor)
            found.setdefault(name, set()).add(installed)
    for name in names:
        versions = found.get(name, set())
        if len(versions) > 1:
            listed = ', '.join(sorted(package.version for package in versions))
            yield (
                name,
                Unknown(f'{name} is installed in several versions: {listed}'),
            )
        elif versions:
            yield name, versions.pop()
        else:
            yield name, hosts.not_installed(name)


def _owners(paths: Sequence[str], ran: Ran) -> Iterator[tuple[str, Answer]]:
    owners: dict[str, str] = {}
    for line in ran.output.splitlines():
        package, *files = line.split('\t')
        for file in files:
            # /bin is the same as /usr/bin, and was not always.
            owners[file.removeprefix('/usr')] = package
    errors = [
        line for line in ran.errors.splitlines() if 'No such file' not in line
    ]
    if any('error:' in line for line in errors):
        raise exceptions.ProbeError(f'rpm fails: {ran.error_summary}')
    for path in paths:
        package = owners.get(path.removeprefix('/usr'), '')
        if package or f'file {path} is not owned by any package' in ran.output:
            yield path, package
        elif f'file {path}: No such file' in ran.errors:
            yield path, Unknown(f'{path} is not there any more')
        else:
            raise exceptions.ProbeError(f'rpm fails: {ran.error_summary}')
