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

#: Every field that an assessment can have, as JSON Schema; which ones there
#: are depends on the reason. Texts of other people are not escaped here.
FIELDS: Mapping[str, Mapping[str, Any]] = {
    'affected': {
        **_TEXT,
        'description': 'the versions of the component that have the bug, as a '
        'specifier set, where they decide',
    },
    'alternatives': {
        'type': 'array',
        'description': 'the other fixes of which one is enough, where none '
        'is known to be there',
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
        'description': 'the supported platforms that do not have the fix',
    },
    'bug': {**_TEXT, 'description': 'the address of the bug that is fixed'},
    'component': {
        **_TEXT,
        'description': 'the software that has the bug, such as qemu',
    },
    'condition': {
        **_TEXT,
        'description': 'what an option or a file must be so that the bug '
        'is ruled out',
    },
    'detail': {
        **_TEXT,
        'description': 'what the declaration, a data file or a probe says '
        'about it, in its own words',
    },
    'ended': {
        **_NAMES,
        'description': 'the platforms whose support has ended, where none '
        'is left',
    },
    'facts_as_of': {
        **_TEXT,
        'description': 'the day of the oldest data file',
    },
    'first_package_version': {
        **_TEXT,
        'description': 'the package version that the platform began with',
    },
    'first_shipped': {
        'type': 'object',
        'description': 'the version of the component that the platform, or '
        'its major release, first shipped',
        'properties': {'platform': _TEXT, 'version': _TEXT},
        'required': ['platform', 'version'],
    },
    'fixed_in': {
        **_TEXT,
        'description': 'the first version with the fix: of the component '
        'upstream, or of the project',
    },
    'fixes': {
        'type': 'array',
        'description': 'the assessment of each fix, where there are several, '
        'which must all hold',
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
        'description': 'the package that is installed',
        'properties': {'package': _TEXT, 'version': _TEXT, 'vendor': _TEXT},
        'required': ['package', 'version'],
    },
    'link': {**_TEXT, 'description': 'the address where the data are from'},
    'lower_bound': {
        'type': 'object',
        'description': 'the version of the component that the platform has '
        'at least',
        'properties': {'platform': _TEXT, 'version': _TEXT},
        'required': ['platform', 'version'],
    },
    'mark': {
        **_TEXT,
        'description': 'the part of a version that shows where the package '
        'is from',
    },
    'marks': {
        **_NAMES,
        'description': 'what the release of a package of the platform has',
    },
    'minimum': {
        **_VERSION,
        'description': 'the version of the component that the service '
        'refuses to run below',
    },
    'newest_known': {
        **_TEXT,
        'description': 'the newest release of the distribution that a data '
        'file has',
    },
    'oldest_peer': {
        **_VERSION,
        'description': 'the oldest release that may run beside this one',
    },
    'introduced': {
        **_TEXT,
        'description': 'the release that the workaround came in',
    },
    'open_in': {
        **_TEXT,
        'description': 'the last release that is known not to have a fix',
    },
    'option': {**_TEXT, 'description': 'the option that was removed'},
    'otherwise': {
        **_TEXT,
        'description': 'the reason without what this reason says',
    },
    'owner': {
        **_TEXT,
        'description': 'the package that the program belongs to',
    },
    'package_manager': {
        **_TEXT,
        'description': 'that of the host, which is not that of the platform',
    },
    'package': {
        **_TEXT,
        'description': 'the package that is not installed',
    },
    'platform': {
        **_TEXT,
        'description': 'ID:VERSION_ID of its os-release file',
    },
    'platform_detail': {
        **_TEXT,
        'description': 'why the platform is not known',
    },
    'platforms': {
        **_NAMES,
        'description': 'the supported platforms that were looked at',
    },
    'project': {
        **_TEXT,
        'description': 'the project whose release it is, if it is not the one '
        'that declares the workaround',
    },
    'published_for': {
        **_TEXT,
        'description': 'the platform whose package is installed',
    },
    'release': {
        **_TEXT,
        'description': 'the release of the service that runs, or whose code '
        'it is',
    },
    'released': {
        **_TEXT,
        'description': 'the day on which the platform was released',
    },
    'removed_in': {
        **_TEXT,
        'description': 'the release that removed the option',
    },
    'reopened': {
        **_TEXT,
        'description': 'the page that says that this fix did not hold',
    },
    'reported': {
        'type': 'object',
        'description': 'the version that the component reports of itself',
        'properties': {'version': _TEXT, 'program': _TEXT},
        'required': ['version', 'program'],
    },
    'scheme': {
        **_TEXT,
        'description': 'the rules by which versions were to be compared',
    },
    'scope': {
        'enum': ['host', 'deployment'],
        'description': 'where the release with the fix must run',
    },
    'service': {**_TEXT, 'description': 'the title of the service'},
    'stated': {
        'type': 'object',
        'description': 'what the platform, or its major release, states '
        'about its package: the version with the fix, or a state',
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
        'description': 'the name that people know the component by',
    },
    'unknown_on': {
        'type': 'array',
        'description': 'the supported platforms of which it is not known '
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
        'description': 'the day on which the support of the last platform in '
        'blocked_by ends, if nothing else blocks',
    },
    'vendor': {
        **_TEXT,
        'description': 'the vendor that the package should be from',
    },
    'version': {
        **_TEXT,
        'description': 'the version that cannot be compared',
    },
}
