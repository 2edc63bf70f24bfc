# SPDX-License-Identifier: Apache-2.0
"""What retire prints for programs, and for those who show it with the code."""

import json
import pathlib

import pytest
import yaml

from tests.functional import documents
from tests.functional import retiring

#: A public function that is no longer used, and a text that names it.
PUBLIC = b"""\
import workarounds


def flushes():
    return workarounds.enabled('fsync')


def convert(image):
    if flushes():
        image.flush()
    return image
"""
#: What one removal leaves unused, and that what it used.
SYNC = b"""\
import os

import workarounds


def _sync():
    os.sync()


def copy(image):
    if workarounds.enabled('fsync'):
        _sync()
    return image
"""
README = b'Set disable_fsync to switch it off.\n'


@pytest.fixture(autouse=True)
def project(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {'flushing/public.py': PUBLIC, 'flushing/readme.rst': README}
    retiring.make(tmp_path / 'project', retiring.FILES | files)
    monkeypatch.chdir(tmp_path / 'project')


def printed(form: str, *arguments: str) -> str:
    done = retiring.retire('flushing', '-f', form, *arguments)
    assert done.returncode == 1
    assert b'WA3' not in done.stderr
    return done.stdout.decode()


def test_text_has_a_line_for_each_on_stderr() -> None:
    done = retiring.retire('flushing')
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        'flushing/public.py:4: WA308 flushes now always returns False, and is '
        'kept without a use in the paths: its name is public; delete it, '
        'unless something else uses it',
        'flushing/readme.rst:1: WA310 this text still mentions disable_fsync; '
        'change it if it is about the removed code',
    ]


def test_json_has_diagnostics_and_changes() -> None:
    document = documents.read(printed('json'), 'diagnostics')
    assert [
        (each['code'], each['severity'], documents.location(each))
        for each in document['diagnostics']
    ] == [
        ('WA308', 'warning', 'flushing/public.py:4'),
        ('WA310', 'note', 'flushing/readme.rst:1'),
    ]
    assert {each['subject'] for each in document['diagnostics']} == {'fsync'}
    patch = ''.join(change['patch'] for change in document['changes'])
    assert patch == retiring.retire('flushing').stdout.decode()
    assert yaml.safe_load(printed('yaml')) == document


@pytest.mark.parametrize(
    ('arguments', 'name'),
    [
        ((), 'flushing'),
        (
            ('--namespace', 'tests.functional.patched_nova:CATALOGUE'),
            'patched-nova',
        ),
    ],
)
def test_json_says_whose_code_it_is(
    arguments: tuple[str, ...], name: str
) -> None:
    document = documents.read(printed('json', *arguments), 'diagnostics')
    assert document['service']['project'] == name


def test_json_says_why_it_may_go_and_why_each_place_changes() -> None:
    document = documents.read(printed('json'), 'diagnostics')
    workaround = document['workaround']
    assert workaround['name'] == 'fsync'
    assert workaround['removed_in'] == '5.0.0'
    assert [each['code'] for each in workaround['evidence']] == ['WA206']
    reasons = {
        (edit['file'], edit['line']): edit['reason']
        for edit in document['edits']
    }
    why = "fsync is always off: return workarounds.enabled('fsync')"
    assert reasons['flushing/public.py', 5] == why
    assert reasons['flushing/public.py', 9] == (
        f'flushes now always returns False, because {why}'
    )
    # "workarounds" is also the group that the last file names.
    assert reasons['flushing/public.py', 1] == (
        f'nothing uses workarounds any more; '
        f'its last use depended on flushing/public.py:5 ({why})'
    )


def test_a_removal_names_the_read_that_the_last_use_depended_on() -> None:
    pathlib.Path('flushing/sync.py').write_bytes(SYNC)
    document = documents.read(printed('json'), 'diagnostics')
    reasons = {
        edit['line']: edit['reason']
        for edit in document['edits']
        if edit['file'] == 'flushing/sync.py'
    }
    read = (
        'its last use depended on flushing/sync.py:11 '
        "(fsync is always off: if workarounds.enabled('fsync'):)"
    )
    assert reasons[1] == f'nothing uses os any more; {read}'
    assert reasons[6] == f'nothing uses _sync any more; {read}'


def test_lines_are_those_after_the_changes_if_they_are_written() -> None:
    document = documents.read(printed('json', '--write'), 'diagnostics')
    places = [documents.location(each) for each in document['diagnostics']]
    assert places == ['flushing/public.py:1', 'flushing/readme.rst:1']


def test_sarif_has_a_result_for_each() -> None:
    [run] = json.loads(printed('sarif'))['runs']
    rules = [rule['id'] for rule in run['tool']['driver']['rules']]
    results = [(each['ruleId'], each['level']) for each in run['results']]
    assert results == [('WA308', 'warning'), ('WA310', 'note')]
    assert [rules[each['ruleIndex']] for each in run['results']] == [
        'WA308',
        'WA310',
    ]
    assert all(rule.startswith('WA3') for rule in rules)


def test_github_has_a_command_for_each() -> None:
    first, second = printed('github').splitlines()
    assert first.startswith('::warning file=flushing/public.py,line=4,')
    assert second.startswith('::notice file=flushing/readme.rst,line=1,')


def test_a_note_alone_does_not_change_the_exit_code() -> None:
    pathlib.Path('flushing/public.py').unlink()
    done = retiring.retire('flushing')
    assert done.returncode == 0, done.stderr
    assert b'readme.rst:1: WA310' in done.stderr
