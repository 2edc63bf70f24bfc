# SPDX-License-Identifier: Apache-2.0
"""A small project, and the output of the installed command about it."""

import pathlib
from typing import Any

from tests.functional import command_line
from tests.functional import documents

DECLARED = """\
import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='flush_images',
        summary='Flushes images before they are converted.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
        expires='35.0.0',
        disabled_by='disable_flushes',
    ),
    workarounds.RemovedWorkaround(
        name='announce_guests',
        options=['enable_announcements'],
        removed_in='33.0.0',
        reason='every supported QEMU announces them',
    ),
]
"""
READ = """\
import workarounds


def convert(image):
    if workarounds.enabled('flush_images'):
        image.flush()
    return image
"""
SETUP = '[metadata]\nname = images\nversion = {}\n'


def make(
    root: pathlib.Path, version: str | None = '34.0.0', **files: str
) -> pathlib.Path:
    """Write a project in which nothing is wrong.

    :param files: modules by name, which replace or extend those of the project
    """
    package = root / 'images'
    package.mkdir(parents=True)
    for name, text in {'declared': DECLARED, 'disk': READ, **files}.items():
        (package / f'{name}.py').write_text(text)
    root.joinpath('setup.py').touch()
    if version is not None:
        root.joinpath('setup.cfg').write_text(SETUP.format(version))
    return root


def audit(*arguments: object) -> tuple[int, list[dict[str, Any]], str]:
    """Run audit.

    :returns: the exit code, the diagnostics, and the messages on stderr
    """
    done = command_line.run(*arguments, '-f', 'json')
    document = documents.read(done.stdout, 'diagnostics')
    return done.returncode, document['diagnostics'], done.stderr


def found(*arguments: object) -> tuple[int, list[tuple[str, str]]]:
    """Return the exit code, and the code and the place of each diagnostic."""
    code, diagnostics, _ = audit(*arguments)
    return code, [
        (diagnostic['code'], documents.location(diagnostic))
        for diagnostic in diagnostics
    ]
