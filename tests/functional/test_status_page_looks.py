# SPDX-License-Identifier: Apache-2.0
"""How the page of Nova looks at each width, how it is read aloud and printed.

It is the one that the command writes.
"""

from collections.abc import Iterator
import pathlib
import re

import pytest
from selenium.webdriver.common import keys

from tests import capabilities
from tests import real_nova
from tests.functional import browser
from tests.functional import command_line
from tests.functional.browser import Page
from workarounds.catalogs import nova
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.removed import RemovedWorkaround

pytestmark = capabilities.needs_browser

REMOVED = [
    each.name
    for each in nova.CATALOGUE.declarations
    if isinstance(each, RemovedWorkaround)
]


@pytest.fixture(scope='module')
def path(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    path = tmp_path_factory.mktemp('page') / 'status.html'
    done = command_line.run(
        *('--namespace', 'nova', '--service-version', real_nova.VERSION),
        *('matrix', '--as-of', '2026-11-23', '--output', path),
    )
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope='module')
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browser.start(tmp_path_factory.mktemp('profile')) as driver:
        yield Page(driver)


@pytest.fixture
def page(opened: Page) -> Iterator[Page]:
    yield opened
    assert opened.complaints() == []


@pytest.mark.parametrize('has_script', [True, False])
@pytest.mark.parametrize('width', [320, *browser.WIDTHS])
def test_the_page_never_scrolls_sideways(
    page: Page, path: pathlib.Path, width: int, has_script: bool
) -> None:
    page.open(path, width=width, has_script=has_script)
    assert page.overflow() == 0
    for details in page.find_all('summary'):
        details.click()
    assert page.overflow() == 0


@pytest.mark.parametrize('width', browser.WIDTHS)
def test_no_part_of_the_page_scrolls_by_itself(
    page: Page, path: pathlib.Path, width: int
) -> None:
    page.open(path, width=width)
    page.unfold()
    scrolling = page.run(
        """
        return Array.from(document.querySelectorAll('main *')).filter((it) => {
          const style = getComputedStyle(it);
          return /auto|scroll/.test(style.overflowX + style.overflowY);
        }).map((it) => it.outerHTML.slice(0, 80));
        """
    )
    assert scrolling == []


@pytest.mark.parametrize('width', browser.WIDTHS)
@pytest.mark.parametrize('scheme', browser.SCHEMES)
def test_all_text_has_the_contrast_of_wcag_aa(
    page: Page, path: pathlib.Path, scheme: str, width: int
) -> None:
    page.open(path, scheme=scheme, width=width, anchor='#disable_rootwrap')
    found = page.contrasts()
    assert len(found) > 20
    assert {name: at for name, at in found.items() if at < 4.5} == {}


@pytest.mark.parametrize('scheme', browser.SCHEMES)
def test_it_is_dark_where_people_want_it_dark(
    page: Page, path: pathlib.Path, scheme: str
) -> None:
    page.open(path, scheme=scheme)
    colour = page.run('return getComputedStyle(document.body).backgroundColor')
    parts = [int(part) for part in colour[4:-1].split(',')]
    assert max(parts) < 64 if scheme == 'dark' else min(parts) > 192


@pytest.mark.parametrize('scheme', browser.SCHEMES)
def test_what_has_the_focus_is_marked_in_a_visible_colour(
    page: Page, path: pathlib.Path, scheme: str
) -> None:
    page.open(path, scheme=scheme)
    page.strike(keys.Keys.TAB)
    style, width, *colours = page.run(
        'const it = getComputedStyle(document.activeElement);'
        'return [it.outlineStyle, it.outlineWidth, it.outlineColor,'
        '        getComputedStyle(document.body).backgroundColor]'
    )
    assert (style, width) == ('solid', '2px')
    # WCAG wants 3 for what is no text.
    assert browser.contrast(*colours) >= 3


@pytest.mark.parametrize('width', browser.WIDTHS)
def test_headings_lead_through_the_page(
    page: Page, path: pathlib.Path, width: int
) -> None:
    page.open(path, width=width)
    names = [name for role, name in page.accessible() if role == 'heading']
    assert [re.sub(r' \d+$', '', name) for name in names] == [
        'Workarounds of Nova 34.0.0',
        'Removable',
        'Blocked',
        'Unknown',
        'Choice',
        'Platforms',
        'Removed',
        'What the words mean',
    ]
    assert page.run('return document.documentElement.lang') == 'en'
    assert page.run('return innerWidth') == width


