# SPDX-License-Identifier: Apache-2.0
"""Findings in the words of those who show them beside the code."""

import argparse
import io
import json
import pathlib
from typing import Any

import jsonschema
import pytest

from workarounds.audit import codes
from workarounds.audit.finding import Finding
from workarounds.cli import annotations
from workarounds.cli import sarif
from workarounds.source.references import Place


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
    shortDescription=TEXT,
    help=TEXT,
    defaultConfiguration=record(level=LEVEL),
)
LOCATION = record(
    physicalLocation=record(
        'artifactLocation',
        artifactLocation=record(uri={'type': 'string', 'pattern': '^[!-~]+$'}),
        region=record(
            startLine=NUMBER,
            startColumn=NUMBER,
            endLine=NUMBER,
            endColumn=NUMBER,
        ),
    )
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
    message: str = 'say it',
    **fields: Any,
) -> Finding:
    place = Place(path, lines[0], 4, lines[1], 30)
    return Finding(code, place, message, **fields)


WHOLE_FILE = finding('WA200', 'old.py', (0, 0))


def written(formatter: annotations.Annotations, *findings: Finding) -> str:
    stdout = io.StringIO()
    parsed_args = argparse.Namespace(findings=findings)
    formatter.emit_list([], [], stdout, parsed_args)
    return stdout.getvalue()


def log(*findings: Finding) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(sarif.Sarif(), *findings))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    return found


def location(one: Finding) -> dict[str, Any]:
    [result] = log(one)['runs'][0]['results']
    [place] = result['locations']
    found: dict[str, Any] = place['physicalLocation']
    return found


def test_flake8_has_a_line_for_each() -> None:
    printed = written(
        annotations.Flake8(), finding(), finding('WA213'), WHOLE_FILE
    )
    assert printed == (
        'flush/disk.py:5:5: WA203 say it\n'
        'flush/disk.py:5:5: WA213 say it\n'
        'old.py:1:5: WA200 say it\n'
    )


def test_a_line_of_flake8_is_one_line() -> None:
    printed = written(
        annotations.Flake8(), finding(path='a\nb.py', message='c\nd\x1b')
    )
    assert printed == 'a\\nb.py:5:5: WA203 c\\nd\\x1b\n'


@pytest.mark.parametrize(
    ('one', 'line'),
    [
        (
            finding('WA206'),
            '::error file=flush/disk.py,line=5,col=5,endLine=5,title=WA206::'
            'say it',
        ),
        (
            finding('WA206', lines=(5, 9)),
            '::error file=flush/disk.py,line=5,endLine=9,title=WA206::say it',
        ),
        (
            finding('WA207'),
            '::warning file=flush/disk.py,line=5,col=5,endLine=5,'
            'title=WA207::say it',
        ),
        (
            finding('WA205', lowered_to='warning'),
            '::warning file=flush/disk.py,line=5,col=5,endLine=5,'
            'title=WA205::say it',
        ),
        (
            finding('WA213'),
            '::notice file=flush/disk.py,line=5,col=5,endLine=5,'
            'title=WA213::say it',
        ),
        (
            WHOLE_FILE,
            '::error file=old.py,line=1,col=5,endLine=1,title=WA200::say it',
        ),
        (
            finding(path='a,b:c%d\n.py', message='50%: one, two'),
            '::error file=a%2Cb%3Ac%25d\\n.py,line=5,col=5,endLine=5,'
            'title=WA203::50%25: one, two',
        ),
    ],
)
def test_github_is_told_by_commands(one: Finding, line: str) -> None:
    assert written(annotations.Github(), one) == f'{line}\n'


def test_nothing_is_an_empty_text() -> None:
    assert written(annotations.Flake8()) == ''
    assert written(annotations.Github()) == ''


def test_sarif_without_findings_has_all_rules() -> None:
    [run] = log()['runs']
    assert run['results'] == []
    rules = run['tool']['driver']['rules']
    assert [rule['id'] for rule in rules] == list(codes.CODES)
    assert rules[6] == {
        'id': 'WA206',
        'shortDescription': {
            'text': "the service's version has reached the expiry"
        },
        'help': {'text': codes.CODES['WA206'].cure},
        'defaultConfiguration': {'level': 'error'},
    }


@pytest.mark.parametrize(
    ('one', 'level'),
    [
        (finding('WA206'), 'error'),
        (finding('WA207'), 'warning'),
        (finding('WA205', lowered_to='warning'), 'warning'),
        (finding('WA214'), 'note'),
    ],
)
def test_sarif_has_the_severity_and_the_rule(one: Finding, level: str) -> None:
    [run] = log(one)['runs']
    [result] = run['results']
    assert (result['level'], result['message']['text']) == (level, 'say it')
    rules = run['tool']['driver']['rules']
    assert result['ruleId'] == one.code
    assert rules[result['ruleIndex']]['id'] == one.code


def test_columns_of_sarif_count_from_one() -> None:
    assert location(finding(lines=(5, 9)))['region'] == {
        'startLine': 5,
        'startColumn': 5,
        'endLine': 9,
        'endColumn': 31,
    }
    assert 'region' not in location(WHOLE_FILE)


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
    physical = location(finding(path=path.format(**places)))
    assert physical['artifactLocation'] == {'uri': uri.format(**places)}
