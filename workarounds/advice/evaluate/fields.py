# SPDX-License-Identifier: Apache-2.0
"""The fields of assessments: their names, types and meanings."""

from collections.abc import Mapping
from typing import Any

_TEXT = {'type': 'string'}
_VERSION = {
    'type': 'object',
    'properties': {'version': _TEXT, 'source': _TEXT},
    'required': ['version', 'source'],
}
_NAMES = {'type': 'array', 'items': _TEXT}

#: Every field that an assessment can have, as JSON Schema. The reason decides
#: which fields there are. Foreign texts are not escaped here.
FIELDS: Mapping[str, Mapping[str, Any]] = {
    'affected': {
        **_TEXT,
        'description': 'affected versions of the component, as a specifier '
        'set, if they decide',
    },
    'affected_where': {
        **_TEXT,
        'description': 'condition of an option or a file under which the bug '
        'is there',
    },
    'alternatives': {
        'type': 'array',
        'description': 'the other fixes of which one would be enough, if '
        'none is confirmed',
        'items': {
            'type': 'object',
            'properties': {
                'reason': _TEXT,
                'fields': {'$ref': '#/$defs/fields'},
            },
            'required': ['reason', 'fields'],
        },
    },
    'blocked_by': {
        **_NAMES,
        'description': 'supported platforms without the fix',
    },
    'bug': {**_TEXT, 'description': 'URL of the bug that is fixed'},
    'component': {
        **_TEXT,
        'description': 'software with the bug, such as qemu',
    },
    'condition': {
        **_TEXT,
        'description': 'condition of an option or a file under which the bug'
        ' is ruled out',
    },
    'detail': {
        **_TEXT,
        'description': 'explanation from the declaration, a data file or a '
        'probe, in its own words',
    },
    'ended': {
        **_NAMES,
        'description': 'platforms whose support has ended, if no platform is'
        ' left',
    },
    'facts_as_of': {
        **_TEXT,
        'description': 'day of the oldest data file',
    },
    'first_package_version': {
        **_TEXT,
        'description': 'first package version of the platform',
    },
    'first_shipped': {
        'type': 'object',
        'description': 'version of the component that the platform, or its '
        'major release, first shipped',
        'properties': {'platform': _TEXT, 'version': _TEXT},
        'required': ['platform', 'version'],
    },
    'fixed_in': {
        **_TEXT,
        'description': 'first version with the fix: of the component '
        'upstream, or of the project',
    },
    'fixes': {
        'type': 'array',
        'description': 'the assessment of each fix, if there are several; '
        'all of them are required',
        'items': {
            'type': 'object',
            'properties': {
                'bug': {'type': ['string', 'null']},
                'status': _TEXT,
                'reason': _TEXT,
                'fields': {'$ref': '#/$defs/fields'},
            },
            'required': ['bug', 'status', 'reason', 'fields'],
        },
    },
    'installed': {
        'type': 'object',
        'description': 'the installed package',
        'properties': {'package': _TEXT, 'version': _TEXT, 'vendor': _TEXT},
        'required': ['package', 'version'],
    },
    'link': {**_TEXT, 'description': 'URL of the source of the data'},
    'lower_bound': {
        'type': 'object',
        'description': 'lowest version of the component that the platform '
        'can have',
        'properties': {'platform': _TEXT, 'version': _TEXT},
        'required': ['platform', 'version'],
    },
    'mark': {
        **_TEXT,
        'description': 'part of a version that shows the origin of the '
        'package',
    },
    'marks': {
        **_NAMES,
        'description': 'parts that the release of a package of the platform '
        'contains',
    },
    'minimum': {
        **_VERSION,
        'description': 'lowest version of the component with which the '
        'service runs',
    },
    'newest_known': {
        **_TEXT,
        'description': 'newest release of the distribution in the data files',
    },
    'oldest_peer': {
        **_VERSION,
        'description': 'oldest release that other hosts may run',
    },
    'introduced': {
        **_TEXT,
        'description': 'release that introduced the workaround',
    },
    'open_in': {
        **_TEXT,
        'description': 'last release that is known not to have a fix',
    },
    'option': {**_TEXT, 'description': 'the removed option'},
    'otherwise': {
        **_TEXT,
        'description': 'the reason that would hold if the fix had not been '
        'reopened or the kernel were known',
    },
    'owner': {
        **_TEXT,
        'description': 'package that owns the program',
    },
    'package_manager': {
        **_TEXT,
        'description': 'package manager of the host, if the platform uses '
        'another',
    },
    'package': {
        **_TEXT,
        'description': 'the package that is not installed',
    },
    'platform': {
        **_TEXT,
        'description': 'ID:VERSION_ID of the os-release file',
    },
    'platform_detail': {
        **_TEXT,
        'description': 'why the platform is not known',
    },
    'platforms': {
        **_NAMES,
        'description': 'supported platforms that were assessed',
    },
    'project': {
        **_TEXT,
        'description': 'project of the release, if another one declares the '
        'workaround',
    },
    'published_for': {
        **_TEXT,
        'description': 'platform that published the installed package',
    },
    'release': {
        **_TEXT,
        'description': 'release of the service that runs, or whose code is '
        'assessed',
    },
    'released': {
        **_TEXT,
        'description': 'day on which the platform was released',
    },
    'removed_in': {
        **_TEXT,
        'description': 'release that removed the option',
    },
    'reopened': {
        **_TEXT,
        'description': 'URL of a page that says that the fix did not hold',
    },
    'reported': {
        'type': 'object',
        'description': 'version that the component reports',
        'properties': {'version': _TEXT, 'program': _TEXT},
        'required': ['version', 'program'],
    },
    'scheme': {
        **_TEXT,
        'description': 'rules by which the versions were to be compared',
    },
    'scope': {
        'enum': ['host', 'deployment'],
        'description': 'whether one host or every host must run the release '
        'with the fix',
    },
    'service': {**_TEXT, 'description': 'title of the service'},
    'stated': {
        'type': 'object',
        'description': 'statement of the platform, or of its major release, '
        'about its package: the version with the fix, or a '
        'state',
        'properties': {
            'platform': _TEXT,
            'package': _TEXT,
            'fixed_in': _TEXT,
            'state': {
                'enum': [
                    'unfixed',
                    'not-affected',
                    'wont-fix',
                    'end-of-life',
                ],
            },
        },
        'required': ['platform', 'package'],
    },
    'title': {
        **_TEXT,
        'description': 'common name of the component',
    },
    'unknown_on': {
        'type': 'array',
        'description': 'supported platforms for which it is not known '
        'whether they have the fix, each with the reason',
        'items': {
            'type': 'object',
            'properties': {
                'platform': _TEXT,
                'reason': _TEXT,
                'fields': {'$ref': '#/$defs/fields'},
            },
            'required': ['platform', 'reason', 'fields'],
        },
    },
    'until': {
        **_TEXT,
        'description': 'day on which the support of the last platform in '
        'blocked_by ends, if nothing else blocks',
    },
    'vendor': {
        **_TEXT,
        'description': 'expected vendor of the package',
    },
    'version': {
        **_TEXT,
        'description': 'the version that cannot be compared',
    },
}
