# SPDX-License-Identifier: Apache-2.0
"""The output of audit for programs, such as those that annotate the code."""

import csv
import json
import pathlib

import pytest
import yaml

from tests.functional import auditing
from tests.functional import command_line
from tests.functional import documents

ANNOTATIONS = ('flake8', 'github', 'sarif')


@pytest.fixture(autouse=True)
def here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    auditing.make(
        pathlib.Path('pro,ject'),
        '35.0.0',
        wrong="import workarounds\n\n\ndef f():\n    if 'ä' and "
        "workarounds.enabled('flsh'):\n        pass\n",
    )


def printed(form: str) -> str:
    done = command_line.run('audit', 'pro,ject', '--format', form)
    assert done.returncode == 1
    return done.stdout


def test_flake8_has_a_line_for_each() -> None:
    first, second = printed('flake8').splitlines()
    assert first.startswith('pro,ject/images/declared.py:4:5: WA206 flush_')
    assert second == (
        "pro,ject/images/wrong.py:5:16: WA201 no workaround is called 'flsh'; "
        'correct the name, or name the catalogue that declares it'
    )


def test_github_annotates_a_change() -> None:
    first, second = printed('github').splitlines()
    assert first.startswith(
        '::error file=pro%2Cject/images/declared.py,line=4,endLine=11,'
        'title=WA206 expired-release::flush_images (fixed by qemu 2.2.0) has '
    )
    assert second.startswith(
        '::error file=pro%2Cject/images/wrong.py,line=5,col=16,endLine=5,'
        "title=WA201 unknown-name::no workaround is called 'flsh'; "
    )


def test_sarif_can_be_imported() -> None:
    log = json.loads(printed('sarif'))
    assert log['version'] == '2.1.0'
    [run] = log['runs']
    assert run['tool']['driver']['name'] == 'workarounds'
    assert [result['ruleId'] for result in run['results']] == [
        'WA206',
        'WA201',
    ]
    [location] = run['results'][1]['locations']
    assert location['physicalLocation'] == {
        'artifactLocation': {'uri': 'pro%2Cject/images/wrong.py'},
        'region': {
            'startLine': 5,
            'startColumn': 16,
            'endLine': 5,
            'endColumn': 43,
        },
    }


def test_machines_get_the_same_in_every_format() -> None:
    expected = documents.read(printed('json'), 'diagnostics')
    assert len(expected['diagnostics']) == 2
    assert yaml.safe_load(printed('yaml')) == expected
    rows = list(csv.DictReader(printed('csv').splitlines()))
    assert rows == [
        {
            'Code': diagnostic['code'],
            'Severity': diagnostic['severity'],
            'Where': documents.location(diagnostic),
            'Workaround': diagnostic['subject'],
            'Message': f'{diagnostic["message"]}; {diagnostic["cure"]}',
        }
        for diagnostic in expected['diagnostics']
    ]
    assert [line.split()[0] for line in printed('value').splitlines()] == [
        'WA206',
        'WA201',
    ]


@pytest.mark.parametrize('form', ['flake8', 'github'])
def test_nothing_to_report_is_nothing(form: str) -> None:
    done = command_line.run(
        *('--service-version', '34.0.0', 'audit', '--ignore', 'WA201'),
        *('pro,ject', '-f', form),
    )
    assert (done.returncode, done.stdout) == (0, '')


REFERENCES = '{} is for diagnostics, not for --references; see -f csv'
COLUMNS = '-c chooses columns, and {} has none; see -f csv'


@pytest.mark.parametrize(
    ('form', 'options', 'said'),
    [
        *((form, ['--references'], REFERENCES) for form in ANNOTATIONS),
        *((form, ['-c', 'Code'], COLUMNS) for form in ANNOTATIONS),
        ('json', ['-c', 'Code'], COLUMNS),
        ('yaml', ['-c', 'Code'], COLUMNS),
    ],
)
def test_what_does_not_fit_together_is_refused(
    form: str, options: list[str], said: str
) -> None:
    done = command_line.run('audit', 'pro,ject', '-f', form, *options)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr == f'workarounds: {said.format(form)}\n'


def test_columns_can_be_chosen() -> None:
    done = command_line.run(
        'audit', 'pro,ject', '-f', 'value', '-c', 'Code', '-c', 'Where'
    )
    assert done.stdout == (
        'WA206 pro,ject/images/declared.py:4\n'
        'WA201 pro,ject/images/wrong.py:5\n'
    )


def test_the_document_says_what_it_is_about() -> None:
    document = documents.read(printed('json'), 'diagnostics')
    assert document['service'] == {
        'project': 'images',
        'version': '35.0.0',
        'source': 'pro,ject/setup.cfg',
    }
    done = command_line.run(
        '--namespace',
        'nova',
        'audit',
        '--references',
        'pro,ject',
        '-f',
        'json',
    )
    document = documents.read(done.stdout, 'references')
    assert document['service']['project'] == 'nova'
    assert document['tool']['name'] == 'workarounds'