def test_tables_are_read_aloud_as_tables_at_each_width(
    page: Page, path: pathlib.Path
) -> None:
    roles = []
    for width in browser.WIDTHS:
        page.open(path, width=width)
        roles.append(page.table_roles())
    assert roles[0] == roles[1] == roles[2]
    found = [role for role, _ in roles[0]]
    assert found.count('table') == found.count('caption') == 6
    captions = [name for role, name in roles[0] if role == 'table']
    assert len(set(captions)) == 6
    assert '' not in captions
    assert found.count('columnheader') == 4 * 2 + 3 + 4
    rows = len(real_nova.NAMES)
    groups = len(page.find_all('.heading'))
    assert groups >= 5
    assert found.count('rowheader') == rows + groups + 4 + len(REMOVED)
    assert found.count('cell') == rows + 4 * 2 + len(REMOVED) * 3


def test_each_control_has_a_name_of_its_own(
    page: Page, path: pathlib.Path
) -> None:
    page.open(path)
    named = page.accessible()
    more = [name for role, name in named if role == 'DisclosureTriangle']
    assert sorted(more) == sorted(
        f'More about {name}' for name in real_nova.NAMES
    )
    assert ('searchbox', 'Find') in named


def test_links_of_one_name_lead_to_one_place(
    page: Page, path: pathlib.Path
) -> None:
    page.open(path)
    page.unfold()
    leads: dict[str, set[str]] = {}
    for name, address in page.links():
        leads.setdefault(name, set()).add(address)
    assert len(leads) > 20
    assert {name: to for name, to in leads.items() if len(to) > 1} == {}
    assert (
        'source for enable_numa_live_migration '
        'opendev.org/…/service.py#L287' in leads
    )


def test_no_address_is_seen_on_the_screen(
    page: Page, path: pathlib.Path
) -> None:
    page.open(path)
    page.unfold()
    assert '://' not in page.find('body').text


@pytest.fixture(scope='module')
def printed(
    opened: Page, path: pathlib.Path, tmp_path_factory: pytest.TempPathFactory
) -> pathlib.Path:
    """The page as printed in colour from a dark screen."""
    printed = tmp_path_factory.mktemp('paper') / 'status.pdf'
    opened.open(path, scheme='dark')
    opened.print(printed)
    return printed


def squeezed(text: str) -> str:
    """Return a text without blanks, which stand where a line is broken."""
    return re.sub(r'\s', '', text)


@capabilities.needs_poppler
def test_all_is_printed(printed: pathlib.Path) -> None:
    text = squeezed(''.join(browser.printed_pages(printed)))
    declared = [each.name for each in nova.CATALOGUE.declarations]
    assert [name for name in declared if name not in text] == []
    assert squeezed('nova retire disable_libvirt_livesnapshot .') in text


@capabilities.needs_poppler
def test_no_row_is_printed_on_two_pages(printed: pathlib.Path) -> None:
    pages = list(map(squeezed, browser.printed_pages(printed)))
    assert len(pages) > 2
    for declaration in nova.CATALOGUE.declarations:
        if not isinstance(declaration, Workaround):
            continue
        # The beginning of its row, and near the end of what is folded on a
        # screen.
        texts = [declaration.summary, declaration.description]
        found = [
            [squeezed(text) in page for page in pages]
            for text in texts
            if text
        ]
        assert sum(found[0]) == 1
        assert all(places == found[0] for places in found)


@capabilities.needs_poppler
def test_the_head_of_a_table_is_repeated_on_each_page(
    printed: pathlib.Path,
) -> None:
    for text in browser.printed_pages(printed):
        lines = text.splitlines()
        rows = [line for line in lines if line.startswith('Introduced ')]
        heads = [line for line in lines if line.startswith('Workaround ')]
        assert bool(heads) >= bool(rows)
        # None is left alone at the end of a page.
        assert not lines[-1].startswith('Workaround ')


@capabilities.needs_poppler
def test_links_say_on_paper_where_they_lead(printed: pathlib.Path) -> None:
    text = squeezed(''.join(browser.printed_pages(printed)))
    assert 'bug1415106,bugs.launchpad.net' in text
    assert 'source,opendev.org/…/service.py#L287' in text


@capabilities.needs_poppler
def test_paper_is_light(printed: pathlib.Path) -> None:
    shares = browser.shares_of_light(printed)
    assert len(shares) > 2
    assert min(shares) > 0.8
