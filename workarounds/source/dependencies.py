# SPDX-License-Identifier: Apache-2.0
"""What a project requires of other distributions, from its source tree."""

from collections.abc import Iterator
import pathlib
from typing import NamedTuple

from workarounds.source import projects


class Dependency(NamedTuple):
    """A requirement, as a project writes it.

    :param text: such as ``exabgp>=5.0.1  # Apache-2.0``
    :param source: the file that has it, with the line if that is known
    """

    text: str
    source: str


def find_dependencies(root: pathlib.Path) -> Iterator[Dependency]:
    """Yield what a project cannot run without.

    They are in ``pyproject.toml``, else in ``setup.cfg``, else in
    ``requirements.txt``, where pbr reads them. Extras do not count.

    :raises workarounds.exceptions.SourceError: a file cannot be read
    """
    declared = projects.read_pyproject(root).get('dependencies')
    if isinstance(declared, list):
        source = projects.display_path(root / 'pyproject.toml')
        for text in declared:
            yield Dependency(str(text), source)
        return
    options = projects.read_setup(root, 'options').get('install_requires', '')
    if options and not options.startswith('file:'):
        source = projects.display_path(root / 'setup.cfg')
        for line in options.splitlines():
            yield Dependency(line, source)
        return
    file = root / 'requirements.txt'
    source = projects.display_path(file)
    for number, line in enumerate(projects.read(file).splitlines(), start=1):
        yield Dependency(line, f'{source}:{number}')
