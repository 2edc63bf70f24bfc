# SPDX-License-Identifier: Apache-2.0
"""The page, as a person and a keyboard have it in a real browser."""

from collections.abc import Iterator
from collections.abc import Sequence
import datetime
import pathlib
from typing import Any

import pytest
from selenium import webdriver
from selenium.common import exceptions
from selenium.webdriver.chrome import service
from selenium.webdriver.common import action_chains
from selenium.webdriver.common import by
from selenium.webdriver.common import keys
from selenium.webdriver.remote import webelement
from selenium.webdriver.support import ui

from tests import capabilities
from tests.advice import rows
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

_ARGUMENTS = (
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
)
EVIL = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> {{7*7}} '
    '</script></style><b>'
)
#: The platforms of the table, their order, and whether they are over.
PLATFORMS = {'debian:12': True, 'debian:13': False, 'ubuntu:24.04': False}
AT_FIRST = ['wait', 'keep', 'flush', 'announce']


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
            Service('nova', 'Nova', {}),
            '34.0.0',
            columns,
            rows,
            [gone],
        )
    )


class Page:
    """A page in the browser, with what a person can do to it."""

    def __init__(
        self, driver: webdriver.Chrome, directory: pathlib.Path
    ) -> None:
        self.driver = driver
        self.path = directory / 'status.html'
        self.path.write_text(html(ROWS), encoding='utf-8')

    def open(
        self,
        text: str | None = None,
        *,
        anchor: str = '',
        width: int = 1280,
        scheme: str = 'light',
        has_script: bool = True,
    ) -> None:
        if text is not None:
            self.path.write_text(text, encoding='utf-8')
        size = {'width': width, 'height': 800, 'deviceScaleFactor': 1}
        for command, arguments in (
            ('setDeviceMetricsOverride', size | {'mobile': width < 700}),
            (
                'setEmulatedMedia',
                {
                    'features': [
                        {'name': 'prefers-color-scheme', 'value': scheme}
                    ]
                },
            ),
            ('setScriptExecutionDisabled', {'value': not has_script}),
        ):
            self.driver.execute_cdp_cmd(f'Emulation.{command}', arguments)
        # Else a change of the anchor alone would load nothing.
        self.driver.get('about:blank')
        self.driver.get(f'{self.path.as_uri()}{anchor}')

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> webelement.WebElement:
        return self.driver.find_element(by.By.CSS_SELECTOR, selector)

    def find_all(self, selector: str) -> list[webelement.WebElement]:
        return self.driver.find_elements(by.By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.find_all(selector)]

    def names(self) -> list[str]:
        """Return the names of the rows that are seen, from the top."""
        return [
            str(row.get_attribute('id'))
            for row in self.find_all('#status-table tbody tr')
            if row.is_displayed()
        ]

    def shows(self, *names: str) -> None:
        """Wait until these rows are seen, in this order, and no other."""
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

    def choose(self, status: str) -> None:
        # The circle is not seen, its label is.
        self.find(f'[value="{status}"] + span').click()

    def press(self, column: str) -> None:
        self.find(f'[data-column="{column}"] button').click()

    def sorting(self) -> dict[str, str | None]:
        return {
            str(header.get_attribute('data-column')): header.get_attribute(
                'aria-sort'
            )
            for header in self.find_all('[aria-sort]')
            if header.get_attribute('aria-sort') != 'none'
        }

    def strike(self, *struck: str) -> None:
        chain = action_chains.ActionChains(self.driver)
        chain.send_keys(*struck).perform()

    def overflow(self, width: int) -> int:
        """Return by how much the page itself scrolls sideways, in pixels."""
        seen, whole = self.run(
            'const root = document.documentElement;'
            'return [root.clientWidth, root.scrollWidth]'
        )
        # Some of it can be a scroll bar.
        assert width - 20 < seen <= width
        return int(whole - seen)

    def complaints(self) -> list[str]:
        """Return what the console got since somebody last asked."""
        return [
            entry['message']
            for entry in self.driver.get_log('browser')  # type: ignore[no-untyped-call]  # selenium has no type for it
            if entry['level'] == 'SEVERE'
        ]


