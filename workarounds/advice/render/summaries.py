# SPDX-License-Identifier: Apache-2.0
"""Assessments in a cell of a table: the status, and a version or a link."""

from workarounds import _text
from workarounds.advice.evaluate.assessment import Assessment


def version_that_decides(assessment: Assessment) -> str:
    """Return the version that decides for a platform, or nothing.

    The name of its package or component comes first.
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
    """Return the URL of the source of an assessment, or nothing."""
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
