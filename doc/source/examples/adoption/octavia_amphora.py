# SPDX-License-Identifier: Apache-2.0
"""A workaround of octavia 19.0.0 that has no option."""

import sys

import workarounds

DECLARATIONS = [
    # octavia/amphorae/backends/agent/api_server/keepalivedlvs.py:186
    workarounds.Workaround(
        name='restart_keepalived_for_reload',
        summary='Restarts keepalived, as a reload forgets members.',
        bugs=workarounds.Unstated('octavia 19.0.0 names no bug beside it'),
        fix=workarounds.PackageFix(component='keepalived', version='2.0.14'),
        expires=workarounds.Unstated('octavia 19.0.0 names no release'),
        enabled_by=workarounds.Always('an image may have an older keepalived'),
        read_by=['amphora-agent'],
    ),
]


def keepalived_action(action: str) -> str:
    """Return what systemctl is to do for an action."""
    if action == 'reload' and workarounds.enabled(
        'restart_keepalived_for_reload'
    ):
        return 'restart'
    return action


def main() -> None:
    """Print what systemctl is to do for each action."""
    workarounds.register(*DECLARATIONS)
    print(*map(keepalived_action, sys.argv[1:]))


if __name__ == '__main__':
    main()
