# SPDX-License-Identifier: Apache-2.0
"""The diagnostics of the installed command about a project."""

import os
import pathlib
import sys
from typing import Any

import pytest

from tests.functional import auditing
from tests.functional import command_line
from tests.functional import documents


@pytest.fixture(autouse=True)
def here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(version: str | None = '34.0.0', **files: str) -> None:
    auditing.make(pathlib.Path('project'), version, **files)


def test_nothing_is_wrong_before_the_expiry() -> None:
    make()
    assert auditing.audit('audit', 'project') == (
        0,
        [],
        'workarounds: 4 files: 1 read of 1 workaround, 0 settings in tests; '
        'service version 34.0.0 (project/setup.cfg)\n',
    )


@pytest.mark.parametrize('options', [[], ['--references']])
def test_the_document_names_the_project_of_the_source(
    options: list[str],
) -> None:
    make()
    done = command_line.run('audit', 'project', *options, '-f', 'json')
    document = documents.read(
        done.stdout, 'references' if options else 'diagnostics'
    )
    assert document['service']['project'] == 'images'


def test_names_that_no_declaration_has_are_not_counted() -> None:
    make(
        wrong='import workarounds\n\n\ndef f(name):\n'
        "    workarounds.enabled('flush_image')\n"
        '    workarounds.enabled(name)\n'
    )
    _, _, said = auditing.audit('audit', 'project')
    assert ': 3 reads of 1 workaround, ' in said


def test_the_day_that_the_version_reaches_the_expiry() -> None:
    make('35.0.0')
    code, [row], _ = auditing.audit('audit', 'project')
    assert code == 1
    assert (row['code'], row['name']) == ('WA206', 'expired-release')
    assert (row['severity'], row['subject']) == ('error', 'flush_images')
    assert row['location'] == {
        'file': 'project/images/declared.py',
        'line': 4,
        'column': 5,
        'end_line': 11,
        'end_column': 6,
        'environment': None,
        'source': None,
    }


def test_a_quiet_run_says_nothing_but_the_findings() -> None:
    make('35.0.0')
    code, [row], said = auditing.audit('--quiet', 'audit', 'project')
    assert (code, row['code'], said) == (1, 'WA206', '')


def test_an_old_commit_passes_its_own_check() -> None:
    make('35.0.0')
    version = ('--service-version', '34.9.9')
    code, rows, said = auditing.audit(*version, 'audit', 'project')
    assert (code, rows) == (0, [])
    assert said.endswith('; service version 34.9.9 (--service-version)\n')


def test_the_version_is_that_of_the_metadata_of_an_installed_project() -> None:
    auditing.make(pathlib.Path('site-packages'), None)
    os.remove('site-packages/setup.py')
    built = pathlib.Path('site-packages/images-35.0.0.dist-info')
    built.mkdir()
    (built / 'METADATA').write_text('Name: images\nVersion: 35.0.0\n')
    (built / 'RECORD').write_text('images/disk.py,sha256=x,1\n')
    code, rows, said = auditing.audit('audit', 'site-packages/images')
    assert (code, [row['code'] for row in rows]) == (1, ['WA206'])
    assert f'35.0.0 ({built}/METADATA)' in said


def test_an_expiry_that_cannot_be_judged_is_no_good_news() -> None:
    make(None)
    code, rows, said = auditing.audit('audit', 'project')
    assert (code, rows) == (2, [])
    assert said.splitlines() == [
        'workarounds: 3 files: 1 read of 1 workaround, 0 settings in tests; '
        'service version not known',
        'workarounds: nothing beside or above the paths says which version '
        'of the service this is, so the expiry of flush_images is not '
        'checked; give --service-version',
    ]


def test_a_project_that_promised_no_version_needs_none() -> None:
    make(
        None,
        declared=auditing.DECLARED.replace(
            "'35.0.0'", "workarounds.Never('operators choose')"
        ),
    )
    assert auditing.found('audit', 'project') == (0, [])


@pytest.mark.parametrize('strict', [False, True])
def test_a_date_warns(strict: bool) -> None:
    text = auditing.DECLARED.replace("'35.0.0'", 'datetime.date(2026, 1, 2)')
    make(declared=f'import datetime\n{text}')
    options = ['--strict'] if strict else []
    code, [row], _ = auditing.audit('audit', *options, 'project')
    assert (row['code'], row['severity']) == ('WA207', 'warning')
    assert code == int(strict)


