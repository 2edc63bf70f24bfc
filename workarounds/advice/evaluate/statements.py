# SPDX-License-Identifier: Apache-2.0
"""What a distribution states about the fix in its package."""

from collections.abc import Mapping
from typing import Any

from workarounds.declarations.fixes import Package

#: By state: whether the fix is there, and the reason.
STATES: Mapping[str | None, tuple[bool, str]] = {
    'unfixed': (False, 'platform-not-fixed'),
    'wont-fix': (False, 'platform-will-not-fix'),
    'end-of-life': (False, 'platform-end-of-life'),
    'not-affected': (True, 'platform-never-affected'),
}


def fields(stated: str, package: Package) -> dict[str, Any]:
    """Return the statement about a package as fields.

    :param stated: platform of the row
    """
    fixed = package.fixed_in
    statement = {'fixed_in': fixed} if fixed else {'state': package.state}
    return {
        'stated': {
            'platform': stated,
            'package': package.name,
            **statement,
        },
        **link(package.evidence),
    }


def link(address: str | None) -> dict[str, str]:
    """Return the field with the URL of a statement, if there is one."""
    return {'link': address} if address else {}
