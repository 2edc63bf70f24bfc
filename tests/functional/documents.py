# SPDX-License-Identifier: Apache-2.0
"""JSON documents of the command, which their schemas describe."""

import importlib.resources
import json
from typing import Any

import jsonschema


def schema(name: str) -> dict[str, Any]:
    """Return a schema that is installed with the command."""
    directory = importlib.resources.files('workarounds.cli') / 'schemas'
    text = (directory / f'{name}.json').read_text('utf-8')
    found: dict[str, Any] = json.loads(text)
    return found


def read(text: str, name: str) -> dict[str, Any]:
    """Read a document that has exactly the keys of its schema."""
    document: dict[str, Any] = json.loads(text)
    strict = _without_more(schema(name))
    jsonschema.Draft202012Validator(strict).validate(document)
    return document


def location(entry: dict[str, Any]) -> str:
    """Return the file and the line of a diagnostic or a reference."""
    location = entry['location']
    line = f':{location["line"]}' if location['line'] else ''
    return f'{location["file"]}{line}'


def _without_more(part: Any) -> Any:
    """Return a schema that accepts no keys but those that it names."""
    if isinstance(part, list):
        return [_without_more(item) for item in part]
    if not isinstance(part, dict):
        return part
    more = {'additionalProperties': False} if 'properties' in part else {}
    return {key: _without_more(value) for key, value in part.items()} | more
