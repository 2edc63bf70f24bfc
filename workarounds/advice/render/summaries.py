# SPDX-License-Identifier: Apache-2.0
"""What a cell of a table has room for: the status, and a version or a link."""

from workarounds import _text
from workarounds.advice.evaluate.assessment import Assessment


def version_that_decides(assessment: Assessment) -> str:
    """Return the version that says what a platform has, or nothing.

    It has the name of what it is a version of.
    """
    fields = assessment.fields
    text = ''
    if 'stated' in fields:
        package, fixed_in = (
            fields['stated'].get(key, '') for key in ('package', 'fixed_in')
        )
        text = f'{package} {fixed_in}'.strip()
    elif 'minimum' in fields:
        text = f'{fields["title"]} {fields["minimum"]["version"]} required'
    elif 'lower_bound' in fields:
        text = f'{fields["title"]} {fields["lower_bound"]["version"]}'
    elif 'first_shipped' in fields:
        text = f'{fields["title"]} {fields["first_shipped"]["version"]}'
    return _text.printable(' '.join(text.split()))


def link_of(assessment: Assessment) -> str:
    """Return the address of the page that says so, or nothing."""
    fields = assessment.fields
    link = fields.get('link', '')
    if assessment.status != 'unfixed':
        link = fields.get('reopened', link)
    return str(link)


def in_brief(assessment: Assessment) -> str:
    """Return the status, with the platforms or the version behind it."""
    blockers = assessment.fields.get('blocked_by')
    if blockers:
        return _text.printable(f'blocked by {", ".join(blockers)}')
    version = version_that_decides(assessment)
    if not version or 'platforms' in assessment.fields:
        return str(assessment.status)
    return f'{assessment.status} ({version})'
