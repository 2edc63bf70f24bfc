# SPDX-License-Identifier: Apache-2.0
"""The schemas of the JSON have every key and word that the code can print."""

import enum
import json
import pathlib

import jsonschema
import pytest

from tests.advice import snapshots
from workarounds import advice
from workarounds.advice.evaluate.fields import FIELDS
from workarounds.advice.facts import schema

SCHEMAS = pathlib.Path(schema.__file__).parent / 'schemas'
ENUMS: dict[str, dict[str, type[enum.StrEnum]]] = {
    'advise': {
        'action_kind': advice.ActionKind,
        'action_note': advice.ActionNote,
        'host_reason': advice.HostReason,
        'host_status': advice.HostStatus,
    },
    'matrix': {
        'platform_reason': advice.PlatformReason,
        'platform_status': advice.PlatformStatus,
        'removal_reason': advice.RemovalReason,
        'removal_status': advice.RemovalStatus,
    },
}


@pytest.mark.parametrize('name', ENUMS)
def test_the_closed_lists_of_a_schema_are_those_of_the_code(name: str) -> None:
    text = schema.text(name)
    content = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(content)
    definitions = content['$defs']
    definitions['fields'] = {
        'type': 'object',
        'description': 'the facts behind the reason, by name; which ones '
        'there are depends on the reason',
        'properties': dict(FIELDS),
    }
    for key, words in ENUMS[name].items():
        meaning = (words.__doc__ or '').rstrip('.')
        definitions[key] = {
            'enum': [word.value for word in words],
            'description': meaning,
        }
    snapshots.compare(
        SCHEMAS / f'{name}.json', f'{json.dumps(content, indent=2)}\n'
    )


@pytest.mark.parametrize('name', ENUMS)
def test_a_schema_says_what_may_change(name: str) -> None:
    description = json.loads(schema.text(name))['description']
    assert 'without a new number' in description
