# SPDX-License-Identifier: Apache-2.0
"""Diagnostics in the formats of programs that show them with the code."""

import argparse
import io
import json
import pathlib
from typing import Any

import jsonschema
import pytest

from workarounds.cli import annotations
from workarounds.cli import sarif
from workarounds.diagnostics import CODES
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Location
from workarounds.diagnostics import Severity


def record(*required: str, **properties: Any) -> dict[str, Any]:
    return {
        'type': 'object',
        'required': list(required),
        'additionalProperties': False,
        'properties': properties,
    }


def array(items: dict[str, Any]) -> dict[str, Any]:
    return {'type': 'array', 'items': items}


STRING = {'type': 'string'}
NUMBER = {'type': 'integer', 'minimum': 1}
TEXT = record('text', text={'type': 'string', 'minLength': 1})
LEVEL = {'enum': ['none', 'note', 'warning', 'error']}
RULE = record(
    'id',
    id=STRING,
    name=STRING,
    shortDescription=TEXT,
    help=TEXT,
    defaultConfiguration=record(level=LEVEL),
)
LOCATION = record(
    logicalLocations=array(record(fullyQualifiedName=STRING)),
    physicalLocation=record(
        'artifactLocation',
        artifactLocation=record(uri={'type': 'string', 'pattern': '^[!-~]+$'}),
        region=record(
            startLine=NUMBER,
            startColumn=NUMBER,
            endLine=NUMBER,
            endColumn=NUMBER,
        ),
    ),
)
RESULT = record(
    'message',
    ruleId=STRING,
    ruleIndex={'type': 'integer', 'minimum': -1},
    level=LEVEL,
    message=TEXT,
    locations=array(LOCATION),
)
RUN = record(
    'tool',
    tool=record(
        'driver',
        driver=record('name', name=STRING, version=STRING, rules=array(RULE)),
    ),
    columnKind={'enum': ['utf16CodeUnits', 'unicodeCodePoints']},
    results=array(RESULT),
)
#: What SARIF 2.1.0 asks of what is written here, from its own schema.
SCHEMA = record(
    'version',
    'runs',
    version={'enum': ['2.1.0']},
    runs=array(RUN),
    **{'$schema': STRING},
)


def finding(
    code: str = 'WA203',
    path: str = 'flush/disk.py',
    lines: tuple[int, int] = (5, 5),
    message: str = 'it is so',
    **fields: Any,
) -> Diagnostic:
    location = Location(path, lines[0], 5, lines[1], 31)
    return Diagnostic(code, location, message, 'do it', **fields)


WHOLE_FILE = Diagnostic('WA200', Location('old.py'), 'it is so', 'do it')
LINE = Diagnostic('WA101', Location('a.conf', 7), 'it is so', 'do it')
VARIABLE = Diagnostic('WA101', Location(environment='X'), 'it is so', 'do it')


def written(
    formatter: annotations.Annotations | sarif.Sarif, *findings: Diagnostic
) -> str:
    stdout = io.StringIO()
    parsed_args = argparse.Namespace(diagnostics=findings, codes=list(CODES))
    formatter.emit_list([], [], stdout, parsed_args)
    return stdout.getvalue()


def log(*findings: Diagnostic) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(sarif.Sarif(), *findings))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return found


def location(diagnostic: Diagnostic) -> dict[str, Any]:
    [result] = log(diagnostic)['runs'][0]['results']
    [found] = result['locations']
    assert isinstance(found, dict)
    return found


def physical(diagnostic: Diagnostic) -> dict[str, Any]:
    found: dict[str, Any] = location(diagnostic)['physicalLocation']
    return found


def test_flake8_has_a_line_for_each() -> None:
    printed = written(
        annotations.Flake8(), finding(), finding('WA213'), WHOLE_FILE
    )
    assert printed == (
        'flush/disk.py:5:5: WA203 it is so; do it\n'
        'flush/disk.py:5:5: WA213 it is so; do it\n'
        'old.py:1:1: WA200 it is so; do it\n'
    )


def test_a_line_of_flake8_is_one_line() -> None:
    printed = written(
        annotations.Flake8(), finding(path='a\nb.py', message='c\nd\x1b')
    )
    assert printed == 'a\\nb.py:5:5: WA203 c\\nd\\x1b; do it\n'


