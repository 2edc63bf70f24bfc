# SPDX-License-Identifier: Apache-2.0
"""The page in a real browser, with a mouse and with a keyboard."""

from collections.abc import Iterator
from collections.abc import Sequence
import datetime
import pathlib
import re
from typing import Any

import pytest
from selenium import webdriver
from selenium.common import exceptions
from selenium.webdriver.common import keys
from selenium.webdriver.support import ui

from tests import capabilities
from tests.advice import rows
from tests.functional import browser
from tests.functional import command_line
import workarounds
from workarounds.advice import Assessment
from workarounds.advice import Column
from workarounds.advice import Matrix
from workarounds.advice import Platform
from workarounds.advice import Row
from workarounds.advice import Service
from workarounds.advice.render import page as render_page

pytestmark = capabilities.needs_browser

EVIL = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} '
    '</script></style><b>'
)
_ASIDE = re.compile(r'\n(for [\w: .]+\n)?([\w./]+org\S*|about \w+)(\n(?=\)))?')
#: The platforms of the table, their order, and whether they are over.
PLATFORMS = {'debian:12': True, 'debian:13': False, 'ubuntu:24.04': False}
AT_FIRST = ['wait', 'flush', 'keep', 'announce']


def cell(state: str) -> Assessment:
    link = 'https://tracker.example.org/'
    return rows.platform(state, 'qemu 2.2', link, f'because it is {state}')


