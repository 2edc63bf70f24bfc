# SPDX-License-Identifier: Apache-2.0
"""Five workarounds of ironic 39.0.0, as ironic could declare them.

Each option stays in the group where operators know it.
"""

import sys
from typing import Any

from oslo_config import cfg

import workarounds

CONF = cfg.CONF

# ironic/conf/ipmi.py:57
DISABLE_BOOT_TIMEOUT = cfg.BoolOpt(
    'disable_boot_timeout', default=True, mutable=True
)
# ironic/conf/ipmi.py:40
USE_IPMITOOL_RETRIES = cfg.BoolOpt('use_ipmitool_retries', default=False)
# ironic/conf/ipmi.py:66
RETRYABLE_ERRORS = cfg.MultiStrOpt(
    'additional_retryable_ipmi_errors', default=[], mutable=True
)
# ironic/conf/neutron.py:125
ADDRESS_COUNT = cfg.IntOpt(
    'dhcpv6_stateful_address_count', default=4, mutable=True
)
_NO_BUG = workarounds.Unstated('ironic 39.0.0 names no bug beside it')
_NO_EXPIRY = workarounds.Unstated('ironic 39.0.0 names no release')
_ANY_BMC = workarounds.ManualFix('the firmware of each BMC')

DECLARATIONS = [
    # ironic/drivers/modules/ipmitool.py:1235; a node can overrule it.
    workarounds.Workaround(
        name='disable_ipmi_boot_timeout',
        summary='Tells a BMC not to forget the boot device after 60 s.',
        bugs=_NO_BUG,
        fix=_ANY_BMC,
        expires=_NO_EXPIRY,
        enabled_by=DISABLE_BOOT_TIMEOUT,
        group='ipmi',
        mutable=True,
    ),
    # ironic/drivers/modules/ipmitool.py:549 and 721
    workarounds.Workaround(
        name='retry_ipmitool_in_ironic',
        summary='Repeats commands itself instead of letting ipmitool.',
        bugs=_NO_BUG,
        fix=workarounds.PackageFix(
            component='ipmitool',
            version=workarounds.Undetermined('ironic names none'),
        ),
        expires=_NO_EXPIRY,
        disabled_by=USE_IPMITOOL_RETRIES,
        group='ipmi',
        # Two stable branches got the option, with the default of that time:
        # commits 6520b373f and 3ae7e6880.
        former_defaults={'15.1.0': True},
        introduced=['15.0.1', '13.0.6'],
    ),
    # ironic/drivers/modules/ipmitool.py:717
    workarounds.Workaround(
        name='retry_further_ipmi_errors',
        summary='Repeats a command after errors that the operator names.',
        bugs=_NO_BUG,
        fix=_ANY_BMC,
        expires=_NO_EXPIRY,
        enabled_by=RETRYABLE_ERRORS,
        group='ipmi',
        mutable=True,
    ),
    # ironic/drivers/modules/ipmitool.py:1263 to 1293
    workarounds.Workaround(
        name='set_uefi_boot_device_raw',
        summary='Sets the boot device of a UEFI machine by raw bytes.',
        bugs=['https://bugs.launchpad.net/ironic/+bug/1611306'],
        fix=[
            workarounds.PackageFix(component='ipmitool', version='1.8.17'),
            workarounds.ManualFix(
                'BMCs that number their devices differently; see '
                'https://storyboard.openstack.org/#!/story/2008241'
            ),
        ],
        expires=_NO_EXPIRY,
        enabled_by=workarounds.Always(
            'ipmitool and firmware without the fix are still in use'
        ),
    ),
    # ironic/common/neutron.py:335 and 458
    workarounds.Workaround(
        name='reserve_dhcpv6_addresses',
        summary='Reserves an address for each stage of a network boot.',
        bugs=_NO_BUG,
        fix=workarounds.NoFix('each stage has an identifier of its own'),
        expires=_NO_EXPIRY,
        enabled_by=ADDRESS_COUNT,
        group='neutron',
        off_values=[1],
        mutable=True,
    ),
]


def timing_arguments() -> list[str]:
    """Return the arguments that make ipmitool repeat a command, or not."""
    if workarounds.enabled('retry_ipmitool_in_ironic'):
        return ['-R', '1', '-N', '5']
    return ['-R', '12', '-N', '5']


def is_retryable(message: str) -> bool:
    """Return whether a command is worth repeating after an error."""
    errors = ['insufficient resources for session', 'Node busy']
    if workarounds.enabled('retry_further_ipmi_errors'):
        errors += workarounds.value('retry_further_ipmi_errors')
    return any(error in message for error in errors)


def boot_commands(driver_info: dict[str, Any], *, uefi: bool) -> list[str]:
    """Return the commands that set the boot device of a node."""
    disable = driver_info.get('ipmi_disable_boot_timeout')
    if disable is None:
        disable = workarounds.enabled('disable_ipmi_boot_timeout')
    commands = ['raw 0x00 0x08 0x03 0x08'] if disable else []
    if uefi and workarounds.enabled('set_uefi_boot_device_raw'):
        return [*commands, 'raw 0x00 0x08 0x05 0xa0 0x04 0x00 0x00 0x00']
    return [*commands, 'chassis bootdev pxe']


def fixed_ips(subnet: str) -> list[dict[str, str]]:
    """Return the addresses of a port that boots from a DHCPv6 network."""
    count = 1
    if workarounds.enabled('reserve_dhcpv6_addresses'):
        count = workarounds.value('reserve_dhcpv6_addresses')
    return [{'subnet_id': subnet} for _ in range(count)]


def main() -> None:
    """Print what the functions above return with a configuration."""
    CONF.register_opts(
        [DISABLE_BOOT_TIMEOUT, USE_IPMITOOL_RETRIES, RETRYABLE_ERRORS],
        group='ipmi',
    )
    CONF.register_opt(ADDRESS_COUNT, group='neutron')
    workarounds.register(*DECLARATIONS)
    workarounds.register_opts(CONF)
    CONF(sys.argv[1:], project='ironic', version='39.0.0')
    print(*timing_arguments())
    print(is_retryable('BMC is asleep'))
    print(*boot_commands({}, uefi=True), sep=', ')
    print(*boot_commands({'ipmi_disable_boot_timeout': False}, uefi=False))
    print(len(fixed_ips('a subnet')))


if __name__ == '__main__':
    main()
