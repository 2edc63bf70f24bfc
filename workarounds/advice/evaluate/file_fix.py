# SPDX-License-Identifier: Apache-2.0
"""Whether an installed file shows that a bug is fixed on a host."""

from workarounds.advice.evaluate.target import Evaluation
from workarounds.advice.evaluate.target import Target
from workarounds.advice.facts import hosts
from workarounds.advice.facts.hosts import Unknown
from workarounds.declarations.fixes import FileFix


def evaluate(fix: FileFix, target: Target) -> Evaluation:
    """Return whether a file shows the fix.

    The code must stay while any host may have another file.
    """
    fields = {
        'affected_where': fix.affected_where,
        'condition': fix.condition,
    }
    if target.host is None:
        return Evaluation(False, 'depends-on-host', fields)
    found = target.host.content(fix.file, fix.text)
    if isinstance(found, Unknown):
        fields['detail'] = found.reason
        return Evaluation(None, 'file-not-known', fields)
    if found == hosts.found_in_file(fix.contains is not None):
        return Evaluation(True, 'file-rules-it-out', fields)
    return Evaluation(False, 'file-needs-it', fields)
