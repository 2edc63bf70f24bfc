# SPDX-License-Identifier: Apache-2.0
"""Two workarounds of cinder 29.0.0, which each back-end sets for itself."""

from collections.abc import Sequence
import sys

from oslo_config import cfg

import workarounds

CONF = cfg.CONF

# cinder/common/config.py has the option; operators name the groups.
ENABLED_BACKENDS = cfg.ListOpt('enabled_backends')
# cinder/volume/drivers/lvm.py:69
SUPPRESS_FD_WARNINGS = cfg.BoolOpt('lvm_suppress_fd_warnings', default=False)
# cinder/volume/drivers/vmware/vmdk.py:114
HOST_VERSION = cfg.StrOpt('vmware_host_version')
_NO_BUG = workarounds.Unstated('cinder 29.0.0 names no bug beside it')
_NO_EXPIRY = workarounds.Unstated('cinder 29.0.0 names no release')


def backends(conf: cfg.ConfigOpts) -> Sequence[str]:
    """Return the groups that an operator has named."""
    named: Sequence[str] = conf.enabled_backends or ()
    return named


DECLARATIONS = [
    # cinder/volume/drivers/lvm.py:341
    workarounds.Workaround(
        name='suppress_lvm_fd_warnings',
        summary='Keeps LVM from warning of file descriptors left open.',
        bugs=_NO_BUG,
        fix=workarounds.NoFix('the warning is right: others left them'),
        expires=_NO_EXPIRY,
        enabled_by=SUPPRESS_FD_WARNINGS,
        group=backends,
    ),
    # cinder/volume/drivers/vmware/vmdk.py:1970
    workarounds.Workaround(
        name='override_vmware_host_version',
        summary='Believes the operator and not vCenter about its version.',
        bugs=_NO_BUG,
        fix=workarounds.ManualFix('vCenter itself'),
        expires=_NO_EXPIRY,
        enabled_by=HOST_VERSION,
        off_values=[None, ''],
        group=backends,
    ),
]


def lvm_environment(backend: str) -> dict[str, str]:
    """Return the environment of a back-end's LVM commands."""
    if workarounds.enabled('suppress_lvm_fd_warnings', group=backend):
        return {'LC_ALL': 'C', 'LVM_SUPPRESS_FD_WARNINGS': '1'}
    return {'LC_ALL': 'C'}


def vcenter_version(backend: str, reported: str) -> str:
    """Return the version of vCenter that a back-end works with."""
    if workarounds.enabled('override_vmware_host_version', group=backend):
        return str(
            workarounds.value('override_vmware_host_version', group=backend)
        )
    return reported


def main() -> None:
    """Print what each back-end does."""
    CONF.register_opt(ENABLED_BACKENDS)
    CONF(sys.argv[1:], project='cinder', version='29.0.0')
    # The groups are known only now. As in cinder, the options are registered
    # when the back-ends are.
    workarounds.register(*DECLARATIONS)
    workarounds.register_opts(CONF)
    for backend in backends(CONF):
        environment = lvm_environment(backend)
        print(backend, 'LVM_SUPPRESS_FD_WARNINGS' in environment)
        print(backend, vcenter_version(backend, '8.0.0'))


if __name__ == '__main__':
    main()
