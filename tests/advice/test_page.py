# SPDX-License-Identifier: Apache-2.0
"""The page as text; ``tests/functional`` opens it in a browser."""

import base64
import dataclasses
import datetime
import hashlib
import html as html_module
import re
from typing import Any

import pytest

from tests.advice import rows
import workarounds
from workarounds import advice
from workarounds.advice import Assessment
from workarounds.advice import Column
from workarounds.advice import Matrix
from workarounds.advice import Platform
from workarounds.advice import RemovalReason
from workarounds.advice import Row
from workarounds.advice import Service
from workarounds.advice.render import headings
from workarounds.advice.render import page as render_page
from workarounds.advice.render import rst

NOVA = Service('nova', 'Nova', {}, 'nova')
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
    reason: str = 'cannot-be-seen-from-host',
    project: str | None = 'nova',
    namespace: str = 'nova',
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
        dataclasses.replace(
            rows.removal(status, why, blockers, until),
            reason=RemovalReason(reason),
        ),
        is_expired,
        {'debian:13': cell} if cell else {},
        project,
        namespace,
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


def test_the_title_names_a_service_that_no_data_file_has() -> None:
    matrix = advice.matrix(
        workarounds.Registry(
            workarounds.Catalogue(
                project='depot', covers='3.1.0', declarations=[]
            )
        ),
        advice.Dataset(),
        service=None,
        service_version='3.1.0',
        as_of=datetime.date(2026, 11, 23),
    )
    title = '<title>Workarounds of depot 3.1.0</title>'
    assert title in render_page.render(matrix)
    assert r':Service: depot 3\.1\.0' in rst.table(matrix)


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
        ([row()], '0 of 1 workaround may be deleted. unknown 1'),
        (
            [row(is_expired=True), row('blocked', name='b')],
            '0 of 2 workarounds may be deleted. blocked 1 unknown 1 '
            'expired 1 Platforms What the words mean',
        ),
        ([row('removable')], '1 of 1 workaround may be deleted. removable 1'),
        (
            [row('removable', name='a_b'), row('blocked'), row(name='c')],
            '1 of 3 workarounds may be deleted. removable 1 blocked 1 '
            'unknown 1 Platforms',
        ),
    ],
)
def test_the_first_line_is_the_answer(rows: list[Row], answer: str) -> None:
    assert answer in words(page(*rows))


def commands(html: str) -> list[str]:
    listed = re.findall(r'<li><code>(.*?)</code></li>', html)
    return [html_module.unescape(command) for command in listed]


def test_the_commands_that_delete_come_before_the_tables() -> None:
    html = page(row('removable', name='a'), row(name='b'))
    assert commands(html) == ['workarounds --namespace nova retire a .']
    assert html.index('retire a .') < html.index('<table')
    assert 'at the top of a clone of nova' in words(html)


def test_a_command_names_the_catalogue_and_the_clone_of_each() -> None:
    html = page(
        row('removable', name='a'),
        row(
            'removable',
            name='b',
            project='oslo.messaging',
            namespace='its catalogue',
        ),
        row('removable', name='c', project=None, namespace=''),
    )
    assert commands(html) == [
        'workarounds retire c .',
        'workarounds --namespace nova retire a .',
        "workarounds --namespace 'its catalogue' retire b .",
    ]
    text = words(html)
    assert 'clone of its project; to' in text
    assert 'clone of oslo.messaging; to' in text


def test_the_commands_are_no_thousands() -> None:
    rows = [row('removable', name=f'w{place}') for place in range(33)]
    html = page(*rows)
    assert '33 of 33 workarounds' in words(html)
    assert 'and 3 more, in the table' in words(html)
    assert len(commands(html)) == 30
    assert html.count('<tr role="row" id="w') == 33


def test_the_workarounds_are_in_sections_by_status() -> None:
    html = page(
        row('choice', name='d'),
        row('unknown', name='c'),
        row('removable', name='a'),
        row('blocked', name='b'),
    )
    assert re.findall(r'<h2 id="status-(.*?)"|<tr [^>]*id="(.*?)"', html) == [
        ('removable', ''),
        ('', 'a'),
        ('blocked', ''),
        ('', 'b'),
        ('unknown', ''),
        ('', 'c'),
        ('choice', ''),
        ('', 'd'),
        ('platforms', ''),
        ('legend', ''),
    ]
    assert html.count('<caption>') == html.count('<table') == 5


def test_each_part_of_a_table_says_its_role() -> None:
    # Not every browser keeps it where a narrow screen has blocks instead.
    parts = re.findall(
        r'<((?:table|thead|tbody|tr|th|td)\b[^>]*)>', page(row())
    )
    assert len(parts) > 10
    assert [part for part in parts if ' role="' not in part] == []


def test_unknown_ones_are_grouped_by_reason_with_what_to_do() -> None:
    html = page(
        row(name='a', reason='fixed-version-not-known'),
        row(name='b'),
        row(name='c', reason='fixed-version-not-known'),
    )
    text = words(html)
    places = [
        text.index(fact)
        for fact in (
            'The version with the fix is not known Find it out',
            'a Flushes.',
            'c Flushes.',
            'Only a person can see it Check by hand what the sentence says.',
            'b Flushes.',
        )
    ]
    assert places == sorted(places)


