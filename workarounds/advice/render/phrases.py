# SPDX-License-Identifier: Apache-2.0
"""The parts of sentences that are made from fields."""

from collections.abc import Callable
from collections.abc import Mapping
from typing import Any

Fields = Mapping[str, Any]

_STATES = {
    'unfixed': '{platform} has no fix in {package} yet',
    'not-affected': '{package} of {platform} was never affected',
    'wont-fix': '{platform} will not fix {package}',
    'end-of-life': 'support for {platform} ended without a fix in {package}',
    None: '{platform} has the fix in {package} {fixed_in}',
}

_VALID_VERSIONS = {
    'dpkg': 'a valid dpkg version',
    'rpm': 'a valid RPM version',
    'python': 'a valid version of a Python package',
    'releases': 'a release number such as 34.0.0',
    'upstream': 'a valid upstream version',
}


def _stated(fields: Fields) -> str:
    stated = fields['stated']
    return _STATES[stated.get('state')].format_map(stated)


def _shipped(fields: Fields) -> str:
    first = fields['first_shipped']
    return f'{first["platform"]} first shipped {fields["title"]} ' + str(
        first['version']
    )


def _has_fix(fields: Fields) -> str:
    if 'affected' in fields:
        return f'which is not affected (only {fields["affected"]} is)'
    return f'which includes the fix ({fields["fixed_in"]})'


def _lacks_fix(fields: Fields) -> str:
    if 'affected' in fields:
        return f'which is affected ({fields["affected"]})'
    return f'before the fix in {fields["fixed_in"]}'


def _included(fields: Fields) -> str:
    return f'{_shipped(fields)}, {_has_fix(fields)}'


def _bounded(fields: Fields) -> str:
    bound = fields['lower_bound']
    return (
        f'{bound["platform"]} has {fields["title"]} {bound["version"]} or '
        f'later, {_has_fix(fields)}'
    )


def _older(fields: Fields) -> str:
    if 'reported' in fields:
        version = fields['reported']['version']
        return f'{fields["title"]} reports version {version}'
    return _shipped(fields)


def _known(fields: Fields) -> str:
    if 'stated' in fields:
        return _stated(fields)
    return _bounded(fields) if 'lower_bound' in fields else _included(fields)


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
    return f'{installed} (older)' if installed else ''


def _running(fields: Fields) -> str:
    title, reported = fields['title'], fields.get('reported')
    if not reported:
        return f'the version of the running {title} is not known'
    return (
        f'{title} {reported["version"]} is running and may have started '
        f'before this package was installed'
    )


def _everywhere(fields: Fields) -> str:
    if fields.get('scope') == 'deployment':
        return ', which every host must have'
    return ''


def _of_facts(fields: Fields) -> str:
    day = fields.get('facts_as_of')
    facts = f'facts of {day}' if day else 'facts'
    if 'released' in fields:
        return f'{facts}: it was released on {fields["released"]}'
    return f'{facts}: the newest release in them is {fields["newest_known"]}'


def _release_unknown(fields: Fields) -> str:
    project = fields.get('project')
    text = f'the release of {project or "the service"} is not known'
    if not fields.get('detail'):
        return text
    # The command that looks at a host has the options.
    cure = 'give --service-version'
    if project:
        cure = f'state it in a host file (components, pypi:{project})'
    return f'{text}: {fields["detail"]}; {cure}'


def _of_project(fields: Fields) -> str:
    return f' of {fields["project"]}' if 'project' in fields else ''


#: By their names in the sentences.
PHRASES: Mapping[str, Callable[[Fields], str]] = {
    'bounded': _bounded,
    'compared': lambda fields: (
        f'{fields["release"]!r} and {fields["removed_in"]!r} cannot be '
        f'compared'
        if 'release' in fields
        else 'its version is not known'
    ),
    'everywhere': _everywhere,
    'fixed_or_open': lambda fields: (
        f'no release up to {fields["open_in"]}{_of_project(fields)} has a fix'
        if 'open_in' in fields
        else f'the fix is in release {fields["fixed_in"]}'
        f'{_of_project(fields)}{_everywhere(fields)}'
    ),
    'has_fix': _has_fix,
    'included': _included,
    'installed': _installed,
    'installed_older': _installed_older,
    'installed_too': _installed_too,
    'installed_vendor': lambda fields: str(
        fields['installed'].get('vendor', 'an unnamed vendor')
    ),
    'known': _known,
    'lacks_fix': _lacks_fix,
    'marks': lambda fields: ' or '.join(fields['marks']),
    'minimum': lambda fields: str(fields['minimum']['version']),
    'of_facts': _of_facts,
    'of_project': _of_project,
    'older': _older,
    'oldest_peer': lambda fields: str(fields['oldest_peer']['version']),
    'oldest_peer_source': lambda fields: str(fields['oldest_peer']['source']),
    'platform': _platform,
    'program': lambda fields: (
        str(fields['reported']['program']) or str(fields['title'])
    ),
    'release_unknown': _release_unknown,
    'reported': lambda fields: str(fields['reported']['version']),
    'running': _running,
    'shipped': _shipped,
    'stated': _stated,
    'valid_version': lambda fields: _VALID_VERSIONS[fields['scheme']],
    'version': lambda fields: repr(fields['version']),
}
