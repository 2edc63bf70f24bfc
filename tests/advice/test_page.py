# SPDX-License-Identifier: Apache-2.0
"""The page as text; ``tests/functional`` opens it in a browser."""

import base64
import datetime
import hashlib
import re
from typing import Any

import pytest

from tests.advice import rows
import workarounds
from workarounds.advice import Assessment
from workarounds.advice import Column
from workarounds.advice import Matrix
from workarounds.advice import Platform
from workarounds.advice import Row
from workarounds.advice import Service
from workarounds.advice.render import page as render_page

NOVA = Service('nova', 'Nova', {})
EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)>{{7*7}}'
ESCAPED = (
    '&lt;script&gt;alert(1)&lt;/script&gt;&#34;&gt;'
    '&lt;img src=x onerror=alert(1)&gt;{{7*7}}'
)


def column(
    id: str = 'debian:13',  # noqa: A002 - as the field is called
    title: str = 'Debian 13',
    last_day: datetime.date | None = None,
    *,
    is_over: bool = False,
    source: str = 'https://example.org/support',
) -> Column:
    platform = Platform(id, title, 'dpkg', 'a page')
    return Column(platform, last_day, is_over, source)


def row(
    status: str = 'unknown',
    why: str = 'nobody knows',
    *,
    name: str = 'flush',
    is_expired: bool = False,
    cell: Assessment | None = None,
    blockers: tuple[str, ...] = (),
    until: datetime.date | None = None,
    **fields: Any,
) -> Row:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return Row(
        workarounds.Workaround(**facts | fields),
        rows.removal(status, why, blockers, until),
        is_expired,
        {'debian:13': cell} if cell else {},
    )


def page(
    *rows: Row,
    columns: tuple[Column, ...] = (column(),),
    service: Service | None = NOVA,
    version: str | None = '34.0.0',
    removed: tuple[workarounds.RemovedWorkaround, ...] = (),
) -> str:
    as_of = datetime.date(2026, 11, 23)
    return render_page.render(
        Matrix(as_of, service, version, columns, rows, removed)
    )


def words(html: str) -> str:
    """Return what stands between the tags, without style and script."""
    body = html.partition('<body>')[2].partition('<script>')[0]
    return ' '.join(re.sub(r'<[^>]*>', '', body).split())


@pytest.mark.parametrize(
    ('service', 'version', 'title'),
    [
        (NOVA, '34.0.0', 'Workarounds of Nova 34.0.0'),
        (NOVA, None, 'Workarounds of Nova'),
        (None, '34.0.0', 'Workarounds of release 34.0.0'),
        (None, None, 'Workarounds'),
    ],
)
def test_the_title_says_whose_they_are(
    service: Service | None, version: str | None, title: str
) -> None:
    html = page(row(), service=service, version=version)
    assert f'<title>{title}</title>' in html
    assert f'<h1>{title}</h1>' in html


def test_the_day_is_there_for_readers_and_for_programs() -> None:
    html = page(row())
    assert '<meta name="as-of" content="2026-11-23">' in html
    assert 'As of 2026-11-23.' in words(html)


def test_without_a_service_it_says_which_platforms_count() -> None:
    assert 'all platforms that' in words(page(row(), service=None))
    assert 'all platforms that' not in words(page(row()))


@pytest.mark.parametrize(
    ('rows', 'answer'),
    [
        ([], 'There are no workarounds.'),
        ([row()], 'The only workaround may not be deleted.'),
        (
            [row(), row('blocked', name='b')],
            'None of the 2 workarounds may be deleted. blocked 1 unknown 1 '
            'choice 0 expired 0',
        ),
        ([row('removable')], '1 of 1 workaround may be deleted: flush'),
        (
            [row('removable', name='a_b'), row('blocked'), row(name='c')],
            '1 of 3 workarounds may be deleted: a_b blocked 1 unknown 1 '
            'choice 0 expired 0',
        ),
    ],
)
def test_the_first_line_is_the_answer(rows: list[Row], answer: str) -> None:
    assert answer in words(page(*rows))


def test_the_first_line_leads_to_the_rows() -> None:
    html = page(row('removable', name='a'), row(name='b'))
    assert '<a href="#a">' in html
    assert '<tr id="a"' in html
    assert '<a href="#b">' not in html


def test_the_first_line_names_no_thousands() -> None:
    rows = [row('removable', name=f'w{place}') for place in range(33)]
    html = page(*rows)
    assert '33 of 33 workarounds' in words(html)
    assert 'and 3 more, which are the first in the table' in words(html)
    assert html.count('<a href="#w') == 30


