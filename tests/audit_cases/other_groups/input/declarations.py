import workarounds
from oslo_config import cfg

workarounds.Workaround(
    name='skip_boot_timeout',
    expires='36.0.0',
    enabled_by='disable_boot_timeout',
    group='ipmi',
    params={'delay': ('agent', cfg.IntOpt('boot_delay', default=5))},
)
workarounds.Workaround(
    name='one_address',
    expires='36.0.0',
    enabled_by=cfg.IntOpt('address_count', default=1),
    off_values=[1],
    group='DEFAULT',
)
workarounds.Workaround(
    name='quiet_lvm',
    expires='36.0.0',
    disabled_by='lvm_warnings',
    group=['lvm-1', 'lvm-2'],
)
workarounds.Workaround(
    name='host_version',
    expires='36.0.0',
    enabled_by='host_version',
    group=backends,
)
workarounds.Workaround(
    name='boot', expires='36.0.0', enabled_by='boot_option'
)
