# SPDX-License-Identifier: Apache-2.0
"""Assessments of the installed command, and systems that it can look at."""

import json
import pathlib
import subprocess
from typing import Any

from tests.advice import validation
from tests.functional import command_line

BOTH = ('--namespace', 'tests.functional.patched_nova:CATALOGUE')
FSYNC = 'fsync_image_before_convert'
DONT = 'disable_fsync_before_convert'


def installed(package: str) -> str:
    """Return the version that dpkg has, without the code under test."""
    return subprocess.run(
        ['dpkg-query', '-W', '-f', '${Version}', package],
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def run(*arguments: object, **environ: str) -> tuple[int, list[Any]]:
    """Run advise, and return the assessment of each workaround."""
    code, envelope = envelope_of(*arguments, **environ)
    return code, envelope['workarounds']


def envelope_of(
    *arguments: object, **environ: str
) -> tuple[int, dict[str, Any]]:
    """Run advise, check that it has no problem, and return the JSON."""
    done = command_line.run(*arguments, '-f', 'json', **environ)
    assert not done.stderr
    envelope: dict[str, Any] = json.loads(done.stdout)
    validation.validate(envelope, 'advise')
    return done.returncode, envelope


def by_name(rows: list[Any]) -> dict[str, Any]:
    return {row['name']: row for row in rows}


def make_host(path: pathlib.Path, **facts: Any) -> pathlib.Path:
    """Write a host file: a Debian 12 as released, except for some facts."""
    debian: dict[str, Any] = {
        'schema': 1,
        'platform': 'debian:12',
        'package_manager': 'dpkg',
        'packages': {'qemu-utils': {'version': '1:7.2+dfsg-7'}},
        'service_version': '34.0.0',
    }
    path.write_text(json.dumps(debian | facts))
    return path


def make_root(
    path: pathlib.Path, os_release: str, status: str | None = None
) -> pathlib.Path:
    """Make a system below a directory.

    :param status: content of dpkg's database, if there is one
    """
    (path / 'etc').mkdir(parents=True)
    (path / 'etc' / 'os-release').write_text(os_release)
    if status is not None:
        database = path / 'var' / 'lib' / 'dpkg'
        database.mkdir(parents=True)
        (database / 'status').write_text(status)
    return path


DEBIAN_12 = 'ID=debian\nVERSION_ID="12"\n'


def stanza(version: str, state: str = 'install ok installed') -> str:
    """Return the entry of qemu-utils in dpkg's database."""
    return (
        'Package: qemu-utils\n'
        f'Status: {state}\n'
        'Maintainer: A <a@example.org>\n'
        'Architecture: amd64\n'
        f'Version: {version}\n'
        'Description: Tools.\n\n'
    )
