# SPDX-License-Identifier: Apache-2.0
"""WA218 reports what the class refuses, in the same words."""

import inspect
import re

import pytest

import workarounds
from workarounds import audit
from workarounds import exceptions
from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationIndex

CLASSES = {
    'Workaround': {
        'name': "'flush'",
        'summary': "'Flushes.'",
        'bugs': "['https://bugs.example.org/1']",
        'fix': "workarounds.NoFix('why')",
        'expires': "'36.0.0'",
    },
    'RemovedWorkaround': {
        'name': "'flush'",
        'options': '[]',
        'removed_in': "'36.0.0'",
        'reason': "'fixed'",
    },
}
VALUES = [
    'None',
    '3',
    'True',
    "''",
    "'x-y'",
    "'2026.1'",
    '[]',
    '[3]',
    "['x', 'x']",
    '{}',
    "{'a': 3}",
    "workarounds.Never('')",
    "cfg.IntOpt('x', min=1)",
    "cfg.BoolOpt('x', mutable=True)",
    'workarounds.PackageFix(component=3)',
    "workarounds.Always('')",
    'datetime.datetime(2027, 1, 1)',
]
SOURCE = """\
import datetime
from oslo_config import cfg
import workarounds
workarounds.{call}
"""


def refused(source: str) -> list[str]:
    """Return what the class refuses when the source is imported."""
    try:
        exec(source, {})
    except exceptions.DeclarationError as error:
        return list(error.problems)
    return []


def reported(source: str) -> list[str]:
    """Return what the audit reports of the source."""
    result = scanner.scan_text('code.py', source.encode(), DeclarationIndex())
    return [
        _without_addresses(diagnostic.text.partition(': ')[2])
        for diagnostic in audit.check_file(result, knows_names=True)
        if diagnostic.code == 'WA218'
    ]


def _without_addresses(text: str) -> str:
    return re.sub(' at 0x[0-9a-f]+', '', text)


def _fields() -> list[tuple[str, str]]:
    return [
        (name, field)
        for name in CLASSES
        for field in inspect.signature(getattr(workarounds, name)).parameters
    ]


@pytest.mark.parametrize(('name', 'field'), _fields())
def test_each_value_is_reported_as_it_is_refused(
    name: str, field: str
) -> None:
    for value in VALUES:
        fields = CLASSES[name] | {field: value}
        given = ', '.join(f'{key}={text}' for key, text in fields.items())
        source = SOURCE.format(call=f'{name}({given})')
        expected = [
            _without_addresses(text)
            if '; ' in text
            else f'{_without_addresses(text)}; correct the field'
            for text in refused(source)
        ]
        assert reported(source) == expected, source


@pytest.mark.parametrize(('name', 'field'), _fields())
def test_no_field_is_reported_whose_value_is_hidden(
    name: str, field: str
) -> None:
    fields = CLASSES[name] | {field: 'os.environ[3]'}
    given = ', '.join(f'{key}={text}' for key, text in fields.items())
    assert reported(SOURCE.format(call=f'{name}({given})')) == []


@pytest.mark.parametrize('toggle', ["''", "cfg.BoolOpt('')"])
def test_an_option_without_a_name_does_not_stop_the_audit(toggle: str) -> None:
    fields = CLASSES['Workaround'] | {'enabled_by': toggle}
    given = ', '.join(f'{key}={text}' for key, text in fields.items())
    source = SOURCE.format(call=f'Workaround({given})')
    assert reported(source) == refused(source)