def test_notes_never_count() -> None:
    make(
        declared=auditing.DECLARED.replace(
            "expires='35.0.0'", "expires='35.0.0', renewed_from=['33.0.0']"
        )
    )
    code, [row], _ = auditing.audit('audit', '--strict', 'project')
    assert (code, row['code'], row['severity']) == (0, 'WA213', 'note')
    assert row['message'].endswith(' renewed once; earlier expiries: 33.0.0')


WRONG = """\
import workarounds
from oslo_config import cfg

CONF = cfg.CONF
FROZEN = workarounds.enabled('flush_images')


def wrong(names):
    workarounds.enabled('flush_image')
    workarounds.enabled('announce_guests')
    if not CONF.workarounds.disable_flushes:
        pass
    return [workarounds.enabled(name) for name in names]
"""


def test_each_kind_of_finding_has_its_place() -> None:
    unread = """\
import datetime

import workarounds

FAR = workarounds.Workaround(
    name='never_read',
    summary='Does nothing.',
    bugs=workarounds.Unstated('nobody looked'),
    fix=workarounds.NoFix('why'),
    expires='99.0.0',
)
"""
    make('34.0.0', wrong=WRONG, unread=unread)
    code, rows, _ = auditing.audit('audit', 'project')
    assert code == 1
    assert [(row['code'], documents.location(row)) for row in rows] == [
        ('WA205', 'project/images/unread.py:5'),
        ('WA208', 'project/images/unread.py:5'),
        ('WA211', 'project/images/unread.py:5'),
        ('WA204', 'project/images/wrong.py:5'),
        ('WA201', 'project/images/wrong.py:9'),
        ('WA202', 'project/images/wrong.py:10'),
        ('WA203', 'project/images/wrong.py:11'),
        ('WA212', 'project/images/wrong.py:13'),
    ]
    cures = {row['code']: row['cure'] for row in rows}
    assert cures['WA201'] == 'did you mean flush_images?'
    assert cures['WA203'] == "write not workarounds.enabled('flush_images')"


def test_codes_can_be_left_out() -> None:
    make(wrong=WRONG)
    options = [f'--ignore=WA{number}' for number in (201, 202, 203, 204)]
    assert auditing.found('audit', *options, 'project') == (
        0,
        [('WA212', 'project/images/wrong.py:13')],
    )


def test_a_comment_silences_its_line() -> None:
    make(
        '35.0.0',
        declared=auditing.DECLARED.replace(
            "expires='35.0.0',",
            "expires='35.0.0',  # workarounds: ignore=WA206 until May",
        ),
    )
    assert auditing.found('audit', 'project') == (0, [])


def test_a_comment_that_silences_nothing_is_reported() -> None:
    make(
        disk=auditing.READ.replace(
            "('flush_images'):",
            "('flush_images'):  # workarounds: ignore=WA203,WA204",
        )
    )
    assert auditing.found('audit', 'project') == (
        1,
        [
            (code, 'project/images/disk.py:5')
            for code in ('WA209', 'WA209', 'WA210', 'WA210')
        ],
    )


def test_what_is_to_be_cleaned_up_is_reported() -> None:
    make('35.0.0')
    for path, text in {
        'doc/admin.rst': 'Set ``disable_flushes`` if you must.\n',
        'releasenotes/notes/a-1.yaml': 'upgrade: announce_guests is gone\n',
        'etc/images.conf.sample': '[workarounds]\n#announce_guests = 1\n',
    }.items():
        file = pathlib.Path('project', path)
        file.parent.mkdir(parents=True)
        file.write_text(text)
    code, rows, _ = auditing.audit('audit', '--ignore=WA206', 'project')
    assert code == 0
    assert [
        (row['code'], documents.location(row), row['subject']) for row in rows
    ] == [
        ('WA215', 'project/doc/admin.rst:1', 'flush_images'),
        ('WA215', 'project/etc/images.conf.sample:2', 'announce_guests'),
    ]


