# SPDX-License-Identifier: Apache-2.0
"""reStructuredText: every text is shown as written, none works as markup."""

import datetime
from typing import Any

from docutils import core
from docutils import nodes
import hypothesis
from hypothesis import strategies
from oslo_config import cfg
import pytest

from tests.advice import rows
import workarounds
from workarounds import _text
from workarounds.advice import Column
from workarounds.advice import Matrix
from workarounds.advice import Platform
from workarounds.advice import Row
from workarounds.advice.render import rst

TODAY = datetime.date(2026, 11, 23)
#: Nodes that only markup can make.
OBEYED = (
    nodes.comment,
    nodes.emphasis,
    nodes.footnote_reference,
    nodes.image,
    nodes.literal_block,
    nodes.problematic,
    nodes.raw,
    nodes.substitution_definition,
    nodes.substitution_reference,
    nodes.system_message,
    nodes.target,
)
HOSTILE = [
    '.. raw:: html',
    '.. raw:: html\n\n   <script>alert(1)</script>',
    '.. include:: /etc/passwd',
    '`a`_ `a`__ ``a`` :doc:`a` `',
    '|version| |',
    'live_migration_ and anonymous__',
    '_target: _`inline` __init__',
    '*emphasis* **strong** *',
    'a literal block::',
    '::',
    '- a list',
    '1. a list',
    'A. a list',
    '(i) a list',
    ':field: a list',
    '-o  an option',
    '--long  an option',
    '/V  an option',
    '>>> doctest',
    '| line block',
    '+---+',
    '=====',
    '[1]_ [#]_ [*]_ [CITE2002]_',
    '.. [1] footnote',
    '.. |a| image:: b',
    '.. _a: b',
    '__ anonymous',
    'back\\slash \\',
    'user@example.com',
    'it\'s "quoted" -- and --- so on...',
    '<b>&amp;</b>',
    'title\n=====',
    'ends in a backslash\\',
    '\u200b \u202e \x1b[2J \x00',
    '\U0001d518nicode é ß 漢字',
]
ADDRESSES = [
    'https://a.example/b',
    '(https://a.example/b)',
    '<https://a.example/b>',
    '"https://a.example/b"',
    '`https://a.example/b`',
    'https://a.example/b_',
    'https://a.example/b__ and c_',
    'https://a.example/(b)',
    'https://a.example/b<c>d',
    'https://a.example/`b`',
    'https://a.example/*b*|c|',
    'https://a.example/\\b\\',
    'https://a.example/b, https://a.example/c; http://a.example.',
    'https://a.example/?b=c&d=%20#e',
    'see:https://a.example',
    'url=https://a.example/b',
    'xhttps://a.example/b',
    '1https://a.example/b and more',
    'https://a.example/b=https://a.example/c',
    'https://',
    'https://[::1]/b',
]

modestly = hypothesis.settings(
    database=None, deadline=None, derandomize=True, max_examples=300
)
pieces = strategies.sampled_from(
    [
        *(word for text in (*HOSTILE, *ADDRESSES) for word in text.split(' ')),
        *('_', '__', '`', '``', '\\', '|', '*', '<', '>', ':', '::', '..'),
        *(' ', ' ', '\n', '\n\n   '),
    ]
)
texts = strategies.one_of(
    strategies.text(),
    strategies.lists(pieces, max_size=8).map(''.join),
    strategies.lists(pieces | strategies.text(max_size=2), max_size=8).map(
        ''.join
    ),
)


def build(text: str) -> nodes.document:
    return core.publish_doctree(
        text,
        settings_overrides={
            # 5 keeps them off the screen; they are in the tree all the same.
            'report_level': 5,
            'halt_level': 5,
            'doctitle_xform': False,
        },
    )


def obeyed(document: nodes.document) -> list[str]:
    return [
        node.tagname for node in document.findall() if isinstance(node, OBEYED)
    ]


def shown(document: nodes.document) -> str:
    [paragraph] = document.findall(nodes.paragraph)
    return paragraph.astext()


