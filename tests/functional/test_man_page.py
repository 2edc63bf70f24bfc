# SPDX-License-Identifier: Apache-2.0
"""The man page has every subcommand and every option."""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

from workarounds.cli import app
from workarounds.cli import subcommands

SOURCE = pathlib.Path(__file__).parents[2] / 'doc/source'
#: The parts of doc/source/conf.py that need no theme.
CONF = """
extensions = ['cliff.sphinxext']
autoprogram_cliff_app_dist_name = 'workarounds'
smartquotes = False
# The other pages are not here.
suppress_warnings = ['ref.doc']
man_pages = [('index', 'workarounds', 'what it is', '', 1)]
"""


@pytest.fixture(scope='module')
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the man page, without the marks of its formatting."""
    directory = tmp_path_factory.mktemp('man')
    (directory / 'conf.py').write_text(CONF)
    shutil.copy(SOURCE / 'reference/command.rst', directory / 'index.rst')
    subprocess.run(
        [sys.executable, '-m', 'sphinx', '-q', '-W', '-b', 'man', '.', 'out'],
        check=True,
        cwd=directory,
    )
    text = (directory / 'out/workarounds.1').read_text()
    return re.sub(r'\\f[BIPR]|\\f\[.+?\]', '', text).replace('\\-', '-')


def sections(page: str, macro: str) -> dict[str, str]:
    """Return the parts of a page by their titles."""
    _, *parts = re.split(rf'^\.{macro} (.+)$', page, flags=re.MULTILINE)
    titles = [title.strip('"') for title in parts[::2]]
    return dict(zip(titles, parts[1::2], strict=True))


def options(text: str) -> set[str]:
    """Return the options that a part describes."""
    described = re.findall(r'^\.B (-.+)$', text, re.MULTILINE)
    return set(re.findall(r'(?<!\S)--?[\w-]+', '\n'.join(described)))


def shown(parser: argparse.ArgumentParser) -> set[str]:
    """Return the options of a parser, but those for help and hidden ones."""
    return {
        option
        for action in parser._actions
        if action.help != argparse.SUPPRESS
        for option in action.option_strings
        if option not in ('-h', '--help')
    }


def test_it_has_the_usual_sections(page: str) -> None:
    assert [title.upper() for title in sections(page, 'SH')] == [
        'NAME',
        'SYNOPSIS',
        'DESCRIPTION',
        'OPTIONS',
        'SUBCOMMANDS',
        'EXIT CODES',
        'FORMATS',
        'FILES',
        'ENVIRONMENT',
        'EXAMPLES',
        'SEE ALSO',
    ]


def test_options_keep_both_dashes_in_sentences() -> None:
    configuration = (SOURCE / 'conf.py').read_text()
    assert 'smartquotes = False\n' in configuration


def test_it_has_every_global_option(page: str) -> None:
    known = shown(app.Application().parser)
    assert known - options(sections(page, 'SH')['OPTIONS']) == set()


def test_it_has_every_subcommand_and_its_options(page: str) -> None:
    application = app.Application()
    found = sections(sections(page, 'SH')['SUBCOMMANDS'], 'SS')
    names = {name for name, _ in application.command_manager} - {'help'}
    assert set(found) == names
    for name in names:
        known = shown(subcommands.parser_of(application, name))
        assert known - options(found[name]) == set(), name
