# SPDX-License-Identifier: Apache-2.0
"""The directive in small projects, built by the real Sphinx."""

import html
import json
import os
import pathlib
import re
import subprocess
from typing import Any

import pytest
from sphinx.cmd import build

from tests.functional import command_line

# 2026-11-23, a day on which a test is unlikely to run.
EPOCH = '1795392000'
CATALOGUE = """\
import workarounds

def declare(name, fix, **fields):
    facts = {
        'name': name,
        'summary': f'Does {name}.',
        'bugs': ['https://bugs.example/1'],
        'fix': fix,
        'expires': workarounds.Never('a test'),
    }
    return workarounds.Workaround(**facts | fields)

TOOL = workarounds.PackageFix(component='tool', version='2.0.0')
GONE = workarounds.RemovedWorkaround(
    name='gone', options=['use_gone'], removed_in='33.0.0',
    reason='Nobody needs it.',
)
HERE = [declare('flush', TOOL), GONE]
NONE = []
ONLY_GONE = [GONE]
GIVE_UP = [declare('give_up', workarounds.ReleaseFix(version='9.0.0'))]
HOSTILE = [
    declare(
        'hostile',
        workarounds.NoFix(TEXT := (
            '</td><script>alert(1)</script> |version| live_migration_ '
            '`a`_ :doc:`b` ``c`` *d* \\\\ --service-version "e" ... '
            'https://a.example/"><script>alert(2)</script>'
        )),
        summary=TEXT,
        description='.. raw:: html\\n\\n   <script>alert(3)</script>',
        owner=TEXT,
    ),
]
COVERED = workarounds.Catalogue(
    project=None, covers='9.0.0', declarations=GIVE_UP
)
def broken():
    raise RuntimeError('on purpose')
"""
DATA: dict[str, Any] = {
    'schema': 1,
    'as_of': '2026-11-23',
    'platforms': {
        'acme:1': {
            'title': 'Acme 1',
            'source': 'https://acme.example',
            'packages': 'dpkg',
            'end_of_life': '2001-06-30',
        }
    },
    'ships': {
        'tool': {
            'acme:1': {
                'version': '1.0.0',
                'package': 'tool',
                'source': 'https://acme.example/tool',
            }
        }
    },
}


class Book:
    """A directory of documents, and what Sphinx makes of it."""

    def __init__(self, directory: pathlib.Path) -> None:
        self.source = directory / 'source'
        self.out = directory / 'out'
        self.source.mkdir()
        (directory / 'theirs.py').write_text(CATALOGUE)
        self.write('conf.py', "extensions = ['workarounds.sphinxext']\n")
        self.path = str(directory)
        #: Build it in a process of its own.
        self.is_process = False

    def write(self, name: str, text: str) -> pathlib.Path:
        path = self.source / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        return path

    def data(self, **sections: Any) -> pathlib.Path:
        return self.write('facts.yaml', json.dumps(DATA | sections))

    def page(
        self, argument: str, text: str = '', **options: str
    ) -> pathlib.Path:
        """Write a book of one page, whose directive is in line 4."""
        lines = ['Book', '====', '', f'.. workarounds:: {argument}']
        lines += [f'   :{name}: {value}' for name, value in options.items()]
        return self.write('index.rst', '\n'.join([*lines, '', text, '']))

    def build(
        self, builder: str = 'html', *options: str, **environ: str
    ) -> subprocess.CompletedProcess[str]:
        arguments = (
            *('-W', '-b', builder, '--keep-going', *options),
            *(str(self.source), str(self.out)),
        )
        # Sphinx puts no directory of its own before ours.
        environ = {
            'PYTHONPATH': self.path,
            'SOURCE_DATE_EPOCH': EPOCH,
        } | environ
        if self.is_process:
            command = command_line.tool('sphinx-build')
            return command_line.call([command, *arguments], **environ)
        return command_line.call_main(
            # Sphinx 7.0 takes the arguments of the process when it is loaded.
            lambda: build.main(list(arguments)),
            'sphinx-build',
            *arguments,
            **environ,
        )

    def read(self, name: str) -> str:
        return (self.out / name).read_text()

    def built(self, builder: str = 'html', **environ: str) -> str:
        """Build the book and return its first page."""
        done = self.build(builder, **environ)
        assert (done.returncode, done.stderr) == (0, '')
        return self.read({'text': 'index.txt', 'html': 'index.html'}[builder])

    def seen(self, **environ: str) -> str:
        """Build the book and return the visible text of its first page."""
        return seen(self.built(**environ))


