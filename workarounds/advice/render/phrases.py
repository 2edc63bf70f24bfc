# SPDX-License-Identifier: Apache-2.0
"""The parts of sentences that are made from fields."""

from collections.abc import Callable
from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]

_STATES = {
    'unfixed': '{platform} has not fixed it in {package}',
    'not-affected': '{platform} was never affected in {package}',
    'wont-fix': '{platform} will not fix it in {package}',
    'end-of-life': '{platform} went out of support without the fix in '
    '{package}',
    None: '{platform} has the fix in {package} {fixed_in}',
}


def _stated(fields: Fields) -> str:
    stated = fields['stated']
    return _STATES[stated.get('state')].format_map(stated)


def _shipped(fields: Fields) -> str:
    first = fields['first_shipped']
    return f'{first["platform"]} first shipped {fields["title"]} ' + str(
        first['version']
    )


def _included(fields: Fields) -> str:
    fixed_in = fields['fixed_in']
    return f'{_shipped(fields)}, which includes the fix ({fixed_in})'


def _known(fields: Fields) -> str:
    return _stated(fields) if 'stated' in fields else _included(fields)


def _platform(fields: Fields) -> str:
    if 'platform' in fields:
        return str(fields['platform'])
    return f'this platform ({fields["platform_detail"]})'


def _installed(fields: Fields) -> str:
    return '{package} {version}'.format_map(fields['installed'])


def _installed_too(fields: Fields) -> str:
    if 'installed' not in fields:
        return ''
    return f'; installed: {_installed(fields)}'


def _installed_older(fields: Fields) -> str:
    installed = _installed_too(fields)
    return f'{installed}, which is older' if installed else ''


def _running(fields: Fields) -> str:
    title, reported = fields['title'], fields.get('reported')
    if not reported:
        return f'it is not known which {title} is running'
    return (
        f'{title} {reported["version"]} is running, and may have been '
        f'started before that was installed'
    )


def _everywhere(fields: Fields) -> str:
    if fields.get('scope') == 'deployment':
        return ', which every host must have'
    return ''


#: By the names that the sentences have for them.
PHRASES: Mapping[str, Callable[[Fields], str]] = {
    'because': lambda fields: (
        # The command that looks at a host has the option.
        f': {fields["detail"]}; give --service-version'
        if fields.get('detail')
        else ''
    ),
    'compared': lambda fields: (
        f'{fields["release"]!r} and {fields["removed_in"]!r} do not compare'
        if 'release' in fields
        else 'no service version'
    ),
    'everywhere': _everywhere,
    'included': _included,
    'installed': _installed,
    'installed_older': _installed_older,
    'installed_too': _installed_too,
    'installed_vendor': lambda fields: str(
        fields['installed'].get('vendor', 'an unnamed vendor')
    ),
    'known': _known,
    'marks': lambda fields: ' or '.join(fields['marks']),
    'minimum': lambda fields: str(fields['minimum']['version']),
    'oldest_peer': lambda fields: str(fields['oldest_peer']['version']),
    'oldest_peer_source': lambda fields: str(fields['oldest_peer']['source']),
    'platform': _platform,
    'program': lambda fields: (
        str(fields['reported']['program']) or str(fields['title'])
    ),
    'reported': lambda fields: str(fields['reported']['version']),
    'running': _running,
    'shipped': _shipped,
    'stated': _stated,
    'version': lambda fields: repr(fields['version']),
}