def test_a_row_says_all_that_is_known() -> None:
    html = page(
        row(
            'blocked',
            'debian:13 does not have the fix',
            blockers=('debian:13', 'debian:12'),
            until=datetime.date(2028, 8, 9),
            is_expired=True,
            weakens_security=True,
            deprecated_since='33.0.0',
            deprecated_reason='It goes.',
            introduced='20.0.0',
            owner='the storage team',
            description='One.\n\nTwo.',
        )
    )
    text = words(html)
    for fact in (
        'Flushes.',
        'by Debian 13, debian:12, until 2028-08-09',
        'debian:13 does not have the fix',
        '35.0.0 expired',
        'weakens security',
        'deprecated',
        'since 33.0.0: It goes.',
        'Introduced20.0.0',
        'Ownerthe storage team',
        'DescriptionOne. Two.',
        'Expiresin release 35.0.0',
    ):
        assert fact in text
    assert '<a href="https://bugs.example.org/1">bug 1</a>' in html


def test_a_row_says_why_no_bug_and_no_expiry_is_stated() -> None:
    html = page(
        row(
            bugs=workarounds.Unstated('no bug was filed'),
            expires=workarounds.Never('it is a setting'),
        )
    )
    assert 'no bug stated' in words(html)
    assert 'Bugsnot stated (no bug was filed)' in words(html)
    assert 'Expiresnever (it is a setting)' in words(html)


@pytest.mark.parametrize(
    ('address', 'name'),
    [
        ('https://bugs.launchpad.net/nova/+bug/1334398', 'bug 1334398'),
        ('https://github.com/a/b/issues/12/', 'bug 12'),
        ('https://bugs.example.org/show?id=7', 'bug 7'),
        ('https://lists.example.org/a.html', 'lists.example.org/a.html'),
        ('https://example.org/v2', 'example.org/v2'),
    ],
)
def test_a_bug_has_a_short_name(address: str, name: str) -> None:
    html = page(row(bugs=[address]))
    assert f'<a href="{address}">{name}</a>' in html


@pytest.mark.parametrize(
    ('state', 'word'),
    [
        ('fixed', 'fixed'),
        ('not-affected', 'not affected'),
        ('unfixed', 'unfixed'),
        ('unknown', 'unknown'),
    ],
)
def test_a_cell_says_its_state_version_and_why(state: str, word: str) -> None:
    cell = rows.platform(
        state, 'qemu 1:2.2', 'https://example.org/', 'so it is'
    )
    html = page(row(cell=cell))
    assert f'<b class="{state}">{word}</b>' in html
    assert f'<p>{rows.PLATFORM}so it is</p>' in html
    assert '<a href="https://example.org/">qemu 1:2.2</a>' in html


@pytest.mark.parametrize(
    ('version', 'link', 'shown'),
    [
        ('qemu', '', '<span>qemu</span>'),
        ('qemu', 'javascript:alert(1)', '<span>qemu</span>'),
        ('', 'https://e.org/', '<a href="https://e.org/">source</a>'),
        ('', '', '</details></td>'),
    ],
)
def test_a_version_is_a_link_only_if_there_is_a_page(
    version: str, link: str, shown: str
) -> None:
    cell = rows.platform('fixed', version, link, 'so it is')
    assert shown in page(row(cell=cell))


def test_where_no_fix_is_in_a_package_there_is_nothing() -> None:
    assert '<td></td>' in page(row())


@pytest.mark.parametrize(
    ('one', 'says'),
    [
        (column(), 'last day not known'),
        (
            column(last_day=datetime.date(2028, 8, 9)),
            'until <time>2028-08-09</time>',
        ),
        (
            column(last_day=datetime.date(2026, 7, 1), is_over=True),
            'ended <time>2026-07-01</time>',
        ),
        (column(), '<a href="https://example.org/support">debian:13</a>'),
        (column(source='a book'), '<small>debian:13<br>'),
    ],
)
def test_a_head_says_how_long_a_platform_is_supported(
    one: Column, says: str
) -> None:
    assert says in page(row(), columns=(one,))


def test_a_platform_that_is_over_is_grey_in_head_and_cells() -> None:
    html = page(row(), columns=(column(is_over=True),))
    assert 'data-column="debian:13" class="over"' in html
    assert '<td class="over"></td>' in html


def test_the_removed_ones_are_reported() -> None:
    gone = workarounds.RemovedWorkaround(
        name='gone',
        options=['gone_a', 'gone_b'],
        removed_in='20.0.0',
        reason='see https://example.org/x.',
    )
    html = page(row(), removed=(gone,))
    assert (
        '[workarounds] gone_a, [workarounds] gone_b 20.0.0 see '
        'https://example.org/x.'
    ) in words(html)
    assert 'Their code is gone' not in page(row())


