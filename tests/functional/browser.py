# SPDX-License-Identifier: Apache-2.0
"""A page in Chromium: on a screen, in a screen reader, and on paper."""

import base64
from collections.abc import Iterator
from collections.abc import Sequence
import contextlib
import pathlib
import subprocess
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome import service
from selenium.webdriver.common import action_chains
from selenium.webdriver.common import by
from selenium.webdriver.remote import webelement
from selenium.webdriver.support import wait

from tests import capabilities

#: Widths in pixels of a phone, a tablet or half a screen, and a laptop.
WIDTHS = (390, 800, 1280)
SCHEMES = ('light', 'dark')
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
#: The roles of a table, in the words of the accessibility tree.
_TABLE_ROLES = {
    'caption',
    'cell',
    'columnheader',
    'row',
    'rowgroup',
    'rowheader',
    'table',
}


class Page:
    """A page in the browser."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver
        self._wait = wait.WebDriverWait(
            driver, timeout=30, poll_frequency=0.05
        )

    def open(
        self,
        path: pathlib.Path,
        *,
        anchor: str = '',
        width: int = 1280,
        scheme: str = 'light',
        has_script: bool = True,
    ) -> None:
        self.resize(width)
        media = [{'name': 'prefers-color-scheme', 'value': scheme}]
        for command, arguments in (
            ('setEmulatedMedia', {'features': media}),
            ('setScriptExecutionDisabled', {'value': not has_script}),
        ):
            self.driver.execute_cdp_cmd(f'Emulation.{command}', arguments)
        # Else a change of the anchor alone would load nothing.
        self.driver.get('about:blank')
        self.driver.get(f'{path.as_uri()}{anchor}')
        self._wait.until(lambda _: self.run(_IS_LOADED, path.as_uri()))

    def resize(self, width: int) -> None:
        """Show it on a screen of another width, in pixels."""
        size = {'width': width, 'height': 800, 'deviceScaleFactor': 1}
        self.driver.execute_cdp_cmd(
            'Emulation.setDeviceMetricsOverride',
            size | {'mobile': width < 700},
        )

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def find(self, selector: str) -> webelement.WebElement:
        return self.driver.find_element(by.By.CSS_SELECTOR, selector)

    def find_all(self, selector: str) -> list[webelement.WebElement]:
        return self.driver.find_elements(by.By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        return [element.text for element in self.find_all(selector)]

    def unfold(self) -> None:
        self.run(
            "document.querySelectorAll('details').forEach("
            '(one) => { one.open = true; })'
        )

    def strike(self, *struck: str) -> None:
        chain = action_chains.ActionChains(self.driver)
        chain.send_keys(*struck).perform()

    def overflow(self) -> int:
        """Return by how much the page itself scrolls sideways, in pixels."""
        seen, whole = self.run(
            'const root = document.documentElement;'
            'return [root.clientWidth, root.scrollWidth]'
        )
        return int(whole - seen)

    def contrasts(self) -> dict[str, float]:
        """Return the lowest contrast of each kind of text, folded or not."""
        self.unfold()
        return dict(self.run(_CONTRASTS))

    def accessible(self) -> list[tuple[str, str]]:
        """Return the role and the name of all that is read aloud."""
        return [(node['role']['value'], _name(node)) for node in self._nodes()]

    def links(self) -> list[tuple[str, str]]:
        """Return the name and the address of each link as read aloud."""
        return [
            (_name(node), each['value']['value'])
            for node in self._nodes()
            if node['role']['value'] == 'link'
            for each in node['properties']
            if each['name'] == 'url'
        ]

    def _nodes(self) -> list[dict[str, Any]]:
        # On a busy machine the first answer can lack the end of the page.
        sizes: set[int] = set()

        def whole(driver: webdriver.Chrome) -> list[dict[str, Any]]:
            tree = driver.execute_cdp_cmd('Accessibility.getFullAXTree', {})
            nodes: list[dict[str, Any]] = tree['nodes']
            if len(nodes) in sizes:
                return nodes
            sizes.add(len(nodes))
            return []

        nodes = self._wait.until(whole)
        return [node for node in nodes if not node['ignored']]

    def table_roles(self) -> list[tuple[str, str]]:
        """Return what is read aloud of tables, without their text."""
        return [
            (role, name if role == 'table' else '')
            for role, name in self.accessible()
            if role in _TABLE_ROLES
        ]

    def print(self, path: pathlib.Path, *, with_colours: bool = True) -> None:
        """Print it on A4 into a PDF file."""
        self.driver.execute_cdp_cmd('Emulation.clearDeviceMetricsOverride', {})
        printed = self.driver.execute_cdp_cmd(
            'Page.printToPDF',
            {
                'paperWidth': 8.27,
                'paperHeight': 11.69,
                'printBackground': with_colours,
            },
        )
        path.write_bytes(base64.b64decode(printed['data']))

    def complaints(self) -> list[str]:
        """Return the messages in the console since the last call."""
        return [
            entry['message']
            for entry in self.driver.get_log('browser')  # type: ignore[no-untyped-call]  # selenium has no type for it
            if entry['level'] == 'SEVERE'
        ]


def _name(node: dict[str, Any]) -> str:
    return ' '.join(node.get('name', {}).get('value', '').split())


@contextlib.contextmanager
def start(profile: pathlib.Path) -> Iterator[webdriver.Chrome]:
    """Start the browser, with its files in a directory."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(capabilities.BROWSER)
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


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours without transparency."""
    darker, lighter = sorted(map(_luminance, (colour, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    # rgb(10, 85, 181)
    parts = [int(part) / 255 for part in colour[4:-1].split(',')]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def printed_pages(path: pathlib.Path) -> Sequence[str]:
    """Return the text of each page of a PDF file, cell by cell."""
    text = _output_of('pdftotext', '-raw', str(path), '-').decode()
    return text.removesuffix('\f').split('\f')


def shares_of_light(path: pathlib.Path) -> Sequence[float]:
    """Return which share of each page of a PDF file is light."""
    pictures = _output_of('pdftoppm', '-r', '20', '-gray', str(path))
    shares = []
    while pictures:
        # P5, the width and the height, the maximum, and a byte for each dot.
        _, size, _, pictures = pictures.split(b'\n', 3)
        width, height = map(int, size.split())
        dots, pictures = (
            pictures[: width * height],
            pictures[width * height :],
        )
        shares.append(sum(dot > 200 for dot in dots) / len(dots))
    return shares


def _output_of(*command: str) -> bytes:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout


_IS_LOADED = """
return document.readyState === 'complete' &&
    location.href.split('#')[0] === arguments[0];
"""
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
  return [255, 255, 255];
}
const found = {};
const pairs = [];
for (const one of document.body.querySelectorAll('*:not(script, style)')) {
  const says = Array.from(one.childNodes).some(
    (node) => node.nodeType === 3 && node.data.trim());
  if (says && one.checkVisibility()) {
    pairs.push([one, getComputedStyle(one).color]);
  }
}
for (const field of document.querySelectorAll('input[placeholder]')) {
  pairs.push([field, getComputedStyle(field, '::placeholder').color]);
}
for (const [one, colour] of pairs) {
  const [a, b] = [luminance(rgba(colour)), luminance(below(one))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const name = [one.tagName, one.className, one.parentElement.className];
  found[name] = Math.min(found[name] || 99, ratio);
}
return found;
"""
