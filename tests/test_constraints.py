# SPDX-License-Identifier: Apache-2.0
"""The constraints of tox are complete, and say what they promise."""

from collections.abc import Iterable
from collections.abc import Iterator
import configparser
import importlib.metadata
import pathlib
import re

from packaging import utils
from packaging import version
from packaging.requirements import Requirement
import pytest

ROOT = pathlib.Path(__file__).parents[1]
NEWEST = 'tests/newest-constraints.txt'
OLDEST = 'tests/oldest-constraints.txt'
SETUP = configparser.ConfigParser()
SETUP.read(ROOT / 'setup.cfg')
TOX = configparser.ConfigParser(interpolation=None)
TOX.read(ROOT / 'tox.ini')


def read(*names: str) -> str:
    return '\n'.join((ROOT / name).read_text() for name in names)


def parsed(*texts: str) -> Iterator[Requirement]:
    """Yield the requirements that apply to this Python."""
    for line in '\n'.join(texts).splitlines():
        if re.match('[A-Za-z]', line):
            requirement = Requirement(line)
            if not requirement.marker or requirement.marker.evaluate():
                yield requirement


def pinned(name: str) -> dict[str, str]:
    return {
        utils.canonicalize_name(requirement.name): str(
            requirement.specifier
        ).lstrip('=')
        for requirement in parsed(read(name))
    }


#: What the tests with the oldest versions install.
TESTED = list(
    parsed(
        read('requirements.txt', 'test-requirements.txt'),
        *SETUP['options.extras_require'].values(),
    )
)
#: What all environments install.
ALL = [
    *TESTED,
    *parsed(
        read('lint-requirements.txt', 'doc/requirements.txt'),
        TOX['tox']['requires'],
        TOX['testenv:bench']['deps'],
    ),
]


def dependencies(asked: Iterable[Requirement]) -> Iterator[str]:
    """Yield the names of these and of what they need, if installed."""
    waiting = [requirement.name for requirement in asked]
    seen = set()
    while waiting:
        name = utils.canonicalize_name(waiting.pop())
        if name in seen:
            continue
        seen.add(name)
        try:
            needed = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        yield name
        waiting += [requirement.name for requirement in parsed(*needed)]


@pytest.mark.parametrize('name', [NEWEST, OLDEST])
def test_each_constraint_is_one_version(name: str) -> None:
    loose = [
        line
        for line in read(name).splitlines()
        if not re.fullmatch(r'#.*|[a-z0-9-]+==[^\s,*]+( ; .+)?', line)
    ]
    assert loose == []


def test_the_newest_versions_satisfy_all_requirements() -> None:
    newest = pinned(NEWEST)
    unsatisfied = [
        str(requirement)
        for requirement in ALL
        if newest.get(utils.canonicalize_name(requirement.name), '0')
        not in requirement.specifier
    ]
    assert unsatisfied == []


def test_dependencies_of_dependencies_have_constraints() -> None:
    assert set(dependencies(ALL)) - set(pinned(NEWEST)) == set()


def test_the_oldest_versions_are_the_lower_bounds() -> None:
    bounds: dict[str, version.Version] = {}
    for requirement in TESTED:
        name = utils.canonicalize_name(requirement.name)
        for each in requirement.specifier:
            if each.operator == '>=':
                bound = version.Version(each.version)
                bounds[name] = max(bound, bounds.get(name, bound))
    oldest = pinned(OLDEST)
    assert {
        name: version.Version(oldest.get(name, '0')) for name in bounds
    } == bounds