@pytest.fixture
def book(tmp_path: pathlib.Path) -> Book:
    return Book(tmp_path)


def seen(page: str) -> str:
    """Return what a browser shows of a page's text, in one line."""
    body = page.partition('<div class="body" role="main">')[2]
    body = body.partition('<div class="sphinxsidebar"')[0]
    return ' '.join(html.unescape(re.sub(r'<[^>]*>', ' ', body)).split())


@pytest.mark.parametrize('builder', ['html', 'text'])
@pytest.mark.parametrize('catalogue', ['nova', 'placement', 'qemu-img nova'])
def test_installed_catalogues_are_built_without_a_warning(
    book: Book, catalogue: str, builder: str
) -> None:
    book.page(catalogue)
    page = book.built(builder)
    for heading in ('Status', 'Reference', 'Removed'):
        assert heading in page
    assert '2026-11-23' in page


def test_a_workaround_is_in_the_status_and_in_the_reference(
    book: Book,
) -> None:
    book.page('nova')
    page = book.seen()
    assert page.count('disable_deep_image_inspection') > 1
    assert 'this workaround weakens security' in page


def test_removed_ones_are_in_a_part_of_their_own(book: Book) -> None:
    book.page('theirs:HERE')
    status, removed = book.built('text').split('\nRemoved\n')
    assert 'gone' not in status
    assert 'Nobody needs it.' in removed
    assert '33.0.0' in removed
    assert 'flush' not in removed


@pytest.mark.parametrize(
    ('show', 'there', 'not_there'),
    [
        ('status', ['Status'], ['Does flush.', 'use_gone']),
        ('reference', ['Does flush.'], ['Status', 'use_gone']),
        ('removed', ['use_gone'], ['Status', 'Does flush.']),
        ('removed status', ['use_gone', 'Status'], ['Does flush.']),
    ],
)
def test_parts_can_be_chosen(
    book: Book, show: str, there: list[str], not_there: list[str]
) -> None:
    book.page('theirs:HERE', show=show)
    page = book.seen()
    assert [text for text in there if text not in page] == []
    assert [text for text in not_there if text in page] == []


def test_parts_come_in_the_order_that_is_asked_for(book: Book) -> None:
    book.page('theirs:HERE', show='removed status')
    page = book.seen()
    assert page.index('use_gone') < page.index('Status')


@pytest.mark.parametrize('catalogue', ['theirs:NONE', 'theirs:ONLY_GONE'])
def test_a_catalogue_without_live_ones_is_built(
    book: Book, catalogue: str
) -> None:
    book.page(catalogue)
    assert 'May be deleted : none' in book.seen()


def test_a_book_says_that_none_has_been_removed(book: Book) -> None:
    book.page('theirs:GIVE_UP', show='removed')
    assert 'None has been removed.' in book.built()


def test_the_day_is_that_of_a_build_that_is_to_be_reproduced(
    book: Book,
) -> None:
    book.page('theirs:HERE')
    assert '2001-02-03' in book.seen(SOURCE_DATE_EPOCH='981158400')