def normalised(text: str) -> str:
    """Return a text as shown: in one line, without control characters."""
    return ' '.join(_text.printable(' '.join(text.split())).split())


@pytest.mark.parametrize('text', [*HOSTILE, *ADDRESSES])
def test_a_hostile_text_is_shown_as_it_is(text: str) -> None:
    document = build(rst.escape(text))
    assert obeyed(document) == []
    assert shown(document) == normalised(text)


@modestly
@hypothesis.given(text=texts.filter(normalised))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    document = build(rst.escape(text))
    assert obeyed(document) == []
    assert shown(document) == normalised(text)
    assert len(document.children) == 1


@pytest.mark.parametrize('text', ['', ' ', '\n\n', '\t\xa0\u2028'])
def test_a_text_of_nothing_is_nothing(text: str) -> None:
    assert rst.escape(text) == ''


def test_control_letters_are_written_out() -> None:
    document = build(rst.escape('a\x1b[2J\x00b\u202ec'))
    assert shown(document) == r'a\x1b[2J\x00b\u202ec'


@pytest.mark.parametrize(
    ('text', 'addresses'),
    [
        ('see https://a.example/b_.', ['https://a.example/b_']),
        ('https://a.example/(b) c', ['https://a.example/(b)']),
        ('(https://a.example/b)', ['https://a.example/b']),
        ('https://a.example/b?c=d&e', ['https://a.example/b?c=d&e']),
        ('https://a.example/*b*', ['https://a.example/*b*']),
        ('a=https://a.example/b', ['https://a.example/b']),
        (
            'https://a.example, http://b.example',
            ['https://a.example', 'http://b.example'],
        ),
        ('javascript:alert(1) data:text/html,a', []),
        ('a@b.example', []),
    ],
)
def test_web_addresses_become_links_and_nothing_else_does(
    text: str, addresses: list[str]
) -> None:
    links = build(rst.escape(text)).findall(nodes.reference)
    assert [link['refuri'] for link in links] == addresses


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example/1'],
        'fix': workarounds.NoFix('why'),
        'expires': '99.0.0',
    }
    return workarounds.Workaround(**facts | fields)


def matrix(
    text: str = 'because',
    *,
    link: str = 'https://a.example',
    name: str = 'flush',
    title: str = 'Acme 1',
    **fields: Any,
) -> Matrix:
    acme = Platform('acme:1', title, 'dpkg', text)
    cell = rows.platform('fixed', text, link, text)
    row = Row(
        declare(name),
        rows.removal('removable', text),
        False,
        {'acme:1': cell},
    )
    facts: dict[str, Any] = {
        'as_of': TODAY,
        'service': None,
        'service_version': None,
        'columns': [Column(acme, TODAY, False, text)],
        'rows': [row],
        'removed': [],
    }
    return Matrix(**facts | fields)


def cells(text: str) -> list[list[str]]:
    """Return the rows of the one table in a document, checked."""
    document = build(text)
    assert obeyed(document) == []
    [table] = document.findall(nodes.table)
    return [
        [entry.astext() for entry in row.findall(nodes.entry)]
        for row in table.findall(nodes.row)
    ]


def test_the_table_has_a_row_for_each_workaround() -> None:
    assert cells(rst.table(matrix())) == [
        ['Workaround', 'Status'],
        [
            'flush',
            f'removable: {rows.REMOVAL}because\n\n'
            f'acme:1: fixed: because (source)',
        ],
    ]


def test_above_the_table_stand_the_day_and_what_may_be_deleted() -> None:
    document = build(rst.table(matrix()))
    fields = {
        field[0].astext(): field[1].astext()
        for field in document.findall(nodes.field)
    }
    assert fields == {
        'As of': '2026-11-23',
        'Platforms': 'acme:1 (until 2026-11-23)',
        'May be deleted': 'flush',
    }


