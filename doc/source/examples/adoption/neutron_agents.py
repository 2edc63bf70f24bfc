# SPDX-License-Identifier: Apache-2.0
"""Three workarounds of neutron 29.0.0: an option, a version, and always."""

from collections.abc import Callable
import subprocess
import sys

from oslo_config import cfg

import workarounds

CONF = cfg.CONF

# neutron/conf/agent/common.py:117
USE_RANDOM_FULLY = cfg.BoolOpt('use_random_fully', default=True)


def lacks_random_fully() -> bool:
    """Return whether iptables is older than 1.6.0."""
    # Prints, for example: iptables v1.8.9 (nf_tables)
    printed = subprocess.run(
        ['iptables', '--version'], check=True, capture_output=True, text=True
    ).stdout
    version = printed.split()[1].removeprefix('v')
    return tuple(map(int, version.split('.')[:2])) < (1, 6)


_NO_BUG = workarounds.Unstated('neutron 29.0.0 names no bug beside it')
_NO_EXPIRY = workarounds.Unstated('neutron 29.0.0 names no release')

DECLARATIONS = [
    # neutron/agent/linux/iptables_manager.py:506
    workarounds.Workaround(
        name='masquerade_without_random_fully',
        summary='Leaves out --random-fully in rules of the NAT table.',
        bugs=_NO_BUG,
        fix=workarounds.ManualFix('what needs predictable ports'),
        expires=_NO_EXPIRY,
        disabled_by=USE_RANDOM_FULLY,
        group='AGENT',
    ),
    workarounds.Workaround(
        name='avoid_random_fully_of_old_iptables',
        summary='Leaves out --random-fully, which iptables lacks.',
        bugs=_NO_BUG,
        # neutron/common/_constants.py:73
        fix=workarounds.PackageFix(component='iptables', version='1.6.0'),
        expires=_NO_EXPIRY,
        enabled_by=workarounds.Detected(
            lacks_random_fully, 'iptables is older than 1.6.0'
        ),
    ),
    # neutron/agent/common/ovs_lib.py:289 and 318
    workarounds.Workaround(
        name='wait_for_controllers',
        summary='Waits 1 s until os-ken has seen new controllers.',
        bugs=['https://bugs.launchpad.net/neutron/+bug/1948642'],
        fix=workarounds.PackageFix(
            component='pypi:os-ken',
            version=workarounds.Undetermined(
                'neutron 29.0.0 names no version of os-ken'
            ),
            bug='https://bugs.launchpad.net/neutron/+bug/1948642',
        ),
        expires=_NO_EXPIRY,
        enabled_by=workarounds.Always('neutron 29.0.0 has no option for it'),
    ),
]


def masquerade_rule(interface: str) -> str:
    """Return the rule that hides addresses behind an interface."""
    rule = f'-o {interface} -j MASQUERADE'
    if workarounds.enabled('avoid_random_fully_of_old_iptables'):
        return rule
    if workarounds.enabled('masquerade_without_random_fully'):
        return rule
    return f'{rule} --random-fully'


def set_controller(
    add: Callable[[str], None], wait: Callable[[float], None], address: str
) -> None:
    """Let a bridge be controlled from an address.

    :param add: adds the controller
    :param wait: waits for so many seconds
    """
    add(address)
    if workarounds.enabled('wait_for_controllers'):
        wait(1)


def main() -> None:
    """Print a rule, and what is done for a controller."""
    CONF.register_opt(USE_RANDOM_FULLY, group='AGENT')
    workarounds.register(*DECLARATIONS)
    workarounds.register_opts(CONF)
    CONF(sys.argv[1:], project='neutron', version='%(prog)s 29.0.0')
    print(masquerade_rule('eth0'))
    set_controller(
        lambda address: print('add', address),
        lambda seconds: print('wait', seconds),
        'tcp:127.0.0.1:6633',
    )


if __name__ == '__main__':
    main()
