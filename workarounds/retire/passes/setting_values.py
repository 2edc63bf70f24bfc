# SPDX-License-Identifier: Apache-2.0
"""The values that tests set a toggle to."""

from oslo_config import types

from workarounds.audit.declaration_info import DeclarationInfo
from workarounds.source import references as source_references

#: What oslo.config reads as true or false.
_TRUE_VALUES = types.Boolean.TRUE_VALUES
_FALSE_VALUES = types.Boolean.FALSE_VALUES


def is_enabled(value: object, declaration: DeclarationInfo) -> bool | None:
    """Return whether a value of the toggle turns the workaround on."""
    if declaration.off_values:
        # The option may read '1' as 1.
        is_clear = all(
            isinstance(off, str) is isinstance(value, str)
            for off in declaration.off_values
        )
        if source_references.UNKNOWN in declaration.off_values or not is_clear:
            return None
        is_empty = declaration.is_list and not value
        return not is_empty and value not in declaration.off_values
    if declaration.polarity is None:
        return None
    if isinstance(value, str) and not declaration.is_list:
        # It is read as a file is: 'false' is no more than False.
        if value.lower() not in (*_TRUE_VALUES, *_FALSE_VALUES):
            return None
        value = value.lower() in _TRUE_VALUES
    return bool(value) is (declaration.polarity == 'enabled_by')
