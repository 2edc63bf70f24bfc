# SPDX-License-Identifier: Apache-2.0
"""The service of the guide, when it is installed."""

import configparser
import pathlib
import re
import tomllib

from tests.functional import command_line

DOCS = pathlib.Path(__file__).parents[2] / 'doc/source'
EXAMPLE = DOCS / 'examples/service'
#: The output of the command, oslo.config's generator and the service.
INSTALLED = """\
from oslo_config import generator
from workarounds.cli import app
assert app.run(['--namespace', 'acme', '--config-file', '/dev/null',
                'matrix', '-f', 'value', '-c', 'Workaround', '-c', 'debian:13',
                '--as-of', '2026-11-23']) == 0
generator.main(['--namespace', 'acme'])
from acme import main
import sys
sys.argv = ['acme']
main.main()
"""


def entry_points() -> configparser.ConfigParser:
    """Return the entry points as an installation has them."""
    setup = configparser.ConfigParser()
    setup.read(EXAMPLE / 'setup.cfg')
    points = configparser.ConfigParser()
    for group, text in setup['options.entry_points'].items():
        points.read_string(f'[{group}]{text}')
    return points


def test_what_is_installed_is_found(tmp_path: pathlib.Path) -> None:
    metadata = tmp_path / 'acme-5.2.0.dist-info'
    metadata.mkdir()
    (metadata / 'METADATA').write_text(
        'Metadata-Version: 2.1\nName: acme\nVersion: 5.2.0\n'
    )
    with open(metadata / 'entry_points.txt', 'w', encoding='utf-8') as file:
        entry_points().write(file)
    done = command_line.run_python(
        INSTALLED, PYTHONPATH=f'{tmp_path}:{EXAMPLE}', HOME=str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('flush_disks_twice not-affected')
    assert '#flush_disks_twice = false\n' in done.stdout


def test_both_forms_of_entry_points_are_the_same() -> None:
    text = (DOCS / 'how-to/developer/publish-a-catalogue.rst').read_text()
    [block] = re.findall(r'code-block:: toml\n\n((?:    .*\n|\n)+)', text)
    project = tomllib.loads(re.sub('(?m)^    ', '', block))['project']
    found = {
        'console_scripts': project['scripts'],
        **project['entry-points'],
    }
    points = entry_points()
    assert found == {group: dict(points[group]) for group in points.sections()}
