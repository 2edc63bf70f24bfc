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
    """Return it as fields.

    :param stated: the platform whose row it is
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
    """Return the field that says where it is stated, if anywhere."""
    return {'link': address} if address else {}