def row(
    name: str,
    status: str,
    cells: Sequence[str] = (),
    *,
    why: str = 'so it is',
    is_expired: bool = False,
    **fields: Any,
) -> Row:
    facts: dict[str, Any] = {
        'name': name,
        'summary': f'Does {name}.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    is_blocked = status == 'blocked'
    return Row(
        workarounds.Workaround(**facts | fields),
        rows.removal(
            status,
            why,
            ['debian:13'] if is_blocked else [],
            datetime.date(2028, 8, 9) if is_blocked else None,
        ),
        is_expired,
        dict(zip(PLATFORMS, map(cell, cells), strict=False)),
        'nova',
        'nova',
    )


ROWS = (
    row(
        'wait',
        'removable',
        ['unfixed', 'fixed', 'not-affected'],
        expires='36.0.0',
        bugs=['https://bugs.example.org/4711'],
    ),
    row(
        'keep',
        'unknown',
        ['fixed', 'unknown', 'fixed'],
        expires=datetime.date(2026, 1, 1),
        is_expired=True,
    ),
    row(
        'flush',
        'blocked',
        ['unfixed', 'unfixed', 'unfixed'],
        expires='4.0.0',
        weakens_security=True,
        deprecated_since='33.0.0',
        deprecated_reason='it goes',
    ),
    row(
        'announce',
        'unknown',
        expires=workarounds.Never('it is a setting'),
        bugs=workarounds.Unstated('none was filed'),
    ),
)
HOSTILE = (
    row(
        'hostile',
        'blocked',
        ['fixed'],
        why=f'{EVIL} javascript:alert(1) https://e.org/"><img/src=x> x',
        summary=f'{EVIL} \u202e\x1b[31m \u05d0 ' + 'x' * 5000,
        bugs=[f'https://x.example.org/{EVIL.replace(" ", "")}'],
        description=EVIL,
    ),
)


def html(rows: Sequence[Row], titles: dict[str, str] | None = None) -> str:
    columns = [
        Column(
            Platform(name, (titles or {}).get(name, name), 'dpkg', 'a page'),
            datetime.date(2026 if is_over else 2028, 8, 9),
            is_over,
            'https://example.org/support',
        )
        for name, is_over in PLATFORMS.items()
    ]
    gone = workarounds.RemovedWorkaround(
        name='gone', options=['gone'], removed_in='20.0.0', reason='It went.'
    )
    return render_page.render(
        Matrix(
            datetime.date(2026, 11, 23),
            Service('nova', 'Nova', {}, 'nova'),
            '34.0.0',
            columns,
            rows,
            [gone],
        )
    )


class Page(browser.Page):
    """The status page in the browser."""

    def __init__(
        self, driver: webdriver.Chrome, directory: pathlib.Path
    ) -> None:
        super().__init__(driver)
        self.path = directory / 'status.html'
        self.path.write_text(html(ROWS), encoding='utf-8')

    def show(self, text: str | None = None, **how: Any) -> None:
        if text is not None:
            self.path.write_text(text, encoding='utf-8')
        self.open(self.path, **how)

    def texts(self, selector: str) -> list[str]:
        """Return the visible text, without the text for screen readers."""
        return [_ASIDE.sub('', text) for text in super().texts(selector)]

    def names(self) -> list[str]:
        """Return the names of the visible rows, from the top."""
        return [
            str(row.get_attribute('id'))
            for row in self.find_all('[data-status] tr[id]')
            if row.is_displayed()
        ]

    def shows(self, *names: str) -> None:
        """Wait until exactly these rows are visible, in this order."""
        wait = ui.WebDriverWait(self.driver, command_line.PATIENCE / 6)
        wait.until(
            lambda _: self.names() == list(names), f'{names} are not shown'
        )
        counted = f'{len(names)} of {len(AT_FIRST)}'
        assert self.find('#find-count').text == counted

    def write(self, text: str) -> None:
        # As a person does; clear() tells a page nothing.
        field = self.find('#find-text')
        field.send_keys(keys.Keys.CONTROL, 'a')
        field.send_keys(text or keys.Keys.DELETE)


@pytest.fixture(scope='module')
def driver(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[webdriver.Chrome]:
    with browser.start(tmp_path_factory.mktemp('profile')) as started:
        yield started


@pytest.fixture
def page(driver: webdriver.Chrome, tmp_path: pathlib.Path) -> Iterator[Page]:
    opened = Page(driver, tmp_path)
    opened.show()
    yield opened
    assert opened.complaints() == []


def test_the_answer_is_what_is_read_first(page: Page) -> None:
    assert page.driver.title == 'Workarounds of Nova 34.0.0'
    assert page.texts('header > :not(#find-controls)') == [
        'Workarounds of Nova 34.0.0',
        'As of 2026-11-23.',
        '1 of 4 workarounds may be deleted.',
        'removable 1\nblocked 1\nunknown 2\nexpired 1\n'
        'Platforms\nRemoved\nWhat the words mean',
    ]
    [command] = page.find_all('.commands code')
    assert command.text == 'workarounds --namespace nova retire wait .'
    assert command.rect['y'] + command.rect['height'] < 400


def test_a_section_says_all_of_each_row(page: Page) -> None:
    assert page.texts('[data-status="blocked"] h2') == ['Blocked 1']
    assert page.texts('[data-status="blocked"] thead th') == [
        'Workaround',
        'What it waits for',
    ]
    assert [text.split('\n') for text in page.texts('#flush > *')] == [
        [
            'flush',
            'Does flush.',
            'expires 4.0.0',
            'weakens security',
            'deprecated',
            'bug 1',
        ],
        ['debian:13, until 2028-08-09', f'{rows.REMOVAL}so it is', 'More'],
    ]
    assert 'expired 2026-01-01' in page.find('#keep').text
    assert page.texts('#status-platforms ~ table tbody tr') == [
        'debian:12 debian:12 ended 2026-08-09 (source) nothing',
        'debian:13 debian:13 until 2028-08-09 (source) flush; not known: keep',
        'ubuntu:24.04 ubuntu:24.04 until 2028-08-09 (source) nothing',
    ]
    assert page.texts('#gone > *') == [
        'gone',
        '[workarounds] gone',
        '20.0.0',
        'It went.',
    ]


def test_more_is_known_of_a_row_that_is_opened(page: Page) -> None:
    details = page.find('#keep dl')
    assert not details.is_displayed()
    page.find('#keep summary').click()
    [text] = page.texts('#keep dl')
    assert text.split('\n') == [
        'Option',
        '[workarounds] keep',
        'Fixed in',
        'never: nobody works on it',
        'Expires',
        'on 2026-01-01',
        'debian:12',
        f'fixed {rows.PLATFORM}because it is fixed (source)',
        'debian:13',
        f'unknown {rows.PLATFORM}because it is unknown (source)',
        'ubuntu:24.04',
        f'fixed {rows.PLATFORM}because it is fixed (source)',
    ]
    page.find('#announce summary').click()
    assert 'never (it is a setting)' in page.texts('#announce dd')


def test_links_lead_where_they_say(page: Page) -> None:
    page.unfold()
    links = {
        text: link.get_attribute('href')
        for text, link in zip(
            page.texts('#wait a'), page.find_all('#wait a'), strict=True
        )
    }
    assert links == {
        'bug 4711': 'https://bugs.example.org/4711',
        'source': 'https://tracker.example.org/',
    }


def test_a_link_to_a_section_shows_its_rows(page: Page) -> None:
    page.find('nav [href="#status-unknown"]').click()
    top = page.run(
        'return arguments[0].getBoundingClientRect().y',
        page.find('#status-unknown'),
    )
    assert 0 <= top < 300


@pytest.mark.parametrize(
    ('text', 'names'),
    [
        ('FLUSH', ['flush']),
        ('does', AT_FIRST),
        ('  does   keep ', ['keep']),
        ('4711', ['wait']),
        ('bugs.example.org/4711', ['wait']),
        ('blocked debian:13', ['flush']),
        ('removable', ['wait']),
        ('unknown', ['keep', 'announce']),
        ('weakens security', ['flush']),
        ('expired', ['keep']),
        ('not affected', ['wait']),
        ('nothing of that', []),
        ('.*', []),
    ],
)
def test_it_finds_text(page: Page, text: str, names: list[str]) -> None:
    page.write(text)
    page.shows(*names)
    page.write('')
    page.shows(*AT_FIRST)


def test_what_has_no_row_left_is_not_seen(page: Page) -> None:
    page.write('flush')
    page.shows('flush')
    assert [
        section.get_attribute('data-status')
        for section in page.find_all('section[data-status]')
        if section.is_displayed()
    ] == ['blocked']


def focus(page: Page) -> str:
    return str(
        page.run(
            'const it = document.activeElement;'
            'return it.id || it.getAttribute("href") || it.textContent'
        )
    )


def test_a_keyboard_is_enough(page: Page) -> None:
    reached: list[str] = []
    while 'More about wait' not in reached and len(reached) < 12:
        page.strike(keys.Keys.TAB)
        reached.append(focus(page))
        style = page.run(
            'const it = getComputedStyle(document.activeElement);'
            'return [it.outlineStyle, parseFloat(it.outlineWidth)]'
        )
        assert style == ['solid', 2]
    assert reached == [
        '#status-removable',
        '#status-blocked',
        '#status-unknown',
        '#status-platforms',
        '#status-removed',
        '#status-legend',
        'find-text',
        'https://bugs.example.org/4711',
        'More about wait',
    ]
    page.strike(keys.Keys.ENTER)
    assert page.find('#wait dl').is_displayed()
    page.find('#find-text').send_keys('does keep')
    page.shows('keep')


def test_the_address_keeps_what_was_looked_for(page: Page) -> None:
    page.write('does keep')
    page.strike(keys.Keys.TAB)
    page.shows('keep')
    anchor = page.driver.current_url.partition('#')[2]
    assert anchor == 'find=does+keep'
    page.show(anchor=f'#{anchor}')
    page.shows('keep')
    assert page.find('#find-text').get_attribute('value') == 'does keep'


@pytest.mark.parametrize(
    'anchor', ['#status=some&sort=x', '#find=', '#%', '#=', '#nobody']
)
def test_an_address_that_makes_no_sense_shows_all(
    page: Page, anchor: str
) -> None:
    page.show(anchor=anchor)
    page.shows(*AT_FIRST)


def test_a_link_to_a_row_shows_it_though_it_was_left_out(page: Page) -> None:
    page.write('wait')
    page.shows('wait')
    page.find('[href="#flush"]').click()
    page.shows(*AT_FIRST)
    assert page.driver.current_url.endswith('#flush')


@pytest.mark.parametrize('width', browser.WIDTHS)
def test_hostile_text_is_text(page: Page, width: int) -> None:
    titles = {'debian:12': EVIL, 'debian:13': 'x' * 5000}
    page.show(html(HOSTILE, titles), width=width)
    with pytest.raises(exceptions.NoAlertPresentException):
        _ = page.driver.switch_to.alert.text
    page.unfold()
    for place in ('#hostile > th', '#hostile > td', '#hostile dl'):
        assert EVIL in page.find(place).text
    summary = page.find('#hostile p').text
    assert r'\u202e\x1b[31m' in summary
    assert page.find_all('img, script:not(:last-child)') == []
    protocols = page.run(
        'return Array.from(document.links, (link) => link.protocol)'
    )
    assert set(protocols) == {'file:', 'https:'}
    ours = page.run('return document.querySelectorAll(\'[href^="#"]\').length')
    assert protocols.count('file:') == ours
    assert page.overflow() == 0


def test_each_word_has_a_sign_besides_its_colour(page: Page) -> None:
    signs = page.run(
        "return Array.from(document.querySelectorAll('b'), (one) => "
        "[one.className, getComputedStyle(one, '::before').content])"
    )
    assert all(sign not in ('none', 'normal') for _, sign in signs)
    by_word = dict(signs)
    for words in (
        ('removable', 'blocked', 'unknown', 'expired'),
        ('fixed', 'not-affected', 'unfixed', 'unknown'),
    ):
        assert len({by_word[word] for word in words}) == 4


def test_the_page_loads_no_other_file(page: Page) -> None:
    entries = page.run(
        "return performance.getEntriesByType('resource').map((it) => it.name)"
    )
    assert entries == []


def test_no_other_script_runs_in_it(page: Page) -> None:
    ran = page.run(
        """
        const script = document.createElement('script');
        script.textContent = 'window.ran = 1';
        document.body.append(script);
        document.body.setAttribute('style', 'color: red');
        return [window.ran, document.body.style.color];
        """
    )
    assert ran == [None, '']
    assert len(page.complaints()) == 2


def test_without_script_all_is_there_and_nothing_that_needs_it(
    page: Page,
) -> None:
    page.show(has_script=False, anchor='#find=flush')
    assert page.names() == AT_FIRST
    assert not page.find('#find-controls').is_displayed()
    page.find('#keep summary').click()
    assert page.find('#keep dl').is_displayed()


def test_no_workarounds_at_all(page: Page) -> None:
    page.show(html([]))
    assert page.find('.answer').text == 'There are no workarounds.'
    assert page.texts('#gone > *')[0] == 'gone'
