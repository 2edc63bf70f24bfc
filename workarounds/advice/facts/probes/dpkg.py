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

# Unpacked ones count: their files are there, whatever is left to be set up.
_THERE = (
    'installed',
    'unpacked',
    'half-configured',
    'triggers-awaited',
    'triggers-pending',
)
_FORMAT = '${db:Status-Status}\t${binary:Package}\t${Version}\n'
_DIVERTED = re.compile(r'(?:local diversion|diversion by (\S+)) from')
#: dpkg-query's exit code for a question that it found no answer to.
_NOT_FOUND = 1


def probe(questions: Sequence[str], machine: Machine) -> Mapping[str, Answer]:
    """Answer for packages, and for paths, which begin with a slash."""
    here = Machine('/', machine.environ, machine.timeout)
    query = here.find_program('dpkg-query')
    database = machine.path('/var/lib/dpkg')
    if not os.path.exists(f'{database}/status'):
        # dpkg takes that for an empty one.
        raise exceptions.ProbeError('there is no dpkg database')
    names = [
        question for question in questions if not question.startswith('/')
    ]
    paths = [path for path in questions if path.startswith('/')]
    answers: dict[str, Answer] = {}
    if names:
        output = _run(
            here,
            query,
            f'--admindir={database}',
            '--show',
            f'--showformat={_FORMAT}',
            '--',
            *names,
        )
        answers |= _packages(names, output)
    if paths:
        names_of = {path: _names(path) for path in paths}
        output = _run(
            here,
            query,
            f'--admindir={database}',
            '--search',
            '--',
            *sorted({name for names in names_of.values() for name in names}),
        )
        owners = dict(_owners(output))
        for path, listed in names_of.items():
            found = (owners[name] for name in listed if name in owners)
            answers[path] = next(found, '')
    return answers


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
    for line in output.splitlines():
        status, _, rest = line.partition('\t')
        name, _, version = rest.partition('\t')
        if status in _THERE:
            # It has its architecture where it can have several.
            for known in {name, name.partition(':')[0]}:
                versions.setdefault(known, set()).add(version)
    for name in names:
        plain = name.partition(':')[0]
        found = sorted(versions.get(name) or versions.get(plain) or ())
        if not found:
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
            # What is there now is of whoever has diverted the other.
            diverted[path] = diversion[1] or ''
        elif colon and not packages.endswith((' to', ' from')):
            # "a:amd64, b" have it both.
            yield path, packages.split(',')[0].partition(':')[0]
    yield from diverted.items()