def test_in_a_group_the_next_one_to_look_at_comes_first() -> None:
    html = page(
        row('blocked', name='e', is_expired=True),
        row('blocked', name='a'),
        row('blocked', name='b', until=datetime.date(2028, 1, 31)),
        row('blocked', name='c', until=datetime.date(2027, 1, 31)),
    )
    assert re.findall('<tr role="row" id="(.)"', html) == ['e', 'c', 'b', 'a']


def test_every_reason_to_wait_has_a_heading() -> None:
    done = [
        RemovalReason(name)
        for name in (
            'minimum-version-past-affected',
            'minimum-version-past-fix',
            'oldest-peer-past-fix',
            'platforms-have-fix',
            'preference',
            'release-at-or-past-fix',
        )
    ]
    assert {*headings.HEADINGS, *done} == {*RemovalReason}


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
        'Debian 13, debian:12, until 2028-08-09',
        'debian:13 does not have the fix',
        'expired 35.0.0',
        'weakens security',
        'deprecated',
        'since 33.0.0: It goes.',
        'Introduced 20.0.0',
        'Owner the storage team',
        'Description One. Two.',
        'Expires in release 35.0.0',
    ):
        assert fact in text
    assert link('https://bugs.example.org/1', 'bug 1') in html


def test_a_row_of_a_library_says_whose_it_is() -> None:
    html = page(
        row(name='a', project='nova'), row(name='b', project='oslo.messaging')
    )
    assert words(html).count('Project ') == 1
    assert 'Project oslo.messaging' in words(html)


def test_a_row_says_why_no_bug_and_no_expiry_is_stated() -> None:
    html = page(
        row(
            bugs=workarounds.Unstated('no bug was filed'),
            expires=workarounds.Never('it is a setting'),
        )
    )
    assert 'no bug stated' in words(html)
    assert 'Bugs not stated (no bug was filed)' in words(html)
    assert 'Expires never (it is a setting)' in words(html)


@pytest.mark.parametrize(
    ('expires', 'says'),
    [
        ('36.0.0', 'expires 36.0.0'),
        (datetime.date(2027, 1, 31), 'expires 2027-01-31'),
        (workarounds.Never('why'), 'Flushes. bug 1'),
    ],
)
def test_a_row_says_until_when_it_must_be_reviewed(
    expires: Any, says: str
) -> None:
    assert says in words(page(row(expires=expires)))


def link(
    address: str, name: str, place: str = '', about: str = 'flush'
) -> str:
    place = place or address.split('/')[2]
    aloud = f'<span class="aloud"> for {about}</span>'
    aside = f'{aloud if name == "source" else ""}<span class="place"> {place}'
    return f'<a href="{address}">{name}{aside}</span></a>'


@pytest.mark.parametrize(
    ('address', 'name'),
    [
        ('https://bugs.launchpad.net/nova/+bug/1334398', 'bug 1334398'),
        ('https://github.com/a/b/issues/12/', 'bug 12'),
        ('https://bugs.example.org/show?id=7', 'bug 7'),
        ('https://e.org/9', 'bug 9'),
    ],
)
def test_a_bug_has_its_number_for_a_name(address: str, name: str) -> None:
    assert link(address, name) in page(row(bugs=[address]))


@pytest.mark.parametrize(
    ('address', 'name'),
    [
        ('https://lists.example.org/a.html', 'lists.example.org/a.html'),
        ('https://example.org/v2', 'example.org/v2'),
        ('https://example.org/a/b/c/', 'example.org/…/c'),
        (
            'https://example.org/a/' + 'b' * 99,
            'example.org/…/' + 'b' * 40 + '…',
        ),
    ],
)
def test_a_bug_without_a_number_has_a_short_name(
    address: str, name: str
) -> None:
    assert f'<a href="{address}">{name}</a>' in page(row(bugs=[address]))


@pytest.mark.parametrize(
    ('state', 'word'),
    [
        ('fixed', 'fixed'),
        ('not-affected', 'not affected'),
        ('unfixed', 'unfixed'),
        ('unknown', 'unknown'),
    ],
)
def test_a_row_says_what_each_platform_has_and_why(
    state: str, word: str
) -> None:
    cell = rows.platform(
        state, 'qemu 1:2.2', 'https://example.org/', 'so it is'
    )
    html = page(row(cell=cell))
    on = 'flush on Debian 13'
    assert (
        f'<dt>Debian 13</dt><dd><b class="{state}">{word}</b> '
        f'{rows.PLATFORM}so it is ('
        f'{link("https://example.org/", "source", about=on)})</dd>'
    ) in html


@pytest.mark.parametrize('address', ['', 'javascript:alert(1)'])
def test_a_source_is_a_link_only_if_there_is_a_page(address: str) -> None:
    cell = rows.platform('fixed', 'qemu', address, 'so it is')
    assert 'so it is</dd>' in page(row(cell=cell))