def test_the_catalogue_of_another_project_can_be_named() -> None:
    make(
        nova='import nova.conf\nCONF = nova.conf.CONF\n\n\ndef f():\n'
        '    return CONF.workarounds.disable_rootwrap\n'
    )
    assert auditing.found('--namespace', 'nova', 'audit', 'project') == (
        1,
        [('WA203', 'project/images/nova.py:6')],
    )


def test_nothing_is_known_without_a_declaration() -> None:
    pathlib.Path('disk.py').write_text(auditing.READ)
    code, rows, said = auditing.audit('audit', 'disk.py')
    assert (code, [row['code'] for row in rows]) == (1, ['WA201'])
    assert said.startswith(
        'workarounds: no workaround is known: none is declared in the paths, '
        'and no --namespace is given\n'
    )


def references(*arguments: object) -> list[dict[str, Any]]:
    done = command_line.run('audit', '--references', *arguments, '-f', 'json')
    assert (done.returncode, done.stderr) == (0, '')
    found: list[dict[str, Any]] = documents.read(done.stdout, 'references')[
        'references'
    ]
    return found


def test_all_references_are_printed_instead() -> None:
    make('35.0.0', wrong=WRONG)
    rows = references('--workaround', 'disable_flushes', 'project/images')
    assert [(documents.location(row), row['kind']) for row in rows] == [
        ('project/images/declared.py:4', 'declaration'),
        ('project/images/disk.py:5', 'enabled'),
        ('project/images/wrong.py:5', 'enabled'),
        ('project/images/wrong.py:11', 'direct'),
    ]
    assert {row['subject'] for row in rows} == {'flush_images'}
    assert rows[1]['text'] == "if workarounds.enabled('flush_images'):"
    everything = references('project/images')
    assert [row for row in everything if row in rows] == rows
    assert {row['subject'] for row in everything} == {
        '',
        'flush_image',
        'flush_images',
        'announce_guests',
    }


def test_nothing_is_imported() -> None:
    make(evil="raise SystemExit('imported')\nimport workarounds\n")
    assert auditing.found('audit', 'project') == (0, [])


def test_a_person_sees_the_severity_in_colour() -> None:
    make('35.0.0')
    code, shown = command_line.run_in_terminal('audit', 'project', columns=132)
    assert code == 1
    assert '\x1b[31merror\x1b[0m' in shown


@pytest.mark.parametrize(
    ('columns', 'missing'),
    [
        (60, 'Severity, Workaround'),
        (100, 'Severity'),
        (132, None),
    ],
)
def test_a_table_fits_the_terminal(columns: int, missing: str | None) -> None:
    make('35.0.0')
    _, shown = command_line.run_in_terminal(
        *('audit', 'project', '-f', 'table'), columns=columns
    )
    lines = command_line.COLOUR.sub('', shown).splitlines()
    table = [line for line in lines if line[:1] in '+|']
    assert table
    assert max(map(len, table)) <= columns
    reported = [line for line in lines if 'too narrow' in line]
    if missing is None:
        assert reported == []
    else:
        assert f'columns {missing}; see -f flake8' in ''.join(reported)


def test_the_reader_of_a_pipe_may_have_seen_enough() -> None:
    make(wrong=WRONG * 500)
    script = (
        f'{command_line.tool("workarounds")} audit project -f csv | head -1'
    )
    done = command_line.call(['bash', '-o', 'pipefail', '-c', script])
    assert done.stdout == (
        '"Code","Severity","Where","Workaround","Message"\n'
    )
    assert 'Traceback' not in done.stderr
    # 141 is what a shell says of a command whose pipe was closed.
    assert done.returncode in (0, 1, 141)


def test_the_same_is_found_in_the_same_order() -> None:
    make('35.0.0', wrong=WRONG)
    runs = {
        command_line.run('audit', 'project', PYTHONHASHSEED=seed).stdout
        for seed in ('1', '2', '3')
    }
    assert len(runs) == 1


def test_it_needs_no_configuration_of_the_service() -> None:
    make()
    code = (
        'import sys; from workarounds import cli; '
        'sys.exit(cli.main(["audit", "project"]) or '
        '"oslo_log.log" in sys.modules)'
    )
    done = command_line.call([sys.executable, '-c', code])
    assert done.returncode == 0