@pytest.fixture(scope='module')
def driver(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(capabilities.BROWSER)
    profile = tmp_path_factory.mktemp('profile')
    for argument in (*_ARGUMENTS, f'--user-data-dir={profile}'):
        options.add_argument(argument)
    options.set_capability('goog:loggingPrefs', {'browser': 'ALL'})
    # With its path given, selenium looks for no driver elsewhere.
    started = webdriver.Chrome(
        options, service.Service(str(capabilities.DRIVER))
    )
    try:
        yield started
    finally:
        started.quit()


@pytest.fixture
def page(driver: webdriver.Chrome, tmp_path: pathlib.Path) -> Iterator[Page]:
    opened = Page(driver, tmp_path)
    opened.open()
    yield opened
    assert opened.complaints() == []


def test_the_answer_is_what_is_read_first(page: Page) -> None:
    assert page.driver.title == 'Workarounds of Nova 34.0.0'
    assert page.texts('header > *')[:5] == [
        'Workarounds of Nova 34.0.0',
        'As of 2026-11-23.',
        '1 of 4 workarounds may be deleted:',
        'wait',
        'blocked 1\nunknown 2\nchoice 0\nexpired 1',
    ]
    answer = page.find('.names a')
    answer.click()
    assert page.driver.current_url.endswith('#wait')
    bottom = page.run('return arguments[0].getBoundingClientRect().y', answer)
    assert bottom < 300


def test_the_table_says_all_of_each_row(page: Page) -> None:
    heads = [text.split('\n') for text in page.texts('#status-table thead th')]
    assert heads == [
        ['Workaround'],
        ['Status'],
        ['Fixed in'],
        ['Expires'],
        ['debian:12', 'debian:12', 'ended 2026-08-09'],
        ['debian:13', 'debian:13', 'until 2028-08-09'],
        ['ubuntu:24.04', 'ubuntu:24.04', 'until 2028-08-09'],
    ]
    cells = [text.split('\n') for text in page.texts('#flush > *')]
    assert cells == [
        [
            'flush',
            'Does flush.',
            'weakens security',
            'deprecated',
            'bug 1',
            'more',
        ],
        [
            'blocked',
            'by debian:13, until 2028-08-09',
            f'{rows.REMOVAL}so it is',
        ],
        ['never'],
        ['4.0.0'],
        ['unfixed', 'qemu 2.2'],
        ['unfixed', 'qemu 2.2'],
        ['unfixed', 'qemu 2.2'],
    ]
    assert page.texts('#keep > *')[3] == '2026-01-01 expired'
    assert page.texts('#wait > *')[4:] == [
        'unfixed\nqemu 2.2',
        'fixed\nqemu 2.2',
        'not affected\nqemu 2.2',
    ]
    assert page.texts('#announce > *')[4:] == ['', '', '']
    assert page.texts('#gone > *') == [
        'gone',
        '[workarounds] gone',
        '20.0.0',
        'It went.',
    ]


def test_a_state_opens_and_says_why(page: Page) -> None:
    why = page.find('#keep td:nth-of-type(5) p')
    assert not why.is_displayed()
    page.find('#keep td:nth-of-type(5) summary').click()
    assert why.text == f'{rows.PLATFORM}because it is unknown'
    page.find('#announce th summary').click()
    assert 'never (it is a setting)' in page.texts('#announce dd')


def test_links_lead_where_they_say(page: Page) -> None:
    links = {
        link.text: link.get_attribute('href')
        for link in page.find_all('#wait a')
    }
    assert links == {
        'bug 4711': 'https://bugs.example.org/4711',
        'qemu 2.2': 'https://tracker.example.org/',
    }


def test_at_first_the_urgent_ones_are_on_top(page: Page) -> None:
    page.shows(*AT_FIRST)
    assert page.sorting() == {}


@pytest.mark.parametrize(
    ('text', 'names'),
    [
        ('FLUSH', ['flush']),
        ('does', AT_FIRST),
        ('  does   keep ', ['keep']),
        ('4711', ['wait']),
        ('bugs.example.org/4711', ['wait']),
        ('blocked by debian:13', ['flush']),
        ('removable', ['wait']),
        ('weakens security', ['flush']),
        ('expired', ['keep']),
        ('nothing of that', []),
        ('.*', []),
    ],
)
def test_it_finds_text(page: Page, text: str, names: list[str]) -> None:
    page.write(text)
    page.shows(*names)
    page.write('')
    page.shows(*AT_FIRST)


@pytest.mark.parametrize(
    ('status', 'names'),
    [
        ('removable', ['wait']),
        ('blocked', ['flush']),
        ('unknown', ['keep', 'announce']),
        ('expired', ['keep']),
    ],
)
def test_it_shows_one_status(
    page: Page, status: str, names: list[str]
) -> None:
    page.choose(status)
    page.shows(*names)
    page.choose('')
    page.shows(*AT_FIRST)


def test_text_and_status_together(page: Page) -> None:
    page.choose('unknown')
    page.write('keep')
    page.shows('keep')
    page.choose('blocked')
    page.shows()


@pytest.mark.parametrize(
    ('column', 'up', 'down'),
    [
        (
            'name',
            ['announce', 'flush', 'keep', 'wait'],
            ['wait', 'keep', 'flush', 'announce'],
        ),
        (
            'status',
            ['wait', 'flush', 'keep', 'announce'],
            ['keep', 'announce', 'flush', 'wait'],
        ),
        (
            'expires',
            ['flush', 'wait', 'keep', 'announce'],
            ['announce', 'keep', 'wait', 'flush'],
        ),
        # What has no fix in a package is last, whichever way.
        (
            'debian:13',
            ['flush', 'keep', 'wait', 'announce'],
            ['wait', 'keep', 'flush', 'announce'],
        ),
        # The fixed and the unaffected differ; those alike stay as they were.
        (
            'ubuntu:24.04',
            ['flush', 'keep', 'wait', 'announce'],
            ['wait', 'keep', 'flush', 'announce'],
        ),
    ],
)
def test_it_sorts_both_ways_and_back(
    page: Page, column: str, up: list[str], down: list[str]
) -> None:
    page.press(column)
    page.shows(*up)
    assert page.sorting() == {column: 'ascending'}
    page.press(column)
    page.shows(*down)
    assert page.sorting() == {column: 'descending'}
    page.press(column)
    page.shows(*AT_FIRST)
    assert page.sorting() == {}


def test_it_sorts_what_it_found(page: Page) -> None:
    page.press('name')
    page.choose('unknown')
    page.shows('announce', 'keep')
    page.press('expires')
    page.shows('keep', 'announce')
    assert page.sorting() == {'expires': 'ascending'}


def focus(page: Page) -> str:
    return str(
        page.run(
            'const it = document.activeElement;'
            'return it.id || it.value || it.textContent'
        )
    )


def test_a_keyboard_is_enough(page: Page) -> None:
    reached: list[str] = []
    while 'find-text' not in reached and len(reached) < 10:
        page.strike(keys.Keys.TAB)
        reached.append(focus(page))
    assert reached == [
        'wait',
        'Workarounds',
        'Removed',
        'What the words mean',
        'find-text',
    ]
    page.strike('does')
    page.strike(keys.Keys.TAB, keys.Keys.ARROW_RIGHT, keys.Keys.ARROW_RIGHT)
    assert focus(page) == 'blocked'
    page.shows('flush')
    page.strike(keys.Keys.ARROW_RIGHT)
    page.shows('keep', 'announce')
    # Past the table, which a keyboard can scroll, to its first head.
    page.strike(keys.Keys.TAB, keys.Keys.TAB)
    assert focus(page) == 'Workaround'
    page.strike(keys.Keys.ENTER)
    page.shows('announce', 'keep')
    page.strike(keys.Keys.SPACE)
    page.shows('keep', 'announce')
    page.run("document.querySelector('#keep td summary').focus()")
    page.strike(keys.Keys.ENTER)
    assert page.find('#keep td summary + p').is_displayed()


def test_what_has_the_focus_is_marked(page: Page) -> None:
    page.strike(keys.Keys.TAB)
    style = page.run(
        'return getComputedStyle(document.activeElement).outlineStyle'
    )
    assert style == 'solid'


def test_the_address_keeps_what_was_looked_for(page: Page) -> None:
    page.write('does')
    page.choose('unknown')
    page.press('name')
    page.shows('announce', 'keep')
    anchor = page.driver.current_url.partition('#')[2]
    assert anchor == 'find=does&status=unknown&sort=name'
    page.open(anchor=f'#{anchor}')
    page.shows('announce', 'keep')
    assert page.find('#find-text').get_attribute('value') == 'does'
    assert page.sorting() == {'name': 'ascending'}


@pytest.mark.parametrize(
    'anchor', ['#status=some&sort=x', '#find=', '#%', '#=', '#nobody']
)
def test_an_address_that_makes_no_sense_shows_all(
    page: Page, anchor: str
) -> None:
    page.open(anchor=anchor)
    page.shows(*AT_FIRST)


def test_a_link_to_a_row_shows_it_though_it_was_left_out(page: Page) -> None:
    page.choose('blocked')
    page.shows('flush')
    page.find('.names a').click()
    page.shows(*AT_FIRST)
    assert page.find('[value=""]').is_selected()


@pytest.mark.parametrize('width', [360, 1280])
def test_hostile_text_is_text(page: Page, width: int) -> None:
    titles = {'debian:12': EVIL, 'debian:13': 'x' * 5000}
    page.open(html(HOSTILE, titles), width=width)
    with pytest.raises(exceptions.NoAlertPresentException):
        _ = page.driver.switch_to.alert.text
    for place in ('#hostile > th', '#hostile > td'):
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
    assert page.overflow(width) == 0


@pytest.mark.parametrize('has_script', [True, False])
@pytest.mark.parametrize('width', [320, 360, 699, 705, 1024])
def test_the_page_itself_never_scrolls_sideways(
    page: Page, width: int, has_script: bool
) -> None:
    page.open(width=width, has_script=has_script)
    assert page.overflow(width) == 0


def test_a_phone_shows_cards_that_say_what_is_what(page: Page) -> None:
    page.open(width=360)
    label = page.run(
        "const cell = document.querySelector('#wait td:nth-of-type(5)');"
        "return getComputedStyle(cell, '::before').content"
    )
    assert label == '"debian:13"'
    empty = page.find('#announce td:empty')
    assert not empty.is_displayed()
    page.press('name')
    page.shows('announce', 'flush', 'keep', 'wait')
    page.find('#wait td:nth-of-type(5) summary').click()
    assert 'because it is fixed' in page.find('#wait').text


_CONTRASTS = """
const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', {willReadFrequently: true});
function rgba(colour) {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return Array.from(context.getImageData(0, 0, 1, 1).data);
}
function luminance(colour) {
  const [r, g, b] = colour.slice(0, 3).map((part) => part / 255).map(
    (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function below(element) {
  for (let it = element; it; it = it.parentElement) {
    const colour = rgba(getComputedStyle(it).backgroundColor);
    if (colour[3] === 255) return colour;
  }
  throw new Error('nothing is below');
}
document.querySelectorAll('details').forEach((one) => { one.open = true; });
const found = {};
const pairs = [];
for (const one of document.body.querySelectorAll('*:not(script)')) {
  const says = Array.from(one.childNodes).some(
    (node) => node.nodeType === 3 && node.data.trim());
  if (says) pairs.push([one, getComputedStyle(one).color]);
}
const field = document.getElementById('find-text');
pairs.push([field, getComputedStyle(field, '::placeholder').color]);
for (const [one, colour] of pairs) {
  const [a, b] = [luminance(rgba(colour)), luminance(below(one))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const name = [one.tagName, one.className, one.parentElement.className];
  found[name] = Math.min(found[name] || 99, ratio);
}
return found;
"""


@pytest.mark.parametrize('width', [360, 1280])
@pytest.mark.parametrize('scheme', ['light', 'dark'])
def test_all_text_has_the_contrast_of_wcag_aa(
    page: Page, scheme: str, width: int
) -> None:
    page.open(scheme=scheme, width=width, anchor='#flush')
    found = page.run(_CONTRASTS)
    assert len(found) > 20
    assert {name: at for name, at in found.items() if at < 4.5} == {}


@pytest.mark.parametrize(
    ('scheme', 'is_dark'), [('light', False), ('dark', True)]
)
def test_it_is_dark_where_people_want_it_dark(
    page: Page, scheme: str, is_dark: bool
) -> None:
    page.open(scheme=scheme)
    colour = page.run('return getComputedStyle(document.body).backgroundColor')
    parts = [int(part) for part in colour[4:-1].split(',')]
    assert (max(parts) < 64) is is_dark
    assert (min(parts) > 192) is not is_dark


def test_each_word_has_a_sign_besides_its_colour(page: Page) -> None:
    signs = page.run(
        "return Array.from(document.querySelectorAll('.legend b'), (one) => "
        "[one.className, getComputedStyle(one, '::before').content])"
    )
    assert all(sign not in ('none', 'normal') for _, sign in signs)
    by_word = dict(signs)
    assert len({by_word[word] for word in ('fixed', 'unfixed', 'unknown')}) > 2


def test_it_asks_nobody_for_anything(page: Page) -> None:
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
    page.open(has_script=False, anchor='#status=blocked')
    assert page.names() == AT_FIRST
    assert page.find_all('button') == []
    assert not page.find('#find-controls').is_displayed()
    assert page.texts('#status-table thead th .head')[0] == 'Workaround'
    page.find('#keep td summary').click()
    message = page.find('#keep td summary + p').text
    assert message == f'{rows.PLATFORM}because it is fixed'


def test_no_workarounds_at_all(page: Page) -> None:
    page.open(html([]))
    assert page.find('.answer').text == 'There are no workarounds.'
    assert page.texts('#gone > *')[0] == 'gone'