def test_that_nothing_may_be_deleted_is_said() -> None:
    text = rst.table(matrix(rows=[]))
    assert ':May be deleted: none' in text
    assert build(text).astext().endswith('None is declared.')


@pytest.mark.parametrize('text', HOSTILE)
def test_a_hostile_text_stays_in_its_cell(text: str) -> None:
    head, row = cells(rst.table(matrix(text)))
    assert len(head) == len(row) == 2
    message, platform = row[1].split('\n\n')
    # Lines become one line, or their ends are written out.
    written = [normalised(text), normalised(_text.printable(text))]
    assert message.removeprefix(f'removable: {rows.REMOVAL}') in written
    assert platform in [f'acme:1: fixed: {word} (source)' for word in written]


@pytest.mark.parametrize('text', ADDRESSES)
def test_an_address_in_a_cell_is_a_link_with_a_short_name(text: str) -> None:
    whole = build(rst.escape(text))
    document = build(rst.table(matrix(text, link='')))
    assert obeyed(document) == []
    [message] = [
        node
        for node in document.findall(nodes.paragraph)
        if node.astext().startswith('removable: ')
    ]
    links = list(message.findall(nodes.reference))
    assert [link['refuri'] for link in links] == [
        link['refuri'] for link in whole.findall(nodes.reference)
    ]
    assert not any('://' in link.astext() for link in links)


@pytest.mark.parametrize(
    ('address', 'name'),
    [
        ('https://bugs.example/a/+bug/7', 'bug 7'),
        ('https://a.example/v/7', 'a.example/…/7'),
        ('https://a.example/b/c/d.py#L7', 'a.example/…/d.py#L7'),
    ],
)
def test_a_link_in_a_cell_says_where_it_leads(address: str, name: str) -> None:
    [_, row] = cells(rst.table(matrix(address)))
    assert row[1].startswith(f'removable: {rows.REMOVAL}{name}\n')


@pytest.mark.parametrize(
    'link',
    [
        'https://a.example/b_',
        'https://a.example/`b`',
        'https://a.example/<b>',
        'https://a.example/b\\',
        'https://a.example/(b',
        # A block scalar of YAML ends in one, and the schema lets it pass.
        'https://a.example/b\n',
        'https://a.example and more',
        'https://a.example\n\n.. raw:: html\n\n   <script>alert(1)</script>',
        'https://a.example>`__ |version| `b <https://c.example',
    ],
)
def test_a_hostile_address_stays_in_its_cell(link: str) -> None:
    _, row = cells(rst.table(matrix(link=link)))
    assert row[1].partition('\n\nacme:1: ')[2] in (
        'fixed: because (source)',
        'fixed: because',
    )


def test_a_link_leads_to_its_address() -> None:
    document = build(rst.table(matrix(link='https://a.example/(b)?c_')))
    [link] = document.findall(nodes.reference)
    assert link['refuri'] == 'https://a.example/(b)?c_'
    assert link.astext() == 'source'


@pytest.mark.parametrize('name', ['a_', 'a__', 'a_b', 'A9'])
def test_any_name_is_shown(name: str) -> None:
    _, row = cells(rst.table(matrix(name=name)))
    assert row[0] == name
    document = build(rst.table(matrix(name=name)))
    assert obeyed(document) == []


def test_a_workaround_whose_fix_is_in_no_package_has_no_platforms() -> None:
    row = Row(declare(), rows.removal('blocked', 'a choice'), True, {})
    _, found = cells(rst.table(matrix(rows=[row])))
    assert found == ['flush', f'blocked (expired): {rows.REMOVAL}a choice']


def test_a_platform_out_of_support_is_marked() -> None:
    acme = Platform('acme:1', 'Acme', 'dpkg', 'here')
    columns = [
        Column(acme, TODAY, True, ''),
        Column(acme, None, False, ''),
    ]
    text = build(rst.table(matrix(columns=columns))).astext()
    assert 'acme:1 (ended 2026-11-23), acme:1\n' in text


