# SPDX-License-Identifier: Apache-2.0
"""What dpkg has installed, and which package has a file."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
import os
import re

from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probing import Answer

# Unpacked packages count: their files are there, even if not yet configured.
# Half-installed ones do not: some of their files may be missing.
_THERE = (
    'installed',
    'unpacked',
    'half-configured',
    'triggers-awaited',
    'triggers-pending',
)
_FORMAT = '${db:Status-Status}\t${binary:Package}\t${Version}\n'
_FIELD = re.compile(r'^(Package|Version): *(\S+)$', re.MULTILINE)
_DATABASE = '/var/lib/dpkg'
_DIVERTED = re.compile(r'(?:local diversion|diversion by (\S+)) from')
#: dpkg-query's exit code for a question that it found no answer to.
_NOT_FOUND = 1


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer for packages, and for paths, which begin with a slash."""
    names = [
        question for question in questions if not question.startswith('/')
    ]
    paths = {path: _names(path) for path in questions if path.startswith('/')}
    if os.path.exists(machine.path(f'{_DATABASE}/status')):
        installed, files = _ask(names, paths, machine)
    elif os.path.isdir(machine.path(f'{_DATABASE}/status.d')):
        installed, files = _read_distroless(machine)
    else:
        # dpkg treats a missing database as an empty one.
        raise exceptions.ProbeError('there is no dpkg database')
    owners = dict(_owners(files))
    answers: dict[str, Answer] = dict(_packages(names, installed))
    for path, listed in paths.items():
        found = (owners[name] for name in listed if name in owners)
        answers[path] = next(found, '')
    return answers


def _ask(
    names: Sequence[str],
    paths: Mapping[str, Sequence[str]],
    machine: Machine,
) -> tuple[str, str]:
    """Return what dpkg-query prints of packages, and of files."""
    here = Machine('/', machine.environ, machine.timeout)
    query = here.find_program('dpkg-query')
    database = f'--admindir={machine.path(_DATABASE)}'
    installed = files = ''
    if names:
        installed = _run(
            here,
            query,
            database,
            '--show',
            f'--showformat={_FORMAT}',
            '--',
            *names,
        )
    if paths:
        listed = {name for names in paths.values() for name in names}
        files = _run(here, query, database, '--search', '--', *sorted(listed))
    return installed, files


def _read_distroless(machine: Machine) -> tuple[str, str]:
    """Return what dpkg-query would print where there is no dpkg.

    Images without a shell have a file for each package instead of one for
    all of them.
    """
    directory = f'{_DATABASE}/status.d'
    installed, files = [], []
    for name in sorted(os.listdir(machine.path(directory))):
        text = machine.read_file(f'{directory}/{name}')
        if name.endswith('.md5sums'):
            package = name.removesuffix('.md5sums')
            files += [
                f'{package}: /{line.partition("  ")[2]}'
                for line in text.splitlines()
            ]
            continue
        fields = dict(_FIELD.findall(text))
        if 'Package' in fields and 'Version' in fields:
            installed.append(
                f'installed\t{fields["Package"]}\t{fields["Version"]}'
            )
    return '\n'.join(installed), '\n'.join(files)


def _names(path: str) -> tuple[str, str]:
    """Return the names that a file can be listed by.

    /bin is the same as /usr/bin, and was not always.
    """
    if path.startswith('/usr/'):
        return path, path.removeprefix('/usr')
    return path, f'/usr{path}'


def _run(machine: Machine, query: str, *arguments: str) -> str:
    ran = machine.run(query, *arguments)
    if ran.code not in (0, _NOT_FOUND):
        raise exceptions.ProbeError(f'dpkg-query fails: {ran.error_summary}')
    return ran.output


def _packages(
    names: Sequence[str], output: str
) -> Iterator[tuple[str, Answer]]:
    versions: dict[str, set[str]] = {}
    broken = set()
    for line in output.splitlines():
        status, _, rest = line.partition('\t')
        name, _, version = rest.partition('\t')
        if status in _THERE:
            # The name contains an architecture where several are possible.
            for known in {name, name.partition(':')[0]}:
                versions.setdefault(known, set()).add(version)
        elif status == 'half-installed':
            broken |= {name, name.partition(':')[0]}
    for name in names:
        plain = name.partition(':')[0]
        found = sorted(versions.get(name) or versions.get(plain) or ())
        if broken & {name, plain}:
            yield name, Unknown(f'{name} is half-installed; install it again')
        elif not found:
            yield name, hosts.not_installed(name)
        elif len(found) > 1:
            listed = ', '.join(found)
            cause = f'{name} is installed in several versions: {listed}'
            yield name, Unknown(cause)
        else:
            yield name, Installed(found[0])


def _owners(output: str) -> Iterator[tuple[str, str]]:
    diverted = {}
    for line in output.splitlines():
        packages, colon, path = line.rpartition(': ')
        diversion = _DIVERTED.fullmatch(packages)
        if diversion:
            # The file there now is that of the package that diverted it.
            diverted[path] = diversion[1] or ''
        elif colon and not packages.endswith((' to', ' from')):
            # Both packages of "a:amd64, b" have the file.
            yield path, packages.split(',')[0].partition(':')[0]
    yield from diverted.items()