def test_where_no_fix_is_in_a_package_no_platform_is_named() -> None:
    assert '<dt>Debian 13</dt>' not in page(row())


@pytest.mark.parametrize(
    ('shown', 'says'),
    [
        (column(source=''), 'Debian 13 debian:13 last day not known nothing'),
        (
            column(last_day=datetime.date(2028, 8, 9)),
            'until 2028-08-09 (source for Debian 13 example.org/support)',
        ),
        (
            column(last_day=datetime.date(2026, 7, 1), is_over=True),
            'ended 2026-07-01 (source for Debian 13 example.org/support)',
        ),
        (column(source='a book'), 'last day not known nothing'),
    ],
)
def test_a_platform_says_how_long_it_is_supported(
    shown: Column, says: str
) -> None:
    assert says in words(page(row(), columns=(shown,)))


def test_a_platform_says_what_it_blocks() -> None:
    html = page(
        row('blocked', name='a', blockers=('debian:13',)),
        row('blocked', name='b', blockers=('debian:12', 'debian:13')),
        row('blocked', name='c'),
    )
    assert html.count('<a href="#') - html.count('<a href="#status') == 2
    assert 'example.org/support) a, b ' in words(html)


def test_a_platform_says_of_what_nothing_is_known_there() -> None:
    unknown, fixed = (
        rows.platform(status, 'qemu', '', 'so it is')
        for status in ('unknown', 'fixed')
    )
    ended = datetime.date(2026, 7, 1)
    all_rows = [
        row('blocked', name='a', blockers=('debian:13',), cell=unknown),
        row('unknown', name='b', cell=unknown),
        row('unknown', name='c', cell=fixed),
        row('unknown', name='d'),
    ]
    supported, over = (
        words(page(*all_rows, columns=(column('debian:13', **how),)))
        for how in ({'source': ''}, {'last_day': ended, 'is_over': True})
    )
    assert 'last day not known a; not known: b ' in supported
    assert 'not known: b' not in over


def test_a_platform_that_is_over_is_grey() -> None:
    cell = rows.platform('unfixed', 'qemu', '', 'so it is')
    html = page(row(cell=cell), columns=(column(is_over=True),))
    assert '<dd class="over"><b class="unfixed">' in html
    assert '<tr role="row" class="over">' in html


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
        'source for gone example.org/x.'
    ) in words(html)
    assert 'Their code is gone' not in page(row())


def test_a_page_without_workarounds_has_no_table_and_no_script() -> None:
    html = page(columns=())
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
                'fixed', 'qemu', f'https://x/{EVIL}', evil('cell')
            ),
            blockers=(evil('blocker'),),
            summary=evil('summary'),
            bugs=[f'https://x/{EVIL.replace(" ", "")}'],
            fix=workarounds.ManualFix(evil('fix')),
            expires=workarounds.Never(evil('expires')),
            description=evil('description'),
            owner=evil('owner'),
            deprecated_since='33.0.0',
            deprecated_reason=evil('reason'),
        ),
        row(
            'removable',
            name='other',
            project=evil('project'),
            namespace=evil('namespace'),
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
            'no: https://a.org/b?c&d, so',
            'no: '
            + link('https://a.org/b?c&amp;d', 'source', 'a.org/b?c&amp;d')
            + ', so',
        ),
        (
            '(see http://a.org).',
            f'(see {link("http://a.org", "source")}).',
        ),
        (
            'https://a.org/x_(y)',
            link('https://a.org/x_(y)', 'source', 'a.org/x_(y)'),
        ),
        ('javascript:alert(1)', 'javascript:alert(1)'),
        ('a.example.com and b@example.com', 'a.example.com and b@example.com'),
        ('https://', 'https://'),
        (
            'https://a.org/"><b>',
            f'{link("https://a.org/", "source")}&#34;&gt;&lt;b&gt;',
        ),
        (
            'https://a.org/' + 'b/' * 60 + 'c.py#L7',
            link(
                'https://a.org/' + 'b/' * 60 + 'c.py#L7',
                'source',
                'a.org/…/c.py#L7',
            ),
        ),
        ('https://a.org/bug/7', link('https://a.org/bug/7', 'bug 7')),
        (
            'https://a.org/v/7',
            link('https://a.org/v/7', 'source', 'a.org/…/7'),
        ),
    ],
)
def test_only_addresses_of_the_web_become_links(text: str, shown: str) -> None:
    assert f'<p>{rows.REMOVAL}{shown}</p>' in page(row(why=text))


def test_long_names_break_after_their_underscores() -> None:
    assert '<code>a_<wbr>b_<wbr>c</code>' in page(row(name='a_b_c'))


def test_the_same_matrix_makes_the_same_bytes() -> None:
    first, second = (page(row('removable'), row(name='b')) for _ in range(2))
    assert first == second
    assert first.endswith('</html>\n')
    assert first.startswith('<!DOCTYPE html>\n')
