# SPDX-License-Identifier: Apache-2.0
"""The schemas of files, and the messages about files that break one."""

from collections.abc import Iterator
import difflib
import functools
import importlib.resources
import json
from typing import Any

import jsonschema

from workarounds import _text

#: Where a part of a document is: keys of mappings, and places in lists.
Path = tuple[str | int, ...]

_SHOWN = 60
#: A part can have several errors of these kinds.
_SEVERAL = ('required', 'dependentRequired')


def text(name: str) -> str:
    """Return a schema as it is written.

    :param name: that of its file in ``schemas``, without ``.json``
    """
    schemas = importlib.resources.files(__package__) / 'schemas'
    return (schemas / f'{name}.json').read_text('utf-8')


def problems(content: Any, name: str) -> dict[Path, list[str]]:
    """Return what is wrong with data, by its parts, each with a cure.

    :param name: name of the schema
    """
    errors = _validator(name).iter_errors(content)
    found: dict[Path, list[str]] = {}
    for error in sorted(errors, key=_importance):
        for place, message in _error_problems(error):
            # For each part, the most important error is enough.
            if place not in found or error.validator in _SEVERAL:
                found.setdefault(place, []).append(message)
    return found


@functools.cache
def _validator(name: str) -> Any:
    content = json.loads(text(name))
    return jsonschema.Draft202012Validator(
        content, format_checker=jsonschema.FormatChecker(['date'])
    )


def _importance(error: Any) -> int:
    """Return a key that sorts a wrong length or type first."""
    return 0 if error.validator in ('maxLength', 'type') else 1


def _error_problems(error: Any) -> Iterator[tuple[Path, str]]:
    """Yield messages about an error, which do not quote whole values.

    The description of each part in the schema says what is expected.
    """
    path = tuple(error.absolute_path)
    if 'propertyNames' in error.absolute_schema_path:
        path = (*path, error.instance)
    match error.validator:
        case 'additionalProperties':
            known = error.schema['properties']
            for key in sorted(set(error.instance) - set(known)):
                near = difflib.get_close_matches(key, known, 1)
                cure = (
                    f'did you mean {near[0]!r}?'
                    if near
                    else f'known are {", ".join(known)}'
                )
                yield (*path, key), f'is unknown here; {cure}'
        case 'required' | 'dependentRequired':
            for key in _missing(error):
                yield path, f'{key!r} is missing; add it'
        case 'oneOf':
            names = ' or '.join(
                key
                for branch in error.validator_value
                for key in branch['required']
            )
            yield path, f'must have one of {names}; give exactly one'
        case 'maxLength':
            yield (
                path,
                f'is {len(error.instance)} characters long; at most '
                f'{error.validator_value} make sense',
            )
        case _:
            wanted = error.schema.get('description', 'what is expected')
            yield path, f'{shown(error.instance)} is not {wanted}'


def _missing(error: Any) -> Iterator[str]:
    wanted = error.validator_value
    if error.validator == 'required':
        # There is an error for each missing key; report only that key.
        for key in sorted(set(wanted) - set(error.instance)):
            if error.message.startswith(repr(key)):
                yield key
        return
    for key, others in wanted.items():
        if key in error.instance:
            yield from (
                other for other in others if other not in error.instance
            )


def shown(value: object) -> str:
    """Return a value, shortened for a message."""
    if isinstance(value, dict):
        return 'a mapping'
    if isinstance(value, list):
        return 'a list' if value else 'an empty list'
    return f"'{brief(str(value))}'"


def brief(text: str) -> str:
    """Return a text, shortened for a message."""
    cut = text if len(text) <= _SHOWN else f'{text[:_SHOWN]}...'
    return _text.printable(cut)