@pytest.mark.parametrize('text', [*HOSTILE, *ADDRESSES])
def test_a_hostile_declaration_is_shown_in_the_reference(text: str) -> None:
    hostile = declare(
        summary=text,
        description=f'{text}\n\n{text}',
        fix=[workarounds.NoFix(text), workarounds.ManualFix(text)],
        expires=workarounds.Never(text),
        bugs=workarounds.Unstated(text),
        deprecated_since='33.0.0',
        deprecated_reason=text,
        read_by=[text],
        owner=text,
    )
    document = build(rst.reference([hostile]))
    assert obeyed(document) == []
    [section] = document.findall(nodes.section)
    assert section[0].astext() == 'flush'
    assert section[1].astext() == normalised(text)
    fields = {
        field[0].astext(): field[1].astext()
        for field in document.findall(nodes.field)
    }
    assert fields['Owner'] == normalised(text)
    reason = text if text.endswith('..') else text.removesuffix('.')
    assert fields['Expires'] == normalised(f'never ({reason})')


def test_the_reference_of_a_workaround_has_all_that_is_declared() -> None:
    declared = declare(
        description='One.\n\nTwo.',
        params={'count': cfg.IntOpt('flush_count')},
        fix=workarounds.PackageFix(component='tool', version='2.0'),
        introduced='30.0.0',
        deprecated_since='33.0.0',
        deprecated_reason='It is old.',
        read_by=['svc-compute', 'svc-api'],
        owner='the storage team',
        weakens_security=True,
    )
    document = build(rst.reference([declared]))
    assert [
        node.astext() for node in list(document.children[0].children)[1:5]
    ] == [
        'Flushes.',
        'One.',
        'Two.',
        'Warning: this workaround weakens security while it is on.',
    ]
    assert {
        field[0].astext(): field[1].astext()
        for field in document.findall(nodes.field)
    } == {
        'Options': '[workarounds] flush, [workarounds] flush_count',
        'Fixed in': 'tool 2.0 upstream',
        'Bugs': 'https://bugs.example/1',
        'Expires': 'in release 99.0.0',
        'Introduced': '30.0.0',
        'Deprecated': '33.0.0: It is old.',
        'Read by': 'svc-compute, svc-api',
        'Owner': 'the storage team',
    }


@pytest.mark.parametrize('name', ['a`', 'a` |b| `', '``', 'a\n\n.. raw:: b'])
def test_an_option_with_any_name_is_shown(name: str) -> None:
    # A service's own option can have one: only the names that this library
    # makes are checked.
    opt = cfg.BoolOpt(name, default=False)
    document = build(rst.reference([declare(enabled_by=opt)]))
    assert obeyed(document) == []
    [options] = [
        field[1].astext()
        for field in document.findall(nodes.field)
        if field[0].astext() == 'Options'
    ]
    assert options == normalised(f'[workarounds] {name}')


def test_removed_ones_are_a_table_of_their_own() -> None:
    gone = workarounds.RemovedWorkaround(
        name='gone_',
        options=['use_gone', 'gone_count'],
        removed_in='33.0.0',
        reason='|subst| is *gone*_',
    )
    assert cells(rst.removed([gone])) == [
        ['Workaround', 'Options', 'Removed in', 'Reason'],
        [
            'gone_',
            '[workarounds] use_gone, [workarounds] gone_count',
            '33.0.0',
            '|subst| is *gone*_',
        ],
    ]


def test_that_none_has_been_removed_is_said() -> None:
    assert rst.removed([]) == 'None has been removed.\n'


@pytest.mark.parametrize('text', ['Status', 'a_', '*', '1.', 'a::'])
def test_a_title_has_an_underline_that_is_long_enough(text: str) -> None:
    title = rst.title(text, '-')
    assert len(title[1]) >= len(title[0])
    document = build('\n'.join([*title, 'Text.']))
    assert obeyed(document) == []
    [section] = document.findall(nodes.section)
    assert section[0].astext() == text