def test_a_page_without_workarounds_has_no_table_and_no_script() -> None:
    html = page()
    assert '<table' not in html
    assert '<script' not in html


def test_the_policy_allows_this_style_and_script_alone() -> None:
    html = page(row())
    parts = {
        name: re.findall(f'<{name}>(.*?)</{name}>', html, re.DOTALL)
        for name in ('style', 'script')
    }
    hashes = {}
    for name, [text] in parts.items():
        digest = hashlib.sha256(text.encode()).digest()
        hashes[name] = base64.b64encode(digest).decode()
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy.replace('&#39;', "'") == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; "
        f"script-src 'sha256-{hashes['script']}'; base-uri 'none'; "
        f"form-action 'none'"
    )
    assert ' style=' not in html
    assert not re.search(r'<[^>]* on[a-z]+=', html)


def test_the_policy_comes_before_what_it_forbids() -> None:
    html = page(row())
    assert html.index('Content-Security-Policy') < html.index('<style>')


def test_hostile_text_is_shown_as_it_is_written() -> None:
    places = []

    def evil(place: str) -> str:
        places.append(place)
        return f'{EVIL}{place}!'

    html = page(
        row(
            'blocked',
            evil('why'),
            cell=rows.platform(
                'fixed', evil('cell'), f'https://x/{EVIL}', evil('version')
            ),
            blockers=(evil('blocker'),),
            summary=evil('summary'),
            bugs=[f'https://x/{EVIL.replace(" ", "")}'],
            fix=workarounds.ManualFix(evil('fix')),
            expires=workarounds.Never(evil('expires')),
            description=evil('description'),
            owner=evil('owner'),
            deprecated_since=evil('since'),
            deprecated_reason=evil('reason'),
        ),
        columns=(column(title=evil('platform'), source=f'https://x/{EVIL}'),),
        service=Service('nova', evil('service'), {}),
        version=evil('release'),
        removed=(
            workarounds.RemovedWorkaround(
                name='gone',
                options=['gone'],
                removed_in='20.0.0',
                reason=evil('gone'),
            ),
        ),
    )
    assert html.count('<script>') == 1
    assert '<img' not in html
    assert '49' not in words(html)
    assert [
        place for place in places if f'{ESCAPED}{place}!' not in html
    ] == []


@pytest.mark.parametrize(
    ('letter', 'shown'),
    [
        ('\x00', r'\x00'),
        ('\x1b[31m', r'\x1b[31m'),
        ('\u202e', r'\u202e'),
        ('\u2066', r'\u2066'),
        ('\u200b', r'\u200b'),
        ('\ud800', r'\ud800'),
        ('\n', ' '),
        ('é', 'é'),
        ('א', 'א'),
    ],
)
def test_control_characters_are_written_out(letter: str, shown: str) -> None:
    html = page(
        row(why=f'why a{letter}b', summary=f'summary a{letter}b'),
        columns=(column(title=f'title a{letter}b'),),
    )
    for place in ('why', 'summary', 'title'):
        assert f'{place} a{shown}b' in html
    assert html.encode()


@pytest.mark.parametrize(
    ('text', 'shown'),
    [
        (
            'no: https://a.org/b?c=d&e, so',
            'no: <a href="https://a.org/b?c=d&amp;e">'
            'https://a.org/b?c=d&amp;e</a>, so',
        ),
        (
            '(see http://a.org).',
            '(see <a href="http://a.org">http://a.org</a>).',
        ),
        (
            'https://a.org/x_(y)',
            '<a href="https://a.org/x_(y)">https://a.org/x_(y)</a>',
        ),
        ('javascript:alert(1)', 'javascript:alert(1)'),
        ('a.example.com and b@example.com', 'a.example.com and b@example.com'),
        ('https://', 'https://'),
        (
            'https://a.org/"><b>',
            '<a href="https://a.org/">https://a.org/</a>&#34;&gt;&lt;b&gt;',
        ),
    ],
)
def test_only_addresses_of_the_web_become_links(text: str, shown: str) -> None:
    assert f'<p>{rows.REMOVAL}{shown}</p>' in page(row(why=text))


def test_long_names_break_after_their_underscores() -> None:
    assert '<code>a_<wbr>b_<wbr>c</code>' in page(row(name='a_b_c'))


def test_the_same_matrix_makes_the_same_bytes() -> None:
    one, other = (page(row('removable'), row(name='b')) for _ in range(2))
    assert one == other
    assert one.endswith('</html>\n')
    assert one.startswith('<!DOCTYPE html>\n')
