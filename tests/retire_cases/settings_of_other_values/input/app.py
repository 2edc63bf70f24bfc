from oslo_config import cfg

import workarounds

RETRY = workarounds.Workaround(
    name='retry_ipmi',
    summary='Sends a command again when the controller is busy.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    enabled_by=cfg.IntOpt('retries', default=3),
    off_values=[1],
    group='ipmi',
)


def send(command):
    if workarounds.enabled('retry_ipmi'):
        return [command] * workarounds.value('retry_ipmi')
    return [command]