@pytest.mark.parametrize(
    ('diagnostic', 'line'),
    [
        (
            finding('WA206'),
            '::error file=flush/disk.py,line=5,col=5,endLine=5,'
            'title=WA206 expired-release::it is so; do it',
        ),
        (
            finding('WA206', lines=(5, 9)),
            '::error file=flush/disk.py,line=5,endLine=9,'
            'title=WA206 expired-release::it is so; do it',
        ),
        (
            finding('WA207'),
            '::warning file=flush/disk.py,line=5,col=5,endLine=5,'
            'title=WA207 expired-date::it is so; do it',
        ),
        (
            finding('WA205', lowered_to=Severity.WARNING),
            '::warning file=flush/disk.py,line=5,col=5,endLine=5,'
            'title=WA205 never-read::it is so; do it',
        ),
        (
            finding('WA213'),
            '::notice file=flush/disk.py,line=5,col=5,endLine=5,'
            'title=WA213 renewed-expiry::it is so; do it',
        ),
        (
            WHOLE_FILE,
            '::error file=old.py,line=1,endLine=1,'
            'title=WA200 skipped-file::it is so; do it',
        ),
        (
            LINE,
            '::warning file=a.conf,line=7,endLine=7,'
            'title=WA101 removed-option::it is so; do it',
        ),
        (
            VARIABLE,
            '::warning title=WA101 removed-option::environment variable X: '
            'it is so; do it',
        ),
        (
            finding(path='a,b:c%d\n.py', message='50%: one, two'),
            '::error file=a%2Cb%3Ac%25d\\n.py,line=5,col=5,endLine=5,'
            'title=WA203 direct-read::50%25: one, two; do it',
        ),
    ],
)
def test_github_is_reported_by_commands(
    diagnostic: Diagnostic, line: str
) -> None:
    assert written(annotations.Github(), diagnostic) == f'{line}\n'


@pytest.mark.parametrize('start', ['', './', 'HERE/'])
def test_paths_start_at_the_current_directory(start: str) -> None:
    path = f'{start.replace("HERE", str(pathlib.Path.cwd()))}nova/a.py'
    one = finding(path=path)
    assert ' file=nova/a.py,' in written(annotations.Github(), one)
    assert written(annotations.Flake8(), one).startswith('nova/a.py:')


def test_nothing_is_an_empty_text() -> None:
    assert written(annotations.Flake8()) == ''
    assert written(annotations.Github()) == ''


def test_sarif_without_findings_has_all_rules() -> None:
    [run] = log()['runs']
    assert run['results'] == []
    rules = run['tool']['driver']['rules']
    assert [rule['id'] for rule in rules] == list(CODES)
    assert rules[0] == {
        'id': 'WA101',
        'name': 'removed-option',
        'shortDescription': {
            'text': 'the option of a removed workaround is still set'
        },
        'help': {'text': 'Delete the line.'},
        'defaultConfiguration': {'level': 'warning'},
    }


@pytest.mark.parametrize(
    ('diagnostic', 'level'),
    [
        (finding('WA206'), 'error'),
        (finding('WA207'), 'warning'),
        (finding('WA205', lowered_to=Severity.WARNING), 'warning'),
        (finding('WA214'), 'note'),
    ],
)
def test_sarif_has_the_severity_and_the_rule(
    diagnostic: Diagnostic, level: str
) -> None:
    [run] = log(diagnostic)['runs']
    [result] = run['results']
    assert (result['level'], result['message']['text']) == (
        level,
        'it is so; do it',
    )
    rules = run['tool']['driver']['rules']
    assert result['ruleId'] == diagnostic.code
    assert rules[result['ruleIndex']]['id'] == diagnostic.code


def test_columns_of_sarif_count_from_one() -> None:
    assert physical(finding(lines=(5, 9)))['region'] == {
        'startLine': 5,
        'startColumn': 5,
        'endLine': 9,
        'endColumn': 31,
    }
    assert 'region' not in physical(WHOLE_FILE)
    assert physical(LINE)['region'] == {'startLine': 7}


def test_sarif_names_what_is_no_file() -> None:
    assert location(VARIABLE) == {
        'logicalLocations': [{'fullyQualifiedName': 'environment variable X'}]
    }


@pytest.mark.parametrize(
    ('path', 'uri'),
    [
        ('flush/disk.py', 'flush/disk.py'),
        ('./flush/../flush/disk.py', 'flush/disk.py'),
        ('{here}/flush/disk.py', 'flush/disk.py'),
        ('a b/c:ä%\udcff.py', 'a%20b/c%3A%C3%A4%25%FF.py'),
        ('../disk.py', 'file://{above}/disk.py'),
    ],
)
def test_uris_start_at_the_current_directory(
    path: str,
    uri: str,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    places = {'here': tmp_path, 'above': tmp_path.parent}
    found = physical(finding(path=path.format(**places)))
    assert found['artifactLocation'] == {'uri': uri.format(**places)}