@pytest.mark.parametrize('zone', ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
def test_the_day_is_the_same_in_every_time_zone(book: Book, zone: str) -> None:
    book.page('theirs:HERE')
    assert '2026-11-23' in book.seen(TZ=zone)


def test_the_day_can_be_given(book: Book) -> None:
    book.page('theirs:HERE', **{'as-of': '2000-02-29'})
    assert '2000-02-29' in book.seen()


def test_the_same_book_is_built_twice_to_the_same_bytes(book: Book) -> None:
    book.page('nova')
    first = book.built()
    book.out = book.out.with_name('again')
    assert book.built() == first


def test_data_files_are_relative_to_the_document(book: Book) -> None:
    book.page('qemu-img', '.. toctree::\n\n   part/page\n')
    book.data()
    book.write(
        'part/page.rst',
        'Page\n====\n\n.. workarounds:: theirs:HERE\n'
        '   :data: ../facts.yaml\n   :as-of: 2000-01-01\n',
    )
    book.built()
    assert 'acme:1' in seen(book.read('part/page.html'))
    assert 'acme:1' not in seen(book.read('index.html'))


def test_a_change_of_a_data_file_builds_the_page_anew(book: Book) -> None:
    data = book.data()
    book.page('theirs:HERE', data='facts.yaml', **{'as-of': '2000-01-01'})
    assert 'unknown: tool 1.0.0' in book.seen()
    before = data.stat().st_mtime
    ships = {**DATA['ships']['tool']['acme:1'], 'version': '2.0.0'}
    book.data(ships={'tool': {'acme:1': ships}})
    os.utime(data, (before + 60, before + 60))
    assert 'not affected: tool 2.0.0' in book.seen()


def test_a_data_file_that_was_broken_is_read_again(book: Book) -> None:
    data = book.write('facts.yaml', 'schema: 2\n')
    before = data.stat().st_mtime
    book.page('theirs:HERE', data='facts.yaml')
    assert book.build().returncode != 0
    book.data()
    os.utime(data, (before + 60, before + 60))
    assert 'flush' in book.built()


FAULTS = {
    'an unknown catalogue': (
        ('nowa', {}),
        "no catalogue is called 'nowa'; did you mean nova?",
    ),
    'a module that is missing': (('nowhere:HERE', {}), 'nowhere:HERE'),
    'a catalogue that raises': (('theirs:broken', {}), 'on purpose'),
    'a part that there is not': (
        ('nova', {'show': 'status all'}),
        "show: 'all' is unknown; write some of status, reference, removed",
    ),
    'a day that is none': (
        ('nova', {'as-of': '2026-02-30'}),
        "as-of: '2026-02-30' is not a date; write one like 2027-01-31",
    ),
    'a day in words': (('nova', {'as-of': 'today'}), "'today' is not a date"),
    'an option that there is not': (('nova', {'dat': 'a'}), 'dat'),
    'an option without a value': (('nova', {'data': ''}), 'data'),
    'a data file that is missing': (
        ('nova', {'data': 'missing.yaml'}),
        'missing.yaml: No such file or directory; check the path',
    ),
    'a data file that is broken': (
        ('nova', {'data': 'broken.yaml'}),
        "broken.yaml:2: platfroms: is unknown here; did you mean 'platforms'?",
    ),
    'no catalogue': (('', {}), '1 argument(s) required, 0 supplied'),
}


@pytest.mark.parametrize('fault', FAULTS)
def test_an_error_names_the_document_and_the_line(
    book: Book, fault: str
) -> None:
    (argument, options), message = FAULTS[fault]
    book.write('broken.yaml', 'schema: 1\nplatfroms: {}\n')
    page = book.page(argument, **options)
    done = book.build()
    assert done.returncode != 0
    said = command_line.COLOUR.sub('', done.stderr)
    assert f'{page}:4: ' in said
    assert message in ' '.join(said.split())
    assert 'Traceback' not in said


@pytest.mark.parametrize('show', ['status', 'reference', 'status reference'])
def test_a_hostile_catalogue_is_shown_and_not_obeyed(
    book: Book, show: str
) -> None:
    book.page('theirs:HOSTILE', show=show)
    page = book.built()
    assert 'alert(1)' in page
    assert not re.search(r'<script>\s*alert', page)
    shown = seen(page)
    assert '</td><script>alert(1)</script> |version| live_migration_ ' in shown
    assert '`a`_ :doc:`b` ``c`` *d* \\ ' in shown


@pytest.mark.parametrize('name', ['HOSTILE', 'GIVE_UP'])
def test_an_option_of_a_command_keeps_its_two_hyphens(
    book: Book, name: str
) -> None:
    # Sphinx makes a dash of two hyphens, which no command understands.
    book.page(f'theirs:{name}', show='status')
    shown = book.seen()
    assert '\u2013service-version' not in shown


def test_hostile_data_are_shown_and_not_obeyed(book: Book) -> None:
    hostile = 'https://a.example/b_>`__ |version| <script>a()</script>'
    row = DATA['ships']['tool']['acme:1']
    book.data(ships={'tool': {'acme:1': {**row, 'source': hostile}}})
    book.page(
        'theirs:HERE',
        show='status',
        data='facts.yaml',
        **{'as-of': '2000-01-01'},
    )
    assert '<script>a()' not in book.built()


def test_an_advice_can_be_followed_in_a_book(book: Book) -> None:
    # The directive has no such option.
    book.page('theirs:GIVE_UP', show='status')
    assert 'service-version' not in book.seen()


def test_a_book_assesses_the_release_that_the_catalogue_covers(
    book: Book,
) -> None:
    book.page('theirs:COVERED', show='status')
    assert 'release 9.0.0 includes the fix (9.0.0)' in book.seen()


def test_two_directives_are_at_peace_in_one_document(book: Book) -> None:
    book.page('nova', '.. workarounds:: placement\n')
    page = book.built()
    assert len(re.findall(r'<h\d>Status', page)) == 2
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_the_same_catalogue_can_be_there_twice(book: Book) -> None:
    book.page('nova', '.. workarounds:: nova\n')
    page = book.built()
    ids = re.findall(r' id="([^"]*)"', page)
    assert len(ids) == len(set(ids))


def test_a_directive_below_a_section_makes_sections_below_it(
    book: Book,
) -> None:
    part = 'Part\n----\n\nText.\n\n.. workarounds:: theirs:HERE\n'
    last = 'Last\n----\n\nAfter it.\n'
    book.write('index.rst', f'Book\n====\n\n{part}\n{last}')
    page = book.built()
    levels = {
        name: level for level, name in re.findall(r'<h(\d)>(\w+)<a', page)
    }
    assert levels == {
        'Book': '1',
        'Part': '2',
        'Status': '3',
        'Reference': '3',
        'flush': '4',
        'Removed': '3',
        'Last': '2',
    }


def test_a_document_that_begins_with_the_directive_keeps_the_day(
    book: Book,
) -> None:
    # Sphinx takes fields at the top of a document for its metadata.
    book.write('index.rst', '.. workarounds:: theirs:HERE\n   :show: status\n')
    assert '2026-11-23' in book.seen()


def test_a_book_is_built_in_parallel(book: Book) -> None:
    names = [f'page{number}' for number in range(6)]
    for name in names:
        book.write(
            f'{name}.rst',
            f'{name}\n=====\n\n.. workarounds:: nova\n   :show: status\n',
        )
    listed = '\n'.join(f'   {name}' for name in names)
    book.page('placement', f'.. toctree::\n\n{listed}\n')
    book.is_process = True
    done = book.build('text', '-j', '2')
    assert (done.returncode, done.stderr) == (0, '')
    pages = {book.read(f'{name}.txt').split('\n', 3)[3] for name in names}
    assert len(pages) == 1
    assert 'enable_numa_live_migration' in pages.pop()


def test_addresses_are_links(book: Book) -> None:
    book.page('theirs:HERE', show='reference')
    assert 'href="https://bugs.example/1"' in book.built()
