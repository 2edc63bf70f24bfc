# SPDX-License-Identifier: Apache-2.0
"""The matrix in files: written whole or not at all, and compared."""

import importlib.metadata
import json
import os
import pathlib
import resource
import signal
import stat
import subprocess
from typing import Any

import pytest

from tests.functional import command_line
from tests.functional import retiring
from tests.functional import test_matrix

FORMATS = test_matrix.FORMATS
AS_OF = test_matrix.AS_OF
NAME = test_matrix.NAME
#: Formats that have the day in them.
DATED = ['html', 'json', 'rst', 'yaml']
BEGINNINGS = {
    'csv': '"Workaround"',
    'html': '<!',
    'json': '{',
    'rst': 'Which code may be deleted',
    'text': 'removable (1): ',
    'yaml': 'schema: 2',
}


@pytest.fixture
def project(tmp_path: pathlib.Path) -> test_matrix.Project:
    (tmp_path / 'docs').mkdir()
    return test_matrix.Project(tmp_path)


@pytest.fixture
def docs(project: test_matrix.Project) -> pathlib.Path:
    """Return an empty directory for pages."""
    return project.directory / 'docs'


def listed(directory: pathlib.Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def mode(path: pathlib.Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize(
    ('name', 'form'),
    [
        ('a.csv', 'csv'),
        ('a.html', 'html'),
        ('a.json', 'json'),
        ('a.rst', 'rst'),
        ('a.yaml', 'yaml'),
        ('a.yml', 'yaml'),
        ('a.txt', 'text'),
        ('a', 'text'),
        ('a.html.json', 'json'),
        ('.json', 'text'),
        ('A.HTML', 'html'),
    ],
)
def test_the_end_of_the_name_tells_the_format(
    project: test_matrix.Project, docs: pathlib.Path, name: str, form: str
) -> None:
    done = project.run('--output', docs / name)
    assert (done.returncode, done.stdout, done.stderr) == (0, '', '')
    assert (docs / name).read_text().startswith(BEGINNINGS[form])
    assert listed(docs) == [name]


@pytest.mark.parametrize('form', FORMATS)
def test_the_format_can_be_given(
    project: test_matrix.Project, docs: pathlib.Path, form: str
) -> None:
    page = docs / 'page.rst'
    done = project.run('--output', page, '-f', form)
    assert (done.returncode, done.stdout, done.stderr) == (0, '', '')
    assert page.read_text() == project.run('-f', form).stdout


@pytest.mark.parametrize('columns', [40, 80])
def test_a_file_does_not_depend_on_the_terminal_that_wrote_it(
    project: test_matrix.Project, docs: pathlib.Path, columns: int
) -> None:
    page = docs / 'page.txt'
    code, shown = command_line.run_in_terminal(
        *project.arguments('--output', page), columns=columns
    )
    assert (code, shown) == (0, '')
    assert page.read_text() == project.run('-f', 'text').stdout


def test_a_check_does_not_depend_on_the_terminal(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.txt'
    project.run('--output', page)
    code, shown = command_line.run_in_terminal(
        *project.arguments('--check', page), columns=40
    )
    assert (code, shown) == (0, '')


@pytest.mark.parametrize('mask', [0o022, 0o077])
def test_a_new_file_has_the_mode_that_the_user_wants(
    project: test_matrix.Project, docs: pathlib.Path, mask: int
) -> None:
    page = docs / 'page.html'
    before = os.umask(mask)
    try:
        assert project.run('--output', page).returncode == 0
    finally:
        os.umask(before)
    assert mode(page) == 0o666 & ~mask


@pytest.mark.parametrize('before', [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_mode(
    project: test_matrix.Project, docs: pathlib.Path, before: int
) -> None:
    page = docs / 'page.html'
    page.write_text('old')
    page.chmod(before)
    assert project.run('--output', page).returncode == 0
    assert page.read_text() != 'old'
    assert mode(page) == before


@pytest.mark.skipif(os.geteuid() != 0, reason='only root may give files away')
def test_a_file_of_another_user_stays_one(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.html'
    page.write_text('old')
    os.chown(page, 12345, 12346)
    page.chmod(0o6755)
    assert project.run('--output', page).returncode == 0
    assert page.read_text() != 'old'
    assert (page.stat().st_uid, page.stat().st_gid) == (12345, 12346)
    assert mode(page) == 0o6755


@pytest.mark.parametrize('target', ['real.html', '../elsewhere.html'])
@pytest.mark.parametrize('exists', [True, False])
def test_a_link_stays_one_and_its_target_is_written(
    project: test_matrix.Project,
    docs: pathlib.Path,
    target: str,
    exists: bool,
) -> None:
    link, real = docs / 'page.html', docs / target
    link.symlink_to(target)
    if exists:
        real.write_text('old')
    assert project.run('--output', link).returncode == 0
    assert link.is_symlink()
    assert real.read_text().startswith('<!')


def test_standard_output_can_be_named(project: test_matrix.Project) -> None:
    # In a process, whose output is a pipe.
    done = command_line.run_process(
        *project.arguments('--output', '/dev/stdout', '-f', 'rst')
    )
    assert (done.returncode, done.stderr) == (0, '')
    assert done.stdout == project.run('-f', 'rst').stdout


def test_what_stands_before_in_standard_output_stays(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    log = docs / 'log'
    arguments = project.arguments('--output', '/dev/stdout', '-f', 'rst')
    with log.open('a') as output:
        output.write('before\n')
        output.flush()
        subprocess.run(
            [command_line.tool('workarounds'), *map(str, arguments)],
            check=True,
            env=command_line.environment(),
            stdout=output,
            timeout=command_line.PATIENCE,
        )
    text = log.read_text()
    assert text.startswith('before\n')
    assert f':As of: {AS_OF}' in text


@pytest.mark.parametrize(
    ('path', 'cause'),
    [
        ('{}', 'is unchanged: Is a directory'),
        ('{}/missing/page.html', 'is not created: No such file or directory'),
        ('{}/old/page.html', 'is not created: Not a directory'),
        ('/dev/full', 'is unchanged: No space left on device'),
        ('/proc/page.html', 'is not created: No such file or directory'),
    ],
)
def test_a_place_that_cannot_be_written_to_is_reported(
    project: test_matrix.Project, docs: pathlib.Path, path: str, cause: str
) -> None:
    (docs / 'old').write_text('old')
    where = path.format(docs)
    done = project.run('--output', where)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(
        f'workarounds: {where} cannot be written and {cause}'
    )
    assert listed(docs) == ['old']
    assert (docs / 'old').read_text() == 'old'


def test_a_directory_that_may_not_be_written_to_is_reported(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.html'
    page.write_text('old')
    docs.chmod(0o500)
    try:
        done = retiring.unprivileged(
            *project.arguments('--output', page),
            PYTHONPATH=str(project.directory),
        )
    finally:
        docs.chmod(0o700)
    assert (done.returncode, done.stdout) == (2, b'')
    assert b'Permission denied' in done.stderr
    assert listed(docs) == ['page.html']
    assert page.read_text() == 'old'


def limited(
    project: test_matrix.Project, *arguments: object, size: int
) -> subprocess.CompletedProcess[str]:
    """Run the command where no file may grow beyond a size in bytes."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(
        [
            command_line.tool('workarounds'),
            *map(str, project.arguments(*arguments)),
        ],
        capture_output=True,
        check=False,
        env=command_line.environment(),
        preexec_fn=limit,
        text=True,
        timeout=command_line.PATIENCE,
    )


@pytest.mark.parametrize('size', [0, 1, 1000])
@pytest.mark.parametrize('old', ['old', None])
def test_a_file_that_cannot_be_finished_leaves_the_old_one(
    project: test_matrix.Project,
    docs: pathlib.Path,
    size: int,
    old: str | None,
) -> None:
    page = docs / 'page.html'
    if old:
        page.write_text(old)
    done = limited(project, '--output', page, size=size)
    assert (done.returncode, done.stdout) == (2, '')
    state = 'unchanged' if old else 'not created'
    assert f'cannot be written and is {state}: File too large' in done.stderr
    assert listed(docs) == (['page.html'] if old else [])
    assert not old or page.read_text() == old


def test_a_file_of_the_longest_name_is_written(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / f'{"a" * 250}.json'
    done = project.run('--output', page)
    assert (done.returncode, done.stderr) == (0, '')
    assert page.read_text().startswith('{')


@pytest.mark.parametrize(
    'arguments',
    [
        ('--data', '{}/missing.yaml'),
        ('-c', 'Nothing'),
        ('--as-of', 'never'),
    ],
)
def test_an_error_leaves_no_file(
    project: test_matrix.Project,
    docs: pathlib.Path,
    arguments: tuple[str, ...],
) -> None:
    given = [argument.format(docs) for argument in arguments]
    done = project.run(*given, '--output', docs / 'page.csv')
    assert done.returncode == 2
    assert listed(docs) == []


@pytest.mark.parametrize('form', FORMATS)
def test_a_hostile_catalogue_is_written_to_a_file(
    project: test_matrix.Project, docs: pathlib.Path, form: str
) -> None:
    page, hostile = docs / 'page', ('theirs:HOSTILE',)
    done = project.run('--output', page, '-f', form, namespaces=hostile)
    assert done.returncode == 0
    assert 'hostile' in page.read_text()
    again = project.run('--check', page, '-f', form, namespaces=hostile)
    assert (again.returncode, again.stdout) == (0, '')


def test_a_page_without_a_catalogue_that_is_broken_is_not_written(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.html'
    page.write_text('old')
    done = project.run(
        '--output', page, namespaces=('theirs:HERE', 'theirs:leaves')
    )
    assert done.returncode == 2
    assert page.read_text() == 'old'


@pytest.mark.parametrize('option', ['--output', '--check'])
def test_a_name_of_nothing_is_refused(
    project: test_matrix.Project, option: str
) -> None:
    # A variable of a CI job that is not set must not pass the check.
    done = project.run(option, '')
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr


@pytest.mark.parametrize('form', FORMATS)
def test_a_copy_that_is_the_same_passes_the_check(
    project: test_matrix.Project, docs: pathlib.Path, form: str
) -> None:
    page = docs / 'page'
    project.run('--output', page, '-f', form)
    before = page.stat().st_ino, page.stat().st_mtime_ns
    done = project.run('--check', page, '-f', form)
    assert (done.returncode, done.stdout) == (0, '')
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == before
    assert listed(docs) == ['page']


@pytest.mark.parametrize('form', FORMATS)
def test_a_change_of_state_fails_the_check_and_is_shown(
    project: test_matrix.Project, docs: pathlib.Path, form: str
) -> None:
    page = docs / 'page'
    project.run('--output', page, '-f', form)
    old = page.read_text()
    project.is_not_fixed('acme:1')
    done = project.run('--check', page, '-f', form)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == [f'--- {page}', '+++ as it is now']
    assert [line for line in lines if line[0] == '+' and 'blocked' in line]
    assert f'{page} differs from the declarations' in done.stderr
    assert page.read_text() == old


@pytest.mark.parametrize('form', DATED)
def test_an_old_copy_passes_at_its_own_day_and_time_is_reported(
    project: test_matrix.Project, docs: pathlib.Path, form: str
) -> None:
    project.is_not_fixed('acme:1')
    page = docs / 'page'
    project.run('--output', page, '-f', form)
    # Today, whenever that is, both platforms have ended.
    done = project.run('--check', page, '-f', form, as_of=None)
    assert (done.returncode, done.stdout) == (0, '')
    assert (
        f'{NAME} was blocked by acme:1 on {AS_OF} and is unknown on 20'
        in done.stderr
    )


def test_what_has_expired_since_is_reported_and_passes(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    (project.directory / 'theirs.py').write_text(
        test_matrix.CATALOGUE.replace(
            "'35.0.0'", '__import__("datetime").date(2001, 6, 15)'
        )
    )
    page, here = docs / 'page.json', ('theirs:HERE',)
    project.run('--output', page, namespaces=here)
    done = project.run('--check', page, namespaces=here, as_of=None)
    assert (done.returncode, done.stdout) == (0, '')
    assert f'flush has expired since {AS_OF}' in done.stderr


def test_a_given_day_counts_more_than_that_of_the_copy(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.json'
    project.run('--output', page)
    done = project.run('--check', page, as_of='2001-07-01')
    assert done.returncode == 1
    assert f'-  "as_of": "{AS_OF}",' in done.stdout
    assert '+  "as_of": "2001-07-01",' in done.stdout


@pytest.mark.parametrize('form', ['csv', 'table', 'value'])
def test_a_day_in_a_sentence_is_not_that_of_the_copy(
    project: test_matrix.Project, docs: pathlib.Path, form: str
) -> None:
    # These formats have no day. That of the sentence is not used: both
    # platforms were supported then, and neither is today.
    (project.directory / 'theirs.py').write_text(
        test_matrix.CATALOGUE.replace(
            "'a choice'", "'a choice as of 2001-06-01'"
        )
        + f"HERE.append(declare('{NAME}_2', workarounds.PackageFix(\n"
        + "    component='qemu', version='2.0')))\n"
    )
    page, here = docs / 'page', ('theirs:HERE',)
    how: dict[str, Any] = {'namespaces': here, 'as_of': None}
    project.run('--output', page, '-f', form, **how)
    done = project.run('--check', page, '-f', form, **how)
    assert (done.returncode, done.stdout) == (2, '')
    assert f'{page} names no day' in done.stderr


@pytest.mark.parametrize(
    ('form', 'day'),
    [
        ('rst', '2001-13-45'),
        ('rst', '2001-02-30'),
        ('json', '0000-00-00'),
        ('yaml', '9999-99-99'),
    ],
)
def test_a_copy_with_a_day_that_is_none_is_no_internal_error(
    project: test_matrix.Project, docs: pathlib.Path, form: str, day: str
) -> None:
    page = docs / f'page.{form}'
    project.run('--output', page)
    page.write_text(page.read_text().replace(AS_OF, day))
    done = project.run('--check', page, as_of=None)
    assert done.returncode in (1, 2)


@pytest.mark.parametrize(
    ('content', 'cause'),
    [
        (None, 'No such file or directory'),
        (b'caf\xe9', 'it is not UTF-8'),
        ('\ufeffschema'.encode('utf-16'), 'it is not UTF-8'),
    ],
)
def test_a_copy_that_cannot_be_read_is_reported(
    project: test_matrix.Project,
    docs: pathlib.Path,
    content: bytes | None,
    cause: str,
) -> None:
    page = docs / 'page.json'
    if content is not None:
        page.write_bytes(content)
    done = project.run('--check', page)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        f'workarounds: {page} cannot be read: {cause}; write it with '
        f'--output first\n'
    )


def test_a_directory_is_no_copy(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    done = project.run('--check', docs)
    assert (done.returncode, done.stdout) == (2, '')
    assert f'{docs} cannot be read: Is a directory' in done.stderr


@pytest.mark.parametrize('content', ['', '\n', '{', '\x00'])
def test_a_copy_of_nothing_fails_the_check(
    project: test_matrix.Project, docs: pathlib.Path, content: str
) -> None:
    page = docs / 'page.json'
    page.write_text(content)
    done = project.run('--check', page)
    assert done.returncode == 1
    assert f'"name": "{NAME}"' in done.stdout


@pytest.mark.parametrize('change', ['\r\n', '\n\n', ' \n'])
def test_a_copy_that_differs_in_blanks_alone_fails_and_shows_them(
    project: test_matrix.Project, docs: pathlib.Path, change: str
) -> None:
    page = docs / 'page.json'
    project.run('--output', page)
    text = page.read_text().replace('\n', change)
    page.write_bytes(text.encode())
    done = project.run('--check', page)
    assert done.returncode == 1
    assert done.stdout.strip()


def test_a_copy_without_its_last_newline_says_what_differs(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.json'
    project.run('--output', page)
    page.write_text(page.read_text().rstrip('\n'))
    done = project.run('--check', page)
    assert done.returncode == 1
    assert done.stdout.strip()


def test_a_long_difference_is_cut_and_says_so(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.json'
    page.write_text('old\n' * 1000)
    done = project.run('--check', page)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) < 250
    assert done.stdout.rstrip().endswith(' more lines')


@pytest.mark.parametrize(
    ('form', 'line'), [('json', '  "schema": 2,'), ('yaml', 'schema: 2')]
)
def test_a_copy_of_the_schema_before_is_refused_with_the_cure(
    project: test_matrix.Project, docs: pathlib.Path, form: str, line: str
) -> None:
    page = docs / f'page.{form}'
    project.run('--output', page)
    text = page.read_text()
    assert line in text.splitlines()
    page.write_text(text.replace(line, line.replace('2', '1')))
    done = project.run('--check', page)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == (
        f'workarounds: {page}: this is schema 1, which an earlier release '
        f'wrote, and cannot be compared with schema 2; write the file again '
        f'with --output\n'
    )


@pytest.mark.parametrize('form', ['json', 'yaml'])
def test_a_copy_that_another_version_of_the_command_wrote_passes(
    project: test_matrix.Project, docs: pathlib.Path, form: str
) -> None:
    page = docs / f'page.{form}'
    project.run('--output', page)
    version = importlib.metadata.version('workarounds')
    text = page.read_text()
    assert text.count(version) == 1
    page.write_text(text.replace(version, '0.0.0'))
    done = project.run('--check', page)
    assert (done.returncode, done.stdout) == (0, '')


def test_a_difference_in_everything_is_reported_in_time(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    # It may take as long as the page is; more, and command_line gives up.
    (project.directory / 'theirs.py').write_text(
        test_matrix.CATALOGUE
        + "FIX = workarounds.PackageFix(component='qemu', version='8.0')\n"
        + "MANY = [declare(f'w{number}', FIX) for number in range(300)]\n"
    )
    page, many = docs / 'page.json', ('theirs:MANY',)
    project.run('--output', page, namespaces=many, as_of='2026-01-01')
    done = project.run('--check', page, namespaces=many)
    assert done.returncode == 1


def test_a_check_with_a_broken_catalogue_does_not_pass(
    project: test_matrix.Project, docs: pathlib.Path
) -> None:
    page = docs / 'page.json'
    project.run('--output', page, namespaces=('theirs:HERE',))
    assert json.loads(page.read_text())['workarounds']
    done = project.run(
        '--check', page, namespaces=('theirs:HERE', 'theirs:leaves')
    )
    assert done.returncode == 2
