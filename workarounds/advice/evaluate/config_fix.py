# SPDX-License-Identifier: Apache-2.0
"""Whether the service's own configuration rules a bug out on a host."""

from typing import Any

from oslo_config import types

from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import versions
from workarounds.config.files import ConfigFiles
from workarounds.declarations.fixes import ConfigFix

#: Of an option of the service.
_Value = str | bool | None
_BOOLEAN = types.Boolean()


def evaluate(fix: ConfigFix, target: Target) -> Evaluation:
    """Return whether an option rules the bug out.

    The result quotes the declaration, never the value in the file. The code
    must stay while any host may be configured otherwise.
    """
    fields: dict[str, Any] = {
        'affected_where': fix.affected_where,
        'condition': fix.condition,
    }
    if target.host is None:
        return Evaluation(False, 'depends-on-configuration', fields)
    release = target.release
    if fix.since is not None:
        fields |= {'fixed_in': fix.since, 'scope': 'host'}
        if isinstance(release, str):
            fields['release'] = release
            if not versions.is_at_least('releases', release, fix.since):
                return Evaluation(False, 'release-before-fix', fields)
    files = target.files or ConfigFiles()
    entry = files.find_entry([(fix.group, fix.option)])
    value = fix.default if entry is None else entry.value.strip()
    doubt = _doubt(fix.group, value, files)
    if doubt:
        fields['detail'] = doubt
        return Evaluation(None, 'configuration-not-known', fields)
    if not _is_ruled_out(fix, value):
        return Evaluation(False, 'configuration-needs-it', fields)
    if fix.since is not None and 'release' not in fields:
        return Evaluation(None, 'release-not-known', fields)
    return Evaluation(True, 'configuration-rules-it-out', fields)


def _doubt(group: str, value: _Value, files: ConfigFiles) -> str:
    """Return why it is not known what the option is set to, if so."""
    if not files.files or not files.has_all:
        return 'no configuration file was read'
    unread = files.find_unread(group)
    if unread is not None:
        return f'{unread.file}:{unread.line} cannot be parsed'
    # Perhaps to an option of the service.
    is_reference = isinstance(value, str) and '$' in value
    return 'its value refers to another option' if is_reference else ''


def _is_ruled_out(fix: ConfigFix, value: _Value) -> bool:
    """Return whether the bug is ruled out."""
    if fix.equals is not None:
        return _is_same(value, fix.equals)
    if fix.other_than is not None:
        return not _is_same(value, fix.other_than)
    return bool(value)


def _is_same(value: _Value, other: str | bool) -> bool:
    if not isinstance(other, bool):
        return value == other
    try:
        return bool(_BOOLEAN(value)) is other
    except ValueError:
        return False
