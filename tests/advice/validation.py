# SPDX-License-Identifier: Apache-2.0
"""Validation of outputs by schemas, which must name every key."""

import json
from typing import Any

import jsonschema

from workarounds.advice.facts import schema


def validate(data: Any, name: str) -> None:
    """Fail if data do not match a schema, or have keys that it lacks."""
    content = json.loads(schema.text(name))
    # A reader must ignore a key that is added; here it must be documented.
    jsonschema.Draft202012Validator(_strict(content)).validate(data)


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    strict = {key: _strict(value) for key, value in node.items()}
    if isinstance(node.get('properties'), dict) and 'type' in node:
        strict.setdefault('additionalProperties', False)
    return strict
