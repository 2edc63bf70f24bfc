# SPDX-License-Identifier: Apache-2.0
"""How the built documentation looks at each width, and on paper."""

from collections.abc import Iterator
import os
import pathlib
import re
import subprocess
import sys

import pytest

from tests import capabilities
from tests import real_nova
from tests.functional import browser
from tests.functional.browser import Page

pytestmark = [capabilities.needs_browser, capabilities.needs_theme]

ROOT = pathlib.Path(__file__).parents[2]
#: Where ``tox -e docs`` has built the pages; otherwise they are built here.
_BUILT = 'WORKAROUNDS_TEST_PAGES'
#: Pages with tables, code and options.
PAGES = [
    'index.html',
    'reference/command.html',
    'reference/diagnostics.html',
    'reference/nova.html',
]


#: A telephone may show a part of a table, which scrolls in its place.
_HIDDEN_OF_TABLES = """
return Array.from(document.querySelectorAll('.table-wrapper')).reduce(
  (sum, it) => sum + it.scrollWidth - it.clientWidth, 0);
"""


@pytest.fixture(scope='module')
def built(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    if _BUILT in os.environ:
        return pathlib.Path(os.environ[_BUILT])
    root = tmp_path_factory.mktemp('docs')
    sphinx = [sys.executable, '-m', 'sphinx', '-q', '-b', 'html']
    subprocess.run(
        [*sphinx, '-d', root / 'trees', ROOT / 'doc/source', root / 'html'],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    return root / 'html'


@pytest.fixture(scope='module')
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser.start(tmp_path_factory.mktemp('profile')) as driver:
        yield Page(driver)


def test_nothing_is_wider_than_the_page(
    page: Page, built: pathlib.Path
) -> None:
    paths = sorted(built.rglob('*.html'))
    assert len(paths) > 20
    overflows = {}
    for path in paths:
        page.open(path)
        for width in browser.WIDTHS:
            page.resize(width)
            tables = page.run(_HIDDEN_OF_TABLES) if width >= 800 else 0
            overflows[path.name, width] = page.overflow() + tables
    assert {where: by for where, by in overflows.items() if by} == {}


@pytest.mark.parametrize('name', PAGES)
@pytest.mark.parametrize('scheme', browser.SCHEMES)
def test_all_text_has_the_contrast_of_wcag_aa(
    page: Page, built: pathlib.Path, scheme: str, name: str
) -> None:
    page.open(built / name, scheme=scheme)
    found = page.contrasts()
    assert len(found) > 10
    assert {name: at for name, at in found.items() if at < 4.5} == {}


@capabilities.needs_poppler
def test_the_table_of_a_catalogue_is_printed(
    page: Page, built: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    page.open(built / 'reference/nova.html', scheme='dark')
    page.print(tmp_path / 'nova.pdf')
    pages = browser.printed_pages(tmp_path / 'nova.pdf')
    text = re.sub(r'\s', '', ''.join(pages))
    # In the table, and as a title.
    assert [name for name in real_nova.NAMES if text.count(name) < 2] == []
    assert min(browser.shares_of_light(tmp_path / 'nova.pdf')) > 0.8
