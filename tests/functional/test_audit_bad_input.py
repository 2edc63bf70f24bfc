# SPDX-License-Identifier: Apache-2.0
"""Messages of audit about unusable input: one line, with the cure."""

import os
import pathlib

import pytest

from tests.functional import auditing
from tests.functional import command_line
from tests.functional import documents

READ = "import workarounds\n\nworkarounds.enabled('flush_images')\n"


@pytest.fixture(autouse=True)
def here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    auditing.make(pathlib.Path('project'))


@pytest.mark.parametrize(
    ('arguments', 'said'),
    [
        (['missing'], 'missing: No such file or directory; give a file or a '),
        (['/dev/null'], '/dev/null: neither a file nor a directory; give '),
        (
            ['project', '--references', '--workaround', 'flush_image'],
            "no workaround is called 'flush_image'; did you mean flush_im",
        ),
        (
            ['project', '--workaround', 'flush_images'],
            '--workaround selects references; give --references too',
        ),
        (['empty'], 'there is no file to read in empty; name others'),
    ],
)
def test_it_is_one_line(arguments: list[str], said: str) -> None:
    pathlib.Path('empty').mkdir()
    done = command_line.run('audit', *arguments)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(f'workarounds: {said}')
    assert done.stderr.count('\n') == 1


@pytest.mark.parametrize(
    ('arguments', 'said'),
    [
        ([], 'the following arguments are required: PATH'),
        (['project', '--ignore', 'WA999'], "invalid choice: 'WA999'"),
        (['project', '-f', 'xml'], "invalid choice: 'xml'"),
        (['project', '--service-version', 'new'], "'new' is not a version"),
    ],
)
def test_wrong_usage_is_reported(arguments: list[str], said: str) -> None:
    done = command_line.run('audit', *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert 'Traceback' not in done.stderr


#: Content that cannot be read, the place, and the message.
UNREADABLE = {
    'Python 2': (
        f'{READ}print "old"\n'.encode(),
        ':4',
        'not read: not valid for this Python (',
    ),
    'a template': (
        f'{READ}{{% if x %}}\n'.encode(),
        ':4',
        'not read: not valid for this Python (',
    ),
    'not UTF-8': (
        f'{READ}# caf\n'.encode().replace(b'caf', b'caf\xe9'),
        ':4',
        'not read: byte 0xe9 is not UTF-8',
    ),
    'NUL bytes': (
        READ.encode() + b'\x00\n',
        ':4',
        'not read: not UTF-8 text, because it has NUL bytes',
    ),
    'too large': (
        READ.encode() + b'#' * (9 * 1024 * 1024),
        '',
        'not read: larger than 8 MiB (9,437,',
    ),
    'nested too deeply': (
        f'{READ}x = {"(" * 300}{")" * 300}\n'.encode(),
        '',
        'not read: ',
    ),
}


@pytest.mark.parametrize('kind', UNREADABLE)
def test_a_file_that_cannot_be_read_is_skipped(kind: str) -> None:
    data, line, said = UNREADABLE[kind]
    pathlib.Path('project/images/bad.py').write_bytes(data)
    code, rows, _ = auditing.audit('audit', 'project')
    assert code == 2
    [row] = rows
    assert (row['code'], row['severity']) == ('WA200', 'error')
    assert documents.location(row).startswith(f'project/images/bad.py{line}')
    assert row['message'].startswith(said)
    assert 'leave' in row['cure']


def test_what_is_wrong_elsewhere_is_found_all_the_same() -> None:
    pathlib.Path('project/images/bad.py').write_text(f'{READ}print "old"\n')
    pathlib.Path('project/images/wrong.py').write_text(
        READ.replace('flush_images', 'flush')
    )
    code, rows, _ = auditing.audit('audit', 'project')
    assert code == 2
    assert [row['code'] for row in rows] == ['WA200', 'WA201']


def test_files_that_cannot_be_read_can_be_left_out() -> None:
    pathlib.Path('project/images/bad.py').write_text(f'{READ}print "old"\n')
    assert auditing.found('audit', '--ignore', 'WA200', 'project') == (0, [])


def test_references_say_what_was_not_read() -> None:
    pathlib.Path('project/images/bad.py').write_text(f'{READ}print "old"\n')
    done = command_line.run('audit', '--references', 'project')
    assert done.returncode == 2
    assert 'flush_images' in done.stdout
    assert done.stderr.startswith(
        'workarounds: project/images/bad.py:4: not read: '
    )


def test_a_link_that_leads_out_is_reported(tmp_path: pathlib.Path) -> None:
    pathlib.Path('outside.py').write_text(READ)
    os.symlink(tmp_path / 'outside.py', 'project/images/link.py')
    code, [row], _ = auditing.audit('audit', 'project')
    assert (code, row['code']) == (2, 'WA200')
    assert documents.location(row) == 'project/images/link.py'


def test_a_name_that_is_no_text_does_no_harm() -> None:
    name = os.fsdecode(b'project/images/caf\xe9\x1b[31m.py')
    pathlib.Path(name).write_text(READ.replace('flush_images', 'flush'))
    for form in ('table', 'csv', 'json', 'flake8', 'github', 'sarif'):
        done = command_line.run('audit', 'project', '-f', form)
        assert done.returncode == 1, done.stderr
        assert '\x1b' not in done.stdout
        assert 'Traceback' not in done.stderr
        assert 'WA201' in done.stdout


def test_a_catalogue_that_cannot_be_loaded_is_reported() -> None:
    done = command_line.run('--namespace', 'missing:HERE', 'audit', 'project')
    assert done.returncode == 2
    assert 'catalogue missing:HERE: ModuleNotFoundError' in done.stderr


def test_paths_of_several_projects_have_no_version() -> None:
    auditing.make(pathlib.Path('other'), '1.0.0')
    code, _, said = auditing.audit('audit', 'project', 'other')
    assert code == 2
    assert said.startswith(
        'workarounds: the paths are of several versions, 34.0.0 '
        '(project/setup.cfg), 1.0.0 (other/setup.cfg); name those of one '
        'project, or give --service-version\n'
    )


def test_a_version_that_cannot_be_compared_is_reported() -> None:
    pathlib.Path('project/setup.cfg').write_text(auditing.SETUP.format('next'))
    code, _, said = auditing.audit('audit', 'project')
    assert code == 2
    assert said.startswith(
        "workarounds: project/setup.cfg has 'next' for a version, which "
        'cannot be compared; give --service-version\n'
    )


def test_metadata_that_cannot_be_read_are_reported() -> None:
    pathlib.Path('project/setup.cfg').write_text('version\n')
    done = command_line.run('audit', 'project')
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(
        'workarounds: project/setup.cfg cannot be read for the version of '
        'the project ('
    )
    assert done.stderr.count('\n') == 1
