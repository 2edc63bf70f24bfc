# SPDX-License-Identifier: Apache-2.0
"""Checks of single fields: each yields a problem with a hint, or nothing.

:mod:`workarounds.declarations.base` reports missing fields. Patterns are
compiled when they are first used, because compiling them at import would take
every service as long as the rest of this module.
"""

from collections.abc import Iterator
from collections.abc import Sequence
import re
from typing import Any
from typing import get_args

from workarounds.declarations import base


def check_text(field: str, value: Any, hint: str) -> Iterator[str]:
    """Check that a value is a string that is not empty."""
    if value is not base.MISSING and not (
        isinstance(value, str) and value.strip()
    ):
        yield f'{field} is {value!r}, not text; {hint}'


def check_texts(
    field: str, value: Any, example: str, hint: str
) -> Iterator[str]:
    """Check that a value is a list of strings that are not empty."""
    if not is_list(value):
        yield f'{field} is not a list; write {field}=[{example!r}]'
        return
    for text in value:
        yield from check_text(f'{field}:', text, hint)


def check_name(field: str, value: Any, example: str) -> Iterator[str]:
    """Check that a value can be a workaround's name, or an option's."""
    if value is not base.MISSING and not is_name(value):
        yield (
            f'{field} {value!r} is not a name of letters, digits and '
            f'underscores; write one like {example}'
        )


def is_name(value: object) -> bool:
    """Return whether a value can be a workaround's name, or an option's."""
    return isinstance(value, str) and bool(
        re.fullmatch(r'[A-Za-z][A-Za-z0-9_]*', value)
    )


def check_key(field: str, value: Any, example: str) -> Iterator[str]:
    """Check that a value can be the key of an option in a file.

    oslo.config reads more than a declaration may choose: the former name of
    an option can have dashes.
    """
    if not isinstance(value, str) or not re.fullmatch(
        r'[A-Za-z0-9_][A-Za-z0-9_.-]*', value
    ):
        yield (
            f'{field} {value!r} is not made of letters, digits and _ . - '
            f'alone; write one like {example}'
        )


def is_group(value: object) -> bool:
    """Return whether a value can be the name of a group."""
    return isinstance(value, str) and bool(
        re.fullmatch(r'[A-Za-z0-9_][A-Za-z0-9_.:-]*', value)
    )


def check_package(field: str, value: Any) -> Iterator[str]:
    """Check that a value can be the name of a component or a package."""
    if value is not base.MISSING and not (
        isinstance(value, str)
        and re.fullmatch(r'[A-Za-z0-9][A-Za-z0-9._+:-]*', value)
    ):
        yield (
            f'{field} {value!r} is not a name of letters, digits and '
            f'. _ + : -; write one like qemu'
        )


def check_url(field: str, value: Any) -> Iterator[str]:
    """Check that a value is an absolute http(s) URL."""
    if not isinstance(value, str) or not re.fullmatch(
        r'https?://[^\s/]+(/\S*)?', value
    ):
        yield (
            f'{field} {value!r} is not an absolute http(s) URL; write the '
            f'whole address'
        )


def check_version(field: str, value: Any) -> Iterator[str]:
    """Check that a value has the form of a version."""
    if value is not base.MISSING and (
        not isinstance(value, str) or not re.fullmatch(r'\d[\w.+~:^-]*', value)
    ):
        yield (
            f'{field} {value!r} is not a version, which starts with a digit; '
            f"write one like '2.2.0'"
        )


def check_choice(field: str, value: Any, choices: Any) -> Iterator[str]:
    """Check that a value is one of the values of a ``Literal``."""
    if value not in get_args(choices):
        accepted = ', '.join(get_args(choices))
        yield f'{field} {value!r} is not one of {accepted}'


def is_list(value: object) -> bool:
    """Return whether a value is a sequence other than a string."""
    return isinstance(value, Sequence) and not isinstance(value, str)
